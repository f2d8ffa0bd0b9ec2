"""One value as typed → text, number, yes or no, date, time or choice; or what is wrong with it."""

import datetime as dt
import re
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.check.faults import near

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
ISO_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
DAY_FIRST = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})")
YEAR_FIRST = re.compile(r"([0-9]{4})[/.\-]([0-9]{1,2})[/.\-]([0-9]{1,2})")
IN_WORDS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? ([0-9]{4})")
SPOKEN_TIME = re.compile(r"([0-9]{1,2})(?:[:.h]?([0-9]{2}))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
YES_NO = {
    "true": True,
    "false": False,
}
YES_NO_WORDS = {
    **dict.fromkeys(("yes", "y", "on", "true", "1"), "true"),
    **dict.fromkeys(("no", "n", "off", "false", "0"), "false"),
}
MONTHS = {
    name.casefold()[:length]: number
    for number, name in enumerate(month_name)
    for length in (3, len(name))
    if name
}
NOON = 12
HOURS = 24
EARLIEST, LATEST = 1900, 2199
MINUTES = 60


@dataclass(frozen=True, slots=True)
class Unfit:
    """What is wrong with a value: a fault's id and the names its words need."""

    rule: str
    names: Mapping[str, object] = field(default_factory=dict)


def words(text: str) -> str | Unfit:
    """Read a text, which must say something."""
    return text or Unfit("text-blank")


def number(text: str) -> int | Unfit:
    """Read a whole number of at most nine figures."""
    return int(text) if NUMBER.fullmatch(text) else Unfit("number-form")


def yes_no(text: str) -> bool | Unfit:
    """Read `true` or `false`; tell what to write for yes, no, on and off."""
    if text in YES_NO:
        return YES_NO[text]
    better = YES_NO_WORDS.get(text.casefold())
    return Unfit("yes-no-word", {"better": better}) if better else Unfit("yes-no-form")


def date(text: str) -> dt.date | Unfit:
    """Read an ISO date; a date written day first gets its ISO form suggested."""
    found = ISO_DATE.fullmatch(text)
    if found:
        year, month, day = map(int, found.groups())
        return _day(year, month, day)
    return _date_advice(text)


def _day(year: int, month: int, day: int) -> dt.date | Unfit:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return Unfit("date-impossible", {"told": _told(year, month, day)})
    return found if EARLIEST <= year <= LATEST else Unfit("date-far", {"year": year})


def _told(year: int, month: int, day: int) -> str:
    if 1 <= month <= len(month_name) - 1:
        return f"{day} {month_name[month]} {year}"
    return f"month {month} in a year"


def _date_advice(text: str) -> Unfit:
    if found := YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
        year += 2000 if year < 100 else 0  # noqa: PLR2004 (two figures mean this century)
    elif (found := IN_WORDS.fullmatch(text)) and found[2].casefold() in MONTHS:
        day, month, year = int(found[1]), MONTHS[found[2].casefold()], int(found[3])
    else:
        return Unfit("date-form")
    read = _day(year, month, day)
    if isinstance(read, Unfit):
        return read
    return Unfit("date-order", {"told": _told(year, month, day), "better": read.isoformat()})


def time(text: str) -> dt.time | Unfit:
    """Read `15:30`; a time told otherwise gets its 24-hour form suggested."""
    found = ISO_TIME.fullmatch(text)
    if found:
        return dt.time(int(found[1]), int(found[2]))
    said = SPOKEN_TIME.fullmatch(text)
    better = _twenty_four(said) if said else None
    return Unfit("time-order", {"better": better}) if better else Unfit("time-form")


def _twenty_four(said: re.Match[str]) -> str | None:
    hour, minute, half = int(said[1]), int(said[2] or 0), (said[3] or "").casefold()
    if not (said[2] or half) or minute >= MINUTES or hour >= HOURS:
        return None
    if half and not 1 <= hour <= NOON:
        return None
    if half:
        hour = hour % NOON + (NOON if half.startswith("p") else 0)
    return f"{hour:02}:{minute:02}"


def choice(text: str, choices: Mapping[str, object]) -> object:
    """Read one of a few words; an unknown one gets the nearest suggested."""
    if text in choices:
        return choices[text]
    listed = ", ".join(choices)
    better = near(text, choices)
    if better:
        return Unfit("choice-mistyped", {"near": better, "choices": listed})
    return Unfit("choice-unknown", {"choices": listed})
