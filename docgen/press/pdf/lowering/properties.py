"""What Word's properties say about characters and paragraphs, and which say so over others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.measures import VAL, number

Format = TypeVar("Format", bound="RunFormat | ParagraphFormat")


@dataclass(frozen=True, slots=True, eq=False)
class RunFormat:
    """What is said about characters; None: nothing. Sizes in points, colours `rrggbb` or `auto`.

    Names that end in `_complex` hold for letters of complex scripts (17.3.2.26).
    """

    style: str | None = None
    ascii: str | None = None
    hansi: str | None = None
    complex: str | None = None
    size: float | None = None
    size_complex: float | None = None
    bold: bool | None = None
    bold_complex: bool | None = None
    italic: bool | None = None
    italic_complex: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    strike: bool | None = None
    double_strike: bool | None = None
    vanish: bool | None = None
    colour: str | None = None
    underline: str | None = None
    underline_colour: str | None = None
    highlight: str | None = None
    fill: str | None = None
    script: str | None = None
    position: float | None = None
    tracking: float | None = None
    kern: float | None = None
    language: str | None = None
    language_complex: str | None = None
    rtl: bool | None = None
    complex_script: bool | None = None


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop as Word says it; the kind `clear` takes one away."""

    at: float
    kind: str
    leader: str


@dataclass(frozen=True, slots=True)
class Border:
    """One side's border: kind as Word names it, width and distance in points."""

    side: str
    kind: str
    width: float
    space: float
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphFormat:
    """What is said about a paragraph; None: nothing. `first` is below 0 where it hangs.

    `tabs` and `borders` add to those below; `numbering` None says nothing, `0` no number.
    """

    style: str | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    break_before: bool | None = None
    widows: bool | None = None
    contextual: bool | None = None
    rtl: bool | None = None
    align: str | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    line_rule: str | None = None
    start: float | None = None
    end: float | None = None
    first: float | None = None
    tabs: tuple[TabStop, ...] = ()
    borders: tuple[Border, ...] = ()
    fill: str | None = None
    outline: int | None = None
    numbering: str | None = None
    level: int | None = None
    frame: tuple[tuple[str, str], ...] | None = None


NO_RUN, NO_PARAGRAPH = RunFormat(), ParagraphFormat()
ADDING = frozenset({"tabs", "borders"})
NAMES: Mapping[type[object], tuple[str, ...]] = {
    RunFormat: tuple(each.name for each in fields(RunFormat)),
    ParagraphFormat: tuple(each.name for each in fields(ParagraphFormat)),
}


def laid_over(lower: Format, upper: Format) -> Format:
    """Lay what `upper` says over what `lower` says."""
    said = {key: value for key, value in _items(upper) if value is not None and value != ()}
    for adding in ADDING & said.keys():
        said[adding] = (*getattr(lower, adding), *said[adding])
    return replace(lower, **said) if said else lower


def _items(upper: object) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(upper, name)) for name in NAMES[type(upper)])


def border(element: Element) -> Border:
    """Read one side of `w:pBdr`, `w:tblBorders` or `w:tcBorders` (17.3.4)."""
    return Border(
        element.tag.rpartition("}")[2],
        element.get(VAL, "none"),
        min(max(number(element.get(w("sz"))) or 0, 0), 96) / 8,
        min(max(number(element.get(w("space"))) or 0, 0), 31),
        element.get(w("color"), "auto"),
    )


def shade(element: Element) -> str:
    """Give a shading's colour; a solid pattern shows its foreground, no pattern the ground."""
    if element.get(VAL) == "solid":
        return element.get(w("color"), "auto")
    return element.get(w("fill"), "auto")
