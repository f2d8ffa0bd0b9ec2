"""What a plain mail merge has made ↔ a small database in its folder, so that it can go on.

It names no row's words: letters go by keyed digests. What it holds is the ledger's word: a chunk
stands here as open until it is known whether the ledger has it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording

BOOK = "book.db"
REASONS: Reasons = {
    "rows-book-unusable": Wording(
        "The record of what was made in this folder, .docgen/book.db, can't be used ({why}).",
        "See that there is room and that you may write in the folder. If the file is damaged, put"
        " it back from a backup, or make the letters in another folder.",
    ),
}
TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, said TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS letters (
    letter TEXT, version INTEGER, number INTEGER NOT NULL, inputs TEXT NOT NULL,
    archive TEXT NOT NULL, files TEXT NOT NULL, chunk TEXT NOT NULL, PRIMARY KEY (letter, version)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS of_chunk ON letters (chunk);
CREATE TABLE IF NOT EXISTS archives (name TEXT PRIMARY KEY, digest TEXT NOT NULL, chunk TEXT);
CREATE TABLE IF NOT EXISTS open_chunks (chunk TEXT PRIMARY KEY);
CREATE TEMP TABLE taken (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE listed (
    row INTEGER PRIMARY KEY, state TEXT, stem TEXT, version INTEGER, named INTEGER, number INTEGER,
    archive TEXT, why TEXT
);
"""
COLUMNS = "letter, version, number, inputs, archive, files"


@dataclass(frozen=True, slots=True)
class Kept:
    """A version of a letter as it was made: digests alone, of files by their endings' order."""

    letter: str
    version: int
    number: int
    inputs: str
    archive: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What came of a row in this run; one without a letter has no version.

    `stem` names its files, with the version `named`; `why` are the rules that refused it.
    """

    row: int
    state: str
    stem: str = ""
    version: int = 0
    named: int = 0
    number: int = 0
    archive: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is recorded in one go; `archive` is the name and SHA-256 of the file that holds it."""

    key: str
    letters: tuple[Kept, ...]
    archive: tuple[str, str] | None = None


class RowBook:
    """The book of one folder; to be opened by `row_book`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Hold the database, its tables made."""
        self._db = connection
        self._db.execute("PRAGMA temp_store=FILE")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.executescript(TABLES)

    def said(self, name: str, otherwise: str) -> str:
        """Give what the book says of itself; what it doesn't say yet, it says from now on."""
        put = "INSERT OR IGNORE INTO about VALUES (?, ?)"
        with _troubles(), self._db:
            self._db.execute(put, (name, otherwise))
            found = self._db.execute("SELECT said FROM about WHERE name = ?", (name,)).fetchone()
        return str(found[0])

    def says(self, name: str) -> bool:
        """Tell whether the book says this of itself."""
        with _troubles():
            asked = "SELECT 1 FROM about WHERE name = ?"
            return self._db.execute(asked, (name,)).fetchone() is not None

    def take(self, name: str) -> bool:
        """Take a name for this run; tells whether nobody had it. Any number takes no memory."""
        with _troubles():
            put = self._db.execute("INSERT OR IGNORE INTO taken VALUES (?)", (name,))
        return put.rowcount == 1

    def note(self, each: Listed) -> None:
        """Note what came of a row, until this run ends. Any number takes no memory."""
        told = tuple(getattr(each, name) for name in Listed.__slots__)
        with _troubles():
            self._db.execute("INSERT OR REPLACE INTO listed VALUES (?,?,?,?,?,?,?,?)", told)

    def listed(self) -> Iterator[Listed]:
        """Give what came of each row, in the sheet's order."""
        with _troubles():
            for told in self._db.execute("SELECT * FROM listed ORDER BY row"):
                yield Listed(*told)

    def latest(self, letter: str) -> Kept | None:
        """Give the last version of a letter."""
        query = f"SELECT {COLUMNS} FROM letters WHERE letter = ? ORDER BY version DESC LIMIT 1"  # noqa: S608 - our own columns
        with _troubles():
            found = self._db.execute(query, (letter,)).fetchone()
        if found is None:
            return None
        name, version, number, inputs, archive, files = found
        return Kept(name, version, number, inputs, archive, tuple(files.split()))

    def archives(self) -> dict[str, str]:
        """Give the archives that were made, each with its digest."""
        with _troubles():
            return dict(self._db.execute("SELECT name, digest FROM archives"))

    @property
    def highest(self) -> int:
        """Give the highest number of a letter."""
        with _troubles():
            found = self._db.execute("SELECT max(number) FROM letters").fetchone()
        return int(found[0] or 0)

    def begin(self, chunk: Chunk) -> None:
        """Write down what is about to be recorded, on the disk for good."""
        with _troubles(), self._db:
            self._db.execute("INSERT INTO open_chunks VALUES (?)", (chunk.key,))
            rows = [(*_plain(each), chunk.key) for each in chunk.letters]
            self._db.executemany("INSERT INTO letters VALUES (?,?,?,?,?,?,?)", rows)
            if chunk.archive:
                put = "INSERT OR REPLACE INTO archives VALUES (?, ?, ?)"
                self._db.execute(put, (*chunk.archive, chunk.key))

    def settle(self, key: str, moved: Iterable[Kept] = ()) -> None:
        """Close a chunk that is recorded and delivered; `moved` letters lie elsewhere now.

        It reaches the disk with the next chunk, or at the end: to settle twice does no harm.
        """
        put = "UPDATE letters SET archive = ?, files = ? WHERE letter = ? AND version = ?"
        rows = [(each.archive, " ".join(each.files), each.letter, each.version) for each in moved]
        with _troubles(), self._db:
            self._db.executemany(put, rows)
            self._db.execute("DELETE FROM open_chunks WHERE chunk = ?", (key,))

    def drop(self, key: str) -> None:
        """Forget a chunk that was never recorded."""
        with _troubles(), self._db:
            for table in ("letters", "archives", "open_chunks"):
                self._db.execute(f"DELETE FROM {table} WHERE chunk = ?", (key,))  # noqa: S608 - our own tables

    def open_chunks(self) -> tuple[str, ...]:
        """Give the chunks of which it is not known whether they are recorded and delivered."""
        with _troubles():
            return tuple(key for (key,) in self._db.execute("SELECT chunk FROM open_chunks"))


@contextmanager
def row_book(folder: Path) -> Iterator[RowBook]:
    """Open the book of a folder, or begin one; raises `DiskTrouble`."""
    with _troubles():
        connection = sqlite3.connect(folder / BOOK, timeout=5)
    with closing(connection):
        with _troubles():
            book = RowBook(connection)
        yield book


def _plain(kept: Kept) -> tuple[object, ...]:
    files = " ".join(kept.files)
    return kept.letter, kept.version, kept.number, kept.inputs, kept.archive, files


@contextmanager
def _troubles() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        why = error.sqlite_errorname if hasattr(error, "sqlite_errorname") else "damaged"
        raise stop(DiskTrouble, REASONS, "rows-book-unusable", why=why) from error
