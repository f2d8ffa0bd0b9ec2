"""Blocks of the tree → the height that they surely don't exceed.

Typst lets what must not break run out of the page when it is higher than a page. So what is to
stay together is bound by these figures: they come quick and too high, never too low. Where they
don't tell, `layout/` measures.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.press.pdf.runs import (
    Break,
    Image,
    Inline,
    Link,
    Look,
    Note,
    PageNumber,
    Space,
    Tab,
    Text,
    Tick,
)
from docgen.press.pdf.tree import Block, Cell, Frame, Item, Listing, Paragraph, Row, Table

EM = 0.8
"""What a letter is wide at most, over a line's length, as a fraction of its size."""
NUMBER = 4
"""How many letters of the size a box, a page's number or a note's is wide at most."""
SLACK = 1.5
"""What lines lose at their ends, where a word has no room."""


@dataclass(frozen=True, slots=True)
class Column:
    """The looks of a document, the width that its blocks have, and whether a page ends them."""

    looks: Sequence[Look]
    width: float
    paged: bool = False

    def narrowed(self, by: float) -> "Column":
        """Give the column within a block, narrower by so many points."""
        return Column(self.looks, max(self.width - by, 1), self.paged)

    def of(self, cell: Cell, columns: Sequence[float]) -> "Column":
        """Give the column within a cell."""
        _, end, _, start = cell.insets
        width = sum(columns[cell.column : cell.column + cell.across])
        return Column(self.looks, max(width - end - start, 1))


def fits(blocks: Iterable[Block], column: Column, height: float) -> bool:
    """Tell whether blocks surely are no higher than this."""
    room = height
    for block in blocks:
        room -= _height(block, column)
        if room < 0:
            return False
    return True


def row_needs(row: Row, table: Table, column: Column) -> float:
    """Give what the content of a row surely doesn't exceed in height."""
    return max([_cell_height(cell, table, column) for cell in row.cells], default=0)


def _height(block: Block, column: Column) -> float:
    if isinstance(block, Paragraph):
        return block.gap + _paragraph_height(block, column)
    if isinstance(block, Listing):
        inner = column.narrowed(block.indent + block.hang)
        return block.gap + sum(_item_height(item, inner) for item in block.items)
    if isinstance(block, Table):
        return block.gap + sum(_row_height(row, block, column) for row in block.rows)
    return math.inf if isinstance(block, Frame) and block.apart else 0


def _item_height(item: Item, column: Column) -> float:
    label = _Tally(column)
    label.add(item.label)
    return max(sum(_height(each, column) for each in item.blocks), label.high)


def _row_height(row: Row, table: Table, column: Column) -> float:
    return row.height if row.exact else max(row.height, row_needs(row, table, column))


def _cell_height(cell: Cell, table: Table, column: Column) -> float:
    inner = column.of(cell, table.columns)
    top, _, bottom, _ = cell.insets
    return top + sum(_height(each, inner) for each in cell.blocks) + bottom


def _paragraph_height(paragraph: Paragraph, column: Column) -> float:
    around = 0.0
    if paragraph.borders:
        lines = (paragraph.borders.top, paragraph.borders.bottom)
        around = sum(line.width + line.space for line in lines if line)
    if not paragraph.content and not paragraph.label:
        return paragraph.empty + around
    tally = _Tally(column)
    tally.add(paragraph.label)
    tally.add(paragraph.content)
    room = max(column.width - paragraph.start - paragraph.end, 1)
    length = tally.length + max(paragraph.first, 0)
    count = 1 if length <= room else math.ceil(length * SLACK / room) + 1
    return around + (count + tally.breaks) * max(tally.high, paragraph.empty) + tally.notes


class _Tally:
    """How long a paragraph's words are together, how high a line is, what ends a line early."""

    def __init__(self, column: Column) -> None:
        self.length = self.high = self.notes = 0.0
        self.breaks = 0
        self._column = column

    def add(self, content: Iterable[Inline]) -> None:
        """Add what stands in a line."""
        for each in content:
            if isinstance(each, Text):
                look = self._raise(each.look)
                self.length += len(each.text) * (look.size * EM + look.tracking)
            elif isinstance(each, Break | Tab):
                self.breaks += 1
            else:
                self._add_other(each)

    def _add_other(self, each: Inline) -> None:
        if isinstance(each, Space | Image):
            self.length += each.width
        if isinstance(each, Image):
            self.high = max(self.high, each.height * 2)
        elif isinstance(each, Link):
            self.add(each.content)
        elif isinstance(each, Tick | PageNumber | Note):
            self.length += self._raise(each.look).size * NUMBER
        elif isinstance(each, Space) and each.look is not None:
            self._raise(each.look)
        if isinstance(each, Note):
            self.notes += sum(_height(block, self._column) for block in each.content)

    def _raise(self, number: int) -> Look:
        look = self._column.looks[number]
        self.high = max(self.high, look.ascent + look.descent)
        return look
