"""A CSV or TSV is read whatever its letters, line ends and columns are written with."""

from pathlib import Path

import pytest
from rosterwork import (
    HEADINGS,
    MIA,
    SAM,
    csv_file,
    faults_of,
    headings_of,
    lines_of,
    opened_roster,
    refusal_of,
    rows_of,
    texts_of,
    told_of,
)

POLISH = ("A123456789012", "Łukasz", "Żółć", "01632 960003")
FRENCH = ("A123456789012", "Chloé", "Façade", "01632 960003")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_what_sets_columns_apart_is_found_out(tmp_path: Path, sign: str) -> None:
    path = csv_file(tmp_path, lines_of(HEADINGS, SAM, MIA, sign=sign))
    assert texts_of(path) == [SAM, MIA]


def test_excel_may_say_what_sets_columns_apart(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "sep=|\r\n" + lines_of(HEADINGS, SAM, sign="|"))
    assert texts_of(path) == [SAM]
    assert rows_of(path)[0].number == 2


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(tmp_path: Path, ends: str) -> None:
    text = lines_of(HEADINGS, SAM, MIA).replace("\r\n", ends)
    assert texts_of(csv_file(tmp_path, text)) == [SAM, MIA]


def test_line_ends_may_be_mixed(tmp_path: Path) -> None:
    text = ",".join(HEADINGS) + "\r" + ",".join(SAM) + "\n" + ",".join(MIA)
    assert texts_of(csv_file(tmp_path, text)) == [SAM, MIA]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_is_certain(tmp_path: Path, encoding: str) -> None:
    path = csv_file(tmp_path, lines_of(HEADINGS, POLISH), encoding)
    assert texts_of(path) == [POLISH]
    assert headings_of(path)[0] == "UPN"
    assert told_of(path) == []


def test_utf_16_of_the_other_order_is_certain_too(tmp_path: Path) -> None:
    path = csv_file(tmp_path, lines_of(HEADINGS, POLISH), "utf-16-be")
    assert texts_of(path) == [POLISH]


def test_western_letters_are_read_and_asked_about(tmp_path: Path) -> None:
    path = csv_file(tmp_path, lines_of(HEADINGS, SAM, FRENCH, MIA), "cp1252")
    assert texts_of(path)[1] == FRENCH
    assert told_of(path) == ["roster-encoding"]
    _, findings = opened_roster(path)
    assert "Windows-1252" in findings[0].message
    assert findings[0].place
    assert findings[0].place.line == 3


def test_polish_letters_are_told_from_western_ones(tmp_path: Path) -> None:
    words = ["Zażółć gęślą jaźń", "Łukasz Wałęsa", "Małgorzata Świątek", "Paweł Dąbrowski"]
    rows = [("A1", *word.split(" ")[:2], "x") for word in words] * 5
    path = csv_file(tmp_path, lines_of(HEADINGS, *rows), "cp1250")
    assert texts_of(path)[1][1] == "Łukasz"


def test_leading_noughts_and_long_numbers_stay(tmp_path: Path) -> None:
    row = ("000123", "07700900123", "12345678901234567890", "1/2")
    assert texts_of(csv_file(tmp_path, lines_of(HEADINGS, SAM, row)))[1] == row


def test_what_keeps_excel_from_changing_a_text_is_taken_off(tmp_path: Path) -> None:
    row = ('="00123"', "Sam", "Example", "x")
    assert texts_of(csv_file(tmp_path, lines_of(HEADINGS, row)))[0][0] == "00123"


def test_rows_bear_the_numbers_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    text = lines_of(HEADINGS) + '"A1","Two\r\nlines","x","y"\r\n\r\n' + lines_of(SAM)
    path = csv_file(tmp_path, text)
    assert [row.number for row in rows_of(path)] == [2, 4]
    assert texts_of(path)[0][1] == "Two\r\nlines"


