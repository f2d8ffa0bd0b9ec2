"""A template is read as sentences with numbered tags, and a translation is set with the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pseudowork import statements_of
from templatework import Paper, papers
from wordfiles import (
    PLACE,
    W,
    box,
    drawing,
    faults,
    field,
    para,
    paras,
    row,
    table,
    text,
    word_file,
)

from docgen.check.messages import compared
from docgen.model.language import Message
from docgen.press.ooxml import markup
from docgen.press.ooxml.messages import Sentence, alt_texts_of, sentences_of, title_of
from docgen.press.ooxml.paragraphs import atoms_of
from docgen.press.word import bench as benches
from docgen.press.word.bench import Bench
from docgen.press.word.messages import messages_of, sentences_on
from docgen.press.word.shapes import Template

BOLD, GREEN = "<w:b/>", '<w:color w:val="00703C"/>'
TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="a">'
    '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1">'
    '<w:name w:val="heading 1"/></w:style><w:style w:type="character" w:styleId="a1"/>'
    '<w:style w:type="paragraph" w:styleId="Odd"/></w:styles>'
).encode()
HEADING = '<w:pStyle w:val="berschrift1"/>'


def read(body: str, **more: object) -> Bench:
    styles = {"word/styles.xml": (STYLES, "application/xml")}
    content = word_file(body, relations=[("rIdS", "styles", "styles.xml")], more=styles, **more)
    bench = benches.laid_out(Template(content, PLACE))
    benches.read(bench)
    assert bench.troubles == []
    return bench


def sentences(body: str, **more: object) -> list[Sentence]:
    return list(sentences_on(read(body, **more)))


def said(body: str, **more: object) -> list[str]:
    return [sentence.message.text for sentence in sentences(body, **more)]


def link(inside: str) -> str:
    return f'<w:hyperlink r:id="rId9" w:history="1">{inside}</w:hyperlink>'


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def control(inside: str, kind: str = "<w:text/>") -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


PAGE = sign("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + sign("end")
LINKING = (
    sign("begin")
    + '<w:r><w:instrText> HYPERLINK "https://www.gov.uk/</w:instrText></w:r>'
    + '<w:r><w:instrText>school" </w:instrText></w:r>'
    + sign("separate")
    + text("the guide", GREEN)
    + sign("end")
)


@pytest.mark.parametrize(
    ("runs", "message"),
    [
        (text("Dear {{recipient.salutation}},"), "Dear {{ recipient.salutation }},"),
        (
            text("Dear {{ recipient") + text(".salutation }}", BOLD),
            "Dear {{ recipient.salutation }}",
        ),
        (text("Please ") + text("come", '<w:lang w:val="pl-PL"/>'), "Please come"),
        (
            text("Please bring ") + text("this letter", BOLD) + text("."),
            "Please bring <1>this letter</1>.",
        ),
        (
            text("a ", BOLD) + text("plain line") + text(" end", GREEN),
            "<1>a</1> plain line <2>end</2>",
        ),
        (text("Pupil", BOLD) + TAB + text("{{ pupil.name }}"), "<1>Pupil</1>\t{{ pupil.name }}"),
        (
            text("Who leads the meeting", BOLD) + TAB + text("{{ a }}"),
            "<1>Who leads the meeting</1>\t{{ a }}",
        ),
        (
            text("one", BOLD) + text(" ") + text("two", BOLD) + text(" and plain words"),
            "<1>one two</1> and plain words",
        ),
        (
            text("Sign ") + text("   ", '<w:u w:val="single"/>') + text(" here"),
            "Sign <1>   </1> here",
        ),
        (text("One") + BREAK + text("two"), "One\ntwo"),
        (TAB + text("  Name  ") + BREAK, "Name"),
        (text("Page ") + PAGE + text(" of ") + field(" NUMPAGES "), "Page <1/> of <2/>"),
        (text("See ") + link(text("our page", GREEN)) + text("."), "See <1>our page</1>."),
        (
            text("See ") + link(text("our own ", GREEN) + text("page", BOLD)),
            "See <1>our own <2>page</2></1>",
        ),
        (text("See ") + LINKING, "See <1>the guide</1>"),
        (
            text("See ")
            + f'<w:fldSimple w:instr=" HYPERLINK &quot;#a&quot;">{text("it")}</w:fldSimple>',
            "See <1>it</1>",
        ),
        (text("Page ") + f'<w:fldSimple w:instr=" PAGE ">{text("1")}</w:fldSimple>', "Page <1/>"),
        (text("Tick ") + control(text("☐"), "<w14:checkbox/>"), "Tick <1/>"),
        (control(text("Say it")) + text(" aloud"), "<1>Say it</1> aloud"),
        (f"<w:smartTag>{text('Kent')}</w:smartTag>" + text(" schools"), "Kent schools"),
        (drawing("a school") + text("Our school"), "<1/>Our school"),
        (text("A") + "<w:r><w:noBreakHyphen/></w:r>" + text("level"), "A\u2011level"),
        (text("atten") + "<w:r><w:softHyphen/></w:r>" + text("dance"), "attendance"),
        (text("Head") + '<w:r><w:ptab w:alignment="right"/></w:r>' + text("Date"), "Head<1/>Date"),
        (text("left ") + PAGE[: -len(sign("end"))] + text(" open"), "left <1/><2/> open"),
        (text("Under ", BOLD) + text("16 & over"), "<1>Under</1> 16 & over"),
    ],
)
def test_a_paragraph_is_one_message(runs: str, message: str) -> None:
    assert said(para(runs)) == [message]


@pytest.mark.parametrize(
    "words",
    ["{{ pupil.name }}", "{%p if meeting.online %}", "12/14", "{{ a }}, {{ b }}", "", "________"],
)
def test_what_has_no_letters_of_its_own_is_no_message(words: str) -> None:
    closing = para(text("{%p endif %}")) if "if" in words else ""
    assert said(para(text(words)) + closing) == []


def test_a_heading_that_word_repeats_by_itself_is_no_message() -> None:
    repeated = sign("begin") + "<w:r><w:instrText> STYLEREF 1 </w:instrText></w:r>"
    assert said(para(repeated, sign("separate"), text("Good to know"), sign("end"))) == []


def test_a_picture_alone_is_no_message() -> None:
    assert said(para(drawing("a school"))) == []


@pytest.mark.parametrize(
    ("runs", "words", "made"),
    [
        (
            text("Please bring ") + text("this letter", BOLD),
            "<1>Ten list</1> proszę przynieść",
            text("Ten list", BOLD) + text(" proszę przynieść"),
        ),
        (
            text("Page ") + PAGE,
            "<1/>. strona",
            sign("begin")
            + "<w:r><w:instrText> PAGE </w:instrText></w:r>"
            + sign("end")
            + text(". strona"),
        ),
        (
            text("See ") + link(text("our own ", GREEN) + text("page", BOLD)),
            "<1><2>Stronę</2></1> proszę zobaczyć",
            link(text("Stronę", BOLD)) + text(" proszę zobaczyć"),
        ),
        (
            text("See ") + LINKING + text("."),
            "<1>Poradnik</1>.",
            LINKING.replace("the guide", "Poradnik") + text("."),
        ),
        (
            text("Say ") + control(text("it", GREEN)),
            "<1>to</1>",
            control(text("to", GREEN)),
        ),
        (
            TAB + text("Name") + BREAK + text("A-level"),
            "Imię\nA\u2011level",
            TAB
            + text("Imię")
            + BREAK
            + text("A")
            + "<w:r><w:noBreakHyphen/></w:r>"
            + text("level"),
        ),
        (
            '<w:bookmarkStart w:id="1"/>' + text("Good to know") + '<w:bookmarkEnd w:id="1"/>',
            "Warto wiedzieć",
            '<w:bookmarkStart w:id="1"/>' + text("Warto wiedzieć") + '<w:bookmarkEnd w:id="1"/>',
        ),
    ],
)
def test_other_words_are_set_with_the_same_formats_and_objects(
    runs: str, words: str, made: str
) -> None:
    sentence = sentences(para(runs, properties=HEADING))[0]
    wanted = sentences(para(made, properties=HEADING))[0].element
    apart = sentence.with_text(words)
    sentence.put(words)
    sentence.element.addnext(apart)
    assert markup.canonical(sentence.element) == markup.canonical(wanted)
    plain = [markup.canonical(run) for run in wanted if "bookmark" not in run.tag]
    assert [markup.canonical(run) for run in apart] == plain


def test_a_text_in_other_words_ends_no_section_and_has_no_bookmarks() -> None:
    body = para(
        '<w:bookmarkStart w:id="1"/>',
        text("The end of it all"),
        properties=f"{HEADING}<w:sectPr/>",
    )
    sentence = sentences(body)[0]
    made = sentence.with_text("Koniec")
    assert [etree.QName(element).localname for element in made.iter()] == [
        "p",
        "pPr",
        "pStyle",
        "r",
        "t",
    ]
    assert sentence.element.find(f"{{{W}}}pPr/{{{W}}}sectPr") is not None


@pytest.mark.parametrize("words", ["<2>a</2>", "<1>a", "<1>a</1></1>", "<7/>", "</1>a<1>"])
def test_a_tag_that_the_sentence_has_not_stops_it(words: str) -> None:
    sentence = sentences(para(text("It is ") + text("yours", BOLD)))[0]
    with pytest.raises((ValueError, IndexError)):
        sentence.put(words)


def contexts(body: str) -> list[tuple[str, str]]:
    return [sentence.message.pair for sentence in sentences(body)]


def test_few_words_have_the_heading_of_their_column_or_their_style_as_context() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + para(text("Who does")) + "</w:tc>"
    body = (
        para(text("Good to know"), properties=HEADING)
        + para(text("Dear {{ recipient.name }}"))
        + para(text("It is your choice."), properties=HEADING)
        + para(text("Odd one"), properties='<w:pStyle w:val="Odd"/>')
        + para(text("Lost one"), properties='<w:pStyle w:val="Lost"/>')
        + f"<w:tbl><w:tr>{wide}{row(['What'])[6:-7]}</w:tr>{row(['No', 'Yes', 'By phone'])}"
        + row(["", "", para(text("Few words")) + table(["Inner", ""], ["In {{ a }}", "Off"])])
        + "</w:tbl>"
        + table(["{{ a }}", "Left"], ["Over", "Right"], ["", "", "Wide"])
        + table([para(box(para(text("In a box"))))], [para(box(para(text("Boxed in"))))])
    )
    assert contexts(body) == [
        ("heading 1", "Good to know"),
        ("Normal", "Dear {{ recipient.name }}"),
        ("", "It is your choice."),
        ("Odd", "Odd one"),
        ("Lost", "Lost one"),
        ("Normal", "Who does"),
        ("Normal", "What"),
        ("Who does", "No"),
        ("Who does", "Yes"),
        ("What", "By phone"),
        ("What", "Few words"),
        ("Normal", "Inner"),
        ("Inner", "In {{ a }}"),
        ("Normal", "Off"),
        ("Normal", "Left"),
        ("{{ a }}", "Over"),
        ("Left", "Right"),
        ("Normal", "Wide"),
        *[("Normal", "In a box")] * 2,
        *[("Normal", "Boxed in")] * 2,
    ]


def test_messages_come_once_with_all_their_places() -> None:
    content = word_file(
        paras("Please ask us about it.", "{{ statements.aim }}")
        + table(["Please ask us about it.", para(drawing("the school gate"))]),
        title="A letter about attendance",
        footer=paras("{{ n | count }} days are left to reply"),
    )
    aim = "We want to help.\n\nIt is a choice."
    assert messages_of(Template(content, PLACE), {"aim": aim}) == (
        Message(
            "Please ask us about it.",
            places=("invite.docx: body", "invite.docx: table 1 row 1 column 1"),
        ),
        Message("We want to help.", places=("invite.docx: body",)),
        Message("It is a choice.", places=("invite.docx: body",)),
        Message("{{ n | count }} days are left to reply", "", True, ("invite.docx: footer",)),
        Message("the school gate", "alt text", places=("invite.docx: body",)),
        Message("A letter about attendance", "title", places=("invite.docx: properties",)),
    )


def test_titles_and_what_pictures_tables_and_links_say_are_put_in_other_words() -> None:
    told = '<w:tblPr><w:tblCaption w:val="Who comes"/></w:tblPr>'
    body = (
        para(drawing("Letterhead"), drawing("picture: clock"), drawing("a gate"))
        + f"<w:tbl>{told}{row(['x'])}</w:tbl>"
        + para(f'<w:hyperlink w:anchor="a" w:tooltip="more of it">{text("here")}</w:hyperlink>')
    )
    bench = read(body, title="A letter")
    tree, core = bench.trees["word/document.xml"], bench.trees["docProps/core.xml"]
    found = [*alt_texts_of(tree, "body"), *title_of(core, "properties")]
    assert [each.message.text for each in found] == [
        "a gate",
        "a gate",
        "Who comes",
        "more of it",
        "A letter",
    ]
    for each in found:
        each.put("inaczej")
    written = markup.text_of(tree) + markup.text_of(core)
    assert written.count("inaczej") == 5


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Come if you have missed <5 days.", "word-odd-angle"),
        ("It ends with </w:t> so to say.", "word-odd-angle"),
        ("{{ n | count }} days of {{ m | count }} weeks", "word-two-counts"),
        ("Come {% if a %}soon{% else %}late{% endif %} please.", "word-block-in-sentence"),
    ],
)
def test_what_can_t_be_translated_is_refused(line: str, rule: str) -> None:
    content = word_file(paras(line))
    assert set(faults(lambda: messages_of(Template(content, PLACE), {}))) == {rule}


def test_less_than_in_words_and_in_tags_is_no_tag_of_ours() -> None:
    assert said(paras("Fewer (< 5) days", "Here: {{ a <5 }}")) == [
        "Fewer (< 5) days",
        "Here: {{ a <5 }}",
    ]


@pytest.mark.parametrize("paper", [p for p in papers() if p.kind.audience == "parent"], ids=str)
def test_every_sentence_of_our_papers_put_in_its_own_words_stays_what_it_is(paper: Paper) -> None:
    template = Template(paper.path.read_bytes(), str(paper.path))
    bench = benches.laid_out(template)
    benches.place(bench, statements_of(paper))
    benches.read(bench)
    before = list(sentences_on(bench))
    for sentence in before:
        sentence.put(sentence.message.text)
    assert [s.message for s in sentences_on(bench)] == [s.message for s in before]
    assert len(before) > 5


LOOKS = st.sampled_from(["", BOLD, GREEN, BOLD + GREEN, '<w:u w:val="single"/>'])
WORDS = st.text(st.sampled_from("ab c&—"), max_size=6)
RUNS = st.one_of(
    st.builds(text, WORDS, LOOKS),
    st.sampled_from([TAB, BREAK, PAGE, LINKING, drawing("a gate"), text("{{ a }}", BOLD)]),
)
HELD = st.one_of(RUNS, st.builds(link, st.lists(RUNS, max_size=3).map("".join)))


@given(st.lists(HELD, min_size=1, max_size=8))
def test_whatever_a_paragraph_holds_its_own_words_leave_it_as_it_is(runs: list[str]) -> None:
    for sentence in sentences(para(*runs)):
        words = sentence.message.text
        before = [atom.element.tag for atom in atoms_of(sentence.element) if atom.kind == "object"]
        shown = "".join(atom.text for atom in atoms_of(sentence.element))
        sentence.put(words)
        (again,) = list(sentences_of(sentence.element, "body"))
        assert again.message.text == words
        atoms = list(atoms_of(sentence.element))
        assert [atom.element.tag for atom in atoms if atom.kind == "object"] == before
        assert "".join(atom.text for atom in atoms) == shown
        assert compared(sentence.message, [words], 2)[-1].rule == "translation-same"
        assert len(compared(sentence.message, [words], 2)) == 1
