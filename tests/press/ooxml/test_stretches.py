"""What runs against the letters around it stands in a piece of its own, between marks."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scriptwork import SHOWN

from docgen.press.ooxml.stretches import MARKS, Stretch, in_ltr, in_rtl, value_in_rtl

PHONE, MAIL, WEB = "0113 496 0123", "a.b@school.example", "https://school.example/come/"


def shown(text: str) -> str:
    return text.translate(SHOWN)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("فون پر", ["فون پر"]),
        (f"فون: {PHONE} پر", ["فون: <", f">{PHONE}>", "< پر"]),
        ("+44 (0)113 496 0123", ["<", ">+44 (0)113 496 0123>", "<"]),
        ("(0113) 496 0123", ["<", ">(0113) 496 0123>", "<"]),
        ("سے Kent County Council (KCC) تک", ["سے <", ">Kent County Council (KCC)>", "< تک"]),
        ("(KCC) سے", ["(<", ">KCC>", "<) سے"]),
        ("3 نومبر 2025", ["3 نومبر 2025"]),
        ("9", ["9"]),
        ("تقریباً 12% اور £1,234.50", ["تقریباً <", ">12%>", "< اور <", ">£1,234.50>", "<"]),
        ("از 80 (72.5%)، تک", ["از 80 (<", ">72.5%>", "<)، تک"]),
        (f"{PHONE} (12)", ["<", ">0113 496 0123>", "< (12)"]),
        (f"لکھیں {MAIL}.", ["لکھیں ", MAIL, "."]),
        (f"دیکھیں {WEB} یہاں", ["دیکھیں <", WEB, ">< یہاں"]),
        ("www.school.example.", ["www.school.example", "."]),
        ("", []),
        (" - ", [" - "]),
        ("12 Mill Road\nسڑک", ["<", ">12 Mill Road>", "<\nسڑک"]),
    ],
)
def test_a_text_from_right_to_left_is_parted_where_it_turns(text: str, pieces: list[str]) -> None:
    found = list(in_rtl(text))
    assert [shown(each.text) for each in found] == pieces


@pytest.mark.parametrize("text", [MAIL, WEB, "www.school.example"])
def test_no_mark_is_in_an_address(text: str) -> None:
    (found,) = (each for each in in_rtl(f"دیکھیں {text}") if each.script == "latin")
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We talked. It helped.", ["<>We talked. It helped.><"]),
        ("12 Mill Road\nLeeds", ["<>12 Mill Road><", "\n", "<>Leeds><"]),
        ("Mr Khan، والد", ["<", ">Mr Khan>", "<، والد"]),
        (MAIL, [MAIL]),
        (PHONE, ["<", f">{PHONE}>", "<"]),
        ("9", ["9"]),
        ("-", ["-"]),
    ],
)
def test_a_value_without_such_letters_keeps_its_last_sign(text: str, pieces: list[str]) -> None:
    assert [shown(each.text) for each in value_in_rtl(text)] == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Mrs أمينة خان (mother)", [("own", "Mrs >"), ("rtl", "أمينة خان"), ("own", "> (mother)")]),
        ("يوسف 3 خان", [("own", ">"), ("rtl", "يوسف 3 خان"), ("own", ">")]),
        ("আমিনা, খান 12", [("indic", "আমিনা, খান"), ("own", " 12")]),
        ("Żółć", [("own", "Żółć")]),
    ],
)
def test_a_text_from_left_to_right_is_parted_for_other_scripts(
    text: str, pieces: list[tuple[str, str]]
) -> None:
    assert [(each.script, shown(each.text)) for each in in_ltr(text)] == pieces


@pytest.mark.parametrize("parted", [in_rtl, in_ltr, value_in_rtl])
@given(
    text=st.text(
        st.sampled_from("aZ9 .,()+/@:\n\t\u0628\u0646\u0995\u09be\u200f\u200e\u200d-")
        | st.characters()
    )
)
def test_no_letter_is_lost_or_moved(parted: Callable[[str], Iterator[Stretch]], text: str) -> None:
    joined = "".join(each.text for each in parted(text))
    assert joined.translate(MARKS) == text.translate(MARKS)
