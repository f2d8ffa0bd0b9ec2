"""A clerk looks up which names a template may use, with examples from a case of the office."""

from pathlib import Path

import pytest
from worked import CASES, desk_on, expected

from docgen.errors import UsageTrouble
from docgen.service.desk import Desk
from docgen.service.examine import examine_case
from docgen.service.packs import list_packs
from docgen.service.placeholders import Placeholder, placeholders

CASE = "fam-0042"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Open a desk on the day of the example case."""
    return desk_on(expected(CASE).today, tmp_path)


@pytest.fixture
def authority() -> str:
    """Give the authority of the example case."""
    return CASES[CASE].parent.name


def by_name(found: tuple[Placeholder, ...]) -> dict[str, Placeholder]:
    return {each.name: each for each in found}


def test_every_name_has_a_type_a_meaning_and_an_example(desk: Desk, authority: str) -> None:
    found = by_name(placeholders(desk, authority, "invite"))
    time = found["meeting.time"]
    assert (time.type, time.says, time.example) == ("text", "when it starts", "4:15pm")
    assert found["meeting.attendees"].type == "list"
    assert found["meeting.pupil_invited"].type == "yes or no"
    assert "contract.key" not in found


def test_the_statements_of_the_kind_are_among_them(desk: Desk, authority: str) -> None:
    found = by_name(placeholders(desk, authority, "invite"))
    assert found["statements.aim"].type == "statement"
    assert "{{ pupil.legal_name }}" in found["statements.aim"].example
    assert "statements.parent_agreement" not in found


@pytest.mark.parametrize(
    ("kind", "name", "example"),
    [
        ("invite", "recipient.addressee", "Ms Agnieszka Wójcik"),
        ("invite", "recipient.address", "4 entries"),
        ("invite", "recipient.address[]", "Flat 2"),
        ("invite", "meeting.online", ""),
        ("contract", "contract.requirements[].number", "1"),
        ("contract", "contract.requirements[].struck", "no"),
        ("contract", "contract.period.estimate", "yes"),
        ("contract", "document.reference", "Draft: not issued"),
    ],
)
def test_examples_may_come_from_a_case(
    desk: Desk, authority: str, kind: str, name: str, example: str
) -> None:
    assert by_name(placeholders(desk, authority, kind, CASE))[name].example == example


def test_a_case_without_such_a_paper_gives_no_examples(tmp_path: Path, authority: str) -> None:
    for case in CASES:
        if CASES[case].parent.name == authority:
            desk = desk_on(expected(case).today, tmp_path)
            kinds = {job.kind.name for job in examine_case(desk, case).plan.jobs}
            if "failed-contract" not in kinds:
                break
    with pytest.raises(UsageTrouble) as stopped:
        placeholders(desk, authority, "failed-contract", case)
    assert stopped.value.code == "placeholders-no-paper"


def test_a_case_of_another_authority_gives_no_examples(desk: Desk, authority: str) -> None:
    packs = list_packs(desk.workspace)
    other = next(pack.authority for pack in packs if pack.authority != authority)
    with pytest.raises(UsageTrouble) as stopped:
        placeholders(desk, other, "contract", CASE)
    assert stopped.value.code == "placeholders-other-pack"


def test_a_kind_that_is_not_there_is_told(desk: Desk, authority: str) -> None:
    with pytest.raises(UsageTrouble) as stopped:
        placeholders(desk, authority, "invitation")
    assert stopped.value.code == "pack-kind-unknown"
