"""What docgen adds to a casefile stands there, and nothing else in the file has moved."""

import datetime as dt
from collections.abc import Mapping
from difflib import ndiff
from pathlib import Path

import pytest
from casework import CASEFILE, case_from

from docgen.errors import CasefileRejected
from docgen.store.edits import Addition, apply_additions
from docgen.store.plain import PlainYaml, as_read, in_one_line

ROOT = Path(__file__).parents[2]
WORKED = sorted((ROOT / "casefiles").rglob("*.yaml"))

ENTRY: Mapping[str, PlainYaml | None] = {
    "number": "fam-0001/1",
    "version": 1,
    "kind": "invite",
    "about": "m-1",
    "dated": dt.date(2025, 10, 20),
    "language": "en",
    "variant": "standard",
    "format": "docx",
    "template": "1f",
    "digest": "12e34",
    "inputs": "0077",
    "recipient": "p-1",
    "pupil": "c-1",
    "requirements": ["rq-1", "rq-2"],
    "replaces": None,
}
NUMBER: Mapping[str, str | int] = {"number": "fam-0001/1", "version": 1}
ISSUED = Addition(("issued",), ENTRY, NUMBER)
LATER = Addition(("issued",), {**ENTRY, "version": 2}, {"number": "fam-0001/1", "version": 2})
WITHDRAWN = Addition(
    ("issued",),
    {"withdrawn": {"date": dt.date(2025, 10, 21), "reason": "Wrong room: 4, not 5", "by": "st-2"}},
    NUMBER,
    "set",
)
DECIDED = Addition(
    ("decisions",),
    {
        "rule": "R-41",
        "about": "ct-1",
        "reason": "A trial",
        "by": "st-2",
        "date": dt.date(2025, 11, 6),
    },
    {"rule": "R-41", "about": "ct-1"},
)
LINE = (
    "{number: fam-0001/1, version: 1, kind: invite, about: m-1, dated: 2025-10-20, language: en, "
    'variant: standard, format: docx, template: "1f", digest: "12e34", inputs: "0077", '
    "recipient: p-1, pupil: c-1, requirements: [rq-1, rq-2]}"
)

WITHDRAWN_LINE = "withdrawn: {date: 2025-10-21, reason: 'Wrong room: 4, not 5', by: st-2}"


def refused(text: str, *additions: Addition) -> str:
    """Give the code with which a casefile refuses additions."""
    with pytest.raises(CasefileRejected) as refusal:
        apply_additions(text, additions)
    return refusal.value.code


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_adding_to_a_worked_case_changes_no_other_line(path: Path, ending: str) -> None:
    before = path.read_text(encoding="utf-8").replace("\n", ending)
    after = apply_additions(before, [ISSUED, LATER, WITHDRAWN])
    lines = list(ndiff(before.split("\n"), after.split("\n")))
    gone = [line[2:].rstrip() for line in lines if line.startswith("- ")]
    come = [line[2:].rstrip() for line in lines if line.startswith("+ ")]
    assert [line for line in gone if not line.startswith("issued: []")] == []
    assert [line for line in come if not line.startswith("issued:")][:2] == [
        f"  - {LINE[:-1]}, {WITHDRAWN_LINE}}}",
        f"  - {LINE.replace('version: 1', 'version: 2')}",
    ]
    assert len(come) <= 3
    assert apply_additions(after, [ISSUED, LATER, WITHDRAWN]) == after


