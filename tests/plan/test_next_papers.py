"""Which papers are to be issued and sent, and what stands in their way."""

from dataclasses import replace

import pytest
from duework import due, entry, in_state, line, orderly, outlook, with_issued
from household import job, plan

from docgen.model.case import Case
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.plan import Plan, State
from docgen.plan.next_papers import is_posted, is_settled, papers, standing, troubles

Changes = dict[str, str | None]
W, E, I = Severity.WARNING, Severity.ERROR, Severity.INFORMATION  # noqa: E741 (the rules' letters)


def steps(case: Case, kind: str, state: State, *findings: Finding) -> list[str]:
    """Give the steps on a kind's papers, all in one state."""
    whole = in_state(plan(kind, case=case), state, *findings)
    return [line(step) for step in papers(outlook(case, planned=whole))]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("warning", ["2025-12-08 make - w-1.ct-2.p-2.c-1 p-2 c-1"]),
        ("invite", ["2025-12-08 make R-12 m-4.p-1.c-1 p-1 c-1"]),
        (
            "form",
            ["2025-10-20 make - m-1 - -", "2025-11-03 make - m-3 - -", "2025-12-15 make - m-4 - -"],
        ),
        ("copy", []),
        ("links", []),
        ("memo", ["- make - - - -"]),
        ("contract", ["2025-10-20 make - ct-1.c-1 - c-1", "2025-11-03 make - ct-2.c-1 - c-1"]),
        ("partner-invite", ["2025-12-08 make - m-4.pa-1 pa-1 -"]),
    ],
)
def test_what_is_due_is_to_be_issued(kind: str, told: list[str]) -> None:
    case = orderly()
    found = [line(step) for step in papers(outlook(case, kind))]
    assert found == told


ENDING = "{contract: ct-1, date: 2025-12-10, by: st-1, reason: improved}"


@pytest.mark.parametrize(
    ("kind", "changes", "rule"),
    [
        ("invite", {}, "R-12"),
        ("rearranged", {"meetings.m-3.present": None}, "R-27"),
        (
            "ending",
            {"terminations": f"{{t-1: {ENDING}}}"},
            "R-88",
        ),
        ("copy", {"reviews.rv-1.copies": None}, "R-69"),
        ("support-letter", {"contracts.ct-1.copies": "[]"}, "R-71"),
    ],
)
def test_the_rule_that_asks_for_a_paper_is_named(kind: str, changes: Changes, rule: str) -> None:
    assert {step.rule for step in papers(outlook(orderly(changes), kind))} == {rule}


@pytest.mark.parametrize("state", [State.PAST, State.HELD, State.REFUSED])
def test_only_what_is_due_is_to_be_issued(state: State) -> None:
    assert steps(orderly(), "warning", state) == []


def told_of(case: Case, kind: str, state: State) -> list[tuple[str, str, str, str]]:
    """Give what the steps on a kind's papers say."""
    whole = in_state(plan(kind, case=case), state)
    found = papers(outlook(case, planned=whole))
    return [(step.what, step.kind, step.source, step.number) for step in found]


def test_a_paper_that_was_issued_before_is_issued_anew() -> None:
    case = orderly(with_issued(entry("warning", "w-1", "p-2")))
    first = ("Issue: The warning.", "warning", "made up", "")
    assert told_of(orderly(), "warning", State.DUE) == [first]
    assert told_of(case, "warning", State.DUE) == [
        ("Issue anew: The warning.", "warning", "made up", "")
    ]


SENT = "{how: post, date: 2025-12-04}"
SEND = "Send or hand over, and write down how: The warning."


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([entry("warning", "w-1", "p-2")], [(SEND, "warning", "made up", "fam-0007/4")]),
        ([entry("warning", "w-1", "p-2", sent=SENT)], []),
        ([entry("warning", "w-1", "p-2", served=SENT)], []),
        (
            [
                entry("warning", "w-1", "p-2", sent=SENT),
                entry("warning", "w-1", "p-2", version="2"),
            ],
            [(SEND, "warning", "made up", "fam-0007/4")],
        ),
    ],
)
def test_what_was_issued_is_to_be_sent(
    entries: list[str], told: list[tuple[str, str, str, str]]
) -> None:
    assert told_of(orderly(with_issued(*entries)), "warning", State.ISSUED) == told


