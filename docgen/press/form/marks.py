"""A box's or radio button's mark → drawn in its widget, where the form has no picture of it.

Its sort is the letter of ZapfDingbats that forms say it by (/MK CA); it needs no font.
"""

from math import cos, pi, sin

from docgen.model.form import FieldKind
from docgen.press.form.frames import circle, framed, points, thick
from docgen.press.form.shapes import Spot

TICK, CROSS, DISC, DIAMOND, SQUARE, STAR = "4", "8", "l", "u", "n", "H"
USUAL = {FieldKind.TICK: TICK, FieldKind.RADIO: DISC}
FULL = 0.7
"""How much of the box inside its border a mark takes."""
INNER = 0.38
"""Of a star's points, how far the inner ones are from its middle."""
TICKED = ((-0.9, 0.0), (-0.62, 0.28), (-0.28, -0.22), (0.66, 0.92), (0.92, 0.68), (-0.26, -0.84))
CROSSED = (
    *((-0.72, -1.0), (0.0, -0.28), (0.72, -1.0), (1.0, -0.72), (0.28, 0.0), (1.0, 0.72)),
    *((0.72, 1.0), (0.0, 0.28), (-0.72, 1.0), (-1.0, 0.72), (-0.28, 0.0), (-1.0, -0.72)),
)
STARRED = tuple(
    (sin(n * pi / 5) * (INNER if n % 2 else 1), cos(n * pi / 5) * (INNER if n % 2 else 1))
    for n in range(10)
)
OUTLINES = {
    TICK: TICKED,
    CROSS: CROSSED,
    DIAMOND: ((0, 1), (1, 0), (0, -1), (-1, 0)),
    SQUARE: ((-0.8, -0.8), (-0.8, 0.8), (0.8, 0.8), (0.8, -0.8)),
    STAR: STARRED,
}


def drawn(spot: Spot, kind: FieldKind, *, on: bool) -> bytes:
    """Draw a box or radio button in one of its states: its frame, and its mark where it is on."""
    mark = spot.mark if spot.mark in {*OUTLINES, DISC} else USUAL[kind]
    frame = framed(spot, round_=mark == DISC)
    if not on:
        return frame
    return frame + b"q %b %b f Q\n" % (spot.look.colour, _outline(spot, mark))


def _outline(spot: Spot, mark: str) -> bytes:
    x, y = spot.width / 2, spot.height / 2
    reach = max(min(x, y) - thick(spot.look), 0) * FULL
    if mark == DISC:
        return circle(x, y, reach * FULL)
    corners = [points(x + left * reach, y + up * reach) for left, up in OUTLINES[mark]]
    return b"%b m %b h" % (corners[0], b" ".join(b"%b l" % corner for corner in corners[1:]))
