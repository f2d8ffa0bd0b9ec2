"""Styles and numbering of a Word file → what lowering doesn't read in those that are in use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.gate.watch import Watch
from docgen.press.pdf.lowering.measures import VAL, is_yes
from docgen.press.pdf.tree import Remark

LEADS = {
    w("pStyle"): "style",
    w("rStyle"): "style",
    w("tblStyle"): "style",
    w("basedOn"): "style",
    w("numStyleLink"): "style",
    w("numId"): "number",
    w("abstractNumId"): "list",
}
"""What leads from a story or an entry to an entry of a sheet, and of which kind that is."""
ENTRIES = {
    w("docDefaults"): ("defaults", w("none")),
    w("style"): ("style", w("styleId")),
    w("num"): ("number", w("numId")),
    w("abstractNum"): ("list", w("abstractNumId")),
}
LEVEL = w("lvl")
MOST_KEPT, SHORT = 64, 500_000
"""So many sheets are kept as read, of at most so many bytes each."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A style, a list or a number of one: what is told of it, and which others it leads to."""

    remarks: tuple[Remark, ...]
    leads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entries of a sheet by key (`style Heading1`), and those that are always in use."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    always: tuple[str, ...] = ()


def leads_of(root: Element) -> Iterator[str]:
    """Give the keys of all entries that an element leads to."""
    for element in root.iter(*LEADS):
        above = element.getparent()
        if above is None or above.tag != LEVEL:  # a level's style comes into use by itself
            yield f"{LEADS[element.tag]} {element.get(VAL, '')}"


def remarks_on(sheets: Iterable[bytes], leads: Iterable[str]) -> Iterator[Remark]:
    """Tell of the entries of sheets that leads reach, and of those always in use."""
    read = [sheet_of(data) for data in sheets]
    entries = {key: entry for sheet in read for key, entry in sheet.entries.items()}
    waiting = [*(key for sheet in read for key in sheet.always), *leads]
    seen: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in entries and key not in seen:
            seen.add(key)
            yield from entries[key].remarks
            waiting += entries[key].leads


def sheet_of(data: bytes) -> Sheet:
    """Read a sheet, or give it as read before."""
    return _kept(data) if len(data) <= SHORT else _read(data)


def _read(data: bytes) -> Sheet:
    root = markup.parse(data) if data else None
    entries: dict[str, Entry] = {}
    always: list[str] = []
    for element in () if root is None else root.iterchildren(*ENTRIES):
        kind, attribute = ENTRIES[element.tag]
        key = f"{kind} {element.get(attribute, '')}"
        entries[key] = _entry(element)
        if kind == "defaults" or is_yes(element.get(w("default"))):
            always.append(key)
    return Sheet(entries, tuple(always))


_kept = lru_cache(MOST_KEPT)(_read)


def _entry(element: Element) -> Entry:
    watch = Watch()
    holder = element.getparent()
    watch.judge(element, _place(element), "" if holder is None else holder.tag)
    watch.look_closely(element, _place(element))
    return Entry(watch.remarks(), frozenset(leads_of(element)))


def _place(element: Element) -> str:
    name = element.find(w("name"))
    if element.tag == w("style") and name is not None:
        return f"in the style “{name.get(VAL, '')[:40]}”"
    return "in the styles" if element.tag in {w("style"), w("docDefaults")} else "in the numbering"
