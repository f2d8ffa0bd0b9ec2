"""Who was given a contract or a review, who is still to get it, and was it the right copy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from docgen.check.rules.agreed import allowed, at_review, in_force, standing
from docgen.check.rules.names import is_body
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.model.case import Case
from docgen.model.contract import Contract, Copy
from docgen.model.finding import Severity, Stage
from docgen.model.pack import Act
from docgen.model.people import Link

GUIDE = "The authority's guide to attendance contracts"
KEY_INFORMATION = "The authority's key information on attendance contracts"
HOLDS = "parental_responsibility"
COPY_DAYS = 5


@dataclass(frozen=True, slots=True)
class Record:
    """A contract that holds, or a review: who came, and the copies handed over without docgen."""

    key: str
    act: Act
    contract: Contract
    present: tuple[str, ...]
    copies: tuple[Copy, ...]

    @property
    def table(self) -> str:
        """Give the table of the casefile in which it stands."""
        return f"{self.act}s"

    @property
    def only_party(self) -> str | None:
        """Give the party who came, where there was just one: the paper itself is then theirs."""
        there = [party for party in self.contract.parties if party in self.present]
        return there[0] if len(there) == 1 else None


def _contracts(case: Case) -> Iterator[Record]:
    for key, contract in in_force(case):
        meeting = case.meetings.get(contract.made_at or "")
        present = meeting.attended if meeting else ()
        yield Record(key, "contract", contract, present, contract.copies)


def _reviews(case: Case) -> Iterator[Record]:
    for key, held in case.reviews.items():
        contract = case.contracts[held.contract]
        yield Record(key, "review", contract, at_review(case, held), held.copies)


def _given(scene: Scene, record: Record, person: str) -> Iterator[date]:
    """Give the days on which somebody got a copy: by hand, by letter, or as their own paper."""
    yield from (copy.date for copy in record.copies if copy.to == person)
    for paper in standing(scene, "copy-letter"):
        if (paper.about, paper.recipient) == (record.key, person):
            yield paper.sent.date if paper.sent else paper.dated
    for paper in standing(scene, record.act):
        addressee = paper.recipient or record.only_party
        if paper.sent and (paper.about, addressee) == (record.key, person):
            yield paper.sent.date


def _without(scene: Scene, record: Record, wanted: Iterable[str]) -> Iterator[Breach]:
    for person in dict.fromkeys(wanted):
        if not any(_given(scene, record, person)):
            names = {"record": record.key, "person": person}
            path = (record.table, record.key, "copies")
            itself = record.key if record.act == "review" else ""
            yield Breach((record.key, person), path, names, spares=itself)


def _none_for_those_there(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    for record in (*_contracts(case), *_reviews(case)):
        pupil = record.contract.pupil
        there = (k for k in record.present if case.is_parent(k, pupil) or k in case.partners)
        yield from _without(scene, record, there)


def _none_for_all(scene: Scene) -> Iterator[Breach]:
    for record in _contracts(scene.case):
        yield from _without(scene, record, (*record.contract.parties, *scene.case.partners))


def _not_told(scene: Scene) -> Iterator[Breach]:
    for record in _contracts(scene.case):
        links = (link for link in scene.case.links if link.pupil == record.contract.pupil)
        took_part = {*record.contract.parties, *record.present}
        away = (link for link in links if HOLDS in link.basis and link.person not in took_part)
        wanted = [link.person for link in away if _may_be_told(scene.case, link)]
        yield from _without(scene, record, wanted)


def _may_be_told(case: Case, link: Link) -> bool:
    orders = (order for order in case.family.court_orders if not order.cleared_by)
    barred = {(order.person, order.pupil) for order in orders if order.limits}
    return (link.person, link.pupil) not in barred and not is_body(case.people[link.person])


def _whole_copy(scene: Scene) -> Iterator[Breach]:
    for record in _contracts(scene.case):
        outside = set(scene.case.people).difference(record.contract.parties)
        for number, copy in enumerate(record.copies):
            if copy.to in outside and copy.mode == "full":
                names = {"contract": record.key, "person": copy.to}
                path = ("contracts", record.key, "copies", number)
                yield Breach((record.key, copy.to), path, names)


def _late(scene: Scene) -> Iterator[Breach]:
    days = allowed(scene.pack, "copy_days", COPY_DAYS)
    for record in _contracts(scene.case):
        meeting = scene.case.meetings.get(record.contract.made_at or "")
        if meeting and meeting.date:
            path = ("contracts", record.key, "copies")
            for person, given in _given_after(scene, record, meeting.date):
                last = scene.days.last_missed(given, meeting.date, days)
                names = {"contract": record.key, "person": person, "given": given}
                if last:
                    yield Breach((record.key, person), path, names | {"days": days, "last": last})


def _given_after(scene: Scene, record: Record, day: date) -> Iterator[tuple[str, date]]:
    """Give those whose first copy came after a day, and no reason is down for it."""
    excused = {copy.to for copy in record.copies if copy.reason}
    for person in (*scene.case.people, *scene.case.partners):
        first = min(_given(scene, record, person), default=day)
        if first > day and person not in excused:
            yield person, first


RULES = (
    Rule(
        "R-69",
        Stage.ISSUE,
        Severity.ERROR,
        f"{GUIDE}: a copy for each of those who were there",
        "{person} was there for {record}, but nothing shows that {person} was given a copy of it.",
        "Give {person} the copy and write it under `copies` of {record}, or issue the letter that "
        "goes with one. If {person} was not there, correct who was `present`.",
        _none_for_those_there,
        why="Whoever helped to make an agreement needs it in hand to keep to it. Without a copy, "
        "nobody can be asked why they didn't.",
    ),
    Rule(
        "R-70",
        Stage.ISSUE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: parties and partners have a copy",
        "Nothing shows that {person} was given a copy of {record}.",
        "Give {person} the copy and write it under `copies` of {record}. If {person} has no part "
        "in it, record that as a decision.",
        _none_for_all,
        why="Everybody who works with the family should work to the same plan, those too who "
        "could not come to the meeting.",
    ),
    Rule(
        "R-71",
        Stage.ISSUE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: everybody with parental responsibility knows of the support",
        "{person} has parental responsibility and no part in {record}, and nothing shows that "
        "{person} was told of the support in it.",
        "Send a letter about the support, or write under `copies` of {record} what was handed "
        "over: `mode: support_letter` or `mode: information_copy_redacted`.",
        _not_told,
        why="A parent who was not there keeps their responsibility for the child, and can only "
        "help if they know what has been put in place.",
    ),
    Rule(
        "R-72",
        Stage.ISSUE,
        Severity.ERROR,
        "Data protection: a parent who is not party sees the support, not the other's actions",
        "{person}, who is not party to {contract}, is down as having been given the whole of it.",
        "If it was an information copy, write `mode: information_copy_redacted`. If the whole "
        "contract went out, tell the member of staff who looks after data protection, get it "
        "back, and record the copy that takes its place.",
        _whole_copy,
        why="The contract holds one parent's promises, and perhaps their address. The other "
        "parent may know what is done for the child, not that.",
    ),
    Rule(
        "R-73",
        Stage.ISSUE,
        Severity.WARNING,
        f"{GUIDE}: copies follow at once (how many days is docgen's own measure)",
        "{person} was given {contract} on {given}; the last day for it was {last} (school days "
        "after the meeting: {days}).",
        "Correct the date, or write the `reason` beside the copy.",
        _late,
        why="What was agreed is to be done from the next day. A copy that comes weeks later says "
        "that it wasn't meant seriously.",
    ),
)
