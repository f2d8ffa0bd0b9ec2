"""Issuing dates, numbers and records: once, with what was issued never written over."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from officework import (
    CASE,
    CONTRACT_MADE,
    INVITE,
    PACK,
    TODAY,
    case_text,
    desk_in,
    issued_files,
    office_in,
    write_case,
    write_template,
)
from worked import as_text

from docgen.errors import (
    CasefileRejected,
    DiskTrouble,
    DocgenError,
    LedgerTrouble,
    OutputDiffers,
    UsageTrouble,
)
from docgen.model.case import Issued
from docgen.model.plan import Identity, State
from docgen.service import accounts, register
from docgen.service.desk import open_desk
from docgen.service.examine import read_case
from docgen.service.issue import issue
from docgen.service.report import Report, Wish

BOTH = CASE + CONTRACT_MADE
INVITES = ["fam-0001-1-invite-p-1-c-1-en-v1.docx", "fam-0001-2-invite-p-2-c-1-en-v1.docx"]
CONTRACT = "fam-0001-3-contract-c-1-en-v1.docx"
LATER = TODAY + dt.timedelta(days=1)
ACCEPTED = {"R-41:ct-1": "Trial to the end of term"}
AT_ONCE = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from pathlib import Path
from officework import desk_in
from dataclasses import replace
from docgen.service.desk import run_id
from docgen.service.issue import issue
from docgen.service.report import Wish
desk = replace(desk_in(Path(sys.argv[1])), run=run_id())
print("ready", flush=True)
sys.stdin.readline()
print(len(issue(desk, "fam-0001", Wish(), {{}}).made))
"""


def issued(office: Path, *, today: dt.date = TODAY, by: str = "st-2", **reasons: str) -> Report:
    """Issue all that is due in the office's case."""
    given = {name.replace("__", ":").replace("_", "-"): text for name, text in reasons.items()}
    return issue(desk_in(office, today=today, by=by), "fam-0001", Wish(), given)


def register_of(office: Path) -> tuple[Issued, ...]:
    """Give what the casefile says was issued."""
    path = office / "casefiles" / "fam-0001.yaml"
    return read_case(desk_in(office), path)[2].issued


def code_of(office: Path, kind: type[DocgenError]) -> str:
    """Give the code of the error in which issuing ends."""
    with pytest.raises(kind) as told:
        issued(office)
    return told.value.code


