"""A clerk's answers → a commented casefile that `docgen check` accepts."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.calendar import school_year
from docgen.model.case import Notification
from docgen.model.finding import Wording
from docgen.model.meeting import Meeting
from docgen.model.people import EarlierSupport, Link, OtherPlan, Person, Pupil
from docgen.service.yaml_text import fields, value
from docgen.store.disk import write_whole

REASONS: Reasons = {
    "case-exists": Wording(
        "There is a casefile {case} already.", "Choose another case id, or edit that file."
    ),
}
TOP = """\
# yaml-language-server: $schema={schema}
# One family's case. Edit it in any text editor; `docgen check {case}` tells what is wrong.
# Leave out what you don't know. Days are written 2025-11-03, times "15:30".
schema: 1
case_id: {case}
authority: {authority}
academic_year: {year}
status: active
school: {school}
"""
PEOPLE = "# Parents and carers: c-… are pupils, p-… people, st-… the school's staff."
LINKS = "# Who is whose parent, why they count as one, and whether the school works with them."
BEFORE = "# What came before: other plans, earlier support, who in the school knows."
MEETINGS = "# Once the meeting was held, add  present: [...]  and  absent: [...]."
LATER = """\
# What comes next, when it is known (take the # away):
# contracts:
#   ct-1:
#     pupil: c-1
#     parties: [p-1]
#     status: planned
"""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What came before the first meeting; None and empty alike leave a line out, plans apart."""

    initiated_by: str | None = None
    notifications: tuple[Notification, ...] = ()
    other_plans: tuple[OtherPlan, ...] | None = None
    earlier_support: tuple[EarlierSupport, ...] = ()
    earlier_support_not_right: str | None = None


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a new casefile says."""

    case_id: str
    authority: str
    school: str
    people: Mapping[str, Person]
    pupils: Mapping[str, Pupil]
    links: tuple[Link, ...]
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    apart: bool = False
    before: Preparation = Preparation()


def write_case(new: NewCase, folder: Path, today: dt.date, schema: str) -> Path:
    """Write the casefile into a folder; never over another."""
    path = folder / f"{new.case_id}.yaml"
    if any(folder.rglob(path.name)):
        raise stop(UsageTrouble, REASONS, "case-exists", case=path.name)
    write_whole(path, casefile_text(new, today, schema).encode())
    return path


def casefile_text(new: NewCase, today: dt.date, schema: str) -> str:
    """Give the casefile as text."""
    began = school_year(today)
    top = TOP.format(
        schema=schema,
        case=new.case_id,
        authority=new.authority,
        school=new.school,
        year=value(f"{began}/{(began + 1) % 100:02}"),
    )
    people = {key: _person(person) for key, person in new.people.items()}
    pupils = {key: _pupil(pupil) for key, pupil in new.pupils.items()}
    meetings = {key: _meeting(meeting) for key, meeting in new.meetings.items()}
    lines = [top, PEOPLE, *_table("people", people), "", *_table("pupils", pupils), ""]
    lines += [LINKS, "links:", *(f"  - {value(_link(link))}" for link in new.links), ""]
    lines += [BEFORE, *_before(new.before), ""]
    if new.apart:
        lines += ["# The parents are met apart, each with a contract of their own.", ""]
        lines[-1:-1] = ["family: {acrimonious: true}"]
    if meetings:
        lines += [MEETINGS, *_table("meetings", meetings), ""]
    return "\n".join(lines) + "\n" + LATER


def _table(name: str, entries: Mapping[str, Mapping[str, object]]) -> Iterable[str]:
    yield f"{name}:"
    for key, entry in entries.items():
        yield f"  {key}:"
        yield from fields(entry, 4)


def _person(person: Person) -> Mapping[str, object]:
    spoken = person.languages
    languages = {"speaks": spoken.speaks, "reads": spoken.reads, "english": spoken.english}
    foreign = (spoken.speaks, spoken.reads) != ("en", "en")
    return {
        "title": person.title,
        "title_declined": person.title_declined or None,
        "legal_name": person.legal_name,
        "single_name": person.single_name or None,
        "address": person.address or None,
        "address_verified": person.address_verified,
        "phone": person.phone,
        "email": person.email,
        "languages": _said(languages) if foreign else None,
        "adjustments": person.adjustments,
    }


def _pupil(pupil: Pupil) -> Mapping[str, object]:
    return {
        "legal_name": pupil.legal_name,
        "single_name": pupil.single_name or None,
        "date_of_birth": pupil.date_of_birth,
        "year_group": pupil.year_group,
        "old_enough_to_understand": pupil.old_enough_to_understand,
    }


def _link(link: Link) -> Mapping[str, object]:
    told = {
        "person": link.person,
        "pupil": link.pupil,
        "relationship": link.relationship,
        "basis": link.basis or None,
        "lives_with": link.lives_with,
        "work_with": link.work_with,
        "reason": link.reason,
        "explained": link.explained,
    }
    return _said(told)


def _before(before: Preparation) -> Iterable[str]:
    support = [_said(asdict(each)) for each in before.earlier_support]
    plans = before.other_plans
    told = {
        "initiated_by": before.initiated_by,
        "notifications": [_said(asdict(each)) for each in before.notifications] or None,
        "other_plans": None if plans is None else [_said(asdict(each)) for each in plans],
        "earlier_support": support or None,
        "earlier_support_not_right": before.earlier_support_not_right,
    }
    return fields(told, 0)


def _meeting(meeting: Meeting) -> Mapping[str, object]:
    return {
        "kind": meeting.kind,
        "pupils": meeting.pupils,
        "date": meeting.date,
        "time": meeting.time,
        "place": meeting.place,
        "chair": meeting.chair,
        "invited": meeting.invited,
    }


def _said(entries: Mapping[str, object]) -> Mapping[str, object]:
    return {name: given for name, given in entries.items() if given is not None}
