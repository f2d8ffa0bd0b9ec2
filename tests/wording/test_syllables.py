"""Syllables are counted as a reader says them."""

import pytest

from docgen.wording.syllables import syllables

HEARD = {
    1: "a the we school help phone change through times asked planned can't don't whole place she",
    2: "parent support contract table people every being trying wanted agreed places changes "
    "classes wishes boxes isn't didn't couldn't quiet business useful safely statements movement "
    "something Wednesday region million social special language question building guidance "
    "helpless saying evenings tables create theatre centre Mrs senior fluent",
    3: "attendance agreement period usual idea earlier barrier behaviour element everyone "
    "requirement management timetable video annual part-timer",
    4: "January education situation authority material societies",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in HEARD.items() for word in words.split()]
)
def test_a_word_has_the_syllables_one_hears(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["mm", "19", "\u2019"])
def test_whatever_is_said_has_one_at_least(word: str) -> None:
    assert syllables(word) == 1


def test_parts_of_a_word_with_a_hyphen_are_counted_each() -> None:
    assert syllables("anti-social") == syllables("anti") + syllables("social") == 4


def test_capitals_and_apostrophes_make_no_difference() -> None:
    assert syllables("DIDN\u2019T") == syllables("didn't") == 2
