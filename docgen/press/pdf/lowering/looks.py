"""What holds for a run, its letters and its paragraph's line spacing → looks of the tree."""

from dataclasses import dataclass, field
from math import floor
from typing import NamedTuple

from docgen.press.fonts.faces import Face, Faces
from docgen.press.fonts.families import is_tall
from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.kept import keep
from docgen.press.pdf.lowering.properties import RunFormat
from docgen.press.pdf.lowering.remarks import Remarks
from docgen.press.pdf.lowering.typefaces import FontTable, family_for
from docgen.press.pdf.runs import Look

FONT, SIZE, LANGUAGE = "Times New Roman", 10.0, "en-GB"  # what Word takes where nothing is said
TWIPS = 20
ROUNDED_UP = 0.1  # of hundredths: 112.92 are taken for 113, 115.83 for 115
HALF_UP = 0.53  # of twentieths of a point: 241.48 are taken for 242, 240.38 for 240
SMALLER = 0.58  # super- and subscript, of the size around
SMALL_CAPITALS = 0.8
NO_UNDERLINES = frozenset({"", "none"})
PLAIN_UNDERLINES = frozenset({"", "none", "single", "words"})
HIGHLIGHTS = {
    "black": "#000000",
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGray": "#808080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "green": "#00ff00",
    "lightGray": "#c0c0c0",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "white": "#ffffff",
    "yellow": "#ffff00",
}
HEX = 6
DARK = 62  # of 255


class Spacing(NamedTuple):
    """A paragraph's line spacing (17.3.1.33): `auto` with a multiple, else points.

    `ground` is the colour behind the paragraph, `""` for white.
    """

    rule: str = "auto"
    value: float = 1
    ground: str = ""


class Wish(NamedTuple):
    """How letters are to look: what holds for their run, line spacing, script, and size."""

    format: RunFormat
    spacing: Spacing
    complex: bool = False
    scale: float = 1


Kept = dict[tuple[Faces, Wish, tuple[str, ...]], Look]


@dataclass(eq=False)
class Looks:
    """The looks of one document, each once, and the faces that they begin with.

    `kept` are looks that were made for other files with the same fixed parts. `asked` tells which
    were asked for, in order; `loud` are those that something is told of.
    """

    faces: Faces
    fonts: FontTable
    remarks: Remarks
    kept: Kept = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    loud: set[int] = field(default_factory=set)
    _indices: dict[Look, int] = field(default_factory=dict)
    _known: dict[tuple[Wish, tuple[str, ...]], int] = field(default_factory=dict)
    _faces: dict[Wish, Face] = field(default_factory=dict)
    _list: list[Look] = field(default_factory=list)

    def __getitem__(self, index: int) -> Look:
        """Give a look by its index."""
        return self._list[index]

    def all(self) -> tuple[Look, ...]:
        """Give all looks in the order of their indices."""
        return tuple(self._list)

    def index(self, wish: Wish, element: Element, others: tuple[str, ...] = ()) -> int:
        """Give the index of a look; `others` are families for what its own face lacks."""
        found = self._known.get((wish, others))
        if found is None:
            found = self._index(self._kept_look(wish, element, others))
            self._known[wish, others] = found
            if not self._is_quiet(wish, element):
                self.loud.add(found)
        self.asked.append(found)
        return found

    def adopt(self, index: int, look: Look) -> bool:
        """Take a look that another file has at an index; tell whether it is at that index here."""
        known = index < len(self._list) and self._list[index] is look
        if known or self._index(look) == index:
            self.asked.append(index)
            return True
        return False

    def _index(self, look: Look) -> int:
        found = self._indices.setdefault(look, len(self._list))
        if found == len(self._list):
            self._list.append(look)
        return found

    def height(self, index: int) -> float:
        """Give the height of a line of a look."""
        return round(self._list[index].ascent + self._list[index].descent, 3)

    def face(self, wish: Wish, element: Element) -> Face:
        """Give the face that letters are set in, as far as it has them."""
        found = self._faces.get(wish)
        if found is None:
            family, same = family_for(_font(wish), self.faces, self.fonts)
            if not same:
                names = {"font": _font(wish), "instead": family}
                self.remarks.tell("pdf-font-replaced", element, stops=False, **names)
            bold, italic = _slant(wish)
            found = self.faces.face(family, bold=bold, italic=italic)
            self._faces[wish] = found
        return found

    def tell_fonts(self, wish: Wish, element: Element) -> None:
        """Tell where letters beyond ASCII have a font of their own (`w:hAnsi`): all have one."""
        said = wish.format
        if said.ascii and said.hansi and said.hansi != said.ascii:
            names = {"font": said.hansi, "instead": self.face(wish, element).family}
            if family_for(said.hansi, self.faces, self.fonts)[0] != names["instead"]:
                self.remarks.tell("pdf-font-replaced", element, stops=False, **names)

    def other(self, wish: Wish, lacking: str, element: Element) -> tuple[str, ...]:
        """Give families for characters that a look's face lacks, and tell what none has."""
        bold, italic = _slant(wish)
        latin = wish._replace(complex=False)
        if wish.complex and self.face(latin, element).covers(lacking):
            return (self.face(latin, element).family,)
        found = {char: self.faces.other(char, bold=bold, italic=italic) for char in lacking}
        for char in (char for char, family in found.items() if family is None):
            named = character(char)
            self.remarks.tell("pdf-glyph-missing", element, characters=named)
        whole = self.faces.other(lacking, bold=bold, italic=italic)
        families = [whole] if whole else list(found.values())
        return tuple(dict.fromkeys(family for family in families if family))

    def _kept_look(self, wish: Wish, element: Element, others: tuple[str, ...]) -> Look:
        """Give a look that was made for another file, or make it."""
        key = (self.faces, wish, others)
        face = self.face(wish, element)
        return self.kept.get(key) or keep(self.kept, key, self._look(wish, face, others))

    def _face(self, family: str, wish: Wish) -> Face:
        bold, italic = _slant(wish)
        return self.faces.face(family, bold=bold, italic=italic)

    def _is_quiet(self, wish: Wish, element: Element) -> bool:
        """Tell of an underline that is drawn otherwise; tell whether there was nothing to tell."""
        said = wish.format
        kind = said.underline or ""
        own = colour(said.underline_colour)
        if kind not in PLAIN_UNDERLINES or (kind not in NO_UNDERLINES and own):
            shown = kind if kind not in PLAIN_UNDERLINES else f"{kind} {own}"
            self.remarks.tell("pdf-underline-kind", element, stops=False, kind=shown)
            return False
        return family_for(_font(wish), self.faces, self.fonts)[1]

    def _look(self, wish: Wish, face: Face, others: tuple[str, ...]) -> Look:
        said = wish.format
        fill = HIGHLIGHTS.get(said.highlight or "", "") or colour(said.fill)
        size = font_size(wish)
        tall = (face, *(self._face(other, wish) for other in others if is_tall(other)))
        ascent, descent = map(
            max, zip(*(heights(each, size, wish.spacing) for each in tall), strict=True)
        )
        smaller, rise = _script(said.script, face, size)
        lift = said.position or 0  # raised or lowered letters make room for it, small ones don't
        return Look(
            faces=(face.family, *(other for other in others if other != face.family)),
            size=round(smaller, 3),
            ascent=round(ascent + max(lift, 0), 3),
            descent=round(descent + max(-lift, 0), 3),
            over=max(_over(each, size, wish.spacing) for each in tall),
            language=_language(wish),
            bold=_slant(wish)[0],
            italic=_slant(wish)[1],
            colour=colour(said.colour) or _readable(fill or wish.spacing.ground),
            rise=round(rise + lift, 3),
            tracking=said.tracking or 0,
            kerned=bool(said.kern) and size >= (said.kern or 0),
            underline=(said.underline or "none") != "none",
            strike=bool(said.strike or said.double_strike),
            fill=fill,
        )


