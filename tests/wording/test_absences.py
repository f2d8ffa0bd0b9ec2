"""A parent who did not come: why, what was tried, all they were asked to, and what comes next."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import family, job, values_of

Changes = Mapping[str, str | None]
AWAY: dict[str, str | None] = {"meetings.m-3.present": "[st-3]"}


def absence(changes: Changes | None = None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give what is told of the father's absence from m-3 on 3 November 2025."""
    case = family(AWAY | dict(changes or {}))
    return values_of(case, job("engagement-record", "m-3", case=case))["absence"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (None, ("", False)),
        ("{person: p-2, reason: At work, notice: true}", ("At work", True)),
        ("{person: p-2, notice: false}", ("", False)),
        ("{person: p-2}", ("", False)),
        ("{person: st-1, reason: At work, notice: true}", ("", False)),
    ],
)
def test_the_reason_is_told_as_it_was_given(entry: str | None, said: tuple[str, bool]) -> None:
    found = absence({"meetings.m-3.absent": f"[{entry}]"} if entry else {})
    assert (found["reason"], found["gave_notice"]) == said


ATTEMPT = "{{person: {person}, date: 2025-{day}, how: {how}, by: st-3{more}}}"
TRIED = {"person": "p-2", "how": "phone", "more": ""}


def attempts(*tries: Mapping[str, str]) -> Any:  # noqa: ANN401 (a tree of values)
    """Give the attempts told; each is written `day`, and what differs from a call to the father."""
    written = ", ".join(ATTEMPT.format(**TRIED | dict(each)) for each in tries)
    return absence({"attempts": f"[{written}]"})["attempts"]


def test_an_attempt_tells_when_how_who_in_which_language_and_what_came_of_it() -> None:
    more = ", language: pl, response: He asked for Friday."
    assert attempts({"day": "11-04", "how": "home_visit", "more": more}) == [
        {
            "date": "4 November 2025",
            "how": "by a home visit",
            "by": "Priya Nair",
            "language": "Polish",
            "response": "He asked for Friday.",
        }
    ]


def test_what_is_not_recorded_of_an_attempt_is_empty() -> None:
    found = attempts({"day": "11-04"})[0]
    assert (found["how"], found["language"], found["response"]) == ("by phone", "", "")


def test_attempts_are_this_parents_oldest_first_and_not_those_about_other_children() -> None:
    elsewhere = ", meeting: m-5"
    found = absence(
        {
            "meetings.m-5": "{kind: initial, pupils: [c-2], invited: [p-2]}",
            "attempts": ", ".join(
                ATTEMPT.format(**TRIED | each)
                for each in (
                    {"day": "11-05"},
                    {"day": "11-04", "more": ", meeting: m-3"},
                    {"day": "11-06", "person": "p-1"},
                    {"day": "11-07", "more": elsewhere},
                    {"day": "10-21", "more": ", meeting: m-2"},
                )
            ).join("[]"),
        }
    )["attempts"]
    days = [each["date"] for each in found]
    assert days == ["21 October 2025", "4 November 2025", "5 November 2025"]


def test_without_attempts_the_list_is_empty() -> None:
    assert absence()["attempts"] == []


def test_all_that_the_parent_was_asked_to_is_listed_oldest_first() -> None:
    meeting = "{{kind: {kind}, pupils: [c-1], invited: [p-2], {more}}}"
    found = absence(
        {
            "meetings.m-5": meeting.format(kind="review", more="place: Room 1"),
            "meetings.m-6": meeting.format(
                kind="review", more="date: 2025-12-16, time: '09:30', cancelled: 2025-12-01"
            ),
            "meetings.m-7": meeting.format(
                kind="initial", more="date: 2025-10-20, time: '08:00', present: [p-2]"
            ),
            "meetings.m-8": meeting.format(kind="initial", more="date: 2025-10-20"),
            "meetings.m-9": "{kind: initial, pupils: [c-2], date: 2025-10-01, invited: [p-2]}",
            "meetings.m-10": "{kind: initial, pupils: [c-1], date: 2025-10-01, invited: [p-1]}",
        }
    )["invitations"]
    assert [tuple(each.values()) for each in found] == [
        ("Monday 20 October 2025", "", "Still to come"),
        ("Monday 20 October 2025", "8am", "Came"),
        ("Tuesday 21 October 2025", "9am", "Moved to another date"),
        ("Monday 3 November 2025", "4:15pm", "Did not come"),
        ("Tuesday 16 December 2025", "9:30am", "Cancelled"),
        ("", "", "Still to come"),
    ]
    assert list(found[0]) == ["date", "time", "outcome"]


def test_one_who_came_online_came() -> None:
    changes = {
        "meetings.m-7": "{kind: initial, pupils: [c-1], date: 2025-10-01, invited: [p-2], "
        "present: [st-2], present_online: [p-2]}"
    }
    assert absence(changes)["invitations"][0]["outcome"] == "Came"


NEXT = "{{kind: review, pupils: [{pupil}], invited: [{who}], {more}}}"


def coming(more: str, pupil: str = "c-1", who: str = "p-2") -> str:
    """Write a meeting down that is to come."""
    return NEXT.format(pupil=pupil, who=who, more=more)


MONDAY = "date: 2025-12-15, time: '16:00', place: Room 4"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ("", "", "")),
        ({"m-5": coming(MONDAY)}, ("Monday 15 December 2025", "4pm", "Room 4")),
        ({"m-5": coming("date: 2025-12-15")}, ("Monday 15 December 2025", "", "")),
        (
            {"m-5": coming(MONDAY), "m-6": coming("date: 2025-12-08, time: '09:00'")},
            ("Monday 8 December 2025", "9am", ""),
        ),
        ({"m-5": coming("place: Room 4")}, ("", "", "")),
        (
            {"m-5": coming("date: 2025-12-15, online: 'https://meet.example/4'")},
            ("Monday 15 December 2025", "", "Online: https://meet.example/4"),
        ),
        (
            {"m-5": coming(f"{MONDAY}, online: 'https://meet.example/4'")},
            ("Monday 15 December 2025", "4pm", "Room 4"),
        ),
        ({"m-5": coming("date: 2025-11-03")}, ("", "", "")),
        ({"m-5": coming("date: 2025-11-04")}, ("Tuesday 4 November 2025", "", "")),
        ({"m-5": coming(f"{MONDAY}, cancelled: 2025-12-01")}, ("", "", "")),
        ({"m-5": coming(f"{MONDAY}, present: [p-2]")}, ("", "", "")),
        ({"m-5": coming(MONDAY, pupil="c-2")}, ("", "", "")),
        ({"m-5": coming(MONDAY, who="p-1")}, ("", "", "")),
    ],
)
def test_the_next_meeting_is_the_first_still_to_come(
    changes: Mapping[str, str], said: tuple[str, str, str]
) -> None:
    found = absence({f"meetings.{key}": meeting for key, meeting in changes.items()})
    assert (found["next_date"], found["next_time"], found["next_place"]) == said


def test_a_missed_meeting_without_a_date_has_any_later_one_next() -> None:
    found = absence({"meetings.m-3.date": None, "meetings.m-5": coming(MONDAY)})
    assert found["next_date"] == "Monday 15 December 2025"
