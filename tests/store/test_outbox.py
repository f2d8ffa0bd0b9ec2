"""Whatever moment the lights go out: all of a run is there in the end, or nothing, and once."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from outbox_values import (
    CASEFILE,
    LETTERS,
    RUN,
    casefile_in,
    delivered,
    delivery_in,
    outbox_in,
    staged_and_recorded,
    staged_runs,
)
from register_values import ledger_in

from docgen.errors import CasefileRejected, DiskTrouble, LedgerTrouble
from docgen.store.drafts import put_drafts

STEPS = [
    "staged",
    "recorded",
    "brought fam-0042-1-invite.docx",
    "brought fam-0042-2-invite.docx",
    "casefile",
    "delivered",
]
DYING = f"""
import os, signal, sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from dataclasses import replace
from pathlib import Path
from outbox_values import RUN, delivery_in, outbox_in
from register_values import ledger_in, receipt, stamped

def told(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

office = Path(sys.argv[1])
outbox = replace(outbox_in(office), told=told)
with outbox.staged(delivery_in(office)) as staged:
    ledger_in(office).append([receipt(1), receipt(2)], stamped(RUN))
    told("recorded")
    outbox.deliver(staged)
"""
HOLDING = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from pathlib import Path
from outbox_values import delivery_in, outbox_in
office = Path(sys.argv[1])
with outbox_in(office).staged(delivery_in(office)):
    print("staged", flush=True)
    sys.stdin.readline()
"""


def numbers_in(office: Path) -> list[str]:
    """Give the numbers that the casefile knows of, in order."""
    lines = casefile_in(office).read_text("utf-8").splitlines()
    return [line.split("number: ")[1].split(",")[0] for line in lines if "number: " in line]


@pytest.mark.parametrize("step", STEPS)
def test_a_run_killed_after_any_step_is_put_right_by_the_next_start(
    tmp_path: Path, step: str
) -> None:
    died = subprocess.run([sys.executable, "-c", DYING, str(tmp_path), step], check=False)  # noqa: S603 - our own words
    assert died.returncode in {-signal.SIGKILL, 15, 1}
    ledger = ledger_in(tmp_path)
    for _ in range(2):
        assert outbox_in(tmp_path).recover(ledger.has_run) == ()
    happened = step != "staged"
    assert delivered(tmp_path) == (LETTERS if happened else {})
    assert numbers_in(tmp_path) == (["fam-0042/1", "fam-0042/2"] if happened else [])
    assert len(ledger.verified()) == (2 if happened else 0)
    assert staged_runs(tmp_path) == []


def test_a_run_that_lives_delivers_all_and_leaves_nothing_staged(tmp_path: Path) -> None:
    outbox = outbox_in(tmp_path)
    with outbox.staged(delivery_in(tmp_path)) as staged:
        assert delivered(tmp_path) == {}
        assert outbox.deliver(staged) == ()
    assert delivered(tmp_path) == LETTERS
    assert staged_runs(tmp_path) == []
    text = casefile_in(tmp_path).read_text("utf-8")
    assert text.startswith("# a family that moved in spring\n")
    assert "# nothing was written by hand below" in text


def test_nothing_is_looked_for_where_nothing_was_ever_staged(tmp_path: Path) -> None:
    assert outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_still_lives_is_left_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as living:  # noqa: S603 - our own words
        assert living.stdout is not None
        assert living.stdout.readline() == "staged\n"
        outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run)
        assert staged_runs(tmp_path) == [RUN]
        living.communicate("go on\n")
    outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run)
    assert staged_runs(tmp_path) == []


