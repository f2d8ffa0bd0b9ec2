"""Which school and pupil may be in a contract at all: R-01 to R-04 and C-11 (S-03, S-10)."""

from datetime import date

import pytest
from oneruled import Changes, places
from rulebook import Edit, found, subjects

from docgen.model.finding import Severity, Stage

TYPE = "gias_type: Academy converter"
BORN = "date_of_birth: 2012-02-29"
YEAR = "year_group: 9"

ALLOWED = [
    "Community school",
    "Voluntary aided school",
    "Voluntary controlled school",
    "Foundation school",
    "Community special school",
    "Foundation special school",
    "Pupil referral unit",
    "Local authority nursery school",
    "City technology college",
    "Academy sponsor led",
    "Academy converter",
    "Academy special sponsor led",
    "Academy special converter",
    "Academy alternative provision sponsor led",
    "Academy alternative provision converter",
    "Free schools",
    "Free schools special",
    "Free schools alternative provision",
    "University technical college",
    "Studio schools",
]
BARRED = [
    "Non-maintained special school",
    "Other independent school",
    "Other independent special school",
    "other  INDEPENDENT school",
    '"08"',
    '"10"',
    '"11"',
]
DOUBTFUL = [
    "Further education",
    "Sixth form centres",
    "Free schools 16 to 19",
    "Academy 16-19 converter",
    "Special post 16 institution",
    "Secure units",
    "Welsh establishment",
    "Offshore schools",
    "Online provider",
    "Acadamy convertor",
]


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_school_of_these_types_may_make_contracts(kind: str) -> None:
    edit = (TYPE, f"gias_type: {kind}")
    assert subjects("R-01", edit) == subjects("R-01b", edit) == []


@pytest.mark.parametrize("kind", BARRED)
def test_a_school_of_these_types_may_not(kind: str) -> None:
    edit = (TYPE, f"gias_type: {kind}")
    (finding,) = found("R-01", edit)
    assert (finding.severity, finding.stage) == (Severity.ERROR, Stage.LOAD)
    assert finding.path == ("school", "gias_type")
    assert found("R-01b", edit) == ()


@pytest.mark.parametrize("kind", DOUBTFUL)
def test_a_school_of_another_type_is_asked_about(kind: str) -> None:
    edit = (TYPE, f"gias_type: {kind}")
    (finding,) = found("R-01b", edit)
    assert (finding.severity, finding.subject) == (Severity.WARNING, "case")
    assert found("R-01", edit) == ()


NO_CONTRACT: list[Edit] = [
    ("ct-1:\n    pupil: c-1", "ct-1:\n    pupil: c-2"),
    ("ct-2:\n    pupil: c-1", "ct-2:\n    pupil: c-2"),
    ("pupils:\n", "pupils:\n  c-2: {legal_name: Omar Rahman, date_of_birth: 2012-03-01}\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([(BORN, "date_of_birth: 2009-09-01")], ""),
        ([(BORN, "date_of_birth: 2008-03-14")],
         "on 2025-10-06 that age is over; it ended on 2024-06-28"),
        ([(BORN, "date_of_birth: 2009-08-31")],
         "on 2025-10-06 that age is over; it ended on 2025-06-27"),
        ([(BORN, "date_of_birth: 2020-08-31")], ""),
        ([(BORN, "date_of_birth: 2020-09-01")],
         "on 2025-10-06 that age has not begun; it begins on 2025-12-31"),
        ([(BORN + ", ", "")], "the date of birth is missing"),
        ([(BORN, "date_of_birth: 2008-03-14"), ("start: 2025-10-06", "start: 2024-06-28"),
          ("start: 2025-10-07", "start: 2024-06-29")],
         "on 2024-06-29 that age is over; it ended on 2024-06-28"),
        ([(BORN, "date_of_birth: 2008-03-14"), ("start: 2025-10-06", "start: 2024-06-28"),
          ("start: 2025-10-07", "start: 2024-06-27")], ""),
        ([(BORN, "date_of_birth: 2008-03-14"), ("start: 2025-10-06, ", ""),
          ("start: 2025-10-07, ", ""), ("date: 2025-10-06, time", "date: 2024-06-28, time")], ""),
        ([(BORN, "date_of_birth: 2008-03-14"), ("start: 2025-10-06, ", ""),
          ("start: 2025-10-07, ", "")], "on 2025-10-06 that age is over; it ended on 2024-06-28"),
    ],
)  # fmt: skip
def test_a_contract_starts_within_compulsory_age(edits: list[Edit], why: str) -> None:
    told = [finding.message for finding in found("R-02", *edits)]
    assert ([why] if why else []) == [message.partition(": ")[2].rstrip(".") for message in told]


@pytest.mark.parametrize(
    ("born", "broken"), [("2008-03-14", ["c-1"]), ("2021-05-02", ["c-1"]), ("2012-02-29", [])]
)
def test_before_there_is_a_contract_the_meeting_is_judged(born: str, broken: list[str]) -> None:
    assert subjects("R-02", (BORN, f"date_of_birth: {born}"), *NO_CONTRACT) == broken