def test_documents_are_dated_numbered_recorded_and_delivered(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    report = issued(office)
    assert issued_files(office) == INVITES
    assert [made.identity for made in report.made] == [
        Identity("fam-0001/1", 1),
        Identity("fam-0001/2", 1),
    ]
    assert "1 December 2025, fam-0001/1 version 1" in as_text(report.made[0].path.read_bytes())
    entries = accounts.list_entries(desk_in(office))
    assert [(e.act, e.number, e.recipient, e.actor) for e in entries] == [
        ("issue", "fam-0001/1", "p-1", "st-2"),
        ("issue", "fam-0001/2", "p-2", "st-2"),
    ]
    assert report.head is not None
    assert (report.head.count, report.head.seal) == (2, entries[-1].seal)


def test_the_casefile_learns_what_was_issued_and_keeps_the_rest(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    report = issued(office)
    assert case_text(office).startswith(CASE)
    first, second = register_of(office)
    assert (first.number, first.version, first.dated) == ("fam-0001/1", 1, TODAY)
    assert (first.kind, first.about, first.recipient, first.pupil) == (
        *("invite", "m-1"),
        *("p-1", "c-1"),
    )
    assert [first.digest, second.digest] == [made.digest for made in report.made]
    assert first.template.startswith("wessex-vale 2.0 invite.docx ")


def test_no_name_stands_in_ledger_or_file_names(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    shown = str(accounts.list_entries(desk_in(office))) + str(issued_files(office))
    assert not any(name in shown for name in ("Asha", "Rahman", "Zoya", "Karim", "Mill Road"))


def test_issuing_again_with_nothing_changed_adds_nothing(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    text = case_text(office)
    report = issued(office, today=LATER)
    assert report.made == ()
    assert [job.state for job in report.standing] == [State.ISSUED, State.ISSUED]
    assert case_text(office) == text
    assert report.head is not None
    assert report.head.count == 2


def test_other_inputs_give_the_next_version_and_the_old_file_stays(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    write_case(office, case_text(office).replace("Room 4", "The library"))
    report = issued(office, today=LATER)
    assert [made.identity for made in report.made] == [
        Identity("fam-0001/1", 2, "fam-0001/1-v1"),
        Identity("fam-0001/2", 2, "fam-0001/2-v1"),
    ]
    later = [name.replace("-v1", "-v2") for name in INVITES]
    assert issued_files(office) == sorted(INVITES + later)
    assert [paper.replaces for paper in register_of(office)][2:] == [
        "fam-0001/1-v1",
        "fam-0001/2-v1",
    ]


def test_a_changed_template_gives_the_next_version(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    write_template(office / "templates" / "wessex-vale" / "invite.docx", [*INVITE, "Come!"])
    assert [made.path.name for made in issued(office).made] == [
        name.replace("-v1", "-v2") for name in INVITES
    ]


def test_a_withdrawn_document_is_replaced_by_the_next(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    register.withdraw(desk_in(office), "fam-0001/2", "Sent to the wrong house")
    report = issued(office)
    assert [made.identity for made in report.made] == [Identity("fam-0001/2", 2, "fam-0001/2-v1")]


def test_a_version_dated_before_the_one_it_replaces_is_told(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    write_case(office, case_text(office).replace("Room 4", "The library"))
    report = issued(office, today=TODAY - dt.timedelta(days=1))
    assert len(report.notices) == 2
    assert "fam-0001/1 version 2 is dated 2025-11-30, before" in report.notices[0]


def test_documents_that_the_ledger_has_lost_are_told(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    (office / "ledger.db").unlink()
    (office / "keys").rename(tmp_path / "away")
    for notices in (
        issued(office).notices,
        register.sent(desk_in(office), "fam-0001/1", "post", TODAY).notices,
    ):
        assert "knows nothing of fam-0001/1 version 1, fam-0001/2 version 1" in notices[0]


def test_new_numbers_go_on_after_the_highest(tmp_path: Path) -> None:
    office = office_in(tmp_path, CASE.replace("invited: [p-1, p-2]", "invited: [p-1]"))
    reasons = {"R-20:m-1.c-1": "He is met on his own"}
    issue(desk_in(office), "fam-0001", Wish(), reasons)
    both = case_text(office).replace("invited: [p-1]", "invited: [p-1, p-2]")
    write_case(office, both)
    assert [made.identity for made in issued(office).made] == [
        Identity("fam-0001/1", 2, "fam-0001/1-v1"),
        Identity("fam-0001/2", 1),
    ]


def test_what_is_held_waits_for_a_reason(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    report = issued(office)
    assert issued_files(office) == INVITES
    assert [j.kind.name for j in report.stopped if j.state is State.HELD] == ["contract"]


def test_a_reason_is_written_down_with_who_and_when_and_lets_the_document_go(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path, BOTH)
    issue(desk_in(office, by="st-1"), "fam-0001", Wish(), ACCEPTED)
    assert issued_files(office) == [*INVITES, CONTRACT]
    (decision,) = read_case(desk_in(office), office / "casefiles" / "fam-0001.yaml")[2].decisions
    assert (decision.rule, decision.about, decision.by, decision.date) == (
        *("R-41", "ct-1"),
        *("st-1", TODAY),
    )
    assert decision.reason == "Trial to the end of term"
    assert register_of(office)[2].requirements == ("ct-1.rq-1",)


def test_a_decision_once_made_holds_for_the_next_run(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    issue(desk_in(office), "fam-0001", Wish(), ACCEPTED)
    write_case(office, case_text(office).replace("once a week", "twice a week"))
    write_template(office / "templates" / "wessex-vale" / "contract.docx", ["{{ document.date }}"])
    assert "fam-0001-3-contract-c-1-en-v2.docx" in [m.path.name for m in issued(office).made]


def test_a_reason_whose_document_is_not_issued_is_not_written_down_but_told(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path, BOTH)
    report = issue(desk_in(office), "fam-0001", Wish(kinds=("invite",)), ACCEPTED)
    assert "decisions:" not in case_text(office)
    assert "R-41:ct-1" in report.notices[0]


@pytest.mark.parametrize("name", ["R-41:ct-2", "R-40:ct-1", "R-41", "R-41:ct-1.rq-1"])
def test_a_reason_for_what_is_no_open_warning_is_told(tmp_path: Path, name: str) -> None:
    office = office_in(tmp_path, BOTH)
    with pytest.raises(UsageTrouble) as told:
        issue(desk_in(office), "fam-0001", Wish(), {name: "Because"})
    assert told.value.code == "reason-unmatched"
    assert issued_files(office) == []


@pytest.mark.parametrize(
    "words", ["", "  ", "a\x07bell", "x" * 501, "turn \u202e it", "{{ name }}"]
)
def test_words_that_a_casefile_cannot_hold_are_refused_before_anything_is_recorded(
    tmp_path: Path, words: str
) -> None:
    office = office_in(tmp_path, BOTH)
    with pytest.raises(UsageTrouble) as told:
        issue(desk_in(office), "fam-0001", Wish(), {"R-41:ct-1": words})
    assert told.value.code == "words-unfit"
    assert case_text(office) == BOTH
    assert issued_files(office) == []
    assert accounts.list_entries(desk_in(office)) == ()


@pytest.mark.parametrize(
    "words", ["no: really", "- a list", "'quoted' \"twice\"", "# no comment", "2025-12-01", "null"]
)
def test_words_that_yaml_would_misread_are_kept_as_they_are(tmp_path: Path, words: str) -> None:
    office = office_in(tmp_path, BOTH)
    issue(desk_in(office), "fam-0001", Wish(), {"R-41:ct-1": words})
    path = office / "casefiles" / "fam-0001.yaml"
    assert read_case(desk_in(office), path)[2].decisions[0].reason == words


@pytest.mark.parametrize("actor", ["st-9", "p-1", "c-1"])
def test_a_key_that_is_nobodys_on_the_staff_cannot_issue(tmp_path: Path, actor: str) -> None:
    office = office_in(tmp_path)
    with pytest.raises(UsageTrouble, match=actor) as told:
        issued(office, by=actor)
    assert told.value.code == "actor-unknown"
    assert "st-1, st-2" in told.value.remedy


def test_who_is_no_key_may_issue_under_a_name_of_the_system(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office, by="office-pc-3")
    assert {e.actor for e in accounts.list_entries(desk_in(office))} == {"office-pc-3"}


def test_a_document_that_would_leak_is_refused_and_takes_no_number(tmp_path: Path) -> None:
    leaking = BOTH.replace("Many mornings", "They live at 77 Quay Street, Harwich. Many mornings")
    office = office_in(tmp_path, leaking)
    report = issue(desk_in(office), "fam-0001", Wish(), ACCEPTED)
    assert issued_files(office) == INVITES
    assert [paper.number for paper in register_of(office)] == ["fam-0001/1", "fam-0001/2"]
    refused = next(job for job in report.stopped if job.state is State.REFUSED)
    assert "leak" in [finding.rule for finding in refused.findings]
    assert "decisions:" not in case_text(office)


def test_a_deleted_document_is_made_again_just_as_it_was(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    first = issued(office).made[0].path
    content = first.read_bytes()
    first.unlink()
    report = issued(office, today=LATER)
    assert first.read_bytes() == content
    assert report.made == ()
    assert "fam-0001/1 version 1" in report.notices[0]


def test_a_document_changed_in_the_outbox_is_told_and_left_alone(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    first, second = (made.path for made in issued(office).made)
    first.write_bytes(second.read_bytes())
    assert code_of(office, OutputDiffers) == "issued-changed"
    first.write_bytes(b"no Word file any more")
    assert code_of(office, OutputDiffers) == "issued-changed"
    assert first.read_bytes() == b"no Word file any more"


def test_a_document_that_cannot_be_made_again_as_it_was_is_told(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    report = issued(office)
    write_case(office, case_text(office).replace(report.made[0].digest, "0" * 64))
    report.made[0].path.unlink()
    assert code_of(office, OutputDiffers) == "issued-differs"
    assert issued_files(office) == INVITES[1:]


def test_a_stranger_in_a_documents_place_stops_the_run_before_it_is_recorded(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    stranger = office / "output" / "fam-0001" / INVITES[1]
    stranger.parent.mkdir(parents=True)
    stranger.write_bytes(b"somebody's own")
    assert code_of(office, OutputDiffers) == "output-name-taken"
    assert issued_files(office) == INVITES[1:]
    assert accounts.list_entries(desk_in(office)) == ()


def test_entries_taken_out_of_the_casefile_do_not_free_their_numbers(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    issued(office)
    write_case(office, CASE)
    assert code_of(office, LedgerTrouble) == "ledger-number-taken"
    assert len(accounts.list_entries(desk_in(office))) == 2
    write_case(office, case_text(office))
    assert code_of(office, LedgerTrouble) == "ledger-number-taken"


def test_a_damaged_ledger_stops_the_run_and_nothing_is_delivered(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    (office / "ledger.db").write_bytes(b"no ledger at all" * 300)
    assert code_of(office, LedgerTrouble) == "ledger-damaged"
    assert issued_files(office) == []
    assert case_text(office) == CASE


def test_nothing_is_issued_where_no_ledger_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = office_in(tmp_path)
    monkeypatch.chdir(office)
    (office / "docgen.yaml").unlink()
    with pytest.raises(UsageTrouble) as told:
        issue(open_desk(office, environ={}), "casefiles/fam-0001.yaml", Wish(), {})
    assert told.value.code == "workspace-needed"


def test_a_casefile_broken_at_the_last_moment_waits_and_the_next_run_says_so(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    path = office / "casefiles" / "fam-0001.yaml"

    def told(step: str) -> None:
        if step == "recorded":
            path.write_text("half sav: [", "utf-8")

    report = issue(replace(desk_in(office), told=told), "fam-0001", Wish(), {})
    assert issued_files(office) == INVITES
    assert "next start" in report.notices[0]
    assert code_of(office, CasefileRejected) == "casefile-rejected"
    write_case(office, CASE + "# saved at last\n")
    report = issued(office)
    assert report.made == ()
    assert len(report.standing) == 2
    assert "# saved at last" in case_text(office)


def test_a_casefile_moved_away_after_issuing_is_waited_for(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    path = office / "casefiles" / "fam-0001.yaml"

    def told(step: str) -> None:
        if step == "recorded":
            path.unlink()

    issue(replace(desk_in(office), told=told), "fam-0001", Wish(), {})
    (office / "casefiles" / "essex").mkdir()
    (office / "casefiles" / "essex" / "fam-0001.yaml").write_text(CASE, "utf-8")
    assert code_of(office, DiskTrouble) == "addition-waits"
    (office / "casefiles" / "essex" / "fam-0001.yaml").rename(path)
    assert len(issued(office).standing) == 2


def test_a_paper_on_the_whole_case_is_issued_once_too(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    pack = office / "templates" / "wessex-vale"
    kind = "  leaflet: {title: What it is, act: explanation, per: case, source: made up}\n"
    (pack / "pack.yaml").write_text(PACK + kind, "utf-8")
    write_template(pack / "leaflet.docx", ["{{ school.name }}, {{ document.reference }}"])
    assert issued(office).made[-1].path.name == "fam-0001-3-leaflet-en-v1.docx"
    assert issued(office).made == ()


def test_two_runs_at_once_give_each_number_once(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    command = [sys.executable, "-c", AT_ONCE, str(office)]
    runs = [subprocess.Popen(command, stdin=-1, stdout=-1, text=True) for _ in range(2)]  # noqa: S603 - our own words
    for run in runs:
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
    for run in runs:
        assert run.stdin is not None
        run.stdin.write("go\n")
        run.stdin.flush()
    made = [run.communicate()[0].strip() for run in runs]
    assert sorted(made) == ["0", "2"]
    assert issued_files(office) == INVITES
    assert len(register_of(office)) == 2
    assert accounts.verify(desk_in(office)).head is not None
