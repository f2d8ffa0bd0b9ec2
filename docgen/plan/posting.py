"""A planned case's issued papers into what goes out, in posting order, and what stays."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.model.case import Case, Issued
from docgen.model.plan import Job, Plan, State
from docgen.plan.names import figure
from docgen.plan.next_papers import is_posted, is_settled
from docgen.plan.states import versions

CHANGED = "what goes into it has changed since: issue it anew, or withdraw it"
OVER = "it is no longer needed: its meeting was held, or it was handed over"


@dataclass(frozen=True, slots=True)
class Out:
    """An issued paper that was not sent: its job, and the version that counts."""

    job: Job
    entry: Issued
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """A case's unsent papers: in envelopes, for those at the table, for the school's file.

    `left` are those that must not go out as they are, each with the reason.
    """

    post: tuple[Out, ...]
    hand: tuple[Out, ...]
    file: tuple[Out, ...]
    left: tuple[Out, ...]


def posting(case: Case, plan: Plan) -> Posting:
    """Sort the unsent papers: by recipient, then pupil, then number, as they go into envelopes."""
    unsent = sorted(_unsent(case, plan), key=lambda out: _order(case, out))
    staying = [out for out in unsent if not is_posted(out.job)]
    fit = [out for out in unsent if is_posted(out.job) and not out.why_not]
    return Posting(
        post=tuple(out for out in fit if is_for_envelope(out.job)),
        hand=tuple(out for out in fit if not is_for_envelope(out.job)),
        file=tuple(sorted(staying, key=lambda out: figure(out.entry.number))),
        left=tuple(out for out in unsent if is_posted(out.job) and out.why_not),
    )


def is_for_envelope(job: Job) -> bool:
    """Tell whether a paper is for one reader to keep, not to be signed at the table."""
    return bool(job.recipient) and job.kind.act != "record"


def _unsent(case: Case, plan: Plan) -> Iterable[Out]:
    for job in plan.jobs:
        counting = [paper for paper in versions(job, case) if not paper.withdrawn]
        if counting and not (counting[-1].sent or counting[-1].served):
            yield Out(job, counting[-1], _why_not(case, job) if is_posted(job) else "")


def _why_not(case: Case, job: Job) -> str:
    """Tell why a paper should not go out as it stands; nothing if it should."""
    if job.state is State.PAST or is_settled(case, job):
        return OVER
    return "" if job.state is State.ISSUED else CHANGED


def _order(case: Case, out: Out) -> tuple[int, int, int]:
    people = ["", *case.people, *case.partners]
    pupils = ["", *case.pupils]
    person, pupil = out.job.recipient or "", out.job.pupil or ""
    return people.index(person), pupils.index(pupil), figure(out.entry.number)
