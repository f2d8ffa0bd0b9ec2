"""A matter into what its document may say of a contract."""

import datetime as dt

from docgen.model.calendar import review_schedule
from docgen.model.contract import Contract, Period
from docgen.model.meeting import Meeting
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.actions import ACTIONS, INFORMATION_ONLY, requirements, support
from docgen.wording.letters import signing_body
from docgen.wording.matter import Matter
from docgen.wording.meetings import shown
from docgen.wording.naming import named, relationship, who

CONTRACT: Promises = {
    "contract.key": Promise("text", "the contract's key in the casefile", "ct-1"),
    "contract.version": Promise("number", "the contract's version", "1"),
    "contract.reasons": Promise("text", "why it is made, empty if not said", ""),
    "contract.made_on": Promise("text", "the day it was made", "3 November 2025"),
    "contract.period.start": Promise("text", "its first day", "3 November 2025"),
    "contract.period.end": Promise("text", "its last day", "20 March 2026"),
    "contract.period.estimate": Promise("yes or no", "whether the end is an estimate", "yes"),
    "contract.period.length": Promise("text", "how long it runs", "4 months and 17 days"),
    "contract.first_review": Promise("text", "the first review", "8 December 2025"),
    "contract.schedule": Promise(
        "list", "the days of all reviews from the first, in order; empty while none can be set"
    ),
    "contract.schedule[]": Promise("text", "one such day", "8 December 2025"),
    "contract.lead.name": Promise("text", "the lead practitioner", "Mr Daniel Firth"),
    "contract.lead.role": Promise("text", "their role", "Senior Attendance Champion"),
    "contract.parties": Promise("list", "the parents who are its parties"),
    "contract.parties[].name": Promise("text", "a party", "Mr Usman Raza Iqbal"),
    "contract.parties[].relationship": Promise("text", "how they belong to the pupil", "father"),
    **ACTIONS,
    "contract.present": Promise("list", "who was at the meeting where it was made"),
    "contract.present[].name": Promise("text", "somebody present", "Ms Priya Nair"),
    "contract.present[].role": Promise("text", "their role", "Attendance officer"),
    "contract.signers": Promise(
        "list", "who signs: parties present, one for the school, then others asked to"
    ),
    "contract.signers[].name": Promise("text", "who signs", "Mr Usman Raza Iqbal"),
    "contract.signers[].role": Promise("text", "as whom", "father"),
}


def contract(matter: Matter, agreed: Contract) -> dict[str, Plain]:
    """Give the contract; an information copy carries support only (decisions 8)."""
    bundle, key = matter.bundle, matter.contract_key
    private = matter.job.kind.per == INFORMATION_ONLY
    parties = [] if private else [_party(matter, key, agreed.pupil) for key in agreed.parties]
    made = matter.meeting.date if matter.meeting else None
    return {
        "key": key,
        "version": agreed.version,
        "reasons": "" if private else matter.written(agreed.reasons, key, "reasons"),
        "made_on": formats.day(bundle, made),
        "period": _period(matter, agreed.period),
        "first_review": formats.day(bundle, agreed.first_review),
        "schedule": [formats.day(bundle, day) for day in _schedule(matter, agreed)],
        "lead": who(matter, agreed.lead_practitioner, agreed.pupil),
        "parties": parties,
        "requirements": [] if private else requirements(matter, agreed),
        "support": support(matter, agreed),
        "present": [] if private else shown(matter, _attended(matter.meeting)),
        "signers": [] if private else _signers(matter, agreed),
    }


def signers(
    matter: Matter,
    agreed: Contract,
    present: tuple[str, ...],
    chair: str | None,
    asked: tuple[str, ...] = (),
) -> list[Plain]:
    """Give the lines to sign: the parties present, one for the school (X-14), others asked to."""
    parties = [key for key in agreed.parties if key in present]
    staff = [key for key in present if key in matter.case.school.staff]
    chosen = [key for key in (agreed.lead_practitioner, chair) if key in staff] or staff
    for_school = chosen[:1]
    further = [key for key in asked if key in present and key not in (*parties, *for_school)]
    body = matter.bundle.say("for-body", body=signing_body(matter))
    school: Plain = {"name": "".join(named(matter.case, key) for key in for_school), "role": body}
    return [*_lines(matter, agreed, parties), school, *_lines(matter, agreed, further)]


def _lines(matter: Matter, agreed: Contract, keys: list[str]) -> list[Plain]:
    return [who(matter, key, agreed.pupil) for key in keys]


def _schedule(matter: Matter, agreed: Contract) -> tuple[dt.date, ...]:
    """Give the first review and those planned, else those reckoned (C-14)."""
    start, end, first = agreed.period.start, agreed.period.last_day, agreed.first_review
    if agreed.reviews_planned:
        planned = {*agreed.reviews_planned, *((first,) if first else ())}
        return tuple(sorted(planned))
    if start is None or end is None:
        return (first,) if first else ()
    return review_schedule(start, first, end, matter.days)


def _signers(matter: Matter, agreed: Contract) -> list[Plain]:
    met = matter.meeting
    if met and met.is_held:
        return signers(matter, agreed, met.attended, met.chair, agreed.also_sign)
    chair = met.chair if met else None
    expected = (*agreed.parties, agreed.lead_practitioner or "", chair or "", *agreed.also_sign)
    return signers(matter, agreed, expected, chair, agreed.also_sign)


def _attended(met: Meeting | None) -> tuple[str, ...]:
    return met.attended if met else ()


def _party(matter: Matter, key: str, pupil: str) -> dict[str, Plain]:
    return {
        "name": named(matter.case, key),
        "relationship": relationship(matter, key, pupil),
    }


def _period(matter: Matter, period: Period) -> dict[str, Plain]:
    days: tuple[dt.date | None, ...] = (period.start, period.last_day)
    start, end = (formats.day(matter.bundle, day) for day in days)
    return {
        "start": start,
        "end": end,
        "estimate": period.estimate,
        "length": formats.length(matter.bundle, period),
    }
