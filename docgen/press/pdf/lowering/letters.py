"""The text of a run → pieces of the tree: capitals, scripts, fallback faces, boxes to tick."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.looks import SMALL_CAPITALS, Looks, Spacing, Wish, character
from docgen.press.pdf.lowering.properties import RunFormat
from docgen.press.pdf.lowering.symbols import BOXES, is_font_of_signs, sign
from docgen.press.pdf.runs import Inline, Text, Tick

ALT = {"empty": "not ticked", "tick": "ticked", "cross": "crossed"}
BYTE_ORDER_MARK = "\ufeff"
TICKS = re.compile(f"([{''.join(BOXES)}])")
# Hebrew, Arabic and their kin, Indic scripts, Thai, Lao, Tibetan, Myanmar, Khmer: 17.3.2.7.
COMPLEX = "\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc"
BETWEEN = "\\s\u200c-\u200f.,:;!?\u2013\u2014()-"
SCRIPTS = re.compile(f"((?:[{COMPLEX}](?:[{BETWEEN}]*(?=[{COMPLEX}]))?[\u200c\u200d]*)+)")
SMALL = re.compile("([^\\W\\d_A-ZÀ-ÖØ-Þ]+)")


@dataclass(frozen=True, slots=True)
class Writer:
    """Sets letters of one paragraph: its looks and its line spacing."""

    looks: Looks
    spacing: Spacing

    def text(self, text: str, said: RunFormat, element: Element) -> list[Inline]:
        """Set a text as what holds for its run says."""
        text = self.signs(text, said.ascii or said.hansi or "", element)
        if BYTE_ORDER_MARK in text:
            text = text.replace(BYTE_ORDER_MARK, "")
        if said.small_caps and not said.caps:
            return [piece for part in self._small(text, said, element) for piece in part]
        return self._letters(text.upper() if said.caps else text, Wish(said, self.spacing), element)

    def symbol(self, font: str, code: int, said: RunFormat, element: Element) -> list[Inline]:
        """Set a sign that Word keeps as a code of a font (17.3.3.30)."""
        if not is_font_of_signs(font):
            return self.text(chr(code), said, element)
        return self._letters(self._sign(code, font, element), Wish(said, self.spacing), element)

    def signs(self, text: str, font: str, element: Element) -> str:
        """Give what a text shows: its own letters, unless it is set in a font of signs."""
        if not is_font_of_signs(font):
            return text
        return "".join(self._sign(ord(char), font, element) for char in text)

    def look(self, said: RunFormat, element: Element) -> int:
        """Give the index of the look that a run's plain letters have."""
        return self.looks.index(self._wish(said), element)

    def _wish(self, said: RunFormat) -> Wish:
        return Wish(said, self.spacing, complex=bool(said.rtl or said.complex_script))

    def tick(self, state: str, said: RunFormat, element: Element) -> Tick:
        """Set a box to tick."""
        return _tick(state, self.looks.index(self._wish(said), element))

    def _letters(self, text: str, wish: Wish, element: Element) -> list[Inline]:
        if text.isascii():
            forced = wish.format.rtl or wish.format.complex_script
            return [self._piece(text, wish._replace(complex=True) if forced else wish, element)]
        self.looks.tell_fonts(wish, element)
        pieces: list[Inline] = []
        for part in TICKS.split(text):
            if part in BOXES:
                pieces.append(_tick(BOXES[part], self.looks.index(wish, element)))
            elif part:
                pieces += (self._piece(*script, element) for script in _scripts(part, wish))
        return pieces

    def _piece(self, text: str, wish: Wish, element: Element) -> Text:
        lacking = self.looks.face(wish, element).lacks(text)
        others = self.looks.other(wish, lacking, element) if lacking else ()
        return Text(self.looks.index(wish, element, others), text)

    def _small(self, text: str, said: RunFormat, element: Element) -> Iterator[list[Inline]]:
        for number, part in enumerate(SMALL.split(text)):
            if part:
                scale = SMALL_CAPITALS if number % 2 else 1
                yield self._letters(part.upper(), Wish(said, self.spacing, scale=scale), element)

    def _sign(self, code: int, font: str, element: Element) -> str:
        found = sign(font, code)
        if found is None:
            told = character(chr(code))
            self.looks.remarks.tell("pdf-symbol-unknown", element, font=font, code=told)
        return found or ""


def _tick(state: str, look: int) -> Tick:
    if state == "tick":
        return Tick(look, "tick", ALT[state])
    return Tick(look, "cross" if state == "cross" else "empty", ALT[state])


def _scripts(text: str, wish: Wish) -> Iterator[tuple[str, Wish]]:
    """Split a text into letters of complex scripts and others; a run may ask for the first."""
    if wish.format.rtl or wish.format.complex_script:
        yield text, wish._replace(complex=True)
        return
    for number, part in enumerate(SCRIPTS.split(text)):
        if part:
            yield part, wish._replace(complex=number % 2 == 1)
