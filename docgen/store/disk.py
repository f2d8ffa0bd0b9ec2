"""Bytes → a file that is there whole or not at all, and still there when the lights go out."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording

REASONS: Reasons = {
    "disk-full": Wording(
        "There is no room on the disk for {name}.",
        "Make room, then run the command again. Nothing of this file was written.",
    ),
    "disk-refused": Wording(
        "{name} can't be read or written ({why}).",
        "If the file is open in Word or another program, close the file there. Otherwise see that"
        " you may write in its folder. Then run the command again.",
    ),
}
NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
PART = ".part"


@contextmanager
def disk(name: str) -> Iterator[None]:
    """Turn what the operating system refuses about a file into `DiskTrouble`."""
    try:
        yield
    except OSError as error:
        code = "disk-full" if error.errno in NO_ROOM else "disk-refused"
        why = (error.strerror or type(error).__name__).lower()
        raise stop(DiskTrouble, REASONS, code, name=name, why=why) from error


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Put a file in its place in one step, over what was there; raises `DiskTrouble`."""
    with disk(path.name):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = beside(path)
        try:
            write_synced(part, content, private=private)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def beside(path: Path) -> Path:
    """Give a name of its own in the same folder, for a file not yet whole."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")


def write_synced(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a new file and wait until the disk has it; raises `OSError`."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600 if private else 0o666), "wb") as file:  # noqa: PTH123 - a descriptor, no path
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has a folder's names, where the system can do so."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders; it keeps their names by itself
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