def font_size(wish: Wish) -> float:
    """Give the size of letters, before super- and subscript make them smaller."""
    own = wish.format.size_complex if wish.complex else wish.format.size
    return (own or SIZE) * wish.scale


def heights(face: Face, size: float, spacing: Spacing) -> tuple[float, float]:
    """Give what letters need above and below the baseline, line spacing in it.

    Measured on LibreOffice: a multiple above one adds below the line, one below one takes from
    above; at least adds above; exactly is four fifths above and one below. Heights are whole
    twentieths of a point, multiples whole hundredths.
    """
    over, both = face.ascent * size * TWIPS, (face.ascent + face.descent) * size * TWIPS
    height = floor(both + HALF_UP)
    ascent, descent = round(over) / TWIPS, (height - round(over)) / TWIPS
    rule, value, _ = spacing
    if rule == "exact":
        return 0.8 * value, 0.2 * value
    if rule == "atLeast":
        return max(ascent, value - descent), descent
    hundredths = floor(100 * value + ROUNDED_UP) - 100
    more = abs(hundredths) * height // 100 / TWIPS
    return (ascent, descent + more) if hundredths > 0 else (ascent - more, descent)


def _over(face: Face, size: float, spacing: Spacing) -> float:
    """Give what a multiple adds below the line."""
    if spacing.rule != "auto":
        return 0
    return round(max(heights(face, size, spacing)[1] - heights(face, size, Spacing())[1], 0), 3)


def colour(value: str | None) -> str:
    """Give a colour as `#rrggbb`, `""` for `auto` and what is no colour."""
    if value is None or len(value) != HEX:
        return ""
    return f"#{value.lower()}" if all(c in "0123456789abcdefABCDEF" for c in value) else ""


def _readable(ground: str) -> str:
    """Give the automatic colour of letters: white on dark ground, as LibreOffice weighs it."""
    if not ground:
        return "#000000"
    red, green, blue = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    return "#ffffff" if (76 * red + 151 * green + 29 * blue) >> 8 <= DARK else "#000000"


def character(char: str) -> str:
    """Name a character by its code point."""
    return f"U+{ord(char):04X}"


def _font(wish: Wish) -> str:
    said = wish.format
    latin = said.ascii or said.hansi or FONT
    return (said.complex or latin) if wish.complex else latin


def _slant(wish: Wish) -> tuple[bool, bool]:
    said = wish.format
    if wish.complex:
        return bool(said.bold_complex), bool(said.italic_complex)
    return bool(said.bold), bool(said.italic)


def _language(wish: Wish) -> str:
    said = wish.format
    own = said.language_complex if wish.complex else said.language
    return own or said.language or LANGUAGE


def _script(script: str | None, face: Face, size: float) -> tuple[float, float]:
    """Give the size and rise of super- and subscript: their tops or feet are level."""
    if script == "superscript":
        return size * SMALLER, face.ascent * size * (1 - SMALLER)
    if script == "subscript":
        return size * SMALLER, -face.descent * size * (1 - SMALLER)
    return size, 0
