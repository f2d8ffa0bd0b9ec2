"""Are reviews in order: nothing agreed is lost, parents agree to changes, the next one is set."""

from collections.abc import Iterator
from datetime import date

from docgen.check.rules.agreed import at_review, in_force, reviews_of
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.case import Case
from docgen.model.contract import Contract, Review, Signature
from docgen.model.finding import Severity, Stage

GUIDE = "The authority's guide to attendance contracts"
OVER = frozenset({"terminated", "completed"})


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


def _review_unsigned(scene: Scene) -> Iterator[Breach]:
    for key, held in scene.case.reviews.items():
        signed = {signature.person for signature in _signatures(scene.case, key)}
        parties = scene.case.contracts[held.contract].parties
        there = at_review(scene.case, held)
        missing = [party for party in parties if party in there and party not in signed]
        if signed.isdisjoint(scene.case.school.staff):
            missing.append("the school")
        if missing:
            names = {"missing": ", ".join(missing)}
            path = ("contracts", held.contract, "signatures")
            yield Breach((key,), path, names, spares=key)


def _signatures(case: Case, key: str) -> Iterator[Signature]:
    """Give what was signed, or refused, at a review: as it says, else by its date."""
    held = case.reviews[key]
    later = [review.date for _, review in reviews_of(case, held.contract)]
    until = min((day for day in later if day > held.date), default=date.max)
    for signature in case.contracts[held.contract].signatures:
        in_time = signature.date is not None and held.date <= signature.date < until
        if signature.review == key or (signature.review is None and in_time):
            yield signature


def _changed_alone(scene: Scene) -> Iterator[Breach]:
    for key, held in scene.case.reviews.items():
        contract = scene.case.contracts[held.contract]
        came = at_review(scene.case, held)
        changed = list(_changed_at(contract, key, held))
        if changed and not any(party in came for party in contract.parties):
            names = {"changed": ", ".join(changed)}
            yield Breach((key,), ("reviews", key, "present"), names)


def _changed_at(contract: Contract, key: str, held: Review) -> Iterator[str]:
    """Give the actions that a review added, changed or struck through."""
    for name, requirement in contract.requirements.items():
        events = requirement.history
        if any(e.review == key or (e.review is None and e.date == held.date) for e in events):
            yield f"{held.contract}.{name}"


def _overdue(scene: Scene) -> Iterator[Breach]:
    for key, contract in in_force(scene.case):
        due = _next_review(scene.case, key)
        if due and due < scene.today and not _is_over(scene, key, contract):
            yield Breach((key,), ("contracts", key), {"due": due})


def _next_review(case: Case, key: str) -> date | None:
    """Give the day for which the next review of a contract is set."""
    contract, held = case.contracts[key], [review for _, review in reviews_of(case, key)]
    planned = sorted(contract.reviews_planned)
    if not held:
        return min([*planned, contract.first_review or date.max], default=None)
    later = (day for day in planned if day > held[-1].date)
    return held[-1].next or next(later, None)


def _is_over(scene: Scene, key: str, contract: Contract) -> bool:
    endings = scene.case.terminations.values()
    ended = any(ending.contract == key and ending.date <= scene.today for ending in endings)
    run_out = (contract.period.last_day or date.max) < scene.today
    return ended or run_out or contract.status in OVER


def _next_not_agreed(scene: Scene) -> Iterator[Breach]:
    for key, held in scene.case.reviews.items():
        if held.next and not held.next_agreed_by_all:
            yield Breach((key,), ("reviews", key, "next"), {"next": held.next})


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
        why="Parents, and a court, should be able to see all that was ever agreed. What is gone "
        "from the page can't be shown to have been done.",
    ),
    Rule(
        "R-75",
        Stage.REVIEW,
        Severity.WARNING,
        "The authority's checklist: a struck-through action is marked complete or not applicable",
        "{requirement} is struck through, but not marked with both a status and a date.",
        "Write `status: complete` or `status: not_applicable`, and the `date`.",
        _struck_without_words,
        why="A line through an action could mean done or given up. The parent who did it should "
        "see that in words.",
    ),
    Rule(
        "R-76",
        Stage.ISSUE,
        Severity.WARNING,
        f"{GUIDE}: parents and a member of staff sign the review",
        "{subject} is not signed by everybody who should: {missing}.",
        "Write the signatures under `signatures` of the contract with `review: {subject}`. If "
        "somebody refused, write that there with `refused: true`.",
        _review_unsigned,
        why="A review changes what was agreed, so it is agreed in the same way, by both sides.",
    ),
    Rule(
        "R-77",
        Stage.REVIEW,
        Severity.ERROR,
        "Working together to improve school attendance (Department for Education): nothing is "
        "agreed in the parents' absence",
        "{subject} changed {changed}, but no parent who is party was there.",
        "Record the meeting as a note without changes, and agree them at a review to which a "
        "parent comes. If one was there, add them to `present`.",
        _changed_alone,
        why="What was agreed together can only be changed together.",
    ),
    Rule(
        "R-78",
        Stage.ISSUE,
        Severity.WARNING,
        "The authority's key information on attendance contracts: contracts are reviewed regularly",
        "{subject} was due for a review on {due}, and none is down since.",
        "Hold the review, or write down the one that was held. If the contract is over, set its "
        "status.",
        _overdue,
        why="Without reviews nobody sees whether the contract helps. Further steps on one that "
        "was left alone would not be fair.",
    ),
    Rule(
        "R-79",
        Stage.REVIEW,
        Severity.INFORMATION,
        "The authority's checklist: all who take part agree to the next review's date",
        "{subject} sets the next review for {next}; nothing says that everybody agreed to it.",
        "Ask everybody who is to come, and write `next_agreed_by_all: true`.",
        _next_not_agreed,
        why="A date that suits everybody is one on which everybody comes.",
    ),
)
