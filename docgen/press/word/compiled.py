"""A template compiled once: its code and constant bytes, ready to run, to be kept and read back."""

import hashlib
import marshal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.util import MAGIC_NUMBER
from types import CodeType
from typing import TYPE_CHECKING, Any

from docgen.model.language import Pair
from docgen.model.rendition import Words
from docgen.press.ooxml.splice import Constant, add_to, unpacked
from docgen.press.word.environment import Bound, PlainEnvironment, bind, environment
from docgen.press.word.looks import Look
from docgen.press.word.proof import Mending
from docgen.press.word.shapes import PACK, Demands, Filters

if TYPE_CHECKING:
    from docgen.press.ooxml.words import Reader

MARK = b"docgen word 2\n"
SUM = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Tagged:
    """A part with tags, compiled; `places` has line, place in words and text of each tag.

    `quick` fills it in, `careful` tells what is wrong where `quick` fails. `in_line` is a
    document's properties. `looks` are those of the runs in which values are printed.
    """

    member: str
    quick: CodeType
    careful: CodeType
    places: tuple[tuple[int, str, str], ...]
    mending: Mending
    in_line: bool = False
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True)
class Compiled:
    """A template read, judged and compiled once; `merge` fills it in any number of times.

    `drawings` is the number of its first drawing in a part with tags. `messages` are those of the
    reader's catalogue (or of plain English) that it uses, so that one can ask who checked them.
    """

    place: str
    constant: Constant
    tagged: tuple[Tagged, ...]
    drawings: int = 1
    demands: Demands = PACK
    messages: tuple[Pair, ...] = ()
    env: PlainEnvironment = field(default_factory=environment, compare=False, repr=False)

    @cached_property
    def bound(self) -> tuple[tuple[Tagged, Bound], ...]:
        """Give each part with its code, ready to run."""
        return tuple(
            (each, bind(self.env, each.quick, in_line=each.in_line, looks=each.looks))
            for each in self.tagged
        )

    @cached_property
    def names(self) -> tuple[bytes, ...]:
        """Give the names of the parts with tags, as a file holds them."""
        return tuple(each.member.encode() for each in self.tagged)

    @cached_property
    def tags(self) -> int:
        """Count the tags."""
        return sum(len(each.places) for each in self.tagged)

    @cached_property
    def counted(self) -> bool:
        """Tell whether drawings are numbered in each document anew."""
        return any(each.mending.counted for each in self.tagged)

    @property
    def parts(self) -> dict[str, Tagged]:
        """Give the parts with tags by name."""
        return {each.member: each for each in self.tagged}

    def members(self) -> Iterator[tuple[str, bytes]]:
        """Give the members that no value changes."""
        yield from unpacked(self.constant)

    @cached_property
    def _reader(self) -> "Reader":
        from docgen.press.ooxml.package import package_of  # noqa: PLC0415 - loads lxml
        from docgen.press.ooxml.words import Reader  # noqa: PLC0415 - as above

        members = dict(self.members()) | dict.fromkeys(self.parts, b"")
        return Reader(package_of(members), self.parts)

    def _changed(self, content: bytes) -> Mapping[str, bytes]:
        return _unpacked(content, tuple(each.member for each in self.tagged))

    def digest(self, content: bytes) -> str:
        """Give the SHA-256 (hex) over the names and bytes of the members of a document of it."""
        summed = self.constant.summed.copy()
        for name, data in self._changed(content).items():
            add_to(summed, name, data)
        return summed.hexdigest()

    def words(self, content: bytes) -> tuple[Words, ...]:
        """Give every word of a document of it."""
        return self._reader.words(self._changed(content))

    def with_filters(self, filters: Filters) -> "Compiled":
        """Give the same with a caller's own filters in place."""
        return replace(self, env=environment(self.demands, filters))

    def to_bytes(self) -> bytes:
        """Write it down, with a sum that tells damage; to be read by the same Python alone."""
        demands = self.demands.free, sorted(self.demands.filters), self.demands.own
        constant = self.constant.front, self.constant.directory, self.constant.count
        tagged = tuple(_told(each) for each in self.tagged)
        whole: Any = (self.place, constant, tagged, self.drawings, demands, self.messages)
        body = marshal.dumps(whole)
        return MARK + hashlib.sha256(MAGIC_NUMBER + body).digest() + body


@lru_cache(maxsize=1)
def _unpacked(content: bytes, names: tuple[str, ...]) -> Mapping[str, bytes]:
    """Unpack members of a document; its digest and its words are asked for one after the other."""
    from docgen.press.ooxml.members import some_members  # noqa: PLC0415 - loads zipfile

    return some_members(content, names)


def from_bytes(kept: bytes) -> Compiled | None:
    """Read a compiled template that was written down; None if it is damaged or another Python's.

    Holds code that will run: only what lies where nobody but the user writes may be read.
    """
    sum_at, body_at = len(MARK), len(MARK) + SUM
    body = kept[body_at:]
    if (
        not kept.startswith(MARK)
        or hashlib.sha256(MAGIC_NUMBER + body).digest() != kept[sum_at:body_at]
    ):
        return None
    place, constant, tagged, drawings, asked, messages = marshal.loads(body)  # noqa: S302 - as above
    free, filters, own = asked
    demands = Demands(free, frozenset(filters), own)
    parts = tuple(_read(each) for each in tagged)
    env = environment(demands)
    return Compiled(place, Constant(*constant), parts, drawings, demands, messages, env)


def python() -> str:
    """Name the Python whose code a compiled template holds."""
    return f"{sys.implementation.cache_tag} {MAGIC_NUMBER.hex()}"


def _told(each: Tagged) -> tuple[object, ...]:
    mending = each.mending
    mended = mending.fills, mending.hollow, mending.always, mending.counted
    looks = tuple(tuple(look) for look in each.looks)
    return each.member, each.quick, each.careful, each.places, mended, each.in_line, looks


def _read(told: Any) -> Tagged:  # noqa: ANN401 - what `_told` gave
    member, quick, careful, places, mended, in_line, looks = told
    looks = tuple(Look(*look) for look in looks)
    return Tagged(member, quick, careful, places, Mending(*mended), in_line, looks)
