"""The worked cases under casefiles/: what is expected of each, examined and drafted aside."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import yaml

from docgen.model.finding import Finding
from docgen.model.plan import Job, LeftOut, State
from docgen.model.rendition import Words
from docgen.press.ooxml.words import words_of
from docgen.service.desk import Desk
from docgen.store.workspace import find_workspace

REPOSITORY = Path(__file__).resolve().parents[1]
EXPECTED = REPOSITORY / "tests" / "expected"
GOLDEN = REPOSITORY / "tests" / "golden"
CASES = {path.stem: path for path in sorted((REPOSITORY / "casefiles").rglob("*.yaml"))}
CELL = re.compile(r"(table \d+) (row \d+) column (\d+)")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out of a worked case on a day; `tests/expected/<case>.yaml`.

    `waiting` are papers that are due, but held when they are issued: nobody checked their
    translation (T-18).
    """

    today: dt.date
    findings: list[Row]
    plan: list[Row]
    left_out: list[Row]
    waiting: list[Row]


def expected(case: str) -> Expected:
    """Read what is expected of a case."""
    text = (EXPECTED / f"{case}.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - the safest there is: text alone
    today = dt.date.fromisoformat(read["today"])
    tables = (read.get(name, []) for name in ("findings", "plan", "left_out", "waiting"))
    return Expected(today, *tables)


def desk_on(today: dt.date, aside: Path) -> Desk:
    """Open a desk in the repository on a day, with everything it makes put aside."""
    workspace = find_workspace(REPOSITORY, REPOSITORY, {})
    workspace = replace(
        workspace,
        output=aside / "output",
        keys=aside / "keys",
        ledger_url=f"sqlite:///{aside / 'ledger.db'}",
    )
    return Desk(workspace, today, "st-2", "worked-cases")


def finding_rows(findings: Iterable[Finding]) -> list[Row]:
    """Give findings as an expected file writes them, sorted by rule and subject."""
    rows = [
        {"rule": each.rule, "severity": each.severity.value, "about": each.subject}
        | ({"decided": each.decision} if each.decision else {})
        for each in findings
    ]
    return sorted(rows, key=lambda row: (row["rule"], row["about"]))


def job_rows(jobs: Iterable[Job]) -> list[Row]:
    """Give jobs as an expected file writes them, in the order of the plan."""
    return [
        _without_blanks(
            kind=job.kind.name,
            about=job.about,
            recipient=job.recipient,
            pupil=job.pupil,
            **setting(job),
            state=job.state.value,
            because=job.because,
        )
        for job in jobs
    ]


def setting(job: Job) -> Row:
    """Give in which language and for which eyes a job is, as `in`; nothing of ordinary English."""
    said = job.language if job.variant == "standard" else f"{job.language} {job.variant}"
    return {} if said == "en" else {"in": said}


def waiting_rows(jobs: Iterable[Job]) -> list[Row]:
    """Give the jobs that an unchecked translation holds, as an expected file writes them."""
    return [
        {**row, "by": f"{finding.rule}:{finding.subject}"}
        for job in jobs
        if job.state is State.DUE
        for finding in job.findings
        if finding.is_open and finding.rule == "T-18"
        for row in (_named(job),)
    ]


def _named(job: Job) -> Row:
    keys = {"about": job.about, "recipient": job.recipient, "pupil": job.pupil}
    return _without_blanks(kind=job.kind.name, **keys, **setting(job))


def left_out_rows(people: Iterable[LeftOut]) -> list[Row]:
    """Give the people left out as an expected file writes them, in the order of the plan."""
    return [
        _without_blanks(
            kind=each.kind,
            about=each.about,
            person=each.person,
            pupil=each.pupil,
            because=each.because,
        )
        for each in people
    ]


def _without_blanks(**fields: str | None) -> Row:
    return {name: value for name, value in fields.items() if value}


def as_text(content: bytes) -> str:
    """Give a Word document as plain text: a line a paragraph, a line a row of a table."""
    lines: list[str] = []
    heading = ""
    for (place, row), found in groupby(words_of(content), key=_place_and_row):
        lines += [f"== {place}"] if place != heading else []
        heading = place
        words = list(found)
        lines += [_row_of(words)] if row else [line for w in words for line in w.text.split("\n")]
    return "\n".join(lines) + "\n"


def _place_and_row(words: Words) -> tuple[str, str]:
    cell = CELL.fullmatch(words.where)
    return (cell[1], cell[2]) if cell else (words.where, "")


def _row_of(words: Iterable[Words]) -> str:
    """Give a row's cells, each with its paragraphs apart; a dash keeps a blank cell's place."""
    cells: dict[int, list[str]] = {}
    for each in words:
        cell = CELL.fullmatch(each.where)
        column = int(cell[3]) if cell else 1
        cells.setdefault(column, []).extend(each.text.split("\n"))
    texts = (" / ".join(cells.get(column, ["-"])) for column in range(1, max(cells) + 1))
    return " | ".join(texts)
