"""A place in words → the paragraph of the template that it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.press.word.lint.page import Line
from docgen.press.word.places import spoken

NEAR, AFTER = ", near “", "”, after “"


@dataclass(frozen=True, slots=True)
class Spot:
    """A line, with its words as they were compared and the end of the one before."""

    line: Line
    words: str
    before: str


class Spots:
    """The paragraphs of a template, to be found again by what a message says of them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Sort the paragraphs by their places."""
        self._spots: dict[str, list[Spot]] = {}
        self._whole: dict[tuple[str, str], Spot] = {}
        for line in lines:
            spoken_of = spoken(line.paragraph.where)
            words = squeezed(without_notes(line.paragraph.words))
            spot = Spot(line, words, squeezed(line.before))
            self._spots.setdefault(spoken_of, []).append(spot)
            self._whole.setdefault((spoken_of, words), spot)

    def line_at(self, place: str) -> Line | None:
        """Give the paragraph that a place in words means; the part's first, if it says no more."""
        where, _, rest = place.partition(NEAR)
        spots = self._spots.get(where, [])
        if not rest:
            return spots[0].line if spots else None
        near, before = _parts(rest.removesuffix("”"))
        if not before and (where, near) in self._whole:
            return self._whole[where, near].line
        fitting = [spot for spot in spots if near in spot.words]
        best = next((spot for spot in fitting if before and spot.before == before), None)
        return best.line if best else fitting[0].line if fitting else None


def _parts(rest: str) -> tuple[str, str]:
    """Give the words near by and the end of the paragraph before, blanks aside."""
    near, sign, before = rest.rpartition(AFTER)
    return (squeezed(near), squeezed(before)) if sign else (squeezed(rest), "")


def without_notes(text: str) -> str:
    """Give a text without what stands between `{#` and `#}`."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("{#", at)) >= 0 and (end := text.find("#}", start + 2)) >= 0:
        pieces.append(text[at:start])
        at = end + 2
    return "".join((*pieces, text[at:]))


def squeezed(text: str) -> str:
    """Give a text without its blanks, of which the reader may leave some out."""
    return "".join(text.split())
