"""Letters come to their envelopes and files: one person's together, never those of two."""

from dataclasses import replace

import pytest

from docgen.plan.post import Piece, Sort, counts, natural, placed, sheaves, without

HOME = ("Ms Asha Rahman", "14 Mill Road", "SALTMOUTH", "CO99 1AB")
MOTHER = Piece(
    case="b-1",
    rows=(2,),
    chunk=1,
    authority="wessex-vale",
    number="b-1/1",
    version=1,
    kind="invite",
    title="Come and talk to us",
    about="m-1",
    recipient="p-1",
    pupil="c-1",
    language="en",
    variant="standard",
    file="b-1-1-invite-p-1-c-1-en-v1.docx",
    ending="docx",
    digest="",
    remade=False,
    enveloped=True,
    windowed=True,
    address=HOME,
    postcode="CO99 1AB",
    group="9B",
)
FATHER = replace(
    MOTHER, number="b-1/2", recipient="p-2", address=("Mr Bilal Karim", *HOME[1:]), group="9B"
)
SISTER = replace(MOTHER, number="b-1/3", pupil="c-2", group="10A")
NEIGHBOUR = replace(
    MOTHER, case="b-2", number="b-2/1", address=("Ms Joan Pryce", "CO9 9ZZ"),
    postcode="CO9 9ZZ", group="8C",
)  # fmt: skip
ABROAD = replace(NEIGHBOUR, case="b-3", number="b-3/1", postcode="", group="")
TO_SIGN = replace(NEIGHBOUR, number="b-2/2", kind="contract", enveloped=False, windowed=False)


def told(*pieces: Piece, sort: Sort = "postcode") -> list[tuple[str, str]]:
    """Give each letter's number and mark, in order."""
    return [(place.piece.number, place.mark) for place in placed(pieces, sort)]


def test_parents_in_one_house_have_an_envelope_each() -> None:
    assert told(MOTHER, FATHER) == [
        ("b-1/1", "Envelope 1, letter 1 of 1"),
        ("b-1/2", "Envelope 2, letter 1 of 1"),
    ]


def test_letters_about_sisters_go_to_their_mother_in_one_envelope() -> None:
    assert told(SISTER, FATHER, MOTHER) == [
        ("b-1/1", "Envelope 1, letter 1 of 2"),
        ("b-1/3", "Envelope 1, letter 2 of 2"),
        ("b-1/2", "Envelope 2, letter 1 of 1"),
    ]


def test_the_letter_with_the_address_lies_on_top() -> None:
    bare = replace(MOTHER, number="b-1/0", windowed=False)
    assert [number for number, _ in told(bare, MOTHER)] == ["b-1/1", "b-1/0"]


def test_two_addresses_of_one_person_are_two_envelopes() -> None:
    moved = replace(SISTER, address=("Ms Asha Rahman", "2 New Road", "CO99 1AB"))
    assert [mark for _, mark in told(MOTHER, moved)] == [
        "Envelope 1, letter 1 of 1",
        "Envelope 2, letter 1 of 1",
    ]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("postcode", ["b-2/1", "b-1/1", "b-3/1"]),
        ("class", ["b-2/1", "b-1/1", "b-3/1"]),
    ],
)
def test_they_lie_in_the_order_of_postcodes_or_classes(sort: Sort, order: list[str]) -> None:
    assert [number for number, _ in told(ABROAD, MOTHER, NEIGHBOUR, sort=sort)] == order


@pytest.mark.parametrize(
    ("before", "after"),
    [("CO9 1AB", "CO10 1AA"), ("CO9 1AB", "CO9 2AA"), ("9B", "10A"), ("B", ""), ("9", "B")],
)
def test_numbers_are_sorted_as_numbers_and_nothing_comes_last(before: str, after: str) -> None:
    assert natural(before) < natural(after)


def test_what_is_signed_at_the_table_has_no_envelope_and_comes_last() -> None:
    assert told(TO_SIGN, MOTHER)[-1] == ("b-2/2", "")
    assert counts(placed([TO_SIGN, MOTHER, SISTER, FATHER], "postcode")) == {1: 1, 2: 1}


def test_each_language_and_paper_has_a_file() -> None:
    polish = replace(FATHER, language="pl-en", variant="large")
    found = sheaves(placed([MOTHER, polish, TO_SIGN], "postcode"), 10)
    assert [sheaf.name for sheaf in found] == ["en-contract", "en-invite", "pl-en-invite-large"]


def test_large_files_are_divided_between_envelopes() -> None:
    places = placed([MOTHER, SISTER, FATHER, NEIGHBOUR, TO_SIGN], "postcode")
    found = sheaves(places, 1)
    assert [(sheaf.name, [p.piece.number for p in sheaf.places]) for sheaf in found] == [
        ("en-contract", ["b-2/2"]),
        ("en-invite-01", ["b-2/1"]),
        ("en-invite-02", ["b-1/1", "b-1/3"]),
        ("en-invite-03", ["b-1/2"]),
    ]


def test_an_envelope_is_left_out_whole_and_a_letter_without_one_alone() -> None:
    places = placed([MOTHER, SISTER, FATHER, TO_SIGN], "postcode")
    (contracts, invites) = sheaves(places, 10)
    assert [p.piece.number for p in without(invites, frozenset({1}), frozenset()).places] == [
        "b-1/2"
    ]
    assert without(contracts, frozenset(), frozenset({"b-2/2-v1"})).places == ()
