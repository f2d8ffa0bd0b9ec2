"""A PDF's catalogue → its pages in their order, with what stands on them."""

from dataclasses import dataclass, field

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from docgen.press.form.limits import Limits
from docgen.press.form.objects import Damaged, Objects, TooLarge

NODES = 3
"""So many nodes of the tree for each page that there may be."""


class Circle(Exception):
    """Ends the reading of a file of which a part, told in words, leads back to itself."""


@dataclass(eq=False)
class Page:
    """A page: its number from 1, its dictionary and its annotations, all with numbers."""

    number: int
    node: DictionaryObject
    annotations: list[IndirectObject] = field(default_factory=list)


def pages_in(objects: Objects, limits: Limits) -> tuple[Page, ...]:
    """Find all pages, one that is there twice once.

    Raises `Circle`, `TooLarge`, and `Damaged` where there is none.
    """
    found: dict[int, Page] = {}
    waiting: list[tuple[object, frozenset[int]]] = [(objects.root.get("/Pages"), frozenset())]
    seen = notes = 0
    while waiting:
        reference, parents = waiting.pop()
        node = objects.dictionary(reference)
        seen += 1
        if len(found) > limits.pages or seen > limits.pages * NODES:
            raise TooLarge(limits.pages, "pages")
        if node is None or id(node) in found:
            continue
        if id(node) in parents or len(parents) > limits.depth:
            raise Circle("pages")
        if objects.get(node.get("/Kids")) is None:
            notes += len(objects.items(node.get("/Annots")))
            if notes > limits.notes:
                raise TooLarge(limits.notes, "fields and links on its pages")
            found[id(node)] = _page(objects, len(found) + 1, node)
        below = parents | {id(node)}
        kids = objects.items(node.get("/Kids"))[: limits.pages * NODES]
        waiting += [(each, below) for each in reversed(kids)]
    if not found:
        raise Damaged("pages")
    return tuple(found.values())


def annotate(page: Page, reference: IndirectObject) -> None:
    """Put one more annotation on a page."""
    page.annotations.append(reference)
    page.node[NameObject("/Annots")] = ArrayObject(page.annotations)


def _page(objects: Objects, number: int, node: DictionaryObject) -> Page:
    """Read a page; annotations that stand in it without a number of their own get one."""
    page = Page(number, node)
    for each in objects.items(node.get("/Annots")):
        found = objects.dictionary(each)
        if found is not None:
            page.annotations.append(
                each if isinstance(each, IndirectObject) else objects.own(found)
            )
    if page.annotations:
        node[NameObject("/Annots")] = ArrayObject(page.annotations)
    return page
