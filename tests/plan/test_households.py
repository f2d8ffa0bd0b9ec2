"""By what the same pupil and the same parent are known, and what in their rows is doubtful."""

import pytest
from familywork import FATHER, FATHER_HOME, gathered, row, upn

from docgen.model.finding import Finding, Severity
from docgen.model.typed_row import TypedRow
from docgen.plan.households import is_parent, person_names, pupil_names


def doubts(*rows: TypedRow) -> list[Finding]:
    (family,) = gathered(*rows)
    return list(family.findings)


def rules(*rows: TypedRow) -> list[tuple[str, str]]:
    return [(each.rule, each.severity.value) for each in doubts(*rows)]


def test_a_pupil_is_known_by_upn_then_by_name_and_birth() -> None:
    known = row(pupil={"upn": upn(1)})
    assert pupil_names(known, "s-1") == (
        f"upn|s-1|{upn(1).lower()}",
        "born|s-1|zoya rahman|2012-02-28",
    )
    assert pupil_names(row(pupil={"date_of_birth": ""}), "") == ("born||zoya rahman|",)


def test_a_parent_is_known_by_name_with_id_home_phone_or_email() -> None:
    contact = {"phone": "07700 900 101", "email": "Asha@mail.example"}
    assert person_names(row(contact=contact), "") == (
        "id||asha rahman|k1",
        "home||asha rahman|14 mill road|co99 1ab",
        "phone||asha rahman|7700900101",
        "email||asha rahman|asha@mail.example",
    )


def test_a_parent_with_nothing_but_a_name_is_known_beside_the_pupil_alone() -> None:
    bare = row(contact={"id": ""}, home=())
    assert person_names(bare, "") == ("of||asha rahman|born||zoya rahman|2012-02-28",)


def test_a_parent_without_an_id_is_known_beside_the_pupil_too() -> None:
    assert person_names(row(contact={"id": ""}), "") == (
        "home||asha rahman|14 mill road|co99 1ab",
        "of||asha rahman|born||zoya rahman|2012-02-28",
    )


def test_nobody_is_a_parent_without_a_basis_or_as_an_organisation() -> None:
    assert is_parent(row().contact)
    assert not is_parent(row(contact={"nobody": "yes"}).contact)


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ("name", {"legal_name": "Zoya Khan"}),
        ("date of birth", {"date_of_birth": "2012-03-01"}),
        ("year group", {"year_group": "8"}),
    ],
)
def test_rows_of_one_pupil_that_differ_are_asked_about(what: str, changed: dict[str, str]) -> None:
    one = row(2, pupil={"upn": upn(1)})
    other = row(3, pupil={"upn": upn(1), **changed}, contact=FATHER, home=FATHER_HOME)
    (found,) = doubts(one, other)
    assert (found.rule, found.severity) == ("roster-pupil-differs", Severity.WARNING)
    assert f"row 3 gives another {what} than row 2" in found.message
    assert found.place is not None
    assert (found.place.line, found.place.column) == (3, 2)


def test_a_name_spelt_with_other_capitals_is_no_difference() -> None:
    one = row(pupil={"upn": upn(1)})
    other = row(pupil={"upn": upn(1), "legal_name": "ZOYA RAHMAN"}, contact=FATHER)
    assert rules(one, other) == []


@pytest.mark.parametrize(
    ("what", "changed"),
    [("title", {"title": "Mrs"}), ("language to read", {"reads": "ur"})],
)
def test_rows_of_one_contact_that_differ_are_asked_about(
    what: str, changed: dict[str, str]
) -> None:
    one = row(2, contact={"reads": "en"})
    sister = row(3, pupil={"legal_name": "Nura Rahman"}, contact={"reads": "en", **changed})
    (found,) = doubts(one, sister)
    assert (found.rule, found.severity) == ("roster-contact-differs", Severity.WARNING)
    assert what in found.message


def test_another_address_of_one_contact_is_asked_about() -> None:
    sister = row(pupil={"legal_name": "Nura Rahman"}, home=FATHER_HOME)
    (found,) = doubts(row(), sister)
    assert found.rule == "roster-contact-differs"
    assert "another address" in found.message


def test_an_address_written_otherwise_is_the_same() -> None:
    sister = row(
        pupil={"legal_name": "Nura Rahman"}, home=("14, Mill Road", "Saltmouth", "CO991AB")
    )
    without = row(pupil={"legal_name": "Noor Rahman"}, home=())
    assert rules(row(), sister, without) == []


def test_a_row_that_says_the_same_again_is_used_once() -> None:
    assert rules(row(), row()) == [("roster-row-twice", "I")]


def test_rows_that_say_otherwise_how_two_belong_together_are_asked_about() -> None:
    assert rules(row(), row(contact={"relationship": "aunt"})) == [("roster-link-differs", "W")]


def test_one_name_with_two_ids_beside_one_pupil_may_be_two_people() -> None:
    assert rules(row(), row(contact={"id": "K9"})) == [("roster-same-name", "W")]
    assert rules(row(), row(contact={"id": ""})) == [("roster-row-twice", "I")]


def test_one_name_at_two_addresses_of_a_family_is_asked_about_unless_ids_tell_them_apart() -> None:
    sister = {"legal_name": "Nura Rahman", "date_of_birth": "2014-09-01"}
    father = row(3, contact=FATHER, home=FATHER_HOME)
    hers = row(5, pupil=sister, contact=FATHER, home=FATHER_HOME)
    wrong = ("14 Mill Road", "CO99 1AX")
    mistyped = row(6, pupil=sister, contact={"id": ""}, home=wrong)
    found = doubts(row(2), father, hers, mistyped)
    assert [(each.rule, each.severity.value) for each in found] == [("roster-name-alike", "W")] * 2
    assert len({each.about for each in found}) == 2
    assert (
        rules(row(2), father, hers, mistyped, row(7, contact={"id": ""}, home=wrong))
        == [("roster-name-alike", "W")] * 2
    )
    elsewhere = row(4, pupil=sister, contact={"id": "K9"}, home=("1 New Street", "CO99 2ZZ"))
    assert rules(row(2), father, elsewhere, hers) == []


def test_one_id_with_two_names_is_asked_about() -> None:
    other = row(3, contact={**FATHER, "id": "K1"}, home=FATHER_HOME)
    (found,) = doubts(row(2), other)
    assert (found.rule, found.severity) == ("roster-id-shared", Severity.WARNING)
    assert "row 2" in found.message


def test_a_pupil_of_whom_nobody_is_a_parent_is_told_once() -> None:
    neighbour = {"nobody": "yes"}
    assert rules(row(contact=neighbour), row(contact={**FATHER, **neighbour})) == [
        ("roster-nobody", "I")
    ]


def test_two_pupils_of_one_name_and_birth_are_asked_about_and_a_row_without_upn_refused() -> None:
    one, twin = row(pupil={"upn": upn(1)}), row(pupil={"upn": upn(2)})
    unclear = row(contact=FATHER, home=FATHER_HOME)
    families = gathered(one, twin, unclear)
    found = [(each.rule, each.severity.value) for family in families for each in family.findings]
    assert found == [
        ("roster-pupil-alike", "W"),
        ("roster-pupil-alike", "W"),
        ("roster-pupil-unclear", "E"),
    ]


def test_more_pupils_than_a_family_has_are_refused() -> None:
    many = [row(pupil={"legal_name": f"Nura {'I' * n}x"}) for n in range(1, 14)]
    assert rules(*many) == [("roster-family-large", "E")]
