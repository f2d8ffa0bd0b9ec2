"""`batch print` and `batch reprint`: a run's letters → PDFs, envelope by envelope."""

from contextlib import nullcontext
from typing import Any

import click

from docgen.check.envelope import ENVELOPES, Window
from docgen.cli.answering import answer, say_lines
from docgen.cli.batch_progress import teller
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import counted, shown
from docgen.cli.opening import desk_here
from docgen.cli.shapes import Shape, finding_shape
from docgen.cli.status import Status
from docgen.cli.telling import near
from docgen.crew.local import LocalCrew
from docgen.plan.post import Laid
from docgen.service.batch.print_letters import WHY
from docgen.service.batch.print_pace import hush
from docgen.service.batch.print_source import Layout
from docgen.service.batch.printing import MOST, PrintOrder, PrintRun, print_run
from docgen.service.batch.reprint import Reprinted
from docgen.service.batch.reprint import reprint as print_again
from docgen.service.together import Sides
from docgen.store.print_folder import COVER, INDEX

SIDES = {Sides.ONE: 1, Sides.TWO: 2}
SHOWN = 20
HINT = "Run {run} is laid out to be printed. If anything stops it, run the same command again."


class Millimetres(click.ParamType):  # type: ignore[type-arg]  # it has none before click 8.4
    """A window as it is measured: `LEFT,BOTTOM,WIDTH,HEIGHT`."""

    name = "LEFT,BOTTOM,WIDTH,HEIGHT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Window:
        """Read four figures."""
        try:
            left, bottom, width, height = (float(each) for each in str(value).split(","))
        except ValueError:
            self.fail("Write four figures with commas between: 20,18,90,35", param, ctx)
        return Window(left, bottom, width, height)


@click.command("print", cls=Door, example="docgen batch print RUN --envelope c5")
@click.argument("run")
@click.option(
    "--envelope",
    type=click.Choice(list(ENVELOPES)),
    help="Prove each address against this envelope's window.",
)
@click.option(
    "--window", type=Millimetres(), help="Where your envelope has its window, measured in mm."
)
@click.option(
    "--sides",
    type=click.Choice([each.value for each in Sides]),
    default=Sides.TWO.value,
    help="How sheets are printed; two-sided, each letter begins a sheet of its own.",
)
@click.option(
    "--sort",
    type=click.Choice(["postcode", "class"]),
    default="postcode",
    help="For the post, or for the pigeonholes.",
)
@click.option(
    "--as",
    "shape",
    type=click.Choice(["papers", "files", "archive"]),
    default="papers",
    help="One PDF for each language and paper, one a letter, or archives of these.",
)
@click.option(
    "--most", type=click.IntRange(1, 5000), default=MOST, help="At most so many letters a PDF."
)
@click.option("--processes", type=click.IntRange(1, 64), default=1, hidden=True)
@hears
def print_batch(asked: Asked, /, run: str, processes: int, **flags: Any) -> None:  # noqa: ANN401 - as click read them
    """Lay the letters of a run out to be printed and packed.

    All that one person gets at one address has one envelope number, two parents never; each sheet
    bears it in its margin, with "letter 2 of 3". index.csv lists every letter, cover-sheet.html
    counts what to print and pack. Leaves with 4 if a letter failed the proof: its envelope is left
    out.
    """
    envelope = flags["envelope"] or ""
    layout = Layout(SIDES[Sides(flags["sides"])], envelope, flags["window"], flags["shape"])
    order = PrintOrder(layout, flags["sort"], flags["most"])
    crew = LocalCrew(processes)
    with nullcontext(hush) if asked.json else teller(json=False, hint=HINT) as heard:
        made = print_run(desk_here(asked), run, order, crew, heard)
    status = Status.STOPPED if made.left_out else Status.MADE
    answer(asked, print_shape(made), lambda: say_lines(print_lines(made)), status)


@click.command(cls=Door, example="docgen batch reprint b-0123456789012345/1")
@click.argument("number")
@hears
def reprint(asked: Asked, number: str) -> None:
    """Print one letter of a print run again, its mark as before, and tell where it goes."""
    made = print_again(desk_here(asked), number)
    answer(asked, reprint_shape(made), lambda: say_lines(reprint_lines(made)))


def print_shape(made: PrintRun) -> Shape:
    """Give the files, counts, and what was left out with the reasons."""
    counts = made.counts
    return {
        "run": made.run,
        "folder": str(made.folder),
        "file_count": made.files.count,
        "files": list(made.files.names),
        "letters": counts.letters,
        "envelopes": counts.envelopes,
        "pages": counts.pages,
        "sheets": counts.sheets,
        "left_out_count": made.left_out,
        "left_out": [_left_shape(each) for each in made.dropped],
        "stay": {WHY[why]: count for why, count in made.left.items()},
    }


def print_lines(made: PrintRun) -> list[str]:
    """Tell what was laid out and where, and what was left out and why."""
    counts, files = made.counts, made.files
    envelopes = counted(counts.envelopes, "envelope")
    lines = [f"{counted(counts.letters, 'letter')} in {envelopes}, to print and pack."]
    lines += ["", f"In {shown(str(near(made.folder)))}, with {COVER} and {INDEX}:"]
    lines += [f"  {shown(name)}" for name in files.names[:SHOWN]]
    if files.count > SHOWN:
        lines.append(f"  … and {files.count - SHOWN} more")
    lines.append(f"{counted(counts.pages, 'page')} on {counted(counts.sheets, 'sheet')}.")
    if made.left_out:
        lines += ["", f"Left out, with all in their envelopes: {made.left_out}"]
        lines += [line for each in made.dropped[:SHOWN] for line in _left_lines(each)]
        if made.left_out > SHOWN:
            lines.append(f"  … and {made.left_out - SHOWN} more, in {INDEX}")
    lines += [f"Not to print: {count} ({WHY[why]})" for why, count in made.left.items()]
    return lines


def reprint_shape(made: Reprinted) -> Shape:
    """Give the letter's file and its place in the print run."""
    return {
        "number": made.number,
        "file": str(made.path),
        "pages": made.pages,
        "envelope": made.envelope or None,
        "letter": made.nth,
        "of": made.of,
        "place": {"file": made.file, "page": made.page, "after": made.before, "before": made.after},
    }


def reprint_lines(made: Reprinted) -> list[str]:
    """Tell where the letter is and where it goes."""
    lines = [f"{made.number}: {counted(made.pages, 'page')} in {shown(str(near(made.path)))}"]
    if made.envelope:
        lines.append(f"Envelope {made.envelope}, letter {made.nth} of {made.of}")
    place = f"Its place: {shown(made.file)}, page {made.page}"
    place += f", after {made.before}" if made.before else ", the first"
    return [*lines, place + (f", before {made.after}." if made.after else ", the last.")]


def _left_shape(each: Laid) -> Shape:
    findings = [finding_shape(finding) for finding in each.findings]
    return {
        "number": each.place.piece.name,
        "envelope": each.place.envelope or None,
        "findings": findings,
    }


def _left_lines(each: Laid) -> list[str]:
    name = each.place.piece.name
    if not each.findings:
        return [f"  {name}: as it goes with another in envelope {each.place.envelope}"]
    return [f"  {name}: {shown(f'{each.findings[0].rule}: {each.findings[0].message}')}"]
