"""In which languages and for which eyes a paper is made: what each of its readers needs."""

from dataclasses import replace

import pytest
from household import TODAY, family, pack

from docgen.model.language import Language
from docgen.model.plan import Job, Offers, Plan
from docgen.plan.fanout import fan_out
from docgen.plan.names import file_name
from docgen.plan.readings import language_for

Changes = dict[str, str | None]

POLISH = Language("pl", "Polish", "polski", "pl_PL")
URDU = Language("ur", "Urdu", "اردو", "ur_PK", "rtl", "Arab")
PANJABI = Language("pa", "Panjabi", "ਪੰਜਾਬੀ", "pa_Guru_IN", script="Guru")
SHAHMUKHI = Language("pa-Arab", "Panjabi", "پنجابی", "pa_Arab_PK", "rtl", "Arab")
ALL = (POLISH, URDU, PANJABI)
OFFERS = Offers(ALL)
PLAIN = Offers(ALL, plain=True)
JOINT: Changes = {"contracts.ct-1.parties": "[p-1, p-2]"}


def reads(first: str = "en", second: str = "en", **variants: str) -> Changes:
    """Say what the parents read, and how it is to be set: `p_2="large"`."""
    said: Changes = {
        f"people.p-{n}.languages": f"{{reads: {tag}, speaks: en}}"
        for n, tag in enumerate((first, second), 1)
    }
    return said | {f"people.{key.replace('_', '-')}.variant": v for key, v in variants.items()}


def planned(
    *kinds: str, changes: Changes, offers: Offers = OFFERS, templates: tuple[str, ...] = ()
) -> Plan:
    """Plan kinds for the family, changed."""
    return fan_out(family(changes), pack(*kinds, templates=templates), TODAY, offers)


def settings(jobs: tuple[Job, ...], about: str) -> list[str]:
    """Give language and variant of the papers about a record."""
    return [f"{job.language} {job.variant}" for job in jobs if job.about == about]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pl", "pl"),
        ("pl-PL", "pl"),
        ("PL", "pl"),
        ("ur-Arab-PK", "ur"),
        ("ur-Latn", None),
        ("pa", "pa"),
        ("pa-IN", "pa"),
        ("pa-Guru", "pa"),
        ("pa-Arab", None),
        ("pa-PK", "pa"),
        ("pnb", None),
        ("so", None),
        ("plt", None),
        ("pl-x-home", "pl"),
        ("pl-x-arab", "pl"),
    ],
)
def test_the_region_of_a_readers_tag_does_not_matter_but_the_script_does(
    tag: str, language: str | None
) -> None:
    found = language_for(tag, ALL)
    assert (found.tag if found else None) == language


@pytest.mark.parametrize(
    ("tag", "language"), [("pa", "pa"), ("pa-Arab", "pa-Arab"), ("pa-Arab-PK", "pa-Arab")]
)
def test_of_two_scripts_of_a_language_each_reader_gets_their_own(tag: str, language: str) -> None:
    for offered in ((SHAHMUKHI, PANJABI), (PANJABI, SHAHMUKHI)):
        found = language_for(tag, offered)
        assert found
        assert found.tag == language


def test_who_writes_only_the_other_script_is_never_given_the_first() -> None:
    assert language_for("pa", (SHAHMUKHI,)) is None


def test_a_reader_of_another_language_gets_it_with_english_in_one_file() -> None:
    found = planned("invite", changes=reads("pl-PL", "ur"))
    told = [(job.recipient, job.language) for job in found.jobs if job.about in {"m-1", "m-3"}]
    assert told == [("p-1", "pl-en"), ("p-1", "pl-en"), ("p-2", "ur-en")]
    assert found.readers == ()


def test_a_language_without_a_bundle_stays_english_and_the_plan_says_so() -> None:
    found = planned("invite", "contract", changes=reads("so", "pa-Arab"))
    assert {job.language for job in found.jobs} == {"en"}
    assert found.readers == (("p-1", "so"), ("p-2", "pa-Arab"))


@pytest.mark.parametrize("name", ["checklist", "partner-invite", "form"])
def test_what_staff_and_partners_read_stays_ordinary_english(name: str) -> None:
    found = planned(name, changes=reads("pl", "ur", p_1="large"))
    assert {(job.language, job.variant) for job in found.jobs} == {("en", "standard")}
    assert found.readers == ()


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (reads(), ["en standard"]),
        (reads("pl", "pl"), ["pl-en standard"]),
        (reads("pl", "ur"), ["pl-en standard", "ur-en standard"]),
        (reads("en", "ur"), ["en standard", "ur-en standard"]),
        (reads("so", "en"), ["en standard"]),
        (reads(p_2="large"), ["en standard", "en large"]),
        (reads("pl", "pl", p_1="large"), ["pl-en large", "pl-en standard"]),
    ],
)
def test_each_party_of_a_joint_contract_gets_their_own_pairing_once(
    changes: Changes, wanted: list[str]
) -> None:
    found = planned("contract", changes=JOINT | changes)
    assert settings(found.jobs, "ct-1") == wanted


