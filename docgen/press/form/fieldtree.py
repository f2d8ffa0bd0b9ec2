"""A form's tree of fields → its fields by full name, each with its widgets on the pages.

The tree is put right on the way, so that all programs find the same in it: widgets that stand on
a page but not in the tree are put into it, and those in the tree that say their page onto it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from docgen.press.form.attributes import above, inherited, name_of, text_of
from docgen.press.form.limits import Limits
from docgen.press.form.objects import Key, Objects, TooLarge, key_of
from docgen.press.form.pagetree import Circle, Page, annotate

HELD = 4
"""So many nodes of the tree for each field that there may be: groups, widgets."""
FIELDS, KIDS, PARENT = NameObject("/Fields"), NameObject("/Kids"), NameObject("/Parent")


@dataclass(eq=False)
class Node:
    """A dictionary of the tree, its reference, and those above it, the nearest first."""

    dictionary: DictionaryObject
    reference: IndirectObject
    parents: tuple[DictionaryObject, ...] = ()
    page: Page | None = None

    @property
    def chain(self) -> tuple[DictionaryObject, ...]:
        """Give the dictionaries that an entry may stand in."""
        return (self.dictionary, *self.parents)


@dataclass(eq=False)
class Found:
    """A field of the tree: its full name, its own dictionary and its widgets."""

    name: str
    node: Node
    widgets: list[Node] = field(default_factory=list)


class Tree:
    """The tree of a form's fields; raises `Circle` and `TooLarge`."""

    def __init__(self, objects: Objects, pages: Sequence[Page], limits: Limits) -> None:
        """Walk the tree, and put right what is at odds with the pages."""
        self._objects = objects
        self._limits = limits
        self._pages = {key_of(each): page for page in pages for each in page.annotations}
        self._by_page = {id(page.node): page for page in pages}
        self._put_into: dict[int, set[int]] = {}
        self.form = self._form()
        known = {key_of(node.reference) for found in self._walked() for node in _nodes(found)}
        for page in pages:
            for reference in page.annotations:
                if key_of(reference) not in known:
                    self._adopt(reference)
        self.found = tuple(self._walked())
        for found in self.found:
            for widget in found.widgets:
                widget.page = self._page(widget)

    def _form(self) -> DictionaryObject:
        form = self._objects.dictionary(self._objects.root.get("/AcroForm"))
        if form is None:
            form = DictionaryObject()
            self._objects.root[NameObject("/AcroForm")] = form
        form[FIELDS] = self._owned(self._objects.items(form.get("/Fields")))
        return form

    def _owned(self, items: Sequence[PdfObject]) -> ArrayObject:
        """Give those that are dictionaries, each with a number of its own."""
        found = ((each, self._objects.dictionary(each)) for each in items)
        return ArrayObject(
            each if isinstance(each, IndirectObject) else self._objects.own(value)
            for each, value in found
            if value is not None
        )

    def _walked(self) -> Iterator[Found]:
        """Give the fields, those of a group in the order of the group."""
        waiting: list[tuple[Node, str]] = _turned(
            self._objects.items(self.form.get(FIELDS)), (), "", self._objects
        )
        seen: set[Key] = set()
        fields, held, most = 0, 0, self._limits.fields * HELD
        while waiting:
            node, prefix = waiting.pop()
            key = key_of(node.reference)
            if key in seen and any(node.dictionary is each for each in node.parents):
                raise Circle("fields")
            if key in seen:
                continue
            seen.add(key)
            name = self._name(node.dictionary, prefix)
            groups, widgets = self._kids(node)
            waiting += _turned(groups, node.chain, name, self._objects)
            if not groups or widgets:
                fields, held = fields + 1, held + len(widgets)
                yield Found(name, node, widgets or _itself(node))
            if fields > self._limits.fields or len(seen) + len(waiting) + held > most:
                raise TooLarge(self._limits.fields, "fields")
            if len(node.parents) > self._limits.depth:
                raise Circle("fields")

    def _name(self, node: DictionaryObject, prefix: str) -> str:
        own = text_of(self._objects, node.get("/T"))
        return f"{prefix}.{own}" if prefix and own else own or prefix

    def _kids(self, node: Node) -> tuple[list[PdfObject], list[Node]]:
        """Give the kids that are fields, and those that are widgets of this one."""
        kids = self._objects.items(node.dictionary.get("/Kids"))
        if not kids:
            return [], []
        if len(kids) > self._limits.fields * HELD:
            raise TooLarge(self._limits.fields, "fields")
        owned = self._owned(kids)
        node.dictionary[KIDS] = owned
        groups, widgets = list[PdfObject](), list[Node]()
        for each in owned:
            kid = self._objects.dictionary(each)
            if kid is None or ("/T" in kid or "/Kids" in kid):
                groups.append(each)
            else:
                kid[PARENT] = node.reference
                widgets.append(Node(kid, each, node.chain))
        return groups, widgets

    def _adopt(self, reference: IndirectObject) -> None:
        """Put a widget that stands on a page into the tree, with what stands above it."""
        node = self._objects.dictionary(reference)
        if node is None or name_of(self._objects, node.get("/Subtype")) != "Widget":
            return
        chain = tuple(above(self._objects, node, self._limits.depth))
        is_field = inherited(self._objects, chain, "/FT") is not None
        if not is_field or not any("/T" in each for each in chain):
            return
        kid: PdfObject = reference
        for child, parent in pairwise(chain):
            self._put(parent, KIDS, kid)
            kid = child.get(PARENT, parent)
        self._put(self.form, FIELDS, kid)

    def _put(self, holder: DictionaryObject, key: NameObject, kid: PdfObject) -> None:
        """Put a field into a list of fields, if it isn't there."""
        kids = self._objects.get(holder.get(key))
        if id(holder) not in self._put_into or not isinstance(kids, ArrayObject):
            kids = holder[key] = ArrayObject(self._objects.items(kids))
            self._put_into[id(holder)] = {id(self._objects.get(each)) for each in kids}
        there, node = self._put_into[id(holder)], id(self._objects.get(kid))
        if node not in there:
            there.add(node)
            kids.append(kid)

    def _page(self, widget: Node) -> Page | None:
        """Tell on which page a widget stands; one that only says its page is put there."""
        page = self._pages.get(key_of(widget.reference))
        if page is None:
            said = self._objects.dictionary(widget.dictionary.get("/P"))
            page = self._by_page.get(id(said)) if said is not None else None
            if page is not None:
                annotate(page, widget.reference)
        return page


def _turned(
    kids: Sequence[PdfObject], chain: tuple[DictionaryObject, ...], prefix: str, objects: Objects
) -> list[tuple[Node, str]]:
    found = [(each, objects.dictionary(each)) for each in kids]
    nodes = [
        Node(value, each, chain)
        for each, value in found
        if value is not None and isinstance(each, IndirectObject)
    ]
    return [(node, prefix) for node in reversed(nodes)]


def _itself(node: Node) -> list[Node]:
    """Give a field that is its own widget."""
    is_widget = "/Rect" in node.dictionary
    return [Node(node.dictionary, node.reference, node.parents)] if is_widget else []


def _nodes(found: Found) -> Iterator[Node]:
    yield found.node
    yield from found.widgets
