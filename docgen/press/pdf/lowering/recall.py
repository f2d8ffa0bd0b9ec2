"""What stood in another file too → the tree that it came to there.

Most of a letter is its template's own words. What depends on the file (numbers, links,
marks, pictures, remarks) is never recalled.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from lxml import etree

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.kept import LONGEST, keep
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.runs import Look

MOST = 2_000
"""So many pieces are kept, with their bytes some megabytes."""
Value = TypeVar("Value")
Headed = tuple[int, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Recalled(Generic[Value]):
    """A value, and what in the file it was read in it asked for.

    That are looks with their indices, bullets by list and level, and, for its headings, what was
    known of headings before and after it.
    """

    value: Value
    looks: tuple[tuple[int, Look], ...]
    bullets: tuple[tuple[str, int], ...]
    headings: tuple[Headed, Headed] | None

    def is_right(self, work: Work) -> bool:
        """Tell whether all that is the same in another file, which then goes on as after it."""
        if self.headings is not None and self.headings[0] != work.headings.state:
            return False
        for index, look in self.looks:
            if not work.looks.adopt(index, look):
                return False
        for bullet in self.bullets:
            work.numbering.next(*bullet)
        if self.headings is not None:
            work.headings.go_on(self.headings[1])
        return True


@dataclass(frozen=True, slots=True, eq=False)
class _Watching:
    """How far a file's looks, bullets, headings and remarks have come before something is read."""

    looks: int
    bullets: int
    headings: tuple[int, Headed]
    passing: tuple[int, int]

    @classmethod
    def of(cls, work: Work) -> "_Watching":
        return cls(
            len(work.looks.asked),
            len(work.numbering.asked),
            (work.headings.asked, work.headings.state),
            (work.passing, work.remarks.times),
        )

    def seen(self, value: Value, work: Work) -> Recalled[Value] | None:
        """Give what was read since, None if it would come to something else in another file."""
        used = dict.fromkeys(work.looks.asked[self.looks :])
        passing = self.passing != (work.passing, work.remarks.times)
        if passing or used.keys() & work.looks.loud:
            return None
        looks = tuple([(index, work.looks[index]) for index in used])
        asked, before = self.headings
        headed = None if asked == work.headings.asked else (before, work.headings.state)
        return Recalled(value, looks, tuple(work.numbering.asked[self.bullets :]), headed)


def recalled(
    element: Element, story: Story, work: Work, under: object, read: Callable[[], Value]
) -> Value:
    """Give what an element came to in another file, else read it, and keep it if that lasts.

    `under` is all that it depends on but itself, its column and the parts that a template fixes.
    """
    if work.fields.get(story.member):
        return read()
    head, data = _bytes(element, work)
    key = (head, data, under, story.name, story.width, story.page is not None, story.ground)
    return remembered(key, len(data), work, read)


def remembered(key: object, size: int, work: Work, read: Callable[[], Value]) -> Value:
    """Give what was read under a key, else read it; `size` is that of the bytes in the key."""
    known = work.styles.recalled.get(key)
    if isinstance(known, Recalled) and known.is_right(work):
        return cast("Value", known.value)
    watching = _Watching.of(work)
    value = read()
    seen = watching.seen(value, work) if size <= LONGEST else None
    if seen is not None:
        keep(work.styles.recalled, key, seen, MOST)
    return value


def _bytes(element: Element, work: Work) -> tuple[bytes, bytes]:
    """Give the bytes of an element, and what says how to read them if they don't themselves."""
    known = work.pieces.known.get(element)
    if known is not None:
        return work.pieces.head, known
    return b"", etree.tostring(element, with_tail=False)
