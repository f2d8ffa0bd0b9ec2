"""Rows of a roster become families, whoever they are; the same again next time."""

import random
from contextlib import closing
from pathlib import Path

import pytest
from familywork import FATHER, FATHER_HOME, KEY, TABLE, gathered, row, upn

from docgen.errors import DiskTrouble
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.typed_row import TypedRow
from docgen.store.gather import Gathering
from docgen.store.imports import Imports
from docgen.store.sets import Sets

SISTER = {"legal_name": "Nura Rahman", "date_of_birth": "2014-09-01"}


def numbers(*rows: TypedRow) -> list[tuple[int, ...]]:
    return [family.numbers for family in gathered(*rows)]


def father(number: int, **contact: str) -> TypedRow:
    return row(number, contact={**FATHER, **contact}, home=FATHER_HOME)


def test_sets_are_called_by_their_lowest_number() -> None:
    sets = Sets(5)
    sets.join(4, 2)
    sets.join(2, 1)
    sets.join(1, 4)
    assert [sets.of(number) for number in range(5)] == [0, 1, 1, 3, 1]


def test_a_pupil_with_two_parents_is_one_family() -> None:
    (family,) = gathered(row(2), father(3))
    assert family.numbers == (2, 3)
    assert (len(family.pupils), len(family.people)) == (1, 2)


def test_siblings_share_a_parent_wherever_their_rows_stand() -> None:
    other = row(3, pupil={"legal_name": "Adam Khan"}, contact=FATHER, home=FATHER_HOME)
    families = gathered(row(2), other, row(4, pupil=SISTER))
    assert [family.numbers for family in families] == [(2, 4), (3,)]
    assert len(families[0].people) == 1


@pytest.mark.parametrize(
    "alike",
    [{"id": "K1"}, {"phone": "+44 7700 900101"}, {"email": "ASHA@mail.example"}],
)
def test_the_same_parent_is_found_by_id_phone_or_email(alike: dict[str, str]) -> None:
    mother = {"id": "K1", "phone": "07700 900101", "email": "asha@mail.example"}
    one = row(2, contact=mother, home=())
    other = row(3, pupil=SISTER, contact={"id": "", **alike}, home=())
    assert numbers(one, other) == [(2, 3)]


def test_the_same_parent_is_found_by_address_even_with_two_ids() -> None:
    assert numbers(row(2), row(3, pupil=SISTER, contact={"id": "K7"})) == [(2, 3)]


def test_people_of_another_name_are_other_people_whatever_they_share() -> None:
    other = row(3, pupil=SISTER, contact={"legal_name": "Amina Rahman"})
    assert numbers(row(2), other) == [(2,), (3,)]


def test_nobodys_parent_joins_no_families() -> None:
    worker = {"legal_name": "Carol Nolan", "nobody": "yes", "id": "K5"}
    one, other = row(4, contact=worker), row(5, pupil=SISTER, contact=worker)
    assert numbers(row(2), one) == [(2, 4)]
    assert numbers(one, other) == [(4,), (5,)]


def test_a_row_without_upn_belongs_to_the_pupil_of_that_name_and_birth() -> None:
    assert numbers(row(2, pupil={"upn": upn(1)}), father(3)) == [(2, 3)]


def test_one_upn_is_one_pupil_even_under_another_name() -> None:
    other = row(3, pupil={"upn": upn(1), "legal_name": "Zoya Karim"}, contact=FATHER, home=())
    (family,) = gathered(row(2, pupil={"upn": upn(1)}), other)
    assert len(family.pupils) == 1


def test_pupils_of_two_schools_are_two_cases() -> None:
    with closing(Gathering(TABLE, KEY, Imports(Path("nowhere.db")))) as gathering:
        gathering.add(row(2), "s-2")
        gathering.add(row(3, pupil=SISTER), "s-1")
        assert len(gathering) == 2
        families = list(gathering.families())
    assert [(family.school, family.numbers) for family in families] == [
        ("s-1", (3,)),
        ("s-2", (2,)),
    ]


def test_families_may_be_asked_for_again() -> None:
    with closing(Gathering(TABLE, KEY, Imports(Path("nowhere.db")))) as gathering:
        for each in (row(2), father(3), row(4, pupil=SISTER)):
            gathering.add(each, "")
        assert list(gathering.families()) == list(gathering.families())


