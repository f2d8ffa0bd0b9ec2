"""The ledger takes all of a run or nothing, and tells the first entry that is not as written."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from register_values import STAMP, ask, change, ledger_in, receipt, stamped
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from docgen.errors import LedgerTrouble
from docgen.model.entry import Receipt
from docgen.store.ledger import LAST, Ledger
from docgen.store.ledger_tables import ENTRIES
from docgen.store.seals import seal_of

FULL_DISK = f"""
import resource, sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from pathlib import Path
from register_values import STAMP, ledger_in, receipt
from docgen.errors import LedgerTrouble
office = Path(sys.argv[1])
size = (office / "ledger.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    ledger_in(office).append([receipt(n) for n in range(4, 400)], STAMP)
except LedgerTrouble as trouble:
    print(trouble.code)
"""


def code_of(act: Callable[[], object]) -> str:
    """Give the code of the trouble that an act ends in."""
    with pytest.raises(LedgerTrouble) as told:
        act()
    return told.value.code


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office whose ledger holds three issued papers of one run."""
    ledger_in(tmp_path).append([receipt(1), receipt(2), receipt(3)], STAMP)
    return tmp_path


def test_an_office_that_issued_nothing_has_an_empty_ledger_and_no_file(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path)
    assert (ledger.entries(), ledger.last(), ledger.verified()) == ((), None, ())
    assert list(tmp_path.iterdir()) == []


def test_each_entry_bears_its_place_run_actor_time_and_the_seal_before(office: Path) -> None:
    entries = ledger_in(office).verified()
    assert [(e.seq, e.number, e.run, e.actor, e.time) for e in entries] == [
        (n, f"fam-0042/{n}", STAMP.run, "st-2", STAMP.time) for n in (1, 2, 3)
    ]
    assert [e.previous for e in entries] == ["", entries[0].seal, entries[1].seal]


def test_a_second_run_goes_on_where_the_first_ended(office: Path) -> None:
    before = ledger_in(office).last()
    ledger_in(office).append([receipt(4)], stamped("20251205T100000-00000001"))
    after = ledger_in(office).verified()[-1]
    assert before is not None
    assert (after.seq, after.previous) == (4, before.seal)
    assert ledger_in(office).has_run("20251205T100000-00000001")
    assert not ledger_in(office).has_run("20251205T100000-00000002")


def test_digests_are_keyed_so_that_nobody_can_guess_what_was_in_a_letter(office: Path) -> None:
    shown = json.dumps(ask(office, "select * from entries"))
    assert "document 1" not in shown
    assert "inputs of 1" not in shown


def test_a_document_is_found_by_its_digest_under_its_case_key(office: Path) -> None:
    ledger = ledger_in(office)
    assert [e.number for e in ledger.issued_as("document 2")] == ["fam-0042/2"]
    assert ledger.issued_as("document 9") == ()


def test_entries_can_be_asked_for_by_case_and_number(office: Path) -> None:
    ledger = ledger_in(office)
    ledger.append([receipt(1, case="fam-0043"), receipt(2, act="sent")], stamped("later"))
    assert [e.seq for e in ledger.entries(case="fam-0043")] == [4]
    assert [e.act for e in ledger.entries(number="fam-0042/2")] == ["issue", "sent"]


def test_a_version_of_a_number_is_issued_only_once_and_a_refused_run_adds_nothing(
    office: Path,
) -> None:
    again = [receipt(4), receipt(2)]
    assert code_of(lambda: ledger_in(office).append(again, STAMP)) == "ledger-number-taken"
    assert len(ledger_in(office).verified()) == 3


def test_a_document_of_two_files_has_an_entry_for_each(office: Path) -> None:
    files = [replace(receipt(4), format=name, output=name) for name in ("docx", "pdf")]
    ledger_in(office).append(files, STAMP)
    assert [e.format for e in ledger_in(office).verified()][3:] == ["docx", "pdf"]
    assert [e.number for e in ledger_in(office).issued_as("pdf")] == ["fam-0042/4"]


@pytest.mark.parametrize(
    "again",
    [
        pytest.param([replace(receipt(2), format="pdf")], id="in another format, later"),
        pytest.param([receipt(4), receipt(4)], id="twice at once"),
    ],
)
def test_a_number_is_given_only_once_whatever_the_format(
    office: Path, again: list[Receipt]
) -> None:
    assert code_of(lambda: ledger_in(office).append(again, STAMP)) == "ledger-number-taken"
    assert len(ledger_in(office).verified()) == 3


def test_a_ledger_of_an_older_docgen_takes_documents_of_two_files(office: Path) -> None:
    change(office, "drop index issued_once_in_a_format")
    where = """on entries ("case", number, version) where act = 'issue'"""
    change(office, f"create unique index issued_once {where}")
    files = [replace(receipt(4), format=name) for name in ("docx", "pdf")]
    ledger_in(office).append(files, STAMP)
    assert len(ledger_in(office).verified()) == 5
    names = ask(office, "select name from sqlite_master where type = 'index'")
    assert names == [("issued_once_in_a_format",)]


def test_what_happens_to_a_document_later_may_be_written_down_under_its_number(
    office: Path,
) -> None:
    ledger_in(office).append([receipt(2, act="sent"), receipt(2, act="withdraw")], STAMP)
    assert [e.act for e in ledger_in(office).verified()][3:] == ["sent", "withdraw"]


COLUMNS = [column.name for column in ENTRIES.columns if column.name != "seq"]


@pytest.mark.parametrize("column", COLUMNS)
def test_any_changed_column_is_found_at_its_entry(office: Path, column: str) -> None:
    change(office, f'update entries set "{column}" = ? where seq = 2', ["other"])  # noqa: S608 - our own columns
    with pytest.raises(LedgerTrouble) as told:
        ledger_in(office).verified()
    assert told.value.code == "ledger-altered"
    assert "entry 2" in told.value.message


@pytest.mark.parametrize("value", [None, 2, b"\xff", "ż"])
def test_a_value_of_another_type_is_an_altered_entry_and_no_bug(
    office: Path, value: object
) -> None:
    change(office, "update entries set recipient = ?, seal = ? where seq = 1", [value, "ż"])
    assert code_of(ledger_in(office).verified) == "ledger-altered"


@pytest.mark.parametrize("column", COLUMNS)
def test_bytes_in_a_column_of_text_are_listed_as_no_text(office: Path, column: str) -> None:
    change(office, f'update entries set "{column}" = ? where seq = 2', [b"\xff"])  # noqa: S608 - our own columns
    assert getattr(ledger_in(office).entries()[1], column) == r"<no text: b'\xff'>"
    assert code_of(ledger_in(office).verified) == "ledger-altered"


def test_a_dropped_entry_is_found_where_it_stood(office: Path) -> None:
    change(office, "delete from entries where seq = 2")
    with pytest.raises(LedgerTrouble) as told:
        ledger_in(office).verified()
    assert told.value.code == "ledger-missing-entry"
    assert "entry 2" in told.value.message


def test_entries_renumbered_after_one_was_dropped_do_not_verify(office: Path) -> None:
    change(office, "delete from entries where seq = 1")
    change(office, "update entries set seq = seq - 1")
    assert code_of(ledger_in(office).verified) == "ledger-altered"


def test_a_copied_entry_does_not_verify(office: Path) -> None:
    columns = ", ".join(f'"{name}"' for name in COLUMNS).replace('"version"', "version + 1")
    into = columns.replace("version + 1", '"version"')
    change(office, f"insert into entries (seq, {into}) select 4, {columns} from entries limit 1")  # noqa: S608 - our own columns
    with pytest.raises(LedgerTrouble, match="entry 4"):
        ledger_in(office).verified()


def test_an_entry_sealed_without_the_office_key_does_not_verify(office: Path) -> None:
    entries = ledger_in(office).entries()
    forged = seal_of(entries[2], bytes(32))
    change(office, "update entries set seal = ? where seq = 3", [forged])
    assert code_of(ledger_in(office).verified) == "ledger-altered"


def test_nothing_is_added_to_a_ledger_whose_last_entry_does_not_hold(office: Path) -> None:
    change(office, "update entries set actor = 'st-9' where seq = 3")
    assert code_of(lambda: ledger_in(office).append([receipt(4)], STAMP)) == "ledger-altered"


def test_a_lost_office_key_is_told_before_anything_is_read_into_the_seals(office: Path) -> None:
    (office / "keys" / "office.key").unlink()
    assert code_of(ledger_in(office).verified) == "office-key-missing"
    assert code_of(lambda: ledger_in(office).append([receipt(4)], STAMP)) == "office-key-missing"
    assert not (office / "keys" / "office.key").exists()


def test_a_lost_case_key_is_never_made_anew(office: Path) -> None:
    (office / "keys" / "fam-0042").unlink()
    with pytest.raises(LedgerTrouble, match="fam-0042") as told:
        ledger_in(office).append([receipt(4)], STAMP)
    assert told.value.code == "case-key-missing"
    assert not (office / "keys" / "fam-0042").exists()


def test_a_document_that_only_a_lost_key_could_prove_is_not_said_to_be_unknown(
    office: Path,
) -> None:
    ledger_in(office).append([receipt(1, case="fam-0043")], STAMP)
    (office / "keys" / "fam-0042").unlink()
    assert len(ledger_in(office).issued_as("document 1")) == 1
    assert code_of(lambda: ledger_in(office).issued_as("document 2")) == "case-key-missing"


def test_a_ledger_taken_away_whole_is_told_and_none_is_begun_in_its_place(office: Path) -> None:
    (office / "ledger.db").unlink()
    assert code_of(ledger_in(office).verified) == "ledger-gone"
    assert code_of(lambda: ledger_in(office).append([receipt(4)], STAMP)) == "ledger-gone"
    assert code_of(lambda: ledger_in(office).has_run(STAMP.run)) == "ledger-gone"
    assert not (office / "ledger.db").exists()


def test_a_run_that_died_between_ledger_and_key_is_no_trouble(office: Path) -> None:
    change(office, "delete from entries")
    (office / "keys" / "office.key").unlink()
    ledger_in(office).append([receipt(4)], STAMP)
    assert len(ledger_in(office).verified()) == 1


def test_a_ledger_that_another_program_holds_is_told_after_a_while(office: Path) -> None:
    with closing(sqlite3.connect(office / "ledger.db", isolation_level=None)) as other:
        other.execute("begin exclusive")
        assert code_of(lambda: ledger_in(office).append([receipt(4)], STAMP)) == "ledger-locked"
    assert len(ledger_in(office).verified()) == 3


@pytest.mark.parametrize("content", [b"Dear all, " * 500, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_a_file_that_is_no_ledger_is_told(office: Path, content: bytes) -> None:
    (office / "ledger.db").write_bytes(content)
    assert code_of(ledger_in(office).verified) == "ledger-damaged"
    assert code_of(lambda: ledger_in(office).append([receipt(4)], STAMP)) == "ledger-damaged"


def test_a_database_with_other_columns_is_told(tmp_path: Path) -> None:
    change(tmp_path, "create table entries (seq integer, words text)")
    assert code_of(lambda: ledger_in(tmp_path).append([receipt(1)], STAMP)) == "ledger-damaged"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file system mounted read-only")
def test_a_ledger_that_may_only_be_read_can_be_read_but_not_written(office: Path) -> None:
    url = f"sqlite:///file:{office / 'ledger.db'}?mode=ro&uri=true"
    closed = Ledger(url, office / "keys")
    assert len(closed.verified()) == 3
    assert code_of(lambda: closed.append([receipt(4)], STAMP)) == "ledger-read-only"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_ledger_on_a_full_disk_takes_nothing(office: Path) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(office)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert told.stdout.strip() == "ledger-no-room"
    assert len(ledger_in(office).verified()) == 3


def test_a_ledger_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    away = Ledger(f"sqlite:///{tmp_path / 'share' / 'ledger.db'}", tmp_path / "keys")
    assert code_of(away.entries) == "ledger-unreachable"
    assert code_of(lambda: away.append([receipt(1)], STAMP)) == "ledger-unreachable"


@pytest.mark.parametrize("url", ["ledger.db", "oracle9://x", "postgresql+nodriver://server/x", ""])
def test_an_address_that_is_none_is_told(tmp_path: Path, url: str) -> None:
    assert code_of(Ledger(url, tmp_path / "keys").entries) == "ledger-url"


@pytest.mark.skipif(sys.platform == "win32", reason="no file may be called so there")
def test_a_folder_with_a_question_mark_keeps_its_own_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "Office? #1 50%"
    folder.mkdir()
    ledger_in(folder).append([receipt(1)], STAMP)
    assert (folder / "ledger.db").is_file()
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_the_ledger_never_leaves_files_of_write_ahead_logging_behind(office: Path) -> None:
    change(office, "pragma journal_mode = wal")
    ledger_in(office).append([receipt(4)], STAMP)
    assert ask(office, "pragma journal_mode") == [("delete",)]
    assert sorted(path.name for path in office.iterdir()) == ["keys", "ledger.db"]


def test_the_same_tables_and_locks_serve_a_database_server() -> None:
    server = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    assert '"case" TEXT NOT NULL' in str(CreateTable(ENTRIES).compile(dialect=server))
    (index,) = ENTRIES.indexes
    unique = " ".join(str(CreateIndex(index).compile(dialect=server)).split())
    assert unique.endswith("(\"case\", number, version, format) WHERE act = 'issue'")
    assert str(LAST.with_for_update().compile(dialect=server)).endswith("FOR UPDATE")