def test_what_is_added_is_read_as_it_was_meant() -> None:
    issued = case_from(apply_additions(CASEFILE, [ISSUED, WITHDRAWN, DECIDED])).issued[0]
    assert issued.dated == dt.date(2025, 10, 20)
    assert issued.requirements == ("rq-1", "rq-2")
    assert issued.digest == "12e34"
    assert issued.replaces is None
    assert issued.withdrawn
    assert issued.withdrawn.reason == "Wrong room: 4, not 5"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nissued:\n  - {x: y}\n"),
        ("a: 1", "a: 1\nissued:\n  - {x: y}\n"),
        ("a: 1\n# the end\n", "a: 1\n# the end\nissued:\n  - {x: y}\n"),
        ("a: 1\n...\n", "a: 1\nissued:\n  - {x: y}\n...\n"),
        ("issued: []\na: 1\n", "issued:\n  - {x: y}\na: 1\n"),
        ("issued: []   # ours\na: 1\n", "issued:      # ours\n  - {x: y}\na: 1\n"),
        ("issued: [] # ours", "issued:    # ours\n  - {x: y}\n"),
        ("issued:\na: 1\n", "issued:\n  - {x: y}\na: 1\n"),
        ("issued:   # ours\na: 1\n", "issued:   # ours\n  - {x: y}\na: 1\n"),
        ("issued: ~\na: 1\n", "issued:\n  - {x: y}\na: 1\n"),
        (
            "issued:\n- {z: 1}   # one\n\n# two\na: 1\n",
            "issued:\n- {z: 1}   # one\n- {x: y}\n\n# two\na: 1\n",
        ),
        (
            "issued:\n    - z: 1\n      w: |\n        2\n\na: 1\n",
            "issued:\n    - z: 1\n      w: |\n        2\n    - {x: y}\n\na: 1\n",
        ),
        (
            "issued:\n  - z: {w: 1}\n    v: [2,\n        3]  # c\na: 1\n",
            "issued:\n  - z: {w: 1}\n    v: [2,\n        3]  # c\n  - {x: y}\na: 1\n",
        ),
        (
            "issued:\n  - z:\n      w:\n        - 1\n      v:\na: 1\n",
            "issued:\n  - z:\n      w:\n        - 1\n      v:\n  - {x: y}\na: 1\n",
        ),
        ("issued: [{z: 1}]\n", "issued: [{z: 1}, {x: y}]\n"),
        ("issued: [\n  {z: 1},  # one\n]\n", "issued: [\n  {z: 1}, {x: y},  # one\n]\n"),
        ("{a: 1}\n", "{a: 1, issued: [{x: y}]}\n"),
        ("{}\n", "{issued: [{x: y}]}\n"),
        ("{a: 1, issued: []}\n", "{a: 1, issued: [{x: y}]}\n"),
        ("{issued: , a: 1}\n", "{issued:  [{x: y}], a: 1}\n"),
        ("\ufeffa: 1\r\n", "\ufeffa: 1\r\nissued:\r\n  - {x: y}\r\n"),
        ("a: 1\n\t# ours\n\t\n", "a: 1\n\t# ours\n\t\nissued:\n  - {x: y}\n"),
        ("a: Zoë 😀\r\nissued: []\r\n", "a: Zoë 😀\r\nissued:\r\n  - {x: y}\r\n"),
    ],
)
def test_an_entry_finds_its_place_however_the_list_is_written(before: str, after: str) -> None:
    addition = Addition(("issued",), {"x": "y"}, {"x": "y"})
    assert apply_additions(before, [addition]) == after
    assert apply_additions(after, [addition]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nx:\n  y:\n    z:\n      - k\n"),
        ("x: {}\na: 1\n", "x:\n  y:\n    z:\n      - k\na: 1\n"),
        ("x:\n  w: 1  # c\na: 1\n", "x:\n  w: 1  # c\n  y:\n    z:\n      - k\na: 1\n"),
        ("x: {w: 1}\na: 1\n", "x: {w: 1, y: {z: [k]}}\na: 1\n"),
        ("x:\n  y:\n    z: [k0]\n", "x:\n  y:\n    z: [k0, k]\n"),
    ],
)
def test_what_lacks_on_the_way_to_a_list_is_made(before: str, after: str) -> None:
    addition = Addition(("x", "y", "z"), "k")
    assert apply_additions(before, [addition]) == after
    assert apply_additions(after, [addition]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("issued:\n  - {number: 1}  # c\n", "issued:\n  - {number: 1, sent: {how: post}}  # c\n"),
        ("issued: [{number: 1}]\n", "issued: [{number: 1, sent: {how: post}}]\n"),
        (
            "issued:\n  - number: 1\n    kind: x  # c\n\na: 1\n",
            "issued:\n  - number: 1\n    kind: x  # c\n    sent: {how: post}\n\na: 1\n",
        ),
        (
            "issued:\n  - {number: 1, sent: {how: hand}}\n",
            "issued:\n  - {number: 1, sent: {how: post}}\n",
        ),
        ("issued:\n  - {number: 1, sent: }\n", "issued:\n  - {number: 1, sent:  {how: post}}\n"),
        (
            "issued:\n- number: 1\n  sent:\n    how: hand  # c\n  a: 1\n",
            "issued:\n- number: 1\n  sent:\n    {how: post}  # c\n  a: 1\n",
        ),
        (
            "issued:\n  - {number: 1, sent: {how: post}}\n",
            "issued:\n  - {number: 1, sent: {how: post}}\n",
        ),
    ],
)
def test_fields_are_set_in_the_entry_that_is_meant(before: str, after: str) -> None:
    addition = Addition(("issued",), {"sent": {"how": "post"}}, {"number": 1}, "set")
    assert apply_additions(before, [addition]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  b: {c: 1}  # d\n", "a:\n  b: {c: 1, e: {f: 2}}  # d\n"),
        ("a:\n  b:\n    c: 1  # d\n  g: 3\n", "a:\n  b:\n    c: 1  # d\n    e: {f: 2}\n  g: 3\n"),
        ("a: {b: {c: |\n", None),
        ("a: {b: {e: {f: 1}, c: 1}}\n", "a: {b: {e: {f: 2}, c: 1}}\n"),
        ("a: {b: {e: {f: 2}}}\n", "a: {b: {e: {f: 2}}}\n"),
        ("a: {b: [1]}\n", None),
        ("a: 1\n", None),
        ("b: {c: 1}\n", None),
    ],
)
def test_fields_are_put_where_they_belong(before: str, after: str | None) -> None:
    addition = Addition(("a", "b"), {"e": {"f": 2}}, op="put")
    if after is not None:
        assert apply_additions(before, [addition, addition]) == after
        return
    with pytest.raises(CasefileRejected):
        apply_additions(before, [addition])


