"""A template is tried with short, usual and long values before anybody's letter is at stake."""

from pathlib import Path

import pytest
from lintwork import template
from officework import INVITE, desk_in
from pageoffice import ARIAL, invite, page_office
from wordfiles import para, paras, text

from docgen.errors import TemplateRejected, UsageTrouble
from docgen.model.finding import Severity
from docgen.press.pdf.pages import page_count
from docgen.service.proof import Proof, prove

PACK = Path("templates", "wessex-vale")
A4 = (
    '<w:sectPr><w:pgSz w:w="11900" w:h="16880"/><w:pgMar w:top="1440" w:bottom="1440" '
    'w:left="1440" w:right="1440" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
)
TWENTY = (
    '<w:widowControl w:val="0"/>'
    '<w:spacing w:before="0" w:after="0" w:line="400" w:lineRule="exact"/>'
)
FULL_PAGE = 35
"""Lines of 20 points on a page of 844 with margins of 72."""


def proved(office: Path, content: bytes | None = None, kind: str = "invite") -> Proof:
    """Prove one of the office's templates, or another in its place."""
    if content is not None:
        (office / PACK / f"{kind}.docx").write_bytes(content)
    return prove(desk_in(office).workspace, "wessex-vale", kind)


def budget(office: Path, pages: int) -> None:
    """Let the invite have so many pages."""
    sheet = office / PACK / "pack.yaml"
    said = sheet.read_text("utf-8").replace("per: pair", f"per: pair\n    pages: {pages}")
    sheet.write_text(said, "utf-8")


def rules(found: Proof) -> dict[str, set[str]]:
    """Give what was found by the size of values."""
    return {pull.size: {each.rule for each in pull.findings} for pull in found.pulls}


def test_a_sound_template_is_set_in_three_sizes_without_a_finding(tmp_path: Path) -> None:
    found = proved(page_office(tmp_path))
    assert [(pull.language, pull.size, pull.pages) for pull in found.pulls] == [
        ("en", "short", 1),
        ("en", "ordinary", 1),
        ("en", "long", 1),
    ]
    assert found.findings == ()


def test_the_pages_lie_there_to_be_looked_at(tmp_path: Path) -> None:
    for pull in proved(page_office(tmp_path)).pulls:
        assert pull.pdf == tmp_path / "output" / "proof" / "wessex-vale" / pull.pdf.name
        assert page_count(pull.pdf.read_bytes()) == len(pull.pictures) == pull.pages
        assert all(path.is_file() for path in pull.pictures)


def test_pages_that_there_are_no_more_are_taken_away(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    long = template(paras(*INVITE, *["A line."] * 90), title="Come", defaults=ARIAL)
    many = {path for pull in proved(office, long).pulls for path in pull.pictures}
    few = {path for pull in proved(office, invite()).pulls for path in pull.pictures}
    assert few < many
    assert set(next(iter(few)).parent.glob("*.png")) == few


@pytest.mark.parametrize(("pages", "told"), [(1, set()), (0, {"proof-over-budget"})])
def test_usual_values_are_held_to_the_pages_that_the_pack_allows(
    tmp_path: Path, pages: int, told: set[str]
) -> None:
    office = page_office(tmp_path)
    budget(office, pages)
    assert rules(proved(office)) == {"short": set(), "ordinary": told, "long": set()}


def test_an_address_outside_the_window_is_told_as_of_a_letter(tmp_path: Path) -> None:
    found = proved(page_office(tmp_path), invite(framed=False))
    assert all("R-108" in each for each in rules(found).values())
    assert {each.severity for each in found.findings if each.rule == "R-108"} == {Severity.ERROR}


def test_a_heading_at_the_end_of_a_page_is_told(tmp_path: Path) -> None:
    heading = para(text("What to bring"), properties='<w:outlineLvl w:val="0"/>')
    after = para(text("Only you."), properties="<w:pageBreakBefore/>")
    whole = template(paras(*INVITE) + heading + after, title="Come", defaults=ARIAL)
    assert "proof-heading-parted" in rules(proved(page_office(tmp_path), whole))["short"]


@pytest.mark.parametrize(("above", "told"), [(0, False), (1, True), (2, True), (3, False)])
def test_a_line_alone_at_the_end_or_top_of_a_page_is_told(
    tmp_path: Path, above: int, told: bool
) -> None:
    lines = "<w:r><w:br/></w:r>".join(text(f"Line {n}") for n in range(3))
    filled = [para(text("Above"), properties=TWENTY) for _ in range(FULL_PAGE - 3 + above)]
    first = para(text("Dear all"), properties=f"<w:pageBreakBefore/>{TWENTY}")
    body = paras(*INVITE) + first + "".join(filled[1:]) + para(lines, properties=TWENTY)
    whole = template(body + A4, title="Come", defaults=ARIAL)
    found = rules(proved(page_office(tmp_path), whole))["short"]
    assert ("proof-line-alone" in found) is told


def test_what_docgen_cannot_set_is_told_by_name(tmp_path: Path) -> None:
    columns = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    whole = template(paras(*INVITE) + para(properties=columns), title="Come", defaults=ARIAL)
    with pytest.raises(TemplateRejected) as refused:
        proved(page_office(tmp_path), whole)
    assert refused.value.code == "pdf-unsupported"


def test_there_must_be_such_a_kind(tmp_path: Path) -> None:
    with pytest.raises(UsageTrouble) as refused:
        proved(page_office(tmp_path), kind="postcard")
    assert refused.value.code == "pack-kind-unknown"
