"""Answers to the questions of `new case`: read as the reader reads them, or told plainly."""

import datetime as dt
from collections.abc import Callable

import pytest

from docgen.errors import UsageTrouble
from docgen.service import answers


@pytest.mark.parametrize(
    "typed",
    [
        "Zoë D'Arcy-Nguyễn",
        "Siân O\u2019Connor",
        "Łukasz Żółć",
        "Jean-François de la Tour",
        "Kacper O'Neill-Łęcki",
        "Wei Ng",
        "Suryani",
        "Null",
        "Ada Yes",
    ],
)
def test_a_name_is_kept_as_typed(typed: str) -> None:
    assert answers.name(typed) == typed


@pytest.mark.parametrize(
    ("read", "typed", "meant"),
    [
        (answers.day, "2012-02-29", dt.date(2012, 2, 29)),
        (answers.time, "16:15", dt.time(16, 15)),
        (answers.number, "9", 9),
        (answers.yes_no, "Yes", True),
        (answers.yes_no, "n", False),
        (answers.language, "pl", "pl"),
        (answers.lives_with, "part", "part"),
        (answers.english, "some", "some"),
        (answers.case_id, "fam-0043", "fam-0043"),
        (answers.bases, "natural, day_to_day_care", ("natural", "day_to_day_care")),
        (answers.address, "Flat 2, 14 Mill Road, CO99 1AB", ("Flat 2", "14 Mill Road", "CO99 1AB")),
        (answers.some_of(("st-1", "st-2")), "st-2, st-1", ("st-2", "st-1")),
        (answers.some_of(("st-1", "st-2")), "", ()),
        (answers.maybe(answers.day), "", None),
    ],
)
def test_an_answer_means(read: Callable[[str], object], typed: str, meant: object) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("read", "typed", "code"),
    [
        (answers.line, "", "answer-empty"),
        (answers.line, "abc\u202edef", "answer-signs"),
        (answers.line, "a\tb", "answer-signs"),
        (answers.line, "a" * 301, "answer-signs"),
        (answers.day, "3/11/2025", "date-order"),
        (answers.day, "2013-02-29", "date-impossible"),
        (answers.time, "half three", "time-form"),
        (answers.time, "3:30pm", "time-order"),
        (answers.number, "09", "number-form"),
        (answers.yes_no, "perhaps", "answer-yes-no"),
        (answers.name, "XXX Suryani", "answer-name"),
        (answers.name, "-", "answer-name"),
        (answers.name, "Ms Suryani", "answer-name"),
        (answers.name, "Ali and Sara Khan", "answer-two"),
        (answers.address, "14 Mill Road, Colchester", "answer-address"),
        (answers.language, "Polish", "answer-language"),
        (answers.lives_with, "yes", "answer-choice"),
        (answers.case_id, "../x", "answer-case-id"),
        (answers.case_id, "CON", "answer-case-id"),
        (answers.case_id, "con", "answer-case-id"),
        (answers.case_id, "a:b", "answer-case-id"),
        (answers.bases, "uncle", "answer-choice"),
    ],
)
def test_an_answer_that_cant_be_is_told(
    read: Callable[[str], object], typed: str, code: str
) -> None:
    with pytest.raises(UsageTrouble) as told:
        read(typed)
    assert told.value.code == code
    assert told.value.remedy
