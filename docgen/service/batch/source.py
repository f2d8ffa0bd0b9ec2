"""Where the families of a run come from: read as a stream in the parent, judged by the crew."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from docgen.model.batch import Fixed
from docgen.model.case import Issued
from docgen.model.tree import Tree
from docgen.service.desk import Desk


class Family(Protocol):
    """What a source gives: the case's id, the rows of the sheet, and what only its judge knows."""

    @property
    def case(self) -> str:
        """Give the id of the case that it becomes."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Give the rows that it stands in."""

    @property
    def former(self) -> tuple[str, ...]:
        """Give the ids of other cases that its pupils were in before."""


History = Callable[[str], tuple[Issued, ...]]
"""A case → what batches issued for it, oldest first."""
Judge = Callable[[Desk, Any, History], Fixed]
"""One family → its case and letters, decided. Pickled: a function of a module, or a frozen value
that can be called. It may work on another machine: of the desk it finds papers and schools alone.
"""


class Source(Protocol):
    """A roster with all that is said about it; reopened, it gives the same in the same order."""

    @property
    def originals(self) -> Mapping[str, Path]:
        """Give the files it is read from, by names of their own; a run keeps copies."""

    @property
    def recipe(self) -> Tree:
        """Give what else it takes to open it again."""

    @property
    def judge(self) -> Judge:
        """Give what judges its families."""

    def families(self) -> Iterator[Family]:
        """Give all families, each of a sort that can be pickled; memory does not grow."""

    def settled(self) -> None:
        """Hear that all families are fixed on the disk, maybe more than once."""

    def close(self) -> None:
        """Let go of what it is read from."""


def gone_through(source: Source) -> Source:
    """Read all families of a source, as it takes before it can remember them."""
    for _ in source.families():
        pass
    return source


Reopen = Callable[[Desk, Path, Tree], Source]
"""A desk, the folder of a run's copies, and its recipe → the same source again."""
