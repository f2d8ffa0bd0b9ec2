"""A run → its letters laid out to be printed, envelope by envelope, with a list and a cover sheet.

First every letter is gathered and put into its envelope; then every file is made and each letter
proved against the envelope; an envelope with a letter that fails stays out of every file, whole.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from docgen.check.envelope import ENVELOPES, is_inside
from docgen.crew.local import Crew, Lost
from docgen.errors import DiskTrouble, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.plan.post import Piece, Sheaf, Sort, is_left, placed, sheaves, without
from docgen.service.batch.places import Halt, seat_of
from docgen.service.batch.print_classes import classes_of
from docgen.service.batch.print_files import lay_file
from docgen.service.batch.print_letters import Ask, Gathered, gather
from docgen.service.batch.print_source import Laid, Layout, Task
from docgen.service.batch.print_told import HEADINGS, Told, cover_sheet, rows_of, sheets
from docgen.service.batch.runs import Run, open_run
from docgen.service.desk import Desk
from docgen.store.print_folder import COVER, PRINT, fresh_prints, put, put_index, put_order

R = TypeVar("R")
MOST = 500
"""Letters in a file: as many as a print room gladly takes, and as stay small in memory."""
REASONS: Reasons = {
    "print-unfinished": Wording(
        "Run {run} is not finished.",
        "Resume it first, so that all its letters are there: docgen batch resume {run}",
    ),
    "print-nothing": Wording(
        "Run {run} has no letters to print{why}.",
        "Look into the run's report for what became of its letters.",
    ),
    "print-window-odd": Wording(
        "A window of {window} mm does not fit a {envelope} envelope of {width} by {height} mm.",
        "Measure the window with the envelope's front before you, the address upright: how far"
        " from its left edge, from its bottom edge, how wide, how high. Then write --window"
        " LEFT,BOTTOM,WIDTH,HEIGHT, such as 20,18,90,35.",
    ),
    "print-window-alone": Wording(
        "A window has been given, and no envelope.",
        "Say which envelope, too: --envelope dl or --envelope c5.",
    ),
    "print-lost": Wording(
        "{what} could not be made: {why}, twice.",
        "Nothing was laid out; what was there before is still there. Run the command again.",
    ),
}


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """How a run is to be printed: its layout, in which order, at most how many letters a file."""

    layout: Layout = field(default_factory=Layout)
    sort: Sort = "postcode"
    most: int = MOST


@dataclass(frozen=True, slots=True)
class PrintRun:
    """What was laid out and where; `dropped` were left out with their envelopes."""

    run: str
    folder: Path
    order: PrintOrder
    laid: tuple[Laid, ...]
    dropped: tuple[Laid, ...]
    left: Mapping[str, int]

    @property
    def files(self) -> tuple[str, ...]:
        """Give the files made, each once, archives for what is in them."""
        return tuple(dict.fromkeys(each.file.partition("/")[0] for each in self.laid))

    @property
    def counts(self) -> tuple[int, int]:
        """Give how many pages and sheets there are to print."""
        paper = (sheets(each, self.order.layout) for each in self.laid)
        return sum(each.pages for each in self.laid), sum(paper)


Heard = Callable[[str, int, int], None]
"""Hears what is going on (`gathered`, `set`), how far, of how many."""


def hush(_stage: str, _done: int, _of: int) -> None:
    """Tell nobody."""


def print_run(
    desk: Desk, name: str, order: PrintOrder, crew: Crew, heard: Heard = hush
) -> PrintRun:
    """Lay a run's letters out; raises `UsageTrouble`, `DiskTrouble` and what ends a run.

    What an earlier print run laid out stays until all is made.
    """
    must_fit(order.layout)
    run = open_run(desk, name)
    if not run.is_whole:
        raise stop(UsageTrouble, REASONS, "print-unfinished", run=name)
    folder = run.folder.folder
    with fresh_prints(folder) as (out, aside), crew:
        pieces, left = _gathered(desk, run, aside, crew, heard)
        if order.sort == "class":
            classes = classes_of(desk, run)
            pieces = [replace(p, group=classes.get((p.case, p.pupil), "")) for p in pieces]
        places = placed(pieces, order.sort)
        if not places:
            why = f": {sum(left.values())} stay where they are" if left else ""
            raise stop(UsageTrouble, REASONS, "print-nothing", run=name, why=why)
        tasks = _tasks(desk, run, order, sheaves(places, order.most), (out, aside))
        laid, dropped = _laid(tasks, crew, heard)
        made = PrintRun(name, folder / PRINT, order, laid, dropped, left)
        _put_lists(desk, out, made)
    return made


def must_fit(layout: Layout) -> None:
    """Stop for a window that can't be in the envelope; raises `UsageTrouble`."""
    window, envelope = layout.window, ENVELOPES.get(layout.envelope)
    if window and not envelope:
        raise stop(UsageTrouble, REASONS, "print-window-alone")
    if window and envelope and not is_inside(window, envelope):
        names = {"envelope": envelope.name, "width": envelope.width, "height": envelope.height}
        raise stop(UsageTrouble, REASONS, "print-window-odd", window=window.told, **names)


