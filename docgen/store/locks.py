"""A lock file → something that one run at a time may do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk

PATIENCE = 30.0
REASONS: Reasons = {
    "busy": Wording(
        "Another run of docgen is at work on {what}.",
        "Wait until it has ended, then run the command again.",
    ),
}


@contextmanager
def alone(path: Path, what: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a lock, waiting some seconds for it; raises `DiskTrouble`."""
    lock = FileLock(path)
    with disk(path.name):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=patience)
        except Timeout as error:
            raise stop(DiskTrouble, REASONS, "busy", what=what) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def if_free(path: Path) -> Iterator[bool]:
    """Hold a lock if nobody else does, and tell whether it is held."""
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
