"""A widget's look → its background and border as drawing operators, and its picture's frame."""

from functools import lru_cache

from docgen.press.form.shapes import Edge, Look, Spot
from docgen.press.form.tokens import number_token

KEPT = 10_000
BENT = 0.5523
"""How far a Bézier's handles reach for a quarter of a circle of radius 1."""
DEEP = frozenset({Edge.BEVELLED, Edge.INSET})
SHADES = {Edge.BEVELLED: (b"1 g", b"0.6 g"), Edge.INSET: (b"0.5 g", b"0.75 g")}
"""Of the inner edge: top and left, bottom and right."""
DASH = (3.0,)


def thick(look: Look) -> float:
    """Give how far a border reaches into its box."""
    return look.border * (2 if look.edge in DEEP else 1)


@lru_cache(maxsize=KEPT)
def framed(spot: Spot, *, round_: bool = False) -> bytes:
    """Draw a widget's background and border in its upright box; `round_` as a circle."""
    look = spot.look
    filled = b""
    if look.background:
        shape = _circle(spot, 0) if round_ else _box(spot, 0)
        filled = b"q %b %b f Q\n" % (look.background, shape)
    if not look.border_colour or look.border <= 0:
        return filled
    return filled + b"q %b Q\n" % _border(spot, round_=round_ and look.edge is not Edge.UNDERLINE)


@lru_cache(maxsize=KEPT)
def shell(spot: Spot) -> bytes:
    """Give the entries of a widget's picture: its box, and how it is turned; no resources."""
    width, height = number_token(spot.width), number_token(spot.height)
    turned = {
        90: b"/Matrix[0 1 -1 0 %b 0]" % height,
        180: b"/Matrix[-1 0 0 -1 %b %b]" % (width, height),
        270: b"/Matrix[0 -1 1 0 0 %b]" % width,
    }.get(spot.look.rotation, b"")
    return b"/Type/XObject/Subtype/Form/BBox[0 0 %b %b]%b" % (width, height, turned)


def points(*numbers: float) -> bytes:
    """Write numbers with blanks between."""
    return b" ".join(map(number_token, numbers))


def _border(spot: Spot, *, round_: bool) -> bytes:
    look, width = spot.look, spot.look.border
    pen = b"%b %b w" % (look.border_colour, number_token(width))
    if look.edge is Edge.UNDERLINE:
        return b"%b 0 %b m %b l S" % (pen, points(width / 2), points(spot.width, width / 2))
    if look.edge is Edge.DASHED:
        pen += b" [%b] 0 d" % points(*(look.dash or DASH))
    shape = _circle(spot, width / 2) if round_ else _box(spot, width / 2)
    deep = _deep(spot) if look.edge in DEEP and not round_ else b""
    return b"%b%b %b s" % (deep, pen, shape)


def _box(spot: Spot, inset: float) -> bytes:
    wide, high = spot.width - 2 * inset, spot.height - 2 * inset
    return b"%b re" % points(inset, inset, max(wide, 0), max(high, 0))


def _circle(spot: Spot, inset: float) -> bytes:
    radius = max(min(spot.width, spot.height) / 2 - inset, 0)
    return circle(spot.width / 2, spot.height / 2, radius)


def circle(x: float, y: float, radius: float) -> bytes:
    """Draw the outline of a circle around a point."""
    bent = radius * BENT
    return b" ".join(
        (
            b"%b m" % points(x + radius, y),
            b"%b c" % points(x + radius, y + bent, x + bent, y + radius, x, y + radius),
            b"%b c" % points(x - bent, y + radius, x - radius, y + bent, x - radius, y),
            b"%b c" % points(x - radius, y - bent, x - bent, y - radius, x, y - radius),
            b"%b c h" % points(x + bent, y - radius, x + radius, y - bent, x + radius, y),
        )
    )


def _deep(spot: Spot) -> bytes:
    """Draw the inner edge of a border that looks raised or sunken."""
    light, dark = SHADES[spot.look.edge]
    near, far = spot.look.border, 2 * spot.look.border
    right, top = spot.width - near, spot.height - near
    inner_right, inner_top = spot.width - far, spot.height - far
    corner = b"%b l" % points(inner_right, inner_top)
    above = b"%b m %b l %b l %b %b l %b l f" % (
        points(near, near),
        points(near, top),
        points(right, top),
        corner,
        points(far, inner_top),
        points(far, far),
    )
    below = b"%b m %b l %b l %b %b l %b l f" % (
        points(right, top),
        points(right, near),
        points(near, near),
        b"%b l" % points(far, far),
        points(inner_right, far),
        points(inner_right, inner_top),
    )
    return b"%b %b %b %b " % (light, above, dark, below)
