"""Addresses as spreadsheets hold them, in the lines that the post wants (F-19, F-33)."""

import pytest
from peoplework import told, typed

from docgen.check.address import flaws

NONE = {"address.line_1": "", "address.town": "", "address.postcode": ""}


def lines(changes: dict[str, str]) -> tuple[str, ...]:
    """Give the lines under the contact's name."""
    return tuple(line.text for line in typed({**NONE, **changes}).contact.address)


def test_town_and_postcode_stand_last_in_capitals() -> None:
    parts = {"address.line_1": "Flat 2,", "address.line_2": "14 Mill Road."}
    parts |= {"address.town": "Saltmouth,", "address.postcode": "sm71ab"}
    found = lines(parts)
    assert found == ("Flat 2", "14 Mill Road", "SALTMOUTH", "SM7 1AB")
    assert flaws(found) == ()


def test_the_number_of_a_house_stands_before_its_street() -> None:
    parts = {"address.line_2": "Mill House", "address.line_3": "14a", "address.line_4": "Mill Road"}
    found = lines({**parts, "address.town": "SALTMOUTH", "address.postcode": "SM7 1AB"})
    assert found == ("Mill House", "14a Mill Road", "SALTMOUTH", "SM7 1AB")


def test_two_numbers_are_never_run_together() -> None:
    assert lines(
        {"address.line_1": "2", "address.line_2": "14", "address.line_3": "Mill Road"}
    ) == (
        "2",
        "14 Mill Road",
    )


def test_a_county_stands_only_where_there_is_no_town() -> None:
    street = {"address.line_1": "2 Mill Lane", "address.postcode": "SM7 1AB"}
    both = {**street, "address.town": "Saltmouth", "address.county": "Saltshire"}
    assert lines(both) == ("2 Mill Lane", "SALTMOUTH", "SM7 1AB")
    assert lines({**street, "address.county": "Saltshire"}) == (
        "2 Mill Lane",
        "Saltshire",
        "SM7 1AB",
    )


@pytest.mark.parametrize(
    "text",
    [
        "14 Mill Road, SALTMOUTH, SM7 1AB",
        "14, Mill Road, SALTMOUTH, SM7 1AB",
        "14 Mill Road\nSALTMOUTH\nSM7 1AB",
        "14 Mill Road; SALTMOUTH; sm7 1ab, England",
        "14 Mill Road,, SALTMOUTH SM7 1AB",
    ],
)
def test_a_whole_address_is_taken_apart(text: str) -> None:
    assert lines({"address.whole": text}) == ("14 Mill Road", "SALTMOUTH", "SM7 1AB")


def test_what_stands_twice_is_written_once() -> None:
    twice = {"address.whole": "2 Mill Lane, Saltmouth, SM7 1AB", "address.town": "Saltmouth"}
    assert lines({**twice, "address.postcode": "SM71AB"}) == ("2 Mill Lane", "SALTMOUTH", "SM7 1AB")
    assert lines({"address.line_1": "2 Mill Lane", "address.line_2": "2 Mill Lane."}) == (
        "2 Mill Lane",
    )


def test_a_country_abroad_stays_and_what_is_no_postcode_is_left_to_the_rules() -> None:
    assert lines({"address.whole": "Dom 5, Skardu, Pakistan"}) == ("Dom 5", "Skardu", "Pakistan")
    assert lines({"address.line_1": "2 Mill Lane", "address.postcode": "SM7"}) == (
        "2 Mill Lane",
        "SM7",
    )
    assert lines({"address.line_1": "Unit 12 QQ1 1AA"}) == ("Unit 12 QQ1 1AA",)


def test_each_line_points_at_its_cell() -> None:
    assert [line.column for line in typed().contact.address] == [11, 12, 13]


def test_no_address_is_no_line() -> None:
    assert lines({}) == ()


@pytest.mark.parametrize("text", ["Confidential", "Address withheld", "Do not disclose", "Refuge"])
def test_a_secret_address_protects_the_contact_and_is_asked_about(text: str) -> None:
    secret = {"address.line_1": text}
    assert told(secret) == ["cell-protected"]
    protected = typed(secret).contact.protected
    assert protected
    assert protected.text == "true"
    assert told({**secret, "contact.protected": "No"}) == ["cell-protected"]
    assert told({**secret, "contact.protected": "Yes"}) == []


def test_a_town_without_a_street_is_asked_about() -> None:
    bare = {**NONE, "address.town": "Saltmouth", "address.postcode": "SM7 1AB"}
    assert told(bare) == ["cell-address-street"]
    assert told({**bare, "address.line_1": "Mill House"}) == []
