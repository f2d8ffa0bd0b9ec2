"""A text file's bytes → how its letters are written, and whether the file itself says so."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

PIECE = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What files begin with that say how they are written; longer marks before those inside them."""
USUAL = "cp1252"
THOUGHT_OF = ["cp1252", "cp1250", "cp1254", "cp1257", "cp1251", "cp1256", "mac_roman", "cp850"]
"""What offices' programs write, the most usual first."""
SAMPLE = 200_000
SIGNS = "\u00a2-\u00ac\u00ae-\u00b4\u00b6-\u00bf\u00d7\u00f7"
ODD_SIGN = re.compile(rf"[^\W\d_][{SIGNS}]|[{SIGNS}][^\W\d_]|[a-z][\u00c0-\u00de]")
"""Signs that no word has beside its letters, and capitals inside words."""
CALLED = {
    "cp1252": "Windows-1252 (Western Europe)",
    "cp1250": "Windows-1250 (Central Europe)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1256": "Windows-1256 (Arabic)",
    "mac_roman": "Mac Roman",
    "cp850": "DOS 850",
}


@dataclass(frozen=True, slots=True)
class Writing:
    """How a file is written: a codec, whether that is certain, and the digest of its bytes."""

    codec: str
    is_certain: bool
    digest: str

    @property
    def called(self) -> str:
        """Give its name for people."""
        return CALLED.get(self.codec, self.codec.upper())


def is_wide(start: bytes) -> bool:
    """Tell whether a file begins as UTF-16 and UTF-32 do, in which noughts are no letters."""
    return bool(_wide(start)) or any(
        start.startswith(mark) for mark, codec in MARKS if codec != "utf-8-sig"
    )


def writing_of(path: Path) -> Writing:
    """Find out how a file is written; it is read once from end to end; raises `OSError`."""
    digest = hashlib.sha256()
    decoder: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    start, sample = b"", bytearray()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            start = start or piece[:4096]
            digest.update(piece)
            _gather(piece, sample)
            decoder = decoder and _going_on(decoder, piece)
    decoder = decoder and _going_on(decoder, b"", final=True)
    codec, is_certain = _codec(start, bytes(sample), is_utf8=decoder is not None)
    return Writing(codec, is_certain, digest.hexdigest())


def _codec(start: bytes, sample: bytes, *, is_utf8: bool) -> tuple[str, bool]:
    marked = next((codec for mark, codec in MARKS if start.startswith(mark)), "")
    wide = marked or _wide(start)
    if wide:
        return wide, True
    return ("utf-8", True) if is_utf8 else (_guessed(sample), False)


def _wide(start: bytes) -> str:
    """Tell UTF-16 without a mark by the noughts in every second byte."""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if half and odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if half and even > half * 0.4 and odd < half * 0.1 else ""


def _going_on(
    decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False
) -> codecs.IncrementalDecoder | None:
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return None
    return decoder


def _gather(piece: bytes, sample: bytearray) -> None:
    """Keep the lines that tell ways of writing apart: those with more than plain letters."""
    if len(sample) < SAMPLE and not piece.isascii():
        for line in piece.splitlines():
            if len(sample) >= SAMPLE:
                break
            if not line.isascii():
                sample += line[:2000] + b"\n"


def _guessed(sample: bytes) -> str:
    """Give the most usual of those that make the least odd words."""
    found = from_bytes(sample, cp_isolation=THOUGHT_OF, enable_fallback=False)
    least = min((match.chaos for match in found), default=0)
    alike = {
        name for match in found if match.chaos == least for name in match.could_be_from_charset
    }
    possible = [name for name in THOUGHT_OF if name in alike] or [USUAL]
    return min(possible, key=lambda name: len(ODD_SIGN.findall(sample.decode(name, "replace"))))
