"""A field's instruction (`PAGE`, `HYPERLINK "…"`) → what is printed in its place."""

import re
from dataclasses import dataclass, field
from typing import Literal

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.pieces import Piece
from docgen.press.pdf.lowering.properties import RunFormat

WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
ESCAPED = re.compile(r"\\(.)")
SILENT = frozenset({"", "TC", "XE", "TA", "BOOKMARK"})  # mark a place, print nothing
KEPT = frozenset({"FORMTEXT", "HYPERLINK"})
BOX = "FORMCHECKBOX"
STYLES: dict[str, Literal["1", "i", "I", "a", "A"]] = {
    "Arabic": "1",
    "roman": "i",
    "ROMAN": "I",
    "Roman": "I",
    "alphabetic": "a",
    "ALPHABETIC": "A",
}
PAGES: dict[str, Literal["page", "pages"]] = {"PAGE": "page", "NUMPAGES": "pages"}


@dataclass(frozen=True, slots=True)
class Instruction:
    """A field's name, its plain words, and its switches with the word after each."""

    name: str
    words: tuple[str, ...]
    switches: tuple[tuple[str, str], ...]

    def switch(self, key: str) -> str:
        """Give the word after a switch, `""` if it isn't there."""
        return next((word for name, word in self.switches if name == key), "")

    @property
    def number_style(self) -> Literal["1", "i", "I", "a", "A"]:
        r"""Give how a page number is written (`\* roman`)."""
        named = (STYLES[word] for key, word in self.switches if key == "\\*" and word in STYLES)
        return next(named, "1")


@dataclass(slots=True)
class OpenField:
    """A field being read: its instruction, then, once `shows`, what it printed last."""

    element: Element
    format: RunFormat
    codes: list[str] = field(default_factory=list)
    shows: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def instruction(self) -> Instruction:
        """Give the instruction as far as it is read."""
        return instruction_of("".join(self.codes))


def instruction_of(code: str) -> Instruction:
    """Read a field's instruction (17.16.2)."""
    found = [_unescaped(match) for match in WORDS.finditer(code)]
    words: list[str] = []
    switches: list[tuple[str, str]] = []
    name = found[0][0].upper() if found else ""
    for (word, quoted), before in zip(found[1:], found, strict=False):
        if word.startswith("\\") and not quoted:
            switches.append((word, ""))
        elif before[0].startswith("\\") and not before[1] and switches:
            switches[-1] = (before[0], word)
        else:
            words.append(word)
    return Instruction(name, tuple(words), tuple(switches))


def _unescaped(match: re.Match[str]) -> tuple[str, bool]:
    quoted, plain = match.groups()
    return (plain, False) if quoted is None else (ESCAPED.sub(r"\1", quoted), True)
