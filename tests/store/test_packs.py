"""A pack is read from its folder; an office's own files go before the packaged ones."""

from pathlib import Path

import pytest
from packwork import FILES, PACK

from docgen.errors import TemplateRejected
from docgen.model.finding import Severity
from docgen.model.sheet import Fields, Scalar
from docgen.store import packs
from docgen.store.packs import PackSource, authorities, read_pack


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Lay out the packaged templates of Wessex Vale."""
    folder = tmp_path / "shipped" / "templates"
    lay(folder / "wessex-vale", PACK, dict.fromkeys(FILES, "packaged"))
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Give the office's own folder of templates, still empty."""
    folder = tmp_path / "office" / "templates"
    folder.mkdir(parents=True)
    return folder


def lay(folder: Path, sheet: str | None, files: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    if sheet is not None:
        (folder / "pack.yaml").write_text(sheet, "utf-8")
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")


def said(source: PackSource, *path: str) -> str:
    node: object = source.sheet.root if source.sheet else None
    for step in path:
        assert isinstance(node, Fields)
        node = node.get(step)
    assert isinstance(node, Scalar)
    return node.text


def test_without_a_folder_of_its_own_an_office_has_the_packaged_pack(
    shipped: Path, office: Path
) -> None:
    for own in (None, office):
        source = read_pack(own, shipped, "wessex-vale")
        assert said(source, "version") == "2.0"
        assert source.contents["invite.docx"] == b"packaged"
        assert source.templates["invite.docx"].place == "templates/wessex-vale/invite.docx"
        assert source.findings == ()


def test_an_office_changes_one_letter_and_keeps_the_rest(shipped: Path, office: Path) -> None:
    own = "schema: 1\nauthority: wessex-vale\nbased_on: wessex-vale 2.0\n"
    lay(office / "wessex-vale", own, {"invite.docx": "changed", "invite.easy.docx": "added"})
    source = read_pack(office, shipped, "wessex-vale")
    assert {name: content.decode() for name, content in source.contents.items()} == {
        "checklist.docx": "packaged",
        "invite.docx": "changed",
        "invite.easy.docx": "added",
        "invite.large.docx": "packaged",
    }
    assert said(source, "name") == "Wessex Vale"
    assert said(source, "based_on") == "wessex-vale 2.0"


def test_an_office_changes_one_statement_and_keeps_the_rest(shipped: Path, office: Path) -> None:
    own = "based_on: wessex-vale 2.0\nstatements:\n  aim: {text: Be well., source: ours}\n"
    lay(office / "wessex-vale", own, {})
    source = read_pack(office, shipped, "wessex-vale")
    assert said(source, "statements", "aim", "text") == "Be well."
    assert "contact.phone" in said(source, "statements", "contact_us_to_rearrange", "text")
    packaged = read_pack(None, shipped, "wessex-vale")
    assert source.sheet is not None
    assert packaged.sheet is not None
    assert source.sheet.digest != packaged.sheet.digest


def test_an_office_may_add_a_term(shipped: Path, office: Path) -> None:
    lay(office / "wessex-vale", "based_on: wessex-vale 2.0\nterms: {team: Our team}\n", {})
    source = read_pack(office, shipped, "wessex-vale")
    assert said(source, "terms", "team") == "Our team"
    assert said(source, "terms", "contract") == "attendance plan"


def test_a_pack_that_is_based_on_nothing_stands_alone(shipped: Path, office: Path) -> None:
    lay(office / "wessex-vale", PACK, {"invite.docx": "alone"})
    source = read_pack(office, shipped, "wessex-vale")
    assert dict(source.contents) == {"invite.docx": b"alone"}


def test_a_new_authority_may_start_from_another(shipped: Path, office: Path) -> None:
    own = "authority: mercia\nname: Mercia\nbased_on: wessex-vale 2.0\n"
    lay(office / "mercia", own, {})
    source = read_pack(office, shipped, "mercia")
    assert said(source, "name") == "Mercia"
    assert set(source.contents) == set(FILES)
    assert authorities(office, shipped, None) == ("mercia", "wessex-vale")


def test_an_upgrade_reaches_the_office_and_is_remarked(shipped: Path, office: Path) -> None:
    lay(office / "wessex-vale", "based_on: wessex-vale 1.0\n", {"invite.docx": "changed"})
    source = read_pack(office, shipped, "wessex-vale")
    assert said(source, "version") == "2.0"
    (told,) = source.findings
    assert (told.rule, told.severity) == ("pack-base-moved", Severity.INFORMATION)
    assert "based_on: wessex-vale 2.0" in told.remedy


@pytest.mark.parametrize(
    ("own", "rule"),
    [
        ("based_on: wessex-vale\n", "pack-base-form"),
        ("based_on: wessex-dale 2.0\n", "pack-base-unknown"),
        (None, "pack-sheet-missing"),
        ("based_on: wessex-vale 2.0\nname: [\n", "yaml-broken"),
    ],
)
def test_a_folder_that_cannot_be_a_pack_is_told(
    shipped: Path, office: Path, own: str | None, rule: str
) -> None:
    lay(office / "wessex-vale", own, {"invite.docx": "changed"})
    source = read_pack(office, shipped, "wessex-vale")
    assert rule in {each.rule for each in source.findings}


def test_templates_of_a_new_authority_need_a_pack(shipped: Path, office: Path) -> None:
    lay(office / "mercia", None, {"invite.docx": "lonely"})
    source = read_pack(office, shipped, "mercia")
    assert [each.rule for each in source.findings] == ["pack-sheet-missing"]
    assert source.sheet is None


@pytest.mark.parametrize(
    ("authority", "words"),
    [
        ("wessex-vail", "There are: wessex-vale"),
        ("../wessex-vale", "“…”"),
        ("", "“…”"),
        ("CON", "“…”"),
    ],
)
def test_an_authority_without_a_pack_stops_the_run(
    shipped: Path, office: Path, authority: str, words: str
) -> None:
    with pytest.raises(TemplateRejected) as stopped:
        read_pack(office, shipped, authority)
    assert stopped.value.code == "pack-unknown"
    assert words in stopped.value.message + stopped.value.remedy


def test_what_word_leaves_behind_is_no_template(shipped: Path, office: Path) -> None:
    left = {"~$invite.docx": "lock", ".hidden.docx": "", "README.md": "ours", "invite.docx": "ok"}
    lay(office / "wessex-vale", PACK, left)
    (office / "wessex-vale" / "old.docx").mkdir()
    assert set(read_pack(office, shipped, "wessex-vale").contents) == {"invite.docx"}


def test_a_folder_without_templates_or_pack_changes_nothing(shipped: Path, office: Path) -> None:
    lay(office / "wessex-vale", None, {"README.md": "to come"})
    assert set(read_pack(office, shipped, "wessex-vale").contents) == set(FILES)


def test_a_file_that_no_template_can_be_is_left_out_and_told(
    shipped: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "LARGEST", 5)
    lay(office / "wessex-vale", PACK, {"invite.docx": "far too large", "checklist.docx": "fine"})
    source = read_pack(office, shipped, "wessex-vale")
    assert [each.rule for each in source.findings] == ["pack-file-too-large"]
    assert set(source.contents) == {"checklist.docx"}


PHRASES = """\
phrases:
  call: {text: I will call., use: requirement, source: made up}
  come: {text: I will come., use: requirement, source: made up}
"""


def shelve(shipped: Path, text: str) -> None:
    """Lay a library of phrases beside the packaged templates."""
    lay(shipped.parent / "phrases", None, {"library.yaml": text})


def test_the_library_of_phrases_lies_under_every_pack(shipped: Path, office: Path) -> None:
    shelve(shipped, PHRASES)
    own = "phrases:\n  come: {text: I will be there., use: requirement, source: ours}\n"
    lay(office / "wessex-vale", f"based_on: wessex-vale 2.0\n{own}", {})
    packaged = read_pack(None, shipped, "wessex-vale")
    assert said(packaged, "phrases", "come", "text") == "I will come."
    assert said(packaged, "name") == "Wessex Vale"
    assert packaged.findings == ()
    source = read_pack(office, shipped, "wessex-vale")
    assert said(source, "phrases", "come", "text") == "I will be there."
    assert said(source, "phrases", "call", "text") == "I will call."
    assert source.sheet is not None
    assert source.sheet.file == "templates/wessex-vale/pack.yaml"


def test_what_is_wrong_in_the_library_is_told_of_the_library(shipped: Path) -> None:
    shelve(shipped, "phrases: {")
    source = read_pack(None, shipped, "wessex-vale")
    assert said(source, "name") == "Wessex Vale"
    (told, *_) = source.findings
    assert told.place is not None
    assert told.place.file == "phrases/library.yaml"


def test_a_pack_that_is_no_pack_gets_no_library(shipped: Path, office: Path) -> None:
    shelve(shipped, PHRASES)
    lay(office / "wessex-vale", None, {"invite.docx": "changed"})
    assert read_pack(office, shipped, "wessex-vale").sheet is None
