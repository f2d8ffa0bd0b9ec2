"""Reports as files: nothing live in them, whole or not there, a million rows and more."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from docgen.errors import DiskTrouble
from docgen.store.report_files import BookSheet, Column, written_book, written_index

COLUMNS = (Column("Case", 20), Column("Letters", 9))
FORMULA = "=cmd|'/c calc'!A1"


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    with written_book(tmp_path / "report.xlsx") as book:
        sheet = BookSheet(book, "Letters", COLUMNS)
        sheet.add((FORMULA, 3))
        sheet.add(("a\x00b", 4))
    read = load_workbook(tmp_path / "report.xlsx")["Letters"]
    assert [[cell.value for cell in row] for row in read] == [
        ["Case", "Letters"],
        [FORMULA, 3],
        ["a?b", 4],
    ]
    assert read["A2"].data_type == "s"
    assert read.freeze_panes == "A2"


def test_a_long_text_is_set_in_lines(tmp_path: Path) -> None:
    with written_book(tmp_path / "report.xlsx") as book:
        BookSheet(book, "Letters", COLUMNS).add(("word " * 30, 1))
    read = load_workbook(tmp_path / "report.xlsx")["Letters"]
    assert read["A2"].alignment.wrap_text


def test_a_full_sheet_goes_on_in_a_second_one(tmp_path: Path) -> None:
    with written_book(tmp_path / "report.xlsx") as book:
        sheet = BookSheet(book, "Letters", COLUMNS, most=2)
        for number in range(5):
            sheet.add((f"b-{number}", number))
    read = load_workbook(tmp_path / "report.xlsx")
    assert read.sheetnames == ["Letters", "Letters 2", "Letters 3"]
    assert [sheet.max_row for sheet in read.worksheets] == [3, 3, 2]


def test_nothing_in_an_index_is_live(tmp_path: Path) -> None:
    with written_index(tmp_path / "index.csv", ["Case", "Letters"]) as index:
        for text in (FORMULA, "+1", "-1", "@a", "b-1"):
            index.add((text, -1))
    with (tmp_path / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows] == ["Case", f"'{FORMULA}", "'+1", "'-1", "'@a", "b-1"]
    assert {row[1] for row in rows[1:]} == {"-1"}


def test_an_index_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TypeError), written_index(tmp_path / "report" / "index.csv", ["Case"]) as to:
        to.add(3)  # type: ignore[arg-type]
    assert list((tmp_path / "report").iterdir()) == []


def test_a_report_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("a file where a folder should be", "utf-8")
    index = written_index(tmp_path / "report" / "index.csv", ["Case"])
    with pytest.raises(DiskTrouble) as error, index:
        pass
    assert error.value.code == "disk-refused"
