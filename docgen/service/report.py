"""What a run did, as values that the doors put into words."""

from dataclasses import dataclass
from pathlib import Path

from docgen.model.case import Case
from docgen.model.finding import Finding
from docgen.model.pack import Pack
from docgen.model.plan import Identity, Job, LeftOut, Plan
from docgen.model.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Examined:
    """A judged case with its pack, all findings and its plan."""

    path: Path
    sheet: Sheet
    case: Case
    pack: Pack
    findings: tuple[Finding, ...]
    plan: Plan


@dataclass(frozen=True, slots=True)
class Made:
    """A document made: where it lies, and its number unless it is a draft."""

    job: Job
    path: Path
    digest: str
    identity: Identity | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """How far the ledger goes: number of entries and the last seal (hex)."""

    count: int
    seal: str


@dataclass(frozen=True, slots=True)
class Report:
    """What `generate` or `issue` did.

    `made` are the documents of this run, `standing` those that were issued
    before with equal inputs, `stopped` the held, refused and past jobs;
    `notices` tell what else the clerk must know (an addition that waits).
    """

    case_id: str
    made: tuple[Made, ...]
    standing: tuple[Job, ...] = ()
    stopped: tuple[Job, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a clerk asked for; empty means everything that is due."""

    every: bool = False
    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx",)


@dataclass(frozen=True, slots=True)
class Noted:
    """What `withdraw`, `sent` or `served` wrote down, of which version of which number."""

    case_id: str
    number: str
    version: int
    act: str
    notices: tuple[str, ...] = ()
    head: Head | None = None
