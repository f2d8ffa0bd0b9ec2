"""A run over many families ↔ its folder: what it is made from, chunk by chunk, and what it made.

    output/batches/<run>/run.json          what was asked for, and how far it is fixed
                         source/           copies of what it was read from
                         cases/00001.jsonl.gz    families of a chunk with their letters, decided
                         letters/00001.zip or letters/00001/   letters of a chunk
                         issued/00001.jsonl.gz   what came of them: a chunk with this is done

Letters are staged beside where they go (`letters/.staging`), and moved there in one step.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.errors import DiskTrouble, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.store.archives import member
from docgen.store.chunk_staging import STAGING, Staged, bring, place_of, take_away
from docgen.store.disk import disk, write_whole
from docgen.store.locks import alone, if_free

BATCHES, HEAD, LOCK = "batches", "run.json", "lock"
SOURCE, CASES, LETTERS, ISSUED = "source", "cases", "letters", "issued"
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
    """The folder of a run; `out` is where its letters go instead of into it."""

    folder: Path
    out: Path | None = None

    @property
    def run(self) -> str:
        """Give the run's id."""
        return self.folder.name

    @property
    def is_begun(self) -> bool:
        """Tell whether what was asked for is written down."""
        return (self.folder / HEAD).is_file()

    @property
    def letters(self) -> Path:
        """Give the folder of its letters."""
        return self.out / self.run if self.out else self.folder / LETTERS

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
        place = place_of(self.letters, chunk)
        file = place / name
        if not file.exists():
            return member(place.with_suffix(".zip"), name)
        with disk(name):
            return file.read_bytes()

    def trail(self, chunk: int) -> Path:
        """Give the file in which a worker leaves word of the family it is at."""
        return self.folder / f"{chunk:05}.trail"

    def left_at(self, chunk: int) -> str:
        """Give the family over which a worker stopped, if it did, and wipe the trail."""
        path = self.trail(chunk)
        with disk(path.name):
            case = path.read_text("utf-8") if path.exists() else ""
            path.unlink(missing_ok=True)
        return case

    def tidy(self) -> None:
        """Take the folder away in which letters were staged, unless something still waits."""
        with suppress(OSError):
            (self.letters / STAGING).rmdir()

    def staged(self) -> Iterator[Staged]:
        """Give what waits, whole or not."""
        home = self.letters / STAGING
        for folder in sorted(home.iterdir()) if home.is_dir() else ():
            chunk = folder.name.partition("-")[0]
            if chunk.isdecimal() and folder.is_dir():
                yield Staged(int(chunk), folder)

    def deliver(self, staged: Staged) -> tuple[str, ...]:
        """Bring a recorded chunk to its place, its record last; doing it twice does no harm.

        Gives what else stood there and is kept under other names. Raises `OSError`.
        """
        aside = bring(staged, self.letters)
        if not self.is_done(staged.chunk):
            write_whole(self.issued(staged.chunk), staged.record.read_bytes())
        take_away(staged)
        return aside


def batches_of(output: Path) -> Path:
    """Give the folder of all runs in an outbox."""
    return output / BATCHES


def find_run(output: Path, run: str, out: Path | None = None) -> RunFolder:
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
