"""What an invitation says of a meeting."""

from collections.abc import Mapping

import pytest
from household import family, job, values_of

from docgen.model.values import Values

Changes = Mapping[str, str | None]


def meeting(name: str, about: str, whom: str, changes: Changes | None = None) -> Values:
    """Give the meeting of a job's values."""
    case = family(changes)
    found = values_of(case, job(name, about, whom, case=case))["meeting"]
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
        "kind": "",
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


@pytest.mark.parametrize(
    ("paper", "kind"), [("invite m-3 p-2", "initial"), ("invite m-4 p-1", "review")]
)
def test_a_meeting_tells_its_kind_as_a_code(paper: str, kind: str) -> None:
    name, about, whom = paper.split()
    assert meeting(name, about, whom)["kind"] == kind


ASKED = "meetings.m-3.rearranged"
BEFORE = {
    "old_date": "Tuesday 21 October 2025",
    "old_time": "9am",
    "old_place": "",
    "you_asked": False,
    "asked_on": "",
}


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({}, {}),
        (
            {ASKED: "{asked_by: p-2, asked: 2025-10-16}"},
            {"you_asked": True, "asked_on": "16 October 2025"},
        ),
        ({ASKED: "{asked_by: st-2, asked: 2025-10-16}"}, {"asked_on": "16 October 2025"}),
        ({"meetings.m-2.place": "Room 4"}, {"old_place": "Room 4"}),
        (
            {"meetings.m-2.date": None, "meetings.m-2.time": None},
            {"old_date": "", "old_time": ""},
        ),
    ],
)
def test_a_moved_meeting_tells_what_it_was_and_who_asked(
    changes: Changes, differs: dict[str, object]
) -> None:
    case = family(changes)
    found = values_of(case, job("rearranged", "m-3", case=case))
    assert found["rearranged"] == BEFORE | differs


@pytest.mark.parametrize(
    ("about", "whom", "changes", "told"),
    [
        ("m-1", "pa-1", {}, ("Saltmouth Family Service", False, ["Nia Pryce", "Ewan Mbeki Pryce"])),
        (
            "m-4",
            "pa-1",
            {"partners.pa-1.consents_to_actions": "true"},
            ("Saltmouth Family Service", True, ["Nia Pryce"]),
        ),
        (
            "m-4",
            "pa-2",
            {
                "partners.pa-2.consents_to_actions": "false",
                "meetings.m-4.invited": "[pa-2]",
            },
            ("Harbour Club", False, ["Nia Pryce"]),
        ),
    ],
)
def test_a_partner_is_told_the_pupils_and_whether_it_agreed_to_act(
    about: str, whom: str, changes: Changes, told: tuple[str, bool, list[str]]
) -> None:
    case = family(changes)
    found = values_of(case, job("partner-invite", about, whom, case=case))["partner"]
    organisation, consents, pupils = told
    assert found == {
        "organisation": organisation,
        "consents": consents,
        "pupils": [{"name": name} for name in pupils],
    }
