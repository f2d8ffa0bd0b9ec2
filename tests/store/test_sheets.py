"""YAML files as people save them: what is read as text, and what is told in plain words."""

import tracemalloc
from pathlib import Path

import pytest
from casework import CASEFILE, told

from docgen.errors import DiskTrouble
from docgen.model.finding import Finding
from docgen.model.sheet import Fields, Items, Mark, Node, Scalar, Sheet
from docgen.store.nodes import Limits
from docgen.store.sheets import parse_sheet, read_sheet


def read(content: str | bytes) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """Read a file's text or bytes."""
    return parse_sheet(content.encode() if isinstance(content, str) else content, "case.yaml")


def plain(node: Node | None) -> object:
    """Give a tree without its places."""
    if isinstance(node, Fields):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(each) for each in node.items] if isinstance(node, Items) else node and node.text


def tree(content: str | bytes) -> object:
    """Give the tree of a file that must be without a fault."""
    sheet, findings = read(content)
    assert sheet is not None, told(findings)
    assert findings == ()
    return plain(sheet.root)


def first(content: str | bytes) -> Finding:
    """Give the first fault of a file."""
    return read(content)[1][0]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("time: 14:30", "14:30"),
        ("time: 9:05", "9:05"),
        ("complete: No", "No"),
        ("speaks: no", "no"),
        ("name: Null", "Null"),
        ("name: True", "True"),
        ("name: On", "On"),
        ("phone: 01622", "01622"),
        ("phone: 07700900123", "07700900123"),
        ("born: 2013-02-29", "2013-02-29"),
        ("born: 3/11/2025", "3/11/2025"),
        ("version: 1.10", "1.10"),
        ("name: O'Neill", "O'Neill"),
        ("name: 'O''Neill'", "O'Neill"),
        ('name: "Ada \\u017Bó\\u0142\\u0107"', "Ada Żółć"),
        ("name: Zoë D\u2019Arcy-Nguyễn", "Zoë D\u2019Arcy-Nguyễn"),
        ("name: زوفیا", "زوفیا"),
        ("name: 😀", "😀"),
        ("key: ~", "~"),
        ("key:", ""),
        ("text: |\n  one\n  two\n", "one\ntwo\n"),
        ("text: >-\n  one\n  two\n", "one two"),
    ],
)
def test_every_value_is_text_as_it_was_typed(line: str, text: str) -> None:
    (value,) = dict(tree(line)).values()  # type: ignore[call-overload] # a mapping by its nature
    assert value == text


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfa: b\r\nc: [d]\r\n",
        b"a: b\nc: [d]",
        b"---\na: b\nc: [d]\n",
        b"# who\n\na: b   # what\nc:\n- d\n",
        b"{a: b, c: [d]}",
        b"a: b\n\t\nc: [d]\n\t# a comment\n",
    ],
)
def test_files_are_read_as_windows_and_others_save_them(content: bytes) -> None:
    assert tree(content) == {"a": "b", "c": ["d"]}


def test_places_are_counted_from_one_and_in_letters() -> None:
    sheet, _ = read("# é😀\npeople:\n  p-1: {title: Łó, name: 'x'}\n")
    assert sheet is not None
    person = sheet.root.get("people")
    assert isinstance(person, Fields)
    ((key, fields),) = person.entries
    assert key == Scalar("p-1", Mark("case.yaml", 3, 3))
    assert isinstance(fields, Fields)
    assert fields.mark == Mark("case.yaml", 3, 8)
    assert fields.entries[1][1] == Scalar("x", Mark("case.yaml", 3, 26), plain=False)


def test_the_digest_is_over_the_file_s_bytes() -> None:
    one, _ = read(b"a: b\n")
    other, _ = read(b"a: b\r\n")
    assert one
    assert other
    assert one.root == other.root
    assert one.digest != other.digest
    assert len(one.digest) == 64


