"""Meetings that people are invited to: R-17a, R-17b, R-18 and R-22."""

from dataclasses import replace
from datetime import date

import pytest
from oneruled import TO_COME, Changes, places
from rulebook import PACK, Edit, carrying, found, subjects

from docgen.model.finding import Severity

M2 = 'm-2: {kind: review, pupils: [c-1], date: 2025-12-08, time: "09:00", invited: [p-1]}'
DATE = "date: 2025-12-08, "
TIME = 'time: "09:00", '
BOTH = "invited: [p-1]}"
HELD = ("invited: [p-1]}", "invited: [p-1], present: [st-2], absent: [{person: p-1}]}")
MOVED = (
    "invited: [p-1]}",
    """invited: [p-1], replaced_by: m-3}
  m-3: {kind: review, pupils: [c-1], date: 2025-12-15, time: "09:00", invited: [p-1],
        replaces: m-2}""",
)
CALLED_OFF = ("invited: [p-1]}", "invited: [p-1], cancelled: 2025-11-30}")


@pytest.mark.parametrize(
    ("today", "edits", "why"),
    [
        (date(2025, 12, 7), [], ""),
        (date(2025, 12, 8), [], "its date, 2025-12-08, is not in the future"),
        (date(2025, 12, 9), [], "its date, 2025-12-08, is not in the future"),
        (date(2025, 12, 1), [(DATE, "")], "it has no date"),
        (date(2025, 12, 1), [(TIME, "")], "it has no time"),
        (date(2025, 12, 1), [(DATE + TIME, "")], "it has no date and it has no time"),
        (date(2025, 12, 9), [HELD], ""),
        (date(2025, 12, 9), [MOVED], ""),
        (date(2025, 12, 9), [CALLED_OFF], ""),
    ],
)
def test_an_invitation_states_a_date_and_time_to_come(
    today: date, edits: list[Edit], why: str
) -> None:
    told = [finding.message for finding in found("R-17a", *edits, today=today)]
    assert told == ([f"Nobody can be invited to m-2: {why}."] if why else [])


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-12-08", ""),
        ("2025-12-06", "it is at a weekend"),
        ("2025-12-05", "it is a bank holiday or an INSET day"),
        ("2025-12-25", "it is a bank holiday or an INSET day"),
        ("2025-12-29", "it is outside the school's terms"),
    ],
)
def test_a_meeting_is_on_a_school_day(day: str, why: str) -> None:
    told = found("R-17b", (DATE, f"date: {day}, "))
    expected = f"m-2 is on {day}, when the school is closed: {why}."
    assert [finding.message for finding in told] == ([expected] if why else [])
    assert all(finding.severity is Severity.WARNING for finding in told)


def test_a_school_without_terms_is_judged_by_weekends_and_bank_holidays() -> None:
    terms = """\
terms:
  - {name: Autumn 1, start: 2025-09-02, end: 2025-10-24}
  - {name: Autumn 2, start: 2025-11-03, end: 2025-12-19}
  - {name: Spring 1, start: 2026-01-05, end: 2026-02-13}
"""
    assert subjects("R-17b", (terms, ""), (DATE, "date: 2025-12-29, ")) == []
    assert subjects("R-17b", (terms, ""), (DATE, "date: 2025-12-26, ")) == ["m-2"]


@pytest.mark.parametrize("edit", [(DATE, ""), HELD, MOVED, CALLED_OFF])
def test_a_day_that_nobody_is_invited_to_is_not_judged(edit: Edit) -> None:
    edits = [] if edit[0] == DATE else [(DATE, "date: 2025-12-06, ")]
    assert subjects("R-17b", *edits, edit) == []


def test_an_invitation_says_how_to_ask_for_another_date() -> None:
    assert subjects("R-18") == []
    (finding,) = found("R-18", pack=carrying("invite", "aim"))
    assert finding.subject == "case"
    assert finding.message == (
        "An invitation must say how to ask for another date, but "
        "the pack's kinds lack a statement (invite: contact_us_to_rearrange)."
    )


def test_a_confirmation_of_another_date_says_so_too() -> None:
    again = replace(PACK.kinds["invite"], act="rearranged", per="rearranged", statements=())
    pack = replace(PACK, kinds={**PACK.kinds, "rearranged": again})
    assert "rearranged: contact_us_to_rearrange" in found("R-18", pack=pack)[0].message


def test_a_pack_that_invites_nobody_need_not_say_so() -> None:
    pack = replace(PACK, kinds={"contract": PACK.kinds["contract"]})
    assert subjects("R-18", pack=pack) == []
    assert subjects("R-18", (SCHOOL_PHONE, 'phone: "-"'), pack=pack) == []


SCHOOL_PHONE = 'phone: "01632 960 100"'
CONTACT = "contact_for_changes: st-2"
CHAMPION = "role: Attendance Champion"


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([(SCHOOL_PHONE, 'phone: "-"')], ["case"]),
        ([(SCHOOL_PHONE, 'phone: "-"'), (CONTACT + "\n", "")], ["case"]),
        ([(SCHOOL_PHONE, 'phone: "-"\nemail: office@meadowbank.example')], []),
        ([(SCHOOL_PHONE, 'phone: "-"'), (CHAMPION, f"{CHAMPION}, phone: 01632 960 101")], []),
        ([(SCHOOL_PHONE, 'phone: "-"'),
          (CHAMPION, f"{CHAMPION}, email: champion@meadowbank.example")], []),
    ],
)  # fmt: skip
def test_the_school_can_be_reached_about_a_date(edits: list[Edit], broken: list[str]) -> None:
    assert subjects("R-18", *edits) == broken


APART = ("acrimonious: false", "acrimonious: true")


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([APART, (BOTH, "invited: [p-1, p-2, st-2]}")], ["m-2"]),
        ([APART, (BOTH, "invited: [p-1, c-1, st-2]}")], []),
        ([(BOTH, "invited: [p-1, p-2]}")], []),
        ([APART, (BOTH, "invited: [p-1, p-2], cancelled: 2025-11-30}")], []),
        ([APART, (BOTH, "invited: [p-1, p-2], present: [p-1, p-2, st-2]}")], []),
    ],
)
def test_parents_who_do_not_get_on_are_not_met_together_unasked(
    edits: list[Edit], broken: list[str]
) -> None:
    assert subjects("R-22", *edits) == broken


def test_parents_of_different_pupils_are_no_couple() -> None:
    edits = [
        APART,
        (M2, M2.replace("[c-1]", "[c-1, c-2]").replace("[p-1]", "[p-1, p-2]")),
        ("person: p-2, pupil: c-1", "person: p-2, pupil: c-2"),
        ("parties: [p-2]", "parties: [p-1]"),
        ("pupils:\n", "pupils:\n  c-2: {legal_name: Omar Karim}\n"),
    ]
    assert subjects("R-22", *edits) == []


@pytest.mark.parametrize(
    ("rule", "changes", "school", "place"),
    [
        ("R-17a", {"meetings.m-1.time": None}, {}, ("m-1", "meetings.m-1")),
        ("R-17b", {"meetings.m-1.date": "2025-12-06"}, {}, ("m-1", "meetings.m-1.date")),
        ("R-18", {}, {"phone": "'-'", "email": None}, ("case", "school")),
        ("R-22", {"family": "{acrimonious: true}"}, {}, ("m-1", "meetings.m-1.invited")),
    ],
)
def test_a_clerk_is_led_to_the_field_to_mend(
    rule: str, changes: Changes, school: Changes, place: tuple[str, str]
) -> None:
    assert places(rule, {**TO_COME, **changes}, school=school) == [place]
