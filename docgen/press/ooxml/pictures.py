"""Bytes of a picture → what kind it is and how many pixels it has, if it is whole."""

import struct
import zlib
from dataclasses import dataclass

PNG = b"\x89PNG\r\n\x1a\n"
PNG_END = b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff"
JPEG_END = b"\xff\xd9"
STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's kind (`png`, `jpeg`) and size in pixels."""

    kind: str
    width: int
    height: int


def picture_of(data: bytes) -> Picture | None:
    """Measure a PNG or JPEG; None for anything else, or when it is cut short."""
    try:
        size = _png(data) if data.startswith(PNG) else _jpeg(data)
    except (struct.error, IndexError):
        return None
    if size is None or 0 in size:
        return None
    return Picture("png" if data.startswith(PNG) else "jpeg", *size)


def _png(data: bytes) -> tuple[int, int] | None:
    length, name = struct.unpack_from(">I4s", data, len(PNG))
    head = data[12:29]
    (crc,) = struct.unpack_from(">I", data, 29)
    whole = data.endswith(PNG_END) and zlib.crc32(head) == crc
    if name != b"IHDR" or length != len(head) - 4 or not whole:
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = frame_of(data) if JPEG_END in data[-64:] else None
    if at is None:
        return None
    height, width = struct.unpack_from(">HH", data, at + 5)
    return width, height


def frame_of(data: bytes) -> int | None:
    """Give where the frame of a JPEG begins, which tells its size and number of components."""
    at = len(JPEG) - 1
    while data.startswith(JPEG):
        mark, kind = data[at], data[at + 1]
        if mark != JPEG[0] or kind == SCAN:
            return None
        if kind in FRAMES:
            return at
        at += 2 if kind in STANDALONE else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None
