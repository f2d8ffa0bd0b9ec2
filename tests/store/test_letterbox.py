"""Letters that are staged and brought to their place, none written over, nothing done twice."""

from pathlib import Path

from docgen.store.letterbox import clear, deliver, letterbox, settle, stage, sum_of


def test_what_is_staged_is_nowhere_until_it_is_delivered(tmp_path: Path) -> None:
    with letterbox(tmp_path / "out") as hidden:
        assert stage(hidden, "r-1", [("a.docx", b"1"), ("b.docx", b"2")]) == ""
        assert not (tmp_path / "out" / "a.docx").exists()
        assert deliver(hidden, "r-1") == ()
        assert deliver(hidden, "r-1") == ()
    assert (tmp_path / "out" / "b.docx").read_bytes() == b"2"
    settle(tmp_path / "out")


def test_the_same_file_there_already_is_none_in_the_way(tmp_path: Path) -> None:
    with letterbox(tmp_path) as hidden:
        stage(hidden, "r-1", [("a.docx", b"1")])
        (tmp_path / "a.docx").write_bytes(b"1")
        assert deliver(hidden, "r-1") == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".docgen", "a.docx"]


def test_a_chunk_staged_again_holds_nothing_of_before(tmp_path: Path) -> None:
    with letterbox(tmp_path) as hidden:
        stage(hidden, "r-1", [("a.docx", b"1")])
        stage(hidden, "r-1", [("b.docx", b"2")])
        deliver(hidden, "r-1")
        assert not (tmp_path / "a.docx").exists()
        stage(hidden, "r-2", [("c.docx", b"3")])
        clear(hidden)
        deliver(hidden, "r-2")
    assert not (tmp_path / "c.docx").exists()


def test_an_archive_is_told_by_its_sum_and_a_file_that_is_gone_has_none(tmp_path: Path) -> None:
    with letterbox(tmp_path) as hidden:
        told = stage(hidden, "r-1", [("a.docx", b"1")], "letters-00001.zip")
        deliver(hidden, "r-1")
    assert told == sum_of(tmp_path / "letters-00001.zip") != ""
    assert sum_of(tmp_path / "none.zip") == ""
