"""A small made-up county, a bad row of each of thirty kinds in it: found exactly as planted."""

import datetime as dt
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.county import Wish, lay_out, write_book
from benchmarks.county_faults import KINDS
from benchmarks.county_proof import (
    Letter,
    findings_of,
    import_earlier,
    letters_of,
    planted_in,
)
from docgen.model.batch import Fixed
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Job
from docgen.service.batch.rosters import Asked, open_source
from docgen.service.desk import open_desk

LETTERS, EVERY = 260, 7
TODAY = dt.date(2025, 12, 1)
EVERYWHERE = 30


@pytest.mark.parametrize("as_book", [False, True], ids=["csv", "xlsx"])
def test_what_is_planted_is_found_and_nothing_else(tmp_path: Path, as_book: bool) -> None:
    lay_out(tmp_path, Wish(LETTERS, EVERY, as_book))
    roster = write_book(tmp_path) if as_book else tmp_path / "people.csv"
    import_earlier(tmp_path)
    desk, heard = open_desk(tmp_path, today=TODAY), Counter[tuple[str, int, int]]()
    asked = Asked(roster, frame=tmp_path / "frame.yaml")
    with closing(open_source(desk, asked)) as source:
        families = list(source.families(lambda found: heard.update(map(_found, found))))
        for family in families:
            heard.update(map(_found, family.findings))
        fixed = [source.judge(desk, family) for family in families]
    planted = planted_in(tmp_path)
    assert heard == Counter(findings_of(planted))
    letters = {each.rows: Counter(_letters(each)) for each in fixed if each.jobs or each.stopped}
    assert letters == letters_of(planted)
    kinds = {kind.rule for kind in KINDS if not (as_book and kind.text_alone)}
    assert {family["kind"] for family in planted} == {"", *kinds}


def test_there_are_thirty_kinds_of_bad_rows() -> None:
    assert len({kind.rule for kind in KINDS}) == len(KINDS) == EVERYWHERE


def _found(finding: Finding) -> tuple[str, int, int]:
    assert finding.place is not None
    return finding.rule, finding.place.line, finding.place.column


def _letters(fixed: Fixed) -> list[Letter]:
    made = [("made", job.language, job.variant, ()) for job in fixed.jobs]
    return [*made, *map(_stopped, fixed.stopped)]


def _stopped(job: Job) -> Letter:
    refusing = {each.rule for each in job.findings if each.severity is Severity.ERROR}
    asking = {each.rule for each in job.findings if each.is_open}
    return job.state.value, job.language, job.variant, tuple(sorted(refusing or asking))
