"""Tags that print English values → the same tags printing the values of the reader's language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element
from docgen.press.ooxml.paragraphs import Paragraph, atoms_of, paragraphs_of
from docgen.press.word.shapes import OTHER
from docgen.press.word.syntax import parts_of
from docgen.press.word.tags import Tag, scan

Naming = Mapping[str, str]
"""The names that loops gave, and what the same is called among the reader's values."""
BESIDE = "__other"
WORDS = frozenset(
    {"if", "elif", "else", "endif", "endfor", "and", "or", "not", "in", "is", "loop"}
    | {"true", "false", "none", "True", "False", "None"}
)
AFTER = frozenset({".", "|"})


@dataclass(slots=True)
class _Loops:
    """The names of the loops that are open; `twofold` where they run over both languages."""

    twofold: bool
    open: list[str] = field(default_factory=list)

    @property
    def naming(self) -> Naming:
        return {name: name + BESIDE * self.twofold for name in self.open}

    def meet(self, tag: Tag) -> None:
        if is_loop(tag):
            self.open.append(_loop(tag)[0])
        elif tag.sign == "{%" and tag.body == "endfor":
            self.open.pop()


def tags_in(text: str) -> Iterator[Tag]:
    """Give the tags of a text that was healed."""
    return (item for item in scan(text) if isinstance(item, Tag))


def is_loop(tag: Tag) -> bool:
    """Tell whether a tag opens a loop."""
    return tag.sign == "{%" and tag.body.startswith("for ")


def in_loops(root: Element, story: str, *, twofold: bool) -> Iterator[tuple[Paragraph, Naming]]:
    """Give each paragraph of a healed part with the names that the loops around it gave."""
    loops = _Loops(twofold)
    for paragraph in list(paragraphs_of(root, story)):
        yield paragraph, loops.naming
        for tag in tags_in(paragraph.text):
            loops.meet(tag)


def texts_of(paragraph: Element) -> list[Element]:
    """Give the texts of a paragraph, not those of text boxes inside it."""
    return [atom.element for atom in atoms_of(paragraph) if atom.kind == "text"]


def tags_of(element: Element) -> Iterator[Tag]:
    """Give the tags in the texts of a paragraph, row or table that was healed."""
    return (tag for atom in atoms_of(element) for tag in tags_in(atom.text))


def rename(paragraph: Element, naming: Naming) -> None:
    """Let the tags of a paragraph print the reader's values."""
    for text in texts_of(paragraph):
        text.text = renamed(text.text or "", naming)


def renamed(text: str, naming: Naming) -> str:
    """Give a text whose tags print the reader's values."""
    pieces: list[str] = []
    at = 0
    for tag in tags_in(text):
        body = _their_loop(tag, naming) if is_loop(tag) else theirs(tag.body, naming)
        closing = "}}" if tag.sign == "{{" else "%}"
        pieces += (text[at : tag.start], f"{tag.sign}{tag.level} {body} {closing}")
        at = tag.end
    return "".join((*pieces, text[at:]))


def theirs(expression: str, naming: Naming) -> str:
    """Give an expression of a tag over the reader's values."""
    return "".join(_renamed(parts_of(expression), naming))


def in_step(tag: Tag, naming: Naming) -> str:
    """Give a loop's tag anew so that it runs over the list in both languages at once."""
    name, listed, test = _loop(tag)
    both = f"{listed}|docgen.pairs({theirs(listed, naming)})"
    return f"{{%{tag.level} for {name}, {name}{BESIDE} in {both}{test} %}}"


def _their_loop(tag: Tag, naming: Naming) -> str:
    name, listed, test = _loop(tag)
    inside = {**naming, name: name}
    return f"for {name} in {theirs(listed, naming)}{test and ' ' + theirs(test, inside)}"


def _loop(tag: Tag) -> tuple[str, str, str]:
    """Give a loop's name, its list, and its `if …` with a blank before it, or nothing."""
    parts = [value for _, value in parts_of(tag.body)]
    inside = parts.index("in")
    end = parts.index("if") if "if" in parts else len(parts)
    listed, test = "".join(parts[inside + 1 : end]).strip(), "".join(parts[end:])
    return "".join(parts[1:inside]).strip(), listed, test and f" {test}"


def _renamed(parts: Sequence[tuple[str, str]], naming: Naming) -> Iterator[str]:
    before = ""
    for kind, value in parts:
        is_name = kind == "name" and value not in WORDS and before not in AFTER
        yield naming.get(value, f"{OTHER}.{value}") if is_name else value
        before = before if kind == "whitespace" else value
