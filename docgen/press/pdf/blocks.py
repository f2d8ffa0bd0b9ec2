"""Blocks of the tree → JSON, with what they share, and where links of their letter may lead."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.press.pdf.fitting import Column, fits, row_needs
from docgen.press.pdf.hanging import hanging, label_hanging
from docgen.press.pdf.runs import Inline, Link, Look, Mark, Note, Tab, Text
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
from docgen.press.pdf.written import Known, Written, listed, memory_of, written

NEAR = 0.1
"""Points by which a tab stop at the end of a line may miss it."""


class Blocks:
    """The blocks of one letter, whose pages have so much `room` in their height."""

    def __init__(self, looks: tuple[Look, ...], room: float) -> None:
        """Begin a letter."""
        self.formats, self.kinds = Shared(FORMAT), Shared(KIND)
        self.marks: list[str] = []
        self.headings = 0
        self.memory = memory_of(looks, room)
        self._notes = 0
        self._room = room

    def coded(self, blocks: Iterable[Block], column: Column) -> str:
        """Give blocks one below the other; what hangs over a page's end is a gap within it."""
        texts: list[str] = []
        over = 0.0
        for block in blocks:
            made = self.block(block, column)
            texts.append(made.below(over))
            if not isinstance(block, Frame | Float):
                over = made.over
        return listed(texts)

    def block(self, block: Block, column: Column) -> Written:
        """Give one block, as it was written in another letter if that wrote it like this one."""
        key = (id(block), column.width, column.paged)
        known = self.memory.blocks.get(key)
        if known is not None and self._adopts(known):
            self.headings += known.headings
            return known.written
        formats, kinds = len(self.formats.asked), len(self.kinds.asked)
        headings, passing = self.headings, (self._notes, len(self.marks))
        made = self._made(block, column)
        if passing == (self._notes, len(self.marks)):
            rows = (self.formats.asked_since(formats), self.kinds.asked_since(kinds))
            self.memory.keep(key, Known(block, made, *rows, self.headings - headings))
        return made

    def _adopts(self, known: Known) -> bool:
        """Tell whether the rows that a known block points at have the same numbers here."""
        return self.formats.adopt(known.formats) and self.kinds.adopt(known.kinds)

    def _made(self, block: Block, column: Column) -> Written:
        match block:
            case Paragraph():
                return self.paragraph(block, column)
            case Listing():
                return self.listing(block, column)
            case Table():
                return self.table(block, column)
            case Frame():
                blocks = self.coded(block.blocks, Column(column.looks, block.width))
                plain = {"is": "frame", **plain_of(block)}
                del plain["blocks"]
                return Written(written(plain, blocks=blocks))
            case Float():
                image = plain_of(block.image)
                return Written(written({"is": "float", **plain_of(block), "image": image}))
            case PageBreak():
                return Written(written({"is": "pagebreak"}))

    def paragraph(self, block: Paragraph, column: Column) -> Written:
        """Give a paragraph; a first line's indent is a gap at its beginning."""
        content = self.inlines((*block.label, *block.content), column)
        if content and block.first:
            content.insert(0, written(block.first))
        over = hanging(block, column)
        whole = self.whole(block, column) if block.keep_lines else ""
        self.headings += block.heading > 0
        plain: Plain = {
            "is": "paragraph",
            "format": self.formats.number(*format_of(block, whole, over)),
            "heading": block.heading,
            "break": block.break_before,
        }
        if not content:
            plain["empty"] = block.empty
        elif any(type(each) is Tab for each in block.content):
            plain["tabs"] = _tabs(block, column)
        text = written(plain, content=listed(content))
        return Written(text, block.gap, over, block.break_before)

    def whole(self, block: Block, column: Column) -> str:
        """Tell how a block is kept on one page: surely, or if layout finds that it fits."""
        return "yes" if fits((block,), column, self._room) else "try"

    def _together(self, block: Block, keeps: Sequence[bool], column: Column) -> Plain:
        """Tell how items or rows stay together, each of which keeps to the next one or doesn't."""
        whole = self.whole(block, column) if keeps[1:] and all(keeps[:-1]) else ""
        return {"whole": whole, "sticks": keeps[-1:] == [True]}

    def listing(self, block: Listing, column: Column) -> Written:
        """Give a list; an item's first gap stands above it, with what the item above hangs over."""
        inner = column.narrowed(block.indent + block.hang)
        labels = [listed(self.inlines(item.label, inner)) for item in block.items]
        overs = [_hanging(item.blocks, inner) for item in block.items]
        gaps = [_gap(item.blocks) for item in block.items]
        below = [gap + over for gap, over in zip(gaps[1:], overs, strict=False)]
        keeps = [_keeps(item.blocks) for item in block.items]
        plain: Plain = {
            "is": "listing",
            "ordered": block.ordered or any(label != labels[0] for label in labels),
            "indent": block.indent,
            "hang": block.hang,
            "rtl": block.rtl,
            "gaps": below,
            "even": not below or min(below) == max(below),
            **self._together(block, keeps, column),
            "over": min((label_hanging(item.label, inner) for item in block.items), default=0),
        }
        items = listed([self.coded(item.blocks, inner) for item in block.items])
        text = written(plain, labels=listed(labels), items=items)
        return Written(text, block.gap + sum(gaps[:1]), sum(overs[-1:]))

    def table(self, block: Table, column: Column) -> Written:
        """Give a table: the heights of its rows (None: as their content needs), and its cells."""
        keeps = [row.keep_next for row in block.rows]
        merges = any(cell.down > 1 for row in block.rows for cell in row.cells)
        heights: list[float | None] = []
        cells: list[str] = []
        tries = False
        for y, row in enumerate(block.rows):
            asks = row.height > 0 or not row.splits
            needs = row_needs(row, block, column) if asks and not row.exact else 0
            sure = row.exact or (row.height > 0 and not merges and needs <= row.height)
            tried = not row.splits and max(row.height, needs) > self._room
            low = row.exact and row_needs(row, block, column) > row.height
            heights.append(row.height if sure else None)
            least = None if sure else next((each for each in row.cells if each.down == 1), None)
            for cell in row.cells:
                width = column.of(cell, block.columns).width if tried and cell.down == 1 else 0
                room = row.height - cell.insets[0] - cell.insets[2] if cell is least else 0
                tall = _tall(block.rows[y : y + cell.down]) if low else 0
                more: Plain = {"y": y, "width": width, "least": max(room, 0), "cut": tall}
                cells.append(self.cell(cell, row, block, column, more))
                tries = tries or width > 0
        plain: Plain = {
            "is": "table",
            "layout": block.layout,
            "columns": block.columns,
            "heights": heights,
            "headings": 0 if block.layout else block.headings,
            "indent": block.indent,
            "align": block.align,
            "rtl": block.rtl,
            **self._together(block, keeps, column),
            "tried": tries,
        }
        return Written(written(plain, cells=listed(cells)), block.gap)

    def cell(self, cell: Cell, row: Row, table: Table, column: Column, more: Plain) -> str:
        """Give a cell, as it would be in any row, and what it has of its row."""
        whole = not row.splits and cell.down == 1
        plain: Plain = {
            "x": cell.column,
            "across": cell.across,
            "down": cell.down,
            "kind": self.kinds.number(*kind_of(cell, rtl=table.rtl, whole=whole)),
            **more,
        }
        return written(plain, blocks=self.coded(cell.blocks, column.of(cell, table.columns)))

    def inlines(self, content: Iterable[Inline], column: Column) -> list[str]:
        """Give what stands in a line: text as its look and its letters."""
        return [
            written([each.look, each.text]) if type(each) is Text else self.inline(each, column)
            for each in content
        ]

    def inline(self, each: Inline, column: Column) -> str:
        """Give a field, link, picture or other thing in a line."""
        plain: Plain = {"is": type(each).__name__.lower(), **plain_of(each)}
        match each:
            case Link():
                plain["mark"] = each.target[1:] if each.target.startswith("#") else None
                del plain["content"]
                return written(plain, content=listed(self.inlines(each.content, column)))
            case Note():
                self._notes += 1
                plain["number"] = str(self._notes)
                number = Text(each.look, f"{self._notes} ")
                del plain["content"]
                return written(plain, content=self.coded(_begun(each.content, number), column))
            case Mark():
                plain["leads"] = each.name not in self.marks
                self.marks.append(each.name)
        return written(plain)


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


def _keeps(blocks: Sequence[Block]) -> bool:
    last = blocks[-1] if blocks else None
    return isinstance(last, Paragraph) and last.keep_next


def _hanging(blocks: Sequence[Block], column: Column) -> float:
    return hanging(blocks[-1], column) if blocks else 0


def _gap(blocks: Sequence[Block]) -> float:
    """Give the space above an item, which is that above its first block in the text."""
    texts = (each for each in blocks if isinstance(each, Paragraph | Listing | Table))
    return next((each.gap for each in texts), 0)
