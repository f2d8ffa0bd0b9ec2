"""Blocks of a page → how much of the last line's spacing may hang over the end of the page.

Word adds the extra of a multiple below the line (`Look.over`). At the end of a page it needs no
room there: LibreOffice lets a line stand whose letters fit.
"""

from collections.abc import Iterable, Iterator, Sequence

from docgen.press.pdf.fitting import Column
from docgen.press.pdf.runs import Image, Inline, Link, Look, Note, PageNumber, Text
from docgen.press.pdf.tree import Block, Listing, Paragraph


def hanging(block: Block, column: Column) -> float:
    """Give by how much a block's last line may hang over; a block of a cell's may not at all."""
    if not column.paged:
        return 0
    if isinstance(block, Listing):
        blocks = block.items[-1].blocks if block.items else ()
        return hanging(blocks[-1], column) if blocks else 0
    if not isinstance(block, Paragraph) or (block.borders and block.borders.bottom):
        return 0
    return label_hanging((*block.label, *block.content), column)


def label_hanging(content: Iterable[Inline], column: Column) -> float:
    """Give by how much any line of this content may hang over."""
    return min(_over(content, column.looks), default=0) if column.paged else 0


def _over(content: Iterable[Inline], looks: Sequence[Look]) -> Iterator[float]:
    for inline in content:
        if isinstance(inline, Text | PageNumber):
            yield looks[inline.look].over
        elif isinstance(inline, Link):
            yield from _over(inline.content, looks)
        elif isinstance(inline, Image | Note):
            yield 0
