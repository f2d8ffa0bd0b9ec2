"""Dates, times, lists, lengths and shares into a language's words, by Babel."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency, format_percent

from docgen.model.calendar import add_months
from docgen.model.contract import Period
from docgen.model.language import ENGLISH
from docgen.wording.bundle import Bundle

NOON, MIDNIGHT = dt.time(12), dt.time(0)
ORDINALS = {"one": "st", "two": "nd", "few": "rd", "other": "th"}
YEAR = re.compile(r"(?:(?<=\w)[,،])? (\d{4})(?:[ \u00a0]\u0440\.)?$")
"""A date stands within sentences: no comma before its year, no full stop after it."""
BLANKS = str.maketrans({"\u202f": "\u00a0", "\u200e": None, "\u200f": None, "\u061c": None})
"""Babel's narrow blanks, which fonts lack, and its marks, which the press sets anew."""


def day(bundle: Bundle, date: dt.date | None) -> str:
    """Give a date in full: `3 November 2025`; nothing for none."""
    return _date(bundle, date, "d MMMM y", "long")


def weekday(bundle: Bundle, date: dt.date | None) -> str:
    """Give a date with its weekday: `Monday 3 November 2025`; nothing for none."""
    return _date(bundle, date, "EEEE d MMMM y", "full")


def weekday_name(bundle: Bundle, number: int) -> str:
    """Give the name of a day of the week, Monday being 0.

    As it stands in a date: Babel takes the names that stand alone from whichever
    language was asked for first, where several have none of their own.
    """
    return str(get_day_names("wide", "format", bundle.locale)[number])


def clock(bundle: Bundle, time: dt.time | None) -> str:
    """Give a time as people say it: `4:15pm`, `9am`, `midday`; outside English `16:15`.

    Nothing for none.
    """
    if time is None:
        return ""
    if not bundle.is_english:
        return f"{time:%H:%M}"
    if time == NOON:
        return bundle.say("midday")
    if time == MIDNIGHT:
        return bundle.say("midnight")
    return format_time(time, "h:mma" if time.minute else "ha", locale=bundle.locale)


def listing(bundle: Bundle, items: Sequence[str]) -> str:
    """Give a list in a sentence: `a, b and c`."""
    return format_list(items, "standard", bundle.locale)


def choice(bundle: Bundle, items: Sequence[str]) -> str:
    """Give a list to choose from: `a, b or c`."""
    return format_list(items, "or", bundle.locale)


def money(pounds: Decimal) -> str:
    """Give a sum in pounds and pence, in every language alike: `£1,234.50`."""
    return format_currency(pounds, "GBP", locale=ENGLISH.locale)


def ordinal(number: int) -> str:
    """Give a place in an order, in English: `1st`, `22nd`, `113th`."""
    return f"{number}{ORDINALS[Locale.parse(ENGLISH.locale).ordinal_form(number)]}"


def length(bundle: Bundle, period: Period) -> str:
    """Give how long a period runs, in calendar months and days (C-13); nothing if unknown."""
    end = period.last_day
    if period.start is None or end is None:
        return _units(bundle, period.months or 0, 0)
    months = 0
    while add_months(period.start, months + 1) <= end:
        months += 1
    return _units(bundle, months, (end - add_months(period.start, months)).days)


def share(bundle: Bundle, part: int, whole: int) -> str:
    """Give a part of a whole in percent, with one decimal: `60.3%`."""
    thousandths = (part * 1000 + whole // 2) // whole if whole else 0
    return format_percent(thousandths / 1000, "#,##0.0%", bundle.locale).translate(BLANKS)


def language_name(bundle: Bundle, tag: str) -> str:
    """Give a language's name: `Polish` for `pl`; the tag itself if it has none."""
    names = Locale.parse(bundle.locale).languages
    whole = tag.replace("-", "_")
    return str(names.get(whole) or names.get(whole.partition("_")[0]) or tag)


def _date(bundle: Bundle, date: dt.date | None, english: str, other: str) -> str:
    if date is None:
        return ""
    pattern = english if bundle.is_english else other
    return YEAR.sub(r" \1", format_date(date, pattern, bundle.locale).translate(BLANKS))


def _units(bundle: Bundle, months: int, days: int) -> str:
    counted = ((months, "month"), (days, "day"))
    return listing(bundle, [bundle.count(unit, n) for n, unit in counted if n > 0])
