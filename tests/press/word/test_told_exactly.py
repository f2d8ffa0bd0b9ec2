"""What is told of a tag that is not allowed, word for word; and values used as they are."""

from collections.abc import Mapping

import pytest
from wordfiles import PLACE, letter, paras, table, word_file

from docgen import merge_word
from docgen.errors import TemplateRejected
from docgen.press.ooxml.words import words_of
from docgen.press.word import plain, syntax
from docgen.press.word.environment import FREE_LOOP, Bound
from docgen.press.word.judging import refused
from docgen.press.word.merge import Template, names_used
from docgen.press.word.shapes import FREE, PACK, Demands

TOLD = [
    (PACK, "{{ -n }}", ("word-not-allowed", "reckoning")),
    (PACK, "{{ n + 1 }}", ("word-not-allowed", "reckoning")),
    (PACK, "{% for a, b in x %}{% endfor %}",
     ("word-not-allowed", "a loop over two names at once")),
    (PACK, "{% for a in b recursive %}{% endfor %}", ("word-not-allowed", "“recursive”")),
    (FREE, "{% for a in b recursive %}{% endfor %}", ("word-not-allowed", "“recursive”")),
    (FREE, "{{ x | join(*y) }}", ("word-filter-not-allowed", "join with these brackets")),
    (FREE, "{{ x | join(**y) }}", ("word-filter-not-allowed", "join with these brackets")),
    (FREE, "{{ x | selectattr('a', 'sameas', y) | join }}",
     ("word-filter-not-allowed", "selectattr with these brackets")),
    (FREE, "{{ x | select('sameas', y) | join }}",
     ("word-filter-not-allowed", "select with these brackets")),
    (FREE, "{{ x is sameas y }}", ("word-not-allowed", "the question “is sameas”")),
    (FREE, "{{ x is odd(*y) }}", ("word-not-allowed", "the question “is odd”")),
]  # fmt: skip


@pytest.mark.parametrize(("demands", "tag", "told"), TOLD)
def test_what_is_not_allowed_is_told_in_these_words(
    demands: Demands, tag: str, told: tuple[str, str]
) -> None:
    assert told in list(refused(syntax.parsed(tag, demands), demands))


@pytest.mark.parametrize(
    "tag", ["{{ x | map('title') | join }}", "{{ x | select('divisibleby', 3) | join }}"]
)
def test_a_filter_may_name_another_on_the_list(tag: str) -> None:
    assert list(refused(syntax.parsed(tag, FREE), FREE)) == []


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"a": "b", "c": 1, "d": True, "e": None},
        {"a": {"b": [("c", 2)]}},
        {"a": "Zofia Wójcik\n14 Mill Road"},
        {"a": "no-break\u00a0space"},
        {"a": [[] for _ in range(plain.GROUPS - 1)]},
    ],
)
def test_plain_values_are_used_as_they_are(values: Mapping[str, object]) -> None:
    assert plain.plain(values) is values


@pytest.mark.parametrize(
    "values",
    [
        {"a": "b\r\nc"},
        {"a": [[] for _ in range(plain.GROUPS)]},
        {"a": {"b": ["c\u2028d"]}},
    ],
)
def test_values_that_must_change_or_are_very_many_are_copied(values: dict[str, object]) -> None:
    before = repr(values)
    assert plain.plain(values) is not values
    assert repr(values) == before


def test_a_key_that_is_no_text_is_refused_wherever_it_stands() -> None:
    with pytest.raises(TypeError, match="a key of the values is int, not text"):
        plain.plain({"a": {1: "b"}})