@pytest.mark.parametrize("broken", ["issued: [", "people: {\n", "\ttab: 1\n"])
def test_a_casefile_half_saved_gets_its_entries_at_the_next_start(
    tmp_path: Path, broken: str
) -> None:
    staged = staged_and_recorded(tmp_path)
    casefile_in(tmp_path).write_text(broken, "utf-8")
    (notice,) = outbox_in(tmp_path).deliver(staged)
    assert "next start" in notice
    assert delivered(tmp_path) == LETTERS
    assert casefile_in(tmp_path).read_text("utf-8") == broken
    with pytest.raises(DiskTrouble) as told:
        outbox_in(tmp_path).must_not_wait("fam-0042")
    assert told.value.code == "addition-waits"
    casefile_in(tmp_path).write_text(CASEFILE + "# saved at last\n", "utf-8")
    assert outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run) == ()
    outbox_in(tmp_path).must_not_wait("fam-0042")
    assert numbers_in(tmp_path) == ["fam-0042/1", "fam-0042/2"]
    text = casefile_in(tmp_path).read_text("utf-8")
    assert "# saved at last" in text
    assert "dated: 2025-12-04" in text


@pytest.mark.parametrize("content", [None, b"\xff\xfe broken"])
def test_a_casefile_that_is_away_or_no_text_waits_too(
    tmp_path: Path, content: bytes | None
) -> None:
    staged = staged_and_recorded(tmp_path)
    casefile_in(tmp_path).unlink()
    if content:
        casefile_in(tmp_path).write_bytes(content)
    assert len(outbox_in(tmp_path).deliver(staged)) == 1
    assert staged_runs(tmp_path) == [RUN]


@pytest.mark.parametrize(("mark", "ending"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n")])
def test_line_endings_and_byte_order_mark_stay_as_the_editor_left_them(
    tmp_path: Path, mark: bytes, ending: bytes
) -> None:
    content = mark + CASEFILE.encode().replace(b"\n", ending)
    casefile_in(tmp_path).write_bytes(content)
    outbox_in(tmp_path).deliver(staged_and_recorded(tmp_path))
    after = casefile_in(tmp_path).read_bytes()
    assert after.startswith(content.removesuffix(b"issued:" + ending))
    assert after.count(b"\n") == after.count(ending)


def test_what_a_person_changed_meanwhile_is_kept(tmp_path: Path) -> None:
    staged = staged_and_recorded(tmp_path)
    changed = CASEFILE.replace("spring", "summer").replace("people: {}", "people: {}  # none yet")
    casefile_in(tmp_path).write_text(changed, "utf-8")
    assert outbox_in(tmp_path).deliver(staged) == ()
    text = casefile_in(tmp_path).read_text("utf-8")
    assert text.startswith(changed.removesuffix("issued:\n"))
    assert numbers_in(tmp_path) == ["fam-0042/1", "fam-0042/2"]


def test_nothing_staged_is_thrown_away_while_the_ledger_cannot_be_asked(tmp_path: Path) -> None:
    staged_and_recorded(tmp_path)
    (tmp_path / "ledger.db").rename(tmp_path / "elsewhere.db")
    with pytest.raises(LedgerTrouble):
        outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run)
    (tmp_path / "elsewhere.db").rename(tmp_path / "ledger.db")
    assert outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run) == ()
    assert delivered(tmp_path) == LETTERS


def test_delivering_twice_does_no_harm(tmp_path: Path) -> None:
    staged = staged_and_recorded(tmp_path)
    manifest = (staged.folder / "manifest.json").read_bytes()
    outbox_in(tmp_path).deliver(staged)
    staged.folder.mkdir(exist_ok=True)
    (staged.folder / "manifest.json").write_bytes(manifest)
    assert outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run) == ()
    assert delivered(tmp_path) == LETTERS
    assert numbers_in(tmp_path) == ["fam-0042/1", "fam-0042/2"]


def test_a_stranger_in_a_documents_place_is_set_aside_never_written_over(tmp_path: Path) -> None:
    staged = staged_and_recorded(tmp_path)
    place = tmp_path / "output" / "fam-0042" / "fam-0042-1-invite.docx"
    place.parent.mkdir()
    place.write_bytes(b"somebody's own")
    (notice,) = outbox_in(tmp_path).deliver(staged)
    kept = f"fam-0042-1-invite-kept-{RUN}.docx"
    assert kept in notice
    assert delivered(tmp_path) == LETTERS | {kept: b"somebody's own"}


