"""The list that goes with papers to be posted: who gets what, how, and what stays."""

import datetime as dt

import pytest
from duework import entry, orderly, with_issued
from household import job

from docgen.model.case import Case
from docgen.plan.next_papers import standing
from docgen.plan.posting import Out
from docgen.service import cover
from docgen.service.cover import cover_list, line, sent_command

TODAY = dt.date(2025, 12, 4)
PARTNERS = entry("partner-invite", "m-4", "pa-1").replace("pupil: c-1, ", "")


def out(kind: str, about: str, to: str = "", *, home: bool = True) -> tuple[Case, Out]:
    """Give a case that issued a paper, and the paper."""
    entries = [PARTNERS] if kind == "partner-invite" else [entry(kind, about, to)]
    changes = with_issued(*entries)
    case = orderly(changes if home else changes | {f"people.{to}.address": None})
    paper = job(kind, about, to, case=case)
    return case, Out(paper, standing(paper, case))


POST = "by post or by hand"
PROOF = "by post and with a proof of posting; by e-mail alone is not enough (R-85)"
TABLE = "for those who sign or take part"
NO_ADDRESS = "by hand or by e-mail: no address is written down"


@pytest.mark.parametrize(
    ("paper", "home", "told"),
    [
        (("invite", "m-4", "p-1"), True, (POST, "p-1", "first_class_post")),
        (("invite", "m-4", "p-1"), False, (NO_ADDRESS, "p-1", "by_hand")),
        (("warning", "w-1", "p-2"), True, (PROOF, "p-2", "first_class_post")),
        (("warning", "w-1", "p-2"), False, (NO_ADDRESS, "p-2", "by_hand")),
        (("partner-invite", "m-4", "pa-1"), True, (POST, "pa-1", "first_class_post")),
        (("contract", "ct-1", ""), True, (TABLE, None, "by_hand")),
        (("receipt", "m-3", "p-2"), True, (TABLE, None, "by_hand")),
    ],
)
def test_how_a_paper_goes_out_follows_from_what_it_is_and_for_whom(
    paper: tuple[str, str, str], home: bool, told: tuple[str, str | None, str]
) -> None:
    case, going = out(*paper, home=home)
    found = line(case, "01-x.docx", going)
    how, envelope, way = told
    assert (found.how, found.envelope) == (how, envelope)
    sent = f"docgen sent fam-0007/4 --how {way} --date 2025-12-04"
    assert sent_command(TODAY, found) == sent


def test_each_envelope_has_its_own_table_and_the_rest_is_listed() -> None:
    case, warning = out("warning", "w-1", "p-2")
    contract = out("contract", "ct-1")[1]
    record = out("contact-record", "nc-1")[1]
    lines = [line(case, "01-w.docx", warning), line(case, "02-c.docx", contract)]
    page = cover_list(TODAY, case, lines, [("To file", record), ("To stay", contract)])
    headings = [each.partition("</h2>")[0] for each in page.split("<h2>")[1:]]
    assert headings == [
        "To Mr Owen Pryce\n9 Castle Street, Westend\nSALTMOUTH\nSM99 2BD",
        "To hand over at the meeting",
        "To file",
        "To stay",
        "When they have gone, run",
    ]
    assert page.count("<table>") == 2
    assert "<li>fam-0007/4 version 1, The contact-record</li>" in page
    assert page.index("01-w.docx") < page.index("02-c.docx")


def test_papers_for_one_reader_share_an_envelope() -> None:
    case, warning = out("warning", "w-1", "p-2")
    lines = [line(case, f"0{n}-w.docx", warning) for n in (1, 2)]
    page = cover_list(TODAY, case, lines, [])
    assert page.count("<table>") == 1
    assert page.count("&#9744;") == 2


def test_what_stays_is_told_with_its_reason() -> None:
    paper = out("warning", "w-1", "p-2")[1]
    assert cover.told(paper) == "fam-0007/4 version 1, The warning"
    stays = Out(paper.job, paper.entry, "it changed")
    assert cover.told(stays) == "fam-0007/4 version 1, The warning: it changed"
