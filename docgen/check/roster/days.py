"""A cell → a day or a time of day in a casefile's spelling, or what is wrong with it."""

import re
from datetime import date, timedelta

from docgen.check.roster.reading import Reading, begins
from docgen.check.scalars import EARLIEST, ISO_DATE, LATEST, MONTHS
from docgen.model.typed_row import Said

OLDEST, YOUNGEST = 21, 2
"""Ages in years between which everybody at school is."""
CENTURY = 100
FIRST_SERIAL = date(1899, 12, 30)  # of day 0, as spreadsheets count from March 1900 on

SPLIT = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.\-]([0-9]{1,2})[/.\-]([0-9]{1,2})")
_WORDS = re.compile(
    r"(?:[a-z]{3,9},? )?([0-9]{1,2})(?:st|nd|rd|th)?[ \-]([a-z]{3,9})\.?,?[ \-]([0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(.*[0-9])[ T]([0-9]{1,2}:[0-9]{2})(?::[0-9]{2})?(?:\.0+)?Z?")
"""A day with a time of day behind it."""
_SERIAL = re.compile(r"([1-9][0-9]{4})(?:\.[0-9]+)?")
_TIME = re.compile(
    r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::[0-9]{2})?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE
)
_NOON, _HOURS, _MINUTES, _EARLY = 12, 24, 60, 7

BORN = "pupil.date_of_birth"


def day(reading: Reading, name: str) -> Said | None:
    """Read a field's day as ISO; None if nothing is said or nothing can be read."""
    said = reading.said(name)
    if said is None:
        return None
    clock = _CLOCK.fullmatch(said.text)
    text = clock[1] if clock else said.text
    parts = _parts(reading, name, Said(text, said.column))
    if parts is None:
        return None
    found = _whole(parts)
    if found is None:
        reading.tell("cell-date-impossible", said, what=begins(name))
        return None
    if not _fits(found, name, reading.today):
        reading.tell("cell-date-far", said, what=begins(name))
        return None
    return Said(found.isoformat(), said.column)


def _parts(reading: Reading, name: str, said: Said) -> tuple[int, int, int] | None:
    """Give year, month and day as they stand in a text."""
    text = said.text
    if found := ISO_DATE.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := SPLIT.fullmatch(text):
        return _split(reading, name, said, (found[1], found[2], found[3]))
    if (found := _WORDS.fullmatch(text)) and found[2].casefold() in MONTHS:
        year = _year(reading, name, said, found[3])
        return year, MONTHS[found[2].casefold()], int(found[1])
    if found := _SERIAL.fullmatch(text):
        return _serial(reading, name, said, int(found[1]))
    reading.tell("cell-date-form", said, what=begins(name))
    return None


def _split(
    reading: Reading, name: str, said: Said, parts: tuple[str, str, str]
) -> tuple[int, int, int] | None:
    first, second = int(parts[0]), int(parts[1])
    if said.column in reading.columns.month_first and first != second:
        if max(first, second) <= _NOON:
            reading.tell("cell-date-ambiguous", said, what=begins(name))
            return None
        first, second = sorted((first, second), reverse=True)
    return _year(reading, name, said, parts[2]), second, first


def _year(reading: Reading, name: str, said: Said, text: str) -> int:
    year = int(text)
    if year >= CENTURY:
        return year
    this = reading.today.year
    year += this - this % CENTURY
    if name == BORN and year > this:
        year -= CENTURY
    reading.tell("cell-date-short-year", said, what=begins(name))
    return year


def _serial(reading: Reading, name: str, said: Said, days: int) -> tuple[int, int, int]:
    found = FIRST_SERIAL + timedelta(days=days)
    reading.tell("cell-date-serial", said, what=begins(name))
    return found.year, found.month, found.day


def _whole(parts: tuple[int, int, int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None


def _fits(found: date, name: str, today: date) -> bool:
    if name == BORN:
        return YOUNGEST <= today.year - found.year <= OLDEST
    return EARLIEST <= found.year <= LATEST


def time(reading: Reading, name: str) -> Said | None:
    """Read a field's time of day as `15:30`; None if nothing is said or nothing can be read."""
    said = reading.said(name)
    if said is None:
        return None
    clock = _CLOCK.fullmatch(said.text)
    found = _TIME.fullmatch(clock[2] if clock else said.text)
    if found is None or not (found[2] or found[3]):
        reading.tell("cell-time-form", said)
        return None
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        hours = hours % _NOON + (_NOON if half == "p" else 0) if hours <= _NOON else _HOURS
    elif len(found[1]) == 1 and hours < _EARLY:
        reading.tell("cell-time-half", said)
        return None
    if hours >= _HOURS or minutes >= _MINUTES:
        reading.tell("cell-time-form", said)
        return None
    return Said(f"{hours:02}:{minutes:02}", said.column)
