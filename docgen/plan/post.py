"""Letters of a run → their envelopes, and the files to print them from, in order.

An envelope holds what one person gets at one address: never the papers of two people, be they
married and at one table. Its letters lie in one another's order in every file that they are in.
What letters are sorted by is given as bytes, so that a database can sort any number of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from docgen.model.finding import Finding
from docgen.model.folding import folded
from docgen.plan.names import figure

T = TypeVar("T")
Sort = Literal["postcode", "class"]
STANDARD = "standard"
PARTS = re.compile(r"\d+|[^\W\d_]+")
END, FIGURES, WORD, NOTHING = b"\x00", b"\x01", b"\x02", b"\x03"
LONGEST = 255
"""Figures in a row by which a text is sorted."""
WIDTH = 8
"""Bytes of a number by which letters are sorted."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A letter that a run made: what it is, where its file lies, and where it goes.

    `address` are the lines in the window, the name first; `windowed` tells whether the letter has
    them on it. `group` is the pupil's class. `enveloped` letters are posted, others handed over.
    `remade` is a Word file made again, for a PDF; `aside` is what lies in the run's spare folder.
    """

    case: str
    rows: tuple[int, ...]
    chunk: int
    authority: str
    number: str
    version: int
    kind: str
    title: str
    about: str
    recipient: str
    pupil: str
    language: str
    variant: str
    file: str
    ending: str
    digest: str
    remade: bool
    enveloped: bool
    windowed: bool
    address: tuple[str, ...] = ()
    postcode: str = ""
    group: str = ""
    aside: bool = False

    @property
    def file_stem(self) -> str:
        """Give the file that it is printed from: one for each language and paper."""
        variant = f"-{self.variant}" if self.variant != STANDARD else ""
        return f"{self.language}-{self.kind}{variant}".lower()

    @property
    def name(self) -> str:
        """Give its number with the version."""
        return f"{self.number}-v{self.version}"

    @property
    def envelope(self) -> bytes:
        """Give what is alike for letters of one envelope, nothing for what is handed over."""
        if not self.enveloped:
            return b""
        return "\n".join((self.case, self.recipient, *map(folded, self.address))).encode()

    @property
    def within(self) -> bytes:
        """Give its order in an envelope: one with an address block on top, others by number."""
        numbers = (0 if self.windowed else 1, figure(self.number), self.version)
        return b"".join(each.to_bytes(WIDTH, "big") for each in numbers)

    def sorted_by(self, sort: Sort) -> bytes:
        """Give its order among all letters."""
        what = self.postcode if sort == "postcode" else self.group
        number = figure(self.number).to_bytes(WIDTH, "big")
        return natural(what) + END + self.case.encode() + END + number


@dataclass(frozen=True, slots=True)
class Place:
    """A letter's place: its envelope (0: none), which letter in it, and of how many.

    `at` is its place among all letters of the print run, file by file, from 1 on.
    """

    piece: Piece
    envelope: int = 0
    nth: int = 1
    of: int = 1
    at: int = 1

    @property
    def mark(self) -> str:
        """Give what is printed in its margin."""
        if not self.envelope:
            return ""
        return f"Envelope {self.envelope}, letter {self.nth} of {self.of}"


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Letters that are printed from one file, in order."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A letter in its file: the first of its pages, how many, and what speaks against it."""

    place: Place
    file: str
    page: int
    pages: int
    marked: bool
    findings: tuple[Finding, ...] = ()


def natural(text: str) -> bytes:
    """Give what a text is sorted by as people do: 2 before 10; nothing at all comes last."""
    return b"".join(map(_part, PARTS.findall(folded(text)))) or NOTHING


def parts(groups: Iterable[Sequence[T]], most: int) -> Iterator[tuple[int, Sequence[T]]]:
    """Divide groups, none of which is parted, among files of at most so many; numbers these."""
    part, inside = 1, 0
    for group in groups:
        if inside and inside + len(group) > most:
            part, inside = part + 1, 0
        inside += len(group)
        yield part, group


def part_name(stem: str, part: int, of: int) -> str:
    """Name a file among those of its language and paper."""
    return f"{stem}-{part:0{max(2, len(str(of)))}}" if of > 1 else stem


def _part(part: str) -> bytes:
    if part.isdecimal():
        figures = str(int(part[:LONGEST])).encode()
        return FIGURES + bytes((len(figures),)) + figures
    return WORD + part.encode() + END
