"""Private folders go with the run; those of runs that were killed go when the next run comes."""

import os
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.press.pdf.aside import MARK, YOUNG, Aside, sweep
from docgen.press.pdf.setting import Album

HOLDS = """\
import tempfile, time
from docgen.press.pdf.aside import Aside
held = Aside("letters")
(held.path / "0.docx").write_bytes(b"a letter")
print(held.path, flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give what is the system's folder for passing files here."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def other(temp: Path) -> Iterator["subprocess.Popen[str]"]:
    """Give another run, which holds a folder with a letter in it."""
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temp))
    command = [sys.executable, "-c", HOLDS]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env={**os.environ, **places}, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def age(folder: Path, seconds: float = 2 * YOUNG) -> None:
    """Let a folder have been opened some time ago."""
    then = time.time() - seconds
    os.utime(folder / MARK, (then, then))


def only(folder: Path) -> Path:
    """Give the one folder there is."""
    (found,) = folder.iterdir()
    return found


def test_a_folder_is_private_and_says_whose_it_is(temp: Path) -> None:
    with Aside("letters") as aside:
        assert aside.path.parent == temp
        assert aside.path.name.startswith("docgen-letters-")
        if sys.platform != "win32":
            assert stat.S_IMODE(aside.path.stat().st_mode) == 0o700


def test_a_folder_goes_when_its_work_is_done_or_broken_off(temp: Path) -> None:
    with Aside("letters") as aside:
        (aside.path / "0.docx").write_bytes(b"a letter")
    with pytest.raises(ZeroDivisionError), Aside("letters"):
        raise ZeroDivisionError
    assert list(temp.iterdir()) == []


def test_a_folder_goes_with_what_holds_it(temp: Path) -> None:
    held = Aside("office")
    assert only(temp) == held.path
    del held
    assert list(temp.iterdir()) == []


def test_what_a_killed_run_left_is_removed(temp: Path, other: "subprocess.Popen[str]") -> None:
    other.kill()
    other.wait()
    left = only(temp)
    assert (left / "0.docx").is_file()
    age(left)
    sweep()
    assert list(temp.iterdir()) == []


@pytest.mark.usefixtures("other")
def test_the_folder_of_a_run_that_lives_is_never_removed(temp: Path) -> None:
    age(only(temp), 1_000_000)
    sweep()
    assert (only(temp) / "0.docx").is_file()


def test_a_run_s_own_folder_is_never_removed() -> None:
    with Aside("office") as aside:
        age(aside.path, 1_000_000)
        sweep()
        assert aside.path.is_dir()


@pytest.mark.parametrize(("seconds", "is_left"), [(YOUNG - 5, True), (YOUNG + 5, False)])
def test_a_folder_that_is_just_being_made_is_left_alone(
    temp: Path, seconds: float, *, is_left: bool
) -> None:
    folder = temp / "docgen-letters-new"
    folder.mkdir()
    (folder / MARK).write_bytes(b"")
    age(folder, seconds)
    sweep()
    assert folder.is_dir() is is_left


def test_other_folders_of_that_name_are_left_alone(temp: Path) -> None:
    own = temp / "docgen-office-of-my-own"
    own.mkdir()
    (own / "letter.docx").write_bytes(b"mine")
    other = temp / "pictures"
    other.mkdir()
    (other / MARK).write_bytes(b"")
    age(other)
    sweep()
    assert sorted(temp.iterdir()) == [own, other]


def test_the_folder_of_pictures_is_one_and_sweeps_too(temp: Path) -> None:
    left = temp / "docgen-pictures-left"
    left.mkdir()
    (left / MARK).write_bytes(b"")
    age(left)
    album = Album()
    assert only(temp) == left
    assert album.holding({"p.png": b"x"}) == only(temp)
