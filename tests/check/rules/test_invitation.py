"""Whom a meeting is for, and whether they can take part: R-19 to R-21, R-25 and R-26."""

import pytest
from oneruled import TO_COME, Changes, applying, findings, places

INVITED = "meetings.m-1.invited"
WHERE = [("m-1", INVITED)]
PARTNERS: Changes = {
    "partners": "{pa-1: {organisation: Family hub}, "
    "pa-2: {organisation: Attendance service, authority_officer: true}}"
}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"meetings.m-1.chair": None}, WHERE),
        ({"meetings.m-1.chair": None, INVITED: "[p-1, p-2, c-1, st-1]"}, []),
        ({"meetings.m-1.chair": None, INVITED: "[p-1, p-2, c-1, pa-1]", **PARTNERS}, []),
        ({"meetings.m-1.chair": None, "meetings.m-1.present": "[st-2]"}, []),
    ],
)
def test_parents_are_told_whom_they_will_meet(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-19", {**TO_COME, **changes}) == broken


LEFT_OUT: Changes = {INVITED: "[p-1, c-1]"}
ORDER = "person: p-2, pupil: c-1, limits: [contact]"
SISTER = "{legal_name: Ola Pryce, date_of_birth: 2015-03-02, year_group: 6}"
MORE = "{kind: initial, pupils: [c-1], invited: [p-2]%s}"


def another(more: str = "") -> Changes:
    """Plan or hold another meeting for the father."""
    return {"meetings.m-2": MORE % more}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, [("m-1.c-1", INVITED)]),
        ({INVITED: "[p-1, p-2, c-1]"}, []),
        ({"links.1.work_with": "false"}, [("m-1.c-1", INVITED)]),
        ({"links.1.work_with": "false", "links.1.reason": "They asked not to be"}, []),
        ({"links.1.reason": "They asked not to be"}, [("m-1.c-1", INVITED)]),
        ({"people.p-2.organisation": "true"}, []),
        ({"family": f"{{court_orders: [{{{ORDER}}}]}}"}, []),
        ({"family": f"{{court_orders: [{{{ORDER}, cleared_by: st-1}}]}}"},
         [("m-1.c-1", INVITED)]),
        ({"family": "{court_orders: [{person: p-2, pupil: c-1, limits: []}]}"},
         [("m-1.c-1", INVITED)]),
        ({"family": "{court_orders: [{person: p-1, pupil: c-1, limits: [contact]}]}"},
         [("m-1.c-1", INVITED)]),
        (another(", present: [st-2], absent: [{person: p-2}]"), []),
        (another(", cancelled: 2025-11-30"), [("m-1.c-1", INVITED)]),
        ({"meetings.m-1.cancelled": "2025-11-30"}, []),
        ({"meetings.m-1.present": "[p-1]"}, []),
    ],
)  # fmt: skip
def test_everybody_who_counts_as_a_parent_is_invited_or_it_is_said_why_not(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-20", {**TO_COME, **LEFT_OUT, **changes}) == broken


def test_it_is_told_who_was_left_out_and_about_which_pupil() -> None:
    (finding,) = findings("R-20", {**TO_COME, INVITED: "[c-1]"})
    assert finding.message.endswith(
        "parents of c-1 are invited to no meeting about c-1 that stands, "
        "and nothing says why: p-1, p-2."
    )


def test_an_invitation_about_one_pupil_is_none_about_a_sister() -> None:
    changes = {
        **TO_COME,
        "pupils.c-2": SISTER,
        "links": """[{person: p-1, pupil: c-1, relationship: mother},
            {person: p-2, pupil: c-1, relationship: father},
            {person: p-2, pupil: c-2, relationship: father}]""",
        INVITED: "[p-1]",
        "meetings.m-1.pupils": "[c-1, c-2]",
        "meetings.m-2": MORE % "",
    }
    assert places("R-20", changes) == [("m-1.c-2", INVITED)]
    order = "{court_orders: [{person: p-2, pupil: c-1, limits: [contact]}]}"
    assert places("R-20", {**changes, "family": order}) == [("m-1.c-2", INVITED)]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, WHERE),
        ({INVITED: "[p-1, p-2, pa-1]"}, []),
        ({"meetings.m-1.kind": "formal"}, []),
        ({"meetings.m-1.present": "[pa-2]"}, []),
    ],
)
def test_an_officer_of_the_authority_need_not_come_to_the_first_meeting(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    asked = {**TO_COME, **PARTNERS, INVITED: "[p-1, p-2, pa-1, pa-2]", **changes}
    assert places("R-21", asked, pack=applying("R-21")) == broken
    assert places("R-21", asked) == []


def test_it_is_told_which_officer() -> None:
    asked = {**TO_COME, **PARTNERS, INVITED: "[p-1, pa-1, pa-2]"}
    (finding,) = findings("R-21", asked, pack=applying("R-21"))
    assert finding.message.startswith("pa-2, an officer of the authority, is invited to m-1,")


ADJUSTMENTS = "people.p-1.adjustments"
UNASKED = "nothing says whether they need anything made easier"
ALONE = "they speak pl and no interpreter is down for the meeting"
INTERPRETER = "{name: An interpreter, language: pl, mode: phone}"


def speaking(tag: str, english: str | None = None) -> Changes:
    """Write down what the mother speaks."""
    level = f", english: {english}" if english else ""
    return {"people.p-1.languages": f"{{speaks: {tag}, reads: {tag}{level}}}"}


@pytest.mark.parametrize(
    ("changes", "path", "why"),
    [
        ({}, "", ""),
        ({ADJUSTMENTS: "[A seat by the door]"}, "", ""),
        ({ADJUSTMENTS: None}, "people.p-1", UNASKED),
        (speaking("pl"), "meetings.m-1", ALONE),
        (speaking("pl", "none"), "meetings.m-1", ALONE),
        (speaking("pl", "some"), "meetings.m-1", ALONE),
        (speaking("pl", "good"), "", ""),
        (speaking("pl", "fluent"), "", ""),
        (speaking("en"), "", ""),
        (speaking("en-GB"), "", ""),
        ({**speaking("pl"), "meetings.m-1.interpreter": INTERPRETER}, "", ""),
        ({**speaking("pl"), ADJUSTMENTS: None}, "people.p-1", f"{UNASKED} and {ALONE}"),
        ({ADJUSTMENTS: None, INVITED: "[p-2, st-2, c-1]"}, "", ""),
        ({ADJUSTMENTS: None, "meetings.m-1.present": "[p-1]"}, "", ""),
    ],
)
def test_each_parent_invited_is_asked_what_they_need(changes: Changes, path: str, why: str) -> None:
    told = findings("R-25", {**TO_COME, **changes})
    assert places("R-25", {**TO_COME, **changes}) == ([("m-1.p-1", path)] if why else [])
    said = f"p-1 may not be able to take part in the meeting as they should: {why}."
    assert [each.message for each in told] == ([said] if why else [])


OLD, ABLE = "pupils.c-1.old_enough_to_understand", "pupils.c-1.able_to_take_part"
PUPIL = [("m-1.c-1", "pupils.c-1")]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({OLD: None}, PUPIL),
        ({OLD: "false", INVITED: "[p-1, p-2]"}, []),
        ({INVITED: "[p-1, p-2]"}, [("m-1.c-1", INVITED)]),
        ({INVITED: "[p-1, p-2]", ABLE: "true"}, [("m-1.c-1", INVITED)]),
        ({INVITED: "[p-1, p-2]", ABLE: "false"}, []),
        ({OLD: None, ABLE: "false"}, PUPIL),
        ({INVITED: "[p-1, p-2]", "meetings.m-1.present": "[p-1, c-1]"}, []),
        ({INVITED: "[p-1, p-2]", "meetings.m-1.present": "[p-1]"}, [("m-1.c-1", INVITED)]),
        ({OLD: None, "meetings.m-1.kind": "review"}, []),
        ({OLD: None, "meetings.m-1.cancelled": "2025-11-30"}, []),
    ],
)
def test_a_pupil_old_enough_is_asked_to_come(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-26", {**TO_COME, **changes}) == broken


def test_it_is_told_what_of_the_pupils_part_is_not_settled() -> None:
    (unknown,) = findings("R-26", {**TO_COME, OLD: None})
    assert unknown.message.endswith(
        "whether they are old enough to understand what is talked about."
    )
    (unasked,) = findings("R-26", {**TO_COME, INVITED: "[p-1, p-2]"})
    assert unasked.message == (
        "The part of c-1 in the meeting is not settled: "
        "they are old enough to understand, and are not asked to come."
    )
