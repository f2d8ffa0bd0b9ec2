"""Rows as they come → an index (CSV) and a workbook, each in its place when it is whole."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.store.disk import beside, disk, sync_folder

MOST_ROWS = 1_000_000
"""Rows of one sheet; spreadsheet programs show 1,048,576."""
LIVE = ("=", "+", "-", "@", "\t", "\r")
"""How texts begin that a spreadsheet program takes for a formula in a CSV."""
BOLD, FILL = Font(name="Calibri", size=11, bold=True), PatternFill("solid", fgColor="DDE6F0")
WRAPPED = Alignment(wrap_text=True, vertical="top")
LONG = 60
"""Texts with more letters than this are set in several lines."""
Value = str | int


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and how wide it is in letters."""

    name: str
    width: int


@dataclass(slots=True)
class BookSheet:
    """A sheet that is written row by row; after a million rows a second one goes on."""

    book: Workbook
    title: str
    columns: Sequence[Column]
    most: int = MOST_ROWS
    rows: int = 0
    parts: list[Worksheet] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin the first."""
        self._begin()

    def add(self, row: Sequence[Value]) -> None:
        """Write a row."""
        if self.rows == len(self.parts) * self.most:
            self._begin()
        self.rows += 1
        sheet = self.parts[-1]
        sheet.append([_cell(sheet, value) for value in row])

    def _begin(self) -> None:
        """Begin a sheet, its headings always in sight."""
        number = len(self.parts) + 1
        sheet = self.book.create_sheet(self.title if number == 1 else f"{self.title} {number}")
        sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        for place, column in enumerate(self.columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        heads = [WriteOnlyCell(sheet, column.name) for column in self.columns]
        for head in heads:
            head.font, head.fill = BOLD, FILL
        sheet.append(heads)
        self.parts.append(sheet)


@contextmanager
def written_book(path: Path) -> Iterator[Workbook]:
    """Give a workbook to be filled, and put it in its place; raises `DiskTrouble`."""
    book = Workbook(write_only=True)
    book.properties.creator = "docgen"
    with _whole(path) as part:
        yield book
        book.save(part)


@contextmanager
def written_index(path: Path, columns: Sequence[str]) -> Iterator["Index"]:
    """Give a CSV to be filled, and put it in its place; raises `DiskTrouble`."""
    with _whole(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        index = Index(csv.writer(file).writerow)
        index.add(columns)
        yield index


@dataclass(frozen=True, slots=True)
class Index:
    """A CSV that is written row by row."""

    write: Callable[[Sequence[Value]], object]

    def add(self, row: Sequence[Value]) -> None:
        """Write a row, no text of it live."""
        self.write([_still(value) for value in row])


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a file's name for the time until it is whole."""
    with disk(path.name):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = beside(path)
        try:
            yield part
            part.replace(path)
            sync_folder(path.parent)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _cell(sheet: Worksheet, value: Value) -> object:
    """Give a value as it is written: text stays text, also where it begins as formulas do."""
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("?", value)
    if len(text) <= LONG and not text.startswith("="):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.alignment = WRAPPED
    return cell


def _still(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(LIVE) else value
