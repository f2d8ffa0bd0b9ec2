"""Made drafts → the case's draft folder: each whole, those of the last run gone."""

from collections.abc import Mapping
from pathlib import Path

from docgen.store.disk import PART, disk, write_whole


def put_drafts(folder: Path, case: str, drafts: Mapping[str, bytes], *, only_these: bool) -> None:
    """Write drafts over those before; with `only_these` remove the case's other drafts.

    Raises `DiskTrouble`.
    """
    for name, content in drafts.items():
        write_whole(folder / name, content)
    if only_these and folder.is_dir():
        mark = f"{case}-draft-"
        for path in sorted(folder.iterdir()):
            stale = path.name.startswith(mark) and path.name not in drafts
            unfinished = path.name.startswith(f".{mark}") and path.name.endswith(PART)
            if stale or unfinished:
                with disk(path.name):
                    path.unlink()
