"""The register of batches finds what was issued for a case, in the order in which it was."""

from pathlib import Path

import pytest

from docgen.errors import DiskTrouble
from docgen.store.register import FILE, Register, Registered


def issued(case: int, n: int = 1, version: int = 1) -> Registered:
    """Give a letter of a run."""
    return Registered(f"b-{case}", f"b-{case}/{n}", version, "run-1", 3, {"kind": "invite"})


def test_what_was_issued_is_found_in_its_order(tmp_path: Path) -> None:
    register = Register(tmp_path)
    assert not register.is_there
    assert register.of(["b-1"]) == {}
    register.add([issued(1), issued(1, 2), issued(2)])
    register.add([issued(1, 1, 2)])
    assert Register(tmp_path).is_there
    assert register.of(["b-1", "b-3"]) == {"b-1": (issued(1), issued(1, 2), issued(1, 1, 2))}


def test_registering_twice_does_no_harm(tmp_path: Path) -> None:
    register = Register(tmp_path)
    register.add([issued(1)])
    register.add([issued(1), issued(2)])
    assert register.of(["b-1", "b-2"]) == {"b-1": (issued(1),), "b-2": (issued(2),)}


def test_many_cases_are_asked_for_at_once(tmp_path: Path) -> None:
    register = Register(tmp_path)
    register.add(issued(number) for number in range(1100))
    assert len(register.of([f"b-{number}" for number in range(1200)])) == 1100


def test_a_damaged_register_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all, whatever its name says" * 30)
    with pytest.raises(DiskTrouble) as damaged:
        Register(tmp_path).of(["b-1"])
    assert damaged.value.code == "register-unusable"
    assert "delete it" in damaged.value.remedy
