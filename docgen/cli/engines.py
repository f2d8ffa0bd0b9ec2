"""The flag that says what sets a PDF, and what did, in words."""

import click

from docgen.service.pdf import Engine

ENGINE = click.option(
    "--engine",
    type=click.Choice([each.value for each in Engine]),
    default=Engine.AUTO.value,
    help="What sets a PDF: docgen, LibreOffice, or it only where docgen can't (auto).",
)
SCREEN = click.option(
    "--screen",
    is_flag=True,
    help="PDFs to be read aloud or copied from: Urdu in letters that machines read.",
)


def is_office(engine: str) -> bool:
    """Tell whether LibreOffice set a PDF: it may come out otherwise on another machine."""
    return f"{Engine.OFFICE} " in engine
