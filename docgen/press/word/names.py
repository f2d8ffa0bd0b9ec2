"""What tags say → the dotted names that they use, loop names resolved to their lists."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import nodes

from docgen.press.word.environment import LOOP
from docgen.press.word.syntax import Said

Scope = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Used:
    """A dotted name (`meeting.attendees[].name`) and where the template uses it."""

    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names that a template uses, in reading order, and the statements that it places."""

    used: tuple[Used, ...]
    statements: tuple[Used, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Give the dotted names alone."""
        return frozenset(used.name for used in self.used)


def names_said(said: Said, scope: Scope) -> tuple[str, ...]:
    """Give the dotted names of one tag; `loop.…` names stand there as they are written."""
    return tuple(name for tree, inner in _trees(said, scope) for name in _walk(tree, inner))


def loop_scope(said: Said, scope: Scope) -> Scope:
    """Give the names that hold inside a loop."""
    loop = _loop(said)
    target = loop.target.name if isinstance(loop.target, nodes.Name) else ""
    return {**scope, target: f"{_dotted(loop.iter, scope) or ''}[]", "loop": "loop"}


def is_loop_name(name: str) -> bool:
    """Tell whether a name asks for what a loop may tell of itself."""
    return name.startswith("loop.") and name.removeprefix("loop.") in LOOP


def is_known(name: str, known: Collection[str]) -> bool:
    """Tell whether a name is promised, or leads to one that is."""
    return {name, name.removesuffix("[]")} & set(known) != set() or any(
        full.startswith((f"{name}.", f"{name}[]")) for full in known
    )


def nearest(name: str, known: Collection[str]) -> str:
    """Give a hint at names that look alike, or nothing."""
    close = get_close_matches(name, sorted(known), n=3)
    return f" Did you mean {' or '.join(close)}?" if close else ""


def _trees(said: Said, scope: Scope) -> Iterator[tuple[nodes.Node, Scope]]:
    first = said.tree.body[0]
    if isinstance(first, nodes.Output):
        yield first, scope
    elif isinstance(first, nodes.For) and said.word == "for":
        yield first.iter, scope
        if first.test is not None:
            yield first.test, loop_scope(said, scope)
    elif isinstance(first, nodes.If) and said.word == "if":
        yield first.test, scope
    elif isinstance(first, nodes.If) and said.word == "elif":
        yield first.elif_[0].test, scope


def _loop(said: Said) -> nodes.For:
    first = said.tree.body[0]
    if not isinstance(first, nodes.For):
        raise TypeError(said.word)
    return first


def _walk(tree: nodes.Node, scope: Scope) -> Iterator[str]:
    dotted = _dotted(tree, scope)
    if dotted is not None:
        yield dotted
        return
    for child in tree.iter_child_nodes():
        yield from _walk(child, scope)


def _dotted(tree: nodes.Node, scope: Scope) -> str | None:
    if isinstance(tree, nodes.Name):
        return scope.get(tree.name, tree.name)
    if isinstance(tree, nodes.Getattr):
        above = _dotted(tree.node, scope)
        return None if above is None else f"{above}.{tree.attr}"
    if isinstance(tree, nodes.Getitem) and isinstance(tree.arg, nodes.Const):
        above = _dotted(tree.node, scope)
        step = f".{tree.arg.value}" if isinstance(tree.arg.value, str) else "[]"
        return None if above is None else above + step
    return None
