"""What a finding does: severity by pack, decisions, a stable order, each thing told once."""

import string
from dataclasses import replace
from typing import Literal

import pytest
from casework import CASEFILE, case_from, varied
from oneruled import TO_COME, TODAY, Changes
from rulebook import PACK, Edit, found, scene, subjects

from docgen.check.rules.examine import RULES, examine
from docgen.check.rules.registry import Rule, Scene
from docgen.check.school_days import school_days
from docgen.model.finding import Finding, Severity, Stage

SHORT = (
    "period: {start: 2025-10-06, end: 2026-03-20}",
    "period: {start: 2025-10-06, end: 2025-12-19}",
)
REASON = "reason: To the end of term, by: st-2, date: 2025-11-03"


def decision(rule: str, about: str) -> Edit:
    return ("reviews:\n", f"decisions: [{{rule: {rule}, about: {about}, {REASON}}}]\nreviews:\n")


@pytest.mark.parametrize("changes", [{}, TO_COME])
def test_a_lawful_case_breaks_no_rule(changes: Changes) -> None:
    case = case_from(varied(CASEFILE, changes))
    assert examine(Scene(case, PACK, TODAY, school_days(case.school))) == ()


@pytest.mark.parametrize("severity", list(Severity))
def test_a_pack_says_how_hard_a_rule_is(severity: Severity) -> None:
    pack = replace(PACK, severities={"R-41": severity})
    (finding,) = found("R-41", SHORT, pack=pack)
    assert finding.severity is severity


def test_a_pack_may_switch_a_rule_off() -> None:
    off: dict[str, Severity | Literal["-"]] = {"R-41": "-"}
    assert subjects("R-41", SHORT, pack=replace(PACK, severities=off)) == []


def test_a_decision_answers_the_warning_it_names() -> None:
    (finding,) = found("R-41", SHORT, decision("R-41", "ct-1"))
    assert finding.decision == "To the end of term"
    assert not finding.is_open
    assert found("decision-unused", SHORT, decision("R-41", "ct-1")) == ()


def test_without_a_decision_a_warning_is_open() -> None:
    (finding,) = found("R-41", SHORT)
    assert finding.is_open


@pytest.mark.parametrize(("rule", "about"), [("R-41", "ct-2"), ("R-42", "ct-1"), ("R-41", "case")])
def test_a_decision_on_something_else_answers_nothing_and_is_told(rule: str, about: str) -> None:
    edits = [SHORT, decision(rule, about)]
    assert found("R-41", *edits)[0].is_open
    (finding,) = found("decision-unused", *edits)
    assert finding.severity is Severity.INFORMATION
    assert finding.message == f"The decision on {rule} about {about} answers no warning."
    assert finding.path == ("decisions", 0)


def test_no_decision_lifts_an_error() -> None:
    pack = replace(PACK, severities={"R-41": Severity.ERROR})
    edits = [SHORT, decision("R-41", "ct-1")]
    assert found("R-41", *edits, pack=pack)[0].decision == ""
    assert len(found("decision-unused", *edits, pack=pack)) == 1


def test_a_decision_on_the_whole_case_is_about_case() -> None:
    doubtful = ("gias_type: Academy converter", "gias_type: Further education")
    (finding,) = found("R-01b", doubtful, decision("R-01b", "case"))
    assert finding.decision == "To the end of term"


def test_findings_of_reading_come_first_and_decisions_answer_them() -> None:
    of_reading = Finding("key-in-name", Severity.WARNING, "A key is a name.", "Change it.")
    told = examine(scene(SHORT, decision("key-in-name", "case")), (of_reading,))
    assert told[0].rule == "key-in-name"
    assert told[0].decision == "To the end of term"


def test_findings_are_in_order_of_stage_rule_and_key() -> None:
    edits = [
        ("gias_type: Academy converter", "gias_type: Other independent school"),
        ("year_group: 9", "year_group: 8"),
        ("p-1: {title: Ms, legal_name: Asha Rahman,", "p-1: {legal_name: A. Khan,"),
        ("p-2: {title: Mr, legal_name: Bilal Karim,", "p-2: {legal_name: B. Khan,"),
        ("address: [14 Mill Road, COLCHESTER, CO99 1AB]", "address: [NFA, CO99 1AB]"),
        SHORT,
    ]
    wanted = {"R-01", "C-11", "R-107", "R-13", "R-14a", "R-41"}
    told = [(finding.rule, finding.subject) for finding in examine(scene(*edits))]
    assert [each for each in told if each[0] in wanted] == [
        ("R-01", "case"),
        ("C-11", "c-1"),
        ("R-107", "p-1"),
        ("R-13", "p-1"),
        ("R-13", "p-2"),
        ("R-14a", "p-1"),
        ("R-14a", "p-2"),
        ("R-41", "ct-1"),
    ]


def test_two_orders_on_the_same_people_are_told_once() -> None:
    order = "{person: p-2, pupil: c-1, limits: [contact]}"
    orders = f"family: {{acrimonious: false, court_orders: [{order}, {order}]}}"
    (finding,) = found("R-24", ("family: {acrimonious: false}", orders))
    assert finding.path == ("family", "court_orders", 0)


def test_every_rule_has_an_id_of_its_own_a_source_words_and_a_remedy() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(rule.source and rule.says and rule.remedy for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_no_message_shows_what_people_typed_of_themselves(rule: Rule) -> None:
    words = rule.says + rule.remedy
    names = {name for _, name, _, _ in string.Formatter().parse(words) if name}
    assert names.isdisjoint({"name", "legal_name", "address", "phone", "text", "explanation"})


OF_ELIGIBILITY_AND_MEETINGS = {
    Stage.LOAD: {"R-01": "E", "R-01b": "W", "R-02": "E", "R-04": "E"},
    Stage.ANY: {"R-12": "E", "R-24": "E", "C-01": "E", "C-11": "W"},
    Stage.LETTER: {"R-107": "E", "R-114": "W"},
    Stage.INVITE: {
        "R-08": "I", "R-10a": "-", "R-10b": "-", "R-13": "W", "R-14a": "W", "R-14b": "W",
        "R-15": "W", "R-16": "W", "R-17a": "E", "R-17b": "W", "R-18": "W", "R-19": "I",
        "R-20": "W", "R-21": "-", "R-22": "W", "R-25": "W", "R-26": "I", "R-28": "E",
        "R-116": "I", "R-117": "-", "R-120": "W",
    },
    Stage.MISSED: {"R-27": "W"},
    Stage.CONTRACT: {
        "R-03": "W", "R-05": "E", "R-06": "E", "R-07": "W", "R-09": "I", "R-31": "W",
        "R-32": "W", "R-32b": "W", "R-33": "I", "R-34": "I", "R-36": "W", "R-118": "I",
        "R-119": "I",
    },
    Stage.ISSUE: {"R-35a": "I", "R-35b": "I"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("stage", "name", "severity"),
    [(s, name, told) for s, table in OF_ELIGIBILITY_AND_MEETINGS.items()
     for name, told in table.items()],
)  # fmt: skip
def test_each_rule_speaks_at_its_stage_and_as_hard_as_the_country_says(
    stage: Stage, name: str, severity: str
) -> None:
    (rule,) = [rule for rule in RULES if rule.id == name]
    assert (rule.stage, rule.severity) == (stage, severity)


def test_every_rule_says_what_it_is_good_for() -> None:
    assert [rule.id for rule in RULES if not rule.why] == []
