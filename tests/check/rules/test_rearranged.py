"""Another date for a meeting: confirmed to each parent (R-27), and the old one told too (R-28)."""

import pytest
from oneruled import TO_COME, Changes, findings, having, paper, places

PACK = having("rearranged", "rearranged")
MOVED: Changes = {
    **TO_COME,
    "meetings.m-1.replaced_by": "m-2",
    "meetings.m-2": "{kind: initial, pupils: [c-1], date: 2025-12-10, time: '09:00', "
    "invited: [p-1, p-2, c-1], replaces: m-1}",
}
BOTH = [
    ("m-2.p-1.c-1", "meetings.m-2.rearranged"),
    ("m-2.p-2.c-1", "meetings.m-2.rearranged"),
]
WITHDRAWN = ", withdrawn: {date: 2025-11-21, reason: Wrong day, by: st-2}"
ASKED = "{asked_by: p-1, asked: 2025-11-28%s}"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, BOTH),
        ({"meetings.m-2.rearranged": ASKED % ""}, BOTH),
        ({"meetings.m-2.rearranged": ASKED % ", confirmed: 2025-12-01"}, []),
        ({"meetings.m-2.present": "[p-1]"}, BOTH),
        ({"meetings.m-2.cancelled": "2025-12-09"}, []),
        ({"meetings.m-2.invited": "[p-2, st-2]"}, BOTH[1:]),
        ({"links.1.work_with": "false"}, BOTH[:1]),
        ({"people.p-1.organisation": "true"}, BOTH[1:]),
        ({"issued": f"[{paper('rearranged', 'm-2', 'p-1')}]"}, BOTH[1:]),
        ({"issued": f"[{paper('rearranged', 'm-1', 'p-1')}]"}, BOTH),
        ({"issued": f"[{paper('invite', 'm-2', 'p-1')}]"}, BOTH),
        ({"issued": f"[{paper('rearranged', 'm-2', 'p-1', more=WITHDRAWN)}]"}, BOTH),
    ],
)  # fmt: skip
def test_another_date_is_confirmed_to_each_parent(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-27", {**MOVED, **changes}, pack=PACK) == broken


def test_it_is_told_to_whom_and_about_which_pupil() -> None:
    told = [finding.message for finding in findings("R-27", MOVED, pack=PACK)]
    assert told[1] == (
        "Nothing says that p-2 was told in writing of m-2 about c-1, which replaces another."
    )


def test_another_date_is_confirmed_for_each_pupil() -> None:
    sister = {
        "pupils.c-2": "{legal_name: Ola Pryce, date_of_birth: 2015-03-02, year_group: 6}",
        "links": """[{person: p-1, pupil: c-1, relationship: mother},
            {person: p-1, pupil: c-2, relationship: mother}]""",
        "meetings.m-2.invited": "[p-1]",
    }
    one = {"issued": f"[{paper('rearranged', 'm-2', 'p-1')}]"}
    assert places("R-27", {**MOVED, **sister, **one}, pack=PACK) == []
    both = {**MOVED, **sister, **one, "meetings.m-2.pupils": "[c-1, c-2]"}
    assert places("R-27", both, pack=PACK) == [("m-2.p-1.c-2", "meetings.m-2.rearranged")]


def test_a_first_date_needs_no_confirmation() -> None:
    assert places("R-27", TO_COME, pack=PACK) == []
    assert places("R-27", {}, pack=PACK) == []


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, ""),
        ({"meetings.m-1.date": None}, "date"),
        ({"meetings.m-1.time": None}, "time"),
        ({"meetings.m-1.date": None, "meetings.m-1.time": None}, "date and no time"),
        ({"meetings.m-1.time": None, "meetings.m-2.present": "[p-1]"}, ""),
        ({"meetings.m-1.time": None, "meetings.m-2.cancelled": "2025-12-09"}, ""),
    ],
)
def test_a_confirmation_can_tell_the_date_that_no_longer_holds(
    changes: Changes, missing: str
) -> None:
    told = findings("R-28", {**MOVED, **changes})
    said = f"m-2 replaces m-1, and m-1 has no {missing}, so a confirmation can't say which date "
    assert [each.message for each in told] == ([f"{said}no longer holds."] if missing else [])
    places_told = [("m-2", "meetings.m-1")] if missing else []
    assert places("R-28", {**MOVED, **changes}) == places_told


def test_a_meeting_that_replaces_none_has_no_old_date() -> None:
    assert places("R-28", {**TO_COME, "meetings.m-1.time": None}) == []
