"""Word files as people make them: each construct is set right, or told by name; none is dropped."""

import datetime as dt
from collections.abc import Mapping

import pytest
from oddblocks import BLOCKS
from oddpages import PAGES
from oddtext import TEXT
from oddwork import Odd
from pdfwork import PLACE, printed, word
from wordfiles import box, field, para, paras, text

from docgen.errors import TemplateRejected
from docgen.press.pdf.faults import FAULTS
from docgen.press.pdf.native import Native, read_for_pdf

ODD: Mapping[str, Odd] = {**TEXT, **BLOCKS, **PAGES}
RIGHT = sorted(name for name in ODD if not ODD[name].stops)
DAY = dt.date(2026, 3, 21)


@pytest.fixture(scope="module")
def native() -> Native:
    return Native()


@pytest.mark.parametrize("name", sorted(ODD))
def test_a_construct_is_printed_or_told_by_name(name: str) -> None:
    odd = ODD[name]
    lowered = read_for_pdf(odd.content, PLACE)
    assert {each.rule for each in lowered.remarks if each.stops} == set(odd.stops)
    assert {each.rule for each in lowered.remarks if not each.stops} == set(odd.told)
    words = printed(lowered.document)
    assert [each for each in odd.prints if each not in words] == []


def test_every_fault_is_told_of_some_file() -> None:
    told = {rule for odd in ODD.values() for rule in (*odd.stops, *odd.told)}
    assert set(FAULTS) - told == {"pdf-too-much"}


@pytest.mark.parametrize("name", RIGHT)
def test_what_can_be_printed_is_set(native: Native, name: str) -> None:
    assert native.pdf(ODD[name].content, PLACE, DAY).startswith(b"%PDF-")


def test_all_that_stops_is_told_at_once(native: Native) -> None:
    body = para(text("Dear"), box(paras("Box"))) + para(text("Odd", "<w:emboss/>"))
    with pytest.raises(TemplateRejected) as refused:
        native.pdf(word(body, title=""), PLACE, DAY)
    assert refused.value.code == "pdf-unsupported"
    rules = [finding.rule for finding in refused.value.findings]
    assert rules == ["pdf-text-box", "pdf-text-effect", "pdf-no-title"]
    assert (
        refused.value.message
        == f"{PLACE} can't be made a PDF as it is: 3 thing(s) in it stand in the way."
    )


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (word(para(field(' DATE \\@ "d MMMM yyyy" '))), "word-field-of-today"),
        (word(para(field(" MERGEFIELD Name "))), "word-field-of-mail-merge"),
        (word(para('<w:r><w:object><o:OLEObject Type="Embed"/></w:object></w:r>')),
         "word-embedded-object"),
        (word('<w:altChunk r:id="rId9"/>'), "word-embedded-document"),
        (b"PK\x03\x04", "word-damaged"),
        (b"Dear Sam", "word-not-docx"),
    ],
)  # fmt: skip
def test_what_is_dangerous_or_no_word_file_is_not_read(content: bytes, rule: str) -> None:
    with pytest.raises(TemplateRejected) as refused:
        read_for_pdf(content, PLACE)
    assert refused.value.code == "pdf-unreadable"
    assert rule in [finding.rule for finding in refused.value.findings]
