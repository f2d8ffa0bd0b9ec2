"""A chunk's letters ↔ staged beside the place where they go, and moved there in one step."""

import shutil
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from docgen.store.archives import write_archive
from docgen.store.disk import sync_folder, write_synced

STAGING, RECORD, FILES, ARCHIVED = ".staging", "issued.jsonl.gz", "files", "letters.zip"
AT_ONCE = 8
"""Files on their way to the disk at the same time: each waits until the disk has it."""
TRIES, PAUSE = 10, 0.1


@dataclass(frozen=True, slots=True)
class Staged:
    """A chunk made by one try at it, as it waits to be recorded."""

    chunk: int
    folder: Path

    @property
    def record(self) -> Path:
        """Give the file that tells what came of its letters; written last."""
        return self.folder / RECORD


def place_of(letters: Path, chunk: int) -> Path:
    """Give the folder of a chunk's letters; an archive has the same name with its ending."""
    return letters / f"{chunk:05}"


def stage(
    letters: Path, name: str, files: Iterable[tuple[str, bytes]], record: bytes, *, archive: bool
) -> Path:
    """Stage a chunk's letters and what came of them, on the disk for good; raises `OSError`.

    `name` is the chunk's number and the try's own token.
    """
    folder = letters / STAGING / name
    folder.mkdir(parents=True)
    made = list(files)
    if made and archive:
        write_archive(folder / ARCHIVED, made)
    elif made:
        _write_files(folder / FILES, made)
    part = folder / f"{RECORD}.part"
    write_synced(part, record)
    part.replace(folder / RECORD)
    for changed in (folder, folder.parent):
        sync_folder(changed)
    return folder


def bring(staged: Staged, letters: Path) -> tuple[str, ...]:
    """Bring staged letters to their place; gives the names under which others are kept.

    Doing it twice does no harm. Raises `OSError`.
    """
    aside: list[str] = []
    place = place_of(letters, staged.chunk)
    for made, target in (
        (staged.folder / FILES, place),
        (staged.folder / ARCHIVED, place.with_suffix(".zip")),
    ):
        if made.exists():  # else it was brought before the lights went out
            if target.exists():
                kept = target.with_name(f"{target.stem}-kept-{staged.folder.name}{target.suffix}")
                _moved(target, kept)
                aside.append(kept.name)
            _moved(made, target)
            sync_folder(letters)
    return tuple(aside)


def take_away(staged: Staged) -> None:
    """Remove what was staged, its record first: without one nobody waits for it."""
    with suppress(OSError):  # open elsewhere; the next start takes it away
        staged.record.unlink(missing_ok=True)
    shutil.rmtree(staged.folder, ignore_errors=True)


def _write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    folder.mkdir()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda file: write_synced(folder / file[0], file[1]), files):
            pass
    sync_folder(folder)


def _moved(source: Path, target: Path) -> None:
    """Move in one step; on Windows a scanner may hold a fresh file for a moment."""
    for _ in range(TRIES - 1):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(PAUSE)
        else:
            return
    source.replace(target)
