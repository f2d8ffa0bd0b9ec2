"""Every worked case comes out as its expected file says, its documents as their golden texts."""

import atexit
import datetime as dt
import re
import tempfile
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from worked import (
    CASES,
    EXPECTED,
    GOLDEN,
    as_text,
    desk_on,
    expected,
    finding_rows,
    job_rows,
    left_out_rows,
    waiting_rows,
)

from docgen.model.finding import Severity
from docgen.model.plan import State
from docgen.service.examine import examine_case
from docgen.service.generate import generate
from docgen.service.report import Examined, Made, Report, Wish

EVERYTHING = Wish(every=True)
CASE = pytest.mark.parametrize("case", CASES)


@cache
def aside() -> Path:
    """Give a folder for all that is drafted here; a case and a day have one of their own in it."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Path(folder.name)


@cache
def drafted(case: str, today: dt.date | None = None) -> Report:
    """Draft all that can be drafted of a case, once; nobody changes it."""
    desk = desk_on(today or expected(case).today, aside() / f"{case}-{today}")
    return generate(desk, str(CASES[case]), EVERYTHING)


@cache
def examined(case: str) -> Examined:
    """Judge and plan a case, once."""
    return examine_case(desk_on(expected(case).today, aside()), str(CASES[case]))


@CASE
def test_findings_are_as_expected(case: str) -> None:
    assert finding_rows(examined(case).findings) == expected(case).findings


@CASE
def test_the_plan_is_as_expected(case: str) -> None:
    wanted, plan = expected(case), examined(case).plan
    assert job_rows(plan.jobs) == wanted.plan
    assert left_out_rows(plan.left_out) == wanted.left_out


@CASE
def test_what_waits_for_its_translation_to_be_checked_is_as_expected(case: str) -> None:
    report = drafted(case)
    assert waiting_rows(made.job for made in report.made) == expected(case).waiting
    assert [job.kind.name for job in report.stopped if job.state is not State.REFUSED] == []


def test_every_expected_file_belongs_to_a_case() -> None:
    assert {path.stem for path in EXPECTED.glob("*.yaml")} == set(CASES)


@CASE
def test_documents_read_as_their_golden_texts(case: str, request: pytest.FixtureRequest) -> None:
    report = drafted(case)
    texts = {golden_of(case, made): as_text(made.path.read_bytes()) for made in report.made}
    if request.config.getoption("--rewrite-golden"):
        rewrite(case, texts)
    assert set(texts) == set(goldens(case))
    assert texts == {path: path.read_text(encoding="utf-8") for path in texts}


def golden_of(case: str, made: Made) -> Path:
    """Give where a document's golden text lies: by authority, then by kind."""
    authority = CASES[case].parent.name
    return GOLDEN / authority / made.job.kind.name / f"{made.path.stem}.txt"


def goldens(case: str) -> list[Path]:
    """Give all golden texts of a case."""
    return sorted(GOLDEN.rglob(f"{case}-draft-*.txt"))


def rewrite(case: str, texts: dict[Path, str]) -> None:
    """Put the texts in place of a case's golden texts."""
    for stale in set(goldens(case)) - set(texts):
        stale.unlink()
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@CASE
def test_no_document_shows_a_blank_left_unfilled(case: str) -> None:
    for made in drafted(case).made:
        text = as_text(made.path.read_bytes())
        assert not re.search(r"\{[{%]|[%}]\}|\bNone\b(?! (is|are) on record)|\[\]", text)
        assert not re.search(r"Dear\s*,|,\s*,|\s,|[^\s.]  \S|\(\s*\)", text), text


@CASE
def test_what_a_finding_refuses_is_not_even_drafted(case: str) -> None:
    for made in drafted(case).made:
        refusing = [f.rule for f in made.job.findings if f.severity is Severity.ERROR]
        assert refusing == [], made.path.name


