"""Rows of any sheet → the letters that are to be made of them, named; what stands is left alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count, islice
from json import dumps
from pathlib import Path

from docgen.check.mail_merge import cell_fault, file_there, row_faults, shared_name
from docgen.check.roster.tally import Tally
from docgen.check.row_names import folded, legal_name, row_name
from docgen.model.finding import Finding, Severity
from docgen.model.mail import Filled
from docgen.model.rendition import Ending
from docgen.model.roster import Roster, Row
from docgen.service.batch.word_chunk import Brief, Letter, file_name
from docgen.store.keys import keyed
from docgen.store.letterbox import sum_of
from docgen.store.rowbook import Kept, Listed, RowBook

LETTERS, IN_ARCHIVE = 500, 1_000
SLOWER = 5
"""PDFs take so much longer that fewer come in one go: less is lost with a process that dies."""
MARKED = 10_000
"""So many bad cells are marked in a sheet that is handed back; more, nobody mends one by one."""


@dataclass(slots=True)
class Counts:
    """How far a run is: rows read, letters made and standing, rows refused."""

    rows: int = 0
    made: int = 0
    standing: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Told:
    """What a run finds: a count and the first of each kind, and cells to be marked."""

    tally: Tally = field(default_factory=Tally)
    marked: list[Finding] = field(default_factory=list)

    def add(self, findings: list[Finding]) -> None:
        """Take findings in."""
        self.tally.add(findings)
        room = MARKED - len(self.marked)
        self.marked.extend(islice((each for each in findings if each.place), room))


@dataclass(frozen=True, slots=True)
class Kind:
    """What all letters of a run have in common.

    `column` is the one that names the files, 0 for the rows' numbers; `made_of` what goes
    into each letter beside its texts: the template's digest, the names, what sets a PDF.
    """

    fills: tuple[Filled, ...]
    column: int
    endings: tuple[Ending, ...]
    archive: bool
    made_of: tuple[str, ...]

    @property
    def how(self) -> str:
        """Tell apart letters of one name that are delivered otherwise."""
        return f"{','.join(self.endings)} {'archive' if self.archive else 'files'}"


@dataclass
class Planning:
    """Goes through a roster once; what it finds and counts is told in `told` and `counts`."""

    out: Path
    roster: Roster
    kind: Kind
    book: RowBook
    key: bytes
    told: Told = field(default_factory=Told)
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        """Look up where the numbers and archives go on."""
        self._known = self._number = self.book.highest
        self._archives = self.book.archives()
        self._whole: dict[str, bool] = {}

    def briefs(self, run: str) -> Iterator[Brief]:
        """Give what is to be made, chunk by chunk."""
        letters = self.letters()
        size = IN_ARCHIVE if self.kind.archive else LETTERS
        size //= SLOWER if "pdf" in self.kind.endings else 1
        archives = (f"letters-{number:05d}.zip" for number in count(len(self._archives) + 1))
        free = (name for name in archives if not (self.out / name).exists())
        number = 0
        while some := tuple(islice(letters, size)):
            number += 1
            yield Brief(f"{run}-{number}", some, next(free) if self.kind.archive else "")

    def letters(self) -> Iterator[Letter]:
        """Give the letters that are not there yet, or not as they should be."""
        for row in self.roster.rows():
            self.counts.rows += 1
            stem, named = self._named(row)
            findings = [*row_faults(row, self.kind.fills, self.roster.table), *named]
            self.told.add(findings)
            if any(each.severity is Severity.ERROR for each in findings):
                self._refused(row, findings)
                continue
            letter = self._letter(row, stem)
            if letter is None:
                self.counts.standing += 1
            elif self._is_free(letter):
                yield letter
            else:
                there = file_there(row, self.kind.column, self.roster.table)
                self.told.add([there])
                self._refused(row, [there])
        self.told.add(list(self.roster.told()))

    def refuse(self, findings: list[Finding]) -> None:
        """Take in rows that turned out to be unfit when their letters were made."""
        self.told.add(findings)
        for each in findings:
            if each.place:
                self.counts.refused += 1
                self.book.note(refused(each.place.line, [each]))

    def _refused(self, row: Row, findings: list[Finding]) -> None:
        self.counts.refused += 1
        self.book.note(refused(row.number, findings))

    def _named(self, row: Row) -> tuple[str, list[Finding]]:
        """Name a row's file; of rows that are called the same, later ones get a figure."""
        if not self.kind.column:
            return row_name(row.number), []
        wished = legal_name(row.cells[self.kind.column - 1].text)
        if not wished:
            table = self.roster.table
            return "", [cell_fault("rows-name-empty", row, self.kind.column, table)]
        stem, times = wished, 1
        while not self.book.take(folded(stem)):
            times += 1
            stem = f"{wished}-{times}"
        if times == 1:
            return stem, []
        return stem, [shared_name(row, self.kind.column, self.roster.table)]

    def _letter(self, row: Row, stem: str) -> Letter | None:
        texts = tuple(row.cells[fill.column - 1].text for fill in self.kind.fills)
        written = dumps([self.kind.made_of, texts], ensure_ascii=False).encode()
        inputs = sha256(written).hexdigest()
        name = keyed(self.key, f"{folded(stem)}\n{self.kind.how}")
        last = self.book.latest(name) if self._known else None
        if last is None:
            self._number += 1
            return Letter(row.number, stem, texts, Kept(name, 1, self._number, inputs, "", ()))
        if last.inputs != keyed(self.key, inputs):
            version = Kept(name, last.version + 1, last.number, inputs, "", ())
            return Letter(row.number, stem, texts, version)
        if self._lies(last, stem):
            self.book.note(standing(row.number, stem, last))
            return None
        again = Kept(name, last.version, last.number, inputs, "", ())
        return Letter(row.number, stem, texts, again, last.files)

    def _is_free(self, letter: Letter) -> bool:
        """Tell whether no file from elsewhere lies where a new letter's would."""
        if self.kind.archive or letter.before:
            return True
        version = letter.kept.version
        names = (file_name(letter.stem, version, ending) for ending in self.kind.endings)
        return not any((self.out / name).exists() for name in names)

    def _lies(self, kept: Kept, stem: str) -> bool:
        """Tell whether a letter's files lie there as they were made."""
        if kept.archive:
            if kept.archive not in self._whole:
                found = sum_of(self.out / kept.archive)
                self._whole[kept.archive] = found == self._archives.get(kept.archive)
            return self._whole[kept.archive]
        names = (file_name(stem, kept.version, ending) for ending in self.kind.endings)
        return all(sum_of(self.out / name) == s for name, s in zip(names, kept.files, strict=True))


def standing(row: int, stem: str, kept: Kept) -> Listed:
    """Tell that a row's letter lies there as it was made."""
    return Listed(row, "stood", stem, kept.version, kept.version, kept.number, kept.archive)


def refused(row: int, findings: list[Finding]) -> Listed:
    """Tell why there is no letter for a row."""
    errors = dict.fromkeys(each.rule for each in findings if each.severity is Severity.ERROR)
    return Listed(row, "refused", why=", ".join(errors))
