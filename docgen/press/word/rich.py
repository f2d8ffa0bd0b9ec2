"""Rich text and other values of more than words → the XML that stands in a document for them."""

import re
from collections.abc import Callable

from docgen.press.word.plain import Stopped
from docgen.press.word.printing import BREAK, Made, Xml, escaped, printable
from docgen.press.word.shapes import RichText, Run

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = '<w:r>{look}<w:t xml:space="preserve">'
CLOSE = "</w:t></w:r>"
COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})|auto")
STYLE = re.compile(r"[\w-]{1,100}")
WIDEST_SPAN = 63
SIZES = (1, 400)
LINK = re.compile(r"(https?://|mailto:|tel:)\S+", re.IGNORECASE)


class OddLook(ValueError):
    """A colour, size, style or link that Word does not know."""


def rich_text(text: RichText, link: Callable[[str], str]) -> Made:
    """Write rich text as runs; `link` gives the mark that stands for a link's address."""
    return Made(runs="".join(_run(run, link) for run in text.runs))


def runs_of(value: object) -> Xml:
    """Print a value where runs stand, for `{{r name }}`."""
    if type(value) is Made and value.runs is not None:
        return Xml(value.runs)
    return Xml(_words(printable(value), ""))


def paragraphs_of(value: object) -> Xml:
    """Print a value where paragraphs stand, for `{{p name }}`."""
    if type(value) is Made and value.blocks is not None:
        return Xml(value.blocks)
    return Xml(f"<w:p>{runs_of(value)}</w:p>")


def span_of(value: object) -> str:
    """Give over how many columns a cell goes."""
    text = printable(value)
    if text.isascii() and text.isdigit() and 0 < int(text[:3]) <= WIDEST_SPAN:
        return text
    raise Stopped("word-odd-span")


def colour_of(value: object) -> str:
    """Give a colour as Word writes it."""
    text = printable(value)
    if COLOUR.fullmatch(text):
        return text.removeprefix("#")
    raise Stopped("word-odd-colour")


def _run(run: Run, link: Callable[[str], str]) -> str:
    words = _words(run.text, _look(run))
    if run.link is None:
        return words
    if not LINK.fullmatch(run.link):
        raise OddLook
    begin = f'<w:hyperlink xmlns:r="{R}" r:id={link(run.link)} w:tgtFrame="_blank">'
    return f"{begin}{words}</w:hyperlink>"


def _words(text: str, look: str) -> str:
    return OPEN.format(look=look) + escaped(text).replace("\n", BREAK) + CLOSE


def _look(run: Run) -> str:
    """Write a look with its children in the order that Word's schema gives."""
    pieces = [
        f'<w:rStyle w:val="{_held(STYLE, run.style)}"/>' if run.style else "",
        "<w:b/>" if run.bold else "",
        "<w:i/>" if run.italic else "",
        "<w:strike/>" if run.strike else "",
        f'<w:color w:val="{_held(COLOUR, run.colour).removeprefix("#")}"/>' if run.colour else "",
        _size(run.size) if run.size is not None else "",
        f'<w:u w:val="{_held(STYLE, run.underline)}"/>' if run.underline else "",
    ]
    look = "".join(pieces)
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def _size(points: float) -> str:
    if not SIZES[0] <= points <= SIZES[1]:
        raise OddLook
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _held(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise OddLook
    return text
