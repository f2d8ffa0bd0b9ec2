"""A workbook's zip file → what forbids to unpack it, before anything is unpacked."""

import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from docgen.model.finding import Finding
from docgen.model.sheet import Mark
from docgen.store.roster.faults import refused

MEGABYTE = 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOOKED_AT = 64 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError)
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes; `ratio` is unpacked to packed and counts from `ratio_from` bytes on.

    `held` is for a part that is held in memory as a whole (styles, the list of sheets).
    """

    members: int = 5_000
    unpacked: int = 4_000 * MEGABYTE
    held: int = 32 * MEGABYTE
    ratio: int = 200
    ratio_from: int = 20 * MEGABYTE


LIMITS = Limits()
STREAMED = ("xl/worksheets/", "xl/sharedstrings.xml", "content.xml", "xl/media/", "pictures/")
"""What is read bit by bit, or not at all."""


@dataclass(frozen=True, slots=True)
class Package:
    """What the zip file of a workbook is: `kind` `xlsx` or `ods`."""

    kind: str
    has_macros: bool


def looked_into(
    path: Path, shown: str, limits: Limits = LIMITS
) -> tuple[Package | None, Finding | None]:
    """Tell what kind of workbook it is, or why it can't be read; raises `OSError`."""
    place = Mark(shown, 1, 1)
    with path.open("rb") as file:
        try:
            rule, package = _package(file, limits)
        except (*BROKEN, OSError):  # an odd place in a damaged file is an OSError, too
            rule, package = "roster-damaged", None
    return package, refused(rule, place) if rule else None


def _package(file: BinaryIO, limits: Limits) -> tuple[str, Package | None]:
    with zipfile.ZipFile(file) as archive:
        rule = _judged(archive.infolist(), limits) or _opened(archive)
        kind = "" if rule else _kind(archive)
        if kind == "ods" and _is_locked(archive):
            rule = "roster-password"
        if rule or not kind:
            return rule or "roster-kind", None
        return "", Package(kind, _has_macros(archive))


@contextmanager
def unpacked(path: Path, part: str) -> Iterator[IO[bytes]]:
    """Unpack a part of a workbook as it is read."""
    with path.open("rb") as file, zipfile.ZipFile(file) as archive, archive.open(part) as source:
        yield source


def old_or_locked(file: BinaryIO) -> str:
    """Tell an old workbook from one that is locked: both are in the same kind of container."""
    content = file.read(MEGABYTE)
    return (
        "roster-password" if "EncryptedPackage".encode("utf-16-le") in content
        else "roster-old-format"
    )  # fmt: skip


def _judged(infos: list[zipfile.ZipInfo], limits: Limits) -> str:
    """Hold sizes to the limits; zipfile never unpacks more than a member says."""
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    held = [info for info in infos if not info.filename.casefold().startswith(STREAMED)]
    if (
        len(infos) > limits.members
        or unpacked > limits.unpacked
        or (unpacked > limits.ratio_from and unpacked > packed * limits.ratio)
        or any(info.file_size > limits.held for info in held)
    ):
        return "roster-bomb"
    if any(info.flag_bits & ENCRYPTED for info in infos):
        return "roster-password"
    names = Counter(info.filename.casefold() for info in infos)
    return "roster-damaged" if any(count > 1 for count in names.values()) else ""


def _opened(archive: zipfile.ZipFile) -> str:
    """Refuse parts with entities of their own, which can unfold without end."""
    for info in archive.infolist():
        if info.filename.endswith((".xml", ".rels")):
            with archive.open(info) as part:
                start = part.read(LOOKED_AT).replace(b"\x00", b"")
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                return "roster-bomb"
    return ""


def _kind(archive: zipfile.ZipFile) -> str:
    names = frozenset(archive.namelist())
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    if {"mimetype", "content.xml"} <= names:
        kept = archive.read("mimetype")[:100]
        return "ods" if b"opendocument.spreadsheet" in kept else ""
    return ""


def _is_locked(archive: zipfile.ZipFile) -> bool:
    try:
        return b"encryption-data" in archive.read("META-INF/manifest.xml")
    except KeyError:
        return False


def _has_macros(archive: zipfile.ZipFile) -> bool:
    names = [name.casefold() for name in archive.namelist()]
    return any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in names)
