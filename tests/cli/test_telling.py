"""Reports in the words of the command line."""

from dataclasses import replace
from pathlib import Path

import pytest
from telling_values import DRAFTED, PLAN, RECORDED, SHORT

from docgen.cli.lines import job_name
from docgen.cli.papers import status_after
from docgen.cli.status import Status
from docgen.cli.telling import near, plan_rows, reader_lines, report_lines
from docgen.model.plan import State


def test_a_run_of_drafts_tells_file_recipient_reason_and_what_would_hold_it() -> None:
    assert report_lines(DRAFTED, issuing=False) == [
        "fam-0042: 1 paper drafted, 1 refused, 1 left out.",
        "",
        "Made",
        "  output/fam-0042/draft/fam-0042-draft-invite-m-1-p-1-c-1-en.docx",
        "      invite about m-1 for p-1, pupil c-1",
        "      because p-1 is invited to m-1 about c-1",
        (
            "      would hold it: casefiles/fam-0042.yaml:140:13  R-41  W  "
            "The contract runs for less than three months. [ct-3]"
        ),
        "          To mend: Let it end on 20 January 2026 or later.",
        "",
        "Refused: mend what stands below it",
        "  invite about m-1 for p-2, pupil c-1",
        "      casefiles/fam-0042.yaml:34:3  R-14  E  p-2 has no title. [p-2]",
        "          To mend: Ask for one, or write `title_declined: true`.",
        "",
        "Left out",
        "  invite about m-1: not p-3, pupil c-1, because no work with p-3",
    ]


def test_an_issue_tells_numbers_what_stood_what_waits_and_the_ledgers_head() -> None:
    assert report_lines(RECORDED, issuing=True) == [
        "fam-0042: 1 paper issued, 1 stood already, 1 held, 1 past.",
        "",
        "Made",
        "  output/fam-0042/fam-0042-7-invite-p-1-c-1-en-v2.docx",
        "  output/fam-0042/fam-0042-7-invite-p-1-c-1-en-v2.pdf (set by LibreOffice)",
        "      fam-0042/7 version 2: invite about m-1 for p-1, pupil c-1",
        "      because p-1 is invited to m-1 about c-1",
        "",
        "Issued before, nothing changed since",
        "  invite about m-1 for p-4, pupil c-1",
        "",
        "Held: mend what stands below it, or write down why it may go",
        "  invite about m-1 for p-2, pupil c-1",
        (
            "      casefiles/fam-0042.yaml:140:13  R-41  W  "
            "The contract runs for less than three months. [ct-3]"
        ),
        "          To mend: Let it end on 20 January 2026 or later.",
        "",
        "Past: too late to send",
        "  invite about m-1 for p-5, pupil c-1",
        "",
        "Good to know",
        "  One addition waits until the casefile is closed.",
        "",
        'To accept a W when issuing: --reason R-41:ct-3="..."',
        "",
        "Ledger: 1 entry, head seal 9f3c",
    ]


def test_a_plan_tells_in_which_language_and_for_which_eyes_each_paper_is() -> None:
    ordinary, *_ = PLAN.jobs
    large = replace(ordinary, language="pl-en", variant="large")
    assert [row[4] for row in plan_rows(replace(PLAN, jobs=(ordinary, large)))] == [
        "en",
        "pl-en large",
    ]
    assert job_name(large) == "invite about m-1 for p-1, pupil c-1, in pl-en, large"


def test_who_reads_a_language_that_docgen_has_no_words_in_is_named() -> None:
    assert reader_lines([]) == []
    _, title, line, hint = reader_lines([("p-2", "so")])
    assert title == "English only: docgen has no words in their language"
    assert line == "  p-2 reads so"
    assert "interpreter" in hint


@pytest.mark.parametrize(
    ("rules", "status"),
    [
        ((), Status.MADE),
        (("R-12",), Status.STOPPED),
        (("T-18",), Status.STOPPED),
        (("R-12", "R-110"), Status.WORDING),
        (("T-19",), Status.WORDING),
    ],
)
def test_the_exit_status_says_whether_words_were_missing(
    rules: tuple[str, ...], status: Status
) -> None:
    job = replace(PLAN.jobs[0], state=State.REFUSED)
    stopped = tuple(replace(job, findings=(replace(SHORT, rule=rule),)) for rule in rules)
    assert status_after(replace(DRAFTED, stopped=stopped)) is status


def test_a_path_is_told_as_seen_from_the_current_folder() -> None:
    assert near(Path.cwd() / "output" / "a.docx") == Path("output/a.docx")
    assert near(Path.cwd().parent / "a.docx") == Path.cwd().parent / "a.docx"
