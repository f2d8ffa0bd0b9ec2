"""Made files → one archive of them, written once and synced; and a single file out of it."""

import os
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import IO

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk

LONG_AGO = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o644 << 16
REASONS: Reasons = {
    "archive-lacks": Wording(
        "{archive} does not hold {name}, or is damaged.",
        "Take the archive from a backup.",
    ),
}


def write_archive(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a new archive, on the disk for good; raises `OSError`.

    Word files and PDFs are packed already, so they are stored as they are. The same files give
    the same bytes.
    """
    with path.open("xb") as file:
        _write(file, files)
        file.flush()
        os.fsync(file.fileno())


def archived(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Give the same archive as bytes."""
    file = BytesIO()
    _write(file, files)
    return file.getvalue()


def member(path: Path, name: str) -> bytes:
    """Give one file out of an archive; raises `DiskTrouble`."""
    with disk(path.name), path.open("rb") as file:
        return member_of(file, path.name, name)


def member_of(file: IO[bytes], archive: str, name: str) -> bytes:
    """Give one file out of an archive that is open; raises `DiskTrouble`."""
    try:
        with zipfile.ZipFile(file) as package:
            return package.read(name)
    except (KeyError, zipfile.BadZipFile) as error:
        raise stop(DiskTrouble, REASONS, "archive-lacks", archive=archive, name=name) from error


def _write(file: IO[bytes], files: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.create_system, member.external_attr = 3, PLAIN_FILE
            archive.writestr(member, content)
