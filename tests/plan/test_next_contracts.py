"""What is to be done about contracts: have them signed, review them, see to their end."""

import pytest
from duework import added, due, gone, orderly, outlook

from docgen.plan.next_contracts import contracts

Changes = dict[str, str | None]

REVIEW_1, REVIEW_2 = "2025-12-15 review R-78 ct-1 - c-1", "2026-01-12 review R-78 ct-2 - c-1"
PARENT, SCHOOL = "2025-11-10 record R-60 ct-2.p-2 p-2 c-1", "2025-11-10 record R-61 ct-2 - c-1"
BY_PARENT = "{version: 1, person: p-2, role: parent}"
BY_SCHOOL = "{version: 1, person: st-3, role: school_for_governing_body}"
REFUSED = "{version: 1, person: p-2, role: parent, refused: true}"


def signed(*signatures: str) -> Changes:
    """Have ct-2 signed so far by these."""
    return {"contracts.ct-2.signatures": f"[{', '.join(signatures)}]"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (signed(), [PARENT, SCHOOL]),
        (signed(BY_PARENT), [SCHOOL]),
        (signed(BY_SCHOOL), [PARENT]),
        (signed(BY_PARENT, BY_SCHOOL), []),
        (signed(BY_PARENT.replace("1", "2", 1), BY_SCHOOL), [PARENT]),
        (signed(BY_PARENT, BY_SCHOOL.replace("1", "2", 1)), [SCHOOL]),
        (signed(BY_PARENT, BY_SCHOOL.replace("body", "body, review: rv-1")), [SCHOOL]),
        (signed(BY_PARENT.replace("p-2", "p-1"), BY_SCHOOL), [PARENT]),
        (signed(BY_PARENT.replace("parent", "partner"), BY_SCHOOL), [PARENT]),
        (signed(REFUSED, BY_SCHOOL), []),
        (signed(BY_PARENT, BY_SCHOOL.replace("body", "body, refused: true")), [SCHOOL]),
        (signed(BY_SCHOOL) | {"declined.0.pupil": "c-1"}, []),
        (signed(BY_SCHOOL) | {"contracts.ct-2.parties": "[p-1, p-2]"}, [PARENT]),
        (signed() | {"contracts.ct-2.made_at": None}, []),
        (
            signed() | {"meetings.m-3.date": None},
            [s.replace("2025-11-10", "-") for s in (PARENT, SCHOOL)],
        ),
    ],
)
def test_a_contract_is_signed_by_the_parents_who_were_there_and_for_the_school(
    changes: Changes, told: list[str]
) -> None:
    assert [each for each in added(changes) if " record R-6" in each] == told


def test_a_contract_is_not_signed_before_its_meeting_was_held() -> None:
    later = {"meetings.m-3.present": None, "meetings.m-3.date": "2025-12-12"}
    assert not [each for each in due(signed() | later) if " R-6" in each]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("draft", [PARENT, SCHOOL]),
        ("offered", [PARENT, SCHOOL]),
        ("agreed", [PARENT, SCHOOL]),
        ("under_review", [PARENT, SCHOOL]),
        ("warned", [PARENT, SCHOOL]),
        ("planned", []),
        ("declined", []),
        ("terminated", []),
        ("completed", []),
    ],
)
def test_a_contract_is_to_be_signed_until_it_is_over(status: str, told: list[str]) -> None:
    changes = signed() | {"contracts.ct-2.status": status}
    assert [each for each in due(changes) if " R-6" in each] == told


def ended(day: str) -> Changes:
    """Have ct-2 ended on a day."""
    ending = f"{{contract: ct-2, date: {day}, by: st-1, reason: improved}}"
    return {"terminations": f"{{t-1: {ending}}}"}


@pytest.mark.parametrize(("day", "stands"), [("2025-12-11", False), ("2025-12-12", True)])
def test_a_contract_that_was_ended_needs_neither_signature_nor_review(
    day: str, stands: bool
) -> None:
    found = due(signed() | ended(day))
    assert (PARENT in found, SCHOOL in found, REVIEW_2 in found) == (stands, stands, stands)


RAN_OUT = "2025-12-10 decide - ct-2 - c-1"


@pytest.mark.parametrize(
    ("end", "told"),
    [("2025-12-10", [RAN_OUT]), ("2025-12-11", [REVIEW_2]), ("2026-03-20", [REVIEW_2])],
)
def test_a_contract_that_ran_out_is_closed_or_made_longer(end: str, told: list[str]) -> None:
    found = due({"contracts.ct-2.period.end": end})
    assert [each for each in found if " ct-2 " in each] == told


def test_a_contract_without_an_end_is_reviewed_on_the_day_that_was_set() -> None:
    assert REVIEW_2 in due({"contracts.ct-2.period": None})


