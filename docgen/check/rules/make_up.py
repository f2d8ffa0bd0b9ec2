"""Who sits at the table, and where: few professionals, at school, somebody senior among them."""

import re
from collections.abc import Iterator

from docgen.check.rules.agreed import allowed
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up, made, pending
from docgen.model.case import Case
from docgen.model.contract import Contract
from docgen.model.finding import Severity, Stage

TRAINING = "The authority's training on attendance contracts"
MOST = 4
_SENIOR = re.compile(
    r"\b(?:head|head ?teacher|headmaster|headmistress|principal|senior|deputy)\b", re.IGNORECASE
)


def _too_many(scene: Scene) -> Iterator[Breach]:
    case, most = scene.case, allowed(scene.pack, "most_professionals", MOST)
    workers = {*case.school.staff, *case.partners}
    for key, meeting in pending(case):
        count = len(workers.intersection((meeting.chair or "", *meeting.invited)))
        if count > most:
            names = {"count": count, "most": most}
            yield Breach((key,), ("meetings", key, "invited"), names)


def _elsewhere(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        if meeting.at_school is False and not meeting.online:
            yield Breach((key,), ("meetings", key, "at_school"))


def _nobody_senior(scene: Scene) -> Iterator[Breach]:
    for key, contract, meeting in made(scene.case):
        if not any(_is_senior(scene.case, who) for who in meeting.attended):
            path = ("meetings", str(contract.made_at), "present")
            yield Breach((key,), path, {"meeting": contract.made_at})


def _is_senior(case: Case, key: str) -> bool:
    member = case.school.staff.get(key)
    if member is None:
        return False
    return member.senior or key == case.school.headteacher or bool(_SENIOR.search(member.role))


def _no_champion(scene: Scene) -> Iterator[Breach]:
    case, champion = scene.case, scene.case.school.attendance_champion
    for key, contract in drawn_up(case):
        if champion is None:
            yield Breach((key,), ("school",), {"why": "the school's sheet names none"})
        elif champion not in _taking_part(case, contract):
            why = f"nothing shows that {champion} takes part in it"
            yield Breach((key,), ("contracts", key), {"why": why})


def _taking_part(case: Case, contract: Contract) -> set[str | None]:
    told = {note.who for note in case.notifications}
    meeting = case.meetings.get(contract.made_at or "")
    there = (meeting.chair, *meeting.attended) if meeting else ()
    return {contract.lead_practitioner, *told, *there}


RULES = (
    Rule(
        "R-116",
        Stage.INVITE,
        Severity.INFORMATION,
        f"{TRAINING}: as few professionals as can be",
        "{count} professionals are down for {subject}, more than the {most} that a family can "
        "take in with ease.",
        "Ask only those who are needed; the others can be told afterwards. Record why if all of "
        "them have to be there.",
        _too_many,
        "A family that faces a row of professionals says less.",
    ),
    Rule(
        "R-117",
        Stage.INVITE,
        "-",
        f"{TRAINING}: a meeting is best held at school",
        "{subject} is neither at the school nor online.",
        "Hold it at the school if the family can come there.",
        _elsewhere,
        "At school the people and papers that a family may ask for are at hand.",
    ),
    Rule(
        "R-118",
        Stage.CONTRACT,
        Severity.INFORMATION,
        "The authority's guidance on parenting measures: a senior member of staff is there",
        "Nobody senior from the school was at {meeting}, where {subject} was made.",
        "If somebody was, correct `present`, or write `senior: true` for them in the school's "
        "sheet. If not, record why.",
        _nobody_senior,
        "Somebody has to be there who can promise the school's support on the spot.",
    ),
    Rule(
        "R-119",
        Stage.CONTRACT,
        Severity.INFORMATION,
        f"{TRAINING}: the attendance champion oversees the process",
        "The attendance champion has no part in {subject}: {why}.",
        "Write the champion's key under `attendance_champion` in the school's sheet. Tell them "
        "of the contract and write it with the day under `notifications`, unless they chair, "
        "lead or come to the meeting.",
        _no_champion,
        "One person with an eye on all contracts sees what works, and keeps the school to what "
        "it promised.",
    ),
)
