"""What is signed before the next paper, by whom, when and what text: R-60 to R-62, R-66 to R-68."""

import contractwork
import pytest
from contractwork import Changes, issued, setting
from rulebook import Edit, found, subjects

from docgen.model.agreement import agreed_text
from docgen.model.finding import Severity, Stage

PARENT = "{version: 1, person: p-1, role: parent, date: 2025-10-06}"
SCHOOL = "{version: 1, person: st-1, role: school_for_governing_body, date: 2025-10-06}"
ABSENT = ("present: [p-1, p-2, c-1, st-2]", "present: [p-2, c-1, st-2]")
UNSIGNED = (f"      - {PARENT}\n", "")


@pytest.mark.parametrize(
    ("edits", "unsigned"),
    [
        ([], ""),
        ([UNSIGNED], "p-1"),
        ([(PARENT, PARENT[:-1] + ", refused: true}")], "p-1"),
        ([(PARENT, PARENT.replace("version: 1", "version: 2"))], "p-1"),
        ([(PARENT, PARENT[:-1] + ", review: rv-1}")], "p-1"),
        ([(PARENT, PARENT.replace("role: parent", "role: partner"))], "p-1"),
        ([UNSIGNED, ABSENT], ""),
        ([("parties: [p-1]", "parties: [p-1, p-2]")], "p-2"),
        ([UNSIGNED, ("made_at: m-1\n    lead_practitioner: st-2", "")], "p-1"),
        ([UNSIGNED, ("status: under_review", "status: offered")], "p-1"),
        ([UNSIGNED, ("status: under_review", "status: agreed")], "p-1"),
        ([UNSIGNED, ("status: under_review", "status: offered"),
          ("rv-1: {contract: ct-1", "rv-1: {contract: ct-2")],
         ""),
        ([UNSIGNED, ("status: under_review", "status: planned")], ""),
    ],
)  # fmt: skip
def test_each_parent_there_has_signed_before_anything_follows(
    edits: list[Edit], unsigned: str
) -> None:
    told = [finding.message for finding in found("R-60", *edits)]
    words = "ct-1 is not signed by every parent who was there and is party to it"
    assert told == ([f"{words}: {unsigned}."] if unsigned else [])


def test_what_follows_is_stopped_and_not_the_contract_that_waits_for_signatures() -> None:
    (finding,) = found("R-60", UNSIGNED)
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.ERROR)


ENDED = "terminations:\n  t-1: {contract: ct-2, date: 2025-11-28, by: st-1, reason: ehe}\n"


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([(f"      - {SCHOOL}\n", "")], ["ct-2"]),
        ([(SCHOOL, SCHOOL[:-1] + ", refused: true}")], ["ct-2"]),
        ([(SCHOOL, SCHOOL.replace("school_for_governing_body", "partner"))], ["ct-2"]),
        ([(f"      - {SCHOOL}\n", ""), ("status: warned", "status: offered")], ["ct-2"]),
        ([(f"      - {SCHOOL}\n", ""), ("status: warned", "status: offered"),
          ("w-1: {contract: ct-2", "w-1: {contract: ct-1")], []),
        ([(f"      - {SCHOOL}\n", ""), ("status: warned", "status: offered"),
          ("w-1: {contract: ct-2", "w-1: {contract: ct-1"),
          ("noncompliance:\n", f"{ENDED}noncompliance:\n")], ["ct-2"]),
    ],
)  # fmt: skip
def test_somebody_has_signed_for_the_school(edits: list[Edit], broken: list[str]) -> None:
    assert subjects("R-61", *edits) == broken


