"""A worked case whose parents read any one language: every kind that they get is made in it.

Each paper's golden text is there to be read by somebody who knows the language.
"""

import re
from pathlib import Path

import pytest
from languagework import EVERY_PAPER, TAGS, Setting, papers
from worked import REPOSITORY, as_text

from docgen.model.people import Variant
from docgen.service.packs import load_pack
from docgen.store.workspace import find_workspace

GOLDEN = REPOSITORY / "tests" / "golden_languages"
REWRITE = "--rewrite-golden"


def kinds(authority: str) -> set[str]:
    """Give the kinds that a parent gets."""
    pack = load_pack(find_workspace(REPOSITORY, REPOSITORY, {}), authority).pack
    return {name for name, kind in pack.kinds.items() if kind.audience == "parent"}


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("authority", EVERY_PAPER)
def test_each_kind_that_a_parent_gets_reads_as_its_golden_text(
    authority: str, tag: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    made = list(papers(Setting(authority, tag), tmp_path))
    assert {paper.name for paper in made} == kinds(authority)
    folder, texts = GOLDEN / tag / authority, {paper.name: as_text(paper.content) for paper in made}
    if request.config.getoption(REWRITE):
        rewrite(folder, texts)
    assert texts == {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt")}
    for paper in made:
        assert paper.job.language == f"{tag}-en"
        assert not re.search(r"\{[{%]|[%}]\}|[\ue000\ue001]", texts[paper.name]), paper.name
        assert set(paper.rules) <= {"T-18"}


def rewrite(folder: Path, texts: dict[str, str]) -> None:
    """Put the texts in place of those that lie there."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in set(folder.glob("*.txt")) - {folder / f"{name}.txt" for name in texts}:
        stale.unlink()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")


@pytest.mark.parametrize("variant", ["large", "plain", "easy"])
@pytest.mark.parametrize("authority", EVERY_PAPER)
def test_parents_get_their_papers_for_their_eyes(
    authority: str, variant: Variant, tmp_path: Path
) -> None:
    made = list(papers(Setting(authority, "en", variant), tmp_path))
    acts = {paper.job.kind.act for paper in made}
    assert {"invite", "contract", "warning"} <= acts
    assert variant == "easy" or {paper.name for paper in made} == kinds(authority)
    assert all(variant == "plain" or "T-18" not in paper.rules for paper in made)
