"""A paper clause under clause: each paragraph, then the same in the reader's language."""

import pytest
from editionwork import (
    OURS,
    THEIRS,
    URDU,
    clauses,
    filled,
    inner,
    lines,
    look,
    member,
    outer,
    para_of,
    w,
)
from wordfiles import WORD, drawing, faults, field, para, paras, table, text, word_file

from docgen.model.values import Values

STYLES = (
    b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    b'</w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
    b'<w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:top w:val="single"/><w:bottom '
    b'w:val="single"/></w:pBdr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Dot">'
    b'<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    b"</w:style></w:styles>"
)
NUMBERS = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:pPr>'
    b'<w:ind w:left="454" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
    b'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
TITLE = para(text("Contract"), properties='<w:pStyle w:val="Title"/>')
SAID = {"Contract": "Umowa"}
STANDS = [OURS.stands, THEIRS.stands]


def paper(*inside: str, **more: object) -> bytes:
    made = {
        "word/styles.xml": (STYLES, f"{WORD}styles+xml"),
        "word/numbering.xml": (NUMBERS, f"{WORD}numbering+xml"),
    }
    links = (("rIdS", "styles", "styles.xml"), ("rIdN", "numbering", "numbering.xml"))
    return word_file("".join((TITLE, *inside)), more=made, relations=links, **more)


def test_each_paragraph_is_followed_by_its_translation() -> None:
    content = paper(*map(para, map(text, ("We agree.", "We help {{ name }}."))))
    said = {**SAID, "We agree.": "Zgoda.", "We help {{ name }}.": "Pomoc: {{ name }}."}
    made = member(filled(content, clauses(content, said), {"name": "Jo"}))
    shown = ["Contract", "Umowa", *STANDS, "We agree.", "Zgoda.", "We help Jo.", "Pomoc: Jo."]
    assert lines(made) == shown


def test_cells_footers_and_notes_are_set_so_too() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    content = word_file(
        para(text("Why"), reference) + table(["Who"]),
        footnotes=f'<w:footnote w:id="2">{paras("Law")}</w:footnote>',
    )
    said = {"Why<1/>": "Dlaczego<1/>", "Who": "Kto", "Law": "Prawo"}
    made = filled(content, clauses(content, said))
    assert lines(member(made)) == [*STANDS, "Why", "Dlaczego", "Who", "Kto"]
    assert lines(member(made, "word/footnotes.xml")) == ["Law", "Prawo"]
    assert len(list(member(made).iter(w("footnoteReference")))) == 1


def test_a_translation_has_a_style_of_its_own_that_rests_on_the_english_one() -> None:
    content = paper(para(text("We agree."), properties='<w:spacing w:before="160"/>'))
    made = filled(content, clauses(content, {**SAID, "We agree.": "Zgoda."}))
    body = member(made)
    assert look(para_of(body, "Umowa"), "pStyle") == "TitleTranslated"
    assert look(para_of(body, "Zgoda."), "pStyle") == "NormalTranslated"
    assert look(para_of(body, "Zgoda."), "spacing", "before") == "0"
    styles = {each.get(w("styleId")): each for each in member(made, "word/styles.xml")}
    assert inner(styles["TitleTranslated"], "basedOn").get(w("val")) == "Title"


def test_a_pair_stays_together() -> None:
    content = paper(*map(para, map(text, ("We agree.", "{{ day }}"))), table(["Who"]))
    said = {**SAID, "We agree.": "Zgoda.", "Who": "Kto"}
    body = member(filled(content, clauses(content, said), {"day": "May"}, {"day": "maj"}))
    assert look(para_of(body, "We agree."), "keepNext") is not None
    assert look(para_of(body, "We agree."), "spacing", "after") == "20"
    assert look(para_of(body, "May"), "keepNext") is not None
    assert look(para_of(body, "Who"), "keepNext") is None
    borders = inner(para_of(body, "Contract"), "pPr", "pBdr")
    assert [each.get(w("val")) for each in borders] == ["single", "nil"]


def test_values_alone_are_repeated_only_where_they_differ() -> None:
    content = paper(*map(para, map(text, ("{{ name }}", "{{ day }}, {{ name }}"))))
    values = {"name": "Jo Fox", "day": "Monday"}
    made = member(filled(content, clauses(content, SAID), values, {"day": "poniedziałek"}))
    assert lines(made)[4:] == ["Jo Fox", "Monday, Jo Fox", "poniedziałek, Jo Fox"]


