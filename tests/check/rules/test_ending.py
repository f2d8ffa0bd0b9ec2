"""Contracts that end: R-87 to R-91 (S-12)."""

from dataclasses import replace

import pytest
from contractwork import PACK, Changes, found, issued, places, subjects

from docgen.model.finding import Severity, Stage

T_1 = "terminations.t-1"


def test_an_ending_gives_its_reason_in_words() -> None:
    assert subjects("R-87") == []
    (finding,) = found("R-87", {f"{T_1}.text": None})
    assert (finding.about, finding.path) == (("t-1",), ("terminations", "t-1", "text"))
    assert (finding.stage, finding.severity) == (Stage.END, Severity.ERROR)


def letter(kind: str = "ending", about: str = "t-1", to: str = "p-1", **more: str) -> str:
    return issued("2025-11-18", kind=kind, about=about, recipient=to, **more)


WITHDRAWN = "{date: 2025-11-19, reason: wrong date, by: st-1}"


@pytest.mark.parametrize(
    ("papers", "missing"),
    [
        ([letter()], ""),
        ([], "p-1"),
        ([letter(withdrawn=WITHDRAWN)], "p-1"),
        ([letter("ending-record")], "p-1"),
        ([letter(about="ct-2")], "p-1"),
        ([letter(to="p-2")], "p-1"),
        ([letter(to="p-2"), letter(number="fam-0001/6")], ""),
    ],
)
def test_every_party_is_written_to_about_the_end(papers: list[str], missing: str) -> None:
    told = found("R-88", {"issued": f"[{', '.join(papers)}]"})
    words = f"ct-2 was ended by t-1, and no letter about it has been issued to: {missing}."
    assert [finding.message for finding in told] == ([words] if missing else [])
    assert all(finding.path == ("terminations", "t-1") for finding in told)


def test_all_parties_without_a_letter_are_named_and_the_letter_is_spared() -> None:
    (finding,) = found("R-88", {"contracts.ct-2.parties": "[p-1, p-2]", "issued": None})
    assert (finding.about, finding.spares) == (("ct-2",), "t-1")
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)
    assert finding.message.endswith("issued to: p-1, p-2.")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("improved", True),
        ("changed_school", True),
        ("ehe", True),
        ("alternative_plan", True),
        ("exceptional", True),
        ("period_ended", True),
        ("lack_of_commitment", False),
        ("parent_withdrew", False),
    ],
)
def test_an_ending_that_is_nobodys_fault_blames_nobody(reason: str, told: bool) -> None:
    changes = {f"{T_1}.reason": reason, f"{T_1}.text": "You failed to come and refused."}
    assert places("R-89", changes) == ([("t-1", ("terminations", "t-1", "text"))] if told else [])


@pytest.mark.parametrize("text", ["Things went well.", "You must pay.", None])
def test_other_words_are_not_blame(text: str | None) -> None:
    assert subjects("R-89", {f"{T_1}.reason": "improved", f"{T_1}.text": text}) == []


def test_words_of_blame_are_told_with_the_reason() -> None:
    changes = {f"{T_1}.reason": "improved", f"{T_1}.text": "You failed to come and refused."}
    (finding,) = found("R-89", changes)
    assert finding.message == (
        "t-1 ends a contract for a reason that is nobody's fault (improved), but its text has "
        "words of blame: “failed to”, “refused”."
    )
    assert finding.remedy == "Say what went well."
    assert (finding.stage, finding.severity) == (Stage.END, Severity.WARNING)


CONSULTED = f"{T_1}.agencies_consulted"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({CONSULTED: None}, ["t-1"]),
        ({CONSULTED: "[]"}, ["t-1"]),
        ({CONSULTED: "[The school nurse]"}, []),
    ],
)
def test_partners_are_asked_before_a_contract_ends(changes: Changes, broken: list[str]) -> None:
    told = found("R-90", changes)
    assert [finding.subject for finding in told] == broken
    path = ("terminations", "t-1", "agencies_consulted")
    assert all(finding.path == path for finding in told)
    assert all(finding.stage is Stage.END for finding in told)
    assert all(finding.severity is Severity.INFORMATION for finding in told)


ALONE: Changes = {
    CONSULTED: None,
    "partners": None,
    "meetings.m-1.present": "[p-1, st-2]",
    "meetings.m-2.present": "[p-1, st-2]",
    "contracts.ct-1.support": "{su-1: {provider: st-2, text: We will ring.}}",
    "contracts.ct-1.copies": None,
    "contracts.ct-2.copies": None,
    "reviews.rv-1.present": "[p-1, st-2]",
    "reviews.rv-1.copies": None,
}


def test_without_partners_nobody_need_be_asked() -> None:
    assert subjects("R-90", ALONE) == []


W_1 = "warnings.w-1"
NO_DAY: Changes = {f"{W_1}.dated": None, f"{W_1}.sent": None, f"{W_1}.served": None}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, False),
        ({"warnings": None, "noncompliance.nc-1.leads_to": None}, True),
        ({**NO_DAY}, True),
        ({**NO_DAY, f"{W_1}.dated": "2025-11-17"}, False),
        ({**NO_DAY, f"{W_1}.dated": "2025-11-18"}, True),
        ({**NO_DAY, "issued": f"[{letter('failed', 'w-1')}]", f"{T_1}.date": "2025-11-18"}, False),
        ({**NO_DAY, "issued": f"[{letter('failed', 'w-1')}]"}, True),
        ({f"{W_1}.contract": "ct-1"}, True),
        ({f"{W_1}.contract": "ct-1", f"{T_1}.reason": "parent_withdrew"}, False),
        ({**NO_DAY, "warnings.w-2": "{contract: ct-2, to: p-1, dated: 2025-11-10}"}, False),
    ],
)
def test_an_end_for_lack_of_commitment_follows_a_warning(changes: Changes, broken: bool) -> None:
    told = [(finding.message, finding.path) for finding in found("R-91", changes)]
    words = "t-1 ends ct-2 for lack of commitment, but no warning on it is down as given."
    assert told == ([(words, ("terminations", "t-1", "reason"))] if broken else [])


def test_an_end_without_a_warning_waits_for_a_decision() -> None:
    (finding,) = found("R-91", NO_DAY)
    assert (finding.about, finding.stage) == (("t-1",), Stage.END)
    assert finding.severity is Severity.WARNING


def test_a_pack_without_words_of_blame_finds_none() -> None:
    changes = {f"{T_1}.reason": "improved", f"{T_1}.text": "You failed to come."}
    assert subjects("R-89", changes, replace(PACK, avoid={})) == []
