"""Bytes of a zip file → its members in order, read within bounds; and back, always the same."""

import hashlib
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO

from docgen.press.ooxml.inflating import inflated
from docgen.press.ooxml.limits import LIMITS, MEGABYTE, Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EPOCH = (1980, 1, 1, 0, 0, 0)
LEVEL = 6
ODD_NAME = re.compile(r"^/|\\|:|[\x00-\x1f\x7f]|(^|/)\.{1,2}(/|$)|//")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)

Problem = tuple[str, dict[str, object]]


def read_members(
    content: bytes, limits: Limits = LIMITS
) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Unpack a Word file; the problems are fault ids with the names they fill in."""
    early = _kind_of(content, limits)
    if early is not None:
        return {}, (early,)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = [info for info in archive.infolist() if not _is_folder(info)]
            problems = tuple(_judge(infos, len(content), limits))
            return ({}, problems) if problems else _unpack(archive, infos, limits, content)
    except BROKEN:
        return {}, (("word-damaged", {}),)


def some_members(content: bytes, names: Collection[str]) -> Mapping[str, bytes]:
    """Unpack members of a file that this program made."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in names}


def write_members(members: Mapping[str, bytes]) -> bytes:
    """Zip members in their order; nothing but their names and bytes shapes the result."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 0
            info.external_attr = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=LEVEL)
    return out.getvalue()


def digest_of(members: Mapping[str, bytes]) -> str:
    """Give the SHA-256 (hex) over names and unpacked bytes in order, each after its length."""
    digest = hashlib.sha256()
    for name, data in members.items():
        encoded = name.encode()
        digest.update(struct.pack(">QQ", len(encoded), len(data)))
        digest.update(encoded)
        digest.update(data)
    return digest.hexdigest()


def _kind_of(content: bytes, limits: Limits) -> Problem | None:
    if content.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        return ("word-encrypted" if locked else "word-old-format"), {}
    if len(content) > limits.packed:
        return _too_large(limits)
    if not content.startswith(b"PK"):
        return "word-not-docx", {}
    return None


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.is_dir() and info.file_size == 0


def _judge(infos: list[zipfile.ZipInfo], packed: int, limits: Limits) -> Iterator[Problem]:
    if len(infos) > limits.members:
        yield "word-too-many-members", {"count": len(infos), "limit": limits.members}
        return
    declared = sum(info.file_size for info in infos)
    if _is_bomb(declared, packed, limits):
        yield _bomb(limits)
    elif declared > limits.unpacked:
        yield _too_large(limits)
    counts = Counter(info.filename.casefold() for info in infos)
    for info in infos:
        if counts.pop(info.filename.casefold(), 1) > 1:
            yield "word-member-twice", {"member": info.filename}
        if ODD_NAME.search(info.filename):
            yield "word-member-name", {"member": info.filename}
    if any(info.flag_bits & 0x1 for info in infos):
        yield "word-encrypted", {}


def _unpack(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], limits: Limits, content: bytes
) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    members: dict[str, bytes] = {}
    left = limits.unpacked
    for info in infos:
        data = inflated(content, info)
        if data is None:
            with archive.open(info) as stream:
                data = stream.read(left + 1)
        left -= len(data)
        if left < 0:
            return {}, (_too_large(limits),)
        if _is_bomb(limits.unpacked - left, len(content), limits):
            return {}, (_bomb(limits),)
        members[info.filename] = data
    return members, ()


def _is_bomb(unpacked: int, packed: int, limits: Limits) -> bool:
    return unpacked > limits.ratio_from and unpacked > packed * limits.ratio


def _bomb(limits: Limits) -> Problem:
    return "word-bomb", {"limit": limits.ratio}


def _too_large(limits: Limits) -> Problem:
    packed, unpacked = limits.packed // MEGABYTE, limits.unpacked // MEGABYTE
    return "word-too-large", {"limit": packed, "unpacked": unpacked}
