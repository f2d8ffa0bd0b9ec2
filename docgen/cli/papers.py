"""`generate` and `issue`: a casefile and a wish → drafts, or papers dated, numbered, recorded."""

from collections.abc import Callable
from functools import wraps
from typing import Any, get_args

import click

from docgen.check.translations import UNWORDED
from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.engines import ENGINE, SCREEN
from docgen.cli.everywhere import Asked, asked_in
from docgen.cli.opening import desk_for
from docgen.cli.shapes import report_shape
from docgen.cli.status import Status
from docgen.cli.telling import report_lines
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.plan import State
from docgen.model.rendition import ENDINGS, Format, endings
from docgen.service.generate import generate as make_drafts
from docgen.service.issue import issue as issue_papers
from docgen.service.pdf import Engine
from docgen.service.report import Report, Wish

FORMATS: tuple[Format, ...] = get_args(Format)
REASONS: Reasons = {
    "reason-unreadable": Wording(
        "A --reason must say which finding it accepts, and why.",
        'Write RULE:KEY=TEXT as `check` shows them: --reason R-41:ct-3="Trial to the end of term".',
    ),
    "reason-twice": Wording("{finding} has two reasons.", "Give one --reason for each finding."),
    "format-unknown": Wording("docgen makes no '{text}'.", "Choose from: {formats}."),
}

FORMAT = click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    help="docx, pdf, or docx,pdf for both; else as docgen.yaml says.",
)


def wishes(command: Callable[..., None]) -> Callable[..., None]:
    """Add the flags that say which papers are wished for, and hand them over as a `Wish`."""

    @click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind.")
    @click.option("--for", "keys", multiple=True, metavar="KEY", help="Only for this key: p-1.")
    @ENGINE
    @SCREEN
    @wraps(command)
    def door(**given: Any) -> None:  # noqa: ANN401 - whatever click parsed
        kinds, keys, said = (given.pop(name, None) for name in ("kinds", "keys", "format_"))
        asked_for = read_format(said) if said is not None else None
        engine, screen = Engine(given.pop("engine")), given.pop("screen")
        wish = Wish(given.pop("every", False), kinds, keys, asked_for, engine, screen)
        command(asked_in(click.get_current_context()), wish=wish, **given)

    return door


@click.command(cls=Door, example="docgen generate fam-0042 --kind invite --for p-1")
@click.argument("case")
@click.option("--all", "every", is_flag=True, help="Also what was issued before or is past.")
@FORMAT
@wishes
def generate(asked: Asked, case: str, wish: Wish) -> None:
    """Make drafts to look at.

    Drafts are marked as drafts, replaced freely and not recorded. Leaves with 4 if a paper was
    refused, with 6 if it was refused because something is not translated.
    """
    report = make_drafts(desk_for(asked, case), case, wish)
    lines = report_lines(report, issuing=False)
    answer(asked, report_shape(report), lambda: say_lines(lines), status_after(report))


@click.command(
    cls=Door,
    example='docgen issue fam-0042 --by st-2 --reason R-41:ct-3="Trial to the end of term"',
)
@click.argument("case")
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="RULE:KEY=TEXT",
    help="Why a finding that holds (W) is accepted.",
)
@FORMAT
@wishes
def issue(asked: Asked, case: str, wish: Wish, reasons: tuple[str, ...]) -> None:
    """Date, number and record papers.

    They are put into the outbox; nothing is sent. What was issued is never written over. Leaves
    with 4 if a paper was held or refused, with 6 if something is not translated.
    """
    report = issue_papers(desk_for(asked, case), case, wish, read_reasons(reasons))
    lines = report_lines(report, issuing=True)
    answer(asked, report_shape(report), lambda: say_lines(lines), status_after(report))


def status_after(report: Report) -> Status:
    """Give 4 when something wished for was held or refused, 6 when words were missing for it."""
    stopped = [job for job in report.stopped if job.state in {State.HELD, State.REFUSED}]
    if any(finding.rule in UNWORDED for job in stopped for finding in job.findings):
        return Status.WORDING
    return Status.STOPPED if stopped else Status.MADE


def read_format(text: str) -> Format:
    """Read formats with commas between them, in any order; raises `UsageTrouble`."""
    wanted = {part.strip() for part in text.split(",")}
    for asked in FORMATS:
        if wanted == set(endings(asked)):
            return asked
    unknown = sorted(wanted - set(ENDINGS))
    names = {"text": unknown[0], "formats": ", ".join(ENDINGS)}
    raise stop(UsageTrouble, REASONS, "format-unknown", **names)


def read_reasons(given: tuple[str, ...]) -> dict[str, str]:
    """Read `RULE:KEY=TEXT` into reasons by finding; raises `UsageTrouble`."""
    reasons: dict[str, str] = {}
    for each in given:
        finding, _, reason = (part.strip() for part in each.partition("="))
        rule, _, key = finding.partition(":")
        if not (rule and key and reason):
            raise stop(UsageTrouble, REASONS, "reason-unreadable")
        if finding in reasons:
            raise stop(UsageTrouble, REASONS, "reason-twice", finding=finding)
        reasons[finding] = reason
    return reasons
