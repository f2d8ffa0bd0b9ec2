"""Columns of a spreadsheet matched to fields: by name, export, order, look, or as somebody said."""

import pytest
from peoplework import fields, matched, rows, table

from docgen.check.roster.columns import Known, match_columns
from docgen.check.roster.headings import headings_of, words_of
from docgen.model.typed_row import Export, Heading
from docgen.store.mappings import known_exports

PLAIN = [
    "UPN", "Legal forename", "Legal surname", "DOB", "Contact forename", "Contact surname",
    "Relationship", "Address line 1", "Town", "Postcode", "Reads",
]  # fmt: skip
NIA = [
    "B999001250001", "Nia", "Pryce", "02/03/2014", "Grace", "Mbeki", "Mother", "2 Mill Lane",
    "SALTMOUTH", "SM7 1AB", "English",
]  # fmt: skip
EXPORTS = Known(known_exports())


def rules(headings: list[str], *lines: list[str], known: Known | None = None) -> list[str]:
    """Give the ids of what is wrong with the columns."""
    return [each.rule for each in matched(headings, *lines, known=known).findings]


def test_plain_headings_leave_nothing_open() -> None:
    found = matched(PLAIN, NIA)
    assert found.findings == ()
    assert found.columns.by_field == {
        "pupil.upn": 1,
        "pupil.legal_forename": 2,
        "pupil.legal_surname": 3,
        "pupil.date_of_birth": 4,
        "contact.forename": 5,
        "contact.surname": 6,
        "contact.relationship": 7,
        "address.line_1": 8,
        "address.town": 9,
        "address.postcode": 10,
        "contact.reads": 11,
    }
    assert {match.why for match in found.matches} == {"its heading says so"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Pupil forename", "pupil.legal_forename"),
        ("StudentFirstName", "pupil.legal_forename"),
        ("Child's surname", "pupil.legal_surname"),
        ("Parent/Carer surname", "contact.surname"),
        ("GUARDIAN_LAST_NAME", "contact.surname"),
        ("Student ID", "pupil.admission_number"),
        ("Parent ID", "contact.id"),
        ("Pupil", "pupil.full_name"),
        ("Contact", "contact.full_name"),
        ("Student language", "pupil.home_language"),
        ("Parent's first language", "contact.speaks"),
        ("Date of Brith", "pupil.date_of_birth"),
        ("Pupil DOB", "pupil.date_of_birth"),
        ("Home address", "address.whole"),
        ("Contact home postcode", "address.postcode"),
        ("Relationship to pupil", "contact.relationship"),
        ("Pupil postcode", "ignore"),
        ("Student email", "ignore"),
        ("Parent's date of birth", "ignore"),
        ("Shoe size", "ignore"),
        ("", "ignore"),
        ("Forename", "?pupil.legal_forename"),
        ("Name", "?pupil.full_name"),
    ],
)
def test_a_heading_alone_names_a_field_or_leaves_it_open(heading: str, field: str) -> None:
    assert fields(matched([heading])) == [field]


def test_what_stands_over_the_headings_says_whose_they_are() -> None:
    groups = ["Pupil", "Pupil", "Contact", "Contact"]
    shown = table(["Forename", "Surname", "Forename", "Surname"], groups)
    found = match_columns(shown, [], Known())
    assert fields(found) == [
        "pupil.legal_forename",
        "pupil.legal_surname",
        "contact.forename",
        "contact.surname",
    ]


def test_of_two_columns_named_alike_the_pupils_comes_first() -> None:
    found = matched(["Forename", "Surname", "Title", "Forename", "Surname"])
    assert fields(found)[3:] == ["contact.forename", "contact.surname"]
    assert fields(found)[:2] == ["pupil.legal_forename", "pupil.legal_surname"]


def test_a_bare_heading_is_whose_the_other_is_not() -> None:
    assert fields(matched(["Forename", "Contact forename"]))[0] == "pupil.legal_forename"
    assert fields(matched(["Pupil forename", "Forename"]))[1] == "contact.forename"
    both = ["Pupil forename", "Contact forename", "Forename"]
    assert fields(matched(both))[2] == "?pupil.legal_forename"
    three = ["Forename", "Forename", "Forename"]
    assert fields(matched(three)) == ["?pupil.legal_forename"] * 3


