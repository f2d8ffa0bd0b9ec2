"""It is on record that each party understood the contract, in a language they know (T-27)."""

import pytest
from oneruled import Changes, places

RECORD, SIGNED = "contracts.ct-1.understanding", "contracts.ct-1.signatures"
LACKS = [("ct-1.p-1", "contracts.ct-1")]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({RECORD: None}, LACKS),
        ({RECORD: None, SIGNED: "[]"}, LACKS),
        ({RECORD: None, "contracts.ct-1.status": "offered"}, LACKS),
        ({RECORD: None, "contracts.ct-1.status": "offered", SIGNED: "[]"}, []),
        (
            {
                RECORD: None,
                "contracts.ct-1.status": "offered",
                SIGNED: "[{version: 1, person: p-1, role: parent, refused: true}]",
            },
            [],
        ),
        ({RECORD: None, "contracts.ct-1.status": "planned"}, []),
        ({RECORD: None, "people.p-1.organisation": "true"}, []),
        ({"contracts.ct-1.parties": "[p-1, p-2]"}, [("ct-1.p-2", "contracts.ct-1")]),
    ],
)
def test_each_party_who_agreed_is_on_record_as_having_understood(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("T-27a", changes) == broken


@pytest.mark.parametrize(
    ("languages", "told", "fits"),
    [
        ("{speaks: pl, reads: ur, english: some}", "pl", True),
        ("{speaks: pl, reads: ur, english: some}", "ur", True),
        ("{speaks: pl, reads: ur, english: some}", "en", False),
        ("{speaks: pl, reads: ur, english: good}", "en", True),
        ("{speaks: pl, reads: ur, english: fluent}", "en", True),
        ("{speaks: pl, reads: pl}", "en", False),
        ("{speaks: pa-Arab, reads: ur}", "pa", True),
    ],
)
def test_it_was_explained_in_a_language_that_they_know(
    languages: str, told: str, *, fits: bool
) -> None:
    changes = {"people.p-1.languages": languages, f"{RECORD}.0.language": told}
    where = [] if fits else [("ct-1.p-1", f"{RECORD}.0.language")]
    assert places("T-27b", changes) == where
