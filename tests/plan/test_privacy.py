"""What a paper must not show, less what its readers may see (decisions 8)."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from household import family, job

from docgen.model.case import Case
from docgen.model.pack import Phrase
from docgen.model.plan import Forbidden, Job
from docgen.plan.privacy import forbidden

Changes = Mapping[str, str | None]

HOME_OF_P1 = ("p-1 address: Flat 2", "p-1 address: 14 Mill Lane", "p-1 postcode: SM99 1AB")
HOME_OF_P2 = ("p-2 address: 9 Castle Street, Westend", "p-2 postcode: SM99 2BD")
ACTION_OF_P2 = "p-2 requirement ct-2.rq-1: On my Mondays I will bring Nia by 8:50am"
ITS_TRANSLATION = "p-2 requirement ct-2.rq-1: Byddaf yn dod â Nia ar ddydd Llun"
ACTION_OF_P1 = "p-1 requirement ct-1.rq-3: I will walk to the bus with Nia"
REFUSAL = "p-2 reason for declining: He never sleeps at mine on school nights"
MAIL_OF_P1 = "p-1 e-mail address: grace.mbeki@post.example"
OTHER_CHILD = (
    "c-2 date of birth: 2016-08-31",
    "c-2 name: Ewan Mbeki Pryce",
    "c-2 first name: Ewan",
    "c-2 first name: Wanny",
)


def kept(name: str, about: str = "", whom: str = "", changes: Changes | None = None) -> set[str]:
    """Give what a paper must not show, as `owner what: value`."""
    case = family(changes)
    return told(case, job(name, about, whom, case=case))


def told(case: Case, paper: Job) -> set[str]:
    """Give what a job's paper must not show."""
    return {f"{one.owner} {one.what}: {one.value}" for one in forbidden(case, paper)}


@pytest.mark.parametrize(
    ("name", "about", "whom", "values"),
    [
        ("invite", "m-3", "p-2", HOME_OF_P1),
        ("invite", "m-3", "p-2", ("p-1 phone number: 07700 900 301",)),
        ("invite", "m-3", "p-2", (MAIL_OF_P1,)),
        ("invite", "m-3", "p-2", ("p-3 postcode: SM99 1AB",)),
        ("invite", "m-3", "p-2", ("pa-1 phone number: 01632 960 700",)),
        ("invite", "m-3", "p-2", OTHER_CHILD),
        ("invite", "m-3", "p-2", ("p-1 views (concerns): The corridor is noisy on Mondays",)),
        ("invite", "m-3", "p-2", ("p-1 explanation nc-1: The phone was cut off for days",)),
        ("invite", "m-1", "c-2", ("c-1 date of birth: 2012-02-29", "c-1 name: Nia Pryce")),
        ("invite", "m-1", "c-2", ("c-1 voice: The mornings are loud",)),
        ("contract", "ct-1", "", HOME_OF_P2),
        ("contract", "ct-1", "", (ACTION_OF_P2,)),
        ("contract", "ct-1", "", (ITS_TRANSLATION,)),
        ("contract", "ct-1", "", (REFUSAL,)),
        ("contract", "ct-1", "", ("p-3 reason of the school: The parents asked to lead",)),
        ("checklist", "ct-2", "", HOME_OF_P1),
        ("checklist", "ct-2", "", (ACTION_OF_P1,)),
        ("warning", "", "", HOME_OF_P1),
        ("support-letter", "ct-1", "", (ACTION_OF_P1,)),
        ("partner-invite", "m-1", "", HOME_OF_P1 + HOME_OF_P2),
        ("links", "", "", HOME_OF_P1 + HOME_OF_P2 + ("c-1 name: Nia Pryce",)),
    ],
)
def test_a_paper_must_not_show_other_peoples_data(
    name: str, about: str, whom: str, values: tuple[str, ...]
) -> None:
    assert set(values) <= kept(name, about, whom)


@pytest.mark.parametrize(
    ("name", "about", "whom", "owners"),
    [
        ("invite", "m-3", "p-2", "p-1 p-3 pa-1 pa-2 c-2 p-2 ct-1"),
        ("contract", "ct-1", "", "p-2 pa-2 c-2 p-3"),
        ("partner-invite", "m-1", "", "p-1 p-2 p-3 pa-2 c-1 ct-1"),
        ("form", "m-1", "", "p-1 p-2 pa-2 p-3"),
        ("memo", "", "", ""),
    ],
)
def test_everybody_may_see_what_is_theirs(name: str, about: str, whom: str, owners: str) -> None:
    assert {line.split()[0] for line in kept(name, about, whom)} == set(owners.split())