SIGNED = "contracts.ct-1.signatures"
PRESENT = "meetings.m-1.present"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({PRESENT: "[p-1, st-1, pa-1]"}, [("st-2", 1)]),
        ({PRESENT: "[p-1, st-1, pa-1]", "meetings.m-1.present_online": "[st-2]"}, []),
        ({PRESENT: "[st-1]"}, [("p-1", 0), ("st-2", 1)]),
        ({f"{SIGNED}.0.witnessed": "false"}, [("p-1", 0)]),
        ({f"{SIGNED}.0.witnessed": None}, []),
        ({f"{SIGNED}.0.witnessed": "false", f"{SIGNED}.0.refused": "true"}, []),
        ({f"{SIGNED}.0.witnessed": "false", f"{SIGNED}.0.version": "2"}, []),
        ({f"{SIGNED}.0.witnessed": "false", f"{SIGNED}.0.review": "rv-1"}, []),
        ({PRESENT: None}, []),
        ({PRESENT: None, f"{SIGNED}.1.witnessed": "false"}, [("st-2", 1)]),
        ({"contracts.ct-1.made_at": None}, []),
        ({PRESENT: "[p-1]", "contracts.ct-1.status": "planned"}, []),
    ],
)
def test_whoever_signed_saw_the_contract_being_made(
    changes: Changes, broken: list[tuple[str, int]]
) -> None:
    expected = [
        (f"ct-1.{key}", ("contracts", "ct-1", "signatures", number)) for key, number in broken
    ]
    assert contractwork.places("R-62", changes) == expected


@pytest.mark.parametrize(
    ("other", "broken"),
    [
        (SCHOOL, []),
        (SCHOOL[:-1] + ", refused: true}", ["ct-1.st-2"]),
        (SCHOOL[:-1] + ", witnessed: false}", ["ct-1.st-1", "ct-1.st-2"]),
        (SCHOOL[:-1] + ", review: rv-1}", ["ct-1.st-2"]),
        (SCHOOL.replace("school_for_governing_body", "partner"), ["ct-1.st-2"]),
        (SCHOOL.replace("version: 1", "version: 2"), ["ct-1.st-2"]),
    ],
)
def test_it_is_put_right_for_the_school_by_somebody_who_was_there(
    other: str, broken: list[str]
) -> None:
    signed = "{version: 1, person: st-2, role: school_for_governing_body, date: 2025-10-06}"
    changes: Changes = {PRESENT: "[p-1, st-1, pa-1]", SIGNED: f"[{PARENT}, {signed}, {other}]"}
    assert [subject for subject, _ in contractwork.places("R-62", changes)] == broken


def test_nobody_can_sign_for_a_parent_who_was_not_there() -> None:
    changes: Changes = {PRESENT: "[p-2, st-2]", "contracts.ct-1.parties": "[p-1, p-2]"}
    changes = {**changes, SIGNED: f"[{PARENT}, {PARENT.replace('p-1', 'p-2')}]"}
    assert [subject for subject, _ in contractwork.places("R-62", changes)] == ["ct-1.p-1"]


def test_a_signer_who_was_not_there_stops_what_follows() -> None:
    (finding,) = contractwork.found("R-62", {PRESENT: "[p-1]"})
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)
    assert finding.message == (
        "st-2 signed ct-1, but is not down as having been there when it was made."
    )


@pytest.mark.parametrize(
    ("changes", "days", "last"),
    [
        ({}, "", ""),
        ({f"{SIGNED}.0.date": "2025-10-13"}, "", ""),
        ({f"{SIGNED}.0.date": "2025-10-14"}, "5", "2025-10-13"),
        ({f"{SIGNED}.0.date": "2025-10-14", "meetings.m-1.date": "2025-10-17"}, "", ""),
        ({f"{SIGNED}.0.date": "2025-11-04", "meetings.m-1.date": "2025-10-20"}, "5",
         "2025-11-03"),
        ({f"{SIGNED}.0.date": "2025-11-03", "meetings.m-1.date": "2025-10-20"}, "", ""),
        ({f"{SIGNED}.0.date": "2025-10-14", f"{SIGNED}.0.refused": "true"}, "", ""),
        ({f"{SIGNED}.0.date": "2025-10-14", f"{SIGNED}.0.version": "2"}, "", ""),
        ({f"{SIGNED}.0.date": "2025-10-14", f"{SIGNED}.0.review": "rv-1"}, "", ""),
        ({f"{SIGNED}.0.date": None}, "", ""),
        ({f"{SIGNED}.0.date": "2025-10-14", "meetings.m-1.date": None}, "", ""),
        ({f"{SIGNED}.0.date": "2025-10-14", "contracts.ct-1.made_at": None}, "", ""),
    ],
)  # fmt: skip
def test_a_contract_is_signed_within_five_school_days(
    changes: Changes, days: str, last: str
) -> None:
    told = contractwork.found("R-66", changes)
    signed = changes.get(f"{SIGNED}.0.date")
    until = f"the last day for it was {last} (school days after the meeting: {days})"
    words = f"p-1 signed ct-1 on {signed}; {until}."
    assert [finding.message for finding in told] == ([words] if days else [])
    assert all(finding.path == ("contracts", "ct-1", "signatures", 0) for finding in told)
    assert all(finding.about == ("ct-1", "p-1") for finding in told)


