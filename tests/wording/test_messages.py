"""What docgen, its phrases and a pack's sheet say becomes messages for translators."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from household import pack

from docgen.model.language import Message
from docgen.model.pack import Phrase, SupportLink
from docgen.wording.english import COUNTED, ENGLISH, HINTS
from docgen.wording.messages import (
    pack_messages,
    phrase_messages,
    program_messages,
    word_messages,
)

AUDIENCES: Mapping[str, Literal["parent", "staff", "partner"]] = {
    "invite": "parent",
    "form": "staff",
    "ask": "partner",
}


def test_docgens_own_words_go_by_their_keys() -> None:
    found = {message.context: message for message in program_messages()}
    assert found["midday"] == Message("midday", "midday", places=("docgen: midday",))
    assert set(found) == {*ENGLISH, *COUNTED}
    assert not set(HINTS) - set(found)


def test_what_is_counted_stands_in_its_other_form_and_says_so() -> None:
    found = {message.context: message for message in program_messages() if message.counts}
    assert set(found) == set(COUNTED)
    assert found["session"].text == "{number} sessions"
    assert "half a school day" in found["session"].places[0]


def test_gaps_of_docgens_words_stand_in_single_braces() -> None:
    for message in program_messages():
        assert not re.sub(r"\{[a-z]+\}", "", message.text).count("{")


def test_phrases_and_their_measures_come_once_with_all_their_places() -> None:
    phrases = {
        "a": Phrase("I will ring {contact}.", "requirement", "ours", measure="phone log"),
        "b": Phrase("I will come.", "requirement", "ours"),
        "c": Phrase("We will ring.", "support", "ours", measure="phone log"),
    }
    assert phrase_messages(phrases) == (
        Message("I will ring {contact}.", "phrase", places=("phrases: a",)),
        Message("I will come.", "phrase", places=("phrases: b",)),
        Message("We will ring.", "phrase", places=("phrases: c",)),
        Message("phone log", "measure", places=("phrases: a", "phrases: c")),
    )


def test_words_that_staff_often_write_tell_their_group() -> None:
    assert word_messages({"roles": ("tutor",), "days": ("day",)}) == (
        Message("tutor", "word", places=("words: roles",)),
        Message("day", "word", places=("words: days",)),
    )


def test_a_packs_titles_terms_and_links_are_its_own_but_papers_for_staff() -> None:
    kinds = {
        name: replace(pack().kinds["invite"], title=name.title(), audience=audience)
        for name, audience in AUDIENCES.items()
    }
    link = SupportLink("Harbour Club", "Meals after school")
    found = pack_messages(replace(pack(), kinds=kinds, links=(link,)))
    assert [(message.context, message.text) for message in found] == [
        ("kind", "Invite"),
        ("kind", "Ask"),
        ("term", "attendance contract"),
        ("link", "Meals after school"),
    ]
