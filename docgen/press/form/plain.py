"""Latin, Greek and Cyrillic text in its room → operators with the font that the blank holds.

Here a letter is a glyph as wide as ever, so that lines are broken by adding up.
"""

import math
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from docgen.model.form import FieldKind
from docgen.press.fonts.measures import UNSEEN
from docgen.press.form.breaking import Line, broken, pieces_of
from docgen.press.form.ink_faults import LOW, characters_over, lines_over
from docgen.press.form.latin import advances, own_face
from docgen.press.form.room import STEP, Room, figure, halved
from docgen.press.form.shapes import Align

END = b" Tj ET Q\nEMC\n"
FONT = b"F"
INK, HIGH_INK, UNDER = 0.74, 0.94, 0.22
"""How far letters reach over the baseline, capitals with accents, and letters below it."""
MOST_LINES = 10_000
"""No box has so many: breaking of text ends there."""


class Drawn(NamedTuple):
    """A text drawn at a size; `over` says what is too much where it doesn't fit, else is empty."""

    operators: bytes
    size: float
    over: str = ""


UNDRAWN = Drawn(b"/Tx BMC\nEMC\n", 0)


@dataclass(frozen=True, slots=True)
class Pen:
    """What is the same for each text in a room.

    `wide` are the advances of letters in thousandths of the size, `most` is the length of a line
    in those at the full size, `start` leads up to the text of such a line from the left. There is
    no start where a line isn't so simple.
    """

    room: Room
    wide: Mapping[str, int]
    most: float
    start: bytes
    resources: bytes


def pen_in(room: Room, font: int) -> Pen:
    """Give the pen of a room; `font` is the number of the font's object in the blank."""
    simple = room.kind in {FieldKind.TEXT, FieldKind.CHOICE} and room.align is Align.LEFT
    roomy = room.size * (HIGH_INK + UNDER) <= room.high
    start = _begun(room, room.size) + _at(room.pad, _baseline(room, room.size, HIGH_INK))
    return Pen(
        room=room,
        wide=advances(room.face),
        most=room.wide * 1000 / room.size,
        start=start if simple and roomy else b"",
        resources=b"<</Font<</%b %d 0 R>>>>" % (FONT, font),
    )


def plainly(pen: Pen, text: str) -> Drawn | None:
    """Draw a text, None where the font lacks a character of it."""
    try:
        return _drawn(pen, text)
    except KeyError:
        return _composed(pen, text)


def _composed(pen: Pen, text: str) -> Drawn | None:
    """Draw a text with its letters and accents in one, and without marks that print nothing."""
    kept = "\n".join(UNSEEN.sub("", line) for line in text.split("\n"))
    try:
        return _drawn(pen, unicodedata.normalize("NFC", kept))
    except KeyError:
        return None


def _drawn(pen: Pen, text: str) -> Drawn:
    if not (text and pen.room.seen):
        return Drawn(UNDRAWN.operators, pen.room.size)
    if pen.start and sum(map(pen.wide.__getitem__, text)) <= pen.most:
        return Drawn(b"%b%b%b" % (pen.start, _coded(text), END), pen.room.size)
    return WAYS[pen.room.kind](pen, text)


def _line(pen: Pen, text: str) -> Drawn:
    room = pen.room
    length = sum(pen.wide[char] for char in text)
    over = INK if text.isascii() else HIGH_INK
    size = _fitting(room, room.wide * 1000 / max(length, 1), over)
    if size < room.least:
        return Drawn(b"", size, _excess(pen, text, over))
    at = _at(_begin(room, length * size / 1000), _baseline(room, size, over))
    return Drawn(_begun(room, size) + at + _coded(text) + END, size)


