"""What is told of forms, tidy and odd ones, blank and filled in by other programs."""

from dataclasses import replace
from io import BytesIO

import pytest
from formwork import FORM, FORMS, STATES, field, objects_of, texts
from pypdf import PdfReader, PdfWriter
from rawpdf import pdf, stream

from docgen.model.form import Field, FieldKind, Filled, Form, Option, Widget
from docgen.press.form.reading import form_of, read_values


def form(name: str) -> Form:
    """Read a form of the corpus."""
    return form_of(FORMS[name](), "form.pdf")


def fields(name: str) -> dict[str, Field]:
    """Give the fields of a form of the corpus by name."""
    return {field.name: field for field in form(name).fields}


def held(name: str) -> dict[str, Filled]:
    """Give what stands in each field of a form of the corpus."""
    return {field.name: field.value for field in form(name).fields}


def one(entries: str, kind: str = "Tx") -> Field:
    """Read a form of one field."""
    (found,) = form_of(pdf(objects_of({10: field(kind, 0, entries)})), "form.pdf").fields
    return found


def test_kinds_of_text_are_told_apart() -> None:
    found = fields("texts")
    assert {name for name, each in found.items() if each.kind is FieldKind.COMB} == {"comb"}
    assert {name for name, each in found.items() if each.kind is FieldKind.LINES} == {"lines"}
    assert found["plain"] == Field(
        "plain", FieldKind.TEXT, (Widget(1, (60, 800, 300, 820)),), "Your name", max_length=200
    )
    assert (found["needed"].required, found["fixed"].read_only) == (True, True)


def test_a_comb_without_a_length_is_plain_text() -> None:
    assert one("/T(a)/Ff 16777216").kind is FieldKind.TEXT
    assert one("/T(a)/Ff 16785408/MaxLen 4").kind is FieldKind.TEXT, "a secret is no comb"


def test_how_far_a_field_is_turned_is_told() -> None:
    assert [field.widgets[0].turned for field in form("turned").fields] == [0, 90, 180, 270]


def test_names_and_attributes_are_inherited() -> None:
    found = fields("nested")
    assert list(found) == [
        "pupil.name",
        "pupil.born.on",
        "pupil.needs",
        "pupil.school",
        "Ålde",
    ]
    assert found["pupil.needs"].kind is FieldKind.LINES
    assert (found["pupil.needs"].max_length, len(found["pupil.needs"].widgets)) == (80, 2)
    assert held("nested")["pupil.needs"] == "None"
    assert held("nested")["Ålde"] == "Ř", "UTF-8 as PDF 2.0 has it"


def test_states_of_buttons_are_those_of_their_pictures() -> None:
    found = fields("buttons")
    assert {name: each.states for name, each in found.items() if each.states} == {
        "agree": ("Yes",),
        "spaced": ("gewählt 1",),
        "undrawn": ("Yes",),
        "way": ("0", "1"),
        "twice": ("a", "b"),
        "bare": ("0", "second"),
        "either": ("M", "F"),
    }
    assert found["way"].options == (Option("0", "On foot"), Option("1", "By bus"))
    assert [widget.state for widget in found["twice"].widgets] == ["a", "a", "b"]
    assert (found["push"].kind, found["signature"].kind) == ("button", "signature")


def test_what_is_ticked_is_told_by_value_or_by_what_is_shown() -> None:
    assert held("buttons") == {
        "agree": False,
        "spaced": True,
        "undrawn": False,
        "way": "1",
        "twice": "a",
        "bare": "second",
        "either": "F",
        "push": "",
        "signature": "",
    }


