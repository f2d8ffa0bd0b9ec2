"""A tree with pictures called `picture: calendar` → where they are, and the same with others in."""

from collections.abc import Iterator

from docgen.press.ooxml.names import Element, a, pic, r, w, wp

WORD = "picture:"


def picture_places(root: Element) -> Iterator[tuple[Element, str]]:
    """Give the drawings whose alt text is `picture: KEY`, each with its key."""
    for named in root.iter(wp("docPr")):
        drawing = next(named.iterancestors(w("drawing")), None)
        said = " ".join(named.get("descr", "").split())
        if said.casefold().startswith(WORD) and drawing is not None:
            yield drawing, said[len(WORD) :].strip()


def relation_of(drawing: Element) -> str:
    """Give the key of the relation to a drawing's picture; empty for a shape."""
    return next((blip.get(r("embed"), "") for blip in drawing.iter(a("blip"))), "")


def show(drawing: Element, relation: str, alt: str) -> None:
    """Show the picture of a relation in a drawing's box, and say what it shows."""
    for blip in drawing.iter(a("blip")):
        blip.set(r("embed"), relation)
    for named in (*drawing.iter(wp("docPr")), *drawing.iter(pic("cNvPr"))):
        named.set("descr", alt)
