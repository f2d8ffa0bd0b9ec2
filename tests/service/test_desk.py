"""A desk knows where it stands, which day it is and who sits at it, however that was said."""

import datetime as dt
import getpass
from pathlib import Path

import pytest
from officework import office_in

from docgen.errors import UsageTrouble
from docgen.service.desk import open_desk, run_id


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office."""
    return office_in(tmp_path / "office")


def test_the_day_is_what_was_asked_for_else_the_environments_else_the_systems(
    office: Path,
) -> None:
    asked, set_to = dt.date(2025, 11, 3), {"DOCGEN_TODAY": "2025-10-06"}
    assert open_desk(office, None, asked, None, set_to).today == asked
    assert open_desk(office, environ=set_to).today == dt.date(2025, 10, 6)
    before = dt.datetime.now().astimezone().date()
    assert before <= open_desk(office, environ={}).today <= before + dt.timedelta(days=1)


@pytest.mark.parametrize("text", ["tomorrow", "6.10.2025", "2025-02-30", "20251006", "2025-10-6"])
def test_a_day_in_the_environment_that_is_none_is_told(office: Path, text: str) -> None:
    with pytest.raises(UsageTrouble) as told:
        open_desk(office, environ={"DOCGEN_TODAY": text})
    assert told.value.code == "today-unreadable"


def test_who_acts_is_who_was_named_else_the_environments_else_the_systems(office: Path) -> None:
    environ = {"DOCGEN_ACTOR": "st-1"}
    assert open_desk(office, by="st-2", environ=environ).actor == "st-2"
    assert open_desk(office, environ=environ).actor == "st-1"
    assert open_desk(office, environ={}).actor == getpass.getuser()


@pytest.mark.parametrize("name", [" ", "st-1\nst-2", "st\u202e-1", "x" * 61])
def test_a_name_that_could_spoil_the_ledger_is_refused(office: Path, name: str) -> None:
    with pytest.raises(UsageTrouble) as told:
        open_desk(office, by=name, environ={})
    assert told.value.code == "actor-unreadable"


def test_a_system_user_without_a_name_is_unknown(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "\u202euser")
    assert open_desk(office, environ={}).actor == "unknown"


def test_runs_are_never_alike_and_sort_by_time() -> None:
    runs = [run_id() for _ in range(50)]
    assert len(set(runs)) == 50
    assert [run.partition("-")[0] for run in runs] == sorted(run.partition("-")[0] for run in runs)


def test_a_desk_needs_no_ledger_until_something_is_recorded(office: Path) -> None:
    desk = open_desk(office, environ={})
    assert desk.head() is None
    assert not (office / "ledger.db").exists()
    assert not (office / "keys").exists()
