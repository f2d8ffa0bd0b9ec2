"""A heading, with what stands over it → the field that it names, and how plainly it does so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from docgen.check.roster.alike import (
    BY_NAME,
    BY_PART,
    CONTACT,
    FILLERS,
    PUPIL,
    SLOTS,
)
from docgen.model.folding import folded
from docgen.model.roster import IGNORED, Table
from docgen.model.typed_row import Heading

NAMED, NEAR = 85, 70
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGN = re.compile(r"[^0-9a-z]+")
_SLOTTED = re.compile(r"[1-9]")
_LOOKED_ALIKE = 0.86


@dataclass(frozen=True, slots=True)
class Naming:
    """What a heading names: a field, or one of two where it doesn't say of whom.

    `slot` tells which of several contacts in a row it is about.
    """

    field: str = ""
    confidence: int = 0
    either: tuple[str, str] | None = None
    slot: str = ""
    why: str = "nothing was recognised"


def words_of(heading: str) -> str:
    """Give a heading in lower case without punctuation, single blanks between its words."""
    return " ".join(_SIGN.sub(" ", folded(_CAMEL.sub(" ", heading))).split())


def headings_of(table: Table) -> tuple[Heading, ...]:
    """Give each column's heading as a mapping knows it."""
    seen: dict[tuple[str, str], int] = {}
    found = []
    for heading, group in table.headed:
        name = (words_of(heading), words_of(group))
        seen[name] = seen.get(name, 0) + 1
        found.append(Heading(*name, seen[name]))
    return tuple(found)


def naming(heading: Heading) -> Naming:
    """Tell what a heading names by itself."""
    for phrase, confidence in _phrases(heading):
        found = _exact(phrase, confidence)
        if found:
            return found
    return _near(heading.heading)


def _phrases(heading: Heading) -> Iterator[tuple[str, int]]:
    yield heading.heading, NAMED
    if heading.group:
        yield f"{heading.group} {heading.heading}", NAMED


def _exact(phrase: str, confidence: int) -> Naming | None:
    words = phrase.split()
    slot = _slot(words)
    said = {word for word in words if not _SLOTTED.fullmatch(word)}
    pupil, contact = bool(said & PUPIL), bool(said & (CONTACT | SLOTS))
    whole = BY_NAME.get(phrase)
    if whole:
        return Naming(whole, confidence, why="its heading says so")
    rest = [word for word in words if word not in PUPIL | CONTACT | SLOTS | {"s", slot}]
    if not rest and pupil != contact:
        either = BY_PART["name"]
        return Naming(either[0 if pupil else 1], NEAR, None, slot, "its heading says whose it is")
    for name in (" ".join(rest), " ".join(word for word in rest if word not in FILLERS)):
        found = _of(name, pupil=pupil, contact=contact)
        if found:
            return Naming(found.field, found.confidence, found.either, slot, found.why)
    return None


def _of(name: str, *, pupil: bool, contact: bool) -> Naming | None:
    """Tell what is named once the words for whom are taken off."""
    of_pupil = pupil and not contact
    if name in BY_PART:
        either = BY_PART[name]
        if pupil != contact:
            return Naming(either[0 if pupil else 1], NAMED, why="its heading says so")
        return Naming(either=either, why="its heading doesn't say whose")
    field = BY_NAME.get(name, "")
    if not field:
        return None
    entity = field.partition(".")[0]
    if of_pupil and entity in {"address", "contact"}:
        return Naming(IGNORED, NAMED, why="it is the pupil's, and letters go to the contact")
    if contact and not pupil and entity == "pupil":
        return Naming(IGNORED, NAMED, why="it is the contact's, and letters ask for the pupil's")
    return Naming(field, NAMED, why="its heading says so")


def _slot(words: list[str]) -> str:
    """Give which of several contacts a heading is about: `2` of `contact 2 forename`."""
    for before, word in zip(["", *words], words, strict=False):
        if word in SLOTS and len(words) > 1:
            return word
        if _SLOTTED.fullmatch(word) and before in CONTACT:
            return word
    return ""


def _near(heading: str) -> Naming:
    found = get_close_matches(heading, BY_NAME, n=1, cutoff=_LOOKED_ALIKE) if heading else []
    if found:
        return Naming(BY_NAME[found[0]], NEAR, why=f"its heading is much like “{found[0]}”")
    return Naming()
