"""An action's words in its reader's language: its own text, or its phrase, already translated."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from household import family, matter_of
from polishwork import polish

from docgen.model.action import Frozen, Requirement, Translation
from docgen.model.casetext import digest_of
from docgen.model.language import Pair
from docgen.model.pack import Phrase
from docgen.wording.actions import spoken
from docgen.wording.matter import Matter

PHONE = "I will phone the school before {time}."
SAID = "I will phone the school before 8:45am."
IN_POLISH: Pair = ("phrase", PHONE)
CALLING = Requirement("p-1", phrase="phone", values={"time": "8:45am"})


def matter(messages: Mapping[Pair, str] | None = None) -> Matter:
    """Give the family's contract for a Polish reader, with one phrase in the library."""
    found = matter_of(family(), polish(messages))
    phrases = {"phone": Phrase(PHONE, "requirement", "ours")}
    return replace(found, pack=replace(found.pack, phrases=phrases))


def test_a_phrase_comes_translated_with_its_gaps_filled_in_the_readers_way() -> None:
    words = matter({IN_POLISH: "Do godziny {time} zadzwonię do szkoły."})
    assert spoken(words, CALLING, "ct-1.rq-1") == "Do godziny 08:45 zadzwonię do szkoły."


def test_an_actions_own_translation_goes_before_its_phrase() -> None:
    words = matter({IN_POLISH: "Do godziny {time} zadzwonię do szkoły."})
    own = {"pl": Translation("Zadzwonię przed 8:45.", digest_of(SAID), "approved")}
    item = replace(CALLING, translations=own)
    assert spoken(words, item, "ct-1.rq-1") == "Zadzwonię przed 8:45."


@pytest.mark.parametrize(
    "item",
    [
        Requirement("p-1", text=SAID),
        replace(CALLING, frozen=Frozen(1, "I will ring before {time}.")),
    ],
    ids=["a text", "a phrase that was reworded"],
)
def test_words_without_a_translation_are_told_by_the_actions_key(item: Requirement) -> None:
    words = matter()
    spoken(words, item, "ct-1.rq-1")
    assert [(each.rule, each.about, each.what) for each in words.bundle.notes.lacks] == [
        ("T-19", "ct-1.rq-1", "text")
    ]


def test_a_phrase_that_nobody_has_translated_is_told_by_its_english() -> None:
    words = matter()
    spoken(words, CALLING, "ct-1.rq-1")
    lack = words.bundle.notes.lacks[0]
    assert (lack.rule, lack.about, lack.english) == ("R-110", "phrase", PHONE)


def test_a_phrase_on_paper_keeps_the_translation_of_its_old_words() -> None:
    words = matter({("phrase", "I will ring before {time}."): "Zadzwonię przed {time}."})
    item = replace(CALLING, frozen=Frozen(1, "I will ring before {time}."))
    assert spoken(words, item, "ct-1.rq-1") == "Zadzwonię przed 08:45."
