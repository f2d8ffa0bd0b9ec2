"""Two runs at once, and one run taken up by two: every letter is issued by one of them."""

import sys
from pathlib import Path

import pytest
from batchwork import SMALL, families_in, many, reopen
from killwork import OTHER, must_be_whole, program
from officework import desk_in, office_in

from docgen.crew.local import LocalCrew
from docgen.errors import DiskTrouble
from docgen.model.batch import Progress
from docgen.service.batch.resume import resume
from docgen.service.batch.run import run
from docgen.service.batch.runs import open_run


@pytest.mark.skipif(sys.platform == "win32", reason="its starter forks")
def test_two_runs_of_one_sheet_at_once_issue_each_letter_once(tmp_path: Path) -> None:
    with program() as one, program() as two:
        for number in range(5):
            office = office_in(tmp_path / f"office-{number}")
            families_in(office, *many(20))
            one.start(office, "first")
            two.start(office, OTHER)
            one.wait()
            two.wait()
            must_be_whole(office, 20)


def test_what_another_run_issued_since_is_left_to_it(tmp_path: Path) -> None:
    office, source = office_in(tmp_path), families_in(tmp_path, *many(6))

    def meanwhile(progress: Progress) -> None:
        if progress.stage == "fixed" and progress.chunk == 2:
            run(desk_in(office), source, SMALL, LocalCrew())

    done = run(desk_in(office), source, SMALL, LocalCrew(), meanwhile)
    assert done.states == {"standing": 12}
    must_be_whole(office, 6)


def test_numbers_taken_while_a_chunk_is_made_are_found_out_when_it_is_recorded(
    tmp_path: Path,
) -> None:
    office, source = office_in(tmp_path), families_in(tmp_path, *many(15))

    def meanwhile(progress: Progress) -> None:
        if progress.stage == "delivered" and progress.letters == 10:
            run(desk_in(office), source, SMALL, LocalCrew())

    with LocalCrew(2) as crew:
        done = run(desk_in(office), source, SMALL, crew, meanwhile)
    assert done.is_whole
    assert done.states == {"made": 10, "standing": 20}
    must_be_whole(office, 15)


def test_a_run_at_work_cannot_be_resumed_by_another(tmp_path: Path) -> None:
    office, source = office_in(tmp_path), families_in(tmp_path, *many(6))
    desk = desk_in(office)
    refusals: list[str] = []

    def meanwhile(progress: Progress) -> None:
        if progress.stage == "delivered":
            with pytest.raises(DiskTrouble) as busy:
                resume(desk_in(office), progress.run, LocalCrew(), reopen)
            refusals.append(busy.value.code)

    done = run(desk, source, SMALL, LocalCrew(), meanwhile)
    assert refusals == ["busy", "busy"]
    assert done.states == {"made": 12}
    assert open_run(desk, done.run).is_whole
