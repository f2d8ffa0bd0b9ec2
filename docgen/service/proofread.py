"""A pack and the paragraphs of its templates → how they read: age, tone, terms, texts for staff."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from docgen.check.unwanted import plainer, unwanted
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.folding import folded
from docgen.model.pack import EASY, Kind, Pack, TemplateFile
from docgen.model.sheet import Mark
from docgen.model.values import Promise
from docgen.wording.readability import LONGEST_SENTENCE, length, reading, sentences_of
from docgen.wording.values import promised

if TYPE_CHECKING:
    from docgen.press.word.lint.page import Line

OLDEST = Decimal(11)
"""The reading age that a parent's paper should not go over (T-20)."""
OLDEST_EASY, LONGEST_EASY = Decimal(9), 15
"""The reading age of a paper for easy readers, and the most words in a sentence of it (T-22)."""
TELLING = 5
"""A sentence of as many words is told again by chance no more."""
TAG = re.compile(r"\{\{\s*([\w.]+)[^}]*\}\}")
STATEMENT = "statements."
PEOPLE = ("name", "salutation", "addressee", "owner", "provider", "chair", "names[]")
FOR_PAPERS, FOR_PHRASES = ("R-57", "R-58"), ("R-50", "R-57", "R-58", "R-59")

FAULTS: Faults = {
    "pack-reading-age": Wording(
        "{file} reads as for age {age}. The hardest sentence reads as for {worst_age}: “{worst}”",
        "",
    ),
    "pack-reading-hard": Wording(
        "{file} reads as for age {age}, over {oldest}. The hardest sentence reads as for "
        "{worst_age}: “{worst}”",
        "Use shorter words and sentences; begin with that one.",
    ),
    "pack-sentence-long": Wording(
        "{file} has a sentence of {words} words: “{sentence}”",
        "Make two of it; {most} words are the most.",
    ),
    "pack-words": Wording(
        "{what} says {words} ({broken}).",
        "{instead}",
    ),
    "pack-plain-words": Wording(
        "{what} says “{hard}”.",
        "Plainer: {better}",
    ),
    "pack-staff-words": Wording(
        "{file} holds words of the statement “{name}”, which is for staff alone (R-56): “{words}”",
        "Take them out of the template; it goes to others.",
    ),
}


@dataclass(frozen=True, slots=True)
class Page:
    """A template of a pack with the paragraphs that a reader sees of it."""

    pack: Pack
    kind: Kind
    file: TemplateFile
    lines: "Sequence[Line]"

    @property
    def mark(self) -> Mark:
        """Give the place of the file."""
        return Mark(self.file.place, 1, 1)


def proofread(page: Page) -> Iterator[Finding]:
    """Tell how a template reads."""
    own = [line for line in page.lines if not (line.is_control or line.is_blank)]
    for line in own:
        what = f"{page.file.name} ({line.place})"
        yield from _words(page.pack, line.words, FOR_PAPERS, what, page.mark)
        if page.kind.audience == "parent":
            yield from _plainer(page.pack, line.words, what, page.mark)
    if page.kind.audience != "staff":
        yield from _staff_words(page, own)
    if page.kind.audience == "parent":
        yield from _ages(page, [line.words for line in own if line.story == "body"])


def proofread_texts(pack: Pack, places: Mapping[str, Mark]) -> Iterator[Finding]:
    """Tell which statements and phrases use words to avoid; `places` are their own, by key."""
    for name, statement in pack.statements.items():
        what = f"The statement “{name}”"
        for text in filter(None, (statement.text, statement.easy)):
            yield from _words(pack, text, FOR_PAPERS, what, places.get(name))
            if statement.audience != "staff" and not statement.exempt:
                yield from _plainer(pack, text, what, places.get(name))
    for name, phrase in pack.phrases.items():
        rules = FOR_PHRASES if phrase.use == "requirement" else FOR_PAPERS
        what = f"The phrase “{name}”"
        yield from _words(pack, phrase.text, rules, what, places.get(name))
        yield from _plainer(pack, phrase.text, what, places.get(name))


def _words(
    pack: Pack, text: str, rules: Iterable[str], what: str, place: Mark | None
) -> Iterator[Finding]:
    for rule in rules:
        found = unwanted(text, pack.avoid, rule) if pack.severities.get(rule) != "-" else ()
        for each in found:
            names = {"what": what, "words": each.listed, "broken": rule, "instead": each.instead}
            told = fault(FAULTS, "pack-words", place, **names)
            yield replace(told, severity=Severity.WARNING)


def _plainer(pack: Pack, text: str, what: str, place: Mark | None) -> Iterator[Finding]:
    for hard, better in plainer(text, pack.plain):
        told = fault(FAULTS, "pack-plain-words", place, what=what, hard=hard, better=better)
        yield replace(told, severity=Severity.INFORMATION)


def _staff_words(page: Page, own: "Sequence[Line]") -> Iterator[Finding]:
    seen = folded(" ".join(line.words for line in own))
    for name, statement in page.pack.statements.items():
        if statement.audience == "staff":
            for sentence in sentences_of([statement.text]):
                if length(sentence) >= TELLING and folded(sentence) in seen:
                    names = {"file": page.file.name, "name": name, "words": sentence}
                    yield fault(FAULTS, "pack-staff-words", page.mark, **names)


def _ages(page: Page, texts: Sequence[str]) -> Iterator[Finding]:
    sentences = sentences_of(_printed(page, texts))
    found = reading(sentences)
    if found is None:
        return
    is_easy = page.file.variant == EASY
    oldest, longest = (OLDEST_EASY, LONGEST_EASY) if is_easy else (OLDEST, LONGEST_SENTENCE)
    names = {"file": page.file.name, "age": found.age, "oldest": oldest}
    names |= {"worst": found.worst, "worst_age": found.worst_age}
    hard = found.age > oldest
    told = fault(FAULTS, "pack-reading-hard" if hard else "pack-reading-age", page.mark, **names)
    yield replace(told, severity=Severity.WARNING if hard else Severity.INFORMATION)
    for sentence in dict.fromkeys(sentences):
        if length(sentence) > longest:
            said = {"words": length(sentence), "sentence": sentence, "most": longest}
            told = fault(FAULTS, "pack-sentence-long", page.mark, file=page.file.name, **said)
            yield replace(told, severity=Severity.WARNING)


def _printed(page: Page, texts: Sequence[str]) -> Iterator[str]:
    """Give the paragraphs with statements in place and plain examples for all else.

    Those of the law's own words are left out: nobody here can make them easier.
    """
    promises = promised(page.kind, page.pack)
    for text in texts:
        tag = TAG.fullmatch(text)
        statement = tag and page.pack.statements.get(tag[1].removeprefix(STATEMENT))
        said = statement.said(page.file.variant) if statement else "" if tag else text
        if statement and statement.exempt:
            continue
        yield TAG.sub(lambda found: _example(found[1], page.pack, promises), said)


def _example(name: str, pack: Pack, promises: Mapping[str, Promise]) -> str:
    group, _, last = name.partition(".")
    if group == "terms":
        return pack.terms.get(last, last)
    promise = promises.get(name)
    if promise is None or name.endswith(PEOPLE):
        return "Sam"
    return promise.example or "this"
