"""A whole row: what it gives, what refuses it, and that nobody's values stand in what is told."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from peoplework import ROW, TODAY, read, rows, table, told, typed

from docgen.check.roster.faults import CELL_FAULTS
from docgen.check.roster.rows import typed_row
from docgen.model.finding import Finding, Severity
from docgen.model.roster import FIELDS, IGNORED, Cell, Kind, Row
from docgen.model.typed_row import Columns, Said

FIGURES = {
    "attendance.possible": "68",
    "attendance.attended": "41",
    "attendance.authorised": "7",
    "attendance.unauthorised": "20",
    "attendance.as_at": "17/10/2025",
}


def test_a_plain_row_gives_a_pupil_and_a_contact() -> None:
    row, findings = read()
    assert row
    assert findings == ()
    assert (row.number, row.pupil.legal_name.text) == (12, "Nia Pryce")
    assert (row.contact.legal_name, row.contact.title) == (Said("Grace Mbeki", 7), Said("Ms", 6))
    assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301 - it goes to worker processes


def test_what_was_wrong_in_reading_the_cells_rides_along_and_refuses() -> None:
    torn = Finding("roster-row-long", Severity.ERROR, "…", "…")
    row, findings = read(findings=(torn,))
    assert row is None
    assert findings == (torn,)


def test_a_cell_that_holds_a_fault_says_nothing() -> None:
    columns = Columns(table(["a"]), {"pupil.upn": 1})
    row = Row(2, (Cell("#N/A", Kind.ERROR),))
    typed_none, findings = typed_row(row, columns, TODAY)
    assert typed_none is None
    assert {finding.rule for finding in findings} == {"cell-name-missing"}


def test_a_row_with_no_column_for_a_name_is_told_as_a_whole() -> None:
    _, findings = typed_row(rows([""])[0], Columns(table(["a"])), TODAY)
    assert {finding.place.column for finding in findings if finding.place} == {0}


def test_attendance_is_whole_or_asked_about() -> None:
    attendance = typed(FIGURES).attendance
    assert attendance
    assert (attendance.possible.text, attendance.as_at.text) == ("68", "2025-10-17")
    assert typed().attendance is None
    assert told({**FIGURES, "attendance.as_at": ""}) == ["cell-attendance-part"]
    assert told({**FIGURES, "attendance.attended": "60%"}) == [
        "cell-attendance",
        "cell-attendance-part",
    ]


def test_meeting_and_school_stand_in_the_row() -> None:
    row = typed(
        {
            "meeting.place": "Room 4",
            "meeting.online": "no",
            "meeting.chair": "st-2",
            "school.key": "s-1",
            "school.name": "Harbour View Primary",
        }
    )
    said = [row.meeting.place, row.meeting.online, row.meeting.chair, row.school, row.school_name]
    texts = [each.text for each in said if each]
    assert texts == ["Room 4", "false", "st-2", "s-1", "Harbour View Primary"]


@pytest.mark.parametrize(
    ("text", "kept", "rules"),
    [
        ("07700 900 101", "07700 900 101", []),
        ("+44 7700 900101", "+44 7700 900101", []),
        ("01632 960 200 (home)", "01632 960 200", []),
        ("7700900101", "07700900101", ["cell-phone-zero"]),
        ("1632960200", "01632960200", ["cell-phone-zero"]),
        ("07700 900101 / 07700 900102", None, ["cell-phone"]),
        ("4.47701E+11", None, ["cell-phone"]),
        ("960200", None, ["cell-phone"]),
        ("ask her sister", None, ["cell-phone"]),
    ],
)
def test_a_telephone_number_is_used_if_it_can_be_one(
    text: str, kept: str | None, rules: list[str]
) -> None:
    phone = typed({"contact.phone": text}).contact.phone
    assert (phone.text if phone else None) == kept
    assert told({"contact.phone": text}) == rules


@pytest.mark.parametrize(
    ("text", "kept"),
    [("g.mbeki@home.example", True), ("mailto:g@home.example", True), ("none at home", False)],
)
def test_an_email_address_is_used_if_it_can_be_one(text: str, kept: bool) -> None:
    email = typed({"contact.email": text}).contact.email
    assert bool(email) is kept
    assert told({"contact.email": text}) == ([] if kept else ["cell-email"])
    assert typed({"contact.email": ""}).contact.email is None


def test_nothing_that_somebody_typed_stands_in_a_message() -> None:
    typed_there = "Zzyzx 9"
    for field in (*ROW, *FIGURES, "contact.reads", "contact.deceased", "contact.phone"):
        _, findings = read({field: typed_there})
        assert not [each for each in findings if typed_there in each.message + each.remedy], field


FIELD = st.sampled_from([each for each in FIELDS if each != IGNORED])
TEXT = st.one_of(
    st.text(max_size=20),
    st.from_regex(r"[0-9]{1,5}[/.: -][0-9]{1,4}([/.: -][0-9]{1,4})?( ?[ap]m)?", fullmatch=True),
    st.sampled_from(["Mr & Mrs Khan", "Khan, ", ", ,", "(deceased)", "Mrs", "١٢/٣/٢٠١٤", "²", "0"]),
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(FIELD, TEXT, max_size=6))
def test_no_cell_however_odd_stops_the_reading(changes: dict[str, str]) -> None:
    row, findings = read(changes)
    assert (row is None) == any(each.severity is Severity.ERROR for each in findings)
    if row:
        assert row.contact.legal_name.text.strip()
        assert row.pupil.legal_name.text.strip()


def test_each_message_ends_in_a_full_stop_and_says_what_to_do() -> None:
    assert all(w.message.endswith(".") and w.remedy.endswith(".") for w in CELL_FAULTS.values())
