"""A file of values, YAML or JSON → plain data for a template, or every fault of it.

YAML: what stands in quotes is text; of the rest `true` and `false` are yes and no, whole numbers
without a leading zero are numbers, `null`, `~` and nothing at all are nothing, and all else, dates,
times and decimals too, is text as it was typed. JSON: as it says; decimals are text as typed.
"""

import json
import re
from pathlib import Path

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.sheet import Fields, Mark, Node, Scalar
from docgen.model.values import Plain, Values
from docgen.store.disk import disk
from docgen.store.sheets import LIMITS, parse_sheet

FAULTS: Faults = {
    "data-json": Wording(
        "The file can't be read as JSON.",
        "Put right what stands at this place, or write the file as YAML (.yaml).",
    ),
    "data-json-key-twice": Wording(
        "The file has the name “{name}” twice in one place; programs disagree on which counts.",
        "Take one of them out.",
    ),
    "data-no-names": Wording(
        "The file must hold names with values.",
        'Write names and values, as in: {{"school": "Meadowbank Academy"}}',
    ),
    "data-too-large": Wording(
        "The file is larger than {limit} bytes.",
        "Values for a letter take far less; split the file.",
    ),
}
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
YES_NO = {"true": True, "false": False}
LONGEST = 40


def read_values(path: Path, shown: str) -> tuple[Values | None, tuple[Finding, ...]]:
    """Read a file of values; `shown` names it in messages."""
    with disk(shown), path.open("rb") as file:
        content = file.read(LIMITS.size + 1)
    if len(content) > LIMITS.size:
        return None, (_told("data-too-large", shown, limit=LIMITS.size),)
    if path.suffix.casefold() == ".json":
        return _from_json(content, shown)
    sheet, findings = parse_sheet(content, shown)
    if sheet is None or findings:
        return None, findings
    return _of_fields(sheet.root), ()


class _KeyTwice(ValueError):
    """Stops the reader of JSON at a name that stands twice in one place."""


def _from_json(content: bytes, shown: str) -> tuple[Values | None, tuple[Finding, ...]]:
    try:
        found = json.loads(
            content.decode("utf-8-sig"),
            parse_float=str,
            parse_constant=str,
            object_pairs_hook=_once,
        )
    except _KeyTwice as twice:
        return None, (_told("data-json-key-twice", shown, name=str(twice)[:LONGEST]),)
    except json.JSONDecodeError as error:
        mark = Mark(shown, error.lineno, error.colno)
        return None, (fault(FAULTS, "data-json", mark),)
    except (RecursionError, ValueError):
        return None, (_told("data-json", shown),)
    if not isinstance(found, dict):
        return None, (_told("data-no-names", shown),)
    return found, ()


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _KeyTwice(next(name for name in names if names.count(name) > 1))
    return found


def _told(rule: str, shown: str, **names: object) -> Finding:
    return fault(FAULTS, rule, Mark(shown, 1, 1), **names)


def _of_fields(fields: Fields) -> dict[str, Plain]:
    return {key.text: _value(node) for key, node in fields.entries}


def _value(node: Node) -> Plain:
    if isinstance(node, Fields):
        return _of_fields(node)
    if isinstance(node, Scalar):
        return _scalar(node)
    return [_value(each) for each in node.items]


def _scalar(scalar: Scalar) -> Plain:
    if not scalar.plain:
        return scalar.text
    if scalar.text in NOTHING:
        return None
    if NUMBER.fullmatch(scalar.text):
        return int(scalar.text)
    return YES_NO.get(scalar.text, scalar.text)
