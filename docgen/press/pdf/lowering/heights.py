"""Paragraphs of plain runs → how high they are set, reckoned by the advances of the faces."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from docgen.press.pdf.lowering.looks import Looks
from docgen.press.pdf.lowering.widths import widest, width_of
from docgen.press.pdf.runs import Break, Image, Inline, Link, PageNumber, Space, Tab, Text
from docgen.press.pdf.tree import Block, Float, Frame, Paragraph

SLACK = 1.0  # points that a line may end nearer to its end than reckoned
WIDEST = 1.5  # of the size: what a letter that only layout can measure takes at most
DIGITS = "000"  # as wide as a page number gets


class Height(NamedTuple):
    """A height that blocks surely don't exceed, and whether it is surely theirs."""

    most: float
    is_sure: bool = True


class _Extent(NamedTuple):
    """How wide a line is if it doesn't wrap, and what it takes above and below its baseline.

    `tabs` of it go to stops that only layout can tell; they count as no width. No `word` of it is
    wider than that.
    """

    width: float = 0
    ascent: float = 0
    descent: float = 0
    tabs: int = 0
    odd: bool = False
    word: float = 0

    def and_then(self, other: "_Extent") -> "_Extent":
        return _Extent(
            self.width + other.width,
            max(self.ascent, other.ascent),
            max(self.descent, other.descent),
            self.tabs + other.tabs,
            self.odd or other.odd,
            self.word + other.word,
        )


NOTHING = _Extent()


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures blocks by the looks that their runs point to."""

    looks: Looks

    def height(self, blocks: Iterable[Block], width: float) -> Height | None:
        """Give the height of blocks with the gaps above them, None where it can't be known.

        What stands at a place of the page takes none.
        """
        total, is_sure = 0.0, True
        for block in blocks:
            if isinstance(block, Float) or (isinstance(block, Frame) and block.of_page):
                continue
            if not isinstance(block, Paragraph) or not _is_plain(block):
                return None
            found = self._paragraph(block, width)
            if found is None:
                return None
            total += block.gap + found.most
            is_sure = is_sure and found.is_sure
        return Height(total, is_sure)

    def _paragraph(self, paragraph: Paragraph, width: float) -> Height | None:
        if not paragraph.content:
            return Height(paragraph.empty)
        lines = self._lines(paragraph.content)
        room = width - paragraph.start - paragraph.end - max(paragraph.first, 0) - SLACK
        if lines is None or room <= 0:
            return None
        if any(line.tabs and not _is_tabbed(line, paragraph, room) for line in lines):
            return None
        heights = [
            (line.ascent + line.descent or paragraph.empty) * _wraps(line, room) for line in lines
        ]
        return Height(sum(heights), all(line.width <= room and not line.odd for line in lines))

    def _lines(self, content: Iterable[Inline]) -> list[_Extent] | None:
        """Measure the lines between breaks; None where something can't be measured."""
        lines = [NOTHING]
        for inline in content:
            if isinstance(inline, Break):
                lines.append(NOTHING)
                continue
            found = self._lines(inline.content) if isinstance(inline, Link) else self._one(inline)
            if found is None:
                return None
            lines[-1] = lines[-1].and_then(found[0])
            lines += found[1:]
        return lines

    def _one(self, inline: Inline) -> list[_Extent] | None:
        """Measure what stands in a line, odd letters at their widest; `None` for a box, a note."""
        if isinstance(inline, Image):
            return [_Extent(inline.width, inline.height, word=inline.width)]
        if isinstance(inline, PageNumber):
            inline = Text(inline.look, DIGITS)
        if isinstance(inline, Text):
            return [self._text(inline)]
        tabs = int(isinstance(inline, Tab))
        width = 0 if tabs else width_of(inline, self.looks)
        if width is None:
            return None
        if not isinstance(inline, Space | Tab) or inline.look is None:
            return [_Extent(width, word=width)]
        look = self.looks[inline.look]
        return [_Extent(width, look.ascent, look.descent, tabs, word=width)]

    def _text(self, text: Text) -> _Extent:
        """Measure a text and the widest of its words."""
        look = self.looks[text.look]
        width, is_sure = self._width(text.text, text.look)
        word = max(self._width(word, text.look)[0] for word in text.text.split(" "))
        return _Extent(width, look.ascent, look.descent, odd=not is_sure, word=word)

    def _width(self, words: str, look: int) -> tuple[float, bool]:
        """Give what words surely don't exceed in width, and whether it is surely theirs."""
        sure = width_of(Text(look, words), self.looks)
        if sure is not None:
            return sure, True
        most = widest(words, self.looks[look], self.looks)
        return WIDEST * self.looks[look].size * len(words) if most is None else most, False


def _is_plain(paragraph: Paragraph) -> bool:
    """Tell whether its lines alone make a paragraph's height."""
    sides = paragraph.borders
    bordered = sides is not None and (sides.top is not None or sides.bottom is not None)
    return not bordered and not (paragraph.heading and paragraph.label)


def _is_tabbed(line: _Extent, paragraph: Paragraph, room: float) -> bool:
    """Tell whether a line with a tab surely fits: one tab to a stop at its end, and room for it."""
    stop = paragraph.stops[0] if paragraph.stops else None
    if line.tabs > 1 or stop is None or stop.align != "end":
        return False
    return line.width + SLACK < stop.at - paragraph.start <= room + 2 * SLACK


def _wraps(line: _Extent, room: float) -> int:
    """Give the most lines that a text can take.

    Two lines together hold more than one's room, and the next word had none on any but the last.
    """
    if line.width <= room:
        return 1
    pairs = int(2 * line.width / room) + 1
    return min(pairs, int(line.width / (room - line.word)) + 1) if line.word < room else pairs
