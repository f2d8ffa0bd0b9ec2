"""How typed text becomes dates, times, numbers, words and lists; what is told where it can't."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

import pytest
from casework import sheet_from, told

from docgen.check.shape import typed
from docgen.model.finding import Finding


class Mood(StrEnum):
    """How a clerk feels."""

    GOOD = "good"
    FAIR = "fair"


@dataclass(frozen=True)
class Room:
    """A room to meet in."""

    name: str
    seats: int | None = None


@dataclass(frozen=True)
class Sitting:
    """A meeting as these tests write it, each field of another sort."""

    legal_name: str = "nobody"
    place: str | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    seats: int = 0
    online: bool = False
    kind: Literal["initial", "review"] = "initial"
    mood: Mood | Literal["-"] = Mood.GOOD
    invited: tuple[str, ...] = ()
    rooms: tuple[Room, ...] = ()
    room: Room | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    doors: Mapping[Literal["north", "south"], int] = field(default_factory=dict)
    start: str | None = field(default=None, metadata={"key": "from"})


def read(yaml_text: str) -> tuple[Sitting | None, tuple[Finding, ...]]:
    """Type a sitting's text."""
    return typed(sheet_from(yaml_text, "sitting.yaml").root, Sitting)


def sitting(yaml_text: str) -> Sitting:
    """Give a sitting that must be without a fault."""
    value, findings = read(yaml_text)
    assert value is not None, told(findings)
    return value


def only(yaml_text: str) -> Finding:
    """Give the one fault of a sitting."""
    value, findings = read(yaml_text)
    assert value is None
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    ("typed_text", "value"),
    [
        ("date: 2012-02-29", Sitting(date=dt.date(2012, 2, 29))),
        ('date: "2025-11-03"', Sitting(date=dt.date(2025, 11, 3))),
        ("time: 15:30", Sitting(time=dt.time(15, 30))),
        ('time: "09:05"', Sitting(time=dt.time(9, 5))),
        ("seats: 12", Sitting(seats=12)),
        ("online: true", Sitting(online=True)),
        ("online: false", Sitting(online=False)),
        ("kind: review", Sitting(kind="review")),
        ("mood: fair", Sitting(mood=Mood.FAIR)),
        ("mood: '-'", Sitting(mood="-")),
        ("invited: [p-1, p-2]", Sitting(invited=("p-1", "p-2"))),
        ("invited: []", Sitting()),
        ("room: {name: Hall, seats: 9}", Sitting(room=Room("Hall", 9))),
        ("rooms: [{name: Hall}]", Sitting(rooms=(Room("Hall"),))),
        ("notes: {any: words}", Sitting(notes={"any": "words"})),
        ("doors: {north: 2}", Sitting(doors={"north": 2})),
        ("from: Monday", Sitting(start="Monday")),
        ("place: 01622 960", Sitting(place="01622 960")),
        ("place: 07700900123", Sitting(place="07700900123")),
        ("place: 1.10", Sitting(place="1.10")),
        ("place: 12:30", Sitting(place="12:30")),
        ("place: no", Sitting(place="no")),
        ("place: On", Sitting(place="On")),
        ("place: True", Sitting(place="True")),
        ('place: "null"', Sitting(place="null")),
        ("legal_name: Null", Sitting(legal_name="Null")),
        ("legal_name: No", Sitting(legal_name="No")),
        ('place: "  The hall "', Sitting(place="The hall")),
        ("place: |\n  The hall\n", Sitting(place="The hall")),
        ("place: Łódź, D'Arcy\u2019s", Sitting(place="Łódź, D'Arcy\u2019s")),
    ],
)
def test_a_value_is_what_was_typed(typed_text: str, value: Sitting) -> None:
    assert sitting(typed_text) == value


def test_letters_are_kept_as_composed_by_who_typed_them() -> None:
    assert sitting("place: Zoe\u0308").place == "Zoe\u0308"


