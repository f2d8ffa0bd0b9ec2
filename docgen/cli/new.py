"""`new case`: questions at the keyboard → a new casefile."""

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Doors
from docgen.cli.everywhere import Asked, hears
from docgen.cli.interview import Office, ask, interview
from docgen.cli.opening import desk_here
from docgen.cli.telling import near
from docgen.service import answers
from docgen.service.new_case import write_case
from docgen.service.office import authority_for, schema_place, school_keys, staff_keys


@click.group(cls=Doors)
def new() -> None:
    """Ask the questions and write a new casefile."""


@new.command(example="docgen new case")
@click.option("--authority", metavar="NAME", help="Whose templates.")
@hears
def case(asked: Asked, authority: str | None) -> None:
    """Ask who and when, and write a new casefile with comments.

    Each answer is checked at once. Nothing is written before the last one, and never over another
    casefile.
    """
    desk = desk_here(asked)
    name = authority_for(desk.workspace, authority)
    case_id = ask("Case id, as fam-0043", answers.case_id)
    schools = school_keys(desk.workspace)
    first = schools[0] if schools else ""
    school = ask(f"School ({', '.join(schools)})", answers.one_of(schools), first)
    office = Office(name, school, staff_keys(desk.workspace, school), desk.today)
    told = interview(case_id, office)
    path = write_case(told, desk.workspace.casefiles, desk.today, schema_place(desk.workspace))
    lines = [f"{near(path)} is written.", f"Look at it, then run: docgen check {case_id}"]
    answer(asked, {"case": case_id, "file": str(path)}, lambda: say_lines(lines))
