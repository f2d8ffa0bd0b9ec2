"""The rows of a workbook's sheet → lines of cells, by openpyxl's own parser."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet._reader import (
    DATA_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    WorkSheetParser,
)
from openpyxl.xml.functions import iterparse

from docgen.model.roster import NOTHING, Cell, Kind
from docgen.store.roster.formats import (
    is_too_long,
    shown_moment,
    shown_number,
    shown_text,
    shown_truth,
)
from docgen.store.roster.grid import MOST_COLUMNS, Line, Notes, Trouble, trimmed
from docgen.store.roster.strings import Strings, text_of

TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class Looks:
    """What a sheet's cells need of their workbook: shared texts, number formats, day nought."""

    strings: Strings
    pattern: Callable[[int], str]
    epoch: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """A cell as the parser found it."""

    column: int
    cell: Cell
    trouble: str = ""


class Parsing(WorkSheetParser):
    """The library's parser, which also tells hidden rows and formulas, and forgets each row."""

    def __init__(self, source: IO[bytes], looks: Looks, notes: Notes) -> None:
        """Have dates left as numbers; they are made from the number format here."""
        super().__init__(source, looks.strings, data_only=True)
        self._looks = looks
        self._notes = notes
        self._makers: dict[int, Callable[[float], Cell]] = {}

    def lines(self) -> Iterator[Line]:
        """Read row after row."""
        data: Element | None = None
        for event, element in iterparse(self.source, ("start", "end")):
            if element.tag == DATA_TAG:
                if event == "end":
                    return
                data = element
            elif event == "end" and element.tag == ROW_TAG:
                line = self._line(element)
                if line:
                    yield line
                if data is not None:
                    data.clear()

    def _line(self, row: Element) -> Line | None:
        self.row_counter = int(row.get("r", self.row_counter + 1))
        self.col_counter = 0
        cells: list[Cell] = []
        troubles: list[Trouble] = []
        for element in row:
            found = self._found(element)
            if found.cell is NOTHING and not found.trouble:
                continue
            if found.column > MOST_COLUMNS:
                continue
            cells.extend([NOTHING] * (found.column - 1 - len(cells)))
            cells[found.column - 1 :] = [found.cell]
            if found.trouble:
                troubles.append((found.trouble, found.column))
        hidden = row.get("hidden") in TRUE
        trimmed(cells)
        if not cells and not troubles:
            return None
        return Line(self.row_counter, cells, tuple(troubles), hidden)

    def _found(self, element: Element) -> Found:
        quick = self._text(element)
        if quick is not None:
            self.col_counter = _column(element, self.col_counter + 1)
            return Found(self.col_counter, quick)
        parsed: dict[str, Any] = self.parse_cell(element)
        cell, trouble = self._cell(parsed)
        column: int = parsed["column"]
        if element.find(FORMULA_TAG) is not None:
            if parsed["value"] is None:
                return Found(column, Cell("", Kind.FORMULA, computed=True), "roster-cell-formula")
            cell = cell if cell is NOTHING else Cell(cell.text, cell.kind, computed=True)
        if is_long_number(cell, parsed["value"]):
            self._notes.add("roster-number-long", self.row_counter, column)
        return Found(column, cell, trouble)

    def _text(self, element: Element) -> Cell | None:
        """Give a cell of plain text or nothing, which most are; None for all others."""
        if not len(element):
            return NOTHING
        kind = element.get("t")
        if kind == "s" and len(element) == 1:
            return shown_text(self.shared_strings[int(element[0].text or "")])
        if kind == "inlineStr" and len(element) == 1 and element[0].tag == INLINE_STRING:
            return shown_text(text_of(element[0]))
        return None

    def _cell(self, parsed: dict[str, Any]) -> tuple[Cell, str]:
        value = parsed["value"]
        if parsed["data_type"] == "e":
            return Cell(str(value), Kind.ERROR), "roster-cell-error"
        if isinstance(value, bool) or not isinstance(value, int | float):
            return _plain(value), ""
        try:
            return self._maker(parsed["style_id"])(value), ""
        except (OverflowError, ValueError):
            return Cell("", Kind.ERROR), "roster-cell-date"

    def _maker(self, style: int) -> Callable[[float], Cell]:
        """Give what makes a text of the numbers of a style."""
        if style not in self._makers:
            self._makers[style] = _maker(self._looks.pattern(style), self._looks.epoch)
        return self._makers[style]


def is_long_number(cell: Cell, value: object) -> bool:
    """Tell whether a number in a cell has lost figures."""
    return cell.kind is Kind.NUMBER and isinstance(value, int | float) and is_too_long(value)


def _plain(value: Any) -> Cell:  # noqa: ANN401 - whatever the parser makes of a cell
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return shown_truth(value)
    return shown_text(value) if isinstance(value, str) else shown_moment(value)


def _maker(pattern: str, epoch: datetime) -> Callable[[float], Cell]:
    if not is_date_format(pattern):
        return lambda value: shown_number(value, pattern)
    timed = is_timedelta_format(pattern)
    return lambda value: _moment(value, epoch, timed=timed)


def _moment(value: float, epoch: datetime, *, timed: bool) -> Cell:
    found = from_excel(value, epoch, timedelta=timed)
    if found is None or value < 0:
        raise ValueError
    return shown_moment(found)


def _column(element: Element, following: int) -> int:
    """Give a cell's column from its name, or the following one where it has none."""
    name = element.get("r", "")
    column = 0
    for letter in name:
        if not letter.isalpha():
            break
        column = column * 26 + ord(letter.upper()) - ord("A") + 1
    return column or following
