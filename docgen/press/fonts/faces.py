"""The measures beside the font files → faces: what each can show, how wide, on how high a line."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.press.fonts.families import FAMILIES, Family, family_named
from docgen.press.fonts.measures import UNSEEN

REASONS: Reasons = {
    "fonts-missing": Wording(
        "docgen's own fonts are not where they belong.",
        "Install docgen again. In a checkout, run make with a connection to the internet.",
    ),
}
OWN = Path(__file__).with_name("faces")
STYLES: Mapping[tuple[bool, bool], str] = {
    (False, False): "Regular",
    (False, True): "Italic",
    (True, False): "Bold",
    (True, True): "BoldItalic",
}
"""How the file of a face ends, by bold and italic."""
NO_BREAK_HYPHEN, HYPHEN = "\u2011", "\u2010"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `ascent` and `descent` are fractions of the size, both positive.

    `advances` are the widths of its characters in `units` of the size.
    """

    family: str
    bold: bool
    italic: bool
    path: Path
    ascent: float
    descent: float
    units: int
    advances: Mapping[str, int] = field(repr=False, compare=False)

    def covers(self, text: str) -> bool:
        """Tell whether each character has a glyph, or needs none."""
        return not self.lacks(text)

    def lacks(self, text: str) -> str:
        """Give the characters that have no glyph, in their order, each once."""
        return lacking(text, self.advances)

    def width(self, text: str) -> float:
        """Give the sum of the advances, as a fraction of the size.

        Right for scripts whose letters stand side by side, and with kerning off.
        """
        known = self.advances
        try:
            return sum([known[char] for char in text]) / self.units
        except KeyError:
            return sum(_advance(char, known) for char in text) / self.units


class Faces:
    """All faces of the project's set, which lie in `folder`; a face is read when asked for."""

    def __init__(self, folder: Path) -> None:
        """Take the set in a folder; raises `DiskTrouble` where a file of it is missing.

        Another face would stand in for one that is gone, and nobody would be told.
        """
        self.folder = folder
        if not _needed().issubset(_names_in(folder)):
            raise stop(DiskTrouble, REASONS, "fonts-missing")
        self._faces: dict[tuple[str, bool, bool], Face] = {}

    def family(self, name: str) -> str | None:
        """Give the family that takes the place of one of Word's fonts, None if none is as wide."""
        found = family_named(name)
        return found.name if found else None

    def face(self, family: str, *, bold: bool, italic: bool) -> Face:
        """Give a face of a family, the nearest there is: an upright one where none slants."""
        by = (family, bold, italic)
        if by not in self._faces:
            self._faces[by] = self._nearest(*by)
        return self._faces[by]

    def other(self, text: str, *, bold: bool = False, italic: bool = False) -> str | None:
        """Give the first family of the set that has all of a text, None for none."""
        faces = (self.face(each.name, bold=bold, italic=italic) for each in FAMILIES)
        return next((face.family for face in faces if face.covers(text)), None)

    def lacks(self, text: str) -> str:
        """Give the characters that no family of the set has, in their order, each once."""
        return self._shared_out(text)[1]

    def families_for(self, text: str) -> tuple[str, ...]:
        """Give the families that show a text together, the first for choice."""
        return self._shared_out(text)[0]

    def _shared_out(self, text: str) -> tuple[tuple[str, ...], str]:
        """Go through the families for as long as something is left of a text."""
        used: list[str] = []
        for family in FAMILIES:
            if not text:
                break
            left = self.face(family.name, bold=False, italic=False).lacks(text)
            used += [] if set(left) == set(text) else [family.name]
            text = left
        return tuple(used), text

    def _nearest(self, name: str, bold: bool, italic: bool) -> Face:
        family = next(each for each in FAMILIES if each.name == name)
        wishes = ((bold, italic), (bold, False), (False, italic), (False, False))
        found = next(wish for wish in wishes if STYLES[wish] in family.styles)
        return _face(self.folder, family, *found)


def _needed() -> frozenset[str]:
    """Name the files of the set: each face with its measures."""
    faces = (f"{family.stem}-{style}" for family in FAMILIES for style in family.styles)
    return frozenset(f"{face}{ending}" for face in faces for ending in (".ttf", ".json"))


def _names_in(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from (each.name for each in folder.iterdir())


@cache
def own_faces() -> Faces:
    """Give the set that comes with docgen, one for the process; raises `DiskTrouble`."""
    return Faces(OWN)


def lacking(text: str, known: Mapping[str, object]) -> str:
    """Give the characters that are not among the known ones and print something, each once."""
    strange = set(text).difference(known)
    unknown = {char for char in strange if not _is_shown(char, known)}
    if not unknown:
        return ""
    return "".join(dict.fromkeys(char for char in text if char in unknown))


def _is_shown(char: str, known: Mapping[str, object]) -> bool:
    """Tell whether a character without a glyph of its own is set all the same.

    Layout makes spaces out of the space, takes a letter and its accent for both in one, and the
    hyphen for one that must not break.
    """
    if UNSEEN.match(char) or unicodedata.category(char) == "Zs":
        return True
    if char == NO_BREAK_HYPHEN:
        return HYPHEN in known
    parts = unicodedata.normalize("NFD", char)
    return parts != char and all(part in known for part in parts)


def _advance(char: str, known: Mapping[str, int]) -> float:
    """Give the width of a character that may lack a glyph of its own."""
    if char in known or unicodedata.category(char) == "Zs":
        return known.get(char, known[" "])
    parts = HYPHEN if char == NO_BREAK_HYPHEN else unicodedata.normalize("NFD", char)
    return sum(known.get(part, 0) for part in parts)


def _face(folder: Path, family: Family, bold: bool, italic: bool) -> Face:
    measures = _measures(folder, family, STYLES[bold, italic])
    kept = json.loads(measures.read_text(encoding="utf-8"))
    units = kept["units"]
    return Face(
        family=family.name,
        bold=bold,
        italic=italic,
        path=measures.with_suffix(".ttf"),
        ascent=kept["ascent"] / units,
        descent=kept["descent"] / units,
        units=units,
        advances=kept["advances"],
    )


def _measures(folder: Path, family: Family, style: str) -> Path:
    return folder / f"{family.stem}-{style}.json"
