"""The casefile of a family, as if somebody had typed it, each value with its cell."""

import datetime as dt
from dataclasses import replace

from familywork import FATHER, FATHER_HOME, at, bare_frame, frame, gathered, plain, row, upn

from docgen.model.case import Decision
from docgen.model.sheet import Mark, Scalar, Sheet
from docgen.model.typed_row import Said, TypedAttendance, TypedRow
from docgen.plan.roster_sheet import sheet_of, with_decisions

SCHOOL = Scalar("s-1", Mark("frame.yaml", 2, 9), plain=False)


def sheet(*rows: TypedRow, text: str | None = None) -> Sheet:
    (family,) = gathered(*rows)
    return sheet_of(family, frame(text) if text else frame(), SCHOOL)


def first(made: Sheet, table: str) -> object:
    said = plain(at(made.root, table))
    assert isinstance(said, dict)
    return next(iter(said.values()))


def test_a_family_reads_like_a_casefile() -> None:
    made = sheet(row(pupil={"upn": upn(1)}), row(pupil={"upn": upn(1)}, contact=FATHER))
    mother = {
        "title": "Ms",
        "legal_name": "Asha Rahman",
        "address": ["14 Mill Road", "SALTMOUTH", "CO99 1AB"],
        "adjustments": [],
        "address_verified": "2025-11-01",
    }
    assert first(made, "people") == mother
    assert first(made, "pupils") == {
        "legal_name": "Zoya Rahman",
        "date_of_birth": "2012-02-28",
        "year_group": "9",
        "upn": upn(1),
        "old_enough_to_understand": "false",
    }
    names = [key.text for key, _ in made.root.entries]
    assert names == [
        "schema", "case_id", "status", "school", "authority", "academic_year", "other_plans",
        "initiated_by", "earlier_support", "people", "pupils", "links", "meetings",
    ]  # fmt: skip
    assert made.file == f"{plain(at(made.root, 'case_id'))}.yaml"


def test_every_value_bears_the_place_of_its_cell() -> None:
    made = sheet(row(7))
    person = plain(at(made.root, "links", 0, "person"))
    name = at(made.root, "people", str(person), "legal_name")
    assert name.mark == Mark("people.csv", 7, 3)
    assert at(made.root, "people", str(person), "address").mark == Mark("people.csv", 7, 3)
    assert at(made.root, "case_id").mark == Mark("people.csv", 7, 0)
    assert at(made.root, "meetings", "m-20251208", "place").mark.file == "frame.yaml"


def test_a_meeting_takes_what_rows_say_then_what_the_frame_says() -> None:
    text = 'meeting: {date: 2025-12-08, time: "15:30", invited: [st-3]}\n'
    made = sheet(row(meeting={"time": "09:00", "place": "Room 1"}), text=text)
    met = at(made.root, "meetings", "m-20251208")
    assert plain(at(met, "time")) == "09:00"  # type: ignore[arg-type]
    assert plain(at(met, "place")) == "Room 1"  # type: ignore[arg-type]
    assert plain(at(met, "kind")) == "initial"  # type: ignore[arg-type]
    assert plain(at(met, "invited", 1)) == "st-3"  # type: ignore[arg-type]


def test_without_meetings_there_is_no_such_table() -> None:
    (family,) = gathered(row())
    made = sheet_of(family, bare_frame(), None)
    assert made.root.get("meetings") is None
    assert made.root.get("school") is None


def test_what_a_later_row_says_fills_what_the_first_leaves_out() -> None:
    sister = {"legal_name": "Nura Rahman"}
    rows = (
        row(contact={"title": "", "phone": ""}, home=()),
        row(pupil=sister, contact={"phone": "07700 900101", "variant": "large"}),
    )
    said = first(sheet(*rows), "people")
    assert isinstance(said, dict)
    assert said["title"] == "Ms"
    assert said["variant"] == "large"
    assert said["address"] == ["14 Mill Road", "SALTMOUTH", "CO99 1AB"]


def test_nobody_says_an_address_then_there_is_none() -> None:
    said = first(sheet(row(home=())), "people")
    assert isinstance(said, dict)
    assert "address" not in said


