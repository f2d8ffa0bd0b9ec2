"""Letters of a print run → in order, file by file, and what became of each: any number of them.

They wait in a temporary database in the print run's own spare folder; memory holds one file's.
"""

import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.plan.post import Laid, Piece, Place, Sheaf, Sort, part_name, parts

FILE = "letters.db"
REASONS: Reasons = {
    "print-order-stopped": Wording(
        "The letters can't be put in order: the folder of the run takes no more.",
        "Make room on that disk, then run the command again. What was laid out before stays.",
    ),
}
LAID_OUT = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
CREATE TABLE class (name TEXT, pupil TEXT, class TEXT, PRIMARY KEY (name, pupil)) WITHOUT ROWID;
CREATE TABLE letter (id INTEGER PRIMARY KEY, envelope BLOB, sort BLOB, within BLOB, stem TEXT,
    name TEXT, windowed INTEGER, piece BLOB);
CREATE TABLE numbered (seq INTEGER PRIMARY KEY, id INTEGER, envelope INTEGER, nth INTEGER,
    many INTEGER);
CREATE TABLE place (at INTEGER PRIMARY KEY, id INTEGER, envelope INTEGER, nth INTEGER,
    many INTEGER, stem TEXT, part INTEGER, rule TEXT DEFAULT '');
CREATE TABLE laid (at INTEGER PRIMARY KEY, envelope INTEGER, file TEXT, page INTEGER,
    pages INTEGER, sheets INTEGER, marked INTEGER, rule TEXT, message TEXT, findings BLOB);
CREATE INDEX inside ON letter (envelope, within);
CREATE INDEX held ON place (envelope);
CREATE INDEX filed ON place (stem, part);
CREATE VIEW lies AS SELECT at, place.envelope, many, place.stem, part, place.rule, name, windowed,
    file, pages, sheets, marked FROM place JOIN letter USING (id) JOIN laid USING (at);
