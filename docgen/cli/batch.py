"""`batch`: a sheet of people → letters for all of them, one command for each step on the way."""

import click

from docgen.cli.doors import Doors, Entry

ANY = "Any template, any sheet"
FAMILIES = "From a school's list to families"
COMMANDS = (
    Entry(FAMILIES, "check", "docgen.cli.batch_plan:check", "Tell what is amiss in which cell."),
    Entry(FAMILIES, "plan", "docgen.cli.batch_plan:plan", "Tell what a run would make."),
    Entry(FAMILIES, "run", "docgen.cli.batch_run:run", "Make, number and record all letters."),
    Entry(FAMILIES, "resume", "docgen.cli.batch_run:resume", "Go on with a run that was stopped."),
    Entry(FAMILIES, "adopt", "docgen.cli.batch_run:adopt", "Make a casefile of one family."),
    Entry(FAMILIES, "print", "docgen.cli.batch_print:print_batch", "Lay a run out to be printed."),
    Entry(FAMILIES, "reprint", "docgen.cli.batch_print:reprint", "Print one letter of it again."),
    Entry(
        ANY,
        "word",
        "docgen.cli.batch_word:word",
        "Fill a Word template in from each row of a sheet.",
    ),
)


@click.group(
    cls=Doors, table=COMMANDS, example="docgen batch word letter.docx people.csv --out letters"
)
def batch() -> None:
    """Make letters for all in a spreadsheet."""
