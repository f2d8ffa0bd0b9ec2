"""Any number of findings → a count of each kind with the first of them, most fundamental first."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.check.roster.faults import FAULTS
from docgen.model.finding import Finding, Severity

MOST_SHOWN = 50
_ORDER = {rule: number for number, rule in enumerate(FAULTS)}
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)


@dataclass(frozen=True, slots=True)
class Told:
    """A kind of finding: how many there are, and the first of them."""

    rule: str
    severity: Severity
    count: int
    shown: tuple[Finding, ...]


@dataclass(slots=True)
class Tally:
    """Counts findings as they come; what it keeps doesn't grow with them."""

    _counts: dict[tuple[str, Severity], int] = field(default_factory=dict)
    _shown: dict[tuple[str, Severity], list[Finding]] = field(default_factory=dict)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count findings."""
        for finding in findings:
            kind = (finding.rule, finding.severity)
            self._counts[kind] = self._counts.get(kind, 0) + 1
            shown = self._shown.setdefault(kind, [])
            if len(shown) < MOST_SHOWN:
                shown.append(finding)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(count for (_, each), count in self._counts.items() if each is severity)

    def told(self) -> tuple[Told, ...]:
        """Give each kind: of the file before its cells, refusals first, then as a row is read."""
        kinds = sorted(self._counts, key=self._rank)
        return tuple(
            Told(rule, severity, self._counts[rule, severity], tuple(self._shown[rule, severity]))
            for rule, severity in kinds
        )

    def _rank(self, kind: tuple[str, Severity]) -> tuple[bool, int, int, str]:
        rule, severity = kind
        place = self._shown[kind][0].place
        is_cell = place is not None and place.column > 0 and rule not in _ORDER
        of_cells = is_cell or rule.startswith("cell-")
        return of_cells, _SEVERITIES.index(severity), _ORDER.get(rule, -1), rule
