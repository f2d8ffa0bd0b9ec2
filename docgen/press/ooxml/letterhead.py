"""A tree with a picture called `letterhead` → the same with the school's picture or name in it."""

from collections.abc import Iterator

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop, put_text
from docgen.press.ooxml.names import MC, Element, a, pic, r, w, wp
from docgen.press.ooxml.pictures import Picture

WORD = "letterhead"


def letterhead_places(root: Element) -> tuple[Element, ...]:
    """Give the drawings whose alt text is `letterhead`."""
    return tuple(_drawings(root))


def _drawings(root: Element) -> Iterator[Element]:
    for named in root.iter(wp("docPr")):
        texts = {named.get(key, "").strip().casefold() for key in ("descr", "title")}
        drawing = next(named.iterancestors(w("drawing")), None)
        if WORD in texts and drawing is not None:
            yield drawing


def is_picture(drawing: Element) -> bool:
    """Tell whether a drawing shows a picture, not a shape."""
    return next(drawing.iter(a("blip")), None) is not None


def is_used(root: Element, key: str) -> bool:
    """Tell whether a tree still points at a relation."""
    return any(key in element.attrib.values() for element in root.iter())


def set_name(drawing: Element, name: str) -> None:
    """Put a text in the drawing's place, in the look of its run."""
    whole = next(drawing.iterancestors(f"{{{MC}}}AlternateContent"), drawing)
    text = markup.element(w("t"))
    put_text(text, name)
    whole.addprevious(text)
    drop(whole)


def set_picture(drawing: Element, key: str, picture: Picture, name: str) -> str:
    """Show another picture in the drawing's box; give the key of the relation it had."""
    before = ""
    for blip in drawing.iter(a("blip")):
        before = blip.get(r("embed"), before)
        blip.set(r("embed"), key)
        for child in list(blip):
            blip.remove(child)
    for crop in list(drawing.iter(a("srcRect"))):
        drop(crop)
    for named in (*drawing.iter(wp("docPr")), *drawing.iter(pic("cNvPr"))):
        named.set("descr", name)
        if named.get("title") is not None:
            del named.attrib["title"]
    _fit(drawing, picture)
    return before


def _fit(drawing: Element, picture: Picture) -> None:
    box = next(drawing.iter(wp("extent")))
    wide, high = int(box.get("cx", "0")), int(box.get("cy", "0"))
    scale = min(wide / picture.width, high / picture.height)
    cx, cy = str(round(picture.width * scale)), str(round(picture.height * scale))
    for extent in (box, *drawing.iter(a("ext"))):
        if extent.get("cx") is not None:
            extent.set("cx", cx)
            extent.set("cy", cy)
