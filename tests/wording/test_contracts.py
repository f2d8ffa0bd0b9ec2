"""What a contract says: its actions, kept, struck and added, who was there, who signs."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import family, job, values_of

Changes = Mapping[str, str | None]


def values(paper: str, changes: Changes | None = None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give the values of a job, written `kind about whom`."""
    name, about, whom = (*paper.split(), "", "")[:3]
    case = family(changes)
    return values_of(case, job(name, about, whom, case=case))


def contract(paper: str, changes: Changes | None = None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give the contract of a job's values."""
    return values(paper, changes)["contract"]


def test_a_contract_tells_what_it_is_and_how_long_it_runs() -> None:
    found = contract("contract ct-1")
    assert (found["key"], found["version"]) == ("ct-1", 2)
    assert found["reasons"] == "Nia misses most Mondays."
    assert found["made_on"] == "20 October 2025"
    assert found["period"] == {
        "start": "20 October 2025",
        "end": "20 March 2026",
        "estimate": True,
        "length": "5 months",
    }
    assert found["first_review"] == "20 November 2025"
    assert found["lead"] == {"name": "Mr Tomos Rees", "role": "Attendance Champion"}
    assert found["parties"] == [{"name": "Ms Grace Adaeze Mbeki", "relationship": "mother"}]


def test_a_period_in_months_has_its_last_day_reckoned() -> None:
    changes = {"contracts.ct-2.period": "{start: 2025-11-29, months: 3}"}
    assert contract("contract ct-2", changes)["period"]["end"] == "28 February 2026"


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        (
            {},
            [
                "20 November 2025",
                "19 December 2025",
                "19 January 2026",
                "19 February 2026",
                "19 March 2026",
            ],
        ),
        (
            {"contracts.ct-1.first_review": None, "contracts.ct-1.period.end": "2025-12-19"},
            ["20 November 2025", "19 December 2025"],
        ),
        (
            {"contracts.ct-1.reviews_planned": "[2026-01-12, 2025-12-08]"},
            ["20 November 2025", "8 December 2025", "12 January 2026"],
        ),
        (
            {
                "contracts.ct-1.reviews_planned": "[2025-12-08]",
                "contracts.ct-1.first_review": None,
            },
            ["8 December 2025"],
        ),
        ({"contracts.ct-1.period": "{months: 3}"}, ["20 November 2025"]),
        ({"contracts.ct-1.period": "{start: 2025-10-20}"}, ["20 November 2025"]),
        ({"contracts.ct-1.period": None, "contracts.ct-1.first_review": None}, []),
    ],
)
def test_reviews_are_those_planned_else_one_a_month_from_the_first(
    changes: Changes, days: list[str]
) -> None:
    assert contract("contract ct-1", changes)["schedule"] == days


def test_a_contract_only_planned_has_every_field_empty() -> None:
    found = contract("checklist ct-3", {"meetings.m-1.invited": "[c-1]"})
    assert found["period"] == {"start": "", "end": "", "estimate": False, "length": ""}
    assert (found["made_on"], found["first_review"], found["reasons"]) == ("", "", "")
    assert found["lead"] == {"name": "", "role": ""}
    assert (found["requirements"], found["support"], found["present"]) == ([], [], [])


def test_a_requirement_tells_who_will_do_what_by_when() -> None:
    assert contract("contract ct-1")["requirements"][0] == {
        "number": 1,
        "key": "rq-1",
        "owner": "Ms Grace Adaeze Mbeki",
        "text": "I will phone the school before 8:45am.",
        "due": "20 March 2026",
        "measure": "phone log",
        "struck": False,
        "status": "",
        "struck_on": "",
        "added_on": "20 October 2025",
        "is_new": False,
        "part_time": "",
    }


def test_a_due_day_of_its_own_goes_before_that_of_its_measure() -> None:
    changes = {"contracts.ct-1.requirements.rq-1.due": "2026-01-31"}
    assert contract("contract ct-1", changes)["requirements"][0]["due"] == "31 January 2026"


def shown(paper: str, changes: Changes | None = None) -> list[str]:
    """Give the actions as `1 rq-1`, with what happened to each."""
    return [
        " ".join(
            filter(
                None,
                (
                    f"{row['number']} {row['key']}",
                    "struck" if row["struck"] else "",
                    row["status"],
                    row["struck_on"],
                    "new" if row["is_new"] else "",
                ),
            )
        )
        for row in contract(paper, changes)["requirements"]
    ]


