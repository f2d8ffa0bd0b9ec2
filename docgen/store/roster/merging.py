"""Lines with merged cells → lines in which each row under a merged cell has its value."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docgen.model.roster import NOTHING, Cell
from docgen.store.roster.grid import Line, Notes, Span, Trouble


@dataclass(slots=True)
class Merging:
    """The merged ranges still to come and those that reach into the rows being read."""

    spans: Sequence[Span]
    notes: Notes
    _next: int = 0
    _open: list[tuple[Span, Cell]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Put them in the order in which the rows come."""
        self.spans = sorted(self.spans, key=lambda span: (span.top, span.left))

    def applied(self, line: Line) -> Line:
        """Fill a line from the merged cells over it; what is merged across is a trouble."""
        if self._next == len(self.spans) and not self._open:
            return line
        self._begin(line)
        self._open = [each for each in self._open if each[0].bottom >= line.number]
        cells, troubles = list(line.cells), list[Trouble]()
        for span, cell in self._open:
            if span.left != span.right:
                troubles.append(("roster-merged-across", span.left))
            elif span.top < line.number and cell is not NOTHING:
                cells.extend([NOTHING] * (span.left - len(cells)))
                cells[span.left - 1] = cell
                self.notes.add("roster-merged-down", line.number, span.left)
        return replace(line, cells=cells, troubles=(*line.troubles, *troubles))

    def _begin(self, line: Line) -> None:
        while self._next < len(self.spans) and self.spans[self._next].top <= line.number:
            span = self.spans[self._next]
            self._next += 1
            is_first = span.top == line.number and span.left <= len(line.cells)
            self._open.append((span, line.cells[span.left - 1] if is_first else NOTHING))
