"""The bytes of the styles part → defaults and styles, each as what it says itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.measures import is_yes, value_of
from docgen.press.pdf.lowering.properties import (
    NO_PARAGRAPH,
    NO_RUN,
    ParagraphFormat,
    RunFormat,
)
from docgen.press.pdf.lowering.reading import paragraph_format, run_format
from docgen.press.pdf.lowering.themes import Theme

DEEPEST = 100  # styles based on one another; Word's own stop far before


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """What a style itself says; a table style's conditions by their names (17.7.6)."""

    key: str
    kind: str
    name: str
    based_on: str
    paragraph: ParagraphFormat
    run: RunFormat
    element: Element
    conditions: Mapping[str, tuple[ParagraphFormat, RunFormat]] = field(default_factory=dict)


Chain = tuple[Style, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles by their ids, the default of each kind, and what holds under all of them."""

    styles: Mapping[str, Style]
    defaults: Mapping[str, str]
    paragraph: ParagraphFormat = NO_PARAGRAPH
    run: RunFormat = NO_RUN

    def chain(self, key: str, kind: str) -> Chain:
        """Give a style under those that rest on it, the lowest first; the default if unknown."""
        found = self.styles.get(key)
        if found is None or found.kind != kind:
            found = self.styles.get(self.defaults.get(kind, ""))
        chain: dict[str, Style] = {}
        while found is not None and found.key not in chain and len(chain) < DEEPEST:
            chain[found.key] = found
            found = self.styles.get(found.based_on)
        return tuple(reversed(chain.values()))


def sheet_of(data: bytes, theme: Theme) -> Sheet:
    """Read the styles part (17.7)."""
    if not data:
        return Sheet({}, {})
    root = markup.parse(data)
    elements = list(root.iterchildren(w("style")))
    styles = [_style(element, theme) for element in elements]
    defaults = {
        style.kind: style.key
        for element, style in zip(elements, styles, strict=True)
        if is_yes(element.get(w("default")))
    }
    return Sheet(
        {style.key: style for style in styles},
        defaults,
        paragraph_format(_below(root, "docDefaults", "pPrDefault", "pPr")),
        run_format(_below(root, "docDefaults", "rPrDefault", "rPr"), theme),
    )


def _style(element: Element, theme: Theme) -> Style:
    conditions = {
        each.get(w("type"), ""): _said(each, theme)
        for each in element.iterchildren(w("tblStylePr"))
    }
    paragraph, run = _said(element, theme)
    return Style(
        key=element.get(w("styleId"), ""),
        kind=element.get(w("type"), "paragraph"),
        name=(value_of(element, "name") or "").casefold(),
        based_on=value_of(element, "basedOn") or "",
        paragraph=paragraph,
        run=run,
        element=element,
        conditions=conditions,
    )


def _said(element: Element, theme: Theme) -> tuple[ParagraphFormat, RunFormat]:
    return paragraph_format(element.find(w("pPr"))), run_format(element.find(w("rPr")), theme)


def _below(element: Element, *names: str) -> Element | None:
    found: Element | None = element
    for name in names:
        found = None if found is None else found.find(w(name))
    return found
