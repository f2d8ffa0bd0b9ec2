"""An Excel workbook is read as people see it, and what they can't see is told."""

import struct
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.worksheet.worksheet import Worksheet
from rosterwork import (
    HEADINGS,
    MIA,
    SAM,
    changed_part,
    faults_of,
    headings_of,
    opened_roster,
    refusal_of,
    rows_of,
    sheet_part,
    texts_of,
    told_of,
    xlsx_file,
)

from docgen.errors import CasefileRejected, DiskTrouble
from docgen.model.roster import Cell, Kind
from docgen.store.roster.reading import open_roster

SHARED = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


def first_cell(path: Path) -> Cell:
    """Read the first cell under the headings."""
    return rows_of(path)[0].cells[0]


def with_value(folder: Path, value: object, pattern: str = "General") -> Path:
    """Write a roster whose first cell holds a value in a number format."""

    def change(sheet: Worksheet) -> None:
        sheet["A2"].value = value
        sheet["A2"].number_format = pattern

    return xlsx_file(folder, change=change)


@pytest.mark.parametrize(
    ("value", "pattern", "kind", "text"),
    [
        (123, "General", Kind.NUMBER, "123"),
        (123, "00000", Kind.NUMBER, "00123"),
        (1632960001, "00000\\ 000000", Kind.NUMBER, "01632 960001"),
        (7700900123, '"+44 "0000 000000', Kind.NUMBER, "+44 7700 900123"),
        (7700900123, "0##########", Kind.NUMBER, "7700900123"),
        (123456, "(00) 00", Kind.NUMBER, "(1234) 56"),
        (7700900123.0, "General", Kind.NUMBER, "7700900123"),
        (1234567, "#,##0", Kind.NUMBER, "1234567"),
        (1.5, "0.00", Kind.NUMBER, "1.5"),
        (-3, "0000", Kind.NUMBER, "-3"),
        (0.956, "0%", Kind.NUMBER, "96%"),
        (0.956, "0.0%", Kind.NUMBER, "95.6%"),
        (date(2014, 9, 1), "dd/mm/yyyy", Kind.DATE, "2014-09-01"),
        (datetime(2026, 3, 4, 9, 15), "dd/mm/yyyy hh:mm", Kind.DATE, "2026-03-04 09:15"),  # noqa: DTZ001 - spreadsheets know no zones
        (time(15, 30), "hh:mm", Kind.TIME, "15:30"),
        (timedelta(hours=1, minutes=30), "[h]:mm", Kind.TIME, "01:30"),
        (True, "General", Kind.YES_NO, "TRUE"),
        (False, "General", Kind.YES_NO, "FALSE"),
        ("  Sam ", "General", Kind.TEXT, "Sam"),
        ("00123", "@", Kind.TEXT, "00123"),
    ],
)
def test_a_value_reads_as_it_is_shown(
    tmp_path: Path, value: object, pattern: str, kind: Kind, text: str
) -> None:
    assert first_cell(with_value(tmp_path, value, pattern)) == Cell(text, kind)


