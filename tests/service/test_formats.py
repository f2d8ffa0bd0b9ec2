"""A paper as Word file, as PDF or as both: one document, one number, a receipt for each file."""

import datetime as dt
from hashlib import sha256
from pathlib import Path

import pytest
from officework import (
    CASE,
    CONTRACT_MADE,
    PACK,
    TODAY,
    case_text,
    desk_in,
    drafted_files,
    issued_files,
    write_case,
)
from pageoffice import contract, invite, page_office, words_on
from wordfiles import box, para, paras

from docgen.errors import DocgenError, OutputDiffers, TemplateRejected
from docgen.model.case import Issued
from docgen.model.finding import Finding, Severity
from docgen.model.plan import State
from docgen.model.rendition import Format
from docgen.service import accounts
from docgen.service.examine import read_case
from docgen.service.generate import generate
from docgen.service.issue import issue
from docgen.service.pdf import NATIVE, Engine
from docgen.service.post import lay_out
from docgen.service.register import sent
from docgen.service.report import Report, Wish

NAMES = ("fam-0001-1-invite-p-1-c-1-en-v1", "fam-0001-2-invite-p-2-c-1-en-v1")
DRAFTS = ("fam-0001-draft-invite-m-1-p-1-c-1-en", "fam-0001-draft-invite-m-1-p-2-c-1-en")
BOTH = Wish(format="docx,pdf")
LONG = f"{PACK}parameters: {{most_letter_pages: 0}}\n"
BOX = para(box(paras("Aside")))
FOR_ASHA, ENDED = "{%p if 'Asha' in recipient.addressee %}", "{%p endif %}"
LATER = TODAY + dt.timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office with two invites due."""
    return page_office(tmp_path)


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work as on a machine without LibreOffice."""
    monkeypatch.setenv("DOCGEN_SOFFICE", "nowhere")


def issued(office: Path, wish: Wish = BOTH, today: dt.date = TODAY) -> Report:
    """Issue all that is due."""
    return issue(desk_in(office, today=today), "fam-0001", wish, {})


def register(office: Path) -> tuple[Issued, ...]:
    """Give what the casefile says was issued."""
    return read_case(desk_in(office), office / "casefiles" / "fam-0001.yaml")[2].issued


def both(names: tuple[str, ...]) -> list[str]:
    """Give the names of both files of each document."""
    return sorted(f"{name}.{ending}" for name in names for ending in ("docx", "pdf"))


def place(office: Path, name: str) -> Path:
    """Give where a file of the case lies in the outbox."""
    return office / "output" / "fam-0001" / name


def pack_says(office: Path, text: str) -> None:
    (office / "templates" / "wessex-vale" / "pack.yaml").write_text(text, "utf-8")


def found(report: Report, rule: str) -> list[Finding]:
    """Give the findings of a rule on papers that were stopped."""
    return [each for job in report.stopped for each in job.findings if each.rule == rule]


def test_drafts_are_made_as_both(office: Path) -> None:
    report = generate(desk_in(office), "fam-0001", BOTH)
    assert drafted_files(office) == both(DRAFTS)
    assert [[file.ending for file in made.files] for made in report.made] == [["docx", "pdf"]] * 2
    assert "Dear Asha Rahman, come and talk" in words_on(report.made[0].files[1].path)


def test_drafts_as_pdf_alone_take_the_word_files_of_a_run_before_away(office: Path) -> None:
    generate(desk_in(office), "fam-0001", BOTH)
    generate(desk_in(office), "fam-0001", Wish(kinds=("invite",), format="pdf"))
    assert drafted_files(office) == [f"{name}.pdf" for name in DRAFTS]


@pytest.mark.parametrize(
    ("setting", "asked", "endings"),
    [
        ("", None, {".docx"}),
        ("formats: docx,pdf\n", None, {".docx", ".pdf"}),
        ("formats: pdf,docx\n", None, {".docx", ".pdf"}),
        ("formats: pdf\n", None, {".pdf"}),
        ("formats: docx,pdf\n", "docx", {".docx"}),
        ("", "pdf", {".pdf"}),
    ],
)
def test_what_is_asked_for_goes_before_the_office_s_setting(
    office: Path, setting: str, asked: Format | None, endings: set[str]
) -> None:
    with (office / "docgen.yaml").open("a", encoding="utf-8") as file:
        file.write(setting)
    generate(desk_in(office), "fam-0001", Wish(format=asked))
    assert {Path(name).suffix for name in drafted_files(office)} == endings


