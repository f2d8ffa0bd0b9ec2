"""Whom letters are for: R-12 to R-16, R-107 and R-114 (S-05, S-06, S-07)."""

from datetime import date

import pytest
from oneruled import Changes, findings, places
from rulebook import Edit, found, subjects

from docgen.model.finding import Severity, Stage

P1 = "p-1: {title: Ms, legal_name: Asha Rahman,"
C1 = "c-1: {legal_name: Zoya Rahman, date_of_birth: 2012-02-29, year_group: 9}"
NOT_WRITTEN_TO: list[Edit] = [
    ("parties: [p-1]", "parties: [p-2]"),
    ("basis: [natural]", "basis: [natural], work_with: false"),
]


def person(words: str) -> Edit:
    return (P1, f"p-1: {{{words},")


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("title: Mr and Mrs, legal_name: Khan", ["p-1"]),
        ("title: Mr & Mrs, legal_name: Asha Khan", ["p-1"]),
        ("title: Mr/Mrs, legal_name: Asha Khan", ["p-1"]),
        ("legal_name: Mr and Mrs Khan", ["p-1"]),
        ("title: Ms, legal_name: Asha and Bilal Khan", ["p-1"]),
        ("title: Ms, legal_name: Sandy Anderson", []),
        ("legal_name: Smith & Sons Ltd, organisation: true", []),
    ],
)
def test_one_person_is_one_person(words: str, broken: list[str]) -> None:
    assert subjects("R-12", person(words)) == broken


def test_two_people_in_one_stop_every_paper_even_of_somebody_not_written_to() -> None:
    (finding,) = found("R-12", person("title: Mr and Mrs, legal_name: Khan"), *NOT_WRITTEN_TO)
    assert (finding.severity, finding.stage) == (Severity.ERROR, Stage.ANY)
    assert finding.path == ("people", "p-1", "title")


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("title: Ms, legal_name: A. Khan", ["p-1"]),
        ("title: Ms, legal_name: A Khan", ["p-1"]),
        ("title: Ms, legal_name: Ms Khan", ["p-1"]),
        ("title: Ms, legal_name: XXX Suryani", ["p-1"]),
        ("title: Ms, legal_name: XXX Suryani, single_name: true", ["p-1"]),
        ('title: Ms, legal_name: "-"', ["p-1"]),
        ("title: Ms, legal_name: Suryani LNU", ["p-1"]),
        ("title: Ms, legal_name: Suryani", ["p-1"]),
        ("title: Ms, legal_name: Suryani, single_name: true", []),
        ("title: Mr, legal_name: Ng, single_name: true", []),
        ("title: Ms, legal_name: Null, single_name: true", []),
        ("title: Ms, legal_name: Siân O'Connor", []),
        ("title: Ms, legal_name: Siân O\u2019Connor", []),
        ("legal_name: Łukasz Żółć", []),
        ("title: Mr, legal_name: Jean-François de la Tour", []),
        ("title: Mr, legal_name: Mr and Mrs Khan", []),
        ("legal_name: Council, organisation: true", []),
    ],
)
def test_who_is_written_to_has_a_full_legal_name(words: str, broken: list[str]) -> None:
    assert subjects("R-13", person(words)) == broken


def test_a_short_name_is_told_without_being_shown() -> None:
    (finding,) = found("R-13", person("title: Ms, legal_name: A. Khan"))
    assert finding.message == (
        "The legal name of p-1 has an initial in place of a name; "
        "a letter needs title and full legal name."
    )
    assert "Khan" not in finding.remedy


