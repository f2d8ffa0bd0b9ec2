"""Drafts and tables of one column → its blocks: gaps reckoned, frames placed, lists nested."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.draft import Draft
from docgen.press.pdf.lowering.frames import Framer, Outcome
from docgen.press.pdf.lowering.gaps import Piece, gaps_of, space_below
from docgen.press.pdf.lowering.heights import Measure
from docgen.press.pdf.lowering.kept import keep
from docgen.press.pdf.lowering.lists import Spaced, listed
from docgen.press.pdf.lowering.page import NO_PAGE
from docgen.press.pdf.lowering.recall import MOST
from docgen.press.pdf.lowering.settings import settings_of
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.runs import Text
from docgen.press.pdf.tree import Block

NOWHERE = float("inf")


class Stood(NamedTuple):
    """A draft or table, and the element it was read from."""

    piece: Piece
    element: Element


class _Framed(NamedTuple):
    """A frame as made before; it holds the pieces, so that no others can be taken for them."""

    pieces: tuple[Piece, ...]
    made: Outcome


class Blocks(NamedTuple):
    """Blocks one below the other, and the space that the last of them leaves below."""

    blocks: tuple[Block, ...]
    below: float = 0


@dataclass(frozen=True, slots=True)
class Column:
    """What is placed one below the other in a part of a file, or in a `cell` of it."""

    story: Story
    work: Work
    cell: bool = False

    def placed(self, stood: Sequence[Stood]) -> Blocks:
        """Place drafts and tables."""
        framed = any(isinstance(each.piece, Draft) and each.piece.frame for each in stood)
        flow = [each.piece for each in stood if not (framed and self._frame(each))]
        gaps = gaps_of(flow, add=self._adds)
        if framed:
            entries = list(self._entries(stood, flow, gaps))
        else:
            entries = [_spaced(piece, gap) for piece, gap in zip(flow, gaps, strict=True)]
        return Blocks(listed(entries, cell=self.cell), space_below(flow))

    @property
    def _adds(self) -> bool:
        return settings_of(self.work.styles.settings).gaps_add

    def _frame(self, stood: Stood) -> Mapping[str, str]:
        """Give the attributes of the frame that a paragraph stands in, none outside of frames.

        A frame in a cell, note or other frame is told, and its text set in its place.
        """
        frame = stood.piece.frame if isinstance(stood.piece, Draft) else None
        if frame and self.story.page is None:
            self._tell(frame, stood.element)
        return frame if frame and self.story.page is not None else {}

    def _entries(
        self, stood: Sequence[Stood], flow: Sequence[Piece], gaps: Sequence[float]
    ) -> Iterator[Spaced | Block]:
        """Give frames and flowing pieces in their order; a frame may push what follows it."""
        at, pushes, fresh = 0, 0.0, True
        for said, group in groupby(stood, key=self._frame):
            members = list(group)
            if said:
                start = self._start(gaps[at : at + 1], pushes) if fresh else None
                made = self._framed(said, members, start, self._line(flow[at : at + 1]))
                pushes = max(pushes, made.pushes)
                yield made.frame
                continue
            for each in members:
                yield _spaced(each.piece, gaps[at] + self._pushed(pushes))
                fresh = isinstance(each.piece, Draft) and each.piece.ends_page
                at, pushes = at + 1, 0

    def _framed(
        self, said: Mapping[str, str], members: Sequence[Stood], start: float | None, line: float
    ) -> Outcome:
        """Make a frame, or recall it: one around drafts that were recalled, at such a place."""
        pieces = tuple([each.piece for each in members])
        kept = self.work.styles.recalled
        key = (tuple(map(id, pieces)), self.story.page, start, line)
        known = kept.get(key)
        if isinstance(known, _Framed):
            made = known.made
        else:
            made = self._made(said, pieces, start, line)
            keep(kept, key, _Framed(pieces, made), MOST)
        if not made.fits:
            self._tell(said, members[0].element)
        return made

    def _made(
        self, said: Mapping[str, str], pieces: Sequence[Piece], start: float | None, line: float
    ) -> Outcome:
        gaps = gaps_of(pieces, add=self._adds)
        blocks = listed([_spaced(*each) for each in zip(pieces, gaps, strict=True)], cell=True)
        framer = Framer(self.story.page or NO_PAGE, Measure(self.work.looks), start, line)
        return framer.framed(said, blocks)

    def _start(self, gap: Sequence[float], pushed: float) -> float | None:
        """Give how far down the page the text begins that follows a frame at its top."""
        page = self.story.page
        if page is None or page.top is None:
            return None
        return max(page.top, pushed) + gap[0] if gap else NOWHERE

    def _line(self, following: Sequence[Piece]) -> float:
        """Give how high the first line of what follows is at least."""
        if not following or not isinstance(following[0], Draft):
            return 0
        paragraph = following[0].paragraph
        texts = (each for each in paragraph.content if isinstance(each, Text))
        look = next((self.work.looks[text.look] for text in texts), None)
        return paragraph.empty if look is None else look.ascent + look.descent

    def _pushed(self, to: float) -> float:
        """Give how much further down text is for a frame that ends at a place of the page."""
        page = self.story.page
        return to - (page.top or 0) if to and page is not None else 0

    def _tell(self, said: Mapping[str, str], element: Element) -> None:
        is_cap = said.get("dropCap", "none") != "none"
        self.work.remarks.tell("pdf-drop-cap" if is_cap else "pdf-frame", element)


def _spaced(piece: Piece, gap: float) -> Spaced | Block:
    if isinstance(piece, Draft):
        return Spaced(piece, gap)
    return piece if piece.gap == gap else replace(piece, gap=gap)