@pytest.mark.parametrize(
    ("said", "signed", "late"),
    [
        ("6", "2025-10-14", False),
        ("6", "2025-10-15", True),
        ("0", "2025-10-06", False),
        ("0", "2025-10-07", True),
        ("soon", "2025-10-13", False),
        ("soon", "2025-10-14", True),
        ("-1", "2025-10-13", False),
    ],
)
def test_the_pack_says_how_many_days_there_are_to_sign(said: str, signed: str, late: bool) -> None:
    changes = {f"{SIGNED}.0.date": signed}
    assert bool(contractwork.found("R-66", changes, pack=setting(signing_days=said))) is late


def test_a_late_signature_waits_for_a_reason() -> None:
    (finding,) = contractwork.found("R-66", {f"{SIGNED}.1.date": "2025-10-15"})
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)
    assert finding.subject == "ct-1.st-2"


OTHER = "1c0ffee5c0ffee51"


def agreed() -> str:
    """Give the digest of the contract's text as it stands."""
    scene = contractwork.scene()
    return agreed_text(scene.case, "ct-1", scene.pack.phrases)


def paper(dated: str, text: str = "", **more: str) -> str:
    of_contract = {"kind": "contract", "about": "ct-1", "contract_version": "2"}
    return issued(dated, **{**of_contract, "text": text or f'"{OTHER}"', **more})


WITHDRAWN = "{date: 2025-11-05, reason: wrong date, by: st-1}"
VERSIONS = (f"{SIGNED}.2.date", f"{SIGNED}.3.date")


@pytest.mark.parametrize(
    ("papers", "numbers"),
    [
        ([], ""),
        ([paper("2025-11-03")], "fam-0001/5"),
        ([paper("2025-11-03", agreed())], ""),
        ([paper("2025-11-03", contract_version="1")], ""),
        ([issued("2025-11-03", kind="contract", about="ct-1", contract_version="2")], ""),
        ([paper("2025-11-03", withdrawn=WITHDRAWN)], ""),
        ([paper("2025-11-03", about="ct-2")], ""),
        ([paper("2025-11-03", kind="notes", about="rv-1")], "fam-0001/5"),
        ([paper("2025-11-03", kind="cover")], ""),
        ([paper("2025-11-03", kind="gone")], ""),
        ([paper("2025-11-03"), paper("2025-11-03", number="fam-0001/6")],
         "fam-0001/5, fam-0001/6"),
        ([paper("2025-11-01"), paper("2025-11-03", agreed(), version="2")], ""),
        ([paper("2025-11-03", agreed(), version="2"), paper("2025-11-01")], ""),
        ([paper("2025-11-01", agreed()), paper("2025-11-03", version="2")], "fam-0001/5"),
        ([paper("2025-11-03", agreed()), paper("2025-11-04", version="2")], ""),
        ([paper("2025-11-03"), paper("2025-11-04", agreed(), version="2")], "fam-0001/5"),
        ([paper("2025-11-04", agreed()), paper("2025-11-05", version="2")], ""),
        ([paper("2025-11-04"), paper("2025-11-05", agreed(), version="2")], "fam-0001/5"),
    ],
)  # fmt: skip
def test_what_was_signed_is_what_stands_there_now(papers: list[str], numbers: str) -> None:
    told = contractwork.found("R-67", {"issued": f"[{', '.join(papers)}]"})
    words = (
        f"ct-1 was changed after version 2 of it was signed; the signed text stands in {numbers}."
    )
    assert [finding.message for finding in told] == ([words] if numbers else [])
    assert all(finding.about == ("ct-1",) for finding in told)
    assert all(finding.path == ("contracts", "ct-1") for finding in told)


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, ["ct-1"]),
        (dict.fromkeys(VERSIONS), ["ct-1"]),
        ({f"{SIGNED}.2.date": None}, ["ct-1"]),
        ({f"{SIGNED}.2.refused": "true"}, ["ct-1"]),
        ({f"{SIGNED}.2.refused": "true", f"{SIGNED}.3.refused": "true"}, []),
        ({f"{SIGNED}.2.version": "1", f"{SIGNED}.3.version": "1"}, []),
        ({"contracts.ct-1.status": "planned"}, []),
    ],
)
def test_a_text_that_nobody_signed_may_still_change(changes: Changes, broken: list[str]) -> None:
    changed = {"issued": f"[{paper('2025-11-03')}]", **changes}
    assert contractwork.subjects("R-67", changed) == broken


