"""`pack proof`: a kind's template → its pages with the shortest, usual and longest values."""

from typing import get_args

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import LOOK, grouped_lines
from docgen.cli.opening import desk_here
from docgen.cli.shapes import Shape, finding_shape
from docgen.cli.status import Status
from docgen.cli.tables import print_table
from docgen.cli.telling import near
from docgen.model.finding import Severity
from docgen.model.people import Variant
from docgen.service.office import authority_for
from docgen.service.proof import BUDGETED, Proof, Pull, prove

NOT_WHOLE = "Not set, as something of it is not translated (docgen translations status)"
HEAD = ("Language", "Values", "Pages", "Allowed", "To look at", "PDF, with a picture of each page")


@click.command(cls=Door, example="docgen pack proof invite")
@click.argument("kind")
@click.option("--authority", metavar="NAME", help="Whose template.")
@click.option(
    "--variant",
    type=click.Choice(get_args(Variant)),
    default="standard",
    help="For which eyes: easy read, large print, plain English.",
)
@hears
def proof(asked: Asked, kind: str, authority: str | None, variant: Variant) -> None:
    """Set a template with its shortest, usual and longest values, in every language.

    Tells how many pages come of it, and what a typesetter would not let pass: lines that stand
    alone, headings and signatures parted from what they belong to, words that leave their cell or
    the page, an address that leaves the window. Leaves with 5 if a finding would refuse a letter.
    """
    workspace = desk_here(asked).workspace
    found = prove(workspace, authority_for(workspace, authority, kind), kind, variant)
    refused = any(each.severity is Severity.ERROR for each in found.findings)
    status = Status.TEMPLATE if refused else Status.MADE
    answer(asked, proof_shape(found), lambda: _tell(found), status)


def proof_shape(found: Proof) -> Shape:
    """Give each setting of the template, with its pages and findings."""
    return {
        "authority": found.authority,
        "kind": found.kind,
        "allowed": found.budget,
        "untranslated": list(found.untranslated),
        "pulls": [pull_shape(pull) for pull in found.pulls],
    }


def pull_shape(pull: Pull) -> Shape:
    """Give one setting of a template."""
    return {
        "language": pull.language,
        "values": pull.size,
        "pages": pull.pages,
        "file": str(pull.pdf),
        "pictures": [str(path) for path in pull.pictures],
        "findings": [finding_shape(finding) for finding in pull.findings],
    }


def _tell(found: Proof) -> None:
    print_table(HEAD, [_row(pull, found.budget) for pull in found.pulls])
    if found.untranslated:
        say_lines(["", f"{NOT_WHOLE}: {', '.join(found.untranslated)}"])
    say_lines(grouped_lines(found.findings, LOOK) or ["", "Nothing to mend."])


def _row(pull: Pull, budget: int | None) -> tuple[str, ...]:
    allowed = str(budget) if budget is not None and pull.size == BUDGETED else ""
    look = str(len(pull.findings) or "")
    return (pull.language, pull.size, str(pull.pages), allowed, look, str(near(pull.pdf)))
