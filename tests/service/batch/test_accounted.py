"""Where the record of batches was taken away and the ledger was not, that is told at once."""

import shutil
from pathlib import Path

import pytest
from batchwork import SMALL, families_in, many, reopen
from officework import desk_in, office_in

from docgen.crew.local import LocalCrew
from docgen.errors import DiskTrouble, UsageTrouble
from docgen.model.batch import Progress
from docgen.service.batch.adopt import adopt
from docgen.service.batch.resume import resume
from docgen.service.batch.run import run


def ran(office: Path, *lines: str) -> str:
    """Run families and give the run's id."""
    desk = desk_in(office)
    assert run(desk, families_in(office, *lines), SMALL, LocalCrew()).is_whole
    return desk.run


def stopped(office: Path, *lines: str) -> tuple[str, list[Progress]]:
    """Run families in vain; gives why, and what was told of till then."""
    told: list[Progress] = []
    with pytest.raises(DiskTrouble) as gone:
        run(desk_in(office), families_in(office, *lines), SMALL, LocalCrew(), told.append)
    return gone.value.code, told


def test_without_the_folder_of_batches_nothing_is_even_judged(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    ran(office, "1")
    shutil.rmtree(office / "output")
    assert stopped(office, *many(6)) == ("batch-record-gone", [])


def test_without_one_runs_folder_the_first_letter_of_it_is_where_it_ends(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    gone = ran(office, "7")
    ran(office, "1")
    shutil.rmtree(office / "output" / "batches" / gone)
    (office / "output" / "batches" / "register.db").unlink()
    code, told = stopped(office, *many(8))
    assert code == "batch-record-gone"
    assert [each.stage for each in told] == ["fixed", "fixed", "delivered"]


def test_a_run_whose_folder_is_gone_is_none_that_never_was(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    gone = ran(office, "1")
    shutil.rmtree(office / "output" / "batches" / gone)
    with pytest.raises(DiskTrouble) as lost:
        resume(desk_in(office), gone, LocalCrew(), reopen)
    assert lost.value.code == "run-record-gone"
    with pytest.raises(DiskTrouble):
        adopt(desk_in(office), gone, "b-1")
    with pytest.raises(UsageTrouble) as unknown:
        adopt(desk_in(office), "20251201T120000-ffffffff", "b-1")
    assert unknown.value.code == "run-unknown"


def test_with_the_folder_put_back_all_is_well(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    ran(office, "1")
    kept = shutil.move(office / "output", tmp_path / "elsewhere")
    stopped(office, "1")
    shutil.rmtree(office / "output")
    shutil.move(kept, office / "output")
    done = run(desk_in(office), families_in(office, *many(2)), SMALL, LocalCrew())
    assert done.states == {"issued": 2, "made": 2}
