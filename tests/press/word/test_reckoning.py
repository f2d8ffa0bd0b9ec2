"""What two values and an operator give, up to the very bounds, and what is refused."""

from decimal import Decimal

import pytest

from docgen.press.word.plain import LARGEST, Stopped
from docgen.press.word.reckoning import HIGHEST, reckoned


@pytest.mark.parametrize(
    ("sign", "left", "right", "result"),
    [
        ("+", 1, 2, 3),
        ("+", 1.5, 1.5, 3.0),
        ("+", Decimal("1.5"), Decimal("1.5"), Decimal("3.0")),
        ("+", 1, Decimal("0.5"), Decimal("1.5")),
        ("+", 1, 0.5, 1.5),
        ("+", "a", "b", "ab"),
        ("+", [1], [2, 3], [1, 2, 3]),
        ("%", 7, 4, 3),
        ("*", HIGHEST, 1, HIGHEST),
        ("-", -HIGHEST, 0, -HIGHEST),
    ],
)
def test_numbers_reckon_and_texts_and_lists_join(
    sign: str, left: object, right: object, result: object
) -> None:
    assert reckoned(sign, left, right) == result


@pytest.mark.parametrize(
    ("sign", "left", "right"),
    [
        ("+", 1.5, Decimal("1.5")),
        ("+", "a", [1]),
        ("+", "a", 1),
        ("-", "a", "b"),
        ("**", 2, 2),
        ("/", 1, 0),
        ("/", Decimal(1), Decimal(0)),
        ("/", Decimal(0), Decimal(0)),
        ("*", HIGHEST, 2),
        ("-", -HIGHEST, 1),
    ],
)
def test_what_is_no_sum_is_refused(sign: str, left: object, right: object) -> None:
    with pytest.raises(Stopped) as stopped:
        reckoned(sign, left, right)
    assert stopped.value.rule == "word-no-reckoning"


@pytest.mark.parametrize("piece", ["x", [1]])
def test_what_is_joined_stays_within_the_largest_output(piece: str | list[int]) -> None:
    whole = reckoned("+", piece * (LARGEST - 1), piece)
    assert len(whole) == LARGEST  # type: ignore[arg-type]
    with pytest.raises(Stopped) as stopped:
        reckoned("+", piece * LARGEST, piece)
    assert stopped.value.rule == "word-output-too-large"
