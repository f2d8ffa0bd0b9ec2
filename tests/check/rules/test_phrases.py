"""Actions that take their words from the library of phrases: the phrase is there, and whole."""

from dataclasses import replace

import pytest
from rulebook import PACK, found, subjects

from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Phrase

LIBRARY = {
    "phone-before": Phrase(
        "I will phone {contact} before {time}.", "requirement", "made up", version=2
    ),
    "be-there": Phrase("I will be there.", "requirement", "made up"),
    "first-day-call": Phrase("We will phone you by {time}.", "support", "made up"),
}
WITH = replace(PACK, phrases=LIBRARY)
REQUIREMENT = "rq-1: {owner: p-1, text: I will ring the school before 9am.}"
SUPPORT = "su-1: {provider: st-2, text: We will ring once a week.}"
FROZEN = 'frozen: {version: 1, text: "I will ring by {hour}."}'


def asked(said: str) -> tuple[str, str]:
    """Let the first requirement of ct-1 say this."""
    return (REQUIREMENT, f"rq-1: {{owner: p-1, {said}}}")


def given(said: str) -> tuple[str, str]:
    """Let the support of ct-1 say this."""
    return (SUPPORT, f"su-1: {{provider: st-2, {said}}}")


def only(rule: str, edit: tuple[str, str]) -> Finding:
    """Give the one finding of a rule."""
    (finding,) = found(rule, edit, pack=WITH)
    return finding


@pytest.mark.parametrize(
    "rule",
    [
        *("phrase-unknown", "phrase-misplaced", "phrase-name-missing", "phrase-name-unknown"),
        "phrase-frozen-other",
    ],
)
@pytest.mark.parametrize(
    "edit",
    [
        asked('phrase: phone-before, with: {contact: the office, time: "8:45am"}'),
        asked("phrase: be-there"),
        asked(f"phrase: gone, with: {{hour: nine}}, {FROZEN}"),
        given("phrase: first-day-call, with: {time: ten}"),
    ],
)
def test_a_phrase_that_is_there_and_filled_in_is_fit(rule: str, edit: tuple[str, str]) -> None:
    assert subjects(rule, edit, pack=WITH) == []


def test_a_mistyped_phrase_is_told_with_the_one_probably_meant() -> None:
    told = only("phrase-unknown", asked("phrase: phone-bfore"))
    assert (told.severity, told.stage) == (Severity.ERROR, Stage.ANY)
    assert told.about == ("ct-1", "rq-1")
    assert told.path == ("contracts", "ct-1", "requirements", "rq-1", "phrase")
    assert "“phone-bfore”" in told.message
    assert told.remedy == ("Did you mean “phone-before”? They are listed by: docgen pack phrases")


def test_a_phrase_like_no_other_is_told_where_they_are_listed() -> None:
    told = only("phrase-unknown", given("phrase: whatever"))
    assert told.about == ("ct-1", "su-1")
    assert told.path == ("contracts", "ct-1", "support", "su-1", "phrase")
    assert told.remedy == "Take one of the library. They are listed by: docgen pack phrases"


def test_a_text_typed_as_a_phrase_is_not_repeated() -> None:
    told = only("phrase-unknown", asked("phrase: I will bring Zoya to school"))
    assert "Zoya" not in told.message + told.remedy


def test_only_what_an_unknown_phrase_lacks_is_told() -> None:
    for rule in ("phrase-misplaced", "phrase-name-missing", "phrase-name-unknown"):
        assert subjects(rule, asked("phrase: gone, with: {a: b}"), pack=WITH) == []


