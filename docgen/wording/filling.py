"""What a casefile fills into a phrase, in English → the same in the reader's language.

Times, dates, days of the week and numbers are read and said anew; what begins with a capital letter
or a figure is a name, an address or a number, and stays; any other words need a translation.
"""

import datetime as dt
import re
from calendar import day_name, month_name

from docgen.wording import formats
from docgen.wording.bundle import Bundle
from docgen.wording.reader import Reader

TWELVE = re.compile(r"(0?[1-9]|1[0-2])(?:[:.]([0-5]\d))?\s*([ap])\.?m\.?", re.IGNORECASE)
TWENTY_FOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
SPOKEN = {"midday": dt.time(12), "noon": dt.time(12), "midnight": dt.time(0)}
DATE = re.compile(r"(?:[A-Z][a-z]+day,? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+),? (\d{4})")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTHS = {name: number for number, name in enumerate(month_name) if name}
DAYS = {f"{name}{end}": number for number, name in enumerate(day_name) for end in ("", "s")}
BETWEEN_DAYS = re.compile(r",? and |, ")
NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
HOURS = 12


def in_words(reader: Reader, value: str, about: str, what: str) -> str:
    """Give what fills a gap, in the reader's words."""
    text = " ".join(value.split())
    said = _reckoned(reader.bundle, text)
    if said is not None:
        return said
    if text[:1].islower():
        return reader.written(text, about, what)
    return reader.perhaps(text, about, what) or value


def _reckoned(bundle: Bundle, text: str) -> str | None:
    """Say a time, a date, days of the week or a number anew; None for anything else."""
    time, date = _time(text), _date(text)
    if time:
        return formats.clock(bundle, time)
    if date:
        is_named = text[0].isalpha()
        return (formats.weekday if is_named else formats.day)(bundle, date)
    if text.lower() in NUMBERS:
        return str(NUMBERS[text.lower()])
    days = BETWEEN_DAYS.split(text)
    if all(each in DAYS for each in days):
        return formats.listing(bundle, [formats.weekday_name(bundle, DAYS[each]) for each in days])
    return None


def _time(text: str) -> dt.time | None:
    if text.lower() in SPOKEN:
        return SPOKEN[text.lower()]
    if found := TWELVE.fullmatch(text):
        late = HOURS if found[3].lower() == "p" else 0
        return dt.time(int(found[1]) % HOURS + late, int(found[2] or 0))
    if found := TWENTY_FOUR.fullmatch(text):
        return dt.time(int(found[1]), int(found[2]))
    return None


def _date(text: str) -> dt.date | None:
    found = DATE.fullmatch(text)
    try:
        if ISO.fullmatch(text):
            return dt.date.fromisoformat(text)
        if found and found[2] in MONTHS:
            return dt.date(int(found[3]), MONTHS[found[2]], int(found[1]))
    except ValueError:
        return None
    return None
