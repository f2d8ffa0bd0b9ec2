"""A case and a pack into a plan: every job with its reason, and everybody left out with theirs."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.model.case import Case
from docgen.model.pack import Kind, Pack, Per
from docgen.model.plan import Job, LeftOut, Plan, State
from docgen.plan import contracts, copies, meetings, records
from docgen.plan.papers import Missing, Paper, View

STANDARD = "standard"


def _nobody(_: View) -> Iterable[Missing]:
    return ()


@dataclass(frozen=True, slots=True)
class Fan:
    """How one `per` repeats a kind, and who is left out of it."""

    papers: Callable[[View], Iterable[Paper]]
    missing: Callable[[View], Iterable[Missing]] = _nobody


FANS: Mapping[Per, Fan] = {
    "case": Fan(records.per_case),
    "meeting": Fan(meetings.per_meeting),
    "meeting-pupil": Fan(meetings.per_meeting_and_pupil),
    "pair": Fan(meetings.per_pair, meetings.not_in_a_pair),
    "contract": Fan(contracts.per_contract, contracts.not_a_party),
    "party": Fan(contracts.per_party, contracts.not_a_party),
    "participant": Fan(copies.per_participant, copies.not_a_participant),
    "absent-holder": Fan(copies.per_absent_holder, copies.not_told),
    "review": Fan(records.per_review),
    "warning": Fan(records.per_warning, records.not_warned),
    "termination": Fan(records.per_termination),
    "noncompliance": Fan(records.per_noncompliance),
    "declined": Fan(records.per_declined),
    "no-contract": Fan(records.per_no_contract),
    "rearranged": Fan(meetings.per_rearranged, meetings.not_rearranged),
    "absentee": Fan(meetings.per_absentee),
    "partner": Fan(meetings.per_partner),
    "receipt": Fan(meetings.per_receipt),
    "once": Fan(records.once),
}


def fan_out(case: Case, pack: Pack, today: dt.date) -> Plan:
    """Decide all documents of a case, in the order of kinds, records and people.

    The jobs are due or past; `settle` tells how each stands beyond that.
    """
    jobs: dict[tuple[str, ...], Job] = {}
    left_out: list[LeftOut] = []
    for name, listed in pack.kinds.items():
        kind = replace(listed, name=name)
        view, fan = View(case, kind, today), FANS[kind.per]
        for paper in fan.papers(view):
            job = _job(case, pack, kind, paper)
            jobs.setdefault(job.identity, job)
        left_out += [
            LeftOut(name, one.about, one.person, one.pupil, one.because)
            for one in fan.missing(view)
        ]
    readers = tuple(_other_readers(case, jobs.values()))
    return Plan(case.case_id, case.authority, tuple(jobs.values()), tuple(left_out), readers)


def _other_readers(case: Case, jobs: Iterable[Job]) -> Iterator[tuple[str, str]]:
    """Give those who get a paper, or are party to one, in a language that they don't read."""
    papers = [job for job in jobs if job.kind.audience == "parent"]
    for key, person in case.people.items():
        read = person.languages.reads
        theirs = (job for job in papers if key in (job.recipient, *_parties(case, job)))
        if any(job.language != read.partition("-")[0] for job in theirs):
            yield key, read


def _parties(case: Case, job: Job) -> tuple[str, ...]:
    contract = case.contract_behind(job.about) if job.recipient is None else None
    return case.contracts[contract].parties if contract else ()


def _job(case: Case, pack: Pack, kind: Kind, paper: Paper) -> Job:
    is_past = paper.is_past and not _is_kept(kind)
    return Job(
        kind=kind,
        about=paper.about,
        recipient=paper.recipient,
        pupil=paper.pupil,
        subjects=paper.subjects,
        because=paper.because,
        school=case.school.key,
        state=State.PAST if is_past or case.status == "closed" else State.DUE,
        variant=_variant(case, pack, kind, paper.recipient),
    )


def _is_kept(kind: Kind) -> bool:
    """Tell whether a kind is still to be made when its time is past: a record of what happened."""
    return kind.act == "record" and kind.per != "receipt"


def _variant(case: Case, pack: Pack, kind: Kind, recipient: str | None) -> str:
    """Give the recipient's variant where the pack has a template in it."""
    person = case.people.get(recipient or "")
    wanted = person.variant if person else STANDARD
    return wanted if f"{kind.name}.{wanted}.docx" in pack.templates else STANDARD
