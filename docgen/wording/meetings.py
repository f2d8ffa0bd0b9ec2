"""A matter into what its document may say of a meeting, of one moved, and of a partner there."""

from docgen.model.meeting import Interpreter, Meeting
from docgen.model.people import Link
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.bundle import Bundle
from docgen.wording.matter import Matter
from docgen.wording.naming import joined, named, who

MEETING: Promises = {
    "meeting.kind": Promise(
        "text", "its code: initial, review, amendment, formal; empty if none is set", "initial"
    ),
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
REARRANGED: Promises = {
    "rearranged.old_date": Promise(
        "text", "the day that the meeting was on before", "Tuesday 21 October 2025"
    ),
    "rearranged.old_time": Promise("text", "when it was to start", "9am"),
    "rearranged.old_place": Promise("text", "where it was to be, empty if not said", "Room 4"),
    "rearranged.you_asked": Promise(
        "yes or no", "whether the recipient asked for another date", "yes"
    ),
    "rearranged.asked_on": Promise(
        "text", "when somebody asked, empty if not recorded", "16 October 2025"
    ),
}
PARTNER: Promises = {
    "partner.organisation": Promise(
        "text", "the organisation that is invited", "Saltmouth Family Service"
    ),
    "partner.pupils": Promise("list", "the pupils whom the meeting is about"),
    "partner.pupils[].name": Promise("text", "a pupil", "Zofia Iqbal-Wójcik"),
    "partner.consents": Promise(
        "yes or no", "whether they agreed to take on actions in a contract", "no"
    ),
}


def meeting(matter: Matter) -> dict[str, Plain]:
    """Give the meeting; every name is there, empty where there is no meeting yet."""
    met, job = matter.meeting, matter.job
    person = matter.case.people.get(job.recipient or "")
    return {
        "kind": met.kind if met else "",
        "date": formats.weekday(matter.bundle, met.date if met else None),
        "time": formats.clock(matter.bundle, met.time if met else None),
        "place": place(matter, met) if met else "",
        "online": (met and met.online) or "",
        "chair": who(matter, met.chair if met else None, job.pupil),
        "attendees": _attendees(matter, met) if met else [],
        "pupil_invited": met is not None and job.pupil in met.invited,
        "adjustments": [
            matter.written(need, job.recipient or "", "adjustments")
            for need in (person and person.adjustments) or ()
        ],
        "interpreter": _interpreter(matter.bundle, met.interpreter if met else None),
    }


def rearranged(matter: Matter) -> dict[str, Plain]:
    """Give what the meeting was before it was moved, and who asked for that."""
    met = matter.case.meetings[matter.job.about]
    old, asked = matter.case.meetings[met.replaces or ""], met.rearranged
    return {
        "old_date": formats.weekday(matter.bundle, old.date),
        "old_time": formats.clock(matter.bundle, old.time),
        "old_place": place(matter, old),
        "you_asked": asked is not None and asked.asked_by == matter.job.recipient,
        "asked_on": formats.day(matter.bundle, asked.asked if asked else None),
    }


def partner(matter: Matter) -> dict[str, Plain]:
    """Give the organisation that is invited, and whom the meeting is about."""
    case, met = matter.case, matter.case.meetings[matter.job.about]
    invited = case.partners[matter.job.recipient or ""]
    return {
        "organisation": joined(invited.organisation),
        "pupils": [{"name": named(case, key)} for key in met.pupils],
        "consents": invited.consents_to_actions is True,
    }


def shown(matter: Matter, keys: tuple[str, ...]) -> list[Plain]:
    """Give name and role of each key, other pupils left out (X-18)."""
    job, case = matter.job, matter.case
    return [
        who(matter, key, job.pupil)
        for key in keys
        if key not in case.pupils or job.pupil in (key, None)
    ]


def place(matter: Matter, met: Meeting) -> str:
    """Give where a meeting is; as it is called, unless somebody translated that."""
    if matter.bundle.is_english or not met.place:
        return met.place or ""
    return matter.reader.perhaps(met.place, matter.job.about, "place") or met.place


def parents_asked(matter: Matter) -> list[Link]:
    """Give the links of the pupil's parents who were invited to the meeting, or came."""
    met = matter.case.meetings[matter.job.about]
    links = (link for link in matter.case.links if link.pupil == matter.job.pupil)
    return [link for link in links if link.person in (*met.invited, *met.attended)]


def _attendees(matter: Matter, met: Meeting) -> list[Plain]:
    return shown(matter, tuple(key for key in met.invited if key != matter.job.recipient))


def _interpreter(bundle: Bundle, interpreter: Interpreter | None) -> str:
    if interpreter is None:
        return ""
    language = formats.language_name(bundle, interpreter.language)
    name = joined(interpreter.name)
    return bundle.say(f"interpreter-{interpreter.mode}", name=name, language=language)
