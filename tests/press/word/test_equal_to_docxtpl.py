"""What docgen merges is, part by part, what docxtpl makes with autoescape: the same C14N."""

import re
from collections.abc import Callable, Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from lxml import etree
from press.corpus.all import TEMPLATES
from press.corpus.building import docx
from press.corpus.canonical import canonical
from press.corpus.docxtpl_side import rendered, saved
from press.corpus.letters import contract, invite, values_of
from press.corpus.riches import INSIDE, PAIRS, PICTURE, inline
from press.corpus.shipped import office, papers
from press.corpus.values import WORDS, common
from wordfiles import paras

from docgen import merge_word
from docgen.press.ooxml.words import words_of

CONSTRUCTS: Mapping[str, str] = {
    "a variable": r"\{\{ name \}\}",
    "a filter": r"\{\{ \w+ \| upper \}\}",
    "a condition on paragraphs": r"\{%p if ",
    "a loop on paragraphs": r"\{%p for ",
    "a loop on rows": r"\{%tr for ",
    "a condition on rows": r"\{%tr if ",
    "a loop on columns": r"\{%tc for ",
    "a condition on columns": r"\{%tc if ",
    "a condition on runs": r"\{%r if ",
    "a loop on runs": r"\{%r for ",
    "a condition inside a sentence": r"[a-z] \{% if ",
    "colspan": r"\{% colspan ",
    "cellbg": r"\{% cellbg ",
    "vm": r"\{% vm %\}",
    "hm": r"\{% hm %\}",
    "a remark": r"\{# ",
    "a remark of its own paragraph": r"\{#p ",
    "a remark of its own row": r"\{#tr ",
    "a remark of its own column": r"\{#tc ",
    "what a loop tells": r"loop\.(index|first|last|length)",
    "else": r"\{%p else %\}",
    "elif": r"\{%p elif ",
}


def test_the_comparison_is_with_the_docxtpl_of_the_docs() -> None:
    assert version("docxtpl") == "0.20.2"


def test_the_corpus_is_large_and_covers_docxtpl_s_documentation() -> None:
    assert len(TEMPLATES) >= 120
    sources = "".join(
        canonical(content)["word/document.xml"].decode() for content in TEMPLATES.values()
    )
    assert [what for what, form in CONSTRUCTS.items() if not re.search(form, sources)] == []


@pytest.mark.parametrize("shows", TEMPLATES)
def test_each_part_is_equal_to_docxtpl_s(shows: str) -> None:
    content = TEMPLATES[shows]
    for word in WORDS.values():
        values = common(word)
        ours, theirs = canonical(merge_word(content, values)), canonical(rendered(content, values))
        assert ours == theirs


@pytest.mark.parametrize("shows", PAIRS)
def test_values_of_more_than_words_are_equal_to_docxtpl_s(shows: str) -> None:
    pair = PAIRS[shows]
    template = DocxTemplate(BytesIO(pair.content))
    theirs = saved(template, {"rich": pair.theirs(template)})
    assert canonical(merge_word(pair.content, {"rich": pair.ours})) == canonical(theirs)


def test_a_picture_is_docxtpl_s_in_size_and_pixels() -> None:
    content = docx(paras("a {{ photo }} z"))
    template = DocxTemplate(BytesIO(content))
    theirs = drawn(saved(template, {"photo": inline(template)}))
    assert drawn(merge_word(content, {"photo": PICTURE})) == theirs


def test_a_document_inside_another_has_docxtpl_s_words() -> None:
    content = docx(paras("a", "{{p inside }}", "z"))
    template = DocxTemplate(BytesIO(content))
    inside = template.new_subdoc(BytesIO(INSIDE.content))
    theirs = saved(template, {"inside": inside})
    ours = merge_word(content, {"inside": INSIDE})
    assert [words.text for words in words_of(ours) if not words.where.startswith("prop")] == [
        words.text for words in words_of(theirs) if not words.where.startswith("prop")
    ]


@pytest.mark.parametrize("make", [invite, contract])
def test_letters_as_schools_send_them_are_equal_to_docxtpl_s(make: Callable[[], bytes]) -> None:
    content = make()
    for number in range(40):
        values = values_of(number)
        assert canonical(merge_word(content, values)) == canonical(rendered(content, values))


@pytest.mark.parametrize("kind", ["invite", "contract"])
def test_shipped_papers_are_equal_to_docxtpl_s(kind: str, tmp_path: Path) -> None:
    content, letters = papers(office(tmp_path), kind)
    for values in letters:
        assert canonical(merge_word(content, values)) == canonical(rendered(content, values))


def test_a_caller_s_filters_are_docxtpl_s() -> None:
    content = docx(paras("{{ name | shout }}, {{ name | upper | shout('?') }}"))
    filters = {"shout": lambda text, sign="!": f"{text}{sign}"}
    values = {"name": "R & D"}
    ours, theirs = merge_word(content, values, filters), rendered(content, values, filters)
    assert canonical(ours) == canonical(theirs)


def drawn(content: bytes) -> list[tuple[str, str, str]]:
    """Give what is drawn: the picture and its size."""
    root = etree.fromstring(canonical(content)["word/document.xml"].partition(b"\n")[2])
    sizes = [(str(e.get("cx")), str(e.get("cy"))) for e in root.iter("{*}extent")]
    pictures = [next(iter(e.attrib.values())) for e in root.iter("{*}blip")]
    return [(str(seen), *size) for seen, size in zip(pictures, sizes, strict=True)]
