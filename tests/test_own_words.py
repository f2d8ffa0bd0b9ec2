"""No template, pack or message takes a sentence from the councils' documents (runs of nine words).

`nine_words.bin` holds what the facts were taken from: of each run of nine words in five public
documents of councils and the Department for Education the first five bytes of its SHA-256, in
order. Names of Acts, guidance and services are nobody's sentences.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from test_every_message import modules, tables

from docgen.check.rules.registry import Rule
from docgen.press.ooxml.words import words_of

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
WIDTH, RUN = 5, 9
NAMES = re.compile(
    r"working together to improve school attendance|anti-social behaviour act \d+|education act \d+"
    r"|[\w.-]+@[\w.-]+|https?://\S+",
    re.IGNORECASE,
)
TAG = re.compile(r"\{[{%].*?[%}]\}|\{[\w.]*\}")
TERM = re.compile(r"\{\{ terms\.(\w+) \}\}")
FIELDS = ("text", "instead", "helps_with", "measure", "title", "name", "words")


def known() -> frozenset[bytes]:
    """Give the marks of all runs of nine words in the documents."""
    marks = (HERE / "nine_words.bin").read_bytes()
    return frozenset(marks[n : n + WIDTH] for n in range(0, len(marks), WIDTH))


def mark(run: list[str]) -> bytes:
    """Give the mark of a run of nine words."""
    return sha256(" ".join(run).encode()).digest()[:WIDTH]


def runs(text: str, terms: Mapping[str, str]) -> Iterator[list[str]]:
    """Give the runs of nine words in a text; what is filled in later parts it."""
    said = TERM.sub(lambda term: terms.get(term[1], ""), text)
    for piece in NAMES.sub("|", TAG.sub("|", said)).split("|"):
        words = re.findall("[a-z0-9]+", re.sub("['\u2019]", "", piece.lower()))
        yield from (words[n : n + RUN] for n in range(len(words) - RUN + 1))


def texts_in(node: object) -> Iterator[str]:
    """Give the texts of a pack's or library's sheet that may be printed."""
    if isinstance(node, dict):
        for name, below in node.items():
            if isinstance(below, str) and name in FIELDS:
                yield below
            else:
                yield from texts_in(below)
    elif isinstance(node, list):
        for below in node:
            yield from texts_in(below)
            yield from [below] if isinstance(below, str) else []


def sheets() -> list[Path]:
    """List the packs and the library of phrases."""
    folders = (REPOSITORY / "templates", REPOSITORY / "phrases")
    return [path for folder in folders for path in sorted(folder.rglob("*.yaml"))]


def read(path: Path) -> object:
    """Read a sheet as text."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text alone


def terms_of(folder: Path) -> Mapping[str, str]:
    """Give the terms of a pack."""
    pack = read(folder / "pack.yaml")
    terms = pack.get("terms") if isinstance(pack, dict) else None
    return terms if isinstance(terms, dict) else {}


def messages() -> Iterator[str]:
    """Give all that the program can say of somebody's file, and why."""
    for module in modules():
        for table in tables(module):
            for wording in table.values():
                yield from (wording.message, wording.remedy)
        rules = getattr(module, "RULES", ())
        for rule in rules if isinstance(rules, tuple) else ():
            if isinstance(rule, Rule):
                yield from (rule.source, rule.says, rule.remedy, rule.why)


def borrowed(texts: Iterator[str], terms: Mapping[str, str]) -> list[str]:
    """Give the runs of nine words that stand in the documents too."""
    marks = known()
    return [" ".join(run) for text in texts for run in runs(text, terms) if mark(run) in marks]


@pytest.mark.parametrize("path", sheets(), ids=lambda path: path.parent.name)
def test_no_pack_borrows_a_sentence(path: Path) -> None:
    read_in = read(path)
    terms = read_in.get("terms", {}) if isinstance(read_in, dict) else {}
    assert borrowed(texts_in(read_in), terms) == []


@pytest.mark.parametrize(
    "path",
    sorted((REPOSITORY / "templates").rglob("*.docx")),
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_no_template_borrows_a_sentence(path: Path) -> None:
    words = (found.text for found in words_of(path.read_bytes()))
    assert borrowed(words, terms_of(path.parent)) == []


def test_no_message_borrows_a_sentence() -> None:
    assert borrowed(messages(), {}) == []


def test_a_borrowed_sentence_would_be_found() -> None:
    first = (HERE / "nine_words.bin").read_bytes()[:WIDTH]
    words = ["we", "wrote", "every", "one", "of", "these", "nine", "words", "ourselves"]
    assert list(runs(" ".join(words), {})) == [words]
    assert mark(words) not in known()
    assert first in known()
