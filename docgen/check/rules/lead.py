"""Who looks after a contract and chairs its meetings, and is it the same person all along."""

from collections.abc import Iterator

from docgen.check.rules.agreed import reviews_of
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.contract import Contract
from docgen.model.finding import Severity, Stage
from docgen.model.sheet import Path

GUIDANCE = "Working together to improve school attendance (Department for Education)"
Flaw = tuple[Path, str]


def _no_lead(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        if contract.lead_practitioner is None:
            yield Breach((key,), ("contracts", key))


def _lead_from_outside(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        lead = contract.lead_practitioner
        if lead and lead not in scene.case.school.staff:
            yield Breach((key,), ("contracts", key, "lead_practitioner"), {"lead": lead})


def _changing_hands(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        flaws = (*_chairs(scene, key), *_leads(key, contract), *_unexplained(key, contract))
        for path, why in flaws:
            yield Breach((key,), path, {"why": why})


def _chairs(scene: Scene, key: str) -> Iterator[Flaw]:
    """Tell of a meeting without a chair, and of each that has another than the one before."""
    case, contract = scene.case, scene.case.contracts[key]
    made = case.meetings.get(contract.made_at or "")
    if made and made.chair is None:
        yield ("meetings", str(contract.made_at), "chair"), f"{contract.made_at} names no chair"
    chair = made.chair if made else None
    for _, review in reviews_of(case, key):
        met = case.meetings.get(review.meeting or "")
        if met and met.chair:
            if chair and met.chair not in {chair, *_taken_over(contract, "chair")}:
                path = ("meetings", str(review.meeting), "chair")
                yield path, f"{review.meeting} has another chair than the meeting before it"
            chair = met.chair


def _taken_over(contract: Contract, role: str) -> list[str]:
    """Give those to whom a role was handed, the latest last."""
    handed = (handover for handover in contract.handovers if handover.role == role)
    return [handover.now for handover in sorted(handed, key=lambda handover: handover.date)]


def _leads(key: str, contract: Contract) -> Iterator[Flaw]:
    handed = _taken_over(contract, "lead_practitioner")
    if handed and contract.lead_practitioner not in (None, handed[-1]):
        path = ("contracts", key, "lead_practitioner")
        yield path, "its lead practitioner is not the one who took over last"


def _unexplained(key: str, contract: Contract) -> Iterator[Flaw]:
    for number, handover in enumerate(contract.handovers):
        if not handover.reason:
            role = handover.role.replace("_", " ")
            path: Path = ("contracts", key, "handovers", number)
            yield path, f"the change of {role} on {handover.date} has no reason"


RULES = (
    Rule(
        "R-46",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: a lead practitioner looks after the contract",
        "{subject} names no lead practitioner.",
        "Write the member of staff who looks after it under `lead_practitioner`.",
        _no_lead,
        why="The parents need one person to turn to, and somebody has to see to it that the "
        "school keeps its own promises.",
    ),
    Rule(
        "R-47",
        Stage.CONTRACT,
        Severity.INFORMATION,
        "The authority's key information on attendance contracts: the lead practitioner works at "
        "the school",
        "The lead practitioner of {subject}, {lead}, is not on the school's staff.",
        "Name a member of staff, or add {lead} to the school's staff if they do work there.",
        _lead_from_outside,
        why="It is the school that makes the contract with the parents, so somebody of the school "
        "should answer for it.",
    ),
    Rule(
        "R-48",
        Stage.CONTRACT,
        Severity.INFORMATION,
        "The authority's checklist for attendance contracts: one chair and one lead practitioner "
        "throughout",
        "{subject} should stay with one chair and one lead practitioner, but {why}.",
        "Name who chairs the meeting. Where somebody took over, write it under `handovers` with "
        "`role`, `was`, `now`, `date` and a `reason`.",
        _changing_hands,
        why="A family that tells its story once trusts the person who heard it. A change may be "
        "needed, but there should be a reason that can be told.",
    ),
)
