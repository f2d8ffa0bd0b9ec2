"""The blank of a form: clean, the same to look at, ready to be written again."""

from io import BytesIO

import pypdfium2
import pytest
from formwork import FORM, FORMS, STATES, field, objects_of, texts
from pypdf import PdfReader
from rawpdf import pdf, stream

from docgen.press.form.blank import blank_of
from docgen.press.form.reading import form_of
from docgen.press.form.shapes import Align, Blank, Edge, Face, Family, Look, Spot

CHANGED = {"hybrid", "visit", "hundreds"}
"""One loses annotations; one had its choice drawn by the viewer; one is many times the same."""


def blank(name: str) -> Blank:
    """Make the blank of a form of the corpus."""
    return blank_of(FORMS[name](), "form.pdf")


def spot(entries: str, kind: str = "Tx", form: str = "") -> Spot:
    """Make the blank of a form of one field, and give where it stands."""
    made = blank_of(pdf(objects_of({10: field(kind, 0, entries)}, more={FORM: form})), "form.pdf")
    (entry,) = made.entries.values()
    return entry.spots[0]


def drawn(content: bytes) -> list[bytes]:
    """Draw the pages of a form, fields and all."""
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    pages = [page.render(scale=0.5).to_pil().tobytes() for page in document]
    document.close()
    return pages


@pytest.mark.parametrize("name", FORMS)
def test_a_blank_is_the_form_as_it_was(name: str) -> None:
    content, made = FORMS[name](), blank(name)
    told = form_of(content, "form.pdf")
    assert made.form.fields == told.fields
    assert set(made.entries) == {field.name for field in told.fields}
    assert name in CHANGED or drawn(made.content) == drawn(content)


@pytest.mark.parametrize("name", FORMS)
def test_a_blank_is_whole_to_another_reader(name: str) -> None:
    made = blank(name)
    reader = PdfReader(BytesIO(made.content), strict=True)
    assert len(reader.pages) == made.form.pages
    numbers = range(1, made.next_number)
    assert all(reader.get_object(number) is not None for number in numbers)
    assert made.content[made.startxref :].startswith(b"xref\n0 %d\n" % made.next_number)
    for entry in made.entries.values():
        for each in entry.spots:
            assert each.before.startswith(b"<<")
            found = reader.get_object(each.number)
            assert found["/Subtype"] == "/Widget"  # type: ignore[index]
        assert entry.holders or any(each.holds for each in entry.spots)


@pytest.mark.parametrize("name", ["request", "hybrid", "packed"])
def test_the_blank_of_a_blank_is_the_same(name: str) -> None:
    made = blank(name)
    again = blank_of(made.content, "form.pdf")
    assert again.content == made.content == blank(name).content
    assert again.ident == made.ident


def test_what_is_packed_or_unused_is_written_out_plainly() -> None:
    whole = pdf({**texts(), 90: stream("unused")})
    assert b"unused" not in blank_of(whole, "form.pdf").content
    assert b"/ObjStm" not in blank("packed").content


def test_the_first_of_its_ids_and_its_information_stay() -> None:
    whole = pdf(
        {**texts(), 90: "<</Title(Form)/ModDate(D:2020)>>"}, "/Root 1 0 R/Info 90 0 R/ID[<AB><CD>]"
    )
    made = blank_of(whole, "form.pdf")
    assert (made.ident, made.form.title) == (b"ab", "Form")
    assert PdfReader(BytesIO(made.content)).metadata == {"/Title": "Form", "/ModDate": "D:2020"}


