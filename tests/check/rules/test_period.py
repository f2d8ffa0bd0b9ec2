"""How long a contract runs, and how often it is reviewed: R-40 to R-42b, R-52, R-53 (S-11)."""

from dataclasses import replace

import contractwork
import pytest
from contractwork import Changes
from rulebook import Edit, found, subjects

from docgen.model.finding import Severity, Stage

PERIOD = "period: {start: 2025-10-06, end: 2026-03-20}"


@pytest.mark.parametrize(
    ("period", "missing"),
    [
        ("{start: 2025-10-06, end: 2026-03-20}", ""),
        ("{start: 2025-10-06, months: 6}", ""),
        ("{start: 2025-10-06, end: 2026-03-20, estimate: true}", ""),
        ("{start: 2025-10-06}", "last day"),
        ("{start: 2025-10-06, estimate: true}", "last day"),
        ("{end: 2026-03-20}", "first day"),
        ("{months: 6}", "first day and no last day"),
    ],
)
def test_a_contract_states_how_long_it_runs(period: str, missing: str) -> None:
    told = [finding.message for finding in found("R-40", (PERIOD, f"period: {period}"))]
    expected = f"ct-1 must state how long it runs: there is no {missing}."
    assert told == ([expected] if missing else [])


@pytest.mark.parametrize(
    ("period", "than"),
    [
        ("{start: 2025-12-29, end: 2026-02-28}", "less than 3"),
        ("{start: 2025-10-20, end: 2025-12-19}", "less than 3"),
        ("{start: 2025-11-03, end: 2026-02-02}", "less than 3"),
        ("{start: 2025-11-03, end: 2026-02-03}", ""),
        ("{start: 2025-11-29, months: 3}", ""),
        ("{start: 2025-10-20, end: 2026-03-20}", ""),
        ("{start: 2025-11-03, end: 2026-11-03}", ""),
        ("{start: 2025-11-03, end: 2026-11-04}", "more than 12"),
        ("{start: 2025-11-03, end: 2025-11-03}", "less than 3"),
        ("{start: 2025-11-03, end: 2025-11-02}", ""),
        ("{start: 2025-11-03}", ""),
    ],
)
def test_an_unusual_length_is_warned_of(period: str, than: str) -> None:
    told = found("R-41", (PERIOD, f"period: {period}"))
    assert [finding.severity for finding in told] == ([Severity.WARNING] if than else [])
    assert all(finding.message.endswith(f"which is {than} months.") for finding in told)


@pytest.mark.parametrize(
    ("period", "ends_first", "starts_early"),
    [
        ("{start: 2025-10-06, end: 2025-10-06}", [], []),
        ("{start: 2025-10-06, end: 2025-10-05}", ["ct-1"], []),
        ("{start: 2025-10-05, end: 2026-03-20}", [], ["ct-1"]),
        ("{start: 2025-10-05}", [], ["ct-1"]),
        ("{end: 2026-03-20}", [], []),
    ],
)
def test_a_contract_starts_after_its_meeting_and_before_its_end(
    period: str, ends_first: list[str], starts_early: list[str]
) -> None:
    edit = (PERIOD, f"period: {period}")
    assert subjects("R-42a", edit) == ends_first
    assert subjects("R-42b", edit) == starts_early


@pytest.mark.parametrize(
    "edit", [("date: 2025-10-06, time", "time"), ("made_at: m-1\n    lead_practitioner: st-2", "")]
)
def test_without_a_known_meeting_day_no_start_is_early(edit: Edit) -> None:
    assert subjects("R-42b", (PERIOD, "period: {start: 2025-10-05}"), edit) == []


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"contracts.ct-1.first_review": None}, ["ct-1"]),
        ({"contracts.ct-1.first_review": None, "contracts.ct-1.status": "planned"}, []),
    ],
)
def test_a_contract_says_when_it_is_reviewed_first(changes: Changes, broken: list[str]) -> None:
    told = contractwork.found("R-52", changes)
    assert [finding.subject for finding in told] == broken
    assert all(finding.path == ("contracts", "ct-1", "first_review") for finding in told)
    assert all(finding.severity is Severity.WARNING for finding in told)


