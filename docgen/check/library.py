"""A pack's phrases, words to avoid and texts for staff → what is wrong with them as written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from docgen.check.keys import is_file_name
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.pack import Avoided, Pack, Phrase
from docgen.model.sheet import Fields, Path, node_at

GAP = re.compile(r"\{[a-z][a-z0-9_]*\}")
READING = ("R-50", "R-57", "R-58", "R-59", "R-89")
"""The rules that look for words."""

FAULTS: Faults = {
    "pack-phrase-key": Wording(
        "“{name}” can't be the key of a phrase, as casefiles point to it.",
        "Use lower-case letters, figures and single hyphens, such as phone-before.",
    ),
    "pack-phrase-gap": Wording(
        "The phrase “{name}” has a brace that is no gap to fill in.",
        "Write each gap as one lower-case word in single braces, such as {{time}}.",
    ),
    "pack-phrase-version": Wording(
        "The phrase “{name}” has the version 0.",
        "Count from 1, and one more whenever its wording changes.",
    ),
    "pack-avoid-rule": Wording(
        "No rule {name} looks for words.",
        "Write one of: {rules}.",
    ),
    "pack-staff-text": Wording(
        "The statement “{name}” is for staff alone, but the kind “{kind}” goes to others (R-56).",
        "Take it out of the kind's `statements` and out of its template, or make a kind for staff "
        "that carries it.",
    ),
}


@dataclass(frozen=True, slots=True)
class Library:
    """The library of phrases as its file is written; it lies under every pack."""

    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    avoid: Mapping[str, Avoided] = field(default_factory=dict)
    plain: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def judge_library(root: Fields, pack: Pack) -> Iterator[Finding]:
    """Tell what is wrong with phrases, words to avoid and texts for staff."""
    for path, told in (*_phrases(pack), *_avoided(pack), *_staff_texts(pack)):
        yield replace(told, path=path, place=node_at(root, path).mark)


def _phrases(pack: Pack) -> Iterator[tuple[Path, Finding]]:
    for name, phrase in pack.phrases.items():
        path: Path = ("phrases", name)
        if not is_file_name(name):
            yield path, _told("pack-phrase-key", name=name)
        if set("{}") & set(GAP.sub("", phrase.text)):
            yield (*path, "text"), _told("pack-phrase-gap", name=name)
        if not phrase.version:
            yield (*path, "version"), _told("pack-phrase-version", name=name)


def _avoided(pack: Pack) -> Iterator[tuple[Path, Finding]]:
    for name, avoided in pack.avoid.items():
        if avoided.rule not in READING:
            rules = ", ".join(READING)
            told = _told("pack-avoid-rule", name=avoided.rule, rules=rules)
            yield ("avoid", name, "rule"), told


def _staff_texts(pack: Pack) -> Iterator[tuple[Path, Finding]]:
    for kind in pack.kinds.values():
        for number, name in enumerate(kind.statements):
            statement = pack.statements.get(name)
            if statement and statement.audience == "staff" and kind.audience != "staff":
                path: Path = ("kinds", kind.name, "statements", number)
                yield path, _told("pack-staff-text", name=name, kind=kind.name)


def _told(rule: str, **names: str) -> Finding:
    return fault(FAULTS, rule, None, **names)
