"""Ten unauthorised sessions in ten school weeks, over holidays and school years (C-10)."""

from datetime import date, timedelta

import pytest

from docgen.model.calendar import ALWAYS, SchoolDays
from docgen.model.people import Attendance, Certificate, Missed
from docgen.model.threshold import Threshold, threshold

AUTUMN_1 = (date(2025, 9, 2), date(2025, 10, 24))
AUTUMN_2 = (date(2025, 11, 3), date(2025, 12, 19))
SPRING_1 = (date(2026, 1, 5), date(2026, 2, 13))
TERMS = SchoolDays((AUTUMN_1, AUTUMN_2, SPRING_1))
NOT_MET = Threshold(met=False, sessions=9)


def judged(
    *missed: Missed, unauthorised: int = 0, as_at: str = "2025-11-14", days: SchoolDays = TERMS
) -> Threshold:
    """Judge days that were missed, or a certificate's total alone."""
    certificate = Certificate("cert-1", 100, 100 - unauthorised, 0, unauthorised)
    return threshold(Attendance(f"{as_at}T08:30", certificate, missed=missed), days)


def away(first: date, sessions: int, code: str = "O") -> list[Missed]:
    """Write down so many sessions missed from a day on, two a day and no weekends."""
    day, left, missed = first, sessions, []
    while left:
        if day.weekday() < 5:
            missed.append(Missed(day, code, 2 if left > 1 else 1))
            left -= missed[-1].sessions
        day += timedelta(days=1)
    return missed


@pytest.mark.parametrize(
    ("sessions", "verdict"),
    [
        (9, NOT_MET),
        (10, Threshold(True, 10, 1, date(2025, 11, 3), date(2025, 11, 7), ("O",))),
        (11, Threshold(True, 11, 2, date(2025, 11, 3), date(2025, 11, 10), ("O",))),
    ],
)
def test_it_takes_ten_sessions(sessions: int, verdict: Threshold) -> None:
    assert judged(*away(date(2025, 11, 3), sessions)) == verdict


@pytest.mark.parametrize(("code", "met"), [*dict.fromkeys("GNOUgnou", True).items(),
                                           *dict.fromkeys("BCEIMSTX2", False).items()])  # fmt: skip
def test_absence_with_leave_and_attendance_elsewhere_never_count(code: str, met: bool) -> None:
    assert judged(*away(date(2025, 11, 3), 10, code)).met is met


def test_the_codes_that_count_are_told_once_each_and_in_order() -> None:
    missed = [*away(date(2025, 11, 3), 6, "U"), *away(date(2025, 11, 10), 4, "g")]
    assert judged(*missed, *away(date(2025, 11, 12), 2, "I")).codes == ("G", "U")


def test_an_authority_may_count_other_codes() -> None:
    attendance = Attendance(
        "2025-11-14", Certificate("cert-1", 100, 90, 0, 10), missed=tuple(away(AUTUMN_2[0], 10))
    )
    assert threshold(attendance, TERMS, frozenset("GU")) == Threshold(met=False, sessions=0)


OCTOBER = date(2025, 10, 20)


@pytest.mark.parametrize(
    ("last", "verdict"),
    [
        (date(2026, 1, 16), Threshold(True, 10, 10, OCTOBER, date(2026, 1, 16), ("O",))),
        (date(2026, 1, 19), Threshold(met=False, sessions=10)),
    ],
)
def test_weeks_without_school_are_skipped(last: date, verdict: Threshold) -> None:
    # Thirteen weeks by the calendar: half term and two weeks at Christmas are none of the ten.
    assert judged(Missed(last, "O", 1), *away(OCTOBER, 9)) == verdict


def test_it_is_told_of_the_first_ten_weeks_that_hold_ten_sessions() -> None:
    early, many = away(date(2025, 9, 8), 1), away(date(2025, 11, 24), 9)
    late = away(date(2026, 1, 26), 12)
    assert judged(*early, *many, *late) == Threshold(
        True, 21, 9, date(2025, 11, 24), date(2026, 2, 2), ("O",)
    )
    assert judged(*away(date(2025, 9, 15), 1), *many, *late) == Threshold(
        True, 10, 10, date(2025, 9, 15), date(2025, 11, 28), ("O",)
    )


