"""The rows of a workbook that is handed back ↔ a hidden sheet in it: which were changed since.

Digests under the office's own key stand on that sheet, and nothing that anybody could read.
"""

import hmac
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from docgen.model.roster import Row
from docgen.store.roster.grid import Grid, Notes

BYTES = 8
FIGURES = 2 * BYTES
IN_A_CELL = 2_000
"""Digests in one cell, which takes 32,767 letters."""
PLAIN = re.compile(rf"(?:[0-9a-f]{{{FIGURES}}})*")
NO_ROW = Row(0, ())


@dataclass(frozen=True, slots=True)
class Noted:
    """The digests of rows as they were handed back, sorted; they take eight bytes each."""

    digests: "array[int]"
    key: bytes

    def has(self, row: Row) -> bool:
        """Tell whether a row with just these texts was there, wherever it stood."""
        digest = row_digest(row, self.key)
        place = bisect_left(self.digests, digest)
        return place < len(self.digests) and self.digests[place] == digest


def row_digest(row: Row, key: bytes) -> int:
    """Digest what the cells of a row say; without the key nobody can try values."""
    texts = [cell.text.encode("utf-8", "surrogatepass") for cell in row.cells]
    while texts and not texts[-1]:
        texts.pop()
    said = b"".join(len(text).to_bytes(4, "big") + text for text in texts)
    return int.from_bytes(hmac.digest(key, said, "sha256")[:BYTES], "big")


def notes_of(rows: Iterable[Row], key: bytes) -> Iterator[str]:
    """Write rows down as texts of cells; a row of nothing among them stands for the key."""
    digests = (f"{row_digest(row, key):0{FIGURES}x}" for row in chain((NO_ROW,), rows))
    while some := "".join(islice(digests, IN_A_CELL)):
        yield some


def read_notes(grid: Grid, key: bytes) -> Noted | None:
    """Read what a hidden sheet says; None where another office, or another program, wrote it."""
    digests = array("Q")
    with grid.lines(Notes()) as lines:
        for text in (cell.text for line in lines for cell in line.cells):
            if not PLAIN.fullmatch(text):
                return None
            digests.extend(int(text[at : at + FIGURES], 16) for at in range(0, len(text), FIGURES))
    noted = Noted(array("Q", sorted(digests)), key)
    return noted if noted.has(NO_ROW) else None