def test_who_reads_a_language_speaks_it_unless_said_otherwise() -> None:
    for contact, languages in (
        ({"reads": "ur"}, {"speaks": "ur", "reads": "ur"}),
        ({"reads": "ur", "speaks": "pa"}, {"speaks": "pa", "reads": "ur"}),
        ({"speaks": "pa"}, {"speaks": "pa"}),
    ):
        said = first(sheet(row(contact=contact)), "people")
        assert isinstance(said, dict)
        assert said["languages"] == languages


def test_a_single_name_is_said_to_be_one() -> None:
    one = row(pupil={"legal_name": "Zoya"}, contact={"legal_name": "Asha"})
    one = replace(
        one,
        pupil=replace(one.pupil, single_name=True),
        contact=replace(one.contact, single_name=True),
    )
    made = sheet(one)
    for table in ("people", "pupils"):
        said = first(made, table)
        assert isinstance(said, dict)
        assert said["single_name"] == "true"


def test_attendance_goes_in_with_the_day_it_was_taken() -> None:
    figures = (Said("68", 4), Said("41", 5), Said("7", 6), Said("20", 7))
    counted = TypedAttendance(*figures, Said("2025-11-20", 8))
    said = first(sheet(row(contact=FATHER), replace(row(), attendance=counted)), "pupils")
    assert isinstance(said, dict)
    assert said["attendance"] == {
        "as_at": "2025-11-20",
        "certificate": {
            "ref": "roster-2025-11-20", "possible": "68", "attended": "41", "authorised": "7",
            "unauthorised": "20",
        },
    }  # fmt: skip


def links(made: Sheet) -> list[dict[str, str]]:
    said = plain(at(made.root, "links"))
    assert isinstance(said, list)
    return said


def test_who_died_stays_known_and_is_not_written_to() -> None:
    made = sheet(row(), row(contact={**FATHER, "deceased": "true"}, home=FATHER_HOME))
    assert [link["work_with"] for link in links(made)] == ["true", "false"]
    assert links(made)[1]["reason"] == "The school's list says that they have died."


def test_who_gets_no_letters_is_not_written_to() -> None:
    rows = (row(contact={"lives_with": "full"}), row(contact={**FATHER, "correspondence": "false"}))
    made = sheet(*rows)
    assert links(made)[0]["lives_with"] == "full"
    assert links(made)[1]["reason"] == "The school's list says that they get no letters."


def test_a_contact_who_is_nobodys_parent_is_no_person_of_the_case() -> None:
    made = sheet(row(), row(contact={**FATHER, "nobody": "yes"}))
    people = plain(at(made.root, "people"))
    assert isinstance(people, dict)
    assert len(people) == len(links(made)) == 1


def test_a_row_said_twice_makes_one_link() -> None:
    assert len(links(sheet(row(), row()))) == 1


def test_a_court_order_limits_letters_until_somebody_clears_it() -> None:
    made = sheet(row(), row(contact={**FATHER, "court_order": "true"}, home=FATHER_HOME))
    order = plain(at(made.root, "family", "court_orders", 0))
    assert isinstance(order, dict)
    assert order["person"] == links(made)[1]["person"]
    assert order["limits"] == ["contact", "correspondence"]


def test_who_is_protected_in_any_row_is_protected() -> None:
    sister = row(pupil={"legal_name": "Nura Rahman"}, contact={"protected": "true"})
    said = first(sheet(row(contact={"protected": "false"}), sister), "people")
    assert isinstance(said, dict)
    assert said["protected"] == "true"


def test_decisions_go_under_those_that_are_there() -> None:
    root = sheet(row()).root
    made = Decision("R-25", "m-1.p-1", "Asked", "st-2", dt.date(2025, 12, 1))
    assert with_decisions(root, ()) is root
    once = with_decisions(root, (made,))
    assert plain(at(with_decisions(once, (made,)), "decisions")) == 2 * [
        {"rule": "R-25", "about": "m-1.p-1", "reason": "Asked", "by": "st-2", "date": "2025-12-01"}
    ]
