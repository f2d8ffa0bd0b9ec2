"""Cover letters of copies, and the services on a links sheet."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from household import family, job, pack, values_of

from docgen.model.pack import SupportLink

Changes = Mapping[str, str | None]


def copy(paper: str, changes: Changes | None = None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give what a cover says of the copy; its job is written `kind about whom`."""
    name, about, whom = paper.split()
    case = family(changes)
    return values_of(case, job(name, about, whom, case=case))["copy"]


@pytest.mark.parametrize("paper", ["copy ct-1 p-1", "support-letter ct-1 p-2"])
def test_a_copy_of_a_contract_tells_when_it_was_made(paper: str) -> None:
    assert copy(paper) == {
        "is_review": False,
        "title": "The contract",
        "made_on": "20 October 2025",
        "reason": "",
    }


def test_a_copy_of_a_review_tells_its_day() -> None:
    assert copy("copy rv-1 pa-1") == {
        "is_review": True,
        "title": "The review",
        "made_on": "20 November 2025",
        "reason": "",
    }


@pytest.mark.parametrize(
    ("paper", "reason"),
    [
        ("copy ct-1 p-1", "The copier was broken"),
        ("copy ct-1 pa-1", ""),
        ("copy rv-1 p-1", "Half term"),
        ("copy rv-1 pa-1", ""),
    ],
)
def test_why_a_copy_comes_late_is_told_to_its_own_recipient(paper: str, reason: str) -> None:
    changes = {
        "contracts.ct-1.copies": "[{to: p-1, date: 2025-10-20}, "
        "{to: p-1, date: 2025-11-10, reason: The copier was broken}, {to: pa-1, date: 2025-10-21}]",
        "reviews.rv-1.copies": "[{to: p-1, date: 2025-12-02, reason: Half term}]",
    }
    assert copy(paper, changes)["reason"] == reason


@pytest.mark.parametrize(
    ("paper", "title"),
    [
        ("copy ct-1 p-1", "Attendance contract"),
        ("copy rv-1 p-1", "Review of the attendance contract"),
    ],
)
def test_a_pack_that_makes_only_the_cover_calls_what_is_copied_by_its_common_name(
    paper: str, title: str
) -> None:
    name, about, whom = paper.split()
    case = family()
    found = values_of(case, job(name, about, whom, case=case), pack("copy"))["copy"]
    assert isinstance(found, Mapping)
    assert found["title"] == title


def test_a_contract_not_made_at_a_meeting_has_no_day_on_its_cover() -> None:
    changes = {"meetings.m-1.date": None}
    assert copy("copy ct-1 p-1", changes)["made_on"] == ""


def test_services_are_listed_as_the_pack_has_them() -> None:
    services = (
        SupportLink("Family line", "Money worries", web="www.families.example"),
        SupportLink("Saltmouth Wheels", "Lifts", phone="01632 960 701", email="go@wheels.example"),
    )
    case = family()
    found = values_of(case, job("links", case=case), replace(pack(), links=services))["links"]
    assert found == [
        {
            "name": "Family line",
            "helps_with": "Money worries",
            "web": "www.families.example",
            "phone": "",
            "email": "",
        },
        {
            "name": "Saltmouth Wheels",
            "helps_with": "Lifts",
            "web": "",
            "phone": "01632 960 701",
            "email": "go@wheels.example",
        },
    ]


def test_a_pack_without_services_has_an_empty_list() -> None:
    assert values_of(family(), job("links"))["links"] == []
