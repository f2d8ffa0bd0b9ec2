"""What stands in lines: blanks, breaks, fields, links, marks, tracked changes, controls, notes."""

from dataclasses import replace

import pytest
from textwork import PAGE, PAGE_BREAK, TAB, Read, opened, read, run
from wordfiles import field, para, text

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.fields import instruction_of
from docgen.press.pdf.lowering.layers import EMPTY_LOOK
from docgen.press.pdf.lowering.paragraphs import drafts_of
from docgen.press.pdf.lowering.work import Story, Work, story_of
from docgen.press.pdf.runs import Image, Link, Mark, Note, PageNumber, Text, Tick
from docgen.press.pdf.tree import Block, Float, Paragraph

SITE = ("rIdL", "hyperlink!", "https://example.org/help")
LINK = '<w:hyperlink r:id="rIdL"><w:r><w:t>the site</w:t></w:r></w:hyperlink>'


def sign(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def shown(code: str, *result: str) -> str:
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{sign('begin')}{code}{sign('separate')}{''.join(result)}{sign('end')}"


def bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<w:t>  a  </w:t>", "a"),
        ('<w:t xml:space="preserve">  a  </w:t>', "  a  "),
        ("<w:t>a\n\tb</w:t>", "a  b"),
        ("<w:t/>", ""),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>", "a\u2011b"),
        ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "a\u00adb"),
        ("<w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t>", "ab"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>", ""),
    ],
)
def test_text_is_read_as_word_reads_it(xml: str, words: str) -> None:
    assert read(para(f"<w:r>{xml}</w:r>")).words == [words]


def test_hidden_text_is_told_but_does_not_stop() -> None:
    assert read(run("<w:vanish/>")).told == ["pdf-hidden-text"]


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("PAGE", PageNumber(0)),
        (" page \\* MERGEFORMAT ", PageNumber(0)),
        ("NUMPAGES", PageNumber(0, "pages")),
        ("PAGE \\* roman", PageNumber(0, "page", "i")),
        ("PAGE \\* ROMAN", PageNumber(0, "page", "I")),
        ('NUMPAGES \\* "ALPHABETIC"', PageNumber(0, "pages", "A")),
    ],
)
def test_a_field_of_pages_is_a_number_that_layout_writes(code: str, number: PageNumber) -> None:
    assert read(para(shown(code, text("9")))).content == (number,)
    simple = f"""<w:fldSimple w:instr='{code}'>{text("9")}</w:fldSimple>"""
    assert read(para(simple)).content == (number,)


def test_a_page_number_looks_like_what_it_showed_last() -> None:
    found = read(para(shown("PAGE", text("9", "<w:b/>"))))
    assert isinstance(found.content[0], PageNumber)
    assert found.work.looks[found.content[0].look].bold


def test_a_field_without_a_result_looks_like_its_beginning() -> None:
    assert read(para(field("PA", "GE"))).content == (PageNumber(0),)


@pytest.mark.parametrize("code", ["TITLE", "DATE \\@ dd", "REF aim \\h", "TOC \\o", "= 1 + 1"])
def test_a_field_that_word_works_out_keeps_its_words_and_stops(code: str) -> None:
    found = read(para(text("See "), shown(code, text("last shown"))))
    assert found.words == ["See last shown"]
    assert found.stopping == ["pdf-field"]
    assert found.remarks[0].names["field"] == code.split(maxsplit=1)[0]


@pytest.mark.parametrize("code", ["XE &quot;term&quot;", "TC x", ""])
def test_a_field_that_prints_nothing_is_no_matter(code: str) -> None:
    found = read(para(text("a"), shown(code), text("b")))
    assert (found.words, found.told) == (["ab"], [])


def test_the_text_of_an_old_form_is_kept() -> None:
    found = read(para(shown("FORMTEXT", text("Surrey"))))
    assert (found.words, found.told) == (["Surrey"], [])


@pytest.mark.parametrize(
    ("inside", "state"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "cross"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "cross"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "empty"),
        ("<w:checkBox/>", "empty"),
    ],
)
def test_a_box_of_an_old_form_is_drawn_as_it_was_left(inside: str, state: str) -> None:
    code = "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
    body = sign("begin", f"<w:ffData>{inside}</w:ffData>") + code + sign("end")
    (box,) = read(para(body)).content
    assert isinstance(box, Tick)
    assert box.state == state


def test_a_field_inside_anothers_instruction_belongs_to_it() -> None:
    address = shown("QUOTE", text("https://example.org"))
    body = (
        sign("begin")
        + "<w:r><w:instrText>HYPERLINK </w:instrText></w:r>"
        + address
        + sign("separate")
        + text("here")
        + sign("end")
    )
    found = read(para(body))
    assert found.content == (Link("https://example.org", (Text(0, "here"),)),)
    assert found.stopping == ["pdf-field"]


