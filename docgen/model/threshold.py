"""A pupil's unauthorised sessions into whether the national threshold is met, and when (C-10)."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.model.calendar import DAY, SEPTEMBER, SchoolDays, school_year
from docgen.model.people import Attendance, Missed

UNAUTHORISED = frozenset("GNOU")
SESSIONS = 10
WEEKS = 10
WEEK = timedelta(weeks=1)
SCHOOL_WEEK = 5
EARLIEST, LATEST = (8, 15), (9, 30)  # a school year's first term starts between these days


@dataclass(frozen=True, slots=True)
class Threshold:
    """Whether ten unauthorised sessions fell within ten school weeks; `met` None: not known.

    Where it is met: the sessions of those weeks, how many school weeks lie
    from the first of them to the last, these days, and the codes. Else
    `sessions` counts all that are on record.
    """

    met: bool | None
    sessions: int
    weeks: int = 0
    first: date | None = None
    last: date | None = None
    codes: tuple[str, ...] = ()


def threshold(
    attendance: Attendance, days: SchoolDays, codes: Container[str] = UNAUTHORISED
) -> Threshold:
    """Judge the days that are written down, else the certificate's total."""
    if attendance.missed:
        missed = (item for item in attendance.missed if item.code.upper() in codes)
        return _from_days(sorted(missed, key=lambda item: item.date), days)
    return _from_total(attendance, days)


def _from_days(missed: Sequence[Missed], days: SchoolDays) -> Threshold:
    total = sum(item.sessions for item in missed)
    if total < SESSIONS:
        return Threshold(met=False, sessions=total)
    known = [item for item in missed if days.covers(item.date)]
    weeks = _numbered(known, days) if known else {}
    for first in known:
        nearby = range(weeks[first.date], weeks[first.date] + WEEKS)
        window = [item for item in known if weeks[item.date] in nearby]
        if sum(item.sessions for item in window) >= SESSIONS:
            return _met(window, weeks)
    surely_not = known == missed and days.has_terms
    return Threshold(met=False if surely_not else None, sessions=total)


def _numbered(missed: Sequence[Missed], days: SchoolDays) -> Mapping[date, int]:
    """Give the days' school weeks, numbered; a missed session shows that there was school."""
    mondays = {item.date: _monday(item.date) for item in missed}
    open_ones = _school_weeks(min(mondays.values()), max(mondays.values()), days)
    weeks = sorted(set(mondays.values()).union(open_ones))
    return {day: weeks.index(monday) for day, monday in mondays.items()}


def _school_weeks(first: date, last: date, days: SchoolDays) -> Iterator[date]:
    """Give the Mondays, from one to another, of weeks with at least one school day."""
    for number in range((last - first) // WEEK + 1):
        monday = first + number * WEEK
        if any(days.is_open(monday + number * DAY) for number in range(SCHOOL_WEEK)):
            yield monday


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _met(window: Sequence[Missed], weeks: Mapping[date, int]) -> Threshold:
    first, last = window[0].date, window[-1].date
    return Threshold(
        met=True,
        sessions=sum(item.sessions for item in window),
        weeks=weeks[last] - weeks[first] + 1,
        first=first,
        last=last,
        codes=tuple(sorted({item.code.upper() for item in window})),
    )


def _from_total(attendance: Attendance, days: SchoolDays) -> Threshold:
    """Judge the certificate, which counts from the start of the school year."""
    total = attendance.certificate.unauthorised
    if total < SESSIONS:
        return Threshold(met=False, sessions=total)
    last = date.fromisoformat(attendance.as_at[:10])
    first = _year_began(last, days)
    if first is None:
        return Threshold(met=None, sessions=total)
    weeks = len(list(_school_weeks(_monday(first), _monday(last), days)))
    if not 0 < weeks <= WEEKS:
        return Threshold(met=None, sessions=total)
    return Threshold(met=True, sessions=total, weeks=weeks, first=first, last=last)


def _year_began(day: date, days: SchoolDays) -> date | None:
    """Give the day on which that school year's first term began; None if the terms don't tell."""
    year = school_year(day)
    if not days.has_terms:
        return date(year, SEPTEMBER, 1)
    early, late = date(year, *EARLIEST), date(year, *LATEST)
    return min((start for start, _ in days.terms if early <= start <= late), default=None)
