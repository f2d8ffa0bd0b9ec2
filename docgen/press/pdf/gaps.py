"""A font's table of what its glyphs mean, as LibreOffice leaves it → one without gaps.

In scripts whose letters join or change places, LibreOffice 7.4 says of the letters together what
they mean (/ActualText) and leaves single glyphs without a meaning, which PDF/UA-1 (7.21.7) wants of
each. They get one that nobody sees or hears: the space of no width.
"""

import re
from collections.abc import Iterator

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from docgen.press.pdf.apart import resolved

NOTHING = "200B"
CHARS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGES = re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL)
CHAR = re.compile(r"<(\w+)>\s*<(\w*)>")
RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>")
ALL = re.compile(r"\d+\s+beginbf(?:char|range).*endbf(?:char|range)", re.DOTALL)
MOST = 100
"""How many entries a block of such a table may have (Adobe technical note 5014)."""


def fill_gaps(writer: PdfWriter) -> None:
    """Give each glyph of a simple font a meaning."""
    for font in _simple_fonts(writer):
        table = font["/ToUnicode"].get_object()
        codes = range(int(str(font["/FirstChar"])), int(str(font["/LastChar"])) + 1)
        if isinstance(table, StreamObject):
            text = table.get_data().decode("latin-1")
            known = meanings(text)
            if any(code not in known for code in codes):
                whole = {**dict.fromkeys(codes, NOTHING), **known}
                table.set_data(ALL.sub(_blocks(whole), text, count=1).encode("latin-1"))


def meanings(table: str) -> dict[int, str]:
    """Give what the codes of a table mean, as figures of UTF-16; no meaning is left out."""
    found: dict[int, str] = {}
    for block in CHARS.findall(table):
        found |= {int(code, 16): meaning for code, meaning in CHAR.findall(block)}
    for block in RANGES.findall(table):
        for first, last, meaning in RANGE.findall(block):
            low, start = int(first, 16), int(meaning, 16)
            found |= {code: f"{start + code - low:04X}" for code in range(low, int(last, 16) + 1)}
    return {code: meaning for code, meaning in found.items() if meaning.strip("0")}


def _blocks(whole: dict[int, str]) -> str:
    lines = [f"<{code:02X}> <{meaning}>" for code, meaning in sorted(whole.items())]
    parts = (lines[start : start + MOST] for start in range(0, len(lines), MOST))
    return "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts
    )


def _simple_fonts(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Give fonts of single bytes that have such a table."""
    for page in writer.pages:
        resources = resolved(page.get("/Resources")) or DictionaryObject()
        for found in (resolved(resources.get("/Font")) or DictionaryObject()).values():
            font = resolved(found)
            if font is not None and {"/ToUnicode", "/FirstChar", "/LastChar"} <= font.keys():
                yield font
