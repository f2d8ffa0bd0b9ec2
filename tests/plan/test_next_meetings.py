"""What is to be done about meetings: arrange, hold, write down who came, what came of it."""

import pytest
from duework import added, due, gone, orderly, outlook

from docgen.plan.next_meetings import meetings

Changes = dict[str, str | None]

HOLD = "2025-12-15 hold R-78 m-4.ct-1 - -"
REVIEW = "2026-01-12 review R-78 ct-2 - c-1"
AWAY: Changes = {"meetings.m-3.present": "[st-3]"}
NO_CT_1: Changes = {
    "contracts.ct-1": None,
    "reviews": None,
    "noncompliance.nc-1": None,
    "meetings.m-4": None,
    "warnings.w-1.review_offered": None,
}
NO_MEETING_OF_C_2 = NO_CT_1 | {"declined": "[]", "meetings.m-1.pupils": "[c-1]"}
OR_NONE = "or write under `no_contract` why there is none."
INITIAL = (
    "{{kind: initial, pupils: [c-1, c-2], date: {date}, time: '09:00', invited: [p-2],"
    " present: [{came}]}}"
)


def what(changes: Changes, do: str, *, today: str = "") -> list[str]:
    """Give in words what is to be done about meetings."""
    found = meetings(outlook(orderly(changes), today=today))
    return [step.what for step in found if step.do == do]


def test_of_a_family_with_all_in_order_only_what_lies_ahead_is_told() -> None:
    assert due() == [HOLD, REVIEW]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2025-12-14", [HOLD, REVIEW]),
        ("2025-12-15", [HOLD, REVIEW]),
        ("2025-12-16", ["2025-12-15 record R-78 m-4.ct-1 - -", REVIEW]),
    ],
)
def test_a_meeting_is_held_until_its_day_is_over_and_then_written_down(
    today: str, told: list[str]
) -> None:
    assert due(today=today) == told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"meetings.m-4.date": None}, ["- arrange R-17a m-4 - -"]),
        ({"meetings.m-4.contract": None}, ["2025-12-15 hold R-78 m-4 - -"]),
        ({"meetings.m-3.present": None}, ["2025-11-03 record R-29 m-3 - -"]),
        (
            {"meetings.m-3.present": None, "meetings.m-3.date": "2025-12-12"},
            ["2025-12-12 hold R-29 m-3 - -"],
        ),
        ({"meetings.m-4.cancelled": "2025-12-10"}, ["2025-12-15 review R-78 ct-1 - c-1"]),
        ({"meetings.m-2.date": None}, []),
    ],
)
def test_what_stands_and_was_not_held_is_to_be_held(changes: Changes, told: list[str]) -> None:
    assert added(changes) == told


def test_a_meeting_without_a_day_is_no_longer_told_with_one() -> None:
    assert gone({"meetings.m-4.date": None}) == [HOLD]


@pytest.mark.parametrize(
    ("changes", "do", "words"),
    [
        ({"meetings.m-4.date": None}, "arrange", "Set the date and time of m-4."),
        ({}, "hold", "Hold the review meeting m-4."),
        (
            {"meetings.m-3.present": None},
            "record",
            "Write down under `present` and `absent` who came to m-3.",
        ),
        (AWAY, "record", "Write down under `absent` of m-3 why p-2 did not come."),
        (
            AWAY | {"meetings.m-3.absent": "[{person: p-2}]"},
            "record",
            "Try again to reach p-2, and write it under `attempts`.",
        ),
        (
            NO_MEETING_OF_C_2,
            "arrange",
            "Set a first meeting about c-2 and invite the parents in writing.",
        ),
        (
            {"declined": "[]"},
            "decide",
            f"Write down what came of m-1 for c-2: a contract, who declined one, {OR_NONE}",
        ),
        (
            NO_CT_1 | {"declined": "[]", "meetings.m-1.present": "[st-2]"},
            "arrange",
            f"No parent came to m-1: arrange another meeting about c-2, {OR_NONE}",
        ),
    ],
)
def test_what_is_to_be_done_is_told_in_words(changes: Changes, do: str, words: str) -> None:
    assert what(changes, do) == [words]


