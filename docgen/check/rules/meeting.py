"""Is a meeting fit to be invited to: when it is, whom to ring about it, who meets whom."""

from collections.abc import Iterator
from datetime import date

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import lacking, parents_of, pending
from docgen.model.calendar import FRIDAY, SchoolDays
from docgen.model.finding import Severity, Stage
from docgen.model.meeting import Meeting
from docgen.model.pack import Act
from docgen.model.school import School

INVITING: tuple[Act, ...] = ("invite", "rearranged")
REARRANGE = "contact_us_to_rearrange"
TO_MEET = "The authority's training and key information on meetings with parents"


def _no_time_to_come(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        faults = _timing(meeting, scene.today)
        if faults:
            yield Breach((key,), ("meetings", key), {"why": " and ".join(faults)})


def _timing(meeting: Meeting, today: date) -> list[str]:
    faults = []
    if meeting.date is None:
        faults.append("it has no date")
    elif meeting.date <= today:
        faults.append(f"its date, {meeting.date}, is not in the future")
    if meeting.time is None:
        faults.append("it has no time")
    return faults


def _school_closed(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        if meeting.date and not scene.days.is_open(meeting.date):
            names = {"day": meeting.date, "why": _why_closed(scene.days, meeting.date)}
            yield Breach((key,), ("meetings", key, "date"), names)


def _why_closed(days: SchoolDays, day: date) -> str:
    if day.weekday() > FRIDAY:
        return "it is at a weekend"
    if day in days.closed:
        return "it is a bank holiday or an INSET day"
    return "it is outside the school's terms"


def _no_way_to_rearrange(scene: Scene) -> Iterator[Breach]:
    if not any(kind.act in INVITING for kind in scene.pack.kinds.values()):
        return
    missing = lacking(scene.pack, INVITING, (REARRANGE,))
    if missing:
        yield Breach((), (), {"why": f"the pack's kinds lack a statement ({', '.join(missing)})"})
    if not _reachable(scene.case.school):
        yield Breach((), ("school",), {"why": "the school has no phone number or e-mail address"})


def _reachable(school: School) -> bool:
    contact = school.staff.get(school.contact_for_changes or "")
    routes = [school.phone, school.email]
    if contact:
        routes += [contact.phone, contact.email]
    return any(letter.isalnum() for route in routes for letter in route or "")


def _joint_meeting(scene: Scene) -> Iterator[Breach]:
    if not scene.case.family.acrimonious:
        return
    for key, meeting in pending(scene.case):
        invited = set(meeting.invited)
        if any(len(invited.intersection(parents_of(scene.case, p))) > 1 for p in meeting.pupils):
            yield Breach((key,), ("meetings", key, "invited"))


RULES = (
    Rule(
        "R-17a",
        Stage.INVITE,
        Severity.ERROR,
        "The authority's key information on attendance contracts: invitations state a date "
        "and time",
        "Nobody can be invited to {subject}: {why}.",
        "Write a `date` after today and a `time`. If the meeting took place, write who was "
        "`present` and who was `absent`; if not, write `cancelled` with the day.",
        _no_time_to_come,
        "Parents can only come if they know when. A letter about a day that is over is worse "
        "than none.",
    ),
    Rule(
        "R-17b",
        Stage.INVITE,
        Severity.WARNING,
        "A meeting with parents is held on a school day",
        "{subject} is on {day}, when the school is closed: {why}.",
        "Choose a school day, correct the school's terms, or record why that day is right.",
        _school_closed,
        "On a day without school nobody may be there to let the family in.",
    ),
    Rule(
        "R-18",
        Stage.INVITE,
        Severity.WARNING,
        "The authority's key information on attendance contracts: parents may ask for "
        "another date and time",
        "An invitation must say how to ask for another date, but {why}.",
        "Add the statement `contact_us_to_rearrange` to the kind in pack.yaml and to its "
        "template, and a phone number or e-mail address to the school's sheet.",
        _no_way_to_rearrange,
        "Parents who work, or look after others, need a way to ask for a time that suits them; "
        "otherwise an absence says nothing about their will.",
    ),
    Rule(
        "R-22",
        Stage.INVITE,
        Severity.WARNING,
        "The authority's checklist: separate meetings where parents don't get on",
        "{subject} brings together parents whose relationship is down as acrimonious.",
        "Plan a meeting for each parent, or record why one meeting is right.",
        _joint_meeting,
        "Where parents don't get on, a shared table seldom helps the child, and may not be safe.",
    ),
)
