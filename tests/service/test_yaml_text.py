"""Values written as YAML: every reader takes them for just these values."""

import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.service.yaml_text import fields, quoted, value

TRAPS = [
    "Kacper O'Neill-Łęcki",
    "Null",
    "Yes",
    "No",
    "~",
    "- x",
    "a: b",
    "# not a comment",
    "a #b",
    '"quoted"',
    "back\\slash",
    "01622 960 100",
    "07700900101",
    "1.10",
    "14:30",
    "2013-02-29",
    "{x}",
    "[x]",
    "%x",
    "@x",
    "!tag",
    "&anchor",
    "*alias",
    "",
    " leading",
    "line\u2028separator",
    "next\u0085line",
    "\ufeffmark",
    "😀",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_quoted_text_is_read_as_that_text(text: str) -> None:
    assert yaml.safe_load(f"name: {quoted(text)}") == {"name": text}


@given(st.text())
def test_every_text_survives_being_quoted(text: str) -> None:
    if not any(0xD800 <= ord(sign) <= 0xDFFF for sign in text):
        assert yaml.safe_load(f"- {quoted(text)}") == [text]


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (True, "true"),
        (9, "9"),
        (dt.date(2012, 2, 29), "2012-02-29"),
        (dt.time(9, 5), '"09:05"'),
        (("p-1", "c-1", "p-1: x"), '[p-1, c-1, "p-1: x"]'),
        ({"speaks": "pl", "reads": "no"}, '{speaks: "pl", reads: "no"}'),
        ((), "[]"),
    ],
)
def test_a_value_is_written(told: object, written: str) -> None:
    assert value(told) == written


def test_what_says_nothing_is_left_out() -> None:
    assert list(fields({"title": None, "legal_name": "Suryani"}, 4)) == [
        '    legal_name: "Suryani"'
    ]
