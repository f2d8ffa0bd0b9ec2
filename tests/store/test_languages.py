"""A language is a folder with a language.yaml; the office's own goes before docgen's."""

import json
from pathlib import Path

import pytest
import yaml
from bundlework import SHEET, folder
from jsonschema.validators import validator_for

from docgen.errors import DocgenError, TemplateRejected, WordingMissing
from docgen.model.language import ENGLISH
from docgen.store.languages import folders_of, has_plain, languages, read_language
from docgen.store.shipped import shipped
from docgen.store.workspace import find_workspace

SHIPPED = ("ar", "bn", "pa", "pl", "ro", "uk", "ur")
RIGHT_TO_LEFT = {"ar", "ur"}


def refused(folders: tuple[Path, ...], tag: str) -> DocgenError:
    with pytest.raises(DocgenError) as caught:
        read_language(folders, tag)
    return caught.value


def test_seven_languages_come_with_docgen_beside_english() -> None:
    found = languages((shipped("translations"),))
    assert tuple(found) == SHIPPED
    assert {tag for tag, each in found.items() if each.direction == "rtl"} == RIGHT_TO_LEFT
    assert found["pa"].script == "Guru"
    assert found["ur"].screen_font == "Noto Naskh Arabic"
    assert all("{phone}" in each.contact for each in found.values())


def test_english_needs_no_folder() -> None:
    assert read_language((), "en") is ENGLISH
    assert languages(()) == {}


def test_an_offices_own_language_goes_before_docgens(tmp_path: Path) -> None:
    own = folder(tmp_path, sheet=SHEET.replace("name: Polish", "name: Polish of ours", 1))
    folders = (own, shipped("translations"))
    assert read_language(folders, "pl").name == "Polish of ours"
    assert tuple(languages(folders)) == SHIPPED


@pytest.mark.parametrize("tag", ["cy", "xx-Whatever", "../pl"])
def test_a_language_that_nobody_has_is_told_with_those_there_are(tag: str) -> None:
    error = refused((shipped("translations"),), tag)
    assert isinstance(error, WordingMissing)
    assert error.code == "translations-no-language"
    assert "en, ar, bn" in error.remedy
    assert ".." not in error.message


@pytest.mark.parametrize(
    ("sheet", "rule", "line"),
    [
        (SHEET.replace("Latn", "latin"), "language-script", 4),
        (SHEET.replace("pl_PL", "Polish (Poland)"), "language-script", 4),
        (SHEET.replace("{phone}", "0300 123"), "language-contact", 6),
        (SHEET.replace("{phone}", "{phone} {name}"), "language-contact", 6),
        (SHEET.replace("name: Polish", "nam: Polish", 1), "field-mistyped", 1),
        (SHEET + "direction: up\n", "choice-unknown", 7),
    ],
)
def test_what_is_wrong_with_a_language_is_told_with_its_line(
    tmp_path: Path, sheet: str, rule: str, line: int
) -> None:
    error = refused((folder(tmp_path, sheet=sheet),), "pl")
    assert isinstance(error, TemplateRejected)
    assert error.code == "translations-rejected"
    places = [
        (each.rule, each.place.file, each.place.line) for each in error.findings if each.place
    ]
    assert (rule, "translations/pl/language.yaml", line) in places


def test_a_folder_named_by_no_language_is_refused(tmp_path: Path) -> None:
    folders = (folder(tmp_path, "Polish"),)
    with pytest.raises(TemplateRejected) as caught:
        languages(folders)
    (finding,) = caught.value.findings
    assert finding.rule == "language-tag"
    assert "“Polish”" in finding.message


def test_plain_words_are_there_where_an_authority_has_a_file(tmp_path: Path) -> None:
    home = tmp_path / "translations" / "en" / "plain"
    home.mkdir(parents=True)
    (home / "wessex-vale.po").write_text("", "utf-8")
    assert has_plain((tmp_path / "translations",), "wessex-vale")
    assert not has_plain((tmp_path / "translations",), "essex-weald")


def test_a_packs_own_texts_are_asked_first_then_the_offices(tmp_path: Path) -> None:
    (tmp_path / "docgen.yaml").write_text("schema: 1\n", "utf-8")
    own = tmp_path / "templates" / "wessex-vale" / "translations"
    for each in (own, tmp_path / "translations"):
        each.mkdir(parents=True)
    workspace = find_workspace(tmp_path, tmp_path, {})
    assert folders_of(workspace, "wessex-vale") == (
        own.resolve(),
        (tmp_path / "translations").resolve(),
        shipped("translations").resolve(),
    )


def test_without_an_office_docgens_own_texts_serve(tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    workspace = find_workspace(tmp_path, None, {})
    assert folders_of(workspace, "wessex-vale") == (shipped("translations").resolve(),)


@pytest.mark.parametrize("tag", SHIPPED)
def test_the_schema_takes_the_languages_that_come_with_docgen(tag: str) -> None:
    text = (shipped("translations") / tag / "language.yaml").read_text("utf-8")
    place = text.partition("$schema=")[2].split()[0]
    schema = json.loads((shipped("translations") / tag / place).read_text("utf-8"))
    faults = validator_for(schema)(schema).iter_errors(yaml.safe_load(text))
    assert [fault.message for fault in faults] == []
