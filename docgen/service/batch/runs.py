"""A run's id → what it was asked for, what it fixed, what came of each letter, and the letters."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from docgen.errors import DiskTrouble, Reasons, UsageTrouble, stop
from docgen.model.batch import Fixed, Outcome
from docgen.model.case import Case
from docgen.model.finding import Wording
from docgen.model.rendition import Format
from docgen.model.tree import Tree
from docgen.service.batch.bench import Bench, families
from docgen.service.batch.history import history_of
from docgen.service.batch.lines import Line, first_of, read_outcome, unpacked
from docgen.service.desk import Desk
from docgen.service.pdf import Engine
from docgen.service.typeset import Order as Setting
from docgen.store.disk import disk
from docgen.store.runs import RunFolder, batches_of, every_run, find_run

REASONS: Reasons = {
    "run-record-gone": Wording(
        "The ledger holds what run {run} issued, but its folder in output/batches is gone.",
        "Put the folder back from a backup. The letters and their families stand in it, and"
        " nowhere else.",
    ),
}


@dataclass(frozen=True, slots=True)
class Order:
    """How a run's letters are asked for: as what, set by what, and where they go.

    `out` is a folder or an address instead of the run's own folder; `families` are those of a
    chunk, of about 200 letters.
    """

    format: Format | None = None
    engine: Engine = Engine.AUTO
    screen: bool = False
    archive: bool = False
    out: str | None = None
    families: int = 100


@dataclass(frozen=True, slots=True)
class RunHead:
    """What a run is: its day, its order, how its source is opened again, and how far it is fixed.

    `chunks` is 0 until all families are fixed; `letters` are to be made, `stopped` are not.
    `grounds` tells templates, schools and translations from those of another day; `remembered`
    that the source keeps what it held for the next import.
    """

    run: str
    dated: dt.date
    actor: str
    order: Order
    recipe: Tree
    chunks: int = 0
    letters: int = 0
    stopped: int = 0
    grounds: str = ""
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it lies on the disk; everything is read as a stream, chunk by chunk."""

    folder: RunFolder
    head: RunHead

    @property
    def chunks(self) -> range:
        """Give the numbers of all chunks."""
        return range(1, self.head.chunks + 1)

    @property
    def pending(self) -> list[int]:
        """Give the chunks that are not made, recorded and in their place."""
        return [chunk for chunk in self.chunks if not self.folder.is_done(chunk)]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is left to do; families were fixed, if there are any."""
        return bool(self.head.grounds) and not self.pending

    def cases(self, desk: Desk, chunk: int) -> Iterator[Fixed]:
        """Give a chunk's families as they were fixed; raises `DiskTrouble`."""
        try:
            yield from families(desk, self.families(chunk))
        except ValueError as error:
            raise self.folder.damaged(self.folder.cases(chunk).name) from error

    def chunks_of(self, case: str) -> Iterator[int]:
        """Give the chunks that a family stands in, of which there is one at most."""
        return (chunk for chunk in self.chunks if case in self.about(chunk)["cases"])

    def about(self, chunk: int) -> Line:
        """Give what a chunk's file says of all its families; raises `DiskTrouble`."""
        try:
            return first_of(self.families(chunk))
        except ValueError as error:
            raise self.folder.damaged(self.folder.cases(chunk).name) from error

    def families(self, chunk: int) -> bytes:
        """Give the file of a chunk's families; raises `DiskTrouble`."""
        path = self.folder.cases(chunk)
        with disk(path.name):
            return path.read_bytes()

    def outcomes(self, chunk: int | None = None) -> Iterator[Outcome]:
        """Give what came of each letter, of all chunks that are done or of one."""
        return (read_outcome(line) for line in self.lines(chunk))

    def lines(self, chunk: int | None = None) -> Iterator[Line]:
        """Give the same as the disk keeps it, with what was issued."""
        for each in self.chunks if chunk is None else (chunk,):
            path = self.folder.issued(each)
            if path.exists():
                with disk(path.name):
                    content = path.read_bytes()
                try:
                    yield from unpacked(content)
                except ValueError as error:
                    raise self.folder.damaged(path.name) from error

    def content(self, chunk: int, name: str) -> bytes:
        """Give a letter's bytes, from its folder or archive; raises `DiskTrouble`."""
        return self.folder.letter(chunk, name)

    def case(self, bench: Bench, fixed: Fixed) -> Case:
        """Give a family's case, with all that batches issued for it; raises `CasefileRejected`."""
        return replace(bench.case(fixed), issued=history_of(bench.desk, fixed.case))


def open_run(desk: Desk, run: str) -> Run:
    """Open a run; raises `UsageTrouble` where there is none, `DiskTrouble` for a damaged one."""
    try:
        return opened(find_run(desk.workspace.output, run))
    except UsageTrouble as unknown:
        if desk.ledger.has_run(run):
            raise stop(DiskTrouble, REASONS, "run-record-gone", run=run) from unknown
        raise


def opened(folder: RunFolder) -> Run:
    """Read what a run's folder says it is."""
    told = folder.read_head()
    try:
        head = _head(told)
    except (KeyError, TypeError, ValueError) as error:
        raise folder.damaged("run.json") from error
    return Run(replace(folder, out=head.order.out), head)


def all_runs(desk: Desk) -> list[Run]:
    """Give all runs of an office that can be read, oldest first."""
    found: list[Run] = []
    for folder in every_run(desk.workspace.output):
        if folder.is_begun:
            with suppress(DiskTrouble):  # told of when the next run begins
                found.append(opened(folder))
    return found


def folder_for(desk: Desk, order: Order) -> RunFolder:
    """Give the folder of a run to come."""
    return RunFolder(batches_of(desk.workspace.output) / desk.run, order.out)


def write_down(run: Run) -> None:
    """Write a run's head; raises `DiskTrouble`."""
    told: dict[str, Any] = asdict(run.head)
    told["dated"] = run.head.dated.isoformat()
    told["order"] |= {"engine": run.head.order.engine.value}
    run.folder.write_head(told)


def setting_of(head: RunHead) -> Setting:
    """Give how a run's papers are made: dated as the run, and numbered."""
    order = head.order
    return Setting(head.dated, numbered=True, engine=order.engine, screen=order.screen)


def _head(told: Mapping[str, Any]) -> RunHead:
    order = dict(told["order"])
    order["engine"] = Engine(order["engine"])
    dated = dt.date.fromisoformat(told["dated"])
    return RunHead(**{**told, "dated": dated, "order": Order(**order)})
