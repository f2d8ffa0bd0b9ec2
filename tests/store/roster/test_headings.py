"""The row that heads the columns is found, whatever stands over it."""

from contextlib import closing
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from rosterwork import (
    HEADINGS,
    MIA,
    SAM,
    csv_file,
    headings_of,
    lines_of,
    opened_roster,
    refusal_of,
    rows_of,
    told_of,
    xlsx_file,
)

from docgen.model.roster import Table, cell_name, column_letters

SIMS = (
    *("UPN", "Legal Surname", "Forename", "Year", "Reg", "Contact Title", "Contact Surname"),
    *("Relationship", "Parental Responsibility", "Priority"),
)
PUPIL = ("A123456789012", "Example", "Sam", "Year 5", "5B", "Mrs", "Example", "Mother", "T", "1")


@pytest.mark.parametrize(
    "above",
    [
        (),
        (("Contacts of pupils with absence",),),
        (("Sample Primary School", "", "", "", "21/11/2025"), (), ("Printed by", "the office")),
    ],
)
def test_titles_over_the_headings_are_passed_by(
    tmp_path: Path, above: tuple[tuple[str, ...], ...]
) -> None:
    path = csv_file(tmp_path, lines_of(*above, SIMS, PUPIL, PUPIL))
    roster, _ = opened_roster(path)
    with closing(roster):
        assert roster.table.headings == SIMS
        assert roster.table.heading_row == len(above) + 1
        assert next(roster.rows()).number == len(above) + 2


def test_words_of_any_kind_head_a_plain_sheet(tmp_path: Path) -> None:
    text = lines_of(("Colour", "Taste"), ("red", "sweet"), ("green", "sour"))
    assert headings_of(csv_file(tmp_path, text)) == ("Colour", "Taste")


def test_a_row_under_rows_heads_nothing(tmp_path: Path) -> None:
    text = lines_of(("1", "2"), ("3", "4"), ("red", "green"), ("5", "6"))
    assert refusal_of(csv_file(tmp_path, text)) == ["roster-no-headings"]


def test_blanks_and_line_breaks_in_headings_are_one_blank(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, (("Date\nof  birth", "Surname"), ("2014-09-01", "Example")))
    assert headings_of(path) == ("Date of birth", "Surname")


def test_what_nobody_sees_is_taken_out_of_headings(tmp_path: Path) -> None:
    text = lines_of(("\u200bUPN", "Fore\x00 name", "Surname"), SAM[:3])
    assert headings_of(csv_file(tmp_path, text)) == ("UPN", "Fore name", "Surname")


def test_two_columns_of_one_name_are_told(tmp_path: Path) -> None:
    heads = ("Student ID", "Forename", "Surname", "Parent ID", "Forename", "surname")
    path = csv_file(tmp_path, lines_of(heads, ("1", "Sam", "Example", "2", "Ann", "Example")))
    assert told_of(path) == ["roster-heading-twice"] * 2
    roster, findings = opened_roster(path)
    roster.close()
    assert roster.table.repeated == ((2, 5), (3, 6))
    assert [each.place.column for each in findings if each.place] == [5, 6]


def test_what_is_merged_over_headings_tells_them_apart(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("C1:D1")

    rows = (
        ("Pupil", "", "Contact", ""),
        ("Forename", "Surname", "Forename", "Surname"),
        ("Sam", "Example", "Ann", "Example"),
    )
    path = xlsx_file(tmp_path, rows, change)
    roster, findings = opened_roster(path)
    roster.close()
    assert roster.table.groups == ("Pupil", "Pupil", "Contact", "Contact")
    assert (roster.table.heading_row, findings) == (2, ())


def test_a_title_merged_over_all_is_no_group(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:D1")

    path = xlsx_file(tmp_path, (("Contacts", None), HEADINGS, SAM, MIA), change)
    roster, _ = opened_roster(path)
    roster.close()
    assert roster.table.groups == ()


def test_headings_that_are_repeated_or_absent_leave_the_rows_alone(tmp_path: Path) -> None:
    path = csv_file(tmp_path, lines_of(("UPN", "", "Surname"), SAM[:3]))
    assert [cell.text for cell in rows_of(path)[0].cells] == list(SAM[:3])


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_named_as_spreadsheets_do(column: int, letters: str) -> None:
    assert column_letters(column) == letters
    assert cell_name(12, column) == f"{letters}12"


def test_a_row_as_a_whole_has_no_letters() -> None:
    assert cell_name(12, 0) == "12"
    assert Table("a.csv", ("A",), 1).mark(2, 0).column == 0
