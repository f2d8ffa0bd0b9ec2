"""The people of a case: parents and carers, pupils, how they belong together, partners."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Variant = Literal["standard", "plain", "easy", "large"]
Basis = Literal["natural", "parental_responsibility", "day_to_day_care"]


@dataclass(frozen=True, slots=True)
class Languages:
    """BCP 47 tags of what a person speaks and reads, and how much English (T-07)."""

    speaks: str = "en"
    reads: str = "en"
    english: Literal["none", "some", "good", "fluent"] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A parent or carer (M-06, M-35, M-36)."""

    legal_name: str
    title: str | None = None
    title_declined: bool = False
    single_name: bool = False
    organisation: bool = False
    form_of_address: str | None = None
    address: tuple[str, ...] = ()
    address_verified: dt.date | None = None
    disclose_address_to: tuple[str, ...] = ()
    protected: bool = False
    phone: str | None = None
    email: str | None = None
    languages: Languages = Languages()
    variant: Variant = "standard"
    adjustments: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """An attendance certificate's figures, in sessions (M-29)."""

    ref: str
    possible: int
    attended: int
    authorised: int
    unauthorised: int
    late: int | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """Sessions missed on one day under one code of the register (C-10)."""

    date: dt.date
    code: str
    sessions: Literal[1, 2] = 2


@dataclass(frozen=True, slots=True)
class Attendance:
    """A pupil's attendance as it stood at `as_at` (ISO 8601 date and time).

    `missed` are the days behind the figures, where the school writes them down.
    """

    as_at: str
    certificate: Certificate
    prior_year: Literal["PA", "SA", "none"] | None = None
    missed: tuple[Missed, ...] = ()


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child or young person on the school's roll (M-02, M-03)."""

    legal_name: str
    preferred_name: str | None = None
    date_of_birth: dt.date | None = None
    year_group: int | None = None
    upn: str | None = None
    roll: Literal["registered", "alternative_provision", "not_registered"] = "registered"
    single_name: bool = False
    old_enough_to_understand: bool | None = None
    able_to_take_part: bool | None = None
    spoken_to_before: dt.date | None = None
    voice: str | None = None
    attendance: Attendance | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """How one person belongs to one pupil (M-04, M-05, M-38).

    `explained` is the day on which the school told them how a contract works (P5).
    """

    person: str
    pupil: str
    relationship: str
    basis: tuple[Basis, ...] = ()
    lives_with: Literal["full", "part", "none"] | None = None
    active_role: bool | None = None
    work_with: bool = True
    reason: str | None = None
    explained: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CourtOrder:
    """An order that limits contact or letters; `cleared_by` says who let letters pass (R-24)."""

    person: str
    pupil: str
    limits: tuple[Literal["contact", "correspondence"], ...]
    reference: str | None = None
    cleared_by: str | None = None
    cleared: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """What holds for the family as a whole (M-07)."""

    acrimonious: bool = False
    court_orders: tuple[CourtOrder, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that helps, and whom to speak to there (M-11).

    `authority_officer` marks the authority's own attendance officer (R-21, R-65).
    """

    organisation: str
    person: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    address: tuple[str, ...] = ()
    consulted: dt.date | None = None
    consents_to_actions: bool | None = None
    authority_officer: bool = False


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan that is in place already (M-12); `holds_actions` if attendance is in it (R-09)."""

    type: str
    owner: str | None = None
    conflict: str | None = None
    holds_actions: bool | None = None


@dataclass(frozen=True, slots=True)
class EarlierSupport:
    """Support that was offered before (M-39)."""

    what: str
    date: dt.date
    result: str | None = None
