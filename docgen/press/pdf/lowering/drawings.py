"""A drawing, picture or object of a run → an image in the line, or beside it, or a remark."""

from typing import NamedTuple

from docgen.press.ooxml.names import MC, Element, a, local, pic, r, w, wp
from docgen.press.pdf.lowering.links import target_at
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.lowering.pictures import length, picture
from docgen.press.pdf.lowering.rooms import goes_beyond
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.runs import Image, Inline, Link
from docgen.press.pdf.tree import Float

DRAWING, BOX = w("drawing"), w("txbxContent")
PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
KINDS = {"chart": "pdf-chart", "chartex": "pdf-chart", "diagram": "pdf-smartart"}
KINDS |= dict.fromkeys(
    ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"), "pdf-shape"
)
VML = "{urn:schemas-microsoft-com:vml}"
ALTERNATE = f"{{{MC}}}AlternateContent"
SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}


def drawn(element: Element, story: Story, work: Work) -> Inline | Float | None:
    """Read what a run draws; None for what can't be drawn, which is told."""
    if element.tag == ALTERNATE:
        return _alternate(element, story, work)
    drawing = element.find(wp("inline")) if element.tag == DRAWING else None
    anchor = element.find(wp("anchor")) if element.tag == DRAWING else None
    shown = drawing if drawing is not None else anchor
    if shown is None or next(shown.iter(pic("pic")), None) is None or _uri(shown) != PICTURES:
        work.remarks.tell(_rule(element), element)
        return None
    image = picture(shown, story, work)
    if image is None:
        return None
    placed = image if anchor is None else _floated(anchor, image, story, work)
    if placed is not None and goes_beyond(placed, story):
        work.remarks.tell("pdf-picture-large", element, stops=False)
    return _linked(image, shown, story, work) if anchor is None else placed


def _floated(anchor: Element, image: Image, story: Story, work: Work) -> Float | None:
    """Place a picture beside the text; where docgen can't follow, that is told."""
    placed = _placed(anchor, image, story.page)
    if placed is None or not _keeps_clear(anchor, placed, story):
        work.remarks.tell("pdf-picture-place", anchor)
    return placed


def _alternate(element: Element, story: Story, work: Work) -> Inline | Float | None:
    """Take the picture that a newer kind of drawing falls back to; tell of all else."""
    older = element.find(f"{{{MC}}}Fallback")
    fallback = None if older is None else older.find(DRAWING)
    if fallback is not None and next(fallback.iter(pic("pic")), None) is not None:
        return drawn(fallback, story, work)
    newer = next(element.iter(DRAWING), None)
    if newer is not None:
        work.remarks.tell(_rule(newer), element)
    else:
        choice = element.find(f"{{{MC}}}Choice")
        what = "AlternateContent" if choice is None else choice.get("Requires", "")
        work.remarks.tell("pdf-newer-word", element, what=what)
    return None


def _rule(element: Element) -> str:
    """Give the remark's id for a drawing that is no picture."""
    if next(element.iter(BOX), None) is not None:
        return "pdf-text-box"
    if next(element.iter(f"{VML}textpath"), None) is not None:
        return "pdf-word-art"
    named = _uri(element).rstrip("/").rpartition("/")[2]
    return KINDS.get(named, "pdf-object")


def _uri(element: Element) -> str:
    data = next(element.iter(a("graphicData")), None)
    return "" if data is None else data.get("uri", "")


def _linked(image: Image, drawing: Element, story: Story, work: Work) -> Inline:
    """Make a picture a link if it leads somewhere."""
    click = drawing.find(f"{wp('docPr')}/{a('hlinkClick')}")
    relation = None if click is None else story.relations.get(click.get(r("id"), ""))
    target = target_at(relation, "", work.marks)
    return Link(target, (image,)) if target else image


class Span(NamedTuple):
    """Where a measure of the page that pictures are placed by begins, and how long it is."""

    start: float
    size: float


def _placed(anchor: Element, image: Image, page: Page | None) -> Float | None:
    """Place a picture that floats (20.4.2.3); None where it isn't plain how."""
    if page is None:
        return None
    simple = anchor.find(wp("simplePos"))
    if anchor.get("simplePos") in {"1", "true"} and simple is not None:
        return Float(image, length(simple.get("x")) or 0, length(simple.get("y")) or 0)
    across, down = anchor.find(wp("positionH")), anchor.find(wp("positionV"))
    if across is None or down is None:
        return None
    left = _spot(across, _across(page), image.width)
    of_page = down.get("relativeFrom") != "paragraph"
    top = _spot(down, _down(page), image.height)
    return None if left is None or top is None else Float(image, left, top, of_page)


def _across(page: Page) -> dict[str, Span]:
    left, right = page.margins[3], page.margins[1]
    column = Span(left, page.column)
    return {
        "page": Span(0, page.width),
        "margin": column,
        "column": column,
        "leftMargin": Span(0, left),
        "rightMargin": Span(page.width - right, right),
    }


def _down(page: Page) -> dict[str, Span]:
    top, bottom = page.margins[0], page.margins[2]
    return {
        "page": Span(0, page.height),
        "margin": Span(top, page.height - top - bottom),
        "topMargin": Span(0, top),
        "bottomMargin": Span(page.height - bottom, bottom),
        "paragraph": Span(0, 0),
    }


def _spot(position: Element, spans: dict[str, Span], size: float) -> float | None:
    """Give where a picture begins along one measure: at an offset, or aligned."""
    span = spans.get(position.get("relativeFrom", ""))
    offset, align = position.find(wp("posOffset")), position.find(wp("align"))
    if span is None or (offset is None and align is None):
        return None
    if offset is not None:
        found = length(offset.text)
        return None if found is None else span.start + found
    share = SHARES.get((align.text or "").strip()) if align is not None else None
    if share is None or position.get("relativeFrom") == "paragraph":
        return None
    return span.start + (span.size - size) * share


def _keeps_clear(anchor: Element, placed: Float, story: Story) -> bool:
    """Tell whether text doesn't give way to a picture: it may not, or the picture stands off."""
    wraps = [local(child) for child in anchor if local(child).startswith("wrap")]
    page = story.page
    if wraps == ["wrapNone"] or page is None:
        return page is not None
    image = placed.image
    beside = (
        placed.left + image.width <= page.margins[3] or placed.left >= page.width - page.margins[1]
    )
    above = placed.of_page and (
        placed.top + image.height <= (page.top or 0) or placed.top >= page.height - page.margins[2]
    )
    return beside or (story.name == "body" and above)