def test_parents_of_the_example_get_their_own_papers_and_nobody_elses() -> None:
    report = drafted("fam-0042", dt.date(2025, 10, 6))
    papers = {(m.job.kind.name, m.job.about, m.job.recipient, m.job.pupil) for m in report.made}
    assert {paper for paper in papers if paper[2]} == {
        ("invite", "m-1", "p-1", "c-1"),
        ("invite", "m-1", "p-1", "c-2"),
        ("invite", "m-3", "p-2", "c-1"),
        ("invite", "m-3", "p-2", "c-2"),
        ("rearranged", "m-3", "p-2", "c-1"),
        ("rearranged", "m-3", "p-2", "c-2"),
        ("enclosure-receipt", "m-1", "p-1", "c-1"),
        ("enclosure-receipt", "m-1", "p-1", "c-2"),
        ("enclosure-receipt", "m-3", "p-2", "c-1"),
        ("copy-letter", "ct-1", "p-2", "c-1"),
        ("copy-letter", "ct-2", "p-1", "c-1"),
        ("copy-letter", "ct-3", "p-2", "c-2"),
        ("failed-contract", "w-1", "p-2", "c-1"),
    }
    assert {paper for paper in papers if not paper[2]} == {
        ("meeting-form", "m-1", None, "c-1"),
        ("meeting-form", "m-1", None, "c-2"),
        ("meeting-form", "m-3", None, "c-1"),
        ("meeting-form", "m-3", None, "c-2"),
        ("contract", "ct-1", None, "c-1"),
        ("contract", "ct-2", None, "c-1"),
        ("review", "rv-1", None, "c-1"),
        ("noncompliance-record", "nc-1", None, "c-1"),
        ("noncompliance-record", "nc-2", None, "c-1"),
        ("links-sheet", "", None, None),
    }
    assert len(report.made) == len(papers) + 1  # the links sheet is there for each of them


def test_each_parent_of_the_example_gets_their_language_and_english_in_one_file() -> None:
    made = drafted("fam-0042", dt.date(2025, 10, 6)).made
    ours = [each.job for each in made if each.job.kind.audience == "parent"]
    told = {(READS[job.language], job.language, job.variant) for job in ours}
    assert told == {("p-1", "pl-en", "standard"), ("p-2", "ur-en", "large")}
    for job in ours:
        assert (job.recipient or PARENT_OF.get(job.about, READS[job.language])) == READS[
            job.language
        ]


# What belongs to one parent of fam-0042 alone, each as it would catch the eye in the XML.
OF_MOTHER = (
    "CO99 1AB",
    "CO991AB",
    "14 Mill Road",
    "07700 900 101",
    "07700900101",
    "7700900101",
    "phone the school before 8:45am",
    "SEN meeting on 14 November",
    "sleep-routine sessions",
    "bring Adam to school every day",
    "Phone was cut off",
    "Zofia is anxious on Mondays",
    "Corridor noise",
    "Later start door",
    "Willing to try",
    "Someone to call",
    "Zadzwoni",
    "Polish",
    "Zając",
    "Agnieszka",
)
OF_FATHER = (
    "CO99 2BD",
    "CO992BD",
    "77 Harbour Street",
    "07700 900 102",
    "07700900102",
    "7700900102",
    "On the Mondays Zofia stays with me",
    "Adam does not stay with me",
    "Usman",
)
OF_SISTER = ("Zofia", "29 February 2012", "2012-02-29", "Zosia", "quiet door")
OF_BROTHER = ("Adam", "31 August 2016", "2016-08-31", "breakfast club")
PARENT_OF = dict.fromkeys(("m-1", "ct-1", "ct-3", "rv-1", "nc-1"), "p-1")
PARENT_OF |= dict.fromkeys(("m-3", "ct-2", "nc-2", "w-1"), "p-2")
READS = {"pl-en": "p-1", "ur-en": "p-2"}


