"""A print run's letters in their database → the counts that its cover sheet tells."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

LISTED = 100
"""So many envelopes or letters are named; for more there is index.csv."""
COUNTED = """
COUNT(*), COUNT(DISTINCT nullif(envelope, 0)), coalesce(SUM(pages), 0), coalesce(SUM(sheets), 0)
FROM printed
"""
ALL = f"SELECT 'All', {COUNTED}"
BY_FILE = f"SELECT MIN(file), {COUNTED} GROUP BY stem, part ORDER BY stem, part"
BY_STEM = f"SELECT stem, {COUNTED} GROUP BY stem ORDER BY stem"
FILES = """
SELECT DISTINCT CASE WHEN file LIKE '%/%' THEN substr(file, 1, instr(file, '/') - 1) ELSE file END
AS name FROM printed
"""
PACKING = """
SELECT min(envelope, 1) * many, COUNT(DISTINCT CASE envelope WHEN 0 THEN -at ELSE envelope END)
FROM printed GROUP BY 1
"""
THICK = """
SELECT envelope AS name FROM printed WHERE envelope > 0 GROUP BY envelope HAVING SUM(sheets) >
"""
BARE = """
SELECT envelope AS name FROM printed WHERE envelope > 0 GROUP BY envelope HAVING NOT MAX(windowed)
"""
UNMARKED = "SELECT name FROM printed WHERE envelope > 0 AND NOT marked"
OUT = """
SELECT rule, COUNT(*), (SELECT message FROM laid WHERE rule = lies.rule ORDER BY at LIMIT 1)
FROM lies WHERE rule != '' GROUP BY rule
"""


class Counts(NamedTuple):
    """What is to be printed: a file or all of them, in letters, envelopes, pages and sheets."""

    name: str
    letters: int
    envelopes: int
    pages: int
    sheets: int


@dataclass(frozen=True, slots=True)
class Some:
    """How many there are, and the first of them by name."""

    count: int
    names: tuple[str, ...]


class PrintCounts:
    """Counts what lies in the database of a print run."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take a database in which all is laid out."""
        self._say = database.execute

    def all(self) -> Counts:
        """Count all letters that are to be printed."""
        return Counts(*self._say(ALL).fetchone())

    def files(self) -> Some:
        """Count files, archives for what is in them; name the first."""
        return self._some(FILES)

    def by_file(self, *, alone: bool) -> Iterator[Counts]:
        """Count what is in each file; of letters each `alone`, for each language and paper."""
        yield from (Counts(*row) for row in self._say(BY_STEM if alone else BY_FILE))

    def packing(self) -> Iterator[tuple[int, int]]:
        """Count envelopes by how many letters are in them; 0 counts letters without envelope."""
        return self._say(PACKING)

    def thick(self, most: int) -> Some:
        """Name envelopes of more than so many sheets."""
        return self._some(f"{THICK} {most:d}")

    def bare(self) -> Some:
        """Name envelopes in which no letter bears an address."""
        return self._some(BARE)

    def unmarked(self) -> Some:
        """Name letters that should bear a mark and don't."""
        return self._some(UNMARKED)

    def left_out(self) -> Iterator[tuple[str, int, str]]:
        """Count letters left out by rule, each with the first message."""
        return self._say(OUT)

    def _some(self, asked: str) -> Some:
        (count,) = self._say(f"SELECT COUNT(*) FROM ({asked})").fetchone()  # noqa: S608 - own words
        rows = self._say(f"SELECT name FROM ({asked}) ORDER BY 1 LIMIT {LISTED}")  # noqa: S608 - as above
        return Some(count, tuple(str(name) for (name,) in rows))
