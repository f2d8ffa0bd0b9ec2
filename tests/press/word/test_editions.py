"""A template in plain words, by number, in large print; and what a language still lacks."""

from dataclasses import replace

import pytest
from editionwork import (
    OURS,
    clauses,
    english,
    filled,
    letters,
    lines,
    member,
    said_in,
    set_as,
    w,
)
from wordfiles import (
    PLACE,
    drawing,
    faults,
    letter,
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
from wordfiles import compiled as compiled_alone

from docgen.errors import WordingMissing
from docgen.model.language import ENGLISH, Catalogue, Status, Translated
from docgen.model.sheet import Mark
from docgen.model.values import Plain
from docgen.press.word.merge import Template, merge, names_used
from docgen.press.word.shapes import PLAIN_EDITION, Edition, Lines, Tongue

COUNTED = "You missed {{ n | count }} days."
DAYS = (
    "Opuszczono {{ n | count }} dzień.",
    "Opuszczono {{ n | count }} dni.",
    "Opuszczonych dni: {{ n | count }}.",
)
ONE_OR_OTHER = "n != 1"


def plainly(content: bytes, said: dict[str, str | tuple[str, ...]], warning: str = "") -> Edition:
    catalogue = said_in(content, said, ENGLISH, "draft", ONE_OR_OTHER)
    return Edition(english=Tongue(catalogue, Lines(unchecked=warning)))


def refused(content: bytes, edition: Edition) -> WordingMissing:
    with pytest.raises(WordingMissing) as stopped:
        set_as(content, edition)
    return stopped.value


def test_a_sentence_without_translation_stops_the_paper_and_is_named() -> None:
    content = word_file(paras("A", "We are glad that you came") + table(["Who"], ["Jo"]))
    error = refused(content, letters(content, {"A": "A"}))
    assert error.code == "translation-missing"
    assert PLACE in str(error)
    assert "Polish" in str(error)
    (finding,) = error.findings
    assert (finding.rule, finding.place) == ("R-110", Mark(PLACE, 1, 1))
    assert "3 of the sentences" in finding.message
    assert "“We are glad that you came”" in finding.message
    assert error.lacking == ("We are glad that you came", "Who", "Jo")


@pytest.mark.parametrize(
    ("status", "goes"),
    [("missing", False), ("stale", False), ("draft", True), ("reviewed", True), ("approved", True)],
)
def test_only_what_was_translated_from_this_very_english_is_printed(
    status: Status, *, goes: bool
) -> None:
    content = letter("Goodbye")
    tongue = Tongue(said_in(content, {"Goodbye": "Do widzenia"}, status=status))
    edition = Edition(tongue, "letters", english())
    if goes:
        assert "Do widzenia" in lines(member(filled(content, edition)))
    else:
        assert len(refused(content, edition).findings) == 1


def test_many_missing_sentences_are_counted_and_three_are_quoted() -> None:
    content = letter(*(f"Line {chr(ord('a') + number)}" for number in range(25)))
    error = refused(content, letters(content, {}))
    (finding,) = error.findings
    assert len(error.lacking) == 25
    assert "“Line a”; “Line b”; “Line c” and 22 more" in finding.message


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "Opuszczono 1 dzień."), (3, "Opuszczono 3 dni."), (5, "Opuszczonych dni: 5.")],
)
def test_a_sentence_said_of_a_number_takes_its_form(number: int, said: str) -> None:
    content = letter(COUNTED, "End")
    edition = letters(content, {COUNTED: DAYS, "End": "Koniec"})
    one = plainly(content, {COUNTED: ("You missed one day ({{ n | count }}).", COUNTED)}).english
    both = replace(edition, english=replace(english(), catalogue=one.catalogue))
    made = member(filled(content, both, {"n": number}))
    ours = "You missed one day (1)." if number == 1 else f"You missed {number} days."
    assert lines(made) == [said, "Koniec", ours, "End"]
    made = member(filled(content, replace(both, form="clauses"), {"n": number}))
    assert lines(made)[2] == ours
    assert said in lines(made)


def test_a_count_in_a_loop_is_that_of_the_reader() -> None:
    said = "{{ child.days | count }} days"
    content = letter("{%p for child in children %}", said, "{%p endfor %}")
    edition = clauses(content, {said: ("{{ child.days | count }} dzień", said, said)})
    values = {"children": [{"days": 1}, {"days": 2}]}
    shown = lines(member(filled(content, edition, values)))[-4:]
    assert shown == ["1 days", "1 dzień", "2 days", "2 days"]


def test_a_section_that_ends_with_a_counted_sentence_still_ends() -> None:
    section = "<w:sectPr><w:pgSz/></w:sectPr>"
    content = word_file(para(text(COUNTED), properties=section) + paras("End"))
    made = member(filled(content, plainly(content, {COUNTED: ("One day.", COUNTED)}), {"n": 1}))
    assert len(list(made.iter(w("pgSz")))) == 1
    assert lines(made) == ["One day.", "End"]


