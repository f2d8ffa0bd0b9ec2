"""A chunk of fixed families → its letters staged, receipts for the ledger, and what came of each.

This is what workers do, on this machine or another. They never touch the ledger, and bring nothing
to its place.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from docgen.crew.briefs import DIED
from docgen.crew.briefs import told as told_of
from docgen.errors import (
    CasefileRejected,
    DocgenError,
    OutputDiffers,
    TemplateRejected,
    WordingMissing,
)
from docgen.model.batch import FileMade, Fixed, Outcome, OutcomeState
from docgen.model.case import Issued
from docgen.model.entry import Receipt
from docgen.model.finding import Faults, Finding, Severity, Wording
from docgen.model.plan import Job, State
from docgen.model.tree import Tree
from docgen.plan.states import standing
from docgen.service.batch.bench import Bench, bench_at, families
from docgen.service.batch.fixing import UNEXPECTED as FAMILY_UNEXPECTED
from docgen.service.batch.lines import outcome_line, packed, read_entry
from docgen.service.batch.places import Halt, Seat, halt
from docgen.service.papers import Paper, make_papers
from docgen.service.record import receipt_of
from docgen.service.typeset import Order
from docgen.store.depots import depot_at
from docgen.store.staged_letters import Load, Staged

OF_A_FAMILY = (CasefileRejected, OutputDiffers, TemplateRejected, WordingMissing)
"""Reasons that stop one family's letters; others end the run."""
STATES: Mapping[State, OutcomeState] = {
    State.DUE: "made",
    State.PAST: "past",
    State.ISSUED: "issued",
    State.HELD: "held",
    State.REFUSED: "refused",
}
UNEXPECTED = "batch-unexpected"
FAULTS: Faults = {
    UNEXPECTED: Wording(
        "docgen itself went wrong over this letter ({why}); nothing of it was issued.",
        "Tell those who look after docgen, with the words in brackets. Other letters were made.",
    ),
}


@dataclass(frozen=True, slots=True)
class Brief:
    """A chunk to be made: its families, what was issued to them before, and where it goes.

    Without a `place` that its maker can reach, letters are given back. Families to `skip` are told
    of as failed; `only` is the one to be tried alone.
    """

    seat: Seat
    chunk: int
    content: bytes
    history: Mapping[str, tuple[Tree, ...]]
    place: str
    order: Order
    archive: bool
    skip: frozenset[str] = frozenset()
    only: str = ""


@dataclass(frozen=True, slots=True)
class MadeChunk:
    """A chunk that was made: what the ledger is to seal, how many came to what.

    `letters` are how many were to be made. The `load` has yet to be staged, if there is one.
    """

    letters: int
    staged: Staged
    receipts: tuple[Receipt, ...]
    states: Mapping[OutcomeState, int]
    load: Load | None = None

    @property
    def chunk(self) -> int:
        """Give the chunk's number."""
        return self.staged.chunk


@dataclass(frozen=True, slots=True)
class _Result:
    """What came of a letter, with its paper if there is one."""

    outcome: Outcome
    paper: Paper | None = None

    @property
    def entry(self) -> Issued | None:
        """Give what is said of it as issued."""
        return self.paper.entry if self.paper else None


def make_chunk(brief: Brief) -> MadeChunk | Halt:
    """Make and stage a chunk's letters; what ends the run is given back, not raised."""
    try:
        bench = bench_at(brief.seat)
        found = list(families(bench.desk, brief.content))
        results = [each for fixed in found for each in _of_family(bench, brief, fixed)]
        return _staged(brief, results, sum(len(fixed.jobs) for fixed in found))
    except DocgenError as error:
        return halt(error)


def try_family(brief: Brief) -> None:
    """Make one family's letters and keep nothing: who dies over it dies over it alone."""
    with suppress(DocgenError):  # told when it is made in earnest
        bench = bench_at(brief.seat)
        for fixed in families(bench.desk, brief.content):
            if fixed.case == brief.only:
                list(_of_family(bench, brief, fixed))


