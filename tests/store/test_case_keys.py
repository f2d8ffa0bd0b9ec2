"""The keys of a batch's cases: all in one private file, each under its case's id."""

import sys
from pathlib import Path

import pytest
from register_values import receipt, stamped

from docgen.errors import LedgerTrouble
from docgen.store.case_keys import FILE, CaseKeys
from docgen.store.ledger import Ledger

MANY = [f"b-{number}" for number in range(1200)]


def test_each_case_has_a_key_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    keys = CaseKeys(tmp_path / "keys")
    assert keys.get(MANY) == {}
    made = keys.make(MANY)
    assert len(set(made.values())) == len(MANY)
    assert all(len(key) == 32 for key in made.values())
    assert keys.make(MANY[:3]) == {case: made[case] for case in MANY[:3]}
    assert keys.get([*MANY, "b-unknown"]) == made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    CaseKeys(tmp_path / "keys").make(["b-1"])
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "keys" / FILE).stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_none_of_docgens_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all, whatever its name says" * 30)
    with pytest.raises(LedgerTrouble) as damaged:
        CaseKeys(tmp_path).get(["b-1"])
    assert damaged.value.code == "case-keys-unusable"


def test_a_batch_makes_no_key_file_a_case(tmp_path: Path) -> None:
    ledger = Ledger(f"sqlite:///{(tmp_path / 'ledger.db').as_posix()}", tmp_path / "keys")
    ledger.append([receipt(1), receipt(2)], stamped("run-1"), many=True)
    assert sorted(path.name for path in (tmp_path / "keys").iterdir() if path.name[0] != ".") == [
        FILE,
        "office.key",
    ]
    assert len(ledger.verified()) == 2
    assert ledger.issued_as(receipt(1).output)
    assert ledger.has_all([receipt(1), receipt(2)], stamped("run-1").run)
    assert not ledger.has_all([receipt(1), receipt(3)], stamped("run-1").run)
    assert not ledger.has_all([receipt(1)], "another run")


def test_a_case_with_a_file_of_its_own_keeps_that(tmp_path: Path) -> None:
    ledger = Ledger(f"sqlite:///{(tmp_path / 'ledger.db').as_posix()}", tmp_path / "keys")
    ledger.append([receipt(1)], stamped("run-1"))
    ledger.append([receipt(2)], stamped("run-1"), many=True)
    assert not (tmp_path / "keys" / FILE).exists()


def test_without_its_key_a_known_case_is_sealed_no_more(tmp_path: Path) -> None:
    ledger = Ledger(f"sqlite:///{(tmp_path / 'ledger.db').as_posix()}", tmp_path / "keys")
    ledger.append([receipt(1)], stamped("run-1"), many=True)
    (tmp_path / "keys" / FILE).unlink()
    with pytest.raises(LedgerTrouble) as keyless:
        ledger.append([receipt(2)], stamped("run-1"), many=True)
    assert keyless.value.code == "case-key-missing"
    assert not ledger.has_all([receipt(1)], stamped("run-1").run)
