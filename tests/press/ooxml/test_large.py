"""Large print: 18 point, straight lines, room for the letters, no table too narrow for them."""

import pytest
from lxml import etree
from wordfiles import W, drawing, members, para, text

from docgen.press.ooxml import markup
from docgen.press.ooxml.large import enlarge
from docgen.press.ooxml.names import Element

STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
LISTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
SPACES = {"w": W}
MAIN, SHEET = "word/document.xml", "word/styles.xml"
USUAL = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:rPr><w:b/><w:i/><w:caps/><w:u w:val="single"/><w:sz w:val="30"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Address"><w:name w:val="Address"/><w:pPr>'
    '<w:spacing w:line="216" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Address"/>'
    "</w:style>"
)
OWN_SIZE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="22"/></w:rPr>'
    "</w:style>"
)
FRAME = '<w:framePr w:x="1" w:y="1"/>'
EXACT = '<w:spacing w:line="216" w:lineRule="exact"/>'


def made(body: str, styles: str | None = USUAL, lists: str = "") -> tuple[Element, Element | None]:
    """Enlarge a file; give its document and its styles."""
    more: dict[str, tuple[bytes, str]] = {}
    links = [("rIdGone", "theme", "theme.xml")]
    for inside, name, kind, root in (
        (styles, "styles", STYLES, "styles"),
        (lists or None, "numbering", LISTS, "numbering"),
    ):
        if inside is not None:
            part = f'<w:{root} xmlns:w="{W}">{inside}</w:{root}>'.encode()
            more[f"word/{name}.xml"] = (part, kind)
            links.append((f"rId{name}", name, f"{name}.xml"))
    files = members(body, relations=links, more=more)
    trees = {MAIN: markup.parse(files[MAIN])}
    changed = enlarge(files, trees)
    assert set(changed) == set(files)
    sheet = changed.get("word/numbering.xml" if lists else SHEET)
    return trees[MAIN], None if sheet is None else markup.parse(sheet)


def at(root: Element | None, path: str) -> list[Element]:
    """Give the elements at an XPath."""
    assert root is not None
    nodes = root.xpath(path, namespaces=SPACES)
    assert isinstance(nodes, list)
    return [node for node in nodes if isinstance(node, etree._Element)]  # noqa: SLF001 - as lxml


def said(root: Element | None, path: str, name: str = "val") -> list[str]:
    """Give the attributes of elements at an XPath."""
    return [str(each.get(f"{{{W}}}{name}")) for each in at(root, path)]


def words(root: Element, path: str = ".//w:body/w:p") -> list[str]:
    """Give the words of paragraphs."""
    return ["".join(t.text or "" for t in at(p, ".//w:t")) for p in at(root, path)]


@pytest.mark.parametrize(
    ("before", "after"),
    [("24", "36"), ("20", "32"), ("26", "39"), ("40", "56"), ("60", "60")],
)
def test_letters_grow_in_proportion_to_usual_text(before: str, after: str) -> None:
    root, _ = made(para(text("a", f'<w:sz w:val="{before}"/><w:szCs w:val="{before}"/>')))
    assert said(root, ".//w:sz") == said(root, ".//w:szCs") == [after]


def test_styles_grow_and_lose_what_is_hard_to_read() -> None:
    _, sheet = made(para(text("a")))
    assert said(sheet, "w:docDefaults//w:sz") == ["36"]
    assert said(sheet, "w:style[@w:styleId='H1']//w:sz") == ["45"]
    assert at(sheet, ".//w:b")
    assert not at(sheet, ".//w:i | .//w:caps | .//w:u")


@pytest.mark.parametrize(
    ("styles", "usual"),
    [
        ("", "36"),
        ("<w:docDefaults/>", "36"),
        (OWN_SIZE, "33"),
    ],
)
def test_a_file_that_names_no_usual_size_is_given_one(styles: str, usual: str) -> None:
    _, sheet = made(para(text("a")), styles)
    assert said(sheet, "w:docDefaults//w:sz") == said(sheet, "w:docDefaults//w:szCs") == [usual]


def test_a_file_without_styles_is_enlarged_where_it_says_a_size() -> None:
    root, sheet = made(para(text("a", '<w:sz w:val="20"/>')), None)
    assert said(root, ".//w:sz") == ["36"]
    assert sheet is None