def test_a_value_without_translation_is_drawn_to_nothing() -> None:
    section = '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'
    content = paper(para(text("{{ name }}"), properties=section), para(text("{{ day }}")))
    values = {"name": "Jo Fox", "day": "Monday"}
    made = member(filled(content, clauses(content, SAID), values, {"day": "poniedziałek"}))
    alone = para_of(made, "Jo Fox")
    assert look(alone, "keepNext") is look(alone, "spacing") is None
    assert look(para_of(made, "Monday"), "keepNext") is not None
    assert [each.find(w("pgSz")) is not None for each in made.iter(w("sectPr"))] == [True, False]


@pytest.mark.parametrize(
    ("hanging", "label", "size", "between"),
    [
        (2000, "Kto", "", "tab"),
        (2000, "Osoba obecna na miejscu", "", "br"),
        (2000, "Osoba obecna", "", "tab"),
        (2000, "Osoba obecna", '<w:sz w:val="48"/>', "br"),
        (0, "Osoba obecna na miejscu", "", "tab"),
        (2000, "Osoba {{ day }} obecna na miejscu", "", "tab"),
    ],
)
def test_a_label_too_long_for_its_place_has_the_value_below(
    hanging: int, label: str, size: str, between: str
) -> None:
    hangs = f'<w:ind w:left="2000" w:hanging="{hanging}"/>'
    who = "Who {{ day }}" if "{" in label else "Who"
    run = f"{text(who, size)}<w:r>{size and f'<w:rPr>{size}</w:rPr>'}<w:tab/></w:r>"
    content = paper(para(run, text("{{ day }}", size), properties=hangs))
    said = {**SAID, f"{who}\t{{{{ day }}}}": f"{label}\t{{{{ day }}}}"}
    made = member(filled(content, clauses(content, said), {"day": "May"}))
    translated = list(made.iter(w("p")))[-1]
    assert [inner(translated, "r", between).tag] == [w(between)]


def test_what_repeats_runs_in_step() -> None:
    content = paper(
        para(text("{%p for r in actions if r.due %}")),
        para(text("By {{ r.due }}")),
        *map(para, map(text, ("{%p for day in r.days %}", "{{ day }}", "{%p endfor %}"))),
        para(text("{%p endfor %}")),
    )
    english = {"actions": [{"due": "May", "days": ["Monday"]}, {"due": "", "days": []}]}
    polish = {"actions": [{"due": "maj", "days": ["poniedziałek"]}, {"due": "", "days": []}]}
    said = {**SAID, "By {{ r.due }}": "Do: {{ r.due }}"}
    made = member(filled(content, clauses(content, said), english, polish))
    assert lines(made)[4:] == ["By May", "Do: maj", "Monday", "poniedziałek"]


@pytest.mark.parametrize(
    ("english", "theirs", "rule"),
    [(["a"], ["a", "b"], "word-lists-differ"), (["a"], "a", "word-not-a-list")],
)
def test_lists_that_do_not_match_are_refused(
    english: list[str], theirs: list[str] | str, rule: str
) -> None:
    content = paper(*map(para, map(text, ("{%p for x in xs %}", "{{ x }}", "{%p endfor %}"))))
    edition = clauses(content, SAID)
    told = faults(lambda: filled(content, edition, {"xs": english}, {"xs": theirs}))
    assert told == [rule]


def test_a_bullet_or_number_stands_once() -> None:
    direct = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    content = paper(
        para(text("One"), properties='<w:pStyle w:val="Dot"/>'),
        para(text("Two"), properties=direct),
    )
    made = filled(content, clauses(content, {**SAID, "One": "Raz", "Two": "Dwa"}))
    body, styles = member(made), member(made, "word/styles.xml")
    dot = next(each for each in styles if each.get(w("styleId")) == "DotTranslated")
    assert look(para_of(body, "Raz"), "pStyle") == "DotTranslated"
    assert look(dot, "numPr/numId") == look(para_of(body, "Dwa"), "numPr/numId") == "0"
    assert look(dot, "ind", "left") == look(para_of(body, "Dwa"), "ind", "left") == "454"
    assert look(para_of(body, "Two"), "numPr/numId") == "1"


def test_pictures_and_marks_stand_once() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>'
    content = paper(para(drawing("A tree"), text("Who"), mark))
    said = {**SAID, "<1/>Who": "<1/>Kto", "A tree": "Drzewo"}
    body = member(filled(content, clauses(content, said)))
    assert len(list(body.iter(w("drawing")))) == len(list(body.iter(w("bookmarkStart")))) == 1
    told = next(each.get("descr") for each in body.iter() if each.get("descr"))
    assert told == "A tree / Drzewo"


def test_lines_to_write_on_stand_once_under_both_languages() -> None:
    tab, turn = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
    content = paper(para(text("My view: "), tab, turn, tab), para(text("End"), turn))
    made = member(filled(content, clauses(content, {**SAID, "My view:": "Zdanie:", "End": "Już"})))
    found = {words: para_of(made, words) for words in ("My view: ", "Zdanie: ", "End")}
    counts = {words: len(list(each.iter(w("tab"), w("br")))) for words, each in found.items()}
    assert counts == {"My view: ": 0, "Zdanie: ": 3, "End": 1}


