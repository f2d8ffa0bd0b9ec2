"""A text in one or more scripts → its stretches, with the marks that keep each in its order.

A piece that runs against its surroundings is set apart by RLM LRM … LRM RLM: Word and LibreOffice
keep these marks, where embeddings and isolates are left out or torn (ECMA-376 part 1, annex I.7).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

RLM, LRM = "\u200f", "\u200e"
MARKS = dict.fromkeys(map(ord, (RLM, LRM)))
"""The marks, to be translated into nothing."""
# Hebrew, Arabic and their kin, with their digits and punctuation; Indic scripts.
LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
INDIC = "\u0900-\u109f\u1780-\u17ff"
JOINERS = "\u200c\u200d"
BETWEEN = f"\\s{JOINERS}{RLM}{LRM}.,:;!?\u2013\u2014()-"
LEFT, LETTER = re.compile(f"[{LEFTWARD}]"), re.compile(r"[^\W\d_]")
LINES = re.compile("([\n\t\a\f])")
STRAY = re.compile(f"[{LEFTWARD}{INDIC}]")
AGAINST_RTL = re.compile(f"[^{LEFTWARD}{RLM}{LRM}\n\t]+")
ASIDE = re.compile(r"(?<=[\d%]) (?=\([^()]*\)[^\w()]*\Z)")
CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
AGAINST_LTR = re.compile(
    f"(?P<rtl>[{LEFTWARD}](?:[{LEFTWARD}{JOINERS}\\W\\d]*[{LEFTWARD}])?)"
    f"|(?P<indic>[{INDIC}](?:[{INDIC}{BETWEEN}]*[{INDIC}])?[{JOINERS}]*)"
)
MATES = {"(": ")", "[": "]", "\u201c": "\u201d"}
BEFORE, AFTER = "+#\u00a3\u20ac$@", "%\u00b0"
LINK = re.compile(r"(?:https?://|www\.)\S*[^\s.,;:!?)\]]", re.IGNORECASE)
ADDRESS = re.compile(rf"\S+@\S+|{LINK.pattern}", re.IGNORECASE)

Script = Literal["own", "rtl", "indic", "latin"]


class Stretch(NamedTuple):
    """A piece of a text in one script, `own` where it is that of the text around it."""

    script: Script
    text: str


def in_rtl(text: str) -> Iterator[Stretch]:
    """Part a text that stands among letters from right to left; a bare number goes with them."""
    at, mark = 0, ""
    for start, end in _against_rtl(text):
        first, last = _core(text[start:end])
        piece = text[start + first : start + last]
        if not piece or piece.isdigit():
            continue
        before, inner = mark, "" if ADDRESS.fullmatch(piece) else LRM
        closed = bool(inner) or piece[-1].isalnum()
        mark = RLM if inner else "" if closed else f"{LRM}{RLM}"
        yield from _own(before + text[at : start + first] + mark[-1:])
        yield Stretch("latin", f"{inner}{piece}{inner}")
        at = start + last
    yield from _own(mark + text[at:])


def _against_rtl(text: str) -> Iterator[tuple[int, int]]:
    """Give from where to where a text runs from left to right.

    What stands in brackets after a number is said by itself: `80 (72.5%)`.
    """
    for found in AGAINST_RTL.finditer(text):
        start, end = found.span()
        aside = None if LETTER.search(found[0]) else ASIDE.search(text, start, end)
        if aside is not None:
            yield start, aside.start()
            start = aside.end()
        yield start, end


def value_in_rtl(text: str) -> Iterator[Stretch]:
    """Part a value as `in_rtl` does; a line without any such letter keeps all its signs."""
    for line in LINES.split(text):
        if LETTER.search(line) is None or LEFT.search(line) or ADDRESS.fullmatch(line):
            yield from in_rtl(line)
            continue
        yield Stretch("latin", f"{RLM}{LRM}{line}{LRM}{RLM}")


def in_ltr(text: str) -> Iterator[Stretch]:
    """Part a text that stands among letters from left to right, for what is in other scripts."""
    at, mark = 0, ""
    for found in AGAINST_LTR.finditer(text):
        is_rtl = found["rtl"] is not None
        before, mark = mark, LRM if is_rtl else ""
        yield from _own(before + text[at : found.start()] + mark)
        yield Stretch("rtl" if is_rtl else "indic", found[0])
        at = found.end()
    yield from _own(mark + text[at:])


def _own(text: str) -> Iterator[Stretch]:
    if text:
        yield Stretch("own", text)


def _core(text: str) -> tuple[int, int]:
    """Give from where to where letters and digits reach, with the signs that belong to them."""
    found = CORE.search(text)
    if found is None:
        return 0, 0
    start, end = found.span()
    link = LINK.match(text, start)
    if link is not None:
        return start, max(end, link.end())
    start -= start > 0 and text[start - 1] in BEFORE
    end += end < len(text) and text[end] in AFTER
    for opening, closing in MATES.items():
        inside = text[start:end]
        if (
            start > 0
            and text[start - 1] == opening
            and inside.count(closing) > inside.count(opening)
        ):
            start -= 1
        if (
            end < len(text)
            and text[end] == closing
            and inside.count(opening) > inside.count(closing)
        ):
            end += 1
    return start, end
