"""What acts by itself is taken out of forms and told; what is a link or a look stays."""

from io import BytesIO

import pytest
from formwork import FORMS, field, objects_of
from pypdf import PdfReader
from rawpdf import pdf, stream

from docgen.model.finding import Severity
from docgen.press.form.blank import blank_of
from docgen.press.form.shapes import Blank

CATALOGUE, PAGE = 1, 100
NOTE = "/Type/Annot/Rect[0 0 9 9]"


def taken_out(blank: Blank) -> dict[str, str]:
    """Give what was taken out, by id, with how much of it."""
    return {
        each.rule: each.message.removesuffix(".").rpartition(": ")[2]
        for each in blank.form.taken_out
    }


def cleaned(annotation: str = "", more: dict[int, str] | None = None) -> Blank:
    """Clean a form with one more annotation, and entries of its catalogue and page."""
    fields = {10: field("Tx", 0, "/T(a)")}
    notes = {11: f"<<{NOTE}{annotation}>>"} if annotation else {}
    files: dict[int, str | bytes] = {30: "<</Type/Filespec/EF<</F 31 0 R>>>>", 31: stream("SECRET")}
    objects = objects_of({**fields, **notes}, (10,), more=more)
    return blank_of(pdf(objects | files), "form.pdf")


def test_a_form_of_a_ministry_is_cleaned_and_all_of_it_told() -> None:
    blank = blank_of(FORMS["hybrid"](), "form.pdf")
    assert {rule: told for rule, told in taken_out(blank).items() if told.isdigit()} == {
        "form-out-scripts": "6",
        "form-out-launch": "1",
        "form-out-submit": "1",
        "form-out-other": "1",
        "form-out-attachments": "2",
        "form-out-media": "1",
        "form-out-rich": "1",
    }
    assert {"form-out-xfa", "form-out-rights"} <= set(taken_out(blank))
    assert {each.severity for each in blank.form.taken_out} == {Severity.INFORMATION}


def test_nothing_of_it_is_left_in_the_file() -> None:
    content = blank_of(FORMS["hybrid"](), "form.pdf").content
    gone = (b"JavaScript", b"alert", b"Launch", b"SubmitForm", b"attached", b"template", b"UR3")
    assert [
        word for word in (*gone, b"RichMedia", b"/XFA", b"/RV", b"file:") if word in content
    ] == []
    assert b"https://www.gov.uk" in content
    annotations = PdfReader(BytesIO(content)).pages[0]["/Annots"]
    assert len(annotations) == 5  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("/S/URI/URI(https://www.gov.uk)", {}),
        ("/S/URI/URI(mailto:office@school.example)", {}),
        ("/S/URI/URI(www.gov.uk)", {}),
        ("/S/GoTo/D[100 0 R/Fit]", {}),
        ("/S/Named/N/NextPage", {}),
        ("/S/URI/URI(javascript:alert\\(1\\))", {"form-out-other": "1"}),
        ("/S/URI/URI( java\\tscript:alert\\(1\\))", {"form-out-other": "1"}),
        ("/S/Launch/F(x.exe)/O/Layout", {"form-out-launch": "1"}),
        ("/S/URI/URI(\\\\\\\\server\\\\file)", {"form-out-other": "1"}),
        ("/S/Named/N/Print", {"form-out-other": "1"}),
        ("/S/Hide/T(a)", {"form-out-other": "1"}),
        ("/S/Unheard", {"form-out-other": "1"}),
        ("/S/GoToR/F(x.pdf)", {"form-out-launch": "1"}),
        ("/S/GoToE", {"form-out-launch": "1"}),
        ("/S/ImportData/F(x)", {"form-out-submit": "1"}),
        ("/S/ResetForm", {"form-out-submit": "1"}),
        ("/S/Rendition/JS(x)", {"form-out-media": "1"}),
        ("/S/Movie", {"form-out-media": "1"}),
        (
            "/S/GoTo/D[100 0 R/Fit]/Next[<</S/Sound>><</S/Launch>>]",
            {"form-out-media": "1", "form-out-launch": "1"},
        ),
        (
            "/S/Launch/Next<</S/JavaScript/JS(x)>>",
            {"form-out-launch": "1", "form-out-scripts": "1"},
        ),
    ],
)
def test_links_stay_and_other_commands_go(action: str, told: dict[str, str]) -> None:
    assert taken_out(cleaned(f"/Subtype/Link/A<<{action}>>")) == told


def test_commands_of_pages_and_of_the_file_go() -> None:
    script = "<</S/JavaScript/JS(x)>>"
    more = {
        CATALOGUE: f"/OpenAction[100 0 R/Fit]/AA<</WC {script}/WS {script}>>",
        PAGE: f"/AA<</O {script}>>/PresSteps<</NA {script}>>",
    }
    blank = cleaned(more=more)
    assert taken_out(blank) == {"form-out-scripts": "3"}
    assert b"/OpenAction [" in blank.content


def test_a_script_that_is_led_to_some_other_way_goes() -> None:
    blank = cleaned("/Subtype/Link/Odd<</S/JavaScript/JS(SECRET)>>")
    assert taken_out(blank) == {"form-out-scripts": "1"}
    assert b"SECRET" not in blank.content


