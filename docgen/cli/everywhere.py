"""The flags that every command takes, before or after its name → what was asked everywhere."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from docgen.check import scalars
from docgen.check.faults import FAULTS
from docgen.check.scalars import Unfit
from docgen.errors import UsageTrouble
from docgen.model.finding import fault

P = ParamSpec("P")
META = "docgen.everywhere."


@dataclass(frozen=True, slots=True)
class Asked:
    """Where to work, on which day, in whose name, and how to answer."""

    workspace: Path | None = None
    today: dt.date | None = None
    by: str | None = None
    json: bool = False
    verbose: bool = False


def read_day(
    ctx: click.Context,  # noqa: ARG001 - click hands it over
    param: click.Parameter,
    value: str | None,
) -> dt.date | None:
    """Read a date as casefiles do; raises `UsageTrouble`."""
    day = scalars.date(value) if value is not None else None
    if isinstance(day, Unfit):
        told = fault(FAULTS, day.rule, None, **{"name": param.opts[-1], **day.names})
        raise UsageTrouble(told.rule, told.message, told.remedy)
    return day


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if param.name == "today" and isinstance(value, str):
        value = read_day(ctx, param, value)
    if value:
        ctx.meta[f"{META}{param.name}"] = value


def options(*, hidden: bool) -> list[click.Option]:
    """Make the flags anew; `hidden` leaves them out of a command's own help."""
    table: tuple[tuple[str, object, str | None, str], ...] = (
        ("--workspace", click.Path(path_type=Path), "FOLDER", "The folder with docgen.yaml."),
        ("--today", str, "DATE", "The date to judge by, instead of the clock's."),
        ("--by", str, "WHO", "Who does it, as a staff key: st-2."),
        ("--json", None, None, "Answer in JSON."),
        ("--verbose", None, None, "Tell each stop on the way."),
    )
    return [
        click.Option(
            [flag],
            type=kind,
            is_flag=kind is None,
            metavar=metavar,
            expose_value=False,
            callback=_keep,
            hidden=hidden,
            help=text,
        )
        for flag, kind, metavar, text in table
    ]


def asked_in(ctx: click.Context) -> Asked:
    """Give what was asked, before or after the command's name."""
    names = ("workspace", "today", "by", "json", "verbose")
    return Asked(**{name: ctx.meta[META + name] for name in names if META + name in ctx.meta})


def hears(function: Callable[Concatenate[Asked, P], None]) -> Callable[P, None]:
    """Hand a command what was asked everywhere as its first argument."""

    @wraps(function)
    def door(*args: P.args, **kwargs: P.kwargs) -> None:
        function(asked_in(click.get_current_context()), *args, **kwargs)

    return door