def test_what_cannot_be_delivered_now_waits_and_nothing_refuses(tmp_path: Path) -> None:
    staged = staged_and_recorded(tmp_path)
    (tmp_path / "output" / "fam-0042").write_text("a file where the folder belongs")
    (notice,) = outbox_in(tmp_path).deliver(staged)
    assert "output/.staging" in notice
    assert numbers_in(tmp_path) == []
    (tmp_path / "output" / "fam-0042").unlink()
    assert outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run) == ()
    assert delivered(tmp_path) == LETTERS


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"additions": [{"x": 1}]}'])
def test_a_damaged_note_of_what_was_staged_is_told_and_kept(tmp_path: Path, content: str) -> None:
    staged = staged_and_recorded(tmp_path)
    (staged.folder / "manifest.json").write_text(content)
    (notice,) = outbox_in(tmp_path).recover(ledger_in(tmp_path).has_run)
    assert RUN in notice
    outbox_in(tmp_path).must_not_wait("fam-0042")
    assert staged_runs(tmp_path) == [RUN]


def test_a_casefile_that_cannot_take_additions_refuses_before_anything_is_staged(
    tmp_path: Path,
) -> None:
    casefile_in(tmp_path).write_text(CASEFILE.replace("issued:", "issued: none"), "utf-8")
    with pytest.raises(CasefileRejected):
        delivery_in(tmp_path)


def test_staging_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    delivery = delivery_in(tmp_path)
    (tmp_path / "output").write_text("a file where the folder belongs")
    with pytest.raises(DiskTrouble) as told, outbox_in(tmp_path).staged(delivery):
        pass
    assert told.value.code == "disk-refused"
    assert delivered(tmp_path) == {}


def test_two_runs_cannot_be_at_work_on_one_case(tmp_path: Path) -> None:
    outbox = outbox_in(tmp_path)
    with (
        outbox.at_work("fam-0042"),
        pytest.raises(DiskTrouble) as told,
        outbox.at_work("fam-0042"),
    ):
        pass
    assert told.value.code == "busy"


def test_a_moved_office_recovers_just_the_same(tmp_path: Path) -> None:
    office, new = tmp_path / "office", tmp_path / "new office"
    staged_and_recorded(office)
    office.rename(new)
    assert outbox_in(new).recover(ledger_in(new).has_run) == ()
    assert delivered(new) == LETTERS
    assert numbers_in(new) == ["fam-0042/1", "fam-0042/2"]


def test_drafts_take_the_place_of_those_before_and_leave_other_files_alone(
    tmp_path: Path,
) -> None:
    put_drafts(tmp_path, "fam-0042", {"fam-0042-draft-a.docx": b"1"})
    (tmp_path / "notes.docx").write_text("a clerk's own")
    (tmp_path / ".fam-0042-draft-a.docx.0f0f.part").write_text("half")
    put_drafts(tmp_path, "fam-0042", {"fam-0042-draft-b.docx": b"2"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["fam-0042-draft-b.docx", "notes.docx"]
    put_drafts(tmp_path, "fam-0042", {"fam-0042-draft-c.docx": b"3"}, {"fam-0042-draft-d.docx"})
    assert (tmp_path / "fam-0042-draft-b.docx").exists()
    put_drafts(tmp_path, "fam-0042", {}, {"fam-0042-draft-b.docx", "notes.docx"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["fam-0042-draft-c.docx", "notes.docx"]


def test_no_folder_is_made_where_there_is_no_draft(tmp_path: Path) -> None:
    put_drafts(tmp_path / "draft", "fam-0042", {})
    assert list(tmp_path.iterdir()) == []