@pytest.mark.parametrize(
    ("annotation", "rule"),
    [
        ("/Subtype/FileAttachment/FS 30 0 R", "form-out-attachments"),
        ("/Subtype/Screen/A<</S/Rendition/R<<>>>>", "form-out-media"),
        ("/Subtype/Movie/Movie<</F 30 0 R>>", "form-out-media"),
        ("/Subtype/Sound/Sound 31 0 R", "form-out-media"),
        ("/Subtype/3D/3DD 31 0 R", "form-out-media"),
    ],
)
def test_films_and_attached_files_go_from_the_page(annotation: str, rule: str) -> None:
    blank = cleaned(annotation)
    assert taken_out(blank) == {rule: "1"}
    assert b"SECRET" not in blank.content
    assert [each.name for each in blank.form.fields] == ["a"]


def test_tags_of_what_was_taken_off_a_page_stay_whole() -> None:
    tags = "/StructTreeRoot<</K<</S/Annot/K<</Type/OBJR/Obj 11 0 R>>>>>>"
    blank = cleaned("/Subtype/FileAttachment/FS 30 0 R/StructParent 3", {CATALOGUE: tags})
    root = PdfReader(BytesIO(blank.content)).root_object
    left = root["/StructTreeRoot"]["/K"]["/K"]["/Obj"]  # type: ignore[index]
    assert (left["/Subtype"], left["/F"], left["/StructParent"]) == ("/Text", 2, 3)


def test_a_file_attached_to_several_things_is_counted_once() -> None:
    names = "/Names<</EmbeddedFiles<</Kids[<</Names[(x) 30 0 R]>>]>>/Dests<<>>>>/AF[30 0 R]"
    blank = cleaned(more={CATALOGUE: names, PAGE: "/AF[30 0 R]/X 30 0 R"})
    assert taken_out(blank) == {"form-out-attachments": "1"}
    assert b"SECRET" not in blank.content
    assert b"/Dests" in blank.content


def test_a_file_that_a_picture_would_be_read_from_goes() -> None:
    objects = objects_of({10: field("Tx", 0, "/T(a)")}, more={PAGE: "/X 30 0 R"})
    outside = stream("", "/F(\\\\\\\\server\\\\x)/FFilter/FlateDecode")
    blank = blank_of(pdf({**objects, 30: outside}), "form.pdf")
    assert taken_out(blank) == {"form-out-launch": "1"}


def test_looks_within_a_text_go_and_the_text_stays() -> None:
    rich = field("Tx", 0, "/T(a)/V(bold)/RV(<b>bold</b>)/Ff 33554434")
    blank = blank_of(pdf(objects_of({10: rich})), "form.pdf")
    assert taken_out(blank) == {"form-out-rich": "1"}
    assert (blank.form.fields[0].value, blank.form.fields[0].required) == ("bold", True)
    assert b"/Ff 2/" in blank.content or b"/Ff 2>" in blank.content


def test_tags_are_not_taken_for_commands() -> None:
    tags = "/StructTreeRoot<</K<</S/Movie/A<</O/Layout/S/x>>>>>>"
    blank = cleaned(more={CATALOGUE: tags})
    assert taken_out(blank) == {}
    assert b"/O /Layout" in blank.content


def test_a_base_that_makes_links_lead_into_the_computer_goes() -> None:
    away, kept = (
        cleaned("/Subtype/Link/A<</S/URI/URI(x.exe)>>", {CATALOGUE: f"/URI<</Base({base})>>"})
        for base in ("file:///c:/", "https://www.gov.uk/")
    )
    assert taken_out(away) == {"form-out-other": "1"}
    assert b"file:" not in away.content
    assert taken_out(kept) == {}


def test_what_is_in_another_file_or_belongs_to_an_attached_one_goes() -> None:
    files = {CATALOGUE: "/AF<</F(x)/EF<</F 31 0 R>>/RF<</F[(x) 31 0 R]>>>>"}
    assert taken_out(cleaned(more=files)) == {"form-out-attachments": "1"}
    assert b"SECRET" not in cleaned(more=files).content
    page = stream("", "/Subtype/Form/BBox[0 0 1 1]/Ref<</F(x.pdf)/Page 0>>")
    form = {**objects_of({10: field("Tx", 0, "/T(a)/AP<</N 30 0 R>>")}), 30: page}
    assert taken_out(blank_of(pdf(form), "form.pdf")) == {"form-out-launch": "1"}


@pytest.mark.parametrize("name", ["A", "AA", "AF", "EF", "JS", "PA", "RV", "Next", "OpenAction"])
def test_states_and_fonts_may_be_called_what_commands_are_called(name: str) -> None:
    fonts = f"/DR<</Font<</{name} 4 0 R>>/ColorSpace<</{name}[/ICCBased 5 0 R]>>>>"
    tick = field("Btn", 0, f"/T(a)/AP<</N<</{name} 5 0 R/Off 6 0 R>>>>{fonts}")
    blank = blank_of(pdf(objects_of({10: tick})), "form.pdf")
    assert blank.form.fields[0].states == (name,)
    assert taken_out(blank) == {}
    assert blank.content.count(b"/%s " % name.encode()) == 3
