"""What holds for the library of phrases, which lies under every pack."""

import re
from pathlib import Path
from string import Formatter

import pytest
from templatework import TEMPLATES

from docgen.check.library import READING, Library
from docgen.check.shape import typed
from docgen.check.unwanted import unwanted
from docgen.model.agreement import asks
from docgen.model.pack import Phrase
from docgen.store.packs import LIBRARY, authorities, read_pack
from docgen.store.sheets import read_sheet
from docgen.store.shipped import shipped
from docgen.wording.readability import length, reading, sentences_of

FILE = TEMPLATES.parent / LIBRARY
EXAMPLES = {
    "companion": "a friend",
    "contact": "Mr Firth",
    "date": "20 March 2026",
    "day": "Monday",
    "number": "6",
    "place": "the main gate",
    "service": "the Homework Club",
    "subject": "maths",
    "time": "8:45am",
}
REQUIREMENTS = {
    "attendance",
    "meetings",
    "policy",
    "programmes",
    "in-school",
    "key-person",
    "services",
    "community",
    "interventions",
    "advice",
    "parenting",
}
SUPPORT = {
    *("contact", "key-person", "services", "well-being", "health", "learning", "learning-needs"),
    *("growing-up", "routines", "parents-well-being", "parents-health", "money", "housing"),
    *("food", "parenting"),
}


def library() -> Library:
    """Read the library as it is shipped."""
    sheet, findings = read_sheet(FILE, LIBRARY)
    assert sheet is not None
    assert findings == ()
    read, unfit = typed(sheet.root, Library)
    assert read is not None, unfit
    return read


PHRASES = library().phrases
PHRASE = pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES.keys())


def of(use: str) -> list[Phrase]:
    return [phrase for phrase in PHRASES.values() if phrase.use == use]


def test_there_are_phrases_for_every_kind_of_requirement_and_need() -> None:
    assert len(of("requirement")) >= 25
    assert len(of("support")) >= 20
    assert {phrase.kind for phrase in of("requirement")} == REQUIREMENTS
    assert {phrase.kind for phrase in of("support")} == SUPPORT


@PHRASE
def test_a_phrase_is_easy_to_read(phrase: Phrase) -> None:
    sentences = sentences_of([Formatter().vformat(phrase.text, (), EXAMPLES)])
    read = reading(sentences)
    assert read is not None
    assert read.age <= 11, read
    assert max(map(length, sentences)) <= 25


@PHRASE
def test_a_phrase_can_be_measured(phrase: Phrase) -> None:
    assert phrase.measure
    assert phrase.version >= 1
    assert phrase.source


@PHRASE
def test_a_phrase_leaves_open_only_what_is_known_by_name(phrase: Phrase) -> None:
    assert set(asks(phrase)) <= set(EXAMPLES)


@PHRASE
def test_nobody_is_named_and_each_speaks_for_themselves(phrase: Phrase) -> None:
    bare = re.sub(r"\{\w+\}", "", phrase.text)
    assert not {"he", "she", "his", "her", "pupil", "son", "daughter"} & set(bare.lower().split())
    child = "my child" if phrase.use == "requirement" else "your child"
    other = "your child" if phrase.use == "requirement" else "my child"
    assert other not in phrase.text.casefold(), child


@PHRASE
def test_a_phrase_keeps_to_the_words_that_papers_should_use(phrase: Phrase) -> None:
    avoid = library().avoid
    assert [rule for rule in READING if list(unwanted(phrase.text, avoid, rule))] == []


def test_every_rule_that_looks_for_words_has_some() -> None:
    assert {avoided.rule for avoided in library().avoid.values()} == set(READING)
    assert all(avoided.instead for avoided in library().avoid.values())


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("R-50", "She must improve attendance.", ["improve attendance"]),
        ("R-57", "You must pay, or you will be prosecuted.", ["must pay", "will be prosecuted"]),
        ("R-57", "It is a breach of contract.", ["breach of contract"]),
        ("R-57", "It is legally binding.", ["legally binding"]),
        ("R-57", "It is not legally binding. Nobody can be sued for not keeping to it.", []),
        ("R-57", "Nobody can sue for breach of contract.", []),
        ("R-58", "Your parenting contract.", ["parenting contract"]),
        ("R-58", "The law calls it a parenting contract.", []),
        ("R-58", "We told PIAS.", ["PIAS"]),
        ("R-59", "He attends mornings only until further notice.", ["mornings only"]),
        ("R-89", "It failed for lack of commitment.", ["lack of commitment", "failed"]),
        ("R-89", "It was nobody's fault.", []),
    ],
)
def test_the_words_to_avoid_are_found(rule: str, text: str, words: list[str]) -> None:
    found = [word for each in unwanted(text, library().avoid, rule) for word in each.words]
    assert found == words


@pytest.mark.parametrize("authority", authorities(TEMPLATES))
def test_it_lies_under_every_pack(authority: str) -> None:
    source = read_pack(None, TEMPLATES, authority)
    assert source.sheet is not None
    phrases = source.sheet.root.get("phrases")
    assert phrases is not None
    assert set(PHRASES) <= {key.text for key, _ in phrases.entries}  # type: ignore[union-attr]


def test_it_comes_with_the_program() -> None:
    assert shipped("phrases").joinpath(Path(LIBRARY).name).is_file()
