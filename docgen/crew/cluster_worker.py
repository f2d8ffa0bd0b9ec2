"""What a worker of a cluster is asked → what it answers; its luggage lies in a folder of its own.

Nothing here raises: what goes wrong is an answer. Texts of people are never in what Dask itself
shows or logs, as all that travels is packed.
"""

import atexit
import pickle
import shutil
import sys
import tempfile
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any

from docgen.crew.briefs import Lost, told

MOST = 8
"""Offices whose luggage a worker keeps; the one not used for longest goes first."""
LEVEL = 1


@dataclass(frozen=True, slots=True)
class Luggage:
    """What workers need beside their briefs: files, and how a brief is told where they lie.

    `fit` is a function of a module; it takes the folder and a brief, and gives the brief.
    """

    digest: str
    files: tuple[tuple[str, bytes], ...] = field(repr=False)
    fit: Callable[[Path, Any], Any]


@dataclass(frozen=True, slots=True)
class Packed:
    """Something on its way, that shows nothing of itself."""

    content: bytes = field(repr=False)

    def opened(self) -> Any:  # noqa: ANN401 - whatever was packed
        """Give what is in it."""
        return pickle.loads(zlib.decompress(self.content))  # noqa: S301 - from the office's own run


@dataclass(frozen=True, slots=True)
class Made:
    """By which docgen and Python something is done: both ends must have the same."""

    docgen: str
    python: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """The answer of a worker that has another docgen or Python."""

    made: Made


@dataclass(frozen=True, slots=True)
class Without:
    """The answer of a worker that has not got the luggage yet: it came later than others."""

    worker: str


Answer = Packed | Without | Stranger


def packed(what: object) -> Packed:
    """Pack something up."""
    return Packed(zlib.compress(pickle.dumps(what), LEVEL))


def made_by() -> Made:
    """Tell what this process runs."""
    try:
        release = version("docgen")
    except PackageNotFoundError:  # run from a checkout
        release = "unreleased"
    return Made(release, ".".join(map(str, sys.version_info[:2])))


def serve(wanted: Made, digest: str, asked: Packed) -> Answer:
    """Do a task; `digest` names the luggage that it needs, "" for none."""
    if made_by() != wanted:
        return Stranger(made_by())
    with _ALONE:
        here = _UNPACKED.get(digest)
        if digest and here is None:
            return Without(_own_address())
        try:
            task, brief = asked.opened()
            if here is not None:
                _UNPACKED.move_to_end(digest)
                folder, fit = here
                brief = fit(folder, brief)
            return packed(task(brief))
        except Exception as error:  # noqa: BLE001 - one brief must not stop the others
            return packed(Lost(told(error)))


def take(luggage: Packed, dask_worker: Any) -> str:  # noqa: ANN401 - Dask gives its own worker by that name
    """Unpack luggage where nobody else can read it; gives why that failed, "" when it is done."""
    with _ALONE:
        try:
            _take(luggage.opened(), dask_worker.local_directory)
        except OSError as error:
            return (error.strerror or type(error).__name__).lower()
        except Exception as error:  # noqa: BLE001 - an error may be of a sort that can't travel
            return told(error)
    return ""


def _take(luggage: Luggage, home: str) -> None:
    if luggage.digest in _UNPACKED:
        return
    folder = Path(tempfile.mkdtemp(prefix="docgen-", dir=home))
    for name, content in luggage.files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    _UNPACKED[luggage.digest] = (folder, luggage.fit)
    while len(_UNPACKED) > MOST:
        _, (oldest, _) = _UNPACKED.popitem(last=False)
        shutil.rmtree(oldest, ignore_errors=True)


def _own_address() -> str:
    from distributed import get_worker  # noqa: PLC0415 - slow to load, and not everywhere there

    return str(get_worker().address)


_ALONE = Lock()
"""A worker with several threads does one task at a time: what is compiled belongs to one."""
_UNPACKED: OrderedDict[str, tuple[Path, Callable[[Path, Any], Any]]] = OrderedDict()


@atexit.register
def _leave() -> None:
    for folder, _ in _UNPACKED.values():
        shutil.rmtree(folder, ignore_errors=True)
