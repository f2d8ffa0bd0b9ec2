"""Files that can't be filled in as forms: damaged, hostile, or closed to all but some programs."""

import zlib
from collections.abc import Callable, Iterable, Mapping

from formwork import FORM, PAGES, field, objects_of, texts
from rawpdf import packed, pdf, stream


def with_pages(kids: str, more: Mapping[int, str] | None = None) -> bytes:
    """Give a form whose tree of pages is as it is told."""
    tree = f"<</Type/Pages/Count 1/Kids[{kids}]>>"
    return pdf({**objects_of({10: field("Tx", 0, "/T(a)")}), PAGES: tree, **(more or {})})


def with_fields(fields: Mapping[int, str], roots: Iterable[int]) -> bytes:
    """Give a form whose tree of fields is as it is told."""
    return pdf(objects_of(fields, roots, ()))


def many(count: int) -> bytes:
    """Give a form of so many fields."""
    fields = {1000 + n: f"<</FT/Tx/T(f{n})/Rect[0 0 9 9]/Subtype/Widget>>" for n in range(count)}
    return pdf(objects_of(fields))


def a_million() -> bytes:
    """Give a form with a million fields in one list, all the same object."""
    return pdf({**texts(), FORM: f"<</Fields[{'10 0 R ' * 1_000_000}]>>"})


def bomb() -> bytes:
    """Give a file whose packed objects are three times what may be unpacked."""
    data = zlib.compress(b" " * 20_000_000)
    whole = packed(texts())
    start = whole.index(b"/Type/ObjStm")
    head = whole.rindex(b"obj\n", 0, start)
    about = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode"
    end = whole.index(b"endobj", start)
    body = whole[: head + 4] + stream(data, about) + b"\n"
    moved = len(body) - end
    rest = whole[end:]
    at = int(rest[rest.rindex(b"startxref") + 9 :].split()[0])
    return body + rest.replace(b"startxref\n%d" % at, b"startxref\n%d" % (at + moved))


def deep(levels: int) -> bytes:
    """Give a form with lists within lists."""
    return pdf({**texts(), 10: field("Tx", 0, f"/T(a)/X{'[' * levels}{']' * levels}")})


def astray_numbers(count: int) -> bytes:
    """Give a form that refers to objects which are nowhere, so many times."""
    dangling = " ".join(f"{number} 0 R" for number in range(50_000, 50_000 + count))
    return pdf({**texts(), 10: field("Tx", 0, f"/T(a)/X[{dangling}]")})


def misplaced(count: int) -> bytes:
    """Give a form whose table says of so many objects that they are where another is."""
    numbers = range(1000, 1000 + count)
    listed = " ".join(f"{number} 0 R" for number in numbers)
    fields = {10: field("Tx", 0, f"/T(a)/X[{listed}]")}
    content = pdf({**objects_of(fields), **dict.fromkeys(numbers, "(there)")})
    table = content.rindex(b"xref\n0", 0, content.rindex(b"startxref"))
    lines = content[table:].split(b"\n")
    wrong = [b"0000000009 00000 n " if line.endswith(b" n ") else line for line in lines[20:]]
    return content[:table] + b"\n".join(lines[:20] + wrong)


def _encrypted() -> bytes:
    guard = "/Encrypt<</Filter/Standard/V 1/R 2/P -44/O(%s)/U(%s)>>/ID[(a)(b)]"
    return pdf(texts(), "/Root 1 0 R" + guard % ("o" * 32, "u" * 32))


def signed(entries: str = "/V<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>") -> bytes:
    """Give a form with a signature and a value."""
    signature = field("Sig", 1, f"/T(signature){entries}")
    return pdf(objects_of({10: field("Tx", 0, "/T(name)/V(Ann)"), 11: signature}))


def _circle_of_fields() -> bytes:
    return with_fields(
        {10: "<</T(a)/FT/Tx/Kids[11 0 R]>>", 11: "<</T(b)/Kids[10 0 R]/Parent 10 0 R>>"}, (10,)
    )


def _xfa_alone() -> bytes:
    return pdf({**objects_of({}, more={FORM: "/XFA 32 0 R"}), 32: stream("<template/>")})


def _cut_off() -> bytes:
    whole = pdf(texts())
    return whole[: len(whole) // 3]


BAD: Mapping[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "a Word file": lambda: b"PK\x03\x04 word/document.xml",
    "cut off": _cut_off,
    "no objects": lambda: b"%PDF-1.7\n%%EOF\n",
    "no pages": lambda: pdf({**texts(), PAGES: "<</Type/Pages/Kids[]>>"}),
    "a number for a catalogue": lambda: pdf({1: "12"}),
    "encrypted": _encrypted,
    "XFA alone": _xfa_alone,
    "no fields": lambda: pdf(objects_of({})),
    "fields on no page": lambda: with_fields({10: "<</FT/Tx/T(a)>>"}, (10,)),
    "pages in a circle": lambda: with_pages(f"{PAGES} 0 R"),
    "fields in a circle": _circle_of_fields,
    "a million fields": a_million,
    "a bomb": bomb,
    "lists in lists": lambda: deep(100_000),
}
"""Files that can't be filled in, by what is wrong with them."""
