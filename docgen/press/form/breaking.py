"""Paragraphs whose letters have known widths → lines that are no longer than they may be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

PIECE = re.compile("[^ \u2010\u2013\u2014-]*[\u2010\u2013\u2014-]*[ ]*")
"""A word and what stands behind it: a line may break after spaces, hyphens and dashes."""


class Piece(NamedTuple):
    """A word with what stands behind it; how long it is without and with its spaces."""

    text: str
    bare: int
    whole: int


class Line(NamedTuple):
    """A line without the spaces at its end, and its length."""

    text: str
    length: int


def pieces_of(paragraph: str, wide: Mapping[str, int]) -> list[Piece]:
    """Take a paragraph apart where lines may break; raises `KeyError` for an unknown letter."""
    return [_piece(each, wide) for each in PIECE.findall(paragraph) if each]


def broken(
    paragraphs: Sequence[Sequence[Piece]], most: float, wide: Mapping[str, int], limit: int
) -> list[Line]:
    """Break paragraphs into lines, each as full as it may be; gives up beyond the limit.

    A word that is longer than a line is broken between letters.
    """
    lines: list[Line] = []
    for paragraph in paragraphs:
        for line in _lines(paragraph, most, wide):
            lines.append(line)
            if len(lines) > limit:
                return lines
    return lines


def _piece(text: str, wide: Mapping[str, int]) -> Piece:
    whole = sum([wide[char] for char in text])
    spaces = len(text) - len(text.rstrip(" "))
    return Piece(text, whole - spaces * wide[" "], whole)


def _lines(paragraph: Sequence[Piece], most: float, wide: Mapping[str, int]) -> Iterator[Line]:
    text, length = "", 0
    for piece in paragraph:
        for part in _parts(piece, most, wide):
            if text and length + part.bare > most:
                yield _line(text, length, wide)
                text, length = "", 0
            text, length = text + part.text, length + part.whole
    yield _line(text, length, wide)


def _line(text: str, length: int, wide: Mapping[str, int]) -> Line:
    bare = text.rstrip(" ")
    return Line(bare, length - (len(text) - len(bare)) * wide[" "])


def _parts(piece: Piece, most: float, wide: Mapping[str, int]) -> Iterator[Piece]:
    """Give a word as it is, or in parts that each have room in a line."""
    if piece.bare <= most:
        yield piece
        return
    start, length = 0, 0
    for at, char in enumerate(piece.text):
        if length + wide[char] > most and at > start and char != " ":
            yield Piece(piece.text[start:at], length, length)
            start, length = at, 0
        length += wide[char]
    yield _piece(piece.text[start:], wide)
