"""What all cases of one school share (M-08)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.model.casetext import CaseText


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of the school's staff."""

    legal_name: str
    role: str
    title: str | None = None
    senior: bool = False
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A half term, first and last day included."""

    name: str
    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class School:
    """A school; `signatories` says who signs at each act (`invite: st-2`).

    `letterhead_shows_authority` tells that the picture bears the authority's logo (R-55); `texts`
    translate what staff wrote here: roles, the signing body.
    """

    key: str
    name: str
    gias_type: str
    address: tuple[str, ...]
    phone: str
    staff: Mapping[str, Staff]
    urn: str | None = None
    email: str | None = None
    signing_body: str = "the governing body"
    letterhead: str | None = None
    letterhead_shows_authority: bool = False
    contact_for_changes: str | None = None
    headteacher: str | None = None
    attendance_champion: str | None = None
    signatories: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    inset_days: tuple[dt.date, ...] = ()
    texts: tuple[CaseText, ...] = ()
