"""Parents who have little English can follow the meeting, and no child carries the words (T-26)."""

import pytest
from oneruled import TO_COME, Changes, findings, places

from docgen.model.finding import Severity

INTERPRETER = "meetings.m-1.interpreter"
LITTLE: Changes = {"people.p-1.languages": "{speaks: pl, reads: pl, english: some}"}
POLISH = "{name: A. Zając, language: pl, mode: phone}"
CHILD = "{name: A. Pryce, language: pl, mode: in_person, family_child: true}"
GRAND = "{name: A. Zając, language: pl, mode: phone, family_child: false}"


@pytest.mark.parametrize(
    ("changes", "rule", "broken"),
    [
        ({**TO_COME, INTERPRETER: CHILD}, "T-26a", [("m-1", INTERPRETER)]),
        ({**TO_COME, INTERPRETER: GRAND}, "T-26a", []),
        ({**TO_COME, INTERPRETER: POLISH}, "T-26a", []),
        (TO_COME, "T-26a", []),
        ({INTERPRETER: CHILD}, "T-26a", []),
        ({INTERPRETER: CHILD}, "T-26b", [("ct-1", INTERPRETER)]),
        ({INTERPRETER: GRAND}, "T-26b", []),
        ({**TO_COME, INTERPRETER: CHILD}, "T-26b", []),
    ],
)
def test_no_child_of_the_family_interprets(
    changes: Changes, rule: str, broken: list[tuple[str, str]]
) -> None:
    assert places(rule, changes) == broken


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        (LITTLE, True),
        ({"people.p-1.languages": "{speaks: pl, reads: pl, english: none}"}, True),
        ({"people.p-1.languages": "{speaks: pl, reads: pl, english: good}"}, False),
        ({"people.p-1.languages": "{speaks: pl, reads: pl}"}, False),
        ({**LITTLE, INTERPRETER: POLISH}, False),
        ({**LITTLE, INTERPRETER: "{name: R. Khan, language: ur, mode: phone}"}, True),
        (
            {
                "people.p-1.languages": "{speaks: pa-Arab, reads: ur, english: some}",
                INTERPRETER: "{name: R. Khan, language: pa, mode: phone}",
            },
            False,
        ),
        ({**LITTLE, "people.p-1.organisation": "true"}, False),
    ],
)
def test_whoever_has_little_english_has_an_interpreter(changes: Changes, *, lacks: bool) -> None:
    coming = places("T-26c", {**TO_COME, **changes})
    assert coming == ([("m-1.p-1", "meetings.m-1")] if lacks else [])
    assert places("T-26c", changes) == []
    held = places("T-26d", changes)
    assert held == ([("ct-1.p-1", "meetings.m-1")] if lacks else [])


@pytest.mark.parametrize(
    "changes",
    [
        {"meetings.m-1.present": "[p-2, st-2]", "contracts.ct-1.parties": "[p-1]"},
        {"contracts.ct-1.parties": "[p-2]"},
        {"links.0.pupil": "c-2", "pupils.c-2": "{legal_name: Ola Pryce}"},
    ],
    ids=["a party who was away", "no party", "no parent of the pupil"],
)
def test_only_parties_who_came_needed_one_at_a_held_meeting(changes: Changes) -> None:
    assert places("T-26d", {**LITTLE, **changes}) == []


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (POLISH, "lacks `organisation` and `read_aloud`."),
        ("{name: A. Zając, language: pl, mode: phone, read_aloud: true}", "lacks `organisation`."),
    ],
)
def test_what_an_interpreters_record_lacks_is_told_and_holds_nothing(
    record: str, told: str
) -> None:
    (finding,) = findings("T-26e", {INTERPRETER: record})
    assert finding.message.endswith(told)
    assert finding.severity is Severity.INFORMATION


def test_a_whole_record_and_none_at_all_lack_nothing() -> None:
    whole = "{name: A. Z., language: pl, mode: phone, organisation: Words, read_aloud: false}"
    assert places("T-26e", {INTERPRETER: whole}) == []
    assert places("T-26e", {}) == []
