"""What tags say → the dotted names that they use, loop names resolved to their lists."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import nodes

from docgen.press.word.environment import FREE_LOOP, LOOP
from docgen.press.word.syntax import MERGERS, Said

Scope = Mapping[str, str]
UNNAMED = "="
"""Begins the name of what a template made for itself, by `set` or a loop over pairs."""


KEEPING = frozenset({"sort", "unique", "reverse", "list", "selectattr", "rejectattr", "select"})


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
    within = {**scope, "loop": "loop"}
    if isinstance(loop.target, nodes.Name):
        listed = _list_of(loop.iter, scope)
        within[loop.target.name] = f"{listed or UNNAMED}[]"
    elif isinstance(loop.target, nodes.Tuple):
        names = (item.name for item in loop.target.items if isinstance(item, nodes.Name))
        within |= dict.fromkeys(names, UNNAMED)
    return within


def set_scope(said: Said, scope: Scope) -> Scope:
    """Give the names that hold after a set tag."""
    first = said.tree.body[0]
    if isinstance(first, nodes.Assign) and isinstance(first.target, nodes.Name):
        return {**scope, first.target.name: _dotted(first.node, scope) or UNNAMED}
    return scope


def is_loop_name(name: str, *, free: bool = False) -> bool:
    """Tell whether a name asks for what a loop may tell of itself."""
    asked = name.removeprefix("loop.").partition(".")[0].removesuffix("[]")
    exact = asked == name.removeprefix("loop.") or asked in {"previtem", "nextitem"}
    return name.startswith("loop.") and exact and asked in (FREE_LOOP if free else LOOP)


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
    if said.word in MERGERS:
        yield nodes.Getattr(nodes.Name("loop", "load"), "first", "load"), scope
        return
    first = said.tree.body[0]
    if isinstance(first, nodes.Output):
        yield first, scope
    elif isinstance(first, nodes.Assign):
        yield first.node, scope
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


def _list_of(tree: nodes.Node, scope: Scope) -> str | None:
    """Give the name of a list through filters that only order or narrow it."""
    while isinstance(tree, nodes.Filter) and tree.name in KEEPING and tree.node is not None:
        tree = tree.node
    return _dotted(tree, scope)


def _walk(tree: nodes.Node, scope: Scope) -> Iterator[str]:
    dotted = _dotted(tree, scope)
    if dotted is not None:
        if not dotted.startswith(UNNAMED):
            yield dotted
        return
    if isinstance(tree, nodes.Call) and isinstance(tree.node, nodes.Getattr):
        called = tree.node.node
        is_loop = isinstance(called, nodes.Name) and called.name == "loop"
        yield from ("loop.index",) if is_loop else _walk(called, scope)
        for argument in (*tree.args, *tree.kwargs):
            yield from _walk(argument, scope)
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
