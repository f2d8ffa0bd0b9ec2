"""A PDF's own numbers and names → such that none is alike in any other PDF that it is joined with.

Structure (ISO 32000-1, 14.7.4) is found by numbers of pages and links, elements by their names,
places by names of destinations. Two letters of one make use the same of all three.
"""

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

NUMBERS = ("/StructParent", "/StructParents")
STRINGS = (TextStringObject, ByteStringObject)
Entry = tuple[PdfObject, PdfObject]


def put_apart(reader: PdfReader, first: int, mark: str) -> int:
    """Count a file's numbers from `first` and begin its names with `mark`; gives the next number.

    The reader's objects are changed, not its file.
    """
    numbers = entries(structure_of(reader).get("/ParentTree"), "/Nums")
    keys = [int(str(key)) for key, _ in numbers]
    for each in _dictionaries(reader):
        for key in NUMBERS:
            if key in each:
                each[NameObject(key)] = NumberObject(int(str(each[key])) + first)
        for key in _names_in(each):
            each[NameObject(key)] = renamed(each[key], mark)
    return first + max(keys, default=-1) + 1


def structure_of(reader: PdfReader) -> DictionaryObject:
    """Give the root of the structure, empty where there is none."""
    return resolved(reader.root_object.get("/StructTreeRoot")) or DictionaryObject()


def places_of(reader: PdfReader) -> Iterator[Entry]:
    """Give the named places."""
    names = resolved(reader.root_object.get("/Names"))
    yield from entries(names and names.get("/Dests"), "/Names")


def entries(tree: PdfObject | None, kind: str) -> Iterator[Entry]:
    """Give the entries of a tree of names or numbers (ISO 32000-1, 7.9.6 and 7.9.7)."""
    node = resolved(tree)
    if node is not None:
        own = node.get(kind, ())
        yield from zip(own[::2], own[1::2], strict=True)
        for kid in node.get("/Kids", ()):
            yield from entries(kid, kind)


def resolved(found: PdfObject | None) -> DictionaryObject | None:
    """Give the dictionary that stands or is referred to here."""
    whole = found.get_object() if found is not None else None
    return whole if isinstance(whole, DictionaryObject) else None


def renamed(name: PdfObject, mark: str) -> PdfObject:
    """Give a name, or each of a list, that begins with the mark."""
    if isinstance(name, ArrayObject):
        return ArrayObject(renamed(each, mark) for each in name)
    text = name.decode("latin-1") if isinstance(name, bytes) else str(name)
    return TextStringObject(mark + text)


def _names_in(each: DictionaryObject) -> Iterator[str]:
    """Give where a dictionary names an element, a header cell or a place."""
    if "/S" in each and isinstance(each.get("/ID"), STRINGS):
        yield "/ID"
    if isinstance(each.get("/Dest"), STRINGS):
        yield "/Dest"
    if each.get("/S") == "/GoTo" and isinstance(each.get("/D"), STRINGS):
        yield "/D"
    if isinstance(each.get("/Headers"), ArrayObject):
        yield "/Headers"


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    for number in range(1, int(str(reader.trailer["/Size"]))):
        yield from _within(reader.get_object(number))


def _within(found: PdfObject | None) -> Iterator[DictionaryObject]:
    """Give an object's own dictionaries; what it refers to is an object of its own."""
    if isinstance(found, DictionaryObject):
        yield found
        for below in list(found.values()):
            yield from _within(below)
    elif isinstance(found, ArrayObject):
        for below in found:
            yield from _within(below)
