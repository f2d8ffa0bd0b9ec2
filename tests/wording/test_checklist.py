"""A checklist's rows: the school's answers first, then what the casefile shows; no judgements."""

import pytest
from rowwork import COMPLETED, checklist, row

from docgen.errors import WordingMissing
from docgen.model.pack import Row
from docgen.wording.topics import JUDGEMENTS, TOPICS


@pytest.mark.parametrize("topic", sorted(JUDGEMENTS))
@pytest.mark.parametrize("about", ["ct-1", "ct-2", "ct-3"])
def test_a_judgement_is_never_filled_in(topic: str, about: str) -> None:
    assert row(topic, {}, about)[1] == ""


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_a_row_that_is_not_to_be_filled_in_shows_evidence_beside_a_blank_answer(
    topic: str,
) -> None:
    found = checklist({"P1": Row(topic)}, COMPLETED)["rows"]["P1"]
    assert found["comments"]
    assert found["complete"] == ""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{complete: not_done}", ("Chair: Mr Tomos Rees. Lead practitioner: Mr Tomos Rees.", "No")),
        ("{complete: not_applicable, comments: Not for us}", ("Not for us", "NA")),
        ("{comments: Both are new}", ("Both are new", "Yes")),
    ],
)
def test_what_the_school_answered_stands(answer: str, expected: tuple[str, str]) -> None:
    changes = {"checklists": f"{{ct-1: {{answers: {{P1: {answer}}}}}}}"}
    assert row("chair_and_lead", changes) == expected


def test_who_answered_and_when_is_told() -> None:
    changes = {
        "checklists": "{ct-1: {answers: {P1: {complete: done, by: st-3, date: 2025-11-03}, "
        "P2: {complete: done, by: A. Cover}}}}"
    }
    found = checklist({"P1": Row(), "P2": Row()}, changes)["rows"]
    expected = {"comments": "", "complete": "Yes", "by": "Priya Nair", "date": "3 November 2025"}
    assert found["P1"] == expected
    assert (found["P2"]["by"], found["P2"]["date"]) == ("A. Cover", "")


def test_the_schools_own_rows_stand_at_the_end_of_their_stage() -> None:
    changes = {
        "checklists": "{ct-1: {rows: ["
        "{stage: review, checkpoint: Bus pass, complete: not_done}, "
        "{stage: planning, checkpoint: Seating plan, complete: done, comments: Moved}]}}"
    }
    assert checklist({}, changes)["own_rows"] == {
        "planning": [{"checkpoint": "Seating plan", "comments": "Moved", "complete": "Yes"}],
        "delivery": [],
        "review": [{"checkpoint": "Bus pass", "comments": "", "complete": "No"}],
    }


def test_evidence_that_docgen_does_not_know_is_told() -> None:
    with pytest.raises(WordingMissing) as told:
        checklist({"P1": Row("horoscope")})
    assert told.value.code == "wording-no-topic"
    assert "horoscope" in told.value.message
