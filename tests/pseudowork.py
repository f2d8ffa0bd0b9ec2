"""Languages that nobody speaks: English in other letters, longer or from right to left.

What still stands in plain letters was never read as a sentence; what does not fit here would not
fit in a language with longer words either.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from templatework import Paper

from docgen.model.language import Catalogue, Language, Message, Translated
from docgen.model.values import Plain, Values
from docgen.press.ooxml.messages import TAG
from docgen.press.word.messages import messages_of
from docgen.press.word.shapes import Template
from docgen.wording.values import statements_for

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTS = "áßçďéƒğħíĵķļňñóþġŕšţúŵŵžýżÁÞÇĎÉĒĞĦÍĴĶĻŇÑÓÞĠŔŠŢÚŴŴŽÝŻ"
MIRRORED = "ابجدهوزحطيكلمنسعفصقرشتثخذضابجدهوزحطيكلمنسعفصقرشتثخذض"
VOWELS = re.compile("[áéíóúýÁÉÍÓÚÝļ]")
MARKS = str.maketrans("", "", "\u200e\u200f")
CODES = frozenset({"kind", "code"})
"""Names whose values are compared, and never printed."""


@dataclass(frozen=True)
class Pseudo:
    """A language made of English by changing each letter; a vowel of the longer one comes twice."""

    language: Language
    letters: Mapping[int, str]
    longer: bool = False

    def __str__(self) -> str:
        """Name the language in test reports."""
        return self.language.tag

    def said(self, text: str) -> str:
        """Say a text, its tags and placeholders as they stand."""
        at, pieces = 0, []
        for tag in TAG.finditer(text):
            pieces += [self._words(text[at : tag.start()]), tag[0]]
            at = tag.end()
        return "".join((*pieces, self._words(text[at:])))

    def _words(self, text: str) -> str:
        changed = text.translate(self.letters)
        return VOWELS.sub(r"\g<0>\g<0>", changed) if self.longer else changed

    def values(self, values: Values) -> dict[str, Plain]:
        """Say all values that are printed."""
        return {
            name: value if name in CODES else self._value(value) for name, value in values.items()
        }

    def _value(self, value: Plain) -> Plain:
        if isinstance(value, str):
            return self.said(value)
        if isinstance(value, Mapping):
            return self.values(value)
        if isinstance(value, bool | int) or value is None:
            return value
        return [self._value(each) for each in value]

    def catalogue(self, messages: tuple[Message, ...]) -> Catalogue:
        """Translate messages."""
        said = {each.pair: Translated((self.said(each.text),)) for each in messages}
        return Catalogue(self.language, said, "0", "pseudo")


LONGER = Pseudo(
    Language("qaa-Latn", "Longer English", "Éńğļíšħ", "pl_PL"),
    {ord(plain): other for plain, other in zip(PLAIN, ACCENTS, strict=True)},
    longer=True,
)
LEFTWARD = Pseudo(
    Language("qaa-Arab", "Leftward English", "هنزلطقح", "ar", "rtl", "Arab", "Noto Naskh Arabic"),
    {ord(plain): other for plain, other in zip(PLAIN, MIRRORED, strict=True)},
)
PSEUDO = (LONGER, LEFTWARD)


def template_of(paper: Paper) -> Template:
    """Give a paper's template as the press takes it."""
    return Template(paper.path.read_bytes(), str(paper.path))


def statements_of(paper: Paper) -> Mapping[str, str]:
    """Give the statements that a paper's template places."""
    _, *variant, _ = paper.path.name.split(".")
    return statements_for(paper.kind, paper.pack, *variant)


def messages_in(paper: Paper) -> tuple[Message, ...]:
    """Give all messages of a paper's template."""
    return messages_of(template_of(paper), statements_of(paper))
