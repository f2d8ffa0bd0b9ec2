"""Is a contract fit to be printed: what it must state, how long it runs, who was there."""

from collections.abc import Callable, Iterator
from datetime import date

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import came, drawn_up, lacking, parents_of
from docgen.model.action import Requirement
from docgen.model.calendar import add_months
from docgen.model.case import Case
from docgen.model.contract import Contract
from docgen.model.finding import Severity, Stage
from docgen.model.pack import Act

GUIDANCE = "Working together to improve school attendance (Department for Education)"
CONTRACT: tuple[Act, ...] = ("contract",)
SHORTEST, LONGEST = 3, 12


def _no_parent_came(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        present = came(scene.case, contract)
        wanted = contract.parties or parents_of(scene.case, contract.pupil)
        if present is not None and present.isdisjoint(wanted):
            names = {"meeting": contract.made_at}
            yield Breach((key,), ("contracts", key, "made_at"), names)


def _pupil_alone(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        present = came(scene.case, contract) or frozenset()
        if present.isdisjoint(scene.case.people) and not present.isdisjoint(scene.case.pupils):
            names = {"meeting": contract.made_at}
            yield Breach((key,), ("contracts", key, "made_at"), names)


def _must_state(field: str, statement: str) -> Callable[[Scene], Iterator[Breach]]:
    """Make the judge of a field that each contract fills and a statement that its paper carries."""

    def judge(scene: Scene) -> Iterator[Breach]:
        """Judge every contract that is drawn up."""
        unsaid = [
            f"the pack lacks the statement {missing}"
            for missing in lacking(scene.pack, CONTRACT, (statement,))
        ]
        for key, contract in drawn_up(scene.case):
            empty = [] if getattr(contract, field) else ["the casefile names none"]
            if empty or unsaid:
                names = {"why": "; ".join(empty + unsaid)}
                yield Breach((key,), ("contracts", key, field), names)

    return judge


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


def _no_lead(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        if contract.lead_practitioner is None:
            yield Breach((key,), ("contracts", key))


def _statements_missing(scene: Scene) -> Iterator[Breach]:
    needed = scene.pack.must_carry.get("contract", ())
    missing = lacking(scene.pack, CONTRACT, needed)
    if missing and any(drawn_up(scene.case)):
        yield Breach((), ("contracts",), {"missing": ", ".join(missing)})


RULES = (
    Rule(
        "R-29",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{GUIDANCE}: a contract is not made in the parents' absence",
        "{subject} can't be made: none of the parents it is for came to {meeting}.",
        "Record that they did not come and offer another meeting. If they joined online, add "
        "them to `present_online` of the meeting.",
        _no_parent_came,
    ),
    Rule(
        "R-30",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{GUIDANCE}: a contract is between the school and a parent",
        "{subject} can't be made: of the family only the pupil came to {meeting}, and a contract "
        "is never made with a pupil alone, even one who agrees.",
        "Offer the parents another meeting.",
        _pupil_alone,
    ),
    Rule(
        "R-37",
        Stage.CONTRACT,
        Severity.ERROR,
        "Anti-social Behaviour Act 2003, section 19(4)",
        "{subject} must state what is asked of the parents: {why}.",
        "Write at least one entry under `requirements`; the pack's contract must carry the "
        "statement `requirements_heading`.",
        _must_state("requirements", "requirements_heading"),
    ),
    Rule(
        "R-38",
        Stage.CONTRACT,
        Severity.ERROR,
        "Anti-social Behaviour Act 2003, section 19(4)",
        "{subject} must state the support that the school or others agree to give: {why}.",
        "Write at least one entry under `support`; the pack's contract must carry the statement "
        "`school_support_agreement`.",
        _must_state("support", "school_support_agreement"),
    ),
    Rule(
        "R-39",
        Stage.CONTRACT,
        Severity.ERROR,
        "Anti-social Behaviour Act 2003, section 19(4)",
        "{subject} must state that the parents agree to what is asked: {why}.",
        "Write the parents who agree under `parties`; the pack's contract must carry the "
        "statement `parent_agreement`.",
        _must_state("parties", "parent_agreement"),
    ),
    Rule(
        "R-40",
        Stage.CONTRACT,
        Severity.ERROR,
        "Anti-social Behaviour Act 2003, section 19(4)",
        "{subject} must state how long it runs: there is no {missing}.",
        "Write `start` and either `end` or `months` under `period`; add `estimate: true` where "
        "the end is only expected.",
        _no_period,
    ),
    Rule(
        "R-41",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: no shortest or longest time is laid down; most contracts run for 3 to "
        "12 months",
        "{subject} runs from {start} to {end}, which is {than} months.",
        "Correct the period, or record why this length is right.",
        _unusual_length,
    ),
    Rule(
        "R-42a",
        Stage.CONTRACT,
        Severity.ERROR,
        "A period ends after it starts",
        "{subject} ends on {end}, before it starts on {start}.",
        "Correct `start` or `end`.",
        _ends_first,
    ),
    Rule(
        "R-42b",
        Stage.CONTRACT,
        Severity.WARNING,
        "A contract starts once it has been agreed",
        "{subject} starts on {start}, before the meeting {meeting} on {met} at which it was made.",
        "Correct the start or the meeting's date, or record why it starts earlier.",
        _starts_early,
    ),
    Rule(
        "R-43",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{GUIDANCE}: actions are only for parents who were at the meeting",
        "{requirement} is for {owner}, who {why}.",
        "Give the action to a party who was there, take it out, or agree it at a meeting with "
        "{owner}. If {owner} was there, correct who was `present`.",
        _owner_absent,
    ),
    Rule(
        "R-46",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: a lead practitioner looks after the contract",
        "{subject} names no lead practitioner.",
        "Write the member of staff who looks after it under `lead_practitioner`.",
        _no_lead,
    ),
    Rule(
        "R-54",
        Stage.CONTRACT,
        Severity.ERROR,
        "The authority's key information on attendance contracts",
        "The pack's contract does not carry all it must: {missing}.",
        "Add the statements to the kind in pack.yaml and place them in its template.",
        _statements_missing,
    ),
)