STRUCK = "2 rq-2 struck Complete 20 November 2025"
EVENT = "contracts.ct-1.requirements.rq-2.history.1"
LATER = {
    "reviews.rv-2": "{contract: ct-1, date: 2025-12-15, present: [p-1, st-2]}",
    "reviews.rv-3": "{contract: ct-2, date: 2025-12-16, present: [p-2, st-2]}",
}


@pytest.mark.parametrize(
    ("paper", "changes", "actions"),
    [
        ("contract ct-1", {}, ["1 rq-1", STRUCK, "3 rq-3"]),
        ("review rv-1", {}, ["1 rq-1", STRUCK, "3 rq-3 new"]),
        (
            "review rv-1",
            {f"{EVENT}.status": "not_applicable"},
            ["1 rq-1", "2 rq-2 struck No longer needed 20 November 2025", "3 rq-3 new"],
        ),
        (
            "review rv-1",
            {f"{EVENT}.status": None, f"{EVENT}.date": None},
            ["1 rq-1", "2 rq-2 struck", "3 rq-3 new"],
        ),
        (
            "review rv-1",
            LATER | {f"{EVENT}.review": "rv-2", f"{EVENT}.date": "2025-12-15"},
            ["1 rq-1", "2 rq-2", "3 rq-3 new"],
        ),
        (
            "review rv-1",
            LATER | {"contracts.ct-1.requirements.rq-3.history.0.review": "rv-2"},
            ["1 rq-1", STRUCK],
        ),
        ("review rv-2", LATER, ["1 rq-1", STRUCK, "3 rq-3"]),
        (
            "review rv-1",
            {"contracts.ct-1.requirements.rq-3.history.0.review": None},
            ["1 rq-1", STRUCK, "3 rq-3 new"],
        ),
        (
            "review rv-1",
            {f"{EVENT}.review": None, f"{EVENT}.date": "2025-12-15"},
            ["1 rq-1", "2 rq-2", "3 rq-3 new"],
        ),
        (
            "review rv-1",
            {"contracts.ct-1.requirements.rq-1.history": None},
            ["1 rq-1", STRUCK, "3 rq-3 new"],
        ),
        ("copy rv-1 p-1", {}, ["1 rq-1", STRUCK, "3 rq-3 new"]),
    ],
)
def test_a_review_shows_the_actions_as_they_stood_at_it(
    paper: str, changes: Changes, actions: list[str]
) -> None:
    assert shown(paper, changes) == actions


def test_of_two_reviews_on_one_day_the_later_in_the_casefile_comes_later() -> None:
    changes = LATER | {
        "reviews.rv-2.date": "2025-11-20",
        "contracts.ct-1.requirements.rq-3.history.0.review": "rv-2",
    }
    assert shown("review rv-1", changes) == ["1 rq-1", STRUCK]
    assert shown("review rv-2", changes) == ["1 rq-1", STRUCK, "3 rq-3 new"]


def test_support_tells_who_will_do_what_from_when() -> None:
    assert contract("contract ct-1")["support"] == [
        {
            "number": 1,
            "provider": "Mr Tomos Rees",
            "text": "We will keep the quiet door open.",
            "start": "20 October 2025",
            "frequency": "",
            "part_time": "",
        },
        {
            "number": 2,
            "provider": "Ms Ruth Adeyemi",
            "text": "The family worker will ring.",
            "start": "",
            "frequency": "once a week",
            "part_time": "",
        },
    ]


def names(people: list[dict[str, str]]) -> str:
    """Give people as `name (role); name (role)`."""
    return "; ".join(f"{each['name']} ({each['role']})" for each in people)


MOTHER, REES = "Ms Grace Adaeze Mbeki (mother)", "Mr Tomos Rees"


def test_who_was_there_is_listed_without_other_pupils() -> None:
    changes = {"meetings.m-1.present": "[p-1, c-1, c-2, st-2]"}
    listed = f"{MOTHER}; Nia Pryce (pupil); {REES} (Attendance Champion)"
    assert names(contract("contract ct-1", changes)["present"]) == listed


def test_an_information_copy_carries_support_only() -> None:
    found = contract("support-letter ct-1")
    assert (found["requirements"], found["present"], found["signers"]) == ([], [], [])
    assert found["reasons"] == ""
    assert len(found["support"]) == 2
