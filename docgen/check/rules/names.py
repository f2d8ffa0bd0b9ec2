"""A name as typed into what is wrong with it on an envelope: two people, an initial, a body."""

import re
import unicodedata

from docgen.model.people import Person

COUPLE = frozenset({"mr", "mrs", "miss", "ms", "mx"})
TITLES = COUPLE | {"dr", "prof", "professor", "rev", "revd", "reverend", "sir", "dame", "master"}

_JOINED = re.compile(r"\S\s+and\s+\S|[&+/]", re.IGNORECASE)
_PATRONYMIC = re.compile(r"(?<!\S)[a-z]/[a-z](?!\S)", re.IGNORECASE)  # "s/o", "a/l": one name
_PLACEHOLDER = re.compile(r"x{2,}|lnu|fnu|tbc|unknown|n/a|[\W_]+", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:council|borough of|local authority|county borough|children['\u2019]?s services"
    r"|social (?:care|services)|nhs|ltd|limited|plc|llp|department|academy trust)\b",
    re.IGNORECASE,
)
_BODY_END = re.compile(
    r"\b(?:trust|services?|school|academy|college|agency|authority|foundation)$", re.IGNORECASE
)


def holds_two(name: str) -> bool:
    """Tell whether a title or name holds two people, as in `Mr and Mrs Khan` (R-12)."""
    words = [word.casefold().strip(".,") for word in name.split()]
    couple = sum(word in COUPLE for word in words) > 1
    return couple or bool(_JOINED.search(_PATRONYMIC.sub(" ", name)))


def flaw(name: str, *, single: bool) -> str:
    """Tell what keeps a name from being a full legal name; empty when nothing does (R-13)."""
    words = unicodedata.normalize("NFC", name).split()
    if any(_PLACEHOLDER.fullmatch(word) for word in words) or not words:
        return "has a placeholder in place of a name"
    if words[0].rstrip(".").casefold() in TITLES:
        return "begins with a title"
    if any(map(_is_initial, (words[0], words[-1]))) or any(map(_is_dotted, words)):
        return "has an initial in place of a name"
    if len(words) == 1 and not single:
        return "is one word only"
    return ""


def is_body(person: Person) -> bool:
    """Tell whether the person is said to be, or by name plainly is, an organisation (R-05)."""
    if person.organisation or _BODY.search(person.legal_name):
        return True
    return person.title is None and bool(_BODY_END.search(person.legal_name.strip()))


def has_title(person: Person) -> bool:
    """Tell whether a title is given, and not a dash or the like."""
    return any(letter.isalpha() for letter in person.title or "")


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.upper() != word.lower()


def _is_dotted(word: str) -> bool:
    letters = word.split(".")
    return len(letters) > 1 and all(len(letter) < 2 for letter in letters)  # noqa: PLR2004 - one letter each
