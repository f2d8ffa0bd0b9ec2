"""Texts of a form's fields → what draws each in its box, with the fonts that it needs.

Two ways (docs/forms.md): what has one glyph a letter is written with the fonts of the blank; if any
text has others, all such are set by Typst together.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen.model.finding import Finding, Severity
from docgen.model.form import FieldKind
from docgen.press.form.ink_faults import overflowing, shrunk, unshown
from docgen.press.form.plain import UNDRAWN, Drawn, Pen, pen_in, plainly
from docgen.press.form.room import Room, room_in
from docgen.press.form.scripts import families_for
from docgen.press.form.shaped import Asked, shaped
from docgen.press.form.shapes import Blank, Spot
from docgen.press.form.updating import Additions


class Writing(NamedTuple):
    """A text to be drawn in a part of a spot of a field; `cells` of a comb.

    `kind` says whether it is one line or several; a line break parts lines.
    """

    field: str
    text: str
    spot: Spot
    kind: FieldKind
    width: float
    height: float
    cells: int = 0


class Ink(NamedTuple):
    """What draws a text from its box's lower left corner; fonts and the like, as a dictionary."""

    operators: bytes
    resources: bytes


def inked(
    writings: Sequence[Writing], blank: Blank, additions: Additions
) -> tuple[list[Ink], tuple[Finding, ...]]:
    """Draw texts, in their order; fonts beyond those of the blank are added.

    Where one can't be shown or doesn't fit, there is no ink at all, nothing is added, and the
    findings (E) name each such text. A text smaller than its form has it is a W.
    """
    inks: list[Ink] = []
    found: dict[int, Finding] = {}
    others: dict[int, Room] = {}
    fonts = blank.fonts
    for at, (field, text, spot, kind, width, height, cells) in enumerate(writings):
        pen = _pen(spot, kind, (width, height), cells, fonts[spot.look.face])
        made = plainly(pen, text)
        if made is None:
            others[at] = pen.room
            made = UNDRAWN
        elif made.over or made.size != pen.room.size:
            found |= _told(at, field, pen.room, made)
        inks.append(Ink(made.operators, pen.resources))
    if others:
        _ink_others(writings, others, (inks, found), additions)
    findings = tuple(dict.fromkeys(found[at] for at in sorted(found)))
    return ([] if _has_errors(found) else inks), findings


def _ink_others(
    writings: Sequence[Writing],
    others: Mapping[int, Room],
    told: tuple[list[Ink], dict[int, Finding]],
    additions: Additions,
) -> None:
    """Set what the fonts of the blank can't show, and put each ink and finding in its place."""
    inks, found = told
    asked: dict[int, Asked] = {}
    for at, room in others.items():
        families, lacks = families_for(writings[at].text, room.face)
        if lacks:
            found[at] = unshown(writings[at].field, lacks)
        else:
            asked[at] = Asked(room, writings[at].text, families)
    setting = shaped(list(asked.values()))
    for at, made in zip(asked, setting.drawn, strict=True):
        found |= _told(at, writings[at].field, others[at], made)
    if not _has_errors(found):
        resources = setting.fonts_into(additions)
        for at, made, fonts in zip(asked, setting.drawn, resources, strict=True):
            inks[at] = Ink(made.operators, fonts)


def _told(at: int, field: str, room: Room, made: Drawn) -> dict[int, Finding]:
    """Say what is wrong with a drawing, if anything."""
    if made.over:
        return {at: overflowing(field, room.least, made.over)}
    if room.auto or made.size >= room.size:
        return {}
    return {at: shrunk(field, room.size, made.size)}


def _has_errors(found: Mapping[int, Finding]) -> bool:
    return any(each.severity is Severity.ERROR for each in found.values())


@lru_cache(maxsize=16_384)
def _pen(spot: Spot, kind: FieldKind, size: tuple[float, float], cells: int, font: int) -> Pen:
    """Give the pen for a part of a spot, which is the same for each text."""
    return pen_in(room_in(spot.look, kind, size, cells), font)
