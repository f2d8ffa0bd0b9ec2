"""`docgen batch run`, `resume`, `adopt`: what is told on the way and after, and how it leaves."""

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from familywork import FATHER_LINE, asked, desk, line, put_roster, roster_office
from rich.console import Console

from docgen.cli.batch_crew import crew_for
from docgen.cli.batch_progress import BETWEEN, Events, Lines, Screen, far, teller
from docgen.cli.batch_run_told import reported_lines, status_after
from docgen.cli.main import docgen
from docgen.crew.cluster import ClusterCrew
from docgen.crew.local import LocalCrew
from docgen.errors import UsageTrouble
from docgen.model.batch import Progress
from docgen.service.batch.reported import run_reported
from docgen.service.batch.runs import Order, all_runs

GRACE = {
    "Forename": "Leo", "Surname": "Mbeki", "ID": "K8", "Contact": "Grace", "Family": "Mbeki",
    "Address": "3 Hill Street", "Mobile": "07700 900103",
}  # fmt: skip
WELL = (line(), line(1, **FATHER_LINE))
RUN = ("run", "people.csv", "--with", "frame.yaml", "--processes", "1")
MADE = Progress("r-1", "delivered", 2, 9, 1200, 9800, 3, 310.4, 27.7)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an office with a roster of one family, and work in it."""
    folder = roster_office(tmp_path / "office", *WELL)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DOCGEN_TODAY", "2025-12-01")
    return folder


def batch(*words: str) -> Result:
    """Run a command of `docgen batch`."""
    return CliRunner().invoke(docgen, ["batch", *words])


def lines_of(result: Result) -> list[dict[str, Any]]:
    """Read what was told line by line."""
    return [json.loads(each) for each in result.stdout.splitlines()]


def run_of(office: Path) -> str:
    """Give the name of the office's last run."""
    return [run.head.run for run in all_runs(desk(office))][-1]


def test_a_run_tells_what_was_made_and_where_it_lies(office: Path) -> None:
    result = batch(*RUN)
    name = run_of(office)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Run {name}: 2 letters made.\n       2 in English\n")
    assert f"Letters: {Path('output/batches') / name / 'letters'}" in result.stdout
    assert f"{Path('report') / 'report.html'}, and beside it report.xlsx" in result.stdout
    assert "Ledger: 2 entries, head seal " in result.stdout
    assert f"docgen batch resume {name}" in result.stderr


def test_a_run_with_refused_rows_leaves_with_4(office: Path) -> None:
    bad = line(2, **GRACE, DOB="31/02/2012")
    put_roster(office, *WELL, bad)
    result = batch(*RUN)
    assert result.exit_code == 4
    assert "Rows of the sheet that can't be used: 1" in result.stdout


def test_a_refused_letter_is_told_with_its_rule_and_remedy(office: Path) -> None:
    put_roster(office, line(Postcode="CO99"))
    result = batch(*RUN)
    assert result.exit_code == 4
    assert "Refused: 1" in result.stdout
    assert "  R-107  E  1 letter, first rows 2\n" in result.stdout
    assert "      to mend: " in result.stdout


@pytest.mark.usefixtures("office")
def test_in_json_each_line_is_an_event_and_the_last_the_answer() -> None:
    result = batch(*RUN, "--json")
    *events, answer = lines_of(result)
    assert [each["event"] for each in events] == ["fixed", "delivered", "done"]
    assert set(events[0]) == {
        "event", "run", "chunk", "chunks", "letters", "of", "stopped", "per_second", "left",
    }  # fmt: skip
    assert set(answer) == {
        "exit", "event", "run", "whole", "states", "kinds", "languages", "variants", "not_made",
        "rows", "refused_rows", "left_out_families", "changed_rows",
        "stay", "failed_chunks", "waiting_chunks", "notices", "letters", "report",
        "workbook", "index", "ledger",
    }  # fmt: skip
    assert (answer["event"], answer["exit"], answer["whole"]) == ("report", 0, True)
    assert answer["states"] == {"made": 2}
    assert Path(answer["report"]).is_file()


def test_in_json_an_error_after_events_is_a_line_too(office: Path) -> None:
    (office / "frame.yaml").write_text("authority: nowhere\n", "utf-8")
    told = lines_of(batch(*RUN, "--json"))
    assert len(told) == 1
    assert told[0]["exit"] == 5


def test_letters_go_where_they_are_wished_in_archives(office: Path) -> None:
    result = batch(*RUN, "--out", "elsewhere", "--archive", "--format", "docx", "--json")
    answer = lines_of(result)[-1]
    assert Path(answer["letters"]) == office / "elsewhere" / answer["run"]
    assert (office / "elsewhere" / answer["run"] / "00001.zip").is_file()


