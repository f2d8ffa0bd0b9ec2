"""What all batches of an office issued ↔ one index of it, made anew from the runs where it is gone.

Each run's own folder holds the record; this file only finds a family's documents among them.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.model.tree import Tree
from docgen.store.disk import disk
from docgen.store.locks import PATIENCE

FILE = "register.db"
MANY = 500
COLUMNS = "name, number, version, run, chunk, entry"
TABLE = f"CREATE TABLE IF NOT EXISTS issued ({COLUMNS}, PRIMARY KEY (name, number, version))"
REASONS: Reasons = {
    "register-unusable": Wording(
        "{name}, in which docgen finds what batches issued, can't be read or written.",
        "See that the disk has room and that no other program holds the file. If it is damaged,"
        " delete it: docgen makes it anew from the runs.",
    ),
}


@dataclass(frozen=True, slots=True)
class Registered:
    """An issued document of a batch: which run and chunk made it, and its entry as plain data."""

    case: str
    number: str
    version: int
    run: str
    chunk: int
    entry: Tree


@dataclass(frozen=True, slots=True)
class Register:
    """The index in the folder of batches."""

    folder: Path
    patience: float = PATIENCE

    @property
    def is_there(self) -> bool:
        """Tell whether anything was ever registered here."""
        return self._path.exists()

    def of(self, cases: Sequence[str]) -> dict[str, tuple[Registered, ...]]:
        """Give what was issued for cases, in the order in which it was."""
        found: dict[str, list[Registered]] = {}
        for at in range(0, len(cases) if self.is_there else 0, MANY):
            some = cases[at : at + MANY]
            for each in self._read(f"name IN ({', '.join('?' * len(some))})", some):
                found.setdefault(each.case, []).append(each)
        return {case: tuple(each) for case, each in found.items()}

    def add(self, entries: Iterable[Registered]) -> None:
        """Register documents; doing it twice does no harm."""
        with self._opened() as register:
            register.executemany(
                "INSERT OR IGNORE INTO issued VALUES (?, ?, ?, ?, ?, ?)",
                ((e.case, e.number, e.version, e.run, e.chunk, _text(e.entry)) for e in entries),
            )

    @property
    def _path(self) -> Path:
        return self.folder / FILE

    def _read(self, where: str, values: Sequence[str]) -> list[Registered]:
        asked = f"SELECT {COLUMNS} FROM issued WHERE {where} ORDER BY rowid"  # noqa: S608 - own words
        with self._opened() as register:
            rows = register.execute(asked, values).fetchall()
        return [
            Registered(case, number, version, run, chunk, json.loads(entry))
            for case, number, version, run, chunk, entry in rows
        ]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with disk(FILE):
            self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(self._path, timeout=self.patience)) as register, register:
                register.execute(TABLE)
                yield register
        except sqlite3.Error as error:
            name = f"{self.folder.name}/{FILE}"
            raise stop(DiskTrouble, REASONS, "register-unusable", name=name) from error


def _text(entry: Tree) -> str:
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