CREATE VIEW printed AS SELECT * FROM lies WHERE rule = '';
"""
ENVELOPES = """
SELECT envelope, COUNT(*) FROM letter WHERE envelope != x'' GROUP BY envelope
ORDER BY MIN(sort), envelope
"""
BY_FILE = """
SELECT id, numbered.envelope, nth, many, stem, seq FROM numbered JOIN letter USING (id)
ORDER BY stem, seq
"""
TO_MAKE = """
SELECT stem, part, (SELECT MAX(part) FROM place WHERE stem = p.stem)
FROM place AS p LEFT JOIN laid USING (at) WHERE p.rule = '' AND laid.at IS NULL
GROUP BY stem, part ORDER BY stem, part
"""
PLACES = """
SELECT piece, place.envelope, nth, many, at FROM place JOIN letter USING (id)
WHERE place.stem = ? AND part = ? AND rule = '' ORDER BY at
"""
FLAWED = "SELECT at, envelope, rule FROM laid WHERE rule != '' ORDER BY at"
TOUCHED = """
SELECT DISTINCT stem, part FROM place JOIN laid USING (at) WHERE place.rule != '' AND file != ''
"""
IN_PART = "SELECT at FROM place WHERE stem = ? AND part = ?"
FILES = "SELECT file FROM laid JOIN place USING (at) WHERE stem = ? AND part = ?"
ALL = """
SELECT piece, place.envelope, nth, many, at, file, page, pages, marked, findings, place.rule
FROM place JOIN letter USING (id) JOIN laid USING (at) ORDER BY place.rule != '', at
"""


@contextmanager
def print_book(folder: Path) -> Iterator["PrintBook"]:
    """Open a book in a folder that is thrown away; raises `DiskTrouble`."""
    with _room(), closing(sqlite3.connect(folder / FILE)) as database:
        database.executescript(LAID_OUT)
        yield PrintBook(database)


class PrintBook:
    """Takes letters as they are gathered, gives them file by file, keeps what became of each."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take an empty database."""
        self.database = database

    @property
    def letters(self) -> int:
        """Count all letters, those left out among them."""
        (count,) = self.database.execute("SELECT COUNT(*) FROM place").fetchone()
        return int(count)

    def classes(self, found: Iterable[tuple[str, str, str]]) -> None:
        """Keep the classes of pupils, by case and pupil, before any letter comes."""
        self.database.executemany("INSERT OR REPLACE INTO class VALUES (?, ?, ?)", found)

    def add(self, pieces: Iterable[Piece], sort: Sort) -> None:
        """Take letters."""
        self.database.executemany(
            "INSERT INTO letter VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
            ((each.envelope, self._sorted_by(each, sort), each.within, each.file_stem, each.name,
              each.windowed, pickle.dumps(each)) for each in pieces),
        )  # fmt: skip

    def settle(self, most: int) -> None:
        """Give all letters their envelopes and files, when all have come."""
        say = self.database.execute
        self.database.executemany(
            "INSERT INTO numbered VALUES (NULL, ?, ?, ?, ?)", self._numbered()
        )
        by_file = groupby(say(BY_FILE), key=itemgetter(4))
        self.database.executemany(
            "INSERT INTO place (id, envelope, nth, many, stem, part) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (*row[:5], part)
                for _, rows in by_file
                for part, group in parts(_together(rows), most)
                for row in group
            ),
        )

    def sheaves(self) -> Iterator[Sheaf]:
        """Give the letters of each file that is still to be made, less those left out."""
        for stem, part, of in self.database.execute(TO_MAKE).fetchall():
            rows = self.database.execute(PLACES, (stem, part))
            yield Sheaf(part_name(stem, part, of), tuple(_place(*row) for row in rows))

    def note(self, laid: Iterable[Laid], sides: int) -> None:
        """Keep what became of letters."""
        self.database.executemany(
            "INSERT INTO laid VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((*_lies(each), -(-each.pages // sides), each.marked, *_flaw(each)) for each in laid),
        )

    def leave_out(self, forget: Callable[[str], None]) -> bool:
        """Leave out what failed, with all in its envelope; tells whether files are to be made anew.

        `forget` hears the name of each file that holds what is left out.
        """
        say = self.database.execute
        for at, envelope, rule in say(FLAWED):
            of = ("envelope", envelope) if envelope else ("at", at)
            say(f"UPDATE place SET rule = ? WHERE rule = '' AND {of[0]} = ?", (rule, of[1]))  # noqa: S608 - own words
        touched = say(TOUCHED).fetchall()
        for part in touched:
            for name in {file.partition("/")[0] for (file,) in say(FILES, part) if file}:
                forget(name)
            say(f"DELETE FROM laid WHERE at IN ({IN_PART} AND rule = '')", part)  # noqa: S608 - own words
            say(f"UPDATE laid SET file = '', page = 0 WHERE at IN ({IN_PART})", part)  # noqa: S608 - own words
        return bool(touched)

    def rows(self) -> Iterator[tuple[Laid, str]]:
        """Give all letters in the order of the files, those left out last, with the rule why."""
        for *place, file, page, pages, marked, findings, rule in self.database.execute(ALL):
            told = pickle.loads(findings) if findings else ()  # noqa: S301 - written by this very run
            yield Laid(_place(*place), file, page, pages, bool(marked), told), rule

    def _sorted_by(self, piece: Piece, sort: Sort) -> bytes:
        if sort == "class":
            asked = "SELECT class FROM class WHERE name = ? AND pupil = ?"
            found = self.database.execute(asked, (piece.case, piece.pupil)).fetchone()
            piece = replace(piece, group=found[0] if found else "")
        return piece.sorted_by(sort)

    def _numbered(self) -> Iterator[tuple[int, int, int, int]]:
        """Give letters with their envelopes, in order; what is handed over comes last."""
        say = self.database.execute
        for number, (envelope, many) in enumerate(say(ENVELOPES), 1):
            inside = say("SELECT id FROM letter WHERE envelope = ? ORDER BY within", (envelope,))
            for nth, (letter,) in enumerate(inside, 1):
                yield letter, number, nth, many
        for (letter,) in say("SELECT id FROM letter WHERE envelope = x'' ORDER BY sort"):
            yield letter, 0, 1, 1


Row = tuple[int, int, int, int, str, int]
"""A letter, its envelope, its place in it, of how many; its file's stem, its place among all."""


def _together(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Put the letters of an envelope together; each that has none is by itself."""
    for _, group in groupby(rows, key=lambda row: (row[1], 0 if row[1] else row[5])):
        yield list(group)


def _place(piece: bytes, envelope: int, nth: int, many: int, at: int) -> Place:
    return Place(pickle.loads(piece), envelope, nth, many, at)  # noqa: S301 - written by this very run


def _lies(each: Laid) -> tuple[int, int, str, int, int]:
    return each.place.at, each.place.envelope, each.file, each.page, each.pages


def _flaw(each: Laid) -> tuple[str, str, bytes | None]:
    if not each.findings:
        return "", "", None
    first = each.findings[0]
    return first.rule, first.message, pickle.dumps(each.findings)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise stop(DiskTrouble, REASONS, "print-order-stopped") from error
