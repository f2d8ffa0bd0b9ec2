"""A paragraph that is only `{{ statements.key }}` → the statement's paragraphs in its place."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop, put_text
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paragraphs import Paragraph, paragraphs_of
from docgen.press.word.names import Used, nearest
from docgen.press.word.places import place_of
from docgen.press.word.trouble import Trouble

PLACED = re.compile(r"\s*\{\{\s*statements\s*\.\s*([\w-]+)\s*\}\}\s*")
SECTION = f"{w('pPr')}/{w('sectPr')}"
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def statements_placed(root: Element, story: str) -> Iterator[tuple[Paragraph, str]]:
    """Give the paragraphs that place a statement, with its key."""
    for paragraph in list(paragraphs_of(root, story)):
        found = PLACED.fullmatch(paragraph.text)
        if found is not None:
            yield paragraph, found[1]


def statements_used(root: Element, story: str) -> Iterator[Used]:
    """Give the keys of the statements that a part places, and where."""
    for paragraph, key in statements_placed(root, story):
        yield Used(key, place_of(paragraph.where, paragraph.words, 0, ""))


def place_statements(root: Element, story: str, statements: Mapping[str, str]) -> Iterator[Trouble]:
    """Put the statements' texts in place; a missing one is a fault."""
    for paragraph, key in statements_placed(root, story):
        if key in statements:
            _put(paragraph, statements[key])
        else:
            names = {"what": key, "nearest": nearest(key, statements.keys())}
            place = place_of(paragraph.where, paragraph.words, 0, "")
            yield Trouble("word-statement-missing", place, paragraph.words, names)
            drop(paragraph.element)


def _put(paragraph: Paragraph, text: str) -> None:
    first = paragraph.element
    run = next(atom.element.getparent() for atom in paragraph.atoms if atom.kind == "text")
    look = run.find(w("rPr")) if run is not None else None
    properties = first.find(w("pPr"))
    made = [_paragraph(properties, look, piece) for piece in BLANK_LINE.split(text.strip())]
    for element in made[:-1]:
        section = element.find(SECTION)
        if section is not None:
            drop(section)
    for element in made:
        first.addprevious(element)
    drop(first)


def _paragraph(properties: Element | None, look: Element | None, text: str) -> Element:
    made = markup.element(w("p"))
    run = markup.element(w("r"))
    made.extend([deepcopy(properties)] if properties is not None else [])
    run.extend([deepcopy(look)] if look is not None else [])
    made.append(run)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(markup.element(w("br")))
        words = markup.element(w("t"))
        put_text(words, " ".join(line.split()))
        run.append(words)
    return made
