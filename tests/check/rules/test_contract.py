"""May a contract be made, and what it must state: R-29, R-30, R-37 to R-39, R-54, R-55 (S-02)."""

from dataclasses import replace

import contractwork
import pytest
from contractwork import Changes
from rulebook import PACK, Edit, carrying, found, subjects

from docgen.model.finding import Severity, Stage

PRESENT = "present: [p-1, p-2, c-1, st-2]"
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


SHOWS = {"letterhead": "harbour.png", "letterhead_shows_authority": "true"}


@pytest.mark.parametrize(
    ("school", "broken"),
    [
        ({}, []),
        ({"letterhead": "harbour.png"}, []),
        ({"letterhead_shows_authority": "true"}, []),
        (SHOWS, ["ct-1", "ct-2"]),
    ],
)
def test_a_contract_does_not_bear_the_authoritys_logo(
    school: dict[str, str], broken: list[str]
) -> None:
    told = contractwork.found("R-55", school=school)
    assert [finding.subject for finding in told] == broken
    assert all(finding.path == ("school", "letterhead_shows_authority") for finding in told)
    assert all(finding.stage is Stage.CONTRACT for finding in told)


def test_where_the_pack_does_not_ask_the_logo_may_stand() -> None:
    pack = replace(contractwork.PACK, severities={})
    assert contractwork.found("R-55", school=SHOWS, pack=pack) == []


CT_1 = "contracts.ct-1"
HELD_WITHOUT = {"meetings.m-1.present": "[c-1, st-2]"}
NO_ACTIONS = {f"{CT_1}.requirements": "{}", f"{CT_1}.agreed": None}


@pytest.mark.parametrize(
    ("rule", "changes", "field"),
    [
        ("R-29", HELD_WITHOUT, "made_at"),
        ("R-30", HELD_WITHOUT, "made_at"),
        ("R-37", NO_ACTIONS, "requirements"),
        ("R-38", {f"{CT_1}.support": "{}"}, "support"),
        ("R-39", {f"{CT_1}.parties": "[]"}, "parties"),
    ],
)
def test_what_a_contract_lacks_is_shown_at_its_line(
    rule: str, changes: Changes, field: str
) -> None:
    assert contractwork.places(rule, changes) == [("ct-1", ("contracts", "ct-1", field))]


def test_a_pack_that_lacks_a_statement_is_told_at_the_contracts() -> None:
    (finding,) = found("R-54", pack=carrying("contract", *STATEMENTS.values()))
    assert finding.path == ("contracts",)
