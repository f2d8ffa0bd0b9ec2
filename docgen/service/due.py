"""A workspace's casefiles → what to do next in each, by when and why; those that can't be read."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.check.rules.examine import RULES
from docgen.check.school_days import school_days
from docgen.errors import DocgenError
from docgen.plan.due import steps
from docgen.plan.step import Outlook, Step
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, shown_path
from docgen.store.workspace import every_case, find_case

SOURCES = {rule.id: rule.source for rule in RULES}


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do, and in which case."""

    case: str
    step: Step


@dataclass(frozen=True, slots=True)
class Unread:
    """A casefile that can't be judged, and why."""

    file: str
    error: DocgenError


@dataclass(frozen=True, slots=True)
class Ahead:
    """What lies ahead in some cases, the earliest first; `unread` files tell nothing of it."""

    today: dt.date
    until: dt.date | None
    cases: int
    duties: tuple[Duty, ...]
    unread: tuple[Unread, ...]


def due(desk: Desk, wanted: Iterable[str] = (), until: dt.date | None = None) -> Ahead:
    """Tell what is to be done in the cases named, else in all, up to a day if one is given.

    What has no day of its own is always told. A file that can't be judged stops
    none of the others; raises `UsageTrouble` for a case that isn't there.
    """
    named = (find_case(desk.workspace, case).resolve() for case in wanted)
    paths = list(dict.fromkeys(named)) or every_case(desk.workspace)
    duties: list[Duty] = []
    unread: list[Unread] = []
    for path in paths:
        try:
            duties += _duties(desk, path)
        except DocgenError as error:
            unread.append(Unread(shown_path(desk, path), error))
    asked = [each for each in duties if _is_asked(each.step, until)]
    asked.sort(key=lambda each: each.step.by or dt.date.max)
    return Ahead(desk.today, until, len(paths), tuple(asked), tuple(unread))


def _duties(desk: Desk, path: Path) -> Iterator[Duty]:
    examined = examine_case(desk.quiet(), str(path))
    case = examined.case
    outlook = Outlook(case, examined.plan, school_days(case.school), desk.today)
    for step in steps(outlook, examined.findings):
        yield Duty(case.case_id, replace(step, source=SOURCES.get(step.rule, step.source)))


def _is_asked(step: Step, until: dt.date | None) -> bool:
    return until is None or step.by is None or step.by <= until
