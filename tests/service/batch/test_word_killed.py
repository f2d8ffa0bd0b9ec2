"""A plain mail merge that dies at any moment: the same command again completes it."""

import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from mailwork import ask_in, away, desk, files, folder, ledger, many, merge, texts

from docgen.errors import DiskTrouble, LedgerTrouble
from docgen.service.batch import word_plan, word_record
from docgen.service.batch.word import merge_rows
from docgen.store import letterbox
from docgen.store.ledger import Ledger
from docgen.store.locks import alone
from docgen.store.rowbook import RowBook

COUNT = 60
MOMENTS, TOGETHER = 12, frozenset({6, 9})


class Death(BaseException):
    """Ends a run as a power cut would: nothing that comes after it is done."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with sixty rows, ten of them to a chunk."""
    monkeypatch.setattr(word_plan, "LETTERS", 10)
    monkeypatch.setattr(word_plan, "IN_ARCHIVE", 10)
    return folder(tmp_path / "work", many(COUNT))


def dying(call: Callable[..., object], time_: int, *, after: bool) -> Callable[..., object]:
    """Give a call that dies the so-manieth time, before or after it did its work."""
    left = [time_]

    def wrapped(*given: object, **more: object) -> object:
        left[0] -= 1
        if left[0] == 0 and not after:
            raise Death
        result = call(*given, **more)
        if left[0] == 0:
            raise Death
        return result

    return wrapped


def whole(place: Path, name: str = "row-000042.docx") -> None:
    """Prove that each row has its file and its entry, once."""
    assert files(place) == [f"row-{row:06d}.docx" for row in range(2, COUNT + 2)]
    entries = ledger(place)
    assert len(entries) == COUNT
    assert len(set(entries)) == COUNT
    assert texts(place, name)[0] == "Dear Parent 41,"
    staging = place / "out" / ".docgen" / "staging"
    assert list(staging.iterdir()) == []
    assert merge(place).counts.standing == COUNT


STEPS: list[tuple[object, str]] = [
    (RowBook, "begin"),
    (Ledger, "append"),
    (word_record, "deliver"),
    (RowBook, "settle"),
    (letterbox, "_write"),
    (letterbox, "_brought"),
]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("owner", "step"), STEPS, ids=[step for _, step in STEPS])
def test_dead_at_any_step_it_is_completed(
    place: Path, monkeypatch: pytest.MonkeyPatch, owner: object, step: str, *, after: bool
) -> None:
    moment = 25 if step in {"_write", "_brought"} else 3
    with monkeypatch.context() as patch:
        patch.setattr(owner, step, dying(getattr(owner, step), moment, after=after))
        with pytest.raises(Death):
            merge(place)
    merged = merge(place)
    assert 0 < merged.counts.standing < COUNT
    whole(place)


@pytest.mark.parametrize("step", ["begin", "settle"])
def test_dead_in_an_archive_it_is_completed(
    place: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(RowBook, step, dying(getattr(RowBook, step), 3, after=True))
        with pytest.raises(Death):
            merge(place, archive=True)
    merge(place, archive=True)
    assert len(files(place)) == COUNT / 10
    assert len(ledger(place)) == COUNT
    assert merge(place, archive=True).counts.standing == COUNT


def test_a_disk_that_fills_ends_the_run_and_room_completes_it(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, room = letterbox._write, [25]  # noqa: SLF001 - stands for the disk

    def full(path: Path, content: bytes) -> None:
        room[0] -= 1
        if room[0] < 0:
            raise OSError(28, "No space left on device")
        write(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(letterbox, "_write", full)
        with pytest.raises(DiskTrouble) as refused:
            merge(place)
    assert refused.value.code == "disk-full"
    merge(place)
    whole(place)


def test_a_ledger_that_is_held_ends_the_run_and_is_waited_for_by_the_next(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merge(place)
    away(place)
    (place / "out").mkdir()
    short = Ledger(f"sqlite:///{place.as_posix()}/out/ledger.db", place / "out" / "keys", 0.1)
    with monkeypatch.context() as patch:
        patch.setattr("docgen.service.batch.word.Ledger", lambda *_: short)
        with (
            alone(place / "out" / "keys" / ".ledger.lock", "the ledger"),
            pytest.raises((DiskTrouble, LedgerTrouble)),
        ):
            merge(place)
    merge(place)
    whole(place)


def run(place: str, processes: int) -> None:
    """Make the letters in processes of their own."""
    word_plan.LETTERS = 10
    merge_rows(desk(Path(place)), ask_in(Path(place), processes=processes))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_killed_at_random_moments_it_is_completed(place: Path) -> None:
    chance = random.Random(20261122)  # noqa: S311 - moments, no secrets
    context = multiprocessing.get_context("fork")
    merge(place)
    begun = time.perf_counter()
    away(place)
    merge(place)
    taken = time.perf_counter() - begun
    for moment in range(MOMENTS):
        away(place)
        process = context.Process(target=run, args=(str(place), 1 + (moment in TOGETHER)))
        process.start()
        time.sleep((1.5 if moment in TOGETHER else taken) * (moment + chance.random()) / MOMENTS)
        if process.pid is not None and process.is_alive():
            os.kill(process.pid, signal.SIGKILL)
        process.join()
        merge(place)
        whole(place)
