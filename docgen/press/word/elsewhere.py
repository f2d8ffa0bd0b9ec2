"""A tree → what a template may not hold beside its paragraphs: lost tags, tracked changes."""

import re
from collections.abc import Iterator

from docgen.press.ooxml.names import Element, local
from docgen.press.ooxml.paragraphs import PARAGRAPH, TEXT
from docgen.press.word.places import spoken
from docgen.press.word.trouble import Trouble

TAG = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
TRACKED = re.compile(
    r"(ins|del|moveFrom|moveTo|delText|cellIns|cellDel|cellMerge|numberingChange"
    r"|(r|p|sect|tbl|tr|tc)PrChange|tblGridChange)"
)


def troubles_elsewhere(root: Element, where: str, *, merged: bool) -> Iterator[Trouble]:
    """Tell of tags that nothing fills in, and of tracked changes; once each for a part."""
    place = spoken(where)
    lost = next((text for text in _texts(root, merged=merged) if TAG.search(text)), None)
    if lost is not None:
        yield Trouble("word-tag-elsewhere", place, lost[:60], {})
    if any(TRACKED.fullmatch(local(element)) for element in root.iter()):
        yield Trouble("word-tracked-changes", place, "", {})
    if local(root) == "comments" and len(root):
        yield Trouble("word-comment", place, "", {})


def _texts(root: Element, *, merged: bool) -> Iterator[str]:
    for element in root.iter():
        yield from map(str, element.attrib.values())
        yield element.tail or ""
        filled = merged and element.tag == TEXT
        if not filled or next(element.iterancestors(PARAGRAPH), None) is None:
            yield element.text or ""
