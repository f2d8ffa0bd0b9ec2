"""Is a contract ended in good order: reasons told, those concerned asked and written to."""

from collections.abc import Iterator

from docgen.check.rules.agreed import standing, warned_on
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.unwanted import unwanted
from docgen.model.contract import Termination
from docgen.model.finding import Severity, Stage

GUIDE = "The authority's guide to attendance contracts"
NOBODYS_FAULT = frozenset(
    {"improved", "changed_school", "ehe", "alternative_plan", "exceptional", "period_ended"}
)


def _no_reason_given(scene: Scene) -> Iterator[Breach]:
    for key, ending in scene.case.terminations.items():
        if not ending.text:
            yield Breach((key,), ("terminations", key, "text"))


def _party_not_written_to(scene: Scene) -> Iterator[Breach]:
    for key, ending in scene.case.terminations.items():
        letters = [paper for paper in standing(scene, "termination") if paper.about == key]
        told = {paper.recipient for paper in letters}
        parties = scene.case.contracts[ending.contract].parties
        missing = [party for party in parties if party not in told]
        if missing:
            names = {"ending": key, "missing": ", ".join(missing)}
            yield Breach((ending.contract,), ("terminations", key), names, spares=key)


def _blame(scene: Scene) -> Iterator[Breach]:
    for key, ending in scene.case.terminations.items():
        if ending.reason in NOBODYS_FAULT:
            for found in unwanted(ending.text or "", scene.pack.avoid, "R-89"):
                names = {"words": found.listed, "instead": found.instead, "reason": ending.reason}
                yield Breach((key,), ("terminations", key, "text"), names)


def _nobody_asked(scene: Scene) -> Iterator[Breach]:
    for key, ending in scene.case.terminations.items():
        if scene.case.partners and not ending.agencies_consulted:
            yield Breach((key,), ("terminations", key, "agencies_consulted"))


def _not_warned(scene: Scene) -> Iterator[Breach]:
    for key, ending in scene.case.terminations.items():
        if ending.reason == "lack_of_commitment" and not _was_warned(scene, ending):
            yield Breach((key,), ("terminations", key, "reason"), {"contract": ending.contract})


def _was_warned(scene: Scene, ending: Termination) -> bool:
    warnings = scene.case.warnings.items()
    days = [warned_on(scene, key) for key, found in warnings if found.contract == ending.contract]
    return any(day and day <= ending.date for day in days)


RULES = (
    Rule(
        "R-87",
        Stage.END,
        Severity.ERROR,
        f"{GUIDE}: the reason for ending a contract is given in writing",
        "{subject} ends a contract without saying why in words.",
        "Write a sentence or two for the parents under `text`.",
        _no_reason_given,
        why="Parents have a right to know why something they signed is over. A code is for the "
        "record; they need words.",
    ),
    Rule(
        "R-88",
        Stage.ISSUE,
        Severity.WARNING,
        f"{GUIDE}: parents are told in writing that a contract has ended",
        "{subject} was ended by {ending}, and no letter about it has been issued to: {missing}.",
        "Issue the termination letter to each of them.",
        _party_not_written_to,
        why="Whoever signed the contract should not go on keeping to something that is over, or "
        "hear of its end from somebody else.",
    ),
    Rule(
        "R-89",
        Stage.END,
        Severity.WARNING,
        f"{GUIDE}: what is said follows the reason",
        "{subject} ends a contract for a reason that is nobody's fault ({reason}), but its text "
        "has words of blame: {words}.",
        "{instead}",
        _blame,
        why="A contract that has done its work is good news. Words of blame in the last letter "
        "would be untrue, and what the family remembers.",
    ),
    Rule(
        "R-90",
        Stage.END,
        Severity.INFORMATION,
        f"{GUIDE}: agencies are asked before a contract is ended",
        "{subject} ends a contract on which partners work, and none of them is down as asked.",
        "Ask them what the end means for their own work, and write their keys under "
        "`agencies_consulted`.",
        _nobody_asked,
        why="Others may rely on the contract for their own help to the family, or know why it "
        "should go on.",
    ),
    Rule(
        "R-91",
        Stage.END,
        Severity.WARNING,
        f"{GUIDE}: a warning comes before an end for lack of commitment",
        "{subject} ends {contract} for lack of commitment, but no warning on it is down as given.",
        "Record the warning with its date. If there was none, warn first, or record why the "
        "contract ends without.",
        _not_warned,
        why="Parents should have the chance to put things right. An end without a warning would "
        "not stand up to questions later.",
    ),
)
