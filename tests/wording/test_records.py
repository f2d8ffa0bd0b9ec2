"""Records: a contact about an action, the end of a contract, a decision against one."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import family, job, values_of

Changes = Mapping[str, str | None]
ENDED = "{{t-1: {{contract: ct-1, date: 2025-12-10, by: {by}, reason: {reason}{more}}}}}"


def section(paper: str, name: str, changes: Changes | None = None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give a section of a job, written `kind about`."""
    document, about = paper.split()
    case = family(changes)
    return values_of(case, job(document, about, case=case))[name]


ASKED = {
    "number": 1,
    "requirement": "On my Mondays I will bring Nia by 8:50am.",
    "owner": "Mr Owen Pryce",
    "date": "1 December 2025",
    "by": {"name": "Priya Nair", "role": "Attendance officer"},
    "channel": "in person",
    "language": "",
    "explanation": "",
    "reasonable": "No",
    "still_useful": "",
    "outcome": "A warning",
}
NC = "noncompliance.nc-2"


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({}, {}),
        (
            {f"{NC}.language": "cy", f"{NC}.explanation": "We overslept."},
            {"language": "Welsh", "explanation": "We overslept."},
        ),
        (
            {f"{NC}.reasonable": "true", f"{NC}.still_useful": "true"},
            {"reasonable": "Yes", "still_useful": "Yes"},
        ),
        (
            {f"{NC}.reasonable": None, f"{NC}.still_useful": "false"},
            {"reasonable": "", "still_useful": "No"},
        ),
        ({f"{NC}.channel": "text_message"}, {"channel": "by text message"}),
        ({f"{NC}.outcome": "amend_meeting"}, {"outcome": "A meeting to change the contract"}),
        ({f"{NC}.outcome": "review_meeting"}, {"outcome": "A review meeting"}),
        ({f"{NC}.outcome": "none"}, {"outcome": "Nothing further"}),
        ({f"{NC}.outcome": None}, {"outcome": ""}),
    ],
)
def test_a_contact_tells_what_was_asked_answered_and_decided(
    changes: Changes, differs: dict[str, object]
) -> None:
    assert section("contact-record nc-2", "noncompliance", changes) == ASKED | differs


def test_an_action_keeps_its_number_in_the_contract() -> None:
    changes = {"noncompliance.nc-1.requirement": "ct-1.rq-3"}
    found = section("contact-record nc-1", "noncompliance", changes)
    assert (found["number"], found["requirement"]) == (3, "I will walk to the bus with Nia.")


def ending(reason: str = "improved", by: str = "st-1", more: str = "") -> dict[str, str | None]:
    """Write the end of the mother's contract down."""
    return {"terminations": ENDED.format(reason=reason, by=by, more=more)}


@pytest.mark.parametrize("paper", ["ending t-1", "ending-record t-1"])
def test_an_end_tells_when_who_and_why(paper: str) -> None:
    assert section(paper, "termination", ending()) == {
        "code": "improved",
        "reason": "attendance has improved",
        "text": "",
        "date": "10 December 2025",
        "by": {"name": "Mrs Joan Abara", "role": "Headteacher"},
        "agencies": [],
        "blameless": True,
    }


@pytest.mark.parametrize(
    ("reason", "words", "blameless"),
    [
        ("improved", "attendance has improved", True),
        ("changed_school", "the pupil has moved to another school", True),
        ("ehe", "the pupil is now educated at home", True),
        ("alternative_plan", "another plan is now in place", True),
        ("exceptional", "something exceptional has happened", True),
        ("lack_of_commitment", "too little of what was agreed has happened", False),
        ("parent_withdrew", "a parent no longer wishes to take part in it", False),
        ("period_ended", "the time agreed for it is over", True),
    ],
)
def test_each_reason_has_words_that_blame_nobody(reason: str, words: str, blameless: bool) -> None:
    found = section("ending t-1", "termination", ending(reason))
    assert (found["code"], found["reason"], found["blameless"]) == (reason, words, blameless)


