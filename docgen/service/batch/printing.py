"""A run → its letters laid out to be printed, envelope by envelope, with a list and a cover sheet.

First every letter is gathered and put into its envelope; then every file is made and each letter
proved against the envelope; an envelope with a letter that fails stays out of every file, whole.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from docgen.check.envelope import ENVELOPES, is_inside
from docgen.crew.local import Crew, Lost
from docgen.errors import DiskTrouble, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.plan.post import Laid, Sort
from docgen.service.batch.places import Halt, seat_of
from docgen.service.batch.print_classes import classes_of
from docgen.service.batch.print_files import lay_file
from docgen.service.batch.print_letters import Ask, gather
from docgen.service.batch.print_pace import Heard, Pace, hush
from docgen.service.batch.print_source import Layout, Task
from docgen.service.batch.print_told import HEADINGS, Told, cover_sheet, row_of
from docgen.service.batch.runs import Run, open_run
from docgen.service.desk import Desk
from docgen.store.print_book import PrintBook, print_book
from docgen.store.print_counts import Counts, PrintCounts, Some
from docgen.store.print_folder import COVER, PRINT, fresh_prints, put, put_index, put_order

R = TypeVar("R")
LISTED = 100
"""So many letters left out are told of; all are in index.csv."""
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
    """What was laid out and where: counts, the first files, the first letters left out and why.

    `left_out` counts letters left out with their envelopes; `left` those that stay, by reason.
    """

    run: str
    folder: Path
    order: PrintOrder
    counts: Counts
    files: Some
    left_out: int
    dropped: tuple[Laid, ...]
    left: Mapping[str, int]


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
    with fresh_prints(folder) as (out, aside), crew, print_book(aside) as book:
        if order.sort == "class":
            book.classes(classes_of(desk, run))
        at = _At(desk, run, order, out, aside)
        left = _gather(at, book, crew)
        book.settle(order.most)
        if not book.letters:
            why = f": {sum(left.values())} stay where they are" if left else ""
            raise stop(UsageTrouble, REASONS, "print-nothing", run=name, why=why)
        pace = Pace(name, book.letters, heard)
        _lay(at, book, crew, pace)
        while book.leave_out(lambda name: (out / name).unlink(missing_ok=True)):
            _lay(at, book, crew, pace)
        counts = PrintCounts(book.database)
        _put_lists(at, book, counts, left)
        dropped = tuple(islice((laid for laid, rule in book.rows() if rule), LISTED))
        files, left_out = counts.files(), book.letters - counts.all().letters
        return PrintRun(name, folder / PRINT, order, counts.all(), files, left_out, dropped, left)


def must_fit(layout: Layout) -> None:
    """Stop for a window that can't be in the envelope; raises `UsageTrouble`."""
    window, envelope = layout.window, ENVELOPES.get(layout.envelope)
    if window and not envelope:
        raise stop(UsageTrouble, REASONS, "print-window-alone")
    if window and envelope and not is_inside(window, envelope):
        names = {"envelope": envelope.name, "width": envelope.width, "height": envelope.height}
        raise stop(UsageTrouble, REASONS, "print-window-odd", window=window.told, **names)


@dataclass(frozen=True, slots=True)
class _At:
    """What a print run is made of, and where."""

    desk: Desk
    run: Run
    order: PrintOrder
    out: Path
    aside: Path


def _gather(at: _At, book: PrintBook, crew: Crew) -> Mapping[str, int]:
    """Gather all letters to be printed; gives how many stay, by reason."""
    seat, run = seat_of(at.desk), at.run.head.run
    asks = (Ask(seat, run, chunk, at.aside) for chunk in at.run.chunks)
    left: Counter[str] = Counter()
    for ask, gathered in crew.work(gather, asks):
        found = _sound(gathered, f"Chunk {ask.chunk}")
        book.add(found.pieces, at.order.sort)
        left.update(found.left)
    return dict(left)


def _lay(at: _At, book: PrintBook, crew: Crew, pace: Pace) -> None:
    """Make the files that are still to be made."""
    order, seat, run = at.order, seat_of(at.desk), at.run.head.run
    tasks = (Task(seat, run, sheaf, order.layout, at.out, at.aside) for sheaf in book.sheaves())
    for task, laid in crew.work(lay_file, tasks):
        book.note(_sound(laid, task.sheaf.name), order.layout.sides)
        pace.tell(len(task.sheaf.places))


def _sound(result: R | Halt | Lost, what: str) -> R:
    if isinstance(result, Halt):
        raise result.raised()
    if isinstance(result, Lost):
        raise stop(DiskTrouble, REASONS, "print-lost", what=what, why=result.why)
    return result


def _put_lists(at: _At, book: PrintBook, counts: PrintCounts, left: Mapping[str, int]) -> None:
    layout = at.order.layout
    told = Told(at.run.head.run, at.desk.today, at.order.sort, layout, counts, left)
    put_index(at.out, HEADINGS, (row_of(laid, rule, layout) for laid, rule in book.rows()))
    put(at.out, COVER, cover_sheet(told).encode())
    put_order(at.out, {"sort": at.order.sort, "layout": asdict(layout)})
