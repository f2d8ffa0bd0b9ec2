"""Nothing of anybody else's in a made document: whatever the place, however it is written."""

import unicodedata
from collections.abc import Callable, Mapping

import pytest
from household import family, flat, job, plan, values_of
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.check.leaks import FAULTS, Seen, leaks, shows
from docgen.model.finding import Severity
from docgen.model.plan import Forbidden, How, Job
from docgen.model.rendition import Words
from docgen.model.values import Values
from docgen.plan.privacy import forbidden

PLACES = ("body", "header", "property title", "alt text", "link target")


@pytest.mark.parametrize(
    ("how", "value", "text"),
    [
        ("text", "I will ring the school", "1. i will RING the  school."),
        ("text", "Ewan Mbeki Pryce", "about EWAN Mbeki\u00a0Pryce\u2019s days"),
        ("text", "Zoë Wójcik", "Zoe\u0308 Wo\u0301jcik"),
        ("text", "grace@post.example", "mailto:Grace@post.example?subject=x"),
        ("case-text", "Willing", "They are willing"),
        ("line", "9 Castle Street, Westend", "9 Castle Street Westend"),
        ("line", "14 Mill Lane", "lives at 14 Mill Lane, Saltmouth"),
        ("postcode", "SM99 1AB", "in sm991ab."),
        ("postcode", "SM99 1AB", "SM99\u00a01AB"),
        ("phone", "07700 900 301", "ring 07700900301"),
        ("phone", "07700 900 301", "+44 (0) 7700-900-301"),
        ("phone", "+44 7700 900301", "07700\n900301"),
        ("date", "2012-02-29", "born 29 February 2012"),
        ("date", "2012-02-29", "29/02/2012"),
        ("date", "2012-02-29", "29.2.12"),
        ("date", "2012-02-29", "2012-02-29"),
        ("date", "2012-02-09", "the 9th of Feb. 2012"),
        ("date", "2012-02-09", "Feb 9, 2012"),
        ("date", "2016-08-31", "31st August, 2016"),
        ("name", "Hope", "with Hope."),
        ("given-name", "Adam", "I will bring Adam to school"),
        ("given-name", "May", "May comes on Monday"),
        ("given-name", "Adam", "I will bring ADAM to school"),
    ],
)
def test_a_value_is_found_however_it_is_written(how: How, value: str, text: str) -> None:
    assert shows(Seen(text), Forbidden("p-1", "thing", value, how))


@pytest.mark.parametrize(
    ("how", "value", "text"),
    [
        ("text", "Ann Lee", "Ann Leeson came"),
        ("text", "I will ring", "I will bring"),
        ("line", "4 Mill Lane", "14 Mill Lane"),
        ("postcode", "SM99 1AB", "SM99 1ABC"),
        ("postcode", "SM99 1AB", "SM99 1AD"),
        ("phone", "07700 900 301", "07700 900 302"),
        ("phone", "07700 900 301", "07700 times 900301"),
        ("date", "2012-02-29", "28 February 2012"),
        ("date", "2012-02-09", "29 February 2012"),
        ("date", "2012-02-01", "1 February 2021"),
        ("name", "Hope", "we hope so"),
        ("given-name", "Adam", "madam, Adamson"),
        ("given-name", "May", "on 5 May it may rain"),
        ("given-name", "May", "by May 2026"),
        ("given-name", "Sen", "a plan for SEN support"),
        ("given-name", "Will", "I will come"),
    ],
)
def test_what_is_not_the_value_passes(how: How, value: str, text: str) -> None:
    assert not shows(Seen(text), Forbidden("p-1", "thing", value, how))


@pytest.mark.parametrize(
    ("how", "value", "allowed", "text", "found"),
    [
        ("given-name", "Ann", "Ann Lee", "Ms Ann Lee will chair", False),
        ("given-name", "Ann", "Ann Lee", "Ann Lee will chair, Ann will come", True),
        ("given-name", "Ann", "Ann Lee", "Ann Leeson", True),
        ("name", "Hope", "Hope House", "at Hope House", False),
        ("text", "I will ring", "I will ring at noon", "I WILL ring at noon", False),
        ("text", "I will ring", "I will ring at noon", "I will ring. I will ring at noon", True),
    ],
)
def test_inside_what_is_allowed_it_may_stand(
    how: How, value: str, allowed: str, text: str, *, found: bool
) -> None:
    assert shows(Seen(text), Forbidden("c-2", "thing", value, how, (allowed,))) is found


SECRET = Forbidden("p-1", "phone number", "07700 900 301", "phone")
NAME = Forbidden("c-2", "first name", "Adam", "given-name")


