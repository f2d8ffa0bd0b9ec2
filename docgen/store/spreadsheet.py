"""Rows for a translator → a workbook (xlsx) of one sheet; a workbook that came back → its rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS = 100_000, 50
TAB, TAB_SHOWN = "\t", "⇥"
"""How a tab is shown, as nobody can type one into a cell."""
RIGHT_TO_LEFT = 2
BROKEN = (SyntaxError, LookupError, ValueError, TypeError, AttributeError, OSError)
"""What the library raises for a workbook that is none, or was put together wrongly."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its heading, how wide it is in letters, and who fills it in."""

    name: str
    width: int
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet to be handed out: its title, columns, rows, and which way its language runs."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    right_to_left: bool = False
    advice: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of a sheet that came back: its sheet's title, its number, its texts by heading.

    `formulas` are headings of cells that hold a formula instead of text; `places` the cells' names.
    """

    sheet: str
    number: int
    texts: Mapping[str, str]
    places: Mapping[str, str]
    formulas: frozenset[str]


def written_workbook(table: Table) -> bytes:
    """Write a workbook in which a translator can change just what is theirs to fill in."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = table.title
    _head(sheet, table.columns)
    for number, row in enumerate(table.rows, 2):
        _row(sheet, number, row, table)
    sheet.freeze_panes = "A2"
    sheet.protection.enable()
    advice = book.create_sheet("How to")
    advice.column_dimensions["A"].width = 100
    for number, line in enumerate(table.advice, 1):
        _put(advice, number, 1, line)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read_workbook(content: bytes) -> tuple[ReadRow, ...] | None:
    """Read the rows of every sheet; None for what is no workbook."""
    try:
        book = load_workbook(BytesIO(content), read_only=True)
        return tuple(row for sheet in book.worksheets for row in _rows(sheet))
    except BROKEN:
        return None


def _head(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, 1):
        _put(sheet, 1, number, column.name)
        cell = sheet.cell(1, number)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
        sheet.column_dimensions[get_column_letter(number)].width = column.width


def _row(sheet: Worksheet, number: int, row: Sequence[str], table: Table) -> None:
    for place, (column, text) in enumerate(zip(table.columns, row, strict=True), 1):
        _put(sheet, number, place, text)
        cell = sheet.cell(number, place)
        order = RIGHT_TO_LEFT if column.theirs and table.right_to_left else 0
        cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=order)
        cell.protection = Protection(locked=not column.theirs)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text as text, also one that begins as formulas do."""
    cell = sheet.cell(row, column)
    cell.value = text.replace(TAB, TAB_SHOWN)
    cell.data_type = "s"


def _rows(sheet: Worksheet) -> Iterator[ReadRow]:
    heads: list[str] = []
    rows = sheet.iter_rows(max_col=MOST_COLUMNS)
    for number, cells in enumerate(islice(rows, MOST_ROWS), 1):
        values = [cell.value for cell in cells]
        if not heads:
            heads = [_text(value).strip() for value in values]
            continue
        if not any(value is not None for value in values):
            continue
        named = [(head, cell) for head, cell in zip(heads, cells, strict=False) if head]
        yield ReadRow(
            str(sheet.title),
            number,
            {head: _text(cell.value) for head, cell in named},
            {head: f"{get_column_letter(heads.index(head) + 1)}{number}" for head, _ in named},
            frozenset(head for head, cell in named if cell.data_type == "f"),
        )


def _text(value: object) -> str:
    """Give a cell's text, with tabs as tabs and lines ending in one line feed."""
    text = "" if value is None else str(value)
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace(TAB_SHOWN, TAB)
