"""What Word must be told of a paragraph, table or section in another script."""

from collections.abc import Iterator

import pytest
from scriptwork import ARABIC, BENGALI, PANJABI, POLISH, UKRAINIAN, URDU, runs_in, set_in
from templatework import papers
from wordfiles import SPACES, para, row, table, text

from docgen.model.language import ENGLISH, Language
from docgen.press.ooxml import markup
from docgen.press.ooxml.members import read_members
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.ordered import ORDER, properties_of, put
from docgen.press.ooxml.scriptlooks import word_tag
from docgen.press.ooxml.scripts import written_in

HELLO, VALUE = "السلام علیکم", "{{ pupil.legal_name }}"
FRAME = '<w:framePr w:w="5409" w:hAnchor="page" w:x="1395" w:y="2239"/>'
ALL = (URDU, ARABIC, BENGALI, PANJABI, POLISH, UKRAINIAN)


def written(inside: str, language: Language = URDU) -> Element:
    root = markup.parse(f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>")
    written_in(root, language)
    return root


def children(element: Element | None) -> list[str]:
    return [] if element is None else [local(child) for child in element]


def test_english_is_left_as_it_is() -> None:
    inside = para(text("Hello", "<w:b/>")) + table(["a"]) + "<w:sectPr/>"
    assert markup.text_of(written(inside, ENGLISH)) == markup.text_of(
        markup.parse(f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>")
    )


def test_a_paragraph_from_right_to_left_says_so_in_itself_its_mark_and_its_runs() -> None:
    root = written(para(text(HELLO), properties='<w:pStyle w:val="Fact"/><w:jc w:val="both"/>'))
    assert children(root.find(f".//{w('pPr')}")) == ["pStyle", "bidi", "jc", "rPr"]
    assert children(root.find(f".//{w('pPr')}/{w('rPr')}")) == ["rtl"]
    assert runs_in(root) == [("rtl", HELLO)]


def test_a_run_is_parted_where_its_script_changes_and_keeps_its_look() -> None:
    root = written(para(text(f"{HELLO} (Attendance Office) {VALUE}", "<w:b/><w:sz w:val='20'/>")))
    assert runs_in(root) == [
        ("rtl", f"{HELLO} (<"),
        ("", ">Attendance Office>"),
        ("rtl", "<)"),
        ("rtl", " "),
        ("rtl", VALUE),
    ]
    looks = [children(run.find(w("rPr"))) for run in root.iter(w("r"))]
    assert looks[0] == ["b", "bCs", "sz", "szCs", "rtl"]
    assert looks[1] == ["b", "bCs", "sz", "szCs"]


def test_a_blank_of_nastaliq_beside_a_name_or_value_is_as_wide_as_elsewhere() -> None:
    said = f"{HELLO} {VALUE} {HELLO}"
    wide = [
        (words, fonts.get(w("cs")))
        for root in (written(para(text(said))), written(para(text(said)), ARABIC))
        for (_, words), run in zip(runs_in(root), root.iter(w("r")), strict=True)
        for fonts in run.iter(w("rFonts"))
    ]
    assert wide == [(" ", "Arial"), (" ", "Arial")]


def test_tabs_and_breaks_stay_between_the_same_words() -> None:
    run = f"<w:r><w:t>{HELLO}</w:t><w:tab/><w:t>Kent</w:t><w:br/><w:t> {HELLO} </w:t></w:r>"
    root = written(para(run))
    names = [local(child) for each in root.iter(w("r")) for child in each if local(child) != "rPr"]
    assert names == ["t", "tab", "t", "t", "t", "br", "t"]
    said = "".join(words for _, words in runs_in(root))
    assert said == f"{HELLO}<>Kent><{HELLO}"


def test_letters_that_join_are_neither_spread_nor_made_capitals() -> None:
    root = written(para(text(HELLO, "<w:caps/><w:spacing w:val='20'/><w:rtl/>")))
    assert children(root.find(f".//{w('r')}/{w('rPr')}")) == ["rtl"]


@pytest.mark.parametrize("language", [BENGALI, PANJABI])
def test_an_indic_script_has_runs_of_its_own_and_no_direction(language: Language) -> None:
    root = written(para(text(f"মা ਮਾਂ Kent 12 {VALUE}")) + table(["a"]), language)
    assert runs_in(root)[:2] == [("cs", "মা ਮਾਂ"), ("", f" Kent 12 {VALUE}")]
    assert root.find(f".//{w('bidi')}") is None
    assert root.find(f".//{w('bidiVisual')}") is None


@pytest.mark.parametrize(
    ("language", "tag"),
    [(POLISH, "pl-PL"), (UKRAINIAN, "uk-UA"), (PANJABI, "pa-IN"), (ARABIC, "ar")],
)
def test_a_language_is_named_as_word_names_it(language: Language, tag: str) -> None:
    assert word_tag(language) == tag


def test_a_language_of_plain_letters_is_but_named() -> None:
    root = written(para(text(f"Dzień dobry {VALUE}", "<w:b/>")), POLISH)
    assert runs_in(root) == [("", f"Dzień dobry {VALUE}")]
    named = [each.get(w("val")) for each in root.iter(w("lang"))]
    assert named == ["pl-PL", "pl-PL"]


def test_tables_and_sections_are_mirrored() -> None:
    root = written(table([HELLO]) + "<w:sectPr><w:cols/><w:docGrid/></w:sectPr>")
    assert children(root.find(f".//{w('tblPr')}")) == ["bidiVisual"]
    assert children(root.find(f".//{w('sectPr')}")) == ["cols", "bidi", "docGrid"]


def test_a_frame_stays_where_it_is_and_so_does_the_page_it_stands_on() -> None:
    root = written(
        para(text(VALUE), properties=FRAME)
        + para(text(f"{HELLO}: {VALUE}"), properties=FRAME)
        + para(text("{%p if x %}"))
        + para(text(" {{ document.date }} "))
        + para(text(HELLO))
        + "<w:sectPr/>"
    )
    values, words, tag, date, plain = root.iter(w("p"))
    assert runs_in(values) == [("", VALUE)]
    assert [children(each.find(w("pPr"))) for each in (values, words, tag, date, plain)] == [
        ["framePr"],
        ["framePr", "bidi", "jc", "rPr"],
        ["bidi", "rPr"],
        ["jc", "rPr"],
        ["bidi", "rPr"],
    ]
    assert root.find(f".//{w('sectPr')}/{w('bidi')}") is None


def test_words_in_a_frame_begin_at_the_right_and_stand_at_its_left() -> None:
    root = written(para(text(f"{HELLO}: {VALUE}"), properties=FRAME))
    assert runs_in(root) == [("rtl", f"{HELLO}: {VALUE}")]
    assert [each.get(w("cs")) for each in root.iter(w("rFonts"))] == [URDU.screen_font]
    (said,) = root.iter(w("jc"))
    assert said.get(w("val")) == "right"  # of a paragraph from right to left: its end


def test_the_date_under_the_frames_is_read_from_its_right_end() -> None:
    date = "{{ document.date }}"
    root = written(para(text("{{ line }}"), properties=FRAME) + para(text(date)))
    for _ in range(2):
        assert runs_in(root)[1:] == [("rtl", f"<{date}<")]
        written_in(root, URDU)


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [
        (URDU, "{{ a }}, {{ b|join(', ') }}; {{ c }}?", "{{ a }}، {{ b|join(', ') }}؛ {{ c }}؟"),
        (ARABIC, "({{ a }}, {{ b }})", "({{ a }}، {{ b }})"),
        (ARABIC, "Kent, {{ b }}", "Kent, {{ b }}"),
        (BENGALI, "{{ a }}, {{ b }}", "{{ a }}, {{ b }}"),
    ],
)
def test_signs_between_values_alone_are_those_of_the_script(
    language: Language, said: str, shown: str
) -> None:
    words = "".join(each for _, each in runs_in(written(para(text(said)), language)))
    assert words.strip("<>").replace("><", "").replace(">", "").replace("<", "") == shown


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "right"), ("left", "right"), ("right", "left"), ("end", "left"), ("center", "center")],
)
def test_the_date_under_the_frames_stands_at_the_other_edge(before: str, after: str) -> None:
    own = f'<w:jc w:val="{before}"/>' if before else ""
    root = written(
        para(text("{{ line }}"), properties=FRAME)
        + para(text("{{ document.date }}"), properties=own)
    )
    for _ in range(2):
        (said,) = root.iter(w("jc"))
        assert said.get(w("val")) == after
        written_in(root, URDU)


