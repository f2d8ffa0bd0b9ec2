"""A job and the case's findings into how the job stands: issued, past, refused, held or due."""

from collections.abc import Mapping
from dataclasses import replace

from docgen.model.case import Case, Issued
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Act
from docgen.model.plan import Job, State, identity_of

ACTS: Mapping[Stage, frozenset[Act]] = {
    Stage.FILE: frozenset(),
    Stage.INVITE: frozenset({"invite", "rearranged"}),
    Stage.MISSED: frozenset({"absence-letter"}),
    Stage.CONTRACT: frozenset({"contract"}),
    Stage.ISSUE: frozenset({"review", "warning", "termination"}),
    Stage.REVIEW: frozenset({"review"}),
    Stage.WARN: frozenset({"warning"}),
    Stage.END: frozenset({"termination"}),
    Stage.REFER: frozenset(),
}
TELLING: frozenset[Act] = frozenset(
    {"contract", "review", "copy-letter", "absence-letter", "warning", "termination"}
)


def settle(job: Job, case: Case, findings: tuple[Finding, ...], inputs: str) -> Job:
    """Tell how a job stands, with the findings that touch it.

    `inputs` is the digest of all it would be made from: a paper issued from
    equal inputs stands, and is never judged again (decisions 5).
    """
    if is_issued(job, case, inputs):
        return replace(job, state=State.ISSUED, findings=())
    touching = tuple(each for each in findings if touches(_on_contract(each, case), job))
    gone = _has_gone_out(job, case)
    state = _judged(replace(job, state=State.PAST) if gone else job, touching)
    told = gone or state is not State.PAST
    because = f"{job.because}{_again(job, case, gone=gone)}" if told else job.because
    return replace(job, state=state, because=because, findings=touching)


def touches(finding: Finding, job: Job) -> bool:
    """Tell whether a finding is about a paper: its act, and all keys it is about."""
    if finding.spares and finding.spares in job.subjects:
        return False
    if finding.stage is Stage.LETTER:
        return job.kind.letter and job.recipient is not None and job.recipient in finding.about[:1]
    return _at_stage(finding, job) and job.subjects.issuperset(finding.about)


def _on_contract(finding: Finding, case: Case) -> Finding:
    """Give what is amiss after printing as about the contract: it stops the next paper on it.

    So a copy that somebody lacks stops papers that have nothing to do with them.
    """
    contract = case.contract_behind(finding.about[0]) if finding.about else None
    if contract is None or finding.stage is not Stage.ISSUE:
        return finding
    return replace(finding, about=(contract,))


def standing(job: Job, case: Case) -> tuple[Issued, ...]:
    """Give the versions of a paper that count, oldest first."""
    return tuple(paper for paper in versions(job, case) if not paper.withdrawn)


def is_issued(job: Job, case: Case, inputs: str) -> bool:
    """Tell whether the latest standing version of a paper was made from equal inputs."""
    papers = standing(job, case)
    return bool(papers) and papers[-1].inputs == inputs


def versions(job: Job, case: Case) -> tuple[Issued, ...]:
    """Give all versions of a paper that were issued, withdrawn ones too, oldest first."""
    mine = (paper for paper in case.issued if _identity(paper) == job.identity)
    return tuple(sorted(mine, key=lambda paper: paper.version))


def _has_gone_out(job: Job, case: Case) -> bool:
    """Tell whether a paper that tells of something done was sent: it isn't sent a second time.

    What changed since, be it a template, doesn't undo that; withdrawing it does.
    Of a contract each version goes out, and to those who weren't there all its support.
    """
    papers = standing(job, case)
    if not papers or job.kind.act not in TELLING or job.kind.per == "absent-holder":
        return False
    last, contract = papers[-1], case.contracts.get(job.about)
    older = contract is not None and (last.contract_version or contract.version) < contract.version
    return bool(last.sent or last.served) and not older


def _judged(job: Job, touching: tuple[Finding, ...]) -> State:
    """Tell how a job stands: what is past is still refused, so that nobody drafts it (R-24)."""
    if any(finding.severity is Severity.ERROR for finding in touching):
        return State.REFUSED
    if job.state is State.PAST:
        return State.PAST
    return State.HELD if any(finding.is_open for finding in touching) else State.DUE


def _again(job: Job, case: Case, *, gone: bool) -> str:
    """Tell why a paper that was issued before is to be issued again, or is not as it went out."""
    issued = versions(job, case)
    if not issued:
        return ""
    last = issued[-1]
    name = f"{last.number} version {last.version}"
    if last.withdrawn:
        return f"; {name} was withdrawn"
    if gone:
        return f"; {name} went out, so withdraw it first if another is to follow"
    return f"; what goes into it has changed since {name} was issued"


def _at_stage(finding: Finding, job: Job) -> bool:
    if finding.stage is Stage.ANY:
        return True
    if finding.stage is Stage.LOAD:
        return bool(finding.about) or job.kind.act != "record"
    return job.kind.act in ACTS[finding.stage]


def _identity(paper: Issued) -> tuple[str, ...]:
    keys = (paper.kind, paper.about, paper.recipient, paper.pupil)
    return identity_of(keys, paper.language, paper.variant)
