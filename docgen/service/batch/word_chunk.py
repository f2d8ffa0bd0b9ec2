"""A chunk of rows → its letters, made and staged by a worker that writes nothing else down."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from docgen.errors import (
    CasefileRejected,
    DiskTrouble,
    DocgenError,
    LedgerTrouble,
    TemplateRejected,
    UsageTrouble,
)
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.rendition import Ending
from docgen.model.sheet import Mark
from docgen.model.values import Values
from docgen.press.word.compiled import Compiled
from docgen.press.word.letters import letter
from docgen.press.word.merge import compile_template
from docgen.press.word.shapes import FREE, Template
from docgen.service.compiled import by_way_of
from docgen.service.make import ENGINE
from docgen.service.pdf import Engine, date_of, pdfs_of
from docgen.store.cache import own_cache
from docgen.store.letterbox import stage
from docgen.store.rowbook import Kept

TOGETHER = 50
FAULTS: Faults = {
    "rows-row-unfit": Wording("No letter can be made of this row: {why}", "{remedy}"),
    "rows-row-lost": Wording(
        "The letters of this row and its neighbours could not be made ({why}).",
        "Run the same command again. If that doesn't help, tell whoever looks after docgen.",
    ),
}
STOPPING = {kind.__name__: kind for kind in (DiskTrouble, UsageTrouble, LedgerTrouble)}


@dataclass(frozen=True, slots=True)
class Letter:
    """A row to be made: its texts in the order of the names, its file's name, what it will be.

    `before` are the sums of files that were recorded once and are gone now.
    """

    row: int
    stem: str
    texts: tuple[str, ...]
    kept: Kept
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What a worker is asked to make in one go; `archive` names the file for all of it."""

    key: str
    letters: tuple[Letter, ...]
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A made file: its digest as the ledger has it, its bytes' SHA-256, and what made it."""

    ending: Ending
    digest: str
    sum: str
    engine: str


@dataclass(slots=True)
class Staged:
    """A chunk as it is staged: the files of each letter by its row, and the rows that are unfit."""

    files: dict[int, tuple[Filed, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Halted:
    """What stops the whole run, as it can be handed from one process to another."""

    kind: str
    code: str
    message: str
    remedy: str

    def error(self) -> DocgenError:
        """Give the error that it is."""
        return STOPPING[self.kind](self.code, self.message, self.remedy)


@dataclass(frozen=True, slots=True)
class Making:
    """How a run's letters are made; called with a brief, by any process."""

    template: Path
    digest: str
    place: str
    sheet: str
    names: tuple[str, ...]
    endings: tuple[Ending, ...]
    engine: Engine
    hidden: Path

    def __call__(self, brief: Brief) -> Staged | Halted:
        """Make and stage a chunk."""
        staged = Staged()
        try:
            compiled = compiled_at(self.template, self.digest, self.place)
            files = self._files(compiled, brief.letters, staged)
            staged.archive = stage(self.hidden, brief.key, files, brief.archive)
        except tuple(STOPPING.values()) as error:
            return Halted(type(error).__name__, error.code, error.message, error.remedy)
        return staged

    def _files(
        self, compiled: Compiled, letters: tuple[Letter, ...], staged: Staged
    ) -> Iterator[tuple[str, bytes]]:
        waiting = iter(letters)
        while some := list(islice(waiting, TOGETHER)):
            merged = [made for each in some if (made := self._merged(compiled, each, staged))]
            for each, files in self._set(merged, staged):
                staged.files[each.row] = tuple(filed for filed, _ in files)
                for filed, content in files:
                    yield file_name(each.stem, each.kept.version, filed.ending), content

    def _merged(
        self, compiled: Compiled, each: Letter, staged: Staged
    ) -> tuple[Letter, bytes, Filed] | None:
        try:
            content, digest = letter(compiled, values_of(self.names, each.texts))
        except (TemplateRejected, CasefileRejected) as refused:
            staged.findings.append(self._unfit(each, refused))
            return None
        return each, content, Filed("docx", digest, sha256(content).hexdigest(), ENGINE)

    def _set(
        self, merged: list[tuple[Letter, bytes, Filed]], staged: Staged
    ) -> Iterator[tuple[Letter, list[tuple[Filed, bytes]]]]:
        """Add the PDFs, where they are asked for."""
        if "pdf" not in self.endings:
            yield from ((each, [(filed, content)]) for each, content, filed in merged)
            return
        dated = date_of(merged[0][1]) if merged else None
        words = ((content, self.place, dated) for _, content, _ in merged if dated)
        for (each, content, filed), made in zip(merged, pdfs_of(words, self.engine), strict=True):
            if isinstance(made, TemplateRejected):
                staged.findings.append(self._unfit(each, made))
                continue
            pages, engine = made
            digest = sha256(pages).hexdigest()
            files = [(filed, content), (Filed("pdf", digest, digest, engine), pages)]
            yield each, [file for file in files if file[0].ending in self.endings]

    def _unfit(self, each: Letter, error: TemplateRejected | CasefileRejected) -> Finding:
        mark = Mark(self.sheet, each.row, 0)
        first = error.findings[0] if error.findings else error
        return fault(FAULTS, "rows-row-unfit", mark, why=first.message, remedy=first.remedy)


def file_name(stem: str, version: int, ending: Ending) -> str:
    """Name a letter's file; a later version never takes the place of the one before."""
    return f"{stem}.{ending}" if version == 1 else f"{stem}-v{version}.{ending}"


def values_of(names: tuple[str, ...], texts: tuple[str, ...]) -> Values:
    """Give a row's values as a template asks for them, `pupil.name` inside of `pupil`."""
    found: dict[str, Any] = {}
    for name, text in zip(names, texts, strict=True):
        *groups, last = name.split(".")
        inner = found
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[last] = text
    return found


def compiled_at(template: Path, digest: str, place: str) -> Compiled:
    """Give the compiled template of a run; raises `TemplateRejected` with all findings."""

    def compile_it() -> Compiled:
        return compile_template(Template(template.read_bytes(), place), {}, demands=FREE)

    if digest not in _LAST:
        _LAST.clear()
        _LAST[digest] = by_way_of(own_cache(), {"template": digest, "rows": True}, compile_it)
    return _LAST[digest]


_LAST: dict[str, Compiled] = {}
"""The template that this process used last: a run uses one, wherever its copy lies."""
