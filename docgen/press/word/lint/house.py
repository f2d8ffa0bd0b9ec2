"""A bench before it is read → the remarks of all house rules."""

from collections.abc import Iterator

from docgen.press.ooxml.names import local
from docgen.press.word.bench import Bench
from docgen.press.word.lint.headings import check_headings
from docgen.press.word.lint.language import check_hidden, check_language
from docgen.press.word.lint.links import check_links
from docgen.press.word.lint.lists import check_lists
from docgen.press.word.lint.page import Page, Remark, lines_of
from docgen.press.word.lint.pictures import check_pictures
from docgen.press.word.lint.spacing import check_spacing
from docgen.press.word.lint.tables import check_tables
from docgen.press.word.places import PROPERTIES


def page_of(bench: Bench) -> Page:
    """Lay a template's paragraphs out for the house rules; to be done before tags are read."""
    texts = bench.texts
    return Page(bench.package, texts, tuple(lines_of(texts, bench.stories)), _title(bench))


def house_remarks(page: Page, language: str) -> Iterator[Remark]:
    """Tell all that reads badly, rule by rule."""
    yield from check_headings(page)
    yield from check_language(page, language)
    yield from check_tables(page)
    yield from check_pictures(page)
    yield from check_spacing(page)
    yield from check_lists(page)
    yield from check_links(page)
    yield from check_hidden(page)


def _title(bench: Bench) -> str:
    core = next((name for name, story in bench.stories.items() if story == PROPERTIES), None)
    if core is None:
        return ""
    return next((e.text or "" for e in bench.trees[core] if local(e) == "title"), "")