@pytest.mark.parametrize("value", ["/V/1", "/V(1)", "/V(By bus)", "/AS/1"])
def test_a_radio_button_is_read_however_it_was_written(value: str) -> None:
    shared, own = ("", value) if "AS" in value else (value, "")
    radios = {
        10: f"<</T(way)/FT/Btn/Ff 49152{shared}/Opt[(On foot)(By bus)]/Kids[11 0 R 12 0 R]>>",
        11: f"{field('Btn', 0)[:-2]}{STATES.format('0')}>>",
        12: f"{field('Btn', 1)[:-2]}{STATES.format('1')}{own}>>",
    }
    found = form_of(pdf(objects_of(radios, (10,), (11, 12))), "form.pdf")
    assert found.fields[0].value == "1"
    assert read_values(found) == {"way": "By bus"}


def test_a_choice_whose_label_another_has_too_is_told_by_what_the_form_keeps() -> None:
    choice = "/T(a)/Ff 131072/Opt[[(1)(Other)][(2)(Other)]]"
    assert [one(f"{choice}/V({export})", "Ch").value for export in (1, 2)] == ["Other", "2"]


def test_choices_are_told_by_their_labels() -> None:
    found = fields("choices")
    labels = ("None", "Interpreter", "Easy read")
    assert tuple(option.label for option in found["combo"].options) == labels
    assert [name for name, each in found.items() if each.editable] == ["editable"]
    assert [name for name, each in found.items() if each.several] == ["several"]
    assert held("choices") == {
        "combo": "Interpreter",
        "editable": "Courier",
        "list": "",
        "several": ("None", "Easy read"),
        "numbered": "Easy read",
    }


def test_widgets_and_fields_find_each_other() -> None:
    found = fields("astray")
    assert [name for name, each in found.items() if not each.widgets] == ["nowhere"]
    assert len(found["twice"].widgets) == 2
    assert found["twice"].value == "second"
    assert found["twice#2"].kind is FieldKind.TICK
    assert {"in tree", "on page", "group.lost", "unnamed"} <= set(found)
    remarks = form("astray").taken_out
    assert [each.rule for each in remarks] == ["form-name-twice", "form-unseen"]
    assert "“nowhere”" in remarks[1].message


def test_three_of_one_name_and_other_kinds_all_have_names() -> None:
    kinds = {10: "Tx", 11: "Btn", 12: "Ch"}
    three = {number: field(kind, number - 10, "/T(a)") for number, kind in kinds.items()}
    found = form_of(pdf(objects_of(three)), "form.pdf")
    assert [each.name for each in found.fields] == ["a", "a#2", "a#3"]


def test_a_form_without_a_list_of_fields_is_read_by_its_pages() -> None:
    objects = texts()
    whole = pdf({**objects, 1: str(objects[1]).replace("/AcroForm", "/Nothing")})
    assert len(form_of(whole, "form.pdf").fields) == 10


def test_widgets_that_stand_in_the_page_itself_are_read() -> None:
    objects = objects_of({10: field("Tx", 0, "/T(a)")})
    page = str(objects[100]).replace("10 0 R", field("Tx", 1, "/T(b)") + " 10 0 R null 5")
    found = form_of(pdf({**objects, 100: page}), "form.pdf")
    assert [each.name for each in found.fields] == ["b", "a"]


def test_a_field_that_is_listed_twice_is_one() -> None:
    once = {10: field("Tx", 0, "/T(a)")}
    found = form_of(pdf(objects_of(once, roots=(10, 10))), "form.pdf")
    assert [each.name for each in found.fields] == ["a"]


def test_a_group_that_is_in_no_list_is_found_by_its_widgets() -> None:
    group = {
        10: field("Tx", 0, "/T(a)/Parent 12 0 R"),
        11: field("Tx", 1, "/T(b)/Parent 12 0 R"),
        12: "<</T(group)/Kids[11 0 R 10 0 R]>>",
    }
    found = form_of(pdf(objects_of(group, (), (10, 11))), "form.pdf")
    assert [each.name for each in found.fields] == ["group.a", "group.b"]


