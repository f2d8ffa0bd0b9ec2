"""Dates, times, lists, lengths and shares into a language's words, by Babel."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_percent
from babel.units import format_unit

from docgen.model.calendar import add_months
from docgen.model.contract import Period
from docgen.wording.bundle import Bundle

NOON, MIDNIGHT = dt.time(12), dt.time(0)


def day(bundle: Bundle, date: dt.date | None) -> str:
    """Give a date in full: `3 November 2025`; nothing for none."""
    return format_date(date, "d MMMM y", bundle.locale) if date else ""


def weekday(bundle: Bundle, date: dt.date | None) -> str:
    """Give a date with its weekday: `Monday 3 November 2025`; nothing for none."""
    return format_date(date, "EEEE d MMMM y", bundle.locale) if date else ""


def clock(bundle: Bundle, time: dt.time | None) -> str:
    """Give a time as people say it: `4:15pm`, `9am`, `midday`; nothing for none."""
    if time is None:
        return ""
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


def money(bundle: Bundle, pounds: Decimal) -> str:
    """Give a sum in pounds and pence: `£1,234.50`."""
    return format_currency(pounds, "GBP", locale=bundle.locale)


def ordinal(bundle: Bundle, number: int) -> str:
    """Give a place in an order: `1st`, `22nd`, `113th`."""
    form = Locale.parse(bundle.locale).ordinal_form(number)
    return bundle.say(f"ordinal-{form}", number=number)


def counted(bundle: Bundle, noun: str, number: int) -> str:
    """Give how many there are of what a phrase names: `1 session`, `7 school weeks`."""
    form = Locale.parse(bundle.locale).plural_form(number)
    return bundle.say(f"{noun}-{form}", number=number)


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
    return format_percent(thousandths / 1000, "#,##0.0%", bundle.locale)


def language_name(bundle: Bundle, tag: str) -> str:
    """Give a language's name: `Polish` for `pl`; the tag itself if it has none."""
    names = Locale.parse(bundle.locale).languages
    whole = tag.replace("-", "_")
    return str(names.get(whole) or names.get(whole.partition("_")[0]) or tag)


def _units(bundle: Bundle, months: int, days: int) -> str:
    counted = ((months, "duration-month"), (days, "duration-day"))
    said = [format_unit(n, unit, "long", locale=bundle.locale) for n, unit in counted if n > 0]
    return listing(bundle, said)
