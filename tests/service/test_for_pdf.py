"""Authors of templates learn beforehand what no PDF could be made of."""

from pathlib import Path

import pytest
from oddblocks import BLOCKS
from pdfwork import PLACE, word
from templatework import AUTHORITIES, TEMPLATES
from wordfiles import box, para, paras, text

from docgen.model.finding import Finding, Severity
from docgen.service.for_pdf import AT_ALL, WHY, remarks_for_pdf
from docgen.service.word import check_word
from docgen.store.workspace import find_workspace

BOXED = word(para(text("{{ pupil.name }}"), box(paras("Box"))))


def told(content: bytes, severity: Severity = Severity.WARNING) -> list[Finding]:
    return list(remarks_for_pdf(content, PLACE, severity))


def test_what_stands_in_the_way_is_told_with_its_reason() -> None:
    (finding,) = told(BOXED)
    assert finding.rule == "pdf-text-box"
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        f"In the text, near “{{{{ pupil.name }}}}”: a text box (Insert, Text Box). {WHY}"
    )


def test_of_what_libreoffice_would_lose_too_it_is_not_said_that_it_helps() -> None:
    (finding,) = told(BLOCKS["a picture whose file is empty"].content)
    assert finding.rule == "pdf-picture-damaged"
    assert finding.message.endswith(AT_ALL)


def test_what_only_looks_otherwise_is_information_without_that_reason() -> None:
    older = {"settings": "<w:compat><w:noLeading/></w:compat>"}
    (finding,) = told(word(paras("Dear Sam"), sheets=older))
    assert finding.rule == "pdf-older-layout"
    assert finding.severity is Severity.INFORMATION
    assert WHY not in finding.message


def test_what_the_linter_tells_is_not_told_twice() -> None:
    hidden = para(text("Seen."), text("Not seen.", "<w:vanish/>"))
    assert told(word(hidden, title="")) == []


def test_a_file_that_is_no_word_file_is_told_elsewhere() -> None:
    assert told(b"Dear Sam") == []


def test_a_file_that_is_too_large_is_told() -> None:
    content = word(para(*(text(str(n)) for n in range(20_001))))
    assert [finding.rule for finding in told(content)] == ["pdf-too-much"]


@pytest.mark.parametrize(
    "path",
    sorted(p for each in AUTHORITIES for p in (TEMPLATES / each).glob("*.docx")),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_every_shipped_template_can_be_made_a_pdf(path: Path) -> None:
    assert told(path.read_bytes()) == []


def test_checking_any_template_tells_it_as_information(tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(BOXED)
    found = check_word(find_workspace(tmp_path, None, {}), file)
    (boxed,) = [each for each in found.told if each.finding.rule == "pdf-text-box"]
    assert boxed.finding.severity is Severity.INFORMATION
    assert boxed.where == "body"
    assert boxed.paragraph == 1
    assert found.linted.is_usable
