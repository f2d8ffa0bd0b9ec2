"""Rows of a family → the keys of its people and case: those they had, or digests of their names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.model.family import Family
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.roster import Table
from docgen.model.typed_row import TypedRow
from docgen.plan.households import BESIDE, KNOWN_BY, LARGEST, doubt
from docgen.store.imports import Reader

BIRTH, UPN = "born", "upn"
PERSON, CASE = 10, 16
Name = tuple[str, bytes]
"""By what somebody is known (`upn`, `id` …), and the digest of it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A row as it comes back: the lowest row of its pupil and of its contact, and what is doubtful.

    Names are digests, each with its sort; a contact who is nobody's parent has none. `doubtful`
    are rules with the row that they tell of beside this one.
    """

    pupil: int
    person: int
    school: str
    row: TypedRow
    findings: tuple[Finding, ...]
    pupil_names: tuple[Name, ...]
    person_names: tuple[Name, ...]
    doubtful: tuple[tuple[str, int], ...]


class Naming:
    """Gives the people of a family the keys they had, or keys of their own."""

    def __init__(self, memory: Reader) -> None:
        """Hold the memory of imports."""
        self._memory = memory
        self.known: list[tuple[bytes, str]] = []
        self.case_names: tuple[bytes, ...] = ()

    def pupils(self, rows: Iterable[Gathered]) -> dict[int, str]:
        """Give each pupil's key, by the pupil's lowest row."""
        names: dict[int, set[Name]] = {}
        for one in rows:
            names.setdefault(one.pupil, set()).update(one.pupil_names)
        return self._keys(names, "c", (UPN, BIRTH))

    def people(self, rows: Iterable[Gathered]) -> dict[int, str]:
        """Give each parent's key, by the parent's lowest row."""
        names: dict[int, set[Name]] = {}
        for one in rows:
            if one.person_names:
                names.setdefault(one.person, set()).update(one.person_names)
        return self._keys(names, "p", KNOWN_BY)

    def cases(self, rows: Iterable[Gathered]) -> tuple[bytes, ...]:
        """Give the names of a case: one for each name of its pupils, UPNs first."""
        names = {name for one in rows for name in one.pupil_names}
        ordered = sorted(names, key=lambda name: (name[0] != UPN, name))
        self.case_names = tuple(b"case " + digest for _, digest in ordered)
        return self.case_names

    def _keys(
        self, names: Mapping[int, Iterable[Name]], prefix: str, sorts: tuple[str, ...]
    ) -> dict[int, str]:
        keys: dict[int, str] = {}
        ordered = {
            lowest: sorted(found, key=lambda name: (sorts.index(name[0]), name))
            for lowest, found in names.items()
        }
        for beside in (False, True):
            for lowest, found in ordered.items():
                wanted = [digest for sort, digest in found if (sort == BESIDE) is beside]
                remembered = "" if lowest in keys else self._memory.key(wanted)
                if remembered and remembered not in keys.values():
                    keys[lowest] = remembered
        for lowest, found in ordered.items():
            key = keys.setdefault(lowest, f"{prefix}-{figures(found[0][1], PERSON)}")
            self.known += [(digest, key) for _, digest in found]
        return keys


def figures(digest: bytes, count: int) -> str:
    """Give so many figures of a digest: never letters, which might spell a name."""
    return f"{int.from_bytes(digest, 'big') % 10**count:0{count}}"


def vanished(family: Family, memory: Reader) -> Iterator[tuple[str, str]]:
    """Give the pupils and parents who stood together in the last import and don't now."""
    now = {(one.pupil, one.person) for one in family.related}
    for pupil in family.pupils:
        for person in memory.people(family.case, pupil):
            if (pupil, person) not in now:
                yield pupil, person


def said(family: Family, rows: Iterable[Gathered]) -> Iterator[Finding]:
    """Give what is to be asked about each row, as about its parent and pupil."""
    for one, related in zip(rows, family.related, strict=True):
        for finding in one.findings if related.person else ():
            if finding.severity is Severity.WARNING:
                about = (related.person, related.pupil)
                yield replace(finding, stage=Stage.ANY, about=about)


def doubtful(table: Table, family: Family, rows: Iterable[Gathered]) -> Iterator[Finding]:
    """Give what is doubtful about rows beside others of the roster, and of how many there are."""
    if len(family.pupils) > LARGEST:
        number = {"pupils": len(family.pupils)}
        yield doubt("roster-family-large", table, family.numbers[0], 0, **number)
    for one, related in zip(rows, family.related, strict=True):
        about = (related.person, related.pupil)
        for rule, first in one.doubtful:
            names = {"pupil": related.pupil, "first": first}
            made = doubt(rule, table, one.row.number, 0, **names)
            yield replace(made, about=about if rule == "roster-id-shared" else about[1:])
