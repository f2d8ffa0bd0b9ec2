"""What was asked everywhere → the desk to work at, telling each of the seven stops if wished."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import click

from docgen.cli.everywhere import Asked
from docgen.service.desk import Desk, open_desk

STOPS = {
    "asked": "Ask",
    "read": "Read",
    "judged": "Judge",
    "planned": "Plan",
    "made": "Make",
    "recorded": "Record",
    "delivered": "Deliver",
}


def desk_for(asked: Asked, case: str) -> Desk:
    """Open a desk in the workspace of a casefile, or of the current folder."""
    path = Path(case)
    return _desk(asked, path.parent if path.is_file() else Path.cwd())


def desk_here(asked: Asked) -> Desk:
    """Open a desk in the workspace of the current folder."""
    return _desk(asked, Path.cwd())


def stop_teller(say: Callable[[str], None]) -> Callable[[str], None]:
    """Make a listener that says each stop with the time it took; other steps are not told."""
    last = perf_counter()

    def told(step: str) -> None:
        nonlocal last
        if step in STOPS:
            now = perf_counter()
            say(f"{STOPS[step]:8}{1000 * (now - last):7.0f} ms")
            last = now

    return told


def _desk(asked: Asked, start: Path) -> Desk:
    told = stop_teller(lambda line: click.echo(line, err=True))
    desk = open_desk(start, asked.workspace, asked.today, asked.by)
    if not asked.verbose:
        return desk
    told("asked")
    return replace(desk, told=told)
