"""A list box and what is chosen in it → its options one below the other, the chosen ones lit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from unicodedata import bidirectional

from docgen.model.form import FieldKind
from docgen.press.form.frames import points, thick
from docgen.press.form.inking import Ink, Writing
from docgen.press.form.lines import one_line
from docgen.press.form.shapes import Align, Entry, Spot
from docgen.press.form.updating import Additions

KEPT = 1_000
SIZE = 12.0
"""Points, where the form leaves the size to the viewer."""
LEADING = 1.2
LIT = b"0.6 0.757 0.855 rg"
"""What viewers light up the chosen with."""
WIDE = 1.5
"""Of a letter's size, the widest letter: what isn't chosen may run out of the box."""


@dataclass(frozen=True, slots=True)
class Row:
    """An option that is seen: where its box begins above the widget's lower edge."""

    text: str
    low: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list box: its visible options, how many chosen ones are not among them."""

    spot: Spot
    rows: tuple[Row, ...]
    first: int
    height: float
    unseen: int

    def writings(self, entry: Entry) -> Iterator[Writing]:
        """Ask for the options' texts, each in a box of its own."""
        for row in self.rows:
            if row.text:
                width = self.spot.width if row.chosen else _width(self.spot, row.text)
                high = self.height + 4 * thick(self.spot.look)
                yield Writing(entry.field.name, row.text, self.spot, FieldKind.CHOICE, width, high)

    def picture(self, inks: Iterator[Ink], additions: Additions) -> Ink:
        """Draw the options that are seen, each from a picture of its own."""
        edge = thick(self.spot.look)
        wide, high = self.spot.width - 2 * edge, self.spot.height - 2 * edge
        drawn, named = [], []
        for row, place in zip(self.rows, range(len(self.rows)), strict=True):
            if row.chosen:
                box = points(edge, row.low, wide, self.height)
                drawn.append(b"q %b %b re f Q" % (LIT, box))
            for ink in islice(inks, 1 if row.text else 0):
                drawn.append(b"q 1 0 0 1 %b cm /R%d Do Q" % (points(0, row.low - 2 * edge), place))
                named.append(b"/R%d %d 0 R" % (place, _added(self, ink, additions)))
        clip = points(edge, edge, max(wide, 0), max(high, 0))
        operators = b"/Tx BMC q %b re W n %b Q EMC" % (clip, b"\n".join(drawn))
        return Ink(operators, b"<</XObject<<%b>>>>" % b"".join(named))


def listed(entry: Entry, spot: Spot, chosen: Sequence[str]) -> Listing:
    """Lay out a list box; it is scrolled to what is chosen."""
    sized = _sized(spot)
    height = sized.look.size * LEADING
    top = spot.height - thick(spot.look)
    room = max(int((top - thick(spot.look)) / height), 1)
    options = entry.field.options
    places = [n for n, option in enumerate(options) if option.export in chosen]
    first = min(places[0], len(options) - room) if places and places[-1] >= room else 0
    seen = list(enumerate(options))[first : first + room]
    rows = tuple(
        Row(one_line(option.label), top - (n - first + 1) * height, n in places)
        for n, option in seen
    )
    return Listing(sized, rows, first, height, len(places) - sum(row.chosen for row in rows))


@lru_cache(maxsize=KEPT)
def _sized(spot: Spot) -> Spot:
    """Give a widget's options a size, and let them begin where lines of their script do."""
    look = replace(spot.look, size=spot.look.size or SIZE, align=Align.LEFT, rotation=0)
    return replace(spot, look=look)


def _width(spot: Spot, text: str) -> float:
    """Give room for an option that is not chosen; from the right only as much as is seen."""
    if any(bidirectional(char) in {"R", "AL"} for char in text):
        return spot.width
    return max(spot.width, spot.look.size * WIDE * (len(text) + 2))


def _added(listing: Listing, ink: Ink, additions: Additions) -> int:
    spot = listing.spot
    width, height = spot.width, listing.height + 4 * thick(spot.look)
    widest = max([width, *(_width(spot, row.text) for row in listing.rows)])
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %b]/Resources%b"
    return additions.stream(entries % (points(widest, height), ink.resources), ink.operators)
