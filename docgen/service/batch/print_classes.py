"""A run's own copy of its roster → which class each pupil is in, for the pigeonholes."""

from collections.abc import Iterator
from contextlib import closing

from docgen.service.batch.rosters import reopen
from docgen.service.batch.runs import Run
from docgen.service.desk import Desk


def classes_of(desk: Desk, run: Run) -> Iterator[tuple[str, str, str]]:
    """Give cases, pupils and classes; who has none is left out. Raises what reading a roster does.

    A family with a casefile of its own is not among the roster's any more.
    """
    with closing(reopen(desk, run.folder.source, run.head.recipe)) as source:
        for family in source.families():
            for related in family.related:
                if related.row.pupil.group:
                    yield family.case, related.pupil, related.row.pupil.group.text
