"""A school's terms, INSET days and bank holidays into the days on which it is open (C-15)."""

from collections.abc import Collection
from datetime import date

from docgen.model.calendar import SchoolDays
from docgen.model.case import Case
from docgen.model.school import School

ALWAYS = ((date.min, date.max),)


def school_days(school: School, years: Collection[int]) -> SchoolDays:
    """Give the days a school is open; bank holidays are known for `years` only.

    A school without terms counts as open on every working day.
    """
    terms = tuple((term.start, term.end) for term in school.terms) or ALWAYS
    return SchoolDays(terms, bank_holidays(years) | frozenset(school.inset_days))


def meeting_years(case: Case) -> frozenset[int]:
    """Give the years for which bank holidays matter: those of meetings still to come."""
    return frozenset(
        meeting.date.year
        for meeting in case.meetings.values()
        if meeting.is_live and not meeting.is_held and meeting.date
    )


def bank_holidays(years: Collection[int]) -> frozenset[date]:
    """Give England's bank holidays in the years."""
    if not years:
        return frozenset()
    from holidays import country_holidays  # noqa: PLC0415 - slow to load, and seldom needed

    return frozenset(country_holidays("GB", subdiv="ENG", years=set(years)))
