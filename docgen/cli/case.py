"""`check` and `plan`: a casefile → what is wrong with it, and who would get which paper."""

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.opening import desk_for
from docgen.cli.shapes import check_shape, plan_shape
from docgen.cli.status import Status
from docgen.cli.tables import print_table
from docgen.cli.telling import (
    check_lines,
    left_out_lines,
    on_request_lines,
    plan_rows,
    reader_lines,
)
from docgen.model.finding import Severity
from docgen.model.plan import Plan
from docgen.service.examine import examine_case

COLUMNS = ("Kind", "About", "For", "Pupil", "In", "State", "Because")


@click.command(cls=Door, example="docgen check fam-0042")
@click.argument("case")
@hears
def check(asked: Asked, case: str) -> None:
    """Read a casefile and tell all that is wrong.

    CASE is a file or a case id. Leaves with 0 if every paper can be drafted, with 3 if the
    casefile can't be judged, and with 4 if a finding refuses papers.
    """
    examined = examine_case(desk_for(asked, case), case)
    refuses = any(finding.severity is Severity.ERROR for finding in examined.findings)
    status = Status.STOPPED if refuses else Status.MADE
    answer(asked, check_shape(examined), lambda: say_lines(check_lines(examined)), status)


@click.command(cls=Door, example="docgen plan fam-0042")
@click.argument("case")
@hears
def plan(asked: Asked, case: str) -> None:
    """Show who would get which paper, and why.

    Nothing is made. Everybody who gets no paper is listed with the reason.
    """
    planned = examine_case(desk_for(asked, case), case).plan
    answer(asked, plan_shape(planned), lambda: _print_plan(planned))


def _print_plan(planned: Plan) -> None:
    print_table(COLUMNS, plan_rows(planned))
    told = (left_out_lines(planned.left_out), reader_lines(planned.readers))
    say_lines([*(line for lines in told for line in lines), *on_request_lines(planned)])