def test_no_paper_of_the_example_shows_what_is_another_persons() -> None:
    for made in drafted("fam-0042", dt.date(2025, 10, 6)).made:
        job = made.job
        reader = job.recipient or PARENT_OF.get(job.about) or READS.get(job.language)
        other = {"p-1": OF_FATHER, "p-2": OF_MOTHER}.get(reader or "", OF_MOTHER + OF_FATHER)
        hidden = [*other, *(OF_SISTER if made.job.pupil == "c-2" else OF_BROTHER)]
        text = all_of(made.path.read_bytes())
        assert [each for each in hidden if each.casefold() in text] == [], made.path.name


# What is one parent's alone in fam-0215, and who reads what has no recipient.
APART = {
    "p-1": ("CT99 4DE", "48 Smugglers Walk", "07700 900 292", "kit list", "second set of games"),
    "p-2": ("CT99 4AB", "Herring House", "07700 900 291", "in bed by 9:30pm", "write to Ms"),
}
MET_BY = {"m-1": "p-1", "ct-1": "p-1", "m-2": "p-2", "ct-2": "p-2"}


def test_parents_who_cant_sit_in_one_room_learn_nothing_of_each_other() -> None:
    for made in drafted("fam-0215-apart").made:
        reader = made.job.recipient or MET_BY.get(made.job.about, "")
        text = all_of(made.path.read_bytes())
        hidden = APART.get(reader, ("CT99 4DE", "CT99 4AB"))
        assert [each for each in hidden if each.casefold() in text] == [], made.path.name


@pytest.mark.parametrize("values", ["every-paper", "few-words", "many-words"])
@pytest.mark.parametrize("authority", ["essex", "kent"])
def test_every_kind_of_a_pack_is_made_with_ordinary_short_and_long_values(
    authority: str, values: str
) -> None:
    case = next(c for c in CASES if c.endswith(values) and CASES[c].parent.name == authority)
    kinds = examined(case).pack.kinds.items()
    wanted = {name for name, kind in kinds if not kind.on_request}
    assert {made.job.kind.name for made in drafted(case).made} == wanted


CHECKPOINTS = [
    *(f"P{number}" for number in range(1, 12)),
    *(f"V{number}" for number in range(1, 10)),
    *(f"W{number}" for number in range(1, 10)),
]


def test_a_checklist_has_its_29_rows_in_order_and_the_schools_own_at_the_end_of_their_stage() -> (
    None
):
    place = GOLDEN / "kent/checklist/fam-0212-every-paper-draft-checklist-ct-1-c-1-en.txt"
    lines = place.read_text(encoding="utf-8").split("\n")
    rows = [line for line in lines if re.match(r"[PVW]\d+\. ", line)]
    assert [row.partition(".")[0] for row in rows] == CHECKPOINTS
    own = lines.index("Science teacher asked about seating | New seat from 10 November. | Yes")
    assert lines[own - 1].startswith("P11. ")


def test_a_finished_action_stays_in_the_review_struck_through_and_said_in_words() -> None:
    made = drafted("fam-0202-review").made
    review = next(paper for paper in made if paper.job.kind.name == "review")
    with zipfile.ZipFile(review.path) as package:
        body = package.read("word/document.xml").decode()
    rows = re.findall(r"<w:tr[ >].*?</w:tr>", body, re.DOTALL)
    row = next(row for row in rows if "alarm clock" in row)
    struck = re.findall(r"<w:r>(?:(?!</w:r>).)*<w:strike/>(?:(?!</w:r>).)*</w:r>", row, re.DOTALL)
    assert any("alarm clock" in run for run in struck)
    assert "Complete, 28 January 2026" in re.sub(r"<[^>]*>", "", row)


def all_of(content: bytes) -> str:
    """Give all that lies in a Word file: every part as it is, and again without its tags."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        names = " ".join(package.namelist())
    raw = "\n".join(parts)
    bare = re.sub(r"<[^>]*>", "", raw)
    return f"{names}\n{raw}\n{bare}".casefold()
