"""A letter's first page and an envelope with a window → does the address show, and nothing else.

A folded sheet moves in its envelope. So the address must lie where the window shows it wherever
the sheet has slipped to, and nothing else where the window may come to show it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.check.pages import Block, block_of, letters_in, window_flaws
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.pages import Boxed, Pages

SHEET_WIDTH = 210
FAULTS: Faults = {
    "print-window": Wording(
        "For {envelope} envelopes: {flaw}.",
        "In the template, leave the frame of the address where it was, with nothing beside or"
        " below it. If your envelopes have their window elsewhere, measure one and say --window"
        " LEFT,BOTTOM,WIDTH,HEIGHT in millimetres.",
    ),
    "print-window-folded": Wording(
        "The window ends {bottom} mm below the top of the sheet, where a sheet in {envelope}"
        " envelopes is folded at {fold} mm.",
        "Choose the other envelope (--envelope), or put the window right in the pack: parameters"
        " window_top_mm and window_height_mm.",
    ),
    "print-address-hidden": Wording(
        "{count} letters or figures of the address can slip out of the window ({window} mm) of"
        " {envelope} envelopes.",
        "Take envelopes with a larger window, or one that lies where the address stands; the frame"
        " of the address can be moved in the template.",
    ),
    "print-window-shows": Wording(
        "{count} words or lines besides the address can come to show in the window ({window} mm) of"
        " {envelope} envelopes.",
        "Take envelopes with a smaller window, or one that lies where the address stands; in the"
        " template, keep other words away from it.",
    ),
}


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope: its name, width and height, and how high the folded sheet in it is, in mm."""

    name: str
    width: float
    height: float
    fold: float


@dataclass(frozen=True, slots=True)
class Window:
    """A window as boxes of envelopes tell it: from the left and the bottom edge, in mm."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def told(self) -> str:
        """Give it as it is written at the command line."""
        return f"{self.left:g},{self.bottom:g},{self.width:g},{self.height:g}"


ENVELOPES = {"dl": Envelope("DL", 220, 110, 99), "c5": Envelope("C5", 229, 162, 148.5)}
"""A4 goes into DL folded twice, into C5 once (ISO 269)."""


def is_inside(window: Window, envelope: Envelope) -> bool:
    """Tell whether a window lies on the front of an envelope, and shows something at all times."""
    wide = window.left >= 0 and window.left + window.width <= envelope.width
    high = window.bottom >= 0 and window.bottom + window.height <= envelope.height
    room = window.width > envelope.width - SHEET_WIDTH
    return wide and high and room and window.height > envelope.height - envelope.fold


def envelope_findings(
    top: Pages,
    address: Sequence[str],
    envelope: Envelope | None,
    window: Window | None,
    sizes: Mapping[str, float],
) -> tuple[Finding, ...]:
    """Prove a letter's first page; without a window by the place that its pack gives (F-18)."""
    if envelope and window:
        return tuple(_slipping(top, address, envelope, window))
    name = envelope.name if envelope else "window"
    flaws = window_flaws(top, address, sizes)
    found = [fault(FAULTS, "print-window", None, envelope=name, flaw=flaw) for flaw in flaws]
    bottom = sizes["window_top_mm"] + sizes["window_height_mm"]
    if envelope and bottom > envelope.fold:
        names = {"bottom": f"{bottom:g}", "fold": f"{envelope.fold:g}", "envelope": name}
        found.append(fault(FAULTS, "print-window-folded", None, **names))
    return tuple(found)


def _slipping(
    top: Pages, address: Sequence[str], envelope: Envelope, window: Window
) -> Iterator[Finding]:
    ever, always = _shown(envelope, window)
    first = [box for box in top.printed if box.page == 1]
    names = {"envelope": envelope.name, "window": window.told}
    asked = letters_in(address)
    held = letters_in(box.text for box in first if always.holds(box))
    if hidden := (asked - held).total():
        yield fault(FAULTS, "print-address-hidden", None, count=hidden, **names)
    others = [box for box in first if ever.touches(box) and not _is_of(box, address)]
    if others:
        yield fault(FAULTS, "print-window-shows", None, count=len(others), **names)


def _shown(envelope: Envelope, window: Window) -> tuple[Block, Block]:
    """Give what of a sheet the window may come to show, and what it always shows."""
    across, down = envelope.width - SHEET_WIDTH, envelope.height - envelope.fold
    left, right = window.left, window.left + window.width
    bottom = envelope.height - window.bottom
    top = bottom - window.height
    ever = block_of(left - across, top - down, right, bottom)
    return ever, block_of(left, top, right - across, bottom - down)


def _is_of(box: Boxed, address: Sequence[str]) -> bool:
    """Tell whether a word is one of the address."""
    return any(box.text in line.split() for line in address)
