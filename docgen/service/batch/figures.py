"""What came of each letter of a run → counts that don't grow with it, and rows for its lists."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.check.roster.remedies import as_listed
from docgen.model.batch import Outcome, OutcomeState
from docgen.model.finding import Finding, Severity
from docgen.service.batch.judging import STAYS
from docgen.wording.bundle import english
from docgen.wording.formats import language_name

GOOD: frozenset[OutcomeState] = frozenset({"made", "standing", "issued"})
STATES: Mapping[OutcomeState, str] = {
    "made": "Made in this run",
    "standing": "Issued meanwhile by another run",
    "issued": "Issued before, nothing changed since",
    "past": "Past: too late to send",
    "held": "Held: asks for a decision",
    "refused": "Refused",
    "rejected": "Families that can't be judged",
    "failed": "docgen went wrong",
}
STAY = "Of those issued before, left as they were sent though they would read otherwise now"
FIRST_ROWS = 10
STANDARD, ENGLISH = "standard", "en"


@dataclass(slots=True)
class Reason:
    """Why letters were not made: the first such finding, how many letters, their first rows."""

    finding: Finding
    count: int = 0
    rows: list[int] = field(default_factory=list)

    def add(self, rows: Iterable[int]) -> None:
        """Count a letter."""
        self.count += 1
        for row in rows:
            if len(self.rows) < FIRST_ROWS and row not in self.rows:
                self.rows.append(row)


@dataclass(slots=True)
class Figures:
    """Counts what came of letters: all of them by state, those made by kind, language and print.

    `stay` are those issued before that would read otherwise by now, but whose rows are as docgen
    handed them back.
    """

    states: "Counter[OutcomeState]" = field(default_factory=Counter)
    kinds: "Counter[str]" = field(default_factory=Counter)
    languages: "Counter[str]" = field(default_factory=Counter)
    variants: "Counter[str]" = field(default_factory=Counter)
    reasons: dict[tuple[str, Severity], Reason] = field(default_factory=dict)
    stay: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count a letter, or a family that could not be judged."""
        self.states[outcome.state] += 1
        self.stay += any(each.rule == STAYS for each in outcome.findings)
        if outcome.state == "made":
            self.kinds[outcome.kind] += 1
            self.languages[outcome.language] += 1
            self.variants[outcome.variant] += 1
        for finding in map(as_listed, why(outcome)):
            reason = self.reasons.setdefault((finding.rule, finding.severity), Reason(finding))
            reason.add(outcome.rows)

    def ranked(self) -> list[Reason]:
        """Give the reasons: those that refuse first, of each sort the commonest first."""
        return sorted(self.reasons.values(), key=_rank)

    @property
    def stopped(self) -> int:
        """Count what was not made and may want a clerk's hand."""
        wanting: tuple[OutcomeState, ...] = ("held", "refused", "rejected", "failed")
        return sum(self.states[state] for state in wanting)


def why(outcome: Outcome) -> tuple[Finding, ...]:
    """Give what stopped a letter, each rule once: what refuses it, else what holds it."""
    if outcome.state in GOOD or outcome.state == "past":
        return ()
    errors = [each for each in outcome.findings if each.severity is Severity.ERROR]
    found = errors or [each for each in outcome.findings if each.is_open]
    return tuple({each.rule: each for each in found}.values())


def in_language(tag: str) -> str:
    """Name a paper's language: `Polish and English` for `pl-en`."""
    reader, dash, rest = tag.rpartition("-")
    if dash and rest == ENGLISH:
        return f"{language_name(english(), reader)} and English"
    return language_name(english(), tag)


def _rank(reason: Reason) -> tuple[bool, int, str]:
    finding = reason.finding
    return finding.severity is not Severity.ERROR, -reason.count, finding.rule