def of(owner: str, values: set[str]) -> set[str]:
    """Give what is forbidden of one person, without its value."""
    return {line.partition(":")[0] for line in values if line.startswith(f"{owner} ")}


def test_of_a_readers_own_only_the_actions_of_contracts_not_shown_are_kept_back() -> None:
    assert of("p-2", kept("invite", "m-3", "p-2")) == {"p-2 requirement ct-2.rq-1"}
    assert of("p-1", kept("form", "m-1")) == {f"p-1 requirement ct-1.rq-{n}" for n in (1, 2, 3)}


@pytest.mark.parametrize(
    ("changes", "seen"),
    [
        ({"people.p-1.disclose_address_to": "[p-2]"}, HOME_OF_P1),
        ({"people.p-2.address": "[Flat 2, 14 Mill Lane, SALTMOUTH, SM991AB]"}, HOME_OF_P1),
        ({"people.p-2.phone": "+44 (0)7700 900301"}, ("p-1 phone number: 07700 900 301",)),
        ({"people.p-2.email": "GRACE.Mbeki@post.example"}, (MAIL_OF_P1,)),
        ({"people.p-1.phone": "01632 960 200"}, ("p-1 phone number: 01632 960 200",)),
        ({"people.p-1.phone": "01632 960 201"}, ("p-1 phone number: 01632 960 201",)),
        (
            {"people.p-1.email": "priya@harbourview.example"},
            ("p-1 e-mail address: priya@harbourview.example",),
        ),
        (
            {"people.p-1.address": "[1 Quay Road, SALTMOUTH, SM99 9ZZ]"},
            ("p-1 address: 1 Quay Road", "p-1 postcode: SM99 9ZZ"),
        ),
        ({"people.p-1.phone": '"12345"'}, ("p-1 phone number: 12345",)),
        ({"people.p-1.address": "[Hy, 14 Mill Lane, SALTMOUTH, SM99 1AB]"}, ("p-1 address: Hy",)),
        ({"parent_views.0.concerns": '"..."'}, ("p-1 views (concerns): ...",)),
        ({"pupils.c-2.date_of_birth": "2012-02-29"}, ("c-2 date of birth: 2012-02-29",)),
        ({"pupils.c-2.date_of_birth": None}, ("c-2 date of birth: 2016-08-31",)),
        ({"pupils.c-2.legal_name": "Nia Pryce"}, ("c-2 name: Nia Pryce", "c-2 first name: Nia")),
        ({"pupils.c-2.legal_name": "Owen Lloyd"}, ("c-2 first name: Owen",)),
        ({"pupils.c-2.preferred_name": "Nia"}, ("c-2 first name: Nia",)),
        ({"pupils.c-2.preferred_name": "O"}, ("c-2 first name: O",)),
        (
            {"contracts.ct-3.requirements": "{rq-1: {owner: p-1, phrase: phone-before}}"},
            ("p-1 requirement ct-3.rq-1: ",),
        ),
    ],
)
def test_what_is_told_shared_the_schools_or_means_nothing_may_be_shown(
    changes: Changes, seen: tuple[str, ...]
) -> None:
    assert kept("invite", "m-3", "p-2", changes).isdisjoint(seen)


def test_a_neighbour_with_the_same_postcode_is_still_kept_apart_by_the_house() -> None:
    changes = {"people.p-2.address": "[Flat 9, 14 Mill Lane, SALTMOUTH, SM99 1AB]"}
    values = kept("invite", "m-3", "p-2", changes)
    assert "p-1 address: Flat 2" in values
    assert values.isdisjoint({"p-1 postcode: SM99 1AB", "p-1 address: 14 Mill Lane"})


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("['Flat 2, 14 Mill Lane', SALTMOUTH, SM99 1AB]", {"Flat 2", "14 Mill Lane"}),
        ("['14, Mill Lane', SALTMOUTH, SM99 1AB]", {"14, Mill Lane"}),
        ("['14 Mill Lane, SALTMOUTH, SM99 1AB']", {"14 Mill Lane", "14 mill lane, saltmouth"}),
        ("[Rose Cottage, SALTMOUTH SM99 1AB]", {"Rose Cottage"}),
        ("[14 Mill Lane SM99 1AB]", {"14 mill lane"}),
    ],
)
def test_an_address_is_kept_back_however_it_is_set_in_lines(lines: str, values: set[str]) -> None:
    found = kept("invite", "m-3", "p-2", {"people.p-1.address": lines, "people.p-3.address": None})
    assert {f"p-1 address: {value}" for value in values} <= found
    assert any(line.startswith("p-1 postcode: ") and "SM99 1AB" in line for line in found)
    assert not any(line.lower() == "p-1 address: saltmouth" for line in found)


