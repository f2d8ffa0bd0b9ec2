"""Properties of a paragraph or run → the same as large print has them."""

from dataclasses import dataclass

from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.ordered import put, without

VAL = w("val")
BODY, LEAST, MOST = 36, 32, 56
"""Sizes in half points: of usual text, of headers and footers, of headings."""
NARROWEST_GAP, WIDEST_GAP = 160, 400
"""Space between paragraphs in twentieths of a point: wider ones place things, and stay."""
FURTHEST = 4200
"""How far a line may begin from the margin, in twentieths of a point: 74 mm of some 170."""
SLANTED = ("i", "iCs", "u", "caps", "smallCaps")
MEANT = ("i", "u")
OFF = frozenset({"0", "false", "off", "none"})
JUSTIFIED = frozenset({"both", "distribute", "center", "right", "end", "start", "left"})


@dataclass(frozen=True, slots=True)
class Scale:
    """How much larger all is to be, from the size of usual text in half points."""

    usual: int

    @property
    def ratio(self) -> float:
        """Give how many times larger usual text will be."""
        return max(BODY / max(self.usual, 1), 1)

    def size(self, before: int) -> int:
        """Give the new size of letters; very large ones stay as they are."""
        return min(max(round(before * self.ratio), LEAST), max(MOST, before))

    def length(self, before: int) -> int:
        """Give the new length of an indent or a stop."""
        return before if before > FURTHEST else min(round(before * self.ratio), FURTHEST)


def sized(looks: Element, scale: Scale) -> None:
    """Enlarge letters, and take off what makes them hard to read."""
    for name in ("sz", "szCs"):
        size = looks.find(w(name))
        if size is not None:
            size.set(VAL, str(scale.size(int(size.get(VAL, "20")))))
    without(looks, *SLANTED)


def emphasised(looks: Element) -> None:
    """Make bold what somebody set in italics or underlined for emphasis."""
    meant = (looks.find(w(name)) for name in MEANT)
    if looks.find(w("rStyle")) is None and any(
        each is not None and each.get(VAL, "1") not in OFF for each in meant
    ):
        for name in ("b", "bCs"):
            put(looks, name).attrib.pop(VAL, "")


def spaced(properties: Element, scale: Scale) -> None:
    """Give lines and what stands between paragraphs the room that larger letters want."""
    spacing = properties.find(w("spacing"))
    if spacing is not None:
        if spacing.get(w("lineRule")) in {"exact", "atLeast"}:
            spacing.set(w("lineRule"), "atLeast")
            spacing.set(w("line"), str(round(int(spacing.get(w("line"), "0")) * scale.ratio)))
        for side in ("before", "after"):
            gap = int(spacing.get(w(side), "0"))
            if 0 < gap <= WIDEST_GAP:
                spacing.set(w(side), str(max(round(gap * 1.25), min(gap, NARROWEST_GAP))))
    for indent in properties.findall(w("ind")):
        for side in ("left", "start", "hanging", "firstLine"):
            _lengthen(indent, w(side), scale)
    for stop in properties.iter(w("tab")):
        if stop.get(VAL) in {"left", "start", "num"}:
            _lengthen(stop, w("pos"), scale)


def straightened(properties: Element) -> None:
    """Begin each line at the margin; what a language from right to left has set stays."""
    jc, mark = properties.find(w("jc")), properties.find(w("rPr"))
    is_rtl = mark is not None and mark.find(w("rtl")) is not None
    if jc is not None and not is_rtl and jc.get(VAL) in JUSTIFIED:
        without(properties, "jc")


def loosened(height: Element) -> None:
    """Let a row grow with what is in it."""
    if local(height) == "trHeight" and height.get(w("hRule")) == "exact":
        height.set(w("hRule"), "atLeast")


def _lengthen(element: Element, name: str, scale: Scale) -> None:
    said = element.get(name)
    if said is not None and said.isdecimal():
        element.set(name, str(scale.length(int(said))))
