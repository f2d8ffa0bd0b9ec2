"""A PDF that Typst has made → its objects as bytes, to be carried over into another file.

It reads what Typst writes and no other PDF: one classic table of objects, none of them in another,
no comments, nothing encrypted. pypdf would read the same with a hundred times the work.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

REFERENCE = re.compile(rb"(\d+) 0 R")
KIDS = re.compile(rb"/Kids\[([^]]*)\]")
STREAM, END = b"\nstream\n", b"\nendstream"
OBJECT, OBJECT_END = b" 0 obj\n", b"\nendobj\n"


class Carried:
    """The objects of a PDF that Typst has made, by number."""

    def __init__(self, content: bytes) -> None:
        """Take them apart."""
        self.bodies = dict(_bodies(content))
        self.trailer = content[content.rindex(b"trailer") :]

    def pages(self) -> list[bytes]:
        """Give the dictionaries of the pages, in their order."""
        kids = KIDS.search(self.named(self.named(self.trailer, b"Root"), b"Pages"))
        listed = REFERENCE.findall(kids[1]) if kids else []
        return [self.bodies[int(number)] for number in listed]

    def named(self, body: bytes, key: bytes) -> bytes:
        """Give the object that a dictionary's key leads to, or b"" where it has none."""
        found = re.search(rb"/%b[ \[](\d+) 0 R" % re.escape(key), body)
        return self.bodies[int(found[1])] if found else b""

    def fonts(self, body: bytes) -> dict[bytes, int]:
        """Give the fonts that a page's resources name: `f0`, and its number."""
        listed = re.search(rb"/Font<<([^>]*)>>", self.named(body, b"Resources"))
        pairs = re.findall(rb"/(\w+) (\d+) 0 R", listed[1]) if listed else []
        return {name: int(number) for name, number in pairs}

    def closure(self, numbers: Iterable[int]) -> list[int]:
        """Give the numbers and all that they refer to, in rising order."""
        waiting, seen = list(numbers), set[int]()
        while waiting:
            number = waiting.pop()
            if number not in seen:
                seen.add(number)
                waiting += map(int, REFERENCE.findall(_head(self.bodies[number])))
        return sorted(seen)

    def renumbered(self, number: int, numbers: Mapping[int, int]) -> bytes:
        """Give an object as it is written where others have other numbers."""
        body = self.bodies[number]
        head = _head(body)
        return REFERENCE.sub(_renumber(numbers), head) + body[len(head) :]


def unpacked(body: bytes) -> bytes:
    """Give the data of a stream that Typst has written: deflated, or as they are."""
    head, _, rest = body.partition(STREAM)
    data = rest.removesuffix(END)
    return zlib.decompress(data) if b"/FlateDecode" in head else data


def _renumber(numbers: Mapping[int, int]) -> Callable[[re.Match[bytes]], bytes]:
    return lambda found: b"%d 0 R" % numbers[int(found[1])]


def _head(body: bytes) -> bytes:
    """Give what stands before an object's data."""
    return body.partition(STREAM)[0]


def _bodies(content: bytes) -> Iterator[tuple[int, bytes]]:
    start = int(content[content.rindex(b"startxref") :].split()[1])
    table = content[start:].split(b"trailer", 1)[0].splitlines()
    starts = [int(line[:10]) for line in table[3:] if line.rstrip().endswith(b"n")]
    ends = dict(zip(sorted(starts), [*sorted(starts)[1:], start], strict=True))
    for each in starts:
        number, _, body = content[each : ends[each]].partition(OBJECT)
        yield int(number), body[: body.rindex(OBJECT_END)]