def test_a_paper_is_to_be_sent_by_the_day_it_is_due() -> None:
    case = orderly(with_issued(entry("warning", "w-1", "p-2")))
    told = ["2025-12-08 send - w-1.ct-2.p-2.c-1 p-2 c-1"]
    assert steps(case, "warning", State.ISSUED) == told


def test_what_was_handed_over_without_docgen_need_not_be_sent() -> None:
    case = orderly(with_issued(entry("warning", "w-1", "p-2")) | {"warnings.w-1.sent": SENT})
    assert told_of(case, "warning", State.ISSUED) == []


def test_papers_for_staff_are_never_sent() -> None:
    case = orderly(with_issued(entry("contact-record", "nc-1")))
    assert told_of(case, "contact-record", State.ISSUED) == []
    assert not is_posted(job("checklist", "ct-1"))
    assert is_posted(job("warning"))


def test_the_last_version_that_was_not_withdrawn_counts() -> None:
    gone = "{date: 2025-12-05, reason: Wrong room, by: st-1}"
    case = orderly(
        with_issued(
            entry("warning", "w-1", "p-2", version="3", withdrawn=gone),
            entry("warning", "w-1", "p-2", version="1"),
            entry("warning", "w-1", "p-2", version="2"),
        )
    )
    assert standing(job("warning", case=case), case).version == 2


SIGNED = "[{version: 2, person: p-1, role: parent}]"
SIGNED_BEFORE = "[{version: 1, person: p-1, role: parent}]"
AWAY: Changes = {"meetings.m-3.present": "[st-3]"}


@pytest.mark.parametrize(
    ("kind", "about", "whom", "changes", "settled"),
    [
        ("invite", "m-4", "p-1", {}, False),
        ("invite", "m-3", "p-2", {}, True),
        ("explanation", "m-3", "p-2", {}, True),
        ("rearranged", "m-3", "p-2", {}, True),
        ("partner-invite", "m-1", "", {}, True),
        ("agenda", "m-3", "", {}, True),
        ("agenda", "m-4", "", {}, False),
        ("receipt", "m-3", "", {}, False),
        ("missed-you", "m-3", "", AWAY, False),
        ("warning", "", "", {}, False),
        ("warning", "", "", {"warnings.w-1.sent": SENT}, True),
        ("warning", "", "", {"warnings.w-1.served": SENT}, True),
        ("contract", "ct-1", "", {"contracts.ct-1.signatures": None}, False),
        ("contract", "ct-1", "", {"contracts.ct-1.signatures": SIGNED}, True),
        ("contract", "ct-1", "", {"contracts.ct-1.signatures": SIGNED_BEFORE}, False),
        (
            "contract",
            "ct-1",
            "",
            {"contracts.ct-1.signatures": None, "contracts.ct-1.status": "completed"},
            True,
        ),
        ("copy", "ct-1", "p-1", {}, True),
        ("copy", "ct-1", "p-1", {"contracts.ct-1.copies": "[{to: pa-1, date: 2025-10-20}]"}, False),
        ("copy", "rv-1", "pa-1", {}, True),
        ("copy", "rv-1", "pa-1", {"reviews.rv-1.copies": "[{to: p-1, date: 2025-11-20}]"}, False),
        ("review", "rv-1", "", {}, True),
        ("review", "rv-1", "", {"reviews.rv-1.copies": "[{to: p-1, date: 2025-11-20}]"}, False),
        ("review", "rv-1", "", {"reviews.rv-1.copies": "[{to: pa-1, date: 2025-11-20}]"}, False),
        (
            "review",
            "rv-1",
            "",
            {"reviews.rv-1.present": "[st-2]", "reviews.rv-1.copies": None},
            True,
        ),
        ("support-letter", "ct-1", "", {}, True),
        ("contact-record", "nc-1", "", {}, False),
        ("links", "", "", {}, False),
    ],
)
def test_a_paper_is_settled_once_its_meeting_was_held_or_it_was_handed_over(
    kind: str, about: str, whom: str, changes: Changes, settled: bool
) -> None:
    case = orderly(changes)
    assert is_settled(case, job(kind, about, whom, case=case)) is settled


def finding(
    severity: Severity, *about: str, rule: str = "R-99", stage: Stage = Stage.WARN
) -> Finding:
    """Give a finding about some keys."""
    return Finding(rule, severity, f"{rule} is broken.", "…", stage, about, source="The law")


