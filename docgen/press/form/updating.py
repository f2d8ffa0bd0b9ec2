"""Objects added and changed → a file's bytes with an update after them (ISO 32000-2, 7.5.6).

The file's own bytes stay as they are: a form that is filled in a thousand times is read once.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate

from docgen.press.form.shapes import Blank


class Additions:
    """New and changed objects of a form, by their numbers."""

    def __init__(self, first: int) -> None:
        """Take the first number that is free."""
        self.next_number = first
        self.bodies: dict[int, bytes] = {}

    def add(self, body: bytes) -> int:
        """Add an object as written, without `1 0 obj`; gives its number."""
        number = self.reserve()
        self.bodies[number] = body
        return number

    def reserve(self) -> int:
        """Give a number to be filled later."""
        number = self.next_number
        self.next_number = number + 1
        return number

    def put(self, number: int, body: bytes) -> None:
        """Set an object of a number that is known: one of the form, or a reserved one."""
        self.bodies[number] = body

    def stream(self, entries: bytes, data: bytes) -> int:
        """Add a stream; `entries` are those of its dictionary, without its length."""
        return self.add(streamed(entries, data))


def streamed(entries: bytes, data: bytes) -> bytes:
    """Give a stream as written, its data as they are."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def updated(blank: Blank, additions: Additions) -> bytes:
    """Write the objects behind the form: with none of them the form is given as it is."""
    bodies = additions.bodies
    if not bodies:
        return blank.content
    numbers = sorted(bodies)
    parts = [b"%d 0 obj\n%b\nendobj\n" % (number, bodies[number]) for number in numbers]
    starts = list(accumulate(map(len, parts), initial=len(blank.content)))
    body = b"".join(parts)
    table = b"".join(_table(numbers, starts))
    mark = sha256(body).hexdigest()[:32].encode()
    trailer = _trailer(blank, additions.next_number, mark)
    end = b"startxref\n%d\n%%%%EOF\n" % starts[-1]
    return b"".join((blank.content, body, b"xref\n", table, trailer, end))


def _table(numbers: list[int], starts: list[int]) -> Iterator[bytes]:
    """Give the lines of a table of objects, a section for each run of numbers."""
    lines = [b"%010d 00000 n \n" % start for start in starts]
    ends = [n + 1 for n in range(len(numbers)) if numbers[n] + 1 not in numbers[n + 1 : n + 2]]
    first = 0
    for end in ends:
        yield b"%d %d\n" % (numbers[first], end - first)
        yield from lines[first:end]
        first = end


def _trailer(blank: Blank, size: int, mark: bytes) -> bytes:
    info = b"/Info %b" % blank.info if blank.info else b""
    ident = b"/ID[<%b><%b>]" % (blank.ident or mark, mark)
    return b"trailer\n<</Size %d/Root %b%b%b/Prev %d>>\n" % (
        size,
        blank.root,
        info,
        ident,
        blank.startxref,
    )
