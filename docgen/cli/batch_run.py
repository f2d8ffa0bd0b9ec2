"""`batch run`, `resume` and `adopt`: a roster → letters; a run that was stopped → the rest."""

from typing import Any

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.batch_asked import asks
from docgen.cli.batch_crew import crew_for, with_crew
from docgen.cli.batch_progress import teller
from docgen.cli.batch_run_told import reported_lines, reported_shape, status_after
from docgen.cli.doors import Door
from docgen.cli.engines import ENGINE, SCREEN
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import shown
from docgen.cli.opening import desk_for, desk_here
from docgen.cli.shapes import noted_shape
from docgen.cli.telling import head_lines
from docgen.model.rendition import format_of
from docgen.service.batch.adopt import adopt as adopt_case
from docgen.service.batch.reported import Reported, resume_reported, run_reported
from docgen.service.batch.resume import unfinished
from docgen.service.batch.rosters import Asked as Roster
from docgen.service.batch.runs import Order
from docgen.service.pdf import Engine
from docgen.store.depots import given_place

EXAMPLE = "docgen batch run people.xlsx --with frame.yaml --kind invite"


@click.command(cls=Door, example=EXAMPLE)
@asks
@click.option(
    "--format",
    "written",
    type=click.Choice(["docx", "pdf", "docx,pdf", "pdf,docx"]),
    help="What each letter is made as, else as docgen.yaml says.",
)
@ENGINE
@SCREEN
@click.option("--archive", is_flag=True, help="Put the letters into ZIP archives.")
@click.option(
    "--out",
    metavar="DIR",
    help="Put the letters into this folder instead, or into a store: s3://bucket/letters.",
)
@with_crew
def run(asked: Asked, roster: Roster, **flags: Any) -> None:  # noqa: ANN401 - as click read them
    """Make, number and record the letters of all families in a roster.

    All families are judged and written down first. Then letters are made, sealed in the ledger and
    brought to their folder, some 200 at a time: whatever stops a run, `docgen batch resume RUN`
    makes the rest, none twice. The same sheet again makes only what is new.

    At the end a report tells what went to whom, and what was not made and why. With --json, each
    line is an event, the last the answer. Leaves with 4 if letters were held or refused, with 8 if
    the run has to be resumed.
    """
    desk = desk_for(asked, str(roster.path))
    crew = crew_for(flags, desk)
    written, out = flags.pop("written"), flags.pop("out")
    order = Order(
        format_of(written) if written else None,
        Engine(flags.pop("engine")),
        out=given_place(out) if out else None,
        **flags,
    )
    with teller(json=asked.json) as told:
        done = run_reported(desk, roster, order, crew, told)
    _tell(asked, done)


@click.command(cls=Door, example="docgen batch resume 20251204T091500-3f9a1c")
@click.argument("name", metavar="[RUN]", required=False)
@with_crew
@hears
def resume(asked: Asked, /, name: str | None, **flags: Any) -> None:  # noqa: ANN401 - as above
    """Go on with a run that was stopped, whatever stopped it: nothing twice, nothing missing.

    Without RUN, tell which runs are not whole.
    """
    desk = desk_here(asked)
    crew = crew_for(flags, desk)
    if name is None:
        runs = unfinished(desk)
        lines = [f"docgen batch resume {each}" for each in runs] or ["All runs are whole."]
        answer(asked, {"unfinished": list(runs)}, lambda: say_lines(lines))
        return
    with teller(json=asked.json) as told:
        done = resume_reported(desk, name, crew, told)
    _tell(asked, done)


@click.command(cls=Door, example="docgen batch adopt 20251204T091500-3f9a1c b-0123456789012345")
@click.argument("name", metavar="RUN")
@click.argument("case")
@hears
def adopt(asked: Asked, name: str, case: str) -> None:
    """Make a casefile of one family of a run, with all that batches issued for it.

    Its letters come into output/CASE/. From then on the casefile is the record of this family, and
    batches leave it out.
    """
    noted = adopt_case(desk_here(asked), name, case)
    lines = [
        f"{noted.case_id}: a casefile of its own now. Look at it: docgen check {noted.case_id}",
        *(f"Good to know: {shown(notice)}" for notice in noted.notices),
        *head_lines(noted.head),
    ]
    answer(asked, noted_shape(noted), lambda: say_lines(lines))


def _tell(asked: Asked, done: Reported) -> None:
    shape = reported_shape(done)
    answer(asked, shape, lambda: say_lines(reported_lines(done)), status_after(done))
