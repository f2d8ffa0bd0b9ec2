"""Where cases, schools and papers lie: settings, case ids, and a folder laid out anew."""

import json
from pathlib import Path

import pytest
from casework import sheet_from

from docgen.errors import CasefileRejected, UsageTrouble
from docgen.store.layout import SETTINGS_TEXT
from docgen.store.schemas import SCHEMAS, schema_files
from docgen.store.shipped import shipped
from docgen.store.workspace import Workspace, find_case, find_workspace, lay_out

ROOT = Path(__file__).parents[2]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Give a folder with settings and two cases."""
    folder = tmp_path / "office"
    cases = folder / "casefiles" / "north"
    cases.mkdir(parents=True)
    (folder / "docgen.yaml").write_text("schema: 1\n")
    (cases / "fam-0001.yaml").write_text("schema: 1\n")
    (cases / "fam-0002.yaml").write_text("schema: 1\n")
    return folder


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that lies in no workspace, and work there."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def opened(office: Path) -> Workspace:
    """Open the office's workspace."""
    return find_workspace(office, None, {})


def test_a_workspace_is_found_upward_from_a_casefile(office: Path, nowhere: Path) -> None:
    start = office / "casefiles" / "north" / "fam-0001.yaml"
    assert find_workspace(start, None, {}).root == office
    assert nowhere != office


def test_a_workspace_is_found_from_where_the_clerk_is(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office / "casefiles")
    assert find_workspace(tmp_path, None, {}).root == office


def test_a_workspace_given_goes_before_all(office: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "docgen.yaml").write_text("authority: saltshire\n")
    assert find_workspace(office, other, {}).root == other
    assert find_workspace(office, other / "docgen.yaml", {}).authority == "saltshire"


def test_the_environment_names_a_workspace_where_none_is_near(office: Path, nowhere: Path) -> None:
    environ = {"DOCGEN_WORKSPACE": str(office)}
    assert find_workspace(nowhere, None, environ).root == office


def test_without_a_workspace_the_packaged_packs_serve(nowhere: Path) -> None:
    workspace = find_workspace(nowhere / "fam-0001.yaml", None, {})
    assert workspace.root == nowhere
    assert workspace.settings is None
    assert workspace.authority is None


def test_folders_are_where_the_settings_say(office: Path, tmp_path: Path) -> None:
    (office / "docgen.yaml").write_text(
        f"authority: saltshire\noutput: {(tmp_path / 'letters').as_posix()}\ncasefiles: families\n"
    )
    workspace = opened(office)
    assert workspace.casefiles == office / "families"
    assert workspace.schools == office / "schools"
    assert workspace.output == tmp_path / "letters"
    assert workspace.settings == office / "docgen.yaml"


@pytest.mark.parametrize(
    ("ledger", "url"),
    [
        ("sqlite:///ledger.db", "sqlite:///{office}/ledger.db"),
        ("sqlite:///sealed/ledger.db", "sqlite:///{office}/sealed/ledger.db"),
        ("postgresql://clerk@db/docgen", "postgresql://clerk@db/docgen"),
    ],
)
def test_a_ledger_in_a_file_lies_in_the_workspace(office: Path, ledger: str, url: str) -> None:
    (office / "docgen.yaml").write_text(f"ledger: {ledger}\n")
    assert opened(office).ledger_url == url.format(office=office.as_posix())


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ("autority: saltshire\n", "field-mistyped"),
        ("schema: 2\n", "choice-unknown"),
        ("output: [a]\n", "value-due"),
        ("output: 'a\n", "yaml-quote-open"),
        ("schema: 1\nschema: 1\n", "yaml-duplicate-key"),
        ("", "yaml-empty"),
    ],
)
def test_faults_of_the_settings_are_told_as_all_others(
    office: Path, settings: str, rule: str
) -> None:
    (office / "docgen.yaml").write_text(settings)
    with pytest.raises(CasefileRejected) as refusal:
        opened(office)
    assert refusal.value.code == "settings-faulty"
    assert [each.rule for each in refusal.value.findings] == [rule]


def test_a_folder_without_settings_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(UsageTrouble) as refusal:
        find_workspace(tmp_path, tmp_path, {})
    assert refusal.value.code == "workspace-nowhere"


def test_a_case_is_found_by_its_id_in_any_folder(office: Path) -> None:
    assert find_case(opened(office), "fam-0002").name == "fam-0002.yaml"


