"""How long does a contract run, and is it looked at often enough on the way."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from docgen.check.rules.agreed import reviews_of
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.calendar import add_months
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage

GUIDANCE = "Working together to improve school attendance (Department for Education)"
SHORTEST, LONGEST = 3, 12


def _no_period(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        ends = {"first day": contract.period.start, "last day": contract.period.last_day}
        missing = [what for what, day in ends.items() if day is None]
        if missing:
            names = {"missing": " and no ".join(missing)}
            yield Breach((key,), ("contracts", key, "period"), names)


def _periods(case: Case) -> Iterator[tuple[str, date, date]]:
    for key, contract in drawn_up(case):
        start, end = contract.period.start, contract.period.last_day
        if start and end:
            yield key, start, end


def _unusual_length(scene: Scene) -> Iterator[Breach]:
    for key, start, end in _periods(scene.case):
        if start <= end < add_months(start, SHORTEST):
            names = {"start": start, "end": end, "than": f"less than {SHORTEST}"}
        elif end > add_months(start, LONGEST):
            names = {"start": start, "end": end, "than": f"more than {LONGEST}"}
        else:
            continue
        yield Breach((key,), ("contracts", key, "period"), names)


def _ends_first(scene: Scene) -> Iterator[Breach]:
    for key, start, end in _periods(scene.case):
        if end < start:
            yield Breach((key,), ("contracts", key, "period"), {"start": start, "end": end})


def _starts_early(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        meeting = scene.case.meetings.get(contract.made_at or "")
        start = contract.period.start
        if meeting and meeting.date and start and start < meeting.date:
            names = {"start": start, "meeting": contract.made_at, "met": meeting.date}
            yield Breach((key,), ("contracts", key, "period", "start"), names)


def _no_first_review(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        if contract.first_review is None:
            yield Breach((key,), ("contracts", key, "first_review"))


def _seldom_reviewed(scene: Scene) -> Iterator[Breach]:
    for key, start, end in _periods(scene.case):
        if end >= add_months(start, SHORTEST):
            days = pairwise(sorted({start, *_reviews(scene.case, key)}))
            gaps = [(since, until) for since, until in days if until > add_months(since, 1)]
            for since, until in gaps[:1]:
                names = {"since": since, "until": until}
                yield Breach((key,), ("contracts", key, "reviews_planned"), names)


def _reviews(case: Case, key: str) -> Iterator[date]:
    """Give the days on which a contract was reviewed or is going to be, as far as they are set."""
    contract, held = case.contracts[key], [review for _, review in reviews_of(case, key)]
    known = (contract.first_review, *contract.reviews_planned, *(review.date for review in held))
    upcoming = held[-1].next if held else None
    yield from (day for day in (*known, upcoming) if day)


RULES = (
    Rule(
        "R-40",
        Stage.CONTRACT,
        Severity.ERROR,
        "Anti-social Behaviour Act 2003, section 19(4)",
        "{subject} must state how long it runs: there is no {missing}.",
        "Write `start` and either `end` or `months` under `period`; add `estimate: true` where "
        "the end is only expected.",
        _no_period,
        why="What parents agree to, they agree to for a stated time. They should know when it is "
        "over.",
    ),
    Rule(
        "R-41",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: no shortest or longest time is laid down; an authority's guide calls 3 to "
        "12 months usual",
        "{subject} runs from {start} to {end}, which is {than} months.",
        "Correct the period, or record why this length is right.",
        _unusual_length,
        why="An unusual length is allowed, but often a slip in a date. A very short contract "
        "gives new habits little time; a very long one loses sight of its aim.",
    ),
    Rule(
        "R-42a",
        Stage.CONTRACT,
        Severity.ERROR,
        "A period ends after it starts",
        "{subject} ends on {end}, before it starts on {start}.",
        "Correct `start` or `end`.",
        _ends_first,
        why="One of the two dates is wrong, and both are printed on the contract.",
    ),
    Rule(
        "R-42b",
        Stage.CONTRACT,
        Severity.WARNING,
        "A contract starts once it has been agreed",
        "{subject} starts on {start}, before the meeting {meeting} on {met} at which it was made.",
        "Correct the start or the meeting's date, or record why it starts earlier.",
        _starts_early,
        why="Nobody can have kept to something before it was agreed. One of the dates is likely "
        "to be wrong.",
    ),
    Rule(
        "R-52",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: contracts are reviewed regularly",
        "{subject} doesn't say when it is reviewed first.",
        "Agree a day with the parents and write it under `first_review`.",
        _no_first_review,
        why="A contract is kept alive by its reviews. A day that is set from the start is one "
        "that everybody can keep free.",
    ),
    Rule(
        "R-53",
        Stage.CONTRACT,
        "-",
        "The authority's guide to attendance contracts: a review each month where a contract "
        "runs for three months or more",
        "{subject} goes without a review from {since} to {until}, which is more than a month.",
        "Plan a review in between: under `reviews_planned`, or as `next` of the latest review.",
        _seldom_reviewed,
        why="Where things slip, a month is soon enough to put them right together. Later, they "
        "have often gone too far.",
    ),
)
