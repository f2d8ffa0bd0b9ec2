"""Every id that docgen can say stands literally, in quotes, in some test."""

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

import docgen
from docgen.check.rules.registry import Rule
from docgen.model.finding import Wording

HERE = Path(__file__)
TABLES = ("FAULTS", "REASONS")


def modules() -> Iterator[ModuleType]:
    """Import every module of the program."""
    for found in pkgutil.walk_packages(docgen.__path__, "docgen."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def tables(module: ModuleType) -> Iterator[Mapping[str, Wording]]:
    """Give the tables of messages that a module itself lays down."""
    for name in TABLES:
        table = getattr(module, name, None)
        if isinstance(table, Mapping) and f"\n{name}" in source(module):
            yield table


def source(module: ModuleType) -> str:
    """Give a module's own text, so that an imported table is not counted twice."""
    return "\n" + Path(module.__file__ or "").read_text(encoding="utf-8")


def ids() -> dict[str, list[str]]:
    """Give each id with the modules that lay it down."""
    found: dict[str, list[str]] = {}
    for module in modules():
        for table in tables(module):
            for name in table:
                found.setdefault(name, []).append(module.__name__)
        rules = getattr(module, "RULES", ())
        for rule in rules if isinstance(rules, tuple) else ():
            if isinstance(rule, Rule):
                found.setdefault(rule.id, [])
    return found


def told() -> str:
    """Give the text of all other tests."""
    files = ("test_*.py", "odd*.py", "broken_cases.py")
    tests = {path for name in files for path in HERE.parent.rglob(name)} - {HERE}
    return "".join(test.read_text(encoding="utf-8") for test in sorted(tests))


def test_every_message_is_shown_by_a_test() -> None:
    texts = told()
    assert [name for name in ids() if f'"{name}"' not in texts] == []


def test_no_two_tables_share_an_id() -> None:
    assert {name: places for name, places in ids().items() if len(places) > 1} == {}


def test_the_tables_are_found() -> None:
    assert {"yaml-alias", "R-41", "decision-unused"} <= set(ids())
