"""Errors and mistyped commands → words on stderr, JSON on stdout if asked, and an exit status."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

from docgen.cli.answering import say_json
from docgen.cli.lines import error_lines
from docgen.cli.shapes import error_shape
from docgen.cli.status import Status, status_of
from docgen.errors import DocgenError, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording

REASONS: Reasons = {
    "interrupted": Wording(
        "Stopped from the keyboard.",
        "What was recorded by then is brought to its place by the next command that writes. A run "
        "of letters goes on with `docgen batch resume`, which tells its name.",
    ),
}


@contextmanager
def refusals(*, as_json: bool) -> Iterator[None]:
    """Tell errors, and arguments that don't fit, and leave with their status."""
    try:
        yield
    except DocgenError as error:
        _leave(error, status_of(error), as_json=as_json)
    except click.UsageError as error:
        _leave(_mistyped(error), Status.USAGE, as_json=as_json)
    except (KeyboardInterrupt, click.Abort):
        stopped = stop(DocgenError, REASONS, "interrupted")
        _leave(stopped, Status.INTERRUPTED, as_json=as_json)


def _leave(error: DocgenError, status: Status, *, as_json: bool) -> NoReturn:
    for line in error_lines(error):
        click.echo(line, err=True)
    if as_json:
        say_json(error_shape(error), status)
    raise click.exceptions.Exit(int(status)) from error


def _mistyped(error: click.UsageError) -> DocgenError:
    path = error.ctx.command_path if error.ctx else "docgen"
    return UsageTrouble("usage", error.format_message(), f"See `{path} --help`.")
