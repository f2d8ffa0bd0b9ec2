"""A Word file → what in it lowering doesn't read, each construct once with its first place.

The survey holds every element and attribute of the parts that are printed against the allow-list;
what a value means is judged by lowering itself, where it reads it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from docgen.press.ooxml.names import Element, r, w
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.relations import relations_of
from docgen.press.pdf.gate.entries import remarks_on
from docgen.press.pdf.gate.gathered import gathered
from docgen.press.pdf.gate.seen import seen_in
from docgen.press.pdf.gate.switches import remarks_on_settings
from docgen.press.pdf.limits import BOUNDS, Bounds, over_bounds
from docgen.press.pdf.lowering.measures import is_on
from docgen.press.pdf.tree import Remark

HEADERS = {w("headerReference"): "header", w("footerReference"): "footer"}
NOTE = w("footnoteReference")
Story = tuple[str, str]


def surveyed(package: Package, bounds: Bounds = BOUNDS) -> tuple[Remark, ...]:
    """Tell what the printed parts of a file hold beyond what lowering reads.

    Of a file that is too large nothing but that is told.
    """
    stories = [seen_in(package, member, story) for member, story in _stories(package)]
    too_much = tuple(over_bounds(stories, bounds))
    if too_much:
        return too_much
    found = relations_of(package.members, package.main)
    data = {each.kind: package.members.get(each.target, b"") for each in found if not each.outside}
    leads = chain.from_iterable(each.leads for each in stories)
    sheets = (data.get("styles", b""), data.get("numbering", b""))
    told = chain.from_iterable(each.remarks for each in stories)
    remarks = (*gathered(told), *remarks_on(sheets, leads))
    return gathered((*remarks, *remarks_on_settings(data.get("settings", b""))))


def _stories(package: Package) -> Iterator[Story]:
    """Give the parts that are printed."""
    body = package.reading(package.main)
    yield package.main, "body"
    relations = {each.key: each for each in relations_of(package.members, package.main)}
    shown = dict.fromkeys(_shown_headers(body))
    if next(body.iter(NOTE), None) is not None:
        notes = (key for key, each in relations.items() if each.kind == "footnotes")
        shown |= dict.fromkeys((key, "footnote") for key in notes)
    for key, story in shown:
        each = relations.get(key)
        if each is not None and not each.outside and each.target in package.members:
            yield each.target, story


def _shown_headers(body: Element) -> Iterable[tuple[str, str]]:
    """Give the headers and footers that a page may show; a first page's only if it differs."""
    differs = any(is_on(each) for each in body.iter(w("titlePg")))
    for each in body.iter(*HEADERS):
        if each.get(w("type")) != "first" or differs:
            yield each.get(r("id"), ""), HEADERS[each.tag]
