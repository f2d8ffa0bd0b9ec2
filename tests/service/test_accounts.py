"""The ledger can be listed, asked about a number, and proved; so can a document and a list."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from officework import case_text, desk_in, office_in, write_case
from register_values import change

from docgen.errors import DiskTrouble, DocgenError, LedgerTrouble, OutputDiffers, UsageTrouble
from docgen.service import accounts, register
from docgen.service.issue import issue
from docgen.service.report import Wish


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that issued two invites, and again with another room."""
    office_in(tmp_path)
    issue(desk_in(tmp_path), "fam-0001", Wish(), {})
    write_case(tmp_path, case_text(tmp_path).replace("Room 4", "The library"))
    issue(desk_in(tmp_path), "fam-0001", Wish(), {})
    return tmp_path


def listed(office: Path) -> Path:
    """Write the list of the ledger as the door exports it; gives its file."""
    entries = [asdict(entry) for entry in accounts.list_entries(desk_in(office))]
    path = office / "list.json"
    path.write_text(json.dumps({"exit": 0, "entries": entries}), "utf-8")
    return path


def code_of(kind: type[DocgenError], office: Path, file: Path | None = None) -> str:
    """Give the code of the error in which verifying ends."""
    with pytest.raises(kind) as told:
        accounts.verify(desk_in(office), file)
    return told.value.code


def test_an_office_that_issued_nothing_verifies_and_has_nothing_to_list(tmp_path: Path) -> None:
    desk = desk_in(office_in(tmp_path))
    assert accounts.verify(desk).head is None
    assert accounts.list_entries(desk) == ()


def test_a_number_is_shown_with_all_that_happened_to_it(office: Path) -> None:
    register.withdraw(desk_in(office), "fam-0001/1", "Wrong room")
    shown = accounts.show(desk_in(office), "fam-0001/1")
    assert [(e.act, e.version) for e in shown] == [("issue", 1), ("issue", 2), ("withdraw", 2)]
    assert len(accounts.show(desk_in(office), "fam-0001/1-v1")) == 1
    assert accounts.list_entries(desk_in(office), "fam-0009") == ()


def test_a_number_the_ledger_does_not_know_is_told(office: Path) -> None:
    with pytest.raises(UsageTrouble) as told:
        accounts.show(desk_in(office), "fam-0001/7")
    assert told.value.code == "ledger-number-unknown"


def test_a_document_is_proved_to_be_what_was_issued(office: Path) -> None:
    file = office / "output" / "fam-0001" / "fam-0001-2-invite-p-2-c-1-en-v1.docx"
    verified = accounts.verify(desk_in(office), file)
    assert verified.document is not None
    assert (verified.document.number, verified.document.version) == ("fam-0001/2", 1)
    assert [entry.version for entry in verified.entries] == [1, 2]
    assert verified.head is not None
    assert verified.head.count == 4


def test_a_renamed_copy_is_still_what_was_issued(office: Path) -> None:
    file = office / "output" / "fam-0001" / "fam-0001-2-invite-p-2-c-1-en-v1.docx"
    copy = office / "copy from the parent.docx"
    copy.write_bytes(file.read_bytes())
    assert accounts.verify(desk_in(office), copy).document is not None


def test_another_document_was_not_issued(office: Path) -> None:
    template = office / "templates" / "wessex-vale" / "invite.docx"
    assert code_of(OutputDiffers, office, template) == "document-not-issued"
    (office / "scan.pdf").write_bytes(b"%PDF-1.7")
    assert code_of(OutputDiffers, office, office / "scan.pdf") == "document-not-issued"
    assert code_of(DiskTrouble, office, office / "nowhere.docx") == "disk-refused"


def test_a_list_kept_elsewhere_agrees_while_nothing_was_dropped(office: Path) -> None:
    file = listed(office)
    register.withdraw(desk_in(office), "fam-0001/1", "Wrong room")
    head = accounts.verify(desk_in(office), file).head
    assert head is not None
    assert head.count == 5


def test_a_dropped_tail_is_found_by_a_list_alone(office: Path) -> None:
    file = listed(office)
    change(office, "delete from entries where seq > 2")
    assert accounts.verify(desk_in(office)).head is not None
    with pytest.raises(LedgerTrouble, match="entry 3") as told:
        accounts.verify(desk_in(office), file)
    assert told.value.code == "ledger-tail-dropped"


def test_a_chain_computed_anew_is_found_by_a_list(office: Path) -> None:
    file = listed(office)
    seal = json.loads(file.read_text("utf-8"))["entries"][2]["seal"]
    file.write_text(file.read_text("utf-8").replace(seal, "0" * 64), "utf-8")
    with pytest.raises(LedgerTrouble, match="Entry 3") as told:
        accounts.verify(desk_in(office), file)
    assert told.value.code == "ledger-rewritten"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"entries": [1]}', '{"entries": [{}]}'])
def test_a_list_that_is_none_is_told(office: Path, content: str) -> None:
    (office / "list.json").write_text(content, "utf-8")
    assert code_of(UsageTrouble, office, office / "list.json") == "ledger-list-unreadable"


def test_an_altered_ledger_is_told_before_anything_is_proved_by_it(office: Path) -> None:
    change(office, "update entries set recipient = 'p-1' where seq = 2")
    file = office / "output" / "fam-0001" / "fam-0001-2-invite-p-2-c-1-en-v1.docx"
    assert code_of(LedgerTrouble, office, file) == "ledger-altered"