def _staged(brief: Brief, results: list[_Result], letters: int) -> MadeChunk:
    record = packed(outcome_line(each.outcome, each.entry) for each in results)
    papers = [each.paper for each in results if each.paper]
    files = ((file.name, file.content) for paper in papers for file in paper.files)
    staged = Staged(f"{brief.chunk:05}-{secrets.token_hex(4)}")
    load = Load(tuple(files), record, brief.archive)
    if brief.place:
        depot_at(brief.place).stage(staged, load)
    states: dict[OutcomeState, int] = {}
    for each in results:
        states[each.outcome.state] = states.get(each.outcome.state, 0) + 1
    receipts = tuple(receipt for each in results for receipt in _receipts(each))
    return MadeChunk(letters, staged, receipts, states, None if brief.place else load)


def _of_family(bench: Bench, brief: Brief, fixed: Fixed) -> Iterator[_Result]:
    """Make one family's letters; its troubles never stop the others."""
    if fixed.tree is None:
        bug = any(finding.rule == FAMILY_UNEXPECTED for finding in fixed.findings)
        state: OutcomeState = "failed" if bug else "rejected"
        yield _Result(Outcome(fixed.case, fixed.rows, brief.chunk, state, findings=fixed.findings))
        return
    yield from (_Result(_outcome(brief, fixed, job, STATES[job.state])) for job in fixed.stopped)
    if fixed.case in brief.skip:
        yield from _all(brief, fixed, "failed", _unexpected(DIED))
        return
    try:
        yield from list(_made(bench, brief, fixed))
    except OF_A_FAMILY as error:
        finding = Finding(error.code, Severity.ERROR, error.message, error.remedy)
        yield from _all(brief, fixed, "refused", (finding, *error.findings))
    except (DocgenError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - one family must not stop the others; a panic of Typst is no Exception
        yield from _all(brief, fixed, "failed", _unexpected(told_of(error)))


def _made(bench: Bench, brief: Brief, fixed: Fixed) -> Iterator[_Result]:
    issued = tuple(map(read_entry, brief.history.get(fixed.case, ())))
    making = bench.making(fixed, issued)
    since = replace(making.case, issued=issued[fixed.known :])
    meanwhile = [job for job in fixed.jobs if standing(job, since)]
    yield from (_Result(_outcome(brief, fixed, job, "standing")) for job in meanwhile)
    jobs = [job for job in fixed.jobs if job not in meanwhile]
    papers, stopped = make_papers(making, jobs, brief.order)
    for job in stopped:
        yield _Result(_outcome(brief, fixed, job, STATES[job.state]))
    for paper in papers:
        bare = _outcome(brief, fixed, paper.job, "made")
        yield _Result(_numbered(bare, paper), paper)


def _all(
    brief: Brief, fixed: Fixed, state: OutcomeState, findings: tuple[Finding, ...]
) -> Iterable[_Result]:
    told = (replace(job, findings=(*job.findings, *findings)) for job in fixed.jobs)
    return (_Result(_outcome(brief, fixed, job, state)) for job in told)


def _unexpected(why: str) -> tuple[Finding, ...]:
    words = FAULTS[UNEXPECTED]
    return (Finding(UNEXPECTED, Severity.ERROR, words.message.format(why=why), words.remedy),)


def _outcome(brief: Brief, fixed: Fixed, job: Job, state: OutcomeState) -> Outcome:
    return Outcome(
        case=fixed.case,
        rows=fixed.rows,
        chunk=brief.chunk,
        state=state,
        kind=job.kind.name,
        about=job.about,
        recipient=job.recipient,
        pupil=job.pupil,
        language=job.language,
        variant=job.variant,
        findings=job.findings,
    )


def _numbered(outcome: Outcome, paper: Paper) -> Outcome:
    number, version = (paper.entry.number, paper.entry.version) if paper.entry else ("", 0)
    files = tuple(FileMade(file.name, file.ending, file.digest) for file in paper.files)
    return replace(outcome, number=number, version=version, files=files)


def _receipts(result: _Result) -> Iterator[Receipt]:
    entry, paper = result.entry, result.paper
    if entry and paper:
        for file in paper.files:
            yield receipt_of("issue", result.outcome.case, entry, entry.inputs, file)