@pytest.mark.parametrize(
    "lines",
    [
        "[14 Mill Lane, SALTMOUTH, SM99]",
        "[14 Mill Lane, SALTMOUTH SM99]",
        "['14 Mill Lane, SALTMOUTH, sm99 ']",
        "[SM99]",
    ],
)
def test_half_a_postcode_is_nobodys_in_particular(lines: str) -> None:
    found = kept("invite", "m-3", "p-2", {"people.p-1.address": lines, "people.p-3.address": None})
    told = {line for line in found if line.startswith("p-1 ") and "address: " in line}
    assert {line for line in told if "sm99" in line.lower() and "mill" not in line.lower()} == set()
    assert ("p-1 address: 14 Mill Lane" in told) is ("Mill" in lines)


def test_another_pupils_number_is_kept_back_and_the_pupils_own_is_not() -> None:
    numbers = {"pupils.c-1.upn": "Z999001250001", "pupils.c-2.upn": "Z999001250002"}
    found = {line for line in kept("warning", changes=numbers) if "pupil number" in line}
    assert found == {"c-2 unique pupil number: Z999001250002"}


def test_an_address_told_to_one_party_is_kept_from_the_contract_of_both() -> None:
    joint = {"contracts.ct-1.parties": "[p-1, p-2]"}
    assert set(HOME_OF_P1 + HOME_OF_P2) <= kept("contract", "ct-1", "", joint)
    told_to_both = joint | {
        "people.p-1.disclose_address_to": "[p-2]",
        "people.p-2.disclose_address_to": "[p-1]",
    }
    assert kept("contract", "ct-1", "", told_to_both).isdisjoint(HOME_OF_P1 + HOME_OF_P2)


def test_a_contract_shows_the_actions_that_another_one_has_in_the_same_words() -> None:
    changes = {"contracts.ct-2.requirements.rq-1.text": "I will PHONE the school  before 8:45am."}
    values = {line for line in kept("contract", "ct-1", "", changes) if "rq-1" in line}
    assert values == {ITS_TRANSLATION}


def test_words_that_a_shown_contract_holds_too_may_stand_inside_them() -> None:
    changes = {"contracts.ct-2.requirements.rq-1.text": "I will walk to the bus"}
    case = family(changes)
    inside = [
        one.allowed
        for one in forbidden(case, job("contract", "ct-1", case=case))
        if one.value == "I will walk to the bus"
    ]
    assert inside == [("I will walk to the bus with Nia.",)]


def test_a_first_name_may_stand_inside_the_full_name_of_an_adult_or_a_place() -> None:
    changes = {"pupils.c-2.legal_name": "Tomos Pryce", "school.name": "St Tomos"}
    case = family(changes)
    first = next(
        one
        for one in forbidden(case, job("invite", "m-3", "p-2", case=case))
        if one.value == "Tomos"
    )
    assert first == Forbidden(
        "c-2", "first name", "Tomos", "given-name", allowed=("Tomos Rees", "St Tomos")
    )


@pytest.mark.parametrize(
    ("said", "how"),
    [("Willing", "case-text"), ("Not sure.", "case-text"), ("She is ill.", "text")],
)
def test_less_than_three_words_are_looked_for_in_case_texts_alone(said: str, how: str) -> None:
    case = family({"parent_views.0.concerns": said})
    found = {
        one.how for one in forbidden(case, job("warning", case=case)) if "concerns" in one.what
    }
    assert found == {how}