@pytest.mark.parametrize("rule", ["R-13", "R-14a", "R-107"])
def test_who_is_never_written_to_needs_no_full_name_title_or_address(rule: str) -> None:
    edit = (f"{P1} address: [14 Mill Road, COLCHESTER, CO99 1AB]}}", "p-1: {legal_name: A. Khan}")
    assert subjects(rule, edit) == ["p-1"]
    assert subjects(rule, edit, *NOT_WRITTEN_TO) == []


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        (NOT_WRITTEN_TO, []),
        (NOT_WRITTEN_TO[:1], ["p-1"]),
        (NOT_WRITTEN_TO[1:], ["p-1"]),
        ([*NOT_WRITTEN_TO, ("w-1: {contract: ct-2, to: p-2", "w-1: {contract: ct-2, to: p-1")],
         ["p-1"]),
    ],
)  # fmt: skip
def test_parents_worked_with_parties_and_the_warned_are_written_to(
    edits: list[Edit], broken: list[str]
) -> None:
    assert subjects("R-14a", person("legal_name: Asha Rahman"), *edits) == broken


@pytest.mark.parametrize(
    ("words", "missing", "declined"),
    [
        ("title: Ms, legal_name: Asha Rahman", [], []),
        ("legal_name: Asha Rahman", ["p-1"], []),
        ('title: "-", legal_name: Asha Rahman', ["p-1"], []),
        ("title_declined: true, legal_name: Asha Rahman", [], ["p-1"]),
        ("title: Ms, title_declined: true, legal_name: Asha Rahman", [], []),
        ("legal_name: Harbour Council", [], []),
    ],
)
def test_a_title_is_given_or_declined(words: str, missing: list[str], declined: list[str]) -> None:
    assert subjects("R-14a", person(words)) == missing
    assert subjects("R-14b", person(words)) == declined


def test_a_declined_title_is_told_even_of_somebody_not_written_to() -> None:
    edit = person("title_declined: true, legal_name: Asha Rahman")
    (finding,) = found("R-14b", edit, *NOT_WRITTEN_TO)
    assert (finding.severity, finding.stage) == (Severity.WARNING, Stage.INVITE)


@pytest.mark.parametrize(
    ("pupil", "missing"),
    [
        ("{legal_name: Zoë D'Arcy-Nguyễn, date_of_birth: 2012-02-29, year_group: 9}", ""),
        ("{legal_name: Suryani, single_name: true, date_of_birth: 2012-02-29, year_group: 9}", ""),
        ("{legal_name: Zoya, date_of_birth: 2012-02-29, year_group: 9}", "the full legal name"),
        ("{legal_name: Zoya and Omar Rahman, date_of_birth: 2012-02-29, year_group: 9}",
         "the full legal name"),
        ("{legal_name: Zoya Rahman, year_group: 9}", "the date of birth"),
        ("{legal_name: Zoya Rahman, date_of_birth: 2012-02-29}", "the year group"),
        ("{legal_name: Z. Rahman}", "the full legal name, the date of birth, the year group"),
    ],
)  # fmt: skip
def test_an_invitation_states_who_the_pupil_is(pupil: str, missing: str) -> None:
    told = [finding.message for finding in found("R-15", (C1, f"c-1: {pupil}"))]
    assert told == ([f"Of c-1 an invitation must state {missing}."] if missing else [])


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("[14 Mill Road, COLCHESTER, CO99 1AB]", ""),
        ("[ul. Długa 7, 00-001 Warszawa, Poland]", ""),
        ("[14 Mill Road, COLCHESTER]",
         "its last line is no postcode of the United Kingdom and no country abroad"),
        ("[NFA, CO99 1AB]", "it says no fixed abode"),
        ("[]", "it is missing"),
    ],
)  # fmt: skip
def test_a_letter_can_be_posted(address: str, why: str) -> None:
    told = found("R-107", ("address: [14 Mill Road, COLCHESTER, CO99 1AB]", f"address: {address}"))
    assert [finding.message for finding in told] == (
        [f"A letter can't be posted to the address of p-1: {why}."] if why else []
    )
    assert all((f.severity, f.stage) == (Severity.ERROR, Stage.LETTER) for f in told)


LEGAL, PREFERRED = "pupils.c-1.legal_name", "pupils.c-1.preferred_name"
NAMED = [("c-1", LEGAL)]