def test_a_document_issued_as_both_has_one_number_and_a_receipt_for_each_file(
    office: Path,
) -> None:
    report = issued(office)
    assert issued_files(office) == both(NAMES)
    files = [[place(office, f"{name}.{end}") for end in ("docx", "pdf")] for name in NAMES]
    assert [[file.path for file in made.files] for made in report.made] == files
    entries = accounts.list_entries(desk_in(office))
    assert [(e.number, e.version, e.format) for e in entries] == [
        ("fam-0001/1", 1, "docx"),
        ("fam-0001/1", 1, "pdf"),
        ("fam-0001/2", 1, "docx"),
        ("fam-0001/2", 1, "pdf"),
    ]
    assert entries[0].engine.endswith(", word 2")
    assert entries[1].engine == f"{entries[0].engine}, {NATIVE}"
    assert len({entry.output for entry in entries}) == 4


def test_the_casefile_keeps_both_digests_and_what_set_the_pdf(office: Path) -> None:
    report = issued(office)
    paper, made = register(office)[0], report.made[0]
    assert (paper.format, paper.engine) == ("docx,pdf", NATIVE)
    assert (paper.digest, paper.pdf_digest) == (made.files[0].digest, made.files[1].digest)
    assert paper.pdf_digest == sha256(made.files[1].path.read_bytes()).hexdigest()


def test_a_document_issued_as_pdf_alone_is_known_by_its_pdf(office: Path) -> None:
    made = issued(office, Wish(format="pdf")).made[0]
    assert issued_files(office) == [f"{name}.pdf" for name in NAMES]
    paper = register(office)[0]
    assert (paper.format, paper.digest, paper.pdf_digest) == ("pdf", made.digest, "")


def test_the_pdf_bears_the_papers_date_and_comes_out_the_same_again(
    office: Path, tmp_path: Path
) -> None:
    pdf = issued(office).made[0].files[1].path.read_bytes()
    assert b"D:20251201" in pdf
    other = page_office(tmp_path / "other")
    assert issued(other).made[0].files[1].path.read_bytes() == pdf


@pytest.mark.parametrize("first", ["docx", "pdf"])
def test_what_was_issued_is_not_due_anew_because_another_format_is_asked(
    office: Path, first: Format
) -> None:
    issued(office, Wish(format=first))
    before = case_text(office)
    report = issued(office, today=LATER)
    assert (report.made, case_text(office)) == ((), before)
    assert [job.state for job in report.standing] == [State.ISSUED] * 2
    told = {
        "docx": "was issued as a Word file alone, and stays as it was issued. To get a PDF of it,"
        f" run: docgen word pdf output/fam-0001/{NAMES[0]}.docx -o output/fam-0001/{NAMES[0]}.pdf",
        "pdf": "was issued as a PDF alone, and stays as it was issued. To have a Word file too,"
        " withdraw it and issue it anew.",
    }
    assert report.notices[0] == f"fam-0001/1 version 1 {told[first]}"
    assert generate(desk_in(office), "fam-0001", BOTH).notices == report.notices


@pytest.mark.parametrize("wish", [Wish(), Wish(format="docx"), Wish(format="pdf"), BOTH])
def test_who_asks_for_no_more_than_was_issued_is_told_nothing(office: Path, wish: Wish) -> None:
    issued(office)
    assert issued(office, wish).notices == ()


@pytest.mark.parametrize("gone", [(".pdf",), (".docx",), (".docx", ".pdf")])
def test_files_that_are_gone_are_made_again_to_the_last_byte(
    office: Path, gone: tuple[str, ...]
) -> None:
    issued(office)
    files = [place(office, NAMES[0] + ending) for ending in gone]
    contents = [file.read_bytes() for file in files]
    for file in files:
        file.unlink()
    report = issued(office, today=LATER)
    assert [file.read_bytes() for file in files] == contents
    again = "was gone from the outbox and was made again, just as issued."
    assert report.notices == (f"fam-0001/1 version 1 {again}",)


def test_a_pdf_alone_that_is_gone_is_made_again(office: Path) -> None:
    path = issued(office, Wish(format="pdf")).made[1].path
    content = path.read_bytes()
    path.unlink()
    issued(office, Wish(), LATER)
    assert path.read_bytes() == content


def test_a_pdf_that_was_changed_is_told_and_left_alone(office: Path) -> None:
    path = issued(office).made[0].files[1].path
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(OutputDiffers, match=path.name) as told:
        issued(office)
    assert told.value.code == "issued-changed"


