"""A template's parts on their way to an edition: its trees, members and sentences, and footers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from docgen.press.ooxml import markup
from docgen.press.ooxml.contexts import style_names
from docgen.press.ooxml.illustrations import picture_places
from docgen.press.ooxml.messages import Plainly, Sentence, alt_texts_of, sentences_of, title_of
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.package import package_of
from docgen.press.ooxml.relations import relations_of
from docgen.press.ooxml.sections import footers_of, with_footers
from docgen.press.word.asking import Asked
from docgen.press.word.pictures import place_pictures
from docgen.press.word.places import PROPERTIES
from docgen.press.word.renaming import renamed
from docgen.press.word.saying import write
from docgen.press.word.shapes import Edition

ON = frozenset({None, "1", "true", "on"})
BETWEEN = " / "


@dataclass
class Composition:
    """The parts of a template as they come to be set; `trees` and `stories` are by member."""

    members: dict[str, bytes]
    main: str
    trees: dict[str, Element]
    stories: dict[str, str]
    edition: Edition

    @property
    def texts(self) -> dict[str, Element]:
        """Give the trees that hold paragraphs."""
        return {name: tree for name, tree in self.trees.items() if self.stories[name] != PROPERTIES}

    @property
    def document(self) -> Element:
        """Give the tree of the main part."""
        return self.trees[self.main]

    @cached_property
    def styles(self) -> dict[str, str]:
        """Give the names of its styles by key."""
        return style_names(package_of(self.members))

    def sentences(self, member: str, tree: Element | None = None) -> list[Sentence]:
        """Give the sentences of a part, or of a copy of its tree."""
        root = self.trees[member] if tree is None else tree
        return list(sentences_of(root, self.stories[member], self.styles))

    def alt_texts(self, member: str, tree: Element | None = None) -> Iterator[Plainly]:
        """Give what a part says of its pictures, or that of a copy of its tree."""
        return alt_texts_of(self.trees[member] if tree is None else tree, self.stories[member])

    def with_footers(self) -> tuple[str, ...]:
        """Let each kind of page have a footer; give the members that hold the footers."""
        even = self._turns_pages()
        self.members, made = with_footers(self.members, self.main, self.document, even=even)
        self.trees |= made
        self.stories |= dict.fromkeys(made, "footer")
        return footers_of(self.members, self.main, self.document)

    def _turns_pages(self) -> bool:
        """Tell whether left and right pages differ."""
        related = relations_of(self.members, self.main)
        member = next((each.target for each in related if each.kind == "settings"), "")
        settings = markup.parse(self.members[member]) if member in self.members else None
        even = None if settings is None else settings.find(w("evenAndOddHeaders"))
        return even is not None and even.get(w("val")) in ON


def reworded(work: Composition, asked: Asked) -> None:
    """Say in a catalogue's words of the same language what it has words for."""
    for member in work.texts:
        in_words(work.sentences(member), work.alt_texts(member), asked)


def in_words(sentences: Iterable[Sentence], plainly: Iterable[Plainly], asked: Asked) -> None:
    """Say sentences in a catalogue's words of the same language where it has any."""
    for sentence in sentences:
        forms = asked.found(sentence.message)
        if forms is not None:
            write(sentence, forms, asked.catalogue.plural, None)
    for text in plainly:
        forms = asked.found(text.message)
        if forms is not None:
            text.put(forms[0])


def illustrated(work: Composition, trees: Mapping[str, Element], say: Callable[[str], str]) -> None:
    """Put the pictures into trees (by member, or halves of theirs), told in the words of `say`."""
    wanted = {key for tree in trees.values() for _, key in picture_places(tree)}
    pictures = work.edition.pictures
    told = {key: (pictures[key][0], say(pictures[key][1])) for key in wanted & pictures.keys()}
    if told:
        work.members = place_pictures(work.members, trees, told)


def titled(work: Composition, english: Asked, theirs: Asked) -> None:
    """Let the title of the document's properties stand in both languages."""
    for member, story in work.stories.items():
        for element in work.trees[member] if story == PROPERTIES else ():
            if local(element) == "title" and element.text:
                _in_both(element, english, theirs, title_of(work.trees[member], story))


def _in_both(element: Element, english: Asked, theirs: Asked, messages: Iterable[Plainly]) -> None:
    whole = element.text or ""
    found = next((each.message for each in messages if each.element is element), None)
    own = whole if found is None else (english.found(found) or (whole,))[0]
    other = renamed(whole if found is None else theirs.texts(found)[0], {})
    element.text = own if own == other else f"{own}{BETWEEN}{other}"