def test_a_style_that_rests_on_itself_ends_somewhere() -> None:
    circle = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    )
    _, sheet = made(para(text("a")), circle)
    assert said(sheet, "w:docDefaults//w:sz") == ["36"]


@pytest.mark.parametrize(
    ("look", "bold"),
    [
        ("<w:i/>", True),
        ('<w:u w:val="single"/>', True),
        ('<w:b w:val="0"/><w:i/>', True),
        ('<w:i w:val="0"/>', False),
        ('<w:u w:val="none"/>', False),
        ('<w:rStyle w:val="Hyperlink"/><w:u w:val="single"/>', False),
        ("<w:caps/>", False),
    ],
)
def test_words_set_apart_are_bold_instead(look: str, bold: bool) -> None:
    root, _ = made(para(text("a", look)))
    assert not at(root, ".//w:i | .//w:u | .//w:caps")
    assert [each.get(f"{{{W}}}val") for each in at(root, ".//w:b")] == ([None] if bold else [])


@pytest.mark.parametrize(
    ("properties", "kept"),
    [
        ('<w:jc w:val="both"/>', []),
        ('<w:jc w:val="center"/>', []),
        ('<w:jc w:val="right"/><w:rPr><w:rtl/></w:rPr>', ["right"]),
        ('<w:jc w:val="thaiDistribute"/>', ["thaiDistribute"]),
    ],
)
def test_each_line_begins_at_the_margin(properties: str, kept: list[str]) -> None:
    root, _ = made(para(text("a"), properties=properties))
    assert said(root, ".//w:jc") == kept


@pytest.mark.parametrize(
    ("spacing", "after"),
    [
        ('w:line="240" w:lineRule="exact"', {"line": "360", "lineRule": "atLeast"}),
        ('w:line="240" w:lineRule="auto"', {"line": "240", "lineRule": "auto"}),
        ('w:before="100" w:after="4309"', {"before": "125", "after": "4309"}),
    ],
)
def test_lines_and_gaps_get_room(spacing: str, after: dict[str, str]) -> None:
    root, _ = made(para(text("a"), properties=f"<w:spacing {spacing}/>"))
    (found,) = at(root, ".//w:spacing")
    assert {etree.QName(str(k)).localname: v for k, v in found.attrib.items()} == after


def test_indents_and_stops_move_but_not_to_the_other_side() -> None:
    properties = (
        '<w:tabs><w:tab w:val="left" w:pos="2000"/><w:tab w:val="right" w:pos="9638"/></w:tabs>'
        '<w:ind w:left="4000" w:hanging="400" w:right="9"/>'
    )
    root, _ = made(para(text("a"), properties=properties))
    assert said(root, ".//w:tab", "pos") == ["3000", "9638"]
    (indent,) = at(root, ".//w:ind")
    assert [indent.get(f"{{{W}}}{side}") for side in ("left", "hanging", "right")] == [
        "4200",
        "600",
        "9",
    ]


def test_lists_are_indented_further() -> None:
    level = '<w:lvl><w:pPr><w:ind w:left="454" w:hanging="284"/></w:pPr></w:lvl>'
    _, lists = made(para(text("a")), USUAL, level)
    assert said(lists, ".//w:ind", "left") == ["681"]


def test_the_address_for_the_window_stays_as_it_is() -> None:
    framed = f'<w:pStyle w:val="Address"/>{FRAME}'
    below = f'<w:pStyle w:val="Sub"/>{FRAME}'
    root, sheet = made(
        para(text("14 Mill Road"), properties=framed) + para(text("b"), properties=below)
    )
    assert words(root) == ["14 Mill Road", "b"]
    assert len(at(root, ".//w:framePr")) == 2
    assert said(sheet, "w:style[@w:styleId='Address']//w:sz") == ["20"]
    assert said(sheet, "w:style[@w:styleId='Address']//w:spacing", "lineRule") == ["exact"]


def test_an_address_in_usual_text_keeps_the_size_of_that() -> None:
    root, sheet = made(
        para(text("14 Mill Road"), text("b", '<w:sz w:val="18"/>'), properties=f"{FRAME}{EXACT}")
    )
    assert said(root, ".//w:sz") == ["24", "18"]
    assert said(root, ".//w:szCs") == ["24", "24"]
    assert said(sheet, "w:docDefaults//w:sz") == ["36"]


