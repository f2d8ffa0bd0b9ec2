"""Names of a template and headings of a sheet: which column fills which, and what is wrong."""

import pytest

from docgen.check.mail_merge import (
    cell_fault,
    column_of,
    file_there,
    heading_of,
    mapped,
    matched,
    row_faults,
    shared_name,
    unused,
)
from docgen.errors import UsageTrouble
from docgen.model.finding import Finding, Severity
from docgen.model.mail import Filled, Need
from docgen.model.roster import NOTHING, Cell, Row, Table

TABLE = Table(
    "people.csv",
    ("Pupil no", "Parent's name", "Forename", "Forename", "", "Note"),
    heading_row=3,
    groups=("", "", "Pupil", "Contact", "", ""),
)


def need(name: str, **more: bool) -> Need:
    return Need(name, "in the text, near “Dear”", **more)


def row(*texts: str, findings: tuple[Finding, ...] = ()) -> Row:
    cells = tuple(Cell(text) if text else NOTHING for text in texts)
    return Row(7, cells + (NOTHING,) * (6 - len(cells)), findings)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("pupil_no", 1),
        ("PupilNo", 1),
        ("parent_s_name", 2),
        ("pupil.forename", 3),
        ("contact_forename", 4),
        ("note", 6),
    ],
)
def test_a_name_finds_its_column_by_letters_and_figures_alone(name: str, column: int) -> None:
    assert matched([need(name)], TABLE, {}, ()) == ((Filled(name, column),), ())


@pytest.mark.parametrize(
    ("asked", "rule", "column"),
    [
        (need("forename"), "rows-column-twice", 4),
        (need("parent_name"), "rows-no-column", 1),
        (need("note", listed=True), "rows-list-wanted", 1),
    ],
)
def test_what_cannot_be_filled_is_told_at_the_headings(asked: Need, rule: str, column: int) -> None:
    fills, (finding,) = matched([asked], TABLE, {}, ())
    assert (fills, finding.rule, finding.place) == ((), rule, TABLE.mark(3, column))


def test_a_heading_that_is_nearly_the_name_is_hinted_at() -> None:
    (finding,) = matched([need("parents_names")], TABLE, {}, ())[1]
    assert "Did you mean Parent's name?" in finding.message
    (finding,) = matched([need("colour")], TABLE, {}, ())[1]
    assert "Did you mean" not in finding.message


def test_of_two_columns_the_clerk_says_which() -> None:
    maps = mapped(["column D=forename", "Pupil no = ref"], TABLE)
    assert maps == {"forename": 4, "ref": 1}
    fills, findings = matched([need("forename")], TABLE, maps, ())
    assert (fills, findings) == ((Filled("forename", 4),), ())


def test_a_name_that_has_an_answer_where_nothing_is_called_that_needs_no_column() -> None:
    assert matched([need("colour", may_lack=True)], TABLE, {}, ()) == ((), ())


def test_columns_may_be_empty_where_template_or_clerk_say_so() -> None:
    asked = [need("note", may_be_empty=True), need("pupil_no"), need("parent_s_name")]
    fills, _ = matched(asked, TABLE, {}, {1})
    assert [fill.may_be_empty for fill in fills] == [True, True, False]


@pytest.mark.parametrize("text", ["Forename", "=name", "Forename=", " = "])
def test_a_map_says_a_column_and_a_name(text: str) -> None:
    with pytest.raises(UsageTrouble) as refused:
        mapped([text], TABLE)
    assert refused.value.code == "rows-map-form"


@pytest.mark.parametrize(
    ("wanted", "column"),
    [("Note", 6), ("note", 6), ("parents name", 2), ("column e", 5), ("Contact forename", 4)],
)
def test_a_column_is_named_by_heading_or_letter(wanted: str, column: int) -> None:
    assert column_of(wanted, TABLE) == column


@pytest.mark.parametrize("wanted", ["Forename", "column Z", "Surname"])
def test_a_column_that_is_not_there_or_there_twice_is_asked_about(wanted: str) -> None:
    with pytest.raises(UsageTrouble) as refused:
        column_of(wanted, TABLE)
    assert refused.value.code == "rows-no-such-column"


def test_columns_that_go_into_nothing_are_told() -> None:
    told = list(unused(TABLE, {1, 2, 3}))
    assert [(each.rule, each.severity, each.place) for each in told] == [
        ("rows-column-unused", Severity.INFORMATION, TABLE.mark(3, 4)),
        ("rows-column-unused", Severity.INFORMATION, TABLE.mark(3, 6)),
    ]
    assert "Contact Forename (D)" in told[0].message


def test_a_column_without_a_heading_goes_by_its_letter() -> None:
    assert heading_of(TABLE, 5) == "column E"


def test_an_empty_cell_that_would_be_printed_refuses_its_row_once() -> None:
    fills = [Filled("a", 2), Filled("b", 2), Filled("note", 6, may_be_empty=True)]
    (finding,) = row_faults(row("1"), fills, TABLE)
    assert (finding.rule, finding.place) == ("rows-cell-empty", TABLE.mark(7, 2))
    assert list(row_faults(row("1", "Ann"), fills, TABLE)) == []


@pytest.mark.parametrize("text", ["no", "No", "FALSE", "n", "0"])
def test_no_is_not_taken_for_yes(text: str) -> None:
    fills = [Filled("note", 6, may_be_empty=True, only_asked=True)]
    (finding,) = row_faults(row("", "", "", "", "", text), fills, TABLE)
    assert (finding.rule, finding.place) == ("rows-no-is-yes", TABLE.mark(7, 6))
    assert '{%p if note == "yes" %}' in finding.remedy
    for good in ("yes", ""):
        assert list(row_faults(row("", "", "", "", "", good), fills, TABLE)) == []


def test_what_was_wrong_in_reading_refuses_where_it_would_be_printed_alone() -> None:
    def wrong(column: int, severity: Severity = Severity.ERROR) -> Finding:
        return Finding("roster-cell-error", severity, "", "", place=TABLE.mark(7, column))

    whole = Finding("roster-row", Severity.ERROR, "", "")
    findings = (wrong(2), wrong(3), wrong(3, Severity.WARNING), whole)
    told = list(row_faults(row("1", findings=findings), [Filled("name", 2)], TABLE))
    assert told == [findings[0], findings[2], whole]


def test_a_name_for_two_files_is_told_and_refuses_nothing() -> None:
    told = shared_name(row("A"), 1, TABLE)
    assert (told.rule, told.severity) == ("rows-name-shared", Severity.INFORMATION)
    assert file_there(row("A"), 0, TABLE).place == TABLE.mark(7, 0)
    assert cell_fault("rows-name-empty", row(), 1, TABLE).severity is Severity.ERROR
