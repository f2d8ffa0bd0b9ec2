"""Papers can be looked at, page by page, before they are issued."""

from pathlib import Path

import pytest
from officework import CASE, CONTRACT_MADE, desk_in
from pageoffice import contract, invite, page_office
from wordfiles import box, para, paras

from docgen.errors import UsageTrouble
from docgen.model.plan import State
from docgen.press.pdf.pages import page_count
from docgen.service.issue import issue
from docgen.service.preview import Previewed, preview
from docgen.service.report import Wish

NAMES = [
    f"fam-0001-draft-invite-m-1-p-{person}-c-1-en{ending}"
    for person in (1, 2)
    for ending in ("-page-1.png", ".pdf")
]


def look(office: Path, wish: Wish | None = None, dpi: int = 40) -> Previewed:
    """Preview the office's case."""
    return preview(desk_in(office), "fam-0001", wish or Wish(), dpi)


def lying(office: Path) -> list[str]:
    """Give the names of the files to look at."""
    return sorted(path.name for path in (office / "output" / "fam-0001" / "preview").iterdir())


def test_each_paper_lies_there_as_pdf_and_as_pictures_of_its_pages(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    found = look(office)
    assert lying(office) == NAMES
    for shown in found.shown:
        assert shown.pdf.parent == found.folder
        assert page_count(shown.pdf.read_bytes()) == len(shown.pages) == 1
        assert shown.pages[0].read_bytes().startswith(b"\x89PNG")


def test_nobody_s_name_is_in_the_names_of_files(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    look(office)
    assert not [name for name in lying(office) if "rahman" in name.casefold()]


def test_what_is_looked_at_takes_the_place_of_what_was_and_leaves_drafts_alone(
    tmp_path: Path,
) -> None:
    office = page_office(tmp_path)
    look(office)
    look(office, Wish(keys=("p-1",)))
    assert lying(office) == NAMES[:2]
    assert sorted(path.name for path in (office / "output" / "fam-0001").iterdir()) == ["preview"]


def test_nothing_is_recorded_and_the_page_says_that_it_is_a_draft(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    before = (office / "casefiles" / "fam-0001.yaml").read_bytes()
    look(office)
    assert (office / "casefiles" / "fam-0001.yaml").read_bytes() == before
    assert not (office / "ledger.db").exists()


def test_what_is_past_or_issued_is_shown_only_if_asked_for(tmp_path: Path) -> None:
    office = page_office(tmp_path, CASE + CONTRACT_MADE)
    issue(desk_in(office), "fam-0001", Wish(kinds=("invite",)), {})
    assert {each.job.kind.name for each in look(office).shown} == {"contract"}
    every = look(office, Wish(every=True)).shown
    assert {each.job.state for each in every} >= {State.ISSUED, State.HELD}


def test_a_letter_whose_address_leaves_the_window_is_refused_and_not_shown(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    (office / "templates" / "wessex-vale" / "invite.docx").write_bytes(invite(framed=False))
    found = look(office)
    assert found.shown == ()
    assert {each.rule for job in found.stopped for each in job.findings} == {"R-108"}


@pytest.mark.parametrize("dpi", [19, 601, 0, -96])
def test_a_page_can_only_be_drawn_as_finely_as_makes_sense(tmp_path: Path, dpi: int) -> None:
    with pytest.raises(UsageTrouble) as refused:
        look(page_office(tmp_path), dpi=dpi)
    assert refused.value.code == "dpi-out-of-range"


@pytest.mark.parametrize("dpi", [20, 600])
def test_the_coarsest_and_the_finest_can_be_drawn(tmp_path: Path, dpi: int) -> None:
    assert look(page_office(tmp_path), Wish(keys=("p-1",)), dpi).shown


def test_a_paper_that_cant_be_set_is_refused_and_the_others_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "nowhere")
    office = page_office(tmp_path, CASE + CONTRACT_MADE)
    template = office / "templates" / "wessex-vale" / "contract.docx"
    template.write_bytes(contract(para(box(paras("Aside")))))
    found = look(office)
    assert {each.job.kind.name for each in found.shown} == {"invite"}
    (job,) = found.stopped
    assert (job.kind.name, job.state) == ("contract", State.REFUSED)
