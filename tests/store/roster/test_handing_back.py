"""A roster comes back as a workbook, marked and harmless, and can be dropped in again."""

from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet
from rosterwork import (
    HEADINGS,
    MIA,
    SAM,
    changed_part,
    csv_file,
    lines_of,
    ods_cell,
    ods_file,
    ods_row,
    ods_table,
    opened_roster,
    rows_of,
    sheet_part,
    texts_of,
    told_of,
    xlsx_file,
)

from docgen.errors import UsageTrouble
from docgen.model.finding import Finding, Severity
from docgen.model.sheet import Mark
from docgen.store.roster import handing_back
from docgen.store.roster.changes import notes_of, row_digest
from docgen.store.roster.handing_back import hand_back

KEY = b"office key"
COMMAND = "=cmd|'/c calc'!A0"


def finding(row: int, column: int, severity: Severity = Severity.ERROR) -> Finding:
    """Find fault with a cell."""
    place = Mark("rosters/roster.xlsx sheet Contacts", row, column)
    return Finding("roster-cell-lost", severity, "It is bad.", "Mend it.", place=place)


def in_csv(row: int, column: int) -> Finding:
    place = Mark("roster.csv", row, column)
    return Finding("roster-cell-lost", Severity.ERROR, "It is bad.", "Mend it.", place=place)


def sheet_of(path: Path, name: str = "Contacts") -> Worksheet:
    return load_workbook(path)[name]


def colour(sheet: Worksheet, cell: str) -> str:
    return str(sheet[cell].fill.fgColor.rgb)


def test_bad_cells_are_coloured_and_commented(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path)
    findings = (finding(2, 3), finding(3, 4, Severity.WARNING), finding(3, 0))
    out = hand_back(path, findings, tmp_path / "marked.xlsx")
    sheet = sheet_of(out)
    assert sheet["C2"].comment
    assert sheet["C2"].comment.text.startswith("It is bad.\nMend it.")
    assert [colour(sheet, cell) for cell in ("C2", "D3", "A3", "B2")] == [
        *("00FFC7CE", "00FFEB9C", "00FFC7CE", "00000000")
    ]
    assert texts_of(out) == [SAM, MIA]


def test_a_sheet_lists_what_is_to_be_put_right(tmp_path: Path) -> None:
    findings = (finding(3, 0), finding(2, 3), finding(3, 4, Severity.WARNING))
    out = hand_back(xlsx_file(tmp_path), findings, tmp_path / "marked.xlsx")
    rows = list(sheet_of(out, "To put right").iter_rows(values_only=True, min_row=2))
    assert [row[:2] for row in rows] == [
        ("C2", "refused"),
        ("row 3", "refused"),
        ("D3", "to be decided"),
    ]
    assert told_of(out) == []


def test_remarks_and_other_files_faults_mark_nothing(tmp_path: Path) -> None:
    other = Finding("x", Severity.ERROR, "m", "r", place=Mark("frame.yaml", 2, 3))
    findings = (finding(2, 3, Severity.INFORMATION), other, Finding("x", Severity.ERROR, "m", "r"))
    out = hand_back(xlsx_file(tmp_path), findings, tmp_path / "marked.xlsx")
    assert sheet_of(out)["C2"].comment is None
    assert load_workbook(out).sheetnames == ["Contacts"]


def test_the_looks_of_the_workbook_and_its_other_sheets_stay(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].width = 33
        sheet["B2"].comment = Comment("Ask the office", "office")
        sheet.row_dimensions[3].hidden = True
        assert sheet.parent
        sheet.parent.create_sheet("Notes")["A1"] = "ours"

    out = hand_back(xlsx_file(tmp_path, change=change), [finding(2, 3)], tmp_path / "m.xlsx")
    sheet = sheet_of(out)
    assert sheet.column_dimensions["B"].width == 33
    assert sheet["B2"].comment
    assert sheet.row_dimensions[3].hidden
    assert sheet_of(out, "Notes")["A1"].value == "ours"


def test_marks_of_before_are_taken_off(tmp_path: Path) -> None:
    first = hand_back(xlsx_file(tmp_path), [finding(2, 3)], tmp_path / "first.xlsx")
    place = Mark("first.xlsx sheet Contacts", 3, 2)
    again = Finding("x", Severity.ERROR, "Bad too.", "Mend.", place=place)
    second = hand_back(first, [again], tmp_path / "second.xlsx")
    sheet = sheet_of(second)
    assert sheet["C2"].comment is None
    assert colour(sheet, "C2") == "00000000"
    assert sheet["B3"].comment
    assert len(list(sheet_of(second, "To put right").iter_rows())) == 2


