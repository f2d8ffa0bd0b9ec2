"""A language goes out to a translator as a workbook and comes back, or is refused cell by cell."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from officework import INVITE, write_template
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from translatedwork import APPROVED, MENDED, POLISH_RING, RING, Office, begun
from wordfiles import zipped

from docgen.errors import UsageTrouble
from docgen.service.translations.approve import Wish, approve
from docgen.service.translations.exchange import export, forms_told
from docgen.service.translations.importing import Imported, import_workbook
from docgen.service.translations.shelf import open_shelf
from docgen.store.review import id_of

COUNTED = "You have {{ absence.days | count }} days"
FORMS = ("{{ absence.days | count }} dzień", "{{ absence.days | count }} dni", "dni")
Change = Callable[[Worksheet], None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Lay out an office and its Polish file; one of its sentences counts."""
    found = begun(tmp_path / "office")
    path = found.folder / "templates" / "wessex-vale" / "invite.docx"
    write_template(path, (*INVITE, COUNTED))
    return found


def sent_out(office: Office, *, only_open: bool = False) -> Path:
    path = office.folder / "docgen-pl.xlsx"
    export(office.demand, "pl", path, only_open=only_open)
    return path


def sheet_of(path: Path) -> Worksheet:
    return load_workbook(path).worksheets[0]


def row_of(sheet: Worksheet, english: str, form: int = 0) -> int:
    """Give the row of a sentence; of one that counts, the row of a form."""
    rows = [n for n, row in enumerate(sheet.values, 1) if row[4] == english]
    return rows[form]


def come_back(office: Office, change: Change, *, partly: bool = False) -> Imported:
    """Send out, let a translator work, and take over what comes back."""
    path = sent_out(office)
    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    return import_workbook(office.demand, path, partly=partly)


def fill(english: str, *texts: str, column: str = "G") -> Change:
    def change(sheet: Worksheet) -> None:
        for form, text in enumerate(texts):
            cell = sheet[f"{column}{row_of(sheet, english, form)}"]
            cell.value, cell.data_type = text, "s"

    return change


def refused(office: Office, change: Change) -> list[tuple[str, str]]:
    """Give what speaks against a workbook, each with the message."""
    before = office.po.read_bytes()
    with pytest.raises(UsageTrouble) as caught:
        come_back(office, change)
    assert caught.value.code == "sheet-refused"
    assert office.po.read_bytes() == before
    return [(each.rule, each.message) for each in caught.value.findings]


def test_out_to_a_translator_and_back_is_a_draft_until_approved(office: Office) -> None:
    found = come_back(office, fill(RING, POLISH_RING))
    assert found.languages == {"pl": 1}
    assert office.message(RING).texts == (POLISH_RING,)
    assert office.status(RING) == "draft"
    approve(office.desk, office.demand, "pl", Wish((id_of(("", RING)),)), APPROVED)
    assert office.status(RING) == "approved"


def test_what_is_not_filled_in_changes_nothing(office: Office) -> None:
    before = office.po.read_bytes()
    found = come_back(office, lambda _: None)
    assert (found.languages, found.paths) == ({"pl": 0}, ())
    assert office.po.read_bytes() == before


def test_a_sentence_that_counts_has_a_row_for_each_form(office: Office) -> None:
    come_back(office, fill(COUNTED, *FORMS))
    assert office.message(COUNTED).texts == FORMS
    sheet = sheet_of(sent_out(office))
    told = [sheet[f"F{row_of(sheet, COUNTED, form)}"].value for form in range(3)]
    assert told == ["1 of 3: 1", "2 of 3: 2, 3, 4, 22", "3 of 3: 0, 5, 6, 7"]


def test_each_language_says_which_numbers_a_form_is_for(office: Office) -> None:
    demand = office.demand
    arabic = forms_told(open_shelf(demand, "ar"))
    assert arabic[:3] == ("1 of 6: 0", "2 of 6: 1", "3 of 6: 2")


def test_a_remark_comes_back_with_the_text(office: Office) -> None:
    def change(sheet: Worksheet) -> None:
        fill(RING, POLISH_RING)(sheet)
        fill(RING, "Is this\nthe school's phone?", column="H")(sheet)

    come_back(office, change)
    assert office.message(RING).notes == ("Is this the school's phone?",)
    sheet = sheet_of(sent_out(office))
    assert sheet[f"H{row_of(sheet, RING)}"].value == "Is this the school's phone?"


