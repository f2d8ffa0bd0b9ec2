"""Blocks of the tree → JSON, with what they share, and where links of their letter may lead."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.press.pdf.fitting import Column, fits, row_needs
from docgen.press.pdf.hanging import hanging, label_hanging
from docgen.press.pdf.runs import Inline, Link, Mark, Note, Tab, Text
from docgen.press.pdf.shared import FORMAT, KIND, Plain, Shared, format_of, kind_of, plain_of
from docgen.press.pdf.tree import (
    Block,
    Cell,
    Float,
    Frame,
    Listing,
    PageBreak,
    Paragraph,
    Row,
    Table,
)

NEAR = 0.1
"""Points by which a tab stop at the end of a line may miss it."""


class Blocks:
    """The blocks of one letter, whose pages have so much `room` in their height."""

    def __init__(self, room: float) -> None:
        """Begin a letter."""
        self.formats, self.kinds = Shared(FORMAT), Shared(KIND)
        self.marks: list[str] = []
        self.headings = 0
        self._notes = 0
        self._room = room

    def coded(self, blocks: Iterable[Block], column: Column) -> list[Plain]:
        """Give blocks one below the other; what hangs over a page's end is a gap within it."""
        plains: list[Plain] = []
        over = 0.0
        for block in blocks:
            plain = self.block(block, column)
            if over and "gap" in plain and not plain.get("break"):
                plain["gap"] = round(_number(plain["gap"]) + over, 3)
            if not isinstance(block, Frame | Float):
                over = _number(plain.pop("hangs", 0))
            plains.append(plain)
        return plains

    def block(self, block: Block, column: Column) -> Plain:
        """Give one block."""
        match block:
            case Paragraph():
                return self.paragraph(block, column)
            case Listing():
                return self.listing(block, column)
            case Table():
                return self.table(block, column)
            case Frame():
                inner = Column(column.looks, block.width)
                blocks = self.coded(block.blocks, inner)
                return {"is": "frame", **plain_of(block), "blocks": blocks}
            case Float():
                return {"is": "float", **plain_of(block), "image": plain_of(block.image)}
            case PageBreak():
                return {"is": "pagebreak"}

    def paragraph(self, block: Paragraph, column: Column) -> Plain:
        """Give a paragraph; a first line's indent is a gap at its beginning."""
        content = self.inlines((*block.label, *block.content), column)
        if content and block.first:
            content.insert(0, block.first)
        over = hanging(block, column)
        whole = self.whole(block, column) if block.keep_lines else ""
        self.headings += block.heading > 0
        plain: Plain = {
            "is": "paragraph",
            "format": self.formats.number(*format_of(block, whole, over)),
            "gap": block.gap,
            "heading": block.heading,
            "break": block.break_before,
            "content": content,
            "hangs": over,
        }
        if not content:
            plain["empty"] = block.empty
        elif any(type(each) is Tab for each in block.content):
            plain["tabs"] = _tabs(block, column)
        return plain

    def whole(self, block: Block, column: Column) -> str:
        """Tell how a block is kept on one page: surely, or if layout finds that it fits."""
        return "yes" if fits((block,), column, self._room) else "try"

    def listing(self, block: Listing, column: Column) -> Plain:
        """Give a list; an item's first gap stands above it, with what the item above hangs over."""
        inner = column.narrowed(block.indent + block.hang)
        labels = [self.inlines(item.label, inner) for item in block.items]
        overs = [_hanging(item.blocks, inner) for item in block.items]
        gaps = [_gap(item.blocks) for item in block.items]
        below = [gap + over for gap, over in zip(gaps[1:], overs, strict=False)]
        keeps = [_keeps(item.blocks) for item in block.items]
        return {
            "is": "listing",
            "ordered": block.ordered or any(label != labels[0] for label in labels),
            "indent": block.indent,
            "hang": block.hang,
            "rtl": block.rtl,
            "gap": block.gap + sum(gaps[:1]),
            "gaps": below,
            "even": not below or min(below) == max(below),
            "whole": self.whole(block, column) if keeps[1:] and all(keeps[:-1]) else "",
            "sticks": keeps[-1:] == [True],
            "labels": labels,
            "over": min((label_hanging(item.label, inner) for item in block.items), default=0),
            "items": [self.coded(item.blocks, inner) for item in block.items],
            "hangs": sum(overs[-1:]),
        }

    def table(self, block: Table, column: Column) -> Plain:
        """Give a table: the heights of its rows (None: as their content needs), and its cells."""
        keeps = [row.keep_next for row in block.rows]
        merges = any(cell.down > 1 for row in block.rows for cell in row.cells)
        heights: list[float | None] = []
        cells: list[Plain] = []
        for y, row in enumerate(block.rows):
            asks = row.height > 0 or not row.splits
            needs = row_needs(row, block, column) if asks and not row.exact else 0
            sure = row.exact or (row.height > 0 and not merges and needs <= row.height)
            tried = not row.splits and max(row.height, needs) > self._room
            low = row.exact and row_needs(row, block, column) > row.height
            heights.append(row.height if sure else None)
            least = None if sure else next((each for each in row.cells if each.down == 1), None)
            for cell in row.cells:
                plain = self.cell(cell, row, block, column)
                width = column.of(cell, block.columns).width if tried and cell.down == 1 else 0
                room = row.height - cell.insets[0] - cell.insets[2] if cell is least else 0
                tall = _tall(block.rows[y : y + cell.down]) if low else 0
                cells.append(plain | {"y": y, "width": width, "least": max(room, 0), "cut": tall})
        return {
            "is": "table",
            "layout": block.layout,
            "columns": block.columns,
            "heights": heights,
            "headings": 0 if block.layout else block.headings,
            "indent": block.indent,
            "align": block.align,
            "rtl": block.rtl,
            "gap": block.gap,
            "whole": self.whole(block, column) if keeps[1:] and all(keeps[:-1]) else "",
            "sticks": keeps[-1:] == [True],
            "cells": cells,
            "tried": any(cell["width"] for cell in cells),
        }

    def cell(self, cell: Cell, row: Row, table: Table, column: Column) -> Plain:
        """Give a cell, as it would be in any row."""
        whole = not row.splits and cell.down == 1
        return {
            "x": cell.column,
            "across": cell.across,
            "down": cell.down,
            "kind": self.kinds.number(*kind_of(cell, rtl=table.rtl, whole=whole)),
            "blocks": self.coded(cell.blocks, column.of(cell, table.columns)),
        }

    def inlines(self, content: Iterable[Inline], column: Column) -> list[object]:
        """Give what stands in a line: text as its look and its letters."""
        return [
            [each.look, each.text] if type(each) is Text else self.inline(each, column)
            for each in content
        ]

    def inline(self, each: Inline, column: Column) -> Plain:
        """Give a field, link, picture or other thing in a line."""
        plain: Plain = {"is": type(each).__name__.lower(), **plain_of(each)}
        match each:
            case Link():
                mark = each.target[1:] if each.target.startswith("#") else None
                plain |= {"mark": mark, "content": self.inlines(each.content, column)}
            case Note():
                self._notes += 1
                number = Text(each.look, f"{self._notes} ")
                blocks = self.coded(_begun(each.content, number), column)
                plain |= {"number": str(self._notes), "content": blocks}
            case Mark():
                plain["leads"] = each.name not in self.marks
                self.marks.append(each.name)
        return plain