@pytest.mark.parametrize(
    ("legal", "preferred", "hows"),
    [
        ("Ewan Pryce", None, {("Ewan Pryce", "text"), ("Ewan", "given-name")}),
        ("Suryani", None, {("Suryani", "name"), ("Suryani", "given-name")}),
        (
            "Ewan Pryce",
            "Will",
            {("Ewan Pryce", "text"), ("Ewan", "given-name"), ("Will", "given-name")},
        ),
        (
            "Ewan Pryce",
            "Wee E",
            {("Ewan Pryce", "text"), ("Ewan", "given-name"), ("Wee E", "text")},
        ),
    ],
)
def test_how_a_pupils_names_are_looked_for(
    legal: str, preferred: str | None, hows: set[tuple[str, str]]
) -> None:
    single = "true" if " " not in legal else "false"
    changes = {
        "pupils.c-2.legal_name": legal,
        "pupils.c-2.preferred_name": preferred,
        "pupils.c-2.single_name": single,
    }
    case = family(changes)
    found = forbidden(case, job("warning", case=case))
    assert {(one.value, one.how) for one in found if one.what in {"name", "first name"}} == hows


PROTECTED = {
    "people.p-1.protected": "true",
    "people.p-1.legal_name": "Grace Hart",
    "people.p-1.adjustments": "[Papers in 14 point type]",
}


def test_of_a_protected_person_name_and_everything_is_kept_from_others() -> None:
    values = kept("warning", changes=PROTECTED)
    names = {"Grace Hart", "Ms Hart", "Ms Mbeki", "Grace", "Hart"}
    assert {f"p-1 name: {name}" for name in names} <= values
    assert "p-1 adjustment: Papers in 14 point type" in values


def test_a_protected_person_reads_their_own_name() -> None:
    values = kept("invite", "m-4", "p-1", PROTECTED)
    assert not {line for line in values if line.startswith(("p-1 name", "p-1 adjustment"))}


def test_staff_may_read_the_name_of_a_protected_person_on_papers_about_them() -> None:
    assert "p-1 name: Grace Hart" not in kept("checklist", "ct-1", "", PROTECTED)
    assert "p-1 name: Grace Hart" in kept("checklist", "ct-2", "", PROTECTED)


def test_what_a_protected_person_shares_with_the_pupil_is_no_secret() -> None:
    changes = PROTECTED | {
        "people.p-1.legal_name": "Grace Pryce",
        "people.p-1.title": None,
        "people.p-1.title_declined": "true",
        "people.p-1.form_of_address": None,
    }
    names = {line for line in kept("warning", changes=changes) if line.startswith("p-1 name")}
    assert names == {"p-1 name: Grace Pryce", "p-1 name: Grace"}


def test_a_protected_person_of_one_name_is_looked_for_as_written() -> None:
    case = family(PROTECTED | {"people.p-1.legal_name": "Hope", "people.p-1.single_name": "true"})
    found = forbidden(case, job("warning", case=case))
    hows = {one.how for one in found if one.value == "Hope"}
    assert hows == {"name", "given-name"}


def test_the_reply_to_a_warning_an_absence_and_a_court_order_are_kept_from_others() -> None:
    changes = {
        "warnings.w-1.reply": "I work nights until March.",
        "meetings.m-3.absent": "[{person: p-2, reason: I was at work.}]",
        "meetings.m-3.present": "[st-3]",
        "family": "{court_orders: [{person: p-2, pupil: c-1, limits: [contact], "
        "reference: ZZ25P00001, note: Not to come to the house}]}",
    }
    values = {
        "p-2 reply to w-1: I work nights until March",
        "p-2 reason for missing m-3: I was at work",
        "p-2 court order: ZZ25P00001",
        "p-2 court order: Not to come to the house",
    }
    assert values <= kept("contract", "ct-1", "", changes)
    assert kept("warning", changes=changes).isdisjoint(values)


def test_a_paper_for_staff_may_show_the_data_of_people_it_is_about() -> None:
    both = replace(job("contact-record", "nc-2"), subjects=frozenset({"p-1", "p-2", "ct-2", "c-1"}))
    assert told(family(), both).isdisjoint(HOME_OF_P1 + HOME_OF_P2)


def test_a_record_for_staff_about_one_person_keeps_others_back() -> None:
    assert set(HOME_OF_P1) <= kept("refusal-record", "m-3")


