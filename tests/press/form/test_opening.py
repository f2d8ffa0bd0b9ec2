"""Files that can't be filled in: each told in words that say what to do, in no time at all."""

import time
from collections.abc import Callable

import pytest
from badforms import BAD, astray_numbers, deep, many, misplaced, signed, with_fields, with_pages
from formwork import FORMS, PAGE, field, objects_of, texts
from rawpdf import pdf, stream

from docgen.errors import TemplateRejected
from docgen.press.form.blank import blank_of
from docgen.press.form.limits import Limits
from docgen.press.form.opening import opened
from docgen.press.form.reading import form_of

TOLD = {
    "empty": "form-not-pdf",
    "a Word file": "form-not-pdf",
    "cut off": "form-damaged",
    "no objects": "form-damaged",
    "no pages": "form-damaged",
    "a number for a catalogue": "form-damaged",
    "lists in lists": "form-damaged",
    "encrypted": "form-encrypted",
    "XFA alone": "form-xfa",
    "no fields": "form-no-fields",
    "fields on no page": "form-no-fields",
    "pages in a circle": "form-circle",
    "fields in a circle": "form-circle",
    "a million fields": "form-too-dense",
    "a bomb": "form-too-dense",
}
PAGES_MORE = dict.fromkeys((7, 8, 9), "<</Type/Page>>")
LONG = 20
"""Seconds; what is read without bounds takes hours."""


def told(refuse: Callable[[], object]) -> list[str]:
    """Give the ids of what a file is refused for."""
    with pytest.raises(TemplateRejected) as refused:
        refuse()
    assert refused.value.code == "form-rejected"
    assert all(each.message and each.remedy for each in refused.value.findings)
    return [each.rule for each in refused.value.findings]


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_form_is_refused_in_words(name: str) -> None:
    content = BAD[name]()
    began = time.perf_counter()
    assert told(lambda: blank_of(content, "form.pdf")) == [TOLD[name]]
    assert time.perf_counter() - began < LONG


@pytest.mark.parametrize(
    ("limits", "content"),
    [
        (Limits(size=1_000), lambda: pdf(texts())),
        (Limits(objects=10), lambda: pdf(texts())),
        (Limits(objects=10), FORMS["packed"]),
        (Limits(fields=10), lambda: many(11)),
        (Limits(fields=2), lambda: pdf(texts())),
        (Limits(pages=2), lambda: with_pages(f"{PAGE} 0 R 7 0 R 8 0 R 9 0 R", PAGES_MORE)),
        (Limits(pages=2), lambda: with_pages(f"{PAGE} 0 R " * 7)),
    ],
)
def test_a_form_is_read_up_to_its_limits(limits: Limits, content: Callable[[], bytes]) -> None:
    assert told(lambda: opened(content(), "form.pdf", limits)) == ["form-too-much"]


def test_a_group_of_too_many_widgets_is_not_read() -> None:
    group = f"<</FT/Tx/T(a)/Kids[{'11 0 R ' * 50}]>>"
    content = with_fields({10: group, 11: field("Tx", 0)}, (10,))
    assert told(lambda: opened(content, "form.pdf", Limits(fields=10))) == ["form-too-much"]


def test_a_deep_tree_of_fields_is_taken_for_a_circle() -> None:
    groups = {10 + level: f"<</T(a)/Kids[{11 + level} 0 R]>>" for level in range(70)}
    content = with_fields({**groups, 80: "<</FT/Tx/T(z)>>"}, (10,))
    assert told(lambda: blank_of(content, "form.pdf")) == ["form-circle"]


def test_the_file_is_looked_at_only_so_often() -> None:
    content = FORMS["texts"]()
    assert told(lambda: opened(content, "form.pdf", Limits(looks=500))) == ["form-too-dense"]


def test_a_signature_is_found_wherever_it_stands() -> None:
    held = "/V<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>"
    text, nameless = field("Tx", 0, "/T(a)"), field("Sig", 1, held)
    on_the_page_alone = objects_of({10: text, 11: nameless}, roots=(10,))
    kid = {11: "<</T(s)/FT/Sig/Kids[12 0 R]>>", 12: f"<</Subtype/Widget/Parent 11 0 R{held}>>"}
    for objects in (on_the_page_alone, objects_of({10: text, **kid}, roots=(10, 11))):
        assert told(lambda: blank_of(pdf(objects), "form.pdf")) == ["form-signed"]  # noqa: B023


