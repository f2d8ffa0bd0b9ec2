"""Rows of a sheet that docgen handed back → which were changed since, and so which families."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from docgen.model.roster import Row

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Changed:
    """How many rows were changed or added since a sheet was handed back, and the first of them."""

    count: int
    first: tuple[int, ...] = ()


@dataclass(slots=True)
class Changes:
    """Hears all rows of a sheet once; `stood` tells those that are as they were handed back.

    A row takes a bit of memory.
    """

    stood: Callable[[Row], bool]
    count: int = 0
    first: list[int] = field(default_factory=list)
    _bits: bytearray = field(default_factory=bytearray)

    def hear(self, row: Row) -> None:
        """Hear a row."""
        if self.stood(row):
            return
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(row.number)
        place, bit = divmod(row.number, 8)
        self._bits.extend(bytes(max(0, place + 1 - len(self._bits))))
        self._bits[place] |= 1 << bit

    def touch(self, rows: Iterable[int]) -> bool:
        """Tell whether any of these rows was changed."""
        asked = (divmod(row, 8) for row in rows)
        return any(self._bits[p] >> bit & 1 for p, bit in asked if p < len(self._bits))

    def told(self) -> Changed:
        """Give the count."""
        return Changed(self.count, tuple(self.first))


def aside(left_out: int, changed: Changed | None) -> Iterator[str]:
    """Tell what is not looked at: families with casefiles, rows that are as they were."""
    if left_out:
        yield f"Families left out, as they have casefiles of their own: {left_out:,}."
    if changed:
        rows = f" (first rows {', '.join(map(str, changed.first))})" if changed.first else ""
        yield (
            f"Rows changed or added since docgen handed this sheet back: {changed.count:,}{rows}. "
            "Families in other rows keep what they were sent."
        )