def test_what_is_no_field_on_a_page_is_left_alone() -> None:
    fields = {10: field("Tx", 0, "/T(a)"), 11: "<</Subtype/Widget/T(b)>>", 12: "<</Rect[]>>"}
    found = form_of(pdf(objects_of(fields, roots=(10,))), "form.pdf")
    assert [each.name for each in found.fields] == ["a"]


def test_fields_go_by_the_order_of_the_page() -> None:
    three = {10: field("Tx", 0, "/T(a)"), 11: field("Tx", 1, "/T(b)"), 12: field("Tx", 2, "/T(c)")}
    found = form_of(pdf(objects_of(three, shown=(12, 10, 11))), "form.pdf")
    assert [each.name for each in found.fields] == ["c", "a", "b"]


def test_packed_objects_are_read_as_loose_ones() -> None:
    assert form("packed") == form("texts")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("(Ann\\rBob)", "Ann\nBob"),
        ("<FEFF0141006F0064007A>", "Łodz"),
        ("<FFFE41014F00>", "ŁO"),
        ("<FEFF001B0065006E001B0041>", "A"),
        ("/Named", "Named"),
        ("12", "12"),
        ("(caf\\351 \\240)", "café €"),
        ("null", ""),
        ("[(a)]", ""),
    ],
)
def test_texts_are_read_however_they_were_written(written: str, read: str) -> None:
    assert one(f"/T(a)/V {written}").value == read


def test_a_long_text_in_a_stream_is_read() -> None:
    objects = objects_of({10: field("Tx", 0, "/T(a)/V 20 0 R")})
    found = form_of(pdf({**objects, 20: stream("A long text")}), "form.pdf")
    assert found.fields[0].value == "A long text"


def test_rectangles_are_put_in_order_and_broken_ones_are_empty() -> None:
    turned = field("Tx", 0, "/T(a)").replace("60 800 300 820", "300 820 60 800")
    broken = field("Tx", 1, "/T(b)").replace("60 770 300 790", "60")
    found = form_of(pdf(objects_of({10: turned, 11: broken})), "form.pdf").fields
    assert [each.widgets[0].rect for each in found] == [(60, 800, 300, 820), (0, 0, 0, 0)]


def test_what_another_library_filled_in_is_read_back() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(FORMS["request"]())))
    values = {"name": "Łukasz\nNowak", "agree": "/Yes", "language": "/polish", "help": "interp"}
    writer.update_page_form_field_values(writer.pages[0], values, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    assert read_values(form_of(out.getvalue(), "form.pdf")) == {
        "name": "Łukasz\nNowak",
        "agree": True,
        "language": "polish",
        "help": "Interpreter",
    }


def test_what_libreoffice_made_is_read() -> None:
    found = form("visit")
    assert (found.pages, found.title) == (2, "School visit")
    assert {each.name: each.kind.value for each in found.fields} == {
        "Pupil": "text",
        "Needs": "multi-line",
        "Allergies": "checkbox",
        "Journey": "radio",
        "Meal": "choice",
    }
    assert read_values(found) == {"Allergies": False, "Journey": "foot", "Meal": "Vegetarian"}


def test_hundreds_of_fields_are_read() -> None:
    found = form("hundreds").fields
    assert [each.name for each in found] == [f"f{number}" for number in range(300)]


def test_a_label_that_stands_for_two_states_is_not_told() -> None:
    ticked = replace(
        one(f"/T(a)/V/1/Opt[(x)]{STATES.format('1')}", "Btn"),
        kind=FieldKind.RADIO,
        value="1",
        options=(Option("0", "x"), Option("1", "x")),
    )
    assert read_values(Form((ticked,), 1)) == {"a": "1"}


def test_language_and_tags_are_told() -> None:
    objects = objects_of(
        {10: field("Tx", 0, "/T(a)")},
        more={1: "/Lang(cy-GB)/MarkInfo<</Marked true>>/StructTreeRoot<<>>", FORM: ""},
    )
    found = form_of(pdf(objects), "form.pdf")
    assert (found.language, found.tagged, found.title) == ("cy-GB", True, "")