@pytest.mark.parametrize(
    ("legal", "preferred", "broken"),
    [
        ("Nia Pryce", None, []),
        ("Nia Pryce", "Nia", NAMED),
        ("Nia Pryce", "nia", NAMED),
        ("Nia Mai Pryce", "Nia Mai", NAMED),
        ("Nia Mai Pryce", "Nia", []),
        ("Nia Pryce", "Nia Pryce", NAMED),
        ("Nia Pryce", "Mai", []),
        ("Nia Pryce", "Pryce", []),
        ("Nia Pryce", "Nia Mai", []),
        ("Zofia Pryce", "Zo", []),
        ("Zo\u00eb Pryce", "Zoe\u0308", NAMED),
        ("Nia Pryce", "\u200b", []),
    ],
)
def test_a_preferred_name_may_have_taken_the_place_of_the_legal_one(
    legal: str, preferred: str | None, broken: list[tuple[str, str]]
) -> None:
    given: Changes = {PREFERRED: preferred} if preferred else {}
    assert places("R-16", {LEGAL: legal, **given}) == broken


CHECKED = "people.p-1.address_verified"
OLD = [("p-1", CHECKED)]


@pytest.mark.parametrize(
    ("changes", "today", "broken"),
    [
        ({}, date(2025, 12, 1), []),
        ({CHECKED: "2025-06-01"}, date(2025, 12, 1), []),
        ({CHECKED: "2025-05-31"}, date(2025, 12, 1), OLD),
        ({CHECKED: "2025-08-31"}, date(2026, 2, 28), []),
        ({CHECKED: "2025-08-31"}, date(2026, 3, 1), OLD),
        ({CHECKED: None}, date(2025, 12, 1), OLD),
        ({CHECKED: None, "people.p-1.address": None}, date(2025, 12, 1), []),
        ({CHECKED: None, "links.0.work_with": "false", "contracts": None}, date(2025, 12, 1), []),
    ],
)
def test_an_address_is_checked_every_six_months(
    changes: Changes, today: date, broken: list[tuple[str, str]]
) -> None:
    assert places("R-114", changes, today=today) == broken


def test_it_is_told_when_an_address_was_checked_last() -> None:
    (finding,) = findings("R-114", {CHECKED: "2025-05-31"})
    assert finding.message == (
        "The address of p-1 was last checked on 2025-05-31; it should be checked every six months."
    )
    (finding,) = findings("R-114", {CHECKED: None})
    assert finding.message.startswith("The address of p-1 was never down as checked;")
    assert finding.stage is Stage.LETTER


def test_the_address_of_an_organisation_needs_no_check() -> None:
    assert findings("R-114", {CHECKED: None, "people.p-1.organisation": "true"}) == ()


@pytest.mark.parametrize(
    ("rule", "changes", "place"),
    [
        ("R-12", {"people.p-1.title": "Mr and Mrs"}, ("p-1", "people.p-1.title")),
        ("R-12", {"people.p-1.legal_name": "Asha and Bilal Khan"},
         ("p-1", "people.p-1.legal_name")),
        ("R-13", {"people.p-1.legal_name": "G. Mbeki"}, ("p-1", "people.p-1.legal_name")),
        ("R-14a", {"people.p-1.title": "'-'"}, ("p-1", "people.p-1.title")),
        ("R-14b", {"people.p-1.title": "'-'", "people.p-1.title_declined": "true"},
         ("p-1", "people.p-1.title_declined")),
        ("R-15", {"pupils.c-1.year_group": None}, ("c-1", "pupils.c-1")),
        ("R-107", {"people.p-1.address": "[Mill Lane]"}, ("p-1", "people.p-1.address")),
    ],
)  # fmt: skip
def test_a_clerk_is_led_to_the_field_to_mend(
    rule: str, changes: Changes, place: tuple[str, str]
) -> None:
    assert places(rule, changes) == [place]
