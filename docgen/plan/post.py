"""Letters of a run → their envelopes, and the files to print them from, in order.

An envelope holds what one person gets at one address: never the papers of two people, be they
married and at one table. Its letters lie in one another's order in every file that they are in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from docgen.model.folding import folded
from docgen.plan.names import figure

Sort = Literal["postcode", "class"]
STANDARD = "standard"
PARTS = re.compile(r"\d+|[^\W\d_]+")
LAST = "\uffff"


@dataclass(frozen=True, slots=True)
class Piece:
    """A letter that a run made: what it is, where its file lies, and where it goes.

    `address` are the lines in the window, the name first; `windowed` tells whether the letter has
    them on it. `group` is the pupil's class. `enveloped` letters are posted, others handed over.
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

    @property
    def file_stem(self) -> str:
        """Give the file that it is printed from: one for each language and paper."""
        variant = f"-{self.variant}" if self.variant != STANDARD else ""
        return f"{self.language}-{self.kind}{variant}".lower()

    @property
    def name(self) -> str:
        """Give its number with the version."""
        return f"{self.number}-v{self.version}"


@dataclass(frozen=True, slots=True)
class Place:
    """A letter's place: its envelope (0: none), which letter in it, and of how many."""

    piece: Piece
    envelope: int = 0
    nth: int = 1
    of: int = 1

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


def placed(pieces: Iterable[Piece], sort: Sort) -> tuple[Place, ...]:
    """Put letters into envelopes, and these in order; what is handed over comes last."""
    groups: dict[tuple[str, ...], list[Piece]] = {}
    apart: list[Piece] = []
    for piece in pieces:
        if piece.enveloped:
            groups.setdefault(_envelope(piece), []).append(piece)
        else:
            apart.append(piece)
    for inside in groups.values():
        inside.sort(key=_within)
    order = sorted(groups.values(), key=lambda inside: min(_sorted_by(p, sort) for p in inside))
    posted = [
        Place(piece, number, nth, len(inside))
        for number, inside in enumerate(order, 1)
        for nth, piece in enumerate(inside, 1)
    ]
    handed = sorted(apart, key=lambda piece: _sorted_by(piece, sort))
    return (*posted, *map(Place, handed))


def sheaves(places: Sequence[Place], most: int) -> tuple[Sheaf, ...]:
    """Divide letters among files of at most so many, a file for each language and paper.

    What of an envelope is in one language and paper stays in one file.
    """
    by_stem: dict[str, list[Place]] = {}
    for place in places:
        by_stem.setdefault(place.piece.file_stem, []).append(place)
    return tuple(sheaf for stem in sorted(by_stem) for sheaf in _parts(stem, by_stem[stem], most))


def without(sheaf: Sheaf, envelopes: frozenset[int], names: frozenset[str]) -> Sheaf:
    """Take envelopes, and letters without any, out of a file."""
    return Sheaf(sheaf.name, tuple(p for p in sheaf.places if not is_left(p, envelopes, names)))


def is_left(place: Place, envelopes: frozenset[int], names: frozenset[str]) -> bool:
    """Tell whether a letter is left out: itself, or with its envelope."""
    return place.envelope in envelopes or place.piece.name in names


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Give what a text is sorted by as people do: 2 before 10; nothing at all comes last."""
    parts = PARTS.findall(folded(text)) or [LAST]
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)


def counts(places: Iterable[Place]) -> Mapping[int, int]:
    """Count envelopes by how many letters are in them."""
    found: dict[int, int] = {}
    for _, of in {(place.envelope, place.of) for place in places if place.envelope}:
        found[of] = found.get(of, 0) + 1
    return dict(sorted(found.items()))


def _parts(stem: str, places: Sequence[Place], most: int) -> Iterator[Sheaf]:
    parts: list[list[Place]] = [[]]
    for _, group in groupby(places, key=lambda p: (p.envelope, "" if p.envelope else p.piece.name)):
        inside = list(group)
        if parts[-1] and len(parts[-1]) + len(inside) > most:
            parts.append([])
        parts[-1] += inside
    width = max(2, len(str(len(parts))))
    for number, part in enumerate(parts, 1):
        yield Sheaf(f"{stem}-{number:0{width}}" if len(parts) > 1 else stem, tuple(part))


def _envelope(piece: Piece) -> tuple[str, ...]:
    return (piece.case, piece.recipient, *(folded(line) for line in piece.address))


def _within(piece: Piece) -> tuple[bool, int, int]:
    """Put a letter with an address block on top, others in the order of their numbers."""
    return (not piece.windowed, figure(piece.number), piece.version)


def _sorted_by(piece: Piece, sort: Sort) -> tuple[object, ...]:
    what = piece.postcode if sort == "postcode" else piece.group
    return (natural(what), piece.case, figure(piece.number))
