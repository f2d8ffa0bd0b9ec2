"""A field's text as Typst has set it, on pages of its own → its size and place in its box."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.press.pdf.carrying import Carried, unpacked

TOLD = re.compile(rb"/URI\(([\d.]+);(\d+|low)\)")
MARKED = re.compile(rb"/Rect\[\S+ (\S+) ")
SIZED = re.compile(rb"/MediaBox\[0 0 (\S+) ([^]]+)\]")
INK = b"/c0 cs 0 scn"
"""Typst's black, as it writes it before each piece of text."""
TOO_LOW = -1
STEP = 0.5
SLACK = 0.01


Matrix = tuple[float, float, float, float] | None
"""How much larger a page is drawn, and where its lower left corner stands; None: as it is."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph and its direction."""

    rtl: bool
    text: str


@dataclass(frozen=True, slots=True)
class Trial:
    """Faces to set a text in, the first for choice, and how high its lines are, in sizes.

    `least` is the smallest size that people can read.
    """

    faces: tuple[str, ...]
    ascent: float
    descent: float
    least: float
    language: str


@dataclass(frozen=True, slots=True)
class FieldText:
    """A text in the upright box of a field; the first of `trials` that fits is taken.

    `way` is line, lines or comb (`cells` of them), `align` left, right or centre. Text keeps clear
    of the border by `pad` at the sides, and by `inset` above and below. `size` is the largest;
    `words` are those that could be wider than a line.
    """

    width: float
    height: float
    inset: float
    pad: float
    way: str
    align: str
    size: float
    bold: bool
    italic: bool
    paragraphs: tuple[Words, ...]
    trials: tuple[Trial, ...]
    cells: int = 0
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldSet:
    """A text as it came out: operators of black text from the box's lower left corner, and fonts.

    `over` is what is too much where it doesn't fit: of one line parts of its length in a thousand,
    of several how many lines, `TOO_LOW` for a box that is lower than a line. The fonts are numbers
    in `carried`.
    """

    size: float
    over: int
    operators: bytes
    fonts: dict[bytes, int]
    carried: Carried


@dataclass(frozen=True, slots=True)
class _Page:
    """A page for a trial: its size, and how high the baseline is over its lower edge."""

    trial: Trial
    width: float
    height: float
    base: float


def placed(text: FieldText, pages: Sequence[bytes], carried: Carried) -> FieldSet:
    """Place what was made of a text: of several pages the first that fits, else the last."""
    made: FieldSet | None = None
    for page, trial in zip(pages, text.trials, strict=False):
        made = _placed(text, trial, page, carried)
        if not made.over:
            return made
    if made is None:
        raise ValueError(text.way)
    return made


def _placed(text: FieldText, trial: Trial, page: bytes, carried: Carried) -> FieldSet:
    if text.way == "line":
        size, over, matrix = _line(text, _measured(trial, page, carried))
    elif text.way == "lines":
        size, over, matrix = _lines(text, _measured(trial, page, carried))
    else:
        size, over, matrix = _told(page, carried)
    drawn = unpacked(carried.named(page, b"Contents")).replace(INK, b"")
    operators = b"q %.4f 0 0 %.4f %.2f %.2f cm\n%b\nQ" % (*matrix, drawn) if matrix else drawn
    return FieldSet(size, over, operators, carried.fonts(page), carried)


def _measured(trial: Trial, page: bytes, carried: Carried) -> _Page:
    size, base = SIZED.search(page), MARKED.search(carried.named(page, b"Annots"))
    width, height = map(float, size.groups() if size else (0, 0))
    return _Page(trial, width, height, float(base[1]) if base else 0)


def _line(text: FieldText, page: _Page) -> tuple[float, int, Matrix]:
    """Give the largest size at which a line has room, and put it in the middle of its box.

    Its ink stays in the box even where that is lower than the font's lines.
    """
    wide, high = text.width - 2 * text.pad, text.height - 2 * text.inset
    most = min(wide / max(page.width, SLACK), high / max(page.height, SLACK)) * text.size
    size = text.size if most + SLACK >= text.size else math.floor(most / STEP + SLACK) * STEP
    least = min(page.trial.least, text.size)
    if size < least:
        low = page.height * least > (high + SLACK) * text.size
        return size, TOO_LOW if low else math.ceil((1 - most / least) * 1000), None
    by = size / text.size
    under, over = page.base * by, (page.height - page.base) * by
    middle = (text.height - (page.trial.ascent - page.trial.descent) * size) / 2
    base = max(min(middle, text.height - text.inset - over), text.inset + under)
    free = {"left": 0.0, "centre": 0.5, "right": 1.0}[text.align]
    return size, 0, (by, by, text.pad + (wide - page.width * by) * free, base - under)


def _lines(text: FieldText, page: _Page) -> tuple[float, int, Matrix]:
    """Put lines at the top of their box, if they have room at the full size."""
    over = page.height > text.height - 2 * text.pad + SLACK
    top = text.height - text.pad - page.height
    return text.size, int(over), None if over else (1, 1, text.pad, top)


def _told(page: bytes, carried: Carried) -> tuple[float, int, Matrix]:
    """Read what a page says of itself."""
    told = TOLD.search(carried.named(page, b"Annots"))
    if told is None:
        raise ValueError(page)
    return float(told[1]), TOO_LOW if told[2] == b"low" else int(told[2]), None
