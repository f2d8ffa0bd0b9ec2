"""A table whose columns came or went → the same with its grid fitted, as wide as before.

The widths are reckoned as docxtpl reckons them.
"""

from docgen.press.ooxml.names import Element, w

GRID, COLUMN, WIDTH = w("tblGrid"), w("gridCol"), w("w")
ROW, CELL = w("tr"), w("tc")
SPAN = f"{w('tcPr')}/{w('gridSpan')}"


def fit_grid(table: Element) -> None:
    """Add or take away columns of a table's grid until it has as many as its longest row."""
    grid = table.find(GRID)
    if grid is None:
        return
    rows = [row for row in table.iter(ROW) if next(row.iterancestors(table.tag)) is table]
    _widen(grid, max((len(row.findall(CELL)) for row in rows), default=0))
    _narrow(grid, max((sum(map(span_of, row.findall(CELL))) for row in rows), default=0))


def span_of(cell: Element) -> int:
    """Give over how many columns a cell stands."""
    span = cell.find(SPAN)
    return 1 if span is None else int(span.get(w("val"), "1"))


def _widen(grid: Element, wanted: int) -> None:
    columns = grid.findall(COLUMN)
    more = wanted - len(columns)
    width = sum(_width(column) for column in columns)
    if more <= 0 or width <= 0:
        return
    before, after = width / len(columns), width / wanted
    for column in columns:
        column.set(WIDTH, str(int(_width(column) * after / before)))
    for _ in range(more):
        added = grid.makeelement(COLUMN)
        added.set(WIDTH, str(int(after)))
        grid.append(added)


def _narrow(grid: Element, wanted: int) -> None:
    columns = grid.findall(COLUMN)
    left, gone = columns[:wanted], columns[wanted:]
    if not gone:
        return
    freed = sum(_width(column) for column in gone)
    for column in gone:
        grid.remove(column)
    share = int(freed / len(left)) if left else 0
    for column in left:
        column.set(WIDTH, str(int(_width(column) + share)))


def _width(column: Element) -> float:
    return float(column.get(WIDTH, "0"))