def test_cells_tell_what_a_column_without_a_known_heading_holds() -> None:
    lines = [["SM7 1AB", "Ms", "07700 900 101", "g@home.example", "B999001250001", "tall"]] * 6
    assert fields(matched(["A", "B", "C", "D", "E", "F"], *lines)) == [
        "address.postcode",
        "contact.title",
        "contact.phone",
        "contact.email",
        "pupil.upn",
        "ignore",
    ]
    assert fields(matched(["A"], ["SM7 1AB"])) == ["ignore"]


def test_a_language_of_nobody_in_particular_is_offered_as_the_one_that_letters_go_by() -> None:
    (found,) = (
        each
        for each in matched([*PLAIN[:-1], "Language"], [*NIA[:-1], "Polish"]).findings
        if each.rule == "column-unsure"
    )
    assert "contact.reads" in found.remedy


def test_cells_that_look_otherwise_make_a_heading_doubtful() -> None:
    headings = [*PLAIN[:9], "Postcode", "Reads"]
    wrong = [*NIA[:9], "SALTMOUTH", "English"]
    found = matched(headings, *[wrong] * 6)
    assert [each.rule for each in found.findings] == ["column-unsure"]
    assert found.matches[9].why == "its heading says so, but its cells look like something else"
    assert found.columns.of("address.postcode") is None


def test_somebodys_word_goes_before_all_else_and_what_was_remembered_next() -> None:
    remembered = {Heading("shoe size"): "pupil.class", Heading("upn"): "ignore"}
    known = Known(remembered=remembered, corrections={1: "contact.id"})
    found = matched(["UPN", "Shoe size", "Forename"], known=known)
    assert fields(found) == ["contact.id", "pupil.class", "?pupil.legal_forename"]
    assert [match.why for match in found.matches[:2]] == ["you said so", "remembered from before"]
    assert [match.confidence for match in found.matches] == [100, 100, 50]


def test_two_columns_for_one_field_are_asked_about() -> None:
    assert rules([*PLAIN, "Date of birth"], [*NIA, "02/03/2014"]) == ["column-two"]
    found = matched([*PLAIN, "Date of birth"], known=Known(corrections={12: "ignore"}))
    assert found.findings == ()
    assert "D and L" in matched([*PLAIN, "Date of birth"]).findings[0].message


def test_the_surer_of_two_columns_has_the_field() -> None:
    found = matched([*PLAIN, "Date of Brith"])
    assert found.findings == ()
    assert found.matches[11].field == "ignore"
    assert found.matches[11].why == "another column holds the same"


def test_of_several_telephones_the_first_counts() -> None:
    found = matched([*PLAIN, "Mobile", "Home telephone"])
    assert found.findings == ()
    assert found.columns.of("contact.phone") == 12


@pytest.mark.parametrize(
    ("left_out", "field"),
    [
        ({"Legal forename", "Legal surname"}, "pupil.full_name"),
        ({"DOB"}, "pupil.date_of_birth"),
        ({"Contact forename", "Contact surname"}, "contact.full_name"),
        ({"Relationship"}, "contact.relationship"),
        ({"Address line 1"}, "address.line_1"),
    ],
)
def test_a_necessary_column_is_missed(left_out: set[str], field: str) -> None:
    (finding,) = matched([each for each in PLAIN if each not in left_out]).findings
    assert finding.rule == "column-missing"
    assert field in finding.remedy


def test_a_sheet_without_any_known_column_is_told_so() -> None:
    assert rules(["Colour", "Size"]) == ["column-none"]


def test_preferred_names_alone_are_not_enough() -> None:
    headings = ["Preferred forename", "Preferred surname", *PLAIN[3:]]
    assert rules(headings) == ["column-preferred"]


@pytest.mark.parametrize(
    "beside",
    [
        ["Contact 1 forename", "Contact 1 surname", "Contact 2 forename", "Contact 2 surname"],
        ["Mother's forename", "Mother's surname", "Father's forename", "Father's surname"],
    ],
)
def test_contacts_side_by_side_are_refused_and_told_how_to_export(beside: list[str]) -> None:
    headings = [*PLAIN[:4], *beside, *PLAIN[6:]]
    assert rules(headings) == ["column-contacts"]
    left = Known(corrections={7: "ignore", 8: "ignore"})
    assert rules(headings, known=left) == []


