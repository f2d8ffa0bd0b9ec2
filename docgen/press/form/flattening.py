"""A form that is filled in → the same pages as plain PDF: what its fields show is part of them.

Fields are gone for good, links and tags stay. What is never seen is left out, and so are buttons
to press that aren't printed.
"""

import re
from collections.abc import Iterator
from functools import reduce

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from docgen.press.form.attributes import above, inherited, name_of
from docgen.press.form.flat_tags import Tags
from docgen.press.form.flat_widgets import Drawn, drawn_of
from docgen.press.form.limits import LIMITS
from docgen.press.form.objects import Damaged, Objects, TooDense
from docgen.press.form.pagetree import Page, pages_in
from docgen.press.form.writing import Writing

STATES = re.compile(
    rb"\(|<[^<>]*>|%[^\r\n]*|(?<![^\s>)\]])(?:BI(?=\s)|[qQ](?![^\s<(\[/]))",
)
"""What saves and restores a page's state, and the texts and pictures that may look like it."""
MOVES = {b"q": 1, b"Q": -1}
PICTURE, PICTURE_END = b"BI", re.compile(rb"\bEI\b")
TEXT, IN_TEXT = b"(", re.compile(rb"\\.|[()]", re.DOTALL)
MOST_READ = 30_000_000
"""So many bytes of the operators of pages are read."""
UNREAD, SMALLEST = 1_000_000, 100
"""What a stream counts that can't be read, and any beside its bytes."""


def flattened(content: bytes) -> bytes:
    """Make a filled form final; its content is one that docgen wrote."""
    objects = Objects(content, LIMITS)
    tags = Tags(objects)
    flat = _Flat(objects, tags)
    for page in pages_in(objects, LIMITS):
        flat.turn(page)
    objects.root.pop("/AcroForm", None)
    tags.finish()
    return Writing(objects).finished().content


class _Flat:
    """A form on its way to plain pages."""

    def __init__(self, objects: Objects, tags: Tags) -> None:
        self._objects = objects
        self._tags = tags
        self._begin = self._stream(b"q\n")
        self._names = 0
        self._own: dict[tuple[int, str], DictionaryObject] = {}
        self._left = MOST_READ

    def turn(self, page: Page) -> None:
        """Draw what stands on a page into it."""
        widgets = [each for each in page.annotations if self._is_widget(each)]
        if not widgets:
            return
        content = self._content(page)
        self._tags.turn_to(page, content)
        operators = b"".join(self._put(page.node, each) for each in widgets)
        self._close(page, content, operators)
        rest = [each for each in page.annotations if not self._is_widget(each)]
        page.node[NameObject("/Annots")] = ArrayObject(rest)
        if not rest:
            del page.node["/Annots"]

    def _put(self, node: DictionaryObject, widget: IndirectObject) -> bytes:
        """Draw a widget where it stands; gives the operators."""
        drawn = drawn_of(self._objects, widget)
        if drawn is None:
            self._tags.drop(widget)
            return b""
        begin, end = self._tags.marks(widget, drawn)
        return begin + self._drawn(node, drawn) + end

    def _drawn(self, node: DictionaryObject, drawn: Drawn) -> bytes:
        name = self._named(node, "/XObject", drawn.picture)
        operators = b"q %b cm %b Do Q\n" % (drawn.matrix, name)
        if drawn.layer is None:
            return operators
        layer = self._named(node, "/Properties", drawn.layer)
        return b"/OC %b BDC\n%bEMC\n" % (layer, operators)

    def _named(self, node: DictionaryObject, sort: str, what: PdfObject) -> bytes:
        """Give something a name of its own among the resources of a page."""
        named = self._resources(node, sort)
        self._names += 1
        while f"/Field{self._names}" in named:
            self._names += 1
        named[NameObject(f"/Field{self._names}")] = what
        return b"/Field%d" % self._names

    def _resources(self, node: DictionaryObject, sort: str) -> DictionaryObject:
        """Give a page's own resources of a sort, where other pages don't see them."""
        if (id(node), sort) not in self._own:
            parents = tuple(above(self._objects, node, LIMITS.depth))
            found = self._objects.dictionary(inherited(self._objects, parents, "/Resources"))
            resources = DictionaryObject(found or {})
            own = DictionaryObject(self._objects.dictionary(resources.get(sort)) or {})
            resources[NameObject(sort)] = own
            node[NameObject("/Resources")] = resources
            self._own[id(node), sort] = own
        return self._own[id(node), sort]

    def _is_widget(self, annotation: PdfObject) -> bool:
        found = self._objects.dictionary(annotation)
        return found is not None and name_of(self._objects, found.get("/Subtype")) == "Widget"

    def _streams(self, page: Page) -> list[PdfObject]:
        contents = page.node.get("/Contents")
        if contents is not None and isinstance(self._objects.get(contents), StreamObject):
            return [contents]
        return self._objects.items(contents)

    def _content(self, page: Page) -> bytes:
        """Give a page's operators, as far as they can be read."""
        found = (self._objects.get(each) for each in self._streams(page))
        return b"\n".join(self._data(each) for each in found if isinstance(each, StreamObject))

    def _data(self, stream: StreamObject) -> bytes:
        try:
            data = self._objects.data(stream)
            self._left -= len(data) + SMALLEST
        except (Damaged, TooDense):
            data = b""
            self._left -= UNREAD
        if self._left < 0:
            raise TooDense
        return data

    def _close(self, page: Page, content: bytes, operators: bytes) -> None:
        """Put operators behind a page's own, in the state that the page began with."""
        end = self._stream(b"\n" + b"Q\n" * (1 + left_open(content)) + operators)
        streams = (self._begin, *self._streams(page), end)
        page.node[NameObject("/Contents")] = ArrayObject(streams)

    def _stream(self, data: bytes) -> IndirectObject:
        stream = DecodedStreamObject()
        stream.set_data(data)
        return self._objects.own(stream)


def left_open(content: bytes) -> int:
    """Count the states that a page's operators save and never restore."""
    moves = (MOVES[step] for step in _steps(content) if step in MOVES)
    return reduce(lambda at, move: max(at + move, 0), moves, 0)


def _steps(content: bytes) -> Iterator[bytes]:
    """Give what matters of a page's operators; a picture's bytes are passed over."""
    at, is_endless = 0, False
    while found := STATES.search(content, at):
        at = found.end()
        if found[0] == TEXT:
            at = _past_text(content, at)
        elif found[0] == PICTURE and not is_endless:
            end = PICTURE_END.search(content, at)
            at, is_endless = (end.end() if end else at), end is None
        yield found[0]


def _past_text(content: bytes, at: int) -> int:
    """Tell where a text ends that begins here; brackets in it come in pairs."""
    depth = 1
    for found in IN_TEXT.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.end()
    return len(content)
