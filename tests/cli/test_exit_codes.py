"""Every exit status of the table, by the situation that a clerk meets it in."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from offices import CASE, LET_GO, THREE, TODAY, WAITING, casefile, change, contents, run, told

from docgen.cli.doors import Door, Doors


def test_0_everything_was_drafted_though_a_warning_is_open(office: Path) -> None:
    result = run(office, "generate", WAITING)
    assert result.exit_code == 0
    assert f"would hold it: casefiles/kent/{WAITING}.yaml:" in result.stdout
    assert "  R-53  W  " in result.stdout


@pytest.mark.parametrize("command", ["check", "plan"])
def test_0_a_case_with_open_warnings_is_in_order(command: str, office: Path) -> None:
    assert run(office, command, WAITING).exit_code == 0


@pytest.mark.parametrize("flags", [(), ("--json",)])
def test_1_a_bug_keeps_its_traceback(flags: tuple[str, ...]) -> None:
    @click.command(cls=Door)
    def crash() -> None:
        raise ZeroDivisionError

    result = CliRunner().invoke(Doors(commands={"crash": crash}), ["crash", *flags])
    assert result.exit_code == 1
    assert isinstance(result.exception, ZeroDivisionError)
    assert result.output == ""


def test_a_run_stopped_from_the_keyboard_says_so() -> None:
    @click.command(cls=Door)
    def wait() -> None:
        raise KeyboardInterrupt

    result = CliRunner().invoke(Doors(commands={"wait": wait}), ["wait", "--json"])
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["error"]["code"]) == (130, "interrupted")
    assert "Stopped from the keyboard." in result.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("chek", CASE), "usage"),
        (("check", "../x"), "case-path-nowhere"),
        (("check", "CON"), "case-wanted-form"),
        (("check", "a:b"), "case-wanted-form"),
        (("check", "fam-9999"), "case-"),
        (("generate", CASE, "--kind", "invoice"), "pack-kind-unknown"),
        (("generate", CASE, "--for", "p-9"), "key-unknown"),
        (("generate", CASE, "--format", "odt"), "format-unknown"),
        (("issue", CASE, "--reason", "R-41=why"), "reason-unreadable"),
        (("issue", CASE, "--reason", "R-41:ct-3="), "reason-unreadable"),
        (
            ("issue", CASE, "--reason", "R-41:ct-3=a", "--reason", "R-41:ct-3=b"),
            "reason-twice",
        ),
        (("withdraw", "../x/1", "--reason", "wrong room"), "number-unreadable"),
        (("withdraw", "CON/1", "--reason", "wrong room"), "number-unreadable"),
        (("sent", "a:b/1", "--how", "by_hand", "--date", TODAY), "number-unreadable"),
        (("served", "fam-0042/7", "--how", "by_hand", "--date", "4/12/2025"), "date-order"),
        (("served", "fam-0042/7", "--how", "by_hand", "--date", TODAY), "number-unknown"),
        (("ledger", "show", "fam-0042/7"), "ledger-number-unknown"),
        (("pack", "placeholders", "invoice", "--authority", "essex"), "pack-kind-unknown"),
        (("pack", "edit", "invoice", "--authority", "essex"), "pack-kind-unknown"),
        (("pack", "edit", "contract"), "authority-unsaid"),
    ],
)
def test_2_what_was_asked_cant_be_done_and_nothing_is_written(
    words: tuple[str, ...], code: str, office: Path
) -> None:
    before = contents(office)
    result = run(office, *words)
    assert result.exit_code == 2
    assert f"[{code}" in result.stderr
    assert "What to do: " in result.stderr
    assert result.stdout == ""
    assert contents(office) == before


@pytest.mark.parametrize("command", ["check", "plan", "generate", "issue"])
def test_3_a_casefile_that_cant_be_judged_tells_all_its_faults_and_nothing_is_written(
    command: str, office: Path
) -> None:
    change(office, "adjustments: []", "adjustmets: []")
    change(office, "date_of_birth: 2012-02-29", "date_of_birth: 29/2/2012")
    change(office, "chair: st-2", "chair: st-9")
    before = contents(office)
    result = run(office, command, CASE)
    assert result.exit_code == 3
    for fault in ("field-mistyped", "date-order", "2012-02-29", "st-9", "adjustments"):
        assert fault in result.stderr
    assert "casefiles/essex/fam-0042.yaml:" in result.stderr
    assert result.stdout == ""
    assert contents(office) == before


@pytest.mark.parametrize("command", ["check", "generate", "issue"])
def test_4_findings_refuse_papers(command: str, office: Path) -> None:
    result = run(office, command, "fam-0112-independent")
    assert result.exit_code == 4
    assert "  R-01  E  " in result.stdout
    assert "To mend: " in result.stdout
    assert not list((office / "output").rglob("*.docx"))


def test_4_a_held_paper_is_not_issued_but_all_others_are(office: Path) -> None:
    result = run(office, "issue", CASE, *THREE, *LET_GO)
    assert result.exit_code == 4
    assert "3 papers issued, 1 held, 1 refused" in result.stdout
    assert 'To accept a W when issuing: --reason R-36:m-3.p-2="..."' in result.stdout
    assert "Ledger: 3 entries, head seal " in result.stdout


def test_0_a_held_paper_that_nobody_wished_for_is_no_matter(office: Path) -> None:
    result = run(office, "issue", CASE, "--kind", "failed-contract", "--for", "p-2", *LET_GO)
    assert result.exit_code == 0


def test_0_a_held_paper_goes_with_a_reason(office: Path) -> None:
    reason = "Term ends before the day that would be right"
    result = run(office, "issue", WAITING, "--reason", f"R-53:ct-1={reason}", *LET_GO)
    assert result.exit_code == 0
    assert reason in casefile(office, WAITING).read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("generate",), ("issue", "--reason", "R-53:ct-1=Short term")])
def test_6_what_is_not_translated_refuses_its_paper_alone(
    words: tuple[str, ...], office: Path
) -> None:
    change(office, "look at Lena's timetable with her each Sunday", "read with her", WAITING)
    command, *reasons = words
    result = run(office, command, WAITING, *reasons)
    assert result.exit_code == 6
    assert "  T-19  E  What staff wrote is not there in Polish: ct-1.rq-1 (text)." in result.stdout
    assert f"casefiles/kent/{WAITING}.yaml:" in result.stdout
    assert "checklist about ct-1" in result.stdout.partition("Refused:")[0]
    assert "read with her" not in result.stdout


def test_5_a_broken_template_is_refused(office: Path) -> None:
    assert run(office, "pack", "edit", "invite", "--authority", "essex").exit_code == 0
    (office / "templates" / "essex" / "invite.docx").write_bytes(b"no Word file at all")
    checked = run(office, "pack", "check", "--authority", "essex")
    assert checked.exit_code == 5
    assert "templates/essex/invite.docx" in checked.stdout
    drafted = run(office, "generate", CASE, "--all")
    assert drafted.exit_code == 5
    assert not list((office / "output").rglob("*.docx"))


def test_5_an_authority_without_templates_is_refused(office: Path) -> None:
    change(office, "authority: essex", "authority: rutland")
    result = run(office, "generate", CASE)
    assert result.exit_code == 5
    assert "[pack-unknown]" in result.stderr


@pytest.mark.parametrize(
    ("phrase", "rule"),
    [("phone-bfore", "phrase-unknown"), ("phone-before", "phrase-name-missing")],
)
def test_4_a_contract_without_all_its_words_is_refused_and_the_rest_is_made(
    phrase: str, rule: str, office: Path
) -> None:
    text = 'text: "I will phone the school before 8:45am on any day Zofia cannot come in."'
    change(office, text, f"phrase: {phrase}")
    result = run(office, "generate", CASE, "--all")
    assert result.exit_code == 4
    assert rule in result.stdout
    made = [path.name for path in (office / "output").rglob("*.docx")]
    assert any("-invite-" in name for name in made)
    assert not any("-contract-ct-1" in name for name in made)


def test_7_a_letter_that_is_not_what_was_issued(issued: Path) -> None:
    letter = next(issued.glob("output/fam-0042/*-failed-contract-*.docx"))
    other = next(issued.glob("output/fam-0042/fam-0042-1-*.docx"))
    assert run(issued, "ledger", "verify", str(letter)).exit_code == 0
    drafted = run(issued, "generate", CASE, "--all", "--kind", "failed-contract")
    assert drafted.exit_code == 0
    draft = next(issued.glob("output/fam-0042/draft/*.docx"))
    result = run(issued, "ledger", "verify", str(draft))
    assert result.exit_code == 7
    assert "[document-not-issued]" in result.stderr
    letter.write_bytes(other.read_bytes())
    assert run(issued, "issue", CASE).exit_code == 7


def test_8_the_disk_refuses(office: Path) -> None:
    (office / "output").write_text("a file where the folder belongs", encoding="utf-8")
    result = run(office, "generate", CASE)
    assert result.exit_code == 8
    assert "[disk-refused]" in result.stderr


def test_9_a_ledger_that_was_tampered_with(issued: Path) -> None:
    (issued / "ledger.db").write_bytes(b"no database at all" * 99)
    result = run(issued, "ledger", "verify")
    assert result.exit_code == 9
    assert "[ledger-" in result.stderr


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("check", "CON"), 2, "case-wanted-form"),
        (("pack", "placeholders", "invoice", "--authority", "kent"), 2, "pack-kind-unknown"),
        (("ledger", "show", "fam-0042/7"), 2, "ledger-number-unknown"),
    ],
)
def test_an_error_is_answeras_json_with_the_same_status(
    words: tuple[str, ...], status: int, code: str, office: Path
) -> None:
    answer = told(office, *words)
    assert (answer["exit"], answer["error"]["code"]) == (status, code)


def test_a_rejected_casefile_tells_its_findings_as_json(office: Path) -> None:
    change(office, "date_of_birth: 2012-02-29", "date_of_birth: 29/2/2012")
    answer = told(office, "check", CASE)
    assert answer["exit"] == 3
    assert [each["rule"] for each in answer["error"]["findings"]] == ["date-order"]
    assert answer["error"]["findings"][0]["file"] == "casefiles/essex/fam-0042.yaml"
