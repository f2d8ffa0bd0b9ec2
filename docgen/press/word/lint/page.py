"""A template's trees → its paragraphs in order, each with its part, number, look and place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from docgen.press.ooxml.names import MC, Element, w
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.paragraphs import OBJECT, RUN, TEXT, Paragraph, paragraphs_of
from docgen.press.word.lint.styles import Styles, styles_of
from docgen.press.word.places import place_of, spoken

TAIL = 40
FALLBACK = f"{{{MC}}}Fallback"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `number` counts all of its part from 1, `before` is the end of the one before.

    `text` is all its text, `words` what a reader sees of it, blanks at its ends taken off;
    `copied` marks a text box's second copy, which Word keeps for old programs.
    """

    member: str
    story: str
    number: int
    paragraph: Paragraph
    before: str
    copied: bool
    text: str
    words: str

    @property
    def element(self) -> Element:
        """Give the paragraph's element."""
        return self.paragraph.element

    @property
    def is_control(self) -> bool:
        """Tell whether it is a tag alone, which is not there in the letter."""
        return self.words.startswith("{%") and self.words.endswith("%}")

    @property
    def is_blank(self) -> bool:
        """Tell whether a reader sees nothing of it at all."""
        return not self.words and OBJECT not in self.text

    @property
    def runs(self) -> Iterator[Element]:
        """Give its runs that hold text."""
        for atom in self.paragraph.atoms:
            above = atom.element.getparent()
            if atom.kind == "text" and atom.text.strip() and above is not None:
                yield above

    @property
    def place(self) -> str:
        """Say where it stands, in words that help to find it in Word."""
        if self.words:
            return place_of(self.paragraph.where, self.words, 0, self.before)
        after = f", after “{self.before}”" if self.before else ""
        return spoken(self.paragraph.where) + after


@dataclass(frozen=True, slots=True)
class Remark:
    """A breach of a house rule: its id, the line it is about, if any, and what else it names."""

    rule: str
    line: Line | None
    names: Mapping[str, str]


def remark(rule: str, line: Line | None = None, **names: object) -> Remark:
    """Make a remark."""
    return Remark(rule, line, {key: str(name) for key, name in names.items()})


@dataclass(frozen=True)
class Page:
    """All that house rules look at: a package, its trees and paragraphs, before they are read."""

    package: Package
    trees: Mapping[str, Element]
    all_lines: tuple[Line, ...]
    title: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Give the paragraphs, text boxes once."""
        return tuple(line for line in self.all_lines if not line.copied)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """Give the paragraphs of the text itself."""
        return tuple(line for line in self.lines if line.story == "body")

    @cached_property
    def styles(self) -> Styles:
        """Give the styles."""
        return styles_of(self.package)

    @cached_property
    def by_element(self) -> Mapping[Element, Line]:
        """Give the paragraphs by their elements."""
        return {line.element: line for line in self.all_lines}

    def at(self, element: Element) -> Line | None:
        """Give the paragraph that an element stands in, or the first one inside it."""
        for near in (element, *element.iterancestors(w("p")), *element.iter(w("p"))):
            if near in self.by_element:
                return self.by_element[near]
        return None


def lines_of(trees: Mapping[str, Element], stories: Mapping[str, str]) -> Iterator[Line]:
    """Give the paragraphs of all parts."""
    for member, root in trees.items():
        yield from _lines(member, stories[member], paragraphs_of(root, stories[member]))


def _lines(member: str, story: str, paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    before = ""
    for number, paragraph in enumerate(paragraphs, 1):
        copied = next(paragraph.element.iterancestors(FALLBACK), None) is not None
        text = paragraph.text
        words = text.replace(OBJECT, "").strip()
        yield Line(member, story, number, paragraph, before, copied, text, words)
        before = before if not words or words.startswith("{%") else words[-TAIL:]


def is_text(run: Element) -> bool:
    """Tell whether an element is a run with text."""
    return run.tag == RUN and any((text.text or "").strip() for text in run.iter(TEXT))
