"""Sheets of a casefile and its school → the case, or every fault of both at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PureWindowsPath

from docgen.check.case_faults import told
from docgen.check.faults import MOST, capped, shown
from docgen.check.forms import forms
from docgen.check.keys import is_file_name
from docgen.check.namekeys import name_keys
from docgen.check.records import records
from docgen.check.references import references
from docgen.check.shape import typed
from docgen.check.texts import texts
from docgen.model.case import Case
from docgen.model.finding import Finding, Severity
from docgen.model.sheet import Fields, Node, Scalar, Sheet

SCHOOL = "school"
CHANGES = "school_changes"


@dataclass(frozen=True, slots=True)
class Judged:
    """The case unless it has faults, the tree with the school put in, and all findings."""

    case: Case | None
    root: Fields
    findings: tuple[Finding, ...]


def school_key(case: Sheet) -> str | None:
    """Give the key of the case's school, or None if there is none that may name a file."""
    node = case.root.get(SCHOOL)
    return node.text if isinstance(node, Scalar) and is_file_name(node.text) else None


def judge_case(case: Sheet, school: Sheet | None, school_key: str | None) -> Judged:
    """Judge a casefile with its school; `school` is None when its key leads to no file."""
    root = with_school(case.root, school.root if school else None, school_key)
    value, shape = typed(root, Case, also=(CHANGES,))
    found = [each for each in shape if each.path != (SCHOOL,)] if school is None else list(shape)
    found += _own_keys(case, school, school_key)
    for judge in (references, records, forms, texts, name_keys):
        found += islice(judge(root), MOST + 1)
    findings = capped(sorted(found, key=lambda each: _place(each, case.file)))
    faulty = any(each.severity is Severity.ERROR for each in findings)
    return Judged(None if faulty else value, root, findings)


def _place(finding: Finding, first: str) -> tuple[bool, str, int, int]:
    mark = finding.place
    return (mark.file != first, mark.file, mark.line, mark.column) if mark else (False, "", 0, 0)


def _own_keys(case: Sheet, school: Sheet | None, key: str | None) -> Iterator[Finding]:
    yield from _case_id(case)
    yield from _school(case, school, key)
    changes = case.root.get(CHANGES)
    if changes is not None and not isinstance(changes, Fields):
        yield told("fields-due", (CHANGES,), changes.mark)
    for tree in (school.root if school else None, changes):
        own = tree.get("key") if isinstance(tree, Fields) else None
        if own is not None:
            yield told("school-own-key", (SCHOOL, "key"), own.mark)


def _case_id(case: Sheet) -> Iterator[Finding]:
    node = case.root.get("case_id")
    if isinstance(node, Scalar) and node.text.strip():
        file = PureWindowsPath(case.file).name
        if not is_file_name(node.text):
            yield told("case-id-form", ("case_id",), node.mark)
        elif file.rpartition(".")[0] != node.text:
            yield told("case-id-file", ("case_id",), node.mark, key=node.text, file=shown(file))


def _school(case: Sheet, school: Sheet | None, key: str | None) -> Iterator[Finding]:
    node = case.root.get(SCHOOL)
    if node is None:
        yield told("field-missing", (SCHOOL,), case.root.mark)
    elif not isinstance(node, Scalar):
        yield told("school-inline", (SCHOOL,), node.mark)
    elif key is None:
        yield told("school-form", (SCHOOL,), node.mark)
    elif school is None:
        yield told("school-nowhere", (SCHOOL,), node.mark, key=key)


def with_school(case: Fields, school: Fields | None, key: str | None) -> Fields:
    """Put the school's own tree in place of its key, changed as the case says."""
    changes = case.get(CHANGES)
    entries: list[tuple[Scalar, Node]] = []
    for name, node in case.entries:
        if name.text == SCHOOL and school is not None and key is not None:
            merged = merge(school, changes) if isinstance(changes, Fields) else school
            own = (Scalar("key", node.mark), Scalar(key, node.mark, plain=False))
            entries.append((name, Fields((own, *merged.entries), school.mark)))
        elif name.text not in {SCHOOL, CHANGES}:
            entries.append((name, node))
    return Fields(tuple(entries), case.mark)


def merge(base: Fields, changes: Fields) -> Fields:
    """Change a tree: fields deep, lists and values as a whole."""
    changed = {key.text: (key, node) for key, node in changes.entries}
    entries: list[tuple[Scalar, Node]] = []
    for key, node in base.entries:
        new_key, new = changed.pop(key.text, (key, node))
        if isinstance(node, Fields) and isinstance(new, Fields):
            new = merge(node, new)
        entries.append((new_key, new))
    return Fields((*entries, *changed.values()), base.mark)