def test_a_meeting_that_was_called_off_is_no_reason_to_judge_an_age() -> None:
    held = ('time: "15:30",', 'time: "15:30", cancelled: 2025-10-01,')
    to_come = ('time: "09:00",', 'time: "09:00", cancelled: 2025-10-01,')
    assert subjects("R-02", (BORN, "date_of_birth: 2008-03-14"), held, to_come, *NO_CONTRACT) == []


def test_a_planned_contract_is_judged_by_age_already() -> None:
    edits = [("status: under_review", "status: planned"), (BORN, "date_of_birth: 2020-10-10")]
    (finding,) = found("R-02", *edits, ("start: 2025-10-07", "start: 2026-01-05"))
    assert finding.message == (
        "c-1 is not shown to be of compulsory school age when the contract starts: "
        "on 2025-10-06 that age has not begun; it begins on 2025-12-31."
    )


def test_a_nursery_pupil_aged_four_is_not_yet_of_age() -> None:
    nursery = (TYPE, "gias_type: Local authority nursery school")
    assert subjects("R-01", nursery) == []
    assert subjects("R-02", nursery, (BORN, "date_of_birth: 2021-05-02")) == ["c-1"]


@pytest.mark.parametrize(
    ("born", "end", "broken"),
    [
        ("2010-05-02", "2026-07-17", ["ct-1"]),
        ("2010-05-02", "2026-06-27", ["ct-1"]),
        ("2010-05-02", "2026-06-26", []),
        ("2012-02-29", "2026-07-17", []),
    ],
)
def test_a_contract_past_compulsory_age_is_warned_of(
    born: str, end: str, broken: list[str]
) -> None:
    edits = [(BORN, f"date_of_birth: {born}"), ("end: 2026-03-20", f"end: {end}")]
    assert subjects("R-03", *edits) == broken


TOO_LONG = [(BORN, "date_of_birth: 2010-05-02"), ("end: 2026-03-20", "end: 2026-07-17")]


@pytest.mark.parametrize(
    "edits",
    [
        [(BORN + ", ", "")],
        [TOO_LONG[0], (", end: 2026-03-20", "")],
        [*TOO_LONG, ("status: under_review", "status: planned")],
    ],
)
def test_an_end_that_is_not_known_or_not_settled_is_not_judged(edits: list[Edit]) -> None:
    assert subjects("R-03", *edits) == []


@pytest.mark.parametrize(
    ("roll", "broken"),
    [
        ("registered", []),
        ("alternative_provision", []),
        ("not_registered", [("c-1", "pupils.c-1.roll")]),
    ],
)
def test_a_pupil_is_on_the_schools_register(roll: str, broken: list[tuple[str, str]]) -> None:
    assert places("R-04", {"pupils.c-1.roll": roll}) == broken


def test_a_pupil_of_whom_nothing_is_said_is_on_the_register() -> None:
    assert places("R-04", {}) == []


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([(YEAR, "year_group: 8")], ["c-1"]),
        ([(BORN, "date_of_birth: 2012-09-01")], ["c-1"]),
        ([(BORN, "date_of_birth: 2011-09-01")], []),
        ([(BORN + ", ", "")], []),
        ([(", " + YEAR, "")], []),
        ([('academic_year: "2025/26"', 'academic_year: "2024/25"')], ["c-1"]),
        ([('academic_year: "2025/26"\n', "")], []),
    ],
)
def test_another_year_group_than_reckoned_is_asked_about(
    edits: list[Edit], broken: list[str]
) -> None:
    assert subjects("C-11", *edits) == broken


def test_without_a_stated_school_year_the_present_one_counts() -> None:
    edit = ('academic_year: "2025/26"\n', "")
    (finding,) = found("C-11", edit, today=date(2026, 9, 1))
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "c-1 is down for year group 9; by date of birth it would be year group 10 "
        "in the school year that began in 2026."
    )


@pytest.mark.parametrize(
    ("rule", "changes", "school", "place"),
    [
        ("R-01", {}, {"gias_type": "Other independent school"}, ("case", "school.gias_type")),
        ("R-01b", {}, {"gias_type": "Further education"}, ("case", "school.gias_type")),
        ("R-02", {"pupils.c-1.date_of_birth": None}, {}, ("c-1", "pupils.c-1.date_of_birth")),
        ("R-03", {"contracts.ct-1.period": "{start: 2025-11-06, months: 60}"}, {},
         ("ct-1", "contracts.ct-1.period")),
        ("C-11", {"pupils.c-1.year_group": "8"}, {}, ("c-1", "pupils.c-1.year_group")),
    ],
)  # fmt: skip
def test_a_clerk_is_led_to_the_field_to_mend(
    rule: str, changes: Changes, school: Changes, place: tuple[str, str]
) -> None:
    assert places(rule, changes, school=school) == [place]


@pytest.mark.parametrize(
    ("start", "broken"),
    [("2025-12-30", ["c-1"]), ("2025-12-31", [])],
)
def test_a_contract_may_start_on_the_first_day_of_compulsory_age(
    start: str, broken: list[str]
) -> None:
    changes = {
        "pupils.c-1.date_of_birth": "2020-12-31",
        "contracts.ct-1.period.start": start,
    }
    assert [about for about, _ in places("R-02", changes)] == broken
