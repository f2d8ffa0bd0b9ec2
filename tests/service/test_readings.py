"""What staff wrote about actions is told where it is hard to read, and holds nothing."""

from dataclasses import replace

import pytest
from casework import CASEFILE, case_from, varied
from rulebook import PACK

from docgen.model.finding import Finding, Severity
from docgen.service.readings import readings

TEXT = "contracts.ct-1.requirements.rq-1.text"
LONG = (
    "I will go with her to the school each day and stay with her there at the gate until the "
    "bell has rung and all of the others have gone in to their rooms."
)
PLAIN = {"commence": "start", "in order to": "to"}


def told(text: str) -> list[Finding]:
    """Give what is told of a case in which a requirement says this."""
    case = case_from(varied(CASEFILE, {TEXT: f'"{text}"'}))
    return list(readings(case, replace(PACK, plain=PLAIN)))


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("I will walk to school with Nia every day.", []),
        (LONG, ["text-reading-hard", "text-sentence-long"]),
        ("I will commence on Monday.", ["text-plain-words"]),
        ("I will go there In  Order to see them.", ["text-plain-words"]),
        ("I will participate in organisational conversations regularly.", ["text-reading-hard"]),
    ],
)
def test_long_sentences_and_hard_words_are_told(text: str, rules: list[str]) -> None:
    found = told(text)
    assert [each.rule for each in found] == rules
    assert {each.severity for each in found} <= {Severity.INFORMATION}
    assert {each.subject for each in found} <= {"ct-1.rq-1"}


def test_a_long_sentence_is_quoted_as_far_as_finds_it() -> None:
    message = told(LONG)[1].message
    assert message.startswith("ct-1.rq-1 has a sentence of 34 words: “I will go with her to")
    assert message.endswith("…”")


def test_a_plainer_word_is_named() -> None:
    (finding,) = told("I will commence on Monday.")
    assert (finding.message, finding.remedy) == ("ct-1.rq-1 says “commence”.", "Plainer: start")


def test_names_count_as_short_and_are_never_quoted() -> None:
    text = "Pryce Mbeki Abara will participate in organisational conversations with Nia regularly."
    (finding,) = told(text)
    assert "“Sam Sam Sam will participate in organisational conversations with Sam" in (
        finding.message
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"contracts.ct-1.requirements.rq-1.history":
         "[{event: struck_through, date: 2025-11-20, status: complete}]"},
        {"contracts.ct-1.status": "planned"},
    ],
    ids=["struck", "planned"],
)  # fmt: skip
def test_what_stands_no_more_or_not_yet_is_left_alone(changes: dict[str, str | None]) -> None:
    case = case_from(varied(CASEFILE, {TEXT: f'"{LONG}"', **changes}))
    assert list(readings(case, PACK)) == []
