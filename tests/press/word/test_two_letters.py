"""A letter in two languages: the reader's first, then the English one, each whole by itself."""

import pytest
from editionwork import (
    OURS,
    THEIRS,
    URDU,
    english,
    filled,
    inner,
    letters,
    lines,
    look,
    member,
    names_in,
    outer,
    para_of,
    said_in,
    set_as,
    w,
)
from wordfiles import (
    SCHOOL,
    WORD,
    W,
    box,
    drawing,
    field,
    members,
    para,
    paras,
    picture,
    rels,
    table,
    text,
    word_file,
    zipped,
)

from docgen.model.rendition import Rendition
from docgen.model.values import Values
from docgen.press.word.compiled import from_bytes
from docgen.press.word.merge import merge
from docgen.press.word.shapes import OTHER, Edition, Lines, Tongue

GREETING = "Dear {{ recipient.salutation }}"
POLISH = {GREETING: "Dzień dobry, {{ recipient.salutation }}", "Goodbye": "Do widzenia"}
SAID_IN_URDU = {GREETING: "سلام {{ recipient.salutation }}", "Goodbye": "خدا حافظ"}
IN_URDU = Lines("یہ خط", "جانچ نہیں ہوئی", "متن")
RECIPIENT = {"recipient": {"salutation": "Ms Wójcik"}}
FOOTED = '<w:sectPr><w:footerReference w:type="default" r:id="rIdfooter"/></w:sectPr>'
TITLE_PAGE = "<w:sectPr><w:titlePg/></w:sectPr>"
NUMBERS = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:abstractNum w:abstractNumId="0"><w:nsid w:val="1"/><w:lvl w:ilvl="0">'
    b'<w:numFmt w:val="decimal"/><w:pStyle w:val="Step"/></w:lvl></w:abstractNum>'
    b'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    b'</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    b'<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
STYLES = (
    b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    b'</w:style><w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/>'
    b'<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    b'<w:ind w:left="400"/></w:pPr></w:style></w:styles>'
)


def title_of(rendition: Rendition) -> str | None:
    core = member(rendition, "docProps/core.xml")
    return next(each.text for each in core if each.tag.endswith("}title"))


def letter(*inside: str, **more: object) -> bytes:
    whole = (para(text(GREETING)), *inside, para(text("Goodbye")))
    return word_file("".join((*whole, FOOTED if "footer" in more else "")), **more)


def listed(*inside: str) -> bytes:
    made = {
        "word/numbering.xml": (NUMBERS, f"{WORD}numbering+xml"),
        "word/styles.xml": (STYLES, f"{WORD}styles+xml"),
    }
    links = (("rIdN", "numbering", "numbering.xml"), ("rIdS", "styles", "styles.xml"))
    return word_file("".join(inside), more=made, relations=links)


def test_the_reader_reads_their_own_letter_first() -> None:
    made = member(filled(letter(), letters(letter(), POLISH), RECIPIENT))
    assert lines(made) == ["Dzień dobry, Ms Wójcik", "Do widzenia", "Dear Ms Wójcik", "Goodbye"]


def test_the_english_letter_begins_on_a_new_page() -> None:
    made = member(filled(letter(), letters(letter(), POLISH), RECIPIENT))
    first, second = made.iter(w("sectPr"))
    assert outer(first, 2) is para_of(made, "Do widzenia")
    assert inner(second, "type").get(w("val")) == "nextPage"
    assert first.find(w("type")) is None


@pytest.mark.parametrize(
    "last", [table(["a", "b"]), para(text("{%p if on %}")) + para(text("{%p endif %}"))]
)
def test_after_a_table_or_a_tag_the_letter_ends_with_a_line_of_no_height(last: str) -> None:
    content = word_file(para(text("Goodbye")) + last)
    said = {"Goodbye": "Do widzenia"} | ({"a": "a", "b": "b"} if "tbl" in last else {})
    made = member(filled(content, letters(content, said), {"on": True}))
    section = next(made.iter(w("sectPr")))
    assert look(outer(section, 2), "spacing", "line") == "20"


