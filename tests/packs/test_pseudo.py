"""Each paper for parents, set in languages made of English: all its words are read as sentences."""

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from pseudowork import LONGER, MARKS, PSEUDO, Pseudo, messages_in, statements_of, template_of
from templatework import Paper, papers
from wordfiles import picture

from docgen.check.layout import words_out
from docgen.check.pages import judge_pages
from docgen.model.plan import Job
from docgen.model.rendition import Rendition
from docgen.model.values import Values
from docgen.press.ooxml.messages import TAG, alt_texts_of, title_of
from docgen.press.ooxml.paragraphs import paragraphs_of
from docgen.press.pdf.native import Native
from docgen.press.pdf.pages import pages_in
from docgen.press.word import bench as benches
from docgen.press.word.bench import Bench
from docgen.press.word.merge import compile_edition, merge
from docgen.press.word.messages import sentences_on
from docgen.press.word.places import PROPERTIES
from docgen.press.word.shapes import OTHER, PLAIN_EDITION, Edition, Letterhead, Tongue
from docgen.wording.samples import sample

PARENTS = [paper for paper in papers() if paper.kind.audience == "parent"]
PLAIN = re.compile("[A-Za-z]")
each_paper = pytest.mark.parametrize("paper", PARENTS, ids=str)
each_language = pytest.mark.parametrize("pseudo", PSEUDO, ids=str)


def read(paper: Paper) -> Bench:
    bench = benches.laid_out(template_of(paper))
    benches.place(bench, statements_of(paper))
    benches.read(bench)
    assert bench.troubles == []
    return bench


def put(bench: Bench, pseudo: Pseudo) -> None:
    for sentence in list(sentences_on(bench)):
        sentence.put(pseudo.said(sentence.message.text))
    for member, tree in bench.trees.items():
        told = title_of if bench.stories[member] == PROPERTIES else alt_texts_of
        for each in list(told(tree, "")):
            each.put(pseudo.said(each.message.text))


@each_paper
@each_language
def test_no_letter_of_a_paper_escapes_its_sentences(paper: Paper, pseudo: Pseudo) -> None:
    bench = read(paper)
    names = [used.name for used in benches.names_on(bench)]
    put(bench, pseudo)
    for member, tree in bench.texts.items():
        for paragraph in paragraphs_of(tree, bench.stories[member]):
            assert not PLAIN.search(TAG.sub("", paragraph.words)), paragraph.words
    benches.read(bench)
    assert bench.troubles == []
    assert [used.name for used in benches.names_on(bench)] == names


SCHOOL = Letterhead("Elmbridge Primary School", picture())
MANY_PAGES = "R-109"
"""Nothing stands out of its place for it: easy or large words in two languages fill pages."""
AS_IN_ENGLISH = MARKS | str.maketrans("،؛؟\t", ",;?\n")
"""Signs between values as English has them, and values below long labels as those beside."""
ELSEWHERE = ("alt text", "property", "link", "field", "part")


def edition_in(paper: Paper, pseudo: Pseudo) -> Edition:
    reader = Tongue(pseudo.catalogue(messages_in(paper)))
    return Edition(reader, "letters" if paper.kind.letter else "clauses")


def made(paper: Paper, edition: Edition, values: Values) -> Rendition:
    template, statements = template_of(paper), statements_of(paper)
    return merge(compile_edition(template, statements, edition, SCHOOL), values)


def words(rendition: Rendition) -> Counter[str]:
    told = (each for each in rendition.words if not each.where.startswith(ELSEWHERE))
    return Counter(
        each.text.translate(AS_IN_ENGLISH).strip()
        for each in told
        if re.search(r"[^\W\d_]", each.text)
    )


@each_paper
@each_language
def test_the_translation_says_all_that_the_english_says(paper: Paper, pseudo: Pseudo) -> None:
    values = sample(paper.kind, paper.pack, "ordinary")
    english = words(made(paper, PLAIN_EDITION, values))
    both = words(made(paper, edition_in(paper, pseudo), {**values, OTHER: pseudo.values(values)}))
    translated = Counter({pseudo.said(text): times for text, times in english.items()})
    assert both == english + translated


@cache
def setter() -> Native:
    return Native()


def pages_out(paper: Paper, edition: Edition) -> tuple[list[object], set[str]]:
    """Give the words out of their places, and the rules about pages that the paper breaks."""
    values = sample(paper.kind, paper.pack, "long")
    rendition = made(paper, edition, {**values, OTHER: values})
    pages = pages_in(setter().pdf(rendition.content, str(paper.path), dt.date(2025, 11, 3)))
    job = Job(paper.kind, "", None, None, frozenset(), "", "", language="qaa-en")
    found = judge_pages(pages, job, values, paper.pack)
    return list(words_out(pages)), {each.rule for each in found} - {MANY_PAGES}


@each_paper
@each_language
def test_longer_sentences_and_those_from_right_to_left_stay_in_their_places(
    paper: Paper, pseudo: Pseudo
) -> None:
    assert pages_out(paper, edition_in(paper, pseudo)) == ([], set())


@pytest.mark.parametrize("paper", [p for p in PARENTS if p.path.stem == p.kind.name], ids=str)
def test_longer_sentences_in_large_print_stay_in_their_places(paper: Paper) -> None:
    assert pages_out(paper, replace(edition_in(paper, LONGER), large=True)) == ([], set())
