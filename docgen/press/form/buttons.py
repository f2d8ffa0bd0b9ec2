"""What a box or group of radio buttons is to be → each of its widgets in that state."""

from collections.abc import Iterator
from functools import lru_cache

from docgen.model.form import FieldKind, Filled
from docgen.press.form.frames import KEPT, shell
from docgen.press.form.marks import drawn
from docgen.press.form.shapes import Entry, Spot
from docgen.press.form.updating import Additions
from docgen.press.form.writing import name

OFF = b"/Off"


def pressed(entry: Entry, value: Filled, additions: Additions) -> tuple[bytes, list[bytes]]:
    """Give the field's own value, and what each widget's dictionary ends with.

    Widgets without a picture of their states get pictures of docgen's own.
    """
    on = list(_on(entry, value))
    chosen = next((spot.state for spot, is_on in zip(entry.spots, on, strict=True) if is_on), None)
    ends = [
        _kept(spot, is_on=is_on)
        if spot.state in spot.states
        else _drawn(entry.field.kind, spot, additions, is_on=is_on)
        for spot, is_on in zip(entry.spots, on, strict=True)
    ]
    return OFF if chosen is None else name(chosen), ends


def _on(entry: Entry, value: Filled) -> Iterator[bool]:
    """Tell for each widget whether it is on; of a group's equal ones the first alone.

    All equal ones go on together if the form says so, and boxes of one name always do.
    """
    state = entry.field.states[0] if value is True else value
    together = entry.unison or entry.field.kind is FieldKind.TICK
    done = False
    for spot in entry.spots:
        is_on = bool(state) and spot.state == state and (together or not done)
        done = done or is_on
        yield is_on


@lru_cache(maxsize=KEPT)
def _kept(spot: Spot, *, is_on: bool) -> bytes:
    """Put a widget in a state that the form has a picture of."""
    return b"/AS%b/AP%b" % (name(spot.state) if is_on else OFF, spot.normal)


def _drawn(kind: FieldKind, spot: Spot, additions: Additions, *, is_on: bool) -> bytes:
    """Put a widget in a state, with pictures of docgen's own."""
    entries = shell(spot) + b"/Resources<<>>"
    on, off = (additions.stream(entries, drawn(spot, kind, on=each)) for each in (True, False))
    state = name(spot.state)
    now = state if is_on else OFF
    return b"/AS%b/AP<</N<<%b %d 0 R/Off %d 0 R>>>>" % (now, state, on, off)
