"""Findings about a template → SARIF 2.1.0, the format in which linters tell other programs."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from docgen.cli.shapes import Shape
from docgen.model.finding import Finding, Severity
from docgen.press.word.lint.told import Told

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def sarif_shape(file: str, told: Sequence[Told]) -> Shape:
    """Give a run with a rule for each id that it tells, and a result for each finding."""
    rules: dict[str, Finding] = {}
    for each in told:
        rules.setdefault(each.finding.rule, each.finding)
    order = {rule: number for number, rule in enumerate(rules)}
    driver = {"name": "docgen", "rules": [_rule(finding) for finding in rules.values()]}
    results = [_result(file, each, order) for each in told]
    run = {
        "tool": {"driver": driver},
        "artifacts": [{"location": {"uri": _uri(file)}}],
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(finding: Finding) -> Shape:
    name = "".join(word.capitalize() for word in finding.rule.split("-"))
    return {
        "id": finding.rule,
        "name": name,
        "shortDescription": {"text": finding.rule.removeprefix("word-").replace("-", " ")},
        "help": {"text": finding.remedy},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
    }


def _result(file: str, told: Told, order: Mapping[str, int]) -> Shape:
    finding = told.finding
    place: dict[str, object] = {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}
    if told.paragraph:
        name = f"{told.where}, paragraph {told.paragraph}"
        full = f"{told.part}/{told.where}/{told.paragraph}"
        place["logicalLocations"] = [{"name": name, "fullyQualifiedName": full, "kind": "element"}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.remedy}"},
        "locations": [place],
    }


def _uri(file: str) -> str:
    return quote(PurePath(file).as_posix(), safe="/:")
