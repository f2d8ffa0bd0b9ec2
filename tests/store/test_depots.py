"""Where a run's letters go: a folder, or a store that is reached by an address."""

import os
import sys
from pathlib import Path

import pytest

from docgen.errors import DiskTrouble, DocgenError, UsageTrouble
from docgen.store.depots import below, depot_at, given_place
from docgen.store.far_depot import FarDepot
from docgen.store.folder_depot import FolderDepot
from docgen.store.staged_letters import Depot, Load, Staged

ONE, OTHER = Staged("00001-aa"), Staged("00001-bb")
LETTERS = (("b-1-1-invite.docx", b"first"), ("b-2-1-invite.docx", b"second"))


@pytest.fixture(params=["folder", "file", "local"])
def depot(request: pytest.FixtureRequest, tmp_path: Path) -> Depot:
    """Give a depot in a folder: by its path, by an address, and by way of fsspec."""
    (tmp_path / "shared").mkdir()
    home = tmp_path / "shared" / "run-1"
    found = depot_at(str(home) if request.param == "folder" else f"{request.param}://{home}")
    assert isinstance(found, FarDepot if request.param == "local" else FolderDepot)
    return found


@pytest.mark.parametrize("archive", [False, True])
def test_letters_are_staged_brought_and_read(
    depot: Depot, tmp_path: Path, *, archive: bool
) -> None:
    depot.ready()
    depot.stage(ONE, Load(LETTERS, b"what came of them", archive))
    assert [each.name for each in depot.waiting()] == ["00001-aa"]
    assert depot.record(ONE) == b"what came of them"
    assert depot.record(OTHER) is None
    for _ in range(2):
        assert depot.bring(ONE) == ()
    depot.take_away(ONE)
    depot.tidy()
    assert list(depot.waiting()) == []
    assert [depot.letter(1, name) for name, _ in LETTERS] == [b"first", b"second"]
    assert [each.name for each in (tmp_path / "shared" / "run-1").iterdir()] == [
        "00001.zip" if archive else "00001"
    ]


def test_brought_half_it_is_brought_whole_the_next_time(depot: Depot, tmp_path: Path) -> None:
    depot.stage(ONE, Load(LETTERS, b"record", archive=False))
    if isinstance(depot, FarDepot):  # there it is copied, letter by letter
        place = tmp_path / "shared" / "run-1" / "00001"
        place.mkdir()
        (place / LETTERS[0][0]).write_bytes(b"first")
    assert depot.bring(ONE) == ()
    assert [depot.letter(1, name) for name, _ in LETTERS] == [b"first", b"second"]


@pytest.mark.parametrize("archive", [False, True])
def test_what_stands_in_a_letters_place_is_kept(depot: Depot, *, archive: bool) -> None:
    depot.stage(OTHER, Load((("b-1-1-invite.docx", b"mine"),), b"record", archive))
    depot.bring(OTHER)
    depot.stage(ONE, Load(LETTERS, b"record", archive))
    (kept,) = depot.bring(ONE)
    assert kept.endswith(("00001-kept-00001-aa", "invite-kept-00001-aa.docx", "aa.zip"))
    assert depot.letter(1, LETTERS[0][0]) == b"first"


def test_a_letter_that_is_nowhere_is_told(depot: Depot) -> None:
    depot.stage(ONE, Load(LETTERS, b"record", archive=False))
    depot.bring(ONE)
    with pytest.raises(DiskTrouble) as nowhere:
        depot.letter(2, LETTERS[0][0])
    assert nowhere.value.code in {"place-refused", "disk-refused"}


@pytest.mark.skipif(sys.platform == "win32" or not os.geteuid(), reason="nobody refuses them")
def test_where_nothing_may_be_put_it_is_told(depot: Depot, tmp_path: Path) -> None:
    (tmp_path / "shared").chmod(0o500)
    with pytest.raises(DiskTrouble):
        depot.ready()
    (tmp_path / "shared").chmod(0o700)


def test_a_place_whose_folder_is_missing_is_told(tmp_path: Path) -> None:
    far = depot_at(f"local://{tmp_path}/no-bucket/letters/run-1")
    with pytest.raises(DiskTrouble) as refused:
        far.ready()
    assert refused.value.code == "place-refused"
    assert "(it is not there)" in refused.value.message


def test_what_a_store_is_reached_by_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[DocgenError] = []
    for name, place in (("s3fs", "s3://letters/run-1"), ("fsspec.core", "local:///letters/run-2")):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(UsageTrouble) as missing:
            depot_at(place).ready()
        told.append(missing.value)
    assert {each.code for each in told} == {"place-needs-package"}
    assert 'pip install "docgen[cluster]" and what fsspec needs for s3://' in told[0].remedy


def test_an_address_that_no_store_has_is_told() -> None:
    with pytest.raises(UsageTrouble) as unknown:
        depot_at("carrier-pigeon://loft/run-1").ready()
    assert unknown.value.code == "place-unknown"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("s3://letters/2025/", "s3://letters/2025"),
        ("sftp://clerk@server/letters", "sftp://clerk@server/letters"),
    ],
)
def test_an_address_is_kept_as_it_was_given(given: str, kept: str) -> None:
    assert given_place(given) == kept
    assert below(kept, "run-1") == f"{kept}/run-1"


@pytest.mark.parametrize("given", ["ftp://clerk:secret@server/letters", "s3://letters?key=secret"])
def test_an_address_with_a_secret_in_it_is_refused(given: str) -> None:
    with pytest.raises(UsageTrouble) as refused:
        given_place(given)
    assert refused.value.code == "place-holds-secret"
    assert "secret" not in refused.value.message


def test_a_folder_is_kept_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert given_place("letters") == str(tmp_path / "letters")
    assert below(given_place("letters"), "run-1") == str(tmp_path / "letters" / "run-1")
