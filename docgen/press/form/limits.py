"""How large a form may be: beyond it, reading one takes minutes and gigabytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes, pages, fields and objects of a file, and the deepest tree of them.

    `notes` is how often anything may stand on a page: a field, a link; one on ten pages is ten.
    `packed` is how large objects that are packed together may become, in bytes; `looks` how often
    the parser may look at the file, about once for each byte that is no picture, font or text.
    """

    size: int = 50_000_000
    pages: int = 1_000
    fields: int = 5_000
    notes: int = 20_000
    objects: int = 300_000
    depth: int = 60
    packed: int = 6_000_000
    looks: int = 5_000_000


LIMITS = Limits()
