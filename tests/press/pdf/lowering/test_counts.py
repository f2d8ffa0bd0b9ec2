"""How numbers are written."""

import pytest

from docgen.press.pdf.lowering.counts import written


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (1, "decimal", "1"),
        (32767, "decimal", "32767"),
        (9, "decimalZero", "09"),
        (10, "decimalZero", "10"),
        (1, "lowerLetter", "a"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (0, "lowerLetter", ""),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (113, "ordinal", "113th"),
        (123, "ordinal", "123rd"),
        (21, "cardinalText", "Twenty-one"),
        (105, "cardinalText", "One hundred five"),
        (2000, "cardinalText", "Two thousand"),
        (1, "ordinalText", "First"),
        (12, "ordinalText", "Twelfth"),
        (20, "ordinalText", "Twentieth"),
        (45, "ordinalText", "Forty-fifth"),
        (7, "ordinalText", "Seventh"),
        (255, "hex", "FF"),
        (3, "chicago", "‡"),
        (5, "chicago", "**"),
        (2, "numberInDash", "- 2 -"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "arabicAlpha", "ب"),
        (5, "none", ""),
    ],
)
def test_a_number_is_written_as_its_format_says(value: int, kind: str, text: str) -> None:
    assert written(value, kind) == text


def test_a_format_of_another_script_is_not_known() -> None:
    assert written(1, "chineseCounting") is None


@pytest.mark.parametrize(("value", "text"), [(-5, "0"), (10**9, "32767")])
def test_numbers_stay_within_those_of_word(value: int, text: str) -> None:
    assert written(value, "decimal") == text