def test_a_partner_that_gives_the_support_shown_may_be_rung() -> None:
    assert of("pa-1", kept("contract", "ct-1")) == set()
    assert of("pa-1", kept("contract", "ct-2")) == {
        "pa-1 address",
        "pa-1 postcode",
        "pa-1 phone number",
    }


REASONS = "ct-1 reasons: Nia misses most Mondays"
PRIVATE = {
    "reviews.rv-1.notes": "Grace rings each morning now.",
    "terminations": "{t-1: {contract: ct-1, date: 2025-12-10, by: st-1, reason: improved,"
    " text: Nia has come every day.}}",
    "contracts.ct-1.requirements.rq-2.history.1.why": "The meeting was held.",
}
WHAT_BECAME_OF_CT_1 = {
    REASONS,
    "ct-1 review notes: Grace rings each morning now",
    "ct-1 reason for ending: Nia has come every day",
    "ct-1 reason for a change: The meeting was held",
}


@pytest.mark.parametrize(
    ("name", "about", "whom"),
    [
        ("contract", "ct-2", ""),
        ("warning", "", ""),
        ("support-letter", "ct-1", "p-2"),
        ("invite", "m-3", "p-2"),
        ("contact-record", "nc-2", ""),
        ("links", "", ""),
    ],
)
def test_what_became_of_a_contract_is_kept_from_those_who_are_not_party(
    name: str, about: str, whom: str
) -> None:
    assert kept(name, about, whom, PRIVATE) >= WHAT_BECAME_OF_CT_1


@pytest.mark.parametrize(
    ("name", "about", "whom"),
    [
        ("contract", "ct-1", ""),
        ("review", "", ""),
        ("ending", "", ""),
        ("ending-record", "", ""),
        ("invite", "m-1", "c-1"),
        ("pupil-form", "m-1", "c-1"),
        ("copy", "rv-1", "pa-1"),
        ("contact-record", "nc-1", ""),
    ],
)
def test_what_became_of_a_contract_is_open_to_its_parties_and_on_its_own_papers(
    name: str, about: str, whom: str
) -> None:
    assert kept(name, about, whom, PRIVATE).isdisjoint(WHAT_BECAME_OF_CT_1)


def test_reasons_that_two_contracts_share_may_stand_in_both() -> None:
    assert REASONS in kept("contract", "ct-2")
    shared = {"contracts.ct-2.reasons": "Nia misses most mondays."}
    assert REASONS not in kept("contract", "ct-2", "", shared)


def test_a_parent_who_was_there_but_is_not_party_sees_none_of_the_actions() -> None:
    there = {"meetings.m-1.present": "[p-1, p-2, st-2]"}
    assert {ACTION_OF_P1, REASONS} <= kept("copy", "ct-1", "p-2", there)
    assert kept("copy", "ct-1", "p-1", there | {"contracts.ct-1.copies": None}).isdisjoint(
        {ACTION_OF_P1, REASONS}
    )
    assert ACTION_OF_P1 not in kept("copy", "ct-1", "pa-1")


def test_a_paper_for_a_partner_shows_nothing_of_the_familys_needs() -> None:
    needs = {
        "p-1 adjustment: Papers in large print",
        "c-1 voice: The mornings are loud",
        "p-1 views (concerns): The corridor is noisy on Mondays",
        "p-2 reason for declining: He never sleeps at mine on school nights",
    }
    assert needs <= kept("partner-invite", "m-1")
    assert needs <= kept("copy", "ct-1", "pa-1")


@pytest.mark.parametrize(
    ("name", "about", "whom"), [("invite", "m-4", "p-1"), ("agenda", "m-4", "")]
)
def test_what_a_parent_needs_is_no_secret_among_the_family(
    name: str, about: str, whom: str
) -> None:
    found = kept(name, about, whom)
    assert found.isdisjoint(
        {"p-1 adjustment: Papers in large print", "c-1 voice: The mornings are loud"}
    )


NO_CONTRACT = {
    "no_contract": "{n-1: {pupil: c-1, date: 2025-11-10, by: st-1,"
    " rationale: The school counsellor leads for now.}}",
    "attempts": "[{person: p-2, date: 2025-11-05, how: phone, by: st-2,"
    " response: I can not come at all.}]",
}
RATIONALE = "c-1 rationale n-1: The school counsellor leads for now"
ANSWER = "p-2 answer of 2025-11-05: I can not come at all"


