"""Arguments → the command that answers them; nothing is loaded before it is asked for."""

import sys
from contextlib import suppress
from io import TextIOWrapper

import click

from docgen.cli.doors import Doors, Entry

START, WORK, AFTER, KEEP = "To start", "From casefile to letters", "Afterwards", "Behind the papers"
COMMANDS = (
    Entry(START, "init", "docgen.cli.office:init", "Lay out a folder to work in."),
    Entry(START, "new", "docgen.cli.new:new", "Ask the questions and write a new casefile."),
    Entry(WORK, "check", "docgen.cli.case:check", "Read a casefile and tell all that is wrong."),
    Entry(WORK, "explain", "docgen.cli.explain:explain_", "Tell why a rule or message is there."),
    Entry(WORK, "plan", "docgen.cli.case:plan", "Show who would get which paper, and why."),
    Entry(WORK, "due", "docgen.cli.due:due", "Tell what to do next, and by when."),
    Entry(WORK, "generate", "docgen.cli.papers:generate", "Make drafts to look at."),
    Entry(WORK, "preview", "docgen.cli.preview:preview_", "Look at papers before they are issued."),
    Entry(WORK, "batch", "docgen.cli.batch:batch", "Make letters for all in a spreadsheet."),
    Entry(WORK, "issue", "docgen.cli.papers:issue", "Date, number and record papers."),
    Entry(AFTER, "print", "docgen.cli.post:print_case", "Lay out what is to be posted."),
    Entry(AFTER, "sent", "docgen.cli.register:sent", "Write down that a paper was sent."),
    Entry(AFTER, "served", "docgen.cli.register:served", "Write down that a paper was served."),
    Entry(AFTER, "withdraw", "docgen.cli.register:withdraw", "Say that a paper must not count."),
    Entry(AFTER, "ledger", "docgen.cli.ledger:ledger", "List, show or verify what was issued."),
    Entry(KEEP, "pack", "docgen.cli.pack:pack", "Look after an authority's templates."),
    Entry(
        KEEP,
        "word",
        "docgen.cli.word:word",
        "Check or fill in a Word template, or make a PDF.",
    ),
    Entry(KEEP, "form", "docgen.cli.form:form", "Look at, fill in or read a PDF form."),
    Entry(
        KEEP,
        "translations",
        "docgen.cli.translations:translations",
        "Look after papers' texts in other languages.",
    ),
    Entry(KEEP, "fonts", "docgen.cli.fonts:fonts", "List the fonts that PDFs are set in."),
    Entry(KEEP, "schema", "docgen.cli.office:schema", "Print the JSON Schema for an editor."),
)


FIRST = """\
docgen init office
cd office
docgen check fam-0042
docgen generate fam-0042"""


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        from importlib import metadata  # noqa: PLC0415 - slow to load, and seldom asked for

        with suppress(metadata.PackageNotFoundError):
            click.echo(f"docgen {metadata.version('docgen')}")
            ctx.exit()
        click.echo("docgen, from a checkout that was not installed")
        ctx.exit()


@click.group(
    cls=Doors,
    table=COMMANDS,
    example=FIRST,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def docgen() -> None:
    """Make the letters and forms of attendance contracts from one casefile."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            speak_plainly(stream)
    docgen.main(prog_name="docgen", windows_expand_args=False)


def speak_plainly(stream: TextIOWrapper) -> None:
    """Let a stream take every name: in UTF-8 on Windows, elsewhere as the console can."""
    if sys.platform == "win32":
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="replace")
