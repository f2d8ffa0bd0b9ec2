"""A casefile and its school become one case, or every fault of both is told at once."""

import datetime as dt
from pathlib import Path

import pytest
from casework import CASEFILE, SCHOOL, case_from, judged_from, sheet_from, told, varied

from docgen.check.case import judge_case, school_key
from docgen.model.finding import Severity
from docgen.model.sheet import node_at

ROOT = Path(__file__).parents[2]


def rules(changes: dict[str, str | None], school: str = SCHOOL) -> list[str]:
    """Give the ids told of the casefile with changes."""
    return [each.rule for each in judged_from(varied(CASEFILE, changes), school).findings]


def test_a_case_holds_what_the_casefile_says() -> None:
    case = case_from(CASEFILE)
    assert case.people["p-1"].phone == "07700 900 301"
    assert case.meetings["m-1"].is_held
    assert case.contracts["ct-1"].requirements["rq-1"].due == dt.date(2026, 3, 20)
    assert case.school.key == "s-1"
    assert case.school.staff["st-2"].role == "Attendance officer"


def test_a_case_may_change_what_its_school_says() -> None:
    changes = "{phone: 01632 960 999, staff: {st-2: {role: Deputy head}}, inset_days: [2025-11-03]}"
    school = case_from(CASEFILE + f"school_changes: {changes}\n").school
    assert school.phone == "01632 960 999"
    assert school.staff["st-2"].role == "Deputy head"
    assert school.staff["st-2"].legal_name == "Tomos Rees"
    assert school.staff["st-1"].role == "Headteacher"
    assert school.inset_days == (dt.date(2025, 11, 3),)


def test_findings_name_the_file_at_fault() -> None:
    broken = SCHOOL.replace("2025-12-19", "2025-12-32").replace("phone:", "phon:")
    judged = judged_from(CASEFILE.replace("status: active", "status: activ"), broken)
    assert judged.case is None
    places = [(each.rule, each.place.file) for each in judged.findings if each.place]
    assert places == [
        ("choice-mistyped", "casefiles/fam-0001.yaml"),
        ("field-missing", "schools/s-1.yaml"),
        ("field-mistyped", "schools/s-1.yaml"),
        ("date-impossible", "schools/s-1.yaml"),
    ]


def test_a_change_at_fault_is_found_in_the_casefile() -> None:
    judged = judged_from(CASEFILE + "school_changes: {terms: soon}\n")
    (finding,) = judged.findings
    assert (finding.rule, finding.place and finding.place.file) == (
        "list-due",
        "casefiles/fam-0001.yaml",
    )


