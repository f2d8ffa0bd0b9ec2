"""Pieces of a paragraph → the same, with breaks allowed where Word breaks and layout wouldn't."""

import re
from collections.abc import Iterable, Iterator

from docgen.press.pdf.lowering.looks import Looks
from docgen.press.pdf.lowering.tabs import Column
from docgen.press.pdf.runs import Inline, Link, Look, Space, Text

AFTER_HYPHEN = re.compile(r"(?<=[^\W_]-)(?=\d)")  # Unicode's UAX 14 lets no break stand there
WORDS = re.compile("[^\\s\u2010-\u2015/-]*[\\s\u2010-\u2015/-]*")
WIDEST = 1.1  # of a letter, in sizes
ALLOWED = Space(0)


def wrapping(pieces: Iterable[Inline], column: Column, looks: Looks) -> Iterator[Inline]:
    """Allow breaks after hyphens, and where a word that is wider than its column is full."""
    room = column.limit - column.start
    for piece in pieces:
        if isinstance(piece, Link):
            yield Link(piece.target, tuple(wrapping(piece.content, column, looks)))
        elif isinstance(piece, Text):
            yield from _text(piece, looks[piece.look], room, looks)
        else:
            yield piece


def _text(piece: Text, look: Look, room: float, looks: Looks) -> Iterator[Inline]:
    text = piece.text
    is_long = room > 0 and len(text) * look.size * WIDEST > room
    if "-" not in text and not is_long:
        yield piece
        return
    parts = AFTER_HYPHEN.split(text) if "-" in text else [text]
    if is_long:
        parts = [chunk for part in parts for chunk in _chunks(part, look, room, looks)]
    for index, part in enumerate(parts):
        if index:
            yield ALLOWED
        yield Text(piece.look, part)


def _chunks(text: str, look: Look, room: float, looks: Looks) -> list[str]:
    """Split a text where a word has filled a line of its own."""
    face = looks.faces.face(look.faces[0], bold=look.bold, italic=look.italic)
    if max(map(len, text.split()), default=0) * look.size * WIDEST <= room:
        return [text]
    chunks, start = [], 0
    for word in WORDS.finditer(text):
        width = 0.0
        for at in range(word.start(), word.end()):
            width += face.width(text[at]) * look.size + look.tracking
            if width > room and not text[at].isspace() and at > word.start():
                chunks.append(text[start:at])
                start, width = at, face.width(text[at]) * look.size + look.tracking
    return [*chunks, text[start:]]
