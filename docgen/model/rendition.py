"""A made document: its bytes, its digest, every word in it, and the files it is delivered as."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Literal, Protocol

Format = Literal["docx", "pdf", "docx,pdf"]
"""What a paper is delivered as, as a clerk asks for it: a Word file, a PDF, or both."""
Written = Literal["docx", "pdf", "docx,pdf", "pdf,docx"]
"""The same in any order."""
Ending = Literal["docx", "pdf"]
ENDINGS: tuple[Ending, ...] = ("docx", "pdf")


def format_of(written: Written) -> Format:
    """Give formats in docgen's own order."""
    return "docx,pdf" if written == "pdf,docx" else written


def endings(asked: Format) -> tuple[Ending, ...]:
    """Give the endings of the files that a paper is delivered as, the Word file's first."""
    return tuple(ending for ending in ENDINGS if ending in asked.split(","))


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


@dataclass(frozen=True, slots=True)
class Pdf:
    """A document's pages; `engine` is what set them: `native 1`, `office 7.4`."""

    content: bytes
    engine: str

    @property
    def digest(self) -> str:
        """Give the SHA-256 (hex) of its bytes."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class File:
    """One file of a paper as it is delivered: its name, bytes, digest, and what made it."""

    name: str
    ending: Ending
    content: bytes
    digest: str
    engine: str