def test_a_doubtful_column_of_whole_names_is_passed_over_where_they_stand_in_parts() -> None:
    assert rules([*PLAIN, "Name"]) == []
    assert rules(["UPN", "Name"])[:2] == ["column-missing"] * 2
    assert "column-unsure" in rules(["UPN", "Name"])


def test_without_a_language_column_all_letters_are_english_and_that_is_told() -> None:
    assert rules(PLAIN[:-1]) == ["column-language"]


def test_a_column_with_months_first_is_told() -> None:
    american = [*NIA[:3], "03/25/2014", *NIA[4:]]
    found = matched(PLAIN, NIA, american)
    assert [each.rule for each in found.findings] == ["column-month-first"]
    assert found.columns.month_first == {4}


SIMS = [
    "UPN", "Adno", "Forename", "Surname", "DOB", "Reg group", "Contact title", "Contact forename",
    "Contact surname", "Relationship", "House number", "Street", "Town", "Postcode", "Priority",
]  # fmt: skip
BROMCOM = [
    "First name", "Last name", "Date of birth", "Contact first name", "Contact last name",
    "Relationship", "Parental ballot", "Contact address", "Contact postcode", "Correspondence",
]  # fmt: skip
BOOKING = [
    "ID", "Forename", "Surname", "ID", "(Contact) Priority", "Parental responsibility",
    "Lives with Pupil", "Title", "Forename", "Surname", "(Contact) Home Email", "Main Telephone",
]  # fmt: skip


def test_a_known_export_is_recognised() -> None:
    found = matched(SIMS, known=EXPORTS)
    assert found.export == "SIMS"
    assert [each.rule for each in found.findings] == ["column-language"]
    assert found.matches[2].why == "exports of SIMS call it so"
    assert found.columns.of("address.line_3") == 11
    assert matched(PLAIN, known=EXPORTS).export == ""
    assert matched(["Adno"], known=EXPORTS).export == ""


def test_an_export_that_gives_preferred_names_first_is_asked_about() -> None:
    found = matched(BROMCOM, known=EXPORTS)
    assert found.export == "Bromcom"
    assert [each.rule for each in found.findings] == ["column-maybe-preferred", "column-language"]
    assert "A and B" in found.findings[0].message
    legal = ["Legal first name", "Legal last name", *BROMCOM[2:]]
    assert "column-maybe-preferred" not in rules(legal, known=EXPORTS)
    said = Known(EXPORTS.exports, {}, {1: "pupil.legal_forename", 2: "pupil.legal_surname"})
    assert "column-maybe-preferred" not in rules(BROMCOM, known=said)
    half = [*BROMCOM[1:], "Legal first name"]
    assert "column A " not in matched(half, known=EXPORTS).findings[0].message


def test_columns_named_alike_are_told_apart_by_their_order_in_an_export() -> None:
    found = matched(BOOKING, known=EXPORTS)
    assert found.export == "School Booking"
    assert found.columns.of("pupil.admission_number") == 1
    assert found.columns.of("contact.id") == 4
    assert found.columns.of("contact.surname") == 10
    assert [each.rule for each in found.findings] == ["column-missing"] * 2 + ["column-language"]


def test_an_exports_heading_counts_whatever_stands_over_it() -> None:
    export = Export("Own", {Heading("who"): "contact.full_name"}, frozenset({"who"}))
    export.fields.update({Heading(name): "ignore" for name in ("a", "b", "c")})
    shown = table(["Who", "A", "B", "C"], ["People"] * 4)
    found = match_columns(shown, [], Known((export,)))
    assert fields(found) == ["contact.full_name", "ignore", "ignore", "ignore"]


def test_headings_are_compared_without_case_marks_and_blanks() -> None:
    assert words_of("  Légal_Fore-name(s): ") == "legal fore name s"
    assert headings_of(table(["ID", "id", "Name"])) == (
        Heading("id"),
        Heading("id", nth=2),
        Heading("name"),
    )


def test_cells_with_faults_tell_nothing_of_their_column() -> None:
    assert fields(matched(["A"], *[[""]] * 6)) == ["ignore"]
    assert rows([""])[0].cells[0].text == ""
