"""A translation far longer than its English is told, as it may not fit where that stands."""

import pytest

from docgen.check.lengths import letters, overlong
from docgen.model.language import Message

LONG = "Bardzo serdecznie zapraszamy Państwa na spotkanie do naszej szkoły."


@pytest.mark.parametrize(
    ("context", "english", "text", "told"),
    [
        ("Cell", "Pupil", "Uczeń lub uczennica", True),
        ("Cell", "Pupil", "Uczeń / uczennica", False),
        ("", "Please come to a meeting.", "Zapraszamy na spotkanie w szkole.", False),
        (
            "",
            "Please come.",
            "Bardzo serdecznie zapraszamy Państwa na spotkanie w naszej szkole",
            True,
        ),
        ("pupil", "pupil", "uczeń lub uczennica", False),
        ("Cell", "Pupil {{ pupil.legal_name }}", "Uczeń: {{ pupil.legal_name }}", False),
    ],
)
def test_labels_have_less_room_than_sentences(
    context: str, english: str, text: str, told: bool
) -> None:
    place = "docgen: pupil" if context == "pupil" else "a.docx: table 1 row 2 column 3"
    message = Message(english, context, places=(place,))
    found = [each.rule for each in overlong(message, (text, ""))]
    assert found == (["translation-long"] if told else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<1>Pupil</1>\t{{ x }}", 6), ("ছাত্র", 4), ("{name} and", 4), ("a \n  b", 3)],
)
def test_what_takes_no_room_of_its_own_is_not_counted(text: str, expected: int) -> None:
    assert letters(text) == expected
