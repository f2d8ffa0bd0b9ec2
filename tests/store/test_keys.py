"""Keys are made once, kept to the office, and never written over."""

import stat
import sys
from pathlib import Path

import pytest

from docgen.errors import DiskTrouble, LedgerTrouble
from docgen.store.keys import keyed, make_key, read_key
from docgen.store.locks import alone


def test_a_key_is_made_on_first_need_and_stays(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    assert read_key(keys, "office.key") is None
    made = make_key(keys, "office.key")
    assert len(made) == 32
    assert make_key(keys, "office.key") == made == read_key(keys, "office.key")


def test_no_two_keys_are_alike(tmp_path: Path) -> None:
    assert make_key(tmp_path, "fam-0042") != make_key(tmp_path, "fam-0043")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_the_office_can_read_a_key(tmp_path: Path) -> None:
    make_key(tmp_path / "keys", "office.key")
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "keys" / "office.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"abc\n", b"g" * 64, b"\xff" * 64, b"0" * 65])
def test_a_damaged_key_is_told_and_never_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "office.key").write_bytes(content)
    for use in (read_key, make_key):
        with pytest.raises(LedgerTrouble) as told:
            use(tmp_path, "office.key")
        assert told.value.code == "key-damaged"
    assert (tmp_path / "office.key").read_bytes() == content


def test_a_digest_under_one_case_says_nothing_under_another(tmp_path: Path) -> None:
    first, second = make_key(tmp_path, "fam-0042"), make_key(tmp_path, "fam-0043")
    assert keyed(first, "letter") == keyed(first, "letter") != keyed(second, "letter")


def test_who_waits_too_long_for_a_lock_is_told_what_is_going_on(tmp_path: Path) -> None:
    with (
        alone(tmp_path / "fam-0042.lock", "fam-0042"),
        pytest.raises(DiskTrouble) as told,
        alone(tmp_path / "fam-0042.lock", "fam-0042", patience=0),
    ):
        pass
    assert told.value.code == "busy"
    assert "fam-0042" in told.value.message
