"""Words with their places ↔ the lines of a golden text: `283.4  56.7 13  71.2 November …`."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from boxwork import Line, Word

NEAR = 0.5
WORD = re.compile(r"  (-?\d+\.\d) (\S+)")


def written(lines: Iterable[Line]) -> str:
    """Write lines down: pages by number, then each line's height and its words' places."""
    pages = groupby(lines, lambda line: line.words[0].page)
    return "".join(f"page {number}\n{''.join(map(_line, found))}" for number, found in pages)


def _line(line: Line) -> str:
    words = "".join(f"  {word.x:.1f} {word.text}" for word in line.words)
    return f"{line.words[0].y:.1f}{words}\n"


def read(text: str) -> tuple[Line, ...]:
    """Read lines that were written down; where a word ends is not among it."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Line]:
    page = 0
    for row in text.splitlines():
        if row.startswith("page "):
            page = int(row.removeprefix("page "))
        else:
            height, _, rest = row.partition("  ")
            words = WORD.findall(f"  {rest}")
            yield Line(tuple(Word(page, float(x), float(height), 0, word) for x, word in words))


def strayed(lines: Iterable[Line], stored: Iterable[Line]) -> list[str]:
    """Tell each word that is not where the same lines had it."""
    return [
        f"page {word.page}: {word.text} at {word.x:.1f} {word.y:.1f}, was {old.x} {old.y}"
        for line, its in zip(lines, stored, strict=True)
        for word, old in zip(line.words, its.words, strict=True)
        if abs(word.x - old.x) > NEAR or abs(word.y - old.y) > NEAR
    ]
