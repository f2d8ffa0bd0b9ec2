"""Phrases are listed with what they leave open."""

from pathlib import Path

import pytest

from docgen.errors import TemplateRejected
from docgen.service import phrases
from docgen.service.phrases import list_phrases
from docgen.store.workspace import find_workspace


def test_the_library_is_listed_where_no_authority_is_named(tmp_path: Path) -> None:
    listed = {each.key: each for each in list_phrases(find_workspace(tmp_path, None, {}))}
    assert listed["phone-before"].asks == ("time",)
    assert listed["lead-for-family"].asks == ("contact", "number")
    assert listed["on-report"].asks == ()


@pytest.mark.parametrize("text", ["phrases: {", "phrases: [a]\n"])
def test_a_library_that_cannot_be_read_is_told(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "library.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(phrases, "shipped", lambda name: tmp_path / name)
    with pytest.raises(TemplateRejected) as stopped:
        list_phrases(find_workspace(tmp_path, None, {}))
    assert stopped.value.code == "pack-rejected"
    assert stopped.value.findings[0].place is not None
    assert stopped.value.findings[0].place.file == "phrases/library.yaml"
