"""All that is to be done in a case, by day, and nothing of it twice."""

import datetime as dt

import pytest
from duework import due, in_state, line, orderly, outlook
from household import plan

from docgen.model.finding import Finding, Severity, Stage
from docgen.model.plan import State
from docgen.plan.due import steps
from docgen.plan.step import Step

Changes = dict[str, str | None]


def finding(rule: str, *about: str) -> Finding:
    """Give a finding that stops the next paper."""
    return Finding(rule, Severity.ERROR, "…", "…", Stage.ISSUE, about)


def mends(changes: Changes, *found: Finding, kinds: tuple[str, ...] = ()) -> list[str]:
    """Give what is to be mended, as `rule about`."""
    listed = due(changes, *kinds, findings=found)
    return [" ".join(each.split()[2:4]) for each in listed if each.split()[1] == "mend"]


def test_in_a_closed_case_nothing_is_to_be_done() -> None:
    assert due({"status": "closed"}, findings=(finding("R-61", "ct-1"),)) == []


def test_the_earliest_comes_first_and_what_has_no_day_last() -> None:
    changes = {
        "meetings.m-4.date": None,
        "reviews.rv-1.copies": None,
        "warnings.w-1.sent": "{how: post, date: 2025-12-02}",
    }
    assert [each.partition(" ")[0] for each in due(changes)] == [
        "2025-11-27",
        "2025-11-27",
        "2025-12-04",
        "2026-01-12",
        "-",
    ]


def test_meetings_papers_contracts_copies_and_warnings_are_all_walked_through() -> None:
    changes = {
        "reviews.rv-1.copies": None,
        "warnings.w-1.sent": "{how: post, date: 2025-12-03}",
    }
    found = {each.split()[1] for each in due(changes, "invite")}
    assert found == {"hold", "make", "review", "copy", "serve"}


@pytest.mark.parametrize(
    ("by", "late"), [("2025-12-10", True), ("2025-12-11", False), (None, False)]
)
def test_a_step_is_overdue_when_its_day_is_over(by: str | None, late: bool) -> None:
    step = Step("hold", "…", (), dt.date.fromisoformat(by) if by else None)
    assert step.is_overdue(dt.date(2025, 12, 11)) is late


NO_SIGNATURES: Changes = {"contracts.ct-2.signatures": "[]"}


@pytest.mark.parametrize(
    ("changes", "found", "told"),
    [
        (NO_SIGNATURES, finding("R-61", "ct-2"), []),
        (NO_SIGNATURES, finding("R-60", "ct-2"), []),
        (NO_SIGNATURES, finding("R-61", "ct-1"), ["R-61 ct-1"]),
        (NO_SIGNATURES, finding("R-62", "ct-2"), ["R-62 ct-2"]),
        (NO_SIGNATURES, finding("R-60", "ct-2", "p-1"), ["R-60 ct-2.p-1"]),
        ({}, finding("R-61", "ct-2"), ["R-61 ct-2"]),
        ({}, finding("R-78", "ct-1"), []),
        ({"warnings.w-1.sent": "{how: post, date: 2025-12-03}"}, finding("R-84", "ct-2"), []),
    ],
)
def test_what_a_step_asks_for_already_is_not_told_again(
    changes: Changes, found: Finding, told: list[str]
) -> None:
    assert mends(changes, found) == told


@pytest.mark.parametrize(
    ("changes", "found", "told"),
    [
        ({"contracts.ct-1.copies": "[]"}, finding("R-70", "ct-1", "p-1"), []),
        ({"contracts.ct-1.copies": "[]"}, finding("R-71", "ct-1", "p-1"), []),
        ({"contracts.ct-1.copies": "[]"}, finding("R-69", "ct-1", "pa-2"), []),
        ({"contracts.ct-1.copies": "[]"}, finding("R-72", "ct-1", "p-1"), ["R-72 ct-1.p-1"]),
        ({}, finding("R-70", "ct-1", "p-1"), ["R-70 ct-1.p-1"]),
        ({"contracts.ct-1.copies": "[]"}, finding("R-70", "ct-2", "p-1"), ["R-70 ct-2.p-1"]),
    ],
)
def test_a_copy_is_asked_for_under_one_rule(
    changes: Changes, found: Finding, told: list[str]
) -> None:
    ahead = changes | {"contracts.ct-2.status": "completed", "warnings.w-1.reply_by": None}
    assert mends(ahead, found) == told


@pytest.mark.parametrize(
    ("kind", "found", "told"),
    [
        ("support-letter", finding("R-71", "ct-1", "p-2"), []),
        ("support-letter", finding("R-70", "ct-1", "p-2"), []),
        ("support-letter", finding("R-69", "ct-1", "pa-1"), ["R-69 ct-1.pa-1"]),
        ("links", finding("R-71", "ct-1", "p-2"), ["R-71 ct-1.p-2"]),
        ("support-letter", finding("R-72", "ct-1", "p-2"), ["R-72 ct-1.p-2"]),
    ],
)
def test_a_copy_that_a_planned_letter_brings_is_not_asked_for(
    kind: str, found: Finding, told: list[str]
) -> None:
    assert mends({}, found, kinds=(kind,)) == told


