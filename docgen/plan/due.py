"""A planned case and its findings into what to do next, by when, and which rule says so."""

import datetime as dt
from collections.abc import Iterable, Mapping

from docgen.model.case import Case
from docgen.model.finding import Finding
from docgen.plan.next_contracts import contracts
from docgen.plan.next_copies import copies
from docgen.plan.next_meetings import meetings
from docgen.plan.next_papers import papers, troubles
from docgen.plan.next_warnings import warnings
from docgen.plan.step import Outlook, Step

COPIES, ENDED, NOT_AHEAD = frozenset({"R-69", "R-70", "R-71"}), "R-88", "R-17a"
ADDRESSEE = "R-12"
"""Both why there is an invite for each and a fault in a name: one says nothing of the other."""
WITH_MEETINGS = frozenset({"R-32", "R-33", "R-34"})
TWINS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(COPIES, COPIES),
    "R-35a": WITH_MEETINGS - {"R-33", "R-34"},
    "R-35b": WITH_MEETINGS - {"R-32"},
}
"""Rules that ask for one thing: a paper by the day of the meeting, or any record of it at all."""


def steps(outlook: Outlook, findings: Iterable[Finding] = ()) -> tuple[Step, ...]:
    """Give all that is to be done in a case, the earliest first; nothing in a closed one.

    `findings` are all of the case. What has no day of its own comes last.
    """
    if outlook.case.status == "closed":
        return ()
    walks = (meetings, papers, contracts, copies, warnings)
    found = [step for walk in walks for step in walk(outlook)]
    for step, finding in troubles(outlook, findings):
        idle = _is_on_its_way(outlook, finding) or _is_too_late(outlook, finding)
        if not (idle or _is_told(outlook.case, finding, found)):
            found.append(step)
    return tuple(sorted(found, key=lambda step: step.by or dt.date.max))


def _is_on_its_way(outlook: Outlook, finding: Finding) -> bool:
    """Tell whether a letter is planned that brings what a finding misses."""
    if finding.rule in COPIES:
        return bool(outlook.letters_to(*finding.about))
    endings = (job for job in outlook.plan.jobs if job.kind.act == "termination" and job.recipient)
    return finding.rule == ENDED and any(job.subjects.issuperset(finding.about) for job in endings)


def _is_too_late(outlook: Outlook, finding: Finding) -> bool:
    """Tell whether nobody can be invited any more, as the day has come: it is to be held now."""
    named = (outlook.case.meetings.get(key) for key in finding.about)
    days = [met.date for met in named if met and met.date]
    return finding.rule == NOT_AHEAD and any(day <= outlook.today for day in days)


def _is_told(case: Case, finding: Finding, found: Iterable[Step]) -> bool:
    """Tell whether a step asks for what a finding asks for: nothing is told under two rules."""
    twins = {finding.rule, *TWINS.get(finding.rule, ())} - {ADDRESSEE}
    return any(_reach(case, step) >= set(finding.about) for step in found if step.rule in twins)


def _reach(case: Case, step: Step) -> set[str]:
    """Give the keys a step speaks for: of what goes with a meeting, the pupil's contracts too."""
    found = case.contracts.items() if step.rule in WITH_MEETINGS else ()
    return {*step.about, *(key for key, each in found if step.pupil in {None, each.pupil})}
