"""House rules: for each, templates that break it and templates that keep it."""

import pytest
from lintwork import ENGLISH, free, ids, linted, template
from wordfiles import box, drawing, field, para, paras, row, table, text

BOLD = "<w:b/>"
DECORATIVE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"><a:extLst><a:ext><x:decorative '
    'xmlns:x="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst></wp:docPr><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></w:r>"
)
OLD_PICTURE = '<w:r><w:pict><v:shape{}><v:imagedata r:id="rId5"/></v:shape></w:pict></w:r>'
WORDS = "A paragraph of plain words, as letters have them."
HEADER = "<w:trPr><w:tblHeader/></w:trPr>"
SECTION = "<w:sectPr/>"
ADDRESS = "https://www.example.org/a/very/long/address/that/nobody/reads"


def styled(style: str, words: str, **more: str) -> str:
    """Make a paragraph with a style."""
    properties = f'<w:pStyle w:val="{style}"/>{more.get("properties", "")}'
    return para(text(words, more.get("look", "")), properties=properties)


def cells(*words: str, header: bool = False, properties: str = "") -> str:
    """Make a table row."""
    made = "".join(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paras(word)}</w:tc>" for word in words)
    return f"<w:tr>{HEADER if header else ''}{made}</w:tr>"


def tabled(*rows: str) -> str:
    """Make a table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def link(look: str) -> str:
    """Make a paragraph with a link."""
    return para(f'<w:hyperlink r:id="rId9">{text("our policy", look)}</w:hyperlink>')


def field_link(look: str) -> str:
    """Make a link as an old field, its words after the instruction."""
    whole = field('HYPERLINK "https://example.org"')
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + text("our policy", look)
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return para(whole.removesuffix(end) + shown + end)


EXACT = '<w:spacing w:line="200" w:lineRule="exact"/>'
AT_LEAST = '<w:spacing w:line="200" w:lineRule="atLeast"/>'
TALL = drawing("Our school", size=(2_000_000, 1_000_000))
GAP = para()

BREAKING = [
    ("word-fake-heading", para(text("What we agree", BOLD)) + paras(WORDS)),
    ("word-fake-heading", styled("Strong", "What we agree") + paras(WORDS)),
    ("word-heading-order", styled("H2", "What we agree") + paras(WORDS)),
    ("word-heading-order", styled("H1", "One") + styled("H3", "Two") + paras(WORDS)),
    ("word-heading-order", styled("Sub", "What we agree") + paras(WORDS)),
    ("word-table-no-header", table(["No.", "Who", "What"], ["1", "Ann", "Phone"])),
    (
        "word-table-no-header",
        table(["Who", "What"], ["{%tr for r in rs %}"], ["{{ r.a }}", "{{ r.b }}"]).replace(
            "</w:tbl>", row(["{%tr endfor %}"]) + "</w:tbl>"
        ),
    ),
    (
        "word-table-no-header",
        tabled(
            row([para(text("Who", BOLD)), para(text("What", BOLD))]),
            cells("Ann", "Phone"),
        ),
    ),
    (
        "word-table-merged",
        tabled(
            cells("a", "b", "c", header=True),
            cells("d", properties='<w:gridSpan w:val="2"/>').replace("</w:tr>", "")
            + "<w:tc><w:tcPr/><w:p/></w:tc></w:tr>",
        ),
    ),
    (
        "word-table-merged",
        tabled(cells("a", "b", "c", header=True), cells("d", "e", "f", properties="<w:vMerge/>")),
    ),
    ("word-table-inside", table(["Who", table(["a", "b"]) + "<w:p/>"], ["x", "y"])),
    ("word-table-layout", table(["Our school", "Their house"])),
    ("word-table-layout", table(["In a box"])),
    ("word-table-layout", table(["In a box"], ["in two rows"])),
    (
        "word-row-clips",
        tabled(
            cells("a", "b", header=True),
            '<w:tr><w:trPr><w:trHeight w:val="400" w:hRule="exact"/></w:trPr>'
            "<w:tc><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>",
        ),
    ),
    ("word-line-clips", para(text(WORDS), properties=EXACT)),
    ("word-line-clips", styled("Tight", WORDS)),
    ("word-line-clips", styled("Tight", WORDS, look='<w:sz w:val="21"/>')),
    ("word-picture-clips", para(TALL, properties=EXACT)),
    ("word-picture-no-alt", para(drawing(""))),
    ("word-picture-no-alt", para(OLD_PICTURE.format(""))),
    ("word-picture-alt-empty-words", para(drawing("logo.png"))),
    ("word-picture-alt-empty-words", para(drawing("Picture 1"))),
    (
        "word-picture-alt-empty-words",
        para(drawing("A person with a hat\n\nDescription automatically generated")),
    ),
    ("word-text-box", para(box(paras("Strictly private")))),
    ("word-blank-paragraphs", paras(WORDS) + GAP + GAP + paras(WORDS)),
    ("word-blank-paragraphs", (paras(WORDS) + GAP) * 3 + paras(WORDS)),
    ("word-spaced-by-hand", paras("Date:          {{ day }}")),
    ("word-spaced-by-hand", para(text("Date:"), "<w:r><w:tab/><w:tab/></w:r>", text("x"))),
    ("word-typed-list", paras("1. Phone before nine.", "2. Send a note.")),
    (
        "word-typed-list",
        paras("(1) Phone before nine.", "{%p if a %}", "(2) Send.", "{%p endif %}"),
    ),
    ("word-typed-list", paras("- Phone before nine.", "- Send a note.")),
    ("word-typed-list", paras("{%p for x in xs %}", "• {{ x }}", "{%p endfor %}")),
    ("word-typed-list", paras("{%p for x in xs %}", "{{ loop.index }}. {{ x }}", "{%p endfor %}")),
    ("word-link-no-style", link("")),
    ("word-link-no-style", link('<w:u w:val="none"/>')),
    ("word-link-no-style", field_link("")),
    ("word-link-bare", paras(f"Read {ADDRESS} first.")),
    ("word-hidden-text", para(text("Only for us", "<w:vanish/>"))),
    ("word-hidden-text", para(text("Only for us", '<w:rStyle w:val="Secret"/>'))),
]
KEEPING = [
    styled("Title", "What we agree") + styled("H1", "One") + styled("H2", "Two") + paras(WORDS),
    styled("H1", "One") + styled("H2", "Two") + styled("H1", "Three") + styled("Sub", "Four"),
    styled("Outlined", "One", look=BOLD) + styled("H2", "Two") + paras(WORDS),
    para(text("Please note:", BOLD)) + paras(WORDS),
    para(text("Come at once.", BOLD)) + paras(WORDS),
    para(text("{{ pupil }}", BOLD)) + paras(WORDS),
    para(text("Pupil", BOLD), text(" Ann")) + paras(WORDS),
    para(text("Pupil", '<w:b w:val="0"/>')) + paras(WORDS),
    para(text("Last words", BOLD)),
    para(text("12345", BOLD)) + paras(WORDS),
    styled("Ring", WORDS),
    styled("Nobody knows", WORDS),
    tabled(cells("No.", "Who", "What", header=True), cells("1", "Ann", "Phone")),
    tabled(
        cells("Who", "What", header=True),
        cells("Part one").replace("<w:tcPr></w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'),
        cells("Ann", "Phone"),
    ),
    table(["Pupil", "{{ pupil }}"], ["Year", "{{ year }}"]),
    "<w:tbl><w:tblPr/></w:tbl>",
    tabled(
        cells("a", "b", header=True),
        '<w:tr><w:trPr><w:trHeight w:val="400" w:hRule="atLeast"/></w:trPr>'
        "<w:tc><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>",
    ),
    para(text(WORDS), properties=AT_LEAST),
    para(text(WORDS, '<w:sz w:val="20"/>'), properties=EXACT),
    para(TALL, properties=AT_LEAST),
    para(drawing("Our school's badge")),
    para(drawing("letterhead")),
    para(DECORATIVE),
    para(OLD_PICTURE.format(' alt="Our badge"')),
    paras(WORDS) + GAP + paras(WORDS) + GAP + paras(WORDS),
    paras(WORDS) + para(properties=SECTION) + para(properties=SECTION) + paras(WORDS),
    paras(WORDS) + para('<w:r><w:br w:type="page"/></w:r>') * 2 + paras(WORDS),
    table(["a", "<w:p/>"], ["<w:p/>", "<w:p/>"]),
    styled("Fact", "Date\t{{ day }}"),
    para(
        text("a"), "<w:r><w:tab/><w:tab/></w:r>", text("b"), properties='<w:pStyle w:val="Fact"/>'
    ),
    paras("1. Only one.", WORDS),
    paras("5. March is too late.", "9. April is not."),
    paras("- and so it was", WORDS),
    paras("3 November 2025", "4 November 2025"),
    link('<w:rStyle w:val="Link"/>'),
    link('<w:u w:val="single"/>'),
    field_link('<w:rStyle w:val="Link"/>'),
    para('<w:hyperlink w:anchor="top">' + text("Back to the top") + "</w:hyperlink>"),
    paras("Read www.example.org first."),
    paras("Read https://www.example.org/{{ page_of_the_policy_that_we_mean }} first."),
    para(text("For all", '<w:vanish w:val="0"/>')),
]


@pytest.mark.parametrize(("rule", "body"), BREAKING)
def test_a_template_that_breaks_a_rule_is_told_it_once(rule: str, body: str) -> None:
    assert ids(template(body)) == [rule]


@pytest.mark.parametrize("body", KEEPING)
def test_a_template_that_keeps_the_rules_is_told_nothing(body: str) -> None:
    assert ids(template(body)) == []


def test_a_document_needs_a_title() -> None:
    assert ids(template(paras(WORDS), title="")) == ["word-no-title"]
    assert ids(template(paras(WORDS), title="  ")) == ["word-no-title"]
    assert ids(template(paras(WORDS), title="{{ document.title }}")) == []


@pytest.mark.parametrize(
    ("defaults", "style", "wanted", "found"),
    [
        (ENGLISH, "Normal", "", []),
        (ENGLISH, "Normal", "en-gb", []),
        ("", "Normal", "", ["word-no-language"]),
        ("", "Normal", "en-GB", ["word-no-language"]),
        ('<w:lang w:val="en-US"/>', "Normal", "", []),
        ('<w:lang w:val="en-US"/>', "Normal", "en-GB", ["word-language-other"]),
        (ENGLISH, "French", "en-GB", ["word-language-other"]),
        (ENGLISH, "French", "", ["word-language-other"]),
    ],
)
def test_styles_have_a_language(defaults: str, style: str, wanted: str, found: list[str]) -> None:
    content = template(styled(style, WORDS), defaults=defaults)
    assert ids(content, language=wanted) == found


def test_a_place_says_where_to_look_in_word_and_in_the_file() -> None:
    body = paras(WORDS) + table(["Who", "{{ who }}"], [para(text("x  ", "<w:vanish/>")), "b"])
    (told,) = linted(template(body)).told
    assert told.finding.message.startswith("In table 1, row 2, column 1, near “x”")
    assert (told.part, told.where) == ("word/document.xml", "table 1 row 2 column 1")
    assert (told.paragraph, told.near) == (4, "x")
    assert told.finding.severity == "W"
    assert told.finding.remedy


def test_a_row_whose_cells_are_repeated_is_a_table() -> None:
    repeated = cells("{%tc for d in days %}", "{{ d }}", "{%tc endfor %}", header=True)
    assert free(template(tabled(repeated)), {"days": []}) == []


def test_a_place_in_an_inner_table_says_so() -> None:
    inner = table(["a", para(text("x", "<w:vanish/>"))]) + "<w:p/>"
    told = linted(template(table(["Who", inner], ["c", "d"]))).told
    hidden = next(each for each in told if each.finding.rule == "word-hidden-text")
    assert hidden.finding.message.startswith(
        "In table 1, row 1, column 2, inner table 1, row 1, column 2, near “x”"
    )
    assert hidden.where == "table 1 row 1 column 2 table 1 row 1 column 2"


def test_headers_footers_and_notes_are_looked_at_as_well() -> None:
    hidden = para(text("Only for us", "<w:vanish/>"))
    content = template(paras(WORDS), header=hidden, footer=hidden, footnotes=hidden)
    told = linted(content).told
    assert [each.where for each in told] == ["header", "footer", "footnote"]
    assert {each.finding.rule for each in told} == {"word-hidden-text"}


def test_tables_that_place_things_in_a_header_may() -> None:
    placing = template(paras(WORDS), header=table(["Our school", "Page 1"]))
    assert ids(placing) == []


def test_a_text_box_is_told_once_though_word_keeps_two_copies() -> None:
    content = template(para(box(para(text("Secret", "<w:vanish/>")))))
    assert ids(content) == ["word-text-box", "word-hidden-text"]


def test_of_too_many_findings_the_first_are_told() -> None:
    many = template("".join(para(text(f"Note {n}.", "<w:vanish/>")) for n in range(300)))
    assert len(ids(many)) == 201
    assert ids(many)[-1] == "word-more"
