"""What an invitation says of a meeting."""

from collections.abc import Mapping

import pytest
from household import family, job, pack

from docgen.model.values import Values
from docgen.wording.bundle import bundle
from docgen.wording.values import values_for

Changes = Mapping[str, str | None]
ENGLISH = bundle("en")


def meeting(name: str, about: str, whom: str, changes: Changes | None = None) -> Values:
    """Give the meeting of a job's values."""
    case = family(changes)
    found = values_for(case, pack(), job(name, about, whom, case=case), ENGLISH)["meeting"]
    assert isinstance(found, Mapping)
    return found


def attendees(name: str, about: str, whom: str, changes: Changes | None = None) -> str:
    """Give the attendees as `name (role); name (role)`."""
    found = meeting(name, about, whom, changes)["attendees"]
    assert isinstance(found, list)
    return "; ".join(f"{each['name']} ({each['role']})" for each in found)


def test_a_meeting_has_a_day_a_time_a_place_and_a_chair() -> None:
    found = meeting("invite", "m-1", "c-1")
    assert (found["date"], found["time"]) == ("Monday 20 October 2025", "3:30pm")
    assert (found["place"], found["online"]) == ("The small hall", "")
    assert found["chair"] == {"name": "Mr Tomos Rees", "role": "Attendance Champion"}


def test_a_meeting_online_has_its_link() -> None:
    found = meeting("invite", "m-4", "", {"meetings.m-4.online": "https://meet.example/abc"})
    assert (found["place"], found["online"]) == ("", "https://meet.example/abc")


OFFICER = "Priya Nair (Attendance officer)"
WORKER = "Ms Ruth Adeyemi (Family worker, Saltmouth Family Service)"


@pytest.mark.parametrize(
    ("name", "about", "whom", "changes", "listed"),
    [
        ("invite", "m-1", "c-1", {}, f"Nia Pryce (pupil); {OFFICER}; {WORKER}"),
        ("invite", "m-1", "c-2", {}, f"{OFFICER}; {WORKER}"),
        (
            "invite",
            "m-4",
            "p-1",
            {"meetings.m-4.invited": "[p-1, p-2, c-2]"},
            "Mr Owen Pryce (father)",
        ),
        (
            "form",
            "m-1",
            "",
            {},
            f"Ms Grace Adaeze Mbeki (mother); Nia Pryce (pupil); {OFFICER}; {WORKER}",
        ),
        (
            "partner-invite",
            "m-1",
            "",
            {},
            f"Ms Grace Adaeze Mbeki (mother); Nia Pryce (pupil); {OFFICER}",
        ),
    ],
)
def test_all_invited_are_listed_but_the_recipient_and_other_pupils(
    name: str, about: str, whom: str, changes: Changes, listed: str
) -> None:
    assert attendees(name, about, whom, changes) == listed


def test_the_pupil_of_the_letter_is_invited_or_not() -> None:
    assert meeting("invite", "m-1", "c-1")["pupil_invited"] is True
    assert meeting("invite", "m-1", "c-2")["pupil_invited"] is False


def test_only_the_recipients_own_adjustments_are_told() -> None:
    assert meeting("invite", "m-1", "c-1")["adjustments"] == ["Papers in large print"]
    assert meeting("invite", "m-3", "p-2")["adjustments"] == []
    assert meeting("invite", "m-4", "", {"people.p-1.adjustments": None})["adjustments"] == []


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("phone", "A. Zając (Polish), by phone"),
        ("in_person", "A. Zając (Polish), in person"),
        ("video", "A. Zając (Polish), by video"),
    ],
)
def test_who_interprets_and_how_is_told(mode: str, said: str) -> None:
    changes = {"meetings.m-1.interpreter.mode": mode}
    assert meeting("invite", "m-1", "c-1", changes)["interpreter"] == said


def test_without_an_interpreter_nothing_is_said() -> None:
    assert meeting("invite", "m-3", "p-2")["interpreter"] == ""


def test_a_checklist_before_there_is_a_meeting_has_every_field_empty() -> None:
    changes = {"meetings.m-1.pupils": "[c-1]"}
    assert meeting("checklist", "ct-3", "", changes) == {
        "date": "",
        "time": "",
        "place": "",
        "online": "",
        "chair": {"name": "", "role": ""},
        "attendees": [],
        "pupil_invited": False,
        "adjustments": [],
        "interpreter": "",
    }


@pytest.mark.parametrize(
    ("changes", "date"),
    [
        ({}, "Monday 20 October 2025"),
        ({"contracts.ct-3.made_at": "m-3"}, "Monday 3 November 2025"),
        ({"meetings.m-1.cancelled": "2025-10-19"}, ""),
        ({"meetings.m-1.invited": "[p-2]"}, ""),
        ({"meetings.m-1.kind": "review"}, ""),
        (
            {
                "meetings.m-5": "{kind: initial, pupils: [c-2], date: 2025-12-16, "
                "time: '09:30', invited: [p-1]}"
            },
            "Tuesday 16 December 2025",
        ),
    ],
)
def test_a_planned_contract_looks_to_the_last_first_meeting_that_its_parties_are_invited_to(
    changes: Changes, date: str
) -> None:
    assert meeting("checklist", "ct-3", "", changes)["date"] == date
