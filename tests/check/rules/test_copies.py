"""Who was given a copy, and which: R-69 to R-73 (S-01, S-02)."""

import pytest
from contractwork import Changes, found, issued, places, setting, subjects

from docgen.model.finding import Severity, Stage

COPIES, OF_REVIEW = "contracts.ct-1.copies", "reviews.rv-1.copies"
PRESENT, PARTIES = "meetings.m-1.present", "contracts.ct-1.parties"
SENT = "{how: post, date: 2025-10-09}"
WITHDRAWN = "{date: 2025-10-09, reason: wrong date, by: st-1}"
LINKS = "links.2"


def letter(about: str = "ct-1", to: str = "p-1", kind: str = "cover", **more: str) -> str:
    return issued("2025-10-08", kind=kind, about=about, recipient=to, **more)


def without(*recipients: str) -> str:
    """Write down the copies of the contract less those to some."""
    copies = {
        "p-1": "{to: p-1, date: 2025-10-06}",
        "pa-1": "{to: pa-1, date: 2025-10-07}",
        "pa-2": "{to: pa-2, date: 2025-10-08}",
        "p-2": "{to: p-2, date: 2025-10-08, mode: support_letter}",
    }
    return f"[{', '.join(copy for to, copy in copies.items() if to not in recipients)}]"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({COPIES: without("p-1")}, ["ct-1.p-1"]),
        ({COPIES: without("p-1", "pa-1")}, ["ct-1.p-1", "ct-1.pa-1"]),
        ({COPIES: without("pa-2", "p-2")}, []),
        ({COPIES: without("p-1"), PRESENT: "[c-1, st-2, pa-1]"}, []),
        ({COPIES: without("p-1"), PRESENT: None}, []),
        ({COPIES: without("p-1"), "contracts.ct-1.made_at": None}, []),
        ({COPIES: without("p-1"), "contracts.ct-1.status": "planned"}, []),
        ({COPIES: without("p-1"), "contracts.ct-1.status": "offered"}, ["ct-1.p-1"]),
        ({COPIES: without("p-1"), "contracts.ct-1.status": "offered",
          "reviews.rv-1.contract": "ct-2"}, []),
        ({COPIES: without("p-1"), PRESENT: "[pa-1]", "meetings.m-1.present_online": "[p-1]"},
         ["ct-1.p-1"]),
        ({COPIES: without("p-3"), PRESENT: "[p-1, p-3]"}, ["ct-1.p-3"]),
        ({COPIES: without("p-2"), PRESENT: "[p-1, p-2]"}, ["ct-1.p-2"]),
        ({COPIES: without("p-2"), PRESENT: "[p-1, p-2]", f"{LINKS}.pupil": "c-2"}, []),
        ({OF_REVIEW: "[{to: pa-1, date: 2025-11-04}]"}, ["rv-1.p-1"]),
        ({OF_REVIEW: None}, ["rv-1.p-1", "rv-1.pa-1"]),
        ({OF_REVIEW: None, "reviews.rv-1.present": "[st-2, pa-1]", "meetings.m-2.present": "[]"},
         ["rv-1.pa-1"]),
        ({OF_REVIEW: None, "reviews.rv-1.present": "[st-2]"}, ["rv-1.p-1", "rv-1.pa-1"]),
    ],
)  # fmt: skip
def test_each_parent_and_partner_who_was_there_has_a_copy(
    changes: Changes, broken: list[str]
) -> None:
    assert subjects("R-69", changes) == broken


@pytest.mark.parametrize(
    ("papers", "has_one"),
    [
        ([letter()], True),
        ([letter(withdrawn=WITHDRAWN)], False),
        ([letter(to="p-2")], False),
        ([letter("rv-1")], False),
        ([letter("ct-2")], False),
        ([letter(kind="failed")], False),
        ([letter(kind="contract")], False),
        ([letter(kind="contract", sent=SENT)], True),
        ([letter(kind="contract", to="p-2", sent=SENT)], False),
        ([letter("ct-2", kind="contract", sent=SENT)], False),
        ([letter(kind="notes", sent=SENT)], False),
        ([issued("2025-10-08", kind="contract", about="ct-1", sent=SENT)], True),
        ([issued("2025-10-08", kind="contract", about="ct-1")], False),
        ([issued("2025-10-08", kind="contract", about="ct-2", sent=SENT)], False),
        ([issued("2025-10-08", kind="cover", about="ct-1", sent=SENT)], False),
    ],
)
def test_a_letter_that_docgen_issued_counts_as_a_copy(papers: list[str], has_one: bool) -> None:
    changes = {COPIES: without("p-1"), "issued": f"[{', '.join(papers)}]"}
    assert (subjects("R-69", changes) == []) is has_one


