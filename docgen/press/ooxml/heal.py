"""Paragraphs as Word splits them → the same with words replaced whole, in one run each."""

import re
from collections import deque
from collections.abc import Sequence
from copy import deepcopy

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import XML_SPACE, Element, local, w
from docgen.press.ooxml.paragraphs import RUN, TEXT, Atom, Paragraph

Change = tuple[int, int, str]
NOISE = frozenset({"proofErr", "lastRenderedPageBreak", "dataBinding"})
BLANKS = " \t\r\n"
HINTS = frozenset({"lang", "noProof"})
REVISION = re.compile(r"\}(rsid\w*|paraId|textId)$")


def quieten(root: Element) -> None:
    """Take out revision and proofing marks, and what Word would fill in by itself."""
    for element in list(root.iter()):
        if local(element) in NOISE:
            drop(element)
            continue
        for name in [str(key) for key in element.attrib if REVISION.search(str(key))]:
            del element.attrib[name]


def join_runs(paragraph: Element) -> None:
    """Join neighbouring runs of text that look the same."""
    for run in list(paragraph.iter(RUN)):
        before = run.getprevious()
        if before is None or before.tag != RUN or not (_is_text(before) and _is_text(run)):
            continue
        if look_of(before) == look_of(run):
            _write(before, _words(before) + _words(run))
            drop(run)


def replace(paragraph: Paragraph, changes: Sequence[Change]) -> None:
    """Write other words over spans of a paragraph's text, each into the run where it starts.

    The changes come in order and do not overlap; tabs and breaks inside a span go.
    """
    at = 0
    left = deque(changes)
    for atom in paragraph.atoms:
        _rewrite(atom, at, left)
        at += len(atom.text)


def put_text(element: Element, text: str) -> None:
    """Write a text so that all its spaces are kept."""
    element.text = text
    element.set(XML_SPACE, "preserve")


def drop(element: Element) -> None:
    """Take an element out of its tree."""
    above = element.getparent()
    if above is not None:
        above.remove(element)


def look_of(run: Element) -> str:
    """Write how a run looks, so that two that look alike give the same text."""
    properties = run.find(w("rPr"))
    if properties is None:
        return ""
    kept = deepcopy(properties)
    for child in list(kept):
        if child.get(w("hint")) is not None:
            del child.attrib[w("hint")]
        if local(child) in HINTS or (local(child) == "rFonts" and not child.attrib):
            kept.remove(child)
    return markup.canonical(kept) if len(kept) else ""


def shown(text: Element) -> str:
    """Give a text as Word shows it; beside a tag docxtpl has all its blanks kept."""
    words = text.text or ""
    is_kept = text.get(XML_SPACE) == "preserve" or any(sign in words for sign in "{}%")
    return words if is_kept else words.strip(BLANKS)


def _rewrite(atom: Atom, at: int, left: deque[Change]) -> None:
    """Carry out on one atom, whose text begins at `at`, the changes that touch it."""
    end, kept_to = at + len(atom.text), at
    pieces: list[str] = []
    while left and left[0][0] < end:
        start, stop, words = left[0]
        if start >= at:
            pieces += [atom.text[kept_to - at : start - at], words]
        kept_to = min(stop, end)
        if stop > end:
            break
        left.popleft()
    if kept_to == at and not pieces:
        return
    if atom.kind == "text":
        put_text(atom.element, "".join((*pieces, atom.text[kept_to - at :])))
    elif atom.kind != "object":
        drop(atom.element)


def _is_text(run: Element) -> bool:
    return all(child.tag in {w("rPr"), TEXT} for child in run)


def _words(run: Element) -> str:
    return "".join(map(shown, run.iter(TEXT)))


def _write(run: Element, words: str) -> None:
    for child in run.findall(TEXT):
        run.remove(child)
    child = markup.element(TEXT)
    put_text(child, words)
    run.append(child)
