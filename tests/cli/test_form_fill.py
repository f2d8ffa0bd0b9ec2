"""`docgen form fill`, and `docgen.fill_form`: whole files or none, faults with their lines."""

import json
import math
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fillwork import a_form, box, by_pypdf, text, tick

import docgen
from docgen.cli.main import docgen as program
from docgen.errors import CasefileRejected, TemplateRejected

FORM = a_form(
    [
        text("pupil.name", box(40, 700)),
        text("pupil.code", box(40, 660), b"/MaxLen 4"),
        tick("seen", box(40, 620, 20, 20)),
    ]
)
DATA = "pupil:\n  name: Zoë Marsh\n  code: 0042\nseen: true\n"
HELD = {"pupil.name": "Zoë Marsh", "pupil.code": "0042", "seen": "/Yes"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a form and values for it."""
    (tmp_path / "form.pdf").write_bytes(FORM)
    (tmp_path / "values.yaml").write_text(DATA, "utf-8")
    return tmp_path


def fill(folder: Path, *more: str, data: str = "values.yaml", out: str = "out.pdf") -> Result:
    """Fill the form in."""
    places = [str(folder / name) for name in ("form.pdf", data, out)]
    words = ["form", "fill", *places[:2], "-o", places[2], *more]
    return CliRunner().invoke(program, words)


def test_a_form_is_filled_in_from_a_file_of_values(folder: Path) -> None:
    result = fill(folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "out.pdf is made." in result.stdout
    assert by_pypdf((folder / "out.pdf").read_bytes()) == HELD


def test_python_and_the_command_line_make_the_same(folder: Path) -> None:
    fill(folder, "--flatten")
    values = {"pupil": {"name": "Zoë Marsh", "code": "0042"}, "seen": True}
    assert (folder / "out.pdf").read_bytes() == docgen.fill_form(FORM, values, flatten=True)


def test_the_answer_in_json(folder: Path) -> None:
    script = FORM.replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>")
    (folder / "form.pdf").write_bytes(script)
    answer = json.loads(fill(folder, "--json").stdout)
    assert set(answer) == {"exit", "file", "final", "findings"}
    assert (answer["exit"], answer["final"]) == (0, False)
    assert [each["rule"] for each in answer["findings"]] == ["form-out-scripts"]


def test_every_fault_is_told_with_its_line_and_nothing_is_written(folder: Path) -> None:
    wrong = "pupil:\n  name: [Zoë]\n  code: 00421\nseen: maybe\nheard: true\n"
    (folder / "values.yaml").write_text(wrong, "utf-8")
    result = fill(folder)
    assert result.exit_code == 3
    told = " ".join(result.stderr.split())
    assert "[form-values]" in told
    for line, rule in enumerate(
        ("form-wrong-type", "form-too-long", "form-wrong-state", "form-unknown"), 2
    ):
        assert f"values.yaml:{line}:" in told
        assert rule in told
    assert not (folder / "out.pdf").exists()


def test_a_text_that_does_not_fit_is_told_with_its_line(folder: Path) -> None:
    (folder / "values.yaml").write_text(f"seen: true\npupil.name: {'Anna ' * 90}\n", "utf-8")
    result = fill(folder)
    assert result.exit_code == 3
    assert "values.yaml:2:13  form-overflow  E" in result.stderr
    assert not (folder / "out.pdf").exists()


def test_faults_of_json_are_told_for_the_file(folder: Path) -> None:
    (folder / "values.json").write_text('{"heard": true}', "utf-8")
    result = fill(folder, data="values.json")
    assert "values.json:1:1 form-unknown" in " ".join(result.stderr.split())


def test_values_that_can_not_be_read_are_told(folder: Path) -> None:
    (folder / "values.yaml").write_text("pupil: &x 1\n", "utf-8")
    result = fill(folder)
    assert result.exit_code == 3
    assert "form-data" in result.stderr
    assert "yaml-" in result.stderr


def test_a_file_that_is_there_is_written_over_only_if_asked_for(folder: Path) -> None:
    (folder / "out.pdf").write_bytes(b"mine")
    result = fill(folder)
    assert (result.exit_code, "form-out-there" in result.stderr) == (2, True)
    assert (folder / "out.pdf").read_bytes() == b"mine"
    assert fill(folder, "--force").exit_code == 0


@pytest.mark.parametrize("name", ["form.pdf", "values.yaml"])
def test_what_was_given_is_never_written_over(folder: Path, name: str) -> None:
    before = (folder / name).read_bytes()
    result = fill(folder, "--force", out=name)
    assert (result.exit_code, "form-out-is-form" in result.stderr) == (2, True)
    assert (folder / name).read_bytes() == before


def test_what_is_no_form_is_refused(folder: Path) -> None:
    (folder / "form.pdf").write_bytes(b"PK\x03\x04")
    result = fill(folder)
    assert result.exit_code == 5
    assert "form-not-pdf" in result.stderr
    assert not (folder / "out.pdf").exists()


def test_python_raises_what_the_command_line_tells() -> None:
    with pytest.raises(CasefileRejected) as stopped:
        docgen.fill_form(FORM, {"seen": "maybe", "heard": True})
    assert [each.rule for each in stopped.value.findings] == ["form-wrong-state", "form-unknown"]
    assert stopped.value.message == "The values don't fit the form."
    with pytest.raises(TemplateRejected):
        docgen.fill_form(b"", {})
    with pytest.raises(TypeError):
        docgen.fill_form(FORM, {"pupil.name": math.sqrt})