def test_a_list_parts_from_what_follows_where_its_items_stand_in_a_row() -> None:
    listed = (
        '<w:style w:type="paragraph" w:styleId="Dot"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    styles = ("Sub", "Sub", "Dot", "Dot", "Sub", "Dot")
    root, _ = made(
        "".join(
            para(text("a"), properties=f'<w:pStyle w:val="{each}"/><w:keepNext/>')
            for each in styles
        ),
        USUAL + listed,
    )
    kept = [len(at(p, "w:pPr/w:keepNext")) for p in at(root, ".//w:p")]
    assert kept == [1, 1, 0, 0, 1, 1]


def test_the_frame_of_the_letterhead_stays() -> None:
    root, _ = made(para(drawing(), properties=FRAME) + para(text("a")))
    assert at(root, ".//w:framePr")


SECTION = "<w:sectPr/>"
CONTACT = para(text("{{ school.name }}"), properties=FRAME) + para(text("b"), properties=FRAME)


def test_who_writes_stands_at_the_end_of_the_letter() -> None:
    root, _ = made(CONTACT + para(text("Dear")) + para(text("Sam")) + SECTION)
    assert words(root) == ["Dear", "Sam", "{{ school.name }}", "b"]
    assert not at(root, ".//w:framePr")
    assert [len(at(p, "w:pPr/w:keepNext")) for p in at(root, ".//w:body/w:p")] == [0, 1, 1, 0]


def test_who_writes_stands_at_the_right_where_a_letter_runs_from_there() -> None:
    turned = para(text("c"), properties=f'{FRAME}<w:bidi/><w:jc w:val="right"/>')
    root, _ = made(CONTACT + turned + para(text("Sam"), properties="<w:bidi/>") + SECTION)
    sides = [[e.get(f"{{{W}}}val") for e in at(p, "w:pPr/w:jc")] for p in at(root, ".//w:p")]
    assert sides == [[], ["right"], ["right"], []]


def test_each_of_two_letters_has_its_own_end() -> None:
    ends = para(text("Sam"), properties=f"<w:bidi/>{SECTION}")
    root, _ = made(CONTACT + para(text("Dear")) + ends + CONTACT + para(text("Dear")) + SECTION)
    assert words(root) == [
        "Dear",
        "Sam",
        "{{ school.name }}",
        "b",
        "",
        "Dear",
        "{{ school.name }}",
        "b",
    ]
    assert [bool(at(p, "w:pPr/w:sectPr")) for p in at(root, ".//w:body/w:p")].index(True) == 4
    assert said(root, ".//w:jc") == ["right", "right"]


def test_a_letter_may_end_with_a_table_and_a_header_has_no_end() -> None:
    root, _ = made(CONTACT + "<w:tbl/>")
    assert words(root) == ["{{ school.name }}", "b"]
    header = markup.parse(f'<w:hdr xmlns:w="{W}">{CONTACT}</w:hdr>')
    enlarge(members(para(text("a"))), {"word/header1.xml": header})
    assert at(header, ".//w:framePr")


def test_a_paragraph_that_only_ends_a_section_takes_no_room() -> None:
    root, _ = made(para(properties=f"{EXACT}{SECTION}") + para(text("a")))
    assert said(root, ".//w:spacing", "lineRule") == ["exact"]


def cell(*lines: str) -> str:
    """Make a cell of paragraphs."""
    return f"<w:tc>{''.join(para(text(line)) for line in lines)}</w:tc>"


def grid(widths: list[int], *rows: str, head: bool = True) -> str:
    """Make a table; its first row is its heading."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first, *rest = rows
    top = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    inside = f"<w:tr>{top}{first}</w:tr>" + "".join(f"<w:tr>{row}</w:tr>" for row in rest)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>"


FIVE = [600, 2300, 3300, 1700, 1700]
HEADS = "".join(map(cell, ("No.", "Who", "What", "By when", "How")))
LOOP = '<w:tc><w:tcPr><w:gridSpan w:val="5"/></w:tcPr>' + para(text("{}")) + "</w:tc>"
ENTRY = "".join(map(cell, ("{{ r.number }}", "{{ r.owner }}", "{{ r.text }}", "{{ r.due }}", "x")))


def test_a_wide_table_becomes_blocks_each_value_below_its_heading() -> None:
    body = grid(
        FIVE,
        HEADS,
        LOOP.format("{%tr for r in contract.requirements %}"),
        ENTRY,
        LOOP.format("{%tr endfor %}"),
    )
    root, _ = made(para(text("a")) + body)
    assert not at(root, ".//w:tbl")
    assert words(root) == [
        "a",
        "{%p for r in contract.requirements %}",
        "No. {{ r.number }}",
        "Who",
        "{{ r.owner }}",
        "What",
        "{{ r.text }}",
        "By when",
        "{{ r.due }}",
        "How",
        "x",
        "{%p endfor %}",
    ]
    assert len(at(root, ".//w:pBdr/w:top")) == 1
    kept = [bool(at(p, "w:pPr/w:keepNext")) for p in at(root, ".//w:body/w:p")]
    assert kept == [False, False, *[True] * 8, False, False]


def test_a_first_column_of_tags_stands_below_its_heading() -> None:
    first = cell("{%p if r.a %}", "{{ r.a }}", "{%p endif %}")
    root, _ = made(grid(FIVE, HEADS, first + "".join(map(cell, "bcde"))))
    assert words(root)[:4] == ["No.", "{%p if r.a %}", "{{ r.a }}", "{%p endif %}"]


def test_a_first_column_of_names_stands_below_its_heading() -> None:
    root, _ = made(grid([2000] * 5, HEADS, "".join(map(cell, "abcde"))))
    assert words(root)[:2] == ["No.", "a"]


def test_room_to_write_by_hand_stays_and_a_bookmark_stands_but_once() -> None:
    marked = (
        "<w:tc>"
        + para('<w:bookmarkStart w:id="1" w:name="m"/><w:bookmarkEnd w:id="1"/>', text("No."))
        + "</w:tc>"
    )
    body = grid(FIVE, marked + "".join(map(cell, "bcde")), "".join(map(cell, "vwxyz")))
    body = body.replace(
        "<w:tr><w:tc>", '<w:tr><w:trPr><w:trHeight w:val="900" w:hRule="exact"/></w:trPr><w:tc>'
    )
    root, _ = made(body)
    assert said(root, ".//w:body/w:p[last()]//w:spacing", "after") == ["900"]
    assert not at(root, ".//w:bookmarkStart | .//w:bookmarkEnd")


@pytest.mark.parametrize(
    ("widths", "rows", "after"),
    [
        ([5000, 5000], ["a", "b"], [5000, 5000]),
        ([1000, 9000], ["arrangements", "b"], [2680, 7320]),
        ([500, 500], ["arrangements", "b"], [863, 137]),
        ([1000, 9000], ["{{ a }}", "{{ b }}"], [2475, 7525]),
    ],
)
def test_columns_are_shared_by_their_longest_words(
    widths: list[int], rows: list[str], after: list[int]
) -> None:
    root, _ = made(grid(widths, "".join(map(cell, rows)), head=False))
    assert [int(width) for width in said(root, ".//w:gridCol", "w")] == after
    assert [int(width) for width in said(root, ".//w:tcW", "w")] == after


def test_a_row_of_a_tag_is_as_wide_as_the_table() -> None:
    tag = '<w:tc><w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="2"/></w:tcPr>'
    tag += para(text("{%tr for a in b %}")) + "</w:tc>"
    root, _ = made(grid([5000, 5000], "".join(map(cell, "ab")), tag))
    assert said(root, ".//w:tr[2]//w:tcW", "w") == ["10000"]


@pytest.mark.parametrize(
    "table",
    [
        "<w:tbl/>",
        "<w:tbl><w:tblGrid/><w:tr/></w:tbl>",
        grid([5000, 5000], cell("only one")),
        grid([9000], "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"),
        grid([9000], f"<w:tc>{grid([1], cell('a'))}<w:p/></w:tc>"),
        grid([9000], f"<w:tc>{para(drawing())}</w:tc>"),
    ],
)
def test_tables_of_another_make_are_left_alone(table: str) -> None:
    before, _ = made(table)
    assert len(at(before, ".//w:body/w:tbl")) == 1


def test_a_wide_table_without_a_heading_only_has_its_columns_shared() -> None:
    root, _ = made(grid([1000] * 5, "".join(map(cell, "abcde")), head=False))
    assert said(root, ".//w:gridCol", "w") == ["1000"] * 5


def test_rows_of_an_exact_height_may_grow() -> None:
    high = '<w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>' + cell("a") + "</w:tr>"
    root, _ = made(f'<w:tbl><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{high}</w:tbl>')
    assert said(root, ".//w:trHeight", "hRule") == ["atLeast"]
