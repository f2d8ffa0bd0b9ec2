"""Findings on cells → coloured, commented cells of a workbook, and a sheet that lists them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from docgen.model.finding import Finding, Severity
from docgen.model.roster import cell_name

AUTHOR = "docgen"
BAD = PatternFill("solid", fgColor="FFC7CE")
DOUBTFUL = PatternFill("solid", fgColor="FFEB9C")
PLAIN = PatternFill()
USUAL = Font(name="Calibri", size=11)
BOLD = Font(name="Calibri", size=11, bold=True)
LOST = "\ufffd"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What spreadsheet programs take for the start of a formula."""
LONGEST = 32_767
WIDTH, LINE_HEIGHT, LINE_LENGTH, POINTS = 320, 18, 46, 15
LIST = (("Cell", 8), ("Counts as", 14), ("What is wrong", 70), ("What to do", 70))
SEVERITIES = {Severity.ERROR: "refused", Severity.WARNING: "to be decided"}

Marks = Mapping[int, Mapping[int, Sequence[Finding]]]
"""Findings by row and column; column 0 is the row as a whole."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is put on a cell."""

    fill: PatternFill
    text: str


def marks_of(findings: Iterable[Finding], name: str) -> Marks:
    """Sort the findings that refuse or hold rows of the file `name` by row and column."""
    found: dict[int, dict[int, list[Finding]]] = {}
    for finding in findings:
        place = finding.place
        if place is None or finding.severity not in SEVERITIES:
            continue
        if PurePath(place.file.partition(" sheet ")[0]).name == name:
            found.setdefault(place.line, {}).setdefault(place.column, []).append(finding)
    return found


def mark_of(findings: Sequence[Finding]) -> Mark:
    """Make the mark of a cell with these findings."""
    is_bad = any(finding.severity is Severity.ERROR for finding in findings)
    said = dict.fromkeys(f"{finding.message}\n{finding.remedy}" for finding in findings)
    return Mark(BAD if is_bad else DOUBTFUL, _printable("\n\n".join(said)))


def marked(cell: Any, findings: Sequence[Finding]) -> None:  # noqa: ANN401 - three kinds of cell
    """Colour a cell and write the comment."""
    mark = mark_of(findings)
    cell.fill = mark.fill
    comment = Comment(mark.text, AUTHOR, width=WIDTH)
    lines = sum(1 + len(line) // LINE_LENGTH for line in mark.text.split("\n"))
    comment.height = LINE_HEIGHT * (lines + 1)
    cell.comment = comment


def put(cell: Any, text: str) -> None:  # noqa: ANN401 - as above
    """Write a text as text, which stays text when somebody edits the cell."""
    cell.value = _printable(text)
    cell.data_type = "s"
    cell.number_format = "@"
    defused(cell)


def _printable(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub(LOST, text)[:LONGEST]


def defused(cell: Any) -> None:  # noqa: ANN401 - as above
    """See that a text that begins as formulas do is never taken for one."""
    if isinstance(cell.value, str) and cell.value.startswith(RISKY):
        cell.data_type = "s"
        cell.quotePrefix = True


def listed(sheet: Any, marks: Marks) -> None:  # noqa: ANN401 - of either kind of workbook
    """Fill the sheet that lists what is to be put right, to be read and printed."""
    for letter, (_, width) in zip("ABCD", LIST, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.append([_said(sheet, name, BOLD) for name, _ in LIST])
    number = 1
    for row, columns in sorted(marks.items()):
        for column, findings in sorted(columns.items()):
            place = cell_name(row, column) if column else f"row {row}"
            for finding in findings:
                texts = (place, SEVERITIES[finding.severity], finding.message, finding.remedy)
                number += 1
                sheet.row_dimensions[number].height = POINTS * max(map(_lines, texts))
                sheet.append([_said(sheet, text, USUAL) for text in texts])


def _lines(text: str) -> int:
    """Count the lines that a text takes in the list's wide columns, a little generously."""
    return 1 + len(text) // (LIST[-1][1] - 5)


def _said(sheet: Any, text: str, font: Font) -> Any:  # noqa: ANN401 - as above
    cell = WriteOnlyCell(sheet, _printable(text))
    cell.font = font
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    defused(cell)
    return cell
