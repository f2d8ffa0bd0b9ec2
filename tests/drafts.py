"""The worked cases → drafts of every kind of every pack: with few, ordinary and many words."""

import atexit
import datetime as dt
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from languagework import SETTINGS, papers
from templatework import papers as templates
from worked import CASES, EXPECTED, expected

from docgen.model.language import ENGLISH
from docgen.press.ooxml.words import words_of
from docgen.service.desk import Desk, run_id
from docgen.service.generate import generate
from docgen.service.report import Wish
from docgen.store.layout import lay_out
from docgen.store.workspace import find_workspace

EVERY_PAPER = ("fam-0121-every-paper", "fam-0212-every-paper")


@dataclass(frozen=True, slots=True)
class Draft:
    """A Word file made of a worked case, whose kind it is, and the day it was made on.

    `setting` is its language or variant where it is not in ordinary English: `ur`, `en-large`.
    """

    authority: str
    kind: str
    path: Path
    dated: dt.date
    setting: str = ""

    @property
    def content(self) -> bytes:
        """Read the file."""
        return self.path.read_bytes()

    @property
    def words(self) -> int:
        """Count the letters of all its words."""
        return sum(len(each.text) for each in words_of(self.content))

    def __str__(self) -> str:
        """Name the draft as reports show it."""
        return f"{self.authority}/{self.path.stem}"


def kinds() -> tuple[tuple[str, str], ...]:
    """Give authority and kind of every template in the repository."""
    return tuple(sorted((paper.pack.authority, paper.kind.name) for paper in templates()))


def ordinary(authority: str, kind: str) -> Draft:
    """Give a draft of a kind with ordinary values."""
    return _ordinary()[authority, kind]


@cache
def _ordinary() -> Mapping[tuple[str, str], Draft]:
    aside = tempfile.TemporaryDirectory()
    atexit.register(aside.cleanup)
    drafts = drafts_in(Path(aside.name) / "office", EVERY_PAPER)
    return {(draft.authority, draft.kind): draft for draft in reversed(drafts)}


def drafts_in(office: Path, cases: Iterable[str] = ()) -> tuple[Draft, ...]:
    """Lay out an office in a new folder, and draft what the worked cases hold."""
    lay_out(office)
    names = sorted(cases) or sorted(path.stem for path in EXPECTED.glob("*.yaml"))
    return tuple(draft for name in names for draft in _drafted(office, name))


def _drafted(office: Path, name: str) -> Iterable[Draft]:
    today = expected(name).today
    desk = Desk(find_workspace(office, office, {}), today, "drafts", run_id())
    case = next(desk.workspace.casefiles.rglob(f"{name}.yaml"))
    authority = CASES[name].parent.name
    for made in generate(desk, str(case), Wish(every=True)).made:
        if made.job.language == ENGLISH.tag:
            yield Draft(authority, made.job.kind.name, made.path, today)


def in_every_language(folder: Path) -> Iterable[Draft]:
    """Make every kind that parents get in each language and for each kind of eyes."""
    for setting in SETTINGS:
        own = str(setting).removeprefix(f"{setting.authority}-")
        for made in papers(setting, folder / "aside"):
            path = folder / f"{setting}-{made.name}.docx"
            path.write_bytes(made.content)
            yield Draft(setting.authority, made.name, path, made.dated, own)


def chosen(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Choose of each kind the shortest draft, a middling one and the longest."""
    return tuple(
        ordered[place]
        for ordered in _ordered(drafts).values()
        for place in sorted({0, len(ordered) // 2, len(ordered) - 1})
    )


def _ordered(drafts: Iterable[Draft]) -> Mapping[tuple[str, str], list[Draft]]:
    kinds: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        kinds[draft.authority, draft.kind].append(draft)
    return {
        name: sorted(found, key=lambda draft: (draft.words, draft.path.name))
        for name, found in sorted(kinds.items())
    }
