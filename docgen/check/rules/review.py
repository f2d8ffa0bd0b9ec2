"""Are reviews and warnings in order: nothing agreed is lost, and a warning follows a contact."""

from collections.abc import Iterator

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up, lacking, records
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage
from docgen.model.pack import Act

GUIDANCE = "Working together to improve school attendance (Department for Education)"
WARNING: tuple[Act, ...] = ("warning",)
WARNING_SAYS = ("not_working_may_terminate", "another_course_of_action")


def _actions_lost(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        lost = [name for name in _shown(scene.case, key) if name not in contract.requirements]
        if lost:
            names = {"lost": ", ".join(lost)}
            yield Breach((key,), ("contracts", key, "requirements"), names)


def _shown(case: Case, contract: str) -> list[str]:
    """Give the actions that a contract's earlier versions and issued papers showed."""
    lists = list(case.contracts[contract].agreed.values())
    lists += [
        paper.requirements
        for paper in case.issued
        if not paper.withdrawn and case.contract_behind(paper.about) == contract
    ]
    names = [name.removeprefix(f"{contract}.") for names in lists for name in names]
    return list(dict.fromkeys(names))


def _struck_without_words(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        for name, requirement in contract.requirements.items():
            for number, event in enumerate(requirement.history):
                if event.event == "struck_through" and not (event.status and event.date):
                    path = ("contracts", key, "requirements", name, "history", number)
                    yield Breach((key,), path, {"requirement": f"{key}.{name}"})


def _no_contact(scene: Scene) -> Iterator[Breach]:
    for key in scene.case.warnings:
        if not records(scene.case, key):
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


RULES = (
    Rule(
        "R-74",
        Stage.REVIEW,
        Severity.ERROR,
        "The authority's checklist: actions are struck through, never deleted",
        "{subject} no longer holds {lost}, which an earlier version showed.",
        "Put the action back and strike it through: an entry in its `history` with `event: "
        "struck_through`, a `status` and a `date`.",
        _actions_lost,
    ),
    Rule(
        "R-75",
        Stage.REVIEW,
        Severity.WARNING,
        "The authority's checklist: a struck-through action is marked complete or not applicable",
        "{requirement} is struck through, but not marked with both a status and a date.",
        "Write `status: complete` or `status: not_applicable`, and the `date`.",
        _struck_without_words,
    ),
    Rule(
        "R-80",
        Stage.WARN,
        Severity.ERROR,
        f"{GUIDANCE}: the parent is asked for an explanation before a warning",
        "{subject} has no contact behind it in which the parent was asked for an explanation.",
        "Contact the parent first and record it under `noncompliance` with `outcome: warning` "
        "and `leads_to: {subject}`.",
        _no_contact,
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
    ),
    Rule(
        "R-82",
        Stage.WARN,
        Severity.ERROR,
        f"{GUIDANCE}: the warning goes to the parent who did not comply",
        "{subject} is addressed to {to}, who {why}.",
        "Write under `to` the parent who did not comply, or correct the contact's record.",
        _wrong_parent,
    ),
    Rule(
        "R-83",
        Stage.WARN,
        Severity.ERROR,
        f"{GUIDANCE}: what a warning tells the parent",
        "{subject} would not say all that a warning must; the pack lacks {missing}.",
        "Add the statements to the kind in pack.yaml and place them in its template.",
        _warning_unsaid,
    ),
)