def test_what_is_stale_goes_out_empty_with_what_it_was(office: Office) -> None:
    office.say(RING, POLISH_RING)
    office.mend(RING, MENDED)
    sheet = sheet_of(sent_out(office))
    row = row_of(sheet, MENDED)
    assert sheet[f"G{row}"].value is None
    assert sheet[f"I{row}"].value == f"stale: “{RING}” was “{POLISH_RING}”"


def test_only_what_is_missing_or_stale_goes_out_if_that_is_asked(office: Office) -> None:
    office.say(RING, POLISH_RING)
    english = [row[4] for row in sheet_of(sent_out(office, only_open=True)).values]
    assert RING not in english
    assert "I agree" in english


def test_what_two_authorities_say_alike_is_translated_once(tmp_path: Path) -> None:
    office = begun(tmp_path / "office")
    settings = office.folder / "docgen.yaml"
    settings.write_text("schema: 1\n", "utf-8")
    rows = [row for row in sheet_of(sent_out(office)).values if row[1] == "essex, kent"]
    assert len(rows) > 10
    assert len({row[0] for row in rows}) == len(rows)


def test_a_change_of_the_english_is_refused_with_its_cell(office: Office) -> None:
    found = refused(office, fill(RING, "Ring us!", column="E"))
    assert found[0][0] == "sheet-english"
    assert found[0][1].startswith("Cell E")


def test_a_sentence_whose_english_changed_meanwhile_is_refused(office: Office) -> None:
    path = sent_out(office)
    office.mend(RING, MENDED)
    with pytest.raises(UsageTrouble) as caught:
        import_workbook(office.demand, path)
    assert [each.rule for each in caught.value.findings] == ["sheet-unknown"]


def test_a_lost_placeholder_is_refused_with_what_is_lost(office: Office) -> None:
    ((rule, message),) = refused(office, fill(RING, "Prosimy o telefon."))
    assert rule == "sheet-text"
    assert "{{ contact.phone }} is missing" in message
    assert message.startswith("Cell G")


def copied_row(sheet: Worksheet) -> None:
    sheet.append([cell.value for cell in sheet[row_of(sheet, RING)]])


def formula(sheet: Worksheet) -> None:
    sheet[f"G{row_of(sheet, RING)}"] = "=A1"


def unknown_form(sheet: Worksheet) -> None:
    sheet[f"F{row_of(sheet, COUNTED)}"] = "one"


def same_form_twice(sheet: Worksheet) -> None:
    fill(COUNTED, *FORMS)(sheet)
    sheet[f"F{row_of(sheet, COUNTED, 1)}"] = "1 of 3"


def renamed(sheet: Worksheet) -> None:
    sheet.title = "Polish"


def headless(sheet: Worksheet) -> None:
    sheet["E1"] = "Source"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (copied_row, "sheet-twice"),
        (formula, "sheet-formula"),
        (unknown_form, "sheet-form"),
        (same_form_twice, "sheet-twice"),
        (fill(COUNTED, *FORMS[:2]), "sheet-forms-missing"),
        (renamed, "sheet-language"),
        (headless, "sheet-columns"),
    ],
)
def test_what_cannot_be_taken_over_is_told(office: Office, change: Change, expected: str) -> None:
    assert [rule for rule, _ in refused(office, change)] == [expected]


def test_what_is_in_order_can_be_taken_over_all_the_same(office: Office) -> None:
    def change(sheet: Worksheet) -> None:
        fill(RING, "Prosimy o telefon.")(sheet)
        fill("I agree", "Zgadzam się")(sheet)

    found = come_back(office, change, partly=True)
    assert [each.rule for each in found.findings] == ["sheet-text"]
    assert office.message("I agree").texts == ("Zgadzam się",)
    assert office.status(RING) == "missing"


def empty_workbook() -> bytes:
    out = BytesIO()
    Workbook().save(out)
    return out.getvalue()


def swelling_workbook() -> bytes:
    with ZipFile(BytesIO(empty_workbook())) as book:
        inside = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    return zipped({**inside, sheet: b'<!DOCTYPE x [<!ENTITY a "b">]>' + inside[sheet]})


@pytest.mark.parametrize(
    "content", [b"no workbook", b"PK\x03\x04", empty_workbook(), swelling_workbook()]
)
def test_what_is_no_workbook_is_refused(office: Office, content: bytes) -> None:
    path = office.folder / "back.xlsx"
    path.write_bytes(content)
    with pytest.raises(UsageTrouble) as caught:
        import_workbook(office.demand, path)
    assert caught.value.code == "sheet-unreadable"
