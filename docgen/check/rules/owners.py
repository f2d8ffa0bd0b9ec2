"""Who is to do what a contract asks and offers: were they there, and did they agree."""

from collections.abc import Iterator

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import came, drawn_up
from docgen.model.action import Requirement
from docgen.model.case import Case
from docgen.model.contract import Contract
from docgen.model.finding import Severity, Stage

GUIDANCE = "Working together to improve school attendance (Department for Education)"


def _owner_absent(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    for key, contract in drawn_up(case):
        for name, requirement in contract.requirements.items():
            why = _why_not_owner(case, contract, requirement)
            if why:
                names = {"requirement": f"{key}.{name}", "owner": requirement.owner, "why": why}
                yield Breach((key,), ("contracts", key, "requirements", name, "owner"), names)


def _why_not_owner(case: Case, contract: Contract, requirement: Requirement) -> str:
    owner = requirement.owner
    where, present = _added_at(case, contract, requirement)
    if present is not None and owner not in present:
        return f"was not present at {where}"
    is_parent = case.is_parent(owner, contract.pupil)  # another parent's action is R-44's
    return "" if owner in contract.parties or is_parent else "is not party to the contract"


def _added_at(
    case: Case, contract: Contract, requirement: Requirement
) -> tuple[str | None, frozenset[str] | None]:
    added = requirement.added
    review = case.reviews.get(added.review or "") if added else None
    if added is None or review is None:
        return contract.made_at, came(case, contract)
    meeting = case.meetings.get(review.meeting or "")
    return added.review, frozenset(review.present + (meeting.attended if meeting else ()))


def _other_parents_action(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        for name, requirement in contract.requirements.items():
            owner = requirement.owner
            if scene.case.is_parent(owner, contract.pupil) and owner not in contract.parties:
                names = {"requirement": f"{key}.{name}", "owner": owner, "contract": key}
                yield Breach((key,), ("contracts", key, "requirements", name, "owner"), names)


def _without_consent(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        for name, support in contract.support.items():
            partner = scene.case.partners.get(support.provider)
            if partner and not partner.consents_to_actions:
                names = {"partner": support.provider, "contract": key}
                path = ("contracts", key, "support", name, "provider")
                yield Breach((key, support.provider), path, names)


RULES = (
    Rule(
        "R-43",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{GUIDANCE}: actions are only for parents who were at the meeting",
        "{requirement} is for {owner}, who {why}.",
        "Give the action to a party who was there, take it out, or agree it at a meeting with "
        "{owner}. If {owner} was there, correct who was `present`.",
        _owner_absent,
        why="Nobody can be held to a promise that somebody else gave for them.",
    ),
    Rule(
        "R-44",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{GUIDANCE}: where parents make contracts of their own, each holds that parent's actions",
        "{requirement} is for {owner}, a parent who is not party to {contract}.",
        "Move the action to the contract with {owner}, or write {owner} under `parties` if this "
        "contract is made with both parents.",
        _other_parents_action,
        why="A parent signs for their own actions. Those of the other parent, who may live apart, "
        "are neither theirs to promise nor theirs to read.",
    ),
    Rule(
        "R-45",
        Stage.CONTRACT,
        Severity.INFORMATION,
        "The authority's checklist for attendance contracts: partners agree to what they are to do",
        "{contract} promises help from {partner}, and nothing says that {partner} agreed to it.",
        "Ask them. If they agree, write `consents_to_actions: true` at {partner}; if not, take "
        "the support out.",
        _without_consent,
        why="Help that is promised to a family and then doesn't come does harm. Only the partner "
        "knows whether it can give it.",
    ),
)
