"""`w:tbl` → a table of the tree: its columns, its rows, and where it stands (ECMA-376-1, 17.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.cells import Bench, Filler, Ready, cell_of
from docgen.press.pdf.lowering.conditions import Settled
from docgen.press.pdf.lowering.edges import Edges
from docgen.press.pdf.lowering.grids import MOST_COLUMNS, Area, Grid, grid_of, widths_of
from docgen.press.pdf.lowering.heights import Measure
from docgen.press.pdf.lowering.measures import VAL, is_on, points, value_of
from docgen.press.pdf.lowering.rooms import is_too_low
from docgen.press.pdf.lowering.settings import settings_of
from docgen.press.pdf.lowering.tablestyles import TableFormat, excepted, table_format
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.tree import Row, Table

MOST_EDGES, MOST_CELLS = 100, 200  # tables whose lines are kept, and cells of one
Settling = tuple[tuple[Area, Settled], ...]
PARTED = 15  # from this version of Word on, a table's edge stands at its indent, not its text
Align = Literal["start", "center", "end"]
ALIGNED: Mapping[str, Align] = {"center": "center", "right": "end", "end": "end"}
TRACKED = (w("ins"), w("del"))


def table_of(element: Element, story: Story, work: Work, fill: Filler) -> Table | None:
    """Lower a table; None, and a remark, for what is none or is too large."""
    grid = grid_of(element)
    if grid.columns > MOST_COLUMNS:
        work.remarks.tell("pdf-table-size", element, limit=str(MOST_COLUMNS))
    if grid.columns > MOST_COLUMNS or not any(grid.places):
        return None
    _tell(element, grid, work)
    table = table_format(element.find(w("tblPr")), work.styles)
    widths, plain = widths_of(element, grid, story.width)
    if not plain:
        work.remarks.tell("pdf-table-grid", element)
    whole = Area(0, 0, len(grid.rows), grid.columns)
    bench = Bench(story, work, fill, widths, whole)
    cells = [
        [bench.ready(place, excepted(table, row)) for place in places]
        for row, places in zip(grid.rows, grid.places, strict=True)
    ]
    asked = tuple([(ready.area, ready.settled) for row in cells for ready in row])
    edges = (_kept_edges if len(asked) <= MOST_CELLS else _edges)(asked)
    made = _made(element, table, bench, Rows(grid.rows, cells, edges))
    measure = Measure(work.looks)
    for row, each in zip(grid.rows, made.rows, strict=True):
        if is_too_low(each, widths, measure):
            work.remarks.tell("pdf-row-low", row, stops=False)
    return made


def _edges(asked: Settling) -> Edges:
    return Edges.of([(area, each.sides) for area, each in asked])


_kept_edges = lru_cache(MOST_EDGES)(_edges)


@dataclass(frozen=True, slots=True)
class Rows:
    """A table's rows as they stand in the file, the cells of each, and the lines between."""

    elements: Sequence[Element]
    cells: Sequence[Sequence[Ready]]
    edges: Edges

    def made(self, columns: int, *, keep: bool) -> tuple[Row, ...]:
        """Make the rows; with `keep` one stays on the page of the next where it says so."""
        return tuple(self._row(index, columns, keep=keep) for index in range(len(self.cells)))

    def _row(self, index: int, columns: int, *, keep: bool) -> Row:
        """Make a row: its cells share the top that its lines and largest margin give.

        As LibreOffice has it; the line below the last row counts as part of that row.
        """
        cells = self.cells[index]
        last = len(self.cells)
        top = self.edges.thickness(index, columns)
        top += max((ready.settled.margins["top"] for ready in cells), default=0)
        foot = self.edges.thickness(last, columns)
        height, rule = _height(self.elements[index])
        ends = [foot if ready.area.bottom == last else 0 for ready in cells]
        made = [
            cell_of(ready, self.edges, top, end) for ready, end in zip(cells, ends, strict=True)
        ]
        return Row(
            cells=tuple(made),
            height=height + (foot if height and index == last - 1 else 0),
            exact=rule == "exact",
            splits=not _is_on(self.elements[index], "cantSplit"),
            keep_next=keep and bool(cells) and cells[0].filled.keeps,
        )


def _made(element: Element, table: TableFormat, bench: Bench, rows: Rows) -> Table:
    headings = _headings(rows.elements)
    lined = any(line is not None for line in rows.edges.lines.values())
    nested = bench.story.page is None
    align: Align = ALIGNED.get(table.align, "start")
    return Table(
        columns=bench.widths,
        rows=rows.made(bench.whole.end, keep=not nested),
        headings=headings,
        indent=_indent(table, rows.edges, bench, nested=nested) if align == "start" else 0,
        align=align,
        rtl=table.rtl,
        layout=not headings and not lined,
        alt=_alt(element.find(w("tblPr"))),
    )


def _indent(table: TableFormat, edges: Edges, bench: Bench, *, nested: bool) -> float:
    """Give where a table's first grid line stands.

    Up to Word 2010 the text of the first cell stood at the indent. Since then the table's edge
    does, the line's outer edge in LibreOffice, whose lines are centred on the grid.
    """
    old = settings_of(bench.work.styles.settings).compatibility < PARTED
    if old and not nested:
        return table.indent - table.margins["start"]
    line = edges.lines.get((0, 0, False))
    indent = max(table.indent, 0) if nested else table.indent
    return indent + (line.width / 2 if line is not None else 0)


def _headings(rows: Sequence[Element]) -> int:
    """Count the rows at the top that repeat on each page (17.4.78)."""
    return next((i for i, row in enumerate(rows) if not _is_on(row, "tblHeader")), len(rows))


def _height(row: Element) -> tuple[float, str]:
    """Give a row's height and what it is: `atLeast`, `exact` or `auto` (17.4.80)."""
    found = row.find(f"{w('trPr')}/{w('trHeight')}")
    if found is None or found.get(w("hRule")) == "auto":
        return 0, "auto"
    return max(points(found.get(VAL)) or 0, 0), found.get(w("hRule"), "atLeast")


def _is_on(row: Element, name: str) -> bool:
    found = row.find(f"{w('trPr')}/{w(name)}")
    return found is not None and is_on(found)


def _alt(properties: Element | None) -> str:
    """Give what the table says of itself to those who can't see it (17.4.41, 17.4.46)."""
    said = (value_of(properties, name) for name in ("tblDescription", "tblCaption"))
    return next((text for text in said if text), "")


def _tell(element: Element, grid: Grid, work: Work) -> None:
    properties = element.find(w("tblPr"))
    if properties is not None and properties.find(w("tblpPr")) is not None:
        work.remarks.tell("pdf-table-floating", element)
    spaces = (
        e.find(w("tblCellSpacing")) for e in (properties, *_row_properties(grid)) if e is not None
    )
    if any(space is not None for space in spaces):
        work.remarks.tell("pdf-table-look", element, what="space between cells")
    for each in _row_properties(grid):
        if any(each.find(tag) is not None for tag in TRACKED):
            work.remarks.tell("pdf-tracked-changes", each)
    if any(_is_on(row, "hidden") for row in grid.rows):
        work.remarks.tell("pdf-table-look", element, what="a hidden row")


def _row_properties(grid: Grid) -> list[Element]:
    found = (row.find(w("trPr")) for row in grid.rows)
    return [each for each in found if each is not None]
