"""What columns hold, as it is remembered for a set of headings, and as known exports call them."""

from pathlib import Path

import pytest
from peoplework import matched, table

from docgen.check.roster.columns import Known
from docgen.model.roster import FIELDS, IGNORED, Table
from docgen.model.typed_row import Heading
from docgen.store.layout import lay_out
from docgen.store.mappings import known_exports, mapping_path, remember, remembered
from docgen.store.workspace import Workspace, find_workspace

HEADINGS = ["Forename", "Forename", 'Reg "x": y', "Notes"]


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    lay_out(tmp_path)
    return find_workspace(tmp_path, None, {})


def confirmed(office: Workspace, shown: Table) -> Path:
    """Write down what the columns of a sheet hold."""
    known = Known(corrections={3: "pupil.class", 4: IGNORED})
    return remember(office, shown, matched(list(shown.headings), known=known).matches)


def test_what_was_confirmed_once_is_found_again_for_the_same_headings(office: Workspace) -> None:
    assert remembered(office, table(HEADINGS)) == ({}, ())
    confirmed(office, table(HEADINGS))
    fields, findings = remembered(office, table(HEADINGS))
    assert findings == ()
    assert fields == {
        Heading("forename"): "pupil.legal_forename",
        Heading("forename", nth=2): "contact.forename",
        Heading("reg x y"): "pupil.class",
        Heading("notes"): IGNORED,
    }


def test_the_order_of_columns_makes_no_other_set_of_headings(office: Workspace) -> None:
    assert mapping_path(office, table(["A", "B"])) == mapping_path(office, table(["b ", "a"]))
    assert mapping_path(office, table(["A", "B"])) != mapping_path(office, table(["A", "C"]))


def test_a_guess_is_not_remembered(office: Workspace) -> None:
    shown = table(["Forename", "UPN"])
    remember(office, shown, matched(["Forename", "UPN"]).matches)
    assert remembered(office, shown)[0] == {Heading("upn"): "pupil.upn"}


def test_a_faulty_mapping_is_told_and_not_used(office: Workspace) -> None:
    path = confirmed(office, table(HEADINGS))
    path.write_text(path.read_text("utf-8").replace("pupil.class", "pupil.shoes"), "utf-8")
    fields, (finding,) = remembered(office, table(HEADINGS))
    assert fields == {}
    assert finding.rule == "mapping-field"
    assert finding.place
    path.write_text("schema: 1\ncolums: []\n", "utf-8")
    assert [each.rule for each in remembered(office, table(HEADINGS))[1]] == [
        "field-mistyped",
        "field-missing",
    ]
    path.write_text("", "utf-8")
    assert [each.rule for each in remembered(office, table(HEADINGS))[1]] == ["yaml-empty"]


def test_the_known_exports_name_fields_that_there_are() -> None:
    exports = known_exports()
    assert [each.name for each in exports] == ["Arbor", "Bromcom", "School Booking", "SIMS"]
    assert all(field in FIELDS for each in exports for field in each.fields.values())
    assert [each.name for each in exports if each.preferred] == ["Bromcom"]


def test_a_faulty_export_of_docgens_own_is_a_fault_of_docgen(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("schema: 1\nname: Odd\n", "utf-8")
    with pytest.raises(ValueError, match=r"odd\.yaml"):
        known_exports(tmp_path)
