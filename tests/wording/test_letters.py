"""What all letters share: the school, who signs, whom to ring, to whom and about whom."""

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


def test_every_document_knows_school_authority_and_terms() -> None:
    found = values("links")
    assert found["school"] == {
        "name": "Harbour View Primary",
        "address": ["1 Quay Road", "Little Salter", "SALTMOUTH", "SM99 9ZZ"],
        "phone": "01632 960 200",
        "email": "office@harbourview.example",
        "signing_body": "the governing body",
    }
    assert found["authority"] == {"name": "Saltshire"}
    assert found["terms"] == {"contract": "attendance contract"}


def test_a_school_without_e_mail_has_an_empty_one() -> None:
    found = values("links", {"school.email": None})
    assert (found["school"]["email"], found["contact"]["email"]) == ("", "")


NO_HEAD = {"school.headteacher": None}


@pytest.mark.parametrize(
    ("paper", "changes", "signs"),
    [
        ("invite m-3", {}, "Mr Tomos Rees, Attendance Champion"),
        ("contract ct-1", {}, "Mrs Joan Abara, Headteacher"),
        (
            "contract ct-1",
            {"school.signatories.contract": "st-3"},
            "Priya Nair, Attendance officer",
        ),
        ("contract ct-1", NO_HEAD, "Mr Tomos Rees, Attendance Champion"),
        (
            "contract ct-1",
            NO_HEAD | {"contracts.ct-1.lead_practitioner": "pa-1"},
            "Ms Ruth Adeyemi, Family worker, Saltmouth Family Service",
        ),
        ("partner-invite m-4", NO_HEAD, "Mr Tomos Rees, Attendance Champion"),
        ("receipt m-3", NO_HEAD, ", "),
        ("links", NO_HEAD, ", "),
    ],
)
def test_who_signs_depends_on_the_act_else_the_head_the_lead_or_the_chair_does(
    paper: str, changes: Changes, signs: str
) -> None:
    signatory = values(paper, changes)["signatory"]
    assert f"{signatory['name']}, {signatory['role']}" == signs


@pytest.mark.parametrize(
    ("changes", "contact"),
    [
        (
            {},
            ("Mr Tomos Rees", "Attendance Champion", "01632 960 201", "office@harbourview.example"),
        ),
        (
            {"school.contact_for_changes": "st-3"},
            ("Priya Nair", "Attendance officer", "01632 960 200", "priya@harbourview.example"),
        ),
        (
            {"school.contact_for_changes": None},
            ("Mrs Joan Abara", "Headteacher", "01632 960 200", "office@harbourview.example"),
        ),
        (
            {"school.contact_for_changes": None, "school.headteacher": None},
            ("", "", "01632 960 200", "office@harbourview.example"),
        ),
    ],
)
def test_whom_to_ring_has_a_number_and_an_address_of_the_schools_if_none_of_their_own(
    changes: Changes, contact: tuple[str, str, str, str]
) -> None:
    assert tuple(values("links", changes)["contact"].values()) == contact


def test_a_parent_is_addressed_by_title_and_full_legal_name() -> None:
    assert values("invite m-4")["recipient"] == {
        "addressee": "Ms Grace Adaeze Mbeki",
        "salutation": "Ms Mbeki",
        "address": ["Flat 2", "14 Mill Lane", "SALTMOUTH", "SM99 1AB"],
        "relationship": "mother",
    }


def test_a_parent_without_an_address_has_no_lines() -> None:
    assert values("warning", {"people.p-2.address": None})["recipient"]["address"] == []


@pytest.mark.parametrize(
    ("changes", "recipient"),
    [
        (
            {},
            {
                "addressee": "Ms Ruth Adeyemi",
                "salutation": "Ms Ruth Adeyemi",
                "address": ["Saltmouth Family Service", "3 Tide Row", "SALTMOUTH", "SM99 4PQ"],
                "relationship": "Family worker",
            },
        ),
        (
            {"partners.pa-1.person": None, "partners.pa-1.role": None},
            {
                "addressee": "Saltmouth Family Service",
                "salutation": "Saltmouth Family Service",
                "address": ["3 Tide Row", "SALTMOUTH", "SM99 4PQ"],
                "relationship": "",
            },
        ),
    ],
)
def test_a_partner_is_addressed_at_the_organisation(
    changes: Changes, recipient: dict[str, object]
) -> None:
    assert values("partner-invite m-4", changes)["recipient"] == recipient


@pytest.mark.parametrize(
    ("paper", "changes", "year"),
    [
        ("contract ct-1", {}, "9"),
        ("contract ct-1", {"pupils.c-1.year_group": None}, "9"),
        (
            "contract ct-1",
            {"pupils.c-1.year_group": None, "meetings.m-1.date": "2026-09-14"},
            "10",
        ),
        ("review", {"pupils.c-1.year_group": None, "reviews.rv-1.date": "2026-09-14"}, "10"),
        (
            "checklist ct-3",
            {"pupils.c-2.year_group": None, "meetings.m-1.invited": "[c-1]"},
            "5",
        ),
        (
            "checklist ct-3",
            {
                "pupils.c-2.year_group": None,
                "meetings.m-1.invited": "[c-1]",
                "contracts.ct-3.period": "{start: 2026-10-01, months: 3}",
            },
            "6",
        ),
        (
            "checklist ct-3",
            {
                "pupils.c-2.year_group": None,
                "meetings.m-1.invited": "[c-1]",
                "academic_year": None,
            },
            "",
        ),
        ("contract ct-1", {"pupils.c-1.year_group": "0"}, "R"),
        (
            "contract ct-1",
            {"pupils.c-1.year_group": None, "pupils.c-1.date_of_birth": "2021-09-01"},
            "N",
        ),
        (
            "contract ct-1",
            {"pupils.c-1.year_group": None, "pupils.c-1.date_of_birth": None},
            "",
        ),
        ("contract ct-1", {"pupils.c-1.year_group": "8"}, "8"),
    ],
)
def test_the_year_group_is_as_recorded_else_reckoned_for_the_papers_own_day(
    paper: str, changes: Changes, year: str
) -> None:
    assert values(paper, changes)["pupil"]["year_group"] == year


def test_the_pupil_goes_by_the_legal_name_with_the_day_of_birth() -> None:
    assert values("contract ct-1")["pupil"] == {
        "legal_name": "Nia Pryce",
        "date_of_birth": "29 February 2012",
        "year_group": "9",
    }