def test_a_signed_form_is_read_but_not_filled_in() -> None:
    assert told(lambda: blank_of(signed(), "form.pdf")) == ["form-signed"]
    form = form_of(signed(), "form.pdf")
    assert [each.rule for each in form.taken_out] == ["form-signed"]
    assert form.fields[0].value == "Ann"


@pytest.mark.parametrize(
    ("catalogue", "form"), [("/Perms<</DocMDP<<>>>>", ""), ("", "/SigFlags 3")]
)
def test_a_form_closed_by_a_signature_is_not_filled_in(catalogue: str, form: str) -> None:
    fields = {10: field("Tx", 0, "/T(a)")}
    content = pdf(objects_of(fields, more={1: catalogue, 3: form}))
    assert told(lambda: blank_of(content, "form.pdf")) == ["form-signed"]


def test_a_field_to_sign_in_is_no_signature() -> None:
    assert blank_of(signed(""), "form.pdf").form.fields[1].kind == "signature"


def test_numbers_that_lead_nowhere_are_nothing() -> None:
    blank = blank_of(astray_numbers(2_000), "form.pdf")
    assert [field.name for field in blank.form.fields][:2] == ["a", "needed"]


def test_objects_in_other_places_than_said_are_found_by_one_search() -> None:
    blank = blank_of(misplaced(300), "form.pdf")
    assert [field.name for field in blank.form.fields] == ["a"]
    assert blank.next_number > 300


def test_objects_that_are_but_references_are_damage() -> None:
    objects = objects_of({10: field("Tx", 0, "/T(a)/MaxLen 11 0 R")})
    circle = pdf({**objects, 11: "12 0 R", 12: "11 0 R"})
    assert told(lambda: form_of(circle, "form.pdf")) == ["form-damaged"]


def test_lists_in_lists_are_read_as_far_as_people_make_them() -> None:
    assert blank_of(deep(20), "form.pdf").form.fields[0].name == "a"


def test_a_table_in_another_place_than_said_is_found() -> None:
    whole = pdf(texts())
    start = whole.rindex(b"startxref") + 9
    moved = whole[:start] + b"\n%d\n%%%%EOF" % (int(whole[start:].split()[0]) - 7)
    assert len(blank_of(moved, "form.pdf").form.fields) == 10


def test_a_table_that_leads_back_to_itself_ends() -> None:
    whole = pdf(texts())
    start = whole.rindex(b"startxref") + 9
    looped = whole.replace(b"trailer\n<<", b"trailer\n<</Prev %d" % int(whole[start:].split()[0]))
    assert len(blank_of(looped, "form.pdf").form.fields) == 10


def test_what_stands_before_a_pdf_does_no_harm() -> None:
    assert len(blank_of(b"From: Ann\r\n\r\n" + pdf(texts()), "form.pdf").form.fields) == 10


def test_a_locked_file_that_says_no_more_than_that_is_told_as_locked() -> None:
    whole = pdf(texts(), "/Root 1 0 R/Encrypt 12")
    assert told(lambda: blank_of(whole, "form.pdf")) == ["form-encrypted"]


def test_a_catalogue_that_the_trailer_does_not_name_is_found() -> None:
    assert len(blank_of(pdf(texts(), ""), "form.pdf").form.fields) == 10


def test_no_value_of_a_form_is_told() -> None:
    content = pdf(objects_of({10: field("Sig", 0, "/T(s)/V(SECRET)")}) | {20: stream("SECRET")})
    with pytest.raises(TemplateRejected) as refused:
        blank_of(content, "form.pdf")
    assert "SECRET" not in f"{refused.value.message} {refused.value.findings}"


def test_what_stands_on_many_pages_is_counted_on_each() -> None:
    pages = dict.fromkeys(range(200, 300), "<</Type/Page/Annots 7 0 R>>")
    kids = " ".join(f"{number} 0 R" for number in pages)
    whole = with_pages(kids, {**pages, 7: f"[{'10 0 R ' * 300}]"})
    assert told(lambda: blank_of(whole, "form.pdf")) == ["form-too-much"]


def test_fields_that_are_on_the_page_alone_are_put_into_the_tree_in_no_time() -> None:
    fields = {200 + n: field("Tx", 0, f"/T(f{n})") for n in range(2_000)}
    started = time.monotonic()
    assert len(form_of(pdf(objects_of(fields, roots=())), "form.pdf").fields) == 2_000
    assert time.monotonic() - started < LONG
