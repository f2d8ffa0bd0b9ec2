"""What a run did, as values that the doors put into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docgen.model.case import Case
from docgen.model.finding import Finding
from docgen.model.pack import Pack
from docgen.model.plan import Identity, Job, LeftOut, Plan
from docgen.model.rendition import Ending, File, Format
from docgen.model.sheet import Sheet
from docgen.service.pdf import Engine


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
class Lying:
    """A file made: where it lies, its digest, and which engine made it."""

    path: Path
    ending: Ending
    digest: str
    engine: str


@dataclass(frozen=True, slots=True)
class Made:
    """A document made: its files, the Word file first, and its number unless it is a draft."""

    job: Job
    files: tuple[Lying, ...]
    identity: Identity | None = None

    @property
    def path(self) -> Path:
        """Give where its first file lies."""
        return self.files[0].path

    @property
    def digest(self) -> str:
        """Give the digest of its first file."""
        return self.files[0].digest


def lying(folder: Path, files: Iterable[File]) -> tuple[Lying, ...]:
    """Tell where a paper's files lie."""
    return tuple(Lying(folder / f.name, f.ending, f.digest, f.engine) for f in files)


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
    """What a clerk asked for; empty means everything that is due.

    `format` is what papers are delivered as, None as the workspace's settings
    say; `engine` is what sets a PDF, `screen` has it set to be read by machine.
    """

    every: bool = False
    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    format: Format | None = None
    engine: Engine = Engine.AUTO
    screen: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """What `withdraw`, `sent` or `served` wrote down, of which version of which number."""

    case_id: str
    number: str
    version: int
    act: str
    notices: tuple[str, ...] = ()
    head: Head | None = None
