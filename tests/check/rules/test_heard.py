"""Parents who came are heard (R-36), and those who did not are reached for (R-31)."""

import pytest
from oneruled import Changes, findings, places

ABSENT, PRESENT = "meetings.m-1.absent", "meetings.m-1.present"
STAYED_AWAY: Changes = {PRESENT: "[p-1, st-2]"}
WHERE = [("ct-1", ABSENT)]
TRIED = "attempts"
RANG = "{person: p-2, date: %s, how: phone, by: st-2%s}"


def rang(day: str, more: str = "") -> Changes:
    """Write down that somebody rang the father, who was absent without a word."""
    return {ABSENT: "[{person: p-2}]", TRIED: f"[{RANG % (day, more)}]"}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, WHERE),
        ({PRESENT: "[p-1, p-2, st-2]"}, []),
        ({"meetings.m-1.present_online": "[p-2]"}, []),
        ({ABSENT: "[{person: p-2}]"}, WHERE),
        ({ABSENT: "[{person: c-1}]"}, WHERE),
        ({ABSENT: "[{person: p-2, reason: A night shift}]"}, []),
        ({ABSENT: "[{person: p-2, notice: true}]"}, []),
        ({ABSENT: "[{person: p-2, notice: false}]"}, WHERE),
        (rang("2025-11-05"), WHERE),
        (rang("2025-11-06"), []),
        (rang("2025-11-07", ", meeting: m-1"), []),
        ({**rang("2025-11-07"), ABSENT: "[]"}, WHERE),
        ({ABSENT: "[{person: p-2}]",
          TRIED: "[{person: p-1, date: 2025-11-07, how: phone, by: st-2}]"}, WHERE),
        ({**rang("2025-11-05"), "meetings.m-1.date": None}, []),
        ({"meetings.m-1.invited": "[p-1, c-1]"}, []),
        ({"links.1.pupil": "c-2", "pupils.c-2": "{legal_name: Ola Pryce}"}, []),
        ({"meetings.m-1.kind": "amendment"}, []),
        ({"contracts.ct-1.status": "planned"}, []),
        ({"contracts.ct-1.made_at": None}, []),
    ],
)  # fmt: skip
def test_a_parent_who_did_not_come_gave_a_reason_or_was_reached_for(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-31", {**STAYED_AWAY, **changes}) == broken


def test_it_is_told_who_did_not_come_and_what_is_lacking() -> None:
    (finding,) = findings("R-31", {PRESENT: "[st-2]", ABSENT: "[{person: p-1}]"})
    assert finding.message == (
        "For ct-1: not everybody invited came to m-1, and the record has gaps: "
        "p-1 (no reason, no notice, and no attempt to reach them since), "
        "p-2 (not listed under `absent`)."
    )


def test_a_meeting_still_to_be_held_has_nobody_absent() -> None:
    assert places("R-31", {PRESENT: None, ABSENT: None}) == []
    assert places("R-36", {PRESENT: None, ABSENT: None, "parent_views": None}) == []


BOXES = "attendance, concerns, how_to_address, on_contract, support_wanted"


@pytest.mark.parametrize(
    ("changes", "path", "boxes"),
    [
        ({}, "", ""),
        ({"parent_views.0.not_said": None}, "parent_views.0", "support_wanted"),
        ({"parent_views.0.concerns": None}, "parent_views.0", "concerns"),
        ({"parent_views.0.concerns": None, "parent_views.0.not_said": "[concerns]"},
         "parent_views.0", "support_wanted"),
        ({"parent_views.0.person": "p-2"}, "meetings.m-1", BOXES),
        ({"parent_views.0.person": "p-2", "meetings.m-1.present": "[p-2, st-2]"}, "", ""),
        ({"parent_views.0.person": "p-2", "meetings.m-1.present": "[p-2]",
          "meetings.m-1.present_online": "[p-1]"}, "meetings.m-1", BOXES),
        ({"parent_views.0.not_said": None, "contracts.ct-1.status": "draft"},
         "parent_views.0", "support_wanted"),
        ({"parent_views.0.not_said": None, "contracts.ct-1.status": "planned"}, "", ""),
        ({"parent_views.0.person": "p-2", "links.0.pupil": "c-2",
          "pupils.c-2": "{legal_name: Ola Pryce}"}, "", ""),
    ],
)  # fmt: skip
def test_each_parent_who_came_was_asked_five_things(
    changes: Changes, path: str, boxes: str
) -> None:
    assert places("R-36", changes) == ([("m-1.p-1", path)] if boxes else [])
    said = [f"What p-1 said at m-1 is not complete: {boxes}."] if boxes else []
    assert [each.message for each in findings("R-36", changes)] == said


def test_what_a_parent_said_may_stand_in_two_entries() -> None:
    more = "{person: p-1, meeting: m-1, support_wanted: Someone to ring}"
    second = "{person: p-2, meeting: m-1, not_said: [%s]}" % BOXES  # noqa: UP031 - braces of YAML
    said = "{person: p-1, meeting: m-1, attendance: a, concerns: b, how_to_address: c}"
    views = f"[{second}, {said}, {more}]"
    assert places("R-36", {"parent_views": views}) == [("m-1.p-1", "parent_views.1")]
    (finding,) = findings("R-36", {"parent_views": views})
    assert finding.message.endswith(": on_contract.")


def test_what_was_said_at_another_meeting_does_not_count() -> None:
    later = "{kind: review, pupils: [c-1], date: 2025-12-08, invited: [p-1]}"
    changes = {"meetings.m-2": later, "parent_views.0.meeting": "m-2"}
    assert places("R-36", changes) == [("m-1.p-1", "meetings.m-1")]


def test_an_organisation_is_asked_for_no_views() -> None:
    changes = {"parent_views.0.person": "p-2", "people.p-1.organisation": "true"}
    assert places("R-36", changes) == []
