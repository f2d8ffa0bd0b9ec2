"""Borders as Word names them → lines of the tree; which of two at one edge is drawn."""

import re
from functools import lru_cache
from typing import Literal

from docgen.press.pdf.lowering.properties import Border
from docgen.press.pdf.tree import Line

NONE = frozenset({"nil", "none"})
PLAIN = frozenset({"single", "thick", "dotted", "dashed", "dashSmallGap"})
DRAWN = NONE | PLAIN
COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
LEAST = 0.25
BROADER = {"thick": 2, "double": 3, "triple": 5}
"""What LibreOffice makes of the width of these kinds: all their lines, and the gaps between."""


@lru_cache(maxsize=1024)
def line_of(border: Border | None) -> Line | None:
    """Give the line of a border, None where none is drawn (ECMA-376-1, 17.18.2)."""
    if border is None or border.kind in NONE:
        return None
    width = max(border.width, LEAST) * BROADER.get(border.kind, 1)
    return Line(width, colour_of(border.colour), _dash(border.kind), border.space)


def is_plain(kind: str) -> bool:
    """Tell whether a kind of border is drawn as it is; all others become a plain line."""
    return kind in DRAWN


def colour_of(value: str, auto: str = "#000000") -> str:
    """Give a colour as `#rrggbb`; Word's `auto`, and what is none, is `auto` here."""
    return f"#{value.lower()}" if COLOUR.fullmatch(value) else auto


def wider(line: Line, other: Line | None) -> Line:
    """Give the line that is drawn where two meet: the wider, of like ones the first.

    LibreOffice's rule; Word's weighs kinds and colours too (17.4.66), which comes to the same for
    plain lines of one colour.
    """
    return line if other is None or other.width <= line.width else other


def _dash(kind: str) -> Literal["solid", "dotted", "dashed"]:
    if kind == "dotted":
        return "dotted"
    return "dashed" if "ash" in kind else "solid"
