"""When a school is open: terms, INSET days, weekends and England's bank holidays (C-15)."""

from datetime import date

import pytest
from rulebook import scene

from docgen.check.school_days import bank_holidays, meeting_years, school_days


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
    assert school_days(scene().case.school, {2025}).is_open(day) is is_open


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
    assert school_days(school, {2026}).is_open(day) is is_open


def test_scotlands_and_irelands_own_bank_holidays_count_for_nothing() -> None:
    days = bank_holidays({2026})
    assert date(2026, 4, 6) in days
    assert not days & {date(2026, 1, 2), date(2026, 3, 17), date(2026, 7, 13), date(2026, 11, 30)}


def test_bank_holidays_matter_in_the_years_of_meetings_to_come() -> None:
    assert meeting_years(scene().case) == {2025}
    assert meeting_years(scene(("date: 2025-12-08, ", "")).case) == frozenset()
    assert bank_holidays(meeting_years(scene(("date: 2025-12-08, ", "")).case)) == frozenset()