def test_a_case_is_found_by_its_path(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = office / "casefiles" / "north" / "fam-0001.yaml"
    monkeypatch.chdir(tmp_path)
    assert find_case(opened(office), str(file)) == file
    assert find_case(opened(office), "casefiles/north/fam-0001.yaml") == file
    monkeypatch.chdir(file.parent)
    assert find_case(opened(office), "fam-0001.yaml").resolve() == file


def test_a_case_that_begins_with_what_was_typed_comes_first(office: Path) -> None:
    north = office / "casefiles" / "north"
    (north / "fam-0120-steps-out-of-order.yaml").touch()
    (north / "fam-0125.yaml").touch()
    with pytest.raises(UsageTrouble) as refusal:
        find_case(opened(office), "fam-0120")
    assert refusal.value.remedy == "Did you mean fam-0120-steps-out-of-order?"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("fam-0003", "case-mistyped"),
        ("zebra", "case-unknown"),
        ("CON", "case-wanted-form"),
        ("con", "case-wanted-form"),
        ("a:b", "case-wanted-form"),
        ("fam 1", "case-wanted-form"),
        ("fam-*", "case-wanted-form"),
        ("../x", "case-path-nowhere"),
        ("..", "case-wanted-form"),
        ("north/fam-0003.yaml", "case-path-nowhere"),
        ("fam-0003.yml", "case-path-nowhere"),
        ("", "case-wanted-form"),
        ("x/" * 3000 + "y.yaml", "case-path-nowhere"),
    ],
)
def test_a_case_that_is_not_there_is_told(office: Path, wanted: str, code: str) -> None:
    with pytest.raises(UsageTrouble) as refusal:
        find_case(opened(office), wanted)
    assert refusal.value.code == code


def test_a_case_id_that_two_files_have_is_told_with_both(office: Path) -> None:
    twin = office / "casefiles" / "south" / "fam-0001.yaml"
    twin.parent.mkdir()
    twin.write_text("schema: 1\n")
    with pytest.raises(UsageTrouble) as refusal:
        find_case(opened(office), "fam-0001")
    assert refusal.value.code == "case-twice"
    assert "north/fam-0001.yaml, south/fam-0001.yaml" in refusal.value.message


def test_a_folder_is_laid_out_to_work_in(tmp_path: Path) -> None:
    files = lay_out(tmp_path / "office")
    workspace = opened(tmp_path / "office")
    assert all(file.is_file() for file in files)
    assert files[-1] == workspace.settings
    assert find_case(workspace, "fam-0042").parent.parent == workspace.casefiles
    assert (workspace.schools / "s-1.yaml").is_file()
    ignored = (workspace.root / ".gitignore").read_text().split()
    assert {"/keys/", "/output/", "/ledger.db*"} <= set(ignored)


def test_shipped_files_name_a_schema_that_is_there(tmp_path: Path) -> None:
    files = [file for file in lay_out(tmp_path) if file.suffix == ".yaml"]
    for file in files:
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        assert (file.parent / first.partition("=")[2]).is_file(), file


def test_what_is_laid_out_is_what_the_repository_holds(tmp_path: Path) -> None:
    assert (ROOT / "docgen.yaml").read_text(encoding="utf-8") == SETTINGS_TEXT
    lay_out(tmp_path)
    for name in ("casefiles", "schools", "schema"):
        assert shipped(name) == ROOT / name
        for file in (ROOT / name).rglob("*"):
            if file.is_file():
                assert (tmp_path / file.relative_to(ROOT)).read_bytes() == file.read_bytes()


def test_the_settings_that_are_commented_out_are_the_ones_that_hold(tmp_path: Path) -> None:
    lines = [line.lstrip("# ") for line in SETTINGS_TEXT.splitlines() if line.startswith("# ")]
    said = [line.partition("  ")[0] for line in lines if line.partition(":")[0].isalpha()]
    (tmp_path / "docgen.yaml").write_text("schema: 1\n")
    defaults = opened(tmp_path)
    settings = [line for line in said if " ..." not in line and not line.startswith("yaml")]
    assert len(settings) == 8
    (tmp_path / "docgen.yaml").write_text("\n".join(settings) + "\n")
    assert opened(tmp_path) == defaults


def test_a_workspace_is_never_laid_out_over_another(office: Path) -> None:
    with pytest.raises(UsageTrouble) as refusal:
        lay_out(office)
    assert refusal.value.code == "folder-taken"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "schools").mkdir()
    (tmp_path / "schools" / "s-1.yaml").write_text("mine")
    with pytest.raises(UsageTrouble) as refusal:
        lay_out(tmp_path)
    assert refusal.value.code == "folder-holds"
    assert "schools/s-1.yaml" in refusal.value.message
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["s-1.yaml"]


def test_a_wheel_s_own_files_go_before_the_checkout_s(tmp_path: Path) -> None:
    (tmp_path / "docgen" / "shipped" / "schools").mkdir(parents=True)
    package = tmp_path / "docgen"
    assert shipped("schools", package) == package / "shipped" / "schools"
    assert shipped("casefiles", package) == tmp_path / "casefiles"


@pytest.mark.parametrize("name", [f"{name}.schema.json" for name in SCHEMAS])
def test_the_committed_schemas_are_those_of_the_model(name: str) -> None:
    committed = (ROOT / "schema" / name).read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(schema_files()[name])


def test_the_settings_are_a_sheet_like_all_others() -> None:
    assert sheet_from(SETTINGS_TEXT, "docgen.yaml").root.entries[0][0].text == "schema"
