"""The flags that say which roster, in which frame → what was asked of a batch."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from docgen.cli.everywhere import asked_in
from docgen.service.batch.rosters import Asked

PATH = click.Path(path_type=Path)


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Add the roster and the flags about it, and hand them over as `roster`."""

    @click.argument("roster", type=PATH)
    @click.option(
        "--with", "frame", metavar="FILE", type=PATH, help="The frame: what all letters share."
    )
    @click.option("--sheet", metavar="NAME", default="", help="Which sheet of a workbook.")
    @click.option(
        "--map",
        "maps",
        metavar="COLUMN=FIELD",
        multiple=True,
        help="What a column holds; remembered for sheets with these headings.",
    )
    @click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only this kind.")
    @click.option(
        "--accept",
        metavar="RULE=REASON",
        multiple=True,
        help="Why findings of this rule (W) hold no letter.",
    )
    @click.option(
        "--gone",
        metavar="KEYS",
        multiple=True,
        help="Who is rightly no longer in the roster: p-1.c-1, or all (R-115).",
    )
    @click.option("--school", metavar="KEY", default="", help="The school, where no row says it.")
    @wraps(command)
    def door(**given: Any) -> None:  # noqa: ANN401 - whatever click parsed
        path, maps = given.pop("roster"), given.pop("maps")
        names = ("sheet", "frame", "kinds", "accept", "gone", "school")
        roster = Asked(path, corrections=maps, **{name: given.pop(name) for name in names})
        command(asked_in(click.get_current_context()), roster=roster, **given)

    return door
