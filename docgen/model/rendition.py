"""A made document: its bytes, its digest and every word a reader or program finds in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text in a document and where it stands: `body`, `header`, `property title`."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """A made document; `digest` is over its members' names and unpacked bytes (decisions 8)."""

    content: bytes
    digest: str
    words: tuple[Words, ...]
