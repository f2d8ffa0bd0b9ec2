"""A school's terms, INSET days and bank holidays into the days on which it is open (C-15)."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cache

from docgen.model.calendar import ALWAYS, SchoolDays
from docgen.model.school import School


def school_days(school: School) -> SchoolDays:
    """Give the days a school is open; one without terms is open on every working day."""
    terms = tuple((term.start, term.end) for term in school.terms) or ALWAYS
    return SchoolDays(terms, Closed(frozenset(school.inset_days)))


@dataclass(frozen=True, slots=True)
class Closed(Container[date]):
    """England's bank holidays and further days; a year is looked up when first asked for."""

    further: frozenset[date] = frozenset()

    def __contains__(self, day: object) -> bool:
        """Tell whether a day is one of them."""
        return day in self.further or (isinstance(day, date) and day in bank_holidays(day.year))


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Give England's bank holidays in a year."""
    from holidays import country_holidays  # noqa: PLC0415 - slow to load, and seldom needed

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))