def test_formulas_come_back_as_what_they_gave(tmp_path: Path) -> None:
    def change(text: str) -> str:
        start = text.index('<c r="B2"')
        end = text.index("</c>", start) + len("</c>")
        made = f'<c r="B2" t="str"><f>{COMMAND[1:]}</f><v>{COMMAND}</v></c>'
        return text[:start] + made + text[end:]

    out = hand_back(sheet_part(xlsx_file(tmp_path), change), [finding(2, 2)], tmp_path / "m.xlsx")
    cell = sheet_of(out)["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (COMMAND, "s", True)
    assert no_formulas(out)


def no_formulas(path: Path) -> bool:
    with ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return not any(b"<f>" in archive.read(name) for name in sheets)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_commands_in_plain_text_come_back_as_text(tmp_path: Path, start: str) -> None:
    command = start + COMMAND[1:]
    path = csv_file(tmp_path, lines_of(HEADINGS, SAM, ("A1", command, "x", "y")))
    out = hand_back(path, [in_csv(3, 2)], tmp_path / "marked.csv")
    cell = sheet_of(out, "Rows")["B3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (command, "s", True)
    assert no_formulas(out)


def test_what_reaches_out_of_the_workbook_is_taken_off(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Contacts"
    for row in (HEADINGS, SAM, MIA):
        sheet.append(row)
    sheet["B2"].hyperlink = "file:///server/share/x.exe"
    sheet["B3"].hyperlink = "mailto:office@school.example"
    book.defined_names["bad"] = DefinedName("bad", attr_text="cmd|'/c calc'!A0")
    book.defined_names["good"] = DefinedName("good", attr_text="Contacts!$A$1")
    path = tmp_path / "roster.xlsx"
    book.save(path)
    changed_part(path, "xl/vbaProject.bin", lambda _: "macros")
    out = hand_back(path, [finding(2, 3)], tmp_path / "marked.xlsx")
    back = load_workbook(out)
    assert back["Contacts"]["B2"].hyperlink is None
    assert back["Contacts"]["B3"].hyperlink
    assert list(back.defined_names) == ["good"]
    with ZipFile(out) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.casefold()]


def test_a_merged_cell_bears_the_mark_of_those_under_it(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, change=lambda sheet: sheet.merge_cells("C2:C3"))
    out = hand_back(path, [finding(3, 3)], tmp_path / "marked.xlsx")
    assert sheet_of(out)["C2"].comment


def test_plain_text_comes_back_as_a_workbook_row_by_row(tmp_path: Path) -> None:
    long = ("007", "Sam\x07", "x" * 40_000, "07700 900123")
    text = lines_of(("Our contacts",), (), HEADINGS, long, ('"Broken" x', "y"), MIA)
    path = csv_file(tmp_path, text)
    out = hand_back(path, [in_csv(4, 2), in_csv(5, 0)], tmp_path / "marked.csv")
    assert out.name == "marked.xlsx"
    sheet = sheet_of(out, "Rows")
    assert [sheet[cell].value for cell in ("A1", "A3", "A4", "B4")] == [
        *("Our contacts", "UPN", "007", "Sam\ufffd")
    ]
    assert sheet["A5"].comment
    assert sheet["A4"].number_format == "@"
    assert rows_of(out)[-1].number == 6


def test_messages_with_signs_that_no_workbook_holds_are_written_all_the_same(
    tmp_path: Path,
) -> None:
    place = Mark("roster.xlsx", 2, 3)
    odd = Finding("x", Severity.ERROR, "=Under “a\x07”.", "Mend.", place=place)
    out = hand_back(xlsx_file(tmp_path), [odd], tmp_path / "marked.xlsx")
    cell = sheet_of(out, "To put right")["C2"]
    assert (cell.value, cell.data_type) == ("=Under “a\ufffd”.", "s")


def test_findings_beyond_the_last_row_have_a_row_too(tmp_path: Path) -> None:
    path = csv_file(tmp_path, lines_of(HEADINGS, SAM))
    out = hand_back(path, [in_csv(2, 9), in_csv(4, 1)], tmp_path / "marked.xlsx")
    sheet = sheet_of(out, "Rows")
    assert sheet["I2"].comment
    assert sheet["A4"].comment


def test_an_opendocument_sheet_comes_back_with_its_hidden_rows(tmp_path: Path) -> None:
    hidden = ods_row(*SAM, more='table:visibility="collapse"')
    path = ods_file(tmp_path, ods_table(ods_row(*HEADINGS), hidden, ods_row(*MIA)))
    out = hand_back(path, (), tmp_path / "marked.ods")
    assert texts_of(out) == texts_of(path) == [MIA]
    assert sheet_of(out).row_dimensions[2].hidden


def test_a_workbook_too_large_to_hold_comes_back_as_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_back, "KEPT_WHOLE", 100)
    out = hand_back(xlsx_file(tmp_path), [finding(2, 3)], tmp_path / "marked.xlsx")
    assert texts_of(out) == [SAM, MIA]
    assert sheet_of(out)["C2"].comment


def test_a_workbook_that_cannot_be_held_comes_back_as_its_rows(tmp_path: Path) -> None:
    path = changed_part(xlsx_file(tmp_path), "docProps/core.xml", lambda _: "<broken")
    out = hand_back(path, [finding(2, 3)], tmp_path / "marked.xlsx")
    assert texts_of(out) == [SAM, MIA]


def test_the_file_itself_is_never_written_over(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path)
    with pytest.raises(UsageTrouble) as stopped:
        hand_back(path, (), path)
    assert stopped.value.code == "roster-same-file"


@pytest.mark.parametrize("content", ["%PDF-1.7", "1,2\n3,4\n"])
def test_what_cannot_be_read_cannot_be_handed_back(tmp_path: Path, content: str) -> None:
    with pytest.raises(UsageTrouble) as stopped:
        hand_back(csv_file(tmp_path, content), (), tmp_path / "marked.xlsx")
    assert stopped.value.code == "roster-not-handed-back"


def back_with_notes(path: Path) -> Path:
    """Hand a file back without marks, its rows noted."""
    return hand_back(path, (), path.with_name("back.xlsx"), notes=notes_of(rows_of(path), KEY))


def changed(path: Path, key: bytes = KEY) -> list[int] | None:
    """Give the rows that were changed since a file was handed back; None where nobody knows."""
    roster, _ = opened_roster(path)
    with closing(roster):
        stood = roster.stood(key)
        return [row.number for row in roster.rows() if not stood(row)] if stood else None


@pytest.mark.parametrize("kind", ["csv", "ods", "xlsx", "large xlsx"])
def test_dropped_in_again_only_changed_rows_are_told(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (HEADINGS, SAM, MIA, ("C1", "", "Late", "0"))
    monkeypatch.setattr(handing_back, "KEPT_WHOLE", 100 if kind == "large xlsx" else 10_000_000)
    path = xlsx_file(tmp_path, rows, change=lambda sheet: sheet.merge_cells("C3:C4"))
    if kind == "csv":
        path = csv_file(tmp_path, lines_of(*rows))
    elif kind == "ods":
        path = ods_file(tmp_path, ods_table(*(ods_row(*row) for row in rows)))
    assert changed(path) is None
    out = back_with_notes(path)
    assert changed(out) == []
    book = load_workbook(out)
    sheet = book.worksheets[0]
    assert book.worksheets[-1].sheet_state == "veryHidden"
    sheet["B3"] = "Maya"
    sheet.append(["D1", "Al", "New", "1"])
    book.save(out)
    assert changed(out) == [3, 5]
    again = hand_back(out, (), tmp_path / "again.xlsx", notes=notes_of(rows_of(out), KEY))
    assert changed(again) == []
    assert "To put right" not in load_workbook(again).sheetnames


def test_what_another_office_or_a_person_noted_tells_nothing(tmp_path: Path) -> None:
    out = back_with_notes(csv_file(tmp_path, lines_of(HEADINGS, SAM)))
    assert changed(out, b"another key") is None
    book = load_workbook(out)
    book["docgen rows"]["A1"] = "Our own list"
    book.save(out)
    assert changed(out) is None


def test_an_empty_column_at_the_end_changes_no_row(tmp_path: Path) -> None:
    out = back_with_notes(csv_file(tmp_path, lines_of(HEADINGS, SAM)))
    book = load_workbook(out)
    book["Rows"]["E1"] = "Seen by"
    book.save(out)
    assert changed(out) == []


def test_many_rows_take_several_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.store.roster.changes.IN_A_CELL", 2)
    out = back_with_notes(csv_file(tmp_path, lines_of(HEADINGS, SAM, MIA)))
    assert load_workbook(out)["docgen rows"].max_row == 2
    assert changed(out) == []


def test_digests_tell_cells_apart_and_need_the_key(tmp_path: Path) -> None:
    rows = rows_of(csv_file(tmp_path, lines_of(HEADINGS, ("ab", "c", "", ""), ("a", "bc", "", ""))))
    digests = {row_digest(row, key) for row in rows for key in (KEY, b"another")}
    assert len(digests) == 4


def test_a_copy_keeps_hidden_columns_and_merged_cells(tmp_path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    merged = ods_cell("Joint", 'office:value-type="string" table:number-columns-spanned="2"')
    rows = (ods_row(*HEADINGS), ods_row("A1", "x", merged, "<table:covered-table-cell/>"))
    path = ods_file(tmp_path, ods_table(*rows, columns=columns))
    out = back_with_notes(path)
    assert sheet_of(out).column_dimensions["B"].hidden
    assert rows_of(out)[0].findings[0].rule == rows_of(path)[0].findings[0].rule
    assert texts_of(out) == texts_of(path)
