"""A short paragraph → what tells translators where it stands: its column's heading, its style."""

from collections.abc import Mapping

from docgen.press.ooxml import markup
from docgen.press.ooxml.columns import span_of
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.paragraphs import BOX, CELL, ROW, TABLE, TEXT
from docgen.press.ooxml.relations import relations_of

DEFAULT = ""
"""The key under which the name of the usual paragraph style is kept."""


def style_names(package: Package) -> dict[str, str]:
    """Give the names of a file's paragraph styles by their keys."""
    related = relations_of(package.members, package.main)
    member = next((e.target for e in related if e.kind == "styles"), "")
    tree = markup.parse(package.members[member]) if member in package.members else None
    named: dict[str, str] = {}
    for style in () if tree is None else tree.iter(w("style")):
        if style.get(w("type")) == "paragraph":
            name = style.find(w("name"))
            key = style.get(w("styleId"), "")
            named[key] = key if name is None else name.get(w("val"), key)
            if style.get(w("default")) in {"1", "true", "on"}:
                named[DEFAULT] = named[key]
    return named


def context_of(paragraph: Element, styles: Mapping[str, str]) -> str:
    """Give the words that head a paragraph's column of its table, else the name of its style."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    key = DEFAULT if style is None else style.get(w("val"), DEFAULT)
    return _heading(paragraph) or styles.get(key, key)


def _heading(paragraph: Element) -> str:
    cell = next(paragraph.iterancestors(CELL, BOX), None)
    row = None if cell is None or cell.tag == BOX else next(cell.iterancestors(ROW), None)
    table = None if row is None else next(row.iterancestors(TABLE), None)
    first = None if table is None else next(table.iter(ROW), None)
    if cell is None or row is None or first is None or first is row or _is_shown(first):
        return ""
    at = sum(map(span_of, _cells(row)[: _cells(row).index(cell)]))
    return _cell_at(first, at)


def _is_shown(row: Element) -> bool:
    """Tell a row with a picture, as in papers for easy readers: it heads no columns."""
    return next(row.iter(w("drawing")), None) is not None


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row]


def _cell_at(row: Element, at: int) -> str:
    """Give the words of the cell that stands over a column of the grid."""
    over = 0
    for cell in _cells(row):
        over += span_of(cell)
        if at < over:
            return " ".join("".join(text.text or "" for text in cell.iter(TEXT)).split())
    return ""