def test_the_tree_given_back_leads_to_a_school_s_own_line() -> None:
    judged = judged_from(CASEFILE)
    mark = node_at(judged.root, ("school", "staff", "st-2", "role")).mark
    assert (mark.file, mark.line) == ("schools/s-1.yaml", 11)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"schema": "2"}, "schema-version"),
        ({"case_id": "FAM-1"}, "case-id-form"),
        ({"case_id": "../x"}, "case-id-form"),
        ({"case_id": "con"}, "case-id-form"),
        ({"case_id": "a:b"}, "case-id-form"),
        ({"case_id": "fam-1."}, "case-id-form"),
        ({"case_id": f"fam-{'1' * 40}"}, "case-id-form"),
        ({"authority": "../saltshire"}, "authority-form"),
        ({"academic_year": "2025"}, "school-year-form"),
        ({"people.p-1.languages": "{speaks: Polish}"}, "language-form"),
        ({"people.p-1.email": "grace at home"}, "email-form"),
        ({"pupils.c-1.attendance": "{as_at: today, certificate: {}}"}, "moment-form"),
        ({"pupils.c-1.attendance": "{as_at: 2025-02-29, certificate: {}}"}, "moment-form"),
        ({"pupils.c-1.attendance": "{as_at: 2025-11-03T24:30, certificate: {}}"}, "moment-form"),
        ({"pupils.c-1.attendance": "{as_at: 1999-11-03T08:30, certificate: {}}"}, "moment-form"),
        ({"pupils.c-1.attendance": "{as_at: 2025-W45-1, certificate: {}}"}, "moment-form"),
        ({"school_changes": "{letterhead: ../badge.png}"}, "letterhead-form"),
        ({"school_changes": "{signatories: {invitation: st-1}}"}, "act-unknown"),
        ({"checklists": "{ct-1: {answers: {first: {}}}}"}, "row-form"),
        ({"contracts.ct-1.agreed": "{first: [rq-1]}"}, "version-form"),
        ({"contracts.ct-1.requirements.rq-1.with": "{A b: c}"}, "blank-form"),
        ({"contracts.ct-1.support.su-1.translations": "{Polish: {text: x}}"}, "language-form"),
        ({"texts": "[{text: x, translations: {Polish: {text: y}}}]"}, "language-form"),
        ({"texts": "[{text: x, translations: {pl: {text: y, of: today}}}]"}, "digest-form"),
        ({"texts": "[{text: x, translations: {pl: {text: y, of: 3f9a1}}}]"}, "digest-form"),
        ({"contracts.ct-1.support.su-1.text": None}, "text-missing"),
        ({"contracts.ct-1.requirements.rq-1.phrase": "walk"}, "text-and-phrase"),
        ({"meetings.m-1.place": "'{{ place }}'"}, "text-leftover"),
        ({"meetings.m-1.place": "«Room»"}, "text-leftover"),
        ({"meetings.m-1.place": "'[Insert room]'"}, "text-leftover"),
        ({"people.p-1.legal_name": "Grace  Mbeki"}, "text-gap"),
        ({"people.p-1.address": '["2 Mill\\tLane"]'}, "text-gap"),
        ({"people.p-1.address": '["2 Mill\\nLane"]'}, "text-gap"),
        ({"people.p-1.title": "'Ms,'"}, "name-comma"),
        ({"people.p-1.legal_name": "', Mbeki'"}, "name-comma"),
        ({"school": "{name: Harbour View}"}, "school-inline"),
        ({"school": "../s-1"}, "school-form"),
        ({"school": "nul"}, "school-form"),
        ({"school_changes": "{key: s-2}"}, "school-own-key"),
        ({"school_changes": "[]"}, "fields-due"),
        ({"school": None}, "field-missing"),
    ],
)
def test_what_a_casefile_can_get_wrong(changes: dict[str, str | None], rule: str) -> None:
    assert rule in rules(changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"people.p-1.legal_name": "Null"},
        {"people.p-1.legal_name": "Grace Mbeki-O'Neill, née Łęcki"},
        {"people.p-1.languages": "{speaks: no, reads: pa-Guru}"},
        {"pupils.c-1.preferred_name": "Nía"},
        {"contracts.ct-1.requirements.rq-1.text": "I will ring at 8:45am; << always."},
        {"people.p-1.address": "[]", "people.p-2": "{legal_name: Owen Pryce}"},
        {"people.p-1.email": "grace.mbeki+school@mail.example"},
        {"school_changes": "{letterhead: badge-2.PNG, signatories: {invite: st-1}}"},
        {"checklists": "{ct-1: {answers: {P1: {complete: done}}}}"},
        {"contracts.ct-1.agreed": '{"1": [rq-1, rq-2]}'},
        {"parent_views": "[{person: p-1, meeting: m-1, concerns: 'A  gap is no fault here'}]"},
    ],
)
def test_what_a_casefile_may_say(changes: dict[str, str | None]) -> None:
    assert rules(changes) == []


def test_a_case_id_must_be_the_file_s_name() -> None:
    sheet = sheet_from(CASEFILE, "casefiles\\essex\\fam-0002.yaml")
    (finding,) = judge_case(sheet, sheet_from(SCHOOL, "schools/s-1.yaml"), "s-1").findings
    assert finding.rule == "case-id-file"
    assert "“fam-0002.yaml”" in finding.message


def test_a_school_that_is_not_there_is_the_only_fault_of_a_sound_case() -> None:
    (finding,) = judge_case(sheet_from(CASEFILE), None, "s-1").findings
    assert finding.rule == "school-nowhere"
    assert "schools/s-1.yaml" in finding.remedy


