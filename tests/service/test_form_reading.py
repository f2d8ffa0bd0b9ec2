"""A checklist comes back from the screen: what was changed is shown, and written into its case."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from formcases import CASE, casefile, checklist, form_office, own_fields

from docgen.errors import CasefileRejected, UsageTrouble
from docgen.service.desk import Desk
from docgen.service.form_reading import apply_back, read_back
from docgen.service.forms import fill_form

Row = dict[str, Any]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Path, str]:
    """Draft a checklist once, as a clerk would open it; gives the casefile's text beside it."""
    desk = form_office(tmp_path_factory.mktemp("pattern") / "office")
    return desk, checklist(desk), casefile(desk).read_text("utf-8")


@pytest.fixture
def desk(pattern: tuple[Desk, Path, str]) -> Desk:
    """Give the office with its casefile as it was."""
    desk, _, text = pattern
    casefile(desk).write_text(text, "utf-8")
    return desk


def worked(pattern: tuple[Desk, Path, str], tmp_path: Path, values: Mapping[str, Any]) -> Path:
    """Change what stands in the form, as a clerk does on screen."""
    path = tmp_path / "back.pdf"
    path.write_bytes(fill_form(pattern[1].read_bytes(), values))
    return path


SEATING = (
    '- {{stage: planning, checkpoint: "Seating plan in maths looked at with the head of '
    'department", complete: done, comments: {}}}'
)


def lines_changed(desk: Desk, before: str) -> list[str]:
    """Give the lines of the casefile that are new."""
    old = before.splitlines()
    return [
        line.strip() for line in casefile(desk).read_text("utf-8").splitlines() if line not in old
    ]


def test_a_form_left_as_it_was_changes_nothing(desk: Desk, pattern: tuple[Desk, Path, str]) -> None:
    found = read_back(desk, pattern[1], CASE)
    assert (found.job.about, found.changes) == ("ct-1", ())
    apply_back(desk, found)
    assert casefile(desk).read_text("utf-8") == pattern[2]


def test_a_form_that_comes_late_takes_nothing_back_that_the_case_has_learnt_since(
    desk: Desk, pattern: tuple[Desk, Path, str], tmp_path: Path
) -> None:
    later = pattern[2].replace("Early Help carries on with sleep.", "It ended in January.")
    assert later != pattern[2]
    casefile(desk).write_text(later, "utf-8")
    assert read_back(desk, pattern[1], CASE).changes == ()
    back = worked(pattern, tmp_path, {"rows": {"P7": {"complete": "No"}}})
    assert [each.path[-1] for each in read_back(desk, back, CASE).changes] == ["P7"]


def test_what_the_clerk_fills_in_the_case_knows_and_comments_stay(
    desk: Desk, pattern: tuple[Desk, Path, str], tmp_path: Path
) -> None:
    row: Row = {"complete": "Yes", "comments": "Our own: “plain”.", "by": "ms bethan crowe"}
    values = {
        "rows": {"P7": {**row, "date": "3/11/2025"}, "P1": {"complete": "NA"}},
        "own_rows": {
            "planning": {"1": {"comments": "Moved again."}, "2": {"checkpoint": "Bus pass"}},
            "delivery": {"1": {"checkpoint": "Tea & biscuits", "complete": "No"}},
        },
    }
    found = read_back(desk, worked(pattern, tmp_path, values), CASE)
    apply_back(desk, found)
    assert lines_changed(desk, pattern[2]) == [
        "P1: {complete: not_applicable, by: st-3, date: 2025-10-20}",
        "P7: {comments: Our own: “plain”., complete: done, by: st-3, date: 2025-11-03}".replace(
            "Our own: “plain”.", "'Our own: “plain”.'"
        ),
        SEATING.format("Moved again."),
        "- {stage: delivery, checkpoint: Tea & biscuits, complete: not_done}",
        "- {stage: planning, checkpoint: Bus pass}",
    ]
    assert read_back(desk, tmp_path / "back.pdf", CASE).changes == ()


def test_answers_that_were_taken_out_are_emptied(
    desk: Desk, pattern: tuple[Desk, Path, str], tmp_path: Path
) -> None:
    values = {"rows": {"P2": {"comments": "", "by": "", "date": ""}}}
    apply_back(desk, read_back(desk, worked(pattern, tmp_path, values), CASE))
    assert lines_changed(desk, pattern[2]) == ["P2: {complete: done}"]


