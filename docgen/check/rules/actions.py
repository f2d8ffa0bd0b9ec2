"""Are a contract's actions clear and fair: can they be checked, are they the parents' own."""

from collections.abc import Iterator

from docgen.check.rules.agreed import Action, actions, asked
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.check.unwanted import unwanted
from docgen.model.action import PartTime, Requirement, Smart
from docgen.model.agreement import said
from docgen.model.finding import Severity, Stage

CHECKLIST = "The authority's checklist for attendance contracts"


def _parts_missing(scene: Scene) -> Iterator[Breach]:
    for action, requirement in asked(scene.case):
        missing = _missing(scene, requirement)
        if missing:
            yield Breach(action.about, action.path, {"missing": ", ".join(missing)})


def _missing(scene: Scene, requirement: Requirement) -> list[str]:
    smart = requirement.smart or Smart()
    usual = requirement.frozen or scene.pack.phrases.get(requirement.phrase or "")
    parts = {
        "measure": smart.measure or (usual and usual.measure),
        "due": requirement.due or smart.due,
        "relevant": smart.relevant,
        "achievable": smart.achievable,
    }
    return [part for part, said_of in parts.items() if said_of is None]


def _vague(scene: Scene) -> Iterator[Breach]:
    for action, requirement in asked(scene.case):
        text = said(requirement, scene.pack.phrases) or ""
        for found in unwanted(text, scene.pack.avoid, "R-50"):
            names = {"words": found.listed, "instead": found.instead}
            yield Breach(action.about, action.path, names)


def _no_own_idea(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        ideas = [requirement.parents_idea for requirement in contract.requirements.values()]
        if ideas and not any(ideas):
            yield Breach((key,), ("contracts", key, "requirements"))


def _cut_hours(scene: Scene) -> Iterator[Breach]:
    for action in actions(scene.case):
        if action.is_open and _is_part_time(scene, action):
            why = _why_not(action.item.part_time)
            if why:
                yield Breach(action.about, (*action.path, "part_time"), {"why": why})


def _is_part_time(scene: Scene, action: Action) -> bool:
    text = said(action.item, scene.pack.phrases) or ""
    words = any(unwanted(text, scene.pack.avoid, "R-59"))
    return words or action.item.part_time is not None


def _why_not(hours: PartTime | None) -> str:
    if hours is None:
        return "nothing says why and until when"
    faults = []
    if hours.reason == "other":
        faults.append("the reason is not a return after a long illness or absence")
    if hours.until is None:
        faults.append("no last day is set")
    return " and ".join(faults)


RULES = (
    Rule(
        "R-49",
        Stage.CONTRACT,
        Severity.INFORMATION,
        f"{CHECKLIST}: each action says who, what, how it is measured and by when",
        "{subject} doesn't say everything that makes an action clear; it lacks: {missing}.",
        "Add `due`, and under `smart` what lacks: `measure`, `relevant` (how it helps this pupil) "
        "and `achievable` (whether the parent can do it).",
        _parts_missing,
        why="An action can only be kept, and looked at fairly, if everybody sees in the same way "
        "when it is done.",
    ),
    Rule(
        "R-50",
        Stage.CONTRACT,
        Severity.INFORMATION,
        "Guidance for schools on planning with parents: actions say what somebody does",
        "{subject} is worded so openly that nobody could tell whether it is kept: {words}.",
        "{instead}",
        _vague,
        why="A wish is not an action. A parent who is told what to do, when and how often can do "
        "it, and can show that it was done.",
    ),
    Rule(
        "R-51",
        Stage.CONTRACT,
        "-",
        f"{CHECKLIST}: parents bring in their own ideas",
        "No requirement of {subject} is down as the parents' own idea.",
        "Ask the parents what they think would help. Mark what came from them with "
        "`parents_idea: true`.",
        _no_own_idea,
        why="People keep to what they thought of themselves, and parents know their child best.",
    ),
    Rule(
        "R-59",
        Stage.CONTRACT,
        Severity.WARNING,
        "Guidance of the Department for Education: part-time timetables are for a limited time "
        "and never a way to manage attendance",
        "{subject} reads like a part-time timetable, and {why}.",
        "Write under `part_time` the `reason` and the day `until` which it runs. If it is for no "
        "return after illness or absence, plan whole days and other support.",
        _cut_hours,
        why="Every pupil has a right to full-time education. Fewer hours are a bridge back to "
        "school after a long time away; without an end they become absence by agreement.",
    ),
)
