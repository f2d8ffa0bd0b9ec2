"""A roster → its columns as they were matched, its families counted, and all that is amiss."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.check.roster.tally import Tally, Told
from docgen.model.family import Family
from docgen.model.finding import Finding, Severity
from docgen.model.roster import Match
from docgen.service.batch.handed_back import Changed
from docgen.service.batch.judging import gone_of
from docgen.service.batch.rosters import Asked, RosterSource, look_into, must_be_readable
from docgen.service.desk import Desk
from docgen.store.mappings import remember
from docgen.store.roster.handing_back import hand_back


@dataclass(frozen=True, slots=True)
class Counts:
    """What a roster holds: rows read, rows that can't be used, and whom the others are about.

    `left_out` are families that have casefiles of their own.
    """

    rows: int = 0
    refused: int = 0
    families: int = 0
    pupils: int = 0
    parents: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """A roster looked through; `is_readable` unless nothing can be read by its columns.

    `told` are the findings counted by kind, the most fundamental first; `marked` is the
    workbook handed back, `changed` what was changed in one that was handed back before.
    """

    shown: str
    sheet: str
    export: str
    matches: tuple[Match, ...]
    told: tuple[Told, ...]
    counts: Counts = Counts()
    is_readable: bool = True
    marked: Path | None = None
    changed: Changed | None = None

    @property
    def errors(self) -> int:
        """Count the findings that refuse something."""
        return sum(each.count for each in self.told if each.severity is Severity.ERROR)


@dataclass(slots=True)
class Hearing:
    """Listens to the findings of a reading; keeps them all only for a workbook handed back."""

    keeps: bool
    tally: Tally = field(default_factory=Tally)
    kept: list[Finding] = field(default_factory=list)
    rows: int = 0
    refused: int = 0

    def row(self, findings: tuple[Finding, ...]) -> None:
        """Hear what was found in a row."""
        self.rows += 1
        self.refused += any(each.severity is Severity.ERROR for each in findings)
        self.hear(findings)

    def hear(self, findings: Iterable[Finding]) -> None:
        """Hear findings."""
        found = tuple(findings)
        self.tally.add(found)
        self.keep(found)

    def keep(self, findings: Iterable[Finding]) -> None:
        """Keep findings for the sheet that is handed back, without counting them."""
        if self.keeps:
            self.kept += findings


def check_roster(desk: Desk, asked: Asked, marked: Path | None = None) -> Checked:
    """Look through a roster; writes nothing but the workbook `marked`, and what columns hold.

    Raises `CasefileRejected` for a file that can't be read at all, `UsageTrouble`, `DiskTrouble`.
    """
    source = look_into(desk, asked)
    try:
        return _checked(desk, source, marked)
    finally:
        source.close()


def _checked(desk: Desk, source: RosterSource, marked: Path | None) -> Checked:
    hearing = Hearing(keeps=marked is not None)
    hearing.hear((*source.told, *source.matched.findings))
    table = source.table
    checked = Checked(table.name, table.sheet, source.matched.export, source.matched.matches, ())
    readable = not hearing.tally.count(Severity.ERROR)
    if readable:
        must_be_readable(source)
        if source.asked.corrections and desk.workspace.settings:
            remember(desk.workspace, table, source.matched.matches)
        counts = _counted(desk, source, hearing)
        hearing.hear(source.roster.told())
        checked = replace(checked, counts=counts, changed=source.changed)
    path = handed_back(source, hearing.kept, marked) if marked else None
    return replace(checked, told=hearing.tally.told(), is_readable=readable, marked=path)


def _counted(desk: Desk, source: RosterSource, hearing: Hearing) -> Counts:
    families = pupils = parents = 0
    for family in source.families(hearing.row):
        families, pupils = families + 1, pupils + len(family.pupils)
        parents += len(family.people)
        hearing.hear(_of_family(desk, source, family))
    return Counts(hearing.rows, hearing.refused, families, pupils, parents, source.left_out)


def _of_family(desk: Desk, source: RosterSource, family: Family) -> Iterator[Finding]:
    yield from family.findings
    if family.vanished:
        pack = desk.pack(source.frame.authority).pack
        row = family.numbers[0]
        for finding in gone_of(family, source.frame, pack):
            yield replace(finding, place=family.table.mark(row, 0))


def handed_back(source: RosterSource, findings: Iterable[Finding], marked: Path) -> Path:
    """Hand a roster back with these findings, each said once at its cell."""
    once = {(each.rule, each.place): each for each in findings}
    notes = source.notes()
    return hand_back(source.asked.path, once.values(), marked, source.asked.sheet, notes)
