"""A part's paragraphs → each followed by its translation, loops running over both in step."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from docgen.press.ooxml.beside import Pairs, is_framed, is_in_cell
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.messages import Sentence
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.paragraphs import Paragraph
from docgen.press.word.asking import Asked
from docgen.press.word.renaming import (
    Naming,
    in_loops,
    in_step,
    is_loop,
    rename,
    tags_in,
    tags_of,
    texts_of,
)
from docgen.press.word.saying import SECTION, said, section_moved, tagged

Set = Callable[[Element], None]


@dataclass(frozen=True, slots=True)
class Clauses:
    """What sets a part in two languages: the reader's catalogue, how pairs look, their script."""

    asked: Asked
    pairs: Pairs
    in_script: Set

    def set(self, root: Element, story: str, sentences: list[Sentence]) -> None:
        """Put under each paragraph what it says in the reader's language."""
        known = {sentence.element: sentence for sentence in sentences}
        for paragraph, naming in in_loops(root, story, twofold=True):
            sentence = known.get(paragraph.element)
            tags = [tag for tag in tags_in(paragraph.text) if tag.sign == "{%"]
            if sentence is not None:
                self.under(paragraph.element, self._said(sentence, naming))
            elif tags:
                _step(paragraph, naming)
            elif not is_framed(paragraph.element):
                self._differing(paragraph, naming)

    def under(self, english: Element, others: list[Element]) -> None:
        """Put translations under a paragraph."""
        words = [other for other in others if not _is_tag(other)]
        self.pairs.pair(english, words)
        for other in words:
            self.in_script(other)
        _put_after(english, others)

    def _said(self, sentence: Sentence, naming: Naming) -> list[Element]:
        catalogue = self.asked.catalogue
        return said(sentence, self.asked.texts(sentence.message), catalogue.plural, naming)

    def _differing(self, paragraph: Paragraph, naming: Naming) -> None:
        """Put a paragraph of values alone under itself once more, where they differ by language.

        Only there it is drawn to what follows; a cell holds its paragraphs together anyway.
        """
        english = paragraph.element
        other, alone = deepcopy(english), deepcopy(english)
        for section in (*other.findall(SECTION), *alone.findall(SECTION)):
            drop(section)
        rename(other, naming)
        both = ([tag.body for tag in tags_of(each)] for each in (english, other))
        differ = " or ".join(
            f"{one} != {two}" for one, two in zip(*both, strict=True) if one != two
        )
        if not differ:
            return
        shown, hidden, end = (
            tagged(f"{{%p {tag} %}}") for tag in (f"if {differ}", "else", "endif")
        )
        if is_in_cell(english):
            self.under(english, [shown, other, end])
        else:
            _put_after(english, [hidden, alone, end])
            self.under(english, [other])
            english.addprevious(shown)


def _put_after(english: Element, others: list[Element]) -> None:
    for other in reversed(others):
        english.addnext(other)
    section_moved(english, others[-1])


def _step(paragraph: Paragraph, naming: Naming) -> None:
    """Let a loop run over both languages in step."""
    for text in texts_of(paragraph.element):
        words = text.text or ""
        for tag in filter(is_loop, list(tags_in(words))):
            words = words.replace(tag.text, in_step(tag, naming))
        text.text = words


def _is_tag(paragraph: Element) -> bool:
    return any(tag.sign == "{%" for tag in tags_of(paragraph))