def test_why_there_is_no_contract_is_for_staff_alone() -> None:
    assert RATIONALE in kept("invite", "m-4", "p-1", NO_CONTRACT)
    assert RATIONALE not in kept("no-contract", changes=NO_CONTRACT)
    assert RATIONALE not in kept("checklist", "ct-1", "", NO_CONTRACT)


def test_a_decision_against_a_contract_may_show_what_the_family_said_and_nobody_else() -> None:
    found = kept("no-contract", changes=NO_CONTRACT)
    assert found.isdisjoint({ANSWER, *HOME_OF_P1, *HOME_OF_P2})
    assert set(OTHER_CHILD) <= found
    about_the_other = NO_CONTRACT["no_contract"].replace("pupil: c-1", "pupil: c-2")
    away = NO_CONTRACT | {"people.p-3.address": "[5 Sand Row, SALTMOUTH, SM99 7XY]"}
    home = "p-3 postcode: SM99 7XY"
    assert home not in kept("no-contract", changes=away)
    assert home in kept("no-contract", changes=away | {"no_contract": about_the_other})


@pytest.mark.parametrize(
    "box", ["attendance", "concerns", "how_to_address", "on_contract", "support_wanted"]
)
def test_each_of_a_parents_views_is_kept_from_the_other(box: str) -> None:
    said = {f"parent_views.0.{box}": "We would like somebody to talk to."}
    found = kept("invite", "m-3", "p-2", said)
    assert f"p-1 views ({box}): We would like somebody to talk to" in found


def test_an_agenda_may_show_what_all_who_are_invited_know() -> None:
    assert kept("agenda", "m-4").isdisjoint(HOME_OF_P1)
    together = {"meetings.m-4.invited": "[p-1, p-2]"}
    assert set(HOME_OF_P1 + HOME_OF_P2) <= kept("agenda", "m-4", "", together)


def test_what_a_parent_answered_is_kept_from_the_other() -> None:
    assert ANSWER in kept("invite", "m-4", "p-1", NO_CONTRACT)
    assert ANSWER not in kept("invite", "m-3", "p-2", NO_CONTRACT)
    absent = NO_CONTRACT | {"meetings.m-3.present": "[st-3]"}
    assert ANSWER not in kept("engagement-record", "m-3", "", absent)
    assert set(HOME_OF_P1) <= kept("engagement-record", "m-3", "", absent)


def test_an_action_worded_by_a_phrase_is_kept_back_in_its_words() -> None:
    changes = {
        "contracts.ct-1.requirements.rq-3": "{owner: p-1, phrase: bus-walk, with: {day: Friday}}",
    }
    case = family(changes)
    phrase = Phrase("I will walk to the bus on {day}.", "requirement", "made up")
    paper = job("invite", "m-3", "p-2", case=case)
    values = {one.value for one in forbidden(case, paper, {"bus-walk": phrase})}
    assert "I will walk to the bus on Friday" in values
    assert "requirement ct-1.rq-3" not in {one.what for one in forbidden(case, paper)}


@pytest.mark.parametrize(
    ("what", "value", "how"),
    [
        ("p-1 address", "Flat 2", "line"),
        ("p-1 postcode", "SM99 1AB", "postcode"),
        ("p-1 phone number", "07700 900 301", "phone"),
        ("p-1 e-mail address", "grace.mbeki@post.example", "text"),
        ("c-2 date of birth", "2016-08-31", "date"),
        ("c-2 unique pupil number", "Z999001250002", "text"),
    ],
)
def test_each_thing_is_looked_for_in_its_own_way(what: str, value: str, how: str) -> None:
    case = family({"pupils.c-2.upn": "Z999001250002"})
    found = forbidden(case, job("invite", "m-3", "p-2", case=case))
    ways = {one.how for one in found if (f"{one.owner} {one.what}", one.value) == (what, value)}
    assert ways == {how}


def test_the_schools_own_address_phone_and_mail_are_no_secret_whoever_has_them() -> None:
    changes = {"people.p-1.email": "office@harbourview.example", "people.p-1.phone": None}
    assert not [
        line for line in kept("invite", "m-3", "p-2", changes) if "e-mail" in line and "p-1" in line
    ]


