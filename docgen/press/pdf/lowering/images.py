"""Bytes of a picture → what is drawn of them, or the fault that keeps them from being drawn."""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from docgen.press.ooxml.pictures import (
    JPEG,
    JPEG_END,
    PNG,
    PNG_END,
    frame_of,
    picture_of,
)

ENDS = {PNG: PNG_END, JPEG: JPEG_END}
GIF, GIF_END = b"GIF8", b";"
KINDS: Mapping[bytes, str] = {
    GIF: "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"RIFF": "WEBP",
}
SURE = frozenset({"PNG", "JPG", "JPEG", "GIF"})
"""Kinds known by their first bytes: what begins otherwise is none, whatever its name."""
INKS = 4  # components of a JPEG for a printing press: cyan, magenta, yellow, black
ANCILLARY = 0x20  # of a chunk's first letter: small, where a reader may pass it over


class Wrong(NamedTuple):
    """A fault's id, and what its message fills in."""

    rule: str
    kind: str = ""

    @property
    def names(self) -> dict[str, str]:
        """Give the names of its message."""
        return {"kind": self.kind} if self.kind else {}


DAMAGED = Wrong("pdf-picture-damaged")


def trimmed(data: bytes) -> bytes:
    """Leave out what some cameras and programs write behind a picture's end."""
    end = next((end for sign, end in ENDS.items() if data.startswith(sign)), b"")
    at = data.rfind(end) if end else -1
    return data if at < 0 else data[: at + len(end)]


def ending_of(data: bytes) -> str:
    """Give the ending of a picture that can be drawn."""
    return ".png" if data.startswith(PNG) else ".jpg"


def what_is_wrong(data: bytes, said: str) -> Wrong | None:
    """Give the fault of a picture that can't be drawn; `said` is the kind that its name tells."""
    if not data:
        return DAMAGED
    if not data.startswith((PNG, JPEG)):
        found = next((kind for sign, kind in KINDS.items() if data.startswith(sign)), said)
        damaged = not _is_gif(data) if found == "GIF" else found in SURE
        return DAMAGED if damaged else Wrong("pdf-picture-kind", found)
    if picture_of(data) is None or (data.startswith(PNG) and not _is_sound(data)):
        return DAMAGED
    at = frame_of(data) if data.startswith(JPEG) else None
    is_for_press = at is not None and data[at + 9] == INKS
    return Wrong("pdf-picture-cmyk") if is_for_press else None


def _is_gif(data: bytes) -> bool:
    return data.startswith(GIF) and data.rstrip(b"\0").endswith(GIF_END)


def _is_sound(data: bytes) -> bool:
    """Tell whether each chunk of a PNG that it is drawn by is as it was written."""
    view, at = memoryview(data), len(PNG)
    try:
        while at < len(data):
            (length,) = struct.unpack_from(">I", data, at)
            (written,) = struct.unpack_from(">I", data, at + 8 + length)
            needed = not data[at + 4] & ANCILLARY
            if needed and zlib.crc32(view[at + 4 : at + 8 + length]) != written:
                return False
            at += 12 + length
    except struct.error:
        return False
    return True
