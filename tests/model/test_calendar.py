"""Months, school years, ages and school days, by the examples of domain C-11 to C-16."""

from collections.abc import Container
from datetime import date
from typing import Literal

import pytest

from docgen.model.calendar import (
    ALWAYS,
    SchoolDays,
    add_months,
    compulsory_from,
    compulsory_until,
    expected_delivery,
    review_schedule,
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


TERMS = SchoolDays(
    (
        (date(2025, 11, 3), date(2025, 12, 19)),
        (date(2025, 9, 2), date(2025, 10, 24)),
        (date(2026, 1, 5), date(2026, 2, 13)),
    ),
    frozenset({date(2025, 12, 5), date(2026, 5, 4)}),
)


@pytest.mark.parametrize(
    ("day", "covered", "counted"),
    [
        (date(2025, 9, 1), False, True),
        (date(2025, 8, 31), False, False),
        (date(2025, 9, 2), True, True),
        (date(2025, 10, 27), True, False),
        (date(2025, 12, 5), True, False),
        (date(2026, 2, 13), True, True),
        (date(2026, 2, 14), False, False),
        (date(2026, 2, 16), False, True),
        (date(2026, 5, 4), False, False),
    ],
)
def test_where_no_terms_are_known_every_working_day_counts(
    day: date, covered: bool, counted: bool
) -> None:
    assert TERMS.covers(day) is covered
    assert TERMS.counts(day) is counted


def test_a_school_has_terms_or_is_always_open() -> None:
    assert TERMS.has_terms is True
    assert SchoolDays(ALWAYS).has_terms is False
    assert SchoolDays(ALWAYS).covers(date(1999, 1, 1)) is True


@pytest.mark.parametrize(
    ("day", "following", "previous"),
    [
        (date(2025, 12, 4), date(2025, 12, 4), date(2025, 12, 4)),
        (date(2025, 12, 5), date(2025, 12, 8), date(2025, 12, 4)),
        (date(2025, 12, 20), date(2026, 1, 5), date(2025, 12, 19)),
        (date(2025, 11, 2), date(2025, 11, 3), date(2025, 10, 24)),
        (date(2026, 5, 4), date(2026, 5, 5), date(2026, 5, 1)),
    ],
)
def test_the_nearest_school_day_either_way(day: date, following: date, previous: date) -> None:
    assert TERMS.next_open(day) == following
    assert TERMS.previous_open(day) == previous


@pytest.mark.parametrize(
    ("first", "count", "last"),
    [
        (date(2025, 12, 3), 0, date(2025, 12, 3)),
        (date(2025, 12, 3), 1, date(2025, 12, 4)),
        (date(2025, 12, 3), 2, date(2025, 12, 8)),
        (date(2025, 12, 17), 5, date(2026, 1, 7)),
        (date(2026, 2, 12), 2, date(2026, 2, 16)),
    ],
)
def test_school_days_are_counted_on_and_back(first: date, count: int, last: date) -> None:
    assert TERMS.after(first, count) == last
    assert TERMS.between(first, last) == count
    assert TERMS.before(last, count) == first


def test_a_weekend_is_no_school_day_to_count_back_to() -> None:
    assert TERMS.before(date(2025, 12, 8), 1) == date(2025, 12, 4)
    assert TERMS.after(date(2025, 12, 6), 0) == date(2025, 12, 6)


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2025, 12, 3), 0, None),
        (date(2025, 12, 4), 0, date(2025, 12, 3)),
        (date(2025, 12, 4), 1, None),
        (date(2025, 12, 8), 1, date(2025, 12, 4)),
        (date(2025, 12, 8), 2, None),
        (date(2025, 12, 9), 2, date(2025, 12, 8)),
        (date(2025, 11, 3), 5, None),
    ],
)
def test_a_day_is_late_once_so_many_school_days_are_over(
    day: date, count: int, last: date | None
) -> None:
    assert TERMS.last_missed(day, date(2025, 12, 3), count) == last


def test_bank_holidays_are_not_looked_up_for_a_day_that_cannot_be_late() -> None:
    class Unasked(Container[date]):
        def __contains__(self, day: object) -> bool:
            raise AssertionError(day)

    days = SchoolDays(ALWAYS, Unasked())
    assert days.last_missed(date(2025, 12, 6), date(2025, 12, 3), 3) is None


def test_no_school_day_lies_between_a_day_and_one_before_it() -> None:
    assert TERMS.between(date(2025, 12, 8), date(2025, 12, 1)) == 0


@pytest.mark.parametrize(
    ("start", "first", "end", "days"),
    [
        (
            date(2025, 11, 29), None, date(2026, 2, 28),
            [date(2025, 12, 19), date(2026, 1, 19), date(2026, 2, 19)],
        ),
        (
            date(2025, 11, 3), date(2025, 11, 24), date(2026, 1, 23),
            [date(2025, 11, 24), date(2025, 12, 19), date(2026, 1, 19)],
        ),
        (date(2025, 11, 3), date(2025, 12, 6), date(2025, 12, 31), [date(2025, 12, 6)]),
        (date(2025, 11, 3), date(2025, 12, 3), date(2025, 12, 3), [date(2025, 12, 3)]),
        (date(2025, 11, 3), date(2025, 12, 3), date(2025, 12, 2), []),
        (date(2025, 9, 24), None, date(2025, 11, 24), [date(2025, 10, 24), date(2025, 11, 24)]),
    ],
)  # fmt: skip
def test_reviews_fall_due_each_month_or_sooner_on_a_school_day(
    start: date, first: date | None, end: date, days: list[date]
) -> None:
    assert review_schedule(start, first, end, TERMS) == tuple(days)


def test_a_review_waits_for_school_where_it_is_closed_for_over_a_month() -> None:
    summer = SchoolDays(
        ((date(2026, 6, 1), date(2026, 7, 21)), (date(2026, 9, 2), date(2026, 10, 23)))
    )
    dates = review_schedule(date(2026, 6, 21), date(2026, 7, 21), date(2026, 10, 2), summer)
    assert dates == (date(2026, 7, 21), date(2026, 9, 2), date(2026, 10, 2))


@pytest.mark.parametrize(
    ("posted", "post", "expected"),
    [
        (date(2025, 12, 1), "first", date(2025, 12, 3)),
        (date(2025, 12, 1), "second", date(2025, 12, 5)),
        (date(2025, 12, 4), "first", date(2025, 12, 8)),
        (date(2025, 12, 6), "first", date(2025, 12, 9)),
        (date(2025, 12, 24), "first", date(2025, 12, 30)),
        (date(2025, 12, 24), "second", date(2026, 1, 2)),
    ],
)
def test_a_letter_is_expected_on_the_second_or_fourth_working_day(
    posted: date, post: Literal["first", "second"], expected: date
) -> None:
    holidays = {date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1)}
    assert expected_delivery(posted, post, holidays) == expected
