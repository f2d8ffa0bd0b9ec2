"""A chunk's letters ↔ a store that is reached by an address, such as `s3://bucket/letters`.

There nothing can be moved in one step: letters are copied to their place, and what was staged goes
when all are there. Done twice, it does no harm.
"""

import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docgen.errors import DiskTrouble, DocgenError, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.store.archives import archived, member_of
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

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

TRIAL = ".docgen-was-here"
"""Written and removed again, to find out whether letters can be put there."""
REASONS: Reasons = {
    "place-needs-package": Wording(
        "Letters can't be put into {place}: what docgen needs to reach it is not installed.",
        'Install it: pip install "docgen[cluster]"{more}. Or name a folder with --out.',
    ),
    "place-unknown": Wording(
        "{place} is no address of a store that docgen knows.",
        "Name a folder, or an address such as s3://bucket/letters or sftp://server/letters.",
    ),
    "place-refused": Wording(
        "{place} can't be read or written ({why}).",
        "See that it is there and that you may write in it: how a store is signed in to is in"
        " docs/cluster.md. Then run the command again.",
    ),
}
WHYS: Mapping[str, str] = {
    "FileNotFoundError": "it is not there",
    "PermissionError": "you may not",
    "NoCredentialsError": "nobody is signed in to it",
    "TimeoutError": "it does not answer",
    "ConnectionError": "it does not answer",
    "EndpointConnectionError": "it does not answer",
}
"""What the errors of stores mean, by the names of their sorts: each store brings its own."""


@dataclass(frozen=True, slots=True)
class FarDepot:
    """A depot in a store that fsspec reaches; `place` is its address, which holds no password."""

    place: str

    def ready(self) -> None:
        """Write something, read it and remove it again."""
        with self._reached() as (store, home):
            trial = f"{home}/{TRIAL}"
            _put(store, home, {trial: b"docgen"})
            store.cat_file(trial)
            store.rm_file(trial)

    def stage(self, staged: Staged, load: Load) -> None:
        """Put a chunk here; its record goes last."""
        with self._reached() as (store, home):
            folder = _at(home, staged)
            if load.files and load.archive:
                _put(store, home, {f"{folder}/{ARCHIVED}": archived(load.files)})
            elif load.files:
                _put(store, home, {f"{folder}/{FILES}/{name}": made for name, made in load.files})
            _put(store, home, {f"{folder}/{RECORD}": load.record})

    def record(self, staged: Staged) -> bytes | None:
        """Give what came of a staged chunk's letters."""
        with self._reached() as (store, home):
            try:
                content: bytes = store.cat_file(f"{_at(home, staged)}/{RECORD}")
            except FileNotFoundError:
                return None
            return content

    def bring(self, staged: Staged) -> tuple[str, ...]:
        """Copy staged letters to their place."""
        with self._reached() as (store, home):
            folder, place = _at(home, staged), f"{home}/{place_of(staged.chunk)}"
            moves = {
                each: f"{place}/{each.rpartition('/')[2]}"
                for each in _found(store, f"{folder}/{FILES}")
            }
            if store.exists(f"{folder}/{ARCHIVED}"):
                moves[f"{folder}/{ARCHIVED}"] = f"{place}.zip"
            there = {*_found(store, place), *_found(store, f"{place}.zip")}
            others = {
                target: _aside(target, staged)
                for made, target in moves.items()
                if target in there and store.cat_file(target) != store.cat_file(made)
            }
            _copy(store, home, others)
            _copy(store, home, moves)
            return tuple(kept.rpartition("/")[2] for kept in others.values())

    def take_away(self, staged: Staged) -> None:
        """Remove what was staged; what refuses goes at the next start."""
        with suppress(DiskTrouble), self._reached() as (store, home):
            folder = _at(home, staged)
            with suppress(FileNotFoundError):
                store.rm_file(f"{folder}/{RECORD}")
            with suppress(FileNotFoundError):
                store.rm(folder, recursive=True)

    def waiting(self) -> Iterator[Staged]:
        """Give what waits."""
        with self._reached() as (store, home):
            store.invalidate_cache()
            try:
                found = store.ls(f"{home}/{STAGING}", detail=False)
            except FileNotFoundError:
                found = []
        return staged_under(each.rstrip("/").rpartition("/")[2] for each in found)

    def letter(self, chunk: int, name: str) -> bytes:
        """Give a letter, by itself or out of its archive."""
        place = place_of(chunk)
        with self._reached() as (store, home):
            with suppress(FileNotFoundError):
                content: bytes = store.cat_file(f"{home}/{place}/{name}")
                return content
            archive = _archive(self.place, chunk)
        return member_of(BytesIO(archive), f"{place}.zip", name)

    def tidy(self) -> None:
        """Take away the folder in which letters were staged, where the store has folders."""
        with suppress(DiskTrouble), self._reached() as (store, home):
            store.rmdir(f"{home}/{STAGING}")

    @contextmanager
    def _reached(self) -> Iterator[tuple["AbstractFileSystem", str]]:
        """Reach the store; whatever its library raises becomes one of docgen's reasons."""
        try:
            yield _store_at(self.place)
        except DocgenError:
            raise
        except Exception as error:
            sorts = [kind.__name__ for kind in type(error).__mro__]
            why = next((WHYS[name] for name in sorts if name in WHYS), sorts[0])
            raise stop(DiskTrouble, REASONS, "place-refused", place=self.place, why=why) from error


