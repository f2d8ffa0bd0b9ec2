"""The report of a run: what went to whom, in which language, what was refused and why."""

import csv
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from familywork import FATHER_LINE, asked, desk, line, roster_office
from lxml import etree
from openpyxl import load_workbook

from docgen.check.roster.tally import Told
from docgen.crew.local import LocalCrew
from docgen.model.batch import Outcome, Progress
from docgen.model.finding import Finding, Severity
from docgen.model.sheet import Mark
from docgen.service.batch.charts import MOST_BARS, Bar, Chart, figure
from docgen.service.batch.figures import FIRST_ROWS, Figures, in_language, why
from docgen.service.batch.listening import FILE, Heard, Listening, keep, kept
from docgen.service.batch.report import write_report
from docgen.service.batch.reported import Reported, resume_reported, run_reported
from docgen.service.batch.rosters import open_source
from docgen.service.batch.run import run
from docgen.service.batch.runs import Order, open_run

GRACE = {
    "Forename": "Leo", "Surname": "Mbeki", "ID": "K8", "Contact": "Grace", "Family": "Mbeki",
    "Address": "3 Hill Street", "Mobile": "07700 900103",
}  # fmt: skip
NO_DAY = line(2, **GRACE, DOB="31/02/2012")
JOAN = {
    "Forename": "Ida", "Surname": "Pryce", "ID": "K9", "Contact": "Joan", "Family": "Pryce",
    "Address": "5 Sea View", "Mobile": "07700 900104",
}  # fmt: skip
NO_POSTCODE = line(3, **JOAN, Postcode="CO99")
SHEET = (line(), line(1, **FATHER_LINE), NO_DAY, NO_POSTCODE)
REFUSED = Finding("R-107", Severity.ERROR, "no postcode", "write one")
HELD = Finding("R-25", Severity.WARNING, "no interpreter", "ask them")
TOLD = Finding("R-90", Severity.INFORMATION, "fine", "")


def reported(office: Path, order: Order | None = None) -> Reported:
    """Run the office's roster and report."""
    return run_reported(desk(office), asked(office), order or Order(), LocalCrew())


