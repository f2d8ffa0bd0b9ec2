"""Members that never change, packed once, and those of one document → a Word file's bytes."""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from isal import igzip_lib, isal_zlib

LEVEL = 1
BEST = 9
RAW = -15
LOCAL = struct.Struct("<4s5H3I2H")
ENTRY = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
SIZES = struct.Struct(">QQ")
VERSION, STORED, DEFLATED, UTF8 = 20, 0, 8, 0x800
MIDNIGHT, FIRST_OF_1980 = 0, 0x21


class Hash(Protocol):
    """What sums members up; `hashlib` makes them."""

    def update(self, data: bytes, /) -> None:
        """Take in more."""

    def copy(self) -> "Hash":
        """Go on from here apart."""

    def hexdigest(self) -> str:
        """Give the sum."""


@dataclass(frozen=True)
class Constant:
    """Members packed once: their bytes as a file begins, and their lines of its directory."""

    front: bytes
    directory: bytes
    count: int

    @cached_property
    def summed(self) -> Hash:
        """Give the digest as it stands after these members."""
        digest = hashlib.sha256()
        for name, data in unpacked(self):
            add_to(digest, name, data)
        return digest

    def file(self, names: Sequence[bytes], parts: Sequence[bytes]) -> bytes:
        """Give a whole file: these members, then those of one document."""
        at = len(self.front)
        pieces = [self.front]
        lines = [self.directory]
        for name, data in zip(names, parts, strict=True):
            packed = igzip_lib.compress(data, LEVEL, igzip_lib.COMP_DEFLATE)
            sums = isal_zlib.crc32(data), len(packed), len(data)
            head, line = _heads(name, DEFLATED, sums, at)
            pieces += (head, packed)
            lines.append(line)
            at += len(head) + len(packed)
        directory = b"".join(lines)
        count = self.count + len(names)
        end = END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0)
        return b"".join((*pieces, directory, end))


def constant(members: Mapping[str, bytes]) -> Constant:
    """Pack members as small as may be."""
    pieces: list[bytes] = []
    lines: list[bytes] = []
    at = 0
    for name, data in members.items():
        method, packed = _smallest(data)
        sums = zlib.crc32(data), len(packed), len(data)
        head, line = _heads(name.encode(), method, sums, at)
        pieces += (head, packed)
        lines.append(line)
        at += len(head) + len(packed)
    return Constant(b"".join(pieces), b"".join(lines), len(members))


def unpacked(packed: Constant) -> Iterable[tuple[str, bytes]]:
    """Give the members back, in their order."""
    at = 0
    for _ in range(packed.count):
        _, _, _, method, _, _, _, size, whole, name, _ = LOCAL.unpack_from(packed.front, at)
        at += LOCAL.size
        told = packed.front[at : at + name].decode()
        at += name
        data = packed.front[at : at + size]
        at += size
        yield told, zlib.decompress(data, RAW, max(whole, 1)) if method == DEFLATED else data


def add_to(digest: Hash, name: str, data: bytes) -> None:
    """Take a member's name and bytes into a digest, each after its length."""
    encoded = name.encode()
    digest.update(SIZES.pack(len(encoded), len(data)))
    digest.update(encoded)
    digest.update(data)


def _smallest(data: bytes) -> tuple[int, bytes]:
    squeezer = zlib.compressobj(BEST, zlib.DEFLATED, RAW)
    packed = squeezer.compress(data) + squeezer.flush()
    return (DEFLATED, packed) if len(packed) < len(data) else (STORED, data)


def _heads(name: bytes, method: int, sums: tuple[int, int, int], at: int) -> tuple[bytes, bytes]:
    """Give what stands before a member's bytes, and its line of the directory."""
    flags = 0 if name.isascii() else UTF8
    common = (VERSION, flags, method, MIDNIGHT, FIRST_OF_1980, *sums, len(name), 0)
    head = LOCAL.pack(b"PK\x03\x04", *common) + name
    line = ENTRY.pack(b"PK\x01\x02", VERSION, *common, 0, 0, 0, 0, at) + name
    return head, line