MISSED = "2025-11-10 record R-31 m-3.p-2.ct-2 p-2 -"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, [MISSED]),
        ({"meetings.m-3.absent": "[{person: p-2}]"}, [MISSED]),
        ({"meetings.m-3.absent": "[{person: p-1, reason: Ill.}]"}, [MISSED]),
        ({"meetings.m-3.absent": "[{person: p-2, notice: false}]"}, [MISSED]),
        ({"meetings.m-3.absent": "[{person: p-2, reason: Ill.}]"}, []),
        ({"meetings.m-3.absent": "[{person: p-2, notice: true}]"}, []),
        ({"meetings.m-3.invited": "[st-3]"}, []),
        ({"links.2.work_with": "false"}, []),
        ({"meetings.m-3.pupils": "[c-2]"}, [MISSED]),
        ({"meetings.m-3.kind": "review"}, []),
        (
            {"contracts.ct-2.made_at": "m-1"},
            ["2025-11-10 record R-31 m-3.p-2 p-2 -"],
        ),
        (
            {"contracts.ct-2.pupil": "c-2", "links.3": None},
            ["2025-11-10 record R-31 m-3.p-2 p-2 -"],
        ),
        ({"meetings.m-3.cancelled": "2025-11-01"}, []),
    ],
)
def test_a_parent_who_missed_the_first_meeting_is_asked_after(
    changes: Changes, told: list[str]
) -> None:
    found = [each for each in due(AWAY | changes) if " R-31 " in each]
    assert found == told


ABSENT: Changes = AWAY | {"meetings.m-3.absent": "[{person: p-2}]"}


@pytest.mark.parametrize(
    ("tried", "told"),
    [
        ("{person: p-2, date: 2025-11-02, how: phone, by: st-2}", [MISSED]),
        ("{person: p-2, date: 2025-11-03, how: phone, by: st-2}", []),
        ("{person: p-2, date: 2025-11-04, how: phone, by: st-2}", []),
        ("{person: p-1, date: 2025-11-04, how: phone, by: st-2}", [MISSED]),
    ],
)
def test_an_attempt_on_the_day_or_later_is_enough(tried: str, told: list[str]) -> None:
    found = due(ABSENT | {"attempts": f"[{tried}]"})
    assert [each for each in found if " R-31 " in each] == told


def test_of_a_meeting_without_a_day_any_attempt_is_enough_and_none_has_a_day() -> None:
    undated = ABSENT | {"meetings.m-3.date": None}
    tried = "[{person: p-2, date: 2025-10-01, how: phone, by: st-2}]"
    assert "- record R-31 m-3.p-2.ct-2 p-2 -" in due(undated)
    assert not [each for each in due(undated | {"attempts": tried}) if " R-31 " in each]


def test_who_came_later_is_not_asked_after() -> None:
    again: Changes = {"meetings.m-9": INITIAL.format(date="2025-11-17", came="p-2, st-3")}
    assert not [each for each in due(AWAY | again) if " R-31 " in each]


def test_a_parent_of_two_pupils_is_asked_after_once() -> None:
    away = AWAY | {"meetings.m-3.pupils": "[c-1, c-2]"}
    assert [each for each in due(away) if " R-31 " in each] == [MISSED]


FIRST = "- arrange R-29 c-2 - c-2"
OUTCOME = "2025-11-03 decide R-68 m-1.c-2 - c-2"
OUTCOME_OF_M_3 = "2025-11-10 decide R-68 m-3.c-2 - c-2"
NOBODY = "2025-11-03 arrange R-29 m-1.c-2 - c-2"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (NO_MEETING_OF_C_2, [FIRST]),
        (NO_MEETING_OF_C_2 | {"meetings.m-3.pupils": "[c-1, c-2]"}, [OUTCOME_OF_M_3]),
        ({"declined": "[]"}, [OUTCOME]),
        ({"declined": "[]", "contracts.ct-3.status": "offered"}, []),
        ({"declined.0.pupil": "c-1"}, [OUTCOME]),
        (
            {
                "declined": "[]",
                "no_contract": "{n-1: {pupil: c-2, date: 2025-11-10, by: st-1, rationale: No.}}",
            },
            [],
        ),
        (NO_CT_1 | {"declined": "[]", "meetings.m-1.present": "[c-1, st-2]"}, [NOBODY]),
        (NO_CT_1 | {"declined": "[]", "meetings.m-1.present": "[p-2, st-2]"}, [OUTCOME]),
        (NO_CT_1 | {"declined": "[]", "meetings.m-1.present": "[p-3, st-2]"}, [NOBODY]),
        (NO_CT_1 | {"declined": "[]", "meetings.m-1.date": None}, ["- decide R-68 m-1.c-2 - c-2"]),
        ({"declined": "[]", "meetings.m-1.present": None}, []),
        (
            {"declined": "[]", "meetings.m-9": INITIAL.format(date="2025-12-01", came="p-2")},
            ["2025-12-08 decide R-68 m-9.c-2 - c-2"],
        ),
        (
            {"declined": "[]", "meetings.m-9": INITIAL.format(date="2025-12-01", came="st-2")},
            [OUTCOME],
        ),
    ],
)
def test_each_pupil_has_a_first_meeting_and_each_meeting_an_outcome(
    changes: Changes, told: list[str]
) -> None:
    found = [each for each in due(changes) if each.endswith(" c-2") and " copy " not in each]
    assert [each for each in found if " record " not in each] == told
