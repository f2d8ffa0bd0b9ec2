"""What the last import of a roster held → who is who again, and which parents are gone (R-115).

Nothing of anybody's stands in it: digests under the office's own key, and the keys of cases.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk
from docgen.store.locks import alone

FILE = "imports.db"
Names = Iterable[tuple[bytes, str]]
Links = Iterable[tuple[str, str, str]]
LAID_OUT = """
CREATE TABLE IF NOT EXISTS known (name BLOB PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS home (name BLOB PRIMARY KEY, case_id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS was (
    name BLOB, case_id TEXT, PRIMARY KEY (name, case_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS link (
    case_id TEXT, pupil TEXT, person TEXT, PRIMARY KEY (case_id, pupil, person)
) WITHOUT ROWID;
"""
REASONS: Reasons = {
    "imports-unreadable": Wording(
        "What docgen remembers of the last roster ({name}) can't be read or written.",
        "Put the file back from a backup. Without one, delete it: then no contact who is gone "
        "since the last roster is told this once.",
    ),
}


class Imports:
    """The memory of imports; one that was never written knows nobody."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is opened when it is asked."""
        self.path = path

    @contextmanager
    def reading(self) -> "Iterator[Reader]":
        """Open it to be asked; raises `DiskTrouble`."""
        if not self.path.is_file():
            yield Reader(None)
            return
        with _readable(), closing(sqlite3.connect(self.path)) as database:
            yield Reader(database)

    def remember(self, known: Names, homes: Names, links: Links, gone: Links) -> None:
        """Write down an import, whole or not at all; raises `DiskTrouble`.

        `known` are people's keys, which never change; `homes` the cases that pupils are in now;
        `gone` are links of pupils in it that it doesn't have any more. Pupils who aren't in it
        stay as they were.
        """
        with disk(FILE), alone(self.path.with_suffix(".lock"), FILE):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with _readable(), closing(sqlite3.connect(self.path)) as database, database:
                database.executescript(LAID_OUT)
                database.executemany("INSERT OR IGNORE INTO known VALUES (?, ?)", known)
                for name, case in homes:
                    database.execute("INSERT OR REPLACE INTO home VALUES (?, ?)", (name, case))
                    database.execute("INSERT OR IGNORE INTO was VALUES (?, ?)", (name, case))
                database.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", links)
                forget = "DELETE FROM link WHERE case_id = ? AND pupil = ? AND person = ?"
                database.executemany(forget, gone)


class Reader:
    """The memory while it is open."""

    def __init__(self, database: sqlite3.Connection | None) -> None:
        """Hold the database, None where there is no memory yet."""
        self._database = database

    def key(self, names: Iterable[bytes]) -> str:
        """Give the key under which somebody is known by the first of these names; else nothing."""
        asked = "SELECT key FROM known WHERE name = ?"
        return next((key for name in names for key in self._ask(asked, name)), "")

    def homes(self, names: Iterable[bytes]) -> tuple[str, ...]:
        """Give the cases in which pupils of these names were in the last import."""
        asked = "SELECT case_id FROM home WHERE name = ?"
        return tuple(dict.fromkeys(case for name in names for case in self._ask(asked, name)))

    def former(self, names: Iterable[bytes]) -> tuple[str, ...]:
        """Give all cases in which pupils of these names ever were."""
        asked = "SELECT case_id FROM was WHERE name = ? ORDER BY case_id"
        return tuple(dict.fromkeys(case for name in names for case in self._ask(asked, name)))

    def people(self, case: str, pupil: str) -> tuple[str, ...]:
        """Give the parents whom a pupil had in the last import."""
        asked = "SELECT person FROM link WHERE case_id = ? AND pupil = ? ORDER BY person"
        return tuple(self._ask(asked, case, pupil))

    def _ask(self, asked: str, *values: str | bytes) -> Iterator[str]:
        if self._database is None:
            return
        with _readable():
            rows = self._database.execute(asked, values).fetchall()
        yield from (str(row[0]) for row in rows)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise stop(DiskTrouble, REASONS, "imports-unreadable", name=FILE) from error
