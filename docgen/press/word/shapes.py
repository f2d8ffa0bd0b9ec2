"""What goes into a merge: templates, letterheads, and values that are more than plain text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Underline = Literal[
    "single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave", "words"
]
Filters = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A school's name and its picture (PNG or JPEG), if it has one."""

    name: str
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A Word file as a person edits it; `place` is its name for messages."""

    content: bytes
    place: str


@dataclass(frozen=True, slots=True)
class Demands:
    """What a template may say: a pack's few plain tags, or (`free`) all that is safe in docxtpl.

    `filters` names the filters that a caller brings along; only free templates may use them.
    """

    free: bool = False
    filters: frozenset[str] = frozenset()


PACK = Demands()
FREE = Demands(free=True)


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
