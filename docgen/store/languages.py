"""Folders of translations → the languages there are: each a folder with a language.yaml."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from docgen.check.shape import typed
from docgen.errors import Reasons, TemplateRejected, WordingMissing, stop
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.language import ENGLISH, Direction, Language
from docgen.model.sheet import Mark, Scalar, Sheet
from docgen.store.sheets import read_sheet
from docgen.store.shipped import shipped
from docgen.store.workspace import Workspace

TRANSLATIONS = "translations"
SHEET, PO, PLAIN = "language.yaml", ".po", "plain"
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2})?")
SCRIPT = re.compile(r"[A-Z][a-z]{3}")
PHONE = "{phone}"

REASONS: Reasons = {
    "translations-no-language": Wording(
        "There are no texts in the language {language}.",
        "There are: {known}. docs/translations.md tells how to begin another.",
    ),
    "translations-rejected": Wording(
        "The texts in the language {language} can't be used.",
        "Put right what is listed, then run: docgen translations check",
    ),
}
FAULTS: Faults = {
    "language-tag": Wording(
        "The folder is named “{tag}”, which is no tag of a language.",
        "Name it by the language's two or three letters, and its script where it has several: "
        "pl, ur, pa-Arab.",
    ),
    "language-script": Wording(
        "“script” takes the four letters of a script, and “locale” the name of a locale.",
        "Write them such as: script: Latn, locale: pl_PL",
    ),
    "language-contact": Wording(
        "“contact” must have one place for the phone number, and no other.",
        "Write {{phone}} where the number goes.",
    ),
}


@dataclass(frozen=True, slots=True)
class LanguageSheet:
    """What a language.yaml says; the folder's name is the tag."""

    name: str
    own_name: str
    locale: str
    script: str
    font: str
    contact: str
    direction: Direction = "ltr"
    screen_font: str = ""


def folders_of(workspace: Workspace, authority: str) -> tuple[Path, ...]:
    """Give the folders with an authority's texts: the pack's own, the office's, docgen's."""
    office = workspace.settings is not None
    places = (
        workspace.templates / authority / TRANSLATIONS if office else None,
        shipped("templates") / authority / TRANSLATIONS,
        workspace.translations if office else None,
        shipped(TRANSLATIONS),
    )
    there = (place.resolve() for place in places if place is not None and place.is_dir())
    return tuple(dict.fromkeys(there))


def languages(folders: Sequence[Path]) -> Mapping[str, Language]:
    """Give the languages beside English by their tags; raises `TemplateRejected`."""
    paths = sorted(path for folder in folders for path in folder.glob(f"*/{SHEET}"))
    for path in paths:
        if not TAG.fullmatch(path.parent.name):
            raise rejected(path.parent.name[:20], judged(path)[1])
    found = {path.parent.name for path in paths}
    return {tag: read_language(folders, tag) for tag in sorted(found - {ENGLISH.tag})}


def read_language(folders: Sequence[Path], tag: str) -> Language:
    """Give one language; raises `WordingMissing` if there is none, `TemplateRejected` for faults.

    The first folder that has the language tells of it.
    """
    if tag == ENGLISH.tag:
        return ENGLISH
    path = next(filter(Path.is_file, (folder / tag / SHEET for folder in folders)), None)
    if path is None or not TAG.fullmatch(tag):
        known = ", ".join((ENGLISH.tag, *sorted(_tags(folders))))
        shown_tag = tag if TAG.fullmatch(tag) else "…"
        raise stop(
            WordingMissing, REASONS, "translations-no-language", language=shown_tag, known=known
        )
    language, findings = judged(path)
    if language is None or findings:
        raise rejected(tag, findings)
    return language


def has_plain(folders: Sequence[Path], authority: str) -> bool:
    """Tell whether there are plain words for an authority's papers in English."""
    return any((each / ENGLISH.tag / PLAIN / f"{authority}{PO}").is_file() for each in folders)


def rejected(tag: str, findings: tuple[Finding, ...]) -> Exception:
    """Make the error that refuses a language, with all that is wrong with its files."""
    error = stop(TemplateRejected, REASONS, "translations-rejected", language=tag)
    error.findings = findings
    return error


def judged(path: Path) -> tuple[Language | None, tuple[Finding, ...]]:
    """Read a language.yaml; gives all that is wrong with it, the folder's name among it."""
    shown = shown_at(path)
    sheet, faults = read_sheet(path, shown)
    written, unfit = typed(sheet.root, LanguageSheet) if sheet else (None, ())
    tag = path.parent.name
    if not TAG.fullmatch(tag):
        named = fault(FAULTS, "language-tag", Mark(shown, 1, 1), tag=tag[:20])
        faults = (*faults, named)
    if sheet is None or written is None:
        return None, (*faults, *unfit)
    found = (*faults, *_flaws(sheet, written))
    return Language(tag=tag, **asdict(written)), found


def shown_at(path: Path) -> str:
    """Give a file of texts as messages name it: `translations/pl/language.yaml`."""
    parts = path.parts
    start = len(parts) - 1 - parts[::-1].index(TRANSLATIONS) if TRANSLATIONS in parts else -3
    return "/".join(parts[start:])


def _tags(folders: Sequence[Path]) -> set[str]:
    return {path.parent.name for folder in folders for path in folder.glob(f"*/{SHEET}")}


def _flaws(sheet: Sheet, written: LanguageSheet) -> Iterator[Finding]:
    fits = SCRIPT.fullmatch(written.script) and LOCALE.fullmatch(written.locale)
    if not fits:
        yield _at(sheet, "script", "language-script")
    rest = written.contact.replace(PHONE, "", 1)
    if rest == written.contact or "{" in rest or "}" in rest:
        yield _at(sheet, "contact", "language-contact")


def _at(sheet: Sheet, name: str, rule: str) -> Finding:
    node = sheet.root.get(name)
    place = node.mark if isinstance(node, Scalar) else None
    return replace(fault(FAULTS, rule, place), path=(name,))