@lru_cache(maxsize=8)
def _store_at(place: str) -> tuple["AbstractFileSystem", str]:
    """Give the store at an address, and the path in it; raises `UsageTrouble`."""
    scheme = place.partition("://")[0]
    try:
        known: Any = importlib.import_module("fsspec.core")
    except ImportError as error:
        raise stop(UsageTrouble, REASONS, "place-needs-package", place=place, more="") from error
    try:
        store, path = known.url_to_fs(place)
    except ImportError as error:
        names = {"place": place, "more": f" and what fsspec needs for {scheme}://"}
        raise stop(UsageTrouble, REASONS, "place-needs-package", **names) from error
    except ValueError as error:
        raise stop(UsageTrouble, REASONS, "place-unknown", place=place) from error
    return store, path.rstrip("/")


@lru_cache(maxsize=1)
def _archive(place: str, chunk: int) -> bytes:
    """Fetch an archive; its letters are asked for one after the other."""
    store, home = _store_at(place)
    content: bytes = store.cat_file(f"{home}/{place_of(chunk)}.zip")
    return content


def _at(home: str, staged: Staged) -> str:
    return f"{home}/{STAGING}/{staged.name}"


def _found(store: "AbstractFileSystem", path: str) -> list[str]:
    """Give the files at or below a path."""
    store.invalidate_cache()
    try:
        return sorted(store.find(path))
    except FileNotFoundError:
        return []


def _put(store: "AbstractFileSystem", home: str, files: Mapping[str, bytes]) -> None:
    """Put files; folders are made first where the store turns out to have some."""
    try:
        store.pipe(dict(files))
    except OSError:
        _make_folders(store, home, files)
        store.pipe(dict(files))


def _copy(store: "AbstractFileSystem", home: str, moves: Mapping[str, str]) -> None:
    """Copy files within the store, or by way of this machine if the store can't."""
    if not moves:
        return
    try:
        store.copy(list(moves), list(moves.values()))
    except (OSError, NotImplementedError):
        _put(store, home, {target: store.cat_file(made) for made, target in moves.items()})


def _make_folders(store: "AbstractFileSystem", home: str, files: Mapping[str, bytes]) -> None:
    """Make the folders of files, from the one above the run's own downwards.

    What lies above them must be there; a bucket is never made.
    """
    above = home.rpartition("/")[0]
    wanted = {above} if "/" in above else set()
    for path in files:
        folder = path.rpartition("/")[0]
        while len(folder) > len(above):
            wanted.add(folder)
            folder = folder.rpartition("/")[0]
    for folder in sorted(wanted):
        with suppress(FileExistsError):
            store.mkdir(folder, create_parents=False)


def _aside(target: str, staged: Staged) -> str:
    stem, dot, ending = target.rpartition(".")
    return KEPT.format(name=stem, by=staged.name) + dot + ending
