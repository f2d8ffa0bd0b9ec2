"""A matter into what its document may say of a meeting."""

from docgen.model.meeting import Interpreter, Meeting
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.bundle import Bundle
from docgen.wording.matter import Matter
from docgen.wording.naming import joined, who

MEETING: Promises = {
    "meeting.date": Promise("text", "the day of the meeting", "Monday 3 November 2025"),
    "meeting.time": Promise("text", "when it starts", "4:15pm"),
    "meeting.place": Promise("text", "where it is", "Room 4, Meadowbank Academy"),
    "meeting.online": Promise("text", "the link to join online, empty if none", "https://…"),
    "meeting.chair.name": Promise("text", "who leads the meeting", "Mr Daniel Firth"),
    "meeting.chair.role": Promise("text", "their role", "Senior Attendance Champion"),
    "meeting.attendees": Promise("list", "all invited but the recipient and other pupils"),
    "meeting.attendees[].name": Promise("text", "somebody invited", "Ms Ruth Adeyemi"),
    "meeting.attendees[].role": Promise("text", "their role", "Family support worker"),
    "meeting.pupil_invited": Promise("yes or no", "whether the pupil is invited", "yes"),
    "meeting.adjustments": Promise("list", "what the recipient needs there"),
    "meeting.adjustments[]": Promise("text", "one such thing", "Polish interpreter at meetings"),
    "meeting.interpreter": Promise(
        "text", "who interprets, empty if nobody", "A. Zając (Polish), by phone"
    ),
}


def meeting(matter: Matter) -> dict[str, Plain]:
    """Give the meeting; every name is there, empty where there is no meeting yet."""
    met, job, case = matter.meeting, matter.job, matter.case
    person = case.people.get(job.recipient or "")
    return {
        "date": formats.weekday(matter.bundle, met.date if met else None),
        "time": formats.clock(matter.bundle, met.time if met else None),
        "place": (met and met.place) or "",
        "online": (met and met.online) or "",
        "chair": who(case, matter.bundle, met.chair if met else None, job.pupil),
        "attendees": _attendees(matter, met) if met else [],
        "pupil_invited": met is not None and job.pupil in met.invited,
        "adjustments": list((person and person.adjustments) or ()),
        "interpreter": _interpreter(matter.bundle, met.interpreter if met else None),
    }


def shown(matter: Matter, keys: tuple[str, ...]) -> list[Plain]:
    """Give name and role of each key, other pupils left out (X-18)."""
    job, case = matter.job, matter.case
    return [
        who(case, matter.bundle, key, job.pupil)
        for key in keys
        if key not in case.pupils or job.pupil in (key, None)
    ]


def _attendees(matter: Matter, met: Meeting) -> list[Plain]:
    return shown(matter, tuple(key for key in met.invited if key != matter.job.recipient))


def _interpreter(bundle: Bundle, interpreter: Interpreter | None) -> str:
    if interpreter is None:
        return ""
    language = formats.language_name(bundle, interpreter.language)
    name = joined(interpreter.name)
    return bundle.say(f"interpreter-{interpreter.mode}", name=name, language=language)
