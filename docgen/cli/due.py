"""`due`: the casefiles of a workspace → what to do next, by when, and which rule says so."""

import datetime as dt

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears, read_day
from docgen.cli.lines import counted, error_lines, shown
from docgen.cli.opening import desk_for, desk_here
from docgen.cli.shapes import Shape, error_shape
from docgen.cli.status import Status
from docgen.cli.tables import print_table
from docgen.service.due import Ahead, Duty
from docgen.service.due import due as what_is_due

COLUMNS = ("By", "Case", "To do", "What", "For", "Pupil", "Because")


@click.command(cls=Door, example="docgen due --until 2025-12-19")
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@click.option("--until", callback=read_day, metavar="DATE", help="Only what is due by then.")
@hears
def due(asked: Asked, cases: tuple[str, ...], until: dt.date | None) -> None:
    """Tell what to do next, and by when.

    Looks at all casefiles of the workspace, or at those named. What has no day of its own is told
    last. Leaves with 3 if a casefile can't be judged; the others are told all the same.
    """
    desk = desk_for(asked, cases[0]) if cases else desk_here(asked)
    ahead = what_is_due(desk, cases, until)
    status = Status.REJECTED if ahead.unread else Status.MADE
    answer(asked, ahead_shape(ahead), lambda: _print(ahead), status)


def ahead_shape(ahead: Ahead) -> Shape:
    """Give all that is to be done, the earliest first, and the files that can't be judged."""
    return {
        "today": ahead.today,
        "until": ahead.until,
        "cases": ahead.cases,
        "steps": [_duty_shape(duty, ahead.today) for duty in ahead.duties],
        "unread": [{"file": each.file, **error_shape(each.error)} for each in ahead.unread],
    }


def ahead_lines(ahead: Ahead) -> list[str]:
    """Tell how much is to be done and how much of it is late, and which files can't be judged."""
    late = sum(duty.step.is_overdue(ahead.today) for duty in ahead.duties)
    by = f" by {ahead.until}" if ahead.until else ""
    things = counted(len(ahead.duties), "thing")
    lines = [f"{counted(ahead.cases, 'case')}: {things} to do{by}, {late} of them overdue."]
    for each in ahead.unread:
        lines += ["", shown(f"{each.file} can't be judged:"), *error_lines(each.error)]
    return lines


def _print(ahead: Ahead) -> None:
    if ahead.duties:
        print_table(COLUMNS, [_row(duty, ahead.today) for duty in ahead.duties])
        say_lines([""])
    say_lines(ahead_lines(ahead))


def _row(duty: Duty, today: dt.date) -> tuple[str, ...]:
    step = duty.step
    late = " overdue" if step.is_overdue(today) else ""
    number = f" [{step.number}]" if step.number else ""
    because = ": ".join(filter(None, (step.rule, step.source)))
    by = f"{step.by}{late}" if step.by else ""
    what = f"{step.what}{number}"
    return by, duty.case, step.do, what, step.person or "", step.pupil or "", because


def _duty_shape(duty: Duty, today: dt.date) -> Shape:
    step = duty.step
    return {
        "case": duty.case,
        "do": step.do,
        "what": step.what,
        "about": list(step.about),
        "for": step.person,
        "pupil": step.pupil,
        "by": step.by,
        "overdue": step.is_overdue(today),
        "rule": step.rule or None,
        "source": step.source or None,
        "kind": step.kind or None,
        "number": step.number or None,
    }
