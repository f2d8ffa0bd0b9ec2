"""The words of actions, and when what signers agreed to has become another text."""

import pytest
from casework import CASEFILE, case_from, varied

from docgen.model.action import Frozen, Requirement, Support
from docgen.model.agreement import agreed_text, asks, said
from docgen.model.pack import Phrase


def phrase(text: str) -> Phrase:
    return Phrase(text=text, use="requirement", source="made up")


PHRASES = {
    "phone-before": phrase("I will phone {who} before {time}, and tell {who} why."),
    "bedtime": phrase("My child will be in bed by nine."),
    "club": phrase("The club is on {day_2}."),
}
CONTRACT = """
pupil: c-1
parties: [p-1]
status: agreed
period: {start: 2025-11-06, end: 2026-03-20}
first_review: 2025-12-08
requirements:
  rq-1: {owner: p-1, text: I will walk to school with Zoë each day., due: 2026-03-20}
  rq-2:
    owner: p-1
    phrase: phone-before
    with: {who: the office, time: 8:45am}
    smart: {measure: phone log, due: 2026-01-30}
    part_time: {reason: return_after_illness, until: 2026-01-16, target: 80}
  rq-3:
    owner: p-1
    text: I will come to the meeting.
    history: [{event: struck_through, date: 2025-11-20, status: complete}]
support:
  su-1: {provider: st-2, text: The school will ring on the first day of absence.}
  su-2: {provider: st-1, text: A place at breakfast club., from: 2025-11-10, frequency: daily}
"""
AGREED = varied(CASEFILE, {"contracts.ct-1": CONTRACT})


@pytest.mark.parametrize(
    ("key", "names"),
    [("phone-before", ("who", "time")), ("bedtime", ()), ("club", ("day_2",))],
)
def test_a_phrase_asks_for_each_name_it_leaves_open_once(key: str, names: tuple[str, ...]) -> None:
    assert asks(PHRASES[key]) == names


@pytest.mark.parametrize("text", ["{}", "{Time}", "{2nd}", "{a b}", "{ time }", "{_x}", "time}"])
def test_other_brackets_ask_for_nothing(text: str) -> None:
    assert asks(phrase(text)) == ()


def test_an_action_says_its_own_text_even_with_brackets_in_it() -> None:
    assert said(Requirement("p-1", text="As {time} says."), PHRASES) == "As {time} says."


def test_a_phrase_is_said_with_every_name_filled_in() -> None:
    action = Requirement("p-1", phrase="phone-before", values={"who": "Mr Rees", "time": "9am"})
    assert said(action, PHRASES) == "I will phone Mr Rees before 9am, and tell Mr Rees why."


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    action = Requirement("p-1", phrase="phone-before", values={"who": "{time}", "time": "9am"})
    assert said(action, PHRASES) == "I will phone {time} before 9am, and tell {time} why."


def test_a_phrase_without_names_is_said_as_it_stands() -> None:
    assert said(Support("st-1", phrase="bedtime"), PHRASES) == "My child will be in bed by nine."


@pytest.mark.parametrize(
    "action",
    [
        Requirement("p-1", phrase="phone-after", values={"who": "us", "time": "9am"}),
        Requirement("p-1", phrase="phone-before", values={"who": "us"}),
        Support("st-1", phrase="phone-before", frozen=Frozen(1, "Until {day}.")),
        Requirement("p-1"),
    ],
    ids=["no such phrase", "a name is missing", "a name in frozen words is missing", "neither"],
)
def test_an_action_that_cannot_be_put_into_words_says_nothing(
    action: Requirement | Support,
) -> None:
    assert said(action, PHRASES) is None


def test_frozen_words_go_before_what_the_library_says_today() -> None:
    frozen = Frozen(version=1, text="I will ring before {time}.")
    action = Requirement("p-1", phrase="phone-before", values={"time": "9am"}, frozen=frozen)
    assert said(action, PHRASES) == "I will ring before 9am."
    assert said(action, {}) == "I will ring before 9am."


def digest(text: str = AGREED) -> str:
    return agreed_text(case_from(text), "ct-1", PHRASES)


def test_what_is_agreed_has_a_digest_of_sixteen_hex_digits() -> None:
    assert len(digest()) == 16
    assert set(digest()) <= set("0123456789abcdef")


