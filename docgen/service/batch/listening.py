"""A roster's source that also keeps, beside its run, what was found in the rows."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from docgen.check.roster.tally import Told
from docgen.errors import DiskTrouble
from docgen.model.family import Family
from docgen.model.finding import Severity
from docgen.model.tree import Tree
from docgen.service.batch.check import Hearing
from docgen.service.batch.handed_back import Changed
from docgen.service.batch.judging import Judging
from docgen.service.batch.lines import finding_line, read_finding
from docgen.service.batch.rosters import RosterSource
from docgen.store.disk import disk, write_whole

FILE = "roster.json"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found in a sheet: its name, its rows, how many can't be used, findings by kind.

    `left_out` are families that have casefiles of their own; `changed` tells what was changed in
    a sheet since it was handed back.
    """

    shown: str
    rows: int
    refused: int
    told: tuple[Told, ...]
    left_out: int = 0
    changed: Changed | None = None


@dataclass(frozen=True, slots=True)
class Listening:
    """A source like the roster's own; it writes down what was found once all was read."""

    source: RosterSource
    folder: Path

    @property
    def originals(self) -> Mapping[str, Path]:
        """Give the files that it is read from."""
        return self.source.originals

    @property
    def recipe(self) -> Tree:
        """Give what else it takes to open it again."""
        return self.source.recipe

    @property
    def judge(self) -> Judging:
        """Give what judges its families."""
        return self.source.judge

    def families(self) -> Iterator[Family]:
        """Give all families; what is amiss in the rows is written down after the last.

        Raises `DiskTrouble`.
        """
        hearing = Hearing(keeps=False)
        hearing.hear((*self.source.told, *self.source.matched.findings))
        for family in self.source.families(hearing.row):
            hearing.hear(family.findings)
            yield family
        hearing.hear(self.source.roster.told())
        counts = (hearing.rows, hearing.refused, hearing.tally.told())
        more = (self.source.left_out, self.source.changed)
        keep(self.folder, Heard(self.source.table.name, *counts, *more))

    def settled(self) -> None:
        """Remember the import; raises `DiskTrouble`."""
        self.source.settled()

    def close(self) -> None:
        """Let go of the file."""
        self.source.close()


def keep(folder: Path, heard: Heard) -> None:
    """Write down, in a run's folder, what was found in its sheet; raises `DiskTrouble`."""
    shape = {
        "shown": heard.shown,
        "rows": heard.rows,
        "refused": heard.refused,
        "left_out": heard.left_out,
        "changed": asdict(heard.changed) if heard.changed else None,
        "told": [
            {
                "rule": told.rule,
                "severity": told.severity.value,
                "count": told.count,
                "shown": [finding_line(each) for each in told.shown],
            }
            for told in heard.told
        ],
    }
    write_whole(folder / FILE, json.dumps(shape, ensure_ascii=False).encode())


def kept(folder: Path) -> Heard | None:
    """Read it again; None where it is gone or can't be read."""
    try:
        with disk(FILE):
            shape: dict[str, Any] = json.loads((folder / FILE).read_bytes())
        told = tuple(_read(each) for each in shape["told"])
        changed = shape["changed"]
        more = Changed(changed["count"], tuple(changed["first"])) if changed else None
        counts = (shape["rows"], shape["refused"], told, shape["left_out"])
        return Heard(shape["shown"], *counts, more)
    except (DiskTrouble, ValueError, KeyError, TypeError):
        return None


def _read(told: Mapping[str, Any]) -> Told:
    shown = tuple(read_finding(each) for each in told["shown"])
    return Told(told["rule"], Severity(told["severity"]), told["count"], shown)