def test_rows_with_pictures_part_in_the_reader_s_letter() -> None:
    kept = para(text("Hi"), properties="<w:keepNext/>")
    cells = (para(drawing("A tree")), "")
    rows = "".join(f"<w:tr><w:tc>{each}{kept}</w:tc></w:tr>" for each in cells)
    content = word_file(f"<w:tbl>{rows}</w:tbl>")
    made = member(filled(content, letters(content, {"Hi": "Hej", "A tree": "Drzewo"})))
    held = [len(list(row.iter(w("keepNext")))) for row in made.iter(w("tr"))]
    assert held == [0, 1, 1, 1]


def test_each_letter_has_values_of_its_own_language() -> None:
    content = letter(
        para(text("{{ day }}")),
        *map(para, map(text, ("{%p for one in people if one.role %}", "{{ one.role }}"))),
        para(text("{%p endfor %}")),
        para(text("{%p if day == 'Monday' and not late %}")),
        para(text("{{ names|join(', ') }}")),
        para(text("{%p endif %}")),
    )
    values: Values = {
        **RECIPIENT,
        "day": "Monday",
        "late": False,
        "people": [{"role": "mother"}, {"role": ""}],
        "names": ["Jo", "Al"],
    }
    theirs: Values = {"day": "poniedziałek", "people": [{"role": "matka"}, {"role": ""}]}
    made = member(filled(content, letters(content, POLISH), values, theirs))
    assert lines(made) == [
        *("Dzień dobry, Ms Wójcik", "poniedziałek", "matka", "Do widzenia"),
        *("Dear Ms Wójcik", "Monday", "mother", "Jo, Al", "Goodbye"),
    ]


def test_each_letter_says_in_its_footer_which_it_is() -> None:
    content = letter(footer=paras("Page one"))
    edition = letters(content, {**POLISH, "Page one": "Strona pierwsza"})
    made = filled(content, edition, RECIPIENT)
    assert lines(member(made, "word/footer1.xml")) == [OURS.mark, "Page one"]
    assert lines(member(made, "word/footer2.xml")) == [THEIRS.mark, "Strona pierwsza"]


def test_each_section_shows_the_footers_of_its_own_letter() -> None:
    content = word_file(para(text(GREETING)) + FOOTED, footer=paras("Page one"))
    said = {GREETING: POLISH[GREETING], "Page one": "Strona pierwsza"}
    made = filled(content, letters(content, said), RECIPIENT)
    keys = [each.get(each.keys()[-1]) for each in member(made).iter(w("footerReference"))]
    links = member(made, "word/_rels/document.xml.rels")
    targets = {each.get("Id"): each.get("Target") for each in links}
    assert [targets[key] for key in keys] == ["/word/footer2.xml", "footer1.xml"]


@pytest.mark.parametrize("unchecked", [True, False])
def test_only_the_readers_pages_say_that_nobody_checked_them(unchecked: bool) -> None:
    content = letter(footer=paras("1"))
    made = filled(
        content, letters(content, POLISH), {**RECIPIENT, "document": {"unchecked": unchecked}}
    )
    warned = lines(member(made, "word/footer2.xml"))
    assert (warned[:2] == [THEIRS.unchecked, OURS.unchecked]) is unchecked
    assert OURS.unchecked not in lines(member(made, "word/footer1.xml"))


@pytest.mark.parametrize(
    ("section", "footers"),
    [("", 2), (TITLE_PAGE, 4), (TITLE_PAGE.replace("Pg/", 'Pg w:val="0"/'), 2)],
)
def test_pages_without_a_footer_get_one(section: str, footers: int) -> None:
    content = word_file(para(text("Goodbye")) + section)
    made = filled(content, letters(content, {"Goodbye": "Do widzenia"}))
    assert len(names_in(made, "word/footer")) == footers


