"""The project's own fonts, and a text, casefile or Word file → who shows it, and what none can."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docgen.check.glyphs import code_point, is_printed, texts_in
from docgen.press.fonts.faces import own_faces
from docgen.press.fonts.families import FAMILIES, LICENCE
from docgen.press.ooxml.limits import LIMITS
from docgen.press.ooxml.package import open_package
from docgen.press.ooxml.words import words_in
from docgen.press.word.trouble import rejected as refused
from docgen.service.desk import Desk
from docgen.service.examine import rejected, shown_path
from docgen.store.disk import disk
from docgen.store.sheets import read_sheet
from docgen.store.workspace import find_case

WORD = frozenset({".docx", ".dotx"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A family of the set: its styles, the fonts it stands for, its scripts and licence."""

    name: str
    styles: tuple[str, ...]
    like: tuple[str, ...]
    serves: tuple[str, ...]
    licence: str


@dataclass(frozen=True, slots=True)
class Lack:
    """A place with characters that no face has, each by code point and name."""

    where: str
    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The families that have what was asked about, the first for choice, and what none has."""

    families: tuple[str, ...]
    lacks: tuple[Lack, ...]


def list_fonts() -> tuple[Listed, ...]:
    """List the families of the set; raises `DiskTrouble` where they are not installed."""
    own_faces()  # told where they are missing
    return tuple(
        Listed(each.name, each.styles, each.like, each.serves, LICENCE) for each in FAMILIES
    )


def shown_text(text: str) -> Shown:
    """Tell which families show a text, and what none has."""
    return _shown([("text", text)])


def shown_file(desk: Desk, wanted: str) -> Shown:
    """Tell the same of a Word file, or of the texts of a casefile by its path or id.

    Raises `TemplateRejected`, `CasefileRejected`, `UsageTrouble` and `DiskTrouble`.
    """
    path = Path(wanted)
    if path.suffix.casefold() in WORD:
        return _shown(_words(path))
    return _shown(_texts(desk, find_case(desk.workspace, wanted)))


def _words(path: Path) -> list[tuple[str, str]]:
    with disk(str(path)), path.open("rb") as file:
        content = file.read(LIMITS.packed + 1)
    package, findings = open_package(content, str(path))
    if package is None:
        raise refused(str(path), findings)
    return [(piece.where, piece.text) for piece in words_in(package) if is_printed(piece)]


def _texts(desk: Desk, path: Path) -> list[tuple[str, str]]:
    shown = shown_path(desk, path)
    sheet, faults = read_sheet(path, shown)
    if sheet is None:
        raise rejected(shown, faults)
    return [(".".join(map(str, place)), node.text) for place, node in texts_in(sheet.root)]


def _shown(texts: Iterable[tuple[str, str]]) -> Shown:
    faces = own_faces()
    texts = tuple(texts)
    lacking = ((where, faces.lacks(text)) for where, text in texts)
    lacks = tuple(Lack(where, tuple(map(code_point, chars))) for where, chars in lacking if chars)
    return Shown(faces.families_for("".join(text for _, text in texts)), lacks)