def test_keys_hang_on_the_people_not_on_the_order_of_rows() -> None:
    rows = [
        row(number, pupil={"upn": upn(number)}, contact={"id": f"K{number}", "phone": ""}, home=())
        for number in range(2, 30)
    ]
    cases = {family.numbers: family.case for family in gathered(*rows)}
    random.Random(7).shuffle(rows)  # noqa: S311 - any order will do
    assert {family.numbers: family.case for family in gathered(*rows)} == cases
    assert len(set(cases.values())) == 28
    assert all(case.startswith("b-") and len(case) == 18 for case in cases.values())


def test_keys_under_another_office_key_are_others() -> None:
    with closing(Gathering(TABLE, b"another", Imports(Path("nowhere.db")))) as gathering:
        gathering.add(row(2), "")
        (other,) = gathering.families()
    (one,) = gathered(row(2))
    assert one.case != other.case
    assert one.pupils != other.pupils


def test_what_was_asked_of_a_row_is_about_its_parent_and_pupil() -> None:
    asked = Finding("cell-title-differs", Severity.WARNING, "m", "r")
    told = Finding("cell-phone", Severity.INFORMATION, "m", "r")
    neighbour = row(3, contact={**FATHER, "nobody": "yes"})
    (family,) = gathered(row(2), neighbour, findings={2: (asked, told), 3: (asked,)})
    (found,) = family.of_rows
    assert found.stage is Stage.ANY
    assert found.about == (family.people[0], family.pupils[0])


def test_rows_behind_a_letter_are_those_of_its_parent_and_pupil() -> None:
    (family,) = gathered(row(2), father(3), row(4, pupil=SISTER))
    mother, _ = family.people
    zoya, nura = family.pupils
    assert family.rows_of(mother, nura) == (4,)
    assert family.rows_of(mother, None) == (2, 4)
    assert family.rows_of(None, zoya) == (2, 3)


