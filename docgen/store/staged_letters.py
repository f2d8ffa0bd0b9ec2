"""A chunk's letters, as one try at it made them ↔ the depot where they wait and then belong.

<depot>/.staging/00001-3f9a1c77/   what one try at chunk 1 made; its record written last
        00001/ or 00001.zip        the letters of chunk 1, recorded and in their place
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

STAGING, RECORD, FILES, ARCHIVED = ".staging", "issued.jsonl.gz", "files", "letters.zip"
KEPT = "{name}-kept-{by}"
"""How something is called that stood where letters belong."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A chunk made by one try at it: its number and the try's own token, `00001-3f9a1c77`."""

    name: str

    @property
    def chunk(self) -> int:
        """Give the chunk's number."""
        return int(self.name.partition("-")[0])


@dataclass(frozen=True, slots=True)
class Load:
    """What is staged: letters by their names, as files or in one archive, what came of them."""

    files: tuple[tuple[str, bytes], ...]
    record: bytes
    archive: bool


class Depot(Protocol):
    """Where a run's letters lie. What the place refuses is raised as `DiskTrouble`."""

    @property
    def place(self) -> str:
        """Give its folder or address."""

    def ready(self) -> None:
        """Find out whether letters can be put here, before any is made."""

    def stage(self, staged: Staged, load: Load) -> None:
        """Put a chunk here where nobody looks yet, for good; its record last."""

    def record(self, staged: Staged) -> bytes | None:
        """Give what came of a staged chunk's letters; None if it is not staged to its end."""

    def bring(self, staged: Staged) -> tuple[str, ...]:
        """Bring staged letters to their place; gives the names under which others are kept.

        Doing it twice does no harm.
        """

    def take_away(self, staged: Staged) -> None:
        """Remove what was staged, its record first: without one nobody waits for it."""

    def waiting(self) -> Iterator[Staged]:
        """Give what waits, whole or not."""

    def letter(self, chunk: int, name: str) -> bytes:
        """Give a letter that is in its place."""

    def tidy(self) -> None:
        """Take away where letters were staged, unless something still waits."""


def place_of(chunk: int) -> str:
    """Give the name of the folder of a chunk's letters; an archive adds its ending to it."""
    return f"{chunk:05}"


def staged_under(names: Iterable[str]) -> Iterator[Staged]:
    """Give the tries among names that stand beside each other."""
    for name in sorted(names):
        if name.partition("-")[0].isdecimal():
            yield Staged(name)