def test_left_pages_get_a_footer_where_they_differ() -> None:
    data = f'<w:settings xmlns:w="{W}"><w:evenAndOddHeaders/></w:settings>'.encode()
    more = {"word/settings.xml": (data, f"{WORD}settings+xml")}
    content = letter(more=more, relations=[("rIdSet", "settings", "settings.xml")])
    made = filled(content, letters(content, POLISH), RECIPIENT)
    assert len(names_in(made, "word/footer")) == 4


def test_a_header_of_the_readers_keeps_its_picture() -> None:
    inside = members(
        para(text("Goodbye"))
        + '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/></w:sectPr>',
        header=para(drawing("A tree")),
    )
    inside["word/_rels/header1.xml.rels"] = rels([("rIdPic", "image", "media/tree.png")])
    inside["word/media/tree.png"] = picture()
    content = zipped(inside)
    said = {"Goodbye": "Do widzenia", "A tree": "Drzewo"}
    made = filled(content, letters(content, said))
    told = [
        next(each for each in member(made, f"word/header{number}.xml").iter() if each.get("descr"))
        for number in (1, 2)
    ]
    assert [each.get("descr") for each in told] == ["A tree", "Drzewo"]
    assert "word/_rels/header2.xml.rels" in names_in(made)


def test_notes_stand_once_for_each_letter() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = '<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">{}</w:footnote>'
    content = word_file(
        para(text("Goodbye"), reference), footnotes=notes.format(paras("{{ why }} is why"))
    )
    said = {"Goodbye<1/>": "Do widzenia<1/>", "{{ why }} is why": "Bo {{ why }}"}
    made = filled(content, letters(content, said), {"why": "law"}, {"why": "prawo"})
    asked = [each.get(w("id")) for each in member(made).iter(w("footnoteReference"))]
    assert asked == ["3", "2"]
    told = {
        each.get(w("id")): lines(each)
        for each in member(made, "word/footnotes.xml").iter(w("footnote"))
    }
    assert told == {"0": [], "2": ["law is why"], "3": ["Bo prawo"]}


def test_marks_have_names_of_their_own_and_links_follow_them() -> None:
    marked = '<w:bookmarkStart w:id="4" w:name="here"/>{}<w:bookmarkEnd w:id="4"/>'
    link = '<w:hyperlink w:anchor="here">{}</w:hyperlink>'
    content = word_file(
        para(marked.format(text("Goodbye"))) + para(link.format(text("Goodbye")), field("REF here"))
    )
    said = {"Goodbye": "Do widzenia", "<1>Goodbye</1><2/>": "<1>Do widzenia</1><2/>"}
    made = member(filled(content, letters(content, said)))
    starts = list(made.iter(w("bookmarkStart")))
    assert [each.get(w("name")) for each in starts] == ["here_2", "here"]
    assert len({each.get(w("id")) for each in starts}) == 2
    assert [each.get(w("anchor")) for each in made.iter(w("hyperlink"))] == ["here_2", "here"]
    assert [each.text for each in made.iter(w("instrText"))] == ["REF here_2", "REF here"]


def test_each_letter_counts_its_list_from_one() -> None:
    step, dot = (
        '<w:pStyle w:val="Step"/>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
    )
    content = listed(
        para(text("First"), properties=step),
        para(text("Then"), properties=step),
        para(text("Point"), properties=dot),
    )
    said = {"First": "Najpierw", "Then": "Potem", "Point": "Punkt"}
    made = filled(content, letters(content, said))
    body = member(made)
    found = [look(para_of(body, words), "numPr/numId") for words in ("Najpierw", "Potem", "First")]
    assert found == ["3", "3", None]
    assert look(para_of(body, "Najpierw"), "ind", "left") == "400"
    assert look(para_of(body, "Punkt"), "numPr/numId") == "2"
    numbering = member(made, "word/numbering.xml")
    kinds = [each.tag.rpartition("}")[2] for each in numbering]
    assert kinds == ["abstractNum"] * 3 + ["num"] * 3
    assert len(list(numbering.iter(w("pStyle")))) == 1


