"""What makes a contract fit to print: R-29, R-30, R-37 to R-43, R-46, R-54 (S-02, S-11)."""

from dataclasses import replace

import pytest
from rulebook import PACK, Edit, carrying, found, subjects

from docgen.model.finding import Severity, Stage

PRESENT = "present: [p-1, p-2, c-1, st-2]"
PERIOD = "period: {start: 2025-10-06, end: 2026-03-20}"
PLANNED = ("status: under_review", "status: planned")
PARTIES = "parties: [p-1]"


@pytest.mark.parametrize(
    ("edits", "no_parent", "pupil_alone"),
    [
        ([], [], []),
        ([(PRESENT, "present: [st-2]")], ["ct-1", "ct-2"], []),
        ([(PRESENT, "present: [c-1, st-2]")], ["ct-1", "ct-2"], ["ct-1", "ct-2"]),
        ([(PRESENT, "present: [c-1, p-1, st-2]")], ["ct-2"], []),
        ([(PRESENT, "present: [c-1, st-2], present_online: [p-2]")], ["ct-1"], []),
        ([(PRESENT, "absent: [{person: p-1}, {person: p-2}]")], ["ct-1", "ct-2"], []),
        ([(f', time: "15:30", invited: [p-1, p-2],\n        {PRESENT}', ", invited: [p-1]")],
         [], []),
        ([(PRESENT, "present: [p-2, st-2]"), (PARTIES, "parties: []")], [], []),
        ([(PRESENT, "present: [st-2]"), (PARTIES, "parties: []")], ["ct-1", "ct-2"], []),
        ([(PRESENT, "present: [c-1]"), PLANNED], ["ct-2"], ["ct-2"]),
    ],
)  # fmt: skip
def test_no_contract_is_made_without_a_parent_it_is_for(
    edits: list[Edit], no_parent: list[str], pupil_alone: list[str]
) -> None:
    assert subjects("R-29", *edits) == no_parent
    assert subjects("R-30", *edits) == pupil_alone


def test_a_contract_with_no_meeting_behind_it_yet_is_not_judged_by_who_came() -> None:
    edits = [
        (PRESENT, "present: [c-1]"),
        ("made_at: m-1\n    lead_practitioner: st-2", "lead_practitioner: st-2"),
    ]
    assert subjects("R-29", *edits) == subjects("R-30", *edits) == ["ct-2"]


REQUIREMENTS = "    requirements:\n      rq-1: {owner: p-2, text: I will bring Zoya on Mondays.}\n"
SUPPORT = "    support:\n      su-1: {provider: st-1, text: We will send a message each day.}\n"


@pytest.mark.parametrize(
    ("rule", "edit", "broken"),
    [
        ("R-37", (REQUIREMENTS, '    agreed: {"1": [rq-1]}\n'), "ct-2"),
        ("R-38", (SUPPORT, ""), "ct-2"),
        ("R-39", ("parties: [p-2]", "parties: []"), "ct-2"),
    ],
)
def test_a_contract_holds_the_three_things_that_the_act_asks_for(
    rule: str, edit: Edit, broken: str
) -> None:
    assert subjects(rule) == []
    (finding,) = found(rule, edit)
    assert (finding.subject, finding.severity, finding.stage) == (
        broken,
        Severity.ERROR,
        Stage.CONTRACT,
    )
    assert finding.message.endswith(": the casefile names none.")
    assert subjects(rule, edit, ("status: warned", "status: planned")) == []


STATEMENTS = {
    "R-37": "requirements_heading",
    "R-38": "school_support_agreement",
    "R-39": "parent_agreement",
}


@pytest.mark.parametrize("rule", ["R-37", "R-38", "R-39"])
def test_the_packs_contract_carries_the_three_statements(rule: str) -> None:
    others = [text for of, text in STATEMENTS.items() if of != rule]
    pack = carrying("contract", *others)
    told = found(rule, pack=pack)
    assert [finding.subject for finding in told] == ["ct-1", "ct-2"]
    lacks = f"the pack lacks the statement contract: {STATEMENTS[rule]}."
    assert all(finding.message.endswith(lacks) for finding in told)


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


