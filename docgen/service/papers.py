"""Jobs → papers: made, named and, when they are issued, numbered one after the other."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen.model.agreement import agreed_text
from docgen.model.case import Case, Issued
from docgen.model.plan import Identity, Job, State
from docgen.model.rendition import Rendition
from docgen.plan.names import file_name, identity
from docgen.service.make import Making

SHOWING_ACTIONS = frozenset({"contract", "review"})
SUMMARIES = frozenset({"checklist"})
"""Acts whose papers tell what was issued: made last, so that they tell of this very run."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A made document with the name of its file; a draft has neither identity nor entry."""

    job: Job
    name: str
    rendition: Rendition
    identity: Identity | None = None
    entry: Issued | None = None


def make_papers(
    making: Making, jobs: Iterable[Job], dated: dt.date, *, numbered: bool
) -> tuple[tuple[Paper, ...], tuple[Job, ...]]:
    """Make papers; gives them, and the jobs that are refused because they would leak.

    Raises `TemplateRejected` and `WordingMissing`: then none is made.
    """
    known = making.case
    if numbered:
        jobs = sorted(jobs, key=lambda job: job.kind.act in SUMMARIES)
    papers: list[Paper] = []
    refused: list[Job] = []
    for job in jobs:
        given = identity(job, known) if numbered else None
        so_far = replace(making, case=known)
        rendition, leaks = so_far.make(job, dated, given)
        if leaks:
            refused.append(replace(job, state=State.REFUSED, findings=(*job.findings, *leaks)))
            continue
        entry = entry_for(so_far, job, given, dated, rendition.digest) if given else None
        name = file_name(job, known.case_id, given)
        papers.append(Paper(job, name, rendition, given, entry))
        if entry:
            known = replace(known, issued=(*known.issued, entry))
    return tuple(papers), tuple(refused)


def entry_for(making: Making, job: Job, given: Identity, dated: dt.date, digest: str) -> Issued:
    """Give what `issued:` says of a document."""
    case, contract = making.case, shown_contract(making.case, job)
    agreed = agreed_text(case, contract, making.loaded.pack.phrases) if contract else ""
    return Issued(
        number=given.number,
        version=given.version,
        kind=job.kind.name,
        about=job.about,
        recipient=job.recipient,
        pupil=job.pupil,
        dated=dated,
        language=job.language,
        variant=job.variant,
        format=job.format,
        template=making.template_version(job),
        digest=digest,
        inputs=making.inputs(job),
        requirements=_actions(case, contract),
        text=agreed,
        contract_version=case.contracts[contract].version if contract else None,
        replaces=given.replaces,
    )


def shown_contract(case: Case, job: Job) -> str | None:
    """Give the contract whose actions a paper shows, or None."""
    showing = job.kind.act in SHOWING_ACTIONS
    return case.contract_behind(job.about) if showing else None


def _actions(case: Case, contract: str | None) -> tuple[str, ...]:
    """Give the actions that a paper shows, so that the next can't lose one unseen (R-74)."""
    if contract is None:
        return ()
    return tuple(f"{contract}.{key}" for key in case.contracts[contract].requirements)