def test_a_case_without_any_checklist_gets_one(
    desk: Desk, pattern: tuple[Desk, Path, str], tmp_path: Path
) -> None:
    text = pattern[2]
    start = text.index("checklists:")
    casefile(desk).write_text(text[:start] + "checklists: {}\n", "utf-8")
    found = read_back(desk, worked(pattern, tmp_path, {"rows": {"P7": {"complete": "No"}}}), CASE)
    apply_back(desk, found)
    assert read_back(desk, tmp_path / "back.pdf", CASE).changes == ()
    assert "P7: {complete: not_done}" in casefile(desk).read_text("utf-8")


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"rows": {"P7": {"date": "next week"}}}, "form-day-unread"),
        (
            {"own_rows": {"planning": {"1": {"checkpoint": "", "comments": "", "complete": ""}}}},
            "form-row-emptied",
        ),
    ],
)
def test_what_the_case_can_t_hold_is_told_and_nothing_is_written(
    desk: Desk,
    pattern: tuple[Desk, Path, str],
    tmp_path: Path,
    values: Mapping[str, Any],
    rule: str,
) -> None:
    form = worked(pattern, tmp_path, values)
    with pytest.raises(CasefileRejected) as told:
        apply_back(desk, read_back(desk, form, CASE))
    assert (told.value.code, [each.rule for each in told.value.findings]) == (
        "form-not-applied",
        [rule],
    )
    assert casefile(desk).read_text("utf-8") == pattern[2]


def test_a_row_that_is_elsewhere_by_now_is_not_written_over(
    desk: Desk, pattern: tuple[Desk, Path, str], tmp_path: Path
) -> None:
    values = {"own_rows": {"planning": {"1": {"comments": "Done."}, "2": {"checkpoint": "Bus"}}}}
    form = worked(pattern, tmp_path, values)
    row = '      - {stage: planning, checkpoint: "Seating plan'
    first = "      - {stage: planning, checkpoint: Came in between}\n"
    casefile(desk).write_text(pattern[2].replace(row, first + row, 1), "utf-8")
    with pytest.raises(CasefileRejected) as told:
        apply_back(desk, read_back(desk, form, CASE))
    assert [each.rule for each in told.value.findings] == ["form-row-moved"]


def test_a_form_of_another_pupil_is_refused(
    desk: Desk, pattern: tuple[Desk, Path, str], tmp_path: Path
) -> None:
    form = worked(pattern, tmp_path, {"pupil.legal_name": "Somebody Else"})
    with pytest.raises(UsageTrouble) as told:
        read_back(desk, form, CASE)
    assert told.value.code == "form-of-another"
    assert "Somebody" not in str(told.value)


def test_a_form_of_another_contract_is_refused_by_its_key(
    desk: Desk, pattern: tuple[Desk, Path, str]
) -> None:
    with pytest.raises(UsageTrouble) as told:
        read_back(desk, pattern[1], CASE, "ct-2")
    assert told.value.code == "form-of-another"


def test_a_pdf_that_is_no_form_of_the_authority_is_told(
    desk: Desk, pattern: tuple[Desk, Path, str]
) -> None:
    with pytest.raises(UsageTrouble) as told:
        read_back(desk, pattern[1], "fam-0042")
    assert told.value.code == "form-of-nobody"


def test_a_form_that_may_be_about_two_contracts_is_asked_about(
    desk: Desk, pattern: tuple[Desk, Path, str]
) -> None:
    changed = own_fields(desk, ", same: true", "", times=3)
    with pytest.raises(UsageTrouble) as told:
        read_back(changed, pattern[1], CASE)
    assert told.value.code == "form-of-several"
    assert read_back(changed, pattern[1], CASE, "ct-1").job.about == "ct-1"


def test_a_casefile_that_somebody_else_changed_meanwhile_is_left_to_them(
    desk: Desk, pattern: tuple[Desk, Path, str], tmp_path: Path
) -> None:
    found = read_back(desk, worked(pattern, tmp_path, {"rows": {"P7": {"complete": "No"}}}), CASE)
    theirs = pattern[2] + "\n# a note\n"
    casefile(desk).write_text(theirs, "utf-8")
    with pytest.raises(UsageTrouble) as told:
        apply_back(desk, found)
    assert told.value.code == "casefile-moved"
    assert casefile(desk).read_text("utf-8") == theirs