OWN = {
    COPIES: without("p-1", "p-2"),
    "issued": f"[{issued('2025-10-08', kind='contract', about='ct-1', sent=SENT)}]",
}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({PARTIES: "[p-1, p-2]"}, []),
        ({PARTIES: "[p-1, p-2]", PRESENT: "[p-1, p-2, pa-1]"}, ["ct-1.p-1", "ct-1.p-2"]),
        ({PARTIES: "[p-2]", PRESENT: "[p-1, p-2, pa-1]"}, ["ct-1.p-1"]),
        ({PRESENT: "[p-1, p-2, pa-1]"}, ["ct-1.p-2"]),
    ],
)
def test_the_contract_itself_is_the_copy_of_the_one_party_who_was_there(
    changes: Changes, broken: list[str]
) -> None:
    assert subjects("R-69", {**OWN, **changes}) == broken


def test_the_notes_of_a_review_are_the_copy_of_the_one_party_who_was_there() -> None:
    notes = issued("2025-11-03", kind="notes", about="rv-1", sent="{how: post, date: 2025-11-04}")
    changes = {OF_REVIEW: "[{to: pa-1, date: 2025-11-04}]", "issued": f"[{notes}]"}
    assert subjects("R-69", changes) == []


@pytest.mark.parametrize(
    ("place", "key", "table", "spares"),
    [(COPIES, "ct-1", "contracts", ""), (OF_REVIEW, "rv-1", "reviews", "rv-1")],
)
def test_a_copy_not_given_stops_what_follows_and_not_its_own_paper(
    place: str, key: str, table: str, spares: str
) -> None:
    finding, _ = found("R-69", {place: None})
    assert (finding.about, finding.path) == ((key, "p-1"), (table, key, "copies"))
    assert (finding.stage, finding.severity, finding.spares) == (
        Stage.ISSUE,
        Severity.ERROR,
        spares,
    )
    words = f"p-1 was there for {key}, but nothing shows that p-1 was given a copy of it."
    assert finding.message == words


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({COPIES: without("p-1")}, ["ct-1.p-1"]),
        ({COPIES: without("pa-2")}, ["ct-1.pa-2"]),
        ({COPIES: without("p-1", "pa-1", "pa-2")}, ["ct-1.p-1", "ct-1.pa-1", "ct-1.pa-2"]),
        ({COPIES: without("p-2")}, []),
        ({COPIES: without("p-2"), PARTIES: "[p-1, p-2]"}, ["ct-1.p-2"]),
        ({COPIES: without("p-1"), PRESENT: "[st-2]"}, ["ct-1.p-1"]),
        ({COPIES: without("p-1"), "issued": f"[{letter()}]"}, []),
        ({COPIES: without("p-1"), "contracts.ct-1.status": "planned"}, []),
        ({OF_REVIEW: None}, []),
    ],
)
def test_every_party_and_partner_has_a_copy_of_the_contract(
    changes: Changes, broken: list[str]
) -> None:
    assert subjects("R-70", changes) == broken


def test_a_partner_without_a_copy_is_told_at_the_contract() -> None:
    (finding,) = found("R-70", {COPIES: without("pa-2")})
    assert (finding.about, finding.path) == (("ct-1", "pa-2"), ("contracts", "ct-1", "copies"))
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)
    assert finding.message == "Nothing shows that pa-2 was given a copy of ct-1."
    assert finding.spares == ""


NOT_TOLD = {COPIES: without("p-2")}
ORDER = "[{person: p-2, pupil: c-1, limits: [correspondence]}]"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, ["ct-1.p-2"]),
        ({PARTIES: "[p-1, p-2]"}, []),
        ({PRESENT: "[p-1, p-2]"}, []),
        ({PRESENT: "[p-1]", "meetings.m-1.present_online": "[p-2]"}, []),
        ({PRESENT: None}, ["ct-1.p-2"]),
        ({f"{LINKS}.basis": "[natural]"}, []),
        ({f"{LINKS}.pupil": "c-2"}, ["ct-2.p-2"]),
        ({"links.3.basis": "[parental_responsibility]"}, ["ct-1.p-2", "ct-1.p-3"]),
        ({"people.p-2.organisation": "true"}, []),
        ({"people.p-2.legal_name": "Saltshire County Council"}, []),
        ({"issued": f"[{letter(to='p-2')}]"}, []),
        ({"contracts.ct-1.status": "planned"}, []),
        ({"family.court_orders": ORDER}, []),
        ({"family.court_orders": ORDER.replace("}", ", cleared_by: st-1}")}, ["ct-1.p-2"]),
        ({"family.court_orders": ORDER.replace("[correspondence]", "[]")}, ["ct-1.p-2"]),
        ({"family.court_orders": ORDER.replace("c-1", "c-2")}, ["ct-1.p-2"]),
        ({"family.court_orders": ORDER.replace("p-2", "p-1")}, ["ct-1.p-2"]),
    ],
)
def test_who_holds_parental_responsibility_is_told_of_the_support(
    changes: Changes, broken: list[str]
) -> None:
    assert subjects("R-71", {**NOT_TOLD, **changes}) == broken


