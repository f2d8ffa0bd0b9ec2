"""`w:rPr` and `w:pPr` → what they say, unset where they say nothing (ECMA-376-1, 17.3)."""

from collections.abc import Callable
from typing import Any

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.measures import VAL, count, is_on, is_yes, number, points
from docgen.press.pdf.lowering.properties import (
    NO_PARAGRAPH,
    NO_RUN,
    ParagraphFormat,
    RunFormat,
    TabStop,
    border,
    shade,
)
from docgen.press.pdf.lowering.themes import Theme

EDGES = frozenset({"top", "left", "bottom", "right", "start", "end", "between", "bar"})
AUTOMATIC = 14.0  # the space that “auto” stands for, as browsers have it (17.3.1.5)
Said = dict[str, Any]


def run_format(element: Element | None, theme: Theme) -> RunFormat:
    """Read `w:rPr`; what no table here names says nothing about the layout, or is told as odd."""
    said: dict[str, Any] = {}
    for child in () if element is None else element:
        known = RUN_READERS.get(child.tag)
        if known is not None:
            said.update(known(child, theme))
    return RunFormat(**said) if said else NO_RUN


def paragraph_format(element: Element | None) -> ParagraphFormat:
    """Read `w:pPr`, without the look of its mark, its section and its tracked changes."""
    said: dict[str, Any] = {}
    for child in () if element is None else element:
        known = PARAGRAPH_READERS.get(child.tag)
        if known is not None:
            said.update(known(child))
    return ParagraphFormat(**said) if said else NO_PARAGRAPH


def _on(name: str) -> Callable[[Element, Theme], Said]:
    return lambda element, _: {name: is_on(element)}


def _as_is(name: str) -> Callable[[Element, Theme], Said]:
    return lambda element, _: {name: element.get(VAL)}


def _size(name: str) -> Callable[[Element, Theme], Said]:
    def read(element: Element, _: Theme) -> Said:
        found = points(element.get(VAL), 2)
        return {name: found} if found is not None and found > 0 else {}

    return read


def _fonts(element: Element, theme: Theme) -> Said:
    """Read `w:rFonts`; a font of the theme wins over a plain one beside it (17.3.2.26)."""
    said: Said = {}
    for name, plain, themed in (
        ("ascii", "ascii", "asciiTheme"),
        ("hansi", "hAnsi", "hAnsiTheme"),
        ("complex", "cs", "cstheme"),
    ):
        found = theme.font(element.get(w(themed), "")) or element.get(w(plain))
        if found:
            said[name] = found
    return said


def _colour(element: Element, theme: Theme) -> Said:
    found = element.get(VAL, "auto")
    if found == "auto":
        found = theme.colour(element.get(w("themeColor"), "")) or "auto"
    return {"colour": found}


def _language(element: Element, _: Theme) -> Said:
    said = {"language": element.get(VAL), "language_complex": element.get(w("bidi"))}
    return {name: value for name, value in said.items() if value and value.casefold() != "x-none"}


def _length(name: str, per_point: float = 20) -> Callable[[Element, Theme], Said]:
    return lambda element, _: {name: points(element.get(VAL), per_point)}


RUN_READERS: dict[str, Callable[[Element, Theme], Said]] = {
    w("rStyle"): _as_is("style"),
    w("rFonts"): _fonts,
    w("sz"): _size("size"),
    w("szCs"): _size("size_complex"),
    w("b"): _on("bold"),
    w("bCs"): _on("bold_complex"),
    w("i"): _on("italic"),
    w("iCs"): _on("italic_complex"),
    w("caps"): _on("caps"),
    w("smallCaps"): _on("small_caps"),
    w("strike"): _on("strike"),
    w("dstrike"): _on("double_strike"),
    w("vanish"): _on("vanish"),
    w("color"): _colour,
    w("u"): lambda element, _: {
        "underline": element.get(VAL, "single"),
        "underline_colour": element.get(w("color"), "auto"),
    },
    w("highlight"): _as_is("highlight"),
    w("shd"): lambda element, _: {"fill": shade(element)},
    w("vertAlign"): _as_is("script"),
    w("position"): _length("position", 2),
    w("spacing"): _length("tracking"),
    w("kern"): _length("kern", 2),
    w("lang"): _language,
    w("rtl"): _on("rtl"),
    w("cs"): _on("complex_script"),
}


def _spacing(element: Element) -> Said:
    """Read `w:spacing` of a paragraph (17.3.1.33)."""
    said: Said = {}
    for name in ("before", "after"):
        found = points(element.get(w(name)))
        if found is not None:
            said[name] = max(found, 0)
        if is_yes(element.get(w(f"{name}Autospacing"))):
            said[name] = AUTOMATIC
    line = number(element.get(w("line")))
    if line is not None and line > 0:
        said["line"] = min(line, 31680)
    rule = element.get(w("lineRule"))
    if rule is not None or "line" in said:
        said["line_rule"] = rule or "auto"
    return said


def _indents(element: Element) -> Said:
    """Read `w:ind`: left and right are start and end, as they turn with the direction."""
    said: Said = {}
    for name, keys in (("start", ("start", "left")), ("end", ("end", "right"))):
        found = next((p for key in keys if (p := points(element.get(w(key)))) is not None), None)
        if found is not None:
            said[name] = found
    hanging = points(element.get(w("hanging")))
    first = points(element.get(w("firstLine")))
    if hanging is not None:
        said["first"] = -hanging
    elif first is not None:
        said["first"] = first
    return said


def _tabs(element: Element) -> Said:
    found = ((points(tab.get(w("pos"))), tab) for tab in element)
    stops = (
        TabStop(at, tab.get(VAL, "left"), tab.get(w("leader"), "none"))
        for at, tab in found
        if at is not None
    )
    return {"tabs": tuple(stops)}


def _number(element: Element) -> Said:
    said: Said = {}
    numbering, level = element.find(w("numId")), element.find(w("ilvl"))
    if numbering is not None:
        said["numbering"] = numbering.get(VAL, "0")
    if level is not None:
        said["level"] = min(max(count(level.get(VAL)) or 0, 0), 8)
    return said


def _frame(element: Element) -> Said:
    pairs = ((str(name), str(value)) for name, value in element.items())
    return {"frame": tuple((name.rpartition("}")[2], value) for name, value in pairs)}


def _paragraph_on(name: str) -> Callable[[Element], Said]:
    return lambda element: {name: is_on(element)}


PARAGRAPH_READERS: dict[str, Callable[[Element], Said]] = {
    w("pStyle"): lambda element: {"style": element.get(VAL)},
    w("keepNext"): _paragraph_on("keep_next"),
    w("keepLines"): _paragraph_on("keep_lines"),
    w("pageBreakBefore"): _paragraph_on("break_before"),
    w("widowControl"): _paragraph_on("widows"),
    w("contextualSpacing"): _paragraph_on("contextual"),
    w("bidi"): _paragraph_on("rtl"),
    w("jc"): lambda element: {"align": element.get(VAL)},
    w("spacing"): _spacing,
    w("ind"): _indents,
    w("tabs"): _tabs,
    w("pBdr"): lambda element: {"borders": tuple(border(b) for b in element if _is_edge(b))},
    w("shd"): lambda element: {"fill": shade(element)},
    w("outlineLvl"): lambda element: {"outline": count(element.get(VAL))},
    w("numPr"): _number,
    w("framePr"): _frame,
}


def _is_edge(element: Element) -> bool:
    return element.tag.rpartition("}")[2] in EDGES
