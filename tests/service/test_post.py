"""Issued papers laid out for the post: numbered, listed, and only as they were issued."""

import datetime as dt
from pathlib import Path

import pytest
from officework import (
    CASE,
    TODAY,
    case_text,
    desk_in,
    office_in,
    write_case,
)
from pageoffice import page_office
from pypdf import PdfReader

from docgen.errors import OutputDiffers, UsageTrouble
from docgen.press.pdf.pages import page_count, word_boxes
from docgen.service.issue import issue
from docgen.service.post import Printed, lay_out
from docgen.service.register import sent, withdraw
from docgen.service.report import Wish
from docgen.service.together import Sides

INVITES = ["01-fam-0001-1-invite-p-1-c-1-en-v1.docx", "02-fam-0001-2-invite-p-2-c-1-en-v1.docx"]
LIST = "cover-list.html"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that issued fam-0001/1 and /2, the invites, on the first of December."""
    office_in(tmp_path)
    issue(desk_in(tmp_path), "fam-0001", Wish(), {})
    return tmp_path


def printed(office: Path) -> list[str]:
    """Give the files in the case's print folder."""
    folder = office / "output" / "fam-0001" / "print"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def laid_out(office: Path, today: dt.date = TODAY) -> Printed:
    """Lay out fam-0001."""
    return lay_out(desk_in(office, today=today), "fam-0001")


def page(office: Path) -> str:
    """Give the cover list."""
    return (office / "output" / "fam-0001" / "print" / LIST).read_text("utf-8")


def test_unsent_papers_are_copied_in_order_with_a_list(office: Path) -> None:
    found = laid_out(office)
    assert printed(office) == [*INVITES, LIST]
    assert [line.copy for line in found.lines] == INVITES
    assert found.folder == office / "output" / "fam-0001" / "print"
    for name in INVITES:
        copied = (found.folder / name).read_bytes()
        assert copied == (found.folder.parent / name[3:]).read_bytes()


def test_laying_out_writes_nothing_down(office: Path) -> None:
    before = case_text(office)
    laid_out(office)
    assert case_text(office) == before


def test_what_was_sent_is_laid_out_no_more(office: Path) -> None:
    laid_out(office)
    sent(desk_in(office), "fam-0001/1", "by_hand", TODAY)
    assert [line.copy for line in laid_out(office).lines] == [INVITES[1].replace("02-", "01-")]
    assert printed(office) == [INVITES[1].replace("02-", "01-"), LIST]


def test_with_nothing_unsent_an_old_print_folder_goes(office: Path) -> None:
    laid_out(office)
    for number in ("fam-0001/1", "fam-0001/2"):
        withdraw(desk_in(office), number, "Wrong room")
    found = laid_out(office)
    assert (found.lines, found.file, found.left, printed(office)) == ((), (), (), [])


def test_the_list_tells_whom_it_goes_to_and_by_when_it_is_expected(office: Path) -> None:
    laid_out(office)
    text = page(office)
    assert "<h2>To Ms Asha Rahman\n14 Mill Road\nSALTMOUTH\nCO99 1AB</h2>" in text
    assert "Laid out on Monday 1 December 2025." in text
    assert "by Wednesday 3 December 2025 and second class by Friday 5 December 2025" in text
    assert "expected, not served" in text
    assert text.count("&#9744;") == 2
    assert "<td>fam-0001/1 version 1</td><td>Come and talk to us</td><td>c-1</td>" in text
    assert "docgen sent fam-0001/1 --how first_class_post --date 2025-12-01\n" in text


def test_the_list_counts_weekends_as_no_working_days(office: Path) -> None:
    laid_out(office, dt.date(2025, 12, 4))
    assert "by Monday 8 December 2025 and second class by Wednesday 10" in page(office)
    laid_out(office, dt.date(2025, 12, 5))
    assert "by Tuesday 9 December 2025 and second class by Thursday 11" in page(office)


def test_bank_holidays_are_no_working_days(tmp_path: Path) -> None:
    office = office_in(tmp_path, CASE.replace("2025-12-08", "2026-01-09"))
    eve = dt.date(2025, 12, 24)
    issue(desk_in(office, today=eve), "fam-0001", Wish(), {"R-17b:m-1": "Agreed with both"})
    laid_out(office, eve)
    assert "by Tuesday 30 December 2025 and second class by Friday 2 January 2026" in page(office)


