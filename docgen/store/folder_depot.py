"""A chunk's letters ↔ a folder: staged beside the place where they go, moved there in one step."""

import shutil
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DiskTrouble, stop
from docgen.store.archives import REASONS, member, write_archive
from docgen.store.disk import disk, sync_folder, write_synced
from docgen.store.staged_letters import (
    ARCHIVED,
    FILES,
    KEPT,
    RECORD,
    STAGING,
    Load,
    Staged,
    place_of,
    staged_under,
)

AT_ONCE = 8
"""Files on their way to the disk at the same time: each waits until the disk has it."""
TRIES, PAUSE = 10, 0.1


@dataclass(frozen=True, slots=True)
class FolderDepot:
    """A depot that is a folder, on this machine or on a disk that others share."""

    home: Path

    @property
    def place(self) -> str:
        """Give the folder."""
        return str(self.home)

    def ready(self) -> None:
        """Make the folder, if it can be made."""
        with disk(self.home.name):
            self.home.mkdir(parents=True, exist_ok=True)

    def stage(self, staged: Staged, load: Load) -> None:
        """Put a chunk here, on the disk for good."""
        folder = self._at(staged)
        with disk(self.home.name):
            folder.mkdir(parents=True)
            if load.files and load.archive:
                write_archive(folder / ARCHIVED, load.files)
            elif load.files:
                _write_files(folder / FILES, load.files)
            part = folder / f"{RECORD}.part"
            write_synced(part, load.record)
            part.replace(folder / RECORD)
            for changed in (folder, folder.parent):
                sync_folder(changed)

    def record(self, staged: Staged) -> bytes | None:
        """Give what came of a staged chunk's letters."""
        path = self._at(staged) / RECORD
        with disk(path.name):
            return path.read_bytes() if path.exists() else None

    def bring(self, staged: Staged) -> tuple[str, ...]:
        """Move staged letters to their place."""
        aside: list[str] = []
        place = self.home / place_of(staged.chunk)
        folder = self._at(staged)
        moves = ((folder / FILES, place), (folder / ARCHIVED, place.with_suffix(".zip")))
        with disk(place.name):
            for made, target in moves:
                if made.exists():  # else it was brought before the lights went out
                    aside += _kept(target, staged)
                    _moved(made, target)
                    sync_folder(self.home)
        return tuple(aside)

    def take_away(self, staged: Staged) -> None:
        """Remove what was staged."""
        folder = self._at(staged)
        with suppress(OSError):  # open elsewhere; the next start takes it away
            (folder / RECORD).unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)

    def waiting(self) -> Iterator[Staged]:
        """Give what waits."""
        home = self.home / STAGING
        with disk(home.name):
            names = [each.name for each in home.iterdir() if each.is_dir()] if home.is_dir() else []
        return staged_under(names)

    def letter(self, chunk: int, name: str) -> bytes:
        """Give a letter, from its folder or archive."""
        place = self.home / place_of(chunk)
        file = place / name
        archive = place.with_suffix(".zip")
        if place.is_dir() and not (file.exists() or archive.exists()):
            raise stop(DiskTrouble, REASONS, "archive-lacks", archive=place.name, name=name)
        if not file.exists():
            return member(archive, name)
        with disk(name):
            return file.read_bytes()

    def tidy(self) -> None:
        """Take away the folder in which letters were staged."""
        with suppress(OSError):
            (self.home / STAGING).rmdir()

    def _at(self, staged: Staged) -> Path:
        return self.home / STAGING / staged.name


def _kept(target: Path, staged: Staged) -> Iterator[str]:
    """Keep what stands in a place under another name."""
    if target.exists():
        name = KEPT.format(name=target.stem, by=staged.name) + target.suffix
        _moved(target, target.with_name(name))
        yield name


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
