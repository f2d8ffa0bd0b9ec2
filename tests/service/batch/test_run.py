"""A run over many families: each letter once, in its place and in the ledger, come what may."""

import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from batchwork import SMALL, families_in, letters_in, many, reopen
from officework import desk_in, office_in, write_template

from docgen.crew.local import LocalCrew
from docgen.errors import DocgenError
from docgen.model.batch import Outcome, Progress
from docgen.service import accounts
from docgen.service.batch.bench import Bench
from docgen.service.batch.history import adopted, found, history_of
from docgen.service.batch.resume import resume, unfinished
from docgen.service.batch.run import run
from docgen.service.batch.runs import open_run
from docgen.store.outbox import Outbox

TROUBLED = ("3 rejected", "4 refused", "5 bug")


def by_state(outcomes: list[Outcome]) -> Counter[str]:
    """Count outcomes."""
    return Counter(each.state for each in outcomes)


@pytest.mark.parametrize("processes", [1, 2])
def test_every_letter_is_made_recorded_and_delivered_once(tmp_path: Path, processes: int) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path / "")
    done = run(desk, families_in(office, *many(12)), SMALL, LocalCrew(processes))
    assert done.is_whole
    assert done.states == {"made": 24}
    letters = letters_in(office, done.run)
    assert len(letters) == len(set(letters)) == 24
    assert letters[0] == "b-1-1-invite-p-1-c-1-en-v1.docx"
    entries = accounts.list_entries(desk)
    assert sorted(entry.number for entry in entries) == sorted(
        f"b-{case}/{n}" for case in range(1, 13) for n in (1, 2)
    )
    assert {entry.run for entry in entries} == {done.run}
    assert accounts.verify(desk).head is not None
    assert not unfinished(desk)


