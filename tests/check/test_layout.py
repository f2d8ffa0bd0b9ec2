"""What a typesetter would not let pass on the pages of a paper set with sample values."""

import pytest

from docgen.check.layout import (
    judge_layout,
    lines_alone,
    over_budget,
    signatures_parted,
    words_out,
)
from docgen.model.finding import Severity
from docgen.model.pages import Boxed, Pages, Part
from docgen.model.sheet import Mark

A4 = (595.3, 841.9)
HERE = Mark("templates/wessex-vale/invite.docx", 1, 1)


def word(text: str = "words", page: int = 1, base: float = 100, left: float = 60) -> Boxed:
    """Print a word of 30 by 10 points on a line."""
    return Boxed(page, left, base - 10, left + 30, base, text, base)


def part(*words: Boxed, kind: str = "P", table: int = 0) -> Part:
    """Make a paragraph, heading or cell."""
    return Part(kind, words, ("Document",), table)


def rule(left: float, page: int = 1) -> Boxed:
    """Draw a line down the page beside the first lines of text."""
    return Boxed(page, left, 50, left + 0.5, 150)


def rules(*parts: Part) -> list[str]:
    """Give what is told of paragraphs below each other."""
    return [each.rule for each in judge_layout(Pages((A4, A4), 1, ()), parts, "long", HERE)]


def test_a_paragraph_over_a_page_s_end_has_two_lines_on_either_side() -> None:
    whole = part(word(base=780), word(base=794), word(page=2, base=60), word(page=2, base=74))
    assert rules(whole) == []


@pytest.mark.parametrize(
    ("words", "edge"),
    [
        ((word(base=794), word(page=2, base=60), word(page=2, base=74)), "end of page 1"),
        ((word(base=780), word(base=794), word(page=2, base=60)), "top of page 2"),
    ],
)
def test_a_line_that_stands_alone_is_told(words: tuple[Boxed, ...], edge: str) -> None:
    (finding,) = judge_layout(Pages((A4, A4), 1, ()), [part(*words)], "long", HERE)
    assert (finding.rule, finding.severity) == ("proof-line-alone", Severity.WARNING)
    assert f"a line stands alone at the {edge}, near “words”" in finding.message


def test_a_raised_index_makes_no_line_of_its_own() -> None:
    raised = word("1", page=2, base=70)
    whole = part(word(base=780), word(base=794), word(page=2, base=74), raised)
    assert [names["edge"] for _, names in lines_alone([whole])] == ["top"]


def test_lines_in_a_table_s_cells_are_not_counted() -> None:
    assert rules(part(word(base=794), word(page=2), kind="TD", table=1)) == []


def test_a_heading_stays_with_what_it_is_about() -> None:
    heading, below = part(word("Why"), kind="H2"), part(word(base=120))
    assert rules(heading, below) == []
    assert rules(heading, part(word(page=2))) == ["proof-heading-parted"]


def test_only_a_heading_is_a_heading() -> None:
    assert rules(part(word("Why"), kind="P"), part(word(page=2))) == []
    assert [part(kind=kind).is_heading for kind in ("H1", "H6", "H", "P", "THead")] == [
        *(True, True, False, False, False)
    ]


@pytest.mark.parametrize("head", ["Signature", "Signed", "SIGN HERE"])
def test_signatures_stay_whole_and_with_their_heading(head: str) -> None:
    heading = part(word("Agreed"), kind="H2")
    table = part(word(head, base=130), kind="TH", table=1)
    assert rules(heading, table, part(word(base=160), kind="TD", table=1)) == []
    assert rules(heading, table, part(word(page=2), kind="TD", table=1)) == [
        "proof-signatures-parted"
    ]


def test_signatures_without_their_heading_are_told() -> None:
    heading, text = part(word("Agreed"), kind="H2"), part(word(base=790))
    table = part(word("Signature", page=2), kind="TH", table=1)
    (told,) = signatures_parted([heading, text, table])
    assert told == ("proof-signatures-parted", {"page": 2})


def test_a_table_of_another_kind_may_run_over() -> None:
    table = part(word("Action"), kind="TH", table=1)
    assert rules(table, part(word("sign the form", page=2), kind="TD", table=1)) == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ((word(left=566),), "leaves the page"),
        ((word(left=-1),), "leaves the page"),
        ((word(base=842),), "leaves the page"),
        ((word(base=9),), "leaves the page"),
        ((word(left=290),), "leaves its cell"),
        ((word("one", left=60), word("other", left=80)), "leaves its place and covers other words"),
    ],
    ids=["right", "left", "below", "above", "cell", "over another"],
)
def test_words_that_leave_their_place_are_told(words: tuple[Boxed, ...], what: str) -> None:
    pages = Pages((A4, A4), 1, words, (rule(300),))
    (finding,) = judge_layout(pages, (), "long", HERE)
    assert finding.rule == "proof-words-out"
    assert f"“{words[0].text}” {what} on page 1" in finding.message


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("حاضری", "نامہ", 0), ("حاضری", "one", 1), ("one", "حاضری", 1), ("one", "other", 1)],
)
def test_letters_that_lean_over_each_other_are_right(first: str, second: str, told: int) -> None:
    words = (word(first), word(second, left=80))
    assert len(list(words_out(Pages((A4,), 1, words)))) == told


@pytest.mark.parametrize(
    ("said", "left", "told"), [("کس", 297, 0), ("کس", 290, 1), ("one", 297, 1)]
)
def test_letters_that_lean_over_the_line_of_their_cell_are_right(
    said: str, left: float, told: int
) -> None:
    assert len(list(words_out(Pages((A4,), 1, (word(said, left=left),), (rule(300),))))) == told


def test_words_within_their_cells_are_right() -> None:
    touching = (word(left=565), word(left=270), word(left=300), word(base=110, left=60))
    assert list(words_out(Pages((A4,), 1, touching, (rule(300), rule(75, page=2))))) == []


@pytest.mark.parametrize(("count", "told"), [(2, 0), (3, 1)])
def test_more_pages_than_the_pack_allows_are_told(count: int, told: int) -> None:
    found = list(over_budget(count, 2, "ordinary", HERE))
    assert [each.rule for each in found] == ["proof-over-budget"] * told


def test_a_kind_without_a_budget_may_have_any_number_of_pages() -> None:
    assert list(over_budget(90, None, "ordinary", HERE)) == []