def test_a_report_tells_what_was_made_and_what_was_not(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    report = reported(office).report
    assert report.figures.states == {"made": 2, "refused": 1}
    assert report.figures.languages == {"en": 2}
    assert [reason.finding.rule for reason in report.figures.ranked()] == ["R-107"]
    assert report.heard is not None
    assert (report.heard.rows, report.heard.refused) == (4, 1)
    assert report.head is not None


def test_the_page_is_sound_and_has_a_table_beside_each_chart(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    text = reported(office).report.page.read_text("utf-8")
    root = etree.fromstring(text.partition("\n")[2].encode())
    figures = [each for each in root.iter("section") if each.get("class") == "figure"]
    assert len(figures) == 5
    for each in figures:
        drawn = each.find(".//svg")
        assert drawn is not None
        assert drawn.get("role") == "img"
        assert drawn.get("aria-label", "").startswith("Bar chart: ")
        assert each.find(".//table") is not None
    assert "<script" not in text
    assert "http" not in text
    assert "cell-date-impossible" in text
    assert "E4" in text or "D4" in text


def test_no_value_of_the_sheet_stands_in_a_report(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    report = reported(office).report
    book = load_workbook(report.book)
    cells = [str(cell.value) for sheet in book.worksheets for row in sheet for cell in row]
    told = [*cells, report.page.read_text("utf-8"), report.index.read_text("utf-8")]
    for value in ("Rahman", "Karim", "Mill Road", "07700", "CO99", "31/02/2012"):
        assert not [text for text in told if value in text], value


def test_the_index_and_the_workbook_have_a_row_for_each_letter(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    done = reported(office)
    with done.report.index.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["What came of it"] for row in rows) == ["made", "made", "refused"]
    for row in rows:
        if row["What came of it"] == "made":
            assert (Path(done.letters) / row["Part"] / row["File"]).is_file()
        else:
            assert (row["Why not"], row["File"], row["Rows"]) == ("R-107", "", "5")
    book = load_workbook(done.report.book)
    assert book.sheetnames == ["Summary", "Letters", "Why not", "Found in the sheet"]
    assert [book[name].max_row for name in ("Letters", "Why not")] == [4, 2]
    summary = {str(row[0].value): row[1].value for row in book["Summary"]}
    assert summary["Made in this run"] == 2
    assert summary["Rows that can't be used"] == 1
    assert summary["Whole"] == "yes"


def test_letters_in_archives_are_named_with_theirs(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    done = reported(office, Order(archive=True))
    assert "00001.zip" in done.report.index.read_text("utf-8")


@pytest.mark.parametrize("stage", ["fixed", "delivered"])
def test_a_resumed_run_knows_what_was_wrong_with_the_sheet(tmp_path: Path, stage: str) -> None:
    office = roster_office(tmp_path / "office", *SHEET)

    def dark(progress: Progress) -> None:
        if progress.stage == stage:
            raise KeyboardInterrupt

    at, wanted = desk(office), asked(office)
    with pytest.raises(KeyboardInterrupt):
        run_reported(at, wanted, Order(families=1), LocalCrew(), dark)
    wanted.path.unlink()
    done = resume_reported(desk(office), at.run, LocalCrew())
    assert done.report.heard is not None
    assert done.report.heard.refused == 1
    assert done.report.figures.states == {"made": 2, "refused": 1}


def test_a_report_of_half_a_run_says_how_to_go_on(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)

    def dark(progress: Progress) -> None:
        if progress.stage == "delivered":
            raise KeyboardInterrupt

    at = desk(office)
    with closing(open_source(at, asked(office))) as source, pytest.raises(KeyboardInterrupt):
        run(at, source, Order(families=1), LocalCrew(), dark)
    report = write_report(desk(office), open_run(desk(office), at.run))
    assert f"docgen batch resume {at.run}" in report.page.read_text("utf-8")
    assert report.heard is None
    assert load_workbook(report.book)["Summary"]["B5"].value == "no: resume it"


def test_nothing_made_is_told_without_charts(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", NO_DAY)
    text = reported(office).report.page.read_text("utf-8")
    assert "<p>None.</p>" in text
    assert "<svg" not in text


def test_a_source_that_is_listened_to_is_the_same_source(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    with closing(Listening(open_source(desk(office), asked(office)), tmp_path)) as listening:
        assert listening.recipe == listening.source.recipe
        assert listening.originals == listening.source.originals
        assert listening.judge == listening.source.judge
        assert len(list(listening.families())) == len(list(listening.families())) == 2
        listening.settled()
    heard = kept(tmp_path)
    assert heard is not None
    assert (heard.shown, heard.rows, heard.refused) == ("people.csv", 4, 1)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"shown": "a", "rows": 1, "told": [{}]}'])
def test_what_was_found_is_left_out_where_it_can_t_be_read(tmp_path: Path, text: str) -> None:
    assert kept(tmp_path) is None
    (tmp_path / FILE).write_text(text, "utf-8")
    assert kept(tmp_path) is None


def test_findings_are_kept_with_their_cells(tmp_path: Path) -> None:
    found = replace(REFUSED, place=Mark("people.csv", 9, 3))
    heard = Heard("people.csv", 10, 1, (Told("R-107", Severity.ERROR, 60, (found, TOLD)),))
    keep(tmp_path, heard)
    assert kept(tmp_path) == heard
    assert json.loads((tmp_path / FILE).read_text("utf-8"))["rows"] == 10


def test_a_letter_is_refused_by_its_errors_and_else_held_by_its_warnings() -> None:
    outcome = Outcome("b-1", (2,), 1, "refused", findings=(HELD, REFUSED, TOLD, REFUSED))
    assert why(outcome) == (REFUSED,)
    assert why(replace(outcome, state="held", findings=(HELD, TOLD))) == (HELD,)
    assert why(replace(outcome, state="made")) == ()
    assert why(replace(outcome, state="past")) == ()


def test_reasons_that_refuse_come_first_then_the_commonest() -> None:
    figures = Figures()
    other = replace(HELD, rule="R-26")
    for number in range(FIRST_ROWS + 5):
        figures.add(Outcome("b-1", (number, number), 1, "held", findings=(HELD,)))
    figures.add(Outcome("b-2", (1,), 1, "held", findings=(other,)))
    figures.add(Outcome("b-3", (1,), 1, "rejected", findings=(REFUSED,)))
    assert [each.finding.rule for each in figures.ranked()] == ["R-107", "R-25", "R-26"]
    assert figures.ranked()[1].rows == list(range(FIRST_ROWS))
    assert figures.stopped == FIRST_ROWS + 7


def test_languages_are_named() -> None:
    assert in_language("pl-en") == "Polish and English"
    assert in_language("en") == "English"
    assert in_language("xx-en") == "xx and English"


def test_a_chart_draws_the_longest_bars_and_its_table_has_all() -> None:
    bars = [Bar(f"rule & {number}" + "x" * 40, 100 - number) for number in range(MOST_BARS + 3)]
    text = figure(Chart("rules", "Why", ("Rule", "Letters"), bars))
    assert text.count("<rect") == MOST_BARS
    assert "The 3 smallest stand in the table alone." in text
    assert text.count('scope="row"') == MOST_BARS + 4
    assert "rule &amp; 0" in text
    assert "…" in text


def test_a_chart_of_nothing_but_noughts_is_drawn() -> None:
    text = figure(Chart("rules", "Why", ("Rule", "Letters"), [Bar("a", 0)]))
    assert 'width="2"' in text
