"""Jobs → papers: made, named and, when they are issued, numbered one after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docgen.check.rules.examine import decided
from docgen.check.translations import T_18
from docgen.errors import WordingMissing
from docgen.model.agreement import agreed_text
from docgen.model.case import Case, Decision, Issued
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Identity, Job, State
from docgen.model.rendition import File, Pdf, Rendition, endings
from docgen.plan.names import file_name, identity
from docgen.service.make import ENGINE, FORM, Making
from docgen.service.typeset import Order, typeset

SHOWING_ACTIONS = frozenset({"contract", "review"})
SUMMARIES = frozenset({"checklist"})
"""Acts whose papers tell what was issued: made last, so that they tell of this very run."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A made document with its files; a draft has neither identity nor entry."""

    job: Job
    files: tuple[File, ...]
    identity: Identity | None = None
    entry: Issued | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """A document as it was made: its Word file, its PDF if one is asked for, what was found."""

    word: Rendition
    pdf: Pdf | None
    findings: tuple[Finding, ...]


def make_papers(
    making: Making, jobs: Iterable[Job], order: Order
) -> tuple[tuple[Paper, ...], tuple[Job, ...]]:
    """Make papers; gives them, and the jobs that are refused or held for what shows in them.

    A paper that would leak is refused, and so is one that is not all translated, or whose PDF can't
    be made. What is found on its pages or of its translation refuses it (E), or holds it until
    somebody decides (W), a draft aside. Where words can't be merged into a Word template, no paper
    is made: raises `TemplateRejected`, `WordingMissing`; `UsageTrouble` and `DiskTrouble` where no
    PDF at all can be.
    """
    known = making.case
    if order.numbered:
        jobs = sorted(jobs, key=lambda job: job.kind.act in SUMMARIES)
    papers: list[Paper] = []
    stopped: list[Job] = []
    for job in jobs:
        given = identity(job, known) if order.numbered else None
        so_far = replace(making, case=known)
        made = _made(so_far, job, given, order)
        if isinstance(made, WordingMissing):
            findings = (*job.findings, *made.findings)
            stopped.append(replace(job, state=State.REFUSED, findings=findings))
            continue
        told = replace(job, findings=(*job.findings, *made.findings))
        state = _stopped(made.findings, order)
        if state:
            stopped.append(replace(told, state=state))
            continue
        entry = entry_for(so_far, job, given, order, made) if given else None
        papers.append(Paper(told, tuple(_files(job, known.case_id, given, made)), given, entry))
        if entry:
            known = replace(known, issued=(*known.issued, entry))
    return tuple(papers), tuple(stopped)


def entry_for(making: Making, job: Job, given: Identity, order: Order, made: Merged) -> Issued:
    """Give what `issued:` says of a document."""
    case, contract = making.case, shown_contract(making.case, job)
    agreed = agreed_text(case, contract, making.loaded.pack.phrases) if contract else ""
    digests = [made.word.digest] if "docx" in endings(job.format) else []
    digests += [made.pdf.digest] if made.pdf else []
    return Issued(
        number=given.number,
        version=given.version,
        kind=job.kind.name,
        about=job.about,
        recipient=job.recipient,
        pupil=job.pupil,
        dated=order.dated,
        language=job.language,
        variant=job.variant,
        format=job.format,
        template=making.template_version(job),
        digest=digests[0],
        pdf_digest="".join(digests[1:]),
        engine=made.pdf.engine if made.pdf else "",
        inputs=making.inputs(job),
        english=making.master(job),
        requirements=_actions(case, contract),
        text=agreed,
        contract_version=case.contracts[contract].version if contract else None,
        replaces=given.replaces,
    )


def shown_contract(case: Case, job: Job) -> str | None:
    """Give the contract whose actions a paper shows, or None."""
    showing = job.kind.act in SHOWING_ACTIONS
    return case.contract_behind(job.about) if showing else None


def _made(
    making: Making, job: Job, given: Identity | None, order: Order
) -> Merged | WordingMissing:
    """Make a document, or give what it lacks in its reader's language alone."""
    try:
        word, found = making.make(job, order.dated, given)
    except WordingMissing as missing:
        if not missing.findings:
            raise
        return missing
    pdf = None
    if "pdf" in endings(job.format) and not _is_refused(found):
        pdf, on_pages = typeset(making, job, given, word, order)
        found = (*found, *on_pages)
    return Merged(word, pdf, decided(found, _decisions(making.case, order))[: len(found)])


def _decisions(case: Case, order: Order) -> tuple[Decision, ...]:
    """Give the decisions that answer what is found on a paper.

    That a paper may go unchecked is said for one run; what is written later needs its own reason.
    """
    return tuple(
        each for each in case.decisions if each.rule != T_18.id or each.date == order.dated
    )


def _is_refused(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _stopped(findings: Iterable[Finding], order: Order) -> State | None:
    """Tell whether a paper must not be kept, or not yet be issued."""
    found = tuple(findings)
    if _is_refused(found):
        return State.REFUSED
    held = order.numbered and any(finding.is_open for finding in found)
    return State.HELD if held else None


def _files(job: Job, case_id: str, given: Identity | None, made: Merged) -> Iterator[File]:
    for ending in endings(job.format):
        name = file_name(job, case_id, given, ending)
        if ending == "docx":
            yield File(name, ending, made.word.content, made.word.digest, ENGINE)
        elif made.pdf:
            by = made.pdf.engine
            engine = by if by == FORM else f"{ENGINE}, {by}"
            yield File(name, ending, made.pdf.content, made.pdf.digest, engine)


def _actions(case: Case, contract: str | None) -> tuple[str, ...]:
    """Give the actions that a paper shows, so that the next can't lose one unseen (R-74)."""
    if contract is None:
        return ()
    return tuple(f"{contract}.{key}" for key in case.contracts[contract].requirements)
