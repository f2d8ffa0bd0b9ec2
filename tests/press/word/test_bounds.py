"""Where each bound of a merge lies: what just fits passes, one more is stopped."""

from collections.abc import Callable

import pytest
from wordfiles import faults, letter

from docgen import merge_word
from docgen.errors import CasefileRejected
from docgen.press.word import plain, reckoning, structure, syntax, theirs
from docgen.press.word.plain import Budget, Stopped

FIGURES = [
    (plain.DEEPEST, 20),
    (plain.TURNS, 100_000),
    (plain.STEPS, 5_000_000),
    (plain.LARGEST, 2_000_000),
    (plain.GROUPS, 200_000),
    (plain.WORK, 100_000_000),
    (reckoning.HIGHEST, 1_000_000_000_000_000_000),
    (theirs.MOST_PLACES, 20),
    (theirs.WIDEST, 1_000),
    (structure.DEEPEST, 8),
    (syntax.LONGEST, 200),
    (syntax.FREE_LONGEST, 1_000),
]


@pytest.mark.parametrize(("bound", "figure"), FIGURES)
def test_a_bound_is_changed_on_purpose_alone(bound: int, figure: int) -> None:
    assert bound == figure


@pytest.mark.parametrize(
    ("spend", "rule"),
    [
        (Budget(turns=3).turn, "word-loops-too-long"),
        (Budget(size=3).grow, "word-output-too-large"),
        (Budget(work=3 + 16).labour, "word-loops-too-long"),
    ],
)
def test_a_budget_can_be_spent_to_the_last(spend: Callable[[int], None], rule: str) -> None:
    spend(3)
    with pytest.raises(Stopped, match=rule):
        spend(1)


def test_each_filter_counts_for_more_than_what_it_goes_through() -> None:
    budget = Budget(work=100)
    budget.labour(0)
    assert budget.work == 84


@pytest.mark.parametrize(
    ("tags", "turns"), [(0, 100_000), (1, 100_000), (50, 100_000), (51, 98_039), (5_000, 1_000)]
)
def test_the_more_tags_a_template_has_the_fewer_turns(tags: int, turns: int) -> None:
    assert Budget.of(tags).turns == turns


def test_a_budget_is_large_enough_for_any_letter() -> None:
    assert (Budget().turns, Budget().size, Budget().work) == (100_000, 2_000_000, 100_000_000)


@pytest.mark.parametrize("free", [False, True])
def test_values_nest_twenty_deep(free: bool) -> None:
    value: object = "a\r"
    for _ in range(20):
        value = {"a": value}
    assert plain.plain({"a": value}, free=free)
    with pytest.raises(TypeError, match="nests too deep"):
        plain.plain({"a": {"a": value}}, free=free)


@pytest.mark.parametrize(
    ("tag", "made"),
    [
        ("{{ 999999999999999999 + 1 }}", True),
        ("{{ 1000000000000000000 + 1 }}", False),
        ("{{ 0 - 1000000000000000000 }}", True),
        ("{{ 0 - 1000000000000000000 - 1 }}", False),
        ("{{ 1 | round(20) }}", True),
        ("{{ 1 | round(21) }}", False),
        ("{{ [1] | batch(1000, 2) | list | length }}", True),
        ("{{ [1] | batch(1001, 2) | list | length }}", False),
        ("{{ 1 / 0 }}", False),
        ("{{ 1 % 0 }}", False),
        ("{{ 'a' * 2 }}", False),
        ("{{ 'a' + 'b' }}", True),
        ("{{ 'a' + 1 }}", False),
        ("{{ -x }}", False),
        ("{{ -5 }}", True),
    ],
)
def test_reckoning_stays_within_bounds(tag: str, made: bool) -> None:
    if made:
        assert merge_word(letter(tag), {"x": "a"})
    else:
        assert faults(lambda: merge_word(letter(tag), {"x": "a"}))


@pytest.mark.parametrize(("inside", "made"), [(1_000, True), (1_001, False)])
def test_a_tag_is_so_long_and_no_longer(inside: int, made: bool) -> None:
    tag = f"{{{{ '{'a' * (inside - 2)}' }}}}"
    if made:
        assert merge_word(letter(tag), {})
    else:
        assert faults(lambda: merge_word(letter(tag), {})) == ["word-tag-too-long"]


@pytest.mark.parametrize(("depth", "made"), [(8, True), (9, False)])
def test_blocks_nest_eight_deep(depth: int, made: bool) -> None:
    content = letter(*["{%p if x %}"] * depth, "a", *["{%p endif %}"] * depth)
    if made:
        assert merge_word(content, {"x": True})
    else:
        assert "word-nested-too-much" in faults(lambda: merge_word(content, {"x": True}))


SHOWN = "\t\n\r\v\f"
HIDDEN = [
    *(chr(n) for n in range(32) if chr(n) not in SHOWN),
    "\ud800",
    "\udfff",
    "\ufffe",
    "\uffff",
]


@pytest.mark.parametrize("sign", HIDDEN)
@pytest.mark.parametrize("free", [False, True])
def test_signs_that_no_document_can_show_are_refused(sign: str, *, free: bool) -> None:
    if free and sign == "\a":
        assert plain.plain({"a": "\a"}, free=True) == {"a": "\a"}
        return
    with pytest.raises(CasefileRejected) as refused:
        plain.plain({"a": f"x{sign}"}, free=free)
    assert refused.value.code == "word-unprintable"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("free", [False, True])
def test_all_line_ends_are_one(end: str, *, free: bool) -> None:
    assert plain.plain({"a": f"x{end}y"}, free=free) == {"a": "x\ny"}


@pytest.mark.parametrize(("free", "made"), [(False, "x\ny"), (True, "x\fy")])
def test_a_page_ends_where_a_free_template_s_value_says_so(*, free: bool, made: str) -> None:
    assert plain.plain({"a": "x\fy"}, free=free) == {"a": made}


@pytest.mark.parametrize("tag", ["{{ -missing }}", "{{ missing + 1 }}", "{{ 1 - missing }}"])
def test_reckoning_with_a_name_that_is_not_there_tells_the_name(tag: str) -> None:
    assert faults(lambda: merge_word(letter(tag), {})) == ["word-undefined-name"]
