"""`docgen form inspect` and `docgen form read`: fields listed, drawn and mapped, values printed."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from badforms import BAD, signed
from click.testing import CliRunner, Result
from formwork import FORM, FORMS, field, objects_of
from PIL import Image
from pypdf import PdfReader
from rawpdf import pdf

from docgen.cli.main import docgen
from docgen.service.forms_read import read_back


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with some forms."""
    for name in ("texts", "buttons", "choices", "hybrid", "visit", "request"):
        (tmp_path / f"{name}.pdf").write_bytes(FORMS[name]())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """Run a command of forms."""
    return CliRunner().invoke(docgen, ["form", *words])


@pytest.mark.usefixtures("folder")
def test_inspect_lists_the_fields_of_a_form() -> None:
    result = run("inspect", "texts.pdf")
    assert result.exit_code == 0
    assert "texts.pdf: 10 fields on 1 page." in result.stdout
    lines = {line.split()[0]: line for line in result.stdout.splitlines() if line}
    assert "60 800 300 820" in lines["plain"]
    assert "at most 200 characters" in lines["plain"]
    assert "Your name" in lines["plain"]
    assert "needed" in lines["needed"].removeprefix("needed")
    assert "read only" in lines["fixed"]
    assert "As it stands" in lines["fixed"]


@pytest.mark.usefixtures("folder")
def test_inspect_tells_states_choices_and_what_is_held() -> None:
    text = run("inspect", "buttons.pdf").stdout + run("inspect", "choices.pdf").stdout
    assert "On foot, By bus" in text
    assert "a, b" in text
    assert "ticked" in text
    assert "None, Interpreter, Easy read; several" in text
    assert "Post, By hand; or other text" in text
    assert "None, Easy read  " in text


@pytest.mark.usefixtures("folder")
def test_inspect_tells_what_would_be_taken_out_and_a_signature() -> None:
    assert "form-out-scripts  I  Scripts are taken out: 6." in run("inspect", "hybrid.pdf").stdout
    Path("signed.pdf").write_bytes(signed())
    assert "form-signed  W" in run("inspect", "signed.pdf").stdout


@pytest.mark.usefixtures("folder")
def test_inspect_answers_in_json() -> None:
    told = json.loads(run("inspect", "choices.pdf", "--json").stdout)
    assert (told["exit"], told["pages"], told["tagged"], told["findings"]) == (0, 1, False, [])
    several = next(each for each in told["fields"] if each["name"] == "several")
    assert several["kind"] == "choice"
    assert several["value"] == ["None", "Easy read"]
    assert several["options"][0] == {"export": "n", "label": "None"}
    assert several["widgets"] == [
        {"page": 1, "rect": [60, 610, 300, 670], "turned": 0, "state": ""}
    ]


@pytest.mark.usefixtures("folder")
def test_inspect_answers_in_one_way() -> None:
    result = run("inspect", "texts.pdf", "--map", "--json")
    assert json.loads(result.stdout)["error"]["code"] == "form-two-answers"
    assert result.exit_code == 2


@pytest.mark.usefixtures("folder")
def test_a_picture_shows_the_names_of_the_fields() -> None:
    assert "names.pdf is made." in run("inspect", "buttons.pdf", "--picture", "names.pdf").stdout
    drawn = PdfReader("names.pdf").pages[0]["/Annots"]
    texts = [each.get_object() for each in drawn]  # type: ignore[attr-defined]
    stamps = [each["/AP"]["/N"].get_data() for each in texts if each["/Subtype"] == "/Stamp"]
    assert len(stamps) == 14
    assert any(b"(way=0)" in each for each in stamps)


@pytest.mark.usefixtures("folder")
def test_a_picture_of_each_page_can_be_had() -> None:
    told = json.loads(run("inspect", "visit.pdf", "--picture", "page.png", "--json").stdout)
    assert told["pictures"] == ["page-1.png", "page-2.png"]
    assert run("inspect", "texts.pdf", "--picture", "one.png").exit_code == 0
    with Image.open("one.png") as picture:
        red, green, blue = (band.tobytes() for band in picture.convert("RGB").split())
    assert any(r > 150 > g + b for r, g, b in zip(red, green, blue, strict=True))


@pytest.mark.usefixtures("folder")
def test_a_picture_never_takes_the_place_of_a_file() -> None:
    Path("names.png").write_bytes(b"mine")
    result = run("inspect", "texts.pdf", "--picture", "names.png")
    assert "[form-out-there]" in result.stderr
    assert Path("names.png").read_bytes() == b"mine"
    assert run("inspect", "texts.pdf", "--picture", "names.png", "--force").exit_code == 0
    assert "[form-out-is-form]" in run("inspect", "texts.pdf", "--picture", "texts.pdf").stderr
    told = run("inspect", "texts.pdf", "--picture", "names.gif", "--json").stdout
    assert json.loads(told)["error"]["code"] == "form-picture-name"


def test_long_names_and_turned_fields_are_drawn_too(folder: Path) -> None:
    long = {10: field("Tx", 0, f"/T({'very ' * 40}long\\(er\\))")}
    (folder / "long.pdf").write_bytes(pdf(objects_of(long, more={FORM: ""})))
    (folder / "turned.pdf").write_bytes(FORMS["turned"]())
    for name in ("long", "turned"):
        assert run("inspect", f"{name}.pdf", "--picture", f"{name}-names.pdf").exit_code == 0
    stamp = PdfReader("long-names.pdf").pages[0]["/Annots"][1]  # type: ignore[index]
    assert b"very long\\(er\\)) Tj" in stamp["/AP"]["/N"].get_data()


@pytest.mark.usefixtures("folder")
def test_read_prints_values_that_fill_takes_again() -> None:
    for name in ("buttons", "choices", "request", "visit"):
        values = run("read", f"{name}.pdf")
        assert values.exit_code == 0
        Path("values.yaml").write_text(values.stdout, encoding="utf-8")
        again = run("fill", f"{name}.pdf", "values.yaml", "-o", f"{name}-again.pdf")
        assert again.exit_code == 0, again.stderr
        assert run("read", f"{name}-again.pdf").stdout == values.stdout


@pytest.mark.usefixtures("folder")
def test_read_answers_in_json_and_tells_an_empty_form() -> None:
    told = json.loads(run("read", "choices.pdf", "--json").stdout)
    assert told["values"]["several"] == ["None", "Easy read"]
    assert run("read", "texts.pdf").stdout == '"fixed": "As it stands"\n'
    assert run("read", "hybrid.pdf").stdout == "{}\n"
    assert read_back(BytesIO(FORMS["visit"]()).getvalue(), "form.pdf")["Journey"] == "foot"


@pytest.mark.usefixtures("folder")
def test_names_and_texts_of_a_form_are_quoted_in_yaml() -> None:
    odd = {10: field("Tx", 0, "/T(a: b#)/V<FEFF006E006F000A001B005B>")}
    Path("odd.pdf").write_bytes(pdf(objects_of(odd)))
    assert run("read", "odd.pdf").stdout == '"a: b#": "no\\U0000000a\\U0000001b["\n'


@pytest.mark.parametrize("command", ["inspect", "read"])
def test_what_is_no_form_is_refused(folder: Path, command: str) -> None:
    for name in ("a Word file", "encrypted", "XFA alone", "cut off"):
        (folder / "bad.pdf").write_bytes(BAD[name]())
        result = run(command, "bad.pdf")
        assert result.exit_code == 5
        assert "bad.pdf can't be used as a form. [form-rejected]" in result.stderr
    result = run(command, "missing.pdf")
    assert result.exit_code == 8
