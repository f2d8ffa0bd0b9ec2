"""A tagged PDF → its paragraphs, headings and cells in reading order, each with its words.

The structure (ISO 32000-1, 14.7) says which pieces of marked content belong to an element;
`pages.py` says which words stand in a piece.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from docgen.model.pages import Boxed, Part
from docgen.press.pdf.apart import resolved, structure_of
from docgen.press.pdf.pages import word_boxes

INLINE = frozenset(
    {"Span", "Link", "Strong", "Em", "Reference", "Quote", "Code", "Annot", "Form", "Lbl"}
)
"""Tags inside a line: their words are those of the element that holds them."""
Piece = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """What the structure refers to: pages by their objects, roles of tags, words by piece."""

    pages: Mapping[int, int]
    roles: Mapping[str, str]
    words: Mapping[Piece, tuple[Boxed, ...]]
    tables: "count[int]" = field(default_factory=lambda: count(1))

    def kind(self, element: DictionaryObject) -> str:
        """Give an element's tag, or what its own name for it stands for."""
        name = str(element.get("/S", ""))[1:]
        return self.roles.get(name, name)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an element: tags, the page it begins on, the table."""

    within: tuple[str, ...] = ()
    page: int = 0
    table: int = 0


def parts_of(pdf: bytes) -> tuple[Part, ...]:
    """Give all that bears words, in the order in which it is read aloud; () without tags."""
    reader = PdfReader(BytesIO(pdf))
    root = structure_of(reader)
    pages = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, 1)
        if page.indirect_reference
    }
    roles = resolved(root.get("/RoleMap")) or DictionaryObject()
    named = {str(name)[1:]: str(role)[1:] for name, role in roles.items()}
    reading = Reading(pages, named, _by_piece(word_boxes(pdf)))
    return tuple(part for kid in _kids(root) for part in _parts(kid, Around(), reading))


def _parts(kid: PdfObject, around: Around, reading: Reading) -> Iterator[Part]:
    """Give an element's own words, then the elements in it."""
    element = resolved(kid)
    if element is None or "/S" not in element:
        return
    kind = reading.kind(element)
    table = next(reading.tables) if kind == "Table" and not around.table else around.table
    inner = Around((*around.within, kind), _page(element, around.page, reading), table)
    words = tuple(_own(element, inner.page, reading))
    if words:
        yield Part(kind, words, around.within, table)
    for below in _blocks(element, reading):
        yield from _parts(below, inner, reading)


def _own(element: DictionaryObject, page: int, reading: Reading) -> Iterator[Boxed]:
    """Give the words of an element and of what stands in its lines."""
    for kid in _kids(element):
        below = resolved(kid)
        if below is None:
            yield from reading.words.get((page, int(str(kid))), ())
        elif "/MCID" in below:
            where = _page(below, page, reading)
            yield from reading.words.get((where, int(str(below["/MCID"]))), ())
        elif reading.kind(below) in INLINE:
            yield from _own(below, _page(below, page, reading), reading)


def _blocks(element: DictionaryObject, reading: Reading) -> Iterator[PdfObject]:
    """Give the blocks in an element, those inside its lines too: a note, a picture's caption."""
    for kid in _kids(element):
        below = resolved(kid)
        if below is not None and reading.kind(below) in INLINE:
            yield from _blocks(below, reading)
        elif below is not None:
            yield kid


def _page(element: DictionaryObject, page: int, reading: Reading) -> int:
    where = element.raw_get("/Pg") if "/Pg" in element else None
    return reading.pages.get(where.idnum, page) if isinstance(where, IndirectObject) else page


def _kids(element: DictionaryObject) -> Sequence[PdfObject]:
    kids = element.get("/K", ArrayObject())
    return list(kids) if isinstance(kids, ArrayObject) else [kids]


def _by_piece(words: tuple[Boxed, ...]) -> Mapping[Piece, tuple[Boxed, ...]]:
    found: dict[Piece, list[Boxed]] = defaultdict(list)
    for word in words:
        found[word.page, word.piece].append(word)
    return {piece: tuple(inside) for piece, inside in found.items()}
