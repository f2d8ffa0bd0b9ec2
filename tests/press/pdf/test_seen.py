"""What was seen in one letter is known in the next; what is to be told is told in each."""

import pytest
from pdfwork import PLACE, word
from wordfiles import box, para, paras, text

from docgen.press.ooxml.package import Package, open_package
from docgen.press.ooxml.pieces import APART
from docgen.press.pdf.gate import seen
from docgen.press.pdf.gate.seen import Seen, seen_in
from docgen.press.pdf.survey import surveyed

ODD = para(text("Dear Ann"), box(paras("Box")))
LOOSE = "<w:p>loose</w:p>"
TABLE = "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget what other tests had seen."""
    seen._kept.clear()  # noqa: SLF001 (there is no other way to begin anew)


def opened(body: str, **more: object) -> Package:
    package, findings = open_package(word(body, **more), PLACE)  # type: ignore[arg-type]
    assert package is not None, findings
    return package


def body_of(body: str) -> Seen:
    package = opened(body)
    return seen_in(package, package.main, "body")


def test_pieces_come_to_the_same_by_memory() -> None:
    styled = para(text("Aims"), properties='<w:pStyle w:val="Heading1"/>')
    body = styled + paras("a", "b") + TABLE.format(TABLE.format("")) + styled
    first, again = body_of(body), body_of(body)
    assert first == again
    assert (first.runs, first.paragraphs, first.tables) == (4, 6, 2)
    assert first.leads == ("style Heading1",)


def test_the_last_place_of_a_lead_counts() -> None:
    one, two = (para(text("x"), properties=f'<w:pStyle w:val="{n}"/>') for n in "ab")
    assert body_of(one + two + one).leads == ("style b", "style a")


@pytest.mark.parametrize("odd", [ODD, LOOSE, para(text("x", "<w:emboss/>"))])
def test_what_is_told_is_told_in_each_letter_with_its_place(odd: str) -> None:
    first, again = (surveyed(opened(paras("Dear Ann") + odd + odd)) for _ in range(2))
    assert first == again
    assert [remark.names["count"] for remark in first] == ["2"]
    assert surveyed(opened(paras("Dear Ann"))) == ()


def test_a_part_without_pieces_is_seen_as_a_whole() -> None:
    assert body_of(paras("a", APART)) == body_of(paras("a", "b"))


def test_a_header_is_seen_once_and_told_as_header() -> None:
    told = [surveyed(opened(paras("a"), header=ODD)) for _ in range(2)]
    assert told[0] == told[1]
    assert told[0][0].where.startswith("in the header")


@pytest.mark.parametrize("many", [1, seen.MOST_KEPT])
def test_no_more_pieces_are_kept_than_may_be(monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(seen, "MOST_KEPT", many)
    found = body_of(paras("a", "b", "c"))
    assert body_of(paras("a", "b", "c")) == found
    assert len(seen._kept) <= max(many, 1)  # noqa: SLF001 (as above)
