"""A page → numbers and bullets that somebody typed in front of paragraphs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.press.word.lint.page import Line, Page, Remark, remark

NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")
COUNTED = re.compile(r"\(?\{\{\s*loop\.index0?\s*\}\}[.)]\s")
LOOP = "loop"
BULLET = re.compile("[•·▪◦‣●○■□➢✓*\\-\u2013]\\s")


def check_lists(page: Page) -> Iterator[Remark]:
    """Tell of typed lists, each once, at its first paragraph."""
    for typed in _groups(page.lines):
        if len(typed) > 1 or _sign(typed[0]) == LOOP:
            yield remark("word-typed-list", typed[0])
    for before, line in pairwise(page.lines):
        if _opens_loop(before) and _sign(line) and _sign(line) != LOOP:
            yield remark("word-typed-list", line)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Gather paragraphs that stand one after the other and begin alike."""
    typed: list[Line] = []
    for line in (line for line in lines if not (line.is_control or line.is_blank)):
        if typed and _goes_on(typed[-1], line):
            typed.append(line)
            continue
        if typed:
            yield typed
        typed = [line] if _sign(line) else []
    if typed:
        yield typed


def _goes_on(before: Line, line: Line) -> bool:
    if before.paragraph.where != line.paragraph.where or before.member != line.member:
        return False
    first, second = _sign(before), _sign(line)
    if first.isdecimal() and second.isdecimal():
        return int(second) == int(first) + 1
    return bool(first) and first == second


def _sign(line: Line) -> str:
    """Give the number or bullet that a paragraph begins with, if it is typed."""
    words = line.words
    number, bullet = NUMBER.match(words), BULLET.match(words)
    if number is not None:
        return number[1]
    if COUNTED.match(words) is not None:
        return LOOP
    return words[0] if bullet is not None else ""


def _opens_loop(line: Line) -> bool:
    return line.is_control and " for " in line.words
