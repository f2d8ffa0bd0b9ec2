"""A tag's syntax tree → all that is not on the list of what its kind of template may say."""

from collections.abc import Callable, Iterator, Mapping

from jinja2 import nodes

from docgen.press.word.environment import FILTERS
from docgen.press.word.filters import FILTERS as WORDED
from docgen.press.word.shapes import PACK, Demands
from docgen.press.word.standard import FREE_FILTERS, METHOD_NAMES, OF_TWO, TESTS

Problem = tuple[str, dict[str, str]]
Refusals = Iterator[tuple[str, str]]

RESERVED = frozenset({"self", "super", "caller", "varargs", "kwargs"})
ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.If,
    nodes.For,
    nodes.Filter,
)
FREE_ALLOWED: tuple[type[nodes.Node], ...] = (
    *ALLOWED,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Neg,
    nodes.Pos,
    nodes.Concat,
    nodes.CondExpr,
    nodes.Test,
    nodes.List,
    nodes.Tuple,
    nodes.Slice,
    nodes.Assign,
    nodes.Keyword,
    nodes.Call,
)
OWN_ALLOWED: tuple[type[nodes.Node], ...] = (*ALLOWED, nodes.Tuple)
CONSTRUCTS: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.Call, "a call with ( )"),
    (nodes.Slice, "a part of a list with [ : ]"),
    (nodes.Concat, "joining with ~"),
    (nodes.BinExpr, "reckoning"),
    (nodes.UnaryExpr, "reckoning"),
    (nodes.Test, "a question with “is”"),
    (nodes.CondExpr, "an “if” inside {{ }}"),
    (nodes.Literal, "a list of values in brackets"),
)
NAMING = frozenset({"map", "select", "reject", "selectattr", "rejectattr"})
OF_LOOPS = frozenset({"cycle"})


def refused(tree: nodes.Node, demands: Demands = PACK) -> Refusals:
    """Go through a syntax tree and tell all that is not on the list."""
    allowed = FREE_ALLOWED if demands.free else OWN_ALLOWED if demands.own else ALLOWED
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, allowed):
            judge = JUDGES.get(type(node))
            yield from judge(node, demands) if judge else ()
            waiting.extend(node.iter_child_nodes())
        else:
            yield "word-not-allowed", _name_of(node)


def _name_of(node: nodes.Node) -> str:
    named = (name for kind, name in CONSTRUCTS if isinstance(node, kind))
    return next(named, type(node).__name__)


def _judge_name(node: nodes.Name, _: Demands) -> Refusals:
    yield from _named(node.name)


def _judge_attribute(node: nodes.Getattr, _: Demands) -> Refusals:
    yield from _named(node.attr)


def _named(name: str) -> Refusals:
    if name.startswith("_") or name in RESERVED:
        yield "word-name-not-allowed", name


def _judge_item(node: nodes.Getitem, demands: Demands) -> Refusals:
    item = node.arg
    if isinstance(item, nodes.Const):
        yield from _named(str(item.value))
    elif not isinstance(item, nodes.Slice) and not demands.free:
        yield "word-not-allowed", "a name in [ ]"


def _judge_filter(node: nodes.Filter, demands: Demands) -> Refusals:
    if not demands.free:
        ours = demands.own and node.name in OF_TWO
        yield from () if ours else _judge_pack_filter(node)
        return
    known = {*FREE_FILTERS, *WORDED, *demands.filters}
    if node.name not in known:
        yield "word-filter-not-allowed", node.name
    elif node.dyn_args or node.dyn_kwargs or node.node is None:
        yield "word-filter-not-allowed", node.name + " with these brackets"
    elif node.name in NAMING:
        yield from _judge_naming(node)


def _judge_naming(node: nodes.Filter) -> Refusals:
    """Let a filter that goes by the name of another, or of a test, name those on the list."""
    by_attribute = node.name.endswith("attr")
    names = node.args[1:2] if by_attribute else node.args[:1]
    known = FREE_FILTERS if node.name == "map" else TESTS
    for name in names:
        if not isinstance(name, nodes.Const) or name.value not in known:
            yield "word-filter-not-allowed", node.name + " with these brackets"


def _judge_pack_filter(node: nodes.Filter) -> Refusals:
    if node.name not in FILTERS:
        yield "word-filter-not-allowed", node.name
        return
    plain = all(isinstance(arg, nodes.Const) and isinstance(arg.value, str) for arg in node.args)
    most = 1 if node.name == "join" else 0
    if not plain or len(node.args) > most or node.kwargs or node.dyn_args or node.dyn_kwargs:
        yield "word-filter-not-allowed", node.name + " with these brackets"


def _judge_loop(node: nodes.For, demands: Demands) -> Refusals:
    if node.recursive:
        yield "word-not-allowed", "“recursive”"
    targets = _targets(node.target, demands)
    if not targets or "loop" in targets:
        yield "word-not-allowed", "a loop over two names at once"


def _targets(target: nodes.Node, demands: Demands) -> list[str]:
    """Give the names that a loop or a set tag gives; none if it gives other than names."""
    if isinstance(target, nodes.Name):
        return [target.name]
    may_pair = demands.free or demands.own
    pair = target.items if may_pair and isinstance(target, nodes.Tuple) else []
    names = [item.name for item in pair if isinstance(item, nodes.Name)]
    return names if len(names) == len(pair) else []


def _judge_call(node: nodes.Call, demands: Demands) -> Refusals:
    """Let methods be called that only read, and what a loop takes in turns."""
    called = node.node
    known = isinstance(called, nodes.Getattr) and called.attr in METHOD_NAMES
    in_loop = (
        isinstance(called, nodes.Getattr)
        and called.attr in OF_LOOPS
        and isinstance(called.node, nodes.Name)
        and called.node.name == "loop"
    )
    if not demands.free or not (known or in_loop) or node.dyn_args or node.dyn_kwargs:
        yield "word-not-allowed", _name_of(node)


def _judge_test(node: nodes.Test, _: Demands) -> Refusals:
    if node.name not in TESTS or node.dyn_args or node.dyn_kwargs:
        yield "word-not-allowed", f"the question “is {node.name}”"


def _judge_set(node: nodes.Assign, _: Demands) -> Refusals:
    if not isinstance(node.target, nodes.Name) or node.target.name == "loop":
        yield "word-not-allowed", "a set tag for other than one name"


JUDGES: Mapping[type[nodes.Node], Callable[..., Refusals]] = {
    nodes.Name: _judge_name,
    nodes.Getattr: _judge_attribute,
    nodes.Getitem: _judge_item,
    nodes.Filter: _judge_filter,
    nodes.For: _judge_loop,
    nodes.Call: _judge_call,
    nodes.Test: _judge_test,
    nodes.Assign: _judge_set,
}
