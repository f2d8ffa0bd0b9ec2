"""School years, ages and school days, reckoned in whole days and months."""

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from typing import Literal

SEPTEMBER = 9
FRIDAY = 4
DAY = timedelta(days=1)
ALWAYS = ((date.min, date.max),)
WORKING_DAYS = {"first": 2, "second": 4}


def add_months(day: date, months: int) -> date:
    """Give the same day `months` later, clipped to the month's end (C-13)."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def school_year(day: date) -> int:
    """Give the calendar year in which the day's school year began."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def year_group(born: date, on: date) -> int:
    """Give the year group of somebody born then, at a date (C-11)."""
    cohort = born.year if born.month >= SEPTEMBER else born.year - 1
    return school_year(on) - cohort - 5


def compulsory_from(born: date) -> date:
    """Give the first day of compulsory school age: on or after the fifth birthday (C-12)."""
    fifth = date(born.year + 5, born.month, min(born.day, monthrange(born.year + 5, born.month)[1]))
    ends = [date(fifth.year, 3, 31), date(fifth.year, 8, 31), date(fifth.year, 12, 31)]
    return next(end for end in ends if end >= fifth)


def compulsory_until(born: date) -> date:
    """Give the last Friday in June of the school year in which they become 16 (C-12)."""
    sixteenth = born.year + 16 + (1 if born.month >= SEPTEMBER else 0)
    last = date(sixteenth, 6, 30)
    return last - timedelta(days=(last.weekday() - FRIDAY) % 7)


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """Which days a school is open: its terms less weekends, INSET days and bank holidays (C-15).

    `is_open` holds to the terms. The reckoning of days (`next_open` and those
    below it) takes every working day before the first known term and after the
    last for a school day, so that it always comes to an end.
    """

    terms: tuple[tuple[date, date], ...]
    closed: Container[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Tell whether the school is open to pupils on a day."""
        in_term = any(start <= day <= end for start, end in self.terms)
        return in_term and self._works(day)

    @property
    def has_terms(self) -> bool:
        """Tell whether the school's terms are known at all."""
        return self.terms != ALWAYS

    def covers(self, day: date) -> bool:
        """Tell whether terms are known around a day: it is not before or after all of them."""
        first, last = min(self.terms), max(self.terms, key=itemgetter(1))
        return first[0] <= day <= last[1]

    def counts(self, day: date) -> bool:
        """Tell whether a day is a school day as far as the known terms tell."""
        return self.is_open(day) if self.covers(day) else self._works(day)

    def next_open(self, day: date) -> date:
        """Give the first school day on or after a day."""
        return self.after(day - DAY, 1)

    def previous_open(self, day: date) -> date:
        """Give the last school day on or before a day."""
        return self.before(day + DAY, 1)

    def after(self, day: date, count: int) -> date:
        """Give the school day that is `count` school days after a day."""
        return self._stepped(day, count, DAY)

    def before(self, day: date, count: int) -> date:
        """Give the school day that is `count` school days before a day."""
        return self._stepped(day, count, -DAY)

    def between(self, first: date, last: date) -> int:
        """Count the school days after the first day, up to and with the last."""
        days = (first + DAY * number for number in range(1, (last - first).days + 1))
        return sum(map(self.counts, days))

    def last_missed(self, day: date, since: date, count: int) -> date | None:
        """Give the last of `count` school days since a day, where another day lies past it."""
        if (day - since).days <= count:  # so that bank holidays are not looked up for it
            return None
        last = self.after(since, count)
        return last if day > last else None

    def _stepped(self, day: date, count: int, step: timedelta) -> date:
        while count:
            day += step
            count -= self.counts(day)
        return day

    def _works(self, day: date) -> bool:
        return day.weekday() <= FRIDAY and day not in self.closed


def review_schedule(
    start: date, first_review: date | None, end: date, days: SchoolDays
) -> tuple[date, ...]:
    """Give the days on which reviews fall due, from the first up to the end (C-14).

    The first is the day that was agreed, else a month after the start; each
    other is at most a month after the one before, moved earlier to a school
    day. Where the school is closed all that time, it is the first school day after.
    """
    due = first_review or _a_month_on(start, days)
    found = []
    while due <= end:
        found.append(due)
        due = _a_month_on(due, days)
    return tuple(found)


def expected_delivery(
    posted: date, post: Literal["first", "second"], holidays: Container[date]
) -> date:
    """Give the working day on which a posted letter may be expected, never proof of it (C-16)."""
    return SchoolDays(ALWAYS, holidays).after(posted, WORKING_DAYS[post])


def _a_month_on(day: date, days: SchoolDays) -> date:
    earlier = days.previous_open(add_months(day, 1))
    return earlier if earlier > day else days.after(day, 1)
