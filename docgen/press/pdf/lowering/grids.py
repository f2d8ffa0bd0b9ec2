"""`w:tbl` → its rows and cells at their places in the grid, and the widths of its columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.measures import VAL, count, points, value_of

MOST_COLUMNS = 63  # Word's own limit
WRAPPERS = frozenset(
    {w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
)
CELL = w("tc")
MERGE, SPAN = f"{w('tcPr')}/{w('vMerge')}", f"{w('tcPr')}/{w('gridSpan')}"
PERCENT = 5000  # fiftieths of a percent in the whole (17.18.90)


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns of a grid, from the first to the one after the last."""

    top: int
    start: int
    bottom: int
    end: int


@dataclass(slots=True)
class Place:
    """A cell at its place; `down` grows with the cells merged into it."""

    element: Element
    row: int
    column: int
    across: int
    down: int = 1
    swallowed: list[Element] = field(default_factory=list)

    @property
    def area(self) -> Area:
        """Give the rows and columns that the cell covers."""
        return Area(self.row, self.column, self.row + self.down, self.column + self.across)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rows, its cells row by row, and how many columns it takes."""

    rows: tuple[Element, ...]
    places: tuple[tuple[Place, ...], ...]
    columns: int


def grid_of(table: Element) -> Grid:
    """Put the cells of a table into its grid (17.4.17, 17.4.84)."""
    rows = tuple(within(table, w("tr")))
    open_cells: dict[int, Place] = {}
    places: list[tuple[Place, ...]] = []
    columns = len(grid_columns(table))
    for index, row in enumerate(rows):
        found = list(_row(row, index))
        columns = max(columns, _skipped(row, "gridAfter") + _end(found, row))
        places.append(tuple(_merged(found, open_cells)))
    return Grid(rows, tuple(places), columns)


def grid_columns(table: Element) -> list[Element]:
    """Give the columns that the file names."""
    grid = table.find(w("tblGrid"))
    return [] if grid is None else list(grid.iterchildren(w("gridCol")))


def within(parent: Element, tag: str) -> Iterator[Element]:
    """Give the children of a name, those in content controls and the like too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from within(child, tag)


def widths_of(table: Element, grid: Grid, room: float) -> tuple[tuple[float, ...], bool]:
    """Give the widths of the columns, and whether the file says them plainly.

    The grid counts, and what the table's width makes of it, as LibreOffice has it; without a grid
    the widths of cells. Word widens columns that hold more than fits, unless they are fixed.
    """
    named = [points(column.get(w("w"))) or 0 for column in grid_columns(table)]
    if len(named) == grid.columns and sum(named) > 0 and min(named) >= 0:
        return _scaled(named, table.find(f"{w('tblPr')}/{w('tblW')}"), room), True
    wide = _by_cells(grid)
    if all(width is not None for width in wide):
        return tuple(width or 0 for width in wide), True
    return tuple([room / max(grid.columns, 1)] * grid.columns), False


def _scaled(named: Sequence[float], width: Element | None, room: float) -> tuple[float, ...]:
    """Stretch columns to the width that the table is to have (17.4.63)."""
    total = _wanted(width, room)
    factor = total / sum(named) if total else 1
    return tuple(round(each * factor, 3) for each in named)


def _wanted(width: Element | None, room: float) -> float:
    """Give the width that a table asks for, 0 where it is left open."""
    kind, value = ("auto", "") if width is None else (width.get(w("type")), width.get(w("w"), ""))
    if kind == "pct" or value.endswith("%"):
        share = count(value.rstrip("%")) or 0
        return max(room * share / (100 if value.endswith("%") else PERCENT), 0)
    return max(points(value) or 0, 0) if kind in {"dxa", None} else 0


def _by_cells(grid: Grid) -> list[float | None]:
    """Give the widths that cells of one column ask for."""
    wide: list[float | None] = [None] * grid.columns
    for place in (place for row in grid.places for place in row):
        asked = place.element.find(f"{w('tcPr')}/{w('tcW')}")
        if place.across == 1 and asked is not None and asked.get(w("type"), "dxa") == "dxa":
            found = points(asked.get(w("w")))
            wide[place.column] = found if found and found > 0 else wide[place.column]
    return wide


def _row(row: Element, index: int) -> Iterator[Place]:
    column = _skipped(row, "gridBefore")
    for cell in within(row, CELL):
        asked = cell.find(SPAN)
        span = 1 if asked is None else count(asked.get(VAL)) or 1
        place = Place(cell, index, column, min(max(span, 1), MOST_COLUMNS + 1))
        column += place.across
        yield place


def _end(places: Sequence[Place], row: Element) -> int:
    return places[-1].column + places[-1].across if places else _skipped(row, "gridBefore")


def _skipped(row: Element, name: str) -> int:
    found = count(value_of(row.find(w("trPr")), name)) or 0
    return min(max(found, 0), MOST_COLUMNS + 1)


def _merged(places: Iterable[Place], open_cells: dict[int, Place]) -> Iterator[Place]:
    """Give a row's cells, those that go on from the row above taken into the cell there."""
    for place in places:
        merge = place.element.find(MERGE)
        above = open_cells.get(place.column)
        kind = "none" if merge is None else merge.get(VAL, "continue")
        if kind == "continue" and above is not None and _stands_under(place, above):
            above.down += 1
            above.swallowed.append(place.element)
            continue
        open_cells.pop(place.column, None)
        if kind != "none":
            open_cells[place.column] = place
        yield place


def _stands_under(place: Place, above: Place) -> bool:
    return place.across == above.across and place.row == above.row + above.down
