"""Faults and remarks in somebody's file, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from docgen.model.sheet import Mark, Path


class Severity(StrEnum):
    """What a finding does: E refuses, W holds until decided, I informs."""

    ERROR = "E"
    WARNING = "W"
    INFORMATION = "I"


class Stage(StrEnum):
    """When a rule speaks, and so which papers it stops (domain 3)."""

    FILE = "file"
    LOAD = "load"
    ANY = "any"
    LETTER = "letter"
    INVITE = "invite"
    MISSED = "missed"
    CONTRACT = "contract"
    ISSUE = "issue"
    REVIEW = "review"
    WARN = "warn"
    END = "end"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark.

    `about` holds keys (`("m-1", "p-2", "c-1")`, empty for the whole case);
    `spares` the key of a paper that the finding never stops; `decision` the
    reason under which a W was accepted.
    """

    rule: str
    severity: Severity
    message: str
    remedy: str
    stage: Stage = Stage.FILE
    about: tuple[str, ...] = ()
    spares: str = ""
    path: Path = ()
    place: Mark | None = None
    source: str = ""
    decision: str = ""

    @property
    def subject(self) -> str:
        """Give the keys as a casefile writes them: `m-1.p-2.c-1`, or `case`."""
        return ".".join(self.about) or "case"

    @property
    def is_open(self) -> bool:
        """Tell whether this W still waits for a decision."""
        return self.severity is Severity.WARNING and not self.decision


@dataclass(frozen=True, slots=True)
class Wording:
    """What a fault says and how to put it right; `{names}` are filled in."""

    message: str
    remedy: str


Faults = Mapping[str, Wording]


def fault(table: Faults, rule: str, place: Mark | None, **names: object) -> Finding:
    """Make the finding `rule` of a table of faults, its names filled in."""
    wording = table[rule]
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        message=wording.message.format_map(names),
        remedy=wording.remedy.format_map(names),
        place=place,
    )
