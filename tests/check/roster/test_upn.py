"""Unique pupil numbers: their form, and the letter that proves them."""

import pytest
from peoplework import told, typed

from docgen.check.roster.upn import check_letter, is_proved, is_upn

GOOD = "B999001250001"


def test_the_letter_follows_from_the_figures() -> None:
    assert check_letter("801200001001") == "H"
    assert check_letter("99900125000A") == check_letter("999001250000")
    assert is_proved(GOOD)
    assert not is_proved("A999001250001")


@pytest.mark.parametrize("text", ["", "B99900125000", "B9990012500011", "I999001250001", "1234"])
def test_what_is_no_upn_is_told(text: str) -> None:
    assert not is_upn(text)
    assert not is_proved(text)


def test_a_upn_is_used_only_when_it_is_proved() -> None:
    upn = typed({"pupil.upn": " b999 0012 50001 "}).pupil.upn
    assert upn
    assert upn.text == GOOD
    assert typed({"pupil.upn": "A999001250001"}).pupil.upn is None
    assert told({"pupil.upn": "A999001250001"}) == ["cell-upn-check"]
    assert told({"pupil.upn": "B99900125"}) == ["cell-upn-form"]
    assert told({"pupil.upn": ""}) == []
