"""A template compiled once is kept as bytes, and filled in without what compiled it."""

import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from wordfiles import compiled, letter, para, paras, table, text, word_file

from docgen import merge_word
from docgen.press.word.merge import from_bytes, merge
from docgen.service.compiled import by_way_of
from docgen.store.cache import Cache

CONTENT = word_file(
    table(["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]), title="For {{ name }}"
)
VALUES = {"xs": ["a", "b & c"], "name": "Siân"}
COLD = """
import sys
from docgen import merge_word
with open(sys.argv[1], "rb") as file:
    made = merge_word(file.read(), {"name": "Ada"})
print(sorted({"lxml", "docxtpl", "docx", "babel"} & set(sys.modules)))
"""


def test_what_was_kept_makes_the_same_document() -> None:
    template = compiled(CONTENT)
    again = from_bytes(template.to_bytes())
    assert again is not None
    assert merge(again, VALUES) == merge(template, VALUES)
    assert merge(again, VALUES).digest == merge(template, VALUES).digest
    assert merge(again, VALUES).words == merge(template, VALUES).words


@pytest.mark.parametrize("at", [0, 20, 60, -1])
def test_one_that_is_damaged_is_none(at: int) -> None:
    kept = bytearray(compiled(CONTENT).to_bytes())
    kept[at] ^= 1
    assert from_bytes(bytes(kept)) is None
    assert from_bytes(b"") is None


def test_a_template_is_compiled_once_and_damage_is_mended(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "own")
    made: list[int] = []

    def compile_it() -> object:
        made.append(1)
        return compiled(CONTENT)

    for _ in range(2):
        assert by_way_of(cache, {"a": 1}, compile_it) is not None  # type: ignore[arg-type]
    (kept,) = cache.folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    by_way_of(cache, {"a": 1}, compile_it)  # type: ignore[arg-type]
    by_way_of(cache, {"a": 2}, compile_it)  # type: ignore[arg-type]
    assert len(made) == 3


def test_a_letter_from_a_kept_template_loads_neither_lxml_nor_docxtpl(tmp_path: Path) -> None:
    template = tmp_path / "template.docx"
    template.write_bytes(letter("Dear {{ name }},"))
    merge_word(template.read_bytes(), {"name": "Ada"})
    told = subprocess.run(  # noqa: S603 - this Python, on a program of our own
        [sys.executable, "-c", COLD, str(template)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_ten_thousand_letters_take_no_more_memory_than_one() -> None:
    template = compiled(CONTENT)
    for _ in range(50):
        merge(template, VALUES)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(10_000):
        merge(template, VALUES)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 100_000


def test_a_part_that_needs_more_than_words_put_right_is_read_and_mended() -> None:
    control = (
        f"<w:sdt><w:sdtContent>{paras('{%p if yes %}', 'x', '{%p endif %}')}</w:sdtContent></w:sdt>"
    )
    template = compiled(word_file(control + para(text("{{ name }}"))))
    assert template.tagged[0].mending.always
    assert [word.text for word in merge(template, {"yes": False, "name": "a"}).words] == ["a"]
