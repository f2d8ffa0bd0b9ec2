"""From a school's sheet to letters, and on after the lights went out, without the sheet."""

from contextlib import closing
from pathlib import Path

import pytest
from familywork import TWO_PARENTS, asked, desk, line, put_roster, roster_office

from docgen.crew.local import LocalCrew
from docgen.model.batch import Progress
from docgen.service import accounts
from docgen.service.batch.adopt import adopt
from docgen.service.batch.listening import Listening
from docgen.service.batch.resume import resume
from docgen.service.batch.rosters import open_source, reopen
from docgen.service.batch.run import run
from docgen.service.batch.runs import Order, open_run
from docgen.service.examine import read_case

GRACE = {
    "Forename": "Leo", "Surname": "Mbeki", "ID": "K3", "Contact": "Grace", "Family": "Mbeki",
    "Address": "3 Hill Street", "Postcode": "CO99 3DA", "Mobile": "07700 900103",
}  # fmt: skip
JOAN = {
    "Forename": "Ida", "Surname": "Pryce", "ID": "K4", "Contact": "Joan", "Family": "Pryce",
    "Address": "5 Sea View", "Postcode": "CO99 4EF", "Mobile": "07700 900104",
}  # fmt: skip
SHEET = (*TWO_PARENTS, line(2, **GRACE), line(3, **JOAN), line(4, **{**JOAN, "Forename": "Max"}))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_sheet_becomes_letters(tmp_path: Path, processes: int) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    with closing(open_source(desk(office), asked(office))) as source:
        done = run(desk(office), source, Order(families=2), LocalCrew(processes))
    assert done.is_whole
    assert done.states == {"made": 5}
    assert accounts.verify(desk(office)).head is not None


@pytest.mark.parametrize("stage", ["fixed", "delivered"])
def test_a_run_goes_on_without_its_sheet(tmp_path: Path, stage: str) -> None:
    office = roster_office(tmp_path / "office", *SHEET)

    def dark(progress: Progress) -> None:
        if progress.stage == stage:
            raise KeyboardInterrupt

    at = desk(office)
    wanted = asked(office)
    with closing(open_source(at, wanted)) as source, pytest.raises(KeyboardInterrupt):
        run(at, source, Order(families=2), LocalCrew(), dark)
    wanted.path.unlink()
    done = resume(desk(office), at.run, LocalCrew(), reopen)
    assert done.states == {"made": 5}


def test_the_same_sheet_again_makes_nothing_twice(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    for _ in range(2):
        with closing(open_source(desk(office), asked(office))) as source:
            done = run(desk(office), source, Order(families=2), LocalCrew())
    assert done.states == {"issued": 5}


def test_a_family_of_a_sheet_is_adopted(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    with closing(open_source(desk(office), asked(office))) as source:
        done = run(desk(office), source, Order(families=2), LocalCrew())
    case = next(open_run(desk(office), done.run).outcomes()).case
    adopt(desk(office), done.run, case)
    read = read_case(desk(office), office / "casefiles" / f"{case}.yaml")[2]
    assert read.issued
    with closing(open_source(desk(office), asked(office))) as source:
        assert case not in [family.case for family in source.families()]


class Dark(Listening):
    """A roster over which the lights go out before it is remembered."""

    def settled(self) -> None:
        """Go out."""
        raise KeyboardInterrupt


def test_who_was_in_a_list_is_remembered_though_the_lights_went_out(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    at = desk(office)
    with closing(open_source(at, asked(office))) as source, pytest.raises(KeyboardInterrupt):
        run(at, Dark(source, tmp_path), Order(families=2), LocalCrew())
    assert resume(desk(office), at.run, LocalCrew(), reopen).states == {"made": 5}
    assert resume(desk(office), at.run, LocalCrew(), reopen).is_whole
    put_roster(office, line())
    with closing(open_source(desk(office), asked(office))) as source:
        assert [len(family.vanished) for family in source.families()] == [1]
