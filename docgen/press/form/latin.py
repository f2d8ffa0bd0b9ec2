"""A face → its Latin, Greek and Cyrillic letters as a font of a PDF, put into a form's blank once.

What is written with it needs no layout engine: each letter is one glyph, as wide as ever. Its codes
are those of Unicode, so that text is bytes at once and reads back as it was written.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby

from docgen.press.fonts import faces as fonts
from docgen.press.form.shapes import Face, Family
from docgen.press.form.updating import streamed
from docgen.press.pdf.carrying import Carried
from docgen.press.pdf.letters import glyphs_of

FAMILIES: Mapping[Family, str] = {
    Family.SANS: "Arimo",
    Family.SERIF: "Tinos",
    Family.MONO: "Cousine",
}
ALPHABETS = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin-1 Supplement, Latin Extended-A
    (0x192, 0x192),  # florin
    (0x218, 0x21B),  # Romanian, with the comma below
    (0x384, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x490, 0x491),  # Ukrainian
    (0x2010, 0x2027),  # dashes, quotation marks, bullets
    (0x202F, 0x203A),  # spaces and marks
    (0x20A0, 0x20BF),  # currencies
    (0x2116, 0x2116),  # numero
    (0x2122, 0x2122),  # trade mark
    (0x2212, 0x2212),  # minus
)
"""First and last of each."""
SPACES, HYPHEN = "\u00a0\u202f", "\u2011"
"""Those that fonts may lack, and that look like those that don't break a line."""


def own_face(face: Face) -> fonts.Face:
    """Give the file that shows a face."""
    family = FAMILIES[face.family]
    return fonts.own_faces().face(family, bold=face.bold, italic=face.italic)


@cache
def advances(face: Face) -> Mapping[str, int]:
    """Give the letters that the font has, and how wide each is in thousandths of its size."""
    own = own_face(face)
    wide = {char: own.advances[like] for char, like in _letters(own).items()}
    return {char: round(width * 1000 / own.units) for char, width in wide.items()}


def font_objects(face: Face, first: int) -> tuple[bytes, ...]:
    """Write the font as objects numbered from `first` on, which is the font itself."""
    font, program = _program(face)
    name = re.search(rb"/FontName/(\S+?)/", font)
    called = name[1] if name else b""
    type0 = (
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H"
        b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (called, first + 1, first + 4)
    )
    cid = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/CIDToGIDMap %d 0 R/W[%b]>>"
        % (called, first + 2, first + 3, b" ".join(_widths(advances(face))))
    )
    descriptor = re.sub(rb"/CIDSet \d+ 0 R", b"", font)
    descriptor = re.sub(rb"/FontFile2 \d+ 0 R", b"/FontFile2 %d 0 R" % (first + 5), descriptor)
    to_glyphs = _packed(_glyph_map(face))
    return (type0, cid, descriptor, to_glyphs, _packed(_to_unicode(advances(face))), program)


def _letters(own: fonts.Face) -> dict[str, str]:
    """Give each letter of the alphabets that a face can show, and which of its letters does."""
    listed = (chr(code) for first, last in ALPHABETS for code in range(first, last + 1))
    found = {char: char for char in listed if char in own.advances}
    likes = {**dict.fromkeys(SPACES, " "), HYPHEN: "-"}
    return found | {char: like for char, like in likes.items() if char not in found}


@cache
def _set(face: Face) -> tuple[Carried, tuple[int, ...]]:
    """Let the font be made of all letters, in their order, with the glyph of each."""
    own = own_face(face)
    return glyphs_of(own, tuple(_letters(own).values()))


def _program(face: Face) -> tuple[bytes, bytes]:
    """Give the descriptor and the file of the font."""
    carried, _ = _set(face)
    font = next(iter(carried.pages()))
    type0 = carried.bodies[next(iter(carried.fonts(font).values()))]
    descriptor = carried.named(carried.named(type0, b"DescendantFonts"), b"FontDescriptor")
    return descriptor, carried.named(descriptor, b"FontFile2")


def _glyph_map(face: Face) -> bytes:
    """Give the number of each code's glyph, two bytes each (ISO 32000-2, 9.7.4.2)."""
    glyphs = dict(zip(_letters(own_face(face)), _set(face)[1], strict=True))
    last = max(map(ord, glyphs))
    return b"".join(glyphs.get(chr(code), 0).to_bytes(2) for code in range(last + 1))


def _runs(chars: Mapping[str, int]) -> Iterator[list[str]]:
    """Give the letters in runs of one code after the other, none over a boundary of 256."""
    numbered = enumerate(sorted(chars))
    for _, run in groupby(numbered, key=lambda each: (ord(each[1]) - each[0], ord(each[1]) >> 8)):
        yield [char for _, char in run]


def _widths(chars: Mapping[str, int]) -> Iterator[bytes]:
    for run in _runs(chars):
        yield b"%d[%b]" % (ord(run[0]), b" ".join(b"%d" % chars[char] for char in run))


def _to_unicode(chars: Mapping[str, int]) -> bytes:
    """Say that codes are those of Unicode (ISO 32000-2, 9.10.3)."""
    ranges = [b"<%04X> <%04X> <%04X>" % (ord(r[0]), ord(r[-1]), ord(r[0])) for r in _runs(chars)]
    return (
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        b"/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        b"%d beginbfrange\n%b\nendbfrange\n"
        b"endcmap CMapName currentdict/CMap defineresource pop end end\n"
        % (len(ranges), b"\n".join(ranges))
    )


def _packed(data: bytes) -> bytes:
    return streamed(b"/Filter/FlateDecode", zlib.compress(data, 9))
