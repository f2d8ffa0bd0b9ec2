"""A made document's words and what it must not show into what leaked; whose, never what."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.folding import cased, digits, folded, postcode, telephone
from docgen.model.plan import Forbidden, How
from docgen.model.rendition import Words
from docgen.model.values import Plain, Values

FAULTS: Faults = {
    "leak": Wording(
        "The document would show the {what} of {owner} in {where}, to somebody who may not see it.",
        "Take it out of the text of the casefile or of the template that holds it. "
        "An address may be told to those whom `disclose_address_to` names.",
    ),
}
FIXED = frozenset({"authority", "contact", "document", "school", "signatory", "terms"})
IN_CASE_TEXTS: frozenset[How] = frozenset({"case-text", "given-name"})
MONTHS = (
    "jan(?:uary)?",
    "feb(?:ruary)?",
    "mar(?:ch)?",
    "apr(?:il)?",
    "may",
    "june?",
    "july?",
    "aug(?:ust)?",
    "sep(?:t(?:ember)?)?",
    "oct(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
)
FEWEST_CAPITALS = 4
BESIDE_A_DATE = r"(?<![0-9] ){}(?! [0-9]{{4}})"
_HIDDEN = "\0"


@dataclass(frozen=True, slots=True)
class Seen:
    """A text in the forms in which it is searched."""

    folded: str
    cased: str
    digits: str


def leaks(
    words: tuple[Words, ...], values: Values, forbidden: tuple[Forbidden, ...]
) -> tuple[Finding, ...]:
    """Tell each forbidden thing that a document shows: of whom, what and where."""
    pages = {where: seen(text) for where, text in _pages(words)}
    texts = {where: seen(text) for where, text in _texts(values)}
    found = (
        (one.owner, one.what, where)
        for one in forbidden
        for where, text in (texts if one.how in IN_CASE_TEXTS else pages).items()
        if shows(text, one)
    )
    return tuple(
        fault(FAULTS, "leak", None, owner=owner, what=what, where=where)
        for owner, what, where in dict.fromkeys(found)
    )


def seen(text: str) -> Seen:
    """Give a text as it is searched."""
    return Seen(folded(text), cased(text), digits(text))


def shows(text: Seen, one: Forbidden) -> bool:
    """Tell whether a text shows one forbidden thing."""
    return _SHOWS[one.how](text, one)


def _pages(words: tuple[Words, ...]) -> Iterator[tuple[str, str]]:
    """Give all text of each place together, so that nothing hides in a line's end."""
    places: dict[str, list[str]] = {}
    for piece in words:
        places.setdefault(piece.where, []).append(piece.text)
    for where, texts in places.items():
        whole = "\n".join(texts)
        plain = unquote(whole.replace("+", " "))
        yield where, whole if plain == whole else f"{whole}\n{plain}"


def _texts(values: Plain, path: str = "") -> Iterator[tuple[str, str]]:
    """Give each text among the values but the fixed ones, by its dotted name."""
    if isinstance(values, str):
        yield f"the text {path}", values
    elif isinstance(values, Mapping):
        for key, below in values.items():
            if path or key not in FIXED:
                yield from _texts(below, f"{path}.{key}" if path else key)
    elif isinstance(values, (list, tuple)):
        for place, below in enumerate(values):
            yield from _texts(below, f"{path}[{place}]")


def _as_text(text: Seen, one: Forbidden) -> bool:
    rest = _without(text.folded, map(folded, one.allowed))
    return _holds(rest, re.escape(folded(one.value)))


def _as_line(text: Seen, one: Forbidden) -> bool:
    return _holds(_unstopped(text.folded), re.escape(_unstopped(folded(one.value))))


def _as_name(text: Seen, one: Forbidden) -> bool:
    rest = _without(text.cased, map(cased, one.allowed))
    return _holds(rest, re.escape(cased(one.value)))


def _as_given_name(text: Seen, one: Forbidden) -> bool:
    """Find a name that is no month beside a day or year: May, April, June.

    Capitals find it too, unless it is so short that they may be an abbreviation: SEN.
    """
    rest, name = _without(text.cased, map(cased, one.allowed)), cased(one.value)
    ways = {name, name.upper()} if len(name) >= FEWEST_CAPITALS else {name}
    return any(_holds(rest, BESIDE_A_DATE.format(re.escape(way))) for way in sorted(ways))


def _as_postcode(text: Seen, one: Forbidden) -> bool:
    outward, inward = postcode(one.value).split()
    return _holds(text.folded, rf"{outward}[ .-]*{inward}")


def _as_phone(text: Seen, one: Forbidden) -> bool:
    return telephone(one.value) in text.digits


def _as_date(text: Seen, one: Forbidden) -> bool:
    born = date.fromisoformat(one.value)
    day, month = f"0?{born.day}", f"0?{born.month}"
    year = f"(?:{born.year // 100})?{born.year % 100:02}"
    ordinal, word = f"{day}(?:st|nd|rd|th)?", rf"(?:{MONTHS[born.month - 1]})\.?"
    ways = (
        f"{day}[ ./-]{month}[ ./-]{year}",
        f"{year}[ ./-]{month}[ ./-]{day}",
        f"{ordinal}(?: of)?[ -]{word},?[ -]{year}",
        f"{word} {ordinal},? {year}",
    )
    return any(_holds(text.folded, way) for way in ways)


def _holds(text: str, pattern: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text) is not None


def _without(text: str, allowed: Iterator[str]) -> str:
    for name in sorted(filter(None, allowed), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _HIDDEN, text)
    return text


def _unstopped(text: str) -> str:
    return " ".join(re.sub("[,.;]", " ", text).split())


_SHOWS: Mapping[How, Callable[[Seen, Forbidden], bool]] = {
    "text": _as_text,
    "case-text": _as_text,
    "line": _as_line,
    "postcode": _as_postcode,
    "phone": _as_phone,
    "date": _as_date,
    "name": _as_name,
    "given-name": _as_given_name,
}
