"""Plain mail merge: any template, any sheet, one recorded file a row."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lintwork import template
from mailwork import (
    HEADINGS,
    LINES,
    ROWS,
    ask_in,
    desk,
    files,
    folder,
    ledger,
    many,
    merge,
    rules,
    texts,
    write,
)
from officework import desk_in, office_in
from openpyxl import Workbook, load_workbook
from wordfiles import letter, paras

from docgen.crew.local import Lost
from docgen.errors import CasefileRejected, DiskTrouble, TemplateRejected, UsageTrouble
from docgen.model.batch import Progress
from docgen.model.entry import Entry
from docgen.model.roster import Table
from docgen.service.accounts import list_entries
from docgen.service.batch import word, word_plan
from docgen.service.batch.word import merge_rows
from docgen.service.batch.word_chunk import Brief, Halted, Letter
from docgen.service.batch.word_pace import Pace
from docgen.service.batch.word_plan import Counts
from docgen.store.archives import member
from docgen.store.letterbox import letterbox
from docgen.store.rowbook import Kept


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a folder with a template and three rows."""
    return folder(tmp_path / "work")


def test_each_row_becomes_a_file_named_by_its_number(place: Path) -> None:
    merged = merge(place)
    assert files(place) == ["row-000002.docx", "row-000003.docx", "row-000004.docx"]
    assert texts(place, "row-000002.docx") == ["Dear Ann O'Neill & Co,", "Zoë is in year 9."]
    assert texts(place, "row-000003.docx")[0] == "Dear Bob <b>,"
    assert (merged.counts.rows, merged.counts.made, merged.counts.refused) == (3, 3, 0)
    assert ledger(place) == [("1", 1, "docx"), ("2", 1, "docx"), ("3", 1, "docx")]
    assert merged.head is not None
    assert merged.head.count == 3


def test_files_are_named_by_a_column_and_none_alike(place: Path) -> None:
    write(place, ["A/1,a,b,1", "a-1,c,d,2", "CON,e,f,3", "a-1-2,g,h,4"])
    merged = merge(place, name="UPN")
    assert files(place) == ["A-1.docx", "_CON.docx", "a-1-2-2.docx", "a-1-2.docx"]
    assert rules(merged) == {"rows-name-shared": [(3, 1), (5, 1)]}
    assert merged.counts.made == 4


def test_a_bad_row_stops_no_other_and_its_cell_is_named(place: Path) -> None:
    write(place, [ROWS[0], "A2,,Yusuf,8", ROWS[2], ",Cy,Mia,7"])
    merged = merge(place, name="UPN")
    assert files(place) == ["A1.docx", "A3.docx"]
    assert rules(merged) == {"rows-cell-empty": [(3, 2)], "rows-name-empty": [(5, 1)]}
    assert (merged.counts.made, merged.counts.refused) == (2, 2)


def test_the_sheet_is_handed_back_with_the_bad_cells_marked(place: Path) -> None:
    write(place, [ROWS[0], "A2,,Yusuf,8"])
    merged = merge(place, marked=place / "marked.xlsx")
    assert merged.marked == place / "marked.xlsx"
    sheet = load_workbook(place / "marked.xlsx").worksheets[0]
    assert "is empty here" in str(sheet["B3"].comment.text)
    write(place, ROWS)
    assert merge(place, marked=place / "none.xlsx").marked is None


def test_the_sheet_that_was_handed_back_may_be_mended_and_merged_in_place_of_the_first(
    place: Path,
) -> None:
    write(place, [ROWS[0], "A2,,Yusuf,8"])
    marked, other = place / "marked.xlsx", place / "other.xlsx"
    merge(place, marked=marked)
    other.write_bytes(marked.read_bytes())
    with pytest.raises(UsageTrouble, match="another template or sheet"):
        merge(place, rows=other)
    book = load_workbook(marked)
    book.worksheets[0]["B3"] = "Bea"
    book.save(marked)
    merged = merge(place, rows=marked)
    assert (merged.counts.made, merged.counts.standing) == (1, 1)
    assert files(place) == ["row-000002.docx", "row-000003.docx"]


