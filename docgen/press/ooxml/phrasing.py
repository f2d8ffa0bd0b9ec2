"""A paragraph's runs → its pieces: words in one look, objects whole, links and controls around."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.press.ooxml.fields import INSTRUCTIONS, SIGN
from docgen.press.ooxml.heal import look_of, shown
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.paragraphs import RUN, TEXT

CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
PROPERTIES = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"})
CLEAR = frozenset({"smartTag", "customXml", "sdtContent"})
MARKS = frozenset({"bookmarkStart", "bookmarkEnd", "permStart", "permEnd"})
LINK = ["HYPERLINK"]


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """An element that stands in a run, or beside runs (`run` is None)."""

    element: Element
    run: Element | None
    holders: tuple["Holder", ...] = ()

    @property
    def turn(self) -> str:
        """Tell whether a field begins, parts or ends here."""
        return self.element.get(w("fldCharType"), "") if self.element.tag == SIGN else ""


@dataclass(frozen=True, slots=True, eq=False)
class Holder:
    """What stands around words: a link or control (`shell`), or the two ends of a field."""

    shell: Element | None = None
    head: tuple[Thing, ...] = ()
    tail: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Words in one look, or an object; `holders` from the outermost.

    `key` tells looks apart; None is that of blanks, which take any.
    """

    text: str
    run: Element | None = None
    key: str | None = None
    holders: tuple[Holder, ...] = ()
    things: tuple[Thing, ...] = ()


def pieces_in(paragraph: Element) -> list[Piece]:
    """Give the pieces of a paragraph in order; neighbours that look alike are one."""
    return joined(_pieces(list(_things(paragraph, ()))))


def joined(pieces: Iterator[Piece] | Sequence[Piece]) -> list[Piece]:
    """Join neighbours in one look."""
    out: list[Piece] = []
    for piece in pieces:
        if out and _alike(out[-1], piece):
            out[-1] = replace(out[-1], text=out[-1].text + piece.text)
        elif piece.text or piece.things:
            out.append(piece)
    return out


def _alike(one: Piece, other: Piece) -> bool:
    if one.things or other.things:
        return False
    return one.key == other.key and one.holders == other.holders


def _things(element: Element, holders: tuple[Holder, ...]) -> Iterator[Thing]:
    for child in element:
        name = local(child)
        if name in PROPERTIES or name in MARKS:
            continue
        if child.tag == RUN:
            yield from (Thing(e, child, holders) for e in child if local(e) not in PROPERTIES)
        elif name in CLEAR:
            yield from _things(child, holders)
        elif _holds_words(child, name):
            yield from _things(child, (*holders, Holder(child)))
        else:
            yield Thing(child, None, holders)


def _holds_words(element: Element, name: str) -> bool:
    if name == "sdt":
        return not any(local(each) == "checkbox" for each in element.iter())
    return name == "hyperlink" or element.get(w("instr"), "").split()[:1] == LINK


def _pieces(things: Sequence[Thing]) -> Iterator[Piece]:
    at = 0
    while at < len(things):
        end = _end_of_field(things, at)
        yield from _of_field(things[at : end + 1]) if end > at else (_piece(things[at]),)
        at = end + 1


def _end_of_field(things: Sequence[Thing], at: int) -> int:
    """Give where the field ends that begins here; where none does, here."""
    depth = 0
    for number in range(at, len(things)):
        depth += {"begin": 1, "end": -1}.get(things[number].turn, 0)
        if depth <= 0:
            return number if things[number].holders == things[at].holders else at
    return at


def _of_field(whole: Sequence[Thing]) -> Iterator[Piece]:
    """Give a field as one object, the words of one that links as words."""
    holders = whole[0].holders
    turns = [thing.turn for thing in whole]
    parted = turns.index("separate") if "separate" in turns else len(whole) - 1
    said = "".join(each.element.text or "" for each in whole[:parted] if _instructs(each))
    if said.split()[:1] != LINK:
        yield Piece("", holders=holders, things=tuple(whole))
        return
    link = Holder(None, tuple(whole[: parted + 1]), tuple(whole[-1:]))
    deep = len(holders)
    inner = whole[parted + 1 : -1]
    yield from _pieces([replace(e, holders=(*holders, link, *e.holders[deep:])) for e in inner])


def _instructs(thing: Thing) -> bool:
    return thing.element.tag in INSTRUCTIONS


def _piece(thing: Thing) -> Piece:
    text = _text(thing.element)
    if thing.run is None or text is None:
        return Piece("", holders=thing.holders, things=(thing,))
    return Piece(text, thing.run, look_of(thing.run), thing.holders)


def _text(element: Element) -> str | None:
    """Give what a child of a run is in a message; None for an object."""
    name = local(element)
    if element.tag == TEXT:
        return shown(element)
    if name == "br":
        return "\n" if element.get(w("type"), "textWrapping") == "textWrapping" else None
    return CHARACTERS.get(name)
