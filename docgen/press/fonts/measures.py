"""A font file → its measures as JSON, which the build writes beside it: no font is read at work.

The build takes this module by itself from the source tree: it imports nothing of docgen.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

UNSEEN = re.compile(
    "[\t\n\r\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Controls of direction, joiners and the like: layout prints nothing for them (UAX 44), though
some fonts have a wide glyph to show where they are.
"""
UNFIT = frozenset({"Cc", "Co"})
"""Controls and private characters, which can't be text of a PDF/A-2a (ISO 19005-2, 6.2.11.7)."""
BYTE_ORDER_MARK = "\ufeff"  # nor can it be, there and in a PDF/UA-1 (ISO 14289-1, 7.21.7)
USE_TYPO_METRICS = 1 << 7  # OS/2 fsSelection: line heights are the typographic ones


def measured(font: Path) -> str:
    """Give what the set keeps of a font: line heights and each character's advance, in its units.

    `ascent` has the gap between lines in it, as Word and LibreOffice put it above the text.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to load; only the build needs it

    with TTFont(font, lazy=True) as file:
        ascent, descent = _heights(file)
        advances, glyphs = file["hmtx"].metrics, file.getBestCmap()
        kept = {
            "units": file["head"].unitsPerEm,
            "ascent": ascent,
            "descent": descent,
            "advances": {
                chr(code): advances[glyph][0]
                for code, glyph in sorted(glyphs.items())
                if _is_text(chr(code))
            },
        }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _is_text(char: str) -> bool:
    fits = unicodedata.category(char) not in UNFIT and char != BYTE_ORDER_MARK
    return fits and not UNSEEN.match(char)


def _heights(file: "TTFont") -> tuple[int, int]:
    """Give what a line has above and below its baseline, the descent as a positive number."""
    high, wide = file["hhea"], file["OS/2"]
    if wide.fsSelection & USE_TYPO_METRICS:
        return wide.sTypoAscender + wide.sTypoLineGap, -wide.sTypoDescender
    return high.ascent + high.lineGap, -high.descent
