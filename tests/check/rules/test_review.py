"""Reviews: nothing lost, signed, changed together and in time: R-74 to R-79 (S-11)."""

from datetime import date

import contractwork
import pytest
from contractwork import Changes
from rulebook import Edit, found, subjects

from docgen.model.finding import Severity, Stage

RQ_1 = "      rq-1: {owner: p-1, text: I will ring the school before 9am.}\n"
ISSUED = """\
issued:
  - {number: fam-0001/4, version: 1, kind: contract, about: %s, dated: 2025-10-06,
     language: en, variant: standard, format: docx, template: "1", digest: d, inputs: i,
     requirements: [%s]%s}
reviews:
"""
WITHDRAWN = ", withdrawn: {date: 2025-10-07, reason: wrong date, by: st-2}"


def issued(about: str, requirements: str, more: str = "") -> Edit:
    return ("reviews:\n", ISSUED % (about, requirements, more))


@pytest.mark.parametrize(
    ("edits", "lost"),
    [
        ([], ""),
        ([(RQ_1, "")], "rq-1"),
        ([(RQ_1, ""), ('agreed: {"1": [rq-1, rq-2]}', 'agreed: {"1": [rq-2]}')], ""),
        ([(RQ_1, ""), ('agreed: {"1": [rq-1, rq-2]}\n', "\n"), issued("ct-1", "rq-1")], "rq-1"),
        ([(RQ_1, ""), issued("rv-1", "ct-1.rq-1, ct-1.rq-9")], "rq-1, rq-9"),
        ([issued("ct-1", "rq-9", WITHDRAWN)], ""),
        ([issued("ct-2", "rq-1")], ""),
        ([('agreed: {"1": [rq-1, rq-2]}', 'agreed: {"1": [ct-1.rq-1]}')], ""),
        ([(RQ_1, ""), ("status: under_review", "status: planned")], ""),
    ],
)
def test_an_action_once_agreed_is_never_lost(edits: list[Edit], lost: str) -> None:
    told = [finding.message for finding in found("R-74", *edits)]
    words = f"ct-1 no longer holds {lost}, which an earlier version showed."
    assert told == ([words] if lost else [])


def test_a_lost_action_stops_reviews_of_its_contract() -> None:
    (finding,) = found("R-74", (RQ_1, ""))
    assert (finding.stage, finding.severity) == (Stage.REVIEW, Severity.ERROR)


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([(" status: complete,", "")], ["ct-1"]),
        ([("event: struck_through, date: 2025-11-10,", "event: struck_through,")], ["ct-1"]),
        ([(" status: complete,", " status: not_applicable,")], []),
        ([("event: struck_through", "event: changed"), (" status: complete,", "")], []),
    ],
)
def test_a_struck_action_says_what_became_of_it_and_when(
    edits: list[Edit], broken: list[str]
) -> None:
    assert subjects("R-75", *edits) == broken


def test_a_struck_action_without_words_is_shown_at_its_line() -> None:
    (finding,) = found("R-75", (" status: complete,", ""))
    assert finding.path == ("contracts", "ct-1", "requirements", "rq-2", "history", 0)
    assert finding.severity is Severity.WARNING
    assert finding.message.startswith("ct-1.rq-2 is struck through")


SIGNED = "contracts.ct-1.signatures"
HERE, THERE = "reviews.rv-1.present", "meetings.m-2.present"
RV_2 = "{contract: ct-1, date: %s, present: [p-1, st-2]}"


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, ""),
        ({f"{SIGNED}.2.review": None}, ""),
        ({f"{SIGNED}.2.review": None, f"{SIGNED}.2.date": "2025-11-02"}, "p-1"),
        ({f"{SIGNED}.2.review": None, f"{SIGNED}.2.date": "2026-02-01"}, ""),
        ({f"{SIGNED}.2.review": None, f"{SIGNED}.2.date": None}, "p-1"),
        ({f"{SIGNED}.2.date": "2025-11-02"}, ""),
        ({f"{SIGNED}.2.date": None}, ""),
        ({f"{SIGNED}.3.date": None}, "the school"),
        ({f"{SIGNED}.3.date": None, f"{SIGNED}.3.review": "rv-1"}, ""),
        ({f"{SIGNED}.3.date": "2025-11-02", f"{SIGNED}.2.date": None}, "the school"),
        ({f"{SIGNED}.2.person": "p-2", f"{SIGNED}.3.person": "pa-1"}, "p-1, the school"),
        ({f"{SIGNED}.2.refused": "true"}, ""),
        ({f"{SIGNED}.2.person": "p-2", HERE: "[st-2]"}, "p-1"),
        ({f"{SIGNED}.2.person": "p-2", HERE: "[st-2]", THERE: "[st-2]"}, ""),
        ({f"{SIGNED}.2.person": "p-2", HERE: "[p-1]", "reviews.rv-1.meeting": None}, "p-1"),
        ({f"{SIGNED}.3.person": "st-1"}, ""),
        ({"contracts.ct-1.parties": "[p-1, p-2]"}, ""),
        ({"contracts.ct-1.parties": "[p-1, p-2]", THERE: "[p-2]"}, "p-2"),
    ],
)
def test_a_review_is_signed_by_the_parties_there_and_the_school(
    changes: Changes, missing: str
) -> None:
    told = [(finding.message, finding.path) for finding in contractwork.found("R-76", changes)]
    words = f"rv-1 is not signed by everybody who should: {missing}."
    assert told == ([(words, ("contracts", "ct-1", "signatures"))] if missing else [])


