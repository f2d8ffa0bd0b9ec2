"""Filled forms of one kind → one file that holds them one after the other, all still to be changed.

Fields of the second begin with another name (`rows-2.P1.date`): equal names would be one field.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from docgen.press.pdf.apart import resolved
from docgen.press.pdf.assemble import joined
from docgen.press.pdf.said import sealed

KEPT = ("/DA", "/DR", "/NeedAppearances", "/Q")
"""What a form says of all its fields (ISO 32000-2, table 224)."""


def joined_forms(forms: Sequence[bytes], title: str) -> bytes:
    """Join forms, tags and languages kept; a single one stays as it is."""
    if len(forms) == 1:
        return forms[0]
    titles = [f"{title} ({number} of {len(forms)})" for number in range(1, len(forms) + 1)]
    writer = PdfWriter(clone_from=BytesIO(joined(forms, titles, title=title)))
    first = PdfReader(BytesIO(forms[0]))
    each = len(first.pages)
    fields = ArrayObject()
    for start in range(0, len(writer.pages), each):
        for root in _roots(writer, range(start, start + each)):
            if start:
                _rename(root, f"-{start // each + 1}")
            fields.append(root)
    writer.root_object[NameObject("/AcroForm")] = _form(writer, first, fields)
    return sealed(writer)


def _roots(writer: PdfWriter, pages: range) -> Iterator[PdfObject]:
    """Give the fields at the root of all that stand on pages, each once."""
    seen: set[int] = set()
    for number in pages:
        for widget in writer.pages[number].get("/Annots", ()):
            top = _top(widget)
            if top is not None and top.idnum not in seen:
                seen.add(top.idnum)
                yield top


def _top(widget: PdfObject) -> IndirectObject | None:
    """Give the topmost field above a widget, None for what is no field's."""
    found = resolved(widget)
    if found is None or found.get("/Subtype") != "/Widget":
        return None
    while "/Parent" in found:
        widget = found.raw_get("/Parent")
        found = resolved(widget) or DictionaryObject()
    return widget if isinstance(widget, IndirectObject) else None


def _rename(root: PdfObject, ending: str) -> None:
    found = resolved(root)
    if found is not None:
        found[NameObject("/T")] = TextStringObject(f"{found.get('/T', '')}{ending}")


def _form(writer: PdfWriter, first: PdfReader, fields: ArrayObject) -> DictionaryObject:
    said = resolved(first.root_object.get("/AcroForm")) or DictionaryObject()
    kept = {NameObject(key): said[key].clone(writer) for key in KEPT if key in said}
    return DictionaryObject({NameObject("/Fields"): fields, **kept})
