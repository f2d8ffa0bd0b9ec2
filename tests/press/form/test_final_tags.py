"""A tagged form stays tagged, filled in or made final: held against PDF/UA-1, and looked into."""

import time
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest
from fillwork import a_form, box, drawn, text
from formwork import field, objects_of
from pypdf.generic import DictionaryObject
from rawpdf import pdf, stream

from docgen.errors import TemplateRejected
from docgen.press.form.blank import blank_of
from docgen.press.form.filling import fill
from docgen.press.form.flattening import left_open
from docgen.press.form.shapes import Blank

RECEIPT = Path(__file__).parents[3] / "templates" / "essex" / "enclosure-receipt-form.pdf"
VALUES = {
    "recipient": {"addressee": "Łucja Ozga"},
    "enclosures": {"1": {"item": "Contract", "date": "3 November 2025"}},
}


@pytest.fixture(scope="module")
def receipt() -> Blank:
    """Read the receipt's form."""
    return blank_of(RECEIPT.read_bytes(), "receipt.pdf")


@pytest.mark.parametrize("final", [False, True])
def test_a_form_passes_pdf_ua_filled_in_and_final(receipt: Blank, *, final: bool) -> None:
    content, _ = fill(receipt, VALUES, flatten=final)
    report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.rule_id for failure in report.failures] == []


def test_each_tag_of_a_field_has_what_stands_for_it(receipt: Blank) -> None:
    content, _ = fill(receipt, VALUES, flatten=True)
    reader = pypdf.PdfReader(BytesIO(content))
    tags = list(fields_in(reader))
    widgets = sum(len(field.widgets) for field in receipt.form.fields)
    assert len(tags) == widgets
    numbers = [at(tag, "/K", 0, "/MCID") for tag in tags]
    parents = at(reader.root_object, "/StructTreeRoot", "/ParentTree", "/Nums", 1)
    assert [parents[number].get_object() for number in numbers] == tags
    drawn_as = reader.pages[0].get_contents()
    assert drawn_as is not None
    for number in numbers:
        assert b"/Form <</MCID %d>> BDC" % number in drawn_as.get_data()


def fields_in(reader: pypdf.PdfReader) -> list[DictionaryObject]:
    """Give all elements of fields, in the order in which they are read."""
    found: list[DictionaryObject] = []
    waiting = [at(reader.root_object, "/StructTreeRoot", "/K")]
    while waiting:
        node = at(waiting.pop(0))
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, DictionaryObject) and "/S" in node:
            found += [node] if at(node, "/S") == "/Form" else []
            waiting = [node["/K"], *waiting] if "/K" in node else waiting
    return found


def at(node: Any, *way: str | int) -> Any:  # noqa: ANN401 - whatever stands there
    """Give what stands at the end of a way through a file."""
    for step in way:
        node = node.get_object()[step]
    return node.get_object()


def a_tagged_form(more: bytes, *, element: bytes = b"", page_key: bytes = b"") -> bytes:
    """Make a form of one box to tick, with tags; its element has number 9."""
    field = b"<<%b/FT/Btn/T(seen)/TU(Paper seen)/AS/Off/AP<</N<</On 7 0 R>>>>%b>>"
    element = element or b"/K[<</Type/OBJR/Obj 6 0 R>>]/A<</O/Layout/Placement/Block>>"
    return a_form(
        [field % (box(40, 700, 20, 20), more)],
        others=[
            drawn(b"0 0 20 20 re f"),
            b"<</Type/StructTreeRoot/K[10 0 R]/ParentTree<</Kids[<</Nums[4 9 0 R]>>]>>>>",
            b"<</Type/StructElem/S/Form/P 10 0 R/Pg 3 0 R%b>>" % element,
            b"<</Type/StructElem/S/Document/P 8 0 R/K[9 0 R]>>",
        ],
        catalogue=b"/MarkInfo<</Marked true>>/StructTreeRoot 8 0 R",
        page=page_key,
    )


def final_of(form: bytes, values: dict[str, object]) -> pypdf.PdfReader:
    """Make a form final."""
    content, _ = fill(blank_of(form, "form.pdf"), values, flatten=True)
    return pypdf.PdfReader(BytesIO(content))


@pytest.mark.parametrize(("ticked", "said"), [(True, "/on"), (False, "/off")])
def test_a_tag_says_what_sort_of_field_it_was_and_whether_it_is_ticked(
    *, ticked: bool, said: str
) -> None:
    look = b"/StructParent 4"
    form = a_tagged_form(look).replace(b"<</On 7 0 R>>", b"<</On 7 0 R/Off 7 0 R>>")
    (tag,) = fields_in(final_of(form, {"seen": ticked}))
    layout, told = at(tag, "/A")
    assert layout["/O"] == "/Layout"
    assert (told["/O"], told["/Role"], told["/checked"]) == ("/PrintField", "/cb", said)
    assert told["/Desc"] == "Paper seen"


def test_a_page_that_had_no_marks_gets_its_place_among_the_tags() -> None:
    reader = final_of(a_tagged_form(b"/StructParent 4"), {"seen": True})
    key = reader.pages[0]["/StructParents"]
    numbers = at(reader.root_object, "/StructTreeRoot", "/ParentTree", "/Nums")
    assert (numbers[0], len(numbers)) == (key, 2)
    assert at(numbers, 1, 0, "/S") == "/Form"


def test_a_field_without_a_tag_gets_one_at_the_end() -> None:
    tags = fields_in(final_of(a_tagged_form(b""), {"seen": True}))
    assert [("/A" in tag, at(tag, "/P", "/S")) for tag in tags][-1] == (True, "/Document")


def test_what_is_not_drawn_leaves_no_tag_behind() -> None:
    reader = final_of(a_tagged_form(b"/StructParent 4"), {"seen": False})
    assert fields_in(reader) == []
    assert b"BDC" not in reader.pages[0].get_contents().get_data()  # type: ignore[union-attr]


def test_a_form_without_tags_gets_none() -> None:
    reader = final_of(a_form([text("a", box(40, 700))]), {"a": "Ann"})
    assert "/StructTreeRoot" not in reader.root_object


@pytest.mark.parametrize(
    ("operators", "count"),
    [
        (b"q 1 0 0 1 0 0 cm q Q", 1),
        (b"Q Q q", 1),
        (b"(q (q\\) q) q) Tj <71> Tj %q\n q", 1),
        (b"BI /W 1 ID q q q EI q", 1),
        (b"/BI gs q /q Do", 1),
        (b"BI q", 1),
        (b"(q q", 0),
    ],
)
def test_states_that_a_page_leaves_open_are_counted(operators: bytes, count: int) -> None:
    assert left_open(operators) == count


@pytest.mark.parametrize("bit", [b"BI ", b"(\\", b"<", b"q "])
def test_a_page_made_to_be_read_for_hours_is_read_in_seconds(bit: bytes) -> None:
    started = time.monotonic()
    left_open(bit * 200_000)
    assert time.monotonic() - started < 5


def test_pages_that_unpack_to_too_much_are_not_made_final(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.press.form.flattening.MOST_READ", 50)
    content = stream("q Q " * 100)
    form = pdf(
        objects_of({10: field("Tx", 0, "/T(a)")}, more={100: "/Contents 50 0 R"}) | {50: content}
    )
    with pytest.raises(TemplateRejected) as refused:
        fill(blank_of(form, "form.pdf"), {"a": "Ann"}, flatten=True)
    assert [each.rule for each in refused.value.findings] == ["form-too-dense"]
