"""A key → what was made for it before, kept in a folder that is the user's own alone."""

import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

MOST = 100_000_000
MOST_FILES = 500
LARGEST = 30_000_000
PRIVATE, SHARED = 0o700, 0o077
PART = ".part"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of things that can be made again: what is damaged or not the user's own is dropped.

    `most` is how many bytes it keeps; the oldest go first. A folder that can't be used keeps
    nothing, and hinders nothing.
    """

    folder: Path
    most: int = MOST

    def get(self, key: str) -> bytes | None:
        """Give what is kept under a key, if it is the user's and nobody else may write it."""
        try:
            if not _is_private(os.lstat(self.folder)):
                return None
            flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(self.folder / key, flags)
        except OSError:
            return None
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, no path
            about = os.fstat(descriptor)
            if stat.S_ISREG(about.st_mode) and _is_private(about) and about.st_size <= LARGEST:
                content = file.read()
                with suppress(OSError):
                    os.utime(self.folder / key)
                return content
        self.drop(key)
        return None

    def put(self, key: str, content: bytes) -> None:
        """Keep something, whole or not at all; other processes may do so at the same time."""
        if len(content) > min(LARGEST, self.most):
            return
        part = self.folder / f".{key}.{secrets.token_hex(4)}{PART}"
        with suppress(OSError):
            self.folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            if not _is_private(os.lstat(self.folder)):
                return
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            try:
                with open(os.open(part, flags, 0o600), "wb") as file:  # noqa: PTH123 - as above
                    file.write(content)
                part.replace(self.folder / key)
            finally:
                part.unlink(missing_ok=True)
            self._trim()

    def drop(self, key: str) -> None:
        """Forget what is kept under a key."""
        with suppress(OSError):
            (self.folder / key).unlink()

    def _trim(self) -> None:
        """Take out the oldest until no more is kept than may be."""
        kept = sorted((_about(path) for path in self.folder.iterdir()), reverse=True)
        total = 0
        for place, (_, size, path) in enumerate(kept):
            total += size
            if total > self.most or place >= MOST_FILES:
                with suppress(OSError):
                    path.unlink()


def own_cache() -> Cache:
    """Give the cache in the user's own folder."""
    return Cache(user_cache_path("docgen", appauthor=False) / "compiled")


def _about(path: Path) -> tuple[float, int, Path]:
    """Give age, size and place; what is gone in the meantime has no size."""
    try:
        about = path.lstat()
    except OSError:
        return 0.0, 0, path
    return about.st_mtime, about.st_size, path


def _is_private(about: os.stat_result) -> bool:
    """Tell whether a file or folder is the user's, and nobody else may read or write it."""
    if not hasattr(os, "geteuid"):  # Windows: the user's own folder is the user's alone
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & SHARED