def trouble(state: State, *findings: Finding, whole: tuple[Finding, ...] = ()) -> list[str]:
    """Give what is to be mended or decided about the warning."""
    case = orderly()
    planned = in_state(plan("warning", case=case), state, *findings)
    return [line(step) for step, _ in troubles(outlook(case, planned=planned), whole)]


@pytest.mark.parametrize(
    ("state", "found", "told"),
    [
        (State.REFUSED, finding(E, "w-1"), ["2025-12-08 mend R-99 w-1 - -"]),
        (State.HELD, finding(W, "w-1"), ["2025-12-08 decide R-99 w-1 - -"]),
        (State.REFUSED, finding(W, "w-1"), ["2025-12-08 decide R-99 w-1 - -"]),
        (State.HELD, finding(W, "p-2", "c-1"), ["2025-12-08 decide R-99 p-2.c-1 p-2 c-1"]),
        (State.HELD, finding(W, "w-1", "pa-1"), ["2025-12-08 decide R-99 w-1.pa-1 pa-1 -"]),
        (State.HELD, finding(I, "w-1"), []),
        (State.HELD, replace(finding(W, "w-1"), decision="Agreed"), []),
        (State.DUE, finding(W, "w-1"), []),
        (State.PAST, finding(E, "w-1"), []),
        (State.REFUSED, finding(E), ["2025-12-08 mend R-99 - - -"]),
    ],
)
def test_what_refuses_is_to_be_mended_and_what_holds_to_be_decided(
    state: State, found: Finding, told: list[str]
) -> None:
    assert trouble(state, found) == told


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (finding(E, "ct-2", stage=Stage.ISSUE), ["- mend R-99 ct-2 - -"]),
        (finding(W, "ct-2", "p-2", stage=Stage.ISSUE), ["- decide R-99 ct-2.p-2 p-2 -"]),
        (finding(I, "ct-2", stage=Stage.ISSUE), []),
        (finding(E, "ct-2", stage=Stage.CONTRACT), []),
    ],
)
def test_what_will_stop_the_next_paper_is_told_before_it_is_planned(
    found: Finding, told: list[str]
) -> None:
    assert trouble(State.DUE, whole=(found,)) == told


def test_a_finding_on_several_papers_is_told_once_with_the_earliest_day_and_their_kinds() -> None:
    case, one = orderly(), finding(W, "c-1", stage=Stage.LOAD)
    whole = in_state(plan("warning", "review", "invite", case=case), State.HELD, one)
    found = [step for step, _ in troubles(outlook(case, planned=whole), (one,))]
    assert [line(step) for step in found] == ["2025-10-13 decide R-99 c-1 - c-1"]
    assert found[0].kind == "warning, review, invite"
    assert (found[0].what, found[0].source) == ("R-99 is broken.", "The law")


def test_a_finding_on_papers_without_a_day_has_none_either() -> None:
    case = orderly()
    whole = in_state(plan("memo", case=case), State.HELD, finding(W, "c-1"))
    assert [line(s) for s, _ in troubles(outlook(case, planned=whole), ())] == [
        "- decide R-99 c-1 - c-1"
    ]


def test_each_trouble_comes_with_its_finding() -> None:
    case, one = orderly(), finding(E, "w-1")
    planned: Plan = in_state(plan("warning", case=case), State.REFUSED, one)
    assert [found for _, found in troubles(outlook(case, planned=planned), ())] == [one]


def test_papers_stand_on_the_list_with_the_rest() -> None:
    assert "2025-12-08 make - w-1.ct-2.p-2.c-1 p-2 c-1" in due({}, "warning")


@pytest.mark.parametrize(
    ("language", "variant", "said"),
    [
        ("en", "standard", "Issue: The warning."),
        ("pl-en", "standard", "Issue: The warning (pl-en)."),
        ("en", "large", "Issue: The warning (en large)."),
        ("ur-en", "large", "Issue: The warning (ur-en large)."),
    ],
)
def test_of_a_paper_in_several_languages_each_is_told_apart(
    language: str, variant: str, said: str
) -> None:
    case = orderly()
    whole = in_state(plan("warning", case=case), State.DUE)
    jobs = tuple(replace(each, language=language, variant=variant) for each in whole.jobs)
    found = papers(outlook(case, planned=replace(whole, jobs=jobs)))
    assert [step.what for step in found] == [said]
