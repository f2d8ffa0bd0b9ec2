"""What a clerk asks of packs: which there are, whether one is right, a template to change."""

import io
import zipfile
from pathlib import Path

import pytest
from pageoffice import page_office

from docgen.errors import TemplateRejected, UsageTrouble
from docgen.model.finding import Severity
from docgen.service.packs import (
    check_pack,
    edit_template,
    kind_of,
    list_packs,
    load_pack,
)
from docgen.store.packs import authorities
from docgen.store.shipped import shipped
from docgen.store.workspace import Workspace, find_workspace

AUTHORITY = "wessex-vale"
BODY = "word/document.xml"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """Give an office's workspace with nothing of its own."""
    (tmp_path / "docgen.yaml").write_text("schema: 1\n", "utf-8")
    return find_workspace(tmp_path, tmp_path, {})


@pytest.fixture
def small_office(tmp_path: Path) -> Workspace:
    """Give an office whose own pack has two small templates."""
    office = page_office(tmp_path / "small")
    return find_workspace(office, office, {})


def changed(template: Path, old: str, new: str) -> None:
    """Change a Word file as somebody would in Word."""
    content = template.read_bytes()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == BODY:
                assert old in part.decode()
                part = part.decode().replace(old, new, 1).encode()
            after.writestr(name, part)
    template.write_bytes(made.getvalue())


@pytest.mark.parametrize("authority", authorities(shipped("templates")))
def test_every_packaged_pack_is_without_a_fault(office: Workspace, authority: str) -> None:
    loaded = load_pack(office, authority)
    found = [(finding.rule, finding.severity) for finding in check_pack(office, authority)]
    kinds = loaded.pack.kinds
    read = [n for n in loaded.contents if kinds[n.partition(".")[0]].audience == "parent"]
    assert found == [("pack-reading-age", Severity.INFORMATION)] * len(read)
    assert set(loaded.contents) == set(loaded.pack.templates)
    for name, kind in loaded.pack.kinds.items():
        assert kind_of(loaded.pack, name) is kind


def test_the_packs_are_listed(office: Workspace) -> None:
    packaged = list_packs(office)
    assert len(packaged) > 1
    assert all(pack.pack and not pack.is_own and not pack.findings for pack in packaged)


def test_an_office_takes_a_template_to_change_it(office: Workspace) -> None:
    authority = list_packs(office)[0].authority
    kind = next(iter(load_pack(office, authority).pack.kinds))
    path = edit_template(office, authority, kind)
    assert path == office.templates / authority / f"{kind}.docx"
    assert path.read_bytes() == (shipped("templates") / authority / path.name).read_bytes()
    sheet = path.with_name("pack.yaml").read_text("utf-8")
    assert f"based_on: {authority} {load_pack(office, authority).pack.version}" in sheet
    assert {finding.rule for finding in check_pack(office, authority)} == {"pack-reading-age"}
    assert [pack.authority for pack in list_packs(office) if pack.is_own] == [authority]


def test_a_changed_template_is_used_and_the_others_stay(office: Workspace) -> None:
    authority = list_packs(office)[0].authority
    before = load_pack(office, authority)
    path = edit_template(office, authority, "contract")
    changed(path, "Good to know", "Worth knowing")
    after = load_pack(office, authority)
    differing = {name for name in before.contents if before.contents[name] != after.contents[name]}
    assert differing == {"contract.docx"}


def test_a_template_that_is_there_already_is_never_overwritten(office: Workspace) -> None:
    authority = list_packs(office)[0].authority
    path = edit_template(office, authority, "contract")
    changed(path, "Good to know", "Worth knowing")
    mine = path.read_bytes()
    with pytest.raises(UsageTrouble) as stopped:
        edit_template(office, authority, "contract")
    assert stopped.value.code == "pack-own-already"
    assert path.read_bytes() == mine


def test_a_pack_sheet_that_is_there_already_is_kept(office: Workspace) -> None:
    authority = list_packs(office)[0].authority
    version = load_pack(office, authority).pack.version
    folder = office.templates / authority
    folder.mkdir(parents=True)
    mine = f"based_on: {authority} {version}\nname: Ours\n"
    (folder / "pack.yaml").write_text(mine, "utf-8")
    edit_template(office, authority, "contract")
    assert (folder / "pack.yaml").read_text("utf-8") == mine
    assert load_pack(office, authority).pack.name == "Ours"


