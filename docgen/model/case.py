"""A judged case: every fact of one family's casefile, frozen."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.model.casetext import CaseText
from docgen.model.contract import (
    Contract,
    Declined,
    NoContract,
    Noncompliance,
    Review,
    Service,
    Termination,
    WarningRecord,
)
from docgen.model.meeting import Attempt, Enclosure, Meeting, ParentViews
from docgen.model.people import EarlierSupport, Family, Link, OtherPlan, Partner, Person, Pupil
from docgen.model.rendition import Ending, Format, endings
from docgen.model.school import School


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a W was accepted; `about` as in `Finding.subject`."""

    rule: str
    about: str
    reason: str
    by: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why an issued document must not count."""

    date: dt.date
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Issued:
    """One version of one issued document (decisions 3); written by docgen alone.

    `digest` is over the Word file's members, or the PDF where there is nothing
    else; `pdf_digest` over the PDF beside a Word file, `engine` what set it.
    `inputs` is over all the document was made from, whatever it is delivered as;
    `english` the same of the English alone, which every translation of it has in common (T-08);
    `requirements` the actions that a contract or review showed (R-74); `text`
    the digest of what its signers agree to, in `contract_version` (R-67).
    """

    number: str
    version: int
    kind: str
    about: str = field(default="", kw_only=True)
    dated: dt.date
    language: str
    variant: str
    format: Format
    template: str
    digest: str
    pdf_digest: str = field(default="", kw_only=True)
    engine: str = field(default="", kw_only=True)
    inputs: str
    english: str = field(default="", kw_only=True)
    recipient: str | None = None
    pupil: str | None = None
    requirements: tuple[str, ...] = ()
    text: str = ""
    contract_version: int | None = None
    replaces: str | None = None
    withdrawn: Withdrawal | None = None
    sent: Service | None = None
    served: Service | None = None

    @property
    def digests(self) -> Mapping[Ending, str]:
        """Give the digest of each file that was delivered, the Word file's first."""
        found = (self.digest, self.pdf_digest)
        return dict(zip(endings(self.format), found, strict=False))


@dataclass(frozen=True, slots=True)
class Answer:
    """A school's answer to one row of a checklist (M-32)."""

    complete: Literal["done", "not_done", "not_applicable"] | None = None
    comments: str | None = None
    by: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row that a school adds to the checklist, at the end of a stage."""

    stage: Literal["planning", "delivery", "review"]
    checkpoint: str
    complete: Literal["done", "not_done", "not_applicable"] | None = None
    comments: str | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """A school's answers (`P1` … `W9`) and own rows for one contract."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    rows: tuple[OwnRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Notification:
    """Who in the school was told of the plan, and when (M-13)."""

    who: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Case:
    """One family's case, all references proved to lead somewhere.

    `texts` translate what staff wrote anywhere in it (T-19).
    """

    schema: int
    case_id: str
    authority: str
    status: Literal["active", "closed"]
    school: School
    people: Mapping[str, Person]
    pupils: Mapping[str, Pupil]
    links: tuple[Link, ...]
    academic_year: str | None = None
    initiated_by: str | None = None
    family: Family = Family()
    partners: Mapping[str, Partner] = field(default_factory=dict)
    other_plans: tuple[OtherPlan, ...] | None = None
    earlier_support: tuple[EarlierSupport, ...] | None = None
    earlier_support_not_right: str | None = None
    notifications: tuple[Notification, ...] = ()
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    enclosures_given: tuple[Enclosure, ...] = ()
    parent_views: tuple[ParentViews, ...] = ()
    contracts: Mapping[str, Contract] = field(default_factory=dict)
    declined: tuple[Declined, ...] = ()
    no_contract: Mapping[str, NoContract] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    noncompliance: Mapping[str, Noncompliance] = field(default_factory=dict)
    warnings: Mapping[str, WarningRecord] = field(default_factory=dict)
    terminations: Mapping[str, Termination] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    texts: tuple[CaseText, ...] = ()
    decisions: tuple[Decision, ...] = ()
    issued: tuple[Issued, ...] = ()

    def link(self, person: str, pupil: str) -> Link | None:
        """Give the link between a person and a pupil, or None."""
        found = (e for e in self.links if e.person == person and e.pupil == pupil)
        return next(found, None)

    def is_parent(self, key: str, pupil: str) -> bool:
        """Tell whether the key is a person linked to the pupil."""
        return self.link(key, pupil) is not None

    def contract_behind(self, about: str) -> str | None:
        """Give the key of the contract that a record is about: `ct-1` for `rv-1`, or None."""
        if about in self.contracts:
            return about
        tables: tuple[Mapping[str, Review | Noncompliance | WarningRecord | Termination], ...]
        tables = (self.reviews, self.noncompliance, self.warnings, self.terminations)
        return next((table[about].contract for table in tables if about in table), None)

    def name_of(self, key: str) -> str:
        """Give the full name behind any key; the key itself if it is nobody's."""
        if key in self.partners:
            partner = self.partners[key]
            return partner.person or partner.organisation
        for table in (self.people, self.pupils, self.school.staff):
            if key in table:
                return table[key].legal_name
        return key
