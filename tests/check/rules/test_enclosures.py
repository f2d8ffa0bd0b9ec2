"""Papers that go with a meeting: R-32 and R-32b (certificate), R-33, R-34, R-35a and R-35b."""

import pytest
from oneruled import Changes, findings, places, setting

CERTIFICATE, POLICY, GUIDE = (f"enclosures_given.{number}" for number in range(3))
WHERE = "enclosures_given"
MOTHER, FATHER = ("m-1.p-1.c-1", WHERE), ("m-1.p-2.c-1", WHERE)
SISTER: Changes = {
    "pupils.c-2": "{legal_name: Ola Pryce, date_of_birth: 2015-03-02, year_group: 6}",
    "links": """[{person: p-1, pupil: c-1, relationship: mother, basis: [natural]},
        {person: p-1, pupil: c-2, relationship: mother, basis: [natural]}]""",
    "meetings.m-1.pupils": "[c-1, c-2]",
}
NOT_HERS = [("m-1.p-1.c-1", WHERE), ("m-1.p-1.c-2", WHERE)]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({f"{CERTIFICATE}.to": "[p-2]"}, [MOTHER]),
        ({f"{CERTIFICATE}.to": "[c-1, st-2]"}, [MOTHER, FATHER]),
        ({f"{CERTIFICATE}.date": "2025-11-07"}, []),
        ({f"{CERTIFICATE}.item": "attendance_policy"}, [MOTHER, FATHER]),
        ({f"{CERTIFICATE}.pupil": "c-1"}, []),
        ({f"{CERTIFICATE}.to": "[p-1]", "meetings.m-1.invited": "[p-1]",
          "meetings.m-1.present": "[p-1]"}, []),
        ({f"{CERTIFICATE}.to": "[p-1]", "meetings.m-1.present": "[p-1]"}, [FATHER]),
        ({f"{CERTIFICATE}.to": "[p-1]", "meetings.m-1.invited": "[p-1]"}, [FATHER]),
        ({f"{CERTIFICATE}.to": "[p-1]", "links.1.work_with": "false"}, []),
        ({f"{CERTIFICATE}.to": "[p-1]", "people.p-2.organisation": "true"}, []),
        ({f"{CERTIFICATE}.to": "[p-1]", "meetings.m-1.kind": "review"}, []),
        ({f"{CERTIFICATE}.to": "[p-1]", "meetings.m-1.cancelled": "2025-11-05"}, []),
        ({f"{CERTIFICATE}.to": "[p-1]", "meetings.m-1.present": None,
          "meetings.m-1.absent": None}, []),
        (SISTER, NOT_HERS),
        ({**SISTER, f"{CERTIFICATE}.pupil": "c-1"}, NOT_HERS[1:]),
        ({**SISTER, f"{CERTIFICATE}.pupil": "c-2"}, NOT_HERS[:1]),
        ({**SISTER, f"{CERTIFICATE}.pupil": "c-1", "meetings.m-1.pupils": "[c-1]"}, []),
    ],
)  # fmt: skip
def test_each_parent_has_a_certificate_about_each_pupil_at_the_meeting(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-32", changes) == broken


def test_it_is_told_who_had_none_and_about_whom() -> None:
    (finding,) = findings("R-32", {f"{CERTIFICATE}.to": "[p-1]"})
    assert finding.message == (
        "Nothing says that p-2 ever had an attendance certificate about c-1, whom m-1 was about."
    )


@pytest.mark.parametrize(
    ("given", "days", "broken"),
    [
        ("2025-11-06", "0", False),
        ("2025-11-05", "0", True),
        ("2025-11-05", "1", False),
        ("2025-11-04", "1", True),
        ("2025-11-07", "0", True),
        ("2025-11-07", "1", True),
    ],
)
def test_a_certificate_is_as_new_as_the_authority_asks_and_not_late(
    given: str, days: str, broken: bool
) -> None:
    told = places("R-32b", {f"{CERTIFICATE}.date": given}, pack=setting(certificate_days=days))
    assert told == ([MOTHER, FATHER] if broken else [])


def test_a_certificate_is_of_the_day_of_the_meeting_unless_a_pack_says_more() -> None:
    (mother, _) = findings("R-32b", {f"{CERTIFICATE}.date": "2025-11-05"})
    assert mother.message == (
        "p-1 had no attendance certificate about c-1 that was up to date at m-1 on 2025-11-06; "
        "the last one was given on 2025-11-05."
    )
    assert places("R-32b", {f"{CERTIFICATE}.date": "2025-11-06"}) == []
    undated = {f"{CERTIFICATE}.date": "2025-11-05", "meetings.m-1.date": None}
    assert places("R-32b", undated) == []


def test_one_certificate_of_the_day_is_enough() -> None:
    for day in ("2025-10-01", "2025-11-07"):
        other = f"{{item: attendance_certificate, to: [p-1], date: {day}, medium: post, by: st-2}}"
        assert places("R-32b", {POLICY: other}) == []


def test_a_missing_certificate_is_told_once() -> None:
    assert places("R-32b", {f"{CERTIFICATE}.to": "[st-2]"}) == []


PAIR = [("m-1.p-1", WHERE), ("m-1.p-2", WHERE)]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({f"{POLICY}.medium": "email"}, PAIR),
        ({f"{POLICY}.medium": "online"}, PAIR),
        ({f"{POLICY}.medium": "post"}, []),
        ({f"{POLICY}.to": "[p-1]"}, PAIR[1:]),
        ({f"{POLICY}.date": "2025-11-07"}, PAIR),
        ({f"{POLICY}.date": "2025-11-07", "meetings.m-1.date": None}, []),
        ({f"{POLICY}.item": "dfe_parent_guide"}, PAIR),
        ({f"{POLICY}.to": "[p-1]", "links.1.work_with": "false"}, []),
    ],
)
def test_each_parent_has_the_attendance_policy_on_paper(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-33", changes) == broken


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({f"{GUIDE}.medium": "email"}, []),
        ({f"{GUIDE}.medium": "online"}, []),
        ({f"{GUIDE}.medium": "post"}, []),
        ({f"{GUIDE}.to": "[p-2]"}, PAIR[:1]),
        ({f"{GUIDE}.date": "2025-11-07"}, PAIR),
        ({f"{GUIDE}.item": "attendance_policy"}, PAIR),
    ],
)
def test_each_parent_has_the_guide_for_parents(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-34", changes) == broken


@pytest.mark.parametrize("rule", ["R-33", "R-34"])
def test_what_goes_with_two_pupils_is_given_once(rule: str) -> None:
    (finding,) = findings(rule, {**SISTER, "enclosures_given": "[]"})
    assert finding.subject == "m-1.p-1"
    assert " that p-1 had the " in finding.message
    assert finding.message.endswith(" by the day of m-1.")


PARTY = [("ct-1.p-1", WHERE)]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({f"{CERTIFICATE}.date": "2025-11-30"}, []),
        ({f"{CERTIFICATE}.to": "[p-2]"}, PARTY),
        ({f"{CERTIFICATE}.to": "[p-1]"}, []),
        ({f"{CERTIFICATE}.to": "[p-2]", "contracts.ct-1.status": "under_review"}, PARTY),
        ({f"{CERTIFICATE}.to": "[p-2]", "contracts.ct-1.status": "warned"}, PARTY),
        ({f"{CERTIFICATE}.to": "[p-2]", "contracts.ct-1.status": "draft"}, []),
        ({f"{CERTIFICATE}.to": "[p-2]", "contracts.ct-1.status": "terminated"}, []),
        (SISTER, PARTY),
        ({**SISTER, f"{CERTIFICATE}.pupil": "c-1"}, []),
        ({**SISTER, f"{CERTIFICATE}.pupil": "c-2"}, PARTY),
    ],
)
def test_each_party_was_given_a_certificate_at_some_time(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-35a", changes) == broken


def test_it_is_told_which_party_never_had_a_certificate() -> None:
    (finding,) = findings("R-35a", {f"{CERTIFICATE}.to": "[p-2]"})
    assert finding.message == (
        "There is no record that p-1, party to ct-1, was ever given an attendance certificate "
        "about c-1."
    )


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, ""),
        ({f"{POLICY}.date": "2025-11-30", f"{POLICY}.medium": "email"}, ""),
        ({f"{POLICY}.to": "[p-2]"}, "the school's attendance policy"),
        ({f"{GUIDE}.to": "[p-2]"}, "the national guide for parents"),
        ({f"{POLICY}.to": "[p-2]", f"{GUIDE}.to": "[p-2]"},
         "the school's attendance policy or the national guide for parents"),
        ({f"{POLICY}.to": "[p-2]", "contracts.ct-1.status": "offered"}, ""),
    ],
)  # fmt: skip
def test_each_party_was_given_policy_and_guide_at_some_time(changes: Changes, missing: str) -> None:
    assert places("R-35b", changes) == (PARTY if missing else [])
    said = f"There is no record that p-1, party to ct-1, was ever given {missing}."
    assert [each.message for each in findings("R-35b", changes)] == ([said] if missing else [])


def test_pupils_and_partners_raise_none_of_these() -> None:
    case: Changes = {
        "partners": "{pa-1: {organisation: Family hub}}",
        "meetings.m-1.invited": "[p-1, p-2, c-1, pa-1]",
        "meetings.m-1.present": "[p-1, p-2, c-1, pa-1, st-2]",
    }
    for rule in ("R-32", "R-32b", "R-33", "R-34", "R-35a", "R-35b"):
        assert places(rule, case) == []
        assert all("pa-1" not in told.about for told in findings(rule, {**case, WHERE: "[]"}))
