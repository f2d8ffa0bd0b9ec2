"""What a rule is: its id, stage, severity and words, and a judge from a scene to breaches."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from docgen.model.calendar import SchoolDays
from docgen.model.case import Case
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Pack
from docgen.model.sheet import Path


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a rule may look at."""

    case: Case
    pack: Pack
    today: date
    days: SchoolDays


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rule is broken.

    `about` are the keys it concerns (empty for the whole case), `path` the
    field to mend, `names` what the rule's words leave open (keys, dates, counts
    and code values, nobody's data), `spares` the key of a paper not stopped.
    """

    about: tuple[str, ...]
    path: Path
    names: Mapping[str, object] = field(default_factory=dict)
    spares: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the field; `severity` is the national one, which a pack may override.

    One of severity `-` applies only where a pack says so. `says` and `remedy`
    are for a clerk; `{subject}` and the breach's names are filled in. `source`
    is the law, guidance or practice behind it, `why` what it is good for.
    """

    id: str
    stage: Stage
    severity: Severity | Literal["-"]
    source: str
    says: str
    remedy: str
    judge: Callable[[Scene], Iterable[Breach]]
    why: str

    def finding(self, breach: Breach, severity: Severity) -> Finding:
        """Put a breach into words."""
        names = {"subject": ".".join(breach.about), **breach.names}
        return Finding(
            rule=self.id,
            severity=severity,
            message=self.says.format_map(names),
            remedy=self.remedy.format_map(names),
            stage=self.stage,
            about=breach.about,
            spares=breach.spares,
            path=breach.path,
            source=self.source,
        )


def judged_when_made(_scene: Scene) -> tuple[Breach, ...]:
    """Find nothing in a case: the rule looks at the made paper."""
    return ()