@pytest.mark.parametrize(
    ("typed_text", "rule", "advice"),
    [
        ("date: 3/11/2025", "date-order", "If this is 3 November 2025, write 2025-11-03."),
        ("date: 03.11.25", "date-order", "If this is 3 November 2025, write 2025-11-03."),
        ("date: 2025/11/3", "date-order", "If this is 3 November 2025, write 2025-11-03."),
        ("date: 3rd Nov 2025", "date-order", "If this is 3 November 2025, write 2025-11-03."),
        ("date: 3 November, 2025", "date-order", "If this is 3 November 2025, write 2025-11-03."),
        ("date: 3 Brumaire 2025", "date-form", "such as 2025-11-03."),
        ("date: next Monday", "date-form", "such as 2025-11-03."),
        ("date: 31/4/2025", "date-impossible", "such as 2025-11-03."),
        ("time: 9:05", "time-order", "Write 09:05."),
        ("time: 3.30pm", "time-order", "Write 15:30."),
        ("time: 3 pm", "time-order", "Write 15:00."),
        ("time: 12:15 a.m.", "time-order", "Write 00:15."),
        ("time: 1530", "time-order", "Write 15:30."),
        ("time: 24:00", "time-form", "such as 15:30."),
        ("time: 13pm", "time-form", "such as 15:30."),
        ("time: 9:75", "time-form", "such as 15:30."),
        ("time: 9", "time-form", "such as 15:30."),
        ("time: noon", "time-form", "such as 15:30."),
        ("seats: twelve", "number-form", "such as 9."),
        ("seats: 012", "number-form", "such as 9."),
        ("seats: 1.0", "number-form", "such as 9."),
        ("seats: -1", "number-form", "such as 9."),
        ("seats: 99999999999999999999", "number-form", "such as 9."),
        ("seats: ٣", "number-form", "such as 9."),
        ("online: yes", "yes-no-word", "Write true."),
        ("online: Off", "yes-no-word", "Write false."),
        ("online: maybe", "yes-no-form", "Write true or false."),
        ("kind: reveiw", "choice-mistyped", "Did you mean “review”? It can say: initial, review."),
        ("kind: party", "choice-unknown", "Write one of: initial, review."),
        ("mood: bad", "choice-unknown", "Write one of: good, fair, -."),
        ("place:", "value-empty", "leave the line out"),
        ("place: ~", "value-empty", "leave the line out"),
        ("place: null", "value-empty", "leave the line out"),
        ("legal_name: ~", "value-empty", "leave the line out"),
        ("invited:", "value-empty", "leave the line out"),
        ("room:", "value-empty", "leave the line out"),
        ('place: "  "', "text-blank", "leave the line out"),
        ("place: [The hall]", "value-due", "Write one value after the colon"),
        ("place: {name: The hall}", "value-due", "Write one value after the colon"),
        ("invited: p-1", "list-due", "Put the values in square brackets"),
        ("room: Hall", "fields-due", "Write them as “field: value”"),
        ("notes: [a]", "fields-due", "Write them as “field: value”"),
        ("room: {seats: 3}", "field-missing", "Add a line “name: …”."),
        ("plaice: Hall", "field-mistyped", "Did you mean “place”?"),
        ("{seats:12}", "field-space", "Write “seats: ” with a space after the colon."),
        ("weather: fine", "field-unknown", "Take the line out, or use one of: legal_name, place"),
        ("doors: {noth: 1}", "field-mistyped", "Did you mean “north”?"),
        ("doors: {up: 1}", "field-unknown", "use one of: north, south."),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_remedy(
    typed_text: str, rule: str, advice: str
) -> None:
    finding = only(typed_text)
    assert finding.rule == rule
    assert advice in finding.remedy


@pytest.mark.parametrize(
    ("typed_text", "message"),
    [
        ("date: 2013-02-29", "There is no 29 February 2013."),
        ("date: 2025-04-31", "There is no 31 April 2025."),
        ("date: 2025-13-01", "There is no month 13 in a year."),
        ("date: 0000-01-01", "There is no 1 January 0."),
    ],
)
def test_a_day_that_never_was_is_told_plainly(typed_text: str, message: str) -> None:
    finding = only(typed_text)
    assert (finding.rule, finding.message) == ("date-impossible", message)


@pytest.mark.parametrize("year", [1900, 2025, 2199])
def test_a_year_that_people_live_in_can_be_meant(year: int) -> None:
    assert sitting(f"date: {year}-11-03").date == dt.date(year, 11, 3)


@pytest.mark.parametrize("year", ["0205", "1899", "2200", "9999"])
def test_a_year_that_nobody_lives_in_is_a_slip(year: str) -> None:
    finding = only(f"date: {year}-11-03")
    assert (finding.rule, finding.remedy) == ("date-far", "Correct the year.")
    assert finding.message == f"“date” is a day in the year {int(year)}, which can't be meant."


def test_a_fault_knows_its_line_column_and_path() -> None:
    finding = only("place: Hall\nrooms:\n  - {name: Hall, seats: many}\n")
    assert finding.place is not None
    assert (finding.place.file, finding.place.line, finding.place.column) == ("sitting.yaml", 3, 25)
    assert finding.path == ("rooms", 0, "seats")


def test_all_faults_are_told_at_once() -> None:
    _, findings = read("date: 31/4/2025\nseats: many\nplaice: Hall\nroom: {seats: 1}\n")
    rules = [finding.rule for finding in findings]
    assert rules == ["date-impossible", "number-form", "field-mistyped", "field-missing"]


def test_a_fault_never_repeats_what_was_typed_as_text() -> None:
    _, findings = read(
        "date: Grace Mbeki\n'Owen Pryce, 9 Castle Street': x\nseats: 07700 900 301\n"
    )
    assert len(findings) == 3
    for words in ("Grace", "Owen", "900"):
        assert words not in told(findings)


@pytest.mark.parametrize(
    "typed_text",
    [
        "".join(f"weather{n}: fine\n" for n in range(1000)),
        "invited: [" + "[], " * 1000 + "]",
    ],
)
def test_faults_without_end_are_cut_off(typed_text: str) -> None:
    _, findings = read(typed_text)
    assert len(findings) == 201
    assert findings[-1].rule == "and-more"


def test_a_list_where_a_whole_file_of_fields_is_due() -> None:
    value, findings = typed(sheet_from("a: 1").root.entries[0][1], Sitting)
    assert value is None
    assert [finding.rule for finding in findings] == ["fields-due"]


def test_further_names_help_only_with_did_you_mean() -> None:
    root = sheet_from("school_chnages: 1", "case.yaml").root
    _, (finding,) = typed(root, Sitting, also=("school_changes",))
    assert "Did you mean “school_changes”?" in finding.remedy