@pytest.mark.parametrize(
    ("edit", "about", "path", "words"),
    [
        (
            asked("phrase: first-day-call, with: {time: ten}"),
            ("ct-1", "rq-1"),
            ("contracts", "ct-1", "requirements", "rq-1", "phrase"),
            "ct-1.rq-1 is a requirement, but its phrase “first-day-call” is worded for a support.",
        ),
        (
            given("phrase: be-there"),
            ("ct-1", "su-1"),
            ("contracts", "ct-1", "support", "su-1", "phrase"),
            "ct-1.su-1 is a support, but its phrase “be-there” is worded for a requirement.",
        ),
    ],
)
def test_parents_and_helpers_have_phrases_of_their_own(
    edit: tuple[str, str], about: tuple[str, ...], path: tuple[str, ...], words: str
) -> None:
    told = only("phrase-misplaced", edit)
    assert (told.about, told.path, told.message) == (about, path, words)


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("phrase: phone-before", "contact, time"),
        ("phrase: phone-before, with: {contact: the office}", "time"),
        (f"phrase: phone-before, with: {{contact: me, time: ten}}, {FROZEN}", "hour"),
    ],
)
def test_a_gap_in_a_phrase_is_never_printed(said: str, missing: str) -> None:
    told = only("phrase-name-missing", asked(said))
    assert told.about == ("ct-1", "rq-1")
    assert told.path == ("contracts", "ct-1", "requirements", "rq-1", "with")
    assert told.message == f"The phrase “phone-before” of ct-1.rq-1 lacks: {missing}."
    assert told.remedy.endswith("with: {time: 8:45am}")


@pytest.mark.parametrize(
    ("said", "name", "remedy"),
    [
        (
            "phrase: phone-before, with: {contact: me, time: ten, tme: nine}",
            "tme",
            "Did you mean “time”?",
        ),
        (
            "phrase: phone-before, with: {contact: me, time: ten, colour: red}",
            "colour",
            "Take it out; the phrase asks for: contact, time.",
        ),
        (
            "phrase: be-there, with: {day: Monday}",
            "day",
            "Take it out; the phrase asks for: nothing.",
        ),
    ],
)
def test_what_a_phrase_has_no_place_for_is_told(said: str, name: str, remedy: str) -> None:
    told = only("phrase-name-unknown", asked(said))
    assert told.about == ("ct-1", "rq-1")
    assert told.path == ("contracts", "ct-1", "requirements", "rq-1", "with", name)
    assert told.message == f"The phrase of ct-1.rq-1 has no place for “{name}”."
    assert told.remedy == remedy


def test_a_contract_that_is_only_planned_has_no_words_yet() -> None:
    edits = (asked("phrase: gone"), ("status: under_review", "status: planned"))
    assert subjects("phrase-unknown", *edits, pack=WITH) == []


@pytest.mark.parametrize(
    ("frozen", "told"),
    [
        ("{version: 2, text: 'I will phone {contact} by {time}.'}", ["ct-1.rq-1"]),
        ("{version: 2, text: 'I will phone {contact} before {time}.'}", []),
        ("{version: 1, text: 'I will phone {contact} by {time}.'}", []),
    ],
)
def test_a_phrase_exchanged_after_it_was_printed_is_told(frozen: str, told: list[str]) -> None:
    edit = asked(f"phrase: phone-before, with: {{contact: me, time: ten}}, frozen: {frozen}")
    findings = found("phrase-frozen-other", edit, pack=WITH)
    assert [finding.subject for finding in findings] == told
    for finding in findings:
        assert finding.severity is Severity.WARNING
        assert finding.path == ("contracts", "ct-1", "requirements", "rq-1", "phrase")
        assert "“phone-before”" in finding.message


@pytest.mark.parametrize(
    ("frozen", "lacks"),
    [
        ("", "due, relevant, achievable"),
        (", frozen: {version: 1, text: I will., measure: a list}", "due, relevant, achievable"),
        (", frozen: {version: 1, text: I will.}", "measure, due, relevant, achievable"),
    ],
)
def test_a_phrase_once_printed_is_measured_as_it_was_printed(frozen: str, lacks: str) -> None:
    measured = replace(LIBRARY["be-there"], measure="the register")
    library = replace(PACK, phrases={"be-there": measured})
    findings = found("R-49", asked(f"phrase: be-there{frozen}"), pack=library)
    (told,) = (finding for finding in findings if finding.about == ("ct-1", "rq-1"))
    assert told.message.partition(": ")[2] == f"{lacks}."