@pytest.mark.parametrize("mode", ["full", "information_copy_redacted", "support_letter"])
def test_any_copy_tells_of_the_support(mode: str) -> None:
    copies = without("p-2")[:-1] + f", {{to: p-2, date: 2025-10-08, mode: {mode}}}]"
    assert subjects("R-71", {COPIES: copies}) == []


def test_a_holder_not_told_is_named_at_the_contract() -> None:
    (finding,) = found("R-71", NOT_TOLD)
    assert finding.path == ("contracts", "ct-1", "copies")
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)
    assert finding.message == (
        "p-2 has parental responsibility and no part in ct-1, and nothing shows that p-2 was "
        "told of the support in it."
    )


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({f"{COPIES}.3.mode": "full"}, [("ct-1.p-2", 3)]),
        ({f"{COPIES}.3.mode": None}, [("ct-1.p-2", 3)]),
        ({f"{COPIES}.3.mode": "information_copy_redacted"}, []),
        ({f"{COPIES}.3.mode": "full", PARTIES: "[p-1, p-2]"}, []),
        ({f"{COPIES}.0.to": "p-3"}, [("ct-1.p-3", 0)]),
        ({f"{COPIES}.3.mode": "full", "contracts.ct-1.status": "planned"}, []),
    ],
)
def test_the_whole_contract_goes_only_to_its_parties_and_helpers(
    changes: Changes, broken: list[tuple[str, int]]
) -> None:
    expected = [(about, ("contracts", "ct-1", "copies", number)) for about, number in broken]
    assert places("R-72", changes) == expected


def test_a_whole_copy_to_another_parent_stops_what_follows() -> None:
    (finding,) = found("R-72", {f"{COPIES}.3.mode": "full"})
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.ERROR)
    assert finding.message == (
        "p-2, who is not party to ct-1, is down as having been given the whole of it."
    )


MET = "meetings.m-1.date"


@pytest.mark.parametrize(
    ("changes", "given"),
    [
        ({f"{COPIES}.0.date": "2025-10-13"}, ""),
        ({f"{COPIES}.0.date": "2025-10-14"}, "2025-10-14"),
        ({f"{COPIES}.0.date": "2025-10-14", f"{COPIES}.0.reason": "They were away."}, ""),
        ({f"{COPIES}.0.date": "2025-10-14", f"{COPIES}.1.reason": "They were away."},
         "2025-10-14"),
        ({f"{COPIES}.0.date": "2025-11-03", MET: "2025-10-20"}, ""),
        ({f"{COPIES}.0.date": "2025-11-04", MET: "2025-10-20"}, "2025-11-04"),
        ({f"{COPIES}.0.date": "2025-10-14", MET: None}, ""),
        ({f"{COPIES}.0.date": "2025-10-14", "contracts.ct-1.made_at": None}, ""),
        ({f"{COPIES}.0.date": "2025-10-14", "contracts.ct-1.status": "planned"}, ""),
        ({f"{COPIES}.0.date": "2025-10-14", "issued": f"[{letter()}]"}, ""),
        ({COPIES: without("p-1"), "issued": f"[{letter(sent='{how: post, date: 2025-10-13}')}]"},
         ""),
        ({COPIES: without("p-1"), "issued": f"[{letter(sent='{how: post, date: 2025-10-15}')}]"},
         "2025-10-15"),
        ({COPIES: without("p-1")}, ""),
    ],
)  # fmt: skip
def test_copies_follow_within_five_school_days(changes: Changes, given: str) -> None:
    told = found("R-73", changes)
    words = f"p-1 was given ct-1 on {given}; the last day for it was "
    assert [finding.message.startswith(words) for finding in told] == ([True] if given else [])
    assert all(finding.message.endswith("(school days after the meeting: 5).") for finding in told)
    assert all(finding.about == ("ct-1", "p-1") for finding in told)
    assert all(finding.path == ("contracts", "ct-1", "copies") for finding in told)


def test_the_pack_says_how_many_days_there_are_for_copies() -> None:
    changes = {f"{COPIES}.1.date": "2025-10-14"}
    assert found("R-73", changes, pack=setting(copy_days="6")) == []
    told = found("R-73", changes, pack=setting(copy_days="1"))
    assert [(finding.subject, finding.severity, finding.stage) for finding in told] == [
        ("ct-1.p-2", Severity.WARNING, Stage.ISSUE),
        ("ct-1.pa-1", Severity.WARNING, Stage.ISSUE),
        ("ct-1.pa-2", Severity.WARNING, Stage.ISSUE),
    ]
    assert told[1].message == (
        "pa-1 was given ct-1 on 2025-10-14; the last day for it was 2025-10-07 (school days "
        "after the meeting: 1)."
    )
