"""A page → links that don't look like links, and long addresses written out."""

import re
from collections.abc import Iterator

from docgen.press.ooxml.names import Element, r, w
from docgen.press.ooxml.paragraphs import RUN, TEXT
from docgen.press.word.lint.page import Line, Page, Remark, is_text, remark

BARE = re.compile(r"(https?://|www\.)[^\s{}]{30,}", re.IGNORECASE)
STYLES = frozenset({"hyperlink", "followedhyperlink", "internet link", "visited internet link"})


def check_links(page: Page) -> Iterator[Remark]:
    """Tell of links in each paragraph."""
    for line in page.lines:
        if any(not _looks_like_link(page, run) for run in _linked(line)):
            yield remark("word-link-no-style", line)
        if BARE.search(line.words):
            yield remark("word-link-bare", line)


def _linked(line: Line) -> Iterator[Element]:
    """Give the runs with text of links that lead out of the document."""
    for link in line.element.iter(w("hyperlink")):
        if link.get(r("id")):
            yield from (run for run in link.iter(RUN) if is_text(run))
    yield from _in_fields(line)


def _in_fields(line: Line) -> Iterator[Element]:
    leads_out, shown = False, False
    for element in line.element.iter(w("fldChar"), w("instrText"), TEXT):
        if element.tag == w("instrText"):
            words = (element.text or "").split()
            leads_out = leads_out or (words[:1] == ["HYPERLINK"] and "\\l" not in words)
        elif element.tag == w("fldChar"):
            shown = element.get(w("fldCharType")) == "separate"
            leads_out = leads_out and element.get(w("fldCharType")) != "end"
        elif leads_out and shown and (element.text or "").strip():
            yield from element.iterancestors(RUN)


def _looks_like_link(page: Page, run: Element) -> bool:
    named = run.find(f"{w('rPr')}/{w('rStyle')}")
    if named is not None and page.styles.name_of(named.get(w("val"), "")) in STYLES:
        return True
    line = page.styles.of_run(run, "u")
    return line is not None and line.get(w("val"), "single") != "none"
