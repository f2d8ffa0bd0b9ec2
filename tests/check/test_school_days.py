"""When a school is open: terms, INSET days, weekends and England's bank holidays (C-15)."""

from dataclasses import replace
from datetime import date

import pytest
from rulebook import scene

from docgen.check.school_days import Closed, bank_holidays, school_days


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2025, 12, 4), True),
        (date(2025, 12, 5), False),
        (date(2025, 12, 6), False),
        (date(2025, 10, 28), False),
        (date(2025, 12, 25), False),
    ],
)
def test_a_school_is_closed_on_inset_days_at_weekends_and_between_terms(
    day: date, is_open: bool
) -> None:
    assert school_days(scene().case.school).is_open(day) is is_open


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 5, 4), False),
        (date(2026, 5, 5), True),
        (date(2026, 5, 9), False),
        (date(2026, 12, 28), False),
    ],
)
def test_a_school_without_terms_is_open_on_working_days(day: date, is_open: bool) -> None:
    terms = """\
terms:
  - {name: Autumn 1, start: 2025-09-02, end: 2025-10-24}
  - {name: Autumn 2, start: 2025-11-03, end: 2025-12-19}
  - {name: Spring 1, start: 2026-01-05, end: 2026-02-13}
"""
    school = scene((terms, "")).case.school
    assert school_days(school).is_open(day) is is_open


def test_scotlands_and_irelands_own_bank_holidays_count_for_nothing() -> None:
    days = bank_holidays(2026)
    assert date(2026, 4, 6) in days
    assert not days & {date(2026, 1, 2), date(2026, 3, 17), date(2026, 7, 13), date(2026, 11, 30)}


@pytest.mark.parametrize("year", [1999, 2025, 2026, 2031])
def test_bank_holidays_are_known_in_every_year(year: int) -> None:
    days = school_days(replace(scene().case.school, terms=()))
    assert not days.is_open(date(year, 12, 25))
    assert date(year, 12, 25) in days.closed
    assert date(year, 11, 25) not in days.closed


def test_only_days_are_bank_holidays() -> None:
    assert "2026-04-06" not in Closed()
    assert date(2026, 4, 6) in Closed()
    assert date(2026, 4, 7) not in Closed()
    assert date(2026, 4, 7) in Closed(frozenset({date(2026, 4, 7)}))
