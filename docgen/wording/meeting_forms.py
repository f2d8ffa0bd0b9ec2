"""A meeting about one pupil into what staff write down of it: who came, who said what (D-23)."""

from docgen.model.meeting import Absence, Meeting, ParentViews
from docgen.model.people import Link
from docgen.model.values import Plain, Promise, Promises
from docgen.wording.matter import Matter, meeting_of
from docgen.wording.meetings import parents_asked
from docgen.wording.naming import belonging, joined, named, who

VOICE: Promises = {
    "voice": Promise("text", "the pupil's own words, empty if none", "The mornings are loud.")
}
CONTRACT_REASONS: Promises = {
    "contract_reasons": Promise(
        "text", "why a contract would help, empty if not said", "Mondays are hardest."
    )
}
VIEWS: Promises = {
    "views": Promise("list", "what each parent who was invited said, to the five questions"),
    "views[].name": Promise("text", "a parent", "Ms Agnieszka Wójcik"),
    "views[].relationship": Promise("text", "how they belong to the pupil", "mother"),
    "views[].attendance": Promise("text", "their view of the pupil's attendance", ""),
    "views[].concerns": Promise("text", "their concerns, and what may lie behind", ""),
    "views[].how_to_address": Promise("text", "how they think these should be met", ""),
    "views[].on_contract": Promise("text", "what they think of a contract", "Willing"),
    "views[].support_wanted": Promise("text", "the support they would find helpful", ""),
}
PRESENT: Promises = {
    "present": Promise("list", "who came, other pupils left out; empty before the meeting"),
    "present[].name": Promise("text", "somebody who came", "Ms Ruth Adeyemi"),
    "present[].role": Promise("text", "their role", "Family support worker"),
    "present[].how": Promise("text", "In person or Online", "In person"),
}
ABSENT: Promises = {
    "absent": Promise("list", "who was invited and did not come; empty before the meeting"),
    "absent[].name": Promise("text", "somebody who did not come", "Mr Usman Raza Iqbal"),
    "absent[].role": Promise("text", "their role", "father"),
    "absent[].reason": Promise("text", "why, empty if not known", "At work"),
}
BOXES = ("attendance", "concerns", "how_to_address", "on_contract", "support_wanted")


def voice(matter: Matter) -> str:
    """Give the pupil's own words."""
    return matter.case.pupils[matter.job.pupil or ""].voice or ""


def contract_reasons(matter: Matter) -> str:
    """Give why the contracts about the pupil are made that belong to the meeting, each once."""
    case, job = matter.case, matter.job
    reasons = (
        contract.reasons
        for key, contract in case.contracts.items()
        if contract.pupil == job.pupil and meeting_of(case, key) == job.about
    )
    return joined(*dict.fromkeys(reasons))


def views(matter: Matter) -> list[Plain]:
    """Give a row for each parent of the pupil who was invited or came, filled in or not."""
    return [_views(matter, link) for link in parents_asked(matter)]


def present(matter: Matter) -> list[Plain]:
    """Give who came, in the room first."""
    met = _meeting(matter)
    return [
        _somebody(matter, key)
        | {"how": matter.bundle.say("in-person" if key in (met.present or ()) else "online")}
        for key in _shown(matter, met.attended)
    ]


def absent(matter: Matter) -> list[Plain]:
    """Give who was invited and did not come, and why; nobody before the meeting is held."""
    met = _meeting(matter)
    entries = {entry.person: entry for entry in met.absent or ()}
    away = [key for key in (*met.invited, *entries) if key not in met.attended]
    keys = dict.fromkeys(away) if met.is_held else ()
    return [
        _somebody(matter, key) | {"reason": entries.get(key, Absence(key)).reason or ""}
        for key in _shown(matter, tuple(keys))
    ]


def _meeting(matter: Matter) -> Meeting:
    return matter.case.meetings[matter.job.about]


def _shown(matter: Matter, keys: tuple[str, ...]) -> list[str]:
    """Leave other pupils out (X-18)."""
    pupils = matter.case.pupils
    return [key for key in keys if key not in pupils or key == matter.job.pupil]


def _somebody(matter: Matter, key: str) -> dict[str, Plain]:
    return who(matter, key, matter.job.pupil)


def _views(matter: Matter, link: Link) -> dict[str, Plain]:
    written = (e for e in matter.case.parent_views if e.meeting == matter.job.about)
    about = (None, link.pupil)
    said = next((e for e in written if e.person == link.person and e.pupil in about), None)
    said = said or ParentViews(link.person, matter.job.about)
    silent = matter.bundle.say("not-said")
    boxes = {box: getattr(said, box) or (silent if box in said.not_said else "") for box in BOXES}
    person = {"name": named(matter.case, link.person), "relationship": belonging(matter, link)}
    return {**person, **boxes}
