"""Was each parent heard at the meeting, or reached for after missing it."""

from collections.abc import Iterator
from typing import get_args

from docgen.check.rules.names import is_body
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import made, parents_of
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage
from docgen.model.meeting import Absence, Attempt, Meeting, ViewBox

GUIDANCE = "Working together to improve school attendance (Department for Education)"
BOXES: tuple[str, ...] = get_args(ViewBox)


def _absence_unexplained(scene: Scene) -> Iterator[Breach]:
    for key, contract, meeting in made(scene.case):
        missed = [who for who in meeting.invited if who not in meeting.attended]
        family = parents_of(scene.case, contract.pupil)
        lacking = {
            who: _lacks(scene.case, contract.made_at or "", who) for who in missed if who in family
        }
        told = [f"{who} ({what})" for who, what in lacking.items() if what]
        if told and meeting.kind == "initial":
            names = {"meeting": contract.made_at, "told": ", ".join(told)}
            yield Breach((key,), ("meetings", str(contract.made_at), "absent"), names)


def _lacks(case: Case, meeting: str, person: str) -> str:
    met = case.meetings[meeting]
    entries = [entry for entry in met.absent or () if entry.person == person]
    if not entries:
        return "not listed under `absent`"
    if any(map(_is_excused, entries)) or any(_is_after(met, a, person) for a in case.attempts):
        return ""
    return "no reason, no notice, and no attempt to reach them since"


def _is_excused(absence: Absence) -> bool:
    return bool(absence.reason or absence.notice)


def _is_after(met: Meeting, attempt: Attempt, person: str) -> bool:
    late = met.date is None or attempt.date >= met.date
    return attempt.person == person and late


def _views_blank(scene: Scene) -> Iterator[Breach]:
    for _, contract, meeting in made(scene.case):
        where = str(contract.made_at)
        family = parents_of(scene.case, contract.pupil)
        people = scene.case.people
        came = (who for who in meeting.attended if who in family and not is_body(people[who]))
        for person in came:
            blank = _blank_boxes(scene.case, where, person)
            if blank:
                names = {"person": person, "meeting": where, "boxes": ", ".join(blank)}
                yield Breach((where, person), _where_asked(scene.case, where, person), names)


def _blank_boxes(case: Case, meeting: str, person: str) -> list[str]:
    asked = [v for v in case.parent_views if (v.meeting, v.person) == (meeting, person)]
    return [box for box in BOXES if not any(getattr(v, box) or box in v.not_said for v in asked)]


def _where_asked(case: Case, meeting: str, person: str) -> tuple[str | int, ...]:
    for number, views in enumerate(case.parent_views):
        if (views.meeting, views.person) == (meeting, person):
            return ("parent_views", number)
    return ("meetings", meeting)


RULES = (
    Rule(
        "R-31",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: attempts to reach a parent who did not come are recorded",
        "For {subject}: not everybody invited came to {meeting}, and the record has gaps: {told}.",
        "Write each of them under `absent` of the meeting with the `reason`, or `notice: true` "
        "if they let the school know. Failing both, try to reach them and write it under "
        "`attempts`.",
        _absence_unexplained,
        "What a court or a panel asks first is whether the school tried to reach the parent. "
        "A parent with a good reason deserves another chance.",
    ),
    Rule(
        "R-36",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: parents are asked for their views",
        "What {person} said at {meeting} is not complete: {boxes}.",
        "Write their words under `parent_views`. Where they had nothing to say, name the box "
        "under `not_said`.",
        _views_blank,
        "A contract rests on what parents think would help. A blank leaves it open whether they "
        "were asked at all.",
    ),
)
