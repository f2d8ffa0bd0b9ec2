"""A spreadsheet, a frame and what is said of its columns → families, the same each time."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from docgen.check.roster.columns import Known, Matched, match_columns
from docgen.check.roster.corrections import corrections
from docgen.check.roster.rows import typed_row
from docgen.errors import CasefileRejected, DocgenError, Reasons, UsageTrouble, stop
from docgen.model.family import Family
from docgen.model.finding import Finding, Severity, Stage, Wording
from docgen.model.frame import Frame
from docgen.model.roster import IGNORED, Roster, Table
from docgen.model.tree import Tree
from docgen.model.typed_row import TypedRow
from docgen.service.batch.frames import REASONS as FRAMES
from docgen.service.batch.frames import Framing, must_be_sound, read_frame
from docgen.service.batch.handed_back import Changed, Changes
from docgen.service.batch.history import adopted
from docgen.service.batch.judging import Judging
from docgen.service.batch.school_names import SchoolNames
from docgen.service.desk import Desk
from docgen.service.examine import shown_path
from docgen.service.packs import kind_of
from docgen.store.gather import Gathering
from docgen.store.imports import FILE, Imports
from docgen.store.keys import make_key
from docgen.store.mappings import known_exports, remember, remembered
from docgen.store.roster.changes import notes_of
from docgen.store.roster.reading import open_roster

SAMPLE = 1000
KEY, NO_KEY = "roster.key", bytes(32)
BATCHES = "batches"
ROSTER, FRAME = "roster", "frame.yaml"
REASONS: Reasons = {
    "roster-unread": Wording(
        "{shown} can't be read as a list of people.", "Put right what is listed, then try again."
    ),
    "roster-columns": Wording(
        "The columns of {shown} don't tell who is who.",
        'Put right what is listed; --map "Heading=field" says what a column holds.',
    ),
}
Heard = Callable[[tuple[Finding, ...]], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which roster, with which frame, and what is said of both on the command line.

    `corrections` are `Column=field`, `accept` `RULE=reason`, `gone` keys as `p-1.c-1`.
    """

    path: Path
    sheet: str = ""
    frame: Path | None = None
    corrections: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    school: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """As what a roster and its frame are shown, and what its columns held when a run began."""

    shown: str
    framed: str = ""
    columns: Mapping[int, str] | None = None


@dataclass(slots=True)
class RosterSource:
    """A roster that is open: its families, and what judges them. Close it after use.

    `left_out` counts families that have a casefile of their own, in the last reading.
    """

    desk: Desk
    asked: Asked
    roster: Roster
    matched: Matched
    frame: Frame
    told: tuple[Finding, ...] = ()
    gathering: Gathering | None = None
    changes: Changes | None = None
    left_out: int = 0

    @property
    def table(self) -> Table:
        """Give the table that the rows stand in."""
        return self.roster.table

    @property
    def originals(self) -> Mapping[str, Path]:
        """Give the files that it is read from."""
        found = {f"{ROSTER}{self.asked.path.suffix.lower()}": self.asked.path}
        return found | ({FRAME: self.asked.frame} if self.asked.frame else {})

    @property
    def recipe(self) -> Tree:
        """Give what else it takes to open it again; each column as it was matched."""
        columns = {str(column): name for name, column in self.matched.columns.by_field.items()}
        return {
            "roster": f"{ROSTER}{self.asked.path.suffix.lower()}",
            "shown": self.table.name.removesuffix(f" sheet {self.table.sheet}"),
            "sheet": self.asked.sheet,
            "frame": FRAME if self.asked.frame else "",
            "framed": self.frame.file,
            "columns": columns,
            "kinds": list(self.asked.kinds),
            "accept": dict(self.frame.accept),
            "gone": sorted(self.frame.gone),
            "school": self.asked.school,
        }

    @property
    def judge(self) -> Judging:
        """Give what judges its families."""
        doubts = (each for each in self.matched.findings if each.severity is Severity.WARNING)
        columns = tuple(replace(each, stage=Stage.LOAD, about=()) for each in doubts)
        return Judging(self.frame, self.asked.kinds, columns)

    @property
    def changed(self) -> Changed | None:
        """Tell what was changed since docgen handed it back; None for any other sheet."""
        return self.changes.told() if self.changes else None

    def rows(self, heard: Heard) -> Iterator[tuple[TypedRow, str, tuple[Finding, ...]]]:
        """Give the rows that can be used, each with its school; `heard` hears all findings."""
        names = SchoolNames(self.desk)
        stood = self.roster.stood(_key(self.desk))
        self.changes = Changes(stood) if stood else None
        for row in self.roster.rows():
            if self.changes:
                self.changes.hear(row)
            typed, findings = typed_row(row, self.matched.columns, self.desk.today)
            school, more = names.of(typed, self.table) if typed else ("", ())
            heard((*findings, *more))
            if typed and not more:
                yield typed, school, findings

    def families(self, heard: Heard = lambda _: None) -> Iterator[Family]:
        """Give all families but those that have a casefile of their own."""
        self.close_gathering()
        gathering = Gathering(self.table, _key(self.desk), _imports(self.desk))
        self.gathering = gathering
        for typed, school, findings in self.rows(heard):
            gathering.add(typed, school, findings)
        own, self.left_out = adopted(self.desk), 0
        for family in gathering.families():
            if family.case in own:
                self.left_out += 1
            else:
                yield replace(family, stands=True) if self._stands(family) else family

    def notes(self) -> Iterator[str]:
        """Write down its rows for when it is handed back; outside an office nothing is kept."""
        if self.desk.workspace.settings:
            yield from notes_of(self.roster.rows(), _key(self.desk))

    def _stands(self, family: Family) -> bool:
        """Tell whether a family is as it was handed back; who is gone is a change, too."""
        if self.changes is None or family.vanished:
            return False
        return not self.changes.touch(family.numbers)

    def settled(self) -> None:
        """Remember this import, so that the next tells who is gone; raises `DiskTrouble`."""
        if self.gathering is not None:
            self.gathering.remember(self.frame.gone)

    def close(self) -> None:
        """Let go of the file, and throw away what was gathered."""
        self.close_gathering()
        self.roster.close()

    def close_gathering(self) -> None:
        """Throw away what was gathered."""
        if self.gathering is not None:
            self.gathering.close()
            self.gathering = None


