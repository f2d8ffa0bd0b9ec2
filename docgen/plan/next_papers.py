"""A plan's papers into steps: what to issue, to send, to mend and to decide."""

from collections.abc import Iterable, Iterator, Mapping

from docgen.model.case import Case, Issued
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.language import ENGLISH
from docgen.model.pack import Act, Per
from docgen.model.plan import Job, State
from docgen.plan.deadlines import AHEAD, by_when
from docgen.plan.readings import STANDARD
from docgen.plan.states import versions
from docgen.plan.step import OVER, Do, Outlook, Step

WAITING = frozenset({State.HELD, State.REFUSED})
OF_ACTS: Mapping[Act, str] = {"invite": "R-12", "rearranged": "R-27", "termination": "R-88"}
OF_COPIES: Mapping[Per, str] = {"participant": "R-69", "absent-holder": "R-71"}


def papers(outlook: Outlook) -> Iterator[Step]:
    """Give what to issue, and what was issued and still has to be sent."""
    for job in outlook.plan.jobs:
        if job.state is State.DUE and job.kind.per != "once":
            again = "Issue anew" if versions(job, outlook.case) else "Issue"
            yield _step(outlook, job, "make", f"{again}: {_called(job)}.")
        elif job.state is State.ISSUED and is_posted(job) and not is_settled(outlook.case, job):
            entry = standing(job, outlook.case)
            if not (entry.sent or entry.served):
                what = f"Send or hand over, and write down how: {_called(job)}."
                yield _step(outlook, job, "send", what, entry.number)


def troubles(outlook: Outlook, findings: Iterable[Finding]) -> Iterator[tuple[Step, Finding]]:
    """Give what to mend or decide, once for each finding, with the finding.

    `findings` are all of the case: one on what followed a paper stops the next
    paper, so it is told before that one is planned.
    """
    stopped = [job for job in outlook.plan.jobs if job.state in WAITING]
    on_papers = (finding for job in stopped for finding in job.findings)
    coming = (finding for finding in findings if finding.stage is Stage.ISSUE)
    for finding in dict.fromkeys((*on_papers, *coming)):
        if finding.is_open or finding.severity is Severity.ERROR:
            jobs = [job for job in stopped if finding in job.findings]
            yield _trouble(outlook, finding, jobs), finding


def is_posted(job: Job) -> bool:
    """Tell whether a paper goes out of the school at all."""
    return job.kind.audience != "staff"


def standing(job: Job, case: Case) -> Issued:
    """Give the version of an issued paper that counts."""
    return [paper for paper in versions(job, case) if not paper.withdrawn][-1]


def is_settled(case: Case, job: Job) -> bool:
    """Tell whether a paper need no longer be sent: its meeting is over, or it was handed over."""
    if job.about in case.meetings:
        before = job.kind.act in AHEAD or job.kind.act == "meeting-form"
        return before and case.meetings[job.about].is_held
    if job.about in case.warnings:
        return bool(case.warnings[job.about].sent or case.warnings[job.about].served)
    return _is_handed_over(case, job)


def _is_handed_over(case: Case, job: Job) -> bool:
    """Tell whether a copy was given, a contract signed as it stands, a review's copies given."""
    contract, review = case.contracts.get(job.about), case.reviews.get(job.about)
    given = {copy.to for record in (contract, review) if record for copy in record.copies}
    if job.kind.act == "copy-letter":
        return job.recipient in given
    if contract:
        signed = any(each.version == contract.version for each in contract.signatures)
        return signed or contract.status in OVER
    readers = {*case.people, *case.partners}
    return review is not None and readers.intersection(review.present) <= given


def _called(job: Job) -> str:
    """Give a paper's title, with its language and variant where there may be several of it."""
    said = (job.language, *([] if job.variant == STANDARD else [job.variant]))
    return job.kind.title if said == (ENGLISH.tag,) else f"{job.kind.title} ({' '.join(said)})"


def _step(outlook: Outlook, job: Job, do: Do, what: str, number: str = "") -> Step:
    keys = (job.about, outlook.case.contract_behind(job.about), job.recipient, job.pupil)
    return Step(
        do=do,
        what=what,
        about=tuple(dict.fromkeys(key for key in keys if key)),
        by=by_when(outlook, job),
        person=job.recipient,
        pupil=job.pupil,
        rule=OF_ACTS.get(job.kind.act, OF_COPIES.get(job.kind.per, "")),
        source=job.kind.source,
        kind=job.kind.name,
        number=number,
    )


def _trouble(outlook: Outlook, finding: Finding, jobs: list[Job]) -> Step:
    case, days = outlook.case, [day for job in jobs if (day := by_when(outlook, job))]
    people = {**case.people, **case.partners}
    return Step(
        do="mend" if finding.severity is Severity.ERROR else "decide",
        what=finding.message,
        about=finding.about,
        by=min(days, default=None),
        person=next((key for key in finding.about if key in people), None),
        pupil=next((key for key in finding.about if key in case.pupils), None),
        rule=finding.rule,
        source=finding.source,
        kind=", ".join(dict.fromkeys(job.kind.name for job in jobs)),
    )
