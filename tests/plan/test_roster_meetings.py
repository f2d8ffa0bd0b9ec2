"""Who comes together to which meeting, and what the meeting is called."""

from familywork import FATHER, FATHER_HOME, bare_frame, frame, gathered, row, upn

from docgen.model.typed_row import TypedRow
from docgen.plan.roster_meetings import meetings_of

SISTER = {"legal_name": "Nura Rahman", "date_of_birth": "2014-09-01", "year_group": "7"}
HALF_BROTHER = {"legal_name": "Adam Karim", "date_of_birth": "2015-10-01"}


def met(*rows: TypedRow, text: str | None = None) -> list[tuple[str, int, int]]:
    (family,) = gathered(*rows)
    made = meetings_of(family, frame(text) if text else frame())
    return [(each.key, len(each.pupils), len(each.invited)) for each in made]


def father(**pupil: str) -> TypedRow:
    return row(pupil=pupil, contact=FATHER, home=FATHER_HOME)


def test_without_a_word_about_meetings_there_is_none() -> None:
    (family,) = gathered(row())
    assert meetings_of(family, bare_frame()) == ()


def test_both_parents_come_to_one_meeting_about_all_their_children() -> None:
    rows = (row(), father(), row(pupil=SISTER), father(**SISTER))
    assert met(*rows) == [("m-20251208", 2, 2)]


def test_children_with_other_parents_have_meetings_of_their_own() -> None:
    (family,) = gathered(row(), father(), father(**HALF_BROTHER))
    zoya, adam = (key.partition("-")[2][:6] for key in family.pupils)
    assert met(row(), father(), father(**HALF_BROTHER)) == [
        (f"m-20251208-1530-{zoya}", 1, 2),
        (f"m-20251208-1530-{adam}", 1, 1),
    ]


def test_hours_that_rows_say_go_before_the_frames_and_name_the_meetings() -> None:
    early = row(meeting={"time": "09:00"})
    late = row(pupil=SISTER, meeting={"time": "16:15"})
    assert met(early, late) == [("m-20251208-0900", 1, 1), ("m-20251208-1615", 1, 1)]


def test_another_day_is_another_meeting() -> None:
    later = row(pupil=SISTER, meeting={"date": "2025-12-09"})
    assert met(row(), later) == [("m-20251208", 1, 1), ("m-20251209", 1, 1)]


def test_rows_alone_may_say_when_to_meet() -> None:
    (family,) = gathered(row(meeting={"date": "2025-12-09", "time": "09:00"}))
    (only,) = meetings_of(family, bare_frame())
    assert (only.key, only.row) == ("m-20251209", family.numbers[0])


def test_a_meeting_without_a_day_still_has_a_key() -> None:
    assert met(row(), text="meeting: {place: Room 4}\n") == [("m-0", 1, 1)]


def test_who_must_be_kept_apart_is_met_alone() -> None:
    for flag in ("court_order", "protected"):
        rows = (row(), row(contact={**FATHER, flag: "true"}, home=FATHER_HOME))
        (first, *_), (second, *_) = met(*rows)
        assert first.startswith("m-20251208-1530-")
        assert second == f"{first}-2"


def test_many_apart_at_one_hour_have_keys_of_their_own() -> None:
    others = [
        row(contact={**FATHER, "id": f"K{n}", "legal_name": name, "protected": "true"}, home=())
        for n, name in enumerate(("Bilal Karim", "Carol Karim", "Dipa Karim"), 3)
    ]
    keys = [key for key, _, _ in met(*others, text="meeting: {date: 2025-12-08}\n")]
    assert keys == [keys[0], f"{keys[0]}-2", f"{keys[0]}-3"]


def test_nobody_who_died_or_gets_no_letters_is_invited() -> None:
    dead = row(contact={**FATHER, "deceased": "true"}, home=FATHER_HOME)
    silent = row(contact={**FATHER, "correspondence": "false"}, home=FATHER_HOME)
    spoken = row(contact={**FATHER, "correspondence": "true"}, home=FATHER_HOME)
    assert met(row(), dead) == met(row(), silent) == [("m-20251208", 1, 1)]
    assert met(row(), spoken) == [("m-20251208", 1, 2)]


def test_who_is_nobodys_parent_is_not_invited() -> None:
    assert met(row(), row(contact={**FATHER, "nobody": "yes"})) == [("m-20251208", 1, 1)]


def test_a_pupils_rows_with_one_parent_twice_make_one_invitation() -> None:
    assert met(row(pupil={"upn": upn(1)}), row(pupil={"upn": upn(1)})) == [("m-20251208", 1, 1)]