@pytest.mark.parametrize(
    ("second", "day", "broken"),
    [
        ("2025-11-17", "2025-11-16", ["rv-2"]),
        ("2025-11-17", "2025-11-17", ["rv-1"]),
        ("2025-11-17", "2025-11-30", ["rv-1"]),
        ("2025-11-17", "2025-11-02", ["rv-1", "rv-2"]),
        ("2025-10-20", "2025-11-02", ["rv-1"]),
        ("2025-10-20", "2025-11-03", ["rv-2"]),
        ("2025-11-03", "2025-11-03", []),
    ],
)
def test_a_signature_without_a_review_belongs_to_the_last_one_before_it(
    second: str, day: str, broken: list[str]
) -> None:
    both = f"{{version: 2, person: p-1, role: parent, date: {day}}}, "
    both += f"{{version: 2, person: st-2, role: school_for_governing_body, date: {day}}}"
    changes = {SIGNED: f"[{both}]", "reviews.rv-2": RV_2 % second}
    assert contractwork.subjects("R-76", changes) == broken


def test_a_review_of_another_contract_takes_no_signatures_away() -> None:
    other = "{contract: ct-2, date: 2025-11-10, present: [st-2]}"
    changes = {"reviews.rv-2": other, f"{SIGNED}.3.date": "2025-11-12"}
    assert contractwork.subjects("R-76", changes) == ["rv-2"]


def test_a_review_not_signed_stops_what_follows_and_not_its_own_notes() -> None:
    (finding,) = contractwork.found("R-76", {f"{SIGNED}.3.date": None})
    assert (finding.about, finding.spares) == (("rv-1",), "rv-1")
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)


EVENT = "contracts.ct-1.requirements.rq-3.history.0"
AWAY = {HERE: "[st-2]", THERE: "[st-2, pa-1]"}


@pytest.mark.parametrize(
    ("changes", "changed"),
    [
        ({}, ""),
        (AWAY, "ct-1.rq-2, ct-1.rq-3"),
        ({**AWAY, HERE: "[p-1]"}, ""),
        ({**AWAY, THERE: "[p-1]"}, ""),
        ({**AWAY, HERE: "[p-2, c-1]"}, "ct-1.rq-2, ct-1.rq-3"),
        ({**AWAY, f"{EVENT}.review": None}, "ct-1.rq-2, ct-1.rq-3"),
        ({**AWAY, f"{EVENT}.review": None, f"{EVENT}.date": "2025-11-04"}, "ct-1.rq-2"),
        ({**AWAY, f"{EVENT}.date": "2025-11-04"}, "ct-1.rq-2, ct-1.rq-3"),
        ({**AWAY, f"{EVENT}.event": "changed"}, "ct-1.rq-2, ct-1.rq-3"),
        ({**AWAY, f"{EVENT}.review": "rv-2", "reviews.rv-2": RV_2 % "2025-11-03"}, "ct-1.rq-2"),
        ({**AWAY, f"{EVENT}.review": None, f"{EVENT}.date": None,
          "contracts.ct-1.requirements.rq-2.history": "[]"}, ""),
    ],
)  # fmt: skip
def test_actions_are_changed_only_with_a_party_there(changes: Changes, changed: str) -> None:
    told = [(finding.message, finding.path) for finding in contractwork.found("R-77", changes)]
    words = f"rv-1 changed {changed}, but no parent who is party was there."
    assert told == ([(words, ("reviews", "rv-1", "present"))] if changed else [])


