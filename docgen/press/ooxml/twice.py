"""A body that comes a second time into its file → its own bookmarks, lists and notes."""

import re
from collections.abc import Iterable
from copy import deepcopy
from itertools import chain

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.listed import Lists
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of
from docgen.press.ooxml.paragraphs import PARAGRAPH

NAME, KEY, ANCHOR = w("name"), w("id"), w("anchor")
MARKS = (w("bookmarkStart"), w("bookmarkEnd"))
SUFFIX, LONGEST = "_2", 40
NOTES = {w("footnotes"): "footnote", w("endnotes"): "endnote"}


def apart(second: Iterable[Element], first: Iterable[Element], lists: Lists) -> None:
    """Give the trees that come second marks and lists of their own."""
    trees = list(second)
    _marked(trees, list(first))
    for tree in trees:
        for control in list(tree.iter(w("sdtPr"))):
            for key in control.findall(KEY):
                drop(key)
        for paragraph in tree.iter(PARAGRAPH):
            if _may_be_listed(paragraph, lists):
                lists.count_anew(properties_of(paragraph, "pPr"))


def notes_joined(first: Element, second: Element, bodies: Iterable[Element]) -> None:
    """Add the notes of the second tree to those of the first; the bodies then point at them."""
    kind = NOTES.get(first.tag)
    if kind is None:
        return
    free = max(_numbers(first.iter(w(kind))), default=0) + 1
    keys: dict[str, str] = {}
    for note in second.iter(w(kind)):
        if note.get(w("type")) is None:
            keys[note.get(KEY, "")] = str(free + len(keys))
            added = deepcopy(note)
            added.set(KEY, keys[note.get(KEY, "")])
            first.append(added)
    for body in bodies:
        for reference in body.iter(w(f"{kind}Reference")):
            reference.set(KEY, keys.get(reference.get(KEY, ""), reference.get(KEY, "")))


def _may_be_listed(paragraph: Element, lists: Lists) -> bool:
    properties = paragraph.find(w("pPr"))
    asked = markup.element(w("pPr")) if properties is None else properties
    return lists.numbered(asked) is not None


def _marked(second: list[Element], first: list[Element]) -> None:
    """Name and number the bookmarks of the second trees anew, and what points at them."""
    starts = [mark for tree in second for mark in tree.iter(w("bookmarkStart"))]
    names = {mark.get(NAME, ""): mark.get(NAME, "")[: LONGEST - len(SUFFIX)] for mark in starts}
    free = max(_numbers(chain.from_iterable(t.iter(*MARKS) for t in first)), default=0) + 1
    for tree in second:
        for mark in tree.iter(*MARKS):
            mark.set(KEY, str(int(mark.get(KEY, "0")) + free))
            if mark.get(NAME) is not None:
                mark.set(NAME, names[mark.get(NAME, "")] + SUFFIX)
        for link in tree.iter(w("hyperlink")):
            if link.get(ANCHOR) in names:
                link.set(ANCHOR, names[link.get(ANCHOR, "")] + SUFFIX)
        for field in tree.iter(w("instrText")) if names else ():
            words = re.split(r"([\w.]+)", field.text or "")
            field.text = "".join(names[each] + SUFFIX if each in names else each for each in words)


def _numbers(elements: Iterable[Element]) -> list[int]:
    keys = (element.get(KEY, "") for element in elements)
    return [int(key) for key in keys if key.isdigit()]
