"""Names as people bear them, and what stands in a name's place (S-05, S-06, S-07)."""

import unicodedata

import pytest

from docgen.check.rules.names import flaw, holds_two, is_body
from docgen.model.people import Person

TWO = [
    "Mr and Mrs Khan",
    "Mr & Mrs Khan",
    "Mr&Mrs Khan",
    "Mr/Mrs Khan",
    "Mr Mrs Khan",
    "Mr. Khan, Mrs. Khan",
    "Asha and Bilal Khan",
    "ASHA AND BILAL KHAN",
    "Asha + Bilal Khan",
]
ONE = [
    "Anderson",
    "Sandy Anderson",
    "Anders Andersen",
    "Metin And",
    "Mrs Khan",
    "Ravi s/o Kumar",
    "Siti d/o Rahman",
    "Marie-Claire Legrand",
]
FULL = [
    "Kai Ng",
    "Ada Null",
    "Łukasz Żółć",
    "Jean-François de la Tour",
    "Siân O'Connor",
    "Siân O\u2019Connor",
    "Kacper O'Neill-Łęcki",
    "Mícheál Ó Sé",
    "Zoë D'Arcy-Nguyễn",
    "Ramón y Cajal",
    "Harry S Vane",
    "Missy Drake",
    "Xu Xi",
    "Na Li",
]


@pytest.mark.parametrize("name", TWO)
def test_a_name_of_two_people_is_seen(name: str) -> None:
    assert holds_two(name)


@pytest.mark.parametrize("name", [*ONE, *FULL])
def test_a_name_of_one_person_is_not_taken_for_two(name: str) -> None:
    assert not holds_two(name)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", FULL)
def test_a_full_name_passes_however_its_accents_are_stored(name: str, form: str) -> None:
    composed = unicodedata.normalize("NFD" if form == "NFD" else "NFC", name)
    assert flaw(composed, single=False) == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("A. Khan", "has an initial in place of a name"),
        ("A Khan", "has an initial in place of a name"),
        ("Asha K", "has an initial in place of a name"),
        ("Asha K.", "has an initial in place of a name"),
        ("Asha B. Khan", "has an initial in place of a name"),
        ("A.B. Khan", "has an initial in place of a name"),
        ("Ł. Żółć", "has an initial in place of a name"),
        ("Mr Khan", "begins with a title"),
        ("Mrs. Asha Khan", "begins with a title"),
        ("Dr Asha Khan", "begins with a title"),
        ("XXX Suryani", "has a placeholder in place of a name"),
        ("Suryani -", "has a placeholder in place of a name"),
        ("-", "has a placeholder in place of a name"),
        ("LNU", "has a placeholder in place of a name"),
        ("Suryani LNU", "has a placeholder in place of a name"),
        ("FNU Suryani", "has a placeholder in place of a name"),
        ("Suryani .", "has a placeholder in place of a name"),
        (" ", "has a placeholder in place of a name"),
        ("Suryani", "is one word only"),
        ("Ng", "is one word only"),
        ("Null", "is one word only"),
        ("Jean-François", "is one word only"),
    ],
)
def test_what_is_no_full_name_is_told_why(name: str, why: str) -> None:
    assert flaw(name, single=False) == why


@pytest.mark.parametrize("name", ["Suryani", "Ng", "Null", "Żółć"])
def test_a_single_name_is_full_when_it_is_said_to_be_the_only_one(name: str) -> None:
    assert flaw(name, single=True) == ""


@pytest.mark.parametrize("name", ["XXX Suryani", "-", "Mr Suryani", "S."])
def test_an_only_name_is_still_no_placeholder_title_or_initial(name: str) -> None:
    assert flaw(name, single=True)


@pytest.mark.parametrize(
    "name",
    [
        "Harbourshire County Council",
        "London Borough of Harbourside",
        "The local authority",
        "Harbour Care Ltd",
        "Children\u2019s Services",
        "Harbour Trust",
        "Youth Service",
        "Meadowbank School",
    ],
)
def test_a_body_is_known_by_its_name(name: str) -> None:
    assert is_body(Person(legal_name=name))


def test_a_body_may_be_said_to_be_one() -> None:
    assert is_body(Person(legal_name="Harbour House", organisation=True))


@pytest.mark.parametrize(
    "person",
    [
        Person(legal_name="Asha Rahman"),
        Person(legal_name="Jo Trust", title="Mx"),
        Person(legal_name="Trustin Schoolcraft"),
    ],
)
def test_a_person_is_not_taken_for_a_body(person: Person) -> None:
    assert not is_body(person)


TITLES = ["Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Prof", "Professor", "Rev", "Revd", "Reverend"]


@pytest.mark.parametrize("title", [*TITLES, "Sir", "Dame", "Master", "MR", "Dr."])
def test_a_title_is_no_part_of_a_legal_name(title: str) -> None:
    assert flaw(f"{title} Asha Khan", single=False) == "begins with a title"


@pytest.mark.parametrize("title", ["Mr", "Mrs", "Miss", "Ms", "Mx"])
def test_two_titles_are_two_people(title: str) -> None:
    assert holds_two(f"Mr {title} Khan")
    assert not holds_two(f"{title} Khan")


@pytest.mark.parametrize(("name", "is_initials"), [("J.R. Khan", True), ("Jo.Al Khan", False)])
def test_letters_with_full_stops_are_initials(name: str, *, is_initials: bool) -> None:
    assert (flaw(name, single=False) == "has an initial in place of a name") is is_initials
