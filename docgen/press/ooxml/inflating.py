"""A short member of a zip file → its bytes; the same packed bytes are unpacked once.

Letters of one template share most members. `zipfile` reads what is long or in any way odd.
"""

import struct
import zlib
from functools import lru_cache
from zipfile import ZIP_DEFLATED, ZipInfo

MOST_KEPT, SHORT = 128, 100_000
"""So many members are remembered, packed and unpacked of at most so many bytes each."""
HEADER = struct.Struct("<4s22xHH")
SIGNATURE = b"PK\x03\x04"
ODD = 0x61
"""Flags of a member that is encrypted or a patch (APPNOTE 4.4.4)."""


def inflated(content: bytes, info: ZipInfo) -> bytes | None:
    """Give a short and sound member's bytes; None where `zipfile` is to read or to refuse it."""
    packed = _packed(content, info)
    return None if packed is None else _kept(packed, info.file_size, info.CRC)


def _packed(content: bytes, info: ZipInfo) -> bytes | None:
    """Give the packed bytes of a member whose own header says what the file's list of them says."""
    start = info.header_offset
    begin = start + HEADER.size
    long = max(info.compress_size, info.file_size) > SHORT
    if long or info.compress_type != ZIP_DEFLATED or info.flag_bits & ODD or start < 0:
        return None
    if len(content) < begin:
        return None
    signature, name, extra = HEADER.unpack_from(content, start)
    if signature != SIGNATURE or content[begin : begin + name] != info.orig_filename.encode():
        return None
    begin += name + extra
    return content[begin : begin + info.compress_size]


@lru_cache(MOST_KEPT)
def _kept(packed: bytes, size: int, checksum: int) -> bytes | None:
    """Unpack to so many bytes at most; None if they aren't those that were packed."""
    data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    return data if len(data) == size and zlib.crc32(data) == checksum else None
