"""A workbook that came back → new texts, or all that speaks against it, with the cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from docgen.check.faults import capped
from docgen.check.messages import compared
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.sheet import Mark
from docgen.press.ooxml.members import read_members
from docgen.service.translations.exchange import (
    BETWEEN,
    ENGLISH,
    FILES,
    FORM,
    MESSAGE,
    NOTE,
    TRANSLATION,
)
from docgen.service.translations.shelf import Demand, Shelf, at_work, names_there, open_shelf
from docgen.service.translations.standing import Standing, by_id, standings
from docgen.service.translations.texts import NewText, put_texts
from docgen.store.bundles import forms_of
from docgen.store.disk import disk
from docgen.store.spreadsheet import ReadRow, read_workbook

NEEDED = (MESSAGE, FILES, ENGLISH, FORM, TRANSLATION)
LARGEST = 20_000_000
DOCTYPE = b"<!DOCTYPE"
"""Begins what can make a small file a huge one, and no program writes into a workbook."""
BLANKS = " \n\u00a0"

REASONS: Reasons = {
    "sheet-unreadable": Wording(
        "{file} is no workbook that can be read.",
        "Save it as an Excel workbook (.xlsx), without a password.",
    ),
    "sheet-refused": Wording(
        "{file} can't be taken over as it is; nothing was changed.",
        "Put right what is listed, or take over what is in order with: --partly",
    ),
}
FAULTS: Faults = {
    "sheet-columns": Wording(
        "The sheet {sheet} lacks the column {column}.",
        "Give the columns their headings back, or fill in a new export.",
    ),
    "sheet-language": Wording(
        "The sheet {sheet} is named after no language that there are texts in.",
        "Name it by the tag of the language: {known}.",
    ),
    "sheet-unknown": Wording(
        "Cell {cell}: no paper says this message any longer.",
        "Export anew and copy over what still fits.",
    ),
    "sheet-english": Wording(
        "Cell {cell}: the English is another than docgen's now.",
        "Export anew; the sentence wants a look, as its English was changed.",
    ),
    "sheet-form": Wording(
        "Cell {cell}: the sentence has no such form in this language.",
        "Write the number of the form as the export had it.",
    ),
    "sheet-twice": Wording(
        "Cell {cell}: this message has been translated in an earlier row already.",
        "Take one of the two rows out.",
    ),
    "sheet-forms-missing": Wording(
        "Cell {cell}: not all forms of this sentence are there.",
        "Fill in one row for each form, or leave all of them empty.",
    ),
    "sheet-formula": Wording(
        "Cell {cell}: the cell holds a formula and no text.",
        "Put an apostrophe before the = or write it otherwise.",
    ),
    "sheet-text": Wording(
        "Cell {cell}: {message}",
        "{remedy}",
    ),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What was taken over: how many texts in which language, and what was not."""

    languages: Mapping[str, int]
    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


def import_workbook(demand: Demand, path: Path, *, partly: bool = False) -> Imported:
    """Take over what came back; raises `UsageTrouble` with all that speaks against it.

    With `partly` what is in order is taken over all the same, and the rest told.
    """
    rows = _read(path)
    with at_work(demand):
        return _imported(demand, path, rows, partly=partly)


def _imported(demand: Demand, path: Path, read: Sequence[ReadRow], *, partly: bool) -> Imported:
    findings: list[Finding] = []
    taken: list[tuple[Shelf, list[NewText]]] = []
    there = names_there(demand)
    for name, group in groupby(read, lambda row: row.sheet):
        rows = [*group]
        at = Mark(path.name, 1, 1)
        lacking = [column for column in NEEDED if column not in rows[0].texts]
        findings += (
            fault(FAULTS, "sheet-columns", at, sheet=name, column=each) for each in lacking
        )
        if name not in there:
            known = ", ".join(there)
            findings.append(fault(FAULTS, "sheet-language", at, sheet=name[:20], known=known))
        elif not lacking:
            shelf = open_shelf(demand, name)
            known_by = by_id(standings(demand, shelf))
            sheet = _Sheet(path.name, shelf, known_by, findings)
            taken.append((shelf, [*_taken(rows, sheet)]))
    told = capped(findings)
    if told and not partly:
        error = stop(UsageTrouble, REASONS, "sheet-refused", file=path.name)
        error.findings = told
        raise error
    paths = [put for shelf, texts in taken for put in put_texts(demand, shelf, texts)]
    counts = {shelf.name: len({t.standing.id for t in texts}) for shelf, texts in taken}
    return Imported(counts, tuple(paths), told)


