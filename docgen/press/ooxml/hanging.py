"""A label too long for the place before its value → the value on a line below, with the others."""

from itertools import takewhile

from docgen.model.language import Language
from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.listed import Lists
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paragraphs import PARAGRAPH, RUN, atoms_of

TAB, BREAK, BOLD = w("tab"), w("br"), f"{w('rPr')}/{w('b')}"
SIZE = f"{w('rPr')}/{w('sz')}"
DEFAULT = f"{w('docDefaults')}/{w('rPrDefault')}/{SIZE}"
LATIN = "Arimo"
TAGS = "{"
USUAL = 20
"""The size that Word takes where a file names none, in half points."""
HALF_POINT = 10
GAP = 60
"""What is left between a label and its value at least, in twentieths of a point."""
JOINED = 0.8
"""How wide Arabic letters are where they join, beside what each is by itself."""


def values_below(root: Element, lists: Lists, language: Language) -> None:
    """Put values on lines of their own where their labels leave no room for them.

    Otherwise they would begin at the next stop, out of line with all others.
    """
    for paragraph in root.iter(PARAGRAPH):
        atoms = list(atoms_of(paragraph))
        label = list(takewhile(lambda atom: atom.kind != "tab", atoms))
        words = "".join(atom.text for atom in label)
        if sum(atom.kind == "tab" for atom in atoms) != 1 or TAGS in words:
            continue
        room = _hangs(paragraph, lists)
        if room and _width(words, language, paragraph) * _size(paragraph, lists) > room - GAP:
            tab = atoms[len(label)].element
            tab.addnext(markup.element(BREAK))
            drop(tab)


def _hangs(paragraph: Element, lists: Lists) -> int:
    """Give how far in the lines after the first begin, 0 where the first doesn't hang out."""
    for each in lists.line(_properties(paragraph)):
        indent = each.find(w("ind"))
        if indent is not None:
            left = indent.get(w("left"), indent.get(w("start"), "0"))
            return int(left) if indent.get(w("hanging")) == left else 0
    return 0


def _size(paragraph: Element, lists: Lists) -> int:
    """Give how large a paragraph's letters are, in twentieths of a point."""
    styles = (each.getparent() for each in lists.line(_properties(paragraph)))
    holders = (*paragraph.iter(RUN), *(each for each in styles if each is not None))
    sizes = (*(each.find(SIZE) for each in holders), lists.styles.find(DEFAULT))
    said = next((each for each in sizes if each is not None), None)
    return HALF_POINT * (USUAL if said is None else int(said.get(w("val"), "0")))


def _width(words: str, language: Language, paragraph: Element) -> float:
    """Give how wide words are, as a part of their size."""
    first = next(paragraph.iter(RUN))
    bold = first.find(BOLD) is not None
    fonts = (own_faces().family(language.font) or LATIN, LATIN)
    own, latin = (own_faces().face(font, bold=bold, italic=False) for font in fonts)
    joined = JOINED if language.direction == "rtl" else 1
    return sum(own.width(c) * joined if own.covers(c) else latin.width(c) for c in words)


def _properties(paragraph: Element) -> Element:
    found = paragraph.find(w("pPr"))
    return markup.element(w("pPr")) if found is None else found
