"""`print`: a case's issued, unsent papers → numbered copies in posting order, and what to run."""

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import counted, job_name, shown
from docgen.cli.opening import desk_for
from docgen.cli.shapes import Shape, job_shape
from docgen.cli.telling import near
from docgen.plan.posting import Out
from docgen.service.cover import COVER, TO_FILE, TO_STAY, Line, sent_command, told
from docgen.service.post import Printed, lay_out
from docgen.service.together import Sides


@click.command("print", cls=Door, example="docgen print fam-0042 --in-one two-sided")
@click.argument("case")
@click.option(
    "--in-one",
    "sides",
    type=click.Choice([each.value for each in Sides]),
    help="Also one PDF of all that are PDFs, each on a fresh sheet.",
)
@hears
def print_case(asked: Asked, case: str, sides: str | None) -> None:
    """Lay out what is to be posted.

    Puts numbered copies of the issued papers that were not sent into the case's folder `print`, in
    posting order, with a list to tick. Nothing is sent, and nothing is written down: do that with
    `sent`.
    """
    desk = desk_for(asked, case)
    printed = lay_out(desk, case, Sides(sides) if sides else None)
    commands = [sent_command(desk.today, line) for line in printed.lines]
    shape = {**printed_shape(printed), "commands": commands}
    answer(asked, shape, lambda: say_lines(printed_lines(printed, commands)))


def printed_shape(printed: Printed) -> Shape:
    """Give what goes out, in order, what is to be filed, and what stays with the reason."""
    return {
        "case": printed.case_id,
        "folder": str(printed.folder),
        "papers": [
            {**_out_shape(line.out), "copy": line.copy, "pages": line.pages, "how": line.how}
            for line in printed.lines
        ],
        "file": [_out_shape(out) for out in printed.file],
        "left": [{**_out_shape(out), "why": out.why_not} for out in printed.left],
        "in_one": str(printed.in_one) if printed.in_one else None,
        "notices": list(printed.notices),
    }


def printed_lines(printed: Printed, commands: list[str]) -> list[str]:
    """Tell what was laid out and where, and what to run once it has gone."""
    lines = [f"{printed.case_id}: {counted(len(printed.lines), 'paper')} to send."]
    if printed.lines:
        lines += ["", f"In {near(printed.folder)}, with the list {COVER} to print and tick:"]
        lines += [f"  {_line(line)}" for line in printed.lines]
        if printed.in_one:
            lines += ["", f"All PDFs in one, to print in one go: {near(printed.in_one)}"]
        lines += ["", "When they have gone, write it down:", *(f"  {each}" for each in commands)]
    for heading, papers in ((TO_FILE, printed.file), (TO_STAY, printed.left)):
        if papers:
            lines += ["", heading, *(f"  {shown(told(out))}" for out in papers)]
    return [*lines, *(shown(notice) for notice in printed.notices)]


def _line(line: Line) -> str:
    return f"{line.copy}: {job_name(line.out.job)}, {line.how}"


def _out_shape(out: Out) -> Shape:
    job = job_shape(out.job)
    keys = ("kind", "title", "about", "recipient", "pupil")
    entry = out.entry
    return {**{k: job[k] for k in keys}, "number": entry.number, "version": entry.version}
