"""Texts of any script in their rooms → operators and fonts, set by Typst all in one go."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from docgen.errors import TemplateRejected
from docgen.model.form import FieldKind
from docgen.press.form.ink_faults import LOW, ODD, characters_over, lines_over
from docgen.press.form.plain import Drawn
from docgen.press.form.room import Room
from docgen.press.form.scripts import (
    LEAST_NASTALIQ,
    NASTALIQ_INK,
    in_nastaliq,
    is_urdu,
    isolated,
    nastaliq_for,
    runs_right_to_left,
    trials_for,
)
from docgen.press.form.shapes import Align
from docgen.press.form.updating import Additions
from docgen.press.pdf.carrying import Carried
from docgen.press.pdf.fields import field_setter
from docgen.press.pdf.placing import TOO_LOW, FieldSet, FieldText, Trial, Words

WAYS: Mapping[FieldKind, str] = {FieldKind.LINES: "lines", FieldKind.COMB: "comb"}
MOST = 20_000
"""So many characters have no room in any box, and are not tried."""
NARROWEST = 0.05
"""How wide letters are at least, on the average, signs over and below them among these."""
WIDEST = 1.2
LONGEST = 8
"""How many characters stand in a cell of a comb at most: a letter and its signs."""
DIGITS = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/-][0-9\u0660-\u0669\u06f0-\u06f9]+)*")


class Asked(NamedTuple):
    """A text, its room, and the families that show it together."""

    room: Room
    text: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """Texts drawn, and what Typst made of them: their fonts are still those of another file."""

    drawn: tuple[Drawn, ...]
    made: tuple[FieldSet | None, ...]

    def fonts_into(self, additions: Additions) -> list[bytes]:
        """Carry the fonts over; give the resources of each text, as a dictionary."""
        wanted: dict[Carried, set[int]] = {}
        for each in filter(None, self.made):
            wanted.setdefault(each.carried, set()).update(each.fonts.values())
        numbers = {
            carried: _carried_over(carried, fonts, additions) for carried, fonts in wanted.items()
        }
        return [
            _resources(each.fonts, numbers[each.carried]) if each else b"<<>>" for each in self.made
        ]


def shaped(texts: Sequence[Asked]) -> Setting:
    """Set texts in their rooms."""
    urdu = is_urdu(each.text for each in texts)
    asked = [_field_text(each, urdu=urdu) for each in texts if not _is_hopeless(each)]
    sets = iter(_set(asked))
    made = tuple(None if _is_hopeless(each) else next(sets) for each in texts)
    return Setting(tuple(map(_drawn, texts, made)), made)


def _set(asked: Sequence[FieldText]) -> list[FieldSet | None]:
    """Set texts; None for one whose signs go with its letters in no font.

    Of many the one that can't be set is found by halves.
    """
    if not asked:
        return []
    try:
        return list(field_setter().set(asked))
    except TemplateRejected:
        half = len(asked) // 2
        return [*_set(asked[:half]), *_set(asked[half:])] if half else [None]


def _field_text(asked: Asked, *, urdu: bool) -> FieldText:
    room, text, _ = asked
    lines = text.split("\n")
    rtl = runs_right_to_left(text)
    return FieldText(
        width=room.width,
        height=room.height,
        inset=room.inset,
        pad=room.pad,
        way=WAYS.get(room.kind, "line"),
        align=_side(room.align, rtl=rtl and room.kind is not FieldKind.LINES),
        size=_first_size(room),
        bold=room.face.bold,
        italic=room.face.italic,
        paragraphs=tuple(_words(room, line, rtl=rtl) for line in lines),
        trials=_trials(asked, urdu=in_nastaliq(text, urdu=urdu)),
        cells=room.cells,
        words=_long_words(room, text),
    )


def _first_size(room: Room) -> float:
    """Give the size to begin with: ink may be lower than its lines, so that more fits."""
    return max(room.size, 12.0) if room.auto else room.size


def _side(align: Align, *, rtl: bool) -> str:
    """Give the side where a line begins: what runs from right to left begins there."""
    return Align.RIGHT if rtl and align is Align.LEFT else align


def _words(room: Room, line: str, *, rtl: bool) -> Words:
    turned = runs_right_to_left(line, otherwise=rtl)
    if turned and room.kind is FieldKind.COMB:
        # cells are filled from the right: numbers still read from the left
        return Words(turned, DIGITS.sub(lambda found: found[0][::-1], line))
    return Words(turned, isolated(line) if turned else line)


def _trials(asked: Asked, *, urdu: bool) -> tuple[Trial, ...]:
    """Try Nastaliq where the box has room for it, at the size that the form asks for."""
    room, _, families = asked
    size = LEAST_NASTALIQ if room.auto else room.size
    roomy = size >= LEAST_NASTALIQ and room.high >= size * NASTALIQ_INK
    first = nastaliq_for(families, room.face, size) if urdu and roomy else ()
    return (*first, *trials_for(families, room.face, room.least, urdu=urdu))


def _long_words(room: Room, text: str) -> tuple[str, ...]:
    """Give the words that could be wider than a line."""
    if room.kind is not FieldKind.LINES:
        return ()
    most = room.wide / (WIDEST * room.size)
    return tuple(word for word in text.split() if len(word) > most)


def _drawn(asked: Asked, made: FieldSet | None) -> Drawn:
    room, text, _ = asked
    if made is None:
        hopeless = characters_over(len(text) - _most(room))
        return Drawn(b"", room.least, hopeless if _is_hopeless(asked) else ODD)
    if made.over:
        return Drawn(b"", made.size, _over(room, text, made.over))
    return Drawn(b"%b%b %b\nQ\nEMC\n" % (room.clip, room.colour, made.operators), made.size)


def _over(room: Room, text: str, over: int) -> str:
    if over == TOO_LOW:
        return LOW
    if room.kind is FieldKind.LINES:
        return lines_over(over)
    if room.kind is FieldKind.COMB:
        return characters_over(over)
    return characters_over(max(math.ceil(len(text) * over / 1000), 1))


def _is_hopeless(asked: Asked) -> bool:
    """Tell whether a text surely doesn't fit: it is not tried."""
    return len(asked.text) > _most(asked.room)


def _most(room: Room) -> int:
    """Give how many characters a room surely can't hold more than."""
    if room.kind is FieldKind.COMB:
        return room.cells * LONGEST
    lines = room.high / room.least + 1 if room.kind is FieldKind.LINES else 1
    return min(math.ceil(lines * room.wide / (NARROWEST * room.least)), MOST)


def _carried_over(carried: Carried, fonts: set[int], additions: Additions) -> dict[int, int]:
    """Add fonts and what belongs to them; give the new number of each."""
    numbers = {old: additions.reserve() for old in carried.closure(sorted(fonts))}
    for old, new in numbers.items():
        additions.put(new, carried.renumbered(old, numbers))
    return numbers


def _resources(fonts: Mapping[bytes, int], numbers: Mapping[int, int]) -> bytes:
    named = (b"/%b %d 0 R" % (name, numbers[font]) for name, font in fonts.items())
    return b"<</Font<<%b>>>>" % b" ".join(named)
