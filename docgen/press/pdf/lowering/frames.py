"""Paragraphs with `w:framePr` → a frame at its place, and whether the text begins below it.

Text goes around a frame in Word. Setting can't have it beside one, so a frame is taken where the
text surely keeps clear of it: it begins below, or the frame leaves no room beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from docgen.press.pdf.lowering.heights import Measure
from docgen.press.pdf.lowering.measures import points
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.tree import Block, Frame

Said = Mapping[str, str]
ROOM = 1.0  # points beside a frame in which no text can stand
NEAR = 2.0  # points below its paragraph at which a frame still comes before the first line
CLEAR = frozenset({"notBeside", "none"})
SHARES = {"left": 0.0, "inside": 0.0, "top": 0.0, "center": 0.5}
SHARES |= dict.fromkeys(("right", "outside", "bottom"), 1.0)


class Outcome(NamedTuple):
    """A frame; how far down the page it pushes the text (0: not at all); and if it can be set."""

    frame: Frame
    pushes: float = 0
    fits: bool = True


class _Height(NamedTuple):
    """A frame's height if it is known, and what it surely doesn't exceed if that is."""

    sure: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class Framer:
    """What frames of one column are placed by.

    `start` is where the text goes on, from the page's top, when the frame stands at the beginning
    of a page, else None; `line` is how high its first line is at least.
    """

    page: Page
    measure: Measure
    start: float | None
    line: float = 0

    def framed(self, said: Said, blocks: Sequence[Block]) -> Outcome:
        """Place the blocks of a frame by its attributes (17.3.1.11)."""
        width = max(points(said.get("w")) or 0, 0)
        height = self._height(said, blocks, width)
        top, of_page = self._top(said, height)
        left = self._left(said, width)
        frame = Frame(
            tuple(blocks), left or 0, top or 0, width or self.page.column, height.sure, of_page
        )
        known = bool(width) and None not in {left, top} and "dropCap" not in said
        if said.get("wrap") == "none":
            return Outcome(replace(frame, apart=False), fits=known)
        if not of_page:
            near = -ROOM <= frame.top <= NEAR
            return Outcome(frame, fits=known and near and not self._has_room(frame, said))
        placed = self._on_page(frame, said, height.most)
        return placed._replace(fits=known and placed.fits)

    def _on_page(self, frame: Frame, said: Said, most: float | None) -> Outcome:
        """Settle how the text keeps clear of a frame that stands at a place of the page.

        A first line that would touch the frame goes below it, and the space before it too, as
        LibreOffice has it; one that would stand above makes text go around.
        """
        gap = points(said.get("vSpace")) or 0
        if self.start is None:
            return Outcome(frame, fits=False)
        if most is not None and frame.top + most + gap <= self.start:
            return Outcome(replace(frame, apart=False))
        touches = self.start + self.line > frame.top - gap
        alone = touches and not self._has_room(frame, said)
        if frame.height is None or not self.page.is_sure:
            return Outcome(frame, fits=alone)
        return Outcome(replace(frame, apart=False), frame.top + frame.height + gap, alone)

    def _has_room(self, frame: Frame, said: Said) -> bool:
        """Tell whether text would stand beside the frame."""
        page, gap = self.page, points(said.get("hSpace")) or 0
        before = frame.left - gap - page.margins[3]
        after = page.width - page.margins[1] - frame.left - frame.width - gap
        return said.get("wrap") not in CLEAR and max(before, after) > ROOM

    def _height(self, said: Said, blocks: Sequence[Block], width: float) -> _Height:
        asked, rule = max(points(said.get("h")) or 0, 0), said.get("hRule", "atLeast")
        if rule == "exact":
            return _Height(asked, asked)
        least = asked if rule == "atLeast" else 0
        found = self.measure.height(blocks, width)
        most = None if found is None else max(found.most, least)
        return _Height(most if found is not None and found.is_sure else None, most)

    def _left(self, said: Said, width: float) -> float | None:
        """Give the distance from the page's left edge; None where it isn't plain."""
        of_page = said.get("hAnchor") == "page"
        edge, room = (0.0, self.page.width) if of_page else (self.page.margins[3], self.page.column)
        if "xAlign" in said:
            share = SHARES.get(said["xAlign"])
            return None if share is None else edge + (room - width) * share
        return edge + (points(said.get("x")) or 0)

    def _top(self, said: Said, height: _Height) -> tuple[float | None, bool]:
        """Give the distance from the page's top, or from the paragraph, and which it is.

        A frame without an anchor counts from the margin, as LibreOffice has it.
        """
        anchor = said.get("vAnchor", "margin")
        if anchor == "text" or said.get("yAlign") == "inline":
            return (None if "yAlign" in said else points(said.get("y")) or 0), False
        edge = 0 if anchor == "page" else self.page.margins[0]
        if "yAlign" not in said:
            return edge + (points(said.get("y")) or 0), True
        foot = 0 if anchor == "page" else self.page.margins[2]
        share = SHARES.get(said["yAlign"])
        if share is None or height.sure is None:
            return None, True
        return edge + (self.page.height - edge - foot - height.sure) * share, True
