"""Numbered paragraphs one below the other → lists, items in items, pages apart."""

import pytest
from blockwork import blocks
from wordfiles import para, text

from docgen.press.pdf.tree import Block, Item, Listing, PageBreak, Paragraph

Shape = list[object]


def level(index: int, start: float, hang: float, kind: str = "decimal") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{"•" if kind == "bullet" else f"%{index + 1}."}"/><w:lvlJc '
        f'w:val="left"/><w:pPr><w:ind w:left="{start * 20:g}" w:hanging="{hang * 20:g}"/></w:pPr>'
        "</w:lvl>"
    )


def listing(key: int, *levels: str) -> tuple[str, str]:
    return (
        f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>',
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>',
    )


LISTS = (
    listing(1, level(0, 36, 18), level(1, 72, 18), level(2, 90, 18)),
    listing(2, level(0, 36, 18, "bullet"), level(1, 72, 18, "bullet")),
    listing(3, level(0, 54, 18, "bullet")),
)
NUMBERING = {"numbering": "".join(first for first, _ in LISTS) + "".join(last for _, last in LISTS)}


def item(words: str, key: int = 1, at: int = 0, more: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr>'
    spacing = '<w:spacing w:before="0" w:after="100"/>'
    return para(text(words), properties=f"{number}{spacing}{more}")


def read(body: str) -> tuple[Block, ...]:
    return blocks(body, sheets=NUMBERING)


def shape(block: Block) -> object:
    """Give a list as a list of its items' texts, each followed by the lists in it."""
    if not isinstance(block, Listing):
        return type(block).__name__
    found: Shape = []
    for each in block.items:
        first, *inner = each.blocks
        assert isinstance(first, Paragraph)
        found += [getattr(first.content[0], "text", ""), *map(shape, inner)]
    return found


def first_list(body: str) -> Listing:
    return next(block for block in read(body) if isinstance(block, Listing))


def label(each: Item) -> str:
    return "".join(getattr(inline, "text", "") for inline in each.label).strip()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (item("a") + item("b"), [["a", "b"]]),
        (item("a") + item("b", at=1) + item("c", at=1) + item("d"), [["a", ["b", "c"], "d"]]),
        (item("a") + item("b", at=1) + item("c", at=2) + item("d"), [["a", ["b", ["c"]], "d"]]),
        (item("a", at=1) + item("b"), [["a"], ["b"]]),
        (item("a") + item("b", 3) + item("c"), [["a", ["b"], "c"]]),
        (item("a") + item("b", 2), [["a"], ["b"]]),
        (item("a") + para(text("x")) + item("b"), [["a"], "Paragraph", ["b"]]),
        (item("a") + item("b", more='<w:ind w:left="900"/>'), [["a"], ["b"]]),
        (item("a") + item("b", more="<w:pageBreakBefore/>"), [["a"], "PageBreak", ["b"]]),
        (item("a") + item("b", more="<w:bidi/>"), [["a"], ["b"]]),
    ],
)
def test_items_are_nested_by_level_and_indent(body: str, expected: Shape) -> None:
    assert [shape(block) for block in read(body)] == expected


def test_a_list_says_where_its_labels_and_its_text_stand() -> None:
    made = first_list(item("a") + item("b", at=1))
    assert (made.indent, made.hang, made.ordered) == (18, 18, True)
    inner = made.items[0].blocks[1]
    assert isinstance(inner, Listing)
    assert (inner.indent, inner.hang) == (18, 18)


def test_bullets_have_no_order() -> None:
    made = first_list(item("a", 2) + item("b", 2))
    assert not made.ordered
    assert [label(each) for each in made.items] == ["•", "•"]


def test_the_gap_above_a_list_is_the_lists_own() -> None:
    body = para(text("x"), properties='<w:spacing w:after="200"/>') + item("a") + item("b")
    made = first_list(body)
    gaps = [each.blocks[0].gap for each in made.items if isinstance(each.blocks[0], Paragraph)]
    assert (made.gap, gaps) == (10, [0, 5])


def test_an_item_stands_at_its_text() -> None:
    made = first_list(item("a") + item("b"))
    (first, *_) = made.items[0].blocks
    assert isinstance(first, Paragraph)
    assert (first.start, first.first) == (0, 0)


def test_a_first_line_that_stands_in_takes_its_label_along() -> None:
    made = first_list(item("a", more='<w:ind w:left="0" w:firstLine="360"/>'))
    (first, *_) = made.items[0].blocks
    assert isinstance(first, Paragraph)
    assert (made.indent, made.hang) == (0, 0)
    assert getattr(made.items[0].label[0], "width", 0) == 18
    assert first.first > 18


def test_an_item_keeps_to_the_next() -> None:
    made = first_list(item("a", more="<w:keepNext/>") + item("b"))
    kept = [
        each.blocks[0].keep_next for each in made.items if isinstance(each.blocks[0], Paragraph)
    ]
    assert kept == [True, False]


def test_a_page_may_end_after_an_item() -> None:
    ends = item("a").replace("</w:p>", '<w:r><w:br w:type="page"/></w:r></w:p>')
    made = read(ends + item("b"))
    assert [type(block) for block in made] == [Listing, PageBreak, Listing]


def deepest(block: object) -> int:
    if not isinstance(block, Listing):
        return 0
    return 1 + max(deepest(each) for item in block.items for each in item.blocks)


def test_lists_are_nested_as_deep_as_word_makes_them_and_no_deeper() -> None:
    steps = [(2 + n % 2, f'<w:ind w:left="{60 * n}" w:hanging="20"/>') for n in range(1, 200)]
    made = read("".join(item("a", key, more=indent) for key, indent in steps))
    assert max(deepest(block) for block in made) == 9
