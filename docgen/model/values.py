"""What a template may be handed: plain data only, so that nothing else can be reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Plain = str | int | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]
Values = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Promise:
    """A name that a template may use: its type, what it is, and an example."""

    type: Literal["text", "number", "yes or no", "list"]
    says: str
    example: str = ""


Promises = Mapping[str, Promise]