@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize("engine", [NATIVE, "office 7.4"])
def test_a_lost_pdf_that_cant_be_made_alike_is_told_and_hinders_nothing(
    office: Path, engine: str
) -> None:
    report = issued(office)
    pdf = report.made[0].files[1]
    text = case_text(office).replace(pdf.digest, "0" * 64).replace(NATIVE, engine, 1)
    write_case(office, text)
    pdf.path.unlink()
    (notice,) = issued(office).notices
    assert notice.startswith(f"{pdf.path.name}, issued as fam-0001/1 version 1, is gone")
    assert f"; {engine} made it then" in notice
    assert not pdf.path.exists()


def test_a_stranger_in_the_pdfs_place_stops_the_run_before_it_is_recorded(office: Path) -> None:
    stranger = place(office, f"{NAMES[1]}.pdf")
    stranger.parent.mkdir(parents=True)
    stranger.write_bytes(b"%PDF-1.7 somebody's own")
    with pytest.raises(OutputDiffers, match=stranger.name) as told:
        issued(office)
    assert told.value.code == "output-name-taken"
    assert accounts.list_entries(desk_in(office)) == ()


def test_pdfs_are_what_is_printed_with_their_pages_counted(office: Path) -> None:
    issued(office)
    printed = lay_out(desk_in(office), "fam-0001")
    assert [line.copy for line in printed.lines] == [
        f"0{n}-{name}.pdf" for n, name in enumerate(NAMES, 1)
    ]
    assert [line.pages for line in printed.lines] == [1, 1]
    copied = printed.folder / printed.lines[0].copy
    assert copied.read_bytes() == place(office, f"{NAMES[0]}.pdf").read_bytes()
    page = (printed.folder / "cover-list.html").read_text("utf-8")
    assert "<td>Come and talk to us</td><td>c-1</td><td>1</td>" in page


def test_a_pdf_is_proved_to_be_what_was_issued(office: Path) -> None:
    path = issued(office).made[1].files[1].path
    document = accounts.verify(desk_in(office), path).document
    assert document is not None
    assert (document.number, document.format) == ("fam-0001/2", "pdf")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(OutputDiffers) as told:
        accounts.verify(desk_in(office), path)
    assert told.value.code == "document-not-issued"


def test_what_becomes_of_a_document_is_one_entry_whatever_its_files(office: Path) -> None:
    issued(office)
    sent(desk_in(office), "fam-0001/1", "by_hand", TODAY)
    entry = accounts.list_entries(desk_in(office))[-1]
    assert (entry.act, entry.number, entry.format) == ("sent", "fam-0001/1", "docx,pdf")


def test_a_letter_whose_address_misses_the_window_is_refused_as_pdf(office: Path) -> None:
    (office / "templates" / "wessex-vale" / "invite.docx").write_bytes(invite(framed=False))
    report = issued(office)
    assert (report.made, issued_files(office)) == ((), [])
    assert {job.state for job in report.stopped} == {State.REFUSED}
    assert found(report, "R-108")[0].subject == "m-1.p-1.c-1"
    assert len(issued(office, Wish(format="docx")).made) == 2


def test_a_letter_too_long_for_the_post_waits_for_a_reason(office: Path) -> None:
    pack_says(office, LONG)
    report = issued(office)
    assert [job.state for job in report.stopped] == [State.HELD] * 2
    assert [each.subject for each in found(report, "R-109")] == ["m-1.p-1.c-1", "m-1.p-2.c-1"]
    assert "issued:" not in case_text(office)


def test_a_draft_too_long_for_the_post_is_made_and_told(office: Path) -> None:
    pack_says(office, LONG)
    report = generate(desk_in(office), "fam-0001", BOTH)
    assert [[each.rule for each in made.job.findings] for made in report.made] == [["R-109"]] * 2


def test_a_reason_for_what_is_found_on_the_pages_is_written_down_and_holds(office: Path) -> None:
    pack_says(office, LONG)
    reason = {"R-109:m-1.p-1.c-1": "We post it ourselves"}
    report = issue(desk_in(office), "fam-0001", BOTH, reason)
    assert [made.job.recipient for made in report.made] == ["p-1"]
    assert [job.recipient for job in report.stopped] == ["p-2"]
    (decision,) = read_case(desk_in(office), office / "casefiles" / "fam-0001.yaml")[2].decisions
    assert (decision.rule, decision.about, decision.reason) == (
        *("R-109", "m-1.p-1.c-1"),
        "We post it ourselves",
    )
    write_case(office, case_text(office).replace("Room 4", "The library"))
    assert [made.job.recipient for made in issued(office).made] == ["p-1"]


