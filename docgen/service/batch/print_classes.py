"""A run's own copy of its roster → which class each pupil is in, for the pigeonholes."""

from contextlib import closing

from docgen.service.batch.rosters import reopen
from docgen.service.batch.runs import Run
from docgen.service.desk import Desk


def classes_of(desk: Desk, run: Run) -> dict[tuple[str, str], str]:
    """Give classes by case and pupil; who has none is left out. Raises what reading a roster does.

    A family with a casefile of its own is not among the roster's any more.
    """
    with closing(reopen(desk, run.folder.source, run.head.recipe)) as source:
        return {
            (family.case, related.pupil): related.row.pupil.group.text
            for family in source.families()
            for related in family.related
            if related.row.pupil.group
        }
