"""One row of a checklist, filled from the household's casefile."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from household import family, job, values_of

from docgen.model.pack import Row

Changes = Mapping[str, str | None]
Table = list[tuple[str, Changes, str, str]]
NO_MEETING: dict[str, str | None] = {"meetings.m-1.invited": "[c-1]"}
COMPLETED: dict[str, str | None] = {"contracts.ct-1.status": "completed"}


def checklist(rows: Mapping[str, Row], changes: Changes | None = None, about: str = "ct-1") -> Any:  # noqa: ANN401 (a tree of values)
    """Give the values of a checklist with these rows."""
    case = family(changes)
    paper = job("checklist", about, case=case)
    paper = replace(paper, kind=replace(paper.kind, rows=rows))
    return values_of(case, paper)


def row(topic: str, changes: Changes | None = None, about: str = "ct-1") -> tuple[str, str]:
    """Give comments and answer of one pre-filled row."""
    found = checklist({"P1": Row(topic, prefill=True)}, changes, about)["rows"]["P1"]
    return found["comments"], found["complete"]


ISSUED = (
    "{{number: fam-0007/1, version: 1, kind: {kind}, about: {about}, recipient: {to}, "
    "pupil: c-1, dated: 2025-11-24, language: en, variant: standard, format: docx, "
    "template: '1.0', digest: '00', inputs: '00'}}"
)


def issued(kind: str, about: str, to: str) -> dict[str, str | None]:
    """Give the change that one paper was issued."""
    return {"issued": "[" + ISSUED.format(kind=kind, about=about, to=to) + "]"}
