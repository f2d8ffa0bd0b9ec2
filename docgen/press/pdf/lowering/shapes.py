"""What holds for a paragraph → the fields of the tree that its look fixes, and its line spacing."""

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.borders import is_plain, line_of
from docgen.press.pdf.lowering.draft import Shape
from docgen.press.pdf.lowering.layers import ParagraphLook
from docgen.press.pdf.lowering.looks import Spacing, colour
from docgen.press.pdf.lowering.properties import Border, ParagraphFormat
from docgen.press.pdf.lowering.reader import Reader
from docgen.press.pdf.lowering.tabs import Column, stops_of
from docgen.press.pdf.tree import Align, Sides

SINGLE = 240  # what counts as one line where the rule is “auto” (17.3.1.33)
SPREAD = ("distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute")
ALIGNS: dict[str, Align] = {
    "right": "end",
    "end": "end",
    "center": "center",
    "both": "justify",
    **dict.fromkeys(SPREAD, "justify"),
}
ODD_TABS = frozenset({"bar"})
ODD_SIDES = frozenset({"between", "bar"})


def shape_of(look: ParagraphLook, reader: Reader) -> Shape:
    """Give how a paragraph's properties shape it in its column."""
    said = look.format
    fixed = {
        "start": said.start or 0,
        "align": ALIGNS.get(said.align or "", "start"),
        "rtl": bool(said.rtl),
        "keep_next": bool(said.keep_next),
        "keep_lines": bool(said.keep_lines),
        "widows": said.widows is not False,
        "fill": colour(said.fill),
        "borders": _sides({border.side: border for border in said.borders}),
    }
    frame = None if said.frame is None else dict(said.frame)
    return Shape(fixed, frame, _column(said, reader))


def _column(said: ParagraphFormat, reader: Reader) -> Column:
    """Give where a paragraph's lines run, without a label."""
    start, first = said.start or 0, said.first or 0
    width = reader.story.width
    return Column(
        first=start + first,
        start=start,
        limit=width - (said.end or 0) if width else 0,
        stops=stops_of(said.tabs, start, hangs=first < 0),
        tab=reader.work.styles.tab,
        reaches=reader.story.page is not None,
    )


def spacing_of(said: ParagraphFormat, ground: str = "") -> Spacing:
    """Give a paragraph's line spacing; `ground` is what it is set on if it has no fill."""
    rule, line = said.line_rule or "auto", said.line or SINGLE
    ground = colour(said.fill) or ground
    if rule in {"exact", "atLeast"}:
        return Spacing(rule, line / 20, ground)
    return Spacing("auto", round(line / SINGLE, 4), ground)


def tell_oddities(p: Element, look: ParagraphLook, reader: Reader) -> bool:
    """Tell of tabs and borders that can't be drawn, or are drawn otherwise, if there are any."""
    align = look.format.align or ""
    if align in SPREAD:
        names = {"effect": f"letters spread over the line ({align})"}
        reader.tell("pdf-east-asian-layout", p, stops=False, **names)
    tabs = {tab.kind for tab in look.format.tabs} & ODD_TABS
    for kind in tabs:
        reader.tell("pdf-tab-kind", p, kind=kind)
    borders = {border.side: border for border in look.format.borders}
    odd = [each for each in borders.values() if line_of(each) is not None and _is_odd(each)]
    for border in odd:
        missing = border.side in ODD_SIDES
        kind = border.side if missing else border.kind
        reader.tell("pdf-border-kind", p, stops=missing, kind=kind)
    return bool(tabs or odd or align in SPREAD)


def _is_odd(border: Border) -> bool:
    return border.side in ODD_SIDES or not is_plain(border.kind)


def _sides(borders: dict[str, Border]) -> Sides | None:
    top, bottom = line_of(borders.get("top")), line_of(borders.get("bottom"))
    start = line_of(borders.get("start") or borders.get("left"))
    end = line_of(borders.get("end") or borders.get("right"))
    if top or bottom or start or end:
        return Sides(top=top, end=end, bottom=bottom, start=start)
    return None