def test_people_keep_their_keys_when_more_becomes_known(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    (before,) = gathered(row(2), imports=memory)
    later = row(2, pupil={"upn": upn(1)}, contact={"id": "K77"})
    (after,) = gathered(later, row(3, pupil=SISTER, contact={"id": "K77"}), imports=memory)
    assert after.case == before.case
    assert after.pupils[0] == before.pupils[0]
    assert after.people == before.people
    moved = row(2, pupil={"upn": upn(1), "legal_name": "Zoya Khan"}, contact={"id": "K77"}, home=())
    (last,) = gathered(moved, imports=memory)
    assert (last.case, last.pupils[0], last.people) == (
        before.case,
        before.pupils[0],
        before.people,
    )


def test_a_parent_without_an_id_who_moved_is_the_same_and_not_gone(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    nameless = {"id": ""}
    (before,) = gathered(row(2, contact=nameless), father(3, id=""), imports=memory)
    moved = row(2, contact=nameless, home=("1 New Street", "CO99 2ZZ"))
    (after,) = gathered(moved, father(3, id=""), imports=memory)
    assert (after.people, after.vanished) == (before.people, ())


def test_of_two_of_one_name_each_keeps_the_key_whoever_comes_first(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    mother = row(2, contact={"id": ""})
    (before,) = gathered(mother, imports=memory)
    namesake = row(3, contact={"id": ""}, home=("1 New Street", "CO99 2ZZ"))
    (both,) = gathered(namesake, mother, imports=memory)
    assert both.related[1].person == before.people[0]
    assert len(set(both.people)) == 2


def test_a_family_that_falls_apart_keeps_one_case_id_and_gets_another(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    (before,) = gathered(row(2), row(3, pupil=SISTER), imports=memory)
    one, other = gathered(row(2), row(3, pupil=SISTER, contact=FATHER, home=()), imports=memory)
    assert one.case == before.case
    assert other.case != before.case
    assert (one.former, other.former) == ((), (before.case,))
    (again,) = gathered(row(2), row(3, pupil=SISTER), imports=memory)
    assert again.case == before.case
    assert again.former == (other.case,)
    (alone,) = gathered(row(3, pupil=SISTER, contact=FATHER, home=()), imports=memory)
    assert alone.case == before.case


@pytest.mark.parametrize("number", range(6))
def test_whichever_family_keeps_the_id_the_other_gets_one(tmp_path: Path, number: int) -> None:
    memory = tmp_path / "imports.db"
    sister = {"legal_name": f"Nura {'I' * number}x", "date_of_birth": "2014-09-01"}
    gathered(row(2), row(3, pupil=sister), imports=memory)
    apart = gathered(row(2), row(3, pupil=sister, contact=FATHER, home=()), imports=memory)
    assert len({family.case for family in apart}) == 2
    turned = gathered(row(3, pupil=sister, contact=FATHER, home=()), row(2), imports=memory)
    assert {family.case for family in turned} == {family.case for family in apart}


def test_pupils_once_taken_for_one_get_keys_of_their_own(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    gathered(row(2, pupil={"upn": upn(1)}), father(3), imports=memory)
    both = (row(2, pupil={"upn": upn(1)}), row(3, pupil={"upn": upn(2)}))
    (family,) = gathered(*both, imports=memory)
    assert len(set(family.pupils)) == 2


def test_a_parent_who_stood_in_the_last_import_and_is_gone_is_known_to_be(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    (before,) = gathered(row(2), father(3), imports=memory)
    (now,) = gathered(row(2), imports=memory)
    assert now.vanished == ((before.pupils[0], before.people[1]),)
    (still,) = gathered(row(2), imports=memory, gone=("p-1.c-1",))
    assert still.vanished == now.vanished
    (pupil, person) = now.vanished[0]
    gathered(row(2), imports=memory, gone=(f"{person}.{pupil}",))
    (confirmed,) = gathered(row(2), imports=memory)
    assert confirmed.vanished == ()


def test_all_who_are_gone_may_be_confirmed_at_once(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    gathered(row(2), father(3), imports=memory)
    gathered(row(2), imports=memory, gone=("all",))
    (confirmed,) = gathered(row(2), imports=memory)
    assert confirmed.vanished == ()


def test_who_was_taken_out_beside_one_child_is_gone_there_alone(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    both = row(4, pupil=SISTER, contact=FATHER, home=FATHER_HOME)
    (before,) = gathered(row(2), father(3), row(5, pupil=SISTER), both, imports=memory)
    (now,) = gathered(row(2), row(5, pupil=SISTER), both, imports=memory)
    assert now.vanished == ((before.pupils[0], before.people[1]),)


def test_a_roster_of_some_pupils_forgets_no_others(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    khan = row(4, pupil={"legal_name": "Adam Khan"}, contact=FATHER, home=FATHER_HOME)
    khan_too = row(5, pupil={"legal_name": "Adam Khan"}, contact={"id": "K9"}, home=())
    gathered(row(2), khan, khan_too, imports=memory)
    gathered(row(2), imports=memory)
    *_, family = gathered(row(2), khan, imports=memory)
    assert len(family.vanished) == 1


def test_nobody_can_read_a_name_in_what_is_remembered(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    gathered(row(2, pupil={"upn": upn(1)}), imports=memory)
    content = memory.read_bytes().lower()
    for words in (b"rahman", b"asha", b"mill road", upn(1).lower().encode(), b"2012-02-28"):
        assert words not in content


def test_rows_that_find_no_room_are_told() -> None:
    gathering = Gathering(TABLE, KEY, Imports(Path("nowhere.db")))
    gathering.close()
    with pytest.raises(DiskTrouble) as told:
        gathering.add(row(2), "")
    assert told.value.code == "gathering-stopped"
    with pytest.raises(DiskTrouble):
        list(gathering.families())


def test_a_memory_that_is_damaged_is_told(tmp_path: Path) -> None:
    memory = tmp_path / "imports.db"
    memory.write_bytes(b"this is no database" * 100)
    with pytest.raises(DiskTrouble) as told:
        gathered(row(2), imports=memory)
    assert told.value.code == "imports-unreadable"
    with pytest.raises(DiskTrouble) as told:
        Imports(memory).remember((), (), (), ())
    assert told.value.code == "imports-unreadable"
