"""A page → its missing title, headings that are none, and levels left out."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.press.ooxml.names import w
from docgen.press.ooxml.paragraphs import BOX, CELL, OBJECT
from docgen.press.word.lint.page import Line, Page, Remark, remark
from docgen.press.word.lint.styles import is_on

LONGEST = 80
ENDS = (".", ",", ";", ":", "?", "!", "…")


def check_headings(page: Page) -> Iterator[Remark]:
    """Tell what is wrong with title and headings."""
    if not page.title.strip():
        yield remark("word-no-title")
    yield from _fake(page)
    yield from _order(page)


def _fake(page: Page) -> Iterator[Remark]:
    shown = [line for line in page.body if not (line.is_control or line.is_blank)]
    for line, after in pairwise(shown):
        if _looks_like_heading(page, line) and not _looks_like_heading(page, after):
            yield remark("word-fake-heading", line)


def _looks_like_heading(page: Page, line: Line) -> bool:
    words, element = line.words, line.element
    return (
        len(words) <= LONGEST
        and not words.endswith(ENDS)
        and any(sign.isalpha() for sign in words)
        and not words.startswith("{{")
        and OBJECT not in line.text
        and "\t" not in words
        and _is_in_page(line)
        and not (page.styles.heading(element) or page.styles.is_title(element))
        and all(is_on(page.styles.of_run(run, "b")) for run in line.runs)
    )


def _is_in_page(line: Line) -> bool:
    element = line.element
    placed = element.find(f"{w('pPr')}/{w('framePr')}") is not None
    listed = element.find(f"{w('pPr')}/{w('numPr')}") is not None
    return not (placed or listed) and next(element.iterancestors(CELL, BOX), None) is None


def _order(page: Page) -> Iterator[Remark]:
    level, before = 0, "nothing"
    for line in page.body:
        found = page.styles.heading(line.element) if line.words else 0
        if found > level + 1:
            yield remark("word-heading-order", line, level=found, before=before)
        if found:
            level, before = found, f"one of level {found}"
