"""The family with all in order, and what a change to it brings onto the list of things due."""

import datetime as dt
from dataclasses import replace

from household import TODAY, family, plan

from docgen.check.school_days import school_days
from docgen.model.case import Case
from docgen.model.finding import Finding
from docgen.model.plan import Plan, State
from docgen.plan.due import steps
from docgen.plan.step import Outlook, Step

Changes = dict[str, str | None]

EVERYBODY = (
    "[{to: p-1, date: 2025-11-03}, {to: p-2, date: 2025-11-03, mode: support_letter}, "
    "{to: pa-1, date: 2025-11-03}, {to: pa-2, date: 2025-11-03}]"
)
IN_ORDER: Changes = {
    "contracts.ct-1.copies": EVERYBODY,
    "contracts.ct-2.copies": EVERYBODY,
    "contracts.ct-2.first_review": "2026-01-12",
    "reviews.rv-1.copies": "[{to: p-1, date: 2025-11-20}, {to: pa-1, date: 2025-11-20}]",
}
NEW = {"contracts.ct-2.copies", "contracts.ct-2.first_review"}
NO_PAPERS = ("links",)


def orderly(changes: Changes | None = None) -> Case:
    """Give the family with nothing left undone but what lies ahead, then changed."""
    whole = {**IN_ORDER, **(changes or {})}
    return family({place: new for place, new in whole.items() if new or place not in NEW})


def outlook(case: Case, *kinds: str, today: str = "", planned: Plan | None = None) -> Outlook:
    """Give what a case's steps are reckoned from, with these kinds of paper alone."""
    day = dt.date.fromisoformat(today) if today else TODAY
    whole = planned or plan(*(kinds or NO_PAPERS), case=case, today=day)
    return Outlook(case, whole, school_days(case.school), day)


def due(
    changes: Changes | None = None,
    *kinds: str,
    today: str = "",
    findings: tuple[Finding, ...] = (),
) -> list[str]:
    """Give what is to be done in the changed family, each as a line."""
    found = steps(outlook(orderly(changes), *kinds, today=today), findings)
    return [line(step) for step in found]


def added(changes: Changes, *kinds: str, today: str = "") -> list[str]:
    """Give what a change brings onto the list."""
    before = due({}, *kinds, today=today)
    return [each for each in due(changes, *kinds, today=today) if each not in before]


def gone(changes: Changes, *kinds: str, today: str = "") -> list[str]:
    """Give what a change takes off the list."""
    after = due(changes, *kinds, today=today)
    return [each for each in due({}, *kinds, today=today) if each not in after]


def line(step: Step) -> str:
    """Give a step as `by do rule about for pupil`, a hyphen for what it lacks."""
    told = (step.by, step.do, step.rule, ".".join(step.about), step.person, step.pupil)
    return " ".join(str(each or "-") for each in told)


def in_state(whole: Plan, state: State, *findings: Finding) -> Plan:
    """Give a plan with all its jobs in a state, touched by findings."""
    jobs = tuple(replace(job, state=state, findings=findings) for job in whole.jobs)
    return replace(whole, jobs=jobs)


def entry(kind: str, about: str, to: str = "", pupil: str = "c-1", **more: str) -> str:
    """Write down an issued paper."""
    fields = {
        "number": "fam-0007/4",
        "version": "1",
        "kind": kind,
        "about": about,
        **({"recipient": to} if to else {}),
        "pupil": pupil,
        "dated": "2025-12-03",
        "language": "en",
        "variant": "large" if to == "p-2" else "standard",
        "format": "docx",
        "template": '"1.0"',
        "digest": "00",
        "inputs": "01",
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in (fields | more).items()) + "}"


def with_issued(*entries: str) -> Changes:
    """Have papers issued."""
    return {"issued": f"[{', '.join(entries)}]"}
