"""By when a paper is to be there."""

import datetime as dt
from collections.abc import Mapping

import pytest
from duework import outlook
from household import family, job

from docgen.plan.deadlines import by_when

Changes = Mapping[str, str | None]

AWAY = {"meetings.m-3.present": "[st-3]"}
ENDED = {"terminations": "{t-1: {contract: ct-1, date: 2025-12-10, by: st-1, reason: improved}}"}
NO_CONTRACT = {
    "no_contract": "{n-1: {pupil: c-2, date: 2025-11-10, by: st-1, rationale: Not now.}}"
}


@pytest.mark.parametrize(
    ("kind", "about", "whom", "changes", "day"),
    [
        ("invite", "m-4", "", {}, "2025-12-08"),
        ("explanation", "m-4", "", {}, "2025-12-08"),
        ("partner-invite", "m-4", "", {}, "2025-12-08"),
        ("rearranged", "m-3", "", {}, "2025-10-20"),
        ("form", "m-4", "", {}, "2025-12-15"),
        ("agenda", "m-4", "", {}, "2025-12-15"),
        ("script", "m-4", "", {}, "2025-12-15"),
        ("leaflet", "m-4", "", {}, "2025-12-08"),
        ("contract", "ct-1", "", {}, "2025-10-20"),
        ("checklist", "ct-1", "", {}, "2025-10-20"),
        ("own-contract", "ct-1", "", {"contracts.ct-1.period.start": "2025-10-27"}, "2025-10-20"),
        ("own-contract", "ct-1", "", {"meetings.m-1.date": None}, "2025-10-20"),
        ("own-contract", "ct-2", "", {"contracts.ct-2.made_at": None}, "2025-11-03"),
        ("checklist", "ct-3", "", {}, ""),
        ("copy", "ct-2", "", {}, "2025-11-10"),
        ("copy", "rv-1", "pa-1", {}, "2025-11-27"),
        ("support-letter", "ct-1", "", {}, "2025-11-03"),
        ("receipt", "m-3", "", {}, "2025-11-10"),
        ("missed-you", "m-3", "", AWAY, "2025-11-10"),
        ("engagement-record", "m-3", "", AWAY, "2025-11-10"),
        ("refusal-record", "m-3", "", {}, "2025-11-10"),
        ("review", "rv-1", "", {}, "2025-11-27"),
        ("warning", "w-1", "", {}, "2025-12-08"),
        ("warning", "w-1", "", {"noncompliance.nc-2.leads_to": None}, ""),
        (
            "warning",
            "w-1",
            "",
            {"noncompliance.nc-1.leads_to": "w-1", "noncompliance.nc-1.date": "2025-12-03"},
            "2025-12-10",
        ),
        ("contact-record", "nc-1", "", {}, "2025-11-19"),
        ("ending", "t-1", "", ENDED, "2025-12-17"),
        ("ending-record", "t-1", "", ENDED, "2025-12-17"),
        ("no-contract", "n-1", "", NO_CONTRACT, "2025-11-17"),
        ("memo", "", "", {}, ""),
        ("invite", "m-4", "", {"meetings.m-4.date": None}, ""),
    ],
)
def test_a_paper_is_due_before_its_meeting_on_its_day_or_soon_after_what_happened(
    kind: str, about: str, whom: str, changes: Changes, day: str
) -> None:
    case = family(changes)
    found = by_when(outlook(case), job(kind, about, whom, case=case))
    assert found == (dt.date.fromisoformat(day) if day else None)


ENTRY = (
    "[{{number: fam-0007/1, version: 1, kind: {kind}, about: {about}, pupil: c-1, "
    "dated: 2025-10-20, language: en, variant: standard, format: docx, template: '1.0', "
    "digest: '00', inputs: '00'}}]"
)


@pytest.mark.parametrize(
    ("kind", "about", "day"),
    [
        ("contract", "ct-1", "2025-11-27"),
        ("checklist", "ct-1", "2025-11-27"),
        ("checklist", "ct-2", "2025-11-10"),
        ("agenda", "m-3", "2025-11-10"),
        ("contact-record", "nc-1", "2025-11-19"),
    ],
)
def test_what_was_issued_before_follows_what_changed_it(kind: str, about: str, day: str) -> None:
    case = family({"issued": ENTRY.format(kind=kind, about=about)})
    assert by_when(outlook(case), job(kind, about, case=case)) == dt.date.fromisoformat(day)
