"""A number → its letter once more, just as it lies in the print run, and where that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docgen.check.envelope import Window
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.plan.post import Laid, Piece, Place, Sheaf
from docgen.service.batch.history import Whereabouts, found
from docgen.service.batch.places import Halt, seat_of
from docgen.service.batch.print_files import lay_file
from docgen.service.batch.print_letters import Ask, gather
from docgen.service.batch.print_source import Layout, Task
from docgen.service.batch.runs import Run, open_run
from docgen.service.desk import Desk
from docgen.service.register import parse_number
from docgen.store.print_folder import PRINT, read_index, read_order, spare_folder

PREFIX = "reprint-"
REASONS: Reasons = {
    "reprint-unknown": Wording(
        "No batch issued {number}.",
        "Look the number up on the letter or in the print run's index.csv. A letter of a casefile"
        " is printed by docgen print.",
    ),
    "reprint-not-laid": Wording(
        "Run {run} has not been laid out to be printed with {number} in it.",
        "Lay it out first: docgen batch print {run}",
    ),
    "reprint-left-out": Wording(
        "{number} was left out of the print run ({rule}).",
        "See the print run's cover sheet for why; when that is put right, lay the run out again:"
        " docgen batch print {run}",
    ),
    "reprint-over": Wording(
        "{number} is not to be printed any more: it was withdrawn or sent, or a later version was"
        " issued.",
        "Look the number up: docgen ledger show {number}",
    ),
}


@dataclass(frozen=True, slots=True)
class Reprinted:
    """A letter printed once more: its file, and its place in the print run.

    `pages` are the letter's own; `before` and `after` are its neighbours in the same file.
    """

    number: str
    path: Path
    file: str
    page: int
    pages: int
    envelope: int
    nth: int
    of: int
    before: str
    after: str


def reprint(desk: Desk, text: str) -> Reprinted:
    """Print one letter again, its mark as before; raises `UsageTrouble`, `DiskTrouble`."""
    where, version = _whereabouts(desk, text)
    run = open_run(desk, where.run)
    folder = run.folder.folder
    number = f"{where.entry.number}-v{version}"
    rows = list(read_index(folder))
    at = next((n for n, row in enumerate(rows) if _name(row) == number), None)
    told = read_order(folder)
    if at is None or told is None:
        raise stop(UsageTrouble, REASONS, "reprint-not-laid", run=where.run, number=number)
    row = rows[at]
    if row["left_out"]:
        names = {"run": where.run, "number": number, "rule": row["left_out"]}
        raise stop(UsageTrouble, REASONS, "reprint-left-out", **names)
    laid = _laid(desk, run, where, (row, _layout(told)))
    return Reprinted(
        number,
        folder / PRINT / laid.file,
        row["file"],
        int(row["page"]),
        laid.pages,
        laid.place.envelope,
        laid.place.nth,
        laid.place.of,
        _neighbour(rows, at - 1, row["file"]),
        _neighbour(rows, at + 1, row["file"]),
    )


def _whereabouts(desk: Desk, text: str) -> tuple[Whereabouts, int]:
    """Find the version asked for, else the latest."""
    _, number, version = parse_number(text)
    fitting = [each for each in found(desk, number) if version in {None, each.entry.version}]
    if not fitting:
        raise stop(UsageTrouble, REASONS, "reprint-unknown", number=text)
    return fitting[-1], fitting[-1].entry.version


def _laid(
    desk: Desk, run: Run, where: Whereabouts, as_before: tuple[Mapping[str, str], Layout]
) -> Laid:
    """Make the letter's own file beside the others; raises why it can't be."""
    row, layout = as_before
    folder, number = run.folder.folder, f"{row['number']}-v{row['version']}"
    with spare_folder(folder) as aside:
        gathered = gather(Ask(seat_of(desk), run.head.run, where.chunk, aside))
        if isinstance(gathered, Halt):
            raise gathered.raised()
        piece = next((each for each in gathered.pieces if each.name == number), None)
        if piece is None:
            raise stop(UsageTrouble, REASONS, "reprint-over", number=number)
        task = Task(seat_of(desk), run.head.run, _sheaf(piece, row), layout, folder / PRINT, aside)
        made = lay_file(task)
    if isinstance(made, Halt):
        raise made.raised()
    (laid,) = made
    if laid.findings:
        names = {"run": run.head.run, "number": number, "rule": laid.findings[0].rule}
        raise stop(UsageTrouble, REASONS, "reprint-left-out", **names)
    return laid


def _sheaf(piece: Piece, row: Mapping[str, str]) -> Sheaf:
    place = Place(piece, int(row["envelope"] or 0), int(row["letter"]), int(row["of"]))
    return Sheaf(f"{PREFIX}{Path(piece.file).stem}", (place,))


def _layout(told: Mapping[str, Any]) -> Layout:
    """Give the layout of the print run, for one letter in a file of its own."""
    layout = Layout(**told["layout"])
    window = told["layout"]["window"]
    return replace(layout, window=Window(**window) if window else None, shape="papers")


def _neighbour(rows: Sequence[Mapping[str, str]], at: int, file: str) -> str:
    inside = 0 <= at < len(rows) and rows[at]["file"] == file
    return _name(rows[at]) if inside else ""


def _name(row: Mapping[str, str]) -> str:
    return f"{row['number']}-v{row['version']}"
