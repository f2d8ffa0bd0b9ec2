"""Each paper for parents in large print: nothing small but the address, nothing cut off."""

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree
from pseudowork import PSEUDO, Pseudo, messages_in, statements_of, template_of
from templatework import Element, Paper, found, papers, text, value
from wordfiles import picture

from docgen.check.layout import words_out
from docgen.model.rendition import Rendition
from docgen.press.ooxml.members import read_members
from docgen.press.pdf.native import Native
from docgen.press.pdf.pages import pages_in
from docgen.press.word.merge import compile_edition, merge
from docgen.press.word.shapes import OTHER, Edition, Letterhead, Tongue
from docgen.wording.samples import sample

SCHOOL = Letterhead("Elmbridge Primary School", picture())
LARGE = Edition(large=True)
LEAST = 32
"""16 point, in half points."""
PARENTS = [p for p in papers() if p.kind.audience == "parent" and p.variant == "standard"]
TWO = [p for p in PARENTS if str(p) in {"essex/invite.docx", "kent/contract.docx"}]
each_paper = pytest.mark.parametrize("paper", PARENTS, ids=str)
each_of_two = pytest.mark.parametrize("paper", TWO, ids=str)
each_language = pytest.mark.parametrize("pseudo", PSEUDO, ids=str)


def made(paper: Paper, edition: Edition, size: str = "long") -> Rendition:
    values = sample(paper.kind, paper.pack, "long" if size == "long" else "ordinary")
    compiled = compile_edition(template_of(paper), statements_of(paper), edition, SCHOOL)
    return merge(compiled, {**values, OTHER: values} if edition.reader else values)


def parts(rendition: Rendition) -> tuple[Element, Element]:
    inside, _ = read_members(rendition.content)
    return etree.fromstring(inside["word/document.xml"]), etree.fromstring(
        inside["word/styles.xml"]
    )


@each_paper
def test_no_style_is_smaller_than_sixteen_points_but_the_address_s(paper: Paper) -> None:
    body, styles = parts(made(paper, LARGE, "ordinary"))
    assert value(styles, "w:docDefaults//w:sz") == "36"
    for style in found(styles, "w:style[w:rPr/w:sz]"):
        assert int(value(style, "w:rPr/w:sz")) >= LEAST or value(style, "w:name") == "Address"
    assert all(int(value(size, ".")) >= LEAST for size in found(body, ".//w:sz"))


@each_paper
def test_the_address_stays_in_its_window(paper: Paper) -> None:
    plain, large = (parts(made(paper, e, "ordinary"))[0] for e in (Edition(), LARGE))
    address = ".//w:p[w:pPr/w:pStyle/@w:val='Address']"
    before, after = ([etree.tostring(p) for p in found(root, address)] for root in (plain, large))
    assert before == after


@each_paper
def test_every_word_is_still_there(paper: Paper) -> None:
    plain, large = (parts(made(paper, e))[0] for e in (Edition(), LARGE))
    missing = {w for p in found(plain, ".//w:p") for w in text(p).split()}
    missing -= {w for p in found(large, ".//w:p") for w in text(p).split()}
    assert missing == set()


@each_paper
def test_no_table_has_more_columns_than_large_words_fit_in(paper: Paper) -> None:
    body, _ = parts(made(paper, LARGE, "ordinary"))
    assert all(len(found(table, "w:tblGrid/w:gridCol")) <= 3 for table in found(body, ".//w:tbl"))


@each_paper
def test_nothing_is_cut_off_or_covers_another_word(paper: Paper) -> None:
    content = made(paper, LARGE).content
    assert list(words_out(pages_in(Native().pdf(content, str(paper), dt.date(2025, 11, 3))))) == []


@each_of_two
@each_language
def test_two_languages_have_room_in_large_print_too(paper: Paper, pseudo: Pseudo) -> None:
    form = Edition(
        Tongue(pseudo.catalogue(messages_in(paper))),
        "letters" if paper.kind.letter else "clauses",
    )
    content = made(paper, replace(form, large=True)).content
    assert list(words_out(pages_in(Native().pdf(content, str(paper), dt.date(2025, 11, 3))))) == []