def test_a_school_tells_the_end_in_its_own_words_too() -> None:
    more = ", text: Nia has been in school every day since October."
    found = section("ending t-1", "termination", ending(more=more))
    assert found["text"] == "Nia has been in school every day since October."


def test_agencies_are_told_by_their_organisation() -> None:
    more = ", agencies_consulted: [pa-1, pa-2, Early Help hub, st-2]"
    assert section("ending t-1", "termination", ending(more=more))["agencies"] == [
        "Saltmouth Family Service",
        "Harbour Club",
        "Early Help hub",
        "Mr Tomos Rees",
    ]


def test_a_parent_who_withdrew_is_told_as_who_ended_it() -> None:
    found = section("ending-record t-1", "termination", ending("parent_withdrew", "p-1"))
    assert found["by"] == {"name": "Ms Grace Adaeze Mbeki", "role": "mother"}


def test_a_letter_of_the_end_has_a_recipient_and_its_record_has_none() -> None:
    case = family(ending())
    letter = values_of(case, job("ending", "t-1", case=case))
    record = values_of(case, job("ending-record", "t-1", case=case))
    assert set(letter) - set(record) == {"recipient"}


def test_the_year_group_is_that_of_the_day_on_which_it_ended() -> None:
    changes = ending() | {"pupils.c-1.year_group": None}
    moved = {"terminations": ENDED.format(reason="ehe", by="st-1", more="").replace("2025", "2026")}
    assert section("ending t-1", "pupil", changes)["year_group"] == "9"
    assert section("ending t-1", "pupil", changes | moved)["year_group"] == "10"


DECIDED = {
    "no_contract": "{n-1: {pupil: c-2, date: 2025-10-06, by: st-1, "
    "rationale: The family moves in January., facts: [A letter of 1 October, A visit]}}"
}


def test_a_decision_against_a_contract_tells_its_reason_and_facts() -> None:
    assert section("no-contract n-1", "rationale", DECIDED) == {
        "date": "6 October 2025",
        "by": {"name": "Mrs Joan Abara", "role": "Headteacher"},
        "text": "The family moves in January.",
        "facts": ["A letter of 1 October", "A visit"],
        "support": [],
    }


@pytest.mark.parametrize(
    ("paper", "changes", "pupil"),
    [
        ("no-contract n-1", {"no_contract": DECIDED["no_contract"].replace("2025", "2026")}, "c-2"),
        ("contact-record nc-2", {f"{NC}.date": "2026-12-01"}, "c-1"),
    ],
)
def test_the_year_group_is_that_of_the_day_of_the_record(
    paper: str, changes: Changes, pupil: str
) -> None:
    group = {"c-1": "10", "c-2": "6"}[pupil]
    unsaid = {f"pupils.{pupil}.year_group": None}
    assert section(paper, "pupil", dict(changes) | unsaid)["year_group"] == group


def test_a_decision_of_somebody_without_a_key_tells_their_name() -> None:
    changes = {"no_contract": DECIDED["no_contract"].replace("by: st-1", "by: The governors")}
    found = section("no-contract n-1", "rationale", changes)
    assert found["by"] == {"name": "The governors", "role": ""}


def test_support_that_was_offered_before_is_listed_oldest_first() -> None:
    changes = DECIDED | {
        "earlier_support": "[{date: 2025-09-22, what: A mentor}, "
        "{date: 2025-09-08, what: Breakfast club, result: He came twice}]"
    }
    assert section("no-contract n-1", "rationale", changes)["support"] == [
        {"date": "8 September 2025", "what": "Breakfast club", "result": "He came twice"},
        {"date": "22 September 2025", "what": "A mentor", "result": ""},
    ]


def test_a_decision_is_about_its_own_pupil() -> None:
    assert section("no-contract n-1", "pupil", DECIDED)["legal_name"] == "Ewan Mbeki Pryce"
