"""Keys: what they look like, where they lead, and records that contradict each other."""

from collections.abc import Mapping

import pytest
from casework import CASEFILE, case_from, judged_from, told, varied

from docgen.model.finding import Finding

MEETINGS = """\
  m-2: {kind: initial, pupils: [c-1], invited: [p-2], replaced_by: m-3}
  m-3: {kind: initial, pupils: [c-1], invited: [p-2], replaces: m-2}
"""
WITH_CHAIN = CASEFILE.replace("contracts:\n", MEETINGS + "contracts:\n")
RECORDS = """\
partners:
  pa-1: {organisation: Early Help, person: Mr Sol Hart}
reviews:
  rv-1: {contract: ct-1, date: 2025-12-08, present: [p-1, st-2, pa-1]}
noncompliance:
  nc-1: {contract: ct-1, requirement: rq-1, date: 2025-12-01, by: st-2, channel: phone,
         leads_to: rv-1}
warnings:
  w-1: {contract: ct-1, to: p-1}
decisions:
  - {rule: R-41, about: ct-1, reason: A trial, by: st-2, date: 2025-11-06}
  - {rule: R-20, about: m-1.p-2.c-1, reason: He asked, by: jbloggs, date: 2025-11-06}
  - {rule: T-18, about: pl, reason: Read aloud, by: st-2, date: 2025-11-06}
issued:
  - {number: fam-0001/1, version: 1, kind: invite, about: m-1, dated: 2025-10-20, language: en,
     variant: standard, format: docx, template: a1, digest: b2, inputs: c3, recipient: p-1,
     pupil: c-1}
  - {number: fam-0001/1, version: 2, kind: invite, about: m-1, dated: 2025-10-21, language: en,
     variant: standard, format: docx, template: a1, digest: b3, inputs: c4, recipient: p-1,
     pupil: c-1, replaces: fam-0001/1-v1}
"""
FULL = WITH_CHAIN + RECORDS


def found(changes: Mapping[str, str | None], text: str = FULL) -> list[tuple[str, str]]:
    """Give id and remedy of all that is told of a casefile with changes."""
    findings = judged_from(varied(text, changes)).findings
    return [(each.rule, each.remedy) for each in findings]


def only(changes: Mapping[str, str | None], text: str = FULL) -> Finding:
    """Give the one fault of a casefile with changes."""
    findings = judged_from(varied(text, changes)).findings
    assert len(findings) == 1, told(findings)
    return findings[0]


def test_a_casefile_whose_keys_all_lead_somewhere() -> None:
    assert case_from(FULL).noncompliance["nc-1"].leads_to == "rv-1"


@pytest.mark.parametrize(
    ("changes", "rule", "advice"),
    [
        ({"links.0.person": "p-9"}, "key-nowhere", "(p-1, p-2)"),
        ({"links.0.person": "P-1"}, "key-mistyped", "“p-1”"),
        ({"links.0.person": "p1"}, "key-mistyped", "“p-1”"),
        ({"links.0.person": "st-1"}, "key-wrong-sort", "p-1, p-2"),
        ({"links.0.pupil": "c-2"}, "key-nowhere", "(c-1)"),
        ({"meetings.m-1.chair": "p-1"}, "key-wrong-sort", "st-1, st-2"),
        ({"meetings.m-1.chair": "Mr Tomos Rees"}, "key-nowhere", "st-1, st-2"),
        ({"meetings.m-1.invited.0": "p-7"}, "key-nowhere", "p-1, p-2, c-1, st-1, st-2, pa-1"),
        ({"meetings.m-1.absent": "[{person: p-8}]"}, "key-nowhere", "p-1"),
        ({"contracts.ct-1.made_at": "m-9"}, "key-nowhere", "m-1, m-2, m-3"),
        ({"contracts.ct-1.parties": "[pa-1]"}, "key-wrong-sort", "p-1, p-2"),
        ({"contracts.ct-1.requirements.rq-1.owner": "p-5"}, "key-nowhere", "p-1"),
        ({"contracts.ct-1.support.su-1.provider": "school"}, "key-nowhere", "st-1"),
        ({"reviews.rv-1.contract": "ct-2"}, "key-nowhere", "(ct-1)"),
        ({"noncompliance.nc-1.leads_to": "w-9"}, "key-nowhere", "rv-1, w-1, m-1"),
        ({"warnings.w-1.to": "p-9"}, "key-nowhere", "p-1"),
        ({"checklists": "{ct-9: {}}"}, "key-nowhere", "(ct-1)"),
        (
            {"terminations": "{t-1: {contract: ct-9, date: 2025-12-01, by: st-1, reason: ehe}}"},
            "key-nowhere",
            "(ct-1)",
        ),
        ({"decisions.0.by": "st-9"}, "key-nowhere", "(st-1, st-2)"),
        ({"decisions.0.about": "ct-9"}, "key-nowhere", "(ct-1)"),
        ({"decisions.1.about": "m-1.p-9.c-1"}, "key-nowhere", "(p-1, p-2)"),
        ({"issued.0.pupil": "c-9"}, "key-nowhere", "(c-1)"),
        ({"school_changes": "{headteacher: st-9}"}, "key-nowhere", "(st-1, st-2)"),
        ({"school_changes": "{signatories: {invite: p-1}}"}, "key-wrong-sort", "st-1, st-2"),
        ({"noncompliance.nc-1.requirement": "rq-9"}, "requirement-nowhere", "Write one of: rq-1."),
        ({"meetings.m-1.invited": "[p-1, p-2, p-1]"}, "key-twice", "Take one of the two out."),
        ({"contracts.ct-1.parties": "[p-1, p-1]"}, "key-twice", "Take one of the two out."),
    ],
)
def test_a_key_that_leads_astray_is_told(
    changes: dict[str, str | None], rule: str, advice: str
) -> None:
    finding = only(changes)
    assert finding.rule == rule
    assert advice in finding.remedy


