"""The names in the JSON of each command: programs rely on them, so a change must be meant."""

from pathlib import Path

import pytest
from offices import CASE, TODAY, told

FINDING = {
    "rule",
    "severity",
    "message",
    "remedy",
    "stage",
    "about",
    "file",
    "line",
    "column",
    "source",
    "decision",
}
JOB = {
    "kind",
    "title",
    "about",
    "recipient",
    "pupil",
    "state",
    "because",
    "language",
    "variant",
    "format",
    "findings",
}
MADE = JOB | {"file", "digest", "files", "number", "version", "replaces"}
FILE = {"format", "file", "digest", "engine"}
LEFT_OUT = {"kind", "about", "person", "pupil", "because"}
REPORT = {
    "exit",
    "case",
    "made",
    "standing",
    "stopped",
    "left_out",
    "findings",
    "notices",
    "ledger",
}
NOTED = {"exit", "case", "number", "version", "act", "notices", "ledger"}
ENTRY = {
    "seq",
    "time",
    "actor",
    "act",
    "run",
    "case",
    "number",
    "version",
    "kind",
    "about",
    "recipient",
    "pupil",
    "language",
    "variant",
    "format",
    "engine",
    "inputs",
    "output",
    "previous",
    "seal",
}
SENT = ("fam-0042/3", "--how", "by_hand", "--date", TODAY)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("check", CASE), {"exit", "case", "authority", "file", "counts", "findings"}),
        (
            ("plan", CASE),
            {"exit", "case", "authority", "jobs", "left_out", "readers", "on_request"},
        ),
        (("due",), {"exit", "today", "until", "cases", "steps", "unread"}),
        (
            ("print", CASE),
            {"exit", "case", "folder", "papers", "file", "left", "in_one", "notices", "commands"},
        ),
        (("generate", CASE), REPORT),
        (("issue", CASE), REPORT),
        (("sent", *SENT), NOTED),
        (("served", *SENT), NOTED),
        (("withdraw", "fam-0042/3", "--reason", "Wrong room"), NOTED),
        (("ledger", "list"), {"exit", "entries"}),
        (("ledger", "show", "fam-0042/3"), {"exit", "entries"}),
        (("ledger", "verify"), {"exit", "ledger", "document", "entries"}),
        (("pack", "list"), {"exit", "packs"}),
        (("pack", "edit", "failed-contract"), {"exit", "file"}),
        (("pack", "phrases"), {"exit", "authority", "phrases"}),
        (("explain", "R-43"), {"exit", "explained"}),
        (("explain",), {"exit", "explained"}),
        (
            ("pack", "placeholders", "failed-contract"),
            {"exit", "authority", "kind", "placeholders"},
        ),
        (("check", "fam-9999"), {"exit", "error"}),
    ],
)
def test_a_command_tells_just_these(words: tuple[str, ...], names: set[str], issued: Path) -> None:
    assert set(told(issued, *words)) == names


def test_what_is_told_of_findings_jobs_papers_and_people(office: Path) -> None:
    plan, drafts = told(office, "plan", CASE), told(office, "generate", CASE)
    checked = told(office, "check", CASE)
    assert set(checked["findings"][0]) == FINDING
    assert set(plan["jobs"][0]) == JOB
    assert set(plan["left_out"][0]) == LEFT_OUT
    assert set(drafts["made"][0]) == MADE
    assert set(drafts["made"][0]["files"][0]) == FILE


def test_what_is_told_of_entries_and_of_the_ledgers_head(issued: Path) -> None:
    assert set(told(issued, "ledger", "list")["entries"][0]) == ENTRY
    assert set(told(issued, "ledger", "verify")["ledger"]) == {"count", "seal"}


def test_what_is_told_of_packs_and_placeholders(office: Path) -> None:
    listed = told(office, "pack", "list")["packs"][0]
    names = {"authority", "name", "version", "status", "own", "usable", "kinds", "findings"}
    assert set(listed) == names
    assert set(listed["kinds"][0]) == {"name", "title", "act", "per"}
    checked = told(office, "pack", "check", "--authority", "kent")
    assert set(checked) == {"exit", "packs"}
    assert set(checked["packs"][0]) == {"authority", "findings"}
    answer = told(office, "pack", "placeholders", "failed-contract")
    assert set(answer["placeholders"][0]) == {"name", "type", "says", "example"}
    phrase = told(office, "pack", "phrases")["phrases"][0]
    names = {"phrase", "use", "kind", "text", "with", "measure", "version", "source"}
    assert set(phrase) == names


def test_what_is_told_of_a_rule(office: Path) -> None:
    (rule,) = told(office, "explain", "R-43")["explained"]
    names = {"id", "says", "remedy", "why", "source", "stops", "stage", "severity", "packs"}
    assert set(rule) == names


def test_what_is_told_of_an_error(office: Path) -> None:
    error = told(office, "check", "fam-9999")["error"]
    assert set(error) == {"code", "family", "message", "remedy", "findings"}


def test_what_is_told_of_a_step_and_of_a_paper_to_print(issued: Path) -> None:
    step = told(issued, "due", CASE)["steps"][0]
    names = {"case", "do", "what", "about", "for", "pupil", "by", "overdue"}
    assert set(step) == names | {"rule", "source", "kind", "number"}
    told(issued, "issue", CASE, "--kind", "noncompliance-record")
    printed = told(issued, "print", CASE)
    paper = {"kind", "title", "about", "recipient", "pupil", "number", "version"}
    assert set(printed["papers"][0]) == paper | {"copy", "pages", "how"}
    assert set(printed["file"][0]) == paper