@pytest.mark.parametrize("left", [sign("end"), sign("separate"), sign("begin")])
def test_a_field_that_is_cut_short_loses_no_text(left: str) -> None:
    assert read(para(text("a"), left) + para(text("b"))).words[0] == "a"


def test_a_field_over_several_paragraphs_keeps_each_in_its_place() -> None:
    body = (
        para(sign("begin"), "<w:r><w:instrText>TOC \\o</w:instrText></w:r>", sign("separate"))
        + para(text("Aims"))
        + para(text("Signatures"), sign("end"))
        + para(text("after"))
    )
    found = read(body)
    assert found.words == ["", "Aims", "Signatures", "after"]
    assert found.stopping == ["pdf-field"]


def test_a_link_over_several_paragraphs_leads_on_in_each() -> None:
    code = "<w:r><w:instrText>HYPERLINK https://example.org</w:instrText></w:r>"
    body = para(sign("begin"), code, sign("separate"), text("one")) + para(text("two"), sign("end"))
    found = read(body)
    links = [draft.paragraph.content[0] for draft in found.drafts]
    assert links == [
        Link("https://example.org", (Text(0, "one"),)),
        Link("https://example.org", (Text(0, "two"),)),
    ]


def test_a_link_leads_outside() -> None:
    found = read(para(text("See "), LINK), relations=(SITE,))
    assert found.content[1] == Link("https://example.org/help", (Text(0, "the site"),))


def test_a_link_can_lead_to_a_place_on_a_page() -> None:
    body = para(LINK.replace("r:id=", 'w:anchor="form" r:id='))
    (link,) = read(body, relations=(SITE,)).content
    assert isinstance(link, Link)
    assert link.target == "https://example.org/help#form"


@pytest.mark.parametrize(
    "body",
    [
        '<w:hyperlink w:anchor="aims"><w:r><w:t>aims</w:t></w:r></w:hyperlink>',
        shown('HYPERLINK \\l "aims"', text("aims")),
    ],
)
def test_a_link_leads_to_a_bookmark_of_the_document(body: str) -> None:
    found = read(para(body) + para(bookmark("aims"), bookmark("other"), text("Aims")))
    assert found.content == (Link("#aims", (Text(0, "aims"),)),)
    assert found.drafts[1].paragraph.content == (Mark("aims"), Text(0, "Aims"))


def test_a_bookmark_that_stands_twice_is_met_once() -> None:
    link = '<w:hyperlink w:anchor="aims"><w:r><w:t>aims</w:t></w:r></w:hyperlink>'
    found = read(para(link, bookmark("aims"), bookmark("aims")))
    assert [piece for piece in found.content if isinstance(piece, Mark)] == [Mark("aims")]


@pytest.mark.parametrize(
    "link",
    [
        '<w:hyperlink w:anchor="gone"><w:r><w:t>words</w:t></w:r></w:hyperlink>',
        '<w:hyperlink r:id="rIdX"><w:r><w:t>words</w:t></w:r></w:hyperlink>',
        shown("HYPERLINK file:///x", text("words")),
    ],
)
def test_a_link_that_leads_nowhere_is_text_and_told(link: str) -> None:
    found = read(para(link), relations=(("rIdX", "image", "x.png"),))
    assert found.content == (Text(0, "words"),)
    assert found.told == ["pdf-link-target"]


def test_a_page_number_inside_a_link_stays_in_it() -> None:
    body = LINK.replace("</w:hyperlink>", f"{shown('PAGE', text('3'))}</w:hyperlink>")
    (link,) = read(para(body), relations=(SITE,)).content
    assert isinstance(link, Link)
    assert link.content == (Text(0, "the site"), PageNumber(0))


def test_a_page_break_ends_a_link_and_it_goes_on_after_it() -> None:
    body = LINK.replace("</w:hyperlink>", f"{PAGE_BREAK}{text('on')}</w:hyperlink>")
    found = read(para(body), relations=(SITE,))
    assert found.words == ["the site", "on"]
    assert all(isinstance(draft.paragraph.content[0], Link) for draft in found.drafts)


@pytest.mark.parametrize("kind", ["ins", "moveTo"])
def test_what_was_added_stays_and_stops(kind: str) -> None:
    found = read(para(f'<w:{kind} w:id="1">{text("new")}</w:{kind}>'))
    assert (found.words, found.stopping) == (["new"], ["pdf-tracked-changes"])


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_what_was_struck_out_goes_and_stops(kind: str) -> None:
    gone = "<w:r><w:delText>old</w:delText></w:r>"
    found = read(para(text("a"), f'<w:{kind} w:id="1">{gone}</w:{kind}>'))
    assert (found.words, found.stopping) == (["a"], ["pdf-tracked-changes"])


