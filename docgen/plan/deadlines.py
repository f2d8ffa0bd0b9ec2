"""A planned paper into the day by which it is to be there."""

import datetime as dt
from collections.abc import Mapping

from docgen.model.contract import NoContract, Noncompliance, Review, Termination
from docgen.model.pack import Act
from docgen.model.plan import Job
from docgen.plan.states import versions
from docgen.plan.step import WITHIN, Outlook

AHEAD: frozenset[Act] = frozenset({"explanation", "invite", "rearranged", "notice"})
ON_THE_DAY: frozenset[Act] = frozenset({"checklist", "contract", "meeting-form"})


def by_when(outlook: Outlook, job: Job) -> dt.date | None:
    """Give the day: some days before a meeting, on it, or some days after what happened.

    What was issued before can't be ready on a day that is over: it follows what changed it.
    """
    day = _day_of(outlook, job.about)
    if day is None:
        return None
    if job.kind.act in AHEAD and job.kind.audience != "staff":
        return outlook.days.before(day, WITHIN)
    if versions(job, outlook.case):
        return outlook.days.after(_last_review(outlook, job) or day, WITHIN)
    return day if job.kind.act in AHEAD | ON_THE_DAY else outlook.days.after(day, WITHIN)


def _last_review(outlook: Outlook, job: Job) -> dt.date | None:
    """Give the day that changed a contract, or its checklist, since it was first issued."""
    reviews = outlook.case.reviews.values() if job.kind.act in ON_THE_DAY else ()
    return max((review.date for review in reviews if review.contract == job.about), default=None)


def _day_of(outlook: Outlook, about: str) -> dt.date | None:
    """Give the day of a meeting, of a contract's meeting or start, or of what was written down."""
    case = outlook.case
    if about in case.meetings:
        return case.meetings[about].date
    if about in case.contracts:
        return outlook.met(case.contracts[about]) or case.contracts[about].period.start
    if about in case.warnings:
        days = [e.date for e in case.noncompliance.values() if e.leads_to == about]
        return max(days, default=None)
    tables: tuple[Mapping[str, Review | Noncompliance | Termination | NoContract], ...]
    tables = (case.reviews, case.noncompliance, case.terminations, case.no_contract)
    return next((table[about].date for table in tables if about in table), None)
