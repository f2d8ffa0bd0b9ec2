"""A phrase that went onto paper is written down at its action; its words stay as they were."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from officework import CASE, CONTRACT_MADE, PACK, case_text, desk_in, office_in, write_case

from docgen.model.agreement import agreed_text
from docgen.model.case import Case
from docgen.press.ooxml.words import words_of
from docgen.service.examine import examine_case
from docgen.service.generate import generate
from docgen.service.issue import issue
from docgen.service.report import Report, Wish

REQUIREMENT = "rq-1: {owner: p-1, text: I will ring the school before 9am.,"
SUPPORT = "su-1: {provider: st-2, text: We will ring once a week.}"
BY_PHRASE = (
    (CASE + CONTRACT_MADE)
    .replace(REQUIREMENT, 'rq-1: {owner: p-1, phrase: ring, with: {time: "9am"},')
    .replace(SUPPORT, "su-1:\n        provider: st-2  # Mondays\n        phrase: we-ring")
)
PHRASES = """
phrases:
  ring: {text: "I will ring the school before {time}.", use: requirement, source: x, version: 3,
         measure: the phone log}
  we-ring: {text: We will ring once a week., use: support, source: x}
"""
REASONS = {"R-41:ct-1": "Trial to the end of term"}
ONLY = Wish(kinds=("contract",))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Lay out an office whose pack has two phrases, and a contract made of them."""
    made = office_in(tmp_path, BY_PHRASE)
    pack_says(made, PHRASES)
    return made


def pack_says(office: Path, phrases: str) -> None:
    (office / "templates" / "wessex-vale" / "pack.yaml").write_text(PACK + phrases, "utf-8")


def issued(office: Path, reasons: Mapping[str, str] = REASONS) -> Report:
    return issue(desk_in(office), "fam-0001", ONLY, reasons)


def case_in(office: Path) -> Case:
    return examine_case(desk_in(office), "fam-0001").case


def words(report: Report) -> str:
    (made,) = report.made
    return "\n".join(each.text for each in words_of(made.path.read_bytes()))


def test_what_a_contract_says_is_written_down_at_its_actions(office: Path) -> None:
    assert "I will ring the school before 9am." in words(issued(office))
    text = case_text(office)
    assert (
        'phrase: ring, with: {time: "9am"}, due: 2025-12-19,\n'
        "             smart: {measure: The register, achievable: true, relevant: We know she is "
        "safe}, frozen: {version: 3, text: 'I will ring the school before {time}.', "
        "measure: the phone log}}"
    ) in text
    assert (
        "        provider: st-2  # Mondays\n        phrase: we-ring\n"
        "        frozen: {version: 1, text: We will ring once a week.}\n"
    ) in text


def test_the_paper_is_bound_to_what_its_signers_agree_to(office: Path) -> None:
    issued(office)
    case = case_in(office)
    (entry,) = case.issued
    pack = desk_in(office).pack("wessex-vale").pack
    assert entry.text == agreed_text(case, "ct-1", pack.phrases)
    assert len(entry.text) == 16
    assert entry.contract_version == 1


def test_an_invite_is_bound_to_no_contract(tmp_path: Path) -> None:
    office = office_in(tmp_path, CASE)
    issue(desk_in(office), "fam-0001", Wish(), {})
    entries = case_in(office).issued
    assert [(entry.kind, entry.text, entry.contract_version) for entry in entries] == [
        ("invite", "", None)
    ] * 2
    assert "text:" not in case_text(office).partition("issued:")[2]


def test_a_contract_once_printed_does_not_follow_the_library(office: Path) -> None:
    issued(office)
    before = case_text(office)
    pack_says(
        office,
        PHRASES.replace("ring the school", "phone us")
        .replace("version: 3", "version: 4")
        .replace("the phone log", "a new log"),
    )
    again = issued(office, {})
    assert again.made == ()
    assert [job.kind.name for job in again.standing] == ["contract"]
    assert case_text(office) == before


def test_a_phrase_the_library_has_lost_stays_on_the_papers_that_have_it(office: Path) -> None:
    issued(office)
    pack_says(office, "")
    assert [job.kind.name for job in issued(office, {}).standing] == ["contract"]


def test_only_what_is_new_is_written_down_with_the_next_version(office: Path) -> None:
    issued(office)
    text = case_text(office)
    more = "    support:\n      su-2: {provider: st-2, phrase: we-ring}\n"
    write_case(office, text.replace("    support:\n", more))
    pack_says(office, PHRASES.replace("once a week.", "twice.").replace("x}", "x, version: 2}"))
    assert len(issued(office, {}).made) == 1
    after = case_text(office)
    assert "phrase: we-ring, frozen: {version: 2, text: We will ring twice.}}" in after
    assert after.count("frozen:") == 3
    assert "text: We will ring once a week.}" in after


def test_actions_in_their_own_words_have_nothing_to_freeze(tmp_path: Path) -> None:
    office = office_in(tmp_path, CASE + CONTRACT_MADE)
    assert len(issued(office).made) == 1
    assert "frozen" not in case_text(office)


def test_a_draft_freezes_nothing(office: Path) -> None:

    generate(desk_in(office), "fam-0001", ONLY)
    assert "frozen" not in case_text(office)
