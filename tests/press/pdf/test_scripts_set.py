"""Papers in other scripts as pages: what stands where, in which face and language."""

import datetime as dt
from io import BytesIO

import pypdf
import pytest
from pdfwork import word
from scriptwork import ARABIC, BENGALI, PANJABI, UKRAINIAN, URDU, set_in
from sheetwork import faults_of
from wordfiles import para, table, text

from docgen.model.language import Language
from docgen.model.pages import Boxed
from docgen.press.ooxml.screens import on_screen
from docgen.press.pdf.native import Native
from docgen.press.pdf.pages import word_boxes

DATED = dt.date(2025, 11, 3)
NATIVE = Native()
HELLO = {
    "ur": "حاضری کا معاہدہ",
    "ar": "عقد الحضور",
    "bn": "উপস্থিতি চুক্তি",
    "pa": "ਹਾਜ਼ਰੀ ਦਾ ਇਕਰਾਰਨਾਮਾ",
    "uk": "Договір про відвідування",
}
LANGUAGES = (URDU, ARABIC, BENGALI, PANJABI, UKRAINIAN)
RTL = (URDU, ARABIC)
FRAME = (
    '<w:framePr w:w="5409" w:h="1519" w:hRule="atLeast" w:wrap="around" w:vAnchor="page" '
    'w:hAnchor="page" w:x="1395" w:y="800"/>'
)


def pdf(body: str, language: Language) -> bytes:
    return NATIVE.pdf(set_in(word(body), language), "paper.docx", DATED)


def grid(cells: list[str]) -> str:
    columns = len(cells) * '<w:gridCol w:w="3000"/>'
    return table(cells).replace("<w:tblGrid/>", f"<w:tblGrid>{columns}</w:tblGrid>")


def at(boxes: tuple[Boxed, ...], said: str) -> Boxed:
    return next(box for box in boxes if said in box.text)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.tag)
def test_a_paper_is_accessible_and_names_its_language(language: Language) -> None:
    said = HELLO[language.tag]
    made = pdf(
        para(text(said, "<w:b/>"), properties='<w:pStyle w:val="Heading1"/>')
        + para(text(f"{said}: 0113 496 0123 (KCC)."))
        + grid([said, "Khan"]),
        language,
    )
    assert faults_of(made) == []
    root = pypdf.PdfReader(BytesIO(made)).root_object
    assert str(root["/Lang"]).partition("-")[0] == language.tag


@pytest.mark.parametrize("language", RTL, ids=lambda each: each.tag)
def test_a_telephone_number_keeps_its_order_among_letters_from_right_to_left(
    language: Language,
) -> None:
    said = HELLO[language.tag]
    boxes = word_boxes(pdf(para(text(f"{said} 0113 496 0123 {said} (KCC)")), language))
    first, second, third, after = (at(boxes, each) for each in ("0113", "496", "0123", "KCC"))
    assert after.x0 < first.x0 < second.x0 < third.x0


@pytest.mark.parametrize("language", RTL, ids=lambda each: each.tag)
def test_tables_are_mirrored_and_paragraphs_begin_at_the_right(language: Language) -> None:
    boxes = word_boxes(pdf(grid(["Alpha", "Beta"]) + para(text("Gamma")), language))
    assert at(boxes, "Alpha").x0 > at(boxes, "Beta").x0
    assert at(boxes, "Gamma").x0 > 400


@pytest.mark.parametrize("language", RTL, ids=lambda each: each.tag)
def test_a_header_and_a_footer_begin_at_the_right_too(language: Language) -> None:
    said = para(text(HELLO[language.tag]))
    content = set_in(word(para(text("Gamma")), header=said, footer=said), language)
    boxes = word_boxes(NATIVE.pdf(content, "paper.docx", DATED))
    assert min(box.x0 for box in boxes) > 300


def test_the_address_stays_in_its_window() -> None:
    body = para(text("Ms Khan"), properties=FRAME) + para(
        text("{{ date }}"), properties='<w:spacing w:before="3000"/>'
    )
    boxes = word_boxes(pdf(body, URDU))
    assert at(boxes, "Khan").x0 < 120
    assert at(boxes, "date").x0 > 400


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.tag)
def test_bold_stays_bold(language: Language) -> None:
    made = pdf(para(text(HELLO[language.tag], "<w:b/>")), language)
    assert all(name.endswith("-Bold") for name in faces(made))


@pytest.mark.parametrize(
    ("language", "family"),
    [(URDU, "NotoNastaliqUrdu"), (ARABIC, "NotoNaskhArabic"), (BENGALI, "NotoSansBengali"),
     (PANJABI, "NotoSansGurmukhi"), (UKRAINIAN, "Arimo")],
)  # fmt: skip
def test_each_language_has_its_font(language: Language, family: str) -> None:
    assert faces(pdf(para(text(HELLO[language.tag])), language)) == {f"{family}-Regular"}


def test_urdu_for_a_screen_is_in_naskh_and_reads_out_as_written() -> None:
    content = set_in(word(para(text(HELLO["ur"]))), URDU)
    made = NATIVE.pdf(on_screen(content, {URDU.font: URDU.screen_font}), "paper.docx", DATED)
    assert faces(made) == {"NotoNaskhArabic-Regular"}
    assert " ".join(box.text for box in word_boxes(made)) == HELLO["ur"]


@pytest.mark.parametrize("language", LANGUAGES[:4], ids=lambda each: each.tag)
def test_lines_of_letters_that_reach_high_and_low_do_not_touch(language: Language) -> None:
    lines = "".join(para(text(HELLO[language.tag])) for _ in range(2))
    close = lines.replace("<w:p>", '<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>')
    boxes = word_boxes(pdf(close, language))
    half = len(boxes) // 2
    assert max(box.y1 for box in boxes[:half]) <= min(box.y0 for box in boxes[half:])


def faces(made: bytes) -> set[str]:
    """Name the faces whose letters are in a PDF."""
    found: set[str] = set()
    for sheet in pypdf.PdfReader(BytesIO(made)).pages:
        fonts = sheet["/Resources"]["/Font"]  # type: ignore[index]
        found |= {str(fonts[key]["/BaseFont"]).rpartition("+")[2] for key in fonts}
    return found
