"""A number and its number format → the text that the spreadsheet shows; dates year first."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from docgen.model.roster import NOTHING, Cell, Kind

MOST_FIGURES = 15
"""A spreadsheet keeps no more; what comes after are noughts."""
LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
PLACES = re.compile(r"[0#?]")
WRITTEN = re.compile(r"^[0#? ()+\-/\x00-\x08]*$")
MIDNIGHT = time()


def shown_number(value: float, pattern: str) -> Cell:
    """Write a number as its format shows it where that has figures of its own to show."""
    whole = whole_number(value)
    if pattern.endswith("%"):
        decimals = len(pattern.partition(".")[2].rstrip("%"))
        return Cell(f"{value * 100:.{decimals}f}%", Kind.NUMBER)
    shape = _shape(pattern) if whole is not None and whole >= 0 else None
    if whole is not None:
        return Cell(_filled(shape, str(whole)) if shape else str(whole), Kind.NUMBER)
    return Cell(f"{value:.{MOST_FIGURES}g}", Kind.NUMBER)


def whole_number(value: float) -> int | None:
    """Give a number without a fraction as such; None for others."""
    return int(value) if value == value // 1 and abs(value) < 10**22 else None


def is_too_long(value: float) -> bool:
    """Tell whether figures of a number were lost."""
    return bool(abs(value) >= 10**MOST_FIGURES)


def shown_moment(value: datetime | date | time | timedelta) -> Cell:
    """Write a date, a time or both."""
    if isinstance(value, datetime):
        if value.time() == MIDNIGHT:
            return Cell(value.date().isoformat(), Kind.DATE)
        return Cell(f"{value:%Y-%m-%d %H:%M}", Kind.DATE)
    if isinstance(value, date):
        return Cell(value.isoformat(), Kind.DATE)
    if isinstance(value, time):
        return Cell(f"{value:%H:%M}", Kind.TIME)
    minutes = round(value.total_seconds() / 60)
    return Cell(f"{minutes // 60:02}:{minutes % 60:02}", Kind.TIME)


def shown_truth(value: object) -> Cell:
    """Write a tick."""
    return Cell("TRUE" if value else "FALSE", Kind.YES_NO)


def shown_text(value: str) -> Cell:
    """Write a text without the blanks around it."""
    text = value.strip()
    return Cell(text) if text else NOTHING


@lru_cache(maxsize=512)
def _shape(pattern: str) -> tuple[str, ...] | None:
    """Give the places and signs of a format that writes noughts in front, such as `00000 000000`.

    None for a format that shows a whole number as it is.
    """
    first = pattern.split(";", maxsplit=1)[0]
    signs: list[str] = []
    bare = LITERAL.sub(lambda found: _kept(found, signs), first)
    if bare.count("0") < 2 or not WRITTEN.match(bare):  # noqa: PLR2004 - one place is every number's
        return None
    return tuple(signs[ord(sign)] if ord(sign) < len(signs) else sign for sign in bare)


def _kept(found: "re.Match[str]", signs: list[str]) -> str:
    text = found[1] or found[2] or ""
    if not text or len(signs) > 8:  # noqa: PLR2004 - as many as WRITTEN knows
        return ""
    signs.append(text)
    return chr(len(signs) - 1)


def _filled(shape: tuple[str, ...], figures: str) -> str:
    """Put the figures into the places from the right, noughts where there are too few."""
    places = [number for number, sign in enumerate(shape) if PLACES.fullmatch(sign)]
    out = list(shape)
    left = list(figures)
    for number in reversed(places):
        out[number] = left.pop() if left else "0" if shape[number] == "0" else ""
    if left:
        out[places[0]] = "".join(left) + out[places[0]]
    return "".join(out).strip()
