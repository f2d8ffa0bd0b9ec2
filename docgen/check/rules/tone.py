"""Texts of a case that its papers would show → words that don't belong in them (R-57, R-58)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.check.rules.agreed import Action, actions
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.check.unwanted import unwanted
from docgen.model.action import Requirement
from docgen.model.agreement import said
from docgen.model.contract import Copy
from docgen.model.finding import Severity, Stage
from docgen.model.sheet import Path


@dataclass(frozen=True, slots=True)
class Shown:
    """A text of staff that a paper shows; what families said is left as they said it."""

    about: tuple[str, ...]
    path: Path
    text: str | None


def _unwanted(rule: str) -> Callable[[Scene], Iterator[Breach]]:
    """Make the judge of a rule that looks for its words in every text."""

    def judge(scene: Scene) -> Iterator[Breach]:
        """Judge all texts that papers of the case would show."""
        for shown in _shown(scene):
            for found in unwanted(shown.text or "", scene.pack.avoid, rule):
                names = {"words": found.listed, "instead": found.instead}
                yield Breach(shown.about, shown.path, names)

    return judge


def _shown(scene: Scene) -> Iterator[Shown]:
    case = scene.case
    for key, contract in drawn_up(case):
        yield Shown((key,), ("contracts", key, "reasons"), contract.reasons)
        yield from _late(("contracts", key), contract.copies)
    for action in actions(case):
        yield from _of_action(scene, action)
    for key, review in case.reviews.items():
        yield Shown((key,), ("reviews", key, "notes"), review.notes)
        yield from _late(("reviews", key), review.copies)
    for key, warning in case.warnings.items():
        yield Shown((key,), ("warnings", key, "review_offered"), warning.review_offered)
    for key, ending in case.terminations.items():
        yield Shown((key,), ("terminations", key, "text"), ending.text)
    for key, decision in case.no_contract.items():
        yield Shown((key,), ("no_contract", key, "rationale"), decision.rationale)
        for number, fact in enumerate(decision.facts):
            yield Shown((key,), ("no_contract", key, "facts", number), fact)


def _late(path: tuple[str, str], copies: tuple[Copy, ...]) -> Iterator[Shown]:
    for number, copy in enumerate(copies):
        yield Shown(path[1:], (*path, "copies", number, "reason"), copy.reason)


def _of_action(scene: Scene, action: Action) -> Iterator[Shown]:
    item, about, path = action.item, action.about, action.path
    source = "text" if item.phrase is None else "phrase"
    yield Shown(about, (*path, source), said(item, scene.pack.phrases))
    why = item.part_time.why if item.part_time else None
    yield Shown(about, (*path, "part_time", "why"), why)
    if isinstance(item, Requirement):
        measure = item.smart.measure if item.smart else None
        yield Shown(about, (*path, "smart", "measure"), measure)
        for number, event in enumerate(item.history):
            yield Shown(about, (*path, "history", number, "why"), event.why)
    else:
        yield Shown(about, (*path, "frequency"), item.frequency)


RULES = (
    Rule(
        "R-57",
        Stage.ANY,
        Severity.WARNING,
        "The authority's key information on attendance contracts: they support and do not punish",
        "A text of {subject} has words that threaten, or claim what the law doesn't say: {words}.",
        "{instead}",
        _unwanted("R-57"),
        why="The papers are there to win parents over, and a court may read them. A threat drives "
        "people away; a wrong claim about the law can undo the whole case.",
    ),
    Rule(
        "R-58",
        Stage.ANY,
        Severity.WARNING,
        "Working together to improve school attendance (Department for Education): "
        "the names that are used today",
        "A text of {subject} uses a name that is out of date: {words}.",
        "{instead}",
        _unwanted("R-58"),
        why="One thing should have one name in all papers of a family. Old names send people "
        "looking for forms and teams that are no longer there.",
    ),
)