def test_fields_whose_place_is_gone_are_not_put_elsewhere() -> None:
    with pytest.raises(CasefileRejected) as stopped:
        apply_additions("a: {c: 1}\n", [Addition(("a", "b"), {"e": 2}, op="put")])
    assert stopped.value.code == "casefile-entry-gone"


def test_a_decision_of_another_rule_is_another_entry() -> None:
    text = "decisions:\n  - {rule: R-14, about: ct-1, reason: She asked}\n  - soon\n"
    after = apply_additions(text, [DECIDED])
    assert after.startswith(text)
    assert after.count("\n") == 4


def test_what_a_person_changed_meanwhile_is_kept() -> None:
    stale = CASEFILE
    meanwhile = stale.replace("status: active", "status: closed  # moved away")
    after = apply_additions(meanwhile, [ISSUED])
    assert after == meanwhile + "issued:\n  - " + LINE + "\n"


@pytest.mark.parametrize(
    ("text", "additions", "code"),
    [
        ("a: 'x", [ISSUED], "casefile-unreadable"),
        ("a: 1\na: 2\n", [ISSUED], "casefile-unreadable"),
        ("a: &x 1\n", [ISSUED], "casefile-unreadable"),
        ("", [ISSUED], "casefile-unreadable"),
        ("issued: yes\n", [ISSUED], "casefile-place-taken"),
        ("issued: {a: 1}\n", [ISSUED], "casefile-place-taken"),
        ("x: 1\n", [Addition(("x", "y"), "k")], "casefile-place-taken"),
        ("issued: []\n", [WITHDRAWN], "casefile-entry-gone"),
        ("a: 1\n", [WITHDRAWN], "casefile-entry-gone"),
        ("issued:\n  - |+\n    x\n\na: 1\n", [ISSUED], "casefile-not-kept"),
    ],
)
def test_a_casefile_with_no_place_for_it_is_left_alone(
    text: str, additions: list[Addition], code: str
) -> None:
    assert refused(text, *additions) == code


def test_a_refusal_tells_what_is_wrong_in_the_file() -> None:
    with pytest.raises(CasefileRejected) as refusal:
        apply_additions("a: 1\na: 2\n", [ISSUED])
    assert [each.rule for each in refusal.value.findings] == ["yaml-duplicate-key"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("plain words", "plain words"),
        ("yes", "'yes'"),
        ("12e34", '"12e34"'),
        ("1.10", '"1.10"'),
        ("-", '"-"'),
        ("null", "'null'"),
        ("a: b, {c}", "'a: b, {c}'"),
        ("two\nlines", '"two\\nlines"'),
        (" blanks ", '" blanks "'),
        ("Zoë D\u2019Arcy", "Zoë D\u2019Arcy"),
        (7, "7"),
        (True, "true"),
        (dt.date(2025, 11, 3), "2025-11-03"),
        (["a", {"b": None, "c": 1}], "[a, {c: 1}]"),
    ],
)
def test_a_value_is_written_so_that_every_reader_takes_it_for_the_same(
    value: str | int | bool | dt.date | list[str | dict[str, int | None]], words: str
) -> None:
    assert in_one_line(value) == words


def test_a_value_reads_back_as_text() -> None:
    assert as_read({"a": True, "b": [1, dt.date(2025, 1, 2)], "c": None, "d": "e"}) == {
        "a": "true",
        "b": ["1", "2025-01-02"],
        "d": "e",
    }


def test_a_value_said_twice_is_written_out_twice() -> None:
    said = {"how": "post"}
    assert in_one_line({"sent": said, "served": said}) == "{sent: {how: post}, served: {how: post}}"