NOTHING_SET: Changes = {
    "reviews.rv-1.next": None,
    "meetings.m-4": None,
    "warnings.w-1.review_offered": None,
}
SECOND = (
    "rv-1: {contract: ct-1, date: 2025-11-20, present: [p-1, pa-1], next: 2025-12-18,"
    " copies: [{to: p-1, date: 2025-11-20}, {to: pa-1, date: 2025-11-20}]}"
)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (NOTHING_SET, "2025-12-19 review R-78 ct-1 - c-1"),
        (NOTHING_SET | {"contracts.ct-1.first_review": None}, "2025-12-19 review R-78 ct-1 - c-1"),
        (
            NOTHING_SET | {"contracts.ct-1.first_review": "2026-01-08"},
            "2026-01-08 review R-78 ct-1 - c-1",
        ),
        (
            NOTHING_SET
            | {"contracts.ct-1.reviews_planned": "[2026-02-03, 2026-01-06, 2025-11-20]"},
            "2026-01-06 review R-78 ct-1 - c-1",
        ),
        (
            NOTHING_SET | {"reviews.rv-1.next": "2026-01-09"},
            "2026-01-09 review R-78 ct-1 - c-1",
        ),
        (
            NOTHING_SET
            | {"reviews.rv-1.next": "2026-01-09", "contracts.ct-1.reviews_planned": "[2026-01-06]"},
            "2026-01-09 review R-78 ct-1 - c-1",
        ),
        (
            NOTHING_SET | {"reviews": f"{{{SECOND}}}".replace("12-18", "11-20")},
            "2025-12-19 review R-78 ct-1 - c-1",
        ),
        (
            NOTHING_SET
            | {
                "reviews": "{rv-0: {contract: ct-1, date: 2025-11-10, present: [],"
                f" next: 2025-12-01}}, {SECOND}}}"
            },
            "2025-12-18 review R-78 ct-1 - c-1",
        ),
    ],
)
def test_the_next_review_is_on_the_day_that_was_set_or_a_month_after_the_last(
    changes: Changes, told: str
) -> None:
    assert [each for each in due(changes) if " ct-1 " in each] == [told]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"contracts.ct-2.first_review": None}, ["2025-12-03 review R-78 ct-2 - c-1"]),
        (
            {
                "contracts.ct-2.first_review": None,
                "contracts.ct-2.reviews_planned": "[2026-02-05, 2026-01-15]",
            },
            ["2026-01-15 review R-78 ct-2 - c-1"],
        ),
        (
            {"contracts.ct-2.first_review": None, "contracts.ct-2.period": "{start: 2025-12-01}"},
            [],
        ),
        (
            {"contracts.ct-2.first_review": None, "contracts.ct-2.period": "{end: 2026-03-20}"},
            [],
        ),
        (
            {
                "contracts.ct-2.first_review": None,
                "contracts.ct-2.period": "{start: 2025-12-01, end: 2025-12-19}",
            },
            [],
        ),
    ],
)
def test_without_a_review_so_far_the_first_is_a_month_after_the_start(
    changes: Changes, told: list[str]
) -> None:
    assert [each for each in due(changes) if " ct-2 " in each] == told


def meeting(kind: str, date: str, contract: str, came: str = "") -> Changes:
    """Have another meeting with the father."""
    on = f"contract: {contract}, " if contract else ""
    held = f", present: [{came}]" if came else ""
    return {
        "meetings.m-5": f"{{kind: {kind}, pupils: [c-1], date: {date}, time: '09:00', {on}"
        f"invited: [p-2]{held}}}"
    }


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (meeting("review", "2025-12-18", "ct-2"), []),
        (meeting("formal", "2025-12-18", "ct-2"), []),
        (meeting("review", "2025-12-18", ""), []),
        (meeting("review", "2025-12-18", "ct-1"), [REVIEW_2]),
        (meeting("initial", "2025-12-18", ""), [REVIEW_2]),
        (meeting("review", "2025-12-01", "ct-2", "p-2"), ["2025-12-01 record R-78 m-5.ct-2 - c-1"]),
        (meeting("amendment", "2025-12-01", "ct-2", "p-2"), [REVIEW_2]),
        (meeting("review", "2025-12-01", "ct-1", "p-2"), [REVIEW_2]),
    ],
)
def test_a_meeting_takes_the_place_of_the_review_until_it_is_written_down(
    changes: Changes, told: list[str]
) -> None:
    found = [each for each in due(changes) if "ct-2 " in each and " hold " not in each]
    assert found == told


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2025-11-19", []),
        ("2025-11-20", []),
        ("2025-11-21", ["2025-11-21 record R-78 m-5.ct-1 - c-1"]),
    ],
)
def test_a_review_meeting_is_written_down_unless_a_later_review_is(
    date: str, told: list[str]
) -> None:
    changes = NOTHING_SET | meeting("review", date, "ct-1", "p-1")
    assert [each for each in due(changes) if " m-5." in each] == told


def test_a_meeting_held_on_no_day_is_no_review_to_write_down() -> None:
    undated: Changes = {
        key: (value or "").replace("date: 2025-12-01, ", "")
        for key, value in meeting("review", "2025-12-01", "ct-2", "p-2").items()
    }
    assert REVIEW_2 in due(undated)


@pytest.mark.parametrize(
    ("status", "told"),
    [("offered", []), ("agreed", [REVIEW_2]), ("warned", [REVIEW_2]), ("completed", [])],
)
def test_only_a_contract_in_force_is_reviewed(status: str, told: list[str]) -> None:
    found = due({"contracts.ct-2.status": status})
    assert [each for each in found if " review " in each] == told


def test_what_is_to_be_done_is_told_in_words() -> None:
    late: Changes = {"contracts.ct-1.period.end": "2025-12-10"}
    found = contracts(outlook(orderly(signed() | late)))
    assert [(step.what, step.source) for step in found] == [
        ("Have p-2 sign ct-2, and write the signature down.", ""),
        ("Have ct-2 signed for the school, and write the signature down.", ""),
        (
            "ct-1 ran out: write `status: completed`, or agree a longer period.",
            "The period that the contract itself sets",
        ),
        ("Arrange and hold the next review of ct-2.", ""),
    ]
    held = contracts(outlook(orderly(meeting("review", "2025-12-01", "ct-2", "p-2"))))
    assert [step.what for step in held] == ["Write down the review held at m-5, under `reviews`."]


def test_a_review_meeting_ahead_leaves_nothing_to_arrange() -> None:
    assert gone({"meetings.m-4.cancelled": "2025-12-10"}) == ["2025-12-15 hold R-78 m-4.ct-1 - -"]
    assert added({"meetings.m-4.cancelled": "2025-12-10"}) == [REVIEW_1]
