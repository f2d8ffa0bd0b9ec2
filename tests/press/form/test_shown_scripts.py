"""A filled form's page, drawn by two engines, shows each script as a third one draws it."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import pytest
from fillwork import a_form, box, text
from formwork import FORMS
from inkwork import (
    FAMILIES,
    TEXTS,
    by_pdfium,
    by_poppler,
    cells_of,
    comb_apart,
    drawn_apart,
    ink_in,
    likeness,
    needs_poppler,
    needs_raqm,
)
from PIL import Image

from docgen.model.form import Field, FieldKind
from docgen.press.form.blank import blank_of
from docgen.press.form.filling import fill
from docgen.press.form.latin import FAMILIES as LATIN
from docgen.press.form.shapes import Blank, Face

ALIKE = 0.85
"""The same letters come out at 0.9 and more, others or unjoined ones below 0.7."""
EDGE = b"/MK<</BC[0.6]>>"
KINDS: Mapping[str, tuple[tuple[int, int, int, int], bytes]] = {
    "low": ((20, 0, 160, 16), b""),
    "high": ((190, 0, 180, 28), b""),
    "lines": ((380, -50, 190, 78), b"/Ff 4096"),
    "comb": ((20, -30, 350, 22), b"/Ff 16777216/MaxLen 25"),
    "centred": ((20, -60, 160, 22), b"/Q 1"),
    "right": ((190, -60, 160, 22), b"/Q 2"),
}
"""Where a field of each kind stands beside those of its language, and what makes it so."""
WORDS: Mapping[str, str] = {
    "en": "Jane",
    "pl": "Łódź",
    "ro": "Țară",
    "uk": "Їжак",
    "ur": "زبیدہ",
    "ar": "مدرسة",
    "bn": "থাকুন",
    "pa": "ਹੋਵੋ",
}
"""A word of each language, short enough for any field."""
CORPUS = ("texts", "turned", "nested", "fontless", "packed", "hybrid", "astray", "request", "visit")
NOT_SHOWN = frozenset({"secret", "unnamed"})
"""What is typed into a secret field is not shown, nor is a field that stands on no page."""
pytestmark = needs_raqm


@cache
def _every_kind() -> bytes:
    """Fill in a page with a field of each kind for each language."""
    fields, values = [], {}
    for row, (language, words) in enumerate(TEXTS.items()):
        for kind, (_, more) in KINDS.items():
            name = f"{language}-{kind}"
            fields.append(text(name, box(*_place(row, kind)), EDGE + more))
            values[name] = words
    filled, findings = fill(blank_of(a_form(fields, operators=b""), "a form"), values)
    assert not findings
    return filled


def _place(row: int, kind: str) -> tuple[int, int, int, int]:
    (x, y, width, height), _ = KINDS[kind]
    return x, 790 - 98 * row + y, width, height


@pytest.fixture(params=["pdfium", pytest.param("poppler", marks=needs_poppler)])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Image.Image:
    return _drawn(_every_kind(), str(request.param), tmp_path)


def _drawn(pdf: bytes, engine: str, folder: Path) -> Image.Image:
    """Draw the first page, as it lay before it was turned."""
    drawn = by_pdfium(pdf) if engine == "pdfium" else by_poppler(pdf, folder)
    return drawn if drawn.height > drawn.width else drawn.rotate(90, expand=True)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "comb"])
def test_text_of_eight_languages_is_joined_ordered_and_whole(kind: str, page: Image.Image) -> None:
    unlike = {}
    for row, (language, words) in enumerate(TEXTS.items()):
        x, y, width, height = _place(row, kind)
        family = FAMILIES.get(language, "Arimo")
        if language == "ur" and kind == "low":
            family = FAMILIES["ar"]
        shown = ink_in(page, (x, y, x + width, y + height))
        unlike[language] = likeness(shown, drawn_apart(words, family, language))
    assert {language for language, like in unlike.items() if like < ALIKE} == set()


def test_each_cell_of_a_comb_has_a_letter_with_its_signs_arabic_ones_from_the_right(
    page: Image.Image,
) -> None:
    like = {}
    for row, language in enumerate(TEXTS):
        x, y, width, height = _place(row, "comb")
        family = FAMILIES.get(language, "Arimo")
        cells = cells_of(TEXTS[language], language)
        apart = comb_apart(cells, family, language, width / 25)
        like[language] = likeness(ink_in(page, (x, y, x + width, y + height)), apart)
    assert {language for language, found in like.items() if found < ALIKE} == set()


@pytest.mark.parametrize("form", CORPUS)
def test_every_field_of_every_form_shows_a_word_of_every_language(form: str) -> None:
    blank = _blank(form)
    unlike = [each for n in range(len(WORDS)) for each in _unlike(blank, n, "pdfium", Path())]
    assert unlike == []


@needs_poppler
@pytest.mark.parametrize("form", CORPUS)
def test_poppler_shows_the_same(form: str, tmp_path: Path) -> None:
    assert list(_unlike(_blank(form), 0, "poppler", tmp_path)) == []


@cache
def _blank(form: str) -> Blank:
    return blank_of(FORMS[form](), form)


def _unlike(
    blank: Blank, shift: int, engine: str, folder: Path
) -> Iterator[tuple[str, str, float]]:
    """Fill each text field with a word, and give those that show something else."""
    fields = [each for each in blank.form.fields if _is_shown(each)]
    languages = list(islice(cycle(WORDS), shift, shift + len(fields)))
    values = {field.name: WORDS[words] for field, words in zip(fields, languages, strict=True)}
    drawn = _drawn(fill(blank, values)[0], engine, folder)
    for field, language in zip(fields, languages, strict=True):
        for widget in field.widgets:
            shown = ink_in(drawn, widget.rect, widget.turned) if widget.page == 1 else None
            face = blank.entries[field.name].spots[0].look.face
            expected = _expected(field, language, face)
            like = max(likeness(shown, each) for each in expected) if shown else 1
            if like < ALIKE:
                yield field.name, language, like


def _is_shown(field: Field) -> bool:
    texts = {FieldKind.TEXT, FieldKind.LINES, FieldKind.COMB}
    return field.kind in texts and field.name not in NOT_SHOWN and not field.read_only


def _expected(field: Field, language: str, face: Face) -> Iterator[Image.Image]:
    """Draw the word, Urdu in both its faces: which it is depends on the height of the box."""
    family = FAMILIES.get(language, LATIN[face.family])
    for each in {family, FAMILIES["ar"] if language == "ur" else family}:
        if field.kind is FieldKind.COMB:
            left, _, right, _ = field.widgets[0].rect
            cell = (right - left) / (field.max_length or 1)
            yield comb_apart(cells_of(WORDS[language], language), each, language, cell)
        else:
            yield drawn_apart(WORDS[language], each, language, bold=face.bold)
