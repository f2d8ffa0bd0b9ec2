"""A clean casefile and a clerk's changes to it, through one rule: what it is about, and where."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from casework import CASEFILE, SCHOOL, case_from, varied
from rulebook import PACK

from docgen.check.rules.examine import examine
from docgen.check.rules.registry import Scene
from docgen.check.school_days import school_days
from docgen.model.finding import Finding, Severity
from docgen.model.pack import Act, Kind, Pack, Per

Changes = Mapping[str, str | None]
TODAY = date(2025, 12, 1)
TO_COME: Changes = {
    "meetings.m-1.date": "2025-12-08",
    "meetings.m-1.present": None,
    "meetings.m-1.absent": None,
    "contracts": None,
}
"""The meeting is still to be held, and nothing is drawn up."""


def findings(
    rule: str,
    changes: Changes,
    *,
    school: Changes | None = None,
    pack: Pack = PACK,
    today: date = TODAY,
) -> tuple[Finding, ...]:
    """Give what one rule finds in the clean case after the changes."""
    case = case_from(varied(CASEFILE, changes), varied(SCHOOL, school or {}))
    found = examine(Scene(case, pack, today, school_days(case.school)))
    return tuple(finding for finding in found if finding.rule == rule)


def places(
    rule: str,
    changes: Changes,
    *,
    school: Changes | None = None,
    pack: Pack = PACK,
    today: date = TODAY,
) -> list[tuple[str, str]]:
    """Give the keys that its findings are about and the fields they point at, both dotted."""
    found = findings(rule, changes, school=school, pack=pack, today=today)
    return [(each.subject, ".".join(map(str, each.path))) for each in found]


def applying(rule: str, severity: Severity = Severity.WARNING) -> Pack:
    """Give the pack of an authority where a rule applies that has no place elsewhere."""
    return replace(PACK, severities={rule: severity})


def setting(**parameters: str) -> Pack:
    """Give a pack that sets a number of its own."""
    return replace(PACK, parameters=parameters)


def having(name: str, act: Act, per: Per = "pair") -> Pack:
    """Give the pack with one more kind of document."""
    kind = Kind(title=name, act=act, per=per, source="made up", name=name)
    return replace(PACK, kinds={**PACK.kinds, name: kind})


def paper(kind: str, about: str, recipient: str, pupil: str = "c-1", more: str = "") -> str:
    """Write an issued paper down as docgen does."""
    return (
        f"{{number: fam-0001/1, version: 1, kind: {kind}, about: {about}, dated: 2025-11-20, "
        f"language: en, variant: standard, format: docx, template: a1, digest: b2, inputs: c3, "
        f"recipient: {recipient}, pupil: {pupil}{more}}}"
    )