@pytest.mark.parametrize(
    ("first", "inside"),
    [
        ("Grace", ("Grace Adaeze Mbeki",)),
        ("Ruth", ("Ms Ruth Adeyemi",)),
        ("Joan", ("Joan Abara",)),
        ("Harbour", ("Harbour Club", "Harbour View Primary")),
        ("Quay", ("1 Quay Road",)),
        ("Castle", ("9 Castle Street, Westend",)),
    ],
)
def test_a_first_name_may_stand_in_every_name_and_place_of_the_case(
    first: str, inside: tuple[str, ...]
) -> None:
    case = family({"pupils.c-2.legal_name": f"{first} Ewan", "pupils.c-2.preferred_name": None})
    found = forbidden(case, job("invite", "m-3", "p-2", case=case))
    allowed = {one.allowed for one in found if one.value == first}
    assert allowed == {inside}


@pytest.mark.parametrize(("phone", "kept_back"), [("12345", False), ("01632 960 555", True)])
def test_a_number_too_short_to_ring_anybody_is_not_looked_for(phone: str, kept_back: bool) -> None:
    found = kept("invite", "m-3", "p-2", {"people.p-1.phone": f'"{phone}"'})
    assert (f"p-1 phone number: {phone}" in found) is kept_back


@pytest.mark.parametrize(
    ("name", "kept_back"), [("O", False), ("Bo", True), ("Mei", True), ("Suryani", True)]
)
def test_a_name_of_two_letters_is_looked_for_and_one_of_one_is_not(
    name: str, kept_back: bool
) -> None:
    changes = {
        "pupils.c-2.legal_name": name,
        "pupils.c-2.preferred_name": None,
        "pupils.c-2.single_name": "true",
    }
    case = family(changes)
    hows = {o.how for o in forbidden(case, job("warning", case=case)) if o.value == name}
    assert hows == ({"name", "given-name"} if kept_back else set())


def test_words_of_support_that_is_shown_may_be_anybodys_else() -> None:
    same = {"contracts.ct-2.requirements.rq-1.text": "We will keep the quiet door open."}
    values = {line for line in kept("contract", "ct-1", "", same) if "rq-1" in line}
    assert values == {ITS_TRANSLATION}


def test_what_a_reader_said_too_is_no_secret_from_them() -> None:
    same = "{person: p-2, meeting: m-3, concerns: The corridor is NOISY on Mondays.}"
    hers = "{person: p-1, meeting: m-1, concerns: The corridor is noisy on Mondays.}"
    concern = "p-1 views (concerns): The corridor is noisy on Mondays"
    assert concern in kept("invite", "m-3", "p-2")
    assert concern not in kept("invite", "m-3", "p-2", {"parent_views": f"[{hers}, {same}]"})


def test_private_support_is_kept_from_other_parents_and_not_from_the_parties() -> None:
    case = family({"contracts.ct-1.support.su-1.private": "true"})
    words = case.contracts["ct-1"].support["su-1"].text or ""
    hidden = f"ct-1 support ct-1.su-1: {words.strip('.')}"
    assert hidden in told(case, job("support-letter", "ct-1", case=case))
    assert hidden in told(case, job("contract", "ct-2", case=case))
    assert hidden not in told(case, job("contract", "ct-1", case=case))


def test_other_support_may_be_told_to_those_with_parental_responsibility() -> None:
    assert not any(" support ct-1" in each for each in kept("support-letter", "ct-1"))


VIEW = "The corridor is noisy on Mondays."
IN_POLISH = "W poniedziałki na korytarzu jest głośno."
TEXTS = f"[{{text: '{VIEW}', translations: {{pl: {{text: '{IN_POLISH}'}}}}}}]"


@pytest.mark.parametrize("place", ["texts", "school.texts"])
def test_what_is_kept_from_a_reader_is_kept_in_every_language(place: str) -> None:
    told = kept("invite", "m-3", "p-2", {place: TEXTS})
    assert f"p-1 views (concerns): {IN_POLISH.rstrip('.')}" in told


def test_what_a_reader_said_too_may_stand_in_every_language() -> None:
    views = f"{{person: p-1, meeting: m-1, concerns: '{VIEW}'}}"
    both = f"[{views}, {views.replace('p-1', 'p-2').replace('m-1', 'm-3')}]"
    told = kept("invite", "m-3", "p-2", {"texts": TEXTS, "parent_views": both})
    assert not any("views" in line for line in told)
