"""What many blocks of a letter share → tables of it, to which blocks point by number.

Typst makes a row of these tables once a letter, not once a paragraph.
"""

from collections.abc import Sequence

from docgen.press.pdf.runs import Look
from docgen.press.pdf.tree import Cell, Line, Paragraph, Sides

Plain = dict[str, object]
"""A value as JSON has it."""
Borders = tuple[Line | None, Line | None, Line | None, Line | None]
"""Lines at the top, right, bottom and left."""
Row = tuple[object, ...]
Key = tuple[Row, Borders]
Asked = tuple[tuple[int, Key], ...]
"""Rows that were asked for, with their numbers."""

SIDES = ("top", "right", "bottom", "left")
FORMAT = ("start", "end", "align", "rtl", "widows", "fill", "sticks", "hang", "whole", "over")
KIND = ("insets", "fill", "place", "whole")
NO_SIDES = Sides()


class Shared:
    """The rows of one kind that a letter has so far."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names of what a row holds before its borders."""
        self._names = names
        self._numbers: dict[Key, int] = {}
        self.asked: list[tuple[int, Key]] = []

    def number(self, row: Row, borders: Borders) -> int:
        """Give the number of a row, a new one if it is new."""
        key = (row, borders)
        number = self._numbers.setdefault(key, len(self._numbers))
        self.asked.append((number, key))
        return number

    def adopt(self, asked: Asked) -> bool:
        """Tell whether rows have the numbers here that they had in another letter."""
        numbers = self._numbers
        for number, key in asked:
            if numbers.setdefault(key, len(numbers)) != number:
                return False
        self.asked += asked
        return True

    def asked_since(self, start: int) -> Asked:
        """Give the rows that were asked for from a place on, each once."""
        return tuple(dict.fromkeys(self.asked[start:]))

    def plain(self) -> list[Plain]:
        """Give the table as JSON has it."""
        return [self._row(*key) for key in self._numbers]

    def _row(self, row: Row, borders: Borders) -> Plain:
        lines = [plain_of(line) if line else None for line in borders]
        names = (*self._names, *SIDES)
        return dict(zip(names, (*row, *lines), strict=True))


def format_of(block: Paragraph, whole: str, over: float) -> tuple[Row, Borders]:
    """Give what paragraphs share; a fill or border begins where their outermost line does."""
    borders = sides_of(block.borders or NO_SIDES, rtl=block.rtl)
    hang = min(block.first, 0) if block.fill or block.borders else 0
    start, end = (block.end, block.start) if block.rtl else (block.start, block.end)
    way = (block.align, block.rtl, block.widows, block.fill, block.keep_next)
    return (start, end, *way, hang, whole, over), borders


def kind_of(cell: Cell, *, rtl: bool, whole: bool) -> tuple[Row, Borders]:
    """Give what cells of one look share; in a right-to-left table they begin at the right."""
    top, end, bottom, start = cell.insets
    insets = (top, start, bottom, end) if rtl else (top, end, bottom, start)
    return (insets, cell.fill, cell.place, whole), sides_of(cell.borders, rtl=rtl)


def sides_of(sides: Sides, *, rtl: bool) -> Borders:
    """Give borders as they lie on the page."""
    right, left = (sides.start, sides.end) if rtl else (sides.end, sides.start)
    return sides.top, right, sides.bottom, left


def look_of(look: Look) -> Plain:
    """Give a look as JSON has it."""
    return plain_of(look) | {"language": language_of(look.language)}


def language_of(tag: str) -> tuple[str, str | None]:
    """Split a BCP 47 tag to its language and region, as far as Typst can tell them."""
    first, *rest = tag.split("-")
    known = first.isascii() and first.isalpha() and len(first) in {2, 3}
    regions = (part for part in rest if len(part) == len("GB") and part.isalpha())
    return (first.lower(), next(regions, None)) if known else ("en", "GB")


def plain_of(value: object) -> Plain:
    """Give the fields of a value of the tree."""
    names: Sequence[str] = getattr(type(value), "__slots__", ())
    return {name: getattr(value, name) for name in names}
