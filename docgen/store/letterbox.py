"""Letters staged in a hidden folder → the folder where they belong: none is ever written over.

Nothing is synced file by file: a letter that the lights going out have spoilt is found by its sum
when the command is run again, and made anew.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.store.archives import write_archive
from docgen.store.disk import disk, sync_folder
from docgen.store.locks import alone

HIDDEN, STAGING, LOCK = ".docgen", "staging", "lock"
PATIENCE = 3.0
ASIDE = "{name} was not as it was made: it is kept as {kept}, and was made anew."
Named = tuple[str, bytes]


@contextmanager
def letterbox(out: Path) -> Iterator[Path]:
    """Work in a folder for letters alone; gives its hidden folder. Raises `DiskTrouble`."""
    hidden = out / HIDDEN
    with disk(str(out)):
        (hidden / STAGING).mkdir(parents=True, exist_ok=True)
    with alone(hidden / LOCK, f"the folder {out}", PATIENCE):
        yield hidden


def stage(hidden: Path, chunk: str, files: Iterable[Named], archive: str = "") -> str:
    """Write a chunk's files where nobody looks yet, or the one archive that holds them.

    Gives the archive's SHA-256 (hex), "" without one. Raises `DiskTrouble`.
    """
    folder = hidden / STAGING / chunk
    with disk(folder.name):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        if archive:
            write_archive(folder / archive, files)
            return sum_of(folder / archive)
        for name, content in files:
            _write(folder / name, content)
    return ""


def deliver(hidden: Path, chunk: str) -> tuple[str, ...]:
    """Bring a chunk to its place; gives notices. Twice does no harm. Raises `DiskTrouble`."""
    folder = hidden / STAGING / chunk
    notices: list[str] = []
    with disk(str(hidden.parent)):
        for staged in sorted(folder.glob("*")) if folder.is_dir() else ():
            notices += _brought(staged, hidden.parent / staged.name)
        shutil.rmtree(folder, ignore_errors=True)
    return tuple(notices)


def clear(hidden: Path) -> None:
    """Take away what is staged and belongs to nobody."""
    shutil.rmtree(hidden / STAGING, ignore_errors=True)
    with disk(str(hidden.parent)):
        (hidden / STAGING).mkdir(exist_ok=True)


def settle(out: Path) -> None:
    """Wait until the disk has all that was delivered, where the system can do that in one go."""
    if hasattr(os, "sync"):
        os.sync()
    sync_folder(out)


def sum_of(path: Path) -> str:
    """Give a file's SHA-256 (hex), "" where there is none; raises `DiskTrouble`."""
    with disk(path.name):
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return ""


def _brought(staged: Path, place: Path) -> Iterator[str]:
    if not place.exists():
        staged.replace(place)
        return
    if sum_of(place) == sum_of(staged):
        staged.unlink()
        return
    kept = _aside(place)
    place.replace(kept)
    staged.replace(place)
    yield ASIDE.format(name=place.name, kept=kept.name)


def _aside(place: Path) -> Path:
    number = 1
    while (kept := place.with_name(f"{place.stem}-kept-{number}{place.suffix}")).exists():
        number += 1
    return kept


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        if not hasattr(os, "sync"):  # Windows can't wait for all files in one go
            file.flush()
            os.fsync(file.fileno())
