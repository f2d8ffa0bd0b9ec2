"""A job with all that its words are made of: case, pack, bundle and the records it is about."""

import datetime as dt
from dataclasses import dataclass

from docgen.model.calendar import SchoolDays
from docgen.model.case import Case
from docgen.model.contract import Contract, Review
from docgen.model.meeting import Meeting
from docgen.model.pack import Pack
from docgen.model.plan import Job
from docgen.wording.bundle import Bundle
from docgen.wording.reader import NONE, Own, Reader


@dataclass(frozen=True, slots=True)
class Matter:
    """What a document's values are drawn from."""

    case: Case
    pack: Pack
    job: Job
    bundle: Bundle
    days: SchoolDays

    @property
    def reader(self) -> Reader:
        """Give the reader's language, with the texts that were translated into it."""
        return Reader(self.bundle, (*self.case.texts, *self.case.school.texts))

    def written(self, text: str | None, about: str, what: str, own: Own = NONE) -> str:
        """Give what staff wrote in English in the reader's words (T-19)."""
        if self.bundle.is_english:
            return text or ""
        return self.reader.written(text, about, what, own)

    @property
    def contract_key(self) -> str:
        """Give the key of the contract that the job is about, or nothing."""
        return self.case.contract_behind(self.job.about) or ""

    @property
    def contract(self) -> Contract | None:
        """Give the contract that the job is about, or None."""
        return self.case.contracts.get(self.contract_key)

    @property
    def agreed(self) -> Contract:
        """Give the contract of a job that is about one."""
        return self.case.contracts[self.contract_key]

    @property
    def review(self) -> Review | None:
        """Give the review that the job is about, or None."""
        return self.case.reviews.get(self.job.about)

    @property
    def meeting(self) -> Meeting | None:
        """Give the meeting that the job is about, or at which its contract is or will be made."""
        made_at = meeting_of(self.case, self.contract_key)
        key = made_at if self.contract else self.job.about
        return self.case.meetings.get(key)

    @property
    def date(self) -> dt.date | None:
        """Give the day that the paper speaks of: of its record, else of its meeting or contract."""
        case, about = self.case, self.job.about
        for table in (case.reviews, case.terminations, case.noncompliance, case.no_contract):
            if about in table:
                return table[about].date
        if self.meeting and self.meeting.date:
            return self.meeting.date
        return self.contract.period.start if self.contract else None


def meeting_of(case: Case, key: str) -> str:
    """Give the meeting at which a contract was or will be made, or nothing.

    A contract that does not say yet has the last standing first meeting about
    its pupil that one of its parties is invited to.
    """
    contract = case.contracts.get(key)
    if contract is None:
        return ""
    if contract.made_at:
        return contract.made_at
    fits = [
        name
        for name, meeting in case.meetings.items()
        if meeting.is_live
        and meeting.kind == "initial"
        and contract.pupil in meeting.pupils
        and set(contract.parties) & set(meeting.invited)
    ]
    return fits[-1] if fits else ""
