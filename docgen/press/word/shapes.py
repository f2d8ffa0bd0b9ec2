"""What goes into a merge and what a compiled template is."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template as Source

from docgen.press.ooxml.package import Package


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
class Tagged:
    """A part with tags, compiled; `places` has line, place in words and text of each tag."""

    source: Source
    places: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template read, judged and compiled once; `merge` fills it in any number of times.

    `drawings` is the number of its first drawing in a part with tags.
    """

    place: str
    package: Package
    parts: Mapping[str, Tagged]
    drawings: int
