"""A pupil's attendance figures into words: sessions first, then percent (C-01 to C-03, C-10)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal

from docgen.model.people import Attendance, Certificate
from docgen.model.threshold import threshold
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.bundle import Bundle
from docgen.wording.matter import Matter

ATTENDANCE: Promises = {
    "attendance.known": Promise("yes or no", "whether figures are on record", "yes"),
    "attendance.summary": Promise(
        "text",
        "sessions attended, empty if not on record",
        "41 of 68 sessions attended (60.3%), up to 20 October 2025",
    ),
    "attendance.missed": Promise(
        "text", "sessions missed, empty if not on record", "27 of 68 sessions missed (39.7%)"
    ),
    "attendance.authorised": Promise("text", "of these, authorised by the school", "7 sessions"),
    "attendance.unauthorised": Promise("text", "of these, not authorised", "20 sessions"),
    "attendance.late": Promise("text", "late marks, empty if not on record", "3 sessions"),
    "attendance.band": Promise(
        "text", "persistent absence, severe absence or empty", "persistent absence"
    ),
    "attendance.threshold_met": Promise(
        "yes or no", "whether the national threshold is known to be met", "yes"
    ),
    "attendance.threshold": Promise(
        "text",
        "how it is met, empty if it is not or if that is not known",
        "20 unauthorised sessions in 8 school weeks, 2 September 2025 to 20 October 2025",
    ),
}
PERSISTENT, SEVERE = 10, 2
"""One session in so many missed makes absence persistent, or severe."""


def attendance(matter: Matter) -> dict[str, Plain]:
    """Give the figures; every name is there, empty where none are on record."""
    bundle, counted = matter.bundle, figures_of(matter)
    if counted is None:
        return {"known": False, **_UNKNOWN}
    figures = counted.certificate
    met = threshold(counted, matter.days)
    return {
        "known": True,
        "summary": attended(bundle, counted),
        "missed": _missed(bundle, figures),
        "authorised": _sessions(bundle, figures.authorised),
        "unauthorised": _sessions(bundle, figures.unauthorised),
        "late": "" if figures.late is None else _sessions(bundle, figures.late),
        "band": _band(bundle, figures),
        "threshold_met": met.met is True,
        "threshold": bundle.say(
            "threshold",
            sessions=met.sessions,
            weeks=bundle.count("school-week", met.weeks),
            first=formats.day(bundle, met.first),
            last=formats.day(bundle, met.last),
        )
        if met.met
        else "",
    }


def figures_of(matter: Matter) -> Attendance | None:
    """Give the last figures on record by the paper's own day, else those of the pupil.

    At a review go before all others those that were told there, and nothing is
    told that was counted after it (E-15).
    """
    review, by_then = matter.review, matter.date or dt.date.max
    if review and review.attendance:
        return review.attendance
    told = (each for each in on_record(matter) if day_of(each) <= by_then)
    otherwise = None if review else matter.case.pupils[matter.job.pupil or ""].attendance
    return max(told, key=day_of, default=otherwise)


def on_record(matter: Matter) -> Iterator[Attendance]:
    """Give all figures of the paper's pupil: their own, and those told at reviews."""
    case, pupil = matter.case, matter.job.pupil or ""
    reviews = (e for e in case.reviews.values() if case.contracts[e.contract].pupil == pupil)
    told = (case.pupils[pupil].attendance, *(review.attendance for review in reviews))
    yield from filter(None, told)


def attended(bundle: Bundle, counted: Attendance) -> str:
    """Give the sessions attended, their share and the day up to which they are counted."""
    figures = counted.certificate
    return bundle.say(
        "sessions",
        attended=figures.attended,
        possible=figures.possible,
        share=formats.share(bundle, figures.attended, figures.possible),
        day=formats.day(bundle, day_of(counted)),
    )


def day_of(counted: Attendance) -> dt.date:
    """Give the day up to which figures are counted."""
    return dt.date.fromisoformat(counted.as_at[:10])


def absence_band(figures: Certificate) -> Literal["", "persistent", "severe"]:
    """Give `severe`, `persistent` or nothing, reckoned in whole sessions."""
    missed = figures.possible - figures.attended
    if not missed or missed * PERSISTENT < figures.possible:
        return ""
    return "severe" if missed * SEVERE >= figures.possible else "persistent"


_UNKNOWN: Mapping[str, Plain] = {
    "summary": "",
    "missed": "",
    "authorised": "",
    "unauthorised": "",
    "late": "",
    "band": "",
    "threshold_met": False,
    "threshold": "",
}


def _missed(bundle: Bundle, figures: Certificate) -> str:
    missed = figures.possible - figures.attended
    share = formats.share(bundle, missed, figures.possible)
    return bundle.say("sessions-missed", missed=missed, possible=figures.possible, share=share)


def _sessions(bundle: Bundle, number: int) -> str:
    return bundle.count("session", number)


def _band(bundle: Bundle, figures: Certificate) -> str:
    band = absence_band(figures)
    return bundle.say(f"absence-{band}") if band else ""