def test_a_long_key_mistyped_gets_the_one_that_was_meant() -> None:
    text = CASEFILE.replace("p-1", "p-blue-door-7")
    finding = only({"contracts.ct-1.parties": "[p-blue-dor-7]"}, text)
    assert finding.rule == "key-mistyped"
    assert "“p-blue-door-7”" in finding.remedy


def test_a_partner_where_there_are_none_yet() -> None:
    finding = only({"contracts.ct-1.support.su-1.provider": "pa-1"}, CASEFILE)
    assert finding.rule == "key-nowhere"
    assert "partner" in finding.message
    finding = only({"notifications": "[{who: pa-1, date: 2025-11-06}]"}, CASEFILE)
    assert "none yet" in finding.remedy


def test_other_words_may_stand_where_a_key_is_no_must() -> None:
    assert found({"notifications": "[{who: the chair of governors, date: 2025-11-06}]"}) == []


@pytest.mark.parametrize(
    ("changes", "example"),
    [
        ({"people.mother": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.p_3": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.c-3": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.P-3": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.p-": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.p-/x": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.CON": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.a:b": "{legal_name: Ada Bee}"}, "p-1"),
        ({"people.p-0123456789-0123456789-0123": "{legal_name: Ada Bee}"}, "p-1"),
        ({"pupils.p-3": "{legal_name: Ada Bee}"}, "c-1"),
        ({"meetings.1": "{kind: initial, pupils: [c-1], invited: []}"}, "m-1"),
        ({"contracts.ct-1.requirements.1": "{owner: p-1, text: I will.}"}, "rq-1"),
        ({"contracts.ct-1.support.rq-1": "{provider: st-1, text: We will.}"}, "su-1"),
        ({"school_changes": "{staff: {head: {legal_name: Ada Bee, role: Head}}}"}, "st-1"),
    ],
)
def test_a_key_has_its_sort_s_prefix(changes: dict[str, str | None], example: str) -> None:
    finding = only(changes)
    assert finding.rule == "key-form"
    assert finding.remedy.endswith(f"such as {example}.")


def test_a_name_in_place_of_a_key_is_not_repeated() -> None:
    finding = only({"people.Ada Bee-Lyon": "{legal_name: Ada Bee-Lyon}"})
    assert "Ada" not in finding.message + finding.remedy


def test_tables_that_are_none_are_told_once() -> None:
    assert [rule for rule, _ in found({"meetings": "[]", "reviews": "soon", "issued": None})] == [
        "fields-due",
        "fields-due",
    ]


def test_an_action_that_is_gone_may_still_be_named() -> None:
    gone = {
        "noncompliance.nc-1.requirement": "ct-1.rq-8",
        "contracts.ct-1.agreed": '{"1": [rq-1, rq-8]}',
        "issued.0.requirements": "[rq-1, rq-8]",
    }
    assert found(gone) == []


def test_a_contract_of_no_actions_has_none_to_break() -> None:
    changes: Mapping[str, str | None] = {"contracts.ct-1.requirements": None}
    assert [rule for rule, _ in found(changes)] == ["requirement-nowhere"]


def test_a_person_and_a_pupil_are_linked_once() -> None:
    link = "{person: p-1, pupil: c-1, relationship: mother}"
    finding = only({"links.1": link})
    assert finding.rule == "link-twice"
    assert "first in line" in finding.message


@pytest.mark.parametrize("lost", ["meetings.m-2.replaced_by", "meetings.m-3.replaces"])
def test_meetings_say_of_each_other_that_one_replaces_the_other(lost: str) -> None:
    assert only({lost: None}).rule == "meetings-disagree"


def test_meetings_that_replace_each_other_in_a_circle() -> None:
    finding = only({"meetings.m-3.replaced_by": "m-2", "meetings.m-2.replaces": "m-3"})
    assert finding.rule == "meetings-circle"
    assert "m-2, m-3" in finding.message


def test_a_meeting_that_replaces_itself() -> None:
    changes = {"meetings.m-1.replaces": "m-1", "meetings.m-1.replaced_by": "m-1"}
    assert only(changes, CASEFILE).rule == "meetings-circle"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"issued.1.version": "1"}, "issued-twice"),
        ({"issued.1.replaces": "fam-0001/1-v9"}, "issued-replaces"),
        ({"issued.0.number": "fam-0009/1", "issued.1.replaces": None}, "issued-number"),
    ],
)
def test_the_record_of_issued_papers_is_whole(changes: dict[str, str | None], rule: str) -> None:
    assert rule in [told for told, _ in found(changes)]


def test_an_issued_paper_without_a_number_is_told_by_its_shape_alone() -> None:
    changes: Mapping[str, str | None] = {"issued.0.number": None, "issued.1.replaces": None}
    assert [rule for rule, _ in found(changes)] == ["field-missing"]


def test_a_pointer_left_empty_is_told_once() -> None:
    emptied = [rule for rule, _ in found({"meetings.m-1.chair": "~"})]
    assert emptied == ["value-empty"]
