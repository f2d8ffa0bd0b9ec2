"""Attendance in words: sessions first, bands in whole sessions, the national threshold."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import family, job, values_of

Changes = Mapping[str, str | None]
FIGURES = (
    "{{as_at: 2025-{as_at}T08:30, certificate: {{ref: c, possible: {possible}, "
    "attended: {attended}, authorised: {authorised}, unauthorised: {unauthorised}{late}}}}}"
)
ABSENT = {"meetings.m-3.present": "[st-3]"}
EMPTY = {
    "known": False,
    "summary": "",
    "missed": "",
    "authorised": "",
    "unauthorised": "",
    "late": "",
    "band": "",
    "threshold_met": False,
    "threshold": "",
}


def figures(
    attended: int, possible: int, unauthorised: int = 0, late: str = "", as_at: str = "10-20"
) -> str:
    """Write figures down as a casefile has them; what was missed is else authorised."""
    return FIGURES.format(
        as_at=as_at,
        possible=possible,
        attended=attended,
        authorised=possible - attended - unauthorised,
        unauthorised=unauthorised,
        late=late,
    )


def attendance(written: str | None, paper: str = "missed-you m-3") -> Any:  # noqa: ANN401 (a tree of values)
    """Give what a paper tells of a pupil's attendance, as the casefile has it."""
    name, about = paper.split()
    case = family(ABSENT | ({"pupils.c-1.attendance": written} if written else {}))
    return values_of(case, job(name, about, case=case))["attendance"]


def test_sessions_stand_before_percent() -> None:
    assert attendance(figures(41, 68, 20, ", late: 3")) == {
        "known": True,
        "summary": "41 of 68 sessions attended (60.3%), up to 20 October 2025",
        "missed": "27 of 68 sessions missed (39.7%)",
        "authorised": "7 sessions",
        "unauthorised": "20 sessions",
        "late": "3 sessions",
        "band": "persistent absence",
        "threshold_met": True,
        "threshold": "20 unauthorised sessions in 8 school weeks, "
        "2 September 2025 to 20 October 2025",
    }


def test_without_figures_every_name_is_there_and_empty() -> None:
    assert attendance(None) == EMPTY


@pytest.mark.parametrize(("late", "said"), [("", ""), (", late: 0", "0 sessions")])
def test_late_marks_are_told_where_they_were_counted(late: str, said: str) -> None:
    assert attendance(figures(41, 68, 20, late))["late"] == said


def test_one_session_is_one_session() -> None:
    found = attendance(figures(66, 68, 1, ", late: 1"))
    assert (found["authorised"], found["unauthorised"], found["late"]) == ("1 session",) * 3


@pytest.mark.parametrize(
    ("attended", "possible", "band"),
    [
        (169, 187, ""),
        (168, 187, "persistent absence"),
        (171, 190, "persistent absence"),
        (172, 190, ""),
        (35, 68, "persistent absence"),
        (34, 68, "severe absence"),
        (0, 1, "severe absence"),
        (1, 1, ""),
    ],
)
def test_bands_are_reckoned_in_whole_sessions(attended: int, possible: int, band: str) -> None:
    assert attendance(figures(attended, possible))["band"] == band


def missed(codes: str) -> str:
    """Give figures with one whole day missed in each week from 8 September, under the codes."""
    days = ("09-08", "09-15", "09-22", "09-29", "10-06")
    entries = ", ".join(
        f"{{date: 2025-{day}, code: {code}}}" for day, code in zip(days, codes, strict=True)
    )
    return figures(41, 68, 10).removesuffix("}") + f", missed: [{entries}]}}"


@pytest.mark.parametrize(
    ("written", "threshold"),
    [
        (figures(50, 68, 9), ""),
        (
            figures(50, 68, 10),
            "10 unauthorised sessions in 8 school weeks, 2 September 2025 to 20 October 2025",
        ),
        (
            missed("OGNUO"),
            "10 unauthorised sessions in 5 school weeks, 8 September 2025 to 6 October 2025",
        ),
        (missed("OGNIO"), ""),
    ],
)
def test_the_threshold_is_told_only_where_it_is_met(written: str, threshold: str) -> None:
    found = attendance(written)
    assert (found["threshold_met"], found["threshold"]) == (bool(threshold), threshold)


