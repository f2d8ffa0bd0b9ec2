"""Paragraphs, tables and sections as English has them → the same as another language is set.

Direction, the mirror image of tables, and runs parted by script, as Word wants them told; what
stands in a frame (the address for the window) stays where it is, at the left.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.model.language import ENGLISH, Language
from docgen.press.ooxml.heal import put_text
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of, put
from docgen.press.ooxml.paragraphs import PARAGRAPH, RUN, TABLE, TEXT
from docgen.press.ooxml.scriptlooks import VAL, is_complex, name, twinned
from docgen.press.ooxml.scriptruns import TAG, set_run
from docgen.press.ooxml.stretches import LEFT, LETTER, MARKS, RLM

SECTION = w("sectPr")
PLACEHOLDER, STRUCTURE = re.compile(r"\{\{[^{}]*\}\}"), re.compile(r"\{%[^{}]*%\}")
OTHER_SIDE = {"left": "right", "start": "right", "right": "left", "end": "left"}
FRAME = f"{w('pPr')}/{w('framePr')}"
ARABIC = "Arab"
SIGNS = str.maketrans(",;?", "\u060c\u061b\u061f")
EXACT, RULE = "exact", w("lineRule")


def written_in(element: Element, language: Language) -> None:
    """Set an element and all under it in a language; English is how it is already."""
    if language.tag == ENGLISH.tag:
        return
    rtl = language.direction == "rtl"
    for paragraph in list(element.iter(PARAGRAPH)):
        _paragraph(paragraph, language)
    for table in element.iter(TABLE) if rtl else ():
        put(properties_of(table, "tblPr"), "bidiVisual")
    framed = next(element.iter(w("framePr")), None) is not None
    for section in element.iter(SECTION) if rtl and not framed else ():
        put(section, "bidi")  # LibreOffice would move frames to the other side of the page
    for height in element.iter(w("trHeight")) if is_complex(language) else ():
        if height.get(w("hRule")) == EXACT:
            height.set(w("hRule"), "atLeast")


def _paragraph(paragraph: Element, language: Language) -> None:
    framed = paragraph.find(FRAME) is not None
    rtl = language.direction == "rtl" and (not framed or _says_something(paragraph))
    after_frames = rtl and _holds_frames(paragraph)
    if rtl and language.script == ARABIC and not framed:
        _punctuate(paragraph)
    if rtl:
        _turn(paragraph, ltr=after_frames, other_edge=after_frames or framed)
    if is_complex(language) and not framed:
        _loosen(paragraph)
    low = replace(language, font=language.screen_font or language.font)
    for run in list(_runs(paragraph)):
        set_run(run, low if framed else language, rtl=rtl)
    if rtl and framed:
        _lower(paragraph, low.font)
    if after_frames:
        _mark(paragraph)
    if not is_complex(language):
        name(put(properties_of(paragraph, "pPr"), "rPr"), language)


def _punctuate(paragraph: Element) -> None:
    """Give values with nothing but signs between them the signs of the Arabic script.

    Where words stand beside them, whoever translated these has written the signs too.
    """
    if LETTER.search(TAG.sub("", _words(paragraph))) is None:
        for text in paragraph.iter(TEXT):
            parts = TAG.split(text.text or "")
            parts[::2] = [part.translate(SIGNS) for part in parts[::2]]
            put_text(text, "".join(parts))


def _lower(paragraph: Element, font: str) -> None:
    """Set a paragraph in a font that keeps to its lines: a frame has no room to grow."""
    for run in _runs(paragraph):
        put(properties_of(run, "rPr"), "rFonts").set(w("cs"), font)


def _says_something(paragraph: Element) -> bool:
    """Tell whether letters from right to left stand in a paragraph, not values alone."""
    return LEFT.search(_words(paragraph)) is not None


def _turn(paragraph: Element, *, ltr: bool, other_edge: bool) -> None:
    """Set a paragraph from right to left, its mark too; `ltr` where its letters alone are."""
    properties = properties_of(paragraph, "pPr")
    mark = put(properties, "rPr")
    if other_edge and mark.find(w("rtl")) is None:
        _align(properties)
    if not ltr:
        put(properties, "bidi")
    twinned(mark)
    put(mark, "rtl")


def _holds_frames(paragraph: Element) -> bool:
    """Tell whether frames stand right before a paragraph that is but a value, such as the date.

    LibreOffice moves frames to the other side of the page where the paragraph after them is from
    right to left.
    """
    before = paragraph.getprevious()
    while before is not None and before.tag == PARAGRAPH and _is_only(STRUCTURE, before):
        before = before.getprevious()
    framed = before is not None and before.find(FRAME) is not None
    return framed and _is_only(PLACEHOLDER, paragraph)


def _is_only(pattern: re.Pattern[str], paragraph: Element) -> bool:
    return pattern.fullmatch(_words(paragraph).strip()) is not None


def _words(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(TEXT)).translate(MARKS)


def _mark(paragraph: Element) -> None:
    """Let a value among letters from left to right be read from its right end."""
    for text in paragraph.iter(TEXT):
        put_text(text, f"{RLM}{(text.text or '').strip()}{RLM}")


def _align(properties: Element) -> None:
    """Put a paragraph at the edge that it stands at when its direction is the other one."""
    said = properties.find(w("jc"))
    at = "left" if said is None else said.get(VAL, "left")
    put(properties, "jc").set(VAL, OTHER_SIDE.get(at, at))


def _loosen(paragraph: Element) -> None:
    """Let lines be as high as the letters want, where they were of an exact height."""
    spacing = paragraph.find(f"{w('pPr')}/{w('spacing')}")
    if spacing is not None and spacing.get(RULE) == EXACT:
        spacing.set(RULE, "atLeast")


def _runs(paragraph: Element) -> Iterator[Element]:
    """Give the runs of a paragraph, not those of text boxes inside it."""
    for run in paragraph.iter(RUN):
        if next(run.iterancestors(PARAGRAPH), None) is paragraph:
            yield run
