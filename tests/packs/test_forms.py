"""The PDF forms of the packs: made from their Word templates, for everybody to read and fill in."""

import re
from pathlib import Path

import page
import pypdf
import pytest
from formcases import CHECKLIST, RECEIPT, form_office, forms

from docgen.model.form import FieldKind
from docgen.press.form.reading import form_of
from tools.forms.__main__ import FORMS, Wanted, made

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
ROWS = [
    f"{stage}{n}" for stage, last in (("P", 11), ("V", 9), ("W", 9)) for n in range(1, last + 1)
]


def path_of(wanted: Wanted) -> Path:
    return TEMPLATES / wanted.authority / f"{wanted.kind}.pdf"


def failed(pdf: bytes) -> list[str]:
    """Give the rules of PDF/UA-1 that a file fails."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [failure.rule_id for failure in report.failures]


@pytest.fixture(scope="module")
def shipped() -> dict[str, bytes]:
    """Give each form as it lies in its pack."""
    return {wanted.kind: path_of(wanted).read_bytes() for wanted in FORMS}


def test_every_form_of_a_pack_is_made_from_a_word_template() -> None:
    assert sorted(TEMPLATES.rglob("*.pdf")) == sorted(map(path_of, FORMS))


@pytest.mark.parametrize("wanted", FORMS, ids=lambda wanted: wanted.kind)
def test_a_form_is_what_its_template_makes(wanted: Wanted, shipped: dict[str, bytes]) -> None:
    assert made(wanted) == shipped[wanted.kind], "run make forms, and look at the form"


@pytest.mark.parametrize("kind", [wanted.kind for wanted in FORMS])
def test_an_empty_form_is_for_everybody_and_says_nothing_made_up(
    kind: str, shipped: dict[str, bytes]
) -> None:
    content = shipped[kind]
    assert failed(content) == []
    words = " ".join(each.extract_text() for each in pypdf.PdfReader(path_for(kind)).pages)
    assert not re.search(r"Meadowbank|Wójcik|01632|Anyshire|\{\{", words)
    form = form_of(content, kind)
    assert all(field.tooltip for field in form.fields)
    assert all(field.value in {"", False, ()} for field in form.fields)
    assert form.tagged


def path_for(kind: str) -> Path:
    return next(path_of(wanted) for wanted in FORMS if wanted.kind == kind)


def test_the_checklist_asks_all_29_rows_and_has_room_for_the_school_s_own(
    shipped: dict[str, bytes],
) -> None:
    fields = {field.name: field for field in form_of(shipped[CHECKLIST], CHECKLIST).fields}
    asked = [name for name in fields if name.startswith("rows.") and name.endswith(".complete")]
    assert asked == [f"rows.{row}.complete" for row in ROWS]
    assert len(ROWS) == 29
    for row in ROWS:
        assert fields[f"rows.{row}.complete"].kind is FieldKind.RADIO
        assert fields[f"rows.{row}.complete"].states == ("Yes", "No", "NA")
        assert fields[f"rows.{row}.comments"].kind is FieldKind.LINES
        assert {f"rows.{row}.by", f"rows.{row}.date"} <= fields.keys()
        assert fields[f"rows.{row}.comments"].tooltip.startswith(f"School comments on {row}, ")
    for stage in ("planning", "delivery", "review"):
        assert {f"own_rows.{stage}.{n}.checkpoint" for n in (1, 2, 3)} <= fields.keys()


def test_fields_are_reached_in_the_order_of_the_page(shipped: dict[str, bytes]) -> None:
    for kind, content in shipped.items():
        reader = pypdf.PdfReader(path_for(kind))
        assert [page.get("/Tabs") for page in reader.pages] == ["/S"] * len(reader.pages)
        names = [field.name for field in form_of(content, kind).fields]
        assert names[:2] != sorted(names)[:2]


@pytest.mark.parametrize(
    ("kind", "case"),
    [(CHECKLIST, "fam-0201-planning-to-review"), (RECEIPT, "fam-0042")],
)
def test_a_form_that_was_filled_in_is_for_everybody_too(
    kind: str, case: str, tmp_path: Path
) -> None:
    report = forms(form_office(tmp_path / "office"), kind, case)
    assert report.made
    assert [failed(each.path.read_bytes()) for each in report.made] == [[]] * len(report.made)
