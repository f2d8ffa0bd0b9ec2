"""A translation is held to its English: nothing lost, invented, hidden or left out."""

import pytest

from docgen.check.messages import compared
from docgen.model.finding import Severity
from docgen.model.language import Message

DEAR = "Dear {{ recipient.salutation }},"
FACT = "<1>Pupil</1>\t{{ pupil.legal_name }}"
FOOTER = "{{ document.reference }}\tPage <1/> of <2/>"
LINKED = "See <1>our <2>page</2></1>."


def told(english: str, *texts: str, forms: int = 3) -> list[str]:
    counts = "count" in english or "{number}" in english
    return [finding.rule for finding in compared(Message(english, "", counts), texts, forms)]


@pytest.mark.parametrize(
    ("english", "texts"),
    [
        (DEAR, ["{{ recipient.salutation }}, dzień dobry"]),
        (DEAR, ["Szanowni Państwo, {{recipient.salutation}}"]),
        (DEAR, [""]),
        (FACT, ["<1>Uczeń</1>\t{{ pupil.legal_name }}"]),
        (FOOTER, ["{{ document.reference }}\tz <2/> strona <1/>"]),
        (LINKED, ["<1><2>Stronę</2> naszą</1> zobacz."]),
        ("{{ n | count }} days", ["jeden dzień", "{{ n | count }} dni", "{{ n | count }} dnia"]),
        ("{number} weeks", ["tydzień", "{number} tygodnie", "{number} tygodni"]),
        ("{{ n | count }} days", ["", "", ""]),
        ("under < 5", ["poniżej < 5"]),
        ("It is yours.", ["آپ کا\u200c ہے\u200f"]),
    ],
)
def test_a_whole_translation_is_right(english: str, texts: list[str]) -> None:
    assert told(english, *texts) == []


@pytest.mark.parametrize(
    ("english", "text", "rules"),
    [
        (DEAR, "Dzień dobry", ["translation-lost"]),
        (DEAR, "{{ recipient.name }}!", ["translation-lost", "translation-invented"]),
        (DEAR, "{{ recipient.salutation }} {{ pupil.name }}", ["translation-invented"]),
        (DEAR, "{{ recipient.salutation }} {%p if a %}", ["translation-invented"]),
        (DEAR, "{{ recipient.salutation }} {a", ["translation-brace"]),
        (
            DEAR,
            "{{ recipient.salutation }",
            ["translation-lost", "translation-invented", "translation-brace"],
        ),
        (FACT, "Uczeń\t{{ pupil.legal_name }}", ["translation-tags"]),
        (FACT, "<1>Uczeń<1>\t{{ pupil.legal_name }}", ["translation-tags"]),
        (FACT, "<2>Uczeń</2>\t{{ pupil.legal_name }}", ["translation-tags"]),
        (FACT, "<1/>Uczeń\t{{ pupil.legal_name }}", ["translation-tags"]),
        (FACT, "</1>Uczeń<1>\t{{ pupil.legal_name }}", ["translation-tags"]),
        (FACT, "<1>Uczeń</1/>\t{{ pupil.legal_name }}", ["translation-tags"]),
        (FACT, "<1>Ucz</1><1>eń</1>\t{{ pupil.legal_name }}", ["translation-tags"]),
        (FACT, "<1>Uczeń</1>\t{{ pupil.legal_name }} <5", ["translation-tags"]),
        (FACT, "<1>Uczeń</1> {{ pupil.legal_name }}", ["translation-tabs"]),
        (FOOTER, "{{ document.reference }}\tStrona <1/>", ["translation-tags"]),
        (LINKED, "Zobacz <1>naszą</1> <2>stronę</2>.", ["translation-tags"]),
        (LINKED, "Zobacz <1>naszą <2>stronę</1></2>.", ["translation-tags"]),
        ("It is yours.", "To </w:t> jest.", ["translation-tags"]),
        ("It is yours.", "It is yours.", ["translation-same"]),
        ("It is yours.", " \t", ["translation-empty"]),
        ("It is yours.", "To \u202ejest\u202c twoje.", ["translation-control"] * 2),
        ("It is yours.", "To \u2067jest\u2069 twoje.", ["translation-control"] * 2),
        ("It is yours.", "To \x00jest twoje.", ["translation-control"]),
        ("It is yours.", "To jest twoje\ufffd.", ["translation-control"]),
        ("It is yours.", "\ufeffTo jest twoje.", ["translation-control"]),
        ("It is yours.", "To jest \ue001.", ["translation-control"]),
        ("It is yours.", "To jest\x85twoje.", ["translation-control"]),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(
    english: str, text: str, rules: list[str]
) -> None:
    assert told(english, text) == rules


@pytest.mark.parametrize(
    ("texts", "rules"),
    [
        (["{number} dni"], ["translation-forms"]),
        (["dzień", "{number} dni", "{number} dnia", "{number} dnia"], ["translation-forms"]),
        (["dzień", "", "{number} dnia"], ["translation-empty"]),
        (["dzień", "{number} dni", "{count} dnia"], ["translation-invented"]),
    ],
)
def test_a_count_has_a_form_for_every_number(texts: list[str], rules: list[str]) -> None:
    assert told("{number} days", *texts) == rules


def test_a_sentence_without_a_count_has_one_form() -> None:
    assert told(DEAR, "{{ recipient.salutation }}!", "{{ recipient.salutation }}?") == [
        "translation-forms"
    ]


def test_findings_say_what_is_missing_and_how_the_english_has_it() -> None:
    found = compared(Message(FACT), ["Uczeń\t"], 3)
    assert [finding.message for finding in found] == [
        "{{ pupil.legal_name }} is missing, and what it stands for would not be printed.",
        "The tags are none; the English has <1></1>.",
    ]


def test_what_is_the_same_in_both_languages_is_only_remarked_on() -> None:
    (found,) = compared(Message("Online"), ["Online"], 3)
    assert found.severity is Severity.WARNING
