"""Attendance contracts: what was agreed, signed, changed, broken and ended."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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
class Translation:
    """A case text in another language, bound to the digest of its English (T-19)."""

    text: str
    of: str | None = None
    status: Literal["draft", "reviewed", "approved"] = "draft"
    by: str | None = None
    date: dt.date | None = None


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
class Smart:
    """How a requirement is measured and by when (M-19)."""

    measure: str | None = None
    achievable: bool | None = None
    relevant: str | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ActionEvent:
    """What happened to an action: added, or struck through with its status (R-75)."""

    event: Literal["added", "changed", "struck_through"]
    date: dt.date | None = None
    status: Literal["complete", "not_applicable"] | None = None
    review: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a party will do; exactly one of `phrase` and `text`."""

    owner: str
    text: str | None = None
    phrase: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, metadata={"key": "with"})
    kind: str | None = None
    due: dt.date | None = None
    parents_idea: bool | None = None
    smart: Smart | None = None
    translations: Mapping[str, Translation] = field(default_factory=dict)
    history: tuple[ActionEvent, ...] = ()

    @property
    def struck(self) -> ActionEvent | None:
        """Give the event that struck the action through, or None while it is active."""
        return next((e for e in reversed(self.history) if e.event == "struck_through"), None)

    @property
    def added(self) -> ActionEvent | None:
        """Give the event that added the action, if it was written down."""
        return next((e for e in self.history if e.event == "added"), None)


@dataclass(frozen=True, slots=True)
class Support:
    """One thing the school or a partner will do (M-20)."""

    provider: str
    text: str | None = None
    phrase: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, metadata={"key": "with"})
    start: dt.date | None = field(default=None, metadata={"key": "from"})
    frequency: str | None = None
    existing: bool | None = None
    translations: Mapping[str, Translation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed which version (M-21)."""

    version: int
    person: str
    role: Literal["parent", "school_for_governing_body", "partner", "pupil"]
    date: dt.date | None = None
    witnessed: bool | None = None
    how: Literal["wet_ink", "scanned"] | None = None
    language: str | None = None
    refused: bool = False
    reason: str | None = None


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
class Contract:
    """One attendance contract; `agreed` tells which actions each earlier version held (R-74)."""

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
