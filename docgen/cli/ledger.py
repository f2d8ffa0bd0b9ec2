"""`ledger`: the record of what was issued → listed, one number's history shown, all proved."""

from dataclasses import asdict
from pathlib import Path

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Doors
from docgen.cli.everywhere import Asked, hears
from docgen.cli.opening import desk_here
from docgen.cli.shapes import Shape, head_shape
from docgen.cli.tables import print_table
from docgen.cli.telling import head_lines
from docgen.model.entry import Entry
from docgen.service.accounts import Verified, list_entries
from docgen.service.accounts import show as show_number
from docgen.service.accounts import verify as verify_ledger

NUMBERED = ("Entry", "Time (UTC)", "Actor", "Act", "Number")
COLUMNS = (*NUMBERED, "Format", "Kind", "About", "For", "Pupil")


@click.group(cls=Doors)
def ledger() -> None:
    """List, show or verify what was issued."""


@ledger.command("list", example="docgen ledger list --case fam-0042")
@click.option("--case", metavar="CASE", help="Only this case.")
@hears
def list_(asked: Asked, case: str | None) -> None:
    """List all entries, the oldest first.

    With --json, kept elsewhere, the list proves later that no entry was dropped since.
    """
    entries = list_entries(desk_here(asked), case)
    answer(asked, _shape(entries), lambda: print_table(COLUMNS, [_row(each) for each in entries]))


@ledger.command(example="docgen ledger show fam-0042/7")
@click.argument("number")
@hears
def show(asked: Asked, number: str) -> None:
    """Show all that happened to one number, or to one version of it."""
    entries = show_number(desk_here(asked), number)
    answer(asked, _shape(entries), lambda: say_lines(_history(entries)))


@ledger.command(example="docgen ledger verify letter.docx")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@hears
def verify(asked: Asked, file: Path | None) -> None:
    """Prove that no entry was changed, put in or taken out.

    FILE is a paper (.docx or .pdf), to be proved the very one that was issued, or a list that
    `docgen ledger list --json` wrote. Leaves with 9 if the ledger doesn't verify, with 7 if the
    paper is not what was issued.
    """
    verified = verify_ledger(desk_here(asked), file)
    shape = {
        "ledger": head_shape(verified.head),
        "document": asdict(verified.document) if verified.document else None,
        "entries": [asdict(entry) for entry in verified.entries],
    }
    answer(asked, shape, lambda: say_lines(_verified(verified, file)))


def _shape(entries: tuple[Entry, ...]) -> Shape:
    return {"entries": [asdict(entry) for entry in entries]}


def _row(entry: Entry) -> tuple[str, ...]:
    return (
        str(entry.seq),
        entry.time,
        entry.actor,
        entry.act,
        f"{entry.number}-v{entry.version}",
        entry.format,
        entry.kind,
        entry.about,
        entry.recipient or "",
        entry.pupil or "",
    )


def _history(entries: tuple[Entry, ...]) -> list[str]:
    first = entries[0]
    pupil = f", pupil {first.pupil}" if first.pupil else ""
    about = f" about {first.about}" if first.about else ""
    recipient = f" for {first.recipient}" if first.recipient else ""
    return [f"{first.number}: {first.kind}{about}{recipient}{pupil}", *map(_line, entries)]


def _line(entry: Entry) -> str:
    return (
        f"  entry {entry.seq}, {entry.time}: version {entry.version} {entry.act} ({entry.format})"
        f" by {entry.actor}"
        f" (seal {entry.seal[:12]})"
    )


def _verified(verified: Verified, file: Path | None) -> list[str]:
    proved = ["The ledger verifies: no entry was changed, put in or taken out of the middle."]
    if verified.document and file:
        document = verified.document
        name = f"{document.number} version {document.version}"
        proved = [f"{file.name} is {name}, to the last letter.", *_history(verified.entries)]
    return proved + (head_lines(verified.head) or ["It has no entries yet."])
