"""A tree of a part → its paragraphs in reading order, each as atoms with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docgen.press.ooxml.names import Element, local, w

Kind = Literal["text", "tab", "break", "object"]

PARAGRAPH, RUN, TEXT, BOX = w("p"), w("r"), w("t"), w("txbxContent")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
OBJECT = "\ufffc"
SIGNS: dict[str, tuple[Kind, str]] = {
    "tab": ("tab", "\t"),
    "ptab": ("tab", "\t"),
    "br": ("break", "\n"),
    "cr": ("break", "\n"),
    "noBreakHyphen": ("object", "\u2011"),
    "softHyphen": ("object", "\u00ad"),
    "sym": ("object", OBJECT),
    "drawing": ("object", OBJECT),
    "pict": ("object", OBJECT),
    "object": ("object", OBJECT),
    "fldChar": ("object", OBJECT),
    "instrText": ("object", OBJECT),
    "footnoteReference": ("object", OBJECT),
    "endnoteReference": ("object", OBJECT),
    "commentReference": ("object", OBJECT),
    "footnoteRef": ("object", OBJECT),
    "endnoteRef": ("object", OBJECT),
    "separator": ("object", OBJECT),
    "continuationSeparator": ("object", OBJECT),
    "pgNum": ("object", OBJECT),
}
HOLLOW = frozenset({"txbxContent", "pPr", "rPr", "sdtPr", "sdtEndPr", "tabs", "fldData", "delText"})


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest piece of a paragraph; an `object` is a picture, field or note reference."""

    kind: Kind
    text: str
    element: Element


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `where` says `body`, `table 1 row 2 column 3`, `header` and so on."""

    element: Element
    where: str
    atoms: tuple[Atom, ...]

    @property
    def text(self) -> str:
        """Give all its text; an object counts as one character."""
        return "".join(atom.text for atom in self.atoms)

    @property
    def words(self) -> str:
        """Give what a reader sees of its text."""
        return self.text.replace(OBJECT, "")


def paragraphs_of(root: Element, story: str) -> Iterator[Paragraph]:
    """Give the paragraphs of a part, those of a text box after the one that anchors it."""
    places = _Places(story)
    for element in root.iter(PARAGRAPH):
        yield Paragraph(element, places.of(element), tuple(atoms_of(element)))


def spoken_in(root: Element, story: str) -> Iterator[tuple[str, str]]:
    """Give the place and the words of each paragraph, as `paragraphs_of` does, without the rest."""
    places = _Places(story)
    for element in root.iter(PARAGRAPH):
        pieces: list[str] = []
        _collect(element, pieces)
        yield places.of(element), "".join(pieces).replace(OBJECT, "")


def _collect(element: Element, pieces: list[str]) -> None:
    """Take in the words of a paragraph, in the order of its atoms."""
    for child in element:
        name = local(child)
        if name in HOLLOW:
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name in SIGNS:
            pieces.append(_sign(name, child).text)
        if len(child):
            _collect(child, pieces)


def atoms_of(element: Element) -> Iterator[Atom]:
    """Give the atoms of a paragraph, not those of text boxes inside it."""
    for child in element:
        name = local(child)
        if name in HOLLOW:
            continue
        if name == "t":
            yield Atom("text" if child.tag == TEXT else "object", child.text or "", child)
        elif name in SIGNS:
            yield _sign(name, child)
        if len(child):
            yield from atoms_of(child)


def _sign(name: str, element: Element) -> Atom:
    kind, text = SIGNS[name]
    if name == "br" and element.get(w("type"), "textWrapping") != "textWrapping":
        return Atom("object", OBJECT, element)
    return Atom(kind, text, element)


class _Places:
    """Names where paragraphs stand, counting tables, rows and cells from 1 as a reader does."""

    def __init__(self, story: str) -> None:
        self._story = story
        self._names: dict[Element, str] = {}
        self._tables: dict[Element | None, int] = {}
        self._ranks: dict[Element, int] = {}

    def of(self, element: Element) -> str:
        """Name the place of an element."""
        above = next(element.iterancestors(CELL, BOX), None)
        if above is None:
            return self._story
        if above not in self._names:
            self._names[above] = "text box" if above.tag == BOX else self._cell(above)
        return self._names[above]

    def _cell(self, cell: Element) -> str:
        row = next(cell.iterancestors(ROW), None)
        table = None if row is None else next(row.iterancestors(TABLE), None)
        if row is None or table is None:  # a cell outside of a table, as no Word file has it
            return self._story
        outer = self.of(table)
        spot = f"{self._table(table)} row {self._rank(row, table)} column {self._rank(cell, row)}"
        return spot if outer == "body" else f"{outer} {spot}"

    def _table(self, table: Element) -> str:
        if table not in self._names:
            inside = next(table.iterancestors(CELL, BOX), None)
            self._tables[inside] = self._tables.get(inside, 0) + 1
            self._names[table] = f"table {self._tables[inside]}"
        return self._names[table]

    def _rank(self, element: Element, inside: Element) -> int:
        """Count an element among its like in a table or row, content controls looked through."""
        if element not in self._ranks:
            like = inside.iter(element.tag)
            own = (e for e in like if next(e.iterancestors(inside.tag)) is inside)
            self._ranks.update((e, number) for number, e in enumerate(own, 1))
        return self._ranks[element]
