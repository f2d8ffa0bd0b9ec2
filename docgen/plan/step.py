"""What is next in a case, as values, and all that it is reckoned from."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from docgen.model.calendar import SchoolDays
from docgen.model.case import Case
from docgen.model.contract import AGREED, Contract
from docgen.model.meeting import Meeting
from docgen.model.plan import Job, Plan

Do = Literal[
    "make", "send", "serve", "hold", "arrange", "review", "copy", "record", "decide", "mend"
]
WITHIN = 5
"""School days in which a paper is signed or sent after its meeting (R-66, R-73)."""
OVER = frozenset({"terminated", "completed"})


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `about` are the keys it concerns, the record itself first.

    `person` is for whom it is, `rule` and `source` say why, `kind` and `number`
    name the paper if it is about one. Without `by` it has no date of its own.
    """

    do: Do
    what: str
    about: tuple[str, ...]
    by: dt.date | None = None
    person: str | None = None
    pupil: str | None = None
    rule: str = ""
    source: str = ""
    kind: str = ""
    number: str = ""

    def is_overdue(self, today: dt.date) -> bool:
        """Tell whether it should have been done before today."""
        return self.by is not None and self.by < today


@dataclass(frozen=True)
class Outlook:
    """A planned case on a day, with the days on which its school is open."""

    case: Case
    plan: Plan
    days: SchoolDays
    today: dt.date

    @cached_property
    def ended(self) -> frozenset[str]:
        """Give the contracts that were ended, by today."""
        endings = self.case.terminations.values()
        return frozenset(ending.contract for ending in endings if ending.date <= self.today)

    @cached_property
    def in_force(self) -> dict[str, Contract]:
        """Give the contracts that were agreed and are not over."""
        found = self.case.contracts.items()
        agreed = {key: each for key, each in found if each.status in AGREED - OVER}
        return {key: each for key, each in agreed.items() if key not in self.ended}

    def soon_after(self, day: dt.date | None) -> dt.date | None:
        """Give the last school day on which what follows a meeting is in time."""
        return self.days.after(day, WITHIN) if day else None

    def met(self, contract: Contract) -> dt.date | None:
        """Give the day of the meeting where a contract was made."""
        meeting = self.case.meetings.get(contract.made_at or "")
        return meeting.date if meeting else None

    def follow_ups(self, contract: str) -> dict[str, Meeting]:
        """Give the meetings that stand and were called after a contract was made, on it."""
        pupil = self.case.contracts[contract].pupil
        return {
            key: met
            for key, met in self.case.meetings.items()
            if met.is_live and met.kind != "initial"
            if met.contract == contract or (met.contract is None and pupil in met.pupils)
        }

    def letters_to(self, about: str, person: str) -> tuple[Job, ...]:
        """Give the letters planned to somebody that go with the copy of a record."""
        return tuple(
            job
            for job in self.plan.jobs
            if job.kind.act == "copy-letter" and (job.about, job.recipient) == (about, person)
        )
