"""Pieces of a line → how wide they are, wherever the faces' advances alone tell it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from docgen.press.pdf.lowering.looks import Looks
from docgen.press.pdf.runs import Image, Inline, Link, Look, Mark, Space, Text

SIMPLE = re.compile(
    "[\u0000-\u02ff\u0370-\u058f\u1e00-\u200a\u200e-\u2027\u2030-\u20cf\u2100-\u2bff]*"
)
SAFE = 0.5  # a line that is filled nearer than this may break, or not
WORDS = re.compile("[^ -]*-* *")
OTHER_BREAKS = re.compile("[/?!\u00ad\u200b\u2010-\u2015]")  # where a line may break too
UNSEEN = str.maketrans("", "", "\xad\u200e\u200f")
JOINED = 1.25  # letters that join take no more than so much of what they take apart


def width_of(piece: Inline, looks: Looks, *, roughly: bool = False) -> float | None:
    """Give a width in points, None where only layout can tell it; `roughly` forgets kerning."""
    if isinstance(piece, Text):
        look = looks[piece.look]
        return _text(piece.text, look, looks) if roughly or not look.kerned else None
    if isinstance(piece, Link):
        return width_of_all(piece.content, looks, roughly=roughly)
    if isinstance(piece, Space | Image):
        return piece.width
    return 0 if isinstance(piece, Mark) else None


def width_of_all(pieces: Iterable[Inline], looks: Looks, *, roughly: bool = False) -> float | None:
    """Give the width of pieces one after the other, None where only layout can tell it."""
    total = 0.0
    for piece in pieces:
        width = width_of(piece, looks, roughly=roughly)
        if width is None:
            return None
        total += width
    return total


def before_point(pieces: Iterable[Inline], looks: Looks) -> float:
    """Give the width of what stands before a decimal point, or of all if there is none."""
    before: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, Text) and "." in piece.text:
            before.append(replace(piece, text=piece.text.partition(".")[0]))
            break
        before.append(piece)
    return width_of_all(before, looks) or 0


def wrapped(piece: Text, place: float, room: tuple[float, float], looks: Looks) -> float | None:
    """Give where a text ends that goes over several lines, None where that is in doubt.

    It begins at `place`; lines run within `room`, and break after blanks and hyphens.
    """
    start, limit = room
    for word in WORDS.finditer(piece.text):
        body = width_of(replace(piece, text=word[0].rstrip(" ")), looks, roughly=True) or 0
        whole = width_of(replace(piece, text=word[0]), looks, roughly=True) or 0
        if place + body > limit - SAFE:
            in_doubt = place + body < limit + SAFE or start + body > limit - SAFE
            if in_doubt or OTHER_BREAKS.search(word[0]):
                return None
            place = start
        place += whole
    return place


def _text(text: str, look: Look, looks: Looks) -> float | None:
    """Add up advances; letters that join or carry accents only layout can measure."""
    if not SIMPLE.fullmatch(text):
        return None
    return _added_up(text.translate(UNSEEN), look, looks)


def widest(text: str, look: Look, looks: Looks) -> float | None:
    """Give what a text takes at most, letters that join too; None where a face lacks some."""
    width = _added_up(text.translate(UNSEEN), look, looks)
    return None if width is None else JOINED * width


def _added_up(text: str, look: Look, looks: Looks) -> float | None:
    spread = look.tracking * len(text)
    width, rest = 0.0, text
    for family in look.faces:
        face = looks.faces.face(family, bold=look.bold, italic=look.italic)
        lacking = face.lacks(rest)
        if not lacking:
            return width + face.width(rest) * look.size + spread
        width += face.width("".join(char for char in rest if char not in lacking)) * look.size
        rest = "".join(char for char in rest if char in lacking)
    return None
