"""Made drafts → the case's draft folder: each whole, those of the last run gone."""

from collections.abc import Collection, Mapping
from pathlib import Path

from docgen.store.disk import PART, disk, write_whole


def put_drafts(
    folder: Path, case: str, drafts: Mapping[str, bytes], instead_of: Collection[str] | None = None
) -> None:
    """Write drafts over those before, and remove the case's other drafts.

    With `instead_of` remove only what is named there and was not made now.
    Raises `DiskTrouble`.
    """
    for name, content in drafts.items():
        write_whole(folder / name, content)
    if folder.is_dir():
        mark = f"{case}-draft-"
        for path in sorted(folder.iterdir()):
            stale = path.name.startswith(mark) and path.name not in drafts
            stale = stale and (instead_of is None or path.name in instead_of)
            unfinished = path.name.startswith(f".{mark}") and path.name.endswith(PART)
            if stale or unfinished:
                with disk(path.name):
                    path.unlink()