def test_quotes_inside_and_around_are_read(tmp_path: Path) -> None:
    text = lines_of(HEADINGS) + '"A1","Sam ""Sammy""","O\'Example, Jr","5\' 2"\r\n'
    assert texts_of(csv_file(tmp_path, text)) == [("A1", 'Sam "Sammy"', "O'Example, Jr", "5' 2")]


def test_a_quote_gone_wrong_refuses_its_row_alone(tmp_path: Path) -> None:
    text = lines_of(HEADINGS, SAM) + '"A1","Sam "Sammy" x","y","z"\r\n' + lines_of(MIA)
    path = csv_file(tmp_path, text)
    assert faults_of(path) == [("roster-quote", 3, 0)]
    assert texts_of(path)[2] == MIA


@pytest.mark.parametrize("rows_after", [3, 500])
def test_a_quote_never_closed_is_told_where_it_opens(tmp_path: Path, rows_after: int) -> None:
    text = lines_of(HEADINGS, SAM) + 'A1,"Sam,Example,x\r\n' + lines_of(*[MIA] * rows_after)
    assert faults_of(csv_file(tmp_path, text)) == [("roster-quote-open", 3, 0)]


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    for length in (40_000, 200_000):
        long = ("A1", "x" * length, "Example", "y")
        path = csv_file(tmp_path, lines_of(HEADINGS, SAM, long, MIA))
        assert [rule for rule, _, _ in faults_of(path)] == ["roster-cell-long"]
        assert texts_of(path)[-1] == MIA


def test_a_row_that_slipped_is_refused(tmp_path: Path) -> None:
    slipped = ("A1", "Sam", "Example", "1 High Street", "Sampleton")
    path = csv_file(tmp_path, lines_of(HEADINGS, SAM, slipped))
    assert faults_of(path) == [("roster-row-long", 3, 0)]


def test_a_short_row_is_filled_up_and_told(tmp_path: Path) -> None:
    path = csv_file(tmp_path, lines_of(HEADINGS, SAM, ("A1", "Sam")))
    assert texts_of(path)[1] == ("A1", "Sam", "", "")
    assert told_of(path) == ["roster-row-short"]


@pytest.mark.parametrize("text", ["", "\ufeff", " \r\n\r\n", ",,,\r\n,,,\r\n"])
def test_a_file_without_anything_is_refused(tmp_path: Path, text: str) -> None:
    assert refusal_of(csv_file(tmp_path, text)) == ["roster-empty"]


def test_headings_alone_are_refused(tmp_path: Path) -> None:
    assert refusal_of(csv_file(tmp_path, lines_of(HEADINGS))) == ["roster-no-rows"]


def test_rows_without_headings_are_refused(tmp_path: Path) -> None:
    assert refusal_of(csv_file(tmp_path, lines_of(SAM, MIA))) == ["roster-no-headings"]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"<html><body><table><tr><td>UPN</td></tr></table></body></html>", "roster-web-page"),
        (b'<?xml version="1.0"?><Workbook/>', "roster-web-page"),
        (b"%PDF-1.7\n%\xe2\xe3", "roster-kind"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x02\x03\x04\x05", "roster-kind"),
        (b"{\\rtf1 hello}", "roster-kind"),
    ],
)
def test_what_is_no_spreadsheet_is_told(tmp_path: Path, content: bytes, rule: str) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(content)
    assert refusal_of(path) == [rule]


def test_one_column_is_enough(tmp_path: Path) -> None:
    assert texts_of(csv_file(tmp_path, "Name\r\nSam\r\nMia\r\n")) == [("Sam",), ("Mia",)]


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1252", ("Hélène", "Müller", "O\u2019Brien")),
        ("cp1250", ("Łukasz", "Wałęsa", "Żółć")),
        ("mac_roman", ("Hélène", "Müller", "Zoë")),
        ("cp1251", ("Іван", "Петренко", "Олена")),
    ],
)
def test_a_few_names_tell_how_letters_are_written(
    tmp_path: Path, encoding: str, names: tuple[str, ...]
) -> None:
    path = csv_file(tmp_path, lines_of(HEADINGS, ("A1", *names)), encoding)
    assert texts_of(path)[0][1:] == names
