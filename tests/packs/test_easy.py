"""What holds for every template for easy readers: a picture, and beside it one idea a line."""

import re
from pathlib import Path

import pytest
from pseudowork import messages_in
from templatework import Element, Paper, found, is_tag, papers, style, text, value

from docgen.store.illustrations import read_pictures

LEAST = 28
"""14 point, in half points."""
LONGEST = 15
PICTURE = "picture: "
ROOT = Path(__file__).resolve().parents[2]
EASY = [paper for paper in papers() if paper.variant == "easy"]
each_paper = pytest.mark.parametrize("paper", EASY, ids=str)


def rows(paper: Paper) -> list[Element]:
    return found(paper.body, "w:body/w:tbl[w:tblPr/w:tblStyle/@w:val='Layout']/w:tr")


def test_each_pack_has_easy_papers_for_what_a_parent_must_understand() -> None:
    acts = {(paper.pack.authority, paper.kind.act) for paper in EASY}
    shared = {(name, act) for name in ("essex", "kent") for act in ("invite", "contract")}
    shared |= {(name, "warning") for name in ("essex", "kent")}
    assert acts == shared | {("kent", "explanation")}


@each_paper
def test_each_row_has_a_picture_on_the_left_and_words_on_the_right(paper: Paper) -> None:
    assert rows(paper)
    for row in rows(paper):
        left, right = found(row, "w:tc")
        assert len(found(left, ".//wp:docPr")) == 1
        assert not text(left)
        assert text(right)
        assert not found(right, ".//w:drawing")


@each_paper
def test_a_row_always_says_something(paper: Paper) -> None:
    for row in rows(paper):
        depth, always = 0, False
        said = [text(each).strip() for each in found(row, "w:tc[2]/w:p")]
        negated = {one for one in said if one.startswith("{%p if not ")}
        for one in said:
            depth += one.startswith(("{%p if", "{%p for"))
            depth -= one.startswith("{%p end")
            always = always or (depth == 0 and not is_tag(one))
        assert always or negated


@each_paper
def test_each_picture_is_drawn_and_told_in_words(paper: Paper) -> None:
    drawn = read_pictures(None)
    for picture in found(paper.body, "w:body/w:tbl//wp:docPr"):
        key = str(picture.get("descr")).removeprefix(PICTURE)
        assert drawn[key][1]
        assert (ROOT / "pictures" / f"{key}.svg").is_file()


@each_paper
def test_no_letter_is_smaller_than_fourteen_points_but_the_address(paper: Paper) -> None:
    for look in found(paper.styles, "w:style[w:rPr/w:sz]"):
        if value(look, "w:name") != "Address":
            assert int(value(look, "w:rPr/w:sz")) >= LEAST
    assert not found(paper.body, ".//w:sz")


@each_paper
def test_a_letter_says_at_its_end_where_the_school_is(paper: Paper) -> None:
    if paper.kind.letter:
        framed = [p for p in found(paper.body, ".//w:p") if found(p, "w:pPr/w:framePr")]
        assert {style(paper, p) for p in framed} == {"Address", "Letterhead"}
        assert "{%p for line in school.address %}" in text(rows(paper)[-1])


@each_paper
def test_no_sentence_has_more_than_fifteen_words(paper: Paper) -> None:
    for message in messages_in(paper):
        said = re.sub(r"\{\{.*?\}\}", "Sam", re.sub(r"</?[0-9]+/?>", "", message.text))
        for sentence in re.split(r"(?<=[.?!:]) ", said):
            assert len(sentence.split()) <= LONGEST, sentence


@each_paper
def test_a_sentence_s_context_is_never_a_cell_full_of_tags(paper: Paper) -> None:
    assert not [each for each in messages_in(paper) if "{" in each.context]


@each_paper
def test_each_statement_has_easy_words(paper: Paper) -> None:
    for name in paper.kind.statements:
        assert paper.pack.statements[name].easy
