"""R-110, T-18, T-19: what is not translated refuses a paper; what nobody checked may hold it."""

from dataclasses import replace

import pytest
from household import family, job, pack

from docgen.check.rules.examine import OF_PAPERS
from docgen.check.translations import UNWORDED, unchecked, untranslated, unworded
from docgen.model.finding import Finding, Severity
from docgen.model.language import ENGLISH, Language

POLISH = Language("pl", "Polish", "polski", "pl_PL")
LONG = "We would like to talk with you about how we can help your child to come to school."


def held(
    name: str, *named: str, language: Language = POLISH, **own: Severity | str
) -> list[Finding]:
    """Judge a paper of which these sentences are drafts."""
    severities = {rule.replace("_", "-"): severity for rule, severity in own.items()}
    made_up = replace(pack(), severities=severities)  # type: ignore[arg-type] # as given
    paper = job(name, {"agenda": "m-4", "receipt": "m-3"}.get(name, ""), "")
    return list(unchecked(paper, made_up, language, named))


@pytest.mark.parametrize("name", ["warning", "review", "rearranged"])
def test_what_may_have_consequences_waits_until_somebody_checked_or_decided(name: str) -> None:
    (finding,) = held(name, "“Dear {{ recipient.salutation }}”", "ct-1.rq-1 text")
    assert (finding.rule, finding.severity, finding.subject) == ("T-18", Severity.WARNING, "pl")
    assert finding.message == (
        "Nobody has checked 2 of the sentences of this paper in Polish: "
        "“Dear {{ recipient.salutation }}”; ct-1.rq-1 text."
    )


@pytest.mark.parametrize("name", ["agenda", "receipt", "support-letter"])
def test_other_papers_only_say_on_each_page_that_nobody_has_checked_them(name: str) -> None:
    paper = job("support-letter", "ct-1") if name == "support-letter" else None
    assert (unchecked(paper, pack(), POLISH, ("x",)) if paper else held(name, "x")) in ([], ())


def test_what_everybody_checked_is_told_of_nowhere() -> None:
    assert held("warning") == []


def test_many_drafts_are_counted_and_long_ones_cut_short() -> None:
    (finding,) = held("warning", f"“{LONG}”", "b", "c", "d", "e")
    assert "checked 5 of" in finding.message
    assert finding.message.endswith(
        "“We would like to talk with you about how we can help your …”; b; c and 2 more."
    )


def test_plain_english_is_told_as_such() -> None:
    (finding,) = held("warning", "x", language=ENGLISH)
    assert finding.subject == "en"
    assert "in plain English" in finding.message


def test_a_pack_says_how_hard_a_draft_is_taken() -> None:
    assert held("warning", "x", T_18="-") == []
    (finding,) = held("warning", "x", T_18=Severity.ERROR)
    assert finding.severity is Severity.ERROR


def test_a_sentence_without_a_translation_is_quoted_as_it_is_about_nobody() -> None:
    finding = unworded(POLISH, (LONG, "Yes", "No", "Perhaps"))
    assert (finding.rule, finding.severity) == ("R-110", Severity.ERROR)
    assert finding.message == (
        "There is no Polish for 4 of the sentences and words of this paper: “We would like to talk"
        " with you about how we can help your …”; “Yes”; “No” and 1 more."
    )
    assert "translations export pl --xlsx" in finding.remedy


@pytest.mark.parametrize(
    ("about", "path"),
    [
        ("ct-1.rq-1", ("contracts", "ct-1", "requirements", "rq-1")),
        ("ct-1.su-1", ("contracts", "ct-1", "support", "su-1")),
        ("ct-1", ("contracts", "ct-1")),
        ("rv-1", ("reviews", "rv-1")),
        ("nc-1.explanation", ("noncompliance", "nc-1")),
        ("st-1", ()),
    ],
)
def test_words_of_staff_without_a_translation_are_told_by_their_key_alone(
    about: str, path: tuple[str, ...]
) -> None:
    finding = untranslated(POLISH, family(), [(about, "text"), ("ct-9.su-1", "text")])
    assert (finding.rule, finding.subject, finding.path) == ("T-19", about, path)
    assert finding.message == (
        f"What staff wrote is not there in Polish: {about} (text), ct-9.su-1 (text)."
    )
    assert "translations status pl --case" in finding.remedy


def test_a_decision_may_wait_for_the_paper_that_it_is_about() -> None:
    assert {"T-18"} | UNWORDED <= OF_PAPERS
