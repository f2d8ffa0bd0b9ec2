"""A merged tree → the same as Word demands it: own numbers, no empty cells, no hollow tables."""

from collections.abc import Iterator

from docgen.press.ooxml import markup
from docgen.press.ooxml.columns import fit_grid
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.names import Element, w, wp

HOLDERS = tuple(w(name) for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote"))
BLOCKS = frozenset({w("p"), w("tbl"), w("sdt")})


def number(root: Element, numbers: Iterator[int]) -> None:
    """Give each drawing a number of its own; `numbers` count those of the whole document."""
    for drawing in root.iter(wp("docPr")):
        drawing.set("id", str(next(numbers)))


def repaired(xml: str, *, columns: bool = False) -> str:
    """Mend the text of a part, by reading it; with `columns` the grids of its tables as well."""
    root = markup.parse(xml)
    if columns:
        for table in root.iter(w("tbl")):
            fit_grid(table)
    repair(root)
    return markup.text_of(root)


def repair(root: Element) -> None:
    """Mend a tree in place."""
    for control in list(root.iter(w("sdtContent"))):
        if not len(control):
            _drop_control(control)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            drop(table)
        elif _touches_table(table):
            table.addnext(markup.element(w("p")))
    for holder in root.iter(*HOLDERS):
        _fill(holder)


def _drop_control(content: Element) -> None:
    control = content.getparent()
    if control is not None:
        drop(control)


def _touches_table(table: Element) -> bool:
    """Tell whether Word would run this table together with the next one."""
    after = table.getnext()
    return after is not None and after.tag == w("tbl")


def _fill(holder: Element) -> None:
    blocks = [child for child in holder if child.tag in BLOCKS]
    ends_well = bool(blocks) and (holder.tag != w("tc") or blocks[-1].tag == w("p"))
    if not ends_well:
        holder.append(markup.element(w("p")))
