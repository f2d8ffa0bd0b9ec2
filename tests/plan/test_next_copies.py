"""Who still lacks a copy of a contract or a review, and by when."""

import pytest
from duework import due, orderly, outlook

from docgen.plan.next_copies import copies

Changes = dict[str, str | None]

ISSUED = (
    "{{number: fam-0007/9, version: {version}, kind: {kind}, about: {about}, pupil: c-1,"
    " {to}dated: 2025-11-03, language: en, variant: standard, format: docx, template: x,"
    " digest: '00', inputs: '01', sent: {{how: by_hand, date: 2025-11-03}}{more}}}"
)


def lacking(changes: Changes, *kinds: str, about: str = "", today: str = "") -> list[str]:
    """Give who lacks a copy, as `by rule record person`."""
    found = copies(outlook(orderly(changes), *(kinds or ("links",)), today=today))
    return [
        f"{step.by or '-'} {step.rule} {step.about[0]} {step.person}"
        for step in found
        if about in ("", step.about[0])
    ]


NO_COPIES: Changes = {"contracts.ct-1.copies": "[]"}
FIRST = [
    "2025-11-03 R-69 ct-1 p-1",
    "2025-11-03 R-71 ct-1 p-2",
    "2025-11-03 R-69 ct-1 pa-1",
    "2025-11-03 R-70 ct-1 pa-2",
]


def test_with_all_copies_given_nobody_lacks_one() -> None:
    assert lacking({}) == []


def test_those_there_the_parties_the_partners_and_who_holds_responsibility_get_a_copy() -> None:
    assert sorted(lacking(NO_COPIES)) == sorted(FIRST)


@pytest.mark.parametrize("given", ["p-1", "p-2", "pa-1", "pa-2"])
def test_who_was_given_a_copy_lacks_none(given: str) -> None:
    changes: Changes = {"contracts.ct-1.copies": f"[{{to: {given}, date: 2025-10-20}}]"}
    assert sorted(lacking(changes)) == sorted(e for e in FIRST if not e.endswith(f" {given}"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"contracts.ct-1.made_at": None}, ["- R-70 ct-1 p-1", "- R-70 ct-1 pa-1"]),
        ({"meetings.m-1.date": None}, ["- R-69 ct-1 p-1", "- R-69 ct-1 pa-1"]),
        (
            {"meetings.m-1.present": "[st-2]"},
            ["2025-11-03 R-70 ct-1 p-1", "2025-11-03 R-70 ct-1 pa-1"],
        ),
        (
            {"meetings.m-1.present": "[p-1, p-2, pa-1]"},
            ["2025-11-03 R-69 ct-1 p-1", "2025-11-03 R-69 ct-1 pa-1"],
        ),
    ],
)
def test_by_which_rule_somebody_gets_a_copy_depends_on_who_was_there(
    changes: Changes, expected: list[str]
) -> None:
    found = lacking(NO_COPIES | changes, about="ct-1")
    assert sorted(e for e in found if e.endswith((" p-1", " pa-1"))) == expected


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({}, "R-71"),
        ({"meetings.m-1.present": "[p-1, p-2]"}, "R-69"),
        ({"contracts.ct-1.parties": "[p-1, p-2]"}, "R-70"),
        ({"links.2.basis": "[natural]"}, ""),
        ({"people.p-2.organisation": "true"}, ""),
        ({"family": "{court_orders: [{person: p-2, pupil: c-1, limits: [contact]}]}"}, ""),
        ({"links.2": None, "contracts.ct-2.pupil": "c-2"}, ""),
    ],
)
def test_the_other_holder_of_responsibility_is_told_unless_barred(
    changes: Changes, rule: str
) -> None:
    found = [each.split()[1] for each in lacking(NO_COPIES | changes) if each.endswith("ct-1 p-2")]
    assert found == ([rule] if rule else [])


def test_a_parent_of_another_pupil_who_was_there_gets_no_copy() -> None:
    changes = NO_COPIES | {"meetings.m-1.present": "[p-1, p-3]", "links.4.pupil": "c-2"}
    assert "p-3" not in " ".join(lacking(changes))
    assert "2025-11-03 R-69 ct-1 p-3" in lacking(changes | {"links.4.pupil": "c-1"})


@pytest.mark.parametrize(
    ("status", "expected"),
    [("planned", []), ("offered", []), ("agreed", FIRST), ("terminated", []), ("completed", [])],
)
def test_copies_are_due_of_a_contract_in_force(status: str, expected: list[str]) -> None:
    changes = NO_COPIES | {"contracts.ct-1.status": status, "reviews.rv-1.copies": None}
    assert sorted(lacking(changes, about="ct-1")) == sorted(expected)
    reviewed = ["2025-11-27 R-69 rv-1 p-1", "2025-11-27 R-69 rv-1 pa-1"] if expected else []
    assert lacking(changes, about="rv-1") == reviewed


