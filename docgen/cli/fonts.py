"""`fonts`: the families that come with docgen, or who shows a text or file and what none can."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import shown
from docgen.cli.opening import desk_for
from docgen.cli.tables import print_table
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.service.fonts import Listed, Shown, list_fonts, shown_file, shown_text

REASONS: Reasons = {
    "fonts-text-and-file": Wording(
        "A text and a file are asked about at once.",
        "Ask about one of them.",
    ),
}
COLUMNS = ("Family", "Styles", "In place of", "Serves", "Licence")


@click.command(cls=Door, example="docgen fonts --file fam-0042")
@click.argument("text", required=False)
@click.option("--file", "file", metavar="CASE|DOCX", help="Ask about a casefile or Word file.")
@hears
def fonts(asked: Asked, text: str | None, file: str | None) -> None:
    """List the fonts that PDFs are set in.

    With TEXT or --file it tells which of them show it, and for which characters there is none.
    """
    if text is not None and file is not None:
        raise stop(UsageTrouble, REASONS, "fonts-text-and-file")
    if text is None and file is None:
        listed = list_fonts()
        shape = {"families": [asdict(each) for each in listed]}
        answer(asked, shape, lambda: print_table(COLUMNS, [_row(each) for each in listed]))
        return
    found = shown_text(text or "") if file is None else shown_file(desk_for(asked, file), file)
    answer(asked, asdict(found), lambda: say_lines(_lines(found)))


def _row(each: Listed) -> tuple[str, ...]:
    lists = (each.styles, each.like, each.serves)
    return (each.name, *(", ".join(words) for words in lists), each.licence)


def _lines(found: Shown) -> Iterator[str]:
    if found.families:
        yield f"Shown by {', '.join(found.families)}."
    for lack in found.lacks:
        yield shown(f"No font has, in {lack.where}: {', '.join(lack.characters)}.")
    if not found.lacks:
        yield "Nothing is lacking."