def test_a_mended_row_is_made_and_the_others_are_left_alone(place: Path) -> None:
    write(place, [ROWS[0], "A2,,Yusuf,8", ROWS[2]])
    merge(place)
    before = (place / "out" / "row-000002.docx").stat().st_mtime_ns
    write(place, ROWS)
    merged = merge(place)
    assert (merged.counts.made, merged.counts.standing) == (1, 2)
    assert (place / "out" / "row-000002.docx").stat().st_mtime_ns == before
    assert len(ledger(place)) == 3


def test_the_same_command_again_makes_nothing_twice(place: Path) -> None:
    merge(place)
    merged = merge(place)
    assert (merged.counts.made, merged.counts.standing) == (0, 3)
    assert len(ledger(place)) == 3


def test_a_changed_row_is_version_two_and_the_first_stays(place: Path) -> None:
    merge(place, name="UPN")
    write(place, [ROWS[0], "A2,Bob,Yusuf,9", ROWS[2]])
    assert merge(place, name="UPN").counts.made == 1
    assert files(place) == ["A1.docx", "A2-v2.docx", "A2.docx", "A3.docx"]
    assert ledger(place)[-1] == ("2", 2, "docx")
    assert merge(place, name="UPN").counts.standing == 3


def test_columns_may_move_and_rows_may_come_in_between(place: Path) -> None:
    merge(place, name="UPN")
    (place / "people.csv").write_text(
        "Year,UPN,Pupil name,Parent name\n8,A2,Yusuf,Bob <b>\n5,A9,New,Di\n"
        "9,A1,Zoë,Ann O'Neill & Co\n",
        "utf-8",
    )
    merged = merge(place, name="UPN")
    assert (merged.counts.made, merged.counts.standing) == (1, 2)


def test_a_file_that_is_gone_or_spoilt_is_made_again_and_recorded_once(place: Path) -> None:
    merge(place)
    out = place / "out"
    (out / "row-000002.docx").unlink()
    (out / "row-000003.docx").write_bytes(b"cut off")
    merged = merge(place)
    assert merged.counts.made == 2
    assert len(ledger(place)) == 3
    assert texts(place, "row-000003.docx")[0] == "Dear Bob <b>,"
    assert (out / "row-000003-kept-1.docx").read_bytes() == b"cut off"
    (notice,) = merged.notices
    assert notice.endswith("it is kept as row-000003-kept-1.docx, and was made anew.")
    (out / "row-000003.docx").write_bytes(b"once more")
    assert merge(place).counts.made == 1
    assert (out / "row-000003-kept-2.docx").read_bytes() == b"once more"


