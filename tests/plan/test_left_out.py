"""Who gets no paper, and why."""

from collections.abc import Mapping

import pytest
from household import family, plan

Changes = Mapping[str, str | None]

NOT_WRITTEN_TO = "the school decided not to work with this adult; the reason is in the casefile"
JOINT = {"contracts.ct-1.parties": "[p-1, p-2]"}


def left_out(kind: str, changes: Changes | None = None) -> list[str]:
    """Give who gets no paper of a kind, as `about person pupil: because`."""
    found = plan(kind, case=family(changes)).left_out
    return [f"{' '.join(filter(None, (e.about, e.person, e.pupil)))}: {e.because}" for e in found]


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        (
            "invite",
            {},
            [
                "m-2 p-2 c-1: m-2 was replaced by m-3",
                "p-2 c-2: p-2 is not invited to any meeting about c-2 that stands",
                f"p-3 c-1: {NOT_WRITTEN_TO}",
            ],
        ),
        (
            "invite",
            {"meetings.m-4.cancelled": "2025-12-01", "people.p-3.organisation": "true"},
            [
                "m-2 p-2 c-1: m-2 was replaced by m-3",
                "m-4 p-1 c-1: m-4 was cancelled",
                "p-2 c-2: p-2 is not invited to any meeting about c-2 that stands",
                "p-3 c-1: p-3 is an organisation, not an individual",
            ],
        ),
        (
            "rearranged",
            {"meetings.m-2.invited": "[p-2, p-1]", "meetings.m-3.invited": "[p-2, p-3]"},
            [
                "m-3 p-1 c-1: p-1 is not invited to m-3",
                f"m-3 p-3 c-1: {NOT_WRITTEN_TO}",
            ],
        ),
        (
            "contract",
            {"contracts.ct-3.status": "agreed"},
            [
                "p-2 c-2: p-2 declined a contract about c-2",
                f"p-3 c-1: {NOT_WRITTEN_TO}",
            ],
        ),
        (
            "contract",
            {"contracts.ct-2.status": "declined", "links.4.work_with": "true"},
            [
                "ct-2 p-2 c-1: ct-2 was declined",
                "ct-3 p-1 c-2: ct-3 is only planned so far",
                "p-3 c-1: p-3 is not party to a contract about c-1",
            ],
        ),
        (
            "own-contract",
            JOINT | {"links.4.work_with": "true", "meetings.m-1.invited": "[p-1, p-3]"},
            [
                "ct-1 p-2 c-1: p-2 was absent from m-1, where ct-1 was made",
                "ct-3 p-1 c-2: ct-3 is only planned so far",
                "p-3 c-1: p-3 was absent from m-1, where the contract was made",
            ],
        ),
        ("checklist", {}, []),
        ("copy", {}, ["ct-1 c-1 c-1: the copy for c-1 goes through a parent"]),
        (
            "support-letter",
            {"family": "{court_orders: [{person: p-2, pupil: c-1, limits: [correspondence]}]}"},
            ["ct-1 p-2 c-1: a court order limits what may go to p-2 about c-1"],
        ),
        (
            "support-letter",
            {
                "family": "{court_orders: [{person: p-2, pupil: c-1, limits: [contact], "
                "cleared_by: st-1, cleared: 2025-10-01}]}"
            },
            [],
        ),
        (
            "support-letter",
            {"people.p-2.organisation": "true"},
            ["ct-1 p-2 c-1: p-2 is an organisation, not an individual"],
        ),
        (
            "warning",
            {"contracts.ct-2.parties": "[p-2, p-1]"},
            ["w-1 p-1 c-1: w-1 is for p-2 alone"],
        ),
    ],
)
def test_everybody_left_out_is_told_of_with_the_reason(
    kind: str, changes: Changes, told: list[str]
) -> None:
    assert left_out(kind, changes) == told
