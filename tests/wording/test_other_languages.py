"""In another language a paper's values have the same names, and nothing of docgen's in English."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

import pytest
from household import PERS, family, flat, kind, pack, plan, values_of
from polishwork import POLISH

from docgen.check.school_days import school_days
from docgen.model.case import Case
from docgen.model.language import Catalogue, Message, Translated
from docgen.model.pack import SupportLink
from docgen.model.plan import Job
from docgen.model.values import Plain, Values
from docgen.wording.bundle import Bundle, english
from docgen.wording.messages import (
    pack_messages,
    phrase_messages,
    program_messages,
    word_messages,
)
from docgen.wording.values import document_values, in_both, values_for

DATED = dt.date(2025, 12, 11)
PACK = replace(pack(), links=(SupportLink("Harbour Club", "Meals after school"),))
WORDS = {"roles": ("Headteacher", "Attendance Champion", "Family worker"),
         "relationships": ("mother", "father", "step-parent")}  # fmt: skip
FOR_FAMILIES = [name for name in PERS if kind(name, *PERS[name]).audience == "parent"]


def catalogue() -> Catalogue:
    """Give a catalogue that turns every message into signs, gaps left open."""
    messages = chain(
        program_messages(), phrase_messages(PACK.phrases), word_messages(WORDS), pack_messages(PACK)
    )
    return Catalogue(POLISH, {message.pair: _signs(message) for message in messages})


def _signs(message: Message) -> Translated:
    inside = False
    signs = ""
    for letter in message.text:
        inside = letter == "{" or (inside and letter != "}")
        signs += letter if inside or not letter.isalpha() else "ż"
    return Translated((signs, signs), "approved")


def theirs(case: Case, paper: Job, words: Bundle) -> Values:
    """Give the values of a paper in a language."""
    return values_for(case, PACK, paper, words, school_days(case.school))


def names(values: Plain) -> set[str]:
    """Give all dotted names of values."""
    return {name for name, _ in flat(values)}


@pytest.mark.parametrize("name", FOR_FAMILIES)
def test_values_of_another_language_have_the_same_names(name: str) -> None:
    case = family()
    for paper in plan(name, case=case).jobs:
        words = Bundle(catalogue())
        told = theirs(case, paper, words)
        assert names(told) == names(values_of(case, paper, PACK))
        assert [lack for lack in words.notes.lacks if lack.rule == "R-110"] == []
        assert words.notes.unchecked == ()


@pytest.mark.parametrize("name", FOR_FAMILIES)
def test_what_staff_wrote_is_told_by_keys_that_stand_in_the_case(name: str) -> None:
    case = family()
    known: Mapping[str, object] = {**case.people, **case.contracts, **case.meetings,
        **case.reviews, **case.warnings, **case.terminations, **case.noncompliance,
        **case.partners, **case.school.staff, **case.no_contract, "school": 1}  # fmt: skip
    for paper in plan(name, case=case).jobs:
        words = Bundle(catalogue())
        theirs(case, paper, words)
        assert {lack.about.partition(".")[0] for lack in words.notes.lacks} <= set(known)


def test_titles_and_references_are_the_readers() -> None:
    paper = plan("contract").jobs[0]
    made = document_values(paper, PACK, Bundle(catalogue()), DATED, None)["document"]
    assert isinstance(made, Mapping)
    assert made["title"] == "żżż żżżżżżżż"
    assert made["date"] == "11 grudnia 2025"
    assert made["reference"] == "żżżżż: żżż żżżżżż"


def test_both_languages_stand_side_by_side_and_tell_whether_they_were_checked() -> None:
    paper = plan("contract").jobs[0]
    usual = document_values(paper, PACK, english(), DATED, None)
    other = document_values(paper, PACK, Bundle(catalogue()), DATED, None)
    both = in_both(usual, other, unchecked=True)
    assert dict(flat(both))["document.unchecked"] is True
    assert dict(flat(both))["other.document.unchecked"] is True
    assert dict(flat(both))["document.title"] == "The contract"
    assert dict(flat(both))["other.document.title"] == "żżż żżżżżżżż"
    assert usual["document"] != both["document"]


def test_values_without_a_document_are_not_put_side_by_side() -> None:
    with pytest.raises(TypeError):
        in_both({"document": "none"}, {"document": {}}, unchecked=False)