def test_an_address_in_its_frame_stands_once() -> None:
    frame = '<w:framePr w:w="5409"/>'
    content = paper(
        para(text("{{ name }}"), properties=frame), para(text("Phone"), properties=frame)
    )
    edition = clauses(content, {**SAID, "Phone": "Telefon"})
    made = member(filled(content, edition, {"name": "Jo"}, {"name": "Jan"}))
    assert lines(made)[4:] == ["Jo", "Phone", "Telefon"]
    assert look(para_of(made, "Phone"), "keepNext") is None


@pytest.mark.parametrize(
    ("inside", "said", "at"),
    [
        (paras("Hi") + TITLE, {**SAID, "Hi": "Hej"}, 4),
        (paras("Hi"), {"Hi": "Hej"}, 0),
        (table(["Hi"]), {"Hi": "Hej"}, 0),
        (paras("{%p if on %}") + TITLE + paras("{%p endif %}", "Hi"), {**SAID, "Hi": "Hej"}, 0),
        (paras("{%p for x in xs %}", "{%p endfor %}") + TITLE, SAID, 2),
    ],
)
def test_under_the_title_or_on_top_stands_which_text_counts(
    inside: str, said: dict[str, str], at: int
) -> None:
    made = {"word/styles.xml": (STYLES, f"{WORD}styles+xml")}
    content = word_file(inside, more=made, relations=[("rIdS", "styles", "styles.xml")])
    values: Values = {"on": True, "xs": [1]}
    shown = lines(member(filled(content, clauses(content, said), values)))
    assert shown[at : at + 2] == STANDS
    assert shown.count(OURS.stands) == 1


def test_a_section_ends_after_the_translation() -> None:
    section = "<w:sectPr><w:pgSz/></w:sectPr>"
    content = paper(para(text("{{ name }}"), properties=section))
    made = member(filled(content, clauses(content, SAID), {"name": "a"}, {"name": "b"}))
    ended = outer(next(made.iter(w("pgSz"))), 3)
    order = [each for each in made.iter(w("p")) if each in {ended, para_of(made, "b")}]
    assert order == [para_of(made, "b"), ended]


LOOP = paras("{%p for x in xs %}", "Hi", "{%p endfor %}")


@pytest.mark.parametrize("inside", [para(drawing("A tree")) + paras("Hi"), LOOP])
def test_rows_that_grow_long_may_go_over_to_the_next_page(inside: str) -> None:
    head = "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"
    kept = para(text("Hi"), properties="<w:keepNext/>")
    rows = (f"{head}{cell}{kept}</w:tc></w:tr>" for cell in (inside, ""))
    content = paper(f"<w:tbl>{''.join(rows)}</w:tbl>")
    said = {**SAID, "Hi": "Hej"} | ({} if inside is LOOP else {"A tree": "Drzewo"})
    made = member(filled(content, clauses(content, said), {"xs": []}))
    for name, held in (("cantSplit", 1), ("keepNext", 2)):
        assert [len(list(row.iter(w(name)))) for row in made.iter(w("tr"))] == [0, held]


@pytest.mark.parametrize("rule", ["", ' w:hRule="exact"'])
def test_a_row_for_signing_keeps_its_room(rule: str) -> None:
    height = f'<w:trPr><w:trHeight w:val="907"{rule}/></w:trPr>'
    content = paper(f"<w:tbl><w:tr>{height}<w:tc>{paras('Sign here:')}</w:tc></w:tr></w:tbl>")
    made = member(filled(content, clauses(content, {**SAID, "Sign here:": "Podpis:"})))
    told = next(made.iter(w("trHeight")))
    assert (told.get(w("val")), told.get(w("hRule"))) == ("1207", "atLeast")


def test_each_page_says_that_nobody_checked_the_translation() -> None:
    content = paper(para(text("Page "), field("PAGE")))
    edition = clauses(content, {**SAID, "Page <1/>": "Strona <1/>"})
    made = filled(content, edition, {"document": {"unchecked": True}})
    assert lines(member(made, "word/footer1.xml")) == [THEIRS.unchecked, OURS.unchecked]


def test_a_translation_into_urdu_runs_from_right_to_left_under_the_english() -> None:
    content = paper(table(["Who"]))
    made = member(filled(content, clauses(content, {"Contract": "معاہدہ", "Who": "کون"}, URDU)))
    assert look(para_of(made, "کون"), "bidi") is not None
    assert look(para_of(made, "Who"), "bidi") is None
    assert next(made.iter(w("bidiVisual")), None) is None