@pytest.mark.parametrize("wrapper", ["smartTag", "customXml"])
def test_what_only_wraps_text_is_looked_through(wrapper: str) -> None:
    assert read(para(f"<w:{wrapper}>{text('in')}</w:{wrapper}>")).words == ["in"]


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ('<w:bdo w:val="rtl">{}</w:bdo>', "\u202eab\u202c"),
        ('<w:dir w:val="ltr">{}</w:dir>', "\u202aab\u202c"),
    ],
)
def test_a_direction_of_its_own_is_marked_as_unicode_does(xml: str, words: str) -> None:
    assert read(para(xml.format(text("ab")))).words == [words]


def test_a_content_control_shows_its_text() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{text('Tuesday')}</w:sdtContent></w:sdt>"
    assert read(para(control)).words == ["Tuesday"]


def test_a_content_control_that_shows_its_prompt_is_told() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{text('Click here')}</w:sdtContent></w:sdt>"
    )
    found = read(para(control))
    assert (found.words, found.told) == (["Click here"], ["pdf-control-empty"])


def test_a_ticked_control_is_a_ticked_box() -> None:
    control = (
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{text('☒')}</w:sdtContent></w:sdt>"
    )
    (box,) = read(para(control)).content
    assert isinstance(box, Tick)
    assert box.state == "cross"


def test_an_equation_stops() -> None:
    assert read(para("<m:oMath/>")).stopping == ["pdf-equation"]


def test_the_text_under_a_phonetic_guide_is_kept() -> None:
    ruby = f"<w:ruby><w:rt>{text('sound')}</w:rt><w:rubyBase>{text('word')}</w:rubyBase></w:ruby>"
    found = read(para(f"<w:r>{ruby}</w:r>"))
    assert (found.words, found.stopping) == (["word"], ["pdf-phonetic-guide"])


def test_a_column_break_stops() -> None:
    found = read(para(text("a"), '<w:r><w:br w:type="column"/></w:r>', text("b")))
    assert found.stopping == ["pdf-columns"]


def test_the_same_thing_is_told_once_with_its_first_place_and_the_number_of_places() -> None:
    found = read(para(text("First"), "<m:oMath/>") + para(text("Second"), "<m:oMath/>"))
    (remark,) = found.remarks
    assert remark.where == "in the text, near “First”"
    assert remark.names == {"count": "2"}


@pytest.mark.parametrize(
    ("code", "name", "words", "switches"),
    [
        ("", "", (), ()),
        (' HYPERLINK "a b" \\o "tip \\"x\\"" ', "HYPERLINK", ("a b",), (("\\o", 'tip "x"'),)),
        ('hyperlink \\l "top"', "HYPERLINK", (), (("\\l", "top"),)),
        ("PAGE \\* roman \\* MERGEFORMAT", "PAGE", (), (("\\*", "roman"), ("\\*", "MERGEFORMAT"))),
        ('HYPERLINK "\\\\\\\\server" \\t', "HYPERLINK", ("\\\\server",), (("\\t", ""),)),
    ],
)
def test_an_instruction_is_read_word_by_word(
    code: str, name: str, words: tuple[str, ...], switches: tuple[tuple[str, str], ...]
) -> None:
    found = instruction_of(code)
    assert (found.name, found.words, found.switches) == (name, words, switches)


def with_objects(body: str) -> Read:
    """Lower paragraphs with a reader of drawings and notes."""
    work, elements = opened(body)
    story = replace(story_of(work.package, work.package.main, "body"), width=450, page=PAGE)
    work = replace(work, drawn=_drawn, noted=_noted)
    found = [draft for p in elements for draft in drafts_of(p, story, work, EMPTY_LOOK)]
    return Read(tuple(found), work)


def _drawn(element: Element, _: Story, __: Work) -> Image | Float | None:
    image = Image("a.png", 10, 10)
    return Float(image, 0, 0) if element.get("floats") else image


def _noted(_: Element, __: Story, ___: Work) -> tuple[Block, ...]:
    return (Paragraph(()),)


def test_pictures_stand_in_the_line_or_float() -> None:
    body = para(text("a"), "<w:r><w:drawing/></w:r>", '<w:r><w:drawing floats="1"/></w:r>')
    found = with_objects(body)
    assert found.content == (Text(0, "a"), Image("a.png", 10, 10))
    assert found.drafts[0].floats == (Float(Image("a.png", 10, 10), 0, 0),)


def test_a_note_stands_where_its_reference_does() -> None:
    found = with_objects(para(text("a"), "<w:r><w:footnoteReference/></w:r>", TAB))
    assert found.content[1] == Note(0, (Paragraph(()),))
