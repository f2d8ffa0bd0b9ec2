"""`batch word`: a Word template and a sheet → one file a row, told by row and cell."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.batch_progress import AGAIN, teller
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
    and the first stays. DIR/index.csv lists each row with its file, or why there is none.

    With --json, each line is an event, the last the answer. Leaves with 4 if rows were refused.
    """
    desk = desk_here(asked)
    written, engine = flags.pop("written"), Engine(flags.pop("engine"))
    made_as = format_of(written) if written else desk.workspace.formats
    ask = Ask(template, rows, out, format=made_as, engine=engine, **flags)
    with teller(json=asked.json, hint=AGAIN) as told:
        merged = merge_rows(desk, ask, told)
    status = Status.STOPPED if merged.counts.refused else Status.MADE
    answer(asked, merged_shape(merged, out), lambda: say_lines(merged_lines(merged, out)), status)


def merged_shape(merged: Merged, out: Path) -> Shape:
    """Give counts, what was found by kind with the first findings of each, notices, the ledger."""
    return {
        "event": "report",
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
        "index": str(merged.index),
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
    if merged.index:
        yield f"Each row with its file, or why there is none: {shown(str(near(merged.index)))}"
    if merged.marked:
        yield f"The sheet with the bad cells marked: {shown(str(near(merged.marked)))}"
    yield from head_lines(merged.head)


def _rest(counts: Counts) -> str:
    told = {"stood already": counts.standing, "refused": counts.refused}
    rest = "".join(f", {counted(number, 'row')} {how}" for how, number in told.items() if number)
    return f" of {counted(counts.rows, 'row')}{rest}"
