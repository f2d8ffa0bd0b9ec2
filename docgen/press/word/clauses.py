"""A template → each of its paragraphs followed by its translation, under the same number."""

from collections.abc import Iterator

from docgen.press.ooxml.beside import Pairs, fit_rows, is_framed
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paragraphs import PARAGRAPH
from docgen.press.ooxml.scripts import written_in
from docgen.press.ooxml.scriptstyles import styles_with
from docgen.press.ooxml.sections import body_of
from docgen.press.word.asking import Asked
from docgen.press.word.composing import BETWEEN, Composition, illustrated, in_words, titled
from docgen.press.word.footlines import line, warn
from docgen.press.word.pairing import Clauses
from docgen.press.word.renaming import tags_of

TITLES = ("title", "heading 1")


def clause_by_clause(work: Composition, english: Asked, theirs: Asked) -> None:
    """Set a template in two languages, clause under clause."""
    language = theirs.catalogue.language
    footers = work.with_footers()
    work.members = styles_with(work.members, (language,))
    pairs = Pairs(work.members, work.main, language)
    clauses = Clauses(theirs, pairs, lambda element: written_in(element, language))
    sentences = {member: work.sentences(member) for member in work.texts}
    _say_which_stands(work, clauses)
    for member, tree in work.texts.items():
        clauses.set(tree, work.stories[member], sentences[member])
        fit_rows(tree)
        in_words(sentences[member], (), english)
        _alt_texts(work, member, english, theirs)
    for member in footers:
        warn(work.edition, work.trees[member], clauses.in_script)
    titled(work, english, theirs)
    work.members |= pairs.changed()
    illustrated(
        work, work.texts, lambda alt: f"{english.picture(alt)}{BETWEEN}{theirs.picture(alt)}"
    )


def _alt_texts(work: Composition, member: str, english: Asked, theirs: Asked) -> None:
    for each in list(work.alt_texts(member)):
        own, other = english.texts(each.message)[0], theirs.texts(each.message)[0]
        each.put(f"{own}{BETWEEN}{other}")


def _say_which_stands(work: Composition, clauses: Clauses) -> None:
    """Say under the title, or on top, in both languages which text stands (T-09)."""
    reader, english = work.edition.reader, work.edition.english
    if reader is None or not english.lines.stands:
        return
    ours, title = line(english.lines.stands), _title(work)
    if title is None:
        body_of(work.document).insert(0, ours)
    else:
        title.addnext(ours)
    clauses.under(ours, [line(reader.lines.stands)])


def _title(work: Composition) -> Element | None:
    """Give the paragraph of the title, else of the first heading, that is always shown."""
    named: dict[str, Element] = {}
    for paragraph in _always_shown(body_of(work.document)):
        if not is_framed(paragraph):
            named.setdefault(_style(work, paragraph), paragraph)
    return next((named[name] for name in TITLES if name in named), None)


def _always_shown(body: Element) -> Iterator[Element]:
    """Give the paragraphs that stand in no table, choice or loop."""
    depth = 0
    for block in body:
        tags = [tag for tag in tags_of(block) if tag.sign == "{%"]
        if block.tag == PARAGRAPH and not tags and not depth:
            yield block
        for tag in tags:
            depth += {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(tag.body.split()[0], 0)


def _style(work: Composition, paragraph: Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    key = "" if style is None else style.get(w("val"), "")
    return work.styles.get(key, key).casefold()