def test_a_missed_session_shows_that_there_was_school() -> None:
    in_half_term = Missed(date(2025, 10, 29), "O", 1)
    assert judged(*away(OCTOBER, 9), in_half_term) == Threshold(
        True, 10, 2, OCTOBER, date(2025, 10, 29), ("O",)
    )
    week_more = Missed(date(2026, 1, 16), "O", 1)
    assert judged(*away(OCTOBER, 8), in_half_term, week_more).met is False


@pytest.mark.parametrize(
    ("before", "met"),
    [(date(2025, 9, 2), False), (date(2025, 9, 1), None), (date(2025, 7, 1), None)],
)
def test_days_before_the_known_terms_leave_it_open(before: date, met: bool | None) -> None:
    missed = (Missed(before, "O", 2), *away(date(2025, 12, 1), 9))
    assert judged(*missed) == Threshold(met=met, sessions=11)


def test_days_outside_the_known_terms_never_make_it_met() -> None:
    assert judged(*away(date(2025, 7, 1), 12)) == Threshold(met=None, sessions=12)
    assert judged(*away(date(2026, 2, 16), 9)) == NOT_MET


def test_days_outside_the_known_terms_do_not_undo_it() -> None:
    assert judged(Missed(date(2025, 7, 1), "O", 2), *away(AUTUMN_2[0], 10)) == Threshold(
        True, 10, 1, date(2025, 11, 3), date(2025, 11, 7), ("O",)
    )


def test_without_terms_every_week_counts_and_what_lies_further_apart_is_not_known() -> None:
    always = SchoolDays(ALWAYS)
    near = (*away(OCTOBER, 9), Missed(date(2025, 12, 26), "O", 1))
    assert judged(*near, days=always).weeks == 10
    far = (*away(OCTOBER, 9), Missed(date(2025, 12, 29), "O", 1))
    assert judged(*far, days=always) == Threshold(met=None, sessions=10)


FIRST = date(2025, 9, 2)


@pytest.mark.parametrize(
    ("unauthorised", "as_at", "verdict"),
    [
        (9, "2025-11-14", NOT_MET),
        (9, "2026-02-13", NOT_MET),
        (10, "2025-11-14", Threshold(True, 10, 10, FIRST, date(2025, 11, 14))),
        (10, "2025-11-16", Threshold(True, 10, 10, FIRST, date(2025, 11, 16))),
        (10, "2025-11-17", Threshold(met=None, sessions=10)),
        (12, "2025-09-02", Threshold(True, 12, 1, FIRST, FIRST)),
        (12, "2025-08-29", Threshold(met=None, sessions=12)),
        (12, "2026-09-14", Threshold(met=None, sessions=12)),
    ],
)
def test_a_total_tells_only_in_the_first_ten_weeks_of_a_year(
    unauthorised: int, as_at: str, verdict: Threshold
) -> None:
    assert judged(unauthorised=unauthorised, as_at=as_at) == verdict


def test_a_total_from_before_term_began_is_of_another_year() -> None:
    late_start = SchoolDays(((date(2025, 9, 10), date(2025, 10, 24)),))
    assert judged(unauthorised=12, as_at="2025-09-05", days=late_start).met is None


@pytest.mark.parametrize(
    ("start", "met"),
    [
        (date(2025, 8, 14), None),
        (date(2025, 8, 15), True),
        (date(2025, 9, 30), True),
        (date(2025, 10, 1), None),
    ],
)
def test_a_total_tells_nothing_if_the_years_first_term_is_not_known(
    start: date, met: bool | None
) -> None:
    days = SchoolDays(((start, date(2025, 10, 24)), AUTUMN_2))
    assert judged(unauthorised=10, as_at="2025-10-10", days=days).met is met


def test_a_total_without_terms_counts_from_1_september() -> None:
    always = SchoolDays(ALWAYS)
    assert judged(unauthorised=10, as_at="2025-11-07", days=always) == Threshold(
        True, 10, 10, date(2025, 9, 1), date(2025, 11, 7)
    )
    assert judged(unauthorised=10, as_at="2025-11-10", days=always).met is None


def test_the_days_written_down_go_before_the_total() -> None:
    verdict = judged(*away(AUTUMN_2[0], 9), unauthorised=30)
    assert verdict == NOT_MET
    assert (verdict.weeks, verdict.first, verdict.last, verdict.codes) == (0, None, None, ())