@pytest.mark.parametrize(
    ("content", "rule", "line", "column"),
    [
        ("a: 'O'Neill'\n", "yaml-apostrophe", 1, 7),
        ("{a: 'It's'}\n", "yaml-apostrophe", 1, 9),
        ('a: "say "hi" now"\n', "yaml-apostrophe", 1, 10),
        ('a: "x" y\n', "yaml-after-end", 1, 8),
        ("a: {b: c}}\n", "yaml-after-end", 1, 10),
        ("a: [b] c\n", "yaml-after-end", 1, 8),
        ("a: 'x\nb: y\n", "yaml-quote-open", 1, 4),
        ('a: "x\nb: "y"\n', "yaml-quote-open", 1, 4),
        ('a: "x\nc: 1\nb: {d: "y"}\n', "yaml-quote-open", 1, 4),
        ('a: "x\n' + "c: 1\n" * 300 + 'b: {d: "y"}\n', "yaml-indent", 302, 9),
        ("title:Ms\nname: x\n", "yaml-no-space", 1, 1),
        ("name: x\ntitle:Ms\n", "yaml-no-space", 2, 1),
        ("name: x\n- title:Ms\n  b: c\n", "yaml-indent", 2, 1),
        ("a: Note: this\n", "yaml-colon", 1, 8),
        ("a: 1\n  b: 2\n", "yaml-colon", 2, 4),
        ("a: 1\nb\n", "yaml-colon-missing", 2, 1),
        ("a:\n  b: 1\n c: 2\n", "yaml-indent", 3, 2),
        ("  a: b\nc: d\n", "yaml-indent", 2, 1),
        ("a: 1\n- b\n", "yaml-indent", 2, 1),
        ("a: {b: c\nd: e\n", "yaml-bracket", 2, 2),
        ("a: [b, c\n", "yaml-bracket", 2, 1),
        ("a: @x\n", "yaml-sign", 1, 4),
        ("a: %x\n", "yaml-sign", 1, 4),
        ("a: - b\n", "yaml-hyphen", 1, 4),
        ('a: "C:\\Docs"\n', "yaml-backslash", 1, 7),
        ('a: "\\ud800"\n', "yaml-backslash", 1, 7),
        ("a: , b\n", "yaml-broken", 1, 4),
        ("%YAML 3.0\n---\na: b\n", "yaml-broken", 1, 1),
        ("a: b\n---\nc: d\n", "yaml-two-documents", 2, 1),
        ("a: &x b\n", "yaml-alias", 1, 4),
        ("a: *x\n", "yaml-alias", 1, 4),
        ("a: & b\n", "yaml-alias", 1, 5),
        ("a: [b, &x [c]]\n", "yaml-alias", 1, 8),
        ("a: !!python/object:os.system x\n", "yaml-tag", 1, 4),
        ("a: ! x\n", "yaml-tag", 1, 4),
        ("a: !x {b: c}\n", "yaml-tag", 1, 4),
        ("a: !!<\n", "yaml-tag", 1, 6),
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3, 1),
        ("? [a]\n: b\n", "yaml-key", 1, 3),
        ("a: 1\n'': b\n", "yaml-key", 2, 1),
        (": x\n", "yaml-key", 1, 1),
        ("a:\n\tb: c\n", "yaml-tab", 2, 1),
        ("a:\n  \tb: c\n", "yaml-tab", 2, 1),
        ("a:\n\u00a0\u00a0b: c\n", "yaml-tab", 2, 1),
        ("a: x\x00y\n", "yaml-control", 1, 5),
        ("a: x\x07y\n", "yaml-control", 1, 5),
        ("a: x\x85y\n", "yaml-control", 1, 5),
        ("a: x\u2028y\n", "yaml-control", 1, 5),
        ("a: x\ufeffy\n", "yaml-control", 1, 5),
        ('a: "x\\0y"\n', "yaml-control", 1, 4),
        ("a: x\u202ey\n", "yaml-bidi", 1, 5),
        ("a: x\u2066y\u2069\n", "yaml-bidi", 1, 5),
        ('a: "x\\u202Ey"\n', "yaml-bidi", 1, 4),
        ("# \u202e\na: b\n", "yaml-bidi", 1, 3),
        ("", "yaml-empty", 1, 1),
        ("# nothing yet\n", "yaml-empty", 1, 1),
        ("- a\n", "yaml-no-fields", 1, 1),
        ("fam-0042\n", "yaml-no-fields", 1, 1),
        ("a: Zoë\n".encode("cp1252"), "yaml-not-utf8", 1, 6),
        ("a: b\nc: Zoë\n".encode("utf-16"), "yaml-utf16", 1, 1),
        ("a: b\nc: Zoë\n".encode("utf-16-le"), "yaml-utf16", 1, 1),
        (b"PK\x03\x04\x14\x00", "yaml-no-text", 1, 1),
        (b"%PDF-1.7", "yaml-no-text", 1, 1),
        ("a: " + "x" * 20_001, "yaml-text-too-long", 1, 4),
        ("a: " + "[" * 30, "yaml-too-deep", 1, 23),
        ("a: b\n" * 200_001, "yaml-too-large", 1, 1),
    ],
)
def test_a_slip_is_told_at_its_place(
    content: str | bytes, rule: str, line: int, column: int
) -> None:
    finding = first(content)
    assert finding.rule == rule
    assert finding.place == Mark("case.yaml", line, column)
    assert finding.message.endswith(".")
    assert finding.remedy.endswith(".")


