"""A page → styles without a language or with another than is wanted, and hidden text."""

from collections.abc import Iterator

from docgen.press.ooxml.names import Element, w
from docgen.press.word.lint.page import Page, Remark, remark
from docgen.press.word.lint.styles import is_on, style_of


def check_language(page: Page, wanted: str) -> Iterator[Remark]:
    """Tell of languages; `wanted` is one such as `en-GB`, or empty for the template's own."""
    own = _language(page.styles.default("lang"))
    if not own:
        yield remark("word-no-language")
    elif wanted and own.casefold() != wanted.casefold():
        yield remark("word-language-other", what="the text", found=own, wanted=wanted)
    else:
        yield from _of_styles(page, wanted or own)


def check_hidden(page: Page) -> Iterator[Remark]:
    """Tell of paragraphs that hold hidden text."""
    for line in page.lines:
        if any(is_on(page.styles.of_run(run, "vanish")) for run in line.runs):
            yield remark("word-hidden-text", line)


def _of_styles(page: Page, wanted: str) -> Iterator[Remark]:
    used = dict.fromkeys(style_of(line.element) for line in page.lines)
    for key in used:
        found = _language(page.styles.of_style(key, "lang"))
        if found and found.casefold() != wanted.casefold():
            what = f"the style “{page.styles.name_of(key)}”"
            yield remark("word-language-other", what=what, found=found, wanted=wanted)


def _language(setting: Element | None) -> str:
    return setting.get(w("val"), "") if setting is not None else ""
