"""What is read from a paragraph before its lines are made: inlines, and what lines resolve."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from docgen.press.pdf.runs import Break, Inline, Link, PageNumber, Tab, Text


@dataclass(frozen=True, slots=True)
class PageEnd:
    """A page break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class PlacedTab:
    """A tab to a place of the column, whatever its stops (17.3.3.23)."""

    look: int
    align: str
    leader: str


Piece = Inline | PageEnd | PlacedTab


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two page breaks; `is_hollow`: not even an empty line."""

    pieces: tuple[Inline | PlacedTab, ...]
    begins_page: bool = False
    ends_page: bool = False
    is_last: bool = True
    is_hollow: bool = False


Kind = TypeVar("Kind", bound=Piece)


def merged(pieces: Iterable[Kind]) -> list[Kind | Text]:
    """Join neighbouring texts of one look."""
    joined: list[Kind | Text] = []
    for look, group in groupby(pieces, lambda p: p.look if isinstance(p, Text) else None):
        if look is None:
            joined += group
        else:
            text = "".join(piece.text for piece in group if isinstance(piece, Text))
            if text:
                joined.append(Text(look, text))
    return joined


def parted(pieces: Sequence[Piece], *, mark_moves: bool = False) -> list[Part]:
    """Split a paragraph at its page breaks.

    The paragraph's mark stays before a break that ends the text, and nothing of it comes on the
    next page, unless it `moves` (`w:splitPgBreakAndParaMark`, 17.15.3.57).
    """
    runs: list[list[Inline | PlacedTab]] = [[]]
    for piece in pieces:
        if isinstance(piece, PageEnd):
            runs.append([])
        else:
            runs[-1].append(piece)
    if len(runs) == 1:
        return [Part(tuple(runs[0]))]
    begins, ends = not runs[0], not runs[-1] and not mark_moves
    runs = runs[begins:]
    if ends and len(runs) == 1:
        return [Part((), ends_page=True, is_hollow=True)]
    runs = runs[:-1] if ends else runs
    last = len(runs) - 1
    return [
        Part(tuple(run), begins or at > 0, ends and at == last, is_last=at == last)
        for at, run in enumerate(runs)
    ]


def plain_text(pieces: Iterable[Piece]) -> str:
    """Give the words of pieces, those of links too."""
    found: list[str] = []
    for piece in pieces:
        if isinstance(piece, Text):
            found.append(piece.text)
        elif isinstance(piece, Link):
            found.append(plain_text(piece.content))
        elif isinstance(piece, Tab | PlacedTab | Break):
            found.append(" ")
        elif isinstance(piece, PageNumber):
            found.append("1")
    return "".join(found)


def linked(target: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make a link of pieces; a link inside is plain text, a page break ends the link."""
    made: list[Piece] = []
    inside: list[Inline] = []
    for piece in (*pieces, PageEnd()):
        if isinstance(piece, PageEnd):
            if inside:
                made.append(Link(target, tuple(merged(inside))))
            made.append(piece)
            inside = []
        elif isinstance(piece, Link):
            inside += piece.content
        else:
            inside.append(Tab(piece.look) if isinstance(piece, PlacedTab) else piece)
    return made[:-1]
