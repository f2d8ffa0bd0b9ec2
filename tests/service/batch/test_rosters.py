"""A roster is opened with its frame, or it is told why not; reopened, it gives the same."""

import pickle
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from familywork import (
    COLUMNS,
    FRAME,
    TWO_PARENTS,
    asked,
    desk,
    line,
    put_roster,
    roster_office,
)
from officework import SCHOOL

from docgen.errors import CasefileRejected, DocgenError, UsageTrouble
from docgen.service.batch.rosters import Asked, open_source, reopen
from docgen.store.mappings import mapping_path
from docgen.store.roster.handing_back import hand_back


def office_of(folder: Path, frame: str = FRAME) -> Path:
    return roster_office(
        folder / "office", *TWO_PARENTS, line(2, Forename="Nura"), frame_text=frame
    )


def refused(office: Path, wanted: Asked) -> DocgenError:
    with pytest.raises(DocgenError) as told:
        open_source(desk(office), wanted)
    return told.value


def test_reopened_from_copies_it_gives_the_same_families_judged_alike(tmp_path: Path) -> None:
    office = office_of(tmp_path, FRAME + "accept: {R-25: Asked}\n")
    maps = ("Title=ignore",)
    here = desk(office)
    with closing(open_source(here, asked(office, corrections=maps))) as source:
        before = list(source.families())
        judge, recipe, originals = source.judge, source.recipe, source.originals
    copies = tmp_path / "copies"
    copies.mkdir()
    for name, path in originals.items():
        copyfile(path, copies / name)
    put_roster(office, line(9))
    (office / "frame.yaml").unlink()
    with closing(reopen(here, copies, recipe)) as again:
        after = list(again.families())
        made = [again.judge(here, family) for family in after]
    assert after == before
    assert made == [judge(here, family) for family in before]
    assert pickle.loads(pickle.dumps(judge)) == judge  # noqa: S301 - as the crew does
    assert pickle.loads(pickle.dumps(before)) == before  # noqa: S301 - as above


def test_a_workbook_reopened_is_called_as_before(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    path = hand_back(office / "people.csv", (), office / "people.xlsx")
    here = desk(office)
    with closing(open_source(here, asked(office, path=path))) as source:
        name, recipe = source.table.name, source.recipe
        copyfile(path, tmp_path / "roster.xlsx")
        copyfile(office / "frame.yaml", tmp_path / "frame.yaml")
    with closing(reopen(here, tmp_path, recipe)) as again:
        assert again.table.name == name == "people.xlsx sheet Rows"


def test_what_was_said_of_columns_is_remembered(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    with closing(open_source(desk(office), asked(office, corrections=("Title=ignore",)))) as told:
        assert mapping_path(desk(office).workspace, told.table).is_file()
    with closing(open_source(desk(office), asked(office))) as again:
        assert again.matched.columns.of("contact.title") is None


def test_a_family_with_a_casefile_of_its_own_is_left_to_it(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    with closing(open_source(desk(office), asked(office))) as source:
        (family,) = source.families()
        (office / "casefiles" / f"{family.case}.yaml").write_text("schema: 1\n", "utf-8")
        assert source.left_out == 0
        for _ in range(2):
            assert list(source.families()) == []
            assert source.left_out == 1


def test_without_a_frame_the_settings_say_whose_paper_it_is(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    with closing(open_source(desk(office), Asked(office / "people.csv"))) as source:
        assert source.frame.authority == "wessex-vale"
        assert list(source.originals) == ["roster.csv"]
        source.settled()


def test_a_frame_needs_no_authority_where_the_settings_name_it(tmp_path: Path) -> None:
    office = office_of(tmp_path, FRAME.replace("authority: wessex-vale\n", ""))
    with closing(open_source(desk(office), asked(office))) as source:
        assert source.frame.authority == "wessex-vale"


def test_a_file_that_is_no_list_of_people_is_refused(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    (office / "people.csv").write_bytes(b"")
    told = refused(office, asked(office))
    assert (told.code, type(told)) == ("roster-unread", CasefileRejected)
    assert told.findings


def test_columns_that_dont_tell_who_is_who_are_refused(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    put_roster(office, "1,2", "3,4", columns="Colour,Height")
    told = refused(office, asked(office))
    assert told.code == "roster-columns"
    assert told.findings


@pytest.mark.parametrize(
    ("frame", "line_of_it"),
    [
        (FRAME + "authority_name: x\n", 10),
        (FRAME.replace("chair: st-2", "chair: st-7"), 6),
        (FRAME.replace("date: 2025-12-08", "date: 8/12/2025"), 6),
        (FRAME.replace("adjustments: []", "adjustment: []"), 7),
        (FRAME.replace("explained: 2025-11-20", "explained: soon"), 9),
        (FRAME.replace("what: Breakfast club, ", ""), 5),
        ("people: {}\n", 1),
        ("meeting: [\n", 2),
    ],
)
def test_what_is_wrong_in_the_frame_is_told_before_any_family(
    tmp_path: Path, frame: str, line_of_it: int
) -> None:
    office = office_of(tmp_path, frame)
    told = refused(office, asked(office))
    assert told.code == "frame-faulty"
    place = told.findings[0].place
    assert place is not None
    assert (place.file, place.line) == ("frame.yaml", line_of_it)


def test_a_school_named_on_the_command_line_goes_before_the_frames(tmp_path: Path) -> None:
    office = office_of(tmp_path, FRAME + "school: s-1\n")
    told = refused(office, asked(office, school="s-8"))
    assert [each.rule for each in told.findings] == ["school-nowhere"]


def test_with_several_schools_something_must_say_which(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    (office / "schools" / "s-2.yaml").write_text(SCHOOL, "utf-8")
    assert refused(office, asked(office)).code == "school-unsaid"
    with closing(open_source(desk(office), asked(office, school="s-2"))) as source:
        (family,) = source.families()
        tree = source.judge(desk(office), family).tree
    assert tree is not None
    assert tree["school"] == "s-2"


def test_a_school_that_cant_be_read_is_told_at_once(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    (office / "schools" / "s-1.yaml").write_text("name: [", "utf-8")
    told = refused(office, asked(office))
    assert told.findings[0].place is not None
    assert told.findings[0].place.file == "schools/s-1.yaml"


def test_a_reason_without_its_rule_is_told(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    told = refused(office, asked(office, accept=("because I say so",)))
    assert (told.code, type(told)) == ("accept-form", UsageTrouble)


def test_somebody_gone_who_is_not_named_by_keys_is_told(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    told = refused(office, asked(office, gone=("Mr Khan",)))
    assert (told.code, type(told)) == ("gone-form", UsageTrouble)


def test_a_kind_that_the_pack_hasnt_got_is_told(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    assert refused(office, asked(office, kinds=("invoice",))).family == "usage"


def test_a_sheet_with_headings_alone_has_no_families(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    put_roster(office)
    assert COLUMNS.startswith("UPN")
    assert refused(office, asked(office)).code == "roster-unread"
