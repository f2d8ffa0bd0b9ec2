"""Names as spreadsheets hold them: one person's, two people's, and fillers (F-27, F-36)."""

import pytest
from peoplework import read, told, typed

from docgen.model.typed_row import Said

FIRST, LAST, WHOLE = "contact.forename", "contact.surname", "contact.full_name"


def whole(text: str) -> dict[str, str]:
    """Give the change to one cell with the whole name."""
    return {FIRST: "", LAST: "", "contact.title": "", WHOLE: text}


@pytest.mark.parametrize("filler", ["XXX", "xx", "-", ".", "LNU", "FNU", "--", "No surname"])
def test_a_filler_is_no_second_name_and_is_asked_about(filler: str) -> None:
    parent = typed({LAST: filler}).contact
    assert (parent.legal_name.text, parent.single_name) == ("Grace", True)
    assert told({LAST: filler}) == ["cell-name-single"]


def test_the_finding_stands_at_the_filler() -> None:
    _, (finding,) = read({LAST: "XXX"})
    assert finding.place
    assert (finding.place.line, finding.place.column) == (12, 8)
    assert "XXX" not in finding.message + finding.remedy


@pytest.mark.parametrize(
    "changes",
    [{LAST: "Grace"}, {LAST: "GRACE"}, whole("Grace Grace"), whole("Grace XXX"), {FIRST: "-"}],
)
def test_a_name_that_stands_twice_counts_once_and_is_asked_about(changes: dict[str, str]) -> None:
    assert told(changes) == ["cell-name-single"]
    assert len(typed(changes).contact.legal_name.text.split()) == 1


def test_one_name_alone_is_left_to_the_rules_of_letters() -> None:
    parent = typed({LAST: ""}).contact
    assert (parent.legal_name.text, parent.single_name) == ("Grace", False)
    assert told({LAST: ""}) == []


def test_a_dash_for_a_middle_name_is_nothing() -> None:
    assert told({"contact.middle": "-"}) == []
    assert typed({"contact.middle": "-"}).contact.legal_name.text == "Grace Mbeki"


@pytest.mark.parametrize(
    "changes",
    [
        {"contact.title": "Mr and Mrs"},
        {"contact.title": "Mr & Mrs"},
        {FIRST: "Grace and Owen"},
        {LAST: "Mbeki/Pryce"},
        whole("Mr and Mrs Khan"),
        whole("Mr & Mrs A Khan"),
        whole("A and B Khan"),
        whole("Aisha & Bilal Khan"),
    ],
)
def test_two_people_in_a_cell_refuse_the_row(changes: dict[str, str]) -> None:
    row, findings = read(changes)
    assert row is None
    assert [finding.rule for finding in findings] == ["cell-name-two"]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        (whole(""), "cell-name-missing"),
        ({FIRST: "-", LAST: "XXX"}, "cell-name-missing"),
        (whole("Mrs"), "cell-name-missing"),
        (whole("XXX"), "cell-name-missing"),
        (whole("(deceased)"), "cell-name-missing"),
        ({FIRST: "Unknown"}, "cell-name-unknown"),
        ({FIRST: "Mother"}, "cell-name-unknown"),
        (whole("TBC"), "cell-name-unknown"),
        (whole("Test parent"), "cell-name-unknown"),
        (whole("The parents of Nia"), "cell-name-note"),
        ({LAST: "Mbeki (new phone)"}, "cell-name-note"),
        ({LAST: "Mbeki 2"}, "cell-name-note"),
        ({FIRST: "Grace do not contact"}, "cell-name-note"),
        ({LAST: "Mbeki, Grace"}, "cell-name-note"),
        (whole("Khan, Aisha, Mrs"), "cell-name-note"),
        ({"pupil.legal_forename": "Nia (deceased)"}, "cell-name-note"),
        ({"pupil.legal_forename": "", "pupil.legal_surname": ""}, "cell-name-missing"),
    ],
)
def test_what_is_no_name_refuses_the_row(changes: dict[str, str], rule: str) -> None:
    row, findings = read(changes)
    assert row is None
    assert [finding.rule for finding in findings] == [rule]


def test_a_surname_may_be_a_word_that_is_no_forename() -> None:
    assert told({LAST: "Parent"}) == told({LAST: "Test"}) == []


def test_a_preferred_name_never_takes_the_legal_ones_place() -> None:
    nameless = {"pupil.legal_forename": "", "pupil.legal_surname": ""}
    assert told({**nameless, "pupil.preferred_forename": "Ninny"}) == ["cell-name-preferred"]
    assert told({**nameless, "pupil.preferred_surname": "Pryce"}) == ["cell-name-preferred"]


@pytest.mark.parametrize(("text", "kept"), [("Ninny", "Ninny"), ("Nia", None), ("nia pryce", None)])
def test_a_preferred_name_is_kept_beside_the_legal_one(text: str, kept: str | None) -> None:
    pupil = typed({"pupil.preferred_forename": text}).pupil
    assert pupil.legal_name.text == "Nia Pryce"
    assert (pupil.preferred_name.text if pupil.preferred_name else None) == kept


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Mrs Aisha Khan", "Aisha Khan", "Mrs"),
        ("Dr. Aisha Khan", "Aisha Khan", "Dr"),
        ("Aisha Khan", "Aisha Khan", None),
        ("Late Rip", "Late Rip", None),
        ("Aisha Parent", "Aisha Parent", None),
        ("Khan, Aisha", "Aisha Khan", None),
        ("Khan, Mrs Aisha", "Aisha Khan", "Mrs"),
        ("Siti a/p Abdullah", "Siti a/p Abdullah", None),
        ("Owen  O'Neill-Łęcki", "Owen O'Neill-Łęcki", None),
    ],
)
def test_a_whole_name_is_taken_apart(text: str, name: str, title: str | None) -> None:
    parent = typed(whole(text)).contact
    assert parent.legal_name.text == name
    assert (parent.title.text if parent.title else None) == title
    assert told(whole(text)) == (["cell-name-turned"] if "," in text else [])


def test_a_title_in_two_places_is_asked_about_where_they_differ() -> None:
    assert told({FIRST: "Mrs Grace"}) == ["cell-title-differs"]
    assert told({FIRST: "Ms Grace", "contact.title": "Ms."}) == []
    assert typed({FIRST: "Mrs Grace"}).contact.title == Said("Ms", 6)


@pytest.mark.parametrize("title", ["-", "XXX", "n/a"])
def test_a_filler_is_no_title(title: str) -> None:
    assert typed({"contact.title": title}).contact.title is None


def test_parts_go_before_a_whole_name() -> None:
    parent = typed({WHOLE: "Somebody Else"}).contact
    assert parent.legal_name.text == "Grace Mbeki"


@pytest.mark.parametrize(
    "text", ["Grace (deceased)", "Grace (Dec'd)", "Grace R.I.P.", "late Grace", "Grace (late)"]
)
def test_a_note_of_a_death_keeps_letters_back(text: str) -> None:
    parent = typed({FIRST: text}).contact
    assert parent.legal_name.text == "Grace Mbeki"
    assert parent.deceased == Said("true", 7)
    assert told({FIRST: text}) == ["cell-deceased"]


def test_a_body_is_no_couple_and_no_person() -> None:
    body = typed(whole("Saltshire Children and Families Social Services")).contact
    assert body.organisation
    assert not typed().contact.organisation
