"""Any Word template and any sheet → one file a row, recorded; the same command again goes on."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from os import cpu_count
from pathlib import Path
from secrets import token_hex

from docgen.check.mail_merge import column_of, mapped, matched, unused
from docgen.check.roster.tally import Told as Tallied
from docgen.crew.local import LocalCrew, Lost
from docgen.errors import CasefileRejected, DocgenError, Reasons, UsageTrouble, stop
from docgen.model.batch import Progress
from docgen.model.finding import Finding, Severity, Wording, fault
from docgen.model.rendition import Format, endings
from docgen.model.roster import Roster, Table
from docgen.model.sheet import Mark
from docgen.press.word.needs import needs_of
from docgen.press.word.shapes import Template
from docgen.service.batch.word_chunk import FAULTS, Brief, Halted, Making, Staged, compiled_at
from docgen.service.batch.word_index import About, write_index
from docgen.service.batch.word_pace import Pace
from docgen.service.batch.word_plan import Counts, Kind, Planning
from docgen.service.batch.word_record import Recording
from docgen.service.desk import Desk
from docgen.service.pdf import Engine
from docgen.service.report import Head
from docgen.service.word import content_of
from docgen.store.disk import write_whole
from docgen.store.keys import make_key
from docgen.store.ledger import Ledger
from docgen.store.letterbox import letterbox, settle
from docgen.store.roster.handing_back import hand_back
from docgen.store.roster.reading import open_roster
from docgen.store.rowbook import RowBook, row_book

REASONS: Reasons = {
    "rows-unfit": Wording(
        "No letters can be made of {rows}.",
        "Put right what is listed below, then run the same command again.",
    ),
    "rows-other-folder": Wording(
        "The folder {out} holds letters of another template or sheet.",
        "Each folder is for one template and one sheet. If it is the same sheet under another "
        "name, give it the old name again; else name another folder after --out.",
    ),
}
FEW = 4
"""So many chunks are made by this process alone before others are worth their start."""
MOST = 8
LEDGER, KEYS, COPY = "ledger.db", "keys", "template.docx"
Hears = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be made of what, and where to.

    `name` is the heading of the column that names the files; `maps` say `Heading=name`; cells of
    the columns `blank` may be empty. `ledger` is a file, instead of the workspace's ledger (or,
    without a workspace, of one in `out`). `marked` is where the sheet is handed back with the bad
    cells marked. `processes` is 0 for as many as there are processors.
    """

    template: Path
    rows: Path
    out: Path
    name: str = ""
    maps: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    sheet: str = ""
    ledger: Path | None = None
    format: Format = "docx"
    engine: Engine = Engine.AUTO
    archive: bool = False
    marked: Path | None = None
    processes: int = 0
    synced: bool = True


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the rows: counts, what was found by kind, and how far the ledger goes.

    `index` lists each row with its file, or why there is none.
    """

    counts: Counts
    told: tuple[Tallied, ...]
    notices: tuple[str, ...]
    head: Head | None
    marked: Path | None = None
    index: Path | None = None


def _hush(_progress: Progress) -> None:
    """Tell nobody."""


def merge_rows(desk: Desk, ask: Ask, told: Hears = _hush) -> Merged:
    """Make a letter of each row that is fit for one; a row that isn't stops no other.

    Run again after whatever ended it, it makes what is missing, and what has changed. Raises
    `TemplateRejected`, `CasefileRejected` where no row at all can be read, `UsageTrouble`,
    `DiskTrouble`, `LedgerTrouble`.
    """
    content = content_of(ask.template)
    needs = needs_of(Template(content, str(ask.template)))
    digest = sha256(content).hexdigest()
    compiled_at(ask.template, digest, str(ask.template))
    roster, findings = open_roster(ask.rows, str(ask.rows), ask.sheet)
    if roster is None:
        raise _unfit(ask, findings)
    with closing(roster):
        table = roster.table
        blank = {column_of(heading, table) for heading in ask.blank}
        fills, unmatched = matched(needs, table, mapped(ask.maps, table), blank)
        findings = (*findings, *unmatched)
        if any(each.severity is Severity.ERROR for each in findings):
            raise _unfit(ask, findings)
        column = column_of(ask.name, table) if ask.name else 0
        used = {column, *(fill.column for fill in fills)}
        findings = (*findings, *unused(table, used))
        made_of = (digest, *(fill.name for fill in fills), ask.engine.value)
        kind = Kind(fills, column, endings(ask.format), ask.archive, made_of)
        with letterbox(ask.out) as hidden, row_book(hidden) as book:
            write_whole(hidden / COPY, content)
            run = _Run(desk, ask, kind, book, hidden)
            return run.through(roster, findings, told)


@dataclass(frozen=True)
class _Run:
    """One go through a sheet, in the folder that is this run's alone."""

    desk: Desk
    ask: Ask
    kind: Kind
    book: RowBook
    hidden: Path

    def through(self, roster: Roster, findings: Iterable[Finding], told: Hears) -> Merged:
        case = self._case()
        ledger = self._ledger()
        key = make_key(ledger.keys, case)
        recording = Recording(self.desk, ledger, self.book, self.hidden, case, key)
        recording.recover()
        planning = Planning(self.ask.out, roster, self.kind, self.book, key)
        planning.told.add(list(findings))
        self._work(planning, recording, told)
        index = write_index(self.ask.out, self.book, About(case, self.kind.endings))
        if self.ask.synced:
            settle(self.ask.out)
        last = ledger.last()
        return Merged(
            planning.counts,
            planning.told.tally.told(),
            tuple(recording.notices),
            Head(last.seq, last.seal) if last else None,
            self._marked(planning),
            index,
        )

    def _work(self, planning: Planning, recording: Recording, told: Hears) -> None:
        counts, table = planning.counts, planning.roster.table
        pace = Pace(self.desk.run, planning.roster.count, told)
        briefs = planning.briefs(self.desk.run)
        first = list(islice(briefs, FEW))
        processes = 1 if len(first) < FEW else self.ask.processes or min(cpu_count() or 1, MOST)
        with LocalCrew(processes) as crew:
            for brief, answer in crew.work(self._making(table), chain(first, briefs)):
                staged = _staged(brief, answer, table)
                counts.made += recording.record(brief, staged)
                planning.refuse(staged.findings)
                pace.tell(counts)
        pace.tell(counts, "done")

    def _making(self, table: Table) -> Making:
        ask, kind = self.ask, self.kind
        copy = self.hidden / COPY
        digest = sha256(copy.read_bytes()).hexdigest()
        names = tuple(fill.name for fill in kind.fills)
        place = str(ask.template)
        return Making(copy, digest, place, table.name, names, kind.endings, ask.engine, self.hidden)

    def _case(self) -> str:
        """Give the key under which the ledger has this folder's letters; it is of one sheet."""
        about = f"{self.ask.template.name}\n{self.ask.rows.name}"
        if self.book.said("made of", about) != about and not self.book.says(self._back()):
            raise stop(UsageTrouble, REASONS, "rows-other-folder", out=self.ask.out)
        return self.book.said("case", f"word-{token_hex(5)}")

    def _back(self, marked: Path | None = None) -> str:
        """Give what the book calls a sheet that was handed back: it may take the first's place."""
        return f"handed back {(marked or self.ask.rows).name} for {self.ask.template.name}"

    def _ledger(self) -> Ledger:
        if self.ask.ledger is None and self.desk.workspace.settings is not None:
            return self.desk.ledger
        file = (self.ask.ledger or self.ask.out / LEDGER).resolve()
        return Ledger(f"sqlite:///{file.as_posix()}", file.parent / KEYS)

    def _marked(self, planning: Planning) -> Path | None:
        if self.ask.marked is None or not planning.counts.refused:
            return None
        bad = [each for each in planning.told.marked if each.severity is Severity.ERROR]
        self.book.said(self._back(self.ask.marked), "yes")
        return hand_back(self.ask.rows, bad, self.ask.marked, self.ask.sheet)


def _staged(brief: Brief, answer: Staged | Halted | Lost, table: Table) -> Staged:
    """Give what was staged, raise what stops the run, tell the rows of a chunk that was lost."""
    if isinstance(answer, Halted):
        raise answer.error()
    if isinstance(answer, Lost):
        return Staged(findings=list(_lost(brief, answer, table)))
    return answer


def _lost(brief: Brief, lost: Lost, table: Table) -> Iterator[Finding]:
    for each in brief.letters:
        yield fault(FAULTS, "rows-row-lost", Mark(table.name, each.row, 0), why=lost.why)


def _unfit(ask: Ask, findings: tuple[Finding, ...]) -> DocgenError:
    error = stop(CasefileRejected, REASONS, "rows-unfit", rows=str(ask.rows))
    error.findings = findings
    return error
