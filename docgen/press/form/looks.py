"""A widget's dictionaries → how its text and box look.

What a form asks for in a font is its kind alone: letters are set in docgen's own faces.
"""

import re
from dataclasses import dataclass, replace

from pypdf.generic import DictionaryObject

from docgen.press.form.attributes import (
    inherited,
    name_of,
    number_of,
    numbers_of,
    text_of,
    whole_of,
)
from docgen.press.form.objects import Objects
from docgen.press.form.shapes import Align, Edge, Face, Family, Look

FIXED_PITCH, SERIF, ITALIC, FORCE_BOLD = 1, 1 << 1, 1 << 6, 1 << 18
"""Flags of a font's descriptor (ISO 32000-2, table 121)."""
BOLD_WEIGHT = 600
SERIFS = re.compile(r"(?i)ti(ro|bo|it|bi)$|times|roman|serif|georgia|garamond|minion|cambria|book")
SANS = re.compile(r"(?i)sans|helv|arial|myriad|calibri|verdana|frutiger")
MONOS = re.compile(r"(?i)^co(ur|bo|ob|bi)$|cour|mono|consol|typewriter|ocr")
BOLDS = re.compile(r"(?i)bold|black|heavy|semibold|demi|^(he|ti|co)(bo|bi)$|bd\b")
ITALICS = re.compile(r"(?i)italic|obliq|^(he|co)ob$|^ti(it|bi)$|^(he|co)bi$")
TOKEN = re.compile(rb"/[^\s/()<>\[\]]*|[-+.0-9]+|[A-Za-z*'\"]+")
COLOURS = {b"g": 1, b"rg": 3, b"k": 4}
OPERATORS = {1: b"g", 3: b"rg", 4: b"k"}
HIGHEST = 300.0
"""No form's text is larger."""
BORDER_ITEMS = 3
"""An old border is two radii and its width."""
LONGEST_DA = 1_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a default appearance (/DA) asks for: the font's name, size, and operators of colour."""

    font: str = "Helv"
    size: float = 0
    colour: bytes = b"0 g"


def look_of(objects: Objects, form: DictionaryObject, chain: tuple[DictionaryObject, ...]) -> Look:
    """Read how a widget looks; `chain` is it and what stands above it."""
    widget = chain[0]
    asked = asked_in(text_of(objects, inherited(objects, (*chain, form), "/DA")))
    makeup = objects.dictionary(widget.get("/MK")) or DictionaryObject()
    align = whole_of(objects, inherited(objects, (*chain, form), "/Q"))
    look = Look(
        face=_face(objects, form, widget, asked.font),
        size=asked.size,
        colour=asked.colour,
        align=(Align.LEFT, Align.CENTRE, Align.RIGHT)[align] if align in {1, 2} else Align.LEFT,
        border_colour=_colour(numbers_of(objects, makeup.get("/BC"))).upper(),
        background=_colour(numbers_of(objects, makeup.get("/BG"))),
        rotation=whole_of(objects, makeup.get("/R")) // 90 % 4 * 90,
    )
    return _bordered(objects, widget, look)


def asked_in(appearance: str) -> Asked:
    """Read a default appearance; what can't be read in it is as if it weren't there."""
    asked, before = Asked(), list[bytes]()
    for token in TOKEN.findall(appearance[:LONGEST_DA].encode("latin-1", "replace")):
        if token[:1] == b"/" or _is_number(token):
            before.append(token)
            continue
        if token == b"Tf" and len(before) > 1 and before[-2][:1] == b"/":
            size = min(abs(float(before[-1])), HIGHEST) if _is_number(before[-1]) else 0
            asked = replace(asked, font=before[-2][1:].decode("latin-1"), size=size)
        count = COLOURS.get(token, 0)
        if count and len(before) >= count and all(map(_is_number, before[-count:])):
            asked = replace(asked, colour=b" ".join((*before[-count:], token)))
        before = []
    return asked


def _is_number(token: bytes) -> bool:
    return re.fullmatch(rb"[-+]?(\d{1,9}\.?\d{0,9}|\.\d{1,9})", token) is not None


def _face(objects: Objects, form: DictionaryObject, widget: DictionaryObject, asked: str) -> Face:
    """Tell the kind of a font by what the file says of it, else by its name."""
    font = _font(objects, form, widget, asked)
    base = name_of(objects, font.get("/BaseFont")).rpartition("+")[2] or asked
    below = objects.items(font.get("/DescendantFonts"))
    inner = objects.dictionary(below[0]) if below else None
    about = objects.dictionary((inner or font).get("/FontDescriptor")) or DictionaryObject()
    flags = whole_of(objects, about.get("/Flags"))
    is_mono = bool(flags & FIXED_PITCH or MONOS.search(base))
    is_serif = bool((flags & SERIF and not SANS.search(base)) or SERIFS.search(base))
    weight = number_of(objects, about.get("/FontWeight"))
    return Face(
        Family.MONO if is_mono else Family.SERIF if is_serif else Family.SANS,
        bold=bool(flags & FORCE_BOLD or weight >= BOLD_WEIGHT or BOLDS.search(base)),
        italic=bool(flags & ITALIC or ITALICS.search(base)),
    )


def _font(
    objects: Objects, form: DictionaryObject, widget: DictionaryObject, asked: str
) -> DictionaryObject:
    for holder in (form, widget):
        resources = objects.dictionary(holder.get("/DR")) or DictionaryObject()
        fonts = objects.dictionary(resources.get("/Font")) or DictionaryObject()
        found = objects.dictionary(fonts.get(f"/{asked}"))
        if found is not None:
            return found
    return DictionaryObject()


def _colour(parts: tuple[float, ...]) -> bytes:
    operator = OPERATORS.get(len(parts))
    within = (min(max(part, 0), 1) for part in parts)
    return b" ".join((*(b"%g" % part for part in within), operator)) if operator else b""


def _bordered(objects: Objects, widget: DictionaryObject, look: Look) -> Look:
    """Read the border: its own dictionary counts, else the list of older files, else 1 point."""
    style = objects.dictionary(widget.get("/BS"))
    if style is not None:
        edge = name_of(objects, style.get("/S"))
        return replace(
            look,
            border=_width(number_of(objects, style.get("/W"), 1)),
            edge=Edge(edge) if edge in set(Edge) else Edge.SOLID,
            dash=numbers_of(objects, style.get("/D"))[:4],
        )
    old = numbers_of(objects, widget.get("/Border"))
    return replace(look, border=_width(old[2])) if len(old) >= BORDER_ITEMS else look


def _width(found: float) -> float:
    return min(max(found, 0), 12)
