"""What people are called: on the envelope, after Dear, in lists (S-05, S-06, X-17)."""

import pytest
from household import family, matter_of

from docgen.model.people import Partner, Person, Pupil
from docgen.model.school import Staff
from docgen.wording.naming import full_name, named, relationship, salutation, who


@pytest.mark.parametrize(
    ("person", "addressee", "dear"),
    [
        (
            Person("Agnieszka Wójcik", title="Ms", form_of_address="Ms Wójcik"),
            "Ms Agnieszka Wójcik",
            "Ms Wójcik",
        ),
        (Person("Usman Raza Iqbal", title="Mr"), "Mr Usman Raza Iqbal", "Usman Raza Iqbal"),
        (
            Person("Jean-François de la Tour", title="Mr"),
            "Mr Jean-François de la Tour",
            "Jean-François de la Tour",
        ),
        (
            Person("Kacper O\u2019Neill-Łęcki", title_declined=True),
            "Kacper O\u2019Neill-Łęcki",
            "Kacper O\u2019Neill-Łęcki",
        ),
        (Person("Ng", title="Mr", single_name=True), "Mr Ng", "Mr Ng"),
        (Person("Suryani", title="Ms", single_name=True), "Ms Suryani", "Ms Suryani"),
        (Person("Suryani", title_declined=True, single_name=True), "Suryani", "Suryani"),
        (
            Person("Suryani", title="Ms", title_declined=True, single_name=True),
            "Suryani",
            "Suryani",
        ),
        (Person("  Siân   O'Connor ", title=" Ms "), "Ms Siân O'Connor", "Siân O'Connor"),
        (Person("Null", title="Ms", form_of_address="  Ms  Null "), "Ms Null", "Ms Null"),
    ],
)
def test_a_parent_is_addressed_as_they_wish_or_by_the_name_in_full(
    person: Person, addressee: str, dear: str
) -> None:
    assert (full_name(person), salutation(person)) == (addressee, dear)


@pytest.mark.parametrize(
    ("somebody", "name"),
    [
        (Staff("Helen Osei", "Headteacher", title="Mrs"), "Mrs Helen Osei"),
        (Staff("Helen Osei", "Headteacher"), "Helen Osei"),
        (Pupil("Zoë D'Arcy-Nguyễn", preferred_name="Zo"), "Zoë D'Arcy-Nguyễn"),
        (Partner("Harbour Club", person="Ms Ruth Adeyemi"), "Ms Ruth Adeyemi"),
        (Partner("Harbour Club"), "Harbour Club"),
    ],
)
def test_everybody_else_goes_by_title_and_legal_name(
    somebody: Staff | Pupil | Partner, name: str
) -> None:
    assert full_name(somebody) == name


@pytest.mark.parametrize(
    ("key", "pupil", "name", "role"),
    [
        ("p-1", "c-1", "Ms Grace Adaeze Mbeki", "mother"),
        ("p-3", "c-1", "Kit Holloway", "step-parent"),
        ("p-3", "c-2", "Kit Holloway", ""),
        ("p-3", None, "Kit Holloway", "step-parent"),
        ("c-1", "c-1", "Nia Pryce", "pupil"),
        ("st-2", "c-1", "Mr Tomos Rees", "Attendance Champion"),
        ("pa-1", "c-1", "Ms Ruth Adeyemi", "Family worker, Saltmouth Family Service"),
        ("pa-2", "c-1", "Harbour Club", ""),
        (None, "c-1", "", ""),
    ],
)
def test_in_a_list_each_has_a_name_and_a_role(
    key: str | None, pupil: str | None, name: str, role: str
) -> None:
    assert who(matter_of(family()), key, pupil) == {"name": name, "role": role}


def test_a_partner_without_a_role_goes_by_the_organisation() -> None:
    case = family({"partners.pa-1.role": None})
    assert who(matter_of(case), "pa-1", None)["role"] == "Saltmouth Family Service"


def test_nobody_has_no_name_and_belongs_to_nobody() -> None:
    assert named(family(), "x-9") == ""
    assert relationship(matter_of(family()), "st-1", "c-1") == ""
