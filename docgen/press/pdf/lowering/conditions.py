"""Where a cell stands in its table → which parts of the table's style hold for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docgen.press.pdf.lowering.grids import Area
from docgen.press.pdf.lowering.layers import ORDER
from docgen.press.pdf.lowering.properties import Border
from docgen.press.pdf.lowering.tablestyles import PLAIN, CellFormat, TableFormat

MOST_KEPT = 2_000
CORNERS = {
    ("firstRow", "firstCol"): "nwCell",
    ("firstRow", "lastCol"): "neCell",
    ("lastRow", "firstCol"): "swCell",
    ("lastRow", "lastCol"): "seCell",
}
LOOKS = {
    "firstRow": "firstRow",
    "lastRow": "lastRow",
    "firstCol": "firstColumn",
    "lastCol": "lastColumn",
}


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """What holds for a cell: fill, place, margins, its own sides, and the style's conditions.

    `sides` are those it has itself or by its style; neighbours may draw over them.
    """

    fill: str
    place: str
    margins: Mapping[str, float]
    sides: Mapping[str, Border]
    conditions: tuple[str, ...]


@lru_cache(maxsize=MOST_KEPT)
def settled(table: TableFormat, cell: Area, whole: Area, own: CellFormat) -> Settled:
    """Lay a cell's own format over its table's and over the style's conditions (17.7.6)."""
    areas = areas_of(table, cell, whole)
    made = PLAIN
    sides = _sides(table.borders, cell, whole)
    for layer, area in (*[(table.cells[each], areas[each]) for each in areas], (own, cell)):
        if layer is not PLAIN:
            made = made.under(layer)
            sides.update(_sides(layer.borders, cell, area))
    return Settled(
        made.fill or "auto",
        made.place or "top",
        {**table.margins, **made.margins},
        sides,
        tuple(each for each in areas if each),
    )


def areas_of(table: TableFormat, cell: Area, whole: Area) -> Mapping[str, Area]:
    """Give the conditions that hold for a cell, the weakest first, and where each holds.

    Of the style's own alone; `""` stands for what it says of all cells.
    """
    found = dict(_edges(table, cell, whole))
    for (row, column), corner in CORNERS.items():
        if row in found and column in found:
            found[corner] = cell
    found.update(_bands(table, cell, whole))
    found["wholeTable"] = whole
    ranked = sorted(found.keys() & table.cells.keys(), key=lambda name: ORDER[name])
    there = {"": whole} if "" in table.cells else {}
    return there | {name: found[name] for name in ranked}


def _edges(table: TableFormat, cell: Area, whole: Area) -> Iterator[tuple[str, Area]]:
    lines = {
        "firstRow": (cell.top == 0, Area(0, 0, cell.bottom, whole.end)),
        "lastRow": (cell.bottom == whole.bottom, Area(cell.top, 0, whole.bottom, whole.end)),
        "firstCol": (cell.start == 0, Area(0, 0, whole.bottom, cell.end)),
        "lastCol": (cell.end == whole.end, Area(0, cell.start, whole.bottom, whole.end)),
    }
    for name, (holds, area) in lines.items():
        if holds and LOOKS[name] in table.looks:
            yield name, area


def _bands(table: TableFormat, cell: Area, whole: Area) -> Iterator[tuple[str, Area]]:
    """Give the bands that a cell lies in; first and last rows and columns have none."""
    rows, columns = table.bands
    top, bottom = _inner(table.looks, ("firstRow", "lastRow"), whole.bottom)
    if "noHBand" not in table.looks and top <= cell.top < bottom:
        band = (cell.top - top) // rows
        start = top + band * rows
        area = Area(start, 0, min(start + rows, bottom), whole.end)
        yield f"band{band % 2 + 1}Horz", area
    start, end = _inner(table.looks, ("firstColumn", "lastColumn"), whole.end)
    if "noVBand" not in table.looks and start <= cell.start < end:
        band = (cell.start - start) // columns
        first = start + band * columns
        yield f"band{band % 2 + 1}Vert", Area(0, first, whole.bottom, min(first + columns, end))


def _inner(looks: frozenset[str], names: tuple[str, str], size: int) -> tuple[int, int]:
    return int(names[0] in looks), size - int(names[1] in looks)


def _sides(borders: Mapping[str, Border], cell: Area, area: Area) -> dict[str, Border]:
    """Give a cell the borders of the area it lies in: the outer ones where it is at the edge."""
    chosen = {
        "top": "top" if cell.top <= area.top else "insideH",
        "end": "end" if cell.end >= area.end else "insideV",
        "bottom": "bottom" if cell.bottom >= area.bottom else "insideH",
        "start": "start" if cell.start <= area.start else "insideV",
    }
    return {side: borders[name] for side, name in chosen.items() if name in borders}
