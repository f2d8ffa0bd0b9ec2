"""What a kind looks at when it is fanned out, and what comes of it: papers, and who gets none."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen.model.case import Case
from docgen.model.contract import Contract
from docgen.model.meeting import Meeting
from docgen.model.pack import Kind
from docgen.model.people import Link

NOT_WRITTEN_TO = "the school decided not to work with this adult; the reason is in the casefile"
NO_INDIVIDUAL = "{person} is an organisation, not an individual"
UNMADE = frozenset({"planned", "declined"})


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: the record it is about, for whom, about which pupil, and why."""

    about: str
    recipient: str | None
    pupil: str | None
    subjects: frozenset[str]
    because: str
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody who gets no document about a record, and why."""

    about: str
    person: str
    pupil: str | None
    because: str


@dataclass(frozen=True)
class View:
    """A case as one kind sees it on a day."""

    case: Case
    kind: Kind
    today: dt.date

    @property
    def meetings(self) -> tuple[tuple[str, Meeting], ...]:
        """Give the meetings of the kinds that the document is for (`only: {meeting: …}`)."""
        only = self.kind.only.get("meeting")
        found = self.case.meetings.items()
        return tuple((key, met) for key, met in found if only is None or met.kind in only)

    @property
    def live_meetings(self) -> tuple[tuple[str, Meeting], ...]:
        """Give those meetings that were neither replaced nor cancelled."""
        return tuple((key, met) for key, met in self.meetings if met.is_live)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Give the links between parents and pupils, by the order of people, then of pupils."""
        people = {key: place for place, key in enumerate(self.case.people)}
        pupils = {key: place for place, key in enumerate(self.case.pupils)}
        return tuple(
            sorted(self.case.links, key=lambda link: (people[link.person], pupils[link.pupil]))
        )

    def invited(self, met: Meeting) -> Iterator[Link]:
        """Give the links of the parents invited to a meeting with the pupils it is about."""
        for link in self.links:
            if link.person in met.invited and link.pupil in met.pupils:
                yield link

    def why_not(self, link: Link) -> str:
        """Tell why a parent is never written to about a pupil; nothing if they are."""
        if self.case.people[link.person].organisation:
            return NO_INDIVIDUAL.format(person=link.person)
        return "" if link.work_with else NOT_WRITTEN_TO

    def contract_subjects(self, key: str) -> frozenset[str]:
        """Give the keys that a paper showing the contract concerns."""
        contract = self.case.contracts[key]
        providers = {item.provider for item in contract.support.values()}
        actions = {*contract.requirements, *contract.support}
        made_at = {contract.made_at} if contract.made_at else set()
        signing = {*contract.parties, *contract.also_sign}
        return frozenset({key, contract.pupil} | signing | providers | actions | made_at)

    def is_over(self, key: str) -> bool:
        """Tell whether a contract has run out or was ended by today."""
        endings = self.case.terminations.values()
        ended = any(ending.contract == key and ending.date <= self.today for ending in endings)
        return ended or self.case.contracts[key].status in {"terminated", "completed"}

    def absent_from(self, contract: Contract) -> frozenset[str]:
        """Give the parties who were not at the meeting where the contract was made."""
        met = self.case.meetings.get(contract.made_at or "")
        if met is None or not met.is_held:
            return frozenset()
        return frozenset(contract.parties) - frozenset(met.attended)