def test_a_bad_case_never_stops_the_others(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    done = run(desk, families_in(office, *many(2), *TROUBLED, "6"), SMALL, LocalCrew())
    assert done.states == {"made": 7, "rejected": 1, "refused": 1, "failed": 1}
    outcomes = list(open_run(desk, done.run).outcomes())
    assert by_state(outcomes) == done.states
    told = {each.case: each for each in outcomes if each.state not in {"made", "refused"}}
    assert [each.rule for each in told["b-3"].findings] == ["school-nowhere"]
    [bug] = told["b-5"].findings
    assert bug.rule == "family-unexpected"
    assert "KeyError at batchwork:" in bug.message
    assert "quotes" not in bug.message
    assert told["b-5"].rows == (5,)


def test_a_letter_over_which_docgen_goes_wrong_is_told_and_not_issued(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    done = run(desk, families_in(office, "1", "2 unmakable", "3"), SMALL, LocalCrew())
    assert done.states == {"made": 4, "failed": 2}
    failed = [each for each in open_run(desk, done.run).outcomes() if each.state == "failed"]
    assert [each.case for each in failed] == ["b-2", "b-2"]
    assert failed[0].findings[-1].rule == "batch-unexpected"
    assert "KeyError at docgen." in failed[0].findings[-1].message


def test_a_family_that_can_be_judged_no_more_is_refused_alone(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    done = run(desk, families_in(office, "1 unreadable", "2"), SMALL, LocalCrew())
    assert done.states == {"made": 2, "refused": 2}
    refused = next(open_run(desk, done.run).outcomes())
    assert [each.rule for each in refused.findings] == ["casefile-rejected", "fields-due"]


def test_a_template_that_cannot_be_used_is_told_for_each_letter(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    write_template(office / "templates" / "wessex-vale" / "invite.docx", ("{{ nobody.knows }}",))
    done = run(desk, families_in(office, "1", "2"), SMALL, LocalCrew())
    assert done.states == {"refused": 4}
    assert done.is_whole


def test_one_archive_a_chunk_holds_the_same_letters(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    files, archives = office_in(tmp_path / "files"), office_in(tmp_path / "archives")
    one = run(desk_in(files), families_in(files, *many(6)), SMALL, LocalCrew())
    order = replace(SMALL, archive=True)
    other = run(desk_in(archives), families_in(archives, *many(6)), order, LocalCrew())
    assert letters_in(files, one.run) == letters_in(archives, other.run)
    home = archives / "output" / "batches" / other.run / "letters"
    assert sorted(path.name for path in home.glob("*.zip")) == ["00001.zip", "00002.zip"]
    with zipfile.ZipFile(home / "00002.zip") as package:
        assert package.testzip() is None
    name = letters_in(archives, other.run)[0]
    assert open_run(desk_in(archives), other.run).content(1, name).startswith(b"PK")
    assert open_run(desk_in(files), one.run).content(1, name).startswith(b"PK")


def test_letters_go_where_they_are_asked_to(tmp_path: Path) -> None:
    office, out = office_in(tmp_path / "office"), tmp_path / "post"
    desk = desk_in(office)
    done = run(desk, families_in(office, *many(3)), replace(SMALL, out=str(out)), LocalCrew())
    assert len(list((out / done.run / "00001").iterdir())) == 6
    assert open_run(desk, done.run).folder.place == str(out / done.run)
    assert resume(desk, done.run, LocalCrew(), reopen).is_whole


def test_letters_can_be_asked_for_in_another_format(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    done = run(desk, families_in(office, "1"), replace(SMALL, format="docx,pdf"), LocalCrew())
    assert done.states == {"refused": 2}, "this made-up template can't be a PDF"


def test_progress_is_told_in_letters(tmp_path: Path) -> None:
    office, told = office_in(tmp_path), list[Progress]()
    run(
        desk_in(tmp_path),
        families_in(office, *many(7), "8 rejected"),
        SMALL,
        LocalCrew(),
        told.append,
    )
    assert [(each.stage, each.letters, each.of) for each in told] == [
        ("fixed", 10, 0),
        ("fixed", 14, 0),
        ("delivered", 10, 14),
        ("delivered", 14, 14),
        ("done", 14, 14),
    ]
    assert told[2].per_second > 0
    assert told[2].left is not None
    assert told[-1].left == 0
    assert told[-1].stopped == 1


def test_what_was_issued_is_known_to_the_next_run(tmp_path: Path) -> None:
    office, source = office_in(tmp_path), families_in(tmp_path, *many(3))
    run(desk_in(office), source, SMALL, LocalCrew())
    again = run(desk_in(office), families_in(tmp_path, *many(4)), SMALL, LocalCrew())
    assert again.states == {"issued": 6, "made": 2}
    elsewhere = run(desk_in(office), replace(source, place="Room 5"), SMALL, LocalCrew())
    assert elsewhere.states == {"made": 8}
    papers = history_of(desk_in(office), "b-2")
    assert [(each.number, each.version) for each in papers] == [
        ("b-2/1", 1),
        ("b-2/2", 1),
        ("b-2/1", 2),
        ("b-2/2", 2),
    ]
    assert papers[2].replaces == "b-2/1-v1"
    places = found(desk_in(office), "b-2/1")
    assert [each.run for each in places] == sorted({each.run for each in places})
    assert not found(desk_in(office), "b-9/1")
    assert accounts.verify(desk_in(office)).head is not None


def test_a_run_of_nobody_is_whole(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    done = run(desk, families_in(office), SMALL, LocalCrew())
    assert done.is_whole
    assert done.states == {}
    assert resume(desk, done.run, LocalCrew(), reopen).is_whole


def test_without_an_office_nothing_is_run(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    desk = desk_in(office)
    nowhere = replace(desk, workspace=replace(desk.workspace, settings=None))
    with pytest.raises(DocgenError) as stopped:
        run(nowhere, families_in(office, "1"), SMALL, LocalCrew())
    assert stopped.value.code == "workspace-needed"


def test_a_run_shows_each_family_as_it_was_fixed(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    done = run(desk, families_in(office, *many(7), "8 rejected"), SMALL, LocalCrew())
    shown = open_run(desk, done.run)
    families = [fixed for chunk in shown.chunks for fixed in shown.cases(desk, chunk)]
    assert [fixed.case for fixed in families] == [f"b-{n}" for n in range(1, 9)]
    assert [job.recipient for job in families[0].jobs] == ["p-1", "p-2"]
    case = shown.case(Bench(desk), families[1])
    assert case.people["p-1"].legal_name == "Asha Rahman"
    assert [paper.number for paper in case.issued] == ["b-2/1", "b-2/2"]


def test_other_commands_leave_batches_alone(tmp_path: Path) -> None:
    office, desk = office_in(tmp_path), desk_in(tmp_path)
    done = run(desk, families_in(office, *many(2)), SMALL, LocalCrew())
    assert Outbox(office / "output", office).recover(lambda _run: False) == ()
    assert len(letters_in(office, done.run)) == 4
    assert adopted(desk) == {"fam-0001"}


def test_a_register_that_is_gone_is_made_anew_from_the_runs(tmp_path: Path) -> None:
    office, source = office_in(tmp_path), families_in(tmp_path, *many(6))
    run(desk_in(office), source, SMALL, LocalCrew())
    before = history_of(desk_in(office), "b-4")
    (office / "output" / "batches" / "register.db").unlink()
    assert history_of(desk_in(office), "b-4") == ()
    again = run(desk_in(office), source, SMALL, LocalCrew())
    assert again.states == {"issued": 12}
    assert history_of(desk_in(office), "b-4") == before
