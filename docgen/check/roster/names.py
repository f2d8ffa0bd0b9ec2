"""Cells of a name → the legal name and title of one person, or what keeps them from being one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from docgen.check.roster.reading import Reading
from docgen.check.rules.names import TITLES, holds_two, is_body
from docgen.model.folding import folded
from docgen.model.people import Person
from docgen.model.typed_row import Said

FILLER = re.compile(r"x{2,}|lnu|fnu|[\W_]+|no (?:sur|last ?|fore|first ?)?name", re.IGNORECASE)
"""What exports put where somebody has no second name."""
UNKNOWN = re.compile(r"unknown|not known|n/?k|tbc|tba|n/a", re.IGNORECASE)
NOBODY = re.compile(r"(?:(?:mother|father|mum|dad|parents?|carers?|none|test) ?)+", re.IGNORECASE)
"""No forename and no whole name, though one or the other is a surname."""
DEAD = re.compile(
    r"\(?\b(?:[Dd]eceased|DECEASED|[Dd]ec'?d|DEC'?D|RIP|R\.I\.P\.?)(?!\w)\)?"
    r"|\([Ll]ate\)|^(?:[Tt]he late|late) (?=\S)"
)
NOTE = re.compile(
    r"[0-9@()\[\]{}<>*:;=?!|\\_#]|\b(?:do not|don't|no contact|ex|n/?f/?a)\b"
    r"|\b(?:parents?|carers?|guardians?|family) of\b",
    re.IGNORECASE,
)
_SURNAME_FIRST = re.compile(r"([^,]+), *([^,]+)")


@dataclass(frozen=True, slots=True)
class Name:
    """A legal name as read; `dead` when a note says that they died, `body` for no person."""

    legal: Said
    title: Said | None = None
    single: bool = False
    dead: bool = False
    body: bool = False


def name(reading: Reading, who: str, parts: Sequence[str], whole: str) -> Name | None:
    """Read one person's name from the fields of its parts, or from the one of the whole name.

    Tells what keeps it from being a name, and then gives None.
    """
    given = [said for field in parts if (said := reading.raw(field))]
    filled = [said for said in given if not FILLER.fullmatch(said.text)]
    full = reading.said(whole)
    if not filled and full:
        given = filled = [full]
    if not filled:
        place = given[0] if given else _column(reading, (*parts, whole))
        reading.tell("cell-name-missing", place, who=who)
        return None
    return _judged(reading, who, given, filled)


def _column(reading: Reading, fields: Sequence[str]) -> int | None:
    return next((column for field in fields if (column := reading.columns.of(field))), None)


def _judged(reading: Reading, who: str, given: list[Said], filled: list[Said]) -> Name | None:
    texts = [_cleared(said.text) for said in filled]
    body = is_body(Person(" ".join(texts)))
    fault = None if body else _fault(texts)
    if fault:
        number, rule = fault
        reading.tell(rule, filled[number], who=who, what="name")
        return None
    if turned := _SURNAME_FIRST.fullmatch(texts[0]):
        reading.tell("cell-name-turned", filled[0], who=who)
        texts = [f"{turned[2]} {turned[1]}"]
    title, texts = _title(filled[0], texts)
    all_words = " ".join(texts).split()
    words = [word for word in all_words if not FILLER.fullmatch(word)]
    if not words:
        reading.tell("cell-name-missing", filled[0], who=who)
        return None
    alone = all(_folded(word) == _folded(words[0]) for word in words[1:])
    single = alone and (len(all_words) > 1 or len(given) > len(filled))
    if single:
        reading.tell("cell-name-single", _second(given, filled), who=who)
    legal = Said(" ".join(words[:1] if single else words), filled[0].column)
    dead = any(DEAD.search(said.text) for said in filled)
    return Name(legal, title, single, dead, body)


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return folded(word)


def _second(given: list[Said], filled: list[Said]) -> Said:
    """Give the cell that holds the filler, or the name again."""
    return next((said for said in given if said not in filled), given[-1])


def _cleared(text: str) -> str:
    return " ".join(DEAD.sub(" ", text).strip(" -,").split())


def _fault(texts: Sequence[str]) -> tuple[int, str] | None:
    """Give which of the texts is no name, and the rule that says why."""
    for number, text in enumerate(texts):
        if UNKNOWN.fullmatch(text) or (number == 0 and NOBODY.fullmatch(text)):
            return number, "cell-name-unknown"
        if holds_two(text):
            return number, "cell-name-two"
        if NOTE.search(text) or text.count(",") > (len(texts) == 1):
            return number, "cell-name-note"
    return None


def _title(first: Said, texts: list[str]) -> tuple[Said | None, list[str]]:
    """Take a title off the front of a name: `Mrs` of `Mrs Ayesha Khan`."""
    word, _, rest = texts[0].partition(" ")
    if word.rstrip(".").casefold() not in TITLES:
        return None, texts
    left = [text for text in (rest, *texts[1:]) if text]
    return Said(word.rstrip("."), first.column), left


def title(reading: Reading, found: Name | None) -> Said | None:
    """Read the contact's title: the one of its own column, or the one before the name."""
    own = reading.said("contact.title")
    before = found.title if found else None
    if own is None or FILLER.fullmatch(own.text):
        return before
    if holds_two(own.text):
        reading.tell("cell-name-two", own, who="contact", what="title")
        return None
    own = Said(own.text.rstrip("."), own.column)
    if before and folded(before.text) != folded(own.text):
        reading.tell("cell-title-differs", own)
    return own


def preferred(reading: Reading, legal: Said) -> Said | None:
    """Read the pupil's preferred name, unless it is the legal one."""
    said = reading.said("pupil.preferred_forename")
    known = set(folded(legal.text).split())
    return said if said and not set(folded(said.text).split()) <= known else None
