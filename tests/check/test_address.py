"""What keeps a letter from reaching an address (F-19): a table of addresses."""

import pytest

from docgen.check.address import flaws, is_abroad, postcode


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("CO99 1AB", "CO99 1AB"),
        ("co991ab", "CO99 1AB"),
        (" W1A  9ZZ ", "W1A 9ZZ"),
        ("M1 1AA", "M1 1AA"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("BF1 2AT", "BF1 2AT"),
        ("JE2 3XP", "JE2 3XP"),
        ("QQ1 1AA", None),
        ("CO99 1CB", None),
        ("CO99 1AK", None),
        ("CO 1AB", None),
        ("CO99", None),
        ("HARWICH", None),
        ("", None),
    ],
)
def test_a_postcode_is_known_by_area_and_form(typed: str, usual: str | None) -> None:
    assert postcode(typed) == usual


@pytest.mark.parametrize(
    ("line", "abroad"),
    [
        ("Poland", True),
        ("POLAND", True),
        ("Türkiye", True),
        ("Côte d\u2019Ivoire", True),
        ("The Netherlands", True),
        ("Trinidad & Tobago", True),
        ("U.S.A.", True),
        ("Saint Lucia", True),
        ("Republic of Ireland", True),
        ("England", False),
        ("United Kingdom", False),
        ("Northern Ireland", False),
        ("Kraków", False),
        ("", False),
    ],
)
def test_a_country_abroad_is_known_by_its_name(line: str, abroad: bool) -> None:
    assert is_abroad(line) is abroad


@pytest.mark.parametrize(
    "lines",
    [
        ("14 Mill Road", "CO99 1AB"),
        ("14 Mill Road", "COLCHESTER", "CO99 1AB"),
        ("Flat 2", "Mill House", "14 Mill Road", "Little Aldham", "COLCHESTER", "CO99 1AB"),
        ("ul. Długa 7", "00-001 Warszawa", "Poland"),
        ("Dom 5", "Skardu", "Pakistan"),
        ("Sgt Rahman's quarters", "BFPO 57"),
        ("Sgt Rahman's quarters", "BFPO 57", "BF1 2AT"),
        ("#4, Mill Road", "CO99 1AB"),
    ],
)
def test_an_address_that_post_reaches_has_no_flaw(lines: tuple[str, ...]) -> None:
    assert flaws(lines) == ()


SEVEN = ("Flat 2", "Mill House", "14 Mill Road", "Upper End", "Aldham", "COLCHESTER", "CO99 1AB")


@pytest.mark.parametrize(
    ("lines", "flaw"),
    [
        ((), "it is missing"),
        (("CO99 1AB",), "it has 1 line, where 2 to 6 fit under the name"),
        (SEVEN, "it has 7 lines, where 2 to 6 fit under the name"),
        (("(Flat 2)", "CO99 1AB"), "line 1 starts with ("),
        (("14 Mill Road", " ~COLCHESTER", "CO99 1AB"), "line 2 starts with ~"),
        (("'-'", "14 Mill Road", "CO99 1AB"), "line 1 has no letter or figure in it"),
        (("14 Mill Road", "\u2013", "CO99 1AB"), "line 2 has no letter or figure in it"),
        (("No fixed abode", "COLCHESTER", "CO99 1AB"), "it says no fixed abode"),
        (("NFA", "CO99 1AB"), "it says no fixed abode"),
        (("BFPO 57", "Cyprus"), "a BFPO address must not name a country"),
        (
            ("14 Mill Road", "COLCHESTER"),
            "its last line is no postcode of the United Kingdom and no country abroad",
        ),
        (
            ("14 Mill Road", "CO99 1AB", "England"),
            "its last line is no postcode of the United Kingdom and no country abroad",
        ),
    ],
)
def test_an_address_that_post_does_not_reach_is_told_why(lines: tuple[str, ...], flaw: str) -> None:
    assert flaws(lines) == (flaw,)


@pytest.mark.parametrize("barred", list('@()=[]"\\/,<>~'))
def test_no_line_starts_with_a_character_that_the_post_bars(barred: str) -> None:
    assert flaws((f"{barred}14 Mill Road", "CO99 1AB")) == (f"line 1 starts with {barred}",)


def test_all_flaws_of_an_address_are_told_at_once() -> None:
    assert flaws(("NFA",)) == (
        "it has 1 line, where 2 to 6 fit under the name",
        "it says no fixed abode",
        "its last line is no postcode of the United Kingdom and no country abroad",
    )
