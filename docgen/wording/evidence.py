"""What a casefile holds on one contract, as a checklist's comments draw on it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from docgen.model.calendar import add_months
from docgen.model.case import Case, Issued
from docgen.model.contract import Contract, Period, Review
from docgen.model.meeting import Meeting
from docgen.model.pack import Act, Pack
from docgen.wording import formats
from docgen.wording.bundle import Bundle
from docgen.wording.matter import meeting_of
from docgen.wording.naming import named

MONTHLY_FROM = 3
Complete = Literal["done", "not_done", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A comment made of facts, and the answer where facts alone give it."""

    comments: str
    complete: Complete | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One contract of a case, and words for its people and days; for staff, so in English."""

    case: Case
    pack: Pack
    key: str
    bundle: Bundle

    @property
    def contract(self) -> Contract:
        """Give the contract."""
        return self.case.contracts[self.key]

    @property
    def meeting_key(self) -> str:
        """Give the key of the meeting at which the contract was or will be made, or nothing."""
        return meeting_of(self.case, self.key)

    @property
    def meeting(self) -> Meeting | None:
        """Give the meeting at which the contract was or will be made, or None."""
        return self.case.meetings.get(self.meeting_key)

    @property
    def reviews(self) -> tuple[tuple[str, Review], ...]:
        """Give the contract's reviews, oldest first."""
        mine = ((key, e) for key, e in self.case.reviews.items() if e.contract == self.key)
        return tuple(sorted(mine, key=lambda entry: entry[1].date))

    @property
    def is_over(self) -> bool:
        """Tell whether the contract ran its time, so that what is not on record did not happen."""
        return self.contract.status == "completed"

    def issued(self, act: Act, about: str) -> tuple[Issued, ...]:
        """Give the standing issued papers of an act about a record."""
        kinds = {name for name, kind in self.pack.kinds.items() if kind.act == act}
        return tuple(
            paper
            for paper in self.case.issued
            if paper.kind in kinds and paper.about == about and not paper.withdrawn
        )

    def name(self, key: str | None) -> str:
        """Give a name, but only the key of somebody protected who is not the one party."""
        person = self.case.people.get(key or "")
        if person and person.protected and self.contract.parties != (key,):
            return key or ""
        return named(self.case, key) or key or ""

    def names(self, keys: Iterable[str]) -> str:
        """Give the names as a list in a sentence, other pupils left out (X-18)."""
        own = (self.contract.pupil,)
        return formats.listing(
            self.bundle,
            [self.name(key) for key in keys if key in own or key not in self.case.pupils],
        )

    def day(self, date: dt.date | None) -> str:
        """Give a date in full."""
        return formats.day(self.bundle, date) or "a day not recorded"


def sentences(*parts: str) -> str:
    """Give the parts that say something, as sentences."""
    return " ".join(
        part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part
    )


def is_long(period: Period) -> bool:
    """Tell whether a contract runs for three months or more, as far as is known."""
    if period.start and period.last_day:
        return period.last_day >= add_months(period.start, MONTHLY_FROM)
    return (period.months or 0) >= MONTHLY_FROM
