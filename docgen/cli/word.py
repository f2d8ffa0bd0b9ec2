"""`word`: any Word template → checked, its names listed, filled in; any letter → its PDF."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Doors
from docgen.cli.engines import ENGINE
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import LOOK, counted, grouped_lines
from docgen.cli.opening import desk_for
from docgen.cli.sarif import sarif_shape
from docgen.cli.shapes import Shape, finding_shape
from docgen.cli.status import Status
from docgen.cli.tables import print_table
from docgen.cli.telling import near
from docgen.cli.word_pdfs import answer_outcomes, made_line
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.press.word.lint.told import Told
from docgen.press.word.names import Used
from docgen.service.pdf import Engine
from docgen.service.word import (
    Checked,
    annotate_word,
    check_word,
    merge_word_file,
    names_of_word,
    set_word_file,
)
from docgen.service.word_pdfs import set_word_files

REASONS: Reasons = {
    "word-two-answers": Wording(
        "--json and --sarif are two ways to answer.",
        "Choose one of them.",
    ),
}
TEMPLATE = click.argument("template", type=click.Path(path_type=Path))
FORCE = click.option("--force", is_flag=True, help="Write over a file that is there already.")


@click.group(cls=Doors)
def word() -> None:
    """Check or fill in a Word template, or make a PDF.

    Any will do: a template may hold what docxtpl knows, as far as it is safe.
    """


@word.command(example="docgen word check letter.docx values.yaml --annotate seen.docx")
@TEMPLATE
@click.argument("data", required=False, type=click.Path(path_type=Path))
@click.option(
    "--annotate",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Write a copy with the findings as Word comments.",
)
@click.option("--sarif", is_flag=True, help="Answer in SARIF, for other programs.")
@click.option("--language", metavar="TAG", default="", help="What language it is in: en-GB.")
@FORCE
@hears
def check(asked: Asked, /, template: Path, data: Path | None, **flags: object) -> None:
    """Tell all that is wrong with a template, or hard on its readers.

    DATA (YAML or JSON) holds the values that it will be filled in with: names that are not in it
    are told, and values that the template never uses. A template of a pack is held against what
    the pack promises. Leaves with 5 if the template can't be used.
    """
    if asked.json and flags["sarif"]:
        raise stop(UsageTrouble, REASONS, "word-two-answers")
    workspace = desk_for(asked, str(template)).workspace
    checked = check_word(workspace, template, data, str(flags["language"]))
    out = flags["annotate"]
    if isinstance(out, Path):
        annotate_word(checked, out, force=bool(flags["force"]))
    status = Status.MADE if checked.linted.is_usable else Status.TEMPLATE
    if flags["sarif"]:
        click.echo(json.dumps(sarif_shape(checked.place, checked.told), indent=2))
        raise click.exceptions.Exit(int(status))
    answer(asked, checked_shape(checked), lambda: say_lines(_checked(checked)), status)


@word.command(example="docgen word placeholders letter.docx")
@TEMPLATE
@hears
def placeholders(asked: Asked, template: Path) -> None:
    """List the names that a template uses, and where."""
    used = names_of_word(desk_for(asked, str(template)).workspace, template)
    names = _by_name(used)
    shape = {
        "file": str(template),
        "names": [{"name": name, "places": places} for name, places in names.items()],
    }
    rows = [(name, "; ".join(places)) for name, places in names.items()]
    answer(asked, shape, lambda: print_table(("Name", "Where"), rows))


@word.command(example="docgen word merge letter.docx values.yaml -o letter-to-ann.docx")
@TEMPLATE
@click.argument("data", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", metavar="OUT", required=True, type=click.Path(path_type=Path), help="The letter."
)
@FORCE
@hears
def merge(asked: Asked, template: Path, data: Path, out: Path, *, force: bool) -> None:
    """Fill a template in from a file of values, YAML or JSON.

    Pictures are read from the folder of DATA. A file that is there already is never written over
    without --force.
    """
    merge_word_file(template, data, out, force=force)
    answer(asked, {"file": str(out)}, lambda: say_lines([f"{near(out)} is made."]))


@word.command(example="docgen word pdf letter-to-ann.docx -o letter-to-ann.pdf")
@click.argument("letters", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path),
    help="The PDF; of several files, the folder for their PDFs.",
)
@ENGINE
@FORCE
@hears
def pdf(asked: Asked, letters: tuple[Path, ...], out: Path, *, engine: str, force: bool) -> None:
    """Make a PDF of any Word file, or of several.

    It can be read aloud and archived (PDF/UA-1, PDF/A-2a), and bears the day on which the file was
    last changed. What docgen can't set as Word does, LibreOffice sets where it is installed, else
    it is told. A file that is there already is never written over without --force.

    Of several files, OUT is a folder. One that can't be made is told, and the others are made.
    """
    if len(letters) > 1:
        answer_outcomes(asked, set_word_files(letters, out, Engine(engine), force=force))
        return
    by = set_word_file(letters[0], out, Engine(engine), force=force)
    shape = {"file": str(out), "engine": by}
    answer(asked, shape, lambda: say_lines([made_line(out, by)]))


def checked_shape(checked: Checked) -> Shape:
    """Give the findings about a template, each with its part, place and paragraph."""
    return {
        "file": checked.place,
        "usable": checked.linted.is_usable,
        "names": list(_by_name(checked.linted.names.used)),
        "findings": [told_shape(each) for each in checked.told],
    }


def told_shape(told: Told) -> Shape:
    """Give a finding; `paragraph` counts from 1 in its part, 0 is the file as a whole."""
    return {
        **finding_shape(told.finding),
        "part": told.part or None,
        "where": told.where or None,
        "paragraph": told.paragraph,
        "near": told.near or None,
    }


def _by_name(used: Sequence[Used]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in used:
        found.setdefault(each.name, []).append(each.where)
    return found


def _checked(checked: Checked) -> list[str]:
    if not checked.told:
        return [f"{checked.place}: nothing to mend."]
    findings = [each.finding for each in checked.told]
    return [
        f"{checked.place}: {counted(len(findings), 'finding')}.",
        *grouped_lines(findings, LOOK),
    ]
