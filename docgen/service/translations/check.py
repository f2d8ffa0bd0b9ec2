"""A language's files → every fault of them, with file and line."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docgen.check.glyphs import named
from docgen.check.lengths import overlong
from docgen.check.messages import PLACEHOLDER, compared
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.language import ENGLISH
from docgen.model.sheet import Mark
from docgen.press.fonts.faces import own_faces
from docgen.press.fonts.families import FAMILIES
from docgen.service.translations.shelf import Demand, Shelf, names_there, read_shelf
from docgen.service.translations.standing import wanted
from docgen.store.bundles import Entry, forms_of
from docgen.store.catalogues import locale_faults
from docgen.store.languages import PO, SHEET, judged, shown_at

FAULTS: Faults = {
    "language-unknown": Wording(
        "There are texts in this folder, but no {sheet} says in which language.",
        "Add one as docs/translations.md tells; until then nothing of it is printed.",
    ),
    "language-font": Wording(
        "“{font}” is no font of docgen's own, so a PDF would be set in another.",
        "Name one that `docgen fonts` lists.",
    ),
    "translation-glyphs": Wording(
        "docgen's own fonts can't print {characters} in a PDF.",
        "Write it in other letters; `docgen fonts TEXT` tells who shows what.",
    ),
    "translation-unasked": Wording(
        "No paper says this English any longer.",
        "Put it aside with: docgen translations extract",
    ),
}
SAME = "translation-same"


def check_languages(demand: Demand, name: str | None = None) -> dict[str, tuple[Finding, ...]]:
    """Tell all that is wrong with one language's files, or with all; raises `WordingMissing`."""
    found = {}
    if name is None:
        sheets = tuple(_sheets(demand))
        if sheets:
            return {"": sheets}
    for each in [name] if name else names_there(demand):
        found[each] = tuple(check_shelf(demand, read_shelf(demand, each)))
    return found


def check_shelf(demand: Demand, shelf: Shelf) -> Iterator[Finding]:
    """Tell all that is wrong with a language's files."""
    yield from shelf.findings
    if shelf.language != ENGLISH:
        yield from _of_language(demand, shelf)
    files = wanted(demand, shelf)
    for file, written in shelf.written.items():
        known = {(each.pair, each.counts) for each in files.get(file, ())}
        for path, entries in written:
            for entry in entries.values():
                place = Mark(shown_at(path), entry.line, 1)
                asked = (entry.message.pair, entry.message.counts) in known
                yield from (replace(each, place=place) for each in _of_entry(entry, shelf))
                if not asked:
                    told = fault(FAULTS, "translation-unasked", place)
                    yield replace(told, severity=Severity.INFORMATION)


def _sheets(demand: Demand) -> Iterator[Finding]:
    """Tell what keeps a folder from being a language's."""
    for folder in demand.every_folder:
        for home in sorted(path for path in folder.iterdir() if path.is_dir()):
            yield from () if home.name == ENGLISH.tag else _sheet(demand, home)


def _sheet(demand: Demand, home: Path) -> Iterator[Finding]:
    path = home / SHEET
    if path.is_file():
        yield from judged(path)[1]
    elif not any((folder / home.name / SHEET).is_file() for folder in demand.every_folder):
        for po in sorted(home.glob(f"*{PO}")):
            yield fault(FAULTS, "language-unknown", Mark(shown_at(po), 1, 1), sheet=SHEET)


def _of_language(demand: Demand, shelf: Shelf) -> Iterator[Finding]:
    places = (folder / shelf.home / SHEET for folder in demand.every_folder)
    shown = shown_at(next(path for path in places if path.is_file()))
    yield from locale_faults(shelf.language, shown)
    known = {family.name for family in FAMILIES}
    for font in filter(None, (shelf.language.font, shelf.language.screen_font)):
        if font not in known:
            told = fault(FAULTS, "language-font", Mark(shown, 1, 1), font=font[:40])
            yield replace(told, severity=Severity.WARNING)


def _of_entry(entry: Entry, shelf: Shelf) -> Iterator[Finding]:
    bare = PLACEHOLDER.sub("", entry.message.text)
    alike = shelf.language == ENGLISH or not any(map(str.isalpha, bare))
    for each in compared(entry.message, entry.texts, forms_of(shelf.language)):
        if not (alike and each.rule == SAME):
            yield each
    yield from overlong(entry.message, entry.texts)
    strange = _lacking(entry)
    if strange:
        told = fault(FAULTS, "translation-glyphs", None, characters=named(strange))
        yield replace(told, severity=Severity.WARNING)


def _lacking(entry: Entry) -> str:
    """Give the characters that no font of docgen's has."""
    text = PLACEHOLDER.sub("", "".join(entry.texts))
    return own_faces().lacks(text.replace("\n", "").replace("\t", ""))
