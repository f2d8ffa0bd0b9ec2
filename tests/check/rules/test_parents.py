"""Who may be party, and whom a court keeps papers from: R-05, R-06 and R-24 (S-09)."""

import pytest
from rulebook import Edit, found, subjects

from docgen.model.finding import Stage

LINK_2 = "{person: p-2, pupil: c-1, relationship: father, basis: [parental_responsibility]}"
P2 = "p-2: {title: Mr, legal_name: Bilal Karim,"


@pytest.mark.parametrize(
    ("edit", "broken"),
    [
        ((P2, "p-2: {legal_name: Harbourshire County Council,"), ["ct-2.p-2"]),
        ((P2, "p-2: {legal_name: Harbour House, organisation: true,"), ["ct-2.p-2"]),
        ((P2, "p-2: {title: Mr, legal_name: Jo Trust,"), []),
    ],
)
def test_only_a_person_can_be_party(edit: Edit, broken: list[str]) -> None:
    assert subjects("R-05", edit) == broken


def test_a_body_as_party_is_told_the_section_of_the_act() -> None:
    (finding,) = found("R-05", (P2, "p-2: {legal_name: Harbourshire County Council,"))
    assert "section 24" in finding.message
    assert finding.path == ("contracts", "ct-2", "parties", 0)


def test_a_planned_contract_may_still_name_anybody() -> None:
    body = (P2, "p-2: {legal_name: Harbourshire County Council,")
    assert subjects("R-05", body, ("status: warned", "status: planned")) == []


@pytest.mark.parametrize(
    ("edit", "broken"),
    [
        ((", basis: [parental_responsibility]", ""), ["ct-2.p-2"]),
        (("basis: [parental_responsibility]", "basis: [day_to_day_care]"), []),
        (("parties: [p-2]", "parties: [p-2, p-1]"), []),
        ((f"\n  - {LINK_2}", ""), ["ct-2.p-2"]),
    ],
)
def test_a_party_has_a_basis_for_this_pupil(edit: Edit, broken: list[str]) -> None:
    assert subjects("R-06", edit) == broken


ORDER = "family: {acrimonious: false, court_orders: [{person: p-2, pupil: c-1, limits: [%s]%s}]}"


@pytest.mark.parametrize(
    ("limits", "cleared", "broken"),
    [
        ("correspondence", "", ["p-2.c-1"]),
        ("contact", "", ["p-2.c-1"]),
        ("contact, correspondence", ", cleared_by: st-1, cleared: 2025-11-01", []),
        ("", "", []),
    ],
)
def test_a_court_order_bars_papers_until_somebody_clears_them(
    limits: str, cleared: str, broken: list[str]
) -> None:
    edit = ("family: {acrimonious: false}", ORDER % (limits, cleared))
    assert subjects("R-24", edit) == broken
    assert [each.path for each in found("R-24", edit)] == [
        ("family", "court_orders", 0) for _ in broken
    ]
    assert all(finding.stage is Stage.ANY for finding in found("R-24", edit))
