"""`docgen preview` and `docgen pack proof`: pages to look at, and where they lie."""

from pathlib import Path

import click
import pytest
from offices import run, told
from pageoffice import invite, page_office

CONTRACT = ("preview", "fam-0042", "--kind", "contract", "--for", "ct-1", "--dpi", "30")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what is opened, and open nothing."""
    found: list[str] = []
    monkeypatch.setattr(click, "launch", found.append)
    return found


def test_the_paths_of_papers_and_pages_are_told(office: Path) -> None:
    result = run(office, *CONTRACT)
    assert result.exit_code == 0
    pages = [line for line in result.output.splitlines() if line.endswith(".png")]
    assert result.output.startswith(f"fam-0042: 1 paper to look at, {len(pages)} pages.")
    assert all(Path(page.strip()).is_file() for page in pages)


def test_in_json_each_paper_has_its_file_and_pages(office: Path) -> None:
    answer = told(office, *CONTRACT)
    (shown,) = answer["shown"]
    assert (answer["case"], answer["stopped"]) == ("fam-0042", [])
    assert Path(shown["file"]).parent == Path(answer["folder"])
    assert (shown["kind"], shown["about"], shown["language"]) == ("contract", "ct-1", "pl-en")
    assert all(Path(page).is_file() for page in shown["pages"])


def test_one_paper_is_opened_as_a_pdf_and_more_as_a_folder(office: Path, opened: list[str]) -> None:
    (shown,) = told(office, *CONTRACT, "--open")["shown"]
    more = told(office, "preview", "fam-0042", "--kind", "contract", "--dpi", "20", "--open")
    assert opened == [shown["file"], more["folder"]]


def test_nothing_is_opened_unless_asked_for(office: Path, opened: list[str]) -> None:
    run(office, *CONTRACT)
    assert opened == []


def test_where_nothing_is_due_the_flag_for_the_rest_is_named(office: Path) -> None:
    result = run(office, "preview", "fam-0042", "--kind", "invite")
    assert (result.exit_code, "--all" in result.output) == (0, True)
    assert "--all" not in run(office, *CONTRACT).output


def test_a_refused_paper_is_told_with_the_remedy_and_exit_4(office: Path) -> None:
    result = run(office, "preview", "fam-0042", "--kind", "contract", "--dpi", "20")
    assert result.exit_code == 4
    assert "Refused: mend what stands below it" in result.output
    assert "To mend: Give it to them" in result.output


@pytest.mark.parametrize("wrong", [("--dpi", "5"), ("--dpi", "many"), ("--kind", "postcard")])
def test_what_cannot_be_asked_for_is_told(office: Path, wrong: tuple[str, str]) -> None:
    assert run(office, "preview", "fam-0042", *wrong).exit_code == 2


def test_a_proof_tells_pages_and_where_they_lie(office: Path) -> None:
    answer = told(office, "pack", "proof", "enclosure-receipt")
    assert (answer["authority"], answer["kind"], answer["allowed"]) == (
        *("essex", "enclosure-receipt", 1),
    )
    sizes = {(pull["language"], pull["values"]): pull["pages"] for pull in answer["pulls"]}
    assert (sizes["en", "short"], sizes["en", "ordinary"]) == (1, 1)
    assert sizes["pl-en", "short"] > 0
    assert all(Path(pull["file"]).is_file() for pull in answer["pulls"])


def test_a_template_whose_letters_would_be_refused_is_told_with_exit_5(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    whole = run(office, "pack", "proof", "invite")
    assert whole.exit_code == 0
    assert "Nothing to mend." in whole.output
    (office / "templates" / "wessex-vale" / "invite.docx").write_bytes(invite(framed=False))
    result = run(office, "pack", "proof", "invite")
    assert result.exit_code == 5
    assert "R-108  E  On the first page" in result.output
    assert "To mend: In the template, leave the frame" in result.output
