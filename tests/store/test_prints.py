"""The folder to print from holds just what was laid out last, whole."""

from pathlib import Path

import pytest

from docgen.errors import DiskTrouble
from docgen.store import prints
from docgen.store.prints import put_prints


def held(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_last_run_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "fam-0001" / "print"
    put_prints(folder, {"01-a.docx": b"a", "02-b.docx": b"b"})
    put_prints(folder, {"01-b.docx": b"b"})
    assert held(tmp_path) == {"fam-0001/print/01-b.docx": b"b"}


def test_with_nothing_to_print_the_folder_goes(tmp_path: Path) -> None:
    folder = tmp_path / "print"
    put_prints(folder, {"01-a.docx": b"a"})
    put_prints(folder, {})
    put_prints(folder, {})
    assert list(tmp_path.iterdir()) == []


def test_what_a_stopped_run_left_is_taken_away(tmp_path: Path) -> None:
    for name in (prints.FRESH, prints.OLD):
        (tmp_path / name).mkdir()
        (tmp_path / name / "01-old.docx").write_bytes(b"old")
    put_prints(tmp_path / "print", {"01-a.docx": b"a"})
    assert held(tmp_path) == {"print/01-a.docx": b"a"}


def test_a_disk_that_refuses_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "print"
    put_prints(folder, {"01-a.docx": b"a"})
    with pytest.raises(DiskTrouble):
        put_prints(folder, {"01-b.docx": b"b", "no/such/folder.docx": b"c"})
    assert held(folder) == {"01-a.docx": b"a"}
