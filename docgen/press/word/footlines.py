"""A footer → the same with docgen's own lines above: which language, and that nobody checked it."""

from collections.abc import Callable, Sequence
from copy import deepcopy

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import put_text
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of, put, without
from docgen.press.ooxml.paragraphs import PARAGRAPH
from docgen.press.word.saying import tagged
from docgen.press.word.shapes import Edition

SHOWN, SHOWN_END = "{%p if document.unchecked %}", "{%p endif %}"
BRACES = str.maketrans("{}", "()")
APART = "120"
NOT_OURS = ("numPr", "framePr", "sectPr", "pBdr", "rPr", "bidi")
Set = Callable[[Element], None]


def warn(edition: Edition, footer: Element, in_script: Set) -> None:
    """Say at the top of a footer, in each language, that nobody checked the text where so it is."""
    if not edition.english.lines.unchecked:
        return
    said = [line(edition.english.lines.unchecked, footer, bold=True)]
    if edition.reader is not None:
        said.insert(0, line(edition.reader.lines.unchecked, footer, bold=True))
        in_script(said[0])
    _above(footer, [tagged(SHOWN), *said, tagged(SHOWN_END)])


def mark(text: str, footer: Element, in_script: Set | None = None) -> None:
    """Say at the top of a footer which letter this is."""
    if not text:
        return
    made = line(text, footer)
    if in_script is not None:
        in_script(made)
    _above(footer, [made])


def line(text: str, footer: Element | None = None, *, bold: bool = False) -> Element:
    """Make a paragraph of a line that is ours, in the look of a footer's paragraphs."""
    made, run, words = (markup.element(w(name)) for name in ("p", "r", "t"))
    like = None if footer is None else footer.find(f"{PARAGRAPH}/{w('pPr')}")
    if like is not None:
        properties = deepcopy(like)
        without(properties, *NOT_OURS)
        made.append(properties)
    if bold:
        look = markup.element(w("rPr"))
        put(look, "b")
        run.append(look)
    put_text(words, text.translate(BRACES))
    run.append(words)
    made.append(run)
    return made


def _above(footer: Element, lines: Sequence[Element]) -> None:
    """Put lines on top, the first apart from the text above."""
    first = next(each for each in lines if SHOWN not in each.itertext())
    put(properties_of(first, "pPr"), "spacing").set(w("before"), APART)
    for at, each in enumerate(lines):
        footer.insert(at, each)
