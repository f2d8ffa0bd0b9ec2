"""An element that lowering doesn't read → the fault that tells it in Word's words."""

from collections.abc import Iterator, Mapping

from docgen.press.ooxml.names import Element, local, w
from docgen.press.pdf.gate.named import ATTRIBUTES, ELEMENTS, VALUES, Named
from docgen.press.pdf.gate.naming import prefix_of, qualified, qualified_all, shown
from docgen.press.pdf.lowering.measures import OFF

TEXT_BOX, DRAWING = Named("pdf-text-box"), Named("pdf-shape")
CONTENTS: Mapping[str, Named] = {
    "w:txbxContent": TEXT_BOX,
    "v:textpath": Named("pdf-word-art"),
    "c:chart": Named("pdf-chart"),
    "cx:chart": Named("pdf-chart"),
    "dgm:relIds": Named("pdf-smartart"),
    "o:OLEObject": Named("pdf-object"),
    "w:control": Named("pdf-object"),
    "w:contentPart": Named("pdf-object"),
    "m:oMath": Named("pdf-equation"),
    "wps:wsp": DRAWING,
    "wpg:wgp": DRAWING,
    "wpc:wpc": DRAWING,
    "v:imagedata": Named("pdf-object"),
}
"""What a drawing, an old picture or a choice of two holds, the most telling first."""
BY_SPACE: Mapping[str, Named] = {
    "m": Named("pdf-equation"),
    "c": Named("pdf-chart"),
    "cx": Named("pdf-chart"),
    "dgm": Named("pdf-smartart"),
    "wps": DRAWING,
    "wpg": DRAWING,
    "wpc": DRAWING,
    "v": DRAWING,
    "o": Named("pdf-object"),
}
HOLDERS = qualified_all("pict object drawing contentPart mc:AlternateContent a:graphicData")
_ELEMENTS = {
    (
        qualified(name.rpartition("/")[0]) if "/" in name else "",
        qualified(name.rpartition("/")[2]),
    ): named
    for name, named in ELEMENTS.items()
}
_ATTRIBUTES = {
    (qualified(name.partition("@")[0]), name.partition("@")[2]): named
    for name, named in ATTRIBUTES.items()
}
VALUED = {qualified(name): named for name, named in VALUES.items()}
NOUGHT = OFF | {"", "0"}


def construct_of(element: Element, context: str) -> Named | None:
    """Give the fault that tells an element; None for one in a form that changes nothing."""
    tag = element.tag
    named = _ELEMENTS.get((context, tag)) or _ELEMENTS.get(("", tag))
    if named is not None:
        return None if named.plain is not None and named.plain(element) else named
    if tag in HOLDERS or prefix_of(tag) in BY_SPACE:
        return _by_content(element)
    return Named("pdf-unknown", {"what": shown(tag)})


def odd_attribute(element: Element, name: str) -> Named | None:
    """Give the fault that tells an attribute; None for one that changes nothing."""
    named = _ATTRIBUTES.get((element.tag, name.rpartition("}")[2]))
    if named is None:
        return Named("pdf-unknown", {"what": f"{shown(name)} of {shown(element.tag)}"})
    if named.plain is not None:
        return None if named.plain(element) else named
    return None if element.get(name, "") in NOUGHT else named


def odd_value(element: Element) -> Named | None:
    """Give the fault that tells an element by its value; None for a value that lowering takes."""
    named = VALUED[element.tag]
    return None if named.plain is not None and named.plain(element) else named


def _by_content(element: Element) -> Named:
    held = {_prefixed(each) for each in element.iter()}
    for name, named in CONTENTS.items():
        if name in held:
            return named
    if element.tag == w("object") or element.tag == w("pict"):
        return Named("pdf-object")
    newer = Named("pdf-newer-word", {"what": _what(element)})
    return BY_SPACE.get(prefix_of(element.tag), newer)


def _what(element: Element) -> str:
    """Name what an element holds that is no picture, text or choice."""
    return next(_foreign(element), shown(element.tag))


def _foreign(element: Element) -> Iterator[str]:
    for each in element.iter():
        if not prefix_of(each.tag):
            yield local(each)


def _prefixed(element: Element) -> str:
    return f"{prefix_of(element.tag)}:{local(element)}"