def open_source(desk: Desk, asked: Asked) -> RosterSource:
    """Open a roster to make letters; raises `CasefileRejected`, `UsageTrouble`, `DiskTrouble`.

    What is said of columns is remembered for sheets with the same headings.
    """
    source = look_into(desk, asked)
    try:
        must_be_readable(source)
        pack = desk.pack(source.frame.authority).pack
        for kind in asked.kinds:
            kind_of(pack, kind)
        must_be_sound(desk, source.frame)
        if asked.corrections and desk.workspace.settings:
            remember(desk.workspace, source.table, source.matched.matches)
    except BaseException:
        source.close()
        raise
    return source


def must_be_readable(source: RosterSource) -> None:
    """Stop where columns are missing or unclear, or nothing says which school."""
    found = source.matched.findings
    if any(each.severity is Severity.ERROR for each in found):
        raise _rejected("roster-columns", source.table.name, found)
    columns = source.matched.columns
    if not (source.frame.school or columns.of("school.key") or columns.of("school.name")):
        raise stop(UsageTrouble, FRAMES, "school-unsaid")


def look_into(desk: Desk, asked: Asked) -> RosterSource:
    """Open a roster as it is, its columns matched as far as they can be."""
    return _opened(desk, asked, Before(shown_path(desk, asked.path)))


def reopen(desk: Desk, folder: Path, recipe: Tree) -> RosterSource:
    """Open a roster again from the copies that a run keeps."""
    told = json.loads(json.dumps(recipe))
    frame = folder / told["frame"] if told["frame"] else None
    asked = Asked(
        folder / told["roster"],
        told["sheet"],
        frame,
        kinds=tuple(told["kinds"]),
        accept=tuple(f"{rule}={reason}" for rule, reason in told["accept"].items()),
        gone=tuple(told["gone"]),
        school=told["school"],
    )
    columns = {int(column): name for column, name in told["columns"].items()}
    return _opened(desk, asked, Before(told["shown"], told["framed"], columns))


def _opened(desk: Desk, asked: Asked, before: Before) -> RosterSource:
    shown = before.shown
    roster, told = open_roster(asked.path, shown, asked.sheet)
    if roster is None:
        raise _rejected("roster-unread", shown, told)
    try:
        known, more = _known(desk, asked, roster.table, before.columns)
        matched = match_columns(roster.table, islice(roster.rows(), SAMPLE), known)
        said = (asked.kinds, asked.accept, asked.gone, asked.school)
        framing = Framing(asked.frame, before.framed, *said)
        frame = read_frame(desk, framing)
        return RosterSource(desk, asked, roster, matched, frame, (*told, *more))
    except BaseException:
        roster.close()
        raise


def _known(
    desk: Desk, asked: Asked, table: Table, columns: Mapping[int, str] | None
) -> tuple[Known, tuple[Finding, ...]]:
    if columns is not None:
        every = dict.fromkeys(range(1, len(table.headings) + 1), IGNORED)
        return Known(corrections=every | dict(columns)), ()
    before, findings = remembered(desk.workspace, table)
    return Known(known_exports(), before, corrections(asked.corrections, table)), findings


def _key(desk: Desk) -> bytes:
    """Give what keeps names from being guessed; outside an office nothing is kept anyhow."""
    return make_key(desk.workspace.keys, KEY) if desk.workspace.settings else NO_KEY


def _imports(desk: Desk) -> Imports:
    return Imports(desk.workspace.output / BATCHES / FILE)


def _rejected(code: str, shown: str, findings: Iterable[Finding]) -> DocgenError:
    error = stop(CasefileRejected, REASONS, code, shown=shown)
    error.findings = tuple(findings)
    return error
