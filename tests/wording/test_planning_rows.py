"""The planning stage: what the casefile shows beside each row."""

import pytest
from rowwork import NO_MEETING, Changes, Table, issued, row

CERTIFICATE = (
    "{as_at: 2025-11-20T08:30, certificate: "
    "{ref: c, possible: 68, attended: 41, authorised: 7, unauthorised: 20}}"
)

NO_STAFF = "No staff recorded for the meeting."

PLANNING: Table = [
    ("guidance", {}, "Working together, 2024, paragraphs 1 to 9.", ""),
    ("attendance", {}, "No attendance figures recorded.", ""),
    (
        "attendance",
        {"pupils.c-1.attendance": CERTIFICATE},
        "41 of 68 sessions attended (60.3%), 20 missed without leave. Persistent absence.",
        "",
    ),
    (
        "attendance",
        {"pupils.c-1.attendance": CERTIFICATE.replace("41", "34")},
        "34 of 68 sessions attended (50.0%), 20 missed without leave. Severe absence.",
        "",
    ),
    (
        "attendance",
        {"pupils.c-1.attendance": CERTIFICATE.replace("41", "68").replace("20}", "0}")},
        "68 of 68 sessions attended (100.0%), 0 missed without leave.",
        "",
    ),
    (
        "other_plans",
        {},
        "Other plans: not recorded. Ms Ruth Adeyemi consulted on 1 October 2025.",
        "",
    ),
    (
        "other_plans",
        {"other_plans": "[]", "partners.pa-2.consulted": "2025-10-02"},
        (
            "No other plans in place. Ms Ruth Adeyemi consulted on 1 October 2025. "
            "Harbour Club consulted on 2 October 2025."
        ),
        "Yes",
    ),
    (
        "other_plans",
        {"other_plans": "[{type: Early help, owner: pa-1, conflict: none}, {type: Child in need}]"},
        (
            "Early help in place with Ms Ruth Adeyemi; conflicts: none. Child in need in place. "
            "Ms Ruth Adeyemi consulted on 1 October 2025."
        ),
        "",
    ),
    (
        "other_plans",
        {
            "other_plans": "[{type: Early help, holds_actions: true, conflict: none}, "
            "{type: Child in need, owner: pa-1, holds_actions: false}]",
            "partners.pa-1.consulted": None,
        },
        (
            "Early help in place, with the actions on attendance in it; conflicts: none. "
            "Child in need in place with Ms Ruth Adeyemi, with no actions on attendance in it."
        ),
        "",
    ),
    ("earlier_support", {}, "Earlier support: not recorded.", ""),
    (
        "earlier_support",
        {"earlier_support_not_right": "The family moved here last week"},
        (
            "Earlier support: not recorded. "
            "Why it is not right here: The family moved here last week."
        ),
        "",
    ),
    ("earlier_support", {"earlier_support": "[]"}, "No earlier support.", ""),
    (
        "earlier_support",
        {
            "earlier_support": "[{date: 2025-06-20, what: Breakfast club, result: it helped}, "
            "{date: 2025-07-01, what: A mentor}]"
        },
        "20 June 2025: Breakfast club, it helped. 1 July 2025: A mentor.",
        "",
    ),
    (
        "parents_contacted",
        {},
        (
            "Ms Grace Adaeze Mbeki (mother), lives with the pupil, invited to the meeting. "
            "Mr Owen Pryce (father), does not live with the pupil. "
            "Kit Holloway (step-parent), the school decided not to work with this adult."
        ),
        "",
    ),
    (
        "parents_contacted",
        {
            "family": "{acrimonious: true}",
            "links.2.lives_with": "part",
            "people.p-2.protected": "true",
        },
        (
            "Ms Grace Adaeze Mbeki (mother), lives with the pupil, invited to the meeting. "
            "p-2 (father), lives with the pupil part of the time. "
            "Kit Holloway (step-parent), the school decided not to work with this adult. "
            "The parents are recorded as acrimonious: meet and agree with each of them apart."
        ),
        "",
    ),
    (
        "parents_contacted",
        {
            "links.0.explained": "2025-10-09",
            "links.2.explained": "2025-10-10",
            "attempts": "[{person: p-2, date: 2025-11-04, how: phone, by: st-2, meeting: m-3}, "
            "{person: p-2, date: 2025-10-13, how: email, by: st-2}, "
            "{person: p-2, date: 2025-10-13, how: phone, by: st-2}, "
            "{person: p-2, date: 2025-12-02, how: letter, by: st-2, meeting: m-5}]",
            "meetings.m-5": "{kind: review, pupils: [c-2], invited: [p-2]}",
        },
        (
            "Ms Grace Adaeze Mbeki (mother), lives with the pupil, "
            "told how a contract works on 9 October 2025, invited to the meeting. "
            "Mr Owen Pryce (father), does not live with the pupil, "
            "told how a contract works on 10 October 2025, "
            "attempts to reach them on 13 October 2025 and 4 November 2025. "
            "Kit Holloway (step-parent), the school decided not to work with this adult."
        ),
        "",
    ),
    (
        "pupil_takes_part",
        {},
        (
            "Old enough to understand: not recorded. Able to take part: not recorded. "
            "Invited to the meeting."
        ),
        "",
    ),
    (
        "pupil_takes_part",
        {
            "pupils.c-1.old_enough_to_understand": "true",
            "pupils.c-1.able_to_take_part": "false",
            "pupils.c-1.spoken_to_before": "2025-10-10",
            "meetings.m-1.invited": "[p-1]",
        },
        "Old enough to understand: yes. Able to take part: no. Spoken to on 10 October 2025.",
        "Yes",
    ),
    ("leader_told", {}, "Nobody recorded as told.", ""),
    (
        "leader_told",
        {"notifications": "[{who: st-1, date: 2025-10-01}, {who: Governors, date: 2025-10-02}]"},
        "Mrs Joan Abara told on 1 October 2025. Governors told on 2 October 2025.",
        "Yes",
    ),
    (
        "leader_told",
        {"initiated_by": "st-1"},
        "Started by Mrs Joan Abara.",
        "Yes",
    ),
    (
        "leader_told",
        {"initiated_by": "st-2"},
        "Started by Mr Tomos Rees. Nobody recorded as told.",
        "",
    ),
    (
        "leader_told",
        {
            "initiated_by": "st-2",
            "notifications": "[{who: chair_of_governors, date: 2025-10-02}]",
        },
        "Started by Mr Tomos Rees. Chair of governors told on 2 October 2025.",
        "",
    ),
    (
        "leader_told",
        {"school.headteacher": None, "notifications": "[{who: Governors, date: 2025-10-02}]"},
        "Governors told on 2 October 2025.",
        "Yes",
    ),
    ("leader_told", {"school.headteacher": None}, "Nobody recorded as told.", ""),
    ("chair_and_lead", {}, "Chair: Mr Tomos Rees. Lead practitioner: Mr Tomos Rees.", "Yes"),
    (
        "chair_and_lead",
        {
            "contracts.ct-1.handovers": "[{date: 2025-12-01, role: lead_practitioner, was: st-3, "
            "now: st-2, reason: on leave}, {date: 2025-12-02, role: chair, was: st-1, now: st-2}]"
        },
        (
            "Chair: Mr Tomos Rees. Lead practitioner: Mr Tomos Rees. "
            "Lead practitioner passed from Priya Nair to Mr Tomos Rees on 1 December 2025: "
            "on leave. Chair passed from Mrs Joan Abara to Mr Tomos Rees on 2 December 2025."
        ),
        "Yes",
    ),
    (
        "chair_and_lead",
        {"meetings.m-1.chair": None, "contracts.ct-1.lead_practitioner": None},
        "Chair: not recorded. Lead practitioner: not recorded.",
        "",
    ),
    (
        "staff_present",
        {},
        "From the school: Mr Tomos Rees and Priya Nair. The Attendance Champion takes part.",
        "Yes",
    ),
    (
        "staff_present",
        {"meetings.m-1.chair": None, "meetings.m-1.present": None},
        "From the school: Priya Nair.",
        "Yes",
    ),
    (
        "staff_present",
        {"school.attendance_champion": "st-3"},
        "From the school: Mr Tomos Rees and Priya Nair. The Attendance Champion takes part.",
        "Yes",
    ),
    (
        "staff_present",
        {"school.attendance_champion": "st-1"},
        "From the school: Mr Tomos Rees and Priya Nair.",
        "Yes",
    ),
    ("staff_present", NO_MEETING | {"contracts.ct-1.made_at": None}, NO_STAFF, ""),
    ("meeting_set", {"meetings.m-1.time": None}, "No date and time set yet.", ""),
    ("meeting_set", {"meetings.m-1.date": None}, "No date and time set yet.", ""),
    ("meeting_set", NO_MEETING | {"contracts.ct-1.made_at": None}, "No date and time set yet.", ""),
    (
        "meeting_set",
        issued("invite", "m-1", "p-1"),
        (
            "Monday 20 October 2025 at 3:30pm, The small hall. "
            "Invited: Ms Grace Adaeze Mbeki, Nia Pryce, Priya Nair and Ms Ruth Adeyemi. "
            "Adjustments for Ms Grace Adaeze Mbeki: Papers in large print. "
            "Invitation to Ms Grace Adaeze Mbeki dated 24 November 2025."
        ),
        "Yes",
    ),
    (
        "meeting_set",
        {
            "meetings.m-1.place": None,
            "meetings.m-1.invited": "[p-1, p-2, c-1, c-2]",
            "people.p-1.adjustments": None,
        },
        (
            "Monday 20 October 2025 at 3:30pm. "
            "Invited: Ms Grace Adaeze Mbeki, Mr Owen Pryce and Nia Pryce. "
            "Adjustments for Ms Grace Adaeze Mbeki: not recorded."
        ),
        "",
    ),
    (
        "meeting_set",
        {"meetings.m-1.invited": "[c-1]"},
        "Monday 20 October 2025 at 3:30pm, The small hall. Invited: Nia Pryce.",
        "",
    ),
]


@pytest.mark.parametrize(("topic", "changes", "comments", "complete"), PLANNING)
def test_a_planning_row_shows_what_the_casefile_holds(
    topic: str, changes: Changes, comments: str, complete: str
) -> None:
    assert row(topic, changes) == (comments, complete)


MOVED = [
    ({}, "Monday 3 November 2025 at 4:15pm, The small hall. Moved from 21 October 2025. Invited:"),
    (
        {"meetings.m-3.rearranged": "{asked_by: p-2, asked: 2025-10-16, confirmed: 2025-10-17}"},
        "Moved from 21 October 2025, confirmed on 17 October 2025. Invited:",
    ),
    (
        {"meetings.m-3.rearranged": "{asked_by: p-2, asked: 2025-10-16}"},
        "Moved from 21 October 2025. Invited:",
    ),
]


@pytest.mark.parametrize(("changes", "told"), MOVED)
def test_a_meeting_that_was_moved_says_from_when(changes: Changes, told: str) -> None:
    assert told in row("meeting_set", changes, "ct-2")[0]
