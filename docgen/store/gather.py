"""Rows of a roster → families, in the order of the roster; any number of rows takes little memory.

Rows wait in a temporary database beside the program's other temporary files; in memory stand
four bytes a row for each of pupil, parent and family.
"""

import hmac
import pickle
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from itertools import chain, count, groupby
from operator import itemgetter
from pathlib import Path

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.family import Family, Related
from docgen.model.finding import Finding, Wording
from docgen.model.folding import folded
from docgen.model.frame import EVERY
from docgen.model.roster import Table
from docgen.model.typed_row import TypedRow
from docgen.plan.households import BESIDE, contact_id, doubts, is_parent, person_names, pupil_names
from docgen.store.disk import disk
from docgen.store.imports import Imports, Reader
from docgen.store.roster_names import (
    BIRTH,
    CASE,
    UPN,
    Gathered,
    Name,
    Naming,
    doubtful,
    figures,
    said,
    vanished,
)
from docgen.store.sets import Sets

REASONS: Reasons = {
    "gathering-stopped": Wording(
        "The rows can't be put in order: the folder for temporary files takes no more.",
        "Make room there, or name another folder in TMPDIR (Windows: TEMP), then try again.",
    ),
}
LAID_OUT = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
CREATE TABLE waiting (seq INTEGER PRIMARY KEY, school TEXT, content BLOB);
CREATE TABLE name (sort TEXT, name BLOB, seq INTEGER);
CREATE TABLE id (id BLOB, name BLOB, seq INTEGER, number INTEGER);
CREATE TABLE member (seq INTEGER PRIMARY KEY, family INTEGER, pupil INTEGER, person INTEGER);
CREATE TABLE doubtful (seq INTEGER, rule TEXT, first INTEGER);
CREATE TABLE taken (case_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE known (name BLOB PRIMARY KEY, key TEXT) WITHOUT ROWID;
CREATE TABLE home (name BLOB PRIMARY KEY, case_id TEXT) WITHOUT ROWID;
CREATE TABLE link (case_id TEXT, pupil TEXT, person TEXT);
CREATE TABLE gone (case_id TEXT, pupil TEXT, person TEXT);
"""


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise stop(DiskTrouble, REASONS, "gathering-stopped") from error


def _further(name: bytes) -> Iterator[bytes]:
    """Give more names out of one, for where another family bears the case's id."""
    return (sha256(name + number.to_bytes(4, "big")).digest() for number in count())


class Gathering:
    """Takes rows as they are read, then gives families; used in a `with closing(…)`.

    `key` keeps what is derived from names from being guessed; `imports` is the memory of imports.
    """

    def __init__(self, table: Table, key: bytes, imports: Imports) -> None:
        """Open the temporary database; raises `DiskTrouble`."""
        self._table, self._key, self._imports = table, key, imports
        with disk("the temporary files"):
            self._folder = tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True)
        self._database = sqlite3.connect(Path(self._folder.name) / "rows.db")
        self._database.executescript(LAID_OUT)
        self._size = 0

    def close(self) -> None:
        """Throw the temporary database away."""
        self._database.close()
        self._folder.cleanup()

    def __len__(self) -> int:
        """Count the rows taken."""
        return self._size

    def add(self, row: TypedRow, school: str, findings: tuple[Finding, ...] = ()) -> None:
        """Take a row, with the key of its school and what was found; raises `DiskTrouble`."""
        with _room():
            self._add(row, school, findings)

    def families(self) -> Iterator[Family]:
        """Give the families of the rows taken so far: school by school, by their first rows."""
        with _room():
            self._settle()
        with self._imports.reading() as memory, _room():
            for rows in self._grouped():
                yield self._family(rows, memory)

    def remember(self, confirmed: Collection[str] = ()) -> None:
        """Keep what the families given held, for the next import; raises `DiskTrouble`.

        Who is gone is told again each time until it is `confirmed`, as `p-1.c-1` or for all.
        """
        gone = self._database.execute("SELECT * FROM gone").fetchall()
        self._imports.remember(
            self._database.execute("SELECT * FROM known"),
            self._database.execute("SELECT * FROM home"),
            self._database.execute("SELECT * FROM link"),
            [each for each in gone if EVERY in confirmed or f"{each[2]}.{each[1]}" in confirmed],
        )

    def _add(self, row: TypedRow, school: str, findings: tuple[Finding, ...]) -> None:
        seq, self._size = self._size, self._size + 1
        pupil = self._names(pupil_names(row, school))
        person = self._names(person_names(row, school) if is_parent(row.contact) else ())
        content = pickle.dumps((row, findings, pupil, person), pickle.HIGHEST_PROTOCOL)
        self._database.execute("INSERT INTO waiting VALUES (?, ?, ?)", (seq, school, content))
        names = [(sort, name, seq) for sort, name in pupil]
        sure = [name for sort, name in person if sort != BESIDE or len(person) == 1]
        names += [("person", name, seq) for name in sure]
        self._database.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
        if person:
            self._add_id(seq, row)

    def _add_id(self, seq: int, row: TypedRow) -> None:
        given = contact_id(row)
        if given:
            name = self._digest(folded(row.contact.legal_name.text))
            values = (self._digest(f"id|{given}"), name, seq, row.number)
            self._database.execute("INSERT INTO id VALUES (?, ?, ?, ?)", values)

    def _settle(self) -> None:
        """Find who is who, and write it beside the rows."""
        for table in ("member", "doubtful", "taken", "known", "home", "link", "gone"):
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        self._doubt_ids()
        pupils, people, families = (Sets(self._size) for _ in range(3))
        self._join_pupils(pupils)
        for sharing in self._sharing("person"):
            for seq in sharing:
                people.join(sharing[0], seq)
                families.join(sharing[0], seq)
        for seq in range(self._size):
            families.join(seq, pupils.of(seq))
        found = ((n, families.of(n), pupils.of(n), people.of(n)) for n in range(self._size))
        self._database.executemany("INSERT INTO member VALUES (?, ?, ?, ?)", found)
        self._database.execute("CREATE INDEX IF NOT EXISTS by_family ON member (family, seq)")

    def _join_pupils(self, pupils: Sets) -> None:
        """Join a pupil's rows by UPN, and rows without one to the only pupil they can mean."""
        has_upn = bytearray(self._size)
        for sharing in self._sharing(UPN):
            for seq in sharing:
                has_upn[seq] = 1
                pupils.join(sharing[0], seq)
        for sharing in self._sharing(BIRTH):
            known = {pupils.of(seq) for seq in sharing if has_upn[seq]}
            if len(known) > 1:
                rules = ("roster-pupil-unclear", "roster-pupil-alike")
                told = [(seq, rules[has_upn[seq]], 0) for seq in sharing]
                self._database.executemany("INSERT INTO doubtful VALUES (?, ?, ?)", told)
                continue
            for seq in sharing:
                pupils.join(sharing[0], seq)

    def _sharing(self, sort: str) -> Iterator[list[int]]:
        """Give the rows that share a name, for each name of a sort."""
        asked = "SELECT name, seq FROM name WHERE sort = ? ORDER BY name, seq"
        found = self._database.cursor().execute(asked, (sort,))
        for _, rows in groupby(found, key=itemgetter(0)):
            yield [seq for _, seq in rows]

    def _doubt_ids(self) -> None:
        """Write down the rows with a contact id that stands for another name before."""
        found = self._database.cursor().execute("SELECT * FROM id ORDER BY id, seq")
        for _, rows in groupby(found, key=itemgetter(0)):
            (_, known, _, first), *others = rows
            for _, name, seq, _ in others:
                if name != known:
                    told = (seq, "roster-id-shared", first)
                    self._database.execute("INSERT INTO doubtful VALUES (?, ?, ?)", told)

    def _grouped(self) -> Iterator[list[Gathered]]:
        asked = (
            "SELECT family, pupil, person, seq, school, content"
            " FROM member JOIN waiting USING (seq) ORDER BY school, family, seq"
        )
        self._database.execute("CREATE INDEX IF NOT EXISTS by_row ON doubtful (seq)")
        for _, rows in groupby(self._database.cursor().execute(asked), key=itemgetter(0)):
            yield [self._gathered(*row[1:]) for row in rows]

    def _gathered(self, pupil: int, person: int, seq: int, school: str, content: bytes) -> Gathered:
        row, findings, *names = pickle.loads(content)  # noqa: S301 - written by this very run
        known_by, contact_by = names
        doubtful_of = self._doubtful(seq)
        return Gathered(pupil, person, school, row, findings, known_by, contact_by, doubtful_of)

    def _doubtful(self, seq: int) -> tuple[tuple[str, int], ...]:
        asked = "SELECT rule, first FROM doubtful WHERE seq = ?"
        return tuple(self._database.execute(asked, (seq,)))

    def _family(self, rows: list[Gathered], memory: Reader) -> Family:
        naming = Naming(memory)
        pupils = naming.pupils(rows)
        people = naming.people(rows)
        names = naming.cases(rows)
        case = self._case(names, memory.homes(names))
        related = tuple(
            Related(one.row, pupils[one.pupil], people.get(one.person, "")) for one in rows
        )
        family = Family(case, self._table, related, rows[0].school)
        gone = tuple(vanished(family, memory))
        self._keep(naming, family, gone)
        findings = (*doubtful(self._table, family, rows), *doubts(self._table, related))
        asked = tuple(said(family, rows))
        former = tuple(each for each in memory.former(names) if each != case)
        whole = replace(family, of_rows=asked, findings=findings)
        return replace(whole, vanished=gone, former=former)

    def _case(self, names: tuple[bytes, ...], before: tuple[str, ...]) -> str:
        """Give a case's id: one it had, unless another family of this roster bears it."""
        own = (f"b-{figures(name, CASE)}" for name in chain(names, _further(names[0])))
        return next(wanted for wanted in chain(before, own) if self._is_free(wanted))

    def _is_free(self, case: str) -> bool:
        """Take a case's id, and tell whether it was free."""
        asked = "INSERT OR IGNORE INTO taken VALUES (?)"
        return self._database.execute(asked, (case,)).rowcount == 1

    def _keep(self, naming: Naming, family: Family, gone: Iterable[tuple[str, str]]) -> None:
        """Note what there is to remember of a family."""
        self._database.executemany("INSERT OR IGNORE INTO known VALUES (?, ?)", naming.known)
        homes = ((name, family.case) for name in naming.case_names)
        self._database.executemany("INSERT OR IGNORE INTO home VALUES (?, ?)", homes)
        there = {(family.case, one.pupil, one.person) for one in family.related if one.person}
        self._database.executemany("INSERT INTO link VALUES (?, ?, ?)", sorted(there))
        links = ((family.case, pupil, person) for pupil, person in gone)
        self._database.executemany("INSERT INTO gone VALUES (?, ?, ?)", links)

    def _names(self, names: Iterable[str]) -> tuple[Name, ...]:
        return tuple((name.partition("|")[0], self._digest(name)) for name in names)

    def _digest(self, name: str) -> bytes:
        return hmac.digest(self._key, name.encode(), "sha256")
