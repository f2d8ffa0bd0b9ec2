"""School years, ages and school days, reckoned in whole days and months."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

SEPTEMBER = 9
FRIDAY = 4


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
    """Which days a school is open: its terms less weekends, INSET days and bank holidays (C-15)."""

    terms: tuple[tuple[date, date], ...]
    closed: Collection[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Tell whether the school is open to pupils on a day."""
        in_term = any(start <= day <= end for start, end in self.terms)
        return in_term and day.weekday() <= FRIDAY and day not in self.closed
