"""What goes into a merge: templates, letterheads, and values that are more than plain text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from docgen.model.language import ENGLISH, Catalogue

Underline = Literal[
    "single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave", "words"
]
Filters = Mapping[str, Callable[..., Any]]
BRACES = str.maketrans("{}", "()")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A school's name and its picture (PNG or JPEG), if it has one."""

    name: str
    picture: bytes | None = None

    @property
    def words(self) -> str:
        """Give the name as it is set: braces as ( ), so that nothing in it is read as a tag."""
        return " ".join(self.name.translate(BRACES).split())


@dataclass(frozen=True, slots=True)
class Template:
    """A Word file as a person edits it; `place` is its name for messages."""

    content: bytes
    place: str


@dataclass(frozen=True, slots=True)
class Demands:
    """What a template may say: a pack's few plain tags, or (`free`) all that is safe in docxtpl.

    `filters` names the filters that a caller brings along; only free templates may use them.
    `own` is for what this program itself writes into a paper of two languages.
    """

    free: bool = False
    filters: frozenset[str] = frozenset()
    own: bool = False


PACK = Demands()
FREE = Demands(free=True)
OWN = Demands(own=True)
OTHER = "other"
"""The name under which a paper in two languages has its values in the reader's language."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What docgen itself says in a paper of two languages, each in that paper's language.

    `marks` say in which language a letter is, and that the other follows; `unchecked` that nobody
    has checked the translation; `stands` which text stands.
    """

    mark: str = ""
    unchecked: str = ""
    stands: str = ""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as a template is set in it: its sentences, and docgen's own lines."""

    catalogue: Catalogue
    lines: Lines = Lines()


@dataclass(frozen=True, slots=True)
class Edition:
    """How a template is to be set: in which language beside English, for which eyes.

    `form` says how two languages stand together: one letter after the other, the reader's first,
    or each clause with its translation under it. `english` has the English of plain words and of
    one thing counted. `pictures` are by key: bytes (PNG) and alternative text, in English.
    """

    reader: Tongue | None = None
    form: Literal["letters", "clauses"] = "letters"
    english: Tongue = Tongue(Catalogue(ENGLISH))
    large: bool = False
    pictures: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)


PLAIN_EDITION = Edition()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of rich text in one look; `size` in points, `colour` as `1F4E79`, `link` a URL.

    A line break in the text becomes Word's, a tab as well. `style` is the key of a character
    style of the template.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: Underline | None = None
    strike: bool = False
    colour: str | None = None
    size: float | None = None
    style: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class RichText:
    """Rich text for `{{r name }}` (runs of a sentence) or `{{p name }}` (a paragraph)."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG picture for `{{ name }}`, `width` in millimetres; `alt` is read aloud.

    No PDF is made where a picture has no `alt`. A path is read from the folder that the caller
    names, never from outside of it. Without a width the picture is as wide as its pixels say at
    96 to the inch.
    """

    source: bytes | Path
    width: float | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class SubDocument:
    """A Word file whose body takes the place of `{{p name }}`; its styles come along."""

    content: bytes
