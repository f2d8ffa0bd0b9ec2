"""A page → what is put in place by blanks, tabs, blank paragraphs and lines that cut letters."""

import re
from collections.abc import Iterator

from docgen.press.ooxml.names import Element, local, w, wp
from docgen.press.ooxml.paragraphs import PARAGRAPH
from docgen.press.word.lint.page import Line, Page, Remark, remark
from docgen.press.word.lint.styles import number_of

FEW = 2
SINGLES = 3
BLANKS = re.compile(r"(?<! ) {4,}+(?=\S)")
POINT = 12_700
SPACED = ("sectPr", "framePr", "pBdr")


def check_spacing(page: Page) -> Iterator[Remark]:
    """Tell of spacing by hand and of lines too low for what stands in them."""
    yield from _blank_paragraphs(page)
    for line in page.lines:
        if line.words and _is_pushed(page, line):
            yield remark("word-spaced-by-hand", line)
        exact = page.styles.exact(line.element)
        if exact:
            yield from _clipped(page, line, exact)


def _blank_paragraphs(page: Page) -> Iterator[Remark]:
    single: list[Line] = []
    row: list[Line] = []
    for line in (*page.lines, None):
        if line is not None and _is_gap(line) and (not row or _follows(row[-1], line)):
            row.append(line)
            continue
        if len(row) >= FEW:
            yield remark("word-blank-paragraphs", row[0], count=len(row))
        elif row and _is_between(row[0]):
            single.append(row[0])
        row = [line] if line is not None and _is_gap(line) else []
    if len(single) >= SINGLES:
        yield remark("word-blank-paragraphs", single[0], count=len(single))


def _is_gap(line: Line) -> bool:
    properties = line.element.find(w("pPr"))
    kept = properties is not None and any(local(child) in SPACED for child in properties)
    return line.is_blank and not kept


def _follows(before: Line, line: Line) -> bool:
    return line.element.getprevious() is before.element


def _is_between(line: Line) -> bool:
    return _has_words(line.element.getprevious()) and _has_words(line.element.getnext())


def _has_words(element: Element | None) -> bool:
    return (
        element is not None
        and element.tag == PARAGRAPH
        and any((text.text or "").strip() for text in element.iter(w("t")))
    )


def _is_pushed(page: Page, line: Line) -> bool:
    text = line.text.strip("\n")
    if BLANKS.search(text):
        return True
    return "\t\t" in text and text.count("\t") > _stops(page, line)


def _stops(page: Page, line: Line) -> int:
    tabs = page.styles.of_paragraph(line.element, "tabs")
    return 0 if tabs is None else sum(tab.get(w("val")) != "clear" for tab in tabs)


def _clipped(page: Page, line: Line, exact: float) -> Iterator[Remark]:
    size = max((page.styles.size(run) for run in line.runs), default=0)
    if size > exact:
        yield remark("word-line-clips", line, height=_points(exact), size=_points(size))
    for inline in line.element.iter(wp("inline")):
        extent = inline.find(wp("extent"))
        if extent is not None and _height(extent) > exact:
            yield remark("word-picture-clips", line, height=_points(exact))


def _height(extent: Element) -> float:
    text = extent.get("cy", "")
    return int(text) / POINT if text.isdecimal() else number_of(extent, "cy")


def _points(number: float) -> str:
    return f"{number:g}"
