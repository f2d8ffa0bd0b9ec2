"""A workbook goes out with everything shut but what is the translator's, and comes back as text."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from wordfiles import zipped

from docgen.store.spreadsheet import Column, Table, read_workbook, written_workbook

COLUMNS = (Column("Message", 10), Column("English", 40), Column("Translation", 40, theirs=True))
ROWS = (("0a1b2c3d", "Pupil:\t{{ name }}", "=SUM(A1)"), ("4e5f6a7b", "One\nTwo", "Un\nDeux"))


def written(rows: object = ROWS, *, right_to_left: bool = False) -> bytes:
    assert isinstance(rows, tuple)
    return written_workbook(Table("pl", COLUMNS, rows, right_to_left, ("Fill it in.",)))


def test_what_is_written_is_read_back() -> None:
    found = read_workbook(written())
    assert found is not None
    rows = [row for row in found if row.sheet == "pl"]
    assert [tuple(row.texts.values()) for row in rows] == [*ROWS]
    assert rows[1].number == 3
    assert rows[1].places["Translation"] == "C3"


def test_only_what_is_the_translators_can_be_changed() -> None:
    sheet = load_workbook(BytesIO(written()))["pl"]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[2]] == [True, True, False]


def test_a_text_that_looks_like_a_formula_goes_out_as_text() -> None:
    sheet = load_workbook(BytesIO(written()))["pl"]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=SUM(A1)", "s")


def test_a_tab_is_shown_as_a_sign_that_can_be_copied() -> None:
    sheet = load_workbook(BytesIO(written()))["pl"]
    assert sheet["B2"].value == "Pupil:⇥{{ name }}"


def test_what_is_to_be_written_from_the_right_begins_there() -> None:
    sheet = load_workbook(BytesIO(written(right_to_left=True)))["pl"]
    assert [cell.alignment.readingOrder for cell in sheet[2]] == [0, 0, 2]


def test_columns_may_be_moved_and_rows_left_empty() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("Translation", None, "Message"), (None, None, None), ("Tak\r\n=", "x", 12)):
        sheet.append(row)
    sheet["A4"] = "=1+1"
    out = BytesIO()
    book.save(out)
    found = read_workbook(out.getvalue())
    assert found is not None
    assert [(row.number, row.texts["Message"]) for row in found] == [(3, "12"), (4, "")]
    assert found[0].texts["Translation"] == "Tak\n="
    assert [row.formulas for row in found] == [frozenset(), {"Translation"}]


@pytest.mark.parametrize(
    "content",
    [
        zipped({"a.txt": b"no workbook"}),
        zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<broken"}),
    ],
)
def test_what_is_no_workbook_gives_no_rows(content: bytes) -> None:
    assert not read_workbook(content)