def _gathered(
    desk: Desk, run: Run, aside: Path, crew: Crew, heard: Heard
) -> tuple[list[Piece], Mapping[str, int]]:
    asks = (Ask(seat_of(desk), run.head.run, chunk, aside) for chunk in run.chunks)
    found: list[Gathered] = []
    for ask, gathered in crew.work(gather, asks):
        found.append(_sound(gathered, f"Chunk {ask.chunk}"))
        heard("gathered", len(found), len(run.chunks))
    left: Counter[str] = Counter()
    for each in found:
        left.update(each.left)
    pieces = [piece for each in found for piece in each.pieces]
    return sorted(pieces, key=lambda piece: (piece.chunk, piece.number)), dict(left)


def _tasks(
    desk: Desk, run: Run, order: PrintOrder, files: Iterable[Sheaf], to: tuple[Path, Path]
) -> list[Task]:
    tasks, first = [], 1
    for sheaf in files:
        out, aside = to
        tasks.append(Task(seat_of(desk), run.head.run, sheaf, order.layout, out, aside, first))
        first += len(sheaf.places)
    return tasks


def _laid(tasks: list[Task], crew: Crew, heard: Heard) -> tuple[tuple[Laid, ...], tuple[Laid, ...]]:
    """Make all files; those with an envelope that fails are made again without it."""
    found = _made(tasks, crew, heard)
    flawed = [each for laid in found.values() for each in laid if not each.is_sound]
    envelopes = frozenset(each.place.envelope for each in flawed if each.place.envelope)
    names = frozenset(each.place.piece.name for each in flawed)
    again = [task for task in tasks if _has_left(task, envelopes, names)]
    for task in again:
        _forget(task, found[task.sheaf.name])
    remaining = [replace(t, sheaf=without(t.sheaf, envelopes, names)) for t in again]
    anew = _made([task for task in remaining if task.sheaf.places], crew, heard)
    dropped = [
        each
        for task in again
        for each in found[task.sheaf.name]
        if is_left(each.place, envelopes, names)
    ]
    kept = {task.sheaf.name: found[task.sheaf.name] for task in tasks if task not in again} | anew
    laid = tuple(each for name in sorted(kept) for each in kept[name])
    return laid, tuple(dropped)


def _made(tasks: list[Task], crew: Crew, heard: Heard) -> dict[str, tuple[Laid, ...]]:
    found: dict[str, tuple[Laid, ...]] = {}
    for task, laid in crew.work(lay_file, tasks):
        found[task.sheaf.name] = _sound(laid, task.sheaf.name)
        heard("set", len(found), len(tasks))
    return found


def _has_left(task: Task, envelopes: frozenset[int], names: frozenset[str]) -> bool:
    return any(is_left(place, envelopes, names) for place in task.sheaf.places)


def _forget(task: Task, laid: Iterable[Laid]) -> None:
    """Take away files that hold what is left out."""
    for name in {each.file.partition("/")[0] for each in laid if each.file}:
        (task.out / name).unlink(missing_ok=True)


def _sound(result: R | Halt | Lost, what: str) -> R:
    if isinstance(result, Halt):
        raise result.raised()
    if isinstance(result, Lost):
        raise stop(DiskTrouble, REASONS, "print-lost", what=what, why=result.why)
    return result


def _put_lists(desk: Desk, out: Path, made: PrintRun) -> None:
    layout = made.order.layout
    told = Told(made.run, desk.today, made.order.sort, layout, made.laid, made.dropped, made.left)
    put_index(out, HEADINGS, rows_of(told))
    put(out, COVER, cover_sheet(told).encode())
    put_order(out, {"sort": made.order.sort, "layout": asdict(layout)})