def test_where_it_is_not_known_whether_the_threshold_is_met_nothing_is_said() -> None:
    found = attendance(figures(100, 150, 10, as_at="12-19"))
    assert (found["known"], found["threshold_met"], found["threshold"]) == (True, False, "")


def at_review(of_pupil: str | None, of_review: str | None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give what a review of 20 November 2025 tells of attendance."""
    changes = {"pupils.c-1.attendance": of_pupil, "reviews.rv-1.attendance": of_review}
    case = family({place: written for place, written in changes.items() if written})
    return values_of(case, job("review", "rv-1", case=case))["attendance"]["summary"]  # type: ignore[index, call-overload]


@pytest.mark.parametrize(
    ("of_pupil", "of_review", "said"),
    [
        (figures(41, 68), figures(90, 100, as_at="11-20"), "90 of 100 sessions attended"),
        (figures(90, 100, as_at="11-20"), figures(41, 68), "41 of 68 sessions attended"),
        (figures(41, 68, as_at="11-20"), None, "41 of 68 sessions attended"),
        (figures(41, 68, as_at="11-21"), None, ""),
        (None, None, ""),
    ],
)
def test_a_review_tells_what_was_known_on_its_day(
    of_pupil: str | None, of_review: str | None, said: str
) -> None:
    assert at_review(of_pupil, of_review).partition(" (")[0] == said


@pytest.mark.parametrize("paper", ["pupil-form m-1", "contact-record nc-1"])
def test_records_for_staff_tell_it_too(paper: str) -> None:
    name, about = paper.split()
    case = family({"pupils.c-1.attendance": figures(41, 68)})
    told = values_of(case, job(name, about, "c-1", case=case))["attendance"]
    assert isinstance(told, Mapping)
    assert told["known"] is True


@pytest.mark.parametrize(
    ("paper", "of_pupil", "of_review", "said"),
    [
        ("contact-record nc-2", "10-20", "11-28", "at the review"),
        ("contact-record nc-2", "10-20", "12-01", "at the review"),
        ("contact-record nc-2", "10-20", "12-02", "of the pupil"),
        ("contact-record nc-2", "11-30", "11-28", "of the pupil"),
        ("contact-record nc-2", "12-02", "12-03", "of the pupil"),
        ("contact-record nc-2", "12-05", "11-28", "at the review"),
        ("missed-you m-3", "10-20", "11-02", "at the review"),
        ("missed-you m-3", "10-20", "11-04", "of the pupil"),
        ("pupil-form m-4", "10-20", "12-15", "at the review"),
        ("pupil-form m-4", "10-20", "12-16", "of the pupil"),
    ],
)
def test_a_paper_tells_the_last_figures_by_its_own_day_else_the_pupils(
    paper: str, of_pupil: str, of_review: str, said: str
) -> None:
    changes = {
        "pupils.c-1.attendance": figures(41, 68, as_at=of_pupil),
        "reviews.rv-1.attendance": figures(42, 68, as_at=of_review),
    }
    name, about = paper.split()
    case = family(ABSENT | changes)
    told = values_of(case, job(name, about, case=case))["attendance"]
    assert isinstance(told, Mapping)
    sessions = {"of the pupil": "41", "at the review": "42"}[said]
    assert str(told["summary"]).startswith(f"{sessions} of 68 sessions")


def test_figures_told_of_a_sibling_are_not_this_pupils() -> None:
    review = (
        "{contract: ct-3, date: 2025-10-17, present: [st-2], attendance: "
        + figures(40, 66, as_at="10-17")
        + "}"
    )
    case = family(ABSENT | {"reviews.rv-0": review})
    told = values_of(case, job("missed-you", "m-3", case=case))["attendance"]
    assert told == EMPTY


def test_a_meeting_without_a_day_is_told_the_latest_figures() -> None:
    changes = {
        "pupils.c-1.attendance": figures(41, 68),
        "reviews.rv-1.attendance": figures(90, 100, as_at="11-20"),
        "meetings.m-3.date": None,
    }
    case = family(ABSENT | changes)
    told = values_of(case, job("missed-you", "m-3", case=case))["attendance"]
    assert isinstance(told, Mapping)
    assert str(told["summary"]).startswith("90 of 100")