def test_a_run_that_was_stopped_is_named_and_resumed(office: Path) -> None:
    at = desk(office)
    with pytest.raises(KeyboardInterrupt):
        run_reported(at, asked(office), Order(), LocalCrew(), dark)
    assert batch("resume").stdout == f"docgen batch resume {at.run}\n"
    resumed = batch("resume", at.run, "--processes", "1")
    assert resumed.exit_code == 0
    assert "2 letters made" in resumed.stdout
    assert batch("resume").stdout == "All runs are whole.\n"
    assert json.loads(batch("resume", "--json").stdout) == {"exit": 0, "unfinished": []}


def test_a_run_that_is_not_whole_says_so_and_leaves_with_8(office: Path) -> None:
    done = run_reported(desk(office), asked(office), Order(), LocalCrew())
    waits = replace(done, summary=replace(done.summary, waiting=(1,), notices=("it waits",)))
    name = done.summary.run
    assert f"Not whole yet. Go on with it: docgen batch resume {name}" in reported_lines(waits)
    assert "Good to know: it waits" in reported_lines(waits)
    assert [status_after(each) for each in (done, waits)] == [0, 8]


def test_a_family_of_a_run_becomes_a_casefile(office: Path) -> None:
    answer = lines_of(batch(*RUN, "--json"))[-1]
    case = Path(answer["index"]).read_text("utf-8").splitlines()[1].partition('",')[2][:18]
    result = batch("adopt", answer["run"], case)
    assert result.exit_code == 0
    assert f"docgen check {case}" in result.stdout
    assert (office / "casefiles" / f"{case}.yaml").is_file()
    again = json.loads(batch("adopt", answer["run"], "b-1", "--json").stdout)
    assert again["error"]["code"] == "adopt-unknown"
    others = batch(*RUN).stdout
    assert "Families left out, as they have casefiles of their own: 1." in others


@pytest.mark.usefixtures("office")
def test_a_run_nobody_knows_leaves_with_2() -> None:
    assert batch("resume", "nowhere").exit_code == 2


def test_how_far_it_is_is_told_in_words() -> None:
    assert far(MADE) == "1,200 of 9,800 letters, 310 a second, 0:00:28 left"
    assert far(Progress("r-1", "fixed", 1, 1, 1200, 0, 0)) == (
        "judging families: 1,200 letters to make so far"
    )
    assert far(Progress("r-1", "done", 0, 1, 5, 5, 0, 0.0, None)) == "5 of 5 letters"
    assert far(Progress("r-1", "delivered", 1, 0, 5, 0, 0)) == "5 letters"


def test_lines_come_now_and_then() -> None:
    said: list[str] = []
    seconds = iter([100.0, 101.0, 101.0 + BETWEEN, 102.0 + BETWEEN])
    with Lines(said.append, lambda: next(seconds)) as told:
        for _ in range(4):
            told(MADE)
    assert said == ["Run r-1. If anything stops it: docgen batch resume r-1", far(MADE)]


def test_a_screen_shows_a_bar() -> None:
    shown = StringIO()
    with Screen(Console(file=shown, force_terminal=True, width=120)) as told:
        told(Progress("r-1", "fixed", 1, 1, 1200, 0, 0))
        told(MADE)
    assert "docgen batch resume r-1" in shown.getvalue()
    assert "1,200 of 9,800 letters" in shown.getvalue()


def test_progress_is_told_as_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(teller(json=True), Events)
    assert isinstance(teller(json=False), Lines)
    monkeypatch.setattr("sys.stderr", Terminal())
    assert isinstance(teller(json=False), Screen)


def test_a_crew_has_as_many_processes_as_asked(office: Path) -> None:
    at = desk(office)
    crew = crew_for({"crew": "local", "processes": 3}, at)
    assert isinstance(crew, LocalCrew)
    assert crew.processes == 3
    few = crew_for({"crew": "local", "processes": None}, at)
    assert isinstance(few, LocalCrew)
    assert 1 <= few.processes <= 4


def test_a_crew_may_be_a_cluster(office: Path) -> None:
    at = desk(office)
    crew = crew_for({"crew": "cluster://10.0.0.7:8786", "processes": None}, at)
    assert isinstance(crew, ClusterCrew)
    assert crew.address == "tcp://10.0.0.7:8786"
    safe = crew_for({"crew": "cluster+tls://scheduler:8786/", "processes": None}, at)
    assert isinstance(safe, ClusterCrew)
    assert safe.address == "tls://scheduler:8786"


@pytest.mark.parametrize(
    ("crew", "processes", "code"),
    [
        ("cluster://10.0.0.7", None, "crew-unknown"),
        ("cluster://clerk:secret@10.0.0.7:8786", None, "crew-unknown"),
        ("everybody", None, "crew-unknown"),
        ("cluster://10.0.0.7:8786", 2, "crew-counts-itself"),
    ],
)
def test_a_crew_that_nobody_knows_is_told(
    office: Path, crew: str, processes: int | None, code: str
) -> None:
    with pytest.raises(UsageTrouble) as refused:
        crew_for({"crew": crew, "processes": processes}, desk(office))
    assert refused.value.code == code


class Terminal(StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def dark(progress: Progress) -> None:
    """Be stopped once all families are fixed."""
    if progress.stage == "fixed":
        raise KeyboardInterrupt