START, END = "contracts.ct-1.period.start", "contracts.ct-1.period.end"
FIRST, PLANNED = "contracts.ct-1.first_review", "contracts.ct-1.reviews_planned"
HELD, NEXT = "reviews.rv-1.date", "reviews.rv-1.next"
OTHERS = "reviews.rv-1.contract"


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({}, ""),
        ({FIRST: "2025-11-06"}, ""),
        ({HELD: "2025-11-07", FIRST: None}, "2025-10-06 to 2025-11-07"),
        ({HELD: "2025-11-06", FIRST: None}, ""),
        ({FIRST: "2025-11-07", OTHERS: "ct-2"}, "2025-10-06 to 2025-11-07"),
        ({NEXT: "2025-12-03", PLANNED: None}, ""),
        ({NEXT: "2025-12-04", PLANNED: None}, "2025-11-03 to 2025-12-04"),
        ({NEXT: "2025-12-04"}, "2025-11-03 to 2025-12-04"),
        ({NEXT: None, PLANNED: "[2025-12-03]"}, ""),
        ({NEXT: None, PLANNED: "[2025-12-04, 2026-02-04]"}, "2025-11-03 to 2025-12-04"),
        ({NEXT: None, PLANNED: "[2026-01-03, 2025-12-03, 2026-02-04]"},
         "2026-01-03 to 2026-02-04"),
        ({NEXT: None, PLANNED: None}, ""),
        ({NEXT: "2025-12-04", END: "2026-01-05"}, ""),
        ({NEXT: "2025-12-04", END: "2026-01-06"}, "2025-11-03 to 2025-12-04"),
        ({NEXT: "2025-12-04", END: None}, ""),
        ({NEXT: "2025-12-04", "contracts.ct-1.status": "planned"}, ""),
        ({FIRST: "2025-11-10", HELD: "2025-11-10", START: "2025-10-10", NEXT: "2025-12-10"}, ""),
    ],
)  # fmt: skip
def test_a_contract_of_three_months_is_reviewed_every_month(changes: Changes, gap: str) -> None:
    told = [(finding.message, finding.path) for finding in contractwork.found("R-53", changes)]
    words = f"ct-1 goes without a review from {gap}, which is more than a month."
    assert told == ([(words, ("contracts", "ct-1", "reviews_planned"))] if gap else [])


def test_the_day_agreed_at_the_latest_review_counts_and_no_earlier_one() -> None:
    earlier = "{contract: ct-1, date: 2025-10-20, present: [p-1], next: 2025-12-30}"
    assert contractwork.subjects("R-53", {"reviews.rv-2": earlier, NEXT: "2025-12-03"}) == []


def test_only_some_authorities_ask_for_a_review_each_month() -> None:
    pack = replace(contractwork.PACK, severities={})
    assert contractwork.subjects("R-53", {NEXT: "2025-12-04"}, pack) == []
    (finding,) = contractwork.found("R-53", {NEXT: "2025-12-04"})
    assert (finding.stage, finding.severity) == (Stage.CONTRACT, Severity.WARNING)


AT_PERIOD = ("contracts", "ct-1", "period")


@pytest.mark.parametrize(
    ("rule", "changes", "path"),
    [
        ("R-40", {END: None}, AT_PERIOD),
        ("R-41", {END: "2025-12-19"}, AT_PERIOD),
        ("R-42a", {END: "2025-10-05"}, AT_PERIOD),
        ("R-42b", {START: "2025-10-05"}, (*AT_PERIOD, "start")),
    ],
)
def test_a_period_that_is_wrong_is_shown_at_its_line(
    rule: str, changes: Changes, path: tuple[str, ...]
) -> None:
    assert contractwork.places(rule, changes) == [("ct-1", path)]