@pytest.mark.parametrize("value", ["3", None, True, [1]])
def test_a_count_needs_a_whole_number(value: Plain) -> None:
    content = letter(COUNTED)
    assert faults(lambda: merge(compiled_alone(content), {"n": value})) == ["word-filter-value"]
    edition = plainly(content, {COUNTED: ("One day.", COUNTED)})
    assert faults(lambda: filled(content, edition, {"n": value})) == ["word-filter-value"]


def test_plain_words_take_the_place_of_others_and_the_rest_stays() -> None:
    content = word_file(paras("We shall commence.", "Goodbye") + para(drawing("An edifice")))
    edition = plainly(content, {"We shall commence.": "We start.", "An edifice": "A house"})
    made = member(filled(content, edition))
    assert lines(made) == ["We start.", "Goodbye"]
    assert any(each.get("descr") == "A house" for each in made.iter())
    assert {text for _, text in set_as(content, edition).messages} == {
        *("We shall commence.", "An edifice")
    }


@pytest.mark.parametrize("unchecked", [True, False])
def test_plain_words_that_nobody_checked_say_so_on_each_page(*, unchecked: bool) -> None:
    content = letter("We shall commence.")
    edition = plainly(content, {"We shall commence.": "We start."}, OURS.unchecked)
    made = filled(content, edition, {"document": {"unchecked": unchecked}})
    assert lines(member(made, "word/footer1.xml")) == [OURS.unchecked] * unchecked


def test_an_edition_that_asks_for_nothing_gives_the_same_bytes() -> None:
    content = word_file(paras("{{ name }}", "{%p if name %}", "Hello", "{%p endif %}"))
    alone = merge(compiled_alone(content), {"name": "Jo"}).content
    unused = {("", "Something else"): Translated(("Other",), "approved")}
    forms = Edition(english=Tongue(Catalogue(ENGLISH, unused, ONE_OR_OTHER)))
    for edition in (PLAIN_EDITION, forms):
        compiled = set_as(content, edition)
        assert merge(compiled, {"name": "Jo"}).content == alone
        assert compiled.messages == ()


def illustrated() -> bytes:
    inside = members(para(drawing("picture: clock")) + paras("Goodbye"))
    inside["word/_rels/document.xml.rels"] = rels([("rIdPic", "image", "media/old.png")])
    inside["word/media/old.png"] = picture()
    return zipped(inside)


def told(edition: Edition) -> list[str]:
    body = member(filled(illustrated(), edition))
    return [each.get("descr", "") for each in body.iter() if each.tag.endswith("}docPr")]


def test_pictures_are_told_in_the_words_of_each_letter() -> None:
    clock = {"clock": (picture(size=(10, 10)), "A clock")}
    edition = replace(letters(illustrated(), {"Goodbye": "Do widzenia"}), pictures=clock)
    assert "“A clock”" in refused(illustrated(), edition).findings[0].message
    said = {("picture", "A clock"): Translated(("Zegar",), "draft")}
    catalogue = said_in(illustrated(), {"Goodbye": "Do widzenia"})
    known = replace(catalogue, messages={**catalogue.messages, **said})
    both = replace(edition, reader=Tongue(known))
    assert told(both) == ["Zegar", "A clock"]
    assert told(replace(both, form="clauses")) == ["A clock / Zegar"]
    assert told(Edition(pictures=clock)) == ["A clock"]
    assert faults(lambda: told(Edition(pictures={"tree": clock["clock"]}))) == [
        "word-picture-unknown"
    ]


def test_large_print_is_made_of_any_edition() -> None:
    content = word_file(para(text("Goodbye", '<w:sz w:val="20"/>')))
    edition = replace(letters(content, {"Goodbye": "Do widzenia"}), large=True)
    for each in (edition, Edition(large=True)):
        made = member(filled(content, each))
        assert {size.get(w("val")) for size in made.iter(w("sz"))} == {"36"}


def test_words_of_docgen_are_no_tags() -> None:
    content = letter("Goodbye")
    braced = Lines("{{ secret }}", "{% x %}", "{")
    edition = Edition(Tongue(said_in(content, {"Goodbye": "Pa"}), braced), "letters", english())
    made = filled(content, edition, {"document": {"unchecked": True}})
    assert lines(member(made, "word/footer2.xml"))[0] == "(% x %)"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ name|docgen.form('n') }}",
        "{%p for a, b in xs|docgen.pairs(xs) %}",
        "{%p for a, b in xs %}",
    ],
)
def test_what_docgen_writes_itself_no_template_may(tag: str) -> None:
    ending = ["{%p endfor %}"] if "for " in tag else []
    assert faults(lambda: names_used(Template(letter(tag, *ending), PLACE)))
