"""Days and times as spreadsheets hold them, in a casefile's spelling or not at all."""

import pytest
from peoplework import read, told, typed

BORN = "pupil.date_of_birth"


def born(text: str, *, month_first: bool = False) -> str | None:
    """Give the date of birth that a cell is read as."""
    row, _ = read({BORN: text}, month_first)
    return row.pupil.date_of_birth.text if row and row.pupil.date_of_birth else None


@pytest.mark.parametrize(
    "text",
    [
        "2014-03-02",
        "2014/3/2",
        "02/03/2014",
        "2.3.2014",
        "2-3-2014",
        "02 03 2014",
        "2 March 2014",
        "2nd Mar 2014",
        "Sunday, 2 March 2014",
        "02-Mar-2014",
        "2014-03-02 00:00:00",
        "02/03/2014 00:00",
    ],
)
def test_a_day_is_read_day_first(text: str) -> None:
    assert born(text) == "2014-03-02"
    assert told({BORN: text}) == []


def test_a_short_year_is_taken_for_a_pupils_and_told() -> None:
    assert born("02/03/14") == "2014-03-02"
    assert born("02-Mar-14") == "2014-03-02"
    assert told({BORN: "02/03/14"}) == ["cell-date-short-year"]
    assert told({BORN: "02/03/26"}) == ["cell-date-short-year", "cell-date-far"]
    meeting = typed({"meeting.date": "12/01/26"}).meeting
    assert meeting.date
    assert meeting.date.text == "2026-01-12"


@pytest.mark.parametrize("text", ["02/03/14", "41700"])
def test_nobodys_birthday_is_told(text: str) -> None:
    _, (finding,) = read({BORN: text})
    assert "2014" not in finding.message + finding.remedy


def test_a_spreadsheets_number_for_a_day_is_read_and_told() -> None:
    assert born("41700") == "2014-03-02"
    assert born("41700.0") == "2014-03-02"
    assert told({BORN: "41700"}) == ["cell-date-serial"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("soon", "cell-date-form"),
        ("2 Marz 2014", "cell-date-form"),
        ("20140302", "cell-date-form"),
        ("31/02/2014", "cell-date-impossible"),
        ("03/25/2014", "cell-date-impossible"),
        ("02/03/1914", "cell-date-far"),
        ("02/03/2024", "cell-date-far"),
    ],
)
def test_a_day_that_can_not_be_meant_refuses_the_row(text: str, rule: str) -> None:
    row, findings = read({BORN: text})
    assert row is None
    assert [finding.rule for finding in findings] == [rule]


def test_where_months_stand_first_a_day_must_tell_which_it_is() -> None:
    assert born("03/25/2014", month_first=True) == "2014-03-25"
    assert born("25/03/2014", month_first=True) == "2014-03-25"
    assert born("03/03/2014", month_first=True) == "2014-03-03"
    assert told({BORN: "02/03/2014"}, month_first=True) == ["cell-date-ambiguous"]


@pytest.mark.parametrize("text", ["", "-", "n/a"])
def test_nothing_said_is_no_day(text: str) -> None:
    assert born(text) is None
    assert told({BORN: text}) == []


def test_a_meeting_is_no_day_of_another_century() -> None:
    meeting = typed({"meeting.date": "3 November 2025"}).meeting
    assert meeting.date
    assert meeting.date.text == "2025-11-03"
    assert told({"meeting.date": "3 November 1825"}) == ["cell-date-far"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("15:30", "15:30"),
        ("15.30", "15:30"),
        ("15:30:00", "15:30"),
        ("9:15", "09:15"),
        ("3:30pm", "15:30"),
        ("3pm", "15:00"),
        ("3.30 p.m.", "15:30"),
        ("12 am", "00:00"),
        ("12:05pm", "12:05"),
        ("03:30", "03:30"),
        ("2025-11-03 15:30", "15:30"),
    ],
)
def test_a_time_is_read_on_the_24_hour_clock(text: str, time: str) -> None:
    found = typed({"meeting.time": text}).meeting.time
    assert found
    assert found.text == time


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("3:30", "cell-time-half"),
        ("after school", "cell-time-form"),
        ("15", "cell-time-form"),
        ("25:00", "cell-time-form"),
        ("15:75", "cell-time-form"),
        ("15:30pm", "cell-time-form"),
    ],
)
def test_a_time_that_can_not_be_told_refuses_the_row(text: str, rule: str) -> None:
    assert told({"meeting.time": text}) == [rule]
    assert read({"meeting.time": text})[0] is None