def test_changes_made_alone_refuse_the_review() -> None:
    (finding,) = contractwork.found("R-77", AWAY)
    assert (finding.about, finding.stage) == (("rv-1",), Stage.REVIEW)
    assert finding.severity is Severity.ERROR


NEXT, PLANNED = "reviews.rv-1.next", "contracts.ct-1.reviews_planned"
FIRST, NONE_HELD = "contracts.ct-1.first_review", {"reviews.rv-1.contract": "ct-2"}
LATER = "{contract: ct-1, date: 2025-11-10, present: [p-1], next: %s}"
ENDED = "{contract: ct-1, date: %s, by: st-1, reason: improved, text: Good news.}"


@pytest.mark.parametrize(
    ("changes", "today", "due"),
    [
        ({}, "2025-12-01", ""),
        ({}, "2025-12-02", "2025-12-01"),
        ({NEXT: None}, "2025-12-08", ""),
        ({NEXT: None}, "2025-12-09", "2025-12-08"),
        ({NEXT: None, PLANNED: "[2025-12-10, 2025-11-03, 2025-12-08]"}, "2025-12-09",
         "2025-12-08"),
        ({NEXT: None, PLANNED: None}, "2026-02-01", ""),
        (NONE_HELD, "2025-11-03", ""),
        (NONE_HELD, "2025-11-04", "2025-11-03"),
        ({**NONE_HELD, PLANNED: "[2025-12-08, 2025-10-27]"}, "2025-10-28", "2025-10-27"),
        ({**NONE_HELD, PLANNED: None}, "2025-11-04", "2025-11-03"),
        ({**NONE_HELD, FIRST: None}, "2025-12-09", "2025-12-08"),
        ({**NONE_HELD, FIRST: None, PLANNED: None}, "2026-02-01", ""),
        ({"reviews.rv-2": LATER % "2025-12-20"}, "2025-12-02", ""),
        ({"reviews.rv-2": LATER % "2025-11-20"}, "2025-11-24", "2025-11-20"),
        ({"reviews.rv-2": LATER % "2025-12-20", NEXT: "2025-11-05"}, "2025-11-24", ""),
        ({"contracts.ct-1.status": "completed"}, "2025-12-02", ""),
        ({"contracts.ct-1.status": "terminated"}, "2025-12-02", ""),
        ({"contracts.ct-1.status": "warned"}, "2025-12-02", "2025-12-01"),
        ({"contracts.ct-1.status": "planned"}, "2025-12-02", ""),
        ({"terminations.t-2": ENDED % "2025-12-02"}, "2025-12-02", ""),
        ({"terminations.t-2": ENDED % "2025-12-03"}, "2025-12-02", "2025-12-01"),
        ({}, "2026-03-20", "2025-12-01"),
        ({}, "2026-03-21", ""),
        ({"contracts.ct-1.period.end": None}, "2026-03-21", "2025-12-01"),
    ],
)  # fmt: skip
def test_a_contract_in_force_is_reviewed_by_the_day_that_was_set(
    changes: Changes, today: str, due: str
) -> None:
    told = contractwork.found("R-78", changes, today=date.fromisoformat(today))
    words = f"ct-1 was due for a review on {due}, and none is down since."
    assert [finding.message for finding in told] == ([words] if due else [])
    assert all(finding.path == ("contracts", "ct-1") for finding in told)
    assert all(finding.about == ("ct-1",) for finding in told)


def test_an_overdue_review_waits_for_a_decision() -> None:
    (finding,) = contractwork.found("R-78", today=date(2025, 12, 2))
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"reviews.rv-1.next_agreed_by_all": None}, ["rv-1"]),
        ({"reviews.rv-1.next_agreed_by_all": "false"}, ["rv-1"]),
        ({"reviews.rv-1.next_agreed_by_all": None, NEXT: None}, []),
    ],
)
def test_everybody_agrees_to_the_next_date(changes: Changes, broken: list[str]) -> None:
    told = contractwork.found("R-79", changes)
    assert [finding.subject for finding in told] == broken
    words = "rv-1 sets the next review for 2025-12-01; nothing says that everybody agreed to it."
    assert all(finding.message == words for finding in told)
    assert all(finding.path == ("reviews", "rv-1", "next") for finding in told)
    assert all(finding.stage is Stage.REVIEW for finding in told)
    assert all(finding.severity is Severity.INFORMATION for finding in told)


def test_a_lost_action_is_shown_at_the_contracts_requirements() -> None:
    (finding,) = contractwork.found("R-74", {"contracts.ct-1.requirements.rq-1": None})
    assert (finding.about, finding.path) == (("ct-1",), ("contracts", "ct-1", "requirements"))
