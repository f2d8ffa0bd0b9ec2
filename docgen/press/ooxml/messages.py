"""A healed part's tree → its sentences as translators see them, each to be said in other words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.model.language import Message
from docgen.press.ooxml.contexts import context_of
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.paragraphs import paragraphs_of
from docgen.press.ooxml.tagging import BLANKS, Tagging, tagging_of

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|</?\d+/?>")
COUNT = re.compile(r"\|\s*count\s*\}\}")
FEW = 4
ALT_TEXT, TITLE = "alt text", "title"
ALTERNATIVES = {
    "docPr": ("descr", "title"),
    "cNvPr": ("descr", "title"),
    "shape": ("alt", "title"),
    "hyperlink": (w("tooltip"),),
    "tblCaption": (w("val"),),
    "tblDescription": (w("val"),),
}
EXCHANGED = re.compile(r"\s*(letterhead\s*$|picture:)", re.IGNORECASE)
NO_STYLES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A paragraph that is a message.

    `put` says it in other words where it stands; `with_text` gives a paragraph that does, its
    objects copied, without bookmarks and the end of a section. Both take a text with the
    message's own tags; one that it has not raises ValueError.
    """

    message: Message
    tagging: Tagging

    @property
    def element(self) -> Element:
        """Give the paragraph."""
        return self.tagging.element

    @property
    def counts(self) -> int:
        """Tell how many counts it has."""
        return len(COUNT.findall(self.message.text))

    def put(self, text: str) -> None:
        """Say it in other words."""
        self.tagging.put(text)

    def with_text(self, text: str) -> Element:
        """Give a paragraph that says it in other words."""
        return self.tagging.with_text(text)


@dataclass(frozen=True, slots=True, eq=False)
class Plainly:
    """A text without formats that is a message: an attribute, or (`key` empty) an element's."""

    message: Message
    element: Element
    key: str = ""

    def put(self, text: str) -> None:
        """Say it in other words."""
        if self.key:
            self.element.set(self.key, text)
        else:
            self.element.text = text


def sentences_of(
    root: Element, story: str, styles: Mapping[str, str] = NO_STYLES
) -> Iterator[Sentence]:
    """Give the paragraphs of a part that have words; `styles` are names of styles by key."""
    for paragraph in list(paragraphs_of(root, story)):
        if not has_words(paragraph.words):
            continue
        tagging = tagging_of(paragraph.element)
        text = tagging.text
        if has_words(text):
            context = context_of(paragraph.element, styles) if _is_short(text) else ""
            counts = COUNT.search(text) is not None
            yield Sentence(Message(text, context, counts, (paragraph.where,)), tagging)


def alt_texts_of(root: Element, story: str) -> Iterator[Plainly]:
    """Give what a part says of its pictures, tables and links."""
    for element in root.iter():
        for key in ALTERNATIVES.get(local(element), ()):
            text = element.get(key, "")
            if has_words(text) and not EXCHANGED.match(text):
                yield Plainly(Message(text, ALT_TEXT, places=(story,)), element, key)


def title_of(root: Element, story: str) -> Iterator[Plainly]:
    """Give the title of a document's properties."""
    for element in root:
        text = (element.text or "").strip(BLANKS)
        if local(element) == "title" and has_words(text):
            yield Plainly(Message(text, TITLE, places=(story,)), element)


def has_words(text: str) -> bool:
    """Tell whether a text has letters outside of its tags."""
    return any(map(str.isalpha, TAG.sub("", text)))


def _is_short(text: str) -> bool:
    words = TAG.sub(" ", text).split()
    return sum(any(map(str.isalnum, word)) for word in words) < FEW