def _comb(pen: Pen, text: str) -> Drawn:
    """Draw a character in the middle of each cell."""
    room = pen.room
    cell = room.width / room.cells
    widths = [pen.wide[char] for char in text]
    over = INK if text.isascii() else HIGH_INK
    size = _fitting(room, cell * 1000 / max([*widths, 1]), over)
    free = room.cells - len(text)
    if size < room.least or free < 0:
        return Drawn(b"", size, LOW if free >= 0 else characters_over(-free))
    first = {Align.LEFT: 0, Align.CENTRE: free // 2, Align.RIGHT: free}[room.align]
    y = _baseline(room, size, over)
    letters = [
        _at(cell * (first + n + 0.5) - width * size / 2000, y) + _coded(char) + b" Tj\n"
        for n, (char, width) in enumerate(zip(text, widths, strict=True))
    ]
    return Drawn(_begun(room, size) + b"".join(letters) + b"ET Q\nEMC\n", size)


def _lines(pen: Pen, text: str) -> Drawn:
    room = pen.room
    paragraphs = [pieces_of(each, pen.wide) for each in text.split("\n")]
    over = INK if text.isascii() else HIGH_INK
    size = room.size
    while size >= room.least:
        count = _count(room, size, over)
        lines = broken(paragraphs, room.wide * 1000 / size, pen.wide, count)
        if len(lines) <= count:
            return Drawn(_block(room, lines, size, over), size)
        size -= STEP
    count = _count(room, room.least, over)
    lines = broken(paragraphs, room.wide * 1000 / room.least, pen.wide, MOST_LINES)
    return Drawn(b"", size, lines_over(len(lines) - count) if count else LOW)


WAYS: Mapping[FieldKind, Callable[[Pen, str], Drawn]] = {
    FieldKind.TEXT: _line,
    FieldKind.CHOICE: _line,
    FieldKind.COMB: _comb,
    FieldKind.LINES: _lines,
}


def _excess(pen: Pen, text: str, over: float) -> str:
    """Say what of a line is too much at the smallest size."""
    room = pen.room
    if (over + UNDER) * room.least > room.high:
        return LOW
    left, most = len(text), room.wide * 1000 / room.least
    for char in text:
        most -= pen.wide[char]
        if most < 0:
            break
        left -= 1
    return characters_over(left)


def _fitting(room: Room, by_width: float, over: float) -> float:
    """Give the largest size of a line by its width and the height of its letters."""
    most = min(by_width, room.high / (over + UNDER))
    return room.size if most >= room.size else halved(most)


def _count(room: Room, size: float, over: float) -> int:
    """Tell how many lines there is room for: of the first and last the letters must be seen."""
    ascent, descent = _heights(room)
    lines = math.floor((room.height - 2 * room.pad) / (size * (ascent + descent)) + 0.001)
    return max(lines, 1 if (over + UNDER) * size <= room.high else 0)


def _block(room: Room, lines: list[Line], size: float, over: float) -> bytes:
    """Draw lines one below the other, from the top; a single one may stand higher than usual."""
    ascent, descent = _heights(room)
    high = size * (ascent + descent)
    top = room.height - room.pad - ascent * size
    if len(lines) == 1:
        top = max(top, min(room.inset + UNDER * size, room.height - room.inset - over * size))
    drawn_lines = [
        _at(_begin(room, line.length * size / 1000), top - n * high) + _coded(line.text) + b" Tj\n"
        for n, line in enumerate(lines)
        if line.text
    ]
    return _begun(room, size) + b"".join(drawn_lines) + b"ET Q\nEMC\n"


def _heights(room: Room) -> tuple[float, float]:
    face = own_face(room.face)
    return face.ascent, face.descent


def _baseline(room: Room, size: float, over: float) -> float:
    """Give the height of the baseline: lines stand in the middle, unless ink would be cut off."""
    ascent, descent = _heights(room)
    middle = (room.height - (ascent - descent) * size) / 2
    highest = room.height - room.inset - over * size
    return max(min(middle, highest), room.inset + UNDER * size)


def _begin(room: Room, length: float) -> float:
    free = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[room.align]
    return room.pad + (room.wide - length) * free


def _begun(room: Room, size: float) -> bytes:
    return b"%bBT %b /%b %b Tf\n" % (room.clip, room.colour, FONT, figure(size))


def _at(x: float, y: float) -> bytes:
    return b"1 0 0 1 %b %b Tm " % (figure(x), figure(y))


def _coded(text: str) -> bytes:
    """Give a string of a PDF: the font's codes are those of Unicode."""
    return b"<%b>" % text.encode("utf-16-be").hex().encode()
