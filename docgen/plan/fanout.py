"""A case and a pack into a plan: every job with its reason, and everybody left out with theirs."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.model.case import Case
from docgen.model.pack import Kind, Pack, Per
from docgen.model.plan import ENGLISH_ONLY, Job, LeftOut, Offers, Plan, State
from docgen.plan import contracts, copies, meetings, records
from docgen.plan.papers import Missing, Paper, View
from docgen.plan.readings import Reading, language_for, readers_of, readings


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


def fan_out(case: Case, pack: Pack, today: dt.date, offers: Offers = ENGLISH_ONLY) -> Plan:
    """Decide all documents of a case, in the order of kinds, records and people.

    A paper for several readers is made for each setting that one of them needs, from the same
    data (T-08). The jobs are due or past; `settle` tells how each stands beyond that.
    """
    jobs: dict[tuple[str, ...], Job] = {}
    left_out: list[LeftOut] = []
    reached: set[str] = set()
    for name, listed in pack.kinds.items():
        kind = replace(listed, name=name)
        view, fan = View(case, kind, today), FANS[kind.per]
        for paper in fan.papers(view):
            reached.update(readers_of(case, kind, paper))
            for job in _jobs(case, kind, paper, readings(case, pack, kind, paper, offers)):
                jobs.setdefault(job.identity, job)
        left_out += [
            LeftOut(name, one.about, one.person, one.pupil, one.because)
            for one in (() if kind.on_request else fan.missing(view))
        ]
    readers = tuple(_without_words(case, reached, offers))
    usual = tuple(job for job in jobs.values() if not job.kind.on_request)
    wanted = tuple(job for job in jobs.values() if job.kind.on_request)
    return Plan(case.case_id, case.authority, usual, tuple(left_out), readers, wanted)


def _without_words(case: Case, reached: set[str], offers: Offers) -> Iterator[tuple[str, str]]:
    """Give those who get a paper, or are party to one, in a language that they don't read."""
    for key, person in case.people.items():
        read = person.languages.reads
        if key in reached and language_for(read, offers.languages) is None:
            yield key, read


def _jobs(case: Case, kind: Kind, paper: Paper, found: list[Reading]) -> Iterator[Job]:
    is_past = paper.is_past and not _is_kept(kind)
    for reading in found:
        whom = f"this one is for {' and '.join(reading.readers)}"
        yield Job(
            kind=kind,
            about=paper.about,
            recipient=paper.recipient,
            pupil=paper.pupil,
            subjects=paper.subjects,
            because="; ".join((paper.because, *([whom] if found[1:] else ()), *reading.lacking)),
            school=case.school.key,
            state=State.PAST if is_past or case.status == "closed" else State.DUE,
            language=reading.language,
            variant=reading.variant,
        )


def _is_kept(kind: Kind) -> bool:
    """Tell whether a kind is still to be made when its time is past: a record of what happened."""
    return kind.act == "record" and kind.per != "receipt"
