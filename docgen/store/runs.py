"""A run over many families ↔ its folder: what it is made from, chunk by chunk, and what it made.

    output/batches/<run>/run.json          what was asked for, and how far it is fixed
                         source/           copies of what it was read from
                         cases/00001.jsonl.gz    families of a chunk with their letters, decided
                         letters/00001.zip or letters/00001/   letters of a chunk
                         recorded/00001   which try at a chunk the ledger is about to seal
                         issued/00001.jsonl.gz   what came of them: a chunk with this is done

Letters lie in a depot, which is the folder `letters` unless the run was told another place.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.errors import DiskTrouble, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.store.depots import below, depot_at, is_address
from docgen.store.disk import disk, write_whole
from docgen.store.locks import alone, if_free
from docgen.store.staged_letters import Depot, Staged

BATCHES, HEAD, LOCK = "batches", "run.json", "lock"
SOURCE, CASES, LETTERS, RECORDED, ISSUED = "source", "cases", "letters", "recorded", "issued"
LINES = ".jsonl.gz"
REASONS: Reasons = {
    "run-unknown": Wording(
        "There is no run {run} in this office.",
        "Look its name up in the folder {folder}, or in what docgen said when it began.",
    ),
    "run-damaged": Wording(
        "What run {run} keeps in {name} can't be read.",
        "Put that file back from a backup. What was issued stands in the ledger.",
    ),
}


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The folder of a run; `out` is the folder or address to which its letters go instead."""

    folder: Path
    out: str | None = None

    @property
    def run(self) -> str:
        """Give the run's id."""
        return self.folder.name

    @property
    def is_begun(self) -> bool:
        """Tell whether what was asked for is written down."""
        return (self.folder / HEAD).is_file()

    @property
    def place(self) -> str:
        """Give the folder or address of its letters."""
        return below(self.out, self.run) if self.out else str(self.folder / LETTERS)

    @property
    def is_far(self) -> bool:
        """Tell whether its letters lie at an address, which other machines reach as well."""
        return is_address(self.place)

    @property
    def depot(self) -> Depot:
        """Give the depot of its letters."""
        return depot_at(self.place)

    @property
    def source(self) -> Path:
        """Give the folder with copies of what it was read from."""
        return self.folder / SOURCE

    def held(self) -> AbstractContextManager[None]:
        """Hold the run, so that nobody else goes on with it; raises `DiskTrouble`."""
        return alone(self.folder / LOCK, self.run, 0)

    def free(self) -> AbstractContextManager[bool]:
        """Hold the run if nobody else does."""
        return if_free(self.folder / LOCK)

    def keep_source(self, originals: Mapping[str, Path]) -> None:
        """Copy what the run is read from; raises `DiskTrouble`."""
        for name, path in originals.items():
            with disk(name):
                self.source.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, self.source / name)
                with (self.source / name).open("rb+") as copy:
                    os.fsync(copy.fileno())

    def write_head(self, head: Mapping[str, object]) -> None:
        """Write what was asked for; raises `DiskTrouble`."""
        text = json.dumps(head, ensure_ascii=False, indent=1)
        write_whole(self.folder / HEAD, text.encode())

    def read_head(self) -> dict[str, Any]:
        """Read what was asked for; raises `DiskTrouble`."""
        try:
            with disk(HEAD):
                head = json.loads((self.folder / HEAD).read_bytes())
        except ValueError as error:
            raise self.damaged(HEAD) from error
        if not isinstance(head, dict):
            raise self.damaged(HEAD)
        return head

    def damaged(self, name: str) -> Exception:
        """Make the error of a file that can't be read."""
        return stop(DiskTrouble, REASONS, "run-damaged", run=self.run, name=name)

    def cases(self, chunk: int) -> Path:
        """Give the file of a chunk's families."""
        return self.folder / CASES / f"{chunk:05}{LINES}"

    def issued(self, chunk: int) -> Path:
        """Give the file that tells what came of a chunk's letters."""
        return self.folder / ISSUED / f"{chunk:05}{LINES}"

    def is_done(self, chunk: int) -> bool:
        """Tell whether a chunk is made, recorded and in its place."""
        return self.issued(chunk).exists()

    def forget_cases(self) -> None:
        """Take away families of a run that was stopped while they were fixed."""
        shutil.rmtree(self.folder / CASES, ignore_errors=True)

    def letter(self, chunk: int, name: str) -> bytes:
        """Give a letter's bytes; raises `DiskTrouble`."""
        return self.depot.letter(chunk, name)

    def claim(self, staged: Staged) -> None:
        """Write down which try at a chunk is about to be recorded; raises `DiskTrouble`.

        Another one may turn up later, from a worker that nobody could call back.
        """
        write_whole(self._claim(staged), staged.name.encode())

    def is_claimed(self, staged: Staged) -> bool:
        """Tell whether it was this try at its chunk that was to be recorded."""
        path = self._claim(staged)
        with disk(path.name):
            return path.exists() and path.read_bytes() == staged.name.encode()

    def _claim(self, staged: Staged) -> Path:
        return self.folder / RECORDED / f"{staged.chunk:05}"

    def deliver(self, staged: Staged, record: bytes) -> tuple[str, ...]:
        """Bring a recorded chunk to its place, its record last; doing it twice does no harm.

        Gives what else stood there and is kept under other names. Raises `DiskTrouble`.
        """
        depot = self.depot
        aside = depot.bring(staged)
        if not self.is_done(staged.chunk):
            write_whole(self.issued(staged.chunk), record)
        depot.take_away(staged)
        return aside


def batches_of(output: Path) -> Path:
    """Give the folder of all runs in an outbox."""
    return output / BATCHES


def find_run(output: Path, run: str, out: str | None = None) -> RunFolder:
    """Find a run by its id; raises `UsageTrouble`."""
    folder = batches_of(output) / run
    if Path(run).name != run or not (folder / HEAD).is_file():
        names = {"run": run[:60], "folder": f"{output.name}/{BATCHES}"}
        raise stop(UsageTrouble, REASONS, "run-unknown", **names)
    return RunFolder(folder, out)


def every_run(output: Path) -> list[RunFolder]:
    """Give all runs, begun or not, oldest first."""
    home = batches_of(output)
    if not home.is_dir():
        return []
    return [RunFolder(path) for path in sorted(home.iterdir()) if path.is_dir()]


@contextmanager
def begun(folder: RunFolder) -> Iterator[None]:
    """Begin a run's folder and hold it; nobody looks at it between its making and its locking."""
    with ExitStack() as held:
        with _one_by_one(folder):
            with disk(folder.run):
                folder.folder.mkdir(parents=True)
            held.enter_context(folder.held())
        yield


def remove_unbegun(folder: RunFolder) -> None:
    """Remove the folder of a run that died before it was written down what was asked for."""
    with _one_by_one(folder), folder.free() as free:
        gone = free and not folder.is_begun
    if gone:
        shutil.rmtree(folder.folder, ignore_errors=True)


def _one_by_one(folder: RunFolder) -> AbstractContextManager[None]:
    return alone(folder.folder.parent / f".{LOCK}", BATCHES)
