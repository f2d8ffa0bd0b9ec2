"""Who sits at the table, and where: R-116 to R-119."""

import pytest
from oneruled import TO_COME, Changes, applying, findings, places, setting

from docgen.model.finding import Severity

INVITED, PRESENT = "meetings.m-1.invited", "meetings.m-1.present"
HUBS = ", ".join(f"pa-{n}: {{organisation: Hub {n}}}" for n in range(1, 6))
PARTNERS: Changes = {"partners": f"{{{HUBS}}}"}


@pytest.mark.parametrize(
    ("invited", "chair", "count"),
    [
        ("p-1, p-2, c-1, pa-1, pa-2, pa-3", "st-2", 0),
        ("p-1, p-2, c-1, pa-1, pa-2, pa-3, st-2", "st-2", 0),
        ("p-1, p-2, c-1, pa-1, pa-2, pa-3, st-1", "st-2", 5),
        ("p-1, p-2, c-1, pa-1, pa-2, pa-3, pa-4", "st-2", 5),
        ("pa-1, pa-2, pa-3, pa-4", None, 0),
        ("pa-1, pa-2, pa-3, pa-4, pa-5, st-1", None, 6),
    ],
)
def test_a_family_meets_few_professionals(invited: str, chair: str | None, count: int) -> None:
    changes = {**TO_COME, **PARTNERS, INVITED: f"[{invited}]", "meetings.m-1.chair": chair}
    assert places("R-116", changes) == ([("m-1", INVITED)] if count else [])
    said = f"{count} professionals are down for m-1, more than the 4 that a family can take in "
    told = [finding.message for finding in findings("R-116", changes)]
    assert told == ([f"{said}with ease."] if count else [])


@pytest.mark.parametrize(("most", "broken"), [("2", True), ("3", False)])
def test_an_authority_may_set_how_many(most: str, broken: bool) -> None:
    changes = {**TO_COME, **PARTNERS, INVITED: "[p-1, pa-1, pa-2]"}
    told = places("R-116", changes, pack=setting(most_professionals=most))
    assert told == ([("m-1", INVITED)] if broken else [])


def test_those_who_came_are_not_counted_again() -> None:
    changes = {**PARTNERS, INVITED: "[p-1, pa-1, pa-2, pa-3, pa-4, pa-5]"}
    assert places("R-116", changes) == []


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"meetings.m-1.at_school": "true"}, []),
        ({"meetings.m-1.at_school": "false"}, [("m-1", "meetings.m-1.at_school")]),
        ({"meetings.m-1.at_school": "false", "meetings.m-1.online": "A link"}, []),
        ({"meetings.m-1.at_school": "false", PRESENT: "[p-1]"}, []),
    ],
)
def test_a_meeting_is_at_school_or_online(changes: Changes, broken: list[tuple[str, str]]) -> None:
    pack = applying("R-117", Severity.INFORMATION)
    assert places("R-117", {**TO_COME, **changes}, pack=pack) == broken
    assert places("R-117", {**TO_COME, **changes}) == []


def staff(role: str, senior: str = "false") -> Changes:
    """Give the school one more member of staff."""
    return {"staff.st-3": f"{{legal_name: Ines Okoro, role: {role}, senior: {senior}}}"}


NOBODY = [("ct-1", "meetings.m-1.present")]


@pytest.mark.parametrize(
    ("came", "role", "broken"),
    [
        ("st-2", "Teacher", []),
        ("st-1", "Teacher", []),
        ("st-3", "Teacher", NOBODY),
        ("st-3", "Deputy head", []),
        ("st-3", "Head of Year", []),
        ("st-3", "Head teacher", []),
        ("st-3", "Headteacher", []),
        ("st-3", "vice principal", []),
        ("st-3", "Senior mentor", []),
        ("st-3", "Headland warden", NOBODY),
        ("st-3", "Overhead projectionist", NOBODY),
        ("c-1", "Teacher", NOBODY),
    ],
)
def test_somebody_senior_is_there(came: str, role: str, broken: list[tuple[str, str]]) -> None:
    assert places("R-118", {PRESENT: f"[p-1, {came}]"}, school=staff(role)) == broken


def test_a_school_may_say_who_is_senior() -> None:
    there: Changes = {PRESENT: "[p-1, st-3]"}
    assert places("R-118", there, school=staff("Mentor", "true")) == []
    (finding,) = findings("R-118", there, school=staff("Mentor"))
    assert finding.message == ("Nobody senior from the school was at m-1, where ct-1 was made.")
    online: Changes = {PRESENT: "[p-1]", "meetings.m-1.present_online": "[st-2]"}
    assert places("R-118", online) == []


def test_a_headteacher_is_senior_by_whatever_name() -> None:
    principal: Changes = {"staff.st-1.role": "Leader of learning"}
    assert places("R-118", {PRESENT: "[p-1, st-1]"}, school=principal) == []
    nobody: Changes = {"headteacher": None, **principal}
    assert places("R-118", {PRESENT: "[p-1, st-1]"}, school=nobody) == NOBODY


@pytest.mark.parametrize(
    "changes",
    [
        {PRESENT: None, "meetings.m-1.absent": None},
        {PRESENT: "[p-1]", "contracts.ct-1.status": "planned"},
        {PRESENT: "[p-1]", "contracts.ct-1.made_at": None},
    ],
)
def test_only_the_meeting_where_a_contract_was_made_is_judged(changes: Changes) -> None:
    assert places("R-118", changes) == []


ELSEWHERE: Changes = {
    PRESENT: "[p-1, p-2, st-1]",
    "meetings.m-1.chair": "st-1",
    "contracts.ct-1.lead_practitioner": "st-1",
}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, [("ct-1", "contracts.ct-1")]),
        ({"meetings.m-1.chair": "st-2"}, []),
        ({"contracts.ct-1.lead_practitioner": "st-2"}, []),
        ({PRESENT: "[p-1, st-2]"}, []),
        ({PRESENT: "[p-1]", "meetings.m-1.present_online": "[st-2]"}, []),
        ({"notifications": "[{who: st-2, date: 2025-11-06}]"}, []),
        ({"notifications": "[{who: st-1, date: 2025-11-06}]"}, [("ct-1", "contracts.ct-1")]),
        ({"contracts.ct-1.made_at": None}, [("ct-1", "contracts.ct-1")]),
        ({"contracts.ct-1.status": "planned"}, []),
    ],
)
def test_the_attendance_champion_has_a_part_in_it(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-119", {**ELSEWHERE, **changes}) == broken


def test_it_is_told_why_the_champion_has_no_part() -> None:
    (known,) = findings("R-119", ELSEWHERE)
    assert known.message == (
        "The attendance champion has no part in ct-1: nothing shows that st-2 takes part in it."
    )
    nobody: Changes = {"attendance_champion": None}
    (unknown,) = findings("R-119", {}, school=nobody)
    assert unknown.message == (
        "The attendance champion has no part in ct-1: the school's sheet names none."
    )
    assert places("R-119", {}, school=nobody) == [("ct-1", "school")]
