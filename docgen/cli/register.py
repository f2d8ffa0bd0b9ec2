"""`withdraw`, `sent`, `served`: a paper's number → what became of it, written down."""

import datetime as dt

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears, read_day
from docgen.cli.lines import shown
from docgen.cli.opening import desk_here
from docgen.cli.shapes import noted_shape
from docgen.cli.telling import head_lines
from docgen.service import register
from docgen.service.report import Noted

DAY = click.option("--date", "day", callback=read_day, metavar="DATE", required=True, help="When.")
SAYS = {"withdraw": "withdrawn", "sent": "sent", "served": "served"}


@click.command(cls=Door, example='docgen withdraw fam-0042/7 --by st-2 --reason "Wrong room"')
@click.argument("number")
@click.option("--reason", required=True, metavar="TEXT", help="Why it must not count.")
@hears
def withdraw(asked: Asked, number: str, reason: str) -> None:
    """Say that a paper must not count.

    The file stays; the next version says that it replaces this one. NUMBER is the latest version
    of a paper, or one version of it: fam-0042/7-v1.
    """
    _told(asked, register.withdraw(desk_here(asked), number, reason))


@click.command(cls=Door, example="docgen sent fam-0042/7 --how first_class_post --date 2025-10-07")
@click.argument("number")
@click.option("--how", required=True, metavar="TEXT", help="How: first_class_post, by_hand, email.")
@DAY
@hears
def sent(asked: Asked, number: str, how: str, day: dt.date) -> None:
    """Write down that a paper was sent.

    docgen sends nothing itself. NUMBER is the paper's number, as in issued: of the casefile.
    """
    _told(asked, register.sent(desk_here(asked), number, how, day))


@click.command(cls=Door, example="docgen served fam-0042/7 --how by_hand --date 2025-10-08")
@click.argument("number")
@click.option("--how", required=True, metavar="TEXT", help="How: by_hand, first_class_post.")
@DAY
@hears
def served(asked: Asked, number: str, how: str, day: dt.date) -> None:
    """Write down that a paper was served.

    NUMBER is the paper's number, as in issued: of the casefile.
    """
    _told(asked, register.served(desk_here(asked), number, how, day))


def _told(asked: Asked, noted: Noted) -> None:
    lines = [f"{noted.number} version {noted.version}: {SAYS[noted.act]}, and written down."]
    lines += [shown(notice) for notice in noted.notices]
    answer(asked, noted_shape(noted), lambda: say_lines([*lines, *head_lines(noted.head)]))
