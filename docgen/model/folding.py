"""Text reduced to what counts as the same when two texts are compared (leak guard)."""

import re
import unicodedata
from collections.abc import Callable

_APOSTROPHES = "\u2018\u2019\u02bc\u0060\u00b4"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SAME = dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-")
_BLANKS = "\u115f\u1160\u2800"
_UNSEEN = {"Mn", "Me", "Cf", "Cc"}
_SIGNIFICANT = 6
_POSTCODE = re.compile(r"(?<![a-z0-9])([a-z]{1,2}[0-9][a-z0-9]?) ?([0-9][a-z]{2})(?![a-z0-9])")


def folded(text: str) -> str:
    """Give a text without case, accents, invisible characters and needless spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().replace("`", "'").split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(apart.translate(_AS_SEEN).split())


def cased(text: str) -> str:
    """Give a text as `folded` does, but with its capital letters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    return " ".join(unicodedata.normalize("NFKD", text).translate(_AS_SEEN).split())


def digits(text: str) -> str:
    """Give a text with its letters and digits alone, each digit as 0 to 9."""
    return bare(folded(text))


def bare(text: str) -> str:
    """Give what `digits` gives of a text that is folded already."""
    return text.translate(_ALONE)


def telephone(number: str) -> str:
    """Give the significant digits of a telephone number (`7700900101`), empty if too few."""
    figures = "".join(letter for letter in digits(number) if letter.isdigit())
    if number.strip().startswith("+") or figures.startswith("00"):
        figures = figures.removeprefix("00").removeprefix("44")
    figures = figures.removeprefix("0")
    return figures if len(figures) >= _SIGNIFICANT else ""


def postcode(line: str) -> str:
    """Give the postcode in an address line (`co99 1ab`), empty if there is none."""
    found = _POSTCODE.search(folded(line))
    return f"{found[1]} {found[2]}" if found else ""


def without_postcode(line: str) -> str:
    """Give an address line, folded, without the postcode in it."""
    return " ".join(_POSTCODE.sub(" ", folded(line)).split()).strip(" ,")


def parts(line: str) -> tuple[str, ...]:
    """Give an address line, and what stands in it between commas."""
    return tuple(dict.fromkeys((line, *filter(None, map(str.strip, line.split(","))))))


def _as_seen(letter: str) -> str | None:
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in _UNSEEN or letter in _BLANKS:
        return None
    return _SAME.get(letter, letter)


def _alone(letter: str) -> str | None:
    value = unicodedata.decimal(letter, None)
    if value is not None:
        return str(value)
    return letter if letter.isalnum() else None


class _Letters(dict[int, str | None]):
    """What becomes of each letter, found out when it first comes up; None takes it away."""

    def __init__(self, of: Callable[[str], str | None]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, code: int) -> str | None:
        self[code] = found = self._of(chr(code))
        return found


_AS_SEEN, _ALONE = _Letters(_as_seen), _Letters(_alone)
