"""The form of a meeting about one pupil: who came, who said what; for staff alone."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import PERS, family, job, kind, pack, values_of

from docgen.wording.values import promised

Changes = Mapping[str, str | None]
STAFF_ONLY = {"attendance", "voice", "contract_reasons", "views", "present", "absent", "enclosures"}


def form(about: str = "m-1", pupil: str = "c-1", changes: Changes | None = None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give the values of the form of a meeting about a pupil."""
    case = family(changes)
    return values_of(case, job("pupil-form", about, pupil, case=case))


def listed(people: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """Give each entry's values, in order."""
    return [tuple(each.values()) for each in people]


def test_an_agenda_for_parents_tells_nothing_of_what_staff_write_down() -> None:
    case = family()
    agenda = values_of(case, job("agenda", "m-1", "c-1", case=case))
    assert STAFF_ONLY.isdisjoint(agenda)
    assert {"pupil", "meeting"} <= set(agenda)
    names = promised(kind("agenda", *PERS["agenda"]), pack())
    assert not any(name.split(".")[0].split("[")[0] in STAFF_ONLY for name in names)
    assert set(form()) > STAFF_ONLY


def test_a_form_for_a_whole_meeting_has_no_pupil_to_write_about() -> None:
    assert STAFF_ONLY.isdisjoint(values_of(family(), job("form", "m-1")))


@pytest.mark.parametrize(("pupil", "words"), [("c-1", "The mornings are loud."), ("c-2", "")])
def test_the_pupils_own_words_are_told(pupil: str, words: str) -> None:
    assert form("m-1", pupil)["voice"] == words


OF_BOTH = {
    "meetings.m-1.invited": "[p-1, p-2, c-1]",
    "contracts.ct-2.made_at": "m-1",
    "contracts.ct-2.reasons": "Mondays at the father's.",
    "contracts.ct-3.reasons": "Ewan walks alone.",
}


@pytest.mark.parametrize(
    ("about", "pupil", "changes", "reasons"),
    [
        ("m-1", "c-1", {}, "Nia misses most Mondays."),
        ("m-1", "c-2", {}, ""),
        ("m-3", "c-1", {}, ""),
        ("m-1", "c-1", OF_BOTH, "Nia misses most Mondays. Mondays at the father's."),
        ("m-1", "c-2", OF_BOTH, "Ewan walks alone."),
        (
            "m-1",
            "c-1",
            OF_BOTH | {"contracts.ct-2.reasons": "Nia misses most Mondays."},
            "Nia misses most Mondays.",
        ),
    ],
)
def test_why_a_contract_would_help_is_told_of_the_pupils_own_contracts(
    about: str, pupil: str, changes: Changes, reasons: str
) -> None:
    assert form(about, pupil, changes)["contract_reasons"] == reasons


BOTH_ASKED = {"meetings.m-1.invited": "[p-2, p-1, c-1]"}
MOTHER = ("Ms Grace Adaeze Mbeki", "mother")
FATHER = ("Mr Owen Pryce", "father")
SILENT = "Did not wish to say"


@pytest.mark.parametrize(
    ("changes", "views"),
    [
        ({}, [(*MOTHER, "", "The corridor is noisy on Mondays.", "", "Willing", "")]),
        (
            BOTH_ASKED,
            [
                (*MOTHER, "", "The corridor is noisy on Mondays.", "", "Willing", ""),
                (*FATHER, "", "", "", "", ""),
            ],
        ),
        (
            {
                "parent_views": "[{person: p-1, meeting: m-3, concerns: Another time}, "
                "{person: p-1, meeting: m-1, attendance: Too low, how_to_address: A bus pass, "
                "on_contract: A fair try, support_wanted: A lift, not_said: [concerns]}]"
            },
            [(*MOTHER, "Too low", SILENT, "A bus pass", "A fair try", "A lift")],
        ),
        (
            {
                "parent_views": "[{person: p-1, meeting: m-1, concerns: Noise, not_said: "
                "[attendance, concerns, how_to_address, on_contract, support_wanted]}]"
            },
            [(*MOTHER, SILENT, "Noise", SILENT, SILENT, SILENT)],
        ),
        (
            {"parent_views": None, "meetings.m-1.present_online": "[p-2]"},
            [(*MOTHER, "", "", "", "", ""), (*FATHER, "", "", "", "", "")],
        ),
    ],
)
def test_each_parent_asked_or_there_has_a_row_with_the_five_answers(
    changes: Changes, views: list[tuple[str, ...]]
) -> None:
    assert listed(form(changes=changes)["views"]) == views


def test_the_five_answers_are_told_by_name() -> None:
    assert list(form()["views"][0]) == [
        "name",
        "relationship",
        "attendance",
        "concerns",
        "how_to_address",
        "on_contract",
        "support_wanted",
    ]


def test_only_parents_of_the_pupil_are_asked_for_their_views() -> None:
    changes = {"meetings.m-1.invited": "[p-1, p-3]", "parent_views": None}
    assert [row["name"] for row in form("m-1", "c-2", changes)["views"]] == [MOTHER[0]]


HELD: dict[str, str | None] = {
    "meetings.m-1.invited": "[p-1, p-2, c-1, c-2, st-3, pa-1]",
    "meetings.m-1.present": "[p-1, c-1, c-2, st-2]",
    "meetings.m-1.present_online": "[pa-1, p-1]",
    "meetings.m-1.absent": "[{person: p-2, reason: At work}, {person: st-1}, {person: p-1}]",
}


def test_who_came_is_told_with_how_and_without_other_pupils() -> None:
    assert listed(form(changes=HELD)["present"]) == [
        (*MOTHER, "In person"),
        ("Nia Pryce", "pupil", "In person"),
        ("Mr Tomos Rees", "Attendance Champion", "In person"),
        ("Ms Ruth Adeyemi", "Family worker, Saltmouth Family Service", "Online"),
    ]


def test_who_did_not_come_is_told_with_the_reason_where_one_was_given() -> None:
    assert listed(form(changes=HELD)["absent"]) == [
        (*FATHER, "At work"),
        ("Priya Nair", "Attendance officer", ""),
        ("Mrs Joan Abara", "Headteacher", ""),
    ]
    assert list(form(changes=HELD)["absent"][0]) == ["name", "role", "reason"]


def test_another_pupil_who_did_not_come_is_not_named() -> None:
    changes = HELD | {"meetings.m-1.present": "[p-1]"}
    names = [row["name"] for row in form(changes=changes)["absent"]]
    assert names == ["Mr Owen Pryce", "Nia Pryce", "Priya Nair", "Mrs Joan Abara"]


def test_before_the_meeting_nobody_came_or_stayed_away() -> None:
    found = form("m-4")
    assert (found["present"], found["absent"]) == ([], [])


def test_of_a_meeting_that_only_says_who_was_away_nobody_came() -> None:
    found = form("m-4", "c-1", {"meetings.m-4.absent": "[{person: p-1}]"})
    assert found["present"] == []
    assert [row["name"] for row in found["absent"]] == [MOTHER[0], "Ms Ruth Adeyemi"]
