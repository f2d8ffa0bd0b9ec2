"""What other programs must find on the disk → a private folder that goes with the run.

A run that is killed leaves its folders behind, with what was in them. So each holds a mark that is
locked for as long as its run lives: who opens folders of docgen's removes those that nobody holds.
"""

import shutil
import sys
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

PREFIX = "docgen-"
MARK = "held-by-docgen"
YOUNG = 60.0
"""Seconds: so long nobody asks whether a folder is held, which may not have come to that yet."""

if sys.platform == "win32":
    import msvcrt

    def _lock(mark: BinaryIO) -> None:
        msvcrt.locking(mark.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(mark: BinaryIO) -> None:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Aside:
    """A private folder in the system's folder for such, named `docgen-<what>-…`."""

    def __init__(self, what: str) -> None:
        """Make the folder, and hold it until it is removed or the run ends."""
        self.path = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{what}-"))
        mark = (self.path / MARK).open("wb")
        with suppress(OSError):  # a disk without locks: then nobody's folders are swept there
            _lock(mark)
        self.remove = weakref.finalize(self, _remove, self.path, mark)

    def __enter__(self) -> Self:
        """Give the folder itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the folder, whatever happened."""
        self.remove()


def sweep() -> None:
    """Remove the folders of runs that live no more; where one can't be removed, it stays."""
    for folder in _left():
        with suppress(OSError), (folder / MARK).open("r+b") as mark:
            _lock(mark)
            _remove(folder, mark)


def _left() -> Iterator[Path]:
    """Give the folders that are docgen's by their mark, and not just being made."""
    ripe = time.time() - YOUNG
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # somebody else's, or gone by now
            if (folder / MARK).stat().st_mtime < ripe:
                yield folder


def _remove(folder: Path, mark: BinaryIO) -> None:
    mark.close()  # Windows removes no open file
    shutil.rmtree(folder, ignore_errors=True)
