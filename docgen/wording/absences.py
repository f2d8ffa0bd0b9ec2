"""A meeting that a parent did not come to into what was tried, and what comes next (D-19, D-26)."""

import datetime as dt

from docgen.model.case import Case
from docgen.model.meeting import Absence, Attempt, Meeting
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.matter import Matter
from docgen.wording.meetings import place
from docgen.wording.naming import named

ABSENCE: Promises = {
    "absence.reason": Promise("text", "why the parent did not come, empty if not said", ""),
    "absence.gave_notice": Promise("yes or no", "whether they told the school before", "no"),
    "absence.attempts": Promise("list", "each try to reach this parent, oldest first"),
    "absence.attempts[].date": Promise("text", "when", "4 November 2025"),
    "absence.attempts[].how": Promise("text", "how", "by phone"),
    "absence.attempts[].by": Promise("text", "who tried", "Ms Priya Nair"),
    "absence.attempts[].language": Promise(
        "text", "in which language, empty if not recorded", "Polish"
    ),
    "absence.attempts[].response": Promise("text", "what came of it, empty if nothing", ""),
    "absence.invitations": Promise(
        "list", "all meetings about the pupil that this parent was asked to, oldest first"
    ),
    "absence.invitations[].date": Promise("text", "the day", "Monday 3 November 2025"),
    "absence.invitations[].time": Promise("text", "the time, empty if none", "4:15pm"),
    "absence.invitations[].outcome": Promise(
        "text",
        "Moved to another date, Cancelled, Came, Did not come or Still to come",
        "Did not come",
    ),
    "absence.next_date": Promise(
        "text", "the next meeting they are invited to, empty if none", "Monday 8 December 2025"
    ),
    "absence.next_time": Promise("text", "when it starts, empty if none", "4pm"),
    "absence.next_place": Promise("text", "where it is, empty if none", "The small hall"),
}


def absence(matter: Matter) -> dict[str, Plain]:
    """Give the absence of the paper's recipient from its meeting."""
    bundle, missed = matter.bundle, matter.case.meetings[matter.job.about]
    person = matter.job.recipient or ""
    entry = next((e for e in missed.absent or () if e.person == person), Absence(person))
    coming = _next(matter, missed)
    return {
        "reason": matter.written(entry.reason, f"{matter.job.about}.{person}", "reason"),
        "gave_notice": entry.notice is True,
        "attempts": [_attempt(matter, attempt) for attempt in _attempts(matter)],
        "invitations": [
            {
                "date": formats.weekday(bundle, met.date),
                "time": formats.clock(bundle, met.time),
                "outcome": bundle.say(f"meeting-{_outcome(met, person)}"),
            }
            for met in _invitations(matter)
        ],
        "next_date": formats.weekday(bundle, coming.date if coming else None),
        "next_time": formats.clock(bundle, coming.time if coming else None),
        "next_place": _where(matter, coming) if coming else "",
    }


def _where(matter: Matter, met: Meeting) -> str:
    """Give where a meeting is; the link where it is online alone."""
    link = f"{matter.bundle.say('online')}: {met.online}" if met.online else ""
    return place(matter, met) or link


def attempts_at(case: Case, person: str, pupil: str) -> list[Attempt]:
    """Give each try to reach a parent, oldest first, but those for meetings on others' children."""
    found = (
        attempt
        for attempt in case.attempts
        if attempt.person == person
        and (attempt.meeting is None or pupil in case.meetings[attempt.meeting].pupils)
    )
    return sorted(found, key=lambda attempt: attempt.date)


def _attempts(matter: Matter) -> list[Attempt]:
    return attempts_at(matter.case, matter.job.recipient or "", matter.job.pupil or "")


def _attempt(matter: Matter, attempt: Attempt) -> dict[str, Plain]:
    language = attempt.language
    return {
        "date": formats.day(matter.bundle, attempt.date),
        "how": matter.bundle.say(f"by-{attempt.how}"),
        "by": named(matter.case, attempt.by),
        "language": formats.language_name(matter.bundle, language) if language else "",
        "response": matter.written(attempt.response, attempt.person, "response"),
    }


def _invitations(matter: Matter) -> list[Meeting]:
    """Give the meetings about the pupil that the parent was asked to, those without a date last."""
    found = (
        met
        for met in matter.case.meetings.values()
        if matter.job.recipient in met.invited and matter.job.pupil in met.pupils
    )
    return sorted(found, key=_when)


def _next(matter: Matter, missed: Meeting) -> Meeting | None:
    """Give the first meeting still to come after the one that was missed."""
    after = missed.date or dt.date.min
    coming = (
        met
        for met in _invitations(matter)
        if met.is_live and not met.is_held and met.date and met.date > after
    )
    return next(coming, None)


def _when(met: Meeting) -> tuple[dt.date, dt.time]:
    return met.date or dt.date.max, met.time or dt.time.min


def _outcome(met: Meeting, person: str) -> str:
    if met.replaced_by:
        return "moved"
    if met.cancelled:
        return "cancelled"
    if not met.is_held:
        return "to-come"
    return "came" if person in met.attended else "did-not-come"