def test_exact_heights_would_cut_letters_and_become_the_least() -> None:
    exact = '<w:spacing w:line="216" w:lineRule="exact"/>'
    high = '<w:tr><w:trPr><w:trHeight w:val="300" w:hRule="exact"/></w:trPr>'
    low = '<w:tr><w:trPr><w:trHeight w:val="300"/></w:trPr>'
    rows = (row([HELLO]).replace("<w:tr>", each) for each in (high, low))
    root = written(
        para(text(HELLO), properties=exact)
        + para(text(HELLO), properties=exact.replace("exact", "auto"))
        + para(text(HELLO), properties=FRAME + exact)
        + f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
    )
    rules = [each.get(w("lineRule")) for each in root.iter(w("spacing"))]
    assert rules == ["atLeast", "auto", "exact"]
    assert [each.get(w("hRule")) for each in root.iter(w("trHeight"))] == ["atLeast", None]


def test_a_font_that_a_run_names_itself_is_exchanged() -> None:
    fonts = '<w:rFonts w:ascii="Georgia" w:cs="Georgia" w:cstheme="minorBidi"/>'
    root = written(para(text(HELLO, fonts)))
    (said,) = root.iter(w("rFonts"))
    assert (said.get(w("cs")), said.get(w("ascii")), said.get(w("cstheme"))) == (
        "Noto Nastaliq Urdu",
        "Georgia",
        None,
    )


