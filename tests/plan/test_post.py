"""Letters have their envelopes and files: one person's together, never those of two."""

from dataclasses import replace

import pytest
from piecework import FATHER, MOTHER, SISTER, TO_SIGN

from docgen.plan.post import LONGEST, Place, natural, part_name, parts


def test_parents_in_one_house_have_an_envelope_each() -> None:
    assert MOTHER.envelope != FATHER.envelope


def test_letters_about_sisters_go_to_their_mother_in_one_envelope() -> None:
    assert MOTHER.envelope == SISTER.envelope


def test_two_addresses_of_one_person_are_two_envelopes() -> None:
    moved = replace(SISTER, address=("Ms Asha Rahman", "2 New Road", "CO99 1AB"))
    assert MOTHER.envelope != moved.envelope


def test_what_is_signed_at_the_table_has_no_envelope() -> None:
    assert not TO_SIGN.envelope


def test_in_an_envelope_the_letter_with_the_address_lies_on_top_others_by_number() -> None:
    bare = replace(MOTHER, number="b-1/0", windowed=False)
    assert sorted([bare.within, SISTER.within, MOTHER.within]) == [
        MOTHER.within,
        SISTER.within,
        bare.within,
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("CO9 1AB", "CO10 1AA"),
        ("CO9 1AB", "CO9 2AA"),
        ("9B", "10A"),
        ("9", "9B"),
        ("B", ""),
        ("9", "B"),
        ("Élan", "Elba"),
        ("1" * LONGEST, ""),
        ("A B", "A C"),
    ],
)
def test_numbers_are_sorted_as_numbers_and_nothing_comes_last(before: str, after: str) -> None:
    assert natural(before) < natural(after)


def test_letters_of_one_postcode_or_class_lie_by_family_and_number() -> None:
    tenth = replace(MOTHER, number="b-1/10")
    for sort in ("postcode", "class"):
        assert MOTHER.sorted_by(sort) < tenth.sorted_by(sort)
        assert tenth.sorted_by(sort) < replace(MOTHER, case="b-2").sorted_by(sort)
    assert MOTHER.sorted_by("class") < SISTER.sorted_by("class")
    assert FATHER.sorted_by("postcode") > MOTHER.sorted_by("postcode")


def test_a_letter_bears_its_envelope_unless_it_has_none() -> None:
    assert Place(MOTHER, 7, 2, 3).mark == "Envelope 7, letter 2 of 3"
    assert Place(TO_SIGN).mark == ""


def test_each_language_and_paper_has_a_file() -> None:
    polish = replace(FATHER, language="pl-en", variant="large")
    assert [each.file_stem for each in (TO_SIGN, MOTHER, polish)] == [
        "en-contract",
        "en-invite",
        "pl-en-invite-large",
    ]
    assert MOTHER.name == "b-1/1-v1"


def test_large_files_are_divided_between_envelopes() -> None:
    assert [part for part, _ in parts(["a", "bb", "c", "ddd", "e"], 2)] == [1, 2, 3, 4, 5]
    assert [part for part, _ in parts(["a", "bb", "c", "ddd", "e"], 4)] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("part", "of", "name"),
    [(1, 1, "en-invite"), (2, 3, "en-invite-02"), (12, 200, "en-invite-012")],
)
def test_of_several_files_each_has_its_number(part: int, of: int, name: str) -> None:
    assert part_name("en-invite", part, of) == name
