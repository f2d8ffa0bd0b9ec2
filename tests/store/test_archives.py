"""Files stored in an archive come out again; a damaged or lacking one is told."""

from pathlib import Path

import pytest

from docgen.errors import DiskTrouble
from docgen.store.archives import member, write_archive

LETTERS = [("b-1-1-invite.docx", b"first"), ("b-1-2-invite.docx", b"second")]


def test_files_come_out_as_they_went_in(tmp_path: Path) -> None:
    write_archive(tmp_path / "00001.zip", LETTERS)
    assert [member(tmp_path / "00001.zip", name) for name, _ in LETTERS] == [b"first", b"second"]


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        write_archive(tmp_path / name, LETTERS)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_no_archive_is_written_over(tmp_path: Path) -> None:
    write_archive(tmp_path / "00001.zip", LETTERS)
    with pytest.raises(FileExistsError):
        write_archive(tmp_path / "00001.zip", [])


def test_what_an_archive_lacks_is_told(tmp_path: Path) -> None:
    write_archive(tmp_path / "00001.zip", LETTERS)
    with pytest.raises(DiskTrouble) as lacking:
        member(tmp_path / "00001.zip", "b-9-1-invite.docx")
    assert lacking.value.code == "archive-lacks"
    (tmp_path / "00001.zip").write_bytes(b"damaged")
    with pytest.raises(DiskTrouble) as damaged:
        member(tmp_path / "00001.zip", LETTERS[0][0])
    assert damaged.value.code == "archive-lacks"
    with pytest.raises(DiskTrouble) as gone:
        member(tmp_path / "00002.zip", LETTERS[0][0])
    assert gone.value.code == "disk-refused"
