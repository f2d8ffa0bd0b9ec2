"""A run that was stopped, whatever stopped it → gone on with from where it stood."""

from contextlib import closing
from dataclasses import replace

from docgen.crew.briefs import Crew
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.batch import Summary
from docgen.model.finding import Wording
from docgen.service.batch.fixing import fix, remembered
from docgen.service.batch.grounds import grounds_of
from docgen.service.batch.recording import settle_others
from docgen.service.batch.runs import Run, all_runs, open_run
from docgen.service.batch.source import Reopen, gone_through
from docgen.service.batch.work import Told, Work, hush
from docgen.service.desk import Desk

REASONS: Reasons = {
    "run-grounds-changed": Wording(
        "Templates, schools, translations or docgen itself are not as they were when run {run}"
        " began, so what is left of it would differ from what was made.",
        "Put them back and resume the run. Or begin a new one with the same sheet: it makes what"
        " was not issued yet.",
    ),
}
EARLIER = "Run {run} goes on as it began: its letters are dated {dated}."


def resume(desk: Desk, name: str, crew: Crew, reopen: Reopen, told: Told = hush) -> Summary:
    """Go on with a run; one that is whole stays as it is.

    Raises `UsageTrouble` for a run that is not there or was begun on other grounds, `DiskTrouble`
    while another process is at it.
    """
    desk.must_be_an_office()
    run = open_run(desk, name)
    own = replace(desk, today=run.head.dated, run=run.head.run)
    notices = list(settle_others(own))
    with run.folder.held(), crew:
        run = open_run(desk, name)
        if not run.head.grounds:
            with closing(reopen(own, run.folder.source, run.head.recipe)) as source:
                run = fix(run, source, own, crew, told)
        elif not run.head.remembered:
            with closing(reopen(own, run.folder.source, run.head.recipe)) as source:
                run = remembered(run, gone_through(source))
        if run.pending:
            _must_stand_as_it_was(own, run)
            if desk.today != run.head.dated:
                notices.append(EARLIER.format(run=name, dated=run.head.dated))
        return Work(own, run, told, notices).done(crew)


def unfinished(desk: Desk) -> tuple[str, ...]:
    """Give the runs that are not whole, oldest first: they may be at work, or wait."""
    return tuple(run.head.run for run in all_runs(desk) if not run.is_whole)


def _must_stand_as_it_was(desk: Desk, run: Run) -> None:
    if grounds_of(desk.workspace) != run.head.grounds:
        raise stop(UsageTrouble, REASONS, "run-grounds-changed", run=run.head.run)
