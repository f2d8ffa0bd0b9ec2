"""Files to be printed → a folder that holds just these, in one step."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from docgen.store.disk import disk, sync_folder, write_synced

FRESH, OLD = ".print-new", ".print-old"


def put_prints(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace a folder by one with these files, or take it away if there are none.

    Until all are written the old folder stays as it is. Raises `DiskTrouble`.
    """
    fresh, old = folder.with_name(FRESH), folder.with_name(OLD)
    with disk(folder.name):
        for left in (fresh, old):  # from a run that was stopped
            shutil.rmtree(left, ignore_errors=True)
        if files:
            fresh.mkdir(parents=True)
        for name, content in files.items():
            write_synced(fresh / name, content)
        if folder.exists():
            folder.rename(old)
        if files:
            fresh.rename(folder)
            sync_folder(folder.parent)
        shutil.rmtree(old, ignore_errors=True)
