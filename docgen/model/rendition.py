"""A made document: its bytes, its digest and every word a reader or program finds in it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text in a document and where it stands: `body`, `header`, `property title`."""

    where: str
    text: str


class Making(Protocol):
    """What made a document, and can tell of it."""

    def digest(self, content: bytes) -> str:
        """Give the digest over the members' names and unpacked bytes."""

    def words(self, content: bytes) -> tuple[Words, ...]:
        """Give every word of the document."""


@dataclass(frozen=True)
class Rendition:
    """A made document; `digest` is over its members' names and unpacked bytes (decisions 8).

    Digest and words are found when they are first asked for.
    """

    content: bytes
    making: Making = field(compare=False, repr=False)

    @cached_property
    def digest(self) -> str:
        """Give the SHA-256 (hex) by which documents are held equal."""
        return self.making.digest(self.content)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Give every text, with its place."""
        return self.making.words(self.content)
