"""A job into who reads its paper, and so whose data it may show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docgen.model.case import Case
from docgen.model.folding import folded, parts, postcode, telephone
from docgen.model.pack import Phrase
from docgen.model.plan import How, Job

SUPPORT_ONLY, COPY = "absent-holder", "participant"
_REDUCED: Mapping[How, Callable[[str], str]] = {"phone": telephone, "postcode": postcode}


@dataclass(frozen=True, slots=True)
class Sight:
    """What the readers of one job's paper may see of a case; `phrases` are those of the pack."""

    case: Case
    job: Job
    phrases: Mapping[str, Phrase] = field(default_factory=dict)

    @property
    def readers(self) -> tuple[str, ...]:
        """Give the keys of those who read it: its recipient, else the parties or all invited."""
        if self.job.recipient:
            return (self.job.recipient,)
        meeting = self.case.meetings.get(self.job.about)
        invited = meeting.invited if meeting else ()
        return tuple(key for key in (*self.parties, *invited) if key in self.case.people)

    @property
    def parties(self) -> tuple[str, ...]:
        """Give the parties of the contract that it is about."""
        contract = self.case.contracts.get(self.case.contract_behind(self.job.about) or "")
        return contract.parties if contract else ()

    @property
    def pupils(self) -> tuple[str, ...]:
        """Give the pupils whom it is about."""
        if self.job.pupil:
            return (self.job.pupil,)
        return tuple(key for key in self.case.pupils if key in self.job.subjects)

    @property
    def contracts(self) -> tuple[str, ...]:
        """Give the contracts whose actions it shows; an information copy has support only.

        So has the copy for a parent who was there, but is not party.
        """
        if self.job.kind.per == SUPPORT_ONLY:
            return ()
        if self.job.kind.per == COPY and self.job.recipient in self._other_parents:
            return ()
        return tuple(key for key in self.case.contracts if key in self.job.subjects)

    @property
    def is_for_partner(self) -> bool:
        """Tell whether it goes to an organisation: no word of the family's needs in it."""
        return self.job.recipient in self.case.partners

    def may_show(self, owner: str, value: str = "", how: How = "text") -> bool:
        """Tell whether somebody's value may stand there.

        A paper for staff may show the data of the people it is about. On any
        other, every reader must be the owner or have the same value.
        """
        if self.job.kind.audience == "staff":
            concerned = self.readers if self.job.recipient else self._concerned
            return any(self._knows(key, owner, value, how) for key in concerned)
        known = [self._knows(key, owner, value, how) for key in self.readers]
        return bool(known) and all(known)

    @property
    def _other_parents(self) -> frozenset[str]:
        return frozenset(self.case.people) - frozenset(self.parties)

    @property
    def _concerned(self) -> tuple[str, ...]:
        """Give whom a record for staff is about; a decision against a contract, the family."""
        decision = self.case.no_contract.get(self.job.about)
        links = self.case.links if decision else ()
        family = (link.person for link in links if link.pupil == self.job.pupil)
        return (*self.job.subjects, *family)

    def _knows(self, reader: str, owner: str, value: str, how: How) -> bool:
        if reader == owner:
            return True
        person = self.case.people.get(reader)
        own = [part for line in person.address for part in parts(line)] if person else []
        own += [person.phone or "", person.email or ""] if person else []
        return bool(value) and reduced(value, how) in {reduced(text, how) for text in own if text}


def reduced(value: str, how: How) -> str:
    """Give what counts when two values are compared."""
    return _REDUCED.get(how, folded)(value)
