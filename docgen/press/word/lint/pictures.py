"""A page → pictures that nothing describes, and boxes that float over the text."""

import re
from collections.abc import Iterator

from docgen.press.ooxml.names import Element, local, w, wp
from docgen.press.ooxml.paragraphs import BOX
from docgen.press.word.lint.page import FALLBACK, Page, Remark, remark

SHOWN = frozenset({"pic", "chart", "relIds"})
HOLLOW = re.compile(
    r"\S*\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)"
    r"|(picture|image|photo|graphic|logo|bild|grafik) ?\d*"
    r"|.*description automatically generated.*",
    re.IGNORECASE | re.DOTALL,
)


def check_pictures(page: Page) -> Iterator[Remark]:
    """Tell of pictures without a description, and of text boxes."""
    for root in page.trees.values():
        for element in root.iter(w("drawing"), w("pict"), BOX):
            if next(element.iterancestors(FALLBACK), None) is not None:
                continue
            if element.tag == BOX:
                yield remark("word-text-box", page.at(element))
            elif _shows_picture(element):
                yield from _described(page, element)


def _described(page: Page, element: Element) -> Iterator[Remark]:
    words = _alt_text(element)
    if words is None:
        return
    if not words:
        yield remark("word-picture-no-alt", page.at(element))
    elif HOLLOW.fullmatch(words):
        yield remark("word-picture-alt-empty-words", page.at(element))


def _shows_picture(element: Element) -> bool:
    if element.tag == w("pict"):
        return any(local(inner) == "imagedata" for inner in element.iter())
    return any(local(inner) in SHOWN for inner in element.iter() if inner is not element)


def _alt_text(element: Element) -> str | None:
    """Give a picture's alternative text; None if it is marked as decorative."""
    if element.tag == w("pict"):
        return next((inner.get("alt", "") for inner in element.iter() if inner.get("alt")), "")
    holder = next(element.iter(wp("docPr")), None)
    if holder is None:
        return ""
    if any(local(inner) == "decorative" and inner.get("val") == "1" for inner in holder.iter()):
        return None
    return (holder.get("descr") or holder.get("title") or "").strip()
