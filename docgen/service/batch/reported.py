"""What was asked of a batch, or a run's id → the run gone through, and its report written."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from docgen.crew.briefs import Crew
from docgen.model.batch import Summary
from docgen.model.tree import Tree
from docgen.service.batch import resume as resuming
from docgen.service.batch import run as running
from docgen.service.batch.listening import Listening
from docgen.service.batch.report import Report, write_report
from docgen.service.batch.rosters import Asked, open_source
from docgen.service.batch.rosters import reopen as reopen_roster
from docgen.service.batch.runs import Order, folder_for, open_run
from docgen.service.batch.work import Told, hush
from docgen.service.desk import Desk


@dataclass(frozen=True, slots=True)
class Reported:
    """A run gone through as far as it would go: where its letters lie, and its report."""

    summary: Summary
    letters: str
    report: Report


def run_reported(desk: Desk, asked: Asked, order: Order, crew: Crew, told: Told = hush) -> Reported:
    """Run an order over a roster; raises whatever ends a run, which can be resumed then."""
    desk.must_be_an_office()
    with closing(open_source(desk, asked)) as source:
        listening = Listening(source, folder_for(desk, order).folder)
        summary = running.run(desk, listening, order, crew, told)
    return _reported(desk, summary)


def resume_reported(desk: Desk, run: str, crew: Crew, told: Told = hush) -> Reported:
    """Go on with a run; raises as `resume` does."""
    return _reported(desk, resuming.resume(desk, run, crew, _reopen, told))


def _reopen(desk: Desk, folder: Path, recipe: Tree) -> Listening:
    return Listening(reopen_roster(desk, folder, recipe), folder.parent)


def _reported(desk: Desk, summary: Summary) -> Reported:
    run = open_run(desk, summary.run)
    return Reported(summary, run.folder.place, write_report(desk, run))