def test_controls_leave_their_numbers_to_the_english_letter() -> None:
    control = "<w:sdt><w:sdtPr><w:id w:val='9'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    content = word_file(control.format(para(text("Goodbye"))) + para(text("Goodbye")))
    made = member(filled(content, letters(content, {"Goodbye": "Do widzenia"})))
    assert len([each for each in made.iter(w("sdtPr")) if each.find(w("id")) is not None]) == 1


def test_text_boxes_are_translated_in_both_copies() -> None:
    content = letter(para(box(paras("Phone us"))))
    made = member(filled(content, letters(content, {**POLISH, "Phone us": "Zadzwoń"}), RECIPIENT))
    assert [line for line in lines(made) if line in {"Phone us", "Zadzwoń"}].count("Zadzwoń") == 2


def test_pictures_have_numbers_of_their_own() -> None:
    inside = members(para(drawing()) + para(text("Goodbye")))
    inside["word/_rels/document.xml.rels"] = rels([("rIdPic", "image", "media/logo.png")])
    inside["word/media/logo.png"] = picture()
    content = zipped(inside)
    edition = letters(content, {"Goodbye": "Do widzenia"})
    school = type(SCHOOL)(SCHOOL.name, picture())
    made = member(
        merge(set_as(content, edition, school), {"document": {"unchecked": False}, OTHER: {}})
    )
    numbers = [each.get("id") for each in made.iter() if each.tag.endswith("}docPr")]
    assert len(numbers) == len(set(numbers)) == 2


def test_the_title_stands_in_both_languages() -> None:
    content = letter(title="{{ document.title }}")
    own, other = (
        {"document": {"unchecked": False, "title": each}} for each in ("Call", "Wezwanie")
    )
    made = filled(content, letters(content, POLISH), {**RECIPIENT, **own}, other)
    assert title_of(made) == "Call / Wezwanie"
    content = letter(title="Invitation")
    made = filled(content, letters(content, {**POLISH, "Invitation": "Zaproszenie"}), RECIPIENT)
    assert title_of(made) == "Invitation / Zaproszenie"


def test_a_letter_in_urdu_runs_from_right_to_left_and_the_english_one_does_not() -> None:
    content = word_file(para(text("Goodbye")) + table(["Goodbye"]))
    made = member(filled(content, letters(content, {"Goodbye": "خدا حافظ"}, URDU)))
    assert look(para_of(made, "خدا حافظ"), "bidi") is not None
    assert look(para_of(made, "Goodbye"), "bidi") is None
    first, second = made.iter(w("tblPr"))
    assert first.find(w("bidiVisual")) is not None
    assert second.find(w("bidiVisual")) is None


def test_what_was_compiled_is_kept_whole() -> None:
    compiled = set_as(letter(), letters(letter(), POLISH))
    kept = from_bytes(compiled.to_bytes())
    values = {**RECIPIENT, "document": {"unchecked": True}}
    assert kept is not None
    assert kept == compiled
    assert [english for _, english in kept.messages] == [GREETING, "Goodbye"]
    both = {**values, OTHER: values}
    assert merge(kept, both).content == merge(compiled, both).content


def test_the_english_warning_runs_from_left_to_right_on_urdu_pages() -> None:
    content = letter(footer=paras("1"))
    tongue = Tongue(said_in(content, SAID_IN_URDU, URDU), IN_URDU)
    edition = Edition(tongue, "letters", english())
    made = filled(content, edition, {**RECIPIENT, "document": {"unchecked": True}})
    footer = member(made, "word/footer2.xml")
    assert look(para_of(footer, OURS.unchecked), "bidi") is None
    assert look(para_of(footer, IN_URDU.unchecked), "bidi") is not None
