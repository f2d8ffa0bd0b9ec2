"""`--crew local` and how many processes → who makes the letters."""

from collections.abc import Callable
from os import cpu_count
from typing import Any

import click

from docgen.crew.local import Crew, LocalCrew

MOST = 4
"""Processes unless more are asked for: one of them keeps the disk and the ledger busy."""


def with_crew(command: Callable[..., None]) -> Callable[..., None]:
    """Add the flags that say who makes the letters."""
    for option in (
        click.option(
            "--processes",
            metavar="NUMBER",
            type=click.IntRange(1, 256),
            help="How many processes, else one a processor, four at most.",
        ),
        click.option(
            "--crew",
            type=click.Choice(["local"]),
            default="local",
            help="Who makes the letters: this machine's processes.",
        ),
    ):
        command = option(command)
    return command


def crew_for(flags: dict[str, Any]) -> Crew:
    """Take the crew's flags out of a command's, and give the crew."""
    flags.pop("crew")
    return LocalCrew(flags.pop("processes") or min(cpu_count() or 1, MOST))