def test_a_value_that_is_filled_in_anew_leaves_nothing_behind() -> None:
    objects = objects_of(
        {
            10: field("Tx", 0, "/T(name)/V(Ann Example)/AP<</N 20 0 R>>"),
            11: field("Btn", 1, f"/T(agree)/V/Yes/AS/Yes{STATES.format('Yes')}"),
            12: field("Tx", 2, "/T(school)/V(Meadowbank)"),
        }
    )
    drawn_text = stream("(Ann Example) Tj", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    whole = pdf({**objects, 20: drawn_text})
    assert b"Ann Example" in blank_of(whole, "form.pdf").content
    made = blank_of(whole, "form.pdf", frozenset({"name", "agree"}))
    assert b"Ann Example" not in made.content
    assert [each.value for each in made.form.fields] == ["", False, "Meadowbank"]


def test_fields_are_written_without_what_is_filled_in() -> None:
    found = spot("/T(a)/V(x)/DV(y)/AP<</N 5 0 R>>")
    assert (found.holds, found.page, found.width, found.height) == (True, 1, 240, 20)
    assert b"/DV (y)" in found.before
    assert not any(key in found.before for key in (b"/V ", b"/AP", b"/AS"))
    assert not found.bare


def test_a_widget_of_a_group_says_that_another_holds_its_value() -> None:
    entry = blank("nested").entries["pupil.needs"]
    assert [each.holds for each in entry.spots] == [False, False]
    assert len(entry.holders) == 1
    assert b"/T (needs)" in entry.holders[0].before
    assert b"(None)" not in entry.holders[0].before


def test_two_fields_of_one_name_are_one_to_fill_in() -> None:
    entry = blank("astray").entries["twice"]
    assert [each.holds for each in entry.spots] == [True, True]
    assert blank("astray").entries["nowhere"].spots[0].page == 0


def test_buttons_bring_their_pictures() -> None:
    entries = blank("buttons").entries
    ticked = entries["agree"].spots[0]
    assert (ticked.state, set(ticked.states), ticked.mark) == ("Yes", {"Yes", "Off"}, "4")
    assert ticked.normal.startswith(b"<</N <</Yes ")
    assert (entries["undrawn"].spots[0].bare, entries["undrawn"].spots[0].normal) == (True, b"")
    assert [each.state for each in entries["bare"].spots] == ["0", "second"]
    assert (entries["twice"].unison, entries["way"].unison) == (True, False)


def test_a_button_that_does_not_say_what_it_shows_shows_its_value() -> None:
    boxes = {
        10: field("Btn", 0, f"/T(a)/V/Yes{STATES.format('Yes')}"),
        11: field("Btn", 1, f"/T(b){STATES.format('Yes')}"),
        12: field("Btn", 2, "/T(c)/V/Yes"),
    }
    made = blank_of(pdf(objects_of(boxes)), "form.pdf")
    widgets = PdfReader(BytesIO(made.content)).pages[0]["/Annots"]
    shown = [each.get_object().get("/AS") for each in widgets]  # type: ignore[attr-defined]
    assert shown == ["/Yes", "/Off", None]


def test_what_a_field_is_shown_as_is_told() -> None:
    entries = {**blank("texts").entries, **blank("choices").entries}
    assert [name for name, each in entries.items() if each.secret] == ["secret"]
    assert [name for name, each in entries.items() if each.combo] == [
        "combo",
        "editable",
        "numbered",
    ]
    assert blank("fontless").entries["lacking"].spots[0].bare, "it asks to be drawn anew"
    assert b"/NeedAppearances" not in blank("fontless").content


def test_a_field_that_is_never_seen_is_told() -> None:
    hidden = pdf(objects_of({10: field("Tx", 0, "/T(a)").replace("/F 4", "/F 2")}))
    assert blank_of(hidden, "form.pdf").entries["a"].spots[0].hidden
    assert not spot("/T(a)").hidden


@pytest.mark.parametrize(
    ("entries", "look"),
    [
        ("", Look()),
        ("/DA(/Helv 11 Tf 0 0 1 rg)", Look(size=11, colour=b"0 0 1 rg")),
        ("/DA(0.5 g /Cour 9.5 Tf)", Look(Face(Family.MONO), 9.5, b"0.5 g")),
        ("/DA(/TiBI 8 Tf 0 0 0 1 k)", Look(Face(Family.SERIF, True, True), 8, b"0 0 0 1 k")),
        ("/DA(/ArialMT,Bold -12 Tf)", Look(Face(bold=True), 12)),
        ("/DA(/HeBo 1e9 Tf q 1 rg x)", Look()),
        ("/DA(/Named 10 Tf)", Look(Face(Family.SERIF, True, True), 10)),
        ("/DA(/Typed 10 Tf)", Look(Face(Family.MONO), 10)),
        ("/DA(/Heavy 10 Tf)", Look(Face(bold=True), 10)),
        ("/Q 1", Look(align=Align.CENTRE)),
        ("/Q 7", Look()),
        ("/MK<</BC[1 0 0]/BG[.5]>>", Look(border_colour=b"1 0 0 RG", background=b"0.5 g")),
        ("/MK<</BC[]/BG[0 2 0 -1]>>", Look(background=b"0 1 0 0 k")),
        ("/MK<</R -90>>", Look(rotation=270)),
        ("/BS<</W 2/S/B>>", Look(border=2, edge=Edge.BEVELLED)),
        ("/BS<</S/D/D[3 2]>>", Look(edge=Edge.DASHED, dash=(3, 2))),
        ("/BS<</W 99/S/X>>", Look(border=12)),
        ("/Border[0 0 3]", Look(border=3)),
        ("/Border[0 0]", Look()),
    ],
)
def test_the_look_of_a_field_is_read(entries: str, look: Look) -> None:
    fonts = (
        "/DR<</Font<</Named<</BaseFont/AB+Some/FontDescriptor<</Flags 262210>>>>"
        "/Typed<</BaseFont/X/DescendantFonts[<</FontDescriptor<</Flags 1>>>>]>>"
        "/Heavy<</BaseFont/Y/FontDescriptor<</FontWeight 700>>>>>>>>"
    )
    assert spot(f"/T(a){entries}", form=fonts).look == look


def test_a_turned_box_is_measured_upright() -> None:
    found = {name: each.spots[0] for name, each in blank("turned").entries.items()}
    assert {(each.width, each.height) for each in found.values()} == {(200, 20)}


def test_each_face_that_texts_ask_for_is_in_it_once() -> None:
    made = blank("texts")
    assert set(made.fonts) == {
        Face(),
        Face(Family.SERIF),
        Face(Family.MONO, bold=True),
    }
    reader = PdfReader(BytesIO(made.content))
    for number in made.fonts.values():
        assert reader.get_object(number)["/Subtype"] == "/Type0"  # type: ignore[index]
    assert blank("buttons").fonts == {}


def test_names_and_texts_are_written_as_they_were() -> None:
    odd = "/T(a\\(b\\)\\\\c\\r)/TU<E9FF>/X#20y[true null 1.50 -3 (\\351)]"
    made = blank_of(pdf(objects_of({10: field("Tx", 0, odd)})), "form.pdf")
    assert made.form.fields[0].name == "a(b)\\c\n"
    before = made.entries["a(b)\\c\n"].spots[0].before
    assert b"/X#20y [true null 1.5 -3 <e9>]" in before
    assert b"/TU <e9ff>" in before
