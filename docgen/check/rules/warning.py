"""Are warnings in order: a contact comes before one, service after it, and then a meeting."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.check.rules.agreed import standing, warned_on
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import lacking, records
from docgen.model.case import Case
from docgen.model.contract import Service
from docgen.model.finding import Severity, Stage
from docgen.model.folding import folded
from docgen.model.pack import Act

GUIDANCE = "Working together to improve school attendance (Department for Education)"
KEY_INFORMATION = "The authority's key information on attendance contracts"
WARNING: tuple[Act, ...] = ("warning",)
WARNING_SAYS = ("not_working_may_terminate", "another_course_of_action")
MEETINGS = frozenset({"review", "amendment"})
_EMAIL = re.compile(r"e-?mail")
_PAPER = re.compile(r"post|\bhand")


def _no_contact(scene: Scene) -> Iterator[Breach]:
    for key in scene.case.warnings:
        day = warned_on(scene, key) or date.max
        if not any(record.date <= day for record in records(scene.case, key)):
            yield Breach((key,), ("warnings", key))


def _reasonable(scene: Scene) -> Iterator[Breach]:
    for key in scene.case.warnings:
        if any(record.reasonable for record in records(scene.case, key)):
            yield Breach((key,), ("warnings", key))


def _wrong_parent(scene: Scene) -> Iterator[Breach]:
    for key, warning in scene.case.warnings.items():
        why = "" if _is_party(scene.case, key) else f"is not party to {warning.contract}"
        others = _others_actions(scene.case, key)
        if others:
            why = f"was not the one to do {', '.join(others)}"
        if why:
            yield Breach((key,), ("warnings", key, "to"), {"to": warning.to, "why": why})


def _is_party(case: Case, key: str) -> bool:
    warning = case.warnings[key]
    return warning.to in case.contracts[warning.contract].parties


def _others_actions(case: Case, key: str) -> list[str]:
    """Give the actions not kept that belong to somebody else than who is warned."""
    warning = case.warnings[key]
    requirements = case.contracts[warning.contract].requirements
    broken = [record.action for record in records(case, key)]
    return [
        f"{warning.contract}.{name}"
        for name in dict.fromkeys(broken)
        if name in requirements and requirements[name].owner != warning.to
    ]


def _warning_unsaid(scene: Scene) -> Iterator[Breach]:
    needed = dict.fromkeys((*WARNING_SAYS, *scene.pack.must_carry.get("warning", ())))
    missing = lacking(scene.pack, WARNING, needed)
    if missing:
        names = {"missing": ", ".join(missing)}
        yield from (Breach((key,), ("warnings", key), names) for key in scene.case.warnings)


def _service_unrecorded(scene: Scene) -> Iterator[Breach]:
    for key, warning in scene.case.warnings.items():
        papers = [p for p in scene.case.issued if p.about == key and not p.withdrawn]
        served = warning.served or any(paper.served for paper in papers)
        if (warning.sent or papers) and not served:
            names = {"warning": key}
            yield Breach((warning.contract,), ("warnings", key), names, spares=key)


def _only_by_email(scene: Scene) -> Iterator[Breach]:
    for key, warning in scene.case.warnings.items():
        papers = [paper for paper in standing(scene, "warning") if paper.about == key]
        sent = [service for service in (warning.sent, *(p.sent for p in papers)) if service]
        served = [service for service in (warning.served, *(p.served for p in papers)) if service]
        if sent and all(map(_is_email, _ways((*sent, *served)))):
            names = {"warning": key}
            yield Breach((warning.contract,), ("warnings", key), names, spares=key)


def _ways(services: tuple[Service, ...]) -> Iterator[str]:
    """Give every way in which a warning went out, folded."""
    for service in services:
        yield from (folded(way) for way in (service.how, service.also) if way)


def _is_email(way: str) -> bool:
    return bool(_EMAIL.search(way)) and not _PAPER.search(way)


def _no_meeting_since(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    for key, contact in case.noncompliance.items():
        before = _warning_before(scene, contact.contract, contact.date)
        ended = any(
            ending.contract == contact.contract and ending.date >= contact.date
            for ending in case.terminations.values()
        )
        led_to_it = contact.leads_to == before
        since = contact.date > _last_meeting(case, contact.contract)
        if before and since and not (ended or led_to_it):
            names = {"contact": key, "met": contact.date, "warning": before}
            yield Breach((contact.contract,), ("noncompliance", key), names, spares=before)


def _warning_before(scene: Scene, contract: str, day: date) -> str:
    """Give the warning that was the first to go out on a contract before a day."""
    days = {
        key: warned_on(scene, key)
        for key, warning in scene.case.warnings.items()
        if warning.contract == contract
    }
    earlier = [(given, key) for key, given in days.items() if given and given < day]
    return min(earlier)[1] if earlier else ""


def _last_meeting(case: Case, contract: str) -> date:
    """Give the day of the last review or meeting about a contract, arranged ones too."""
    pupil = case.contracts[contract].pupil
    days = [review.date for review in case.reviews.values() if review.contract == contract]
    for meeting in case.meetings.values():
        theirs = meeting.contract == contract or (not meeting.contract and pupil in meeting.pupils)
        if theirs and meeting.is_live and meeting.kind in MEETINGS and meeting.date:
            days.append(meeting.date)
    return max(days, default=date.min)


RULES = (
    Rule(
        "R-80",
        Stage.WARN,
        Severity.ERROR,
        f"{GUIDANCE}: the parent is asked for an explanation before a warning",
        "{subject} has no contact before it in which the parent was asked for an explanation.",
        "Contact the parent first and record it under `noncompliance` with `outcome: warning` "
        "and `leads_to: {subject}`.",
        _no_contact,
        why="There may be a good reason that the school doesn't know of. Asking comes first, as a "
        "warning can't be unsaid.",
    ),
    Rule(
        "R-81",
        Stage.WARN,
        Severity.ERROR,
        f"{GUIDANCE}: where it is no fault of the parent, the contract is reviewed instead",
        "{subject} warns a parent whose explanation is down as reasonable.",
        "Arrange a review meeting and take the warning out. If the explanation was not "
        "reasonable, correct `reasonable` in the contact's record.",
        _reasonable,
        why="A parent who couldn't keep to the contract needs another contract, not a warning.",
    ),
    Rule(
        "R-82",
        Stage.WARN,
        Severity.ERROR,
        f"{GUIDANCE}: the warning goes to the parent who did not comply",
        "{subject} is addressed to {to}, who {why}.",
        "Write under `to` the parent who did not comply, or correct the contact's record.",
        _wrong_parent,
        why="A warning is about one parent's own actions. To anybody else it would be unjust, and "
        "would tell them what is not theirs to know.",
    ),
    Rule(
        "R-83",
        Stage.WARN,
        Severity.ERROR,
        f"{GUIDANCE}: what a warning tells the parent",
        "{subject} would not say all that a warning must; the pack lacks {missing}.",
        "Add the statements to the kind in pack.yaml and place them in its template.",
        _warning_unsaid,
        why="Whoever is warned should know of what: that the contract may be ended, and what may "
        "come then.",
    ),
    Rule(
        "R-84",
        Stage.ISSUE,
        Severity.ERROR,
        f"{KEY_INFORMATION}: a record is kept of the warning",
        "{warning} was handed over, but nothing records how and when it was served.",
        "Record it with the command `served` and the number of the letter, or write `served` "
        "under {warning}.",
        _service_unrecorded,
        why="Sent is not received. Whoever takes further steps must be able to show that the "
        "parent had the warning.",
    ),
    Rule(
        "R-85",
        Stage.ISSUE,
        Severity.WARNING,
        "Practice of authorities: letters with legal weight go by post as well",
        "{warning} went out by e-mail only.",
        "Post it too and write that under `also`, or record why e-mail is enough.",
        _only_by_email,
        why="E-mails get lost among others, and addresses change unnoticed. A letter in the post "
        "can be proved.",
    ),
    Rule(
        "R-86",
        Stage.ISSUE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: a meeting where a contract that goes on isn't kept after a warning",
        "{contact} on {met} tells of an action of {subject} that was not kept after {warning}, "
        "and no review or meeting to amend the contract is down since.",
        "Arrange a review or amendment meeting. If the contract is to end instead, record that "
        "under `terminations`.",
        _no_meeting_since,
        why="If a warning has changed nothing, another letter won't either. Either the contract "
        "is put right together, or it ends.",
    ),
)
