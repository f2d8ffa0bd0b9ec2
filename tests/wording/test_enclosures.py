"""What was handed over for a meeting: certificate, policy and guide, to whom and when."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import family, job, values_of

GIVEN = "{{item: {item}, to: {to}, date: 2025-{day}, medium: {medium}, by: st-3{more}}}"
CERTIFICATE = {"item": "attendance_certificate", "to": "[p-1]", "day": "10-20"}
CERTIFICATE |= {"medium": "hard_copy", "more": ", ref: cert-1, pupil: c-1"}
POLICY = CERTIFICATE | {"item": "attendance_policy", "medium": "email", "more": ""}
GUIDE = POLICY | {"item": "dfe_parent_guide", "medium": "online"}
ITEMS = (
    "Attendance certificate",
    "The school's attendance policy",
    "The Department for Education's guide for parents",
)


def handed(*given: Mapping[str, str]) -> dict[str, str | None]:
    """Write down what was handed over."""
    written = ", ".join(GIVEN.format(**each) for each in given)
    return {"enclosures_given": f"[{written}]"}


def receipt(*given: Mapping[str, str]) -> Any:  # noqa: ANN401 (a tree of values)
    """Give the rows of the mother's receipt for the meeting of 20 October 2025."""
    case = family(handed(*given) if given else {})
    return values_of(case, job("receipt", "m-1", case=case))["enclosures"]


def test_a_receipt_has_its_three_rows_even_where_nothing_was_given() -> None:
    nothing = {"given": False, "ref": "", "date": "", "medium": "", "by": ""}
    assert receipt() == [{"item": item} | nothing for item in ITEMS]


def test_a_receipt_tells_what_was_given_when_and_by_whom() -> None:
    assert [tuple(row.values()) for row in receipt(GUIDE, CERTIFICATE, POLICY)] == [
        (ITEMS[0], True, "cert-1", "20 October 2025", "On paper", "Priya Nair"),
        (ITEMS[1], True, "", "20 October 2025", "By email", "Priya Nair"),
        (ITEMS[2], True, "", "20 October 2025", "Online", "Priya Nair"),
    ]


def on(*days: str) -> tuple[dict[str, str], ...]:
    """Give the policy on some days, by post."""
    return tuple(POLICY | {"day": day, "medium": "post"} for day in days)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("10-19", "10-20", "10-21"), "20 October 2025"),
        (("10-20", "10-19"), "20 October 2025"),
        (("11-03", "10-22"), "22 October 2025"),
    ],
)
def test_a_receipt_tells_the_last_by_the_meeting_else_the_first_after(
    days: tuple[str, ...], told: str
) -> None:
    row = receipt(*on(*days))[1]
    assert (row["date"], row["medium"]) == (told, "By post")


@pytest.mark.parametrize(
    ("differs", "given"),
    [
        ({}, True),
        ({"to": "[p-2, c-1]"}, False),
        ({"to": "[p-2, p-1]"}, True),
        ({"more": ", pupil: c-2"}, False),
        ({"more": ""}, False),
    ],
)
def test_a_certificate_counts_for_its_own_parent_and_pupil(
    differs: dict[str, str], given: bool
) -> None:
    assert receipt(CERTIFICATE | differs)[0]["given"] is given


def test_in_a_case_of_one_pupil_a_certificate_need_not_say_whose_it_is() -> None:
    alone: dict[str, str | None] = {
        "pupils.c-2": None,
        "links.3": None,
        "links.1": None,
        "meetings.m-1.pupils": "[c-1]",
        "contracts.ct-3": None,
        "declined": None,
    }
    case = family(alone | handed(CERTIFICATE | {"more": ""}))
    found = values_of(case, job("receipt", "m-1", case=case))["enclosures"]
    assert isinstance(found, list)
    assert [row["given"] for row in found] == [True, False, False]


def form(changes: dict[str, str | None], about: str = "m-1") -> Any:  # noqa: ANN401 (a tree of values)
    """Give the rows of the form of a meeting about Nia."""
    case = family(changes)
    return values_of(case, job("pupil-form", about, "c-1", case=case))["enclosures"]


def rows(*given: Mapping[str, str]) -> list[tuple[int, bool, str, str]]:
    """Give item, day and parents of a form's rows for the meeting of 20 October 2025."""
    found = form(handed(*given) | {"meetings.m-1.invited": "[p-1, p-2]"})
    return [(ITEMS.index(row["item"]), row["given"], row["date"], row["to"]) for row in found]


BOTH = "Ms Grace Adaeze Mbeki and Mr Owen Pryce"


def test_a_forms_rows_tell_each_time_an_item_was_given_and_who_lacks_it() -> None:
    given = (
        CERTIFICATE | {"to": "[p-1, p-2, c-1]"},
        POLICY | {"day": "10-22"},
        POLICY | {"day": "10-21", "to": "[p-2]"},
        GUIDE,
    )
    assert rows(*given) == [
        (0, True, "20 October 2025", BOTH),
        (1, True, "21 October 2025", "Mr Owen Pryce"),
        (1, True, "22 October 2025", "Ms Grace Adaeze Mbeki"),
        (2, True, "20 October 2025", "Ms Grace Adaeze Mbeki"),
        (2, False, "", "Mr Owen Pryce"),
    ]


def test_a_form_has_its_three_rows_even_where_nothing_was_given_or_nobody_asked() -> None:
    assert rows(POLICY | {"to": "[pa-1]"}) == [(number, False, "", BOTH) for number in range(3)]
    nobody: dict[str, str | None] = {"meetings.m-4.invited": "[pa-1]"}
    assert [row["to"] for row in form(nobody, "m-4")] == ["", "", ""]


@pytest.mark.parametrize("order", [("p-1", "p-2"), ("p-2", "p-1")])
def test_what_was_given_on_one_day_is_told_in_the_order_of_the_parents(
    order: tuple[str, str],
) -> None:
    ways = {"p-1": "email", "p-2": "post"}
    given = [POLICY | {"to": f"[{key}]", "medium": ways[key]} for key in order]
    case = family({**handed(*given), "meetings.m-1.invited": "[p-1, p-2]"})
    rows: Any = values_of(case, job("pupil-form", "m-1", "c-1", case=case))["enclosures"]
    assert [row["medium"] for row in rows if row["given"]] == ["By email", "By post"]
