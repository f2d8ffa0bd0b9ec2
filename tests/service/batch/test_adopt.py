"""A family of a run becomes a casefile of its own, with all that was issued for it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from batchwork import SMALL, families_in, many, reopen
from officework import desk_in, issued_files, office_in

from docgen.crew.local import LocalCrew
from docgen.errors import UsageTrouble
from docgen.model.batch import Progress
from docgen.service import accounts, register
from docgen.service.batch.adopt import adopt
from docgen.service.batch.history import adopted
from docgen.service.batch.resume import resume
from docgen.service.batch.run import run
from docgen.service.examine import read_case
from docgen.service.issue import issue
from docgen.service.report import Wish


def run_in(office: Path) -> str:
    """Run four families and a rejected one; gives the run's name."""
    source = families_in(office, *many(4), "5 rejected")
    return run(desk_in(office), source, replace(SMALL, archive=True), LocalCrew()).run


def test_a_family_becomes_a_casefile_with_its_letters(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    name = run_in(office)
    noted = adopt(desk_in(office), name, "b-2")
    path = office / "casefiles" / "b-2.yaml"
    case = read_case(desk_in(office), path)[2]
    assert [(paper.number, paper.recipient) for paper in case.issued] == [
        ("b-2/1", "p-1"),
        ("b-2/2", "p-2"),
    ]
    assert issued_files(office, "b-2") == [
        "b-2-1-invite-p-1-c-1-en-v1.docx",
        "b-2-2-invite-p-2-c-1-en-v1.docx",
    ]
    acts = [(entry.act, entry.number) for entry in accounts.list_entries(desk_in(office), "b-2")]
    assert acts == [(act, n) for act in ("issue", "adopt") for n in ("b-2/1", "b-2/2")]
    assert (noted.case_id, noted.act) == ("b-2", "adopt")
    assert noted.head
    assert noted.head.count == 10
    assert accounts.verify(desk_in(office)).head is not None
    assert "b-2" in adopted(desk_in(office))


def test_an_adopted_case_goes_on_as_any_other(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    adopt(desk_in(office), run_in(office), "b-1")
    report = issue(desk_in(office), "b-1", Wish(kinds=("invite",)), {})
    assert not report.made
    assert len(report.standing) == 2
    assert not report.notices
    noted = register.withdraw(desk_in(office), "b-1/1", "The meeting was called off.")
    assert noted.act == "withdraw"


def test_before_it_is_adopted_nothing_can_be_written_down_of_it(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    name = run_in(office)
    with pytest.raises(UsageTrouble) as unwritten:
        register.withdraw(desk_in(office), "b-1/1", "The meeting was called off.")
    assert unwritten.value.code == "number-in-batch"
    assert f"docgen batch adopt {name} b-1" in unwritten.value.remedy


def test_the_casefile_reads_as_a_person_would_write_it(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    adopt(desk_in(office), run_in(office), "b-1")
    lines = (office / "casefiles" / "b-1.yaml").read_text("utf-8").splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=../schema/")
    assert lines[1].startswith("# Adopted from batch 20251201T")
    assert "case_id: b-1" in [line.replace('"', "") for line in lines]
    assert '    legal_name: "Asha Rahman"' in lines
    assert "    date_of_birth: 2012-02-28" in lines
    assert "    year_group: 9" in lines
    assert "    old_enough_to_understand: false" in lines
    assert "    invited: [p-1, p-2]" in lines
    assert "other_plans: []" in lines


def test_what_was_adopted_half_is_adopted_whole_by_the_same_command(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    name = run_in(office)
    adopt(desk_in(office), name, "b-3")
    path = office / "casefiles" / "b-3.yaml"
    whole = path.read_text("utf-8")
    path.write_text(whole[: whole.index("issued:")], "utf-8")
    shutil.rmtree(office / "output" / "b-3")
    adopt(desk_in(office), name, "b-3")
    assert path.read_text("utf-8") == whole
    assert len(issued_files(office, "b-3")) == 2


def test_nobody_is_adopted_twice(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    name = run_in(office)
    adopt(desk_in(office), name, "b-3")
    with pytest.raises(UsageTrouble) as there:
        adopt(desk_in(office), name, "b-3")
    assert there.value.code == "adopt-exists"


@pytest.mark.parametrize("case", ["b-5", "b-9", "fam-0001"])
def test_who_is_not_in_the_run_or_was_not_judged_is_not_adopted(tmp_path: Path, case: str) -> None:
    office = office_in(tmp_path)
    with pytest.raises(UsageTrouble) as unknown:
        adopt(desk_in(office), run_in(office), case)
    assert unknown.value.code == "adopt-unknown"


def test_while_a_run_is_not_whole_nobody_is_adopted(tmp_path: Path) -> None:
    office, source = office_in(tmp_path), families_in(tmp_path, *many(6))

    def stop(progress: Progress) -> None:
        if progress.stage == "delivered":
            raise KeyboardInterrupt

    desk = desk_in(office)
    with pytest.raises(KeyboardInterrupt):
        run(desk, source, SMALL, LocalCrew(), stop)
    with pytest.raises(UsageTrouble) as unfinished:
        adopt(desk_in(office), desk.run, "b-1")
    assert unfinished.value.code == "adopt-unfinished"
    resume(desk_in(office), desk.run, LocalCrew(), reopen)
    adopt(desk_in(office), desk.run, "b-1")


def test_a_family_without_letters_is_adopted_without_any(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    source = families_in(office, "1 unmakable")
    name = run(desk_in(office), source, SMALL, LocalCrew()).run
    assert adopt(desk_in(office), name, "b-1").head is None
