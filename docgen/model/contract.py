"""Attendance contracts: what was agreed, signed, changed, broken and ended."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.model.action import Requirement, Support
from docgen.model.calendar import add_months
from docgen.model.people import Attendance

ContractStatus = Literal[
    "planned",
    "draft",
    "offered",
    "declined",
    "agreed",
    "under_review",
    "warned",
    "terminated",
    "completed",
]
AGREED: frozenset[str] = frozenset({"agreed", "under_review", "warned", "terminated", "completed"})


@dataclass(frozen=True, slots=True)
class Period:
    """How long a contract runs: to a date, or a number of calendar months (C-13)."""

    start: dt.date | None = None
    end: dt.date | None = None
    months: int | None = None
    estimate: bool = False

    @property
    def last_day(self) -> dt.date | None:
        """Give the end: as stated, else reckoned from the months."""
        if self.end is None and self.start is not None and self.months is not None:
            return add_months(self.start, self.months)
        return self.end


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed which version (M-21), at which review if it was at one (R-76)."""

    version: int
    person: str
    role: Literal["parent", "school_for_governing_body", "partner", "pupil"]
    date: dt.date | None = None
    witnessed: bool | None = None
    how: Literal["wet_ink", "scanned"] | None = None
    language: str | None = None
    refused: bool = False
    reason: str | None = None
    review: str | None = None

    @property
    def is_first(self) -> bool:
        """Tell whether it stands under the contract as first made, and not under a review of it."""
        return self.version == 1 and self.review is None


@dataclass(frozen=True, slots=True)
class Understanding:
    """How it was made sure that a parent understood (T-27)."""

    person: str
    language: str
    how: str
    confirmed: dt.date
    staff: str
    said_back: bool | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy handed over without docgen (decisions 3)."""

    to: str
    date: dt.date
    mode: Literal["full", "information_copy_redacted", "support_letter"] = "full"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """Another chair or lead practitioner than before, and why (M-09)."""

    date: dt.date
    role: Literal["chair", "lead_practitioner"]
    was: str
    now: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """One attendance contract; `agreed` tells which actions each earlier version held (R-74).

    `also_sign` are people asked for a signature beside parents and school (R-63);
    `reviews_planned` are set dates that go before the reckoned ones (C-14).
    """

    pupil: str
    parties: tuple[str, ...]
    status: ContractStatus
    made_at: str | None = None
    lead_practitioner: str | None = None
    reasons: str | None = None
    period: Period = Period()
    first_review: dt.date | None = None
    version: int = 1
    requirements: Mapping[str, Requirement] = field(default_factory=dict)
    support: Mapping[str, Support] = field(default_factory=dict)
    agreed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also_sign: tuple[str, ...] = ()
    reviews_planned: tuple[dt.date, ...] = ()
    handovers: tuple[Handover, ...] = ()
    signatures: tuple[Signature, ...] = ()
    understanding: tuple[Understanding, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Declined:
    """A parent who did not want a contract."""

    pupil: str
    person: str
    date: dt.date
    meeting: str | None = None
    reason: str | None = None
    record: bool | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A review of a contract (M-23)."""

    contract: str
    date: dt.date
    present: tuple[str, ...]
    due: dt.date | None = None
    meeting: str | None = None
    next: dt.date | None = None
    next_agreed_by_all: bool | None = None
    asked_by: str | None = None
    attendance: Attendance | None = None
    notes: str | None = None
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Noncompliance:
    """A contact about a requirement that was not kept (M-25)."""

    contract: str
    requirement: str
    date: dt.date
    by: str
    channel: Literal["phone", "email", "letter", "in_person", "text_message"]
    language: str | None = None
    explanation: str | None = None
    reasonable: bool | None = None
    still_useful: bool | None = None
    outcome: Literal["amend_meeting", "warning", "review_meeting", "none"] | None = None
    leads_to: str | None = None

    @property
    def action(self) -> str:
        """Give the requirement's key in its contract: `rq-1`, also for `ct-1.rq-1`."""
        return self.requirement.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Service:
    """How and when a paper was sent or served, and the proof (M-26, E-14)."""

    how: str
    date: dt.date
    proof: str | None = None
    by: str | None = None
    also: str | None = None


@dataclass(frozen=True, slots=True)
class WarningRecord:
    """A warning that a contract is not working (M-26)."""

    contract: str
    to: str
    reply_by: dt.date | None = None
    review_offered: str | None = None
    dated: dt.date | None = None
    sent: Service | None = None
    served: Service | None = None
    reply: str | None = None
    replied: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Termination:
    """The end of a contract before its time, and why (M-27)."""

    contract: str
    date: dt.date
    by: str
    reason: Literal[
        "improved",
        "changed_school",
        "ehe",
        "alternative_plan",
        "exceptional",
        "lack_of_commitment",
        "parent_withdrew",
        "period_ended",
    ]
    text: str | None = None
    agencies_consulted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoContract:
    """A school's decision not to make a contract about a pupil, and why (M-30, D-31)."""

    pupil: str
    date: dt.date
    by: str
    rationale: str
    facts: tuple[str, ...] = ()
