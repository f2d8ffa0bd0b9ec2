"""`batch check` and `batch plan`: a roster → what is amiss in it, and what a run would do."""

from pathlib import Path
from typing import Any

import click

from docgen.cli import batch_asked
from docgen.cli.answering import answer, say_lines
from docgen.cli.batch_told import (
    check_lines,
    checked_shape,
    fixed_lines,
    fixed_shapes,
    plan_lines,
    planned_shape,
)
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked
from docgen.cli.opening import desk_for
from docgen.cli.preview import previewed_shape
from docgen.cli.shapes import Shape
from docgen.cli.status import Status
from docgen.cli.telling import near, stopped_lines
from docgen.model.batch import Fixed
from docgen.model.family import Family
from docgen.service.batch.check import Checked, check_roster
from docgen.service.batch.dry_run import plan_roster
from docgen.service.batch.looking import look_at
from docgen.service.batch.rosters import Asked as Roster

MARKED = click.option(
    "--marked", metavar="FILE", type=batch_asked.PATH, help="Hand the sheet back, cells marked."
)


@click.command(cls=Door, example="docgen batch check people.xlsx --marked mended.xlsx")
@batch_asked.asks
@MARKED
def check(asked: Asked, roster: Roster, marked: Path | None) -> None:
    """Look through a roster: its columns, its families, and what is amiss in which cell.

    Nothing is made. Leaves with 3 if no row can be read, with 4 if some are refused.
    """
    checked = check_roster(desk_for(asked, str(roster.path)), roster, marked)
    answer(asked, checked_shape(checked), lambda: say_lines(check_lines(checked)), _after(checked))


@click.command(cls=Door, example="docgen batch plan people.xlsx --with frame.yaml --kind invite")
@batch_asked.asks
@click.option("--list", "listed", is_flag=True, help="Tell each letter, too.")
@click.option("--show", metavar="ROW", type=click.IntRange(1), help="Look at the letter of a row.")
@click.option("--open", "opens", is_flag=True, help="Open what --show made.")
@MARKED
def plan(asked: Asked, roster: Roster, **flags: Any) -> None:  # noqa: ANN401 - as click read them
    """Tell what a run would do, before anything is made.

    How many letters, to whom, in which languages, what is held or refused and why, and how much
    paper. The sheet that --marked hands back has marks for all that, too. Leaves with 4 if a
    letter would be held or refused.
    """
    desk, listed = desk_for(asked, str(roster.path)), flags["listed"]
    if flags["show"] is not None:
        _show(asked, roster, flags["show"], opens=flags["opens"])
        return
    letters: list[Shape] = []

    def told(family: Family, fixed: Fixed) -> None:
        if listed and asked.json:
            letters.extend(fixed_shapes(family, fixed))
        elif listed:
            say_lines(fixed_lines(family, fixed))

    planned = plan_roster(desk, roster, told, flags["marked"])
    shape = {**planned_shape(planned), **({"each": letters} if listed else {})}
    found = any(each.found for each in planned.letters)
    stopped = bool(planned.stopped or planned.refused_rows or found)
    status = Status.STOPPED if stopped else Status.MADE
    answer(asked, shape, lambda: say_lines(plan_lines(planned)), status)


def _show(asked: Asked, roster: Roster, row: int, *, opens: bool) -> None:
    found = look_at(desk_for(asked, str(roster.path)), roster, row)
    lines = [f"{found.case_id}: row {row}"]
    for each in found.shown:
        lines += [f"  {near(path)}" for path in (each.pdf, *each.pages)]
    lines += [line for job in found.stopped for line in stopped_lines(job)]
    if opens and found.shown:
        click.launch(str(found.shown[0].pdf))
    status = Status.MADE if found.shown else Status.STOPPED
    answer(asked, previewed_shape(found), lambda: say_lines(lines), status)


def _after(checked: Checked) -> Status:
    if not checked.is_readable:
        return Status.REJECTED
    return Status.STOPPED if checked.errors else Status.MADE
