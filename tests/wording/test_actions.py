"""The words of actions: their own, a phrase's or frozen ones; and timetables cut short."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from household import family, job, pack, values_of

from docgen.errors import WordingMissing
from docgen.model.pack import Phrase

Changes = Mapping[str, str | None]
PHRASES = {
    "phone-before": Phrase("I will phone by {time}.", "requirement", "ours", measure="phone log"),
    "quiet-door": Phrase("We will keep the quiet door open.", "support", "ours"),
    "doctor": Phrase("We will ring your doctor.", "support", "ours", private=True),
}
RQ, SU = "contracts.ct-2.requirements.rq-1", "contracts.ct-2.support.su-1"
BY_PHRASE: dict[str, str | None] = {
    f"{RQ}.text": None,
    f"{RQ}.translations": None,
    f"{RQ}.phrase": "phone-before",
    f"{RQ}.with": "{time: '8:45am'}",
    f"{SU}.text": None,
    f"{SU}.phrase": "quiet-door",
}


def contract(changes: Changes, paper: str = "contract ct-2") -> Any:  # noqa: ANN401 (a tree of values)
    """Give what a paper, written `kind about`, says of its contract."""
    name, about = paper.split()
    case = family(changes)
    library = replace(pack(), phrases=PHRASES)
    return values_of(case, job(name, about, case=case), library)["contract"]


def test_a_phrase_is_said_with_its_names_filled_in() -> None:
    found = contract(BY_PHRASE)
    assert found["requirements"][0]["text"] == "I will phone by 8:45am."
    assert found["support"][0]["text"] == "We will keep the quiet door open."


def test_a_frozen_phrase_keeps_the_words_that_were_put_on_paper() -> None:
    frozen = {f"{RQ}.frozen": "{version: 1, text: 'I will ring before {time}.'}"}
    found = contract({**BY_PHRASE, **frozen})["requirements"][0]
    assert (found["text"], found["measure"]) == ("I will ring before 8:45am.", "")


def test_a_frozen_phrase_keeps_its_measure_too() -> None:
    frozen = {f"{RQ}.frozen": "{version: 1, text: I will ring., measure: our list}"}
    assert contract({**BY_PHRASE, **frozen})["requirements"][0]["measure"] == "our list"


def test_a_frozen_phrase_that_has_left_the_library_is_still_said() -> None:
    frozen = {f"{RQ}.frozen": "{version: 1, text: I will ring.}", f"{RQ}.phrase": "long-gone"}
    found = contract({**BY_PHRASE, **frozen})["requirements"][0]
    assert (found["text"], found["measure"]) == ("I will ring.", "")


@pytest.mark.parametrize(
    ("changes", "code", "key"),
    [
        ({f"{RQ}.phrase": "phone-befor"}, "wording-no-phrase", "ct-2.rq-1"),
        ({f"{SU}.phrase": "quiet-dor"}, "wording-no-phrase", "ct-2.su-1"),
        ({f"{RQ}.with": "{}"}, "wording-name-missing", "ct-2.rq-1"),
        (
            {f"{RQ}.frozen": "{version: 1, text: 'On {day}.'}", f"{RQ}.phrase": "long-gone"},
            "wording-name-missing",
            "ct-2.rq-1",
        ),
    ],
)
def test_a_phrase_that_cannot_be_said_is_told_with_its_place(
    changes: Changes, code: str, key: str
) -> None:
    with pytest.raises(WordingMissing) as told:
        contract({**BY_PHRASE, **changes})
    assert told.value.code == code
    assert told.value.message.startswith(f"{key} uses the phrase ")


@pytest.mark.parametrize(
    ("changes", "measure"),
    [
        ({}, "phone log"),
        ({f"{RQ}.smart": "{measure: register}"}, "register"),
        ({f"{RQ}.phrase": "quiet-door", f"{RQ}.with": "{}"}, ""),
    ],
)
def test_an_action_is_measured_as_it_says_else_as_its_phrase_does(
    changes: Changes, measure: str
) -> None:
    assert contract({**BY_PHRASE, **changes})["requirements"][0]["measure"] == measure


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("{reason: return_after_illness}", "Part-time timetable to return after illness."),
        ("{reason: return_after_absence}", "Part-time timetable to return after time away."),
        ("{reason: other, why: No transport}", "Part-time timetable."),
        ("{reason: other, until: 2026-01-16}", "Part-time timetable until 16 January 2026."),
        (
            "{reason: other, target: 0}",
            "Part-time timetable, aiming for 0% of the sessions planned in it.",
        ),
        (
            "{reason: return_after_illness, until: 2026-01-16, target: 80}",
            (
                "Part-time timetable to return after illness until 16 January 2026, "
                "aiming for 80% of the sessions planned in it."
            ),
        ),
    ],
)
def test_a_part_time_timetable_says_why_until_when_and_what_for(hours: str, said: str) -> None:
    found = contract({f"{RQ}.part_time": hours, f"{SU}.part_time": hours})
    assert found["requirements"][0]["part_time"] == said
    assert found["support"][0]["part_time"] == said


def test_an_information_copy_does_not_say_why_a_timetable_is_cut_short() -> None:
    hours = "{reason: return_after_illness, until: 2026-01-16}"
    changes = {"contracts.ct-1.support.su-1.part_time": hours}
    found = contract(changes, "support-letter ct-1")["support"][0]
    assert found["part_time"] == "Part-time timetable until 16 January 2026."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, True),
        ({f"{SU}.private": "true"}, False),
        (BY_PHRASE | {f"{SU}.phrase": "doctor"}, False),
    ],
)
def test_private_support_is_for_the_parties_alone(changes: Changes, *, told: bool) -> None:
    assert contract(changes)["support"]
    shown = contract(changes, "support-letter ct-2")["support"]
    assert [row["number"] for row in shown] == ([1] if told else [])
