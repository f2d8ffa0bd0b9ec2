"""What filters write: a table of examples each; what doesn't fit is refused with its place."""

import datetime as dt
from decimal import Decimal

import pytest

from docgen.press.word.filters import FILTERS, RECIPES
from docgen.press.word.plain import Stopped

MONDAY = dt.date(2025, 11, 3)
WRITTEN = [
    ("date_in_words", "2025-11-03", (), "3 November 2025"),
    ("date_in_words", "2025-11-03", ("weekday",), "Monday 3 November 2025"),
    ("date_in_words", "2025-11-03T16:15", (), "3 November 2025"),
    ("date_in_words", MONDAY, ("weekday",), "Monday 3 November 2025"),
    ("date_in_words", dt.datetime(2024, 2, 29, 9, 0, tzinfo=dt.UTC), (), "29 February 2024"),
    ("date_in_words", "", (), ""),
    ("time_in_words", "16:15", (), "4:15pm"),
    ("time_in_words", "9:00", (), "9am"),
    ("time_in_words", "12:00", (), "midday"),
    ("time_in_words", "00:00:00", (), "midnight"),
    ("time_in_words", "2025-11-03T15:30", (), "3:30pm"),
    ("time_in_words", "2025-11-03 15:30", (), "3:30pm"),
    ("time_in_words", dt.time(8, 45), (), "8:45am"),
    ("time_in_words", dt.datetime(2025, 11, 3, 8, 45, tzinfo=dt.UTC), (), "8:45am"),
    (
        "one_line",
        ["1 High Street", "Elmbridge", "EL1 2AB"],
        (),
        "1 High Street, Elmbridge, EL1 2AB",
    ),
    ("one_line", "1 High Street,\n\n Elmbridge \nEL1 2AB", (), "1 High Street, Elmbridge, EL1 2AB"),
    ("one_line", [], (), ""),
    ("and_list", ["Ali"], (), "Ali"),
    ("and_list", ["Ali", "Bea"], (), "Ali and Bea"),
    ("and_list", ["Ali", "Bea", "Cai"], (), "Ali, Bea and Cai"),
    ("and_list", [], (), ""),
    ("or_list", ("Monday", "Tuesday", 3), (), "Monday, Tuesday or 3"),
    ("phone", "07700900123", (), "07700 900 123"),
    ("phone", "02079460018", (), "020 7946 0018"),
    ("phone", "+44 (0)20 7946 0018", (), "+44 20 7946 0018"),
    ("phone", "0044 1632 960123", (), "+44 1632 960 123"),
    ("phone", "0113-496-0000", (), "0113 496 0000"),
    ("phone", "01314960000", (), "0131 496 0000"),
    ("phone", "01632 960123", (), "01632 960 123"),
    ("phone", "0163296012", (), "01632 96012"),
    ("phone", "01539496123", (), "015394 96123"),
    ("phone", "0808 1570123", (), "0808 157 0123"),
    ("phone", "0800890567", (), "0800 890 567"),
    ("phone", "0909 8790000", (), "0909 879 0000"),
    ("phone", "+48 22  123 45 67", (), "+48 22 123 45 67"),
    ("money", 1234.5, (), "£1,234.50"),
    ("money", 60, (), "£60.00"),
    ("money", "-0.5", (), "-£0.50"),
    ("money", Decimal("1000000.00"), (), "£1,000,000.00"),
    ("ordinal", 1, (), "1st"),
    ("ordinal", "12", (), "12th"),
    ("ordinal", 23, (), "23rd"),
    ("yes_no", True, (), "Yes"),
    ("yes_no", False, (), "No"),
    ("yes_no", False, ("come", "stay away"), "stay away"),
    ("plural", 1, ("child", "children"), "1 child"),
    ("plural", 0, ("child", "children"), "0 children"),
    ("plural", "12", ("child", "children"), "12 children"),
]
UNFIT = [
    ("date_in_words", "3/11/2025"),
    ("date_in_words", "2025-02-30"),
    ("date_in_words", 20251103),
    ("date_in_words", None),
    ("date_in_words", ["2025-11-03"]),
    ("time_in_words", "24:00"),
    ("time_in_words", "4.15pm"),
    ("time_in_words", "2025-11-03"),
    ("time_in_words", "two o'clock"),
    ("time_in_words", 1615),
    ("time_in_words", MONDAY),
    ("one_line", 5),
    ("one_line", [["a"]]),
    ("and_list", "Ali"),
    ("and_list", [None]),
    ("or_list", {"a": "b"}),
    ("phone", 7700900123),
    ("phone", "999"),
    ("phone", "7700900123"),
    ("phone", "the office"),
    ("phone", "0600 123 4567"),
    ("phone", "٠٧٧٠٠٩٠٠١٢٣"),
    ("money", True),
    ("money", "£5"),
    ("money", "1,234"),
    ("money", float("nan")),
    ("money", "9" * 16),
    ("ordinal", 1.5),
    ("ordinal", True),
    ("ordinal", "first"),
    ("ordinal", 10**15),
    ("ordinal", "9" * 16),
    ("yes_no", "yes"),
    ("yes_no", 1),
    ("plural", 2),
]


@pytest.mark.parametrize(("name", "value", "words", "written"), WRITTEN)
def test_a_filter_writes_as_people_do(
    name: str, value: object, words: tuple[str, ...], written: str
) -> None:
    assert FILTERS[name](value, *words) == written


@pytest.mark.parametrize(("name", "value"), UNFIT)
def test_a_filter_refuses_what_it_can_not_write(name: str, value: object) -> None:
    with pytest.raises(Stopped, match="word-filter-value") as stopped:
        FILTERS[name](value)
    told = stopped.value.what.removeprefix(f"{name} needs {RECIPES[name].needs}, not ")
    assert told in {"another text", "yes or no", "a number", "nothing", "something else"}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("date_in_words", MONDAY, ("long",)),
        ("date_in_words", MONDAY, ("weekday", "weekday")),
        ("money", 5, ("GBP",)),
        ("plural", 2, ("child",)),
        ("plural", 2, (1, 2)),
        ("yes_no", True, ("come",)),
    ],
)
def test_a_filter_refuses_words_in_its_brackets_that_it_does_not_know(
    name: str, value: object, words: tuple[object, ...]
) -> None:
    with pytest.raises(Stopped, match="word-filter-value"):
        FILTERS[name](value, *words)


def test_a_filter_takes_no_words_by_name() -> None:
    with pytest.raises(Stopped):
        FILTERS["yes_no"](True, yes="a", no="b")