def test_the_digest_is_the_same_wherever_and_whenever_it_is_reckoned() -> None:
    assert digest() == "8e19a3558a7a0e04"
    case = case_from(varied(AGREED, {"contracts.ct-1.requirements.rq-2": None}))
    assert agreed_text(case, "ct-1", {}) == "60bb6427a2716ac3"


REQUIREMENTS, SUPPORT = "contracts.ct-1.requirements", "contracts.ct-1.support"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("contracts.ct-1.parties", "[p-1, p-2]"),
        ("contracts.ct-1.period.start", "2025-11-07"),
        ("contracts.ct-1.period.end", "2026-03-21"),
        (f"{REQUIREMENTS}.rq-1.owner", "p-2"),
        (f"{REQUIREMENTS}.rq-1.text", "I will walk to school with Nia."),
        (f"{REQUIREMENTS}.rq-1.due", "2026-03-19"),
        (f"{REQUIREMENTS}.rq-2.with.time", "9am"),
        (f"{REQUIREMENTS}.rq-2.smart.due", "2026-01-31"),
        (f"{REQUIREMENTS}.rq-2.due", "2026-01-29"),
        (f"{REQUIREMENTS}.rq-2.smart.measure", "call list"),
        (f"{REQUIREMENTS}.rq-2.part_time.reason", "other"),
        (f"{REQUIREMENTS}.rq-2.part_time.until", "2026-01-17"),
        (f"{REQUIREMENTS}.rq-2.part_time.target", "85"),
        (f"{REQUIREMENTS}.rq-3.history", "[]"),
        (f"{REQUIREMENTS}.rq-3", None),
        (f"{REQUIREMENTS}.rq-4", "{owner: p-1, phrase: not-in-the-library}"),
        (f"{SUPPORT}.su-1.provider", "st-1"),
        (f"{SUPPORT}.su-1.text", "The school will write."),
        (f"{SUPPORT}.su-2.from", "2025-11-11"),
        (f"{SUPPORT}.su-2.frequency", "weekly"),
        (f"{SUPPORT}.su-2.part_time", "{reason: return_after_illness}"),
        (f"{SUPPORT}.su-2", None),
    ],
)
def test_another_text_than_was_agreed_has_another_digest(place: str, value: str | None) -> None:
    assert digest(varied(AGREED, {place: value})) != digest()


def test_another_pupil_is_another_agreement() -> None:
    twin = {
        "pupils.c-2": "{legal_name: Ifan Pryce, date_of_birth: 2014-03-02, year_group: 7}",
        "contracts.ct-1.pupil": "c-2",
    }
    assert digest(varied(AGREED, twin)) != digest()


def test_the_phrase_is_named_where_it_has_no_words() -> None:
    one, other = (
        digest(varied(AGREED, {f"{REQUIREMENTS}.rq-1": f"{{owner: p-1, phrase: {key}}}"}))
        for key in ("gone-a", "gone-b")
    )
    assert one != other


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("contracts.ct-1.status", "under_review"),
        ("contracts.ct-1.reasons", "Mornings have been hard."),
        ("contracts.ct-1.first_review", "2025-12-15"),
        ("contracts.ct-1.signatures", "[{version: 1, person: p-1, role: parent}]"),
        ("people.p-1.legal_name", "Grace Mbeki-Pryce"),
        (f"{REQUIREMENTS}.rq-1.parents_idea", "true"),
        (f"{REQUIREMENTS}.rq-2.smart.relevant", "Nia was often late."),
        (f"{REQUIREMENTS}.rq-2.part_time.why", "The doctor advised it."),
    ],
)
def test_what_nobody_signs_leaves_the_digest_as_it_was(place: str, value: str) -> None:
    assert digest(varied(AGREED, {place: value})) == digest()


def test_a_phrase_written_out_word_for_word_is_the_same_agreement() -> None:
    text = "I will phone the office before 8:45am, and tell the office why."
    same = {f"{REQUIREMENTS}.rq-2.phrase": None, f"{REQUIREMENTS}.rq-2.with": None}
    typed = varied(AGREED, {**same, f"{REQUIREMENTS}.rq-2.text": text})
    assert digest(typed) == digest()
