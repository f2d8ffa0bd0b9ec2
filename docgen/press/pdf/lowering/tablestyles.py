"""`w:tblPr` and `w:tcPr`, of tables and of their styles → what they say of borders and margins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from docgen.press.ooxml.names import Element, local, w
from docgen.press.pdf.lowering.kept import LONGEST, keep
from docgen.press.pdf.lowering.measures import VAL, count, is_on, points, value_of
from docgen.press.pdf.lowering.properties import Border, border, shade
from docgen.press.pdf.lowering.styles import Styles

LOGICAL = {"left": "start", "right": "end"}
MARGINS = {"top": 0.0, "start": 5.4, "bottom": 0.0, "end": 5.4}  # LibreOffice's; Word's are 5.75
SHADE, PLACE, BORDERS, CELL_MARGINS = w("shd"), w("vAlign"), w("tcBorders"), w("tcMar")
SAYING = {SHADE, PLACE, BORDERS, CELL_MARGINS}
LOOKS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(frozen=True, slots=True, eq=False)
class CellFormat:
    """What is said of a cell; sides are `top`, `end`, `bottom`, `start`, `insideH`, `insideV`."""

    fill: str | None = None
    place: str | None = None
    borders: Mapping[str, Border] = field(default_factory=dict)
    margins: Mapping[str, float] = field(default_factory=dict)

    def under(self, upper: "CellFormat") -> "CellFormat":
        """Lay what another says over it."""
        return CellFormat(
            upper.fill if upper.fill is not None else self.fill,
            upper.place if upper.place is not None else self.place,
            {**self.borders, **upper.borders},
            {**self.margins, **upper.margins},
        )


PLAIN = CellFormat()
MOST_KEPT = 1_000
_kept: dict[bytes, CellFormat] = {}


@dataclass(frozen=True, slots=True, eq=False)
class TableFormat:
    """What holds for a table: by its styles, then by itself.

    `cells` is what its styles say of cells, by condition (`""`: of all); `bands` how many rows and
    columns a band has.
    """

    style: str = ""
    indent: float = 0
    align: str = "start"
    borders: Mapping[str, Border] = field(default_factory=dict)
    margins: Mapping[str, float] = field(default_factory=lambda: MARGINS)
    cells: Mapping[str, CellFormat] = field(default_factory=dict)
    bands: tuple[int, int] = (1, 1)
    looks: frozenset[str] = frozenset()
    rtl: bool = False


def table_format(properties: Element | None, styles: Styles) -> TableFormat:
    """Read a table's own properties over those of its style."""
    style = value_of(properties, "tblStyle") or ""
    styled = _styled(styles, style)
    if properties is None:
        return styled
    key = etree.tostring(properties, with_tail=False)
    found = styles.recalled.get(key)
    if isinstance(found, TableFormat):
        return found
    made = _own(styled, properties)
    if len(key) <= LONGEST:
        keep(styles.recalled, key, made)
    return made


def _own(styled: TableFormat, properties: Element) -> TableFormat:
    own = replace(_over(styled, properties), looks=_looks(properties.find(w("tblLook"))))
    mirrored = properties.find(w("bidiVisual"))
    return replace(own, rtl=mirrored is not None and is_on(mirrored))


def excepted(table: TableFormat, row: Element) -> TableFormat:
    """Lay over a table what one of its rows says otherwise (17.4.60)."""
    exceptions = row.find(w("tblPrEx"))
    return table if exceptions is None else _over(table, exceptions)


def cell_format(properties: Element | None) -> CellFormat:
    """Read `w:tcPr`."""
    if properties is None:
        return PLAIN
    said = {child.tag: child for child in properties}
    if not SAYING & said.keys():
        return PLAIN
    key = etree.tostring(properties, with_tail=False)
    found = _kept.get(key)
    if found is not None:
        return found
    made = _said(said, properties)
    return keep(_kept, key, made, MOST_KEPT) if len(key) <= LONGEST else made


def _said(said: Mapping[str, Element], properties: Element) -> CellFormat:
    fill = said.get(SHADE)
    return CellFormat(
        None if fill is None else shade(fill),
        value_of(properties, "vAlign"),
        _borders(said.get(BORDERS)),
        _margins(said.get(CELL_MARGINS)),
    )


@lru_cache(maxsize=256)
def _styled(styles: Styles, style: str) -> TableFormat:
    made = TableFormat(style)
    for element in styles.table_styles(style):
        properties = element.find(w("tblPr"))
        if properties is not None:
            made = _over(made, properties)
        made = replace(made, cells=_conditions(made.cells, element))
    return made


def _conditions(below: Mapping[str, CellFormat], style: Element) -> Mapping[str, CellFormat]:
    """Lay what a style says of cells, in all and on conditions, over what is below."""
    laid = dict(below)
    for each in (style, *style.iterchildren(w("tblStylePr"))):
        condition = "" if each is style else each.get(w("type"), "")
        upper = cell_format(each.find(w("tcPr")))
        laid[condition] = laid.get(condition, PLAIN).under(upper)
    return laid


def _over(below: TableFormat, properties: Element) -> TableFormat:
    indent = properties.find(w("tblInd"))
    own = None if indent is None else _width(indent)
    rows, columns = (
        count(value_of(properties, f"tblStyle{each}BandSize")) for each in ("Row", "Col")
    )
    return replace(
        below,
        indent=below.indent if own is None else own,
        align=value_of(properties, "jc") or below.align,
        borders={**below.borders, **_borders(properties.find(w("tblBorders")))},
        margins={**below.margins, **_margins(properties.find(w("tblCellMar")))},
        bands=(max(rows or below.bands[0], 1), max(columns or below.bands[1], 1)),
    )


def _looks(element: Element | None) -> frozenset[str]:
    """Give which parts of its style a table shows; Word writes it twice (17.4.55)."""
    if element is None:
        return frozenset()
    bits = _bits(element.get(VAL, ""))
    named = {name: element.get(w(name)) for name in LOOKS}
    return frozenset(
        name
        for name, bit in LOOKS.items()
        if (bits & bit if named[name] is None else named[name] in {"1", "true", "on"})
    )


def _bits(value: str) -> int:
    try:
        return int(value[:8], 16)
    except ValueError:
        return 0


def _borders(element: Element | None) -> Mapping[str, Border]:
    return {_side(each): border(each) for each in _children(element)}


def _margins(element: Element | None) -> Mapping[str, float]:
    found = ((_side(each), _width(each)) for each in _children(element))
    return {side: max(width, 0) for side, width in found if width is not None}


def _children(element: Element | None) -> Iterable[Element]:
    return () if element is None else element


def _side(element: Element) -> str:
    return LOGICAL.get(local(element), local(element))


def _width(element: Element) -> float | None:
    """Read a width in twentieths of a point; one of another kind says nothing (17.4.87)."""
    kind = element.get(w("type"), "dxa")
    return points(element.get(w("w"))) if kind in {"dxa", "nil"} else None
