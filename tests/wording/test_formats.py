"""Dates, times, lists and lengths as people say them."""

import datetime as dt
from decimal import Decimal

import pytest
from polishwork import POLISH, polish

from docgen.model.contract import Period
from docgen.model.language import Catalogue, Language, Translated
from docgen.wording.bundle import Bundle, english
from docgen.wording.formats import (
    choice,
    clock,
    day,
    language_name,
    length,
    listing,
    money,
    ordinal,
    share,
    weekday,
    weekday_name,
)

ENGLISH = english()


def date(written: str) -> dt.date:
    """Read a date."""
    return dt.date.fromisoformat(written)


def test_dates_are_written_in_full() -> None:
    assert day(ENGLISH, date("2025-11-03")) == "3 November 2025"
    assert weekday(ENGLISH, date("2025-11-03")) == "Monday 3 November 2025"
    assert day(ENGLISH, date("2012-02-29")) == "29 February 2012"
    assert (day(ENGLISH, None), weekday(ENGLISH, None)) == ("", "")


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("16:15", "4:15pm"),
        ("09:00", "9am"),
        ("09:05", "9:05am"),
        ("12:00", "midday"),
        ("12:30", "12:30pm"),
        ("00:00", "midnight"),
        ("00:10", "12:10am"),
        ("15:30", "3:30pm"),
    ],
)
def test_times_are_said_by_the_twelve_hour_clock(time: str, said: str) -> None:
    assert clock(ENGLISH, dt.time.fromisoformat(time)) == said


def test_no_time_is_said_by_nothing() -> None:
    assert clock(ENGLISH, None) == ""


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_are_joined_by_commas_and_and(items: list[str], said: str) -> None:
    assert listing(ENGLISH, items) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-10-20", "2026-03-20", "5 months"),
        ("2025-10-20", "2026-03-17", "4 months and 25 days"),
        ("2025-11-03", "2026-12-04", "13 months and 1 day"),
        ("2025-11-29", "2026-02-28", "3 months"),
        ("2025-12-29", "2026-02-28", "2 months"),
        ("2025-11-03", "2025-12-03", "1 month"),
        ("2025-11-03", "2025-11-13", "10 days"),
        ("2025-11-03", "2025-11-03", ""),
        ("2025-11-03", "2025-11-01", ""),
    ],
)
def test_a_length_counts_calendar_months_and_then_days(start: str, end: str, said: str) -> None:
    assert length(ENGLISH, Period(date(start), date(end))) == said


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period(date("2025-11-29"), months=3), "3 months"),
        (Period(months=6), "6 months"),
        (Period(), ""),
        (Period(end=date("2026-03-20")), ""),
    ],
)
def test_a_length_in_months_stands_without_dates(period: Period, said: str) -> None:
    assert length(ENGLISH, period) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(41, 68, "60.3%"), (19, 187, "10.2%"), (68, 68, "100.0%"), (0, 5, "0.0%"), (0, 0, "0.0%")],
)
def test_a_share_has_one_decimal(part: int, whole: int, said: str) -> None:
    assert share(ENGLISH, part, whole) == said


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("pl", "Polish"),
        ("ur", "Urdu"),
        ("pa-Arab", "Punjabi"),
        ("bfi", "bfi"),
        ("ckb", "Central Kurdish"),
    ],
)
def test_languages_go_by_their_names(tag: str, name: str) -> None:
    assert language_name(ENGLISH, tag) == name


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_a_choice_ends_with_or(items: list[str], said: str) -> None:
    assert choice(ENGLISH, items) == said


@pytest.mark.parametrize(
    ("pounds", "said"),
    [("1234.5", "£1,234.50"), ("0", "£0.00"), ("-60", "-£60.00"), ("1000000", "£1,000,000.00")],
)
def test_money_is_written_in_pounds_and_pence(pounds: str, said: str) -> None:
    assert money(Decimal(pounds)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (101, "101st"),
        (111, "111th"),
        (0, "0th"),
    ],
)
def test_places_in_an_order_have_their_ending(number: int, said: str) -> None:
    assert ordinal(number) == said


@pytest.mark.parametrize(
    ("locale", "tag", "said"),
    [
        ("pl_PL", "pl", "poniedziałek, 3 listopada 2025"),
        ("ro_RO", "ro", "luni, 3 noiembrie 2025"),
        ("uk_UA", "uk", "понеділок, 3 листопада 2025"),
        ("ur_PK", "ur", "پیر، 3 نومبر 2025"),
        ("ar", "ar", "الاثنين، 3 نوفمبر 2025"),
        ("bn_BD", "bn", "সোমবার, 3 নভেম্বর 2025"),
        ("pa_Guru_IN", "pa", "ਸੋਮਵਾਰ, 3 ਨਵੰਬਰ 2025"),
    ],
)
def test_every_language_says_dates_in_full_with_western_figures(
    locale: str, tag: str, said: str
) -> None:
    words = Bundle(Catalogue(Language(tag, tag, tag, locale)))
    assert weekday(words, date("2025-11-03")) == said


@pytest.mark.parametrize(
    ("locale", "said"), [("pl_PL", "60,3%"), ("ar", "60.3%"), ("ur_PK", "60.3%")]
)
def test_shares_have_western_figures_and_no_marks_of_direction(locale: str, said: str) -> None:
    assert share(Bundle(Catalogue(Language("x", "x", "x", locale))), 41, 68) == said


@pytest.mark.parametrize(
    ("time", "said"),
    [("16:15", "16:15"), ("09:00", "09:00"), ("12:00", "12:00"), ("00:00", "00:00")],
)
def test_times_go_by_twenty_four_hours_outside_english(time: str, said: str) -> None:
    assert clock(polish(), dt.time.fromisoformat(time)) == said


def test_a_length_is_counted_in_a_languages_own_forms() -> None:
    said = {
        ("month", "{number} months"): Translated(
            ("{number} miesiąc", "{number} miesiące", "{number} miesięcy"), "approved"
        ),
        ("day", "{number} days"): Translated(("{number} dzień", "{number} dni"), "approved"),
    }
    plural = "n==1 ? 0 : n>=2 && n<=4 ? 1 : 2"
    words = Bundle(Catalogue(POLISH, said, plural))
    period = Period(date("2025-11-03"), date("2026-03-20"))
    assert length(words, period) == "4 miesiące i 17 dni"


def test_days_of_the_week_stand_alone() -> None:
    assert [weekday_name(polish(), day) for day in (0, 6)] == ["poniedziałek", "niedziela"]


def test_days_of_the_week_are_each_languages_own_whichever_is_asked_for_first() -> None:
    order = ("ur_PK", "pa_Guru_IN", "ar", "bn_BD", "pl_PL", "uk_UA")
    tongues = (Language(name.partition("_")[0], name, name, name) for name in order)
    said = [weekday_name(Bundle(Catalogue(each)), 2) for each in tongues]
    assert said == ["بدھ", "ਬੁੱਧਵਾਰ", "الأربعاء", "বুধবার", "środa", "середа"]
