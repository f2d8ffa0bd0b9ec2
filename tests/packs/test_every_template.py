"""What holds for every Word template in the repository: set like a good council letter."""

import re
from itertools import combinations, pairwise

import pytest
from templatework import Paper, W, found, is_tag, papers, style, tables, text, value

MARGIN = 1134  # 20 mm in twentieths of a point
BODY_FROM = 5386  # 95 mm
WINDOW = {"x": 1395, "y": 2239, "w": 5409, "h": 1519}  # 24.6, 39.5, 95.4 and 26.8 mm (F-18)
LARGEST = {"standard": 40_000, "easy": 90_000}
USUAL = {"standard": "24", "easy": "30"}
"""The size of letters, in half points."""
LEVELS = {"Title": 0, "heading 1": 1, "heading 2": 2}
NAMES = frozenset({"SMART", "KPAS"})


@pytest.fixture(params=papers(), ids=str)
def paper(request: pytest.FixtureRequest) -> Paper:
    """Give each template in turn."""
    made = request.param
    assert isinstance(made, Paper)
    return made


def test_the_first_row_of_every_table_is_its_repeating_header(paper: Paper) -> None:
    for table in tables(paper):
        first, *others = found(table, "w:tr")
        assert found(first, "w:trPr/w:tblHeader")
        assert not any(found(row, "w:trPr/w:tblHeader") for row in others)
        assert all(text(cell) for cell in found(first, "w:tc"))


def test_no_row_splits_over_two_pages(paper: Paper) -> None:
    for table in tables(paper):
        for row in found(table, ".//w:tr"):
            assert is_tag(text(row)) or found(row, "w:trPr/w:cantSplit")


def test_tables_have_fixed_widths_inside_the_margins(paper: Paper) -> None:
    page = int(value(paper.body, ".//w:sectPr/w:pgSz", "w"))
    for table in found(paper.body, ".//w:tbl"):
        widths = [int(value(c, ".", "w")) for c in found(table, "w:tblGrid/w:gridCol")]
        assert value(table, "w:tblPr/w:tblLayout", "type") == "fixed"
        assert sum(widths) <= page - 2 * MARGIN


def test_a_table_is_never_parted_from_its_heading(paper: Paper) -> None:
    for table in tables(paper):
        before = table.getprevious()
        assert before is not None
        heading = style(paper, before) in LEVELS
        assert heading or found(before, "w:pPr/w:keepNext")
        first = found(table, "w:tr[1]//w:p")
        assert {style(paper, each) for each in first} == {"Table Heading"}
    kept = "w:style[w:name/@w:val='Table Heading']/w:pPr/w:keepNext"
    assert found(paper.styles, kept) or not tables(paper)


def test_a_block_of_signatures_stays_together(paper: Paper) -> None:
    for table in found(paper.body, ".//w:tbl"):
        if "Sign here" in text(table):
            lines = [p for p in found(table, ".//w:p") if not is_tag(text(p))]
            kept = [found(p, "w:pPr/w:keepNext") for p in lines]
            assert all(kept)


def test_headings_are_styles_and_in_order(paper: Paper) -> None:
    styles = [style(paper, p) for p in found(paper.body, "w:body/w:p")]
    levels = [LEVELS[name] for name in styles if name in LEVELS]
    assert levels
    assert levels[0] in {0, 1}
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_headings_are_in_sentence_case(paper: Paper) -> None:
    for paragraph in found(paper.body, "w:body/w:p"):
        if style(paper, paragraph) in LEVELS and "{{" not in text(paragraph):
            words = re.sub(r"^[0-9]+\.\s*", "", text(paragraph)).split()
            assert words[0][0].isupper()
            assert all(word[0].islower() or word[0] == "(" for word in words[1:])


def test_nothing_pretends_to_be_a_heading(paper: Paper) -> None:
    for paragraph in found(paper.body, "w:body/w:p"):
        runs = [run for run in found(paragraph, "w:r") if text(run).strip()]
        bold = runs and all(found(run, "w:rPr/w:b") for run in runs)
        assert style(paper, paragraph) in LEVELS or not bold


def test_nothing_is_slanted_underlined_or_in_capitals(paper: Paper) -> None:
    for root in (paper.body, paper.styles, *paper.footers):
        assert not found(root, ".//w:i | .//w:u | .//w:caps | .//w:smallCaps")
    shouted = re.findall(r"\b[A-Z]{4,}\b", text(paper.body))
    assert set(shouted) <= NAMES


def test_no_empty_paragraph_makes_room(paper: Paper) -> None:
    for paragraph in found(paper.body, ".//w:p"):
        assert text(paragraph).strip() or found(paragraph, ".//w:drawing")


def test_text_is_left_aligned_arial_of_its_size_in_british_english(paper: Paper) -> None:
    base = "w:docDefaults/w:rPrDefault/w:rPr/"
    assert value(paper.styles, f"{base}w:sz") == USUAL[paper.variant]
    assert value(paper.styles, f"{base}w:lang") == "en-GB"
    assert value(paper.styles, f"{base}w:rFonts", "ascii") == "Arial"
    for root in (paper.body, paper.styles, *paper.footers):
        assert {value(e, ".") for e in found(root, ".//w:jc")} <= {"left", "start"}
        assert {value(e, ".", "ascii") for e in found(root, ".//w:rFonts")} <= {"Arial"}
        assert {value(e, ".") for e in found(root, ".//w:lang")} <= {"en-GB"}


