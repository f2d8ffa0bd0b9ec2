"""A run that was stopped, by whatever, goes on from where it stood."""

import datetime as dt
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from batchwork import FILE, SMALL, Families, deadly, families_in, letters_in, many, reopen
from killwork import must_be_whole
from officework import desk_in, office_in, write_template

from docgen.crew.local import DIED, LocalCrew, Lost
from docgen.errors import DiskTrouble, DocgenError, LedgerTrouble, UsageTrouble
from docgen.model.batch import Progress, Summary
from docgen.service import accounts
from docgen.service.batch.making import MadeChunk, make_chunk
from docgen.service.batch.recording import record, settle_others
from docgen.service.batch.resume import resume, unfinished
from docgen.service.batch.run import run
from docgen.service.batch.runs import Run, open_run
from docgen.service.batch.work import Work
from docgen.service.desk import Desk
from docgen.store.ledger import Ledger

B = TypeVar("B")
R = TypeVar("R")
SIX = many(6)


class Dark(Exception):
    """The lights go out."""


def stopped_at(stage: str, chunk: int) -> Callable[[Progress], None]:
    """Stop a run when it tells of a chunk."""

    def told(progress: Progress) -> None:
        if (progress.stage, progress.chunk) == (stage, chunk):
            raise Dark

    return told


def begun(office: Path, stage: str = "fixed", chunk: int = 2) -> Run:
    """Begin a run of six families in two chunks that is stopped on its way."""
    desk = desk_in(office)
    with pytest.raises(Dark):
        run(desk, families_in(office, *SIX), SMALL, LocalCrew(), stopped_at(stage, chunk))
    return open_run(desk, desk.run)


def gone_on(office: Path, name: str) -> Summary:
    """Resume a run."""
    return resume(desk_in(office), name, LocalCrew(), reopen)


def fixed_only(office: Path) -> tuple[Desk, Run]:
    """Give a run of which everything is fixed and nothing made, and its desk."""
    name = begun(office, "delivered", 1).head.run
    fresh = open_run(desk_in(office), name)
    return replace(desk_in(office), run=name), fresh


def made(desk: Desk, of: Run, chunk: int) -> MadeChunk:
    """Make and stage a chunk, and no more."""
    chunk_made = make_chunk(Work(desk, of)._brief(chunk))  # noqa: SLF001 - what the crew is given
    assert isinstance(chunk_made, MadeChunk)
    return chunk_made


@pytest.mark.parametrize(("stage", "chunk"), [("fixed", 1), ("fixed", 2), ("delivered", 1)])
def test_a_stopped_run_goes_on(tmp_path: Path, stage: str, chunk: int) -> None:
    office = office_in(tmp_path)
    stopped = begun(office, stage, chunk)
    (office / FILE).unlink()  # it has copies of what it was read from
    assert unfinished(desk_in(office)) == (stopped.head.run,)
    done = gone_on(office, stopped.head.run)
    assert done.is_whole
    assert done.states == {"made": 12}
    must_be_whole(office, 6)