def test_packaged_templates_are_never_changed_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    nowhere = find_workspace(tmp_path, None, {})
    with pytest.raises(UsageTrouble) as stopped:
        edit_template(nowhere, list_packs(nowhere)[0].authority, "contract")
    assert stopped.value.code == "pack-no-workspace"
    assert list(tmp_path.iterdir()) == []


def test_a_kind_that_the_pack_lacks_is_told_with_those_it_has(office: Workspace) -> None:
    authority = list_packs(office)[0].authority
    with pytest.raises(UsageTrouble) as stopped:
        edit_template(office, authority, "contracts")
    assert stopped.value.code == "pack-kind-unknown"
    assert "contract" in stopped.value.remedy


def test_a_faulty_pack_stops_the_run_with_all_that_is_wrong(office: Workspace) -> None:
    authority = list_packs(office)[0].authority
    version = load_pack(office, authority).pack.version
    folder = office.templates / authority
    folder.mkdir(parents=True)
    sheet = f"based_on: {authority} {version}\nversion: two\nseverities: {{R17: W}}\n"
    (folder / "pack.yaml").write_text(sheet, "utf-8")
    with pytest.raises(TemplateRejected) as stopped:
        load_pack(office, authority)
    assert stopped.value.code == "pack-rejected"
    rules = {finding.rule for finding in stopped.value.findings}
    assert rules == {"pack-version-form", "pack-rule-id"}
    assert {finding.rule for finding in check_pack(office, authority)} == rules
    (broken,) = (pack for pack in list_packs(office) if pack.is_own)
    assert broken.pack is None
    assert {finding.rule for finding in broken.findings} == rules


def test_a_pack_that_cannot_be_read_is_told(office: Workspace) -> None:
    authority = list_packs(office)[0].authority
    folder = office.templates / authority
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("- a list", "utf-8")
    assert [finding.rule for finding in check_pack(office, authority)] == ["yaml-no-fields"]
    with pytest.raises(TemplateRejected):
        load_pack(office, authority)


@pytest.mark.parametrize(
    ("old", "new", "rule", "severity"),
    [
        ("pupil.legal_name", "pupil.leagl_name", "promise-unknown-name", Severity.ERROR),
        ("statements.parent_agreement", "statements.farewell", "promise-statement-not-listed", ""),
        ("{{ statements.parent_agreement }}", "Sign.", "promise-statement-not-placed", ""),
        ("{%p for requirement in contract.requirements %}", "{%p if %}", "word-tag-misspelt", ""),
        ("{{ contract.reasons }}", "{{ contract.reasons", "word-tag-unclosed", ""),
        (": {{ contract.reasons", " under &lt;16s: {{ contract.reasons", "word-odd-angle", ""),
    ],
)
def test_a_template_with_a_slip_is_told_before_it_is_used(
    small_office: Workspace, old: str, new: str, rule: str, severity: str
) -> None:
    before = {finding.rule for finding in check_pack(small_office, AUTHORITY)}
    changed(small_office.templates / AUTHORITY / "contract.docx", old, new)
    found = [finding for finding in check_pack(small_office, AUTHORITY) if finding.rule == rule]
    assert found
    assert rule not in before
    assert found[0].severity == (severity or Severity.ERROR)


def test_evidence_that_the_program_lacks_is_told(office: Workspace) -> None:
    packs = (load_pack(office, each.authority).pack for each in list_packs(office))
    pack, kind = next((p, k) for p in packs for k in p.kinds.values() if k.rows)
    folder = office.templates / pack.authority
    folder.mkdir(parents=True)
    sheet = (shipped("templates") / pack.authority / "pack.yaml").read_text("utf-8")
    topic = next(row.evidence for row in kind.rows.values() if row.evidence)
    sheet = sheet.replace(f"evidence: {topic}", "evidence: weather", 1)
    own = sheet + f"based_on: {pack.authority} {pack.version}\n"
    (folder / "pack.yaml").write_text(own, "utf-8")
    findings = check_pack(office, pack.authority)
    assert [finding.rule for finding in findings] == ["pack-topic-unknown"]


def test_a_template_that_no_pdf_can_be_made_of_is_told(small_office: Workspace) -> None:
    path = small_office.templates / AUTHORITY / "contract.docx"
    changed(path, "</w:body>", "<w:p><w:r><w:rPr><w:emboss/></w:rPr></w:r></w:p></w:body>")
    found = [(f.rule, f.severity) for f in check_pack(small_office, AUTHORITY) if "pdf" in f.rule]
    assert found == [("pdf-text-effect", Severity.WARNING)]
