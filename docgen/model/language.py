"""A language that papers can be made in, its sentences, and how far each was checked."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["ltr", "rtl"]
Status = Literal["missing", "stale", "draft", "reviewed", "approved"]
"""How far a sentence is: no translation, one of older English, one nobody checked, one that a
named person checked, one that the authority or school lets go out (T-18)."""
CHECKED: frozenset[Status] = frozenset({"reviewed", "approved"})
PRINTABLE: frozenset[Status] = CHECKED | {"draft"}
Pair = tuple[str, str]
"""Context (`msgctxt`, empty for none) and English of a message: what it is known by."""
AND_ENGLISH = "-en"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: BCP 47 tag, names, script (ISO 15924), Babel's locale, fonts.

    `screen_font` is set in a PDF to be read by machine, where `font` reads out badly. `contact`
    is the line that offers help in this language, `{phone}` filled in.
    """

    tag: str
    name: str
    own_name: str
    locale: str
    direction: Direction = "ltr"
    script: str = "Latn"
    font: str = ""
    screen_font: str = ""
    contact: str = ""


ENGLISH = Language("en", "English", "English", "en_GB")


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence of a template, statement, phrase or of the program, as a translator sees it.

    `text` is its English with placeholders as they stand and formats as `<1>…</1>`; `counts` tells
    that it is said of a number, and stands in its *other* form. `places` say where it stands.
    """

    text: str
    context: str = ""
    counts: bool = False
    places: tuple[str, ...] = ()

    @property
    def pair(self) -> Pair:
        """Give what it is known by."""
        return self.context, self.text


@dataclass(frozen=True, slots=True)
class Review:
    """Who said what of exactly this pair of texts, and when."""

    status: Literal["reviewed", "approved"]
    by: str
    date: dt.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Translated:
    """A message in another language: its text, or one text for each plural form."""

    texts: tuple[str, ...]
    status: Status = "draft"

    @property
    def text(self) -> str:
        """Give the text of a message that is not said of a number."""
        return self.texts[0]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that one language has for an authority: messages by context and English.

    `plural` is gettext's expression for the form of a number; `digest` (SHA-256, hex) is over the
    texts alone, not over who checked them.
    """

    language: Language
    messages: Mapping[Pair, Translated] = field(default_factory=dict)
    plural: str = "n != 1"
    digest: str = ""


def reader_of(written: str) -> str:
    """Give the tag of the reader's language: `pl` of `pl-en`, `en` of `en`."""
    return written.removesuffix(AND_ENGLISH) or written


def paired(tag: str) -> str:
    """Give a paper's language for a reader: theirs and English in one file, or English alone."""
    return tag if tag == ENGLISH.tag else f"{tag}{AND_ENGLISH}"


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, whatever its region or script: `pa`, `pa-Arab`."""
    return one.partition("-")[0] == other.partition("-")[0]
