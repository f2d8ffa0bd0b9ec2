"""A job and the case's findings into how the job stands: issued, past, refused, held or due."""

from collections.abc import Mapping
from dataclasses import replace

from docgen.model.case import Case, Issued
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Act
from docgen.model.plan import Job, State

ACTS: Mapping[Stage, frozenset[Act]] = {
    Stage.FILE: frozenset(),
    Stage.INVITE: frozenset({"invite", "rearranged"}),
    Stage.CONTRACT: frozenset({"contract"}),
    Stage.ISSUE: frozenset({"review", "warning", "termination"}),
    Stage.REVIEW: frozenset({"review"}),
    Stage.WARN: frozenset({"warning"}),
    Stage.END: frozenset({"termination"}),
    Stage.REFER: frozenset(),
}


def settle(job: Job, case: Case, findings: tuple[Finding, ...], inputs: str) -> Job:
    """Tell how a job stands, with the findings that touch it.

    `inputs` is the digest of all it would be made from: a paper issued from
    equal inputs stands, and is never judged again (decisions 5).
    """
    if is_issued(job, case, inputs):
        return replace(job, state=State.ISSUED, findings=())
    touching = tuple(finding for finding in findings if touches(finding, job))
    state = _judged(job, touching)
    because = job.because if state is State.PAST else f"{job.because}{_again(job, case)}"
    return replace(job, state=state, because=because, findings=touching)


def touches(finding: Finding, job: Job) -> bool:
    """Tell whether a finding is about a paper: its act, and all keys it is about."""
    if finding.spares and finding.spares in job.subjects:
        return False
    if finding.stage is Stage.LETTER:
        return job.kind.letter and job.recipient is not None and job.recipient in finding.about[:1]
    return _at_stage(finding, job) and job.subjects.issuperset(finding.about)


def is_issued(job: Job, case: Case, inputs: str) -> bool:
    """Tell whether the latest standing version of a paper was made from equal inputs."""
    standing = [paper for paper in versions(job, case) if not paper.withdrawn]
    return bool(standing) and standing[-1].inputs == inputs


def versions(job: Job, case: Case) -> tuple[Issued, ...]:
    """Give all versions of a paper that were issued, withdrawn ones too, oldest first."""
    mine = (paper for paper in case.issued if _identity(paper) == job.identity)
    return tuple(sorted(mine, key=lambda paper: paper.version))


def _judged(job: Job, touching: tuple[Finding, ...]) -> State:
    """Tell how a job stands: what is past is still refused, so that nobody drafts it (R-24)."""
    if any(finding.severity is Severity.ERROR for finding in touching):
        return State.REFUSED
    if job.state is State.PAST:
        return State.PAST
    return State.HELD if any(finding.is_open for finding in touching) else State.DUE


def _again(job: Job, case: Case) -> str:
    """Tell why a paper that was issued before is to be issued again."""
    issued = versions(job, case)
    if not issued:
        return ""
    last = issued[-1]
    name = f"{last.number} version {last.version}"
    if last.withdrawn:
        return f"; {name} was withdrawn"
    return f"; what goes into it has changed since {name} was issued"


def _at_stage(finding: Finding, job: Job) -> bool:
    if finding.stage is Stage.ANY:
        return True
    if finding.stage is Stage.LOAD:
        return bool(finding.about) or job.kind.act != "record"
    return job.kind.act in ACTS[finding.stage]


def _identity(paper: Issued) -> tuple[str, str, str, str, str]:
    person, pupil = paper.recipient or "", paper.pupil or ""
    return (paper.kind, paper.about, person, pupil, paper.language)