def test_a_leak_is_told_by_key_thing_and_place_and_never_by_its_value() -> None:
    words = (Words("body", "Ring 07700 900 301"), Words("header", "07700 900301"))
    found = leaks(words, {}, (SECRET,))
    assert [finding.rule for finding in found] == ["leak", "leak"]
    assert [finding.severity for finding in found] == [Severity.ERROR] * 2
    assert found[0].message == (
        "The document would show the phone number of p-1 in body, to somebody who may not see it."
    )
    assert "header" in found[1].message
    assert all("7700" not in finding.message + finding.remedy for finding in found)
    assert found[0].remedy == FAULTS["leak"].remedy


def test_a_value_split_over_lines_or_pieces_is_found() -> None:
    words = (Words("body", "Ring 07700"), Words("header", "x"), Words("body", "900 301"))
    assert len(leaks(words, {}, (SECRET,))) == 1


def test_a_value_written_into_a_link_is_found() -> None:
    words = (Words("link target", "https://maps.example/?q=14%20Mill+Lane%2C%20Saltmouth"),)
    assert leaks(words, {}, (Forbidden("p-1", "address", "14 Mill Lane", "line"),))
    words = (Words("link target", "https://maps.example/?q=14+Mill+Lane"),)
    assert leaks(words, {}, (Forbidden("p-1", "address", "14 Mill Lane", "line"),))


def test_the_same_leak_is_told_once_for_each_place() -> None:
    words = (Words("body", "07700 900 301 and 07700900301"),)
    assert len(leaks(words, {}, (SECRET, SECRET))) == 1


def test_a_first_name_is_looked_for_in_the_cases_own_texts_and_not_in_fixed_wording() -> None:
    values: Values = {
        "contract": {"requirements": [{"text": "I will bring Adam."}], "version": 2},
        "school": {"name": "Adam Street School"},
        "terms": {"contract": "Adam"},
    }
    found = leaks((Words("body", "Adam"),), values, (NAME,))
    assert [finding.message.partition(",")[0] for finding in found] == [
        "The document would show the first name of c-2 in the text contract.requirements[0].text"
    ]


def test_other_things_are_looked_for_in_what_is_printed_and_not_in_what_might_be() -> None:
    assert leaks((), {"contract": {"reasons": "Ring 07700 900 301"}}, (SECRET,)) == ()


CASE = family()
JOBS = plan(case=CASE).jobs


def printed(paper: Job) -> tuple[Words, ...]:
    """Give a document that shows every value there is."""
    values = flat(values_of(CASE, paper))
    return tuple(Words("body", text) for _, text in values if isinstance(text, str))


@pytest.mark.parametrize("paper", JOBS, ids=lambda paper: "-".join(paper.identity))
def test_an_ordinary_document_passes(paper: Job) -> None:
    values = values_of(CASE, paper)
    assert leaks(printed(paper), values, forbidden(CASE, paper)) == ()


def test_a_contract_that_tells_the_mothers_number_to_the_father_is_found() -> None:
    case = family({"contracts.ct-2.support.su-1.text": "Ring her on (0) 7700 900 301."})
    paper = job("contract", "ct-2", case=case)
    values = values_of(case, paper)
    words = tuple(Words("body", str(text)) for _, text in flat(values))
    found = leaks(words, values, forbidden(case, paper))
    assert ["phone number of p-1 in body" in finding.message for finding in found] == [True]


def spaced(value: str) -> str:
    """Give a text with wide, hard and invisible spaces in it."""
    return value.replace(" ", "\u00a0 \u200b")


WRITINGS: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "decomposed": lambda value: unicodedata.normalize("NFD", value),
    "spaced": spaced,
    "with soft hyphens": "\u00ad".join,
    "over lines": lambda value: value.replace(" ", "\n"),
}
CASED = {"name", "given-name"}
PAPERS = st.sampled_from([paper for paper in JOBS if forbidden(CASE, paper)])


@given(
    data=st.data(),
    paper=PAPERS,
    place=st.sampled_from(PLACES),
    writing=st.sampled_from(sorted(WRITINGS)),
    around=st.tuples(*[st.text(alphabet=" .,;\n!?()", max_size=3)] * 2),
)
@settings(deadline=None)
def test_whatever_is_forbidden_is_found_wherever_and_however_it_is_planted(
    data: st.DataObject, paper: Job, place: str, writing: str, around: tuple[str, str]
) -> None:
    kept = forbidden(CASE, paper)
    one = data.draw(st.sampled_from(kept))
    as_written = one.how in CASED and writing == "in capitals"
    value = one.value if as_written else WRITINGS[writing](one.value)
    planted = f"and {around[0]} {value}{around[1]} so on"
    words = (*printed(paper), Words(place, planted))
    values: Values = {"contract": {"reasons": planted}}
    told = [finding.message for finding in leaks(words, values, kept)]
    assert any(f"the {one.what} of {one.owner} in " in message for message in told)
    assert not any(one.value in message for message in told)
