"""`batch word`: a Word template and a sheet → one file a row, told by row and cell."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.engines import ENGINE
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import counted, finding_lines, shown
from docgen.cli.opening import desk_here
from docgen.cli.shapes import Shape, finding_shape, head_shape
from docgen.cli.status import Status
from docgen.cli.telling import head_lines, near
from docgen.model.rendition import format_of
from docgen.service.batch.word import Ask, Merged, merge_rows
from docgen.service.batch.word_plan import Counts
from docgen.service.pdf import Engine

OFTEN = 0.5
PATH = click.Path(path_type=Path)


@click.command(
    cls=Door, example='docgen batch word letter.docx people.xlsx --out letters --name "Pupil no"'
)
@click.argument("template", type=PATH)
@click.argument("rows", type=PATH)
@click.option("--out", metavar="DIR", required=True, type=PATH, help="The folder for the letters.")
@click.option("--name", metavar="COLUMN", default="", help="Name the files by this column.")
@click.option(
    "--map", "maps", metavar="COLUMN=NAME", multiple=True, help="Which column fills which name."
)
@click.option("--blank", metavar="COLUMN", multiple=True, help="A column that may be empty.")
@click.option("--sheet", metavar="NAME", default="", help="Which sheet of a workbook.")
@click.option("--ledger", metavar="FILE", type=PATH, help="Record in this ledger.")
@click.option(
    "--format",
    "written",
    type=click.Choice(["docx", "pdf", "docx,pdf", "pdf,docx"]),
    help="What each letter is made as, else as docgen.yaml says.",
)
@ENGINE
@click.option("--archive", is_flag=True, help="Put the letters into ZIP archives.")
@click.option("--marked", metavar="FILE", type=PATH, help="Hand the sheet back, bad cells marked.")
@click.option("--processes", type=click.IntRange(0, 64), default=0, hidden=True)
@hears
def word(asked: Asked, /, template: Path, rows: Path, out: Path, **flags: Any) -> None:  # noqa: ANN401 - as click read them
    """Fill a Word template in from each row of a sheet.

    Any template and any sheet will do: CSV, TSV, XLSX or ODS. A column fills the name that is
    written as its heading is, capitals, blanks and hyphens aside. A row that is not fit for a
    letter is told, cell by cell, and stops no other.

    Every letter is recorded: in the workspace's ledger, else in DIR. The same command again, after
    whatever ended it, makes just what is missing or has changed; a letter made anew is version 2,
    and the first stays. Leaves with 4 if rows were refused.
    """
    desk, teller = desk_here(asked), Teller(quiet=asked.json)
    written, engine = flags.pop("written"), Engine(flags.pop("engine"))
    made_as = format_of(written) if written else desk.workspace.formats
    ask = Ask(template, rows, out, format=made_as, engine=engine, **flags)
    merged = merge_rows(desk, ask, teller)
    teller.done()
    status = Status.STOPPED if merged.counts.refused else Status.MADE
    answer(asked, merged_shape(merged, out), lambda: say_lines(merged_lines(merged, out)), status)


def merged_shape(merged: Merged, out: Path) -> Shape:
    """Give counts, what was found by kind with the first findings of each, notices, the ledger."""
    return {
        "folder": str(out),
        **asdict(merged.counts),
        "findings": [
            {
                "rule": told.rule,
                "severity": told.severity.value,
                "count": told.count,
                "shown": [finding_shape(each) for each in told.shown],
            }
            for told in merged.told
        ],
        "notices": list(merged.notices),
        "marked": str(merged.marked) if merged.marked else None,
        "ledger": head_shape(merged.head) if merged.head else None,
    }


def merged_lines(merged: Merged, out: Path) -> Iterator[str]:
    """Tell what was made, what stands, what was refused and why."""
    counts = merged.counts
    yield f"{shown(str(near(out)))}: {counted(counts.made, 'letter')} made" + _rest(counts) + "."
    for told in merged.told:
        yield ""
        yield f"{told.rule} ({told.severity.value}): {counted(told.count, 'time')}" + (
            f", the first {len(told.shown)} of them" if told.count > len(told.shown) else ""
        )
        for finding in told.shown:
            yield from finding_lines(finding, "  ")
    yield from (f"Good to know: {shown(notice)}" for notice in merged.notices)
    if merged.marked:
        yield f"The sheet with the bad cells marked: {shown(str(near(merged.marked)))}"
    yield from head_lines(merged.head)


def _rest(counts: Counts) -> str:
    told = {"stood already": counts.standing, "refused": counts.refused}
    rest = "".join(f", {counted(number, 'row')} {how}" for how, number in told.items() if number)
    return f" of {counted(counts.rows, 'row')}{rest}"


class Teller:
    """Says on a terminal how far it is, not more often than anybody can read."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Begin to count the time."""
        self._begun = self._last = perf_counter()
        self._said = False
        self._shows = not quiet and sys.stderr.isatty()

    def __call__(self, counts: Counts) -> None:
        """Say it, if it is time."""
        now = perf_counter()
        if self._shows and now - self._last > OFTEN:
            self._last = now
            rate = counts.made / (now - self._begun)
            click.echo(f"\r{counts.made:,} letters, {rate:,.0f} a second ", err=True, nl=False)
            self._said = True

    def done(self) -> None:
        """Leave the line on which it was said."""
        if self._said:
            click.echo(err=True)