def test_words_in_a_text_box_are_set_once() -> None:
    inside = f"<w:r><w:pict><w:txbxContent>{para(text('Kent'))}</w:txbxContent></w:pict></w:r>"
    root = written(para(inside))
    assert [words for _, words in runs_in(root) if words] == ["<", ">Kent>", "<"]


@pytest.mark.parametrize("language", ALL, ids=lambda each: each.tag)
def test_set_twice_it_says_the_same(language: Language) -> None:
    said = para(text(f"{HELLO} মা Kent {VALUE} 0113 496 0123 https://a.example/"))
    once = written(said + table([HELLO]) + "<w:sectPr/>", language)
    before = "".join(words for _, words in runs_in(once))
    written_in(once, language)
    assert "".join(words for _, words in runs_in(once)) == before


@pytest.mark.parametrize("language", ALL, ids=lambda each: each.tag)
def test_children_stand_in_the_order_of_the_schema(language: Language) -> None:
    for paper in papers():
        for name, data in read_members(set_in(paper.path.read_bytes(), language))[0].items():
            if name.startswith("word/") and name.endswith(".xml"):
                assert list(_out_of_order(markup.parse(data))) == [], name


def _out_of_order(root: Element) -> Iterator[list[str]]:
    for parent in root.iter(*(w(name) for name in ORDER)):
        order = ORDER[local(parent)]
        places = [order.index(name) for name in children(parent) if name in order]
        if places != sorted(places) or len(set(children(parent))) < len(set(places)):
            yield children(parent)


def test_a_child_is_put_where_the_schema_wants_it_and_only_once() -> None:
    look = markup.parse(f"<w:rPr {SPACES}><w:b/><w:sz/><w:lang/></w:rPr>")
    put(look, "rtl")
    assert put(look, "rtl") is look[2]
    assert children(look) == ["b", "sz", "rtl", "lang"]
    run = markup.parse(f"<w:r {SPACES}><w:t/></w:r>")
    assert properties_of(run, "rPr") is properties_of(run, "rPr")
    assert children(run) == ["rPr", "t"]