def test_a_reason_that_no_page_wants_is_told_and_not_written_down(office: Path) -> None:
    report = issue(desk_in(office), "fam-0001", BOTH, {"R-109:m-1.p-9.c-1": "Because"})
    assert len(report.made) == 2
    assert report.notices[0].startswith("The reason for R-109:m-1.p-9.c-1 was not written down")
    assert "decisions:" not in case_text(office)


def test_a_name_that_no_font_can_show_is_refused_as_pdf_and_made_as_word_file(
    tmp_path: Path,
) -> None:
    office = page_office(tmp_path, CASE.replace("Zoya Rahman", "Zoya 中文 Rahman"))
    report = issued(office)
    assert report.made == ()
    (told,) = {each.message for each in found(report, "R-111")}
    assert "U+4E2D" in told
    assert "Zoya" not in told
    assert len(issued(office, Wish(format="docx")).made) == 2


@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize(
    ("engine", "code"),
    [(Engine.AUTO, "pdf-needs-office"), (Engine.NATIVE, "pdf-unsupported")],
)
def test_a_paper_whose_pdf_cant_be_made_is_refused_alone_and_says_what_is_in_the_way(
    tmp_path: Path, engine: Engine, code: str
) -> None:
    office = page_office(tmp_path, CASE + CONTRACT_MADE)
    (office / "templates" / "wessex-vale" / "contract.docx").write_bytes(contract(BOX))
    report = generate(desk_in(office), "fam-0001", Wish(format="docx,pdf", engine=engine))
    assert drafted_files(office) == both(DRAFTS)
    (job,) = (job for job in report.stopped if job.kind.name == "contract")
    assert job.state is State.REFUSED
    why, boxed = (each for each in job.findings if each.severity is Severity.ERROR)
    assert (why.rule, boxed.rule) == (code, "pdf-text-box")
    assert why.remedy.endswith("Or ask for this paper as a Word file (--format docx).")
    assert boxed.place is not None
    assert boxed.place.file.endswith("contract.docx")
    assert "Aside" not in f"{why}{boxed}"


@pytest.mark.usefixtures("no_libreoffice")
def test_a_paper_refused_for_its_pdf_takes_no_number_and_is_issued_as_word_file(
    office: Path,
) -> None:
    boxed = f"{paras(FOR_ASHA)}{BOX}{paras(ENDED)}"
    template = office / "templates" / "wessex-vale" / "invite.docx"
    template.write_bytes(invite(more=boxed))
    report = issued(office)
    assert [job.recipient for job in report.stopped] == ["p-1"]
    assert found(report, "pdf-text-box")
    assert [made.job.recipient for made in report.made] == ["p-2"]
    assert [entry.number for entry in register(office)] == ["fam-0001/1"]
    issued(office, Wish(format="docx"))
    assert [(e.number, e.recipient, e.format) for e in register(office)] == [
        ("fam-0001/1", "p-2", "docx,pdf"),
        ("fam-0001/2", "p-1", "docx"),
    ]


def test_papers_that_libreoffice_makes_nothing_of_are_refused_too(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "nothing").write_bytes(b"")  # no program: it can't be started
    monkeypatch.setenv("DOCGEN_SOFFICE", str(office / "nothing"))
    report = generate(desk_in(office), "fam-0001", Wish(format="pdf", engine=Engine.OFFICE))
    assert report.made == ()
    assert len(found(report, "office-no-start")) == 2


@pytest.mark.usefixtures("no_libreoffice")
def test_a_template_that_words_cant_be_put_into_still_stops_the_run(tmp_path: Path) -> None:
    office = page_office(tmp_path, CASE + CONTRACT_MADE)
    template = office / "templates" / "wessex-vale" / "contract.docx"
    template.write_bytes(contract(paras("{% if pupil")))
    with pytest.raises(TemplateRejected):
        generate(desk_in(office), "fam-0001", BOTH)
    assert drafted_files(office) == []


@pytest.mark.usefixtures("no_libreoffice")
def test_libreoffice_asked_for_and_not_there_is_told(office: Path) -> None:
    with pytest.raises(DocgenError) as told:
        generate(desk_in(office), "fam-0001", Wish(format="pdf", engine=Engine.OFFICE))
    assert (told.value.code, told.value.family) == ("pdf-no-office", "usage")
