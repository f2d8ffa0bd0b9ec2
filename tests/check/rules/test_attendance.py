"""Attendance figures that can't be right: C-01."""

import contractwork
import pytest
from contractwork import Changes

from docgen.model.finding import Severity, Stage

FIGURES = (
    "{{as_at: '2025-10-06T08:30', certificate: {{ref: cert, possible: 80, attended: {attended}, "
    "authorised: 5, unauthorised: 20}}}}"
)


def figures(place: str, attended: int) -> Changes:
    """Have a certificate of 80 sessions, 25 of them missed."""
    return {f"{place}.attendance": FIGURES.format(attended=attended)}


@pytest.mark.parametrize(("attended", "broken"), [(54, True), (55, False), (56, True)])
@pytest.mark.parametrize("place", ["pupils.c-1", "reviews.rv-1"])
def test_what_was_attended_and_missed_adds_up(place: str, attended: int, broken: bool) -> None:
    table, key = place.split(".")
    path = (table, key, "attendance", "certificate")
    told = contractwork.places("C-01", figures(place, attended))
    assert told == ([(key, path)] if broken else [])


def test_without_figures_there_is_nothing_to_add_up() -> None:
    assert contractwork.places("C-01", {}) == []


def test_papers_that_would_show_false_figures_are_refused() -> None:
    (finding,) = contractwork.found("C-01", figures("pupils.c-1", 90))
    assert (finding.stage, finding.severity) == (Stage.ANY, Severity.ERROR)
    assert finding.message == (
        "The attendance figures of c-1 don't add up: 90 attended, 5 authorised and "
        "20 unauthorised are not 80 possible sessions."
    )
