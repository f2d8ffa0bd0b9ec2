"""Several PDFs → one to print: a bookmark for each, their tags kept, blank pages for two sides.

pypdf alone would drop structure, language and claims. Kept are: all tags in their order, alt
texts, table headers and languages; links and their places; each file's own bookmarks, below its
title; and PDF/UA and PDF/A where every file claims the same. Forms and attachments aren't looked
at: docgen makes none here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from docgen.press.pdf.apart import (
    Entry,
    entries,
    places_of,
    put_apart,
    renamed,
    resolved,
    structure_of,
)
from docgen.press.pdf.said import Said, say, sealed

UNDATED = date(2000, 1, 1)
LEVELS = ("A", "U", "B", "")
UNKNOWN = "und"
"""BCP 47 for a language that nobody said."""


@dataclass
class Joint:
    """The joined file as it grows; numbers of the structure are used up to `number`."""

    writer: PdfWriter
    pages: int = 0
    number: int = 0
    kids: list[PdfObject] = field(default_factory=list)
    elements: list[PdfObject] = field(default_factory=list)
    parents: list[Entry] = field(default_factory=list)
    identities: list[Entry] = field(default_factory=list)
    places: list[Entry] = field(default_factory=list)
    bookmarks: list[PdfObject] = field(default_factory=list)
    roles: DictionaryObject = field(default_factory=DictionaryObject)

    def own(self, made: PdfObject) -> IndirectObject:
        """Make an object of the file; gives what refers to it."""
        return self.writer._add_object(made)  # noqa: SLF001 (pypdf has no public way)

    def taken(self, found: PdfObject) -> PdfObject:
        """Take over an object of another file with all that it refers to; each is taken once."""
        return found.clone(self.writer)


def joined(
    pdfs: Sequence[bytes], titles: Sequence[str], *, duplex: bool = False, title: str = ""
) -> bytes:
    """Join PDFs into one; with `duplex` each begins on a sheet of its own, printed on two sides.

    The language is that of the first, the date the latest; without a title it has the first's.
    """
    readers = [PdfReader(BytesIO(pdf)) for pdf in pdfs]
    said = _said(readers, title or titles[0])
    joint = Joint(PdfWriter())
    for number, (reader, name) in enumerate(zip(readers, titles, strict=True), 1):
        _add(joint, reader, f"{number}-", name)
        if duplex and joint.pages % 2 and number < len(readers):
            _add_blank(joint, reader)
    joint.writer.pdf_header = max(reader.pdf_header for reader in readers)
    _crown(joint, readers[0])
    say(joint.writer, said)
    joint.writer.compress_identical_objects(remove_duplicates=False)
    return sealed(joint.writer)


def _add(joint: Joint, reader: PdfReader, mark: str, title: str) -> None:
    """Add a file: its pages, structure, places and bookmarks."""
    before = joint.number
    joint.number = put_apart(reader, before, mark)
    joint.kids.append(joint.taken(reader.root_object.raw_get("/Pages")))
    joint.pages += len(reader.pages)
    _add_structure(joint, structure_of(reader), before, mark)
    joint.places += [(renamed(key, mark), joint.taken(at)) for key, at in places_of(reader)]
    _add_bookmark(joint, reader, title)


def _add_structure(joint: Joint, root: DictionaryObject, before: int, mark: str) -> None:
    kids = root.raw_get("/K") if "/K" in root else ArrayObject()
    tops = kids if isinstance(kids, ArrayObject) else [kids]
    joint.elements += [joint.taken(each) for each in tops]
    joint.parents += [
        (NumberObject(int(str(key)) + before), joint.taken(each))
        for key, each in entries(root.get("/ParentTree"), "/Nums")
    ]
    joint.identities += [
        (renamed(key, mark), joint.taken(each))
        for key, each in entries(root.get("/IDTree"), "/Names")
    ]
    for name, role in (resolved(root.get("/RoleMap")) or {}).items():
        joint.roles.setdefault(NameObject(name), NameObject(role))


def _add_blank(joint: Joint, reader: PdfReader) -> None:
    """Add an empty page, as large as the file's last."""
    page: dict[str, PdfObject] = {
        "/Type": NameObject("/Page"),
        "/MediaBox": ArrayObject(reader.pages[-1].mediabox),
        "/Resources": DictionaryObject(),
    }
    joint.kids.append(joint.own(_dictionary(page)))
    joint.pages += 1


