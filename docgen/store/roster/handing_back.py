"""A roster's file and its findings → the same as a workbook, what is bad coloured and commented."""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import DocgenError, UsageTrouble, stop
from docgen.model.finding import Finding
from docgen.model.roster import Table
from docgen.store.disk import disk, write_whole
from docgen.store.roster.choosing import Chosen, chosen
from docgen.store.roster.faults import REASONS
from docgen.store.roster.grid import MARKED, NOTED, Line, Notes
from docgen.store.roster.marking import (
    AUTHOR,
    BOLD,
    PLAIN,
    Marks,
    defused,
    listed,
    marked,
    marks_of,
    put,
)
from docgen.store.roster.opening import BROKEN, opened
from docgen.store.roster.workbook import XlsxGrid

KEPT_WHOLE = 30_000_000
"""Bytes (unpacked) up to which a workbook is handed back with its looks and all its sheets."""
HARMLESS = ("https://", "http://", "mailto:")
NEVER_NAMED = ("|", "[", "(")
"""What names of a workbook hold that reach out of it."""
NARROWEST, WIDEST = 15, 40
CALLED = "Rows"


def hand_back(
    path: Path, findings: Iterable[Finding], out: Path, sheet: str = "", notes: Iterable[str] = ()
) -> Path:
    """Write the marked workbook; give where it is, as its name ends in .xlsx.

    Formulas stand as what they gave, macros and links to other files are gone. `notes` are put on
    a sheet that nobody sees, by which changed rows are told later. Raises `UsageTrouble` and
    `DiskTrouble`.
    """
    target = out.with_suffix(".xlsx")
    if target.resolve() == path.resolve():
        raise stop(UsageTrouble, REASONS, "roster-same-file")
    with disk(path.name):
        file, finding = opened(path, path.name)
    if file is None:
        raise _not_handed_back(path, finding)
    with closing(file):
        choice, finding = chosen(file, path.name, sheet)
        if choice is None:
            raise _not_handed_back(path, finding)
        book = _book(path, choice, marks_of(findings, path.name))
        _noted(book, notes)
        content = BytesIO()
        book.save(content)
    write_whole(target, content.getvalue())
    return target


def _not_handed_back(path: Path, finding: Finding | None) -> DocgenError:
    why = finding.message if finding else ""
    return stop(UsageTrouble, REASONS, "roster-not-handed-back", name=path.name, why=why)


def _book(path: Path, choice: Chosen, marks: Marks) -> Workbook:
    is_kept = isinstance(choice.grid, XlsxGrid) and choice.grid.unpacked <= KEPT_WHOLE
    return (_kept(path, choice, marks) if is_kept else None) or _copied(choice, marks)


def _noted(book: Workbook, notes: Iterable[str]) -> None:
    """Write notes on a sheet that stays hidden even where hidden sheets are shown."""
    texts = list(notes)
    if texts:
        sheet: Any = book.create_sheet(NOTED)
        sheet.sheet_state = "veryHidden"
        for text in texts:
            sheet.append([text])


def _kept(path: Path, choice: Chosen, marks: Marks) -> Workbook | None:
    """Mark the workbook itself; None for one that can't be held as a whole."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the library can't keep is no clerk's matter
        try:
            with path.open("rb") as file:
                book = load_workbook(file, data_only=True, keep_links=False)
        except (*BROKEN, OSError):
            return None
    for sheet in book.worksheets:
        _made_safe(sheet)
    for name in [name for name, each in book.defined_names.items() if _reaches_out(each)]:
        del book.defined_names[name]
    sheet = book[choice.grid.name]
    for row, columns in marks.items():
        for column, findings in columns.items():
            marked(_first_of_merged(sheet, row, max(column, 1)), findings)
    for name in {MARKED, NOTED} & set(book.sheetnames):
        del book[name]
    if marks:
        listed(book.create_sheet(MARKED), marks)
    return book


def _reaches_out(name: Any) -> bool:  # noqa: ANN401 - untyped in the library
    return any(sign in str(name.attr_text or "") for sign in NEVER_NAMED)


def _made_safe(sheet: Worksheet) -> None:
    """Take off docgen's own marks of before, what may run, and links that may reach anywhere."""
    for cells in sheet.iter_rows():
        for cell in cells:
            defused(cell)
            if cell.comment and cell.comment.author == AUTHOR:
                cell.comment = None
                cell.fill = PLAIN
            target = getattr(cell.hyperlink, "target", None)
            if target and not target.casefold().startswith(HARMLESS):
                cell.hyperlink = None


def _first_of_merged(sheet: Worksheet, row: int, column: int) -> Any:  # noqa: ANN401 - as above
    """Give a cell, or the one that shows the merged range it is in."""
    for span in sheet.merged_cells.ranges:
        if span.min_row <= row <= span.max_row and span.min_col <= column <= span.max_col:
            return sheet.cell(span.min_row, span.min_col)
    return sheet.cell(row, column)


def _copied(choice: Chosen, marks: Marks) -> Workbook:
    """Copy the rows as texts into a new workbook, row by row, each in its own row."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(choice.grid.name or CALLED)
    _laid_out(sheet, choice)
    with choice.grid.lines(Notes()) as lines:
        following = 1
        for line in _with_marked(lines, marks):
            for _ in range(following, line.number):
                sheet.append([])
            following = line.number + 1
            if line.hidden:
                sheet.row_dimensions[line.number].hidden = True
            sheet.append(_cells(sheet, line, choice.table, marks))
    if marks:
        listed(book.create_sheet(MARKED), marks)
    return book


def _with_marked(lines: Iterator[Line], marks: Marks) -> Iterator[Line]:
    """Give the lines, and empty ones where findings stand on rows that have none."""
    waiting = sorted(marks)
    for line in lines:
        while waiting and waiting[0] < line.number:
            yield Line(waiting.pop(0), ())
        waiting = waiting[1:] if waiting[:1] == [line.number] else waiting
        yield line
    yield from (Line(number, ()) for number in waiting)


def _laid_out(sheet: Any, choice: Chosen) -> None:  # noqa: ANN401 - as above
    for column, heading in enumerate(choice.table.headings, 1):
        width = min(max(len(heading) + 2, NARROWEST), WIDEST)
        looks = sheet.column_dimensions[get_column_letter(column)]
        looks.width, looks.hidden = width, column in choice.grid.hidden_columns
    for span in choice.grid.spans():
        first, last = get_column_letter(span.left), get_column_letter(span.right)
        sheet.merged_cells.add(f"{first}{span.top}:{last}{span.bottom}")
    sheet.freeze_panes = f"A{choice.table.heading_row + 1}"


def _cells(sheet: Any, line: Line, table: Table, marks: Marks) -> list[Any]:  # noqa: ANN401 - as above
    marked_here = marks.get(line.number, {})
    width = max(len(line.cells), 1, *marked_here) if marked_here else len(line.cells)
    cells = [WriteOnlyCell(sheet) for _ in range(width)]
    for cell, read in zip(cells, line.cells, strict=False):
        put(cell, read.text)
        if line.number == table.heading_row:
            cell.font = BOLD
    for column, findings in marked_here.items():
        marked(cells[max(column, 1) - 1], findings)
    return cells