def test_a_whole_run_stays_as_it_is(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    first = run(desk, families_in(office, *SIX), SMALL, LocalCrew())
    write_template(office / "templates" / "wessex-vale" / "invite.docx", ("changed since",))
    again = gone_on(office, first.run)
    assert (again.states, again.letters) == (first.states, first.letters)
    assert not again.notices
    must_be_whole(office, 6)


def test_what_was_staged_and_not_recorded_is_made_again(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    desk, stopped = fixed_only(office)
    made(desk, stopped, 2)
    assert len(list(stopped.folder.depot.waiting())) == 1
    gone_on(office, stopped.head.run)
    must_be_whole(office, 6)


def test_what_was_half_staged_is_made_again(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    desk, stopped = fixed_only(office)
    half = made(desk, stopped, 2).staged
    stopped.folder.claim(half)
    record = Path(stopped.folder.place) / ".staging" / half.name / "issued.jsonl.gz"
    record.write_bytes(record.read_bytes()[:40])
    gone_on(office, stopped.head.run)
    must_be_whole(office, 6)


@pytest.mark.parametrize("by", ["resume", "another run"])
def test_what_was_recorded_is_delivered(tmp_path: Path, by: str) -> None:
    office = office_in(tmp_path)
    desk, stopped = fixed_only(office)
    assert record(desk, stopped, made(desk, stopped, 2))
    if by == "resume":
        gone_on(office, stopped.head.run)
    else:
        done = run(desk_in(office), Families(office / FILE), SMALL, LocalCrew())
        assert done.states == {"issued": 12}
    assert open_run(desk, stopped.head.run).is_whole
    must_be_whole(office, 6)


def test_what_was_recorded_and_lost_is_made_just_as_it_was(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    desk, stopped = fixed_only(office)
    lost = made(desk, stopped, 2)
    assert record(desk, stopped, lost)
    stopped.folder.depot.take_away(lost.staged)
    (office / "output" / "batches" / "register.db").unlink()
    gone_on(office, stopped.head.run)
    assert len(letters_in(office, stopped.head.run)) == 12
    assert len(accounts.list_entries(desk)) == 12


def test_what_a_worker_staged_that_nobody_could_call_back_is_never_taken_for_what_was_recorded(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    desk, stopped = fixed_only(office)
    late, recorded = made(desk, stopped, 2), made(desk, stopped, 2)
    assert record(desk, stopped, recorded)
    (letter,) = [*(Path(stopped.folder.place) / ".staging" / late.staged.name).rglob("b-6-1*")]
    letter.write_bytes(b"made when less was known")
    gone_on(office, stopped.head.run)
    must_be_whole(office, 6)
    assert stopped.content(2, letter.name).startswith(b"PK")


def test_a_place_that_this_machine_does_not_share_is_told_before_anything_is_recorded(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    desk, stopped = fixed_only(office)
    elsewhere = made(desk, stopped, 2)
    stopped.folder.depot.take_away(elsewhere.staged)
    with pytest.raises(DiskTrouble) as apart:
        record(desk, stopped, elsewhere)
    assert apart.value.code == "staged-elsewhere"
    assert len(accounts.list_entries(desk)) == 10


def test_something_else_in_a_letters_place_is_kept_and_told(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    stopped = begun(office, "delivered", 1)
    place = Path(stopped.folder.place) / "00002"
    place.mkdir()
    (place / "mine.txt").write_text("mine", "utf-8")
    done = gone_on(office, stopped.head.run)
    assert "something else stood where letters belong" in done.notices[0]
    [kept] = place.parent.glob("00002-kept-*/mine.txt")
    assert kept.read_text("utf-8") == "mine"


def test_what_cannot_be_brought_waits_for_the_next_start(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    stopped = begun(office, "delivered", 1)
    issued, aside = stopped.folder.folder / "issued", stopped.folder.folder / "aside"
    issued.rename(aside)
    issued.write_text("a file where a folder belongs", "utf-8")
    done = gone_on(office, stopped.head.run)
    assert not done.is_whole
    assert done.waiting == (1, 2)
    assert "is recorded, but could not be brought to its place" in done.notices[-1]
    issued.unlink()
    aside.rename(issued)
    assert gone_on(office, stopped.head.run).is_whole
    must_be_whole(office, 6)


def test_a_ledger_that_another_program_holds_ends_the_run_and_resume_goes_on(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    stopped = begun(office, "delivered", 1)
    desk = replace(desk_in(office), run=stopped.head.run)
    desk.__dict__["ledger"] = Ledger(desk.workspace.ledger_url, desk.workspace.keys, patience=0.2)
    holder = sqlite3.connect(office / "ledger.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LedgerTrouble) as locked:
        Work(desk, stopped).done(LocalCrew())
    assert locked.value.code == "ledger-locked"
    holder.close()
    assert gone_on(office, stopped.head.run).is_whole
    must_be_whole(office, 6)


FULL = """
import resource, sys
from pathlib import Path
from dataclasses import replace
from functools import partial
sys.path.insert(0, {tests!r})
from batchwork import SMALL, families_in, many
from officework import desk_in
from docgen.crew.local import DIED, LocalCrew, Lost
from docgen.errors import DocgenError
from docgen.service.batch.run import run
office = Path(sys.argv[1])
size = int(sys.argv[2])
desk = replace(desk_in(office), run="full")
def told(progress):
    if progress.stage == "fixed":
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    run(desk, families_in(office, *many(6)), replace(SMALL, archive=True), LocalCrew(), told)
except DocgenError as error:
    print(error.family, error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no files")
@pytest.mark.parametrize(
    ("size", "says"),
    [(2_000, "disk disk-full"), (9_000, "disk disk-full"), (18_000, "ledger ")],
)
def test_a_disk_that_fills_ends_the_run_and_resume_goes_on(
    tmp_path: Path, size: int, says: str
) -> None:
    office = office_in(tmp_path)
    program = FULL.format(tests=str(Path(__file__).parents[2]))
    command = [sys.executable, "-c", program, str(office), str(size)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - own words
    assert told.stdout.startswith(says), told
    gone_on(office, "full")
    must_be_whole(office, 6)


def test_a_clock_set_back_changes_no_order(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    stopped = begun(office, "delivered", 1)
    before = desk_in(office, today=dt.date(2025, 11, 20))
    done = resume(before, stopped.head.run, LocalCrew(), reopen)
    assert "goes on as it began: its letters are dated 2025-12-01" in done.notices[0]
    must_be_whole(office, 6)
    papers = [line["entry"]["dated"] for line in open_run(before, done.run).lines()]
    assert set(papers) == {"2025-12-01"}
    times = [entry.time for entry in accounts.list_entries(before)]
    assert times != sorted(times)


def test_on_other_grounds_a_run_is_not_gone_on_with(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    stopped = begun(office, "delivered", 1)
    template = office / "templates" / "wessex-vale" / "invite.docx"
    before = template.read_bytes()
    template.write_bytes(before + b" ")
    with pytest.raises(UsageTrouble) as changed:
        gone_on(office, stopped.head.run)
    assert changed.value.code == "run-grounds-changed"
    template.write_bytes(before)
    template.with_name("~$invite.docx").write_bytes(b"open in Word")
    assert gone_on(office, stopped.head.run).is_whole


@pytest.mark.parametrize("name", ["nobody", "..", "../batches/x", ""])
def test_a_run_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    office_in(tmp_path)
    with pytest.raises(UsageTrouble) as unknown:
        gone_on(tmp_path, name)
    assert unknown.value.code == "run-unknown"


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"run": 3}'])
def test_a_damaged_head_is_told(tmp_path: Path, text: str) -> None:
    office = office_in(tmp_path)
    stopped = begun(office)
    (stopped.folder.folder / "run.json").write_text(text, "utf-8")
    with pytest.raises(DiskTrouble) as damaged:
        gone_on(office, stopped.head.run)
    assert damaged.value.code == "run-damaged"


def test_a_damaged_run_hinders_no_other_and_is_told(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    stopped = begun(office)
    (stopped.folder.folder / "run.json").write_text("{", "utf-8")
    done = run(desk_in(office), families_in(office, *SIX), SMALL, LocalCrew())
    assert done.states == {"made": 12}
    assert "keeps in run.json can't be read" in done.notices[0]
    assert not unfinished(desk_in(office))


@pytest.mark.parametrize("what", ["cases", "issued"])
def test_a_damaged_chunk_is_told(tmp_path: Path, what: str) -> None:
    office = office_in(tmp_path)
    stopped = begun(office, "delivered", 1)
    chunk = 2 if what == "cases" else 1
    path = stopped.folder.folder / what / f"{chunk:05}.jsonl.gz"
    path.write_bytes(path.read_bytes()[:30])
    with pytest.raises(DiskTrouble) as damaged:
        gone_on(office, stopped.head.run)
    assert damaged.value.code == "run-damaged"


def test_a_run_that_died_before_it_was_written_down_goes_away(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    left = office / "output" / "batches" / "20251201T120000-left"
    (left / "source").mkdir(parents=True)
    settle_others(desk_in(office))
    assert not left.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
def test_families_over_which_workers_die_end_the_run_before_anything_is_made(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    source = families_in(office, *SIX, "7 deadly")
    desk = desk_in(office)
    with pytest.raises(DocgenError) as lost:
        run(desk, source, SMALL, LocalCrew(2))
    assert lost.value.code == "chunk-lost"
    assert "from number 6 on" in lost.value.message
    assert unfinished(desk_in(office)) == (desk.run,)


class Unlucky(LocalCrew):
    """A crew that dies over the making of the second chunk, each time."""

    def work(self, task: Callable[[B], R], briefs: Iterable[B]) -> Generator[tuple[B, R | Lost]]:
        """Give what a crew gives that lost its workers."""
        for brief, result in super().work(task, briefs):
            is_second = isinstance(result, MadeChunk) and result.chunk == 2
            yield brief, Lost(DIED) if is_second else result


class Deadly(LocalCrew):
    """A crew of which each worker dies that makes a letter of the third family."""

    def work(self, task: Callable[[B], R], briefs: Iterable[B]) -> Generator[tuple[B, R | Lost]]:
        """Do a deadly task in a task's place."""
        return super().work(partial(deadly, task), briefs)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
def test_a_family_over_which_workers_die_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    done = run(desk_in(office), families_in(office, *SIX), SMALL, Deadly(2))
    assert done.is_whole
    assert done.states == {"made": 10, "failed": 2}
    outcomes = list(open_run(desk_in(office), done.run).outcomes())
    failed = [each for each in outcomes if each.state == "failed"]
    assert {each.case for each in failed} == {"b-3"}
    assert "(the worker process died)" in failed[0].findings[-1].message
    letters = Path(open_run(desk_in(office), done.run).folder.place)
    assert sorted(path.name for path in letters.iterdir()) == ["00001", "00002"]


def test_a_chunk_over_which_workers_die_is_left_and_told(tmp_path: Path) -> None:
    office, told = office_in(tmp_path), list[Progress]()
    done = run(desk_in(office), families_in(office, *SIX), SMALL, Unlucky(), told.append)
    assert done.failed == (2,)
    assert done.states == {"made": 10}
    assert "Chunk 2 failed twice (the worker process died)" in done.notices[0]
    assert ("lost", 2) in [(each.stage, each.chunk) for each in told]
    assert len(accounts.list_entries(desk_in(office))) == 10
    assert unfinished(desk_in(office)) == (done.run,)
    gone_on(office, done.run)
    must_be_whole(office, 6)
