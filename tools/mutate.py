"""Modules that keep templates in bounds → each changed a little, and the changes no test notices.

Run it in the project's folder: python tools/mutate.py MODULE … [--tests FILE …] [--jobs 2]. Other
tools change the bodies of functions alone; the allow-list stands in tables, so each entry of a
table is taken out, too. Nothing is written: a changed module lives in a child process, which
imports it in place of the file. A change that makes the tests run too long counts as noticed.
"""

import argparse
import ast
import copy
import importlib
import importlib.abc
import importlib.util
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from itertools import count, islice
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = ("judging", "plain", "environment", "reckoning", "structure", "syntax")
TESTS = ("bounds", "allowed", "reckoning", "refused", "hostile", "merge", "hostile_free")
LONGEST = 120
SHOWN = 100
PRELOADED = ("lxml.etree", "jinja2.sandbox", "docxtpl", "babel.dates", "PIL.Image")
Change = Callable[[ast.AST, int], bool]
OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module changed in one place."""

    module: str
    line: int
    what: str
    source: str


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports a changed module in place of the one on the disk."""

    def __init__(self, mutant: Mutant) -> None:
        """Hold the changed module."""
        self.mutant = mutant

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Give the changed module when it is asked for."""
        if name != self.mutant.module:
            return None
        path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        return importlib.util.spec_from_file_location(name, path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source."""
        exec(compile(self.mutant.source, self.mutant.module, "exec"), module.__dict__)  # noqa: S102 - our own module


def mutants(module: str) -> Iterator[Mutant]:
    """Give a module in each of its changed forms."""
    path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    tree = ast.parse(path.read_text("utf-8"))
    plain = _annotations(tree)
    for place, node in enumerate(ast.walk(tree)):
        fitting = (change for change, kinds in CHANGES.items() if isinstance(node, kinds))
        for change in fitting if node not in plain else ():
            for number in count():
                mutant = _changed(module, tree, place, (change, number))
                if mutant is None:
                    break
                yield mutant


def unchanged(module: str) -> Mutant:
    """Give a module as it is, to see that the tests pass on it."""
    path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    return Mutant(module, 0, "nothing", path.read_text("utf-8"))


def _annotations(tree: ast.Module) -> set[ast.AST]:
    """Give all that only says of what type something is."""
    named = ("annotation", "returns")
    tops = (getattr(node, name, None) for node in ast.walk(tree) for name in named)
    return {below for top in tops if top is not None for below in ast.walk(top)}


def _changed(
    module: str, tree: ast.Module, place: int, change: tuple[Change, int]
) -> Mutant | None:
    altered = copy.deepcopy(tree)
    node = next(islice(ast.walk(altered), place, None))
    before = ast.unparse(node)
    if not change[0](node, change[1]):
        return None
    line = int(getattr(node, "lineno", 0))
    after = ast.unparse(node)
    same = len(os.path.commonprefix([before, after]))  # noqa: RUF071 - of texts, not of paths
    start = max(0, same - SHOWN // 2)
    what = f"{_short(before[start:])}  →  {_short(after[start:])}"
    return Mutant(module, line, what, ast.unparse(ast.fix_missing_locations(altered)))


def _short(text: str) -> str:
    return " ".join(text.split())[:SHOWN]


def _turn(node: ast.AST, number: int) -> bool:
    """Turn a comparison, or what joins conditions and numbers, into its neighbour."""
    if number:
        return False
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER:
        node.ops = [cast("ast.cmpop", OTHER[type(node.ops[0])]()), *node.ops[1:]]
        return True
    if isinstance(node, ast.BoolOp) and type(node.op) in OTHER:
        node.op = cast("ast.boolop", OTHER[type(node.op)]())
        return True
    if isinstance(node, ast.BinOp) and type(node.op) in OTHER:
        node.op = cast("ast.operator", OTHER[type(node.op)]())
        return True
    return False


def _negate(node: ast.AST, number: int) -> bool:
    """Turn a condition round."""
    if number or not isinstance(node, ast.If | ast.IfExp | ast.While):
        return False
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return True


def _count_on(node: ast.AST, number: int) -> bool:
    """Add one to a number; turn yes into no."""
    if number or not isinstance(node, ast.Constant) or type(node.value) not in {int, bool}:
        return False
    node.value = (not node.value) if type(node.value) is bool else int(str(node.value)) + 1
    return True


def _leave_out(node: ast.AST, number: int) -> bool:
    """Leave out one entry of a table."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple) and 1 < len(node.elts) > number:
        node.elts.pop(number)
        return not isinstance(getattr(node, "ctx", None), ast.Store)
    if isinstance(node, ast.Dict) and 1 < len(node.keys) > number:
        node.keys.pop(number)
        node.values.pop(number)
        return True
    return False


def _misspell(node: ast.AST, number: int) -> bool:
    """Write another word."""
    if number or not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    alike = not node.value or " " in node.value
    node.value += "_"
    return not alike


def _keep_quiet(node: ast.AST, number: int) -> bool:
    """Say nothing where something was told."""
    if number or not isinstance(node, ast.Expr):
        return False
    told = isinstance(node.value, ast.Yield | ast.YieldFrom)
    node.value = ast.YieldFrom(ast.Tuple([], ast.Load())) if told else node.value
    return told


CHANGES: Mapping[Change, tuple[type[ast.AST], ...]] = {
    _turn: (ast.Compare, ast.BoolOp, ast.BinOp),
    _negate: (ast.If, ast.IfExp, ast.While),
    _count_on: (ast.Constant,),
    _leave_out: (ast.Set, ast.List, ast.Tuple, ast.Dict),
    _misspell: (ast.Constant,),
    _keep_quiet: (ast.Expr,),
}


def not_noticed(waiting: Sequence[Mutant], tests: Sequence[str], jobs: int) -> Iterator[Mutant]:
    """Run the tests on each changed module in a child process; give those that they all pass."""
    running: dict[int, Mutant] = {}
    left = list(reversed(waiting))
    while left or running:
        while left and len(running) < jobs:
            child = os.fork()
            if not child:
                _run(left[-1], tests)
            running[child] = left.pop()
        child, status = os.wait()
        mutant = running.pop(child)
        if os.waitstatus_to_exitcode(status) == 0:
            yield mutant


def _run(mutant: Mutant, tests: Sequence[str]) -> None:
    status = 1
    try:
        signal.alarm(LONGEST)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        sys.meta_path.insert(0, Changed(mutant))
        options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
        status = int(pytest.main([*options, *tests]))
    finally:
        os._exit(status)


def main(arguments: Sequence[str]) -> int:
    """Change each module in each way, print what no test notices; 1 if there is any."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--tests", nargs="+")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    for name in PRELOADED:
        importlib.import_module(name)
    tests = given.tests or [f"tests/press/word/test_{name}.py" for name in TESTS]
    modules = given.modules or [f"docgen.press.word.{name}" for name in MODULES]
    waiting = [mutant for module in modules for mutant in mutants(module)]
    if not list(not_noticed([unchanged(modules[0])], tests, 1)):
        parser.error("the tests fail before anything is changed")
    alive = 0
    for mutant in not_noticed(waiting, tests, given.jobs):
        alive += 1
        sys.stdout.write(f"{mutant.module}:{mutant.line}  {mutant.what}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(waiting)} changes, {alive} not noticed\n")
    return int(bool(alive))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