def test_dates_counted_from_1904_are_the_same_days(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = MAC_EPOCH
    book.worksheets[0].append(["Date of birth", "Name"])
    book.worksheets[0].append([date(2014, 9, 1), "Sam"])
    book.save(tmp_path / "mac.xlsx")
    assert texts_of(tmp_path / "mac.xlsx") == [("2014-09-01", "Sam")]


def test_a_number_that_is_no_date_is_refused(tmp_path: Path) -> None:
    for value in (-5, 99_999_999):
        path = with_value(tmp_path, value, "dd/mm/yyyy")
        assert faults_of(path) == [("roster-cell-date", 2, 1)]


def test_figures_that_excel_lost_are_told(tmp_path: Path) -> None:
    path = with_value(tmp_path, 12345678901234567890)
    assert told_of(path) == ["roster-number-long"]


def formula(cached: str) -> str:
    """Write the first cell as a formula with what it gave."""
    return f'<c r="A2" t="str"><f>cmd|\'/c calc\'!A0</f>{cached}</c>'


def with_formula(folder: Path, cached: str) -> Path:
    def change(text: str) -> str:
        start = text.index('<c r="A2"')
        end = text.index("</c>", start) + len("</c>")
        return text[:start] + formula(cached) + text[end:]

    return sheet_part(xlsx_file(folder), change)


def test_what_a_formula_gave_counts_and_is_told(tmp_path: Path) -> None:
    path = with_formula(tmp_path, "<v>B1</v>")
    assert first_cell(path) == Cell("B1", computed=True)
    assert told_of(path) == ["roster-formulas"]


def test_a_formula_that_gave_nothing_refuses_its_row(tmp_path: Path) -> None:
    path = with_formula(tmp_path, "")
    assert first_cell(path).kind is Kind.FORMULA
    assert faults_of(path) == [("roster-cell-formula", 2, 1)]


def test_a_fault_in_a_cell_refuses_its_row(tmp_path: Path) -> None:
    path = with_value(tmp_path, "#N/A")
    assert first_cell(path) == Cell("#N/A", Kind.ERROR)
    assert faults_of(path) == [("roster-cell-error", 2, 1)]


def test_texts_that_cells_share_are_read(tmp_path: Path) -> None:
    path = shared(xlsx_file(tmp_path), ["Sam", "M<i>i</i>a"])
    assert [row.cells[1].text for row in rows_of(path)] == ["Sam", "Mia"]


def shared(path: Path, texts: list[str]) -> Path:
    """Have the forenames stand in the table of shared texts, as Excel writes them."""
    changed_part(path, "[Content_Types].xml", lambda text: text.replace("</Types>", SHARED))
    items = "".join(
        f"<si><r><t>{text.split('<')[0]}</t></r>"
        f"<r><t>{''.join(text.split('i>')[1:]).replace('</', '')}</t></r>"
        f"<rPh sb='0' eb='1'><t>spoken</t></rPh></si>"
        if "<" in text
        else f"<si><t>{text}</t></si>"
        for text in texts
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    changed_part(path, "xl/sharedStrings.xml", lambda _: f'<sst xmlns="{space}">{items}</sst>')

    def change(text: str) -> str:
        for number, name in enumerate(("Sam", "Mia")):
            row = number + 2
            old = f'<c r="B{row}" t="inlineStr"><is><t>{name}</t></is></c>'
            assert old in text
            text = text.replace(old, f'<c r="B{row}" t="s"><v>{number}</v></c>')
        return text

    return sheet_part(path, change)


def test_a_shared_text_that_is_not_there_damages_the_file(tmp_path: Path) -> None:
    assert refusal_of(shared(xlsx_file(tmp_path), [])) == ["roster-damaged"]


def test_hidden_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    path = xlsx_file(tmp_path, change=change)
    assert [row.number for row in rows_of(path)] == [3]
    assert told_of(path) == ["roster-rows-hidden"]


def test_hidden_columns_are_left_out_and_told(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].hidden = True

    path = xlsx_file(tmp_path, change=change)
    assert headings_of(path) == ("UPN", "", "Surname", "Phone")
    assert texts_of(path)[0] == (SAM[0], "", SAM[2], SAM[3])
    assert told_of(path) == ["roster-columns-hidden"]


def test_hidden_sheets_are_not_looked_at(tmp_path: Path) -> None:
    book = Workbook()
    for name, state in (("Old", "hidden"), ("Very old", "veryHidden"), ("New", "visible")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for row in (HEADINGS, (name, *SAM[1:])):
            sheet.append(row)
    del book["Sheet"]
    book.active = 2
    book.save(tmp_path / "book.xlsx")
    assert texts_of(tmp_path / "book.xlsx")[0][0] == "New"
    assert refusal_of(tmp_path / "book.xlsx", "Old") == ["roster-sheet-unknown"]


def test_of_several_sheets_the_likeliest_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Notes", "Colour"])
    for name in ("Contacts", "Staff"):
        sheet = book.create_sheet(name)
        for row in (HEADINGS if name == "Contacts" else ("Room", "Desk"), SAM[:2]):
            sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    roster, findings = opened_roster(tmp_path / "book.xlsx")
    roster.close()
    assert roster.table.name == "book.xlsx sheet Contacts"
    assert [finding.rule for finding in findings] == ["roster-sheets"]
    assert texts_of(tmp_path / "book.xlsx", "staff") == [SAM[:2]]


def test_a_workbook_without_anything_to_see_is_refused(tmp_path: Path) -> None:
    assert refusal_of(xlsx_file(tmp_path, rows=())) == ["roster-no-sheet"]


def test_values_merged_over_rows_count_for_each(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("C2:C3")

    path = xlsx_file(tmp_path, change=change)
    assert [row.cells[2].text for row in rows_of(path)] == ["Example", "Example"]
    assert told_of(path) == ["roster-merged-down"]


def test_values_merged_over_columns_refuse_their_row(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("B3:C3")

    assert faults_of(xlsx_file(tmp_path, change=change)) == [("roster-merged-across", 3, 2)]


def test_a_million_empty_rows_are_soon_passed_by(tmp_path: Path) -> None:
    def change(text: str) -> str:
        empty = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(4, 200_000))
        last = '<row r="1048576"><c r="B1048576" t="inlineStr"><is><t>Zoe</t></is></c></row>'
        return text.replace("</sheetData>", f"{empty}{last}</sheetData>")

    rows = rows_of(sheet_part(xlsx_file(tmp_path), change))
    assert [row.number for row in rows] == [2, 3, 1_048_576]


def test_rows_and_cells_may_go_without_names(tmp_path: Path) -> None:
    def change(text: str) -> str:
        more = '<row><c/><c t="inlineStr"><is><t>Zoe</t></is></c><c><v>7</v></c></row>'
        return text.replace("</sheetData>", f"{more}</sheetData>")

    rows = rows_of(sheet_part(xlsx_file(tmp_path), change))
    assert (rows[2].number, [cell.text for cell in rows[2].cells]) == (4, ["", "Zoe", "7", ""])


def test_cells_without_a_heading_are_told(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, (HEADINGS, (*SAM, "a note"), MIA))
    assert told_of(path) == ["roster-column-nameless"]
    far = xlsx_file(tmp_path, (HEADINGS, (*SAM, *[None] * 2000, "far away"), MIA))
    assert texts_of(far) == [SAM, MIA]


def test_macros_are_neither_run_nor_kept(tmp_path: Path) -> None:
    path = changed_part(xlsx_file(tmp_path), "xl/vbaProject.bin", lambda _: "macros")
    assert told_of(path) == ["roster-macros"]
    assert texts_of(path) == [SAM, MIA]


def test_a_locked_workbook_is_told_from_an_old_one(tmp_path: Path) -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    path = tmp_path / "roster.xlsx"
    path.write_bytes(start)
    assert refusal_of(path) == ["roster-old-format"]
    path.write_bytes(start + "EncryptedPackage".encode("utf-16-le"))
    assert refusal_of(path) == ["roster-password"]


def test_a_member_that_is_locked_is_told(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path)
    content = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(sign) + place
        content[at : at + 2] = struct.pack("<H", 1)
    path.write_bytes(content)
    assert refusal_of(path) == ["roster-password"]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path)
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", bytes(30_000_000))
    assert refusal_of(path) == ["roster-bomb"]


def test_entities_of_its_own_are_not_unfolded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = sheet_part(xlsx_file(tmp_path), lambda text: bomb + text)
    assert refusal_of(path) == ["roster-bomb"]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_a_damaged_part_is_told(tmp_path: Path, part: str) -> None:
    assert refusal_of(changed_part(xlsx_file(tmp_path), part, lambda text: text[:50])) == [
        "roster-damaged"
    ]


def test_a_workbook_without_styles_is_read_without_a_word(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    bare = f'<styleSheet xmlns="{space}"/>'
    path = changed_part(xlsx_file(tmp_path), "xl/styles.xml", lambda _: bare)
    assert texts_of(path) == [SAM, MIA]


def test_half_a_file_is_damaged(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path)
    path.write_bytes(path.read_bytes()[:2000])
    assert refusal_of(path) == ["roster-damaged"]


def test_another_zip_file_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert refusal_of(path) == ["roster-kind"]


def test_a_sheet_that_breaks_off_stops_the_reading(tmp_path: Path) -> None:
    rows = (HEADINGS, *[(str(number), *SAM[1:]) for number in range(2000)])
    path = sheet_part(xlsx_file(tmp_path, rows), lambda text: text[: len(text) * 2 // 3])
    roster, _ = opened_roster(path)
    with pytest.raises(CasefileRejected) as stopped:
        list(roster.rows())
    roster.close()
    assert stopped.value.code == "roster-unreadable"


def test_a_file_changed_meanwhile_stops_the_reading(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path)
    roster, _ = opened_roster(path)
    rows = roster.rows()
    assert next(rows).number == 2
    path.write_bytes(path.read_bytes() + b"more")
    with pytest.raises(CasefileRejected) as stopped:
        list(rows)
    roster.close()
    assert stopped.value.code == "roster-changed"


def test_reading_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path)
    before = path.read_bytes()
    roster, _ = opened_roster(path)
    assert len(list(roster.rows())) == len(list(roster.rows())) == 2
    roster.close()
    assert path.read_bytes() == before
    assert load_workbook(path)["Contacts"]["B2"].value == "Sam"


def test_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble) as stopped:
        open_roster(tmp_path / "roster.xlsx", "roster.xlsx")
    assert stopped.value.code == "disk-refused"


def test_columns_hidden_beyond_the_headings_are_nobodys_matter(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["H"].hidden = True

    assert told_of(xlsx_file(tmp_path, change=change)) == []


def test_a_number_format_may_have_more_signs_than_anybody_needs(tmp_path: Path) -> None:
    pattern = "".join(f'"{number}"0' for number in range(12))
    assert first_cell(with_value(tmp_path, 7, pattern)).text.endswith("7")


def test_headings_under_a_title_merged_over_nothing_have_no_groups(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("F1:H1")

    path = xlsx_file(tmp_path, (("Contacts",), HEADINGS, SAM, MIA), change)
    roster, _ = opened_roster(path)
    roster.close()
    assert roster.table.groups == ()
