# ruff: noqa: INP001 - a script, no package
"""How long the linter takes over short templates and long ones; docxtpl-lint beside it, if there.

Run it in the project's folder: python benchmarks/linter.py
"""

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from press.corpus.all import TEMPLATES  # noqa: E402 - the corpus is found from here on

from docgen.press.word.lint.linter import Wish, lint  # noqa: E402 - as above
from docgen.press.word.shapes import FREE, Template  # noqa: E402 - as above
from docgen.store.shipped import shipped  # noqa: E402 - as above

COUNT, ROUNDS = 40, 7
Linter = Callable[[bytes], object]


def own(content: bytes) -> object:
    """Lint a template as `word check` does before it compiles it."""
    return lint(Template(content, "a template"), Wish(demands=FREE))


def linters() -> dict[str, Linter]:
    """Give docgen's linter, and docxtpl-lint where it is installed."""
    found: dict[str, Linter] = {"docgen": own}
    try:
        found["docxtpl-lint"] = import_module("docxtpl_lint").lint
    except ImportError:
        sys.stderr.write("docxtpl-lint is not installed; measured alone\n")
    return found


def seconds(linter: Linter, contents: Sequence[bytes]) -> float:
    """Give how long a linter takes over all templates."""
    started = time.perf_counter()
    for content in contents:
        linter(content)
    return time.perf_counter() - started


def measure(name: str, contents: Sequence[bytes]) -> None:
    """Measure forty templates in turns, and tell the fastest and slowest round of each linter."""
    forty = list(islice(cycle(contents), COUNT))
    rounds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for linter, call in linters().items():
            rounds.setdefault(linter, []).append(seconds(call, forty))
    for linter, taken in rounds.items():
        sys.stdout.write(f"{name:8} {linter:14} {min(taken):.2f} to {max(taken):.2f} s\n")


def main() -> None:
    """Measure short templates, one construct each, and the shipped ones."""
    measure("short", list(TEMPLATES.values()))
    paths = sorted(shipped("templates").glob("*/*.docx"))
    measure("shipped", [path.read_bytes() for path in paths])


if __name__ == "__main__":
    main()
