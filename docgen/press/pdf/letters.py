"""Letters of a face → a font of a PDF that has them all, and the number of each one's glyph."""

import re
from collections.abc import Sequence

from docgen.press.fonts.faces import Face
from docgen.press.pdf.carrying import Carried, unpacked
from docgen.press.pdf.fields import field_setter

MAIN = b"""#let given = json(read("given", encoding: none).slice(2))
#set page(width: 100cm, height: auto, margin: 0pt)
#set text(
  font: given.family, weight: given.weight, style: given.style, fallback: false, kerning: false,
  ligatures: false, features: (calt: 0, locl: 0),
)
#given.letters.map(letter => box("|" + letter + "|")).join(linebreak())
"""
"""Between two lines a space is set too."""
SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f]+)>(?!>)", re.DOTALL)
"""A string as such or in hex; not that of an /ActualText, which ends a dictionary."""
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
"""How a string of a PDF spells bytes that would be misread (ISO 32000-2, 7.3.4.2)."""


def glyphs_of(face: Face, letters: Sequence[str]) -> tuple[Carried, tuple[int, ...]]:
    """Set letters one below the other: give the PDF's objects, and a glyph for each letter."""
    given = {
        "family": face.family,
        "weight": 700 if face.bold else 400,
        "style": "italic" if face.italic else "normal",
        "letters": tuple(letters),
    }
    carried = Carried(field_setter().compiled(MAIN, given))
    shown = unpacked(carried.named(carried.pages()[0], b"Contents"))
    codes = b"".join(
        bytes.fromhex(found[2].decode()) if found[2] else ESCAPED.sub(_unescaped, found[1])
        for found in SHOWN.finditer(shown)
    )
    glyphs = [int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2)]
    lines = zip(glyphs[::3], glyphs[1::3], glyphs[2::3], strict=True)
    return carried, tuple(glyph for _, glyph, _ in lines)


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 0xFF]) if sign[:1].isdigit() else SIGNS.get(sign, sign)
