"""An element of a part and the part's story → where it stands, in words that help to find it."""

from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paragraphs import PARAGRAPH, paragraphs_of
from docgen.press.word.places import NEAR, spoken

TABLES = (w("tc"), w("tr"), w("tbl"))
BEFORE_WORDS = ", near “"


def where_of(element: Element, story: str) -> str:
    """Say where an element stands: `in table 2, row 3, column 1, near “Dear …”`.

    `story` is `body`, `header`, `footnote` …; that of a sheet is said as it is.
    """
    root = element.getroottree().getroot()
    paragraph = _paragraph_of(element)
    found = (p for p in paragraphs_of(root, story) if p.element is paragraph)
    place = next(found, None) if paragraph is not None else None
    if place is None:
        return story if story.startswith("in ") or not story else spoken(story)
    words = " ".join(place.words.split())[:NEAR]
    near = f"{BEFORE_WORDS}{words}”" if words else ""
    return f"{spoken(place.where)}{near}"


def without_words(where: str) -> str:
    """Take the document's own words out of a place: they may be about somebody."""
    return where.partition(BEFORE_WORDS)[0]


def _paragraph_of(element: Element) -> Element | None:
    """Give the paragraph that holds an element, or the first that is in or after it."""
    if element.tag == PARAGRAPH:
        return element
    above = next(element.iterancestors(PARAGRAPH), None)
    if above is not None:
        return above
    around = (element, *element.iterancestors(*TABLES))
    return next((p for each in around for p in each.iter(PARAGRAPH)), None)
