"""Reviews and warnings: R-74, R-75 and R-80 to R-83 (S-11, S-12)."""

from dataclasses import replace

import pytest
from rulebook import PACK, Edit, carrying, found, subjects

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


LEADS = "outcome: warning, leads_to: w-1"
NC_1 = "nc-1: {contract: ct-2,"
NC_2 = """nc-2: {contract: ct-2, requirement: rq-1, date: 2025-11-18, by: st-2, channel: phone,
         outcome: warning, leads_to: w-2}"""


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([(LEADS, "outcome: warning")], []),
        ([(LEADS, "leads_to: w-1")], []),
        ([(LEADS, "outcome: review_meeting")], ["w-1"]),
        ([(LEADS, "outcome: amend_meeting, leads_to: rv-1")], ["w-1"]),
        ([(NC_1, "nc-1: {contract: ct-1,")], ["w-1"]),
        ([("nc-1:", f"{NC_2}\n  nc-1:"),
          ("w-1: {contract", "w-2: {contract: ct-2, to: p-2}\n  w-1: {contract"),
          (LEADS, "outcome: none")], ["w-1"]),
    ],
)  # fmt: skip
def test_a_warning_follows_a_contact_that_asked_why(edits: list[Edit], broken: list[str]) -> None:
    assert subjects("R-80", *edits) == broken


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([("reasonable: false, ", "")], []),
        ([("reasonable: false", "reasonable: true")], ["w-1"]),
        ([("reasonable: false", "reasonable: true"), (LEADS, "outcome: amend_meeting")], []),
    ],
)
def test_nobody_is_warned_whose_explanation_was_reasonable(
    edits: list[Edit], broken: list[str]
) -> None:
    assert subjects("R-81", *edits) == broken


TO = "w-1: {contract: ct-2, to: p-2,"


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([], ""),
        ([(TO, "w-1: {contract: ct-2, to: p-1,")], "p-1, who was not the one to do ct-2.rq-1"),
        ([(TO, "w-1: {contract: ct-2, to: p-1,"), (LEADS, "outcome: none")],
         "p-1, who is not party to ct-2"),
        ([("parties: [p-2]", "parties: [p-1]")], "p-2, who is not party to ct-2"),
        ([("requirement: rq-1", "requirement: ct-2.rq-1")], ""),
        ([("rq-1: {owner: p-2", "rq-1: {owner: p-1")], "p-2, who was not the one to do ct-2.rq-1"),
        ([("requirement: rq-1", "requirement: rq-8"),
          ("parties: [p-2]", 'parties: [p-2]\n    agreed: {"1": [rq-8]}')], ""),
    ],
)  # fmt: skip
def test_a_warning_goes_to_the_parent_who_did_not_comply(edits: list[Edit], why: str) -> None:
    told = [finding.message for finding in found("R-82", *edits)]
    assert told == ([f"w-1 is addressed to {why}."] if why else [])


@pytest.mark.parametrize(
    ("statements", "missing"),
    [
        (("not_working_may_terminate", "another_course_of_action", "reply_by"), ""),
        (("another_course_of_action", "reply_by"), "warning: not_working_may_terminate"),
        (("not_working_may_terminate", "reply_by"), "warning: another_course_of_action"),
        (("not_working_may_terminate", "another_course_of_action"), "warning: reply_by"),
    ],
)
def test_a_warning_says_what_may_follow(statements: tuple[str, ...], missing: str) -> None:
    told = [finding.message for finding in found("R-83", pack=carrying("warning", *statements))]
    words = f"w-1 would not say all that a warning must; the pack lacks {missing}."
    assert told == ([words] if missing else [])


def test_without_a_warning_nothing_is_asked_of_the_packs_letter() -> None:
    pack = replace(PACK, kinds={"warning": replace(PACK.kinds["warning"], statements=())})
    warning = "sent: {how: post, date: 2025-11-20},\n        served: {how: post, date: 2025-11-24}"
    none = (f"warnings:\n  w-1: {{contract: ct-2, to: p-2, {warning}}}\n", "")
    assert subjects("R-83", pack=pack) == ["w-1"]
    assert subjects("R-83", none, (LEADS, "outcome: none"), pack=pack) == []
