"""An answer of a service → JSON or lines on stdout, and the exit status it comes with."""

import json
from collections.abc import Callable, Iterable

import click

from docgen.cli.everywhere import Asked
from docgen.cli.shapes import Shape, plain
from docgen.cli.status import Status

LINES = "docgen.answers-in-lines"


def say_json(shape: Shape, status: int) -> None:
    """Print an answer as JSON, with the exit status it comes with; on one line after events."""
    context = click.get_current_context(silent=True)
    indent = None if context and LINES in context.meta else 2
    click.echo(json.dumps({"exit": int(status), **shape}, indent=indent, default=plain))


def in_lines() -> None:
    """Say from now on all JSON in single lines: events, and the answer or the error after them."""
    click.get_current_context().meta[LINES] = True


def say_event(shape: Shape) -> None:
    """Print an event as a line of JSON."""
    click.echo(json.dumps(shape, default=plain))


def say_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    for line in lines:
        click.echo(line)


def answer(
    asked: Asked, shape: Shape, tell: Callable[[], None], status: Status = Status.MADE
) -> None:
    """Print an answer the way that was asked for, and leave with its status."""
    if asked.json:
        say_json(shape, status)
    else:
        tell()
    if status is not Status.MADE:
        raise click.exceptions.Exit(int(status))
