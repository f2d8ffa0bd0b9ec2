"""A case's contracts and reviews into steps: who still lacks a copy (R-69 to R-71)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model.contract import Contract, Copy
from docgen.plan.copies import barred
from docgen.plan.states import versions
from docgen.plan.step import Outlook, Step

HOLDS = "parental_responsibility"
TOLD = "R-71"


@dataclass(frozen=True, slots=True)
class Record:
    """A contract or a review: its key, the contract, who was there and when, copies given."""

    key: str
    contract: Contract
    present: tuple[str, ...]
    day: dt.date | None
    copies: tuple[Copy, ...]


def copies(outlook: Outlook) -> Iterator[Step]:
    """Give who lacks a copy that no planned letter brings them."""
    for key, record, wanted in _wanted(outlook):
        for person, rule in wanted.items():
            if not (_has_copy(outlook, record, person) or outlook.letters_to(record.key, person)):
                what = f"Give {person} a copy of {record.key}, and write it under `copies`."
                if rule == TOLD:
                    what = f"Tell {person} of the support in {record.key}; note it in `copies`."
                about = tuple(dict.fromkeys((record.key, key, person)))
                by, pupil = outlook.soon_after(record.day), record.contract.pupil
                yield Step("copy", what, about, by, person, pupil, rule)


def _wanted(outlook: Outlook) -> Iterator[tuple[str, Record, dict[str, str]]]:
    """Give each contract in force and its reviews, with who is to have a copy by which rule."""
    case = outlook.case
    for key, contract in outlook.in_force.items():
        met = case.meetings.get(contract.made_at or "")
        there = met.attended if met else ()
        made = Record(key, contract, there, met.date if met else None, contract.copies)
        others = dict.fromkeys((*contract.parties, *case.partners), "R-70")
        holders = dict.fromkeys(_holders(outlook, made), TOLD)
        yield key, made, holders | others | _present(outlook, made)
    for name, held in case.reviews.items():
        if held.contract in outlook.in_force:
            contract = outlook.in_force[held.contract]
            record = Record(name, contract, held.present, held.date, held.copies)
            yield held.contract, record, _present(outlook, record)


def _present(outlook: Outlook, record: Record) -> dict[str, str]:
    case, pupil = outlook.case, record.contract.pupil
    there = (k for k in record.present if case.is_parent(k, pupil) or k in case.partners)
    return dict.fromkeys(there, "R-69")


def _holders(outlook: Outlook, record: Record) -> Iterator[str]:
    for link in outlook.case.links:
        holds = HOLDS in link.basis and link.pupil == record.contract.pupil
        if holds and not barred(outlook.case, link):
            yield link.person


def _has_copy(outlook: Outlook, record: Record, person: str) -> bool:
    """Tell whether somebody got a copy by hand, or alone the paper that was sent."""
    if any(copy.to == person for copy in record.copies):
        return True
    alone = set(record.contract.parties).intersection(record.present) == {person}
    papers = (job for job in outlook.plan.jobs if job.kind.act in {"contract", "review"})
    sent = (
        paper.sent
        for job in papers
        if job.about == record.key and (alone or job.recipient == person)
        for paper in versions(job, outlook.case)
        if not paper.withdrawn
    )
    return any(sent)
