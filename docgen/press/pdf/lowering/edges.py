"""Cells with the borders each asks for → the line at each edge, and how high lines make rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docgen.press.pdf.lowering.borders import line_of, wider
from docgen.press.pdf.lowering.grids import Area
from docgen.press.pdf.lowering.properties import Border
from docgen.press.pdf.tree import Line, Sides

Asked = tuple[Area, Mapping[str, Border]]
Edge = tuple[int, int, bool]  # row and column of its start, and whether it lies flat


@dataclass(frozen=True, slots=True)
class Edges:
    """The lines of a grid: what stands at each edge between or around cells."""

    lines: Mapping[Edge, Line | None]
    known: dict[Area, Sides] = field(default_factory=dict)

    @classmethod
    def of(cls, cells: Sequence[Asked]) -> "Edges":
        """Let the widest of what neighbours ask for stand at each edge."""
        lines: dict[Edge, Line | None] = {}
        for area, sides in cells:
            for side, edges in _around(area).items():
                line = line_of(sides.get(side))
                for edge in edges:
                    there = lines.get(edge)
                    lines[edge] = line if there is None else wider(there, line)
        return cls(lines)

    def sides(self, area: Area, own: Mapping[str, Border]) -> Sides:
        """Give a cell its lines; where a side meets several, its own stands."""
        known = self.known.get(area)
        return known or self.known.setdefault(area, self._sides(area, own))

    def _sides(self, area: Area, own: Mapping[str, Border]) -> Sides:
        found: dict[str, Line | None] = {}
        for side, edges in _around(area).items():
            lines = [self.lines[edge] for edge in edges]
            alike = all(line == lines[0] for line in lines)
            found[side] = lines[0] if alike else line_of(own.get(side))
        return Sides(**found)

    def thickness(self, row: int, columns: int) -> float:
        """Give the width of the broadest flat line above a row: it pushes the whole row down."""
        lines = (self.lines.get((row, column, True)) for column in range(columns))
        return max((line.width for line in lines if line is not None), default=0)


def _around(area: Area) -> Mapping[str, Sequence[Edge]]:
    rows, columns = range(area.top, area.bottom), range(area.start, area.end)
    return {
        "top": [(area.top, column, True) for column in columns],
        "end": [(row, area.end, False) for row in rows],
        "bottom": [(area.bottom, column, True) for column in columns],
        "start": [(row, area.start, False) for row in rows],
    }