def test_papers_of_one_contract_say_for_whom_they_are_and_have_numbers_of_their_own() -> None:
    found = planned("contract", changes=JOINT | reads("pl", "pl", p_2="large"))
    jobs = [job for job in found.jobs if job.about == "ct-1"]
    assert [job.because.rpartition("; ")[2] for job in jobs] == [
        "this one is for p-1",
        "this one is for p-2",
    ]
    assert len({job.identity for job in jobs}) == len(jobs)
    assert [file_name(job, "fam-0007", None) for job in jobs] == [
        "fam-0007-draft-contract-ct-1-c-1-pl-en.docx",
        "fam-0007-draft-contract-ct-1-c-1-pl-en-large.docx",
    ]


def test_two_who_read_alike_share_a_paper_that_does_not_name_one_of_them() -> None:
    (found,) = [
        job
        for job in planned("contract", changes=JOINT | reads("pl", "pl")).jobs
        if job.about == "ct-1"
    ]
    assert found.because == "ct-1 is a contract with p-1 and p-2 about c-1"


@pytest.mark.parametrize(
    ("name", "about", "wanted"),
    [
        ("review", "rv-1", ["pl-en standard"]),
        ("agenda", "m-4", ["pl-en standard"]),
        ("agenda", "m-3", ["ur-en standard"]),
        ("links", "", ["pl-en standard", "ur-en standard"]),
    ],
)
def test_a_paper_for_nobody_in_particular_follows_those_whom_it_concerns(
    name: str, about: str, wanted: list[str]
) -> None:
    assert settings(planned(name, changes=reads("pl", "ur")).jobs, about) == wanted


def test_an_agenda_is_for_those_invited_who_belong_to_the_pupil() -> None:
    changes: Changes = {"meetings.m-1.invited": "[p-1, p-2]", "links.3": None}
    found = planned("agenda", changes=reads("pl", "ur") | changes).jobs
    told = {job.pupil: job.language for job in found if job.about == "m-1" and job.pupil == "c-2"}
    assert told == {"c-2": "pl-en"}


def test_an_organisation_among_the_parties_asks_for_no_paper_of_its_own() -> None:
    council: Changes = {"people.p-2.organisation": "true"}
    found = planned("contract", changes=JOINT | reads("pl") | council)
    assert settings(found.jobs, "ct-1") == ["pl-en standard"]


def test_a_paper_that_no_parent_reads_is_made_in_english() -> None:
    changes: Changes = {"meetings.m-3.invited": "[st-3]"}
    assert settings(planned("agenda", changes=reads("pl", "ur") | changes).jobs, "m-3") == [
        "en standard"
    ]


@pytest.mark.parametrize(
    ("wanted", "templates", "offers", "given", "said"),
    [
        ("large", (), OFFERS, "large", ""),
        ("easy", ("warning.easy.docx",), OFFERS, "easy", ""),
        (
            "easy",
            (),
            OFFERS,
            "standard",
            "p-2 asked for easy read, but of this kind there is only ordinary print",
        ),
        (
            "easy",
            (),
            PLAIN,
            "plain",
            "p-2 asked for easy read, but of this kind there is only plain English",
        ),
        ("plain", (), PLAIN, "plain", ""),
        ("plain", ("warning.plain.docx",), OFFERS, "plain", ""),
        (
            "plain",
            (),
            OFFERS,
            "standard",
            "p-2 asked for plain English, but of this kind there is only ordinary print",
        ),
    ],
)
def test_a_reader_gets_what_they_asked_for_or_the_nearest_and_the_plan_says_so(
    wanted: str, templates: tuple[str, ...], offers: Offers, given: str, said: str
) -> None:
    changes = reads(p_2=wanted)
    (job,) = planned("warning", changes=changes, offers=offers, templates=templates).jobs
    assert (job.language, job.variant) == ("en", given)
    assert job.because.partition("; ")[2] == said


def test_plain_english_is_for_readers_of_english() -> None:
    (job,) = planned("warning", changes=reads("en", "ur", p_2="plain"), offers=PLAIN).jobs
    assert (job.language, job.variant) == ("ur-en", "standard")


def test_large_print_comes_in_every_language() -> None:
    (job,) = planned("warning", changes=reads("en", "ur", p_2="large")).jobs
    assert (job.language, job.variant) == ("ur-en", "large")
    assert file_name(job, "fam-0007", None) == (
        "fam-0007-draft-warning-w-1-p-2-c-1-ur-en-large.docx"
    )


def test_the_number_of_a_letter_stays_when_its_reader_asks_for_large_print() -> None:
    ordinary, large = (
        planned("warning", changes=reads(p_2=variant)).jobs[0] for variant in ("standard", "large")
    )
    assert ordinary.identity == large.identity
    assert ordinary.identity != replace(ordinary, language="pl-en").identity
