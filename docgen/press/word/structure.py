"""The tags of a part, in order → how they open and close, and which would lose text or cross."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paragraphs import BOX, CELL, ROW, Paragraph, atoms_of
from docgen.press.word.judging import Problem
from docgen.press.word.names import Scope, loop_scope, set_scope
from docgen.press.word.syntax import Said
from docgen.press.word.tags import Tag

UNITS = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A tag where it stands: its paragraph, its place in words, and what it says if it is right."""

    tag: Tag
    paragraph: Paragraph
    place: str
    said: Said | None


@dataclass(frozen=True, slots=True)
class Block:
    """An open if or for: its word, who opened it, what holds it, the names around it."""

    word: str
    opener: Found
    holder: object
    before: Scope


@dataclass(slots=True)
class Blocks:
    """The blocks that are open at a tag, and the names that loops and set tags have given."""

    stack: list[Block] = field(default_factory=list)
    scope: Scope = field(default_factory=dict)

    def meet(self, found: Found) -> Iterator[Problem]:
        """Open, close or turn a block; keep a name that is set."""
        word = found.said.word if found.said else ""
        if found.said and word in {"if", "for"}:
            yield from self._open(found, found.said)
        elif found.said and word == "set":
            self.scope = set_scope(found.said, self.scope)
        elif word in {"elif", "else"}:
            yield from self._matches(found, "if" if word == "elif" else "")
        elif word in {"endif", "endfor"}:
            yield from self._matches(found, word.removeprefix("end"))
            if self.stack:
                closed = self.stack.pop()
                self.scope = closed.before if closed.word == "for" else self.scope

    def left_open(self) -> Iterator[tuple[Found, Problem]]:
        """Tell of the blocks that nothing closes."""
        for block in self.stack:
            level = block.opener.tag.level
            names = {
                "ending": f"{{%{level} end{block.word} %}}",
                "unit": UNITS.get(level, "sentence"),
            }
            yield block.opener, ("word-block-open", names)

    def _open(self, found: Found, said: Said) -> Iterator[Problem]:
        self.stack.append(Block(said.word, found, _holder(found), self.scope))
        if said.word == "for":
            self.scope = loop_scope(said, self.scope)
        if len(self.stack) > DEEPEST:
            yield "word-nested-too-much", {"limit": str(DEEPEST)}

    def _matches(self, found: Found, word: str) -> Iterator[Problem]:
        block = self.stack[-1] if self.stack else None
        if block is None or (word and block.word != word):
            yield "word-block-end", {}
        elif block.holder != _holder(found) or block.opener.tag.level != found.tag.level:
            yield "word-block-crosses", {"opened": block.opener.tag.text}


def alone(found: Found) -> Iterator[Problem]:
    """Tell what a structural tag would take away with its paragraph, cell or row."""
    level, element = found.tag.level, found.paragraph.element
    unit = {"unit": UNITS.get(level, "")}
    around = _around(found)
    if around is None:
        yield "word-row-tag-outside-table", {}
        return
    beside = _beside(found, around)
    if "{%" in beside:
        yield "word-two-tags", unit
    elif beside.strip():
        yield "word-text-beside-tag", unit
    if level == "p" and element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        yield "word-section-beside-tag", {}


def taken_by(found: Found) -> Element | None:
    """Give what goes with a structural tag: its paragraph, table cell or row."""
    return _around(found) if found.tag.level in UNITS else None


def _around(found: Found) -> Element | None:
    element = found.paragraph.element
    kind = {"tr": ROW, "tc": CELL}.get(found.tag.level)
    return element if kind is None else _above(element, kind)


def _above(element: Element, kind: str) -> Element | None:
    above = next(element.iterancestors(kind, BOX), None)
    return None if above is None or above.tag == BOX else above


def _beside(found: Found, around: Element) -> str:
    tag, own = found.tag, found.paragraph
    rest = own.text[: tag.start] + own.text[tag.end :]
    others = (e for e in around.iter(w("p")) if e is not own.element and around is not own.element)
    return rest + "".join(atom.text for other in others for atom in atoms_of(other))


def _holder(found: Found) -> object:
    """Give what a tag's block must begin and end in.

    For a tag within a sentence that is any place of the same kind, as docxtpl has it: the names
    of all that lies around it.
    """
    if found.tag.level in {"", "r"}:
        return tuple(above.tag for above in found.paragraph.element.iterancestors())
    unit = _around(found)
    return None if unit is None else unit.getparent()
