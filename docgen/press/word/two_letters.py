"""A template → two letters in one file: the reader's first, then on a new page the English one."""

from copy import deepcopy

from docgen.press.ooxml.beside import part_rows
from docgen.press.ooxml.hanging import values_below
from docgen.press.ooxml.listed import Lists
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.scripts import written_in
from docgen.press.ooxml.scriptstyles import styles_with
from docgen.press.ooxml.sections import own_parts, put_before
from docgen.press.ooxml.twice import apart, notes_joined
from docgen.press.word.asking import Asked
from docgen.press.word.composing import Composition, illustrated, reworded, titled
from docgen.press.word.footlines import mark, warn
from docgen.press.word.renaming import in_loops, rename
from docgen.press.word.saying import write


def two_letters(work: Composition, english: Asked, theirs: Asked) -> None:
    """Set a template as the reader's letter, and after it the English one."""
    language = theirs.catalogue.language
    footers = work.with_footers()
    others = {member: deepcopy(tree) for member, tree in work.texts.items()}
    lists = Lists(work.members, work.main)
    for member, tree in others.items():
        _translate(work, member, tree, theirs)
        values_below(tree, lists, language)
        part_rows(tree)
        written_in(tree, language)
    reworded(work, english)
    titled(work, english, theirs)
    for member in footers:
        _marked(work, work.trees[member], others[member], theirs)
    work.members = styles_with(work.members, (language,))
    illustrated(work, work.texts, english.picture)
    _put_together(work, others, theirs)


def _translate(work: Composition, member: str, tree: Element, asked: Asked) -> None:
    """Say in place what a part says, in the reader's language and with the reader's values."""
    known = {sentence.element: sentence for sentence in work.sentences(member, tree)}
    for text in work.alt_texts(member, tree):
        text.put(asked.texts(text.message)[0])
    for paragraph, naming in in_loops(tree, work.stories[member], twofold=False):
        sentence = known.get(paragraph.element)
        if sentence is None:
            rename(paragraph.element, naming)
        else:
            write(sentence, asked.texts(sentence.message), asked.catalogue.plural, naming)


def _marked(work: Composition, footer: Element, other: Element, theirs: Asked) -> None:
    """Say in the footers of both letters which letter it is, and in the reader's what to mind."""
    reader, english = work.edition.reader, work.edition.english
    if reader is None:
        return
    language = theirs.catalogue.language
    mark(english.lines.mark, footer)
    mark(reader.lines.mark, other, lambda element: written_in(element, language))
    warn(work.edition, other, lambda element: written_in(element, language))


def _put_together(work: Composition, others: dict[str, Element], theirs: Asked) -> None:
    """Make one file of both letters: no mark, list, note or footer is shared."""
    lists = Lists(work.members, work.main)
    apart(others.values(), work.texts.values(), lists)
    work.members |= lists.changed()
    document = others[work.main]
    for member, tree in work.texts.items():
        notes_joined(tree, others[member], others.values())
    work.members, copies = own_parts(work.members, work.main, document)
    halves = {copies.get(member, member): tree for member, tree in others.items()}
    illustrated(work, halves, theirs.picture)
    put_before(work.document, document)
    for member, copy in copies.items():
        work.trees[copy] = others[member]
        work.stories[copy] = work.stories[member]