def test_every_style_that_is_used_exists(paper: Paper) -> None:
    for paragraph in found(paper.body, ".//w:p"):
        assert style(paper, paragraph)


def test_margins_leave_twenty_millimetres(paper: Paper) -> None:
    for side in ("top", "bottom", "left", "right"):
        assert int(value(paper.body, ".//w:sectPr/w:pgMar", side)) >= MARGIN


def test_every_picture_has_an_alt_text(paper: Paper) -> None:
    for picture in found(paper.body, ".//wp:docPr"):
        assert picture.get("descr")


def test_papers_for_parents_carry_the_letterhead(paper: Paper) -> None:
    texts = [picture.get("descr") for picture in found(paper.body, ".//wp:docPr")]
    drawn = [each for each in texts if not str(each).startswith("picture: ")]
    assert drawn == ([] if paper.kind.audience == "staff" else ["letterhead"])
    assert drawn == texts or paper.variant == "easy"


def test_the_footer_tells_number_version_and_page(paper: Paper) -> None:
    assert paper.footers
    for footer in paper.footers:
        fields = "".join(e.text or "" for e in found(footer, ".//w:instrText")).split()
        assert fields == ["PAGE", "NUMPAGES"]
        assert "{{ document.reference }}" in text(footer)
        assert re.search(r"Page .* of ", text(footer))


def test_a_letters_address_fits_the_window(paper: Paper) -> None:
    framed = [p for p in found(paper.body, ".//w:p") if style(paper, p) == "Address"]
    assert framed or not paper.kind.letter
    for paragraph in found(paper.body, ".//w:p"):
        assert paragraph in framed or not re.search(r"recipient\.address\b", text(paragraph))
    for paragraph in framed:
        frame = {name: int(value(paragraph, "w:pPr/w:framePr", name)) for name in WINDOW}
        assert frame == WINDOW
        assert value(paragraph, "w:pPr/w:framePr", "hAnchor") == "page"
        assert value(paragraph, "w:pPr/w:framePr", "vAnchor") == "page"
        look = "w:style[w:name/@w:val='Address']/"
        assert value(paper.styles, f"{look}w:rPr/w:sz") == "20"
        assert value(paper.styles, f"{look}w:pPr/w:spacing", "line") == "216"
        assert value(paper.styles, f"{look}w:pPr/w:spacing", "lineRule") == "exact"


def test_a_letters_text_begins_under_the_window(paper: Paper) -> None:
    if paper.kind.letter:
        unframed = [p for p in found(paper.body, "w:body/w:p") if not found(p, "w:pPr/w:framePr")]
        key = value(unframed[0], "w:pPr/w:pStyle")
        gap = value(paper.styles, f"w:style[@w:styleId='{key}']/w:pPr/w:spacing", "before")
        assert int(gap) + int(value(paper.body, ".//w:pgMar", "top")) >= BODY_FROM


def test_only_the_contact_stands_beside_the_address(paper: Paper) -> None:
    for frame in found(paper.body, ".//w:framePr"):
        left, top = int(value(frame, ".", "x")), int(value(frame, ".", "y"))
        low = top + int(value(frame, ".", "h"))
        beside = low > WINDOW["y"] and left >= WINDOW["x"] + WINDOW["w"]
        assert left == WINDOW["x"] or low <= WINDOW["y"] - 283 or beside


def test_the_frames_of_a_letter_never_overlap(paper: Paper) -> None:
    sides = [
        [int(value(frame, ".", name)) for name in ("x", "y", "w", "h")]
        for frame in found(paper.body, ".//w:framePr")
    ]
    for one, other in combinations(sorted(set(map(tuple, sides))), 2):
        apart_across = one[0] + one[2] <= other[0] or other[0] + other[2] <= one[0]
        assert apart_across or one[1] + one[3] <= other[1] or other[1] + other[3] <= one[1]


def test_an_action_is_struck_through_and_told_in_words(paper: Paper) -> None:
    if paper.kind.act in {"contract", "review"}:
        struck = [text(run).strip() for run in found(paper.body, ".//w:r[w:rPr/w:strike]")]
        assert "{{ r.text }}" in struck
        rows = [text(row) for row in found(paper.body, ".//w:tr[.//w:strike]")]
        assert all("{{ r.status }}, {{ r.struck_on }}" in row for row in rows)
        plain = [text(run) for run in found(paper.body, ".//w:r[not(w:rPr/w:strike)]")]
        assert "{{ r.status }}, {{ r.struck_on }}" in plain


def test_rows_of_a_checklist_stand_in_the_packs_order(paper: Paper) -> None:
    numbered = re.findall(r"([PVW][0-9]{1,2})\. ", text(paper.body))
    assert numbered == list(paper.kind.rows)
    asked = re.findall(r"rows\.([PVW][0-9]+)\.complete", text(paper.body))
    assert asked == list(paper.kind.rows)


def test_words_of_law_stand_in_statements_alone(paper: Paper) -> None:
    words = text(paper.body).casefold()
    for harsh in ("parenting contract", "breach of contract", "prosecut", "penalty notice"):
        assert paper.kind.audience == "staff" or harsh not in words


def test_a_template_is_lean(paper: Paper) -> None:
    assert paper.path.stat().st_size <= LARGEST[paper.variant]
    assert not found(paper.body, f".//*[@w:rsidR and namespace-uri()='{W}']")
