"""Every name promised to a template is there, of its type; nothing else is."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from household import PERS, family, flat, job, kind, pack, plan, values_of

from docgen.errors import WordingMissing
from docgen.model.plan import Identity, Job
from docgen.model.values import Plain, Values
from docgen.wording.bundle import english
from docgen.wording.values import document_values, promised, statements_for

ENGLISH = english()
DATED = dt.date(2025, 12, 11)
CASES = (
    family(
        {
            "terminations": "{t-1: {contract: ct-1, date: 2025-12-10, by: st-1, reason: improved, "
            "agencies_consulted: [pa-1]}}",
            "checklists": "{ct-1: {rows: ["
            "{stage: planning, checkpoint: One}, {stage: delivery, checkpoint: Two}, "
            "{stage: review, checkpoint: Three}]}}",
            "meetings.m-5": "{kind: formal, pupils: [c-1], invited: [p-1], present: [st-2]}",
            "people.p-2.adjustments": "[A ground-floor room]",
            "no_contract": "{n-1: {pupil: c-2, date: 2025-10-06, by: st-1, "
            "rationale: The family moves in January., facts: [A letter of 1 October]}}",
            "earlier_support": "[{date: 2025-09-08, what: Breakfast club}]",
            "attempts": "[{person: p-1, date: 2025-12-09, how: phone, by: st-2}]",
            "meetings.m-6": "{kind: initial, pupils: [c-1], invited: [p-1], present: [st-2]}",
            "contracts.ct-1.requirements.rq-3.history.0.why": "The bus comes earlier now.",
        }
    ),
    family(),
)
TYPES = {"text": str, "number": int, "yes or no": bool, "list": list}


def papers(name: str) -> Iterator[tuple[Job, Values]]:
    """Give each job of a kind with all its values."""
    for case in CASES:
        for each in plan(name, case=case).jobs:
            document = document_values(each, pack(), ENGLISH, DATED, None)
            yield each, {**values_of(case, each), **document}


def leaves(values: Values) -> dict[str, list[Plain]]:
    """Give all values by dotted name."""
    found: dict[str, list[Plain]] = {}
    for name, value in flat(values):
        found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("name", PERS)
def test_what_is_promised_is_there_and_nothing_else(name: str) -> None:
    promises = promised(kind(name, *PERS[name]), pack())
    made = list(papers(name))
    assert made
    for _, values in made:
        found = leaves(values)
        empty = [key for key, lists in found.items() if [] in lists]
        below = tuple(f"{key}[]" for key in empty)
        assert set(found) <= set(promises)
        assert {key for key in promises if not key.startswith(below)} <= set(found)


@pytest.mark.parametrize("name", PERS)
def test_what_is_promised_is_of_its_type(name: str) -> None:
    promises = promised(kind(name, *PERS[name]), pack())
    for _, values in papers(name):
        for key, found in leaves(values).items():
            assert {type(value) for value in found} == {TYPES[promises[key].type]}, key


@pytest.mark.parametrize("name", PERS)
def test_each_promise_says_what_it_is(name: str) -> None:
    for key, promise in promised(kind(name, *PERS[name]), pack()).items():
        assert promise.says, key


def test_the_promises_of_a_checklist_follow_its_rows() -> None:
    names = promised(kind("checklist", *PERS["checklist"]), pack())
    assert "rows.P8.complete" in names
    assert "rows.P2.complete" not in names
    assert names["terms.contract"].example == "attendance contract"


@pytest.mark.parametrize("name", ["invite", "contract", "review", "warning"])
def test_no_stray_space_or_comma_stands_in_a_value(name: str) -> None:
    for paper, values in papers(name):
        for key, value in flat(values):
            if isinstance(value, str):
                assert value == value.strip(" ,"), (paper.identity, key)
                assert "  " not in value
                assert " ," not in value


def test_an_issued_document_has_its_number_and_a_draft_says_that_it_is_one() -> None:
    paper = job("contract", "ct-1")
    issued = document_values(paper, pack(), ENGLISH, DATED, Identity("fam-0042/7", 1))
    assert issued == {
        "document": {
            "title": "The contract",
            "reference": "fam-0042/7 version 1",
            "date": "11 December 2025",
            "draft": False,
            "unchecked": False,
        }
    }
    draft = document_values(paper, pack(), ENGLISH, DATED, None)["document"]
    assert draft == {
        "title": "The contract",
        "reference": "Draft: not issued",
        "date": "11 December 2025",
        "draft": True,
        "unchecked": False,
    }


def test_a_kind_has_the_statements_that_it_carries() -> None:
    carrying = replace(kind("invite", *PERS["invite"]), statements=("aim",))
    assert statements_for(carrying, pack()) == {"aim": "We want {{ pupil.legal_name }} to be well."}


def test_a_statement_that_the_pack_has_not_got_is_told() -> None:
    carrying = replace(kind("invite", *PERS["invite"]), statements=("aim", "partnership"))
    with pytest.raises(WordingMissing) as told:
        statements_for(carrying, pack())
    assert told.value.code == "wording-no-statement"
    assert "invite carries the statement partnership" in told.value.message
