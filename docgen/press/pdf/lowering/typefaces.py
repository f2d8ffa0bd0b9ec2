"""The name of a font in Word → a family of the project's set, and whether it is as wide."""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.press.fonts.faces import Faces
from docgen.press.ooxml import markup
from docgen.press.ooxml.names import w
from docgen.press.pdf.lowering.measures import value_of
from docgen.press.pdf.lowering.symbols import is_font_of_signs

PLAIN = "Arimo"
LIKE_KIND = {"roman": "Tinos", "modern": "Cousine", "swiss": PLAIN}
FOR_SIGNS = frozenset({"ms gothic", "segoe ui symbol", "segoe ui emoji", "arial unicode ms"})
LIKE_NAME = {"calibri light": "Carlito", "cambria math": "Caladea"}


@dataclass(frozen=True, slots=True)
class FontEntry:
    """What a file says of a font: another name for it, and its kind (17.8.3)."""

    other: str
    kind: str


FontTable = Mapping[str, FontEntry]


def font_table_of(data: bytes) -> FontTable:
    """Read the font table part, by names in lower case."""
    fonts = markup.parse(data).iterchildren(w("font")) if data else ()
    return {
        font.get(w("name"), "").casefold(): FontEntry(
            value_of(font, "altName") or "", value_of(font, "family") or ""
        )
        for font in fonts
    }


def family_for(font: str, faces: Faces, table: FontTable) -> tuple[str, bool]:
    """Give the family that serves as a font, and whether its letters are as wide.

    A font that people take for its signs (boxes, bullets) has no letters to be as wide as.
    """
    if is_font_of_signs(font) or font.casefold() in FOR_SIGNS:
        return PLAIN, True
    entry = table.get(font.casefold(), FontEntry("", ""))
    same = faces.family(font) or (faces.family(entry.other) if entry.other else None)
    if same:
        return same, True
    return LIKE_NAME.get(font.casefold()) or LIKE_KIND.get(entry.kind, PLAIN), False
