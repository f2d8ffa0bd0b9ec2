"""`form`: any PDF form → looked at, filled in, read back."""

from pathlib import Path

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Doors
from docgen.cli.everywhere import Asked, hears
from docgen.cli.form_reading import inspect, read
from docgen.cli.lines import LOOK, grouped_lines
from docgen.cli.shapes import finding_shape
from docgen.cli.telling import near
from docgen.model.finding import Finding
from docgen.service.forms import fill_form_file


@click.group(cls=Doors)
def form() -> None:
    """Look at, fill in or read a PDF form.

    Any will do that can be filled in on screen, whoever made it.
    """


@form.command(example="docgen form fill referral.pdf values.yaml -o referral-filled.pdf")
@click.argument("blank", metavar="FORM", type=click.Path(path_type=Path))
@click.argument("data", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path),
    help="The form filled in.",
)
@click.option("--flatten", is_flag=True, help="Make it final: nobody can change what is filled in.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@hears
def fill(asked: Asked, /, blank: Path, data: Path, out: Path, **flags: bool) -> None:
    """Fill in a PDF form from a file of values, YAML or JSON.

    Values go by the names that `docgen form inspect` lists; what stands between dots may be a
    group. Boxes take true and false. All that is wrong is told at once, and then no file is
    written. A file that is there already is never written over without --force.
    """
    findings = fill_form_file(blank, data, out, flatten=flags["flatten"], force=flags["force"])
    shape = {
        "file": str(out),
        "final": flags["flatten"],
        "findings": [finding_shape(each) for each in findings],
    }
    answer(asked, shape, lambda: say_lines(_told(out, findings)))


form.add_command(inspect)
form.add_command(read)


def _told(out: Path, findings: tuple[Finding, ...]) -> list[str]:
    return [f"{near(out)} is made.", *grouped_lines(findings, LOOK)]