def _begun(blocks: Sequence[Block], by: Inline) -> Sequence[Block]:
    """Give blocks whose first paragraph begins by this: a note, by its number."""
    first, rest = blocks[:1], blocks[1:]
    if first and isinstance(first[0], Paragraph):
        return (replace(first[0], content=(by, *first[0].content)), *rest)
    return (Paragraph((by,)), *blocks)


def _tabs(block: Paragraph, column: Column) -> Plain:
    """Give the stops of a paragraph; `filled` if its one tab leads to the end of its lines."""
    stops = [[stop.at, stop.align, stop.leader] for stop in block.stops]
    filled = (
        sum(type(each) is Tab for each in block.content) == 1
        and len(stops) == 1
        and block.stops[0].align == "end"
        and abs(block.stops[0].at - column.width + block.end) < NEAR
    )
    return {"start": block.start, "first": block.first, "stops": stops, "filled": filled}


def _tall(rows: Sequence[Row]) -> float:
    """Give the height of rows that is exact, 0 where it isn't: what is higher is cut off there."""
    return sum(row.height for row in rows) if all(row.exact for row in rows) else 0


def _number(value: object) -> float:
    return value if isinstance(value, int | float) else 0


def _keeps(blocks: Sequence[Block]) -> bool:
    last = blocks[-1] if blocks else None
    return isinstance(last, Paragraph) and last.keep_next


def _hanging(blocks: Sequence[Block], column: Column) -> float:
    return hanging(blocks[-1], column) if blocks else 0


def _gap(blocks: Sequence[Block]) -> float:
    """Give the space above an item, which is that above its first block in the text."""
    texts = (each for each in blocks if isinstance(each, Paragraph | Listing | Table))
    return next((each.gap for each in texts), 0)