def test_the_rest_is_judged_though_the_school_is_not_there() -> None:
    broken = varied(CASEFILE, {"people.p-1.title": "' '", "meetings.m-1.invited": "[p-9]"})
    judged = judge_case(sheet_from(broken), None, "s-1")
    assert {each.rule for each in judged.findings} == {
        "school-nowhere",
        "text-blank",
        "key-nowhere",
    }


def test_a_school_does_not_name_its_own_key() -> None:
    assert rules({}, SCHOOL + "key: s-1\n") == ["school-own-key"]


@pytest.mark.parametrize(
    ("school", "key"), [("s-1", "s-1"), ("[s-1]", None), ("../s-1", None), ("s-1.yaml", None)]
)
def test_only_a_plain_key_leads_to_a_school(school: str, key: str | None) -> None:
    assert school_key(sheet_from(varied(CASEFILE, {"school": school}))) == key


def test_all_faults_of_a_casefile_are_told_at_once_in_the_order_of_its_lines() -> None:
    judged = judged_from(
        varied(
            CASEFILE,
            {
                "status": "open",
                "people.p-1.title": None,
                "people.p-2.adress": "[x]",
                "pupils.c-1.date_of_birth": "29/2/2013",
                "meetings.m-1.chair": "st-9",
                "contracts.ct-1.support.su-1.text": None,
            },
        )
    )
    assert [each.rule for each in judged.findings] == [
        "choice-unknown",
        "field-mistyped",
        "date-impossible",
        "key-nowhere",
        "text-missing",
    ]


def test_lists_and_fields_in_place_of_texts_are_told_by_their_shape_alone() -> None:
    changes: dict[str, str | None] = {
        "case_id": "[fam-0001]",
        "people.p-1.title": "[Ms]",
        "meetings.m-1.chair": "[st-2]",
        "contracts.ct-1.support.su-1": "The school will ring.",
    }
    assert rules(changes) == ["value-due", "value-due", "value-due", "fields-due"]


def test_faults_without_end_are_cut_off() -> None:
    judged = judged_from(CASEFILE + "".join(f"weather{n}: fine\n" for n in range(1000)))
    assert len(judged.findings) == 201
    assert judged.findings[-1].rule == "and-more"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("p-1", "p-mbeki", "p-mbeki"),
        ("c-1", "c-nia", "c-nia"),
        ("fam-0001", "pryce-1", "pryce-1"),
        ("p-1", "p-grac", "p-grac"),
    ],
)
def test_a_key_that_gives_a_name_away_is_remarked(old: str, new: str, key: str) -> None:
    judged = judged_from(CASEFILE.replace(old, new))
    (finding,) = judged.findings
    assert judged.case is not None
    assert finding.severity is Severity.INFORMATION
    assert finding.rule == ("case-id-name" if old == "fam-0001" else "key-name")
    assert f"“{key}”" in finding.message


def test_a_key_is_compared_without_accents() -> None:
    text = CASEFILE.replace("Grace Mbeki", "Łucja Wójcik").replace("p-1", "p-wojcik")
    assert [each.rule for each in judged_from(text).findings] == ["key-name"]


def test_staff_keys_give_no_name_away_either() -> None:
    judged = judged_from(CASEFILE.replace("st-2", "st-rees"), SCHOOL.replace("st-2", "st-rees"))
    assert [each.rule for each in judged.findings] == ["key-name"]


def test_an_organisation_has_no_name_to_give_away() -> None:
    council = {
        "people.p-1.legal_name": "Saltshire County Council",
        "people.p-1.organisation": "true",
    }
    text = varied(CASEFILE, council).replace("fam-0001", "fam-1-council")
    assert judged_from(text).findings == ()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "casefiles").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_every_worked_case_is_without_a_fault(path: Path) -> None:
    sheet = sheet_from(path.read_text(encoding="utf-8"), path.name)
    key = school_key(sheet)
    school = (ROOT / "schools" / f"{key}.yaml").read_text(encoding="utf-8")
    judged = judge_case(sheet, sheet_from(school, f"{key}.yaml"), key)
    assert judged.case is not None, told(judged.findings)
    assert judged.findings == ()