def test_a_letter_that_now_comes_out_otherwise_is_the_next_version(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merge(place)
    (place / "out" / "row-000002.docx").unlink()

    def of_an_older_docgen(*given: Any) -> Letter:  # noqa: ANN401 - as a letter takes them
        return replace(Letter(*given), before=("0" * 64,))

    monkeypatch.setattr(word_plan, "Letter", of_an_older_docgen)
    assert merge(place).counts.made == 1
    assert ledger(place)[-1] == ("1", 2, "docx")


def test_a_file_from_elsewhere_is_never_written_over(place: Path) -> None:
    (place / "out").mkdir()
    (place / "out" / "row-000002.docx").write_bytes(b"somebody's own")
    merged = merge(place)
    assert (place / "out" / "row-000002.docx").read_bytes() == b"somebody's own"
    assert rules(merged) == {"rows-file-there": [(2, 0)]}
    assert (merged.counts.made, merged.counts.refused) == (2, 1)
    (place / "out" / "row-000002.docx").unlink()
    assert merge(place).counts.made == 1


def test_an_archive_from_elsewhere_is_left_alone(place: Path) -> None:
    (place / "out").mkdir()
    (place / "out" / "letters-00001.zip").write_bytes(b"somebody's own")
    merge(place, archive=True)
    assert files(place) == ["letters-00001.zip", "letters-00002.zip"]
    assert (place / "out" / "letters-00001.zip").read_bytes() == b"somebody's own"


def test_letters_may_lie_beside_template_and_sheet(place: Path) -> None:
    write(place, ["letter,Ann,Zoë,9", "people,Bob,Mia,8"])
    merged = merge(place, out=place, name="UPN")
    assert rules(merged) == {"rows-file-there": [(2, 1)]}
    assert (place / "people.docx").exists()


def test_a_folder_is_for_one_template_and_one_sheet(place: Path) -> None:
    merge(place)
    (place / "other.docx").write_bytes(letter(*LINES))
    with pytest.raises(UsageTrouble) as refused:
        merge(place, template=place / "other.docx")
    assert refused.value.code == "rows-other-folder"


def test_a_template_that_was_mended_makes_all_letters_anew(place: Path) -> None:
    merge(place)
    (place / "letter.docx").write_bytes(letter("Hello {{ parent_name }}"))
    assert merge(place).counts.made == 3
    assert texts(place, "row-000002-v2.docx") == ["Hello Ann O'Neill & Co"]


def test_letters_may_go_into_archives(place: Path) -> None:
    merge(place, archive=True, name="UPN")
    assert files(place) == ["letters-00001.zip"]
    assert texts(place, "A2.docx", "letters-00001.zip")[0] == "Dear Bob <b>,"
    assert merge(place, archive=True, name="UPN").counts.standing == 3
    (place / "out" / "letters-00001.zip").unlink()
    assert merge(place, archive=True, name="UPN").counts.made == 3
    assert files(place) == ["letters-00002.zip"]
    assert merge(place, archive=True, name="UPN").counts.standing == 3
    assert len(ledger(place)) == 3


def test_a_changed_row_comes_in_an_archive_of_its_own(place: Path) -> None:
    merge(place, archive=True, name="UPN")
    write(place, [ROWS[0], "A2,Bob,Yusuf,9", ROWS[2]])
    merge(place, archive=True, name="UPN")
    assert files(place) == ["letters-00001.zip", "letters-00002.zip"]
    assert texts(place, "A2-v2.docx", "letters-00002.zip")[0] == "Dear Bob,"


def test_archives_hold_the_same_letters_as_files(place: Path) -> None:
    merge(place)
    merge(place, archive=True, out=place / "packed")
    for name in files(place):
        packed = member(place / "packed" / "letters-00001.zip", name)
        assert packed == (place / "out" / name).read_bytes()


@pytest.mark.parametrize(("written", "endings"), [("pdf", 1), ("docx,pdf", 2)])
def test_letters_may_be_pdfs_too(tmp_path: Path, written: str, endings: int) -> None:
    place = folder(tmp_path / "pdfs", ROWS[:2])
    (place / "letter.docx").write_bytes(template(paras(*LINES)))
    merge(place, format=written)
    assert len(files(place)) == 2 * endings
    assert (place / "out" / "row-000002.pdf").read_bytes().startswith(b"%PDF-")
    assert ledger(place)[:endings] == [("1", 1, each) for each in ("docx", "pdf")[2 - endings :]]
    assert merge(place, format=written).counts.standing == 2


def test_a_letter_that_can_be_no_pdf_is_told_and_stops_no_other(tmp_path: Path) -> None:
    place = folder(tmp_path / "glyphs", ["A1,Ann,Zoë,9", "A2,\U00013000,Yusuf,8"])
    (place / "letter.docx").write_bytes(template(paras(*LINES)))
    merged = merge(place, format="pdf")
    assert files(place) == ["row-000002.pdf"]
    assert rules(merged) == {"rows-row-unfit": [(3, 0)]}


def test_a_row_that_the_template_can_do_nothing_with_is_told(tmp_path: Path) -> None:
    place = folder(tmp_path / "odd", lines=("{{ year | round }}",))
    merged = merge(place)
    assert rules(merged) == {"rows-row-unfit": [(2, 0), (3, 0), (4, 0)]}
    (told,) = (each for each in merged.told if each.rule == "rows-row-unfit")
    assert "9" not in told.shown[0].message
    assert files(place) == []


def test_columns_that_do_not_fit_are_all_told_before_anything_is_made(place: Path) -> None:
    write(place, ROWS, "UPN,Parent,Pupil name,Class")
    with pytest.raises(CasefileRejected) as refused:
        merge(place)
    assert refused.value.code == "rows-unfit"
    errors = [each.rule for each in refused.value.findings if each.severity == "E"]
    assert errors == ["rows-no-column", "rows-no-column"]
    assert not (place / "out").exists()


def test_the_clerk_may_say_which_column_is_meant_and_which_may_be_empty(place: Path) -> None:
    write(place, ["A1,,Zoë,9"], "UPN,Who,Pupil name,Year")
    merge(place, maps=("Who=parent_name",), blank=("Who",))
    assert texts(place, "row-000002.docx")[0] == "Dear ,"


def test_what_is_no_sheet_or_no_template_is_refused(place: Path) -> None:
    (place / "people.csv").write_bytes(b"")
    with pytest.raises(CasefileRejected) as rejected:
        merge(place)
    assert rejected.value.findings
    (place / "letter.docx").write_bytes(letter("{{ a"))
    with pytest.raises(TemplateRejected) as refused:
        merge(place)
    assert str(place / "letter.docx") in refused.value.message


def test_a_workspace_s_ledger_is_taken_unless_another_is_named(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office")
    folder(office)
    merge_rows(desk_in(office), ask_in(office))
    assert [_plain(entry) for entry in list_entries(desk_in(office))] == [("word", 1)] * 3
    merge_rows(desk_in(office), ask_in(office, out=office / "b", ledger=office / "x" / "own.db"))
    assert len(list_entries(desk_in(office))) == 3
    assert (office / "x" / "own.db").exists()
    assert (office / "x" / "keys").is_dir()


def _plain(entry: Entry) -> tuple[str, int]:
    assert (entry.recipient, entry.pupil, entry.about) == (None, None, "")
    return entry.kind, entry.version


def test_two_at_once_in_one_folder_are_too_many(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.store.letterbox.PATIENCE", 0.1)
    with letterbox(place / "out"), pytest.raises(DiskTrouble) as refused:
        merge(place)
    assert refused.value.code == "busy"


def test_a_damaged_book_is_told(place: Path) -> None:
    merge(place)
    (place / "out" / ".docgen" / "book.db").write_bytes(b"no database" * 100)
    with pytest.raises(DiskTrouble) as refused:
        merge(place)
    assert refused.value.code == "rows-book-unusable"


def test_many_rows_go_to_worker_processes_and_come_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_plan, "LETTERS", 10)
    place = folder(tmp_path / "many", many(95, spoilt=10))
    heard: list[int] = []
    merged = merge_rows(desk(place), ask_in(place, processes=2), lambda c: heard.append(c.letters))
    assert (merged.counts.made, merged.counts.refused) == (86, 9)
    assert heard[-1] == 86
    assert len(heard) == 10
    alone = folder(tmp_path / "alone", many(95, spoilt=10))
    merge(alone, processes=1)
    assert files(place) == files(alone)
    for name in files(place):
        assert (place / "out" / name).read_bytes() == (alone / "out" / name).read_bytes()
    assert len({number for number, _, _ in ledger(place)}) == 86


def test_a_chunk_that_nobody_could_make_is_told_row_by_row() -> None:
    kept = Kept("x", 1, 1, "", "", ())
    brief = Brief("r-1", (Letter(7, "a", (), kept), Letter(9, "b", (), kept)))
    table = Table("people.csv", ("A",), 1)
    staged = word._staged(brief, Lost("the worker process died"), table)  # noqa: SLF001 - no way to kill one just so
    assert [(f.rule, f.place.line) for f in staged.findings if f.place] == [
        ("rows-row-lost", 7),
        ("rows-row-lost", 9),
    ]


def test_what_stops_a_worker_stops_the_run() -> None:
    halted = Halted("DiskTrouble", "disk-full", "There is no room.", "Make room.")
    with pytest.raises(DiskTrouble) as full:
        word._staged(Brief("r-1", ()), halted, Table("x", (), 1))  # noqa: SLF001 - as above
    assert (full.value.code, full.value.remedy) == ("disk-full", "Make room.")


def test_a_workbook_s_cells_are_printed_as_people_see_them(place: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Parent name", "Pupil name", "Year"])
    sheet.append([dt.date(2025, 11, 3), 42, 7])
    sheet["B2"].number_format = "00000"
    sheet.append(["Ann", "=1/0", 8])
    book.save(place / "people.xlsx")
    merged = merge(place, rows=place / "people.xlsx")
    assert texts(place, "row-000002.docx") == ["Dear 2025-11-03,", "00042 is in year 7."]
    assert (merged.counts.made, merged.counts.refused) == (1, 1)


def test_headings_are_told_by_their_words_alone(place: Path) -> None:
    write(place, ["A1,,Zoë,9"], HEADINGS.upper())
    (told,) = (each for each in merge(place).told if each.rule == "rows-cell-empty")
    assert told.shown[0].message == "PARENT NAME is empty here, and the template prints it."


def index(place: Path, name: str = "index.csv") -> list[list[str]]:
    """Read the index, less its headings."""
    with (place / "out" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_an_index_lists_each_row_with_its_file_or_why_there_is_none(place: Path) -> None:
    write(place, [ROWS[0], "A2,,Yusuf,8", ROWS[2]])
    merged = merge(place)
    assert merged.index == place / "out" / "index.csv"
    case = index(place)[0][4].partition("/")[0]
    assert index(place) == [
        ["2", "made", "row-000002.docx", "", f"{case}/1", "1", ""],
        ["3", "refused", "", "", "", "", "rows-cell-empty"],
        ["4", "made", "row-000004.docx", "", f"{case}/2", "1", ""],
    ]
    write(place, [ROWS[0], ROWS[1], "A3,Cy,Mia,8"])
    merge(place)
    assert index(place) == [
        ["2", "stood", "row-000002.docx", "", f"{case}/1", "1", ""],
        ["3", "made", "row-000003.docx", "", f"{case}/3", "1", ""],
        ["4", "made", "row-000004-v2.docx", "", f"{case}/2", "2", ""],
    ]


def test_an_index_names_archives_and_each_of_two_files(place: Path) -> None:
    merge(place, archive=True, format="docx,pdf")
    assert [row[2:4] for row in index(place)][:2] == [
        ["row-000002.docx", "letters-00001.zip"],
        ["row-000002.pdf", "letters-00001.zip"],
    ]
    merge(place, archive=True, format="docx,pdf")
    assert {row[1] for row in index(place)} == {"stood"}


def test_an_index_never_takes_the_place_of_another_file(place: Path) -> None:
    (place / "out").mkdir()
    (place / "people.csv").rename(place / "out" / "index.csv")
    merged = merge(place, rows=place / "out" / "index.csv")
    assert merged.index == place / "out" / "index-1.csv"
    assert (place / "out" / "index.csv").read_text("utf-8").startswith(HEADINGS)
    assert merge(place, rows=place / "out" / "index.csv").index == merged.index


def test_how_far_it_is_is_told_with_the_time_left_once_that_is_worth_it() -> None:
    told: list[Progress] = []
    clock = iter([0.0, 1.0, 4.0, 5.0])
    pace = Pace("r-1", lambda: 1_000, told.append, lambda: next(clock))
    for counts in (Counts(made=100), Counts(made=300, standing=50, refused=50), Counts()):
        pace.tell(counts)
    assert [(each.of, each.per_second, each.left) for each in told] == [
        (0, 100.0, None),
        (950, 75.0, 6.0),
        (1_000, 0.0, None),
    ]
    assert [(each.letters, each.stopped, each.chunk) for each in told][1] == (350, 50, 2)