ENDED: Changes = {
    "terminations": "{t-1: {contract: ct-1, date: 2025-12-10, by: st-1, reason: improved}}"
}


@pytest.mark.parametrize(
    ("kind", "found", "told"),
    [
        ("ending", finding("R-88", "ct-1"), []),
        ("ending", finding("R-88", "ct-2"), ["R-88 ct-2"]),
        ("ending", finding("R-87", "ct-1"), ["R-87 ct-1"]),
        ("ending-record", finding("R-88", "ct-1"), ["R-88 ct-1"]),
        ("warning", finding("R-88", "ct-2"), ["R-88 ct-2"]),
    ],
)
def test_the_letter_on_an_ending_is_asked_for_once_even_while_something_stops_it(
    kind: str, found: Finding, told: list[str]
) -> None:
    case = orderly(ENDED)
    for state in (State.DUE, State.HELD):
        planned = in_state(plan(kind, case=case), state)
        listed = map(line, steps(outlook(case, planned=planned), (found,)))
        mended = [" ".join(each.split()[2:4]) for each in listed if each.split()[1] == "mend"]
        assert mended == told


def test_a_termination_letter_to_nobody_brings_nothing() -> None:
    case = orderly(ENDED)
    planned = in_state(plan("ending-record", case=case), State.HELD)
    found = steps(outlook(case, planned=planned), (finding("R-88", "ct-1"),))
    assert [step.rule for step in found if step.do == "mend"] == ["R-88"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("R-32", "m-1", "p-1", "c-1"), ("R-35a", "ct-1", "p-1"), ["R-32 m-1.p-1.c-1"]),
        (
            ("R-32", "m-1", "p-1", "c-2"),
            ("R-35a", "ct-1", "p-1"),
            ["R-32 m-1.p-1.c-2", "R-35a ct-1.p-1"],
        ),
        (
            ("R-32", "m-3", "p-2", "c-1"),
            ("R-35a", "ct-1", "p-1"),
            ["R-32 m-3.p-2.c-1", "R-35a ct-1.p-1"],
        ),
        (("R-33", "m-1", "p-1"), ("R-35b", "ct-1", "p-1"), ["R-33 m-1.p-1"]),
        (("R-34", "m-1", "p-1"), ("R-35b", "ct-1", "p-1"), ["R-34 m-1.p-1"]),
        (
            ("R-33", "m-1", "p-1"),
            ("R-35a", "ct-1", "p-1"),
            ["R-33 m-1.p-1", "R-35a ct-1.p-1"],
        ),
        (
            ("R-34", "m-1", "p-1"),
            ("R-35a", "ct-1", "p-1"),
            ["R-34 m-1.p-1", "R-35a ct-1.p-1"],
        ),
        (
            ("R-32", "m-1", "p-1", "c-1"),
            ("R-35b", "ct-1", "p-1"),
            ["R-32 m-1.p-1.c-1", "R-35b ct-1.p-1"],
        ),
        (
            ("R-35a", "ct-1", "p-1"),
            ("R-35b", "ct-1", "p-1"),
            ["R-35a ct-1.p-1", "R-35b ct-1.p-1"],
        ),
    ],
)
def test_an_enclosure_is_asked_for_under_one_rule(
    first: tuple[str, ...], second: tuple[str, ...], told: list[str]
) -> None:
    assert mends({}, finding(*first), finding(*second)) == told


def test_an_invite_to_be_made_says_nothing_of_a_fault_in_a_name() -> None:
    assert mends({}, finding("R-12", "p-1"), kinds=("invite",)) == ["R-12 p-1"]


@pytest.mark.parametrize(
    ("rule", "today", "told"),
    [
        ("R-17a", "2025-12-14", ["R-17a m-4"]),
        ("R-17a", "2025-12-15", []),
        ("R-17a", "2025-12-16", []),
        ("R-19", "2025-12-15", ["R-19 m-4"]),
    ],
)
def test_once_its_day_has_come_nobody_is_told_that_it_is_too_late_to_invite(
    rule: str, today: str, told: list[str]
) -> None:
    listed = due({}, today=today, findings=(finding(rule, "m-4"),))
    assert [" ".join(each.split()[2:4]) for each in listed if " mend " in each] == told


def test_a_meeting_without_a_day_is_told_once() -> None:
    found = due({"meetings.m-4.date": None}, findings=(finding("R-17a", "m-4"),))
    assert [each for each in found if "R-17a" in each] == ["- arrange R-17a m-4 - -"]
