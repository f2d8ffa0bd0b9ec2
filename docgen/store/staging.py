"""All that one run delivers ↔ a hidden folder on the outbox's own volume, which outlives a crash.

The manifest is written last and taken away first: a folder without one holds
nothing that anybody waits for.
"""

import datetime as dt
import errno
import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen.store.disk import sync_folder, write_synced
from docgen.store.edits import Addition, apply_additions

MANIFEST, FILES, LOCK, CASEFILE = "manifest.json", "files", "lock", "casefile.yaml"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one run brings: documents by file name, and what the casefile is told of them.

    `after` is the casefile with the additions, made from the bytes whose
    SHA-256 (hex) is `base`: right unless a person changes the file meanwhile.
    """

    run: str
    case: str
    casefile: Path
    files: Mapping[str, bytes]
    additions: tuple[Addition, ...]
    base: str
    after: bytes


@dataclass(frozen=True, slots=True)
class Staged:
    """A delivery as it waits in its folder; `casefile` as the manifest names it."""

    folder: Path
    case: str
    casefile: str
    base: str
    files: tuple[str, ...]
    additions: tuple[Addition, ...]

    def changed(self, casefile: bytes) -> bytes:
        """Give the casefile with all additions in it; raises `CasefileRejected`."""
        ready = self.folder / CASEFILE
        if sha256(casefile).hexdigest() == self.base and ready.exists():
            return ready.read_bytes()
        return with_additions(casefile, self.additions)


def with_additions(casefile: bytes, additions: Sequence[Addition]) -> bytes:
    """Give a casefile with additions in it, its comments and order kept.

    Raises `CasefileRejected`, or `OSError` for a file that is no text in UTF-8.
    """
    try:
        text = casefile.decode()
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, "it is not saved as UTF-8") from error
    return apply_additions(text, additions).encode()


def write_down(folder: Path, delivery: Delivery, shown: str) -> Staged:
    """Stage a delivery, on the disk for good; `shown` names the casefile; raises `OSError`."""
    contents = {folder / FILES / name: content for name, content in delivery.files.items()}
    (folder / FILES).mkdir()
    for path, content in (contents | {folder / CASEFILE: delivery.after}).items():
        write_synced(path, content)
    sync_folder(folder / FILES)
    files = tuple(delivery.files)
    staged = Staged(folder, delivery.case, shown, delivery.base, files, delivery.additions)
    part = folder / f"{MANIFEST}.part"
    write_synced(part, _manifest(staged))
    part.replace(folder / MANIFEST)
    for changed in (folder, folder.parent):
        sync_folder(changed)
    return staged


def read_back(folder: Path) -> Staged | None:
    """Read what a folder holds, None if nothing that anybody waits for; raises `ValueError`."""
    try:
        content = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        return None
    try:
        kept = json.loads(content, object_hook=_dated)
        additions = tuple(
            Addition(**each | {"path": tuple(each["path"])}) for each in kept["additions"]
        )
        texts = (kept["case"], kept["casefile"], kept["base"])
        return Staged(folder, *texts, tuple(kept["files"]), additions)
    except (KeyError, TypeError) as error:
        raise ValueError(MANIFEST) from error


def take_away(folder: Path) -> None:
    """Remove what was staged, the manifest first; the lock stays for who holds it."""
    (folder / MANIFEST).unlink(missing_ok=True)
    sync_folder(folder)
    with suppress(OSError):  # what is left holds no manifest; the next start takes it away
        (folder / CASEFILE).unlink(missing_ok=True)
        shutil.rmtree(folder / FILES, ignore_errors=True)


def _manifest(staged: Staged) -> bytes:
    kept = asdict(staged)
    del kept["folder"]
    return json.dumps(kept, indent=1, default=_date).encode()


def _date(value: object) -> dict[str, str]:
    if isinstance(value, dt.date):
        return {"$date": value.isoformat()}
    raise TypeError(type(value).__name__)


def _dated(value: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever stood in the JSON
    return dt.date.fromisoformat(value["$date"]) if set(value) == {"$date"} else value
