"""An Excel workbook → its visible sheets as grids, read row by row by openpyxl's own parser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._reader import COL_TAG, DATA_TAG
from openpyxl.xml.constants import SHARED_STRINGS
from openpyxl.xml.functions import iterparse

from docgen.store.roster.grid import MOST_COLUMNS, NOTED, Line, Notes, Span
from docgen.store.roster.strings import Strings
from docgen.store.roster.xlsx_rows import TRUE, Looks, Parsing

MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
PIECE, OVERLAP = 1 << 20, 200
MOST_SPANS = 200_000
CUSTOM = 164
"""Number formats of a workbook's own are numbered from here."""


class Book(ExcelReader):
    """A workbook opened to be read: its sheets, texts and number formats."""

    wb: Any

    def __init__(self, path: Path) -> None:
        """Open it; raises what openpyxl does for a damaged one."""
        self._file = path.open("rb")
        self.strings = Strings()
        self.sheets: list[XlsxGrid] = []
        self.noted: XlsxGrid | None = None
        try:
            super().__init__(self._file, read_only=True, data_only=True, keep_links=False)
            self.read_manifest()
            self.read_strings()
            self.read_workbook()
            apply_stylesheet(self.archive, self.wb)
            self.read_worksheets()
        except BaseException:
            self.close()
            raise

    def read_strings(self) -> None:
        """Put the shared texts on disk."""
        part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if part:
            with self.archive.open(part.PartName[1:]) as source:
                self.strings.fill(source)

    def read_worksheets(self) -> None:
        """List the sheets that can be seen, and find the one that docgen hid itself."""
        for sheet, relation in self.parser.find_sheets():
            is_table = relation.Type.endswith("/worksheet") and relation.target in self.valid_files
            if is_table and sheet.name == NOTED:
                self.noted = XlsxGrid(self, sheet.name, relation.target)
            elif is_table and sheet.state == "visible":
                self.sheets.append(XlsxGrid(self, sheet.name, relation.target))

    def close(self) -> None:
        """Let go of the file and the texts."""
        self.strings.close()
        with suppress(AttributeError):
            self.archive.close()
        self._file.close()

    def pattern(self, style: int) -> str:
        """Give the number format of a style."""
        number = self.wb._cell_styles[style].numFmtId  # noqa: SLF001 - no public way in read-only
        if number >= CUSTOM:
            return str(self.wb._number_formats[number - CUSTOM])  # noqa: SLF001 - as above
        return str(BUILTIN_FORMATS.get(number, "General"))


class XlsxGrid:
    """One sheet of a workbook."""

    is_text = False

    def __init__(self, book: Book, name: str, part: str) -> None:
        """Note where the sheet is; look for merged and hidden cells in its head and tail."""
        self.name = name
        self._book = book
        self._part = part
        self._spans: tuple[Span, ...] | None = None
        self.hidden_columns = self._hidden()

    @property
    def unpacked(self) -> int:
        """Give how many bytes the whole workbook has unpacked."""
        return sum(info.file_size for info in self._book.archive.infolist())

    @contextmanager
    def lines(self, notes: Notes) -> Iterator[Iterator[Line]]:
        """Read the rows."""
        with self._book.archive.open(self._part) as source:
            looks = Looks(self._book.strings, self._book.pattern, self._book.wb.epoch)
            yield Parsing(source, looks, notes).lines()

    def spans(self) -> tuple[Span, ...]:
        """Look for merged ranges, which stand after the rows."""
        if self._spans is None:
            with self._book.archive.open(self._part) as source:
                self._spans = tuple(_spans(source))
        return self._spans

    def _hidden(self) -> frozenset[int]:
        found: set[int] = set()
        with self._book.archive.open(self._part) as source:
            for _, element in iterparse(source, ("start",)):
                if element.tag == DATA_TAG:
                    break
                if element.tag == COL_TAG and element.get("hidden") in TRUE:
                    first, last = int(element.get("min", 1)), int(element.get("max", 1))
                    found.update(range(first, min(last, MOST_COLUMNS) + 1))
        return frozenset(found)


def _spans(source: IO[bytes]) -> Iterator[Span]:
    rest, count = b"", 0
    while (piece := source.read(PIECE)) and count < MOST_SPANS:
        text = rest + piece
        end = 0
        for found in MERGED.finditer(text):
            left, top, right, bottom = (
                int(side or 0) for side in range_boundaries(found[1].decode())
            )
            yield Span(top, left, bottom, right)
            count, end = count + 1, found.end()
        rest = text[max(end, len(text) - OVERLAP) :]