RQ_1 = "rq-1: {owner: p-1, text: I will ring the school before 9am.}"
RQ_1_OF = "rq-1: {{owner: {}, text: I will ring the school before 9am.}}"
RQ_3 = "{owner: p-1, text: I will walk to school with Zoya."
ADDED = "{event: added, date: 2025-11-10, review: rv-1}"
RV_1 = "rv-1: {contract: ct-1, date: 2025-11-10, present: [p-1, st-2]}"


@pytest.mark.parametrize(
    ("edits", "whys"),
    [
        ([], []),
        ([(PRESENT, "present: [p-1, st-2]"), (RQ_1, RQ_1_OF.format("p-2"))],
         ["ct-1.rq-1 is for p-2, who was not present at m-1.",
          "ct-2.rq-1 is for p-2, who was not present at m-1."]),
        ([(PRESENT, "present: [p-1, st-2], present_online: [p-2]")], []),
        ([(RQ_1, RQ_1_OF.format("p-2"))], []),
        ([(RQ_1, RQ_1_OF.format("st-2"))],
         ["ct-1.rq-1 is for st-2, who is not party to the contract."]),
        ([(RQ_3, RQ_3.replace("p-1", "p-2"))],
         ["ct-1.rq-3 is for p-2, who was not present at rv-1."]),
        ([(RQ_3, RQ_3.replace("p-1", "p-2")), (ADDED, "{event: added, date: 2025-10-06}")], []),
        ([(RV_1, "rv-1: {contract: ct-1, date: 2025-11-10, present: [st-2]}")],
         ["ct-1.rq-3 is for p-1, who was not present at rv-1."]),
        ([(RV_1, "rv-1: {contract: ct-1, date: 2025-11-10, present: [st-2], meeting: m-2}"),
          ("invited: [p-1]}", "invited: [p-1], present: [st-2], present_online: [p-1]}")], []),
        ([("made_at: m-1\n    lead_practitioner: st-2", ""), (PRESENT, "present: [p-2]")], []),
        ([(PRESENT, "present: [p-2, st-2]"), PLANNED], []),
    ],
)  # fmt: skip
def test_an_action_is_for_a_party_who_was_there_when_it_was_agreed(
    edits: list[Edit], whys: list[str]
) -> None:
    assert [finding.message for finding in found("R-43", *edits)] == whys


def test_a_foreign_action_is_shown_at_its_line() -> None:
    (finding,) = found("R-43", (RQ_1, RQ_1_OF.format("st-2")))
    assert finding.path == ("contracts", "ct-1", "requirements", "rq-1", "owner")
    assert finding.about == ("ct-1",)


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([("    lead_practitioner: st-1\n", "")], ["ct-2"]),
        ([("    lead_practitioner: st-2\n", ""), PLANNED], []),
    ],
)
def test_a_contract_names_its_lead_practitioner(edits: list[Edit], broken: list[str]) -> None:
    assert subjects("R-46", *edits) == broken


def test_the_packs_contract_carries_all_that_the_authority_asks_for() -> None:
    assert subjects("R-54") == []
    (finding,) = found("R-54", pack=carrying("contract", *STATEMENTS.values()))
    assert finding.subject == "case"
    assert finding.message == (
        "The pack's contract does not carry all it must: contract: not_legally_binding."
    )


def test_a_pack_that_asks_for_nothing_more_lacks_nothing() -> None:
    pack = replace(carrying("contract", *STATEMENTS.values()), must_carry={})
    assert subjects("R-54", pack=pack) == []


def test_while_contracts_are_only_planned_the_packs_contract_is_not_judged() -> None:
    pack = replace(PACK, kinds={"c": replace(PACK.kinds["contract"], statements=())})
    planned = [PLANNED, ("status: warned", "status: planned")]
    assert subjects("R-54", pack=pack) == ["case"]
    assert subjects("R-54", *planned, pack=pack) == []
