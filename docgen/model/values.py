"""What a template may be handed: plain data only, so that nothing else can be reached."""

from collections.abc import Mapping, Sequence

Plain = str | int | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]
Values = Mapping[str, Plain]
