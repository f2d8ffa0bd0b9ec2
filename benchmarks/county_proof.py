# ruff: noqa: INP001 - a script, no package
"""What is planted in a county, and what a run says of it → every difference, in plain words."""

import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

from docgen.model.batch import Outcome
from docgen.service import accounts
from docgen.service.batch.figures import why
from docgen.service.batch.listening import kept
from docgen.service.batch.rosters import Asked, open_source
from docgen.service.batch.runs import Run, open_run
from docgen.service.desk import Desk, open_desk
from docgen.store.ledger import Ledger
from docgen.store.runs import every_run

Planted = dict[str, Any]
Found = tuple[str, int, int]
"""A finding: rule, row, column (0 for the row)."""
Letter = tuple[str, str, str, tuple[str, ...]]
"""State, language, sort of print, and the rules that say why it was not made."""
BY_RULES = "R-"
"""Rules of letters, not of rows."""


def planted_in(office: Path) -> list[Planted]:
    """Read what is planted, family by family."""
    with (office / "planted.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def findings_of(planted: Iterable[Planted]) -> list[Found]:
    """Give what must be found in rows."""
    found = ((rule, row, column) for family in planted for rule, row, column in family["found"])
    return [each for each in found if not each[0].startswith(BY_RULES)]


def letters_of(planted: Iterable[Planted]) -> dict[tuple[int, ...], "Counter[Letter]"]:
    """Give what must come of each family's letters, by its rows."""
    return {
        tuple(family["rows"]): Counter(
            (state, tag, variant, tuple(sorted(rules)))
            for state, tag, variant, rules in family["letters"]
        )
        for family in planted
        if family["letters"]
    }


def import_earlier(office: Path) -> None:
    """Have the list of the term before remembered, as an import of then would have left it."""
    asked = Asked(office / "earlier.csv", frame=office / "frame.yaml")
    with closing(open_source(open_desk(office), asked)) as source:
        for _ in source.families():
            pass
        source.settled()


def differences(office: Path) -> Iterator[str]:
    """Compare an office's one run with what is planted; nothing where all is as it must be."""
    desk = open_desk(office)
    (folder,) = (each for each in every_run(desk.workspace.output) if each.is_begun)
    run = open_run(desk, folder.run)
    planted = planted_in(office)
    yield from _rows(run, planted)
    yield from _letters(run, planted)
    yield from _once(desk, run)


def _rows(run: Run, planted: list[Planted]) -> Iterator[str]:
    """Compare the findings of rows: how many of each kind, and the cells that the run tells."""
    wanted: dict[str, Counter[tuple[int, int]]] = {}
    for rule, row, column in findings_of(planted):
        wanted.setdefault(rule, Counter())[row, column] += 1
    heard = kept(run.folder.folder)
    found = {told.rule: told for told in heard.told} if heard else {}
    for rule in sorted(wanted.keys() | found.keys()):
        places, told = wanted.get(rule, Counter()), found.get(rule)
        count = told.count if told else 0
        if count != places.total():
            yield f"{rule}: found {count} times, planted {places.total()} times"
        marks = [each.place for each in told.shown] if told else []
        for mark in marks:
            if mark is None or not places[mark.line, mark.column]:
                yield f"{rule}: found in {mark}, where it isn't planted"
            else:
                places[mark.line, mark.column] -= 1


def _letters(run: Run, planted: list[Planted]) -> Iterator[str]:
    """Compare what came of each letter, family by family."""
    wanted = letters_of(planted)
    for _, outcomes in groupby(run.outcomes(), key=lambda each: each.case):
        several = list(outcomes)
        rows, letters = several[0].rows, Counter(map(_letter, several))
        known = wanted.pop(rows, Counter())
        if letters != known:
            yield f"rows {rows}: {dict(letters)}; planted {dict(known)}"
    for rows, known in wanted.items():
        yield f"rows {rows}: nothing came of {dict(known)}"


def _letter(outcome: Outcome) -> Letter:
    rules = tuple(sorted(each.rule for each in why(outcome)))
    return outcome.state, outcome.language, outcome.variant, rules


def _once(desk: Desk, run: Run) -> Iterator[str]:
    """Prove that each letter made is there once: in its archive, the ledger and the report."""
    made = [each for each in run.outcomes() if each.state == "made"]
    numbers = {each.number for each in made}
    issues = Counter(entry.number for entry in _entries(desk.ledger))
    if len(numbers) != len(made) or issues != Counter(numbers):
        yield f"{len(made)} letters made, {len(numbers)} numbers, {issues.total()} in the ledger"
    names = sorted(file.name for each in made for file in each.files)
    delivered = sorted(name for path in _archives(run) for name in _members(path))
    if names != delivered:
        yield f"{len(names)} letters made, {len(delivered)} delivered"
    if not run.is_whole:
        yield "the run is not whole"
    accounts.verify(desk)


def _entries(ledger: Ledger) -> Iterator[Any]:
    return (entry for entry in ledger.entries() if entry.act == "issue")


def _archives(run: Run) -> list[Path]:
    return sorted((run.folder.folder / "letters").glob("*.zip"))


def _members(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()
