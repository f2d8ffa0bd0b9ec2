"""Templates that others test the press with: all that is right passes, all hostile is told."""

import pytest
from lintwork import LETTER, template
from press.corpus.all import TEMPLATES
from press.word.test_hostile import REACHING
from wordfiles import paras, table

from docgen.model.finding import Severity
from docgen.press.ooxml.package import read_package
from docgen.press.word.lint.annotate import annotated
from docgen.press.word.lint.linter import Linted, Wish, lint
from docgen.press.word.shapes import FREE, PACK, Demands, Template


def linted(content: bytes, demands: Demands) -> Linted:
    """Lint a template and see that a copy with comments can be read."""
    found = lint(Template(content, LETTER), Wish(demands=demands))
    copy = annotated(content, found.told)
    assert copy is not None
    assert read_package(copy)[0] is not None
    return found


@pytest.mark.parametrize("shows", TEMPLATES)
def test_nothing_refuses_a_template_that_docxtpl_fills_in(shows: str) -> None:
    told = linted(TEMPLATES[shows], FREE).told
    wrong = [each.finding for each in told if each.finding.severity is Severity.ERROR]
    assert wrong == []


@pytest.mark.parametrize("tag", REACHING)
def test_a_tag_that_reaches_for_python_is_told_with_its_place(tag: str) -> None:
    content = template(paras("Dear all,") + table(["x", tag]), header=paras(tag))
    found = linted(content, PACK)
    assert not found.is_usable
    places = {each.part for each in found.told if each.finding.severity is Severity.ERROR}
    assert places == {"word/document.xml", "word/header1.xml"}
    assert linted(content, FREE).told is not None
