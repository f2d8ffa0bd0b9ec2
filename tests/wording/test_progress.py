"""Attendance before a contract and since it began, as far as the figures on record allow."""

from collections.abc import Mapping

import pytest
from household import family, job, values_of

Changes = Mapping[str, str | None]
FIGURES = (
    "{{as_at: 2025-{day}T08:30, certificate: {{ref: c, possible: {possible}, "
    "attended: {attended}, authorised: 0, unauthorised: 0}}}}"
)


def figures(day: str, attended: int, possible: int) -> str:
    """Write figures of a day in 2025 down as a casefile has them."""
    return FIGURES.format(day=day, attended=attended, possible=possible)


START = "contracts.ct-1.period.start"
PUPIL, REVIEW = "pupils.c-1.attendance", "reviews.rv-1.attendance"
BEFORE = figures("10-20", 41, 68)
NOW = figures("11-20", 71, 104)
BOTH: dict[str, str | None] = {PUPIL: BEFORE, REVIEW: NOW}
EARLIER = {
    "reviews.rv-0": "{contract: ct-2, date: 2025-10-17, present: [st-2], attendance: "
    + figures("10-17", 40, 66)
    + "}"
}
SIBLINGS = {
    "reviews.rv-0": "{contract: ct-3, date: 2025-10-17, present: [st-2], attendance: "
    + figures("10-17", 40, 66)
    + "}"
}


def told(changes: Changes) -> tuple[str, str]:
    """Give what a review of 20 November 2025 tells; the contract began on 20 October 2025."""
    figured = {place: text for place, text in changes.items() if text or place == START}
    case = family(figured)
    review = values_of(case, job("review", "rv-1", case=case))["review"]
    assert isinstance(review, Mapping)
    return str(review["before"]), str(review["since"])


def test_a_review_tells_sessions_before_the_contract_and_since() -> None:
    assert told(BOTH) == (
        "41 of 68 sessions attended (60.3%), up to 20 October 2025",
        "30 of 36 sessions attended (83.3%), 21 October 2025 to 20 November 2025",
    )


@pytest.mark.parametrize(
    ("changes", "since"),
    [
        (
            {PUPIL: figures("10-24", 41, 68), START: "2025-11-07"},
            "30 of 36 sessions attended (83.3%), 3 November 2025 to 20 November 2025",
        ),
        ({REVIEW: figures("11-20", 41, 104)}, "0 of 36 sessions attended (0.0%), "),
        ({REVIEW: figures("11-20", 77, 104)}, "36 of 36 sessions attended (100.0%), "),
        (
            EARLIER,
            "30 of 36 sessions attended (83.3%), 21 October 2025 to 20 November 2025",
        ),
        (
            EARLIER | {PUPIL: None},
            "31 of 38 sessions attended (81.6%), 20 October 2025 to 20 November 2025",
        ),
    ],
)
def test_the_last_figures_up_to_the_first_day_are_the_base(changes: Changes, since: str) -> None:
    assert told(BOTH | dict(changes))[1].startswith(since)


@pytest.mark.parametrize(
    "changes",
    [
        {PUPIL: None},
        {REVIEW: None},
        {PUPIL: None, REVIEW: None},
        {START: None},
        {START: "2025-10-19"},
        {PUPIL: figures("10-24", 41, 68), START: "2025-11-10"},
        {REVIEW: figures("11-20", 40, 104)},
        {REVIEW: figures("11-20", 78, 104)},
        {REVIEW: figures("11-20", 41, 68)},
        SIBLINGS | {PUPIL: None},
        {
            PUPIL: figures("07-18", 41, 68),
            "school.terms": "[{name: Summer, start: 2025-06-02, end: 2025-07-18}, "
            "{name: Autumn, start: 2025-09-02, end: 2025-12-19}]",
            START: "2025-09-02",
        },
    ],
)
def test_where_the_sum_cannot_be_done_nothing_is_said(changes: Changes) -> None:
    assert told(BOTH | dict(changes)) == ("", "")
