"""An OpenDocument spreadsheet → its visible sheets as grids; rows one by one, cells by odfdo."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, tostring

import odfdo
from openpyxl.xml.functions import iterparse

from docgen.model.roster import NOTHING, Cell, Kind
from docgen.store.roster.archive import unpacked
from docgen.store.roster.formats import (
    is_too_long,
    shown_moment,
    shown_number,
    shown_text,
    shown_truth,
)
from docgen.store.roster.grid import MOST_COLUMNS, Line, Notes, Span, Trouble, trimmed

TABLE_NS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE_NS = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
CONTENT = "content.xml"
MOST_REPEATED = 1_000
"""The same row more often than this is the empty rest of a sheet."""
MOST_ROWS = 1_048_576
"""More than any program shows."""
CELLS = "table:table-cell | table:covered-table-cell"


class OdsGrid:
    """One sheet of an OpenDocument spreadsheet."""

    is_text = False

    def __init__(self, path: Path, name: str, number: int, hidden: frozenset[int]) -> None:
        """Note which table of the file it is."""
        self.name = name
        self.hidden_columns = hidden
        self._path = path
        self._number = number
        self._spans: tuple[Span, ...] | None = None

    @contextmanager
    def lines(self, notes: Notes) -> Iterator[Iterator[Line]]:
        """Read the rows."""
        with unpacked(self._path, CONTENT) as source:
            rows = _rows(source, self._number)
            yield (line for row, numbers in rows for line in _lines(row, numbers, notes))

    def spans(self) -> tuple[Span, ...]:
        """Look for merged ranges."""
        if self._spans is None:
            with unpacked(self._path, CONTENT) as source:
                rows = _rows(source, self._number)
                found = [span for row, numbers in rows for span in _spans(row, numbers[0])]
            self._spans = tuple(found)
        return self._spans


def ods_grids(path: Path) -> list[OdsGrid]:
    """List the sheets that can be seen."""
    with unpacked(path, CONTENT) as source:
        return [
            OdsGrid(path, name, number, hidden)
            for number, (name, hidden, is_hidden) in enumerate(_tables(source))
            if not is_hidden
        ]


def _tables(source: IO[bytes]) -> Iterator[tuple[str, frozenset[int], bool]]:
    """Give name, hidden columns and whether it is hidden, of each table."""
    unseen: set[str] = set()
    column, hidden = 1, set[int]()
    for _, element in iterparse(source):
        if element.tag == STYLE_NS + "style":
            if any(part.get(TABLE_NS + "display") == "false" for part in element):
                unseen.add(element.get(STYLE_NS + "name", ""))
        elif element.tag == TABLE_NS + "table-column":
            count = _repeated(element, "columns")
            if element.get(TABLE_NS + "visibility", "visible") != "visible":
                hidden.update(range(column, min(column + count, MOST_COLUMNS + 1)))
            column += count
        elif element.tag == TABLE_NS + "table-row":
            element.clear()
        elif element.tag == TABLE_NS + "table":
            style = element.get(TABLE_NS + "style-name", "")
            yield element.get(TABLE_NS + "name", ""), frozenset(hidden), style in unseen
            column, hidden = 1, set()
            element.clear()


def _rows(source: IO[bytes], wanted: int) -> Iterator[tuple[Element, range]]:
    """Give each row of one table that says something, and the numbers that it has."""
    number, row, above = -1, 0, list[Element]()
    for event, element in iterparse(source, ("start", "end")):
        if event == "start":
            above.append(element)
            number += element.tag == TABLE_NS + "table"
            continue
        above.pop()
        if number == wanted and (element.tag == TABLE_NS + "table" or row > MOST_ROWS):
            return
        if element.tag != TABLE_NS + "table-row":
            continue
        count = _repeated(element, "rows")
        if number == wanted:
            if count <= MOST_REPEATED and any(len(cell) or len(cell.attrib) for cell in element):
                yield element, range(row + 1, row + count + 1)
            row += count
        above[-1].clear()


def _lines(element: Element, numbers: range, notes: Notes) -> Iterator[Line]:
    hidden = element.get(TABLE_NS + "visibility", "visible") != "visible"
    made = odfdo.Element.from_tag(tostring(element, encoding="unicode"))
    cells, troubles, long = _read(made)
    for number in numbers if cells or troubles else ():
        for column in long:
            notes.add("roster-number-long", number, column)
        yield Line(number, cells, troubles, hidden)


def _read(row: odfdo.Element) -> tuple[list[Cell], tuple[Trouble, ...], list[int]]:
    """Give the cells of a row, their troubles, and the columns whose numbers lost figures."""
    cells: list[Cell] = []
    troubles: list[Trouble] = []
    long: list[int] = []
    for element in _cells(row):
        first = len(cells) + 1
        last = min(len(cells) + (element.repeated or 1), MOST_COLUMNS)
        cell, trouble = _cell(element)
        cells += [cell] * (last + 1 - first)
        troubles += [(trouble, column) for column in range(first, last + 1) if trouble]
        long += [first] if _is_long(cell, element) else []
    return trimmed(cells), tuple(troubles), long


def _cells(row: odfdo.Element) -> list[odfdo.Cell]:
    return [cell for cell in row.get_elements(CELLS) if isinstance(cell, odfdo.Cell)]


def _cell(element: odfdo.Cell) -> tuple[Cell, str]:
    if element.type is None and not element.formula:
        return shown_text(_shown(element)), ""
    cell, trouble = _typed(element)
    if not element.formula:
        return cell, trouble
    if cell is NOTHING and element.type is None:
        return Cell("", Kind.FORMULA, computed=True), "roster-cell-formula"
    return (cell if cell is NOTHING else Cell(cell.text, cell.kind, computed=True)), trouble


def _typed(element: odfdo.Cell) -> tuple[Cell, str]:
    shown = _shown(element)
    if shown.startswith(("#", "Err:")) and element.formula:
        return Cell(shown, Kind.ERROR), "roster-cell-error"
    value = None if element.type == "string" else element.value
    if isinstance(value, bool):
        return shown_truth(value), ""
    if isinstance(value, datetime | date | timedelta):
        return shown_moment(value), ""
    if value is None or isinstance(value, str):
        return shown_text(shown or value or ""), ""
    return _number(float(value), shown), ""


def _number(value: float, shown: str) -> Cell:
    """Take figures with noughts in front, and percentages, as the file shows them."""
    bare = shown.replace(" ", "").strip("()+-")
    if shown.endswith("%") or (bare.isdigit() and float(bare) == value):
        return Cell(shown, Kind.NUMBER)
    return shown_number(value, "General")


def _shown(element: odfdo.Cell) -> str:
    lines = [paragraph.inner_text for paragraph in element.get_elements("text:p")]
    return "\n".join(lines).strip()


def _spans(row: Element, number: int) -> Iterator[Span]:
    """Give the merged ranges that begin in a row."""
    column = 1
    for cell in row:
        down = int(cell.get(TABLE_NS + "number-rows-spanned", "1"))
        across = int(cell.get(TABLE_NS + "number-columns-spanned", "1"))
        if down > 1 or across > 1:
            yield Span(number, column, number + down - 1, column + across - 1)
        column += _repeated(cell, "columns")


def _is_long(cell: Cell, element: odfdo.Cell) -> bool:
    value = element.value if cell.kind is Kind.NUMBER else None
    return value is not None and is_too_long(float(str(value)))


def _repeated(element: Element, what: str) -> int:
    return int(element.get(f"{TABLE_NS}number-{what}-repeated", "1"))
