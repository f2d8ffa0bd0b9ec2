"""A story, or a piece of one that other letters have too → what the survey has seen in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.paths import finder
from docgen.press.ooxml.pieces import Pieces
from docgen.press.pdf.gate.allowed import passed
from docgen.press.pdf.gate.entries import leads_of
from docgen.press.pdf.gate.naming import SPACES
from docgen.press.pdf.gate.watch import Watch
from docgen.press.pdf.tree import Remark

RUN, PARAGRAPH, TABLE = w("r"), w("p"), w("tbl")
loose_in = finder("self::*[text()[normalize-space()]]", SPACES)
MOST_KEPT, LONGEST = 4_000, 10_000
"""So many pieces that nothing is told of are kept, of at most so many bytes each."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is told, which styles and lists are led to, and how much there is of what.

    `tables`: so many stand inside each other. The last place of a lead among others counts.
    """

    remarks: tuple[Remark, ...] = ()
    leads: tuple[str, ...] = ()
    runs: int = 0
    paragraphs: int = 0
    tables: int = 0


_kept: dict[tuple[bytes, bytes], Seen] = {}


def seen_in(package: Package, member: str, story: str) -> Seen:
    """See through a part; one that is short and seen before, or pieces of the body, by memory."""
    if member == package.main:
        return _by_pieces(package, story) or _whole(package.reading(member), story)
    data = package.members[member]
    return _known(data, story) if len(data) <= markup.SHORT else _read(data, story)


def _read(data: bytes, story: str) -> Seen:
    return _whole(markup.parse(data), story)


_known = lru_cache(markup.MOST_KEPT)(_read)


def _whole(root: Element, story: str) -> Seen:
    watch = Watch()
    watch.look(root, story)
    watch.look_closely(root, story)
    return _seen(root, watch)


def _by_pieces(package: Package, story: str) -> Seen | None:
    """See through the body piece by piece; None if there is something to tell, or the part is odd.

    What is told has its place in the whole, so all of that is looked at then.
    """
    root, pieces = package.reading(package.main), package.pieces()
    within = _context(root) if pieces.known else None
    if within is None:
        return None
    found: list[Seen] = []
    for element in pieces.known:
        seen = _piece(element, pieces, story, within)
        if seen is None:
            return None
        found.append(seen)
    return _together(found)


def _context(root: Element) -> str | None:
    body = root[0]
    return passed(root.tag, body.tag, *body.keys())


def _piece(element: Element, pieces: Pieces, story: str, within: str) -> Seen | None:
    """See through a piece of the body; None where there is something to tell."""
    key = (pieces.head, pieces.known[element])
    known = _kept.get(key)
    if known is not None:
        return known
    watch = Watch()
    watch.meet(element, story, within)
    watch.look_closely(element, story)
    if watch.remarks() or loose_in(element):
        return None
    seen = _seen(element, watch)
    if len(key[1]) <= LONGEST:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = seen
    return seen


def _seen(element: Element, watch: Watch) -> Seen:
    return Seen(
        watch.remarks(),
        _last_ones(leads_of(element)),
        sum(1 for _ in element.iter(RUN)),
        sum(1 for _ in element.iter(PARAGRAPH)),
        _nested(element),
    )


def _nested(element: Element) -> int:
    """Tell how many tables stand inside each other at most."""
    depths: dict[Element, int] = {}
    for table in element.iter(TABLE):
        above = next(table.iterancestors(TABLE), None)
        depths[table] = 1 + (0 if above is None else depths.get(above, 0))
    return max(depths.values(), default=0)


def _together(found: Sequence[Seen]) -> Seen:
    return Seen(
        (),
        _last_ones(chain.from_iterable([each.leads for each in found])),
        sum([each.runs for each in found]),
        sum([each.paragraphs for each in found]),
        max((each.tables for each in found), default=0),
    )


def _last_ones(leads: Iterable[str]) -> tuple[str, ...]:
    """Give each lead once, in the order of their last places."""
    return tuple(dict.fromkeys(reversed(tuple(leads))))[::-1]