def _add_bookmark(joint: Joint, reader: PdfReader, title: str) -> None:
    """Make the root of a file's own bookmarks, or a new one, the bookmark that shows the file."""
    own = reader.root_object.get("/Outlines")
    root = resolved(joint.taken(own)) if own is not None else None
    item = root if root is not None else DictionaryObject()
    here = joint.taken(reader.pages[0].indirect_reference or NullObject())
    item.pop("/Type", None)
    item[NameObject("/Title")] = TextStringObject(title)
    item[NameObject("/Dest")] = ArrayObject([here, NameObject("/Fit")])
    if "/First" in item:
        item[NameObject("/Count")] = NumberObject(-abs(int(str(item.get("/Count", 1)))))
    # a dictionary of pypdf's that was never in a file has no such attribute at all
    joint.bookmarks.append(getattr(item, "indirect_reference", None) or joint.own(item))


def _crown(joint: Joint, first: PdfReader) -> None:
    """Put the parts together under the file's root; the first file's colour profile is for all."""
    root = joint.writer.root_object
    pages = resolved(root["/Pages"]) or DictionaryObject()
    _hang(root.raw_get("/Pages"), joint.kids)
    pages[NameObject("/Kids")] = ArrayObject(joint.kids)
    pages[NameObject("/Count")] = NumberObject(joint.pages)
    root[NameObject("/Outlines")] = _outlines(joint)
    root[NameObject("/Names")] = _dictionary({"/Dests": _tree("/Names", joint.places)})
    if joint.elements:
        root[NameObject("/StructTreeRoot")] = _structure(joint)
        root[NameObject("/MarkInfo")] = _dictionary({"/Marked": BooleanObject(True)})
    if "/OutputIntents" in first.root_object:
        intents = first.root_object.raw_get("/OutputIntents")
        root[NameObject("/OutputIntents")] = joint.taken(intents)


def _structure(joint: Joint) -> PdfObject:
    root = joint.own(
        _dictionary(
            {
                "/Type": NameObject("/StructTreeRoot"),
                "/K": ArrayObject(joint.elements),
                "/RoleMap": joint.roles,
                "/ParentTree": _tree("/Nums", joint.parents),
                "/ParentTreeNextKey": NumberObject(joint.number),
                "/IDTree": _tree("/Names", joint.identities),
            }
        )
    )
    _hang(root, joint.elements, "/P")
    return root


def _tree(kind: str, entries: Iterable[Entry]) -> DictionaryObject:
    """Make a tree of names or numbers, which must stand in order."""
    ordered = sorted(entries, key=lambda entry: entry[0])  # type: ignore[arg-type,return-value]
    return _dictionary({kind: ArrayObject(each for entry in ordered for each in entry)})


def _outlines(joint: Joint) -> PdfObject:
    marks = joint.bookmarks
    root = joint.own(
        _dictionary(
            {
                "/Type": NameObject("/Outlines"),
                "/First": marks[0],
                "/Last": marks[-1],
                "/Count": NumberObject(len(marks)),
            }
        )
    )
    _hang(root, marks)
    for before, after in pairwise(marks):
        _set(before, "/Next", after)
        _set(after, "/Prev", before)
    return root


def _hang(above: PdfObject, below: Iterable[PdfObject], key: str = "/Parent") -> None:
    """Let objects know what they hang under."""
    for each in below:
        _set(each, key, above)


def _set(where: PdfObject, key: str, what: PdfObject) -> None:
    found = resolved(where)
    if found is not None:
        found[NameObject(key)] = what


def _dictionary(made: Mapping[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in made.items()})


def _said(readers: Sequence[PdfReader], title: str) -> Said:
    """Say of all what they all say of themselves; of levels of PDF/A the lowest (B, U, A)."""
    language = str(readers[0].root_object.get("/Lang", UNKNOWN))
    plain = Said(title, language, max(map(day_of, readers)))
    each = [plain.claiming(reader) for reader in readers]
    parts = {one.archive[:1] for one in each}
    lowest = max((one.archive[1:] for one in each), key=LEVELS.index)
    return replace(
        plain,
        archive=parts.pop() + lowest if len(parts) == 1 and lowest else "",
        universal=all(one.universal for one in each),
    )


def day_of(reader: PdfReader) -> date:
    """Give the day of a PDF by what it says of itself."""
    about = reader.metadata
    moment = about and (about.modification_date or about.creation_date)
    return moment.date() if moment else UNDATED
