"""Spreadsheets as schools have them, well made and badly, for tests that read them."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from docgen.model.finding import Finding
from docgen.model.roster import Roster, Row
from docgen.store.roster.reading import open_roster

HEADINGS = ("UPN", "Forename", "Surname", "Phone")
SAM = ("A123456789012", "Sam", "Example", "01632 960001")
MIA = ("B123456789012", "Mia", "Sample", "01632 960002")

ODS = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)


def csv_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "roster.csv") -> Path:
    """Write plain text; line ends as they stand."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def lines_of(*rows: Sequence[str], sign: str = ",") -> str:
    """Write rows as a spreadsheet program does."""
    return "".join(sign.join(row) + "\r\n" for row in rows)


def xlsx_file(
    folder: Path,
    rows: Iterable[Sequence[object]] = (HEADINGS, SAM, MIA),
    change: Callable[[Worksheet], object] = lambda _: None,
    name: str = "roster.xlsx",
) -> Path:
    """Write a workbook of one sheet, `Contacts`."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Contacts"
    for row in rows:
        sheet.append(list(row))
    change(sheet)
    book.save(folder / name)
    return folder / name


def changed_part(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """Change one part of a workbook as text."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[part] = change(members.get(part, b"").decode()).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def sheet_part(path: Path, change: Callable[[str], str]) -> Path:
    """Change the sheet of a workbook as text."""
    return changed_part(path, "xl/worksheets/sheet1.xml", change)


def ods_file(folder: Path, tables: str, styles: str = "", manifest: str = "") -> Path:
    """Write an OpenDocument spreadsheet of these tables."""
    content = (
        f'<?xml version="1.0"?><office:document-content {SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    path = folder / "roster.ods"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS, ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
    return path


def ods_cell(text: str, more: str = 'office:value-type="string"') -> str:
    """Write a cell of an OpenDocument spreadsheet."""
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def ods_row(*cells: str, more: str = "") -> str:
    """Write a row; texts are cells of text, what begins with `<` is a cell."""
    made = (cell if cell.startswith("<") else ods_cell(cell) for cell in cells)
    return f"<table:table-row {more}>{''.join(made)}</table:table-row>"


def ods_table(*rows: str, name: str = "Contacts", more: str = "", columns: str = "") -> str:
    """Write a table."""
    return f'<table:table table:name="{name}" {more}>{columns}{"".join(rows)}</table:table>'


def opened_roster(path: Path, sheet: str = "") -> tuple[Roster, tuple[Finding, ...]]:
    """Open a roster that can be read."""
    roster, findings = open_roster(path, path.name, sheet)
    assert roster is not None, findings
    return roster, findings


def rows_of(path: Path, sheet: str = "") -> list[Row]:
    """Read all rows."""
    roster, _ = opened_roster(path, sheet)
    with closing(roster):
        return list(roster.rows())


def texts_of(path: Path, sheet: str = "") -> list[tuple[str, ...]]:
    """Read the texts of all rows."""
    return [tuple(cell.text for cell in row.cells) for row in rows_of(path, sheet)]


def headings_of(path: Path) -> tuple[str, ...]:
    """Read the headings."""
    roster, _ = opened_roster(path)
    with closing(roster):
        return roster.table.headings


def told_of(path: Path) -> list[str]:
    """Read all rows; give the ids of all that is said of the file as a whole."""
    roster, findings = opened_roster(path)
    with closing(roster):
        for _ in roster.rows():
            pass
        return [finding.rule for finding in (*findings, *roster.told())]


def faults_of(path: Path) -> list[tuple[str, int, int]]:
    """Give rule, row and column of each fault of the rows."""
    found = (finding for row in rows_of(path) for finding in row.findings)
    return [(each.rule, each.place.line, each.place.column) for each in found if each.place]


def refusal_of(path: Path, sheet: str = "") -> list[str]:
    """Give the ids of why a file can't be read."""
    roster, findings = open_roster(path, path.name, sheet)
    assert roster is None
    return [finding.rule for finding in findings]
