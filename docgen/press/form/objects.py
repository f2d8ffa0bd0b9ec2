"""A PDF's bytes → its objects, each found when it is asked for, within bounds.

pypdf searches the whole file for each object that isn't where the file says it is: a hostile file
has thousands. So the places are held against the file first, and one search finds all others.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from io import BytesIO
from typing import TypeVar

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from docgen.press.form.limits import Limits

Key = tuple[int, int]
"""An object's number and generation."""
Given = TypeVar("Given")
BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf raises for files that aren't as they should be."""
HEAD = re.compile(rb"\s*(\d{1,10})\s+(\d{1,5})\s+obj\b")
ANY_HEAD = re.compile(rb"(?<![0-9])(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}obj\b")


class TooLarge(Exception):
    """Ends the reading of a file that has too much of `what`."""

    def __init__(self, most: int, what: str) -> None:
        """Keep the limit and what it limits."""
        super().__init__(what)
        self.most = most
        self.what = what


class TooDense(Exception):
    """Ends the reading of a file that unpacks to too much, or has too much in one place."""


class Damaged(Exception):
    """Ends the reading of a file that can't be read."""


class Objects:
    """The objects of a file; what is changed in them stays changed.

    Raises `Damaged` for what can't be read, `TooLarge` and `TooDense`.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Find all objects of a file."""
        self._limits = limits
        if content.count(b" obj") > limits.objects:
            raise TooLarge(limits.objects, "objects")
        self._reader = self._bounded(lambda: _Reader(content, limits))
        self._next = 1 + max((number for number, _ in self._reader.places()), default=0)
        if len(self._reader.places()) > limits.objects:
            raise TooLarge(limits.objects, "objects")
        self._bounded(self._reader.heal)
        self._bounded(lambda: self._reader.weigh(limits.packed))

    @property
    def trailer(self) -> DictionaryObject:
        """Give what leads to all else."""
        return self._reader.trailer

    @property
    def root(self) -> DictionaryObject:
        """Give the file's catalogue."""
        return self._bounded(lambda: self._reader.root_object)

    @property
    def header(self) -> str:
        """Give the file's first line: `%PDF-1.7`."""
        return self._bounded(lambda: self._reader.pdf_header)

    def get(self, found: object) -> object:
        """Follow a reference to its value; what is nowhere is None."""
        if isinstance(found, IndirectObject):
            known = self._reader.resolved_objects.get((found.generation, found.idnum))
            found = known or self._bounded(partial(self._reader.get_object, found))
        return None if isinstance(found, NullObject) else found

    def dictionary(self, found: object) -> DictionaryObject | None:
        """Give a dictionary, None for anything else."""
        value = self.get(found)
        return value if isinstance(value, DictionaryObject) else None

    def items(self, found: object) -> list[PdfObject]:
        """Give what stands in a list, unfollowed; none for anything else."""
        value = self.get(found)
        return list(value) if isinstance(value, ArrayObject) else []

    def data(self, stream: StreamObject) -> bytes:
        """Give what a stream holds, unpacked."""
        return self._bounded(stream.get_data)

    def own(self, made: PdfObject) -> IndirectObject:
        """Make an object of the file; gives what refers to it."""
        reference = IndirectObject(self._next, 0, self._reader)
        self._reader.add(self._next, made)
        self._next += 1
        return reference

    def _bounded(self, read: Callable[[], Given]) -> Given:
        try:
            return read()
        except LimitReachedError as error:
            raise TooDense from error
        except BROKEN as error:
            raise Damaged(type(error).__name__) from error


def unpacking(limits: Limits) -> AbstractContextManager[Configuration]:
    """Let pypdf unpack only so much."""
    return apply_configuration(
        zlib_maximum_output_length=limits.packed,
        lzw_maximum_output_length=limits.packed,
        run_length_maximum_output_length=limits.packed,
        zlib_maximum_recovery_input_length=limits.packed // 10,
    )


def key_of(reference: IndirectObject) -> Key:
    """Give what tells an object from all others."""
    return reference.idnum, reference.generation


class _Counted(BytesIO):
    """Bytes that are looked at only so often."""

    def __init__(self, content: bytes, looks: int) -> None:
        super().__init__(content)
        self._left = looks

    def read(self, size: int | None = -1, /) -> bytes:
        self._left -= 1
        if self._left < 0:
            raise LimitReachedError("looks")
        return super().read(size)


class _Reader(PdfReader):
    """pypdf's reader, that searches the file for objects only once."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._content = content
        self._heads: dict[Key, int] | None = None
        super().__init__(
            _Counted(content, limits.looks),
            root_object_recovery_limit=limits.pages,
            xref_stream_maximum_entries=limits.objects * 2,
        )

    def places(self) -> set[Key]:
        plain = {(number, gen) for gen, table in self.xref.items() for number in table}
        return plain | {(number, 0) for number in self.xref_objStm}

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        if isinstance(indirect_reference, IndirectObject):
            self._look_up(key_of(indirect_reference))
        return super().get_object(indirect_reference)

    def add(self, number: int, made: PdfObject) -> None:
        self.cache_indirect_object(0, number, made)

    def heal(self) -> None:
        """Forget where objects are said to be, and are not; they are looked up."""
        wrong = [key for key, start in self._starts() if not _is_at(self._content, start, key)]
        for number, generation in wrong:
            del self.xref[generation][number]

    def _look_up(self, key: Key) -> None:
        """Find an object that is in no table; where there is none, it is nothing."""
        number, generation = key
        packed = generation == 0 and number in self.xref_objStm
        table = self.xref.setdefault(generation, {})
        if packed or number in table or (generation, number) in self.resolved_objects:
            return
        if self._heads is None:
            heads = ANY_HEAD.finditer(self._content)
            self._heads = {(int(found[1]), int(found[2])): found.start() for found in heads}
        if key in self._heads:
            table[number] = self._heads[key]
        else:
            self.resolved_objects[generation, number] = NullObject()

    def weigh(self, most: int) -> None:
        """Unpack what is packed together, as long as it isn't too much."""
        left = most
        for number in sorted({holder for holder, _ in self.xref_objStm.values()}):
            stream = self.get_object(IndirectObject(number, 0, self))
            if isinstance(stream, StreamObject):
                left -= len(stream.get_data())
            if left < 0:
                raise LimitReachedError("packed")

    def _starts(self) -> Iterator[tuple[Key, int]]:
        for generation, table in self.xref.items():
            free = self.xref_free_entry.get(generation, {})
            for number, start in table.items():
                if not free.get(number, False) and not (
                    generation == 0 and number in self.xref_objStm
                ):
                    yield (number, generation), start


def _is_at(content: bytes, start: int, key: Key) -> bool:
    found = HEAD.match(content, start)
    return found is not None and (int(found[1]), int(found[2])) == key
