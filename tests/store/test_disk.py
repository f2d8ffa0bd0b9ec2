"""Files appear whole or not at all, and a full or closed disk is told in a clerk's words."""

import subprocess
import sys
from pathlib import Path

import pytest

from docgen.errors import DiskTrouble
from docgen.store.disk import write_whole

TOO_BIG = """
import resource, sys
from pathlib import Path
from docgen.errors import DiskTrouble
from docgen.store.disk import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), bytes(5000))
except DiskTrouble as trouble:
    print(trouble.code)
"""


def test_a_file_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it(
    tmp_path: Path,
) -> None:
    letter = tmp_path / "output" / "letter.docx"
    write_whole(letter, b"first")
    write_whole(letter, b"second")
    assert letter.read_bytes() == b"second"
    assert [path.name for path in letter.parent.iterdir()] == ["letter.docx"]


def test_a_full_disk_leaves_the_old_file_and_no_piece_of_the_new_one(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"first")
    command = [sys.executable, "-c", TOO_BIG, str(letter)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert told.stdout.strip() == "disk-full"
    assert letter.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [letter]


def test_a_place_that_is_taken_by_a_folder_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").mkdir()
    with pytest.raises(DiskTrouble) as told:
        write_whole(tmp_path / "letter.docx", b"words")
    assert told.value.code == "disk-refused"
    assert "close the file there" in told.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


def test_a_message_names_the_file_but_not_where_the_office_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("no folder")
    with pytest.raises(DiskTrouble) as told:
        write_whole(tmp_path / "output" / "letter.docx", b"words")
    assert "letter.docx" in told.value.message
    assert str(tmp_path) not in told.value.message + told.value.remedy
