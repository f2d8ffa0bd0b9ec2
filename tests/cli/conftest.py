"""The office that tests of the command line work in."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from offices import LET_GO, THREE, new_office, run

from docgen.cli.main import docgen


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out an office once; nobody works in it."""
    folder = tmp_path_factory.mktemp("pattern") / "office"
    assert CliRunner().invoke(docgen, ["init", str(folder)]).exit_code == 0
    return folder


@pytest.fixture
def office(untouched: Path, tmp_path: Path) -> Path:
    """Give an office to work in."""
    return new_office(untouched, tmp_path / "office")


@pytest.fixture
def issued(office: Path) -> Path:
    """Give an office that has issued a contract and two letters, and holds a second contract."""
    assert run(office, "issue", "fam-0042", *THREE, *LET_GO).exit_code == 4
    return office
