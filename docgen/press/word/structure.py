"""The tags of a part, in order → how they open and close, and which would lose text or cross."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paragraphs import BOX, ROW, Paragraph, atoms_of
from docgen.press.word.names import Scope, loop_scope
from docgen.press.word.syntax import Problem, Said
from docgen.press.word.tags import Tag

UNITS = {"p": "paragraph", "tr": "table row"}
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
    """An open if or for: its word, who opened it, what holds it, the names inside."""

    word: str
    opener: Found
    holder: Element | None
    scope: Scope


@dataclass(slots=True)
class Blocks:
    """The blocks that are open at a tag."""

    stack: list[Block] = field(default_factory=list)

    @property
    def scope(self) -> Scope:
        """Give the names that loops have given so far."""
        return self.stack[-1].scope if self.stack else {}

    def meet(self, found: Found) -> Iterator[Problem]:
        """Open, close or turn a block."""
        word = found.said.word if found.said else ""
        if found.said and word in {"if", "for"}:
            yield from self._open(found, found.said)
        elif word in {"elif", "else"}:
            yield from self._matches(found, "if" if word == "elif" else "")
        elif word in {"endif", "endfor"}:
            yield from self._matches(found, word.removeprefix("end"))
            if self.stack:
                self.stack.pop()

    def left_open(self) -> Iterator[tuple[Found, Problem]]:
        """Tell of the blocks that nothing closes."""
        for block in self.stack:
            level = block.opener.tag.level
            names = {"ending": f"{{%{level} end{block.word} %}}", "unit": UNITS[level]}
            yield block.opener, ("word-block-open", names)

    def _open(self, found: Found, said: Said) -> Iterator[Problem]:
        scope = loop_scope(said, self.scope) if said.word == "for" else self.scope
        self.stack.append(Block(said.word, found, _holder(found), scope))
        if len(self.stack) > DEEPEST:
            yield "word-nested-too-much", {"limit": str(DEEPEST)}

    def _matches(self, found: Found, word: str) -> Iterator[Problem]:
        block = self.stack[-1] if self.stack else None
        if block is None or (word and block.word != word):
            yield "word-block-end", {}
        elif block.holder is not _holder(found) or block.opener.tag.level != found.tag.level:
            yield "word-block-crosses", {"opened": block.opener.tag.text}


def alone(found: Found) -> Iterator[Problem]:
    """Tell what a structural tag would take away with its paragraph or row."""
    level, element = found.tag.level, found.paragraph.element
    unit = {"unit": UNITS.get(level, "")}
    row = row_of(element)
    if level == "tr" and row is None:
        yield "word-row-tag-outside-table", {}
        return
    beside = _beside(found, row if level == "tr" else None)
    if "{%" in beside:
        yield "word-two-tags", unit
    elif beside.strip():
        yield "word-text-beside-tag", unit
    if level == "p" and element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        yield "word-section-beside-tag", {}


def row_of(element: Element) -> Element | None:
    """Give the table row that a paragraph stands in, if no text box lies between."""
    above = next(element.iterancestors(ROW, BOX), None)
    return None if above is None or above.tag == BOX else above


def _beside(found: Found, row: Element | None) -> str:
    tag, own = found.tag, found.paragraph
    rest = own.text[: tag.start] + own.text[tag.end :]
    if row is None:
        return rest
    others = (e for e in row.iter(w("p")) if e is not own.element)
    return rest + "".join(atom.text for other in others for atom in atoms_of(other))


def _holder(found: Found) -> Element | None:
    element = found.paragraph.element
    unit = row_of(element) if found.tag.level == "tr" else element
    return None if unit is None else unit.getparent()
