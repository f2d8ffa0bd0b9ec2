"""What holds for the whole program: no authority is known to it, and its figures stay in bounds."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "docgen").rglob("*.py"))
AUTHORITIES = {path.name for path in (ROOT / "templates").iterdir() if path.is_dir()}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40


def test_no_module_quotes_an_authority() -> None:
    known = AUTHORITIES | {"doncaster"}
    quoting = {
        str(path.relative_to(ROOT))
        for path in MODULES
        if any(name in path.read_text("utf-8").lower() for name in known)
    }
    assert quoting == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_does_and_stays_on_a_few_screens(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert _length(node, text.splitlines()) <= LONGEST_FUNCTION, node.name


def _length(function: ast.FunctionDef, lines: list[str]) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    numbers = {n for part in body for n in range(part.lineno, (part.end_lineno or 0) + 1)}
    return 1 + sum(bool(lines[n - 1].strip()) for n in numbers)