def test_a_duplicate_key_tells_where_it_stood_first() -> None:
    assert "first in line 1" in first("a: 1\nb: 2\na: 3\n").message


def test_a_name_that_stands_as_a_key_is_not_repeated() -> None:
    assert "Ada" not in told(read("Ada Bee: 1\nAda Bee: 2\n")[1])


def test_a_sheet_with_faults_comes_with_its_tree_so_that_all_can_be_told_at_once() -> None:
    sheet, findings = read("a: &x 1\nb: *x\na: 2\nc: !t\n  \u202ed: e\n")
    assert sheet is not None
    rules = [each.rule for each in findings]
    assert rules == ["yaml-bidi", "yaml-alias", "yaml-alias", "yaml-duplicate-key", "yaml-tag"]


def test_what_was_seen_before_a_syntax_error_is_told_with_it() -> None:
    _, findings = read("a: 1\na: \x072\nb: @x\n")
    assert [each.rule for each in findings] == ["yaml-control", "yaml-duplicate-key", "yaml-sign"]


def test_tabs_hide_no_spurious_faults_behind_them() -> None:
    _, findings = read("a:\n\tb: 1\n  c: 2\n")
    assert [each.rule for each in findings] == ["yaml-tab"]


def test_an_alias_bomb_costs_neither_time_nor_memory() -> None:
    levels = "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    tracemalloc.start()
    sheet, findings = read("a0: &a0 lol\n" + levels)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sheet is None
    assert {each.rule for each in findings} == {"yaml-alias", "yaml-and-more"}
    assert peak < 10_000_000


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 900_000,
        "{a: " * 200_000,
        "- " * 400_000,
        "? " * 400_000,
        "&a " * 300_000,
        "a: 1\n" * 190_000,
        "\ta: 1\n" * 140_000,
        "a: \u202e\n" * 110_000,
        "!" * 900_000,
        "'" * 900_001,
        "---\n" * 200_000,
        "x\n" * 400_000,
        "a: b\n" + "\x00" * 900_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_files_are_told_briefly(hostile: str) -> None:
    _, findings = read(hostile)
    assert 1 <= len(findings) <= 202


def test_limits_are_the_caller_s() -> None:
    limits = Limits(size=100, text=5, depth=2, faults=3)
    for content, rule in (
        ("a: " + "b" * 100, "yaml-too-large"),
        ("a: bcdefg", "yaml-text-too-long"),
        ("a: [[b]]", "yaml-too-deep"),
        ("a: [*b, *c, *d, *e]", "yaml-alias"),
    ):
        _, findings = parse_sheet(content.encode(), "case.yaml", limits)
        assert findings[0].rule == rule
    assert findings[-1].rule == "yaml-and-more"
    assert "than 3" in findings[-1].message


def test_a_file_is_read_from_its_path_and_named_as_the_clerk_knows_it(tmp_path: Path) -> None:
    path = tmp_path / "fam-0001.yaml"
    path.write_bytes(CASEFILE.encode())
    sheet, findings = read_sheet(path, "casefiles/fam-0001.yaml")
    assert findings == ()
    assert sheet is not None
    assert sheet.file == sheet.root.mark.file == "casefiles/fam-0001.yaml"


def test_a_file_that_cannot_be_read_is_the_disk_s_trouble(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble) as trouble:
        read_sheet(tmp_path, "casefiles")
    assert trouble.value.code == "disk-refused"