VALUES: dict[str, object] = {"x": True, "list": [1, 2, 3], "a": "A", "p": {"n": "N"}}
LOST = "shares its {} with other text, pictures or breaks, which would be lost."
OPEN = "has no {}."
FAULTS = [
    (paras("{%p if x %} z", "{%p endif %}"), "word-text-beside-tag", LOST.format("paragraph")),
    (table(["{%tr if x %} z"]), "word-text-beside-tag", LOST.format("table row")),
    (table(["{%tc if x %} z"]), "word-text-beside-tag", LOST.format("table cell")),
    (paras("{%tc if x %}"), "word-row-tag-outside-table", "{%tc if x %} stands in no table."),
    (paras("{% if x %} z"), "word-block-open", OPEN.format("{% endif %}")),
    (paras("{%p for y in list %}"), "word-block-open", OPEN.format("{%p endfor %}")),
    (table(["{%tc if x %}", "a"]), "word-block-open", OPEN.format("{%tc endif %}")),
    (paras("{{ +a }}"), "word-no-reckoning", "{{ +a }} can't be reckoned"),
    (paras("{% for y in list %}{{ loop.first }}{% endfor %}"), "word-not-printable", "yes or no"),
    (paras("{%p hm %}"), "word-block-not-allowed", "hm"),
    (paras("{%p include a %}"), "word-block-not-allowed", "include"),
    (paras("{%tr colspan 2 %}"), "word-block-not-allowed", "colspan"),
]


@pytest.mark.parametrize(("body", "rule", "words"), FAULTS)
def test_a_fault_names_what_would_be_lost_or_is_missing(body: str, rule: str, words: str) -> None:
    with pytest.raises(TemplateRejected) as told:
        merge_word(word_file(body), VALUES)
    first = told.value.findings[0]
    assert first.rule == rule
    assert words in first.message


@pytest.mark.parametrize(
    ("unit", "body"),
    [
        ("sentence", paras("{% if x %}")),
        ("paragraph", paras("{%p if x %}")),
        ("table row", table(["{%tr if x %}"], ["a"])),
        ("table cell", table(["{%tc if x %}", "a"])),
    ],
)
def test_a_remedy_says_where_the_end_belongs(unit: str, body: str) -> None:
    with pytest.raises(TemplateRejected) as told:
        merge_word(word_file(body), VALUES)
    assert told.value.findings[0].remedy.endswith(f"in a {unit} of its own.")


@pytest.mark.parametrize(
    "body",
    [
        table(["{% if x %}a", "b{% endif %}"]),
        paras("{% if x %}a", "b{% endif %}"),
        table(["{%r if x %}", "{%r endif %}"]),
    ],
)
def test_a_sentence_s_block_may_end_in_a_place_of_the_same_kind(body: str) -> None:
    assert merge_word(word_file(body), VALUES)


def test_what_a_caller_s_own_filter_gives_must_be_plain_data() -> None:
    with pytest.raises(TypeError, match="not plain data"):
        merge_word(letter("{{ a | things | length }}"), VALUES, {"things": lambda _: [object()]})


def test_a_name_may_end_in_a_line_right_before_the_braces() -> None:
    made = merge_word(letter("{{ a_}}"), {"a_": "A"})
    assert [words.text for words in words_of(made)] == ["A"]


def test_an_item_is_counted_from_either_end() -> None:
    made = merge_word(letter("{{ list[-3] }}{{ list[2] }}"), VALUES)
    assert [words.text for words in words_of(made)] == ["13"]


@pytest.mark.parametrize("index", [-4, 3])
def test_an_item_beyond_either_end_is_no_item(index: int) -> None:
    with pytest.raises(TemplateRejected) as told:
        merge_word(letter(f"{{{{ list[{index}] }}}}"), VALUES)
    assert [finding.rule for finding in told.value.findings] == ["word-undefined-name"]


def test_a_loop_tells_eleven_things_of_itself() -> None:
    ours = {"index", "first", "last", "length", "index0", "revindex", "revindex0"}
    assert ours | {"depth", "depth0", "previtem", "nextitem"} == FREE_LOOP


def test_a_name_that_is_set_stands_for_what_it_was_set_to() -> None:
    names = names_used(Template(letter("{% set c = p %}{{ c.n }}"), PLACE), FREE)
    assert names.names == {"p", "p.n"}


def test_a_line_of_code_is_from_the_last_tag_that_began_before_it() -> None:
    bound = Bound(lambda _: iter(()), ((1, 5), (3, 9)))
    assert [bound.line(code) for code in (2, 5, 8, 9, 20)] == [1, 1, 1, 3, 3]