def test_of_a_review_only_those_who_were_there_get_a_copy() -> None:
    changes = {"reviews.rv-1.copies": None, "reviews.rv-1.present": "[p-1, st-2, c-1]"}
    assert lacking(changes) == ["2025-11-27 R-69 rv-1 p-1"]


def test_a_letter_that_is_planned_brings_the_copy() -> None:
    bare = NO_COPIES | {"reviews.rv-1.copies": None}
    assert sorted(lacking(bare, "copy")) == sorted([FIRST[1], FIRST[3]])
    assert "2025-11-03 R-71 ct-1 p-2" not in lacking(NO_COPIES, "support-letter")
    assert lacking(NO_COPIES, "own-contract", about="ct-1") != []


def paper(kind: str, about: str, to: str = "", version: int = 1, more: str = "") -> Changes:
    """Have a paper issued and sent."""
    recipient = f"recipient: {to}, " if to else ""
    entry = ISSUED.format(kind=kind, about=about, to=recipient, version=version, more=more)
    return {"issued": f"[{entry}]"}


@pytest.mark.parametrize(
    ("changes", "kind", "has_it"),
    [
        (paper("contract", "ct-1"), "contract", True),
        (paper("contract", "ct-2"), "contract", False),
        (
            paper("contract", "ct-1", more=", withdrawn: {date: 2025-11-04, reason: x, by: st-1}"),
            "contract",
            False,
        ),
        (
            {
                "issued": (paper("contract", "ct-1")["issued"] or "").replace(
                    ", sent: {how: by_hand, date: 2025-11-03}", ""
                )
            },
            "contract",
            False,
        ),
        (paper("contract", "ct-1"), "links", False),
        (paper("contract", "ct-1") | {"meetings.m-1.present": "[pa-1]"}, "contract", False),
        (paper("contract", "ct-1") | {"contracts.ct-1.parties": "[p-2]"}, "contract", False),
        (
            paper("contract", "ct-1")
            | {"contracts.ct-1.parties": "[p-1, p-2]", "meetings.m-1.present": "[p-1, p-2]"},
            "contract",
            False,
        ),
        (
            paper("contract", "ct-1") | {"contracts.ct-1.parties": "[p-1, p-2]"},
            "contract",
            True,
        ),
        (
            paper("own-contract", "ct-1", to="p-1")
            | {"contracts.ct-1.parties": "[p-1, p-2]", "meetings.m-1.present": "[p-1, p-2]"},
            "own-contract",
            True,
        ),
        (
            paper("own-contract", "ct-1", to="p-2")
            | {"contracts.ct-1.parties": "[p-1, p-2]", "meetings.m-1.present": "[p-1, p-2]"},
            "own-contract",
            False,
        ),
    ],
)
def test_the_paper_that_was_sent_to_the_one_party_there_is_their_copy(
    changes: Changes, kind: str, has_it: bool
) -> None:
    found = lacking(NO_COPIES | changes, kind, about="ct-1")
    assert ("p-1" not in " ".join(found)) is has_it


def test_the_notes_of_a_review_that_were_sent_are_a_copy_too() -> None:
    changes = {"reviews.rv-1.copies": None} | paper("review", "rv-1")
    assert lacking(changes, "review") == ["2025-11-27 R-69 rv-1 pa-1"]


def test_what_is_to_be_done_is_told_in_words_with_all_keys() -> None:
    steps = {s.person: s for s in copies(outlook(orderly(NO_COPIES)))}
    told = steps["p-1"]
    assert (told.what, told.about) == (
        "Give p-1 a copy of ct-1, and write it under `copies`.",
        ("ct-1", "p-1"),
    )
    assert steps["p-2"].what == "Tell p-2 of the support in ct-1; note it in `copies`."
    assert (told.do, told.pupil) == ("copy", "c-1")
    review = next(iter(copies(outlook(orderly({"reviews.rv-1.copies": None})))))
    assert review.about == ("rv-1", "ct-1", "p-1")


def test_copies_stand_on_the_list_with_their_day() -> None:
    found = due({"reviews.rv-1.copies": None})
    assert found[:2] == [
        "2025-11-27 copy R-69 rv-1.ct-1.p-1 p-1 c-1",
        "2025-11-27 copy R-69 rv-1.ct-1.pa-1 pa-1 c-1",
    ]