def test_a_refusal_before_the_first_signature_does_not_count_as_one() -> None:
    papers = [paper("2025-11-03"), paper("2025-11-04", agreed(), version="2")]
    refused = {f"{SIGNED}.2.refused": "true", f"{SIGNED}.3.date": "2025-11-04"}
    changes = {"issued": f"[{', '.join(papers)}]", **refused}
    assert contractwork.subjects("R-67", changes) == []


def test_without_a_day_of_signing_the_latest_paper_counts() -> None:
    papers = [paper("2025-11-03"), paper("2025-11-04", agreed(), version="2")]
    changes = {"issued": f"[{', '.join(papers)}]", **dict.fromkeys(VERSIONS)}
    assert contractwork.subjects("R-67", changes) == []


def test_a_text_changed_after_signing_stops_what_follows() -> None:
    (finding,) = contractwork.found("R-67", {"issued": f"[{paper('2025-11-03')}]"})
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.ERROR)


REFUSED, STATUS = f"{SIGNED}.0.refused", "contracts.ct-1.status"
DECLINED = "[{pupil: c-1, person: p-1, date: 2025-10-06}]"
NOT_DOWN = "nothing is down under `declined`"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, ""),
        ({REFUSED: "true"}, f"its status is under_review and {NOT_DOWN}"),
        ({REFUSED: "true", STATUS: "agreed"}, f"its status is agreed and {NOT_DOWN}"),
        ({REFUSED: "true", STATUS: "declined"}, NOT_DOWN),
        ({REFUSED: "true", STATUS: "offered"}, NOT_DOWN),
        ({REFUSED: "true", STATUS: "declined", "declined": DECLINED}, ""),
        ({REFUSED: "true", "declined": DECLINED}, "its status is under_review"),
        ({REFUSED: "true", STATUS: "declined", "declined": DECLINED.replace("c-1", "c-2")},
         NOT_DOWN),
        ({REFUSED: "true", STATUS: "declined", "declined": DECLINED.replace("p-1", "p-2")},
         NOT_DOWN),
        ({REFUSED: "true", f"{SIGNED}.0.version": "2"}, ""),
        ({REFUSED: "true", f"{SIGNED}.2.version": "1", f"{SIGNED}.2.review": None}, ""),
        ({REFUSED: "true", f"{SIGNED}.0.review": "rv-1"}, ""),
        ({f"{SIGNED}.1.refused": "true"}, ""),
        ({REFUSED: "true", STATUS: "planned"}, ""),
    ],
)  # fmt: skip
def test_a_refusal_is_recorded_and_no_contract_is_claimed(changes: Changes, why: str) -> None:
    told = contractwork.found("R-68", changes)
    words = f"p-1 refused to sign ct-1, but {why}."
    assert [finding.message for finding in told] == ([words] if why else [])
    path = ("contracts", "ct-1", "signatures", 0)
    assert all((finding.about, finding.path) == (("ct-1",), path) for finding in told)
    assert all(finding.severity is Severity.ERROR for finding in told)
    assert all(finding.stage is Stage.ISSUE for finding in told)


UNMADE = {f"{SIGNED}.0.role": "partner", f"{SIGNED}.1.role": "partner"}


@pytest.mark.parametrize("rule", ["R-60", "R-61"])
def test_what_is_not_signed_is_shown_at_its_signatures(rule: str) -> None:
    assert contractwork.places(rule, UNMADE) == [("ct-1", ("contracts", "ct-1", "signatures"))]


def test_who_signs_for_the_school_is_told_as_a_casefile_writes_it() -> None:
    (finding,) = contractwork.found("R-61", UNMADE)
    assert finding.remedy.endswith("`version: 1` and `role: school_for_governing_body`.")
