"""`w:body` → its sections: the elements of each, and the `w:sectPr` that it ends with."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.press.ooxml.names import Element, R, w
from docgen.press.pdf.lowering.grids import WRAPPERS
from docgen.press.pdf.lowering.measures import value_of
from docgen.press.pdf.lowering.remarks import Remarks
from docgen.press.pdf.lowering.signatures import signature

SECTION, PARAGRAPH = w("sectPr"), w("p")
REFERENCES = (w("headerReference"), w("footerReference"))
ENDING = f"{w('pPr')}/{SECTION}"
SAME_PAGE = "continuous"
LATER_PAGES = {"evenPage", "oddPage", "nextColumn"}
GEOMETRY = (
    *("pgSz", "pgMar", "cols", "titlePg", "vAlign", "textDirection", "bidi", "pgBorders"),
    *("lnNumType", "docGrid", "footnotePr", "pgNumType", "rtlGutter"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A section; without properties of its own it has Word's defaults."""

    elements: tuple[Element, ...]
    properties: Element | None


def spans_of(body: Element, remarks: Remarks) -> tuple[Span, ...]:
    """Part a body into sections (17.6.17); those that go on on the same page are joined."""
    spans: list[Span] = []
    for span in _parted(body):
        begins = value_of(span.properties, "type")
        if spans and begins in LATER_PAGES:
            remarks.tell("pdf-section-page", span.properties)
        if spans and begins == SAME_PAGE:
            if not _goes_on(spans[-1].properties, span.properties):
                remarks.tell("pdf-section-continuous", span.properties)
            spans[-1] = Span((*spans[-1].elements, *span.elements), spans[-1].properties)
        else:
            spans.append(span)
    return tuple(spans)


def _parted(body: Element) -> Iterator[Span]:
    """Give the sections as the file parts them.

    A paragraph that does nothing but end a section takes no room, as in LibreOffice, unless it is
    all there is.
    """
    if len(list(body.iter(SECTION))) == len(body.findall(SECTION)):
        yield Span(tuple([e for e in body if e.tag != SECTION]), body.find(SECTION))
        return
    elements: list[Element] = []
    for element in _flat(body):
        ending = element.find(ENDING) if element.tag == PARAGRAPH else None
        if ending is None or len(element) > 1 or not elements:
            elements.append(element)
        if ending is not None:
            yield Span(tuple(elements), ending)
            elements = []
    yield Span(tuple(elements), body.find(SECTION))


def _flat(parent: Element) -> Iterator[Element]:
    """Give the elements of a body; what wraps the end of a section is opened."""
    for element in parent:
        if element.tag in WRAPPERS and next(element.iter(SECTION), None) is not None:
            yield from _flat(element)
        elif element.tag != SECTION:
            yield element


def _goes_on(before: Element | None, after: Element | None) -> bool:
    """Tell whether a section on the same page differs in nothing that setting knows."""
    if before is None or after is None or _restarts(after):
        return False
    if any(after.find(each) is not None for each in REFERENCES) and not _same_bands(before, after):
        return False
    return all(_said(before, name) == _said(after, name) for name in GEOMETRY)


def _restarts(properties: Element) -> bool:
    numbers = properties.find(w("pgNumType"))
    return numbers is not None and numbers.get(w("start")) is not None


def _same_bands(before: Element, after: Element) -> bool:
    keys = [
        {(each.tag, each.get(w("type")), each.get(f"{{{R}}}id")) for each in part.iter(*REFERENCES)}
        for part in (before, after)
    ]
    return keys[1] <= keys[0]


def _said(properties: Element, name: str) -> tuple[object, ...]:
    found = properties.find(w(name))
    if found is None:
        return ()
    return (name, *sorted(found.items()), *signature(found))
