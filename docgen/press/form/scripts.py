"""A text → its direction, the families that show it, and what none of them has."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from docgen.press.fonts import faces as fonts
from docgen.press.form.latin import FAMILIES
from docgen.press.form.shapes import Face
from docgen.press.pdf.placing import Trial

NASKH, NASTALIQ, SYMBOLS = "Noto Naskh Arabic", "Noto Nastaliq Urdu", "Noto Sans Symbols 2"
INDIC = ("Noto Sans Bengali", "Noto Sans Gurmukhi")
URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1-\u06c3\u06d2\u06d3]")
"""Letters that Urdu has and Arabic hasn't."""
ARABIC = re.compile("[\u0623\u0625\u0629\u0643\u0649\u064a]")
"""Letters that Arabic has where Urdu writes others."""
ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069?")
LEFT_TO_RIGHT = re.compile(
    r"""
    (?<![\w.@+/-])
    (?: [\w.+-]{1,64}@[\w.-]{1,253}\w                       # an e-mail address
      | (?:https?://|www\.)[^\s\u0600-\u06ff]{1,2000}        # a web page's
      | [+]?[(]?[+0][0-9]{1,15}[)]?(?:[ \u00a0.()-]{1,3}[0-9]{1,15}){1,8}[)]?  # a phone number
      | [+][0-9]{7,15}
      | [0-9]{4}-[0-9]{2}-[0-9]{2}(?!\d)                     # a day
    )
    """,
    re.VERBOSE | re.ASCII,
)
"""What is read from the left in any text; groups of figures would change places else (UAX 9)."""
MARKS = re.compile("[\u2066-\u2069]")
STRONG = {"L": False, "R": True, "AL": True}
HEIGHTS = {
    NASKH: (0.95, 0.45),
    NASTALIQ: (1.35, 0.65),
    "Noto Sans Bengali": (0.93, 0.34),
    "Noto Sans Gurmukhi": (0.93, 0.3),
}
"""Lines of a form stand closer than these fonts ask for, as in print: parts of the size."""
LEAST_NASTALIQ = 10.0
NASTALIQ_INK = 1.45
"""How high a word of it is at least, as a part of its size."""


def runs_right_to_left(text: str, *, otherwise: bool = False) -> bool:
    """Tell a paragraph's direction by its first strong letter outside of isolates (UAX 9, P2)."""
    for part in (ISOLATED.sub("", text), text):
        for char in part:
            direction = unicodedata.bidirectional(char)
            if direction in STRONG:
                return STRONG[direction]
    return otherwise


def isolated(line: str) -> str:
    """Keep numbers and addresses in a right-to-left line as they are read, if nobody did yet."""
    if MARKS.search(line):
        return line
    return LEFT_TO_RIGHT.sub("\u2066\\g<0>\u2069", line)


def is_urdu(texts: Iterable[str]) -> bool:
    """Tell whether texts of one form have letters that only Urdu has."""
    return any(URDU.search(text) for text in texts)


def families_for(text: str, face: Face) -> tuple[tuple[str, ...], str]:
    """Give the families that show a text together, the first for choice, and what they lack.

    Spaces and digits come from the first: that is the one of most letters.
    """
    latin = FAMILIES[face.family]
    used, left = list[str](), "".join(dict.fromkeys(text))
    for family in dict.fromkeys((latin, "Arimo", *INDIC, NASKH, NASTALIQ, SYMBOLS)):
        lacks = _own(family, face).lacks(left)
        used += [] if lacks == left else [family]
        left = lacks
        if not left:
            break
    others = [family for family in used if family not in {latin, "Arimo", SYMBOLS}]
    if others and _is_foreign(text, _own(latin, face)):
        used = list(dict.fromkeys((*others, latin, *used)))
    return tuple(used), left


def trials_for(
    families: Sequence[str], face: Face, least: float, *, urdu: bool
) -> tuple[Trial, ...]:
    """Give the way to set a text in families; in Urdu some letters look otherwise."""
    return (_trial(families, face, least, "ur" if urdu else "en"),)


def nastaliq_for(families: Sequence[str], face: Face, least: float) -> tuple[Trial, ...]:
    """Give the way to set Urdu as it is best read, if these are families for it."""
    if NASKH not in families:
        return ()
    best = [NASTALIQ if family == NASKH else family for family in families]
    return (_trial((*best, NASKH), face, least, "ur"),)


def in_nastaliq(text: str, *, urdu: bool) -> bool:
    """Tell whether a text is Urdu: by its letters, else by those of the form's other texts."""
    return bool(URDU.search(text)) or (urdu and not ARABIC.search(text))


def _trial(families: Sequence[str], face: Face, least: float, language: str) -> Trial:
    heights = [_heights(family, face) for family in families]
    ascent = max(over for over, _ in heights)
    return Trial(tuple(families), ascent, max(under for _, under in heights), least, language)


def _heights(family: str, face: Face) -> tuple[float, float]:
    own = _own(family, face)
    return HEIGHTS.get(family, (own.ascent, own.descent))


def _own(family: str, face: Face) -> fonts.Face:
    return fonts.own_faces().face(family, bold=face.bold, italic=face.italic)


def _is_foreign(text: str, latin: fonts.Face) -> bool:
    """Tell whether most letters of a text are none of a Latin face."""
    letters = [char for char in text if char.isalpha()]
    return sum(char in latin.advances for char in letters) * 2 < len(letters)
