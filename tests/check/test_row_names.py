"""Names of files that every system takes, from whatever a cell says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.check.row_names import LONGEST, folded, legal_name, row_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A123", "A123"),
        (" Zoë  O'Neill ", "Zoë O'Neill"),
        ("9/A", "9-A"),
        ('<>:"/\\|?*', ""),
        ("a:b", "a-b"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("com¹", "_com¹"),
        ("nul ", "_nul"),
        ("Console", "Console"),
        ("~$lock", "_~$lock"),
        ("end. ", "end"),
        ("...", ""),
        (" ", ""),
        ("-", ""),
        ("two\nlines", "two lines"),
        ("turned\u202eround", "turned-round"),
        ("نام", "نام"),
    ],
)
def test_a_text_becomes_a_name(text: str, name: str) -> None:
    assert legal_name(text) == name


@given(st.text())
def test_every_name_is_legal_and_short_and_stays_as_it_is(text: str) -> None:
    name = legal_name(text)
    assert len(name.encode()) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert name == name.strip(" .")
    assert name.startswith("_") or legal_name(name) == name


def test_rows_sort_as_their_numbers() -> None:
    assert [row_name(n) for n in (2, 12, 1_000_000)] == ["row-000002", "row-000012", "row-1000000"]


def test_names_that_a_disk_takes_for_one_are_alike() -> None:
    assert folded("ZOË") == folded("Zoe\u0308") != folded("zoe")
