"""A case's tree → texts that can't be printed as they stand: leftovers, gaps, two texts or none."""

import re
from collections.abc import Iterator

from docgen.check.case_faults import told
from docgen.check.places import entries_of, grown, standing
from docgen.model.finding import Finding
from docgen.model.sheet import Fields, Node, Path, Scalar

LEFTOVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|«\w+»|<<\w+>>|\bMERGEFIELD\b|\[\s*insert\b", re.IGNORECASE
)
GAP = re.compile(r"\s\s|[^\S \u00a0]")
COMMA = re.compile(r"^[,;]|,\s*,|[,;]$")
SAID_ONCE = grown(dict.fromkeys(("contracts.*.requirements.*", "contracts.*.support.*"), ""))
ONE_LINE = grown(
    dict.fromkeys(
        (
            "people.*.title",
            "people.*.legal_name",
            "people.*.form_of_address",
            "people.*.address.*",
            "pupils.*.legal_name",
            "pupils.*.preferred_name",
            "partners.*.organisation",
            "partners.*.person",
            "partners.*.role",
            "partners.*.address.*",
            "school.name",
            "school.address.*",
            "school.signing_body",
            "school.staff.*.title",
            "school.staff.*.legal_name",
            "school.staff.*.role",
            "meetings.*.place",
            "meetings.*.interpreter.name",
        ),
        "",
    )
)


def texts(root: Fields) -> Iterator[Finding]:
    """Judge all texts of a case."""
    yield from _leftovers(root, ())
    yield from _said_once(root)
    yield from _one_line(root)


def _leftovers(node: Node, path: Path) -> Iterator[Finding]:
    if isinstance(node, Scalar) and LEFTOVER.search(node.text):
        yield told("text-leftover", path, node.mark)
    for step, child in entries_of(node):
        yield from _leftovers(child, (*path, step))


def _said_once(root: Fields) -> Iterator[Finding]:
    for path, node, _ in standing(root, SAID_ONCE):
        if isinstance(node, Fields):
            count = sum(node.get(name) is not None for name in ("phrase", "text"))
            if count != 1:
                yield told("text-missing" if count == 0 else "text-and-phrase", path, node.mark)


def _one_line(root: Fields) -> Iterator[Finding]:
    for path, node, _ in standing(root, ONE_LINE):
        if isinstance(node, Scalar):
            text = node.text.strip()
            if GAP.search(text):
                yield told("text-gap", path, node.mark)
            if path[-1] in {"title", "legal_name"} and COMMA.search(text):
                yield told("name-comma", path, node.mark)
