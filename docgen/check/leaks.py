"""A made document's words and what it must not show into what leaked; whose, never what."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from urllib.parse import unquote

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.folding import bare, cased, folded, postcode, telephone
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
FEWEST_CAPITALS = 4
BESIDE_A_DATE = r"(?<![0-9] ){}(?! [0-9]{{4}})"
_HIDDEN = "\0"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY, _NUMBER = r"(?P<day>[0-9]{1,3})", r"(?P<month>[0-9]{1,3})"
_NTH, _YEAR = rf"{_DAY}(?:st|nd|rd|th)?", r"(?P<year>[0-9]{4}|[0-9]{2})"
DATES = tuple(
    re.compile(rf"(?<!\w)(?={way}(?!\w))")
    for way in (
        f"{_DAY}[ ./-]{_NUMBER}[ ./-]{_YEAR}",
        f"{_YEAR}[ ./-]{_NUMBER}[ ./-]{_DAY}",
        f"{_NTH}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}",
        f"{_MONTH} {_NTH},? {_YEAR}",
    )
)
"""However a day is written; each is looked for wherever it may begin."""
CENTURY = 100


class Seen:
    """A text in the forms in which it is searched, each found when it is first asked for."""

    def __init__(self, text: str) -> None:
        """Take the text as it stands."""
        self.text = text

    @cached_property
    def folded(self) -> str:
        """Give it without case, accents and needless spaces."""
        return folded(self.text)

    @cached_property
    def cased(self) -> str:
        """Give it folded, with its capitals."""
        return cased(self.text)

    @cached_property
    def digits(self) -> str:
        """Give its letters and digits alone."""
        return bare(self.folded)

    @cached_property
    def unstopped(self) -> str:
        """Give it folded, without commas and stops."""
        return _unstopped(self.folded)

    @cached_property
    def dates(self) -> frozenset[tuple[int, int, int]]:
        """Give the dates in it: year, month, day; a year of two figures is one of two figures."""
        return frozenset(_date(found) for way in DATES for found in way.finditer(self.folded))


def leaks(
    words: tuple[Words, ...], values: Values, forbidden: tuple[Forbidden, ...]
) -> tuple[Finding, ...]:
    """Tell each forbidden thing that a document shows: of whom, what and where."""
    pages = {where: Seen(text) for where, text in _pages(words)}
    texts = {where: Seen(text) for where, text in _texts(values)}
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
    value = _folded(one.value)
    return value in text.folded and _holds(
        _without(text.folded, map(_folded, one.allowed)), re.escape(value)
    )


def _as_line(text: Seen, one: Forbidden) -> bool:
    value = _unstopped(_folded(one.value))
    return value in text.unstopped and _holds(text.unstopped, re.escape(value))


def _as_name(text: Seen, one: Forbidden) -> bool:
    value = _cased(one.value)
    return value in text.cased and _holds(
        _without(text.cased, map(_cased, one.allowed)), re.escape(value)
    )


def _as_given_name(text: Seen, one: Forbidden) -> bool:
    """Find a name that is no month beside a day or year: May, April, June.

    Capitals find it too, unless it is so short that they may be an abbreviation: SEN.
    """
    name = _cased(one.value)
    ways = {name, name.upper()} if len(name) >= FEWEST_CAPITALS else {name}
    there = sorted(way for way in ways if way in text.cased)
    rest = _without(text.cased, map(_cased, one.allowed)) if there else ""
    return any(_holds(rest, BESIDE_A_DATE.format(re.escape(way))) for way in there)


def _as_postcode(text: Seen, one: Forbidden) -> bool:
    outward, inward = postcode(one.value).split()
    return outward in text.folded and _holds(text.folded, rf"{outward}[ .-]*{inward}")


def _as_phone(text: Seen, one: Forbidden) -> bool:
    return telephone(one.value) in text.digits


def _as_date(text: Seen, one: Forbidden) -> bool:
    born = date.fromisoformat(one.value)
    years = (born.year, born.year % CENTURY)
    return any((year, born.month, born.day) in text.dates for year in years)


def _date(found: re.Match[str]) -> tuple[int, int, int]:
    told = found.groupdict()
    word = told.get("word")
    month = _MONTHS.index(word[:3]) + 1 if word else int(told["month"])
    return int(told["year"]), month, int(told["day"])


def _holds(text: str, pattern: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text) is not None


def _without(text: str, allowed: Iterator[str]) -> str:
    for name in sorted(filter(None, allowed), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _HIDDEN, text)
    return text


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return folded(text)


@lru_cache(maxsize=1024)
def _cased(text: str) -> str:
    return cased(text)


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
