"""The tags of a form → those of its plain pages: a field's tag holds what stands for the field.

Its element stays where it is read, with what it shows instead of the widget, and says what sort of
field it was and whether it is ticked (ISO 32000-2, 14.8.5.6).
"""

import re
from collections.abc import Mapping

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
)

from docgen.press.form.attributes import name_of
from docgen.press.form.flat_widgets import Drawn
from docgen.press.form.limits import LIMITS
from docgen.press.form.objects import Objects
from docgen.press.form.pagetree import Page
from docgen.press.form.writing import name

MARKED = re.compile(rb"/MCID\s+(\d{1,6})")
TICKED = frozenset({"cb", "rb"})


class Tags:
    """The structure of a file, as its fields leave it; where there is none nothing is marked."""

    def __init__(self, objects: Objects) -> None:
        """Read which element each number of the file's parent tree stands for."""
        self._objects = objects
        self._root = objects.dictionary(objects.root.get("/StructTreeRoot"))
        self._parents: dict[int, PdfObject] = {}
        self._marked: dict[int, list[PdfObject]] = {}
        self._page: PdfObject = NullObject()
        self._here: list[PdfObject] = []
        if self._root is not None:
            self._read(self._root.get("/ParentTree"))

    def turn_to(self, page: Page, content: bytes) -> None:
        """Go on with a page, whose own operators are given."""
        key = self._objects.get(page.node.get("/StructParents"))
        if not isinstance(key, int):
            key = self._free()
            page.node[NameObject("/StructParents")] = NumberObject(key)
        marked = self._objects.items(self._parents.get(key))
        used = max((int(each[1]) + 1 for each in MARKED.finditer(content)), default=0)
        self._here = [*marked, *[NullObject()] * (used - len(marked))]
        self._marked[key] = self._here
        self._page = page.node.indirect_reference or self._objects.own(page.node)

    def marks(self, widget: IndirectObject, drawn: Drawn) -> tuple[bytes, bytes]:
        """Give what to begin and to end a widget's operators with."""
        if self._root is None:
            return b"", b""
        reference = self._element(widget) or self._made(self._root)
        element = self._objects.dictionary(reference) or DictionaryObject()
        number = len(self._here)
        mark = {"/Type": NameObject("/MCR"), "/Pg": self._page, "/MCID": NumberObject(number)}
        self._replace(element, widget, [_dictionary(mark)])
        self._describe(element, drawn)
        self._here.append(reference)
        tag = name(name_of(self._objects, element.get("/S")) or "Form")
        return b"%b <</MCID %d>> BDC\n" % (tag, number), b"EMC\n"

    def drop(self, widget: IndirectObject) -> None:
        """Take out a widget that is not seen, with its element if that has nothing else."""
        element = self._objects.dictionary(self._element(widget))
        if element is None:
            return
        self._replace(element, widget, [])
        above = self._objects.dictionary(element.get("/P"))
        if above is not None and not self._kids(element):
            kids = [each for each in self._kids(above) if self._objects.get(each) is not element]
            above[NameObject("/K")] = ArrayObject(kids)

    def finish(self) -> None:
        """Write the parent tree anew."""
        if self._root is None:
            return
        lists = {key: self._objects.own(ArrayObject(each)) for key, each in self._marked.items()}
        entries = {**self._parents, **lists}
        numbers = [each for key in sorted(entries) for each in (NumberObject(key), entries[key])]
        tree = _dictionary({"/Nums": ArrayObject(numbers)})
        self._root[NameObject("/ParentTree")] = self._objects.own(tree)
        self._root[NameObject("/ParentTreeNextKey")] = NumberObject(self._free())

    def _read(self, tree: PdfObject | None) -> None:
        waiting, seen = [tree], set[int]()
        while waiting and len(seen) < LIMITS.objects:
            node = self._objects.dictionary(waiting.pop())
            if node is None or id(node) in seen:
                continue
            seen.add(id(node))
            waiting += self._objects.items(node.get("/Kids"))
            numbers = self._objects.items(node.get("/Nums"))
            for key, value in zip(numbers[::2], numbers[1::2], strict=False):
                number = self._objects.get(key)
                if isinstance(number, int):
                    self._parents[number] = value

    def _free(self) -> int:
        return max((*self._parents, *self._marked), default=-1) + 1

    def _element(self, widget: IndirectObject) -> PdfObject | None:
        """Give what refers to a widget's element, which no number stands for any more."""
        node = self._objects.dictionary(widget) or DictionaryObject()
        key = self._objects.get(node.get("/StructParent"))
        found = self._parents.pop(key, None) if isinstance(key, int) else None
        return found if self._objects.dictionary(found) is not None else None

    def _made(self, root: DictionaryObject) -> IndirectObject:
        """Make an element for a widget that has none, at the end of the file."""
        tops = [each for each in self._kids(root) if self._objects.dictionary(each) is not None]
        reference = tops[0] if tops else self._objects.root["/StructTreeRoot"]
        above = self._objects.dictionary(reference) or root
        parts = {"/Type": NameObject("/StructElem"), "/S": NameObject("/Form"), "/P": reference}
        made = self._objects.own(_dictionary(parts))
        above[NameObject("/K")] = ArrayObject([*self._kids(above), made])
        return made

    def _kids(self, element: DictionaryObject) -> list[PdfObject]:
        kids = element.get("/K")
        if isinstance(self._objects.get(kids), ArrayObject):
            return self._objects.items(kids)
        return [] if kids is None else [kids]

    def _replace(
        self, element: DictionaryObject, widget: IndirectObject, instead: list[PdfObject]
    ) -> None:
        """Put something in the place where an element has a widget."""
        kids = self._kids(element)
        node = self._objects.get(widget)
        held = [self._objects.dictionary(each) for each in kids]
        is_it = [each is not None and self._objects.get(each.get("/Obj")) is node for each in held]
        place = is_it.index(True) if True in is_it else len(kids)
        kids[place : place + 1] = instead
        element[NameObject("/K")] = ArrayObject(kids)

    def _describe(self, element: DictionaryObject, drawn: Drawn) -> None:
        """Say what sort of field an element stands for."""
        said: dict[str, PdfObject] = {
            "/O": NameObject("/PrintField"),
            "/Role": NameObject(f"/{drawn.role}"),
        }
        if drawn.role in TICKED:
            said["/checked"] = NameObject("/on" if drawn.on else "/off")
        if drawn.tooltip is not None:
            said["/Desc"] = drawn.tooltip
        before = element.get("/A")
        others = self._objects.items(before) or ([] if before is None else [before])
        element[NameObject("/A")] = ArrayObject([*others, _dictionary(said)])


def _dictionary(made: Mapping[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in made.items()})
