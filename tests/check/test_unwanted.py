"""Which words that papers should do without stand in a text."""

import pytest

from docgen.check.unwanted import Unwanted, plainer, unwanted
from docgen.model.pack import Avoided

AVOID = {
    "pay": Avoided("R-57", ("must pay", "fine"), "Say it kindly."),
    "law": Avoided("R-57", ("legally binding",), "Leave it out.", ("not legally binding",)),
    "vague": Avoided("R-50", ("more often",), "Say how often."),
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You must pay.", ["must pay"]),
        ("YOU MUST  PAY at once", ["must pay"]),
        ("You must\u00a0pay", ["must pay"]),
        ("A fine; you must pay!", ["must pay", "fine"]),
        ("fine", ["fine"]),
        ("You must payroll", []),
        ("refine, finely, fine_", []),
        ("You must not pay", []),
        ("", []),
        ("Come more often.", []),
    ],
)
def test_words_are_found_as_whole_words_whatever_their_capitals(
    text: str, words: list[str]
) -> None:
    assert [word for found in unwanted(text, AVOID, "R-57") for word in found.words] == words


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("It is legally binding.", True),
        ("It is not legally binding.", False),
        ("It is NOT  legally binding.", False),
        ("It is not legally binding, or is it legally binding?", True),
        ("It is not legally bindingly.", False),
        ("It is cannot legally binding.", True),
    ],
)
def test_words_inside_a_spared_text_do_not_count(text: str, stands: bool) -> None:
    found = [Unwanted(("legally binding",), "Leave it out.")] if stands else []
    assert list(unwanted(text, AVOID, "R-57")) == found


def test_words_that_only_overlap_a_spared_text_count() -> None:
    avoid = {"a": Avoided("R-57", ("is not", "binding on"), "…", ("not legally binding",))}
    (found,) = unwanted("This is not legally binding on you.", avoid, "R-57")
    assert found.words == ("is not", "binding on")


def test_each_entry_is_told_with_what_to_write_instead() -> None:
    told = list(unwanted("A fine is legally binding; you must pay.", AVOID, "R-57"))
    assert told == [
        Unwanted(("must pay", "fine"), "Say it kindly."),
        Unwanted(("legally binding",), "Leave it out."),
    ]
    assert told[0].listed == "“must pay”, “fine”"


def test_signs_in_words_are_only_signs() -> None:
    avoid = {"a": Avoided("R-50", ("c.o.d", "more (often)"), "…")}
    assert list(unwanted("cood more often", avoid, "R-50")) == []
    (found,) = unwanted("more (often) c.o.d", avoid, "R-50")
    assert found.words == ("c.o.d", "more (often)")


def test_a_spared_text_may_begin_or_end_with_the_words() -> None:
    avoid = {"a": Avoided("R-57", ("binding",), "…", ("binding statement", "not binding"))}
    assert list(unwanted("The binding statement is not binding.", avoid, "R-57")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please COMMENCE   at once.", [("commence", "start")]),
        ("It commenced prior  to that.", [("prior to", "before")]),
        ("We start before that.", []),
    ],
)
def test_a_plainer_word_is_told_for_each_hard_one(text: str, found: list[tuple[str, str]]) -> None:
    assert list(plainer(text, {"commence": "start", "prior to": "before"})) == found