@dataclass(slots=True)
class _Sheet:
    """One sheet being read against what stands in its language."""

    file: str
    shelf: Shelf
    known: Mapping[str, tuple[Standing, ...]]
    findings: list[Finding]

    def tell(self, rule: str, row: ReadRow, head: str, **names: object) -> None:
        """Add a fault about a cell."""
        cell = row.places.get(head, str(row.number))
        place = Mark(self.file, row.number, 1)
        told = fault(FAULTS, rule, place, sheet=row.sheet, cell=cell, **names)
        self.findings.append(told)


def _read(path: Path) -> tuple[ReadRow, ...]:
    with disk(path.name), path.open("rb") as file:
        content = file.read(LARGEST + 1)
    members, problems = read_members(content)
    strange = problems or any(DOCTYPE in each for each in members.values())
    rows = None if strange else read_workbook(content)
    if not rows or not any(MESSAGE in row.texts for row in rows):
        raise stop(UsageTrouble, REASONS, "sheet-unreadable", file=path.name)
    return tuple(row for row in rows if MESSAGE in row.texts or TRANSLATION in row.texts)


def _taken(rows: Sequence[ReadRow], sheet: _Sheet) -> Iterator[NewText]:
    """Give the new texts of a sheet, telling what is wrong with the others."""
    seen: set[tuple[str, str]] = set()
    for (name, files), group in groupby(rows, _named):
        mine = [*group]
        first, found = mine[0], _meant(sheet.known.get(name, ()), files)
        keys = {(name, each.file) for each in found}
        if not found:
            sheet.tell("sheet-unknown", first, MESSAGE)
        elif keys & seen:
            sheet.tell("sheet-twice", first, MESSAGE)
        elif any(row.texts[ENGLISH] != found[0].message.text for row in mine):
            sheet.tell("sheet-english", first, ENGLISH)
        else:
            yield from _new_texts(found, mine, sheet)
        seen |= keys


def _named(row: ReadRow) -> tuple[str, str]:
    return row.texts[MESSAGE].strip(), row.texts[FILES].strip()


def _meant(found: Sequence[Standing], files: str) -> list[Standing]:
    """Give the messages of the files that a row is for."""
    wanted = {each.strip() for each in files.split(BETWEEN.strip())}
    return [each for each in found if each.file in wanted]


def _new_texts(
    found: Sequence[Standing], rows: Sequence[ReadRow], sheet: _Sheet
) -> Iterator[NewText]:
    before = len(sheet.findings)
    texts = _forms(found[0], rows, sheet)
    if len(sheet.findings) > before or not any(texts):
        return
    if not all(texts):
        sheet.tell("sheet-forms-missing", rows[0], TRANSLATION)
        return
    for each in compared(found[0].message, texts, forms_of(sheet.shelf.language)):
        if each.severity is Severity.ERROR:
            said = {"message": each.message, "remedy": each.remedy}
            sheet.tell("sheet-text", rows[0], TRANSLATION, **said)
    if len(sheet.findings) == before:
        notes = tuple(filter(None, (" ".join(row.texts.get(NOTE, "").split()) for row in rows)))
        new = (NewText(each, texts, tuple(dict.fromkeys(notes))) for each in found)
        yield from (each for each in new if each.is_news)


def _forms(standing: Standing, rows: Sequence[ReadRow], sheet: _Sheet) -> tuple[str, ...]:
    """Give the texts of a message by form, `""` for none."""
    texts = [""] * (forms_of(sheet.shelf.language) if standing.message.counts else 1)
    for row in rows:
        number = _form(row.texts[FORM]) if standing.message.counts else 1
        if not 1 <= number <= len(texts):
            sheet.tell("sheet-form", row, FORM)
        elif TRANSLATION in row.formulas:
            sheet.tell("sheet-formula", row, TRANSLATION)
        elif texts[number - 1]:
            sheet.tell("sheet-twice", row, FORM)
        else:
            texts[number - 1] = row.texts[TRANSLATION].strip(BLANKS)
    return tuple(texts)


def _form(told: str) -> int:
    first = told.split()[:1]
    return int(first[0]) if first and first[0].isdecimal() else 0
