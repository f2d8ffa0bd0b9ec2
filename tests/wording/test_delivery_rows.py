"""The delivery stage: what the casefile shows beside each row."""

import pytest
from rowwork import NO_MEETING, Changes, Table, issued, row

DELIVERY: Table = [
    (
        "parents_present",
        {},
        (
            "Present: Ms Grace Adaeze Mbeki, Nia Pryce, Mr Tomos Rees, Priya Nair and "
            "Ms Ruth Adeyemi."
        ),
        "Yes",
    ),
    (
        "parents_present",
        {"meetings.m-1.present": "[c-1, st-2]"},
        (
            "Present: Nia Pryce and Mr Tomos Rees. "
            "Not there: Ms Grace Adaeze Mbeki, Priya Nair and Ms Ruth Adeyemi. "
            "No party came, so that no contract can be made."
        ),
        "",
    ),
    (
        "parents_present",
        {"meetings.m-1.present": "[]", "meetings.m-1.invited": "[p-1, c-1]"},
        (
            "Nobody came. Not there: Ms Grace Adaeze Mbeki and Nia Pryce. "
            "No party came, so that no contract can be made."
        ),
        "",
    ),
    ("parents_present", {"meetings.m-1.present": None}, "The meeting has not been held yet.", ""),
    (
        "parents_present",
        NO_MEETING | {"contracts.ct-1.made_at": None},
        "The meeting has not been held yet.",
        "",
    ),
    (
        "voices",
        {},
        "Views written down: Ms Grace Adaeze Mbeki. The pupil's own words are written down.",
        "",
    ),
    (
        "voices",
        {"parent_views": None, "pupils.c-1.voice": None},
        "No parent's views written down.",
        "",
    ),
    (
        "voices",
        {
            "parent_views": "[{person: p-1, meeting: m-1, not_said: [concerns, on_contract]}, "
            "{person: p-2, meeting: m-1, not_said: [concerns]}, "
            "{person: p-1, meeting: m-4, not_said: [concerns]}]",
            "contracts.ct-1.parties": "[p-1, p-2]",
            "pupils.c-1.voice": None,
        },
        (
            "Views written down: Ms Grace Adaeze Mbeki and Mr Owen Pryce. "
            "Ms Grace Adaeze Mbeki did not wish to answer 2 questions. "
            "Mr Owen Pryce did not wish to answer 1 question."
        ),
        "",
    ),
    (
        "actions",
        {},
        "Actions: 3. A parent's own idea: 1. With a date: 2. With a measure: 1.",
        "",
    ),
    ("duration", {}, "20 October 2025 to 20 March 2026 (5 months). The end is an estimate.", "Yes"),
    ("duration", {"contracts.ct-1.period": "{months: 4}"}, "4 months.", "Yes"),
    ("duration", {"contracts.ct-1.period": None}, "Not recorded yet.", ""),
    (
        "signatures",
        {},
        "Ms Grace Adaeze Mbeki: 20 October 2025. Mr Tomos Rees: 20 October 2025.",
        "Yes",
    ),
    (
        "signatures",
        {
            "contracts.ct-1.signatures": "[{version: 1, person: p-1, role: parent, refused: true}, "
            "{version: 1, person: st-2, role: school_for_governing_body}]"
        },
        (
            "Mr Tomos Rees: a day not recorded. Not signed yet: Ms Grace Adaeze Mbeki. "
            "Refused: Ms Grace Adaeze Mbeki."
        ),
        "",
    ),
    (
        "signatures",
        NO_MEETING | {"contracts.ct-1.signatures": None, "contracts.ct-1.made_at": None},
        "No signatures recorded yet.",
        "",
    ),
    (
        "signatures",
        {
            "contracts.ct-1.signatures": "[{version: 1, person: p-1, role: parent}]",
        },
        "Ms Grace Adaeze Mbeki: a day not recorded.",
        "",
    ),
    (  # a review without changes is signed under the same version
        "signatures",
        {
            "contracts.ct-1.signatures": "[{version: 1, person: p-1, role: parent}, {version: 1, "
            "person: p-1, role: parent, date: 2025-12-01, review: rv-1}]",
        },
        "Ms Grace Adaeze Mbeki: a day not recorded.",
        "",
    ),
    ("review_date", {}, "First review: 20 November 2025.", "Yes"),
    ("review_date", {"contracts.ct-1.first_review": None}, "Not recorded yet.", ""),
    (
        "copies",
        {},
        "Ms Grace Adaeze Mbeki: 20 October 2025. Ms Ruth Adeyemi: 21 October 2025.",
        "Yes",
    ),
    (
        "copies",
        {"contracts.ct-1.copies": "[{to: p-1, date: 2025-10-20}]"},
        "Ms Grace Adaeze Mbeki: 20 October 2025. No copy recorded for Ms Ruth Adeyemi.",
        "",
    ),
    (
        "copies",
        {"contracts.ct-1.copies": "[{to: p-1, date: 2025-10-20}]"} | issued("copy", "ct-1", "pa-1"),
        "Ms Grace Adaeze Mbeki: 20 October 2025. Ms Ruth Adeyemi: 24 November 2025.",
        "Yes",
    ),
    (
        "copies",
        issued("copy", "ct-1", "p-1"),
        "Ms Grace Adaeze Mbeki: 20 October 2025. Ms Ruth Adeyemi: 21 October 2025.",
        "Yes",
    ),
    (
        "copies",
        {"contracts.ct-1.copies": None},
        "No copies recorded yet. No copy recorded for Ms Grace Adaeze Mbeki and Ms Ruth Adeyemi.",
        "",
    ),
    (
        "copies",
        NO_MEETING | {"contracts.ct-1.copies": None, "contracts.ct-1.made_at": None},
        "No copies recorded yet.",
        "",
    ),
]


@pytest.mark.parametrize(("topic", "changes", "comments", "complete"), DELIVERY)
def test_a_delivery_row_shows_what_the_casefile_holds(
    topic: str, changes: Changes, comments: str, complete: str
) -> None:
    assert row(topic, changes) == (comments, complete)


def test_actions_of_a_contract_only_planned_are_none_yet() -> None:
    assert row("actions", {}, "ct-3") == ("No actions recorded yet.", "")
