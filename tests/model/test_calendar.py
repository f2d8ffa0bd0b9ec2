"""Months, school years, ages and school days, by the examples of domain C-11 to C-15."""

from datetime import date

import pytest

from docgen.model.calendar import (
    SchoolDays,
    add_months,
    compulsory_from,
    compulsory_until,
    school_year,
    year_group,
)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 11, 29), 3, date(2026, 2, 28)),
        (date(2025, 11, 3), 3, date(2026, 2, 3)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 1, 31), 11, date(2025, 12, 31)),
        (date(2025, 1, 31), 0, date(2025, 1, 31)),
        (date(2026, 2, 28), -3, date(2025, 11, 28)),
    ],
)
def test_months_are_added_by_the_calendar_and_clipped(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2025, 8, 31), 2024), (date(2025, 9, 1), 2025), (date(2026, 1, 1), 2025)],
)
def test_a_school_year_begins_on_1_september(day: date, year: int) -> None:
    assert school_year(day) == year


@pytest.mark.parametrize(
    ("born", "group"),
    [
        (date(2012, 2, 29), 9),
        (date(2016, 8, 31), 5),
        (date(2016, 9, 1), 4),
        (date(2021, 8, 31), 0),
        (date(2008, 3, 14), 13),
    ],
)
def test_the_year_group_in_2025_follows_from_the_date_of_birth(born: date, group: int) -> None:
    assert year_group(born, date(2025, 11, 3)) == group


@pytest.mark.parametrize(
    ("born", "first"),
    [
        (date(2020, 12, 31), date(2025, 12, 31)),
        (date(2021, 1, 1), date(2026, 3, 31)),
        (date(2021, 3, 31), date(2026, 3, 31)),
        (date(2021, 4, 1), date(2026, 8, 31)),
        (date(2021, 8, 31), date(2026, 8, 31)),
        (date(2021, 9, 1), date(2026, 12, 31)),
        (date(2020, 2, 29), date(2025, 3, 31)),
    ],
)
def test_compulsory_age_begins_on_or_after_the_fifth_birthday(born: date, first: date) -> None:
    assert compulsory_from(born) == first


@pytest.mark.parametrize(
    ("born", "last"),
    [
        (date(2008, 3, 14), date(2024, 6, 28)),
        (date(2010, 5, 2), date(2026, 6, 26)),
        (date(2010, 8, 31), date(2026, 6, 26)),
        (date(2010, 9, 1), date(2027, 6, 25)),
        (date(2010, 12, 31), date(2027, 6, 25)),
        (date(2012, 2, 29), date(2028, 6, 30)),
    ],
)
def test_compulsory_age_ends_on_the_last_friday_in_june(born: date, last: date) -> None:
    assert compulsory_until(born) == last


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2025, 9, 2), True),
        (date(2025, 10, 24), True),
        (date(2025, 9, 1), False),
        (date(2025, 10, 27), False),
        (date(2025, 9, 6), False),
        (date(2025, 9, 7), False),
        (date(2025, 9, 8), False),
    ],
)
def test_a_school_is_open_in_term_on_weekdays_that_are_not_closed(day: date, is_open: bool) -> None:
    terms = ((date(2025, 9, 2), date(2025, 10, 24)),)
    assert SchoolDays(terms, frozenset({date(2025, 9, 8)})).is_open(day) is is_open
