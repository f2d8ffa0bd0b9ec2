"""`--map "Column=field"`, as somebody types it."""

import pytest
from peoplework import table

from docgen.check.roster.corrections import corrections
from docgen.errors import UsageTrouble

SHEET = table(["Forename", "Surname", "Forename", "Notes = private"], ["Pupil", "", "Contact", ""])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Surname=pupil.legal_surname", {2: "pupil.legal_surname"}),
        ("surname = ignore", {2: "ignore"}),
        ("Pupil forename=pupil.legal_forename", {1: "pupil.legal_forename"}),
        ("Forename#2=contact.forename", {3: "contact.forename"}),
        ("column C=contact.forename", {3: "contact.forename"}),
        ("Column c=contact.forename", {3: "contact.forename"}),
        ("Notes = private=ignore", {4: "ignore"}),
    ],
)
def test_a_column_is_named_by_heading_or_letter(text: str, said: dict[int, str]) -> None:
    assert corrections([text], SHEET) == said


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Surname", "map-form"),
        ("=ignore", "map-form"),
        ("Surname=", "map-form"),
        ("Shoe size=ignore", "map-column-unknown"),
        ("Forname=ignore", "map-column-mistyped"),
        ("column Z=ignore", "map-column-unknown"),
        ("Forename#3=ignore", "map-column-mistyped"),
        ("###=ignore", "map-column-unknown"),
        ("Forename=ignore", "map-column-several"),
        ("Surname=pupil.surname", "map-field-mistyped"),
        ("Surname=xyzzy", "map-field-unknown"),
    ],
)
def test_what_can_not_be_meant_is_refused(text: str, code: str) -> None:
    with pytest.raises(UsageTrouble) as caught:
        corrections([text], SHEET)
    assert caught.value.code == code


def test_nothing_said_corrects_nothing() -> None:
    assert corrections([], SHEET) == {}
