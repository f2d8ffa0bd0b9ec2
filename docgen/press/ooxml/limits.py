"""How large an untrusted Word file, its members and its pictures may be."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, `markup` that of one part of XML.

    `ratio` is unpacked to packed, and counts from `ratio_from` bytes on.
    """

    packed: int = 20 * MEGABYTE
    members: int = 1_000
    unpacked: int = 60 * MEGABYTE
    markup: int = 8 * MEGABYTE
    ratio: int = 100
    ratio_from: int = 2 * MEGABYTE
    depth: int = 120
    picture: int = 10 * MEGABYTE
    pixels: int = 40_000_000


LIMITS = Limits()