def test_what_people_wrote_cannot_become_part_of_the_page(tmp_path: Path) -> None:
    odd = CASE.replace("14 Mill Road", '"14 & 16 <b>Mill Road</b>"')
    office = office_in(tmp_path, odd)
    issue(desk_in(office), "fam-0001", Wish(), {})
    laid_out(office)
    assert "14 &amp; 16 &lt;b&gt;Mill Road&lt;/b&gt;" in page(office)
    assert "<b>" not in page(office)


def test_a_paper_that_changed_in_the_outbox_is_not_laid_out(office: Path) -> None:
    laid_out(office)
    other = office / "output" / "fam-0001" / INVITES[1][3:]
    (office / "output" / "fam-0001" / INVITES[0][3:]).write_bytes(other.read_bytes())
    with pytest.raises(OutputDiffers) as refused:
        laid_out(office)
    assert refused.value.code == "print-changed"
    assert "fam-0001/1" in refused.value.message
    assert printed(office) == [*INVITES, LIST]


def test_a_paper_that_is_gone_from_the_outbox_is_told(office: Path) -> None:
    (office / "output" / "fam-0001" / INVITES[0][3:]).unlink()
    with pytest.raises(OutputDiffers) as refused:
        laid_out(office)
    assert refused.value.code == "print-gone"
    assert "docgen issue fam-0001" in refused.value.remedy


def test_outside_an_office_nothing_is_laid_out(office: Path) -> None:
    (office / "docgen.yaml").unlink()
    with pytest.raises(UsageTrouble):
        laid_out(office)


def test_a_paper_that_would_be_made_otherwise_now_stays(office: Path) -> None:
    write_case(office, case_text(office).replace("Room 4", "Room 5"))
    found = laid_out(office)
    assert ([out.entry.number for out in found.left], found.lines) == (
        ["fam-0001/1", "fam-0001/2"],
        (),
    )
    assert printed(office) == []


def in_one(office: Path, sides: Sides) -> tuple[Printed, list[str]]:
    """Lay out fam-0001 with one PDF of all; give that and the words of each page."""
    found = lay_out(desk_in(office), "fam-0001", sides)
    if found.in_one is None:
        return found, []
    boxes = word_boxes(found.in_one.read_bytes())
    count = page_count(found.in_one.read_bytes())
    return found, [" ".join(w.text for w in boxes if w.page == n) for n in range(1, count + 1)]


@pytest.fixture
def typeset(tmp_path: Path) -> Path:
    """An office that issued fam-0001/1 and /2 as PDFs of one page."""
    page_office(tmp_path)
    issue(desk_in(tmp_path), "fam-0001", Wish(format="pdf"), {})
    return tmp_path


@pytest.mark.parametrize(
    ("sides", "pages"), [(Sides.ONE, ["Smith", "Jones"]), (Sides.TWO, ["Smith", "", "Jones"])]
)
def test_one_pdf_holds_all_in_posting_order(typeset: Path, sides: Sides, pages: list[str]) -> None:
    found, words = in_one(typeset, sides)
    assert found.in_one == found.folder / "all-in-one.pdf"
    assert [name in word if name else word == "" for name, word in zip(pages, words, strict=True)]
    assert found.notices == ()


def test_its_bookmarks_name_papers_and_nobody(typeset: Path) -> None:
    found, _ = in_one(typeset, Sides.ONE)
    assert found.in_one is not None
    reader = PdfReader(found.in_one)
    assert [each.title for each in reader.outline if not isinstance(each, list)] == [
        "fam-0001/1 Come and talk to us",
        "fam-0001/2 Come and talk to us",
    ]


def test_a_word_file_is_told_to_be_printed_by_itself(office: Path) -> None:
    found, _ = in_one(office, Sides.TWO)
    assert found.in_one is None
    assert printed(office) == [*INVITES, LIST]
    assert found.notices == tuple(f"{name} is a Word file: print it by itself." for name in INVITES)


def test_without_a_wish_there_is_no_pdf_of_all(typeset: Path) -> None:
    assert lay_out(desk_in(typeset), "fam-0001").in_one is None
