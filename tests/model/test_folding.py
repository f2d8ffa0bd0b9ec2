"""What counts as the same text, number and postcode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.folding import cased, digits, folded, postcode, telephone


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë D'Arcy", "zoe d\u2019arcy"),
        ("Nguyễn", "Nguye\u0302\u0303n"),
        ("14 Mill Lane", "14\u00a0MILL\u2003lane"),
        ("14 Mill Lane", "14 Mi\u00adll\u200b La\u200dne"),
        ("Wójcik", "\uff37o\u0301jcik"),
        ("half-term", "half\u2011term"),
        ("straße", "STRASSE"),
        (" so  it\nis ", "so it is"),
        ("a\u2800b", "ab"),
    ],
)
def test_spelling_that_looks_alike_is_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Łęcki", "Lecki"), ("will", "well"), ("a b", "ab")])
def test_other_letters_stay_other_letters(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_cased_text_keeps_its_capital_letters() -> None:
    assert cased("Hope\u200b  O\u2019Neill") == "Hope O'Neill"
    assert cased("Hope") != cased("hope")


@given(st.text())
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("number", "significant"),
    [
        ("07700 900 301", "7700900301"),
        ("+44 7700 900301", "7700900301"),
        ("+44 (0)7700 900-301", "7700900301"),
        ("0044 7700 900301", "7700900301"),
        ("(01632) 960.200", "1632960200"),
        ("\u0660\u0667\u0667\u0660\u0660 \u0669\u0660\u0660 \u0663\u0660\u0661", "7700900301"),
        ("960 200", "960200"),
        ("12345", ""),
        ("", ""),
    ],
)
def test_a_number_is_its_significant_digits(number: str, significant: str) -> None:
    assert telephone(number) == significant


def test_digits_run_on_over_all_that_is_no_letter() -> None:
    assert digits("Ring +44 (7700) 900\n301, or come") == "ring447700900301orcome"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("SM99 1AB", "sm99 1ab"),
        ("sm991ab", "sm99 1ab"),
        ("SALTMOUTH SM99 1AB", "sm99 1ab"),
        ("W1A 0AX", "w1a 0ax"),
        ("14 Mill Lane", ""),
        ("FRANCE", ""),
    ],
)
def test_a_postcode_is_found_in_its_line(line: str, found: str) -> None:
    assert postcode(line) == found


@given(st.text(st.characters(max_codepoint=126)))
def test_plain_letters_take_a_short_way_to_the_same_text(text: str) -> None:
    assert folded(text) == folded(f"{text} é").removesuffix("e").rstrip()
    assert digits(text) == digits(f"{text}é").removesuffix("e")
