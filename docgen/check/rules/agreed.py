"""A case's contracts into what later rules ask of them: actions, reviews, papers, days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.check.rules.registry import Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.action import Requirement, Support
from docgen.model.case import Case, Issued
from docgen.model.contract import AGREED, Contract, Review
from docgen.model.pack import Act, Pack
from docgen.model.sheet import Path

PARENT, FOR_SCHOOL = "parent", "school_for_governing_body"


@dataclass(frozen=True, slots=True)
class Action:
    """One requirement or support of a contract, and where it stands."""

    contract: str
    name: str
    path: Path
    item: Requirement | Support

    @property
    def about(self) -> tuple[str, str]:
        """Give the keys that a finding on it is about."""
        return self.contract, self.name

    @property
    def is_open(self) -> bool:
        """Tell whether it still stands: support always does, a requirement until it is struck."""
        return isinstance(self.item, Support) or self.item.struck is None


def actions(case: Case) -> Iterator[Action]:
    """Give every action of the contracts that are drawn up, struck ones too."""
    for key, contract in drawn_up(case):
        parts: Mapping[str, Mapping[str, Requirement | Support]]
        parts = {"requirements": contract.requirements, "support": contract.support}
        for part, items in parts.items():
            for name, item in items.items():
                yield Action(key, name, ("contracts", key, part, name), item)


def asked(case: Case) -> Iterator[tuple[Action, Requirement]]:
    """Give every requirement that still stands."""
    for action in actions(case):
        if isinstance(action.item, Requirement) and action.is_open:
            yield action, action.item


def in_force(case: Case) -> Iterator[tuple[str, Contract]]:
    """Give the contracts on which something followed, so that they must have been signed."""
    followed: set[str] = {review.contract for review in case.reviews.values()}
    followed |= {warning.contract for warning in case.warnings.values()}
    followed |= {ending.contract for ending in case.terminations.values()}
    for key, contract in drawn_up(case):
        if contract.status in AGREED or key in followed:
            yield key, contract


def reviews_of(case: Case, contract: str) -> list[tuple[str, Review]]:
    """Give the reviews of a contract, the earliest first."""
    found = [(key, held) for key, held in case.reviews.items() if held.contract == contract]
    return sorted(found, key=lambda entry: entry[1].date)


def at_review(case: Case, held: Review) -> tuple[str, ...]:
    """Give everybody who came to a review, or to the meeting that it was."""
    met = case.meetings.get(held.meeting or "")
    return tuple(dict.fromkeys(held.present + (met.attended if met else ())))


def standing(scene: Scene, *acts: Act) -> Iterator[Issued]:
    """Give the issued papers of these acts that were not withdrawn."""
    for paper in scene.case.issued:
        kind = scene.pack.kinds.get(paper.kind)
        if kind and kind.act in acts and paper.withdrawn is None:
            yield paper


def warned_on(scene: Scene, warning: str) -> date | None:
    """Give the first day on which a warning is known to have been given."""
    found = scene.case.warnings[warning]
    days = [paper.dated for paper in standing(scene, "warning") if paper.about == warning]
    days += [service.date for service in (found.sent, found.served) if service]
    return min([*days, found.dated] if found.dated else days, default=None)


def allowed(pack: Pack, parameter: str, usual: int) -> int:
    """Give a number that the pack sets, or the usual one."""
    said = pack.parameters.get(parameter, "")
    return int(said) if said.isdecimal() else usual
