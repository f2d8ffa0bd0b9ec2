"""A field's box and look → the room that its text has, and the sizes that it may have."""

import math
from dataclasses import dataclass

from docgen.model.form import FieldKind
from docgen.press.form.shapes import Align, Edge, Face, Look

LARGEST = 12.0
"""What a text is set in where its form leaves the size open and there is room."""
SMALLEST = 8.0
"""The smallest size that people read in an office; a form may ask for less, docgen doesn't."""
TINIEST = 4.0
STEP = 0.5
LINE = 1.15
"""The height of a Latin line, as a part of its size."""
DEEP = frozenset({Edge.BEVELLED, Edge.INSET})


@dataclass(frozen=True, slots=True)
class Room:
    """What a text has room in, in points: the whole box, and how far to keep from its sides.

    Nothing is drawn within `inset` of the edge, lines begin at `pad`. `size` is the largest, `auto`
    where the form leaves it to us, `least` the smallest.
    """

    kind: FieldKind
    width: float
    height: float
    inset: float
    pad: float
    size: float
    auto: bool
    least: float
    align: Align
    face: Face
    colour: bytes
    cells: int

    @property
    def seen(self) -> bool:
        """Tell whether a text would be seen at all: some fields are there for programs only."""
        return self.wide >= TINIEST and self.high >= TINIEST

    @property
    def wide(self) -> float:
        """Give the length of a line."""
        return self.width - 2 * self.pad

    @property
    def high(self) -> float:
        """Give the height in which ink is seen."""
        return self.height - 2 * self.inset

    @property
    def clip(self) -> bytes:
        """Give the operators that begin a text, and keep it within its box."""
        edge = (self.inset, self.inset, self.width - 2 * self.inset, self.high)
        return b"/Tx BMC\nq %b re W n\n" % b" ".join(figure(each) for each in edge)


def room_in(look: Look, kind: FieldKind, box: tuple[float, float], cells: int) -> Room:
    """Give the room in a box, of width and height, for text of a look."""
    width, height = box
    inset = look.border * (2 if look.edge in DEEP else 1)
    size = look.size or _open_size(kind, height - 2 * inset)
    return Room(
        kind=kind,
        width=width,
        height=height,
        inset=inset,
        pad=2 * max(1.0, inset),
        size=size,
        auto=not look.size,
        least=min(SMALLEST, size),
        align=look.align,
        face=look.face,
        colour=look.colour,
        cells=cells,
    )


def _open_size(kind: FieldKind, high: float) -> float:
    """Give the size to begin with where the form leaves it open."""
    if kind is FieldKind.LINES:
        return LARGEST
    return max(min(LARGEST, halved(high / LINE)), TINIEST)


def halved(size: float) -> float:
    """Give the next size in half points that is no larger."""
    return math.floor(size / STEP + 0.001) * STEP


def figure(value: float) -> bytes:
    """Write a number for an operator: never with an exponent, to a hundredth of a point."""
    return (b"%.2f" % value).rstrip(b"0").rstrip(b".") or b"0"
