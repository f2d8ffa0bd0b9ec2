"""An OpenDocument spreadsheet is read as people see it, without what is hidden."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from rosterwork import (
    HEADINGS,
    MIA,
    SAM,
    changed_part,
    faults_of,
    headings_of,
    ods_cell,
    ods_file,
    ods_row,
    ods_table,
    refusal_of,
    rows_of,
    texts_of,
    told_of,
)

from docgen.model.roster import Cell, Kind

EMPTY = '<table:table-cell table:number-columns-repeated="16000"/>'


def simple(folder: Path, *rows: str) -> Path:
    return ods_file(folder, ods_table(ods_row(*HEADINGS), *rows))


def with_cell(folder: Path, cell: str) -> Path:
    return simple(folder, ods_row(cell, *SAM[1:]))


def test_rows_are_read(tmp_path: Path) -> None:
    path = simple(tmp_path, ods_row(*SAM, EMPTY), ods_row(*MIA))
    assert texts_of(path) == [SAM, MIA]


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (ods_cell("00123", 'office:value-type="float" office:value="123"'), Kind.NUMBER, "00123"),
        (ods_cell("1,234", 'office:value-type="float" office:value="1234"'), Kind.NUMBER, "1234"),
        (
            ods_cell("01632 960001", 'office:value-type="float" office:value="1632960001"'),
            Kind.NUMBER,
            "01632 960001",
        ),
        (
            ods_cell("96%", 'office:value-type="percentage" office:value="0.956"'),
            Kind.NUMBER,
            "96%",
        ),
        (
            ods_cell("01/09/14", 'office:value-type="date" office:date-value="2014-09-01"'),
            Kind.DATE,
            "2014-09-01",
        ),
        (
            ods_cell("x", 'office:value-type="date" office:date-value="2026-03-04T09:15:00"'),
            Kind.DATE,
            "2026-03-04 09:15",
        ),
        (
            ods_cell("3:30 PM", 'office:value-type="time" office:time-value="PT15H30M00S"'),
            Kind.TIME,
            "15:30",
        ),
        (
            ods_cell("Yes", 'office:value-type="boolean" office:boolean-value="true"'),
            Kind.YES_NO,
            "TRUE",
        ),
        (ods_cell('A<text:s text:c="2"/>b'), Kind.TEXT, "A  b"),
    ],
)
def test_a_value_reads_as_it_is_shown(tmp_path: Path, cell: str, kind: Kind, text: str) -> None:
    assert rows_of(with_cell(tmp_path, cell))[0].cells[0] == Cell(text, kind)


def test_notes_on_a_cell_are_not_its_text(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p>'
        "</office:annotation><text:p>one</text:p><text:p>two</text:p></table:table-cell>"
    )
    assert texts_of(with_cell(tmp_path, cell))[0][0] == "one\ntwo"


def test_repeated_rows_and_cells_are_all_there(tmp_path: Path) -> None:
    same = ods_cell("x", 'office:value-type="string" table:number-columns-repeated="2"')
    path = simple(
        tmp_path,
        ods_row(same, "Sam", more='table:number-rows-repeated="2"'),
        ods_row(EMPTY, more='table:number-rows-repeated="1048570"'),
    )
    assert [row.number for row in rows_of(path)] == [2, 3]
    assert texts_of(path)[1] == ("x", "x", "Sam", "")


def test_hidden_rows_columns_and_sheets_are_left_out(tmp_path: Path) -> None:
    style = (
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    columns = (
        "<table:table-column/>"
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    )
    hidden = ods_table(
        ods_row(*HEADINGS), ods_row("Old"), name="Old", more='table:style-name="ta2"'
    )
    seen = ods_table(
        ods_row(*HEADINGS),
        ods_row(*SAM, more='table:visibility="filter"'),
        ods_row(*MIA),
        columns=columns,
    )
    path = ods_file(tmp_path, hidden + seen, style)
    assert texts_of(path) == [(MIA[0], "", "", MIA[3])]
    assert headings_of(path) == ("UPN", "", "", "Phone")
    assert told_of(path) == ["roster-columns-hidden"] * 2 + ["roster-rows-hidden"]


def test_formulas_and_their_faults_are_told(tmp_path: Path) -> None:
    made = ods_cell("7", 'table:formula="of:=3+4" office:value-type="float" office:value="7"')
    blank = '<table:table-cell table:formula="of:=A1"/>'
    bad = ods_cell("#REF!", 'table:formula="of:=A1" office:value-type="string"')
    nothing = ods_cell("", 'table:formula="of:=A1" office:value-type="string"')
    path = simple(tmp_path, *(ods_row(cell, *SAM[1:]) for cell in (made, blank, bad, nothing)))
    assert rows_of(path)[0].cells[0] == Cell("7", Kind.NUMBER, computed=True)
    assert faults_of(path) == [("roster-cell-formula", 3, 1), ("roster-cell-error", 4, 1)]
    assert told_of(path) == ["roster-formulas"]


def test_figures_that_were_lost_are_told(tmp_path: Path) -> None:
    cell = ods_cell("1.23E+19", 'office:value-type="float" office:value="12345678901234567000"')
    assert told_of(with_cell(tmp_path, cell)) == ["roster-number-long"]


def test_merged_cells_are_told(tmp_path: Path) -> None:
    down = ods_cell("Example", 'office:value-type="string" table:number-rows-spanned="2"')
    across = ods_cell("Sam Example", 'office:value-type="string" table:number-columns-spanned="2"')
    covered = "<table:covered-table-cell/>"
    path = simple(
        tmp_path,
        ods_row("A1", "Sam", down, "x"),
        ods_row("A2", "Mia", covered, "y"),
        ods_row("A3", across, covered, "z"),
    )
    assert texts_of(path)[1] == ("A2", "Mia", "Example", "y")
    assert faults_of(path) == [("roster-merged-across", 4, 2)]


def test_a_locked_file_is_told(tmp_path: Path) -> None:
    locked = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    path = ods_file(tmp_path, ods_table(ods_row(*HEADINGS), ods_row(*SAM)), manifest=locked)
    assert refusal_of(path) == ["roster-password"]


def test_a_text_document_is_no_spreadsheet(tmp_path: Path) -> None:
    path = simple(tmp_path, ods_row(*SAM))
    changed_part(path, "mimetype", lambda _: "application/vnd.oasis.opendocument.text")
    assert refusal_of(path) == ["roster-kind"]


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = simple(tmp_path, ods_row(*SAM))
    assert refusal_of(changed_part(path, "content.xml", lambda text: text[:300])) == [
        "roster-damaged"
    ]


def test_it_may_go_without_a_list_of_its_parts(tmp_path: Path) -> None:
    path = simple(tmp_path, ods_row(*SAM))
    with ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in ("mimetype", "content.xml")}
    with ZipFile(path, "w") as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
    assert texts_of(path) == [SAM]


def test_a_row_of_formats_alone_is_no_row(tmp_path: Path) -> None:
    styled = '<table:table-cell table:style-name="ce1"/>'
    path = simple(tmp_path, ods_row(styled, more='table:number-rows-repeated="3"'), ods_row(*SAM))
    assert [row.number for row in rows_of(path)] == [5]


def test_rows_beyond_what_any_program_shows_are_not_unfolded(tmp_path: Path) -> None:
    endless = ods_row(EMPTY, more='table:number-rows-repeated="9999999"')
    path = simple(tmp_path, ods_row(*SAM), endless, ods_row(*MIA))
    assert texts_of(path) == [SAM]
