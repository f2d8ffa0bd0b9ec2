"""A source of tags and XML → Python that fills it in: quick, or careful to tell what is wrong."""

from collections.abc import Iterator, Mapping
from io import StringIO
from types import CodeType, MappingProxyType

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from docgen.press.word.environment import PlainEnvironment

LENIENT_FILTERS = frozenset({"default", "d"})
LENIENT_TESTS = frozenset({"defined", "undefined"})
MEMBERSHIP = frozenset({"in", "notin"})
NO_LOOKS: Mapping[int, int] = MappingProxyType({})


class Careful(CodeGenerator):
    """Python that looks each name up so that a missing one tells itself.

    `looks` has by line the number of the look in which its value is printed.
    """

    looks: Mapping[int, int] = NO_LOOKS

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(None, None)

    def _output_child_pre(
        self,
        node: nodes.Expr,
        frame: Frame,  # noqa: ARG002 - as Jinja calls it
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002 - as above
    ) -> None:
        self.write(f"text{self.looks.get(node.lineno, '')}(")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002 - as above
        frame: Frame,  # noqa: ARG002 - as above
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002 - as above
    ) -> None:
        self.write(")")


class Quick(Careful):
    """Python that takes a name's value as it is, and fails on a missing one without a word."""

    lenient = False

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja's
        """Look a key up in a group; ask a loop."""
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        elif self.lenient:
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f"[{node.attr!r}]")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 - as Jinja's
        """Let a filter for missing names see them."""
        before, self.lenient = self.lenient, self.lenient or node.name in LENIENT_FILTERS
        super().visit_Filter(node, frame)
        self.lenient = before

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - as Jinja's
        """Let a question for missing names see them."""
        before, self.lenient = self.lenient, self.lenient or node.name in LENIENT_TESTS
        super().visit_Test(node, frame)
        self.lenient = before


def codes_of(
    env: PlainEnvironment,
    source: str,
    name: str,
    *,
    free: bool,
    looks: Mapping[int, int] = NO_LOOKS,
) -> tuple[CodeType, CodeType]:
    """Compile a source, judged before, twice: quick and careful."""
    made = []
    for kind in (Quick, Careful):
        tree = _settled(env.parse(source), free=free)
        tree.set_environment(env)
        written = StringIO()
        generator = kind(env, name, name, written, optimized=False)
        generator.looks = looks
        generator.visit(tree)
        made.append(compile(written.getvalue(), name, "exec"))
    return made[0], made[1]


def _settled(tree: nodes.Template, *, free: bool) -> nodes.Template:
    """Put filters of our own in the place of loops' lists, calls, parts and joined texts."""
    for node in list(_backwards(tree)):
        for field, value in node.iter_fields():
            if isinstance(value, nodes.Expr):
                setattr(node, field, _exchanged(value))
            elif isinstance(value, list):
                setattr(
                    node,
                    field,
                    [_exchanged(one) if isinstance(one, nodes.Expr) else one for one in value],
                )
        if isinstance(node, nodes.For):
            node.iter = _filter(node.iter, "docgen.keyed" if free else "docgen.listed")
        elif isinstance(node, nodes.Operand) and node.op in MEMBERSHIP:
            node.expr = _filter(node.expr, "docgen.within")
    return tree


def _backwards(tree: nodes.Node) -> Iterator[nodes.Node]:
    for child in tree.iter_child_nodes():
        yield from _backwards(child)
    yield tree


def _exchanged(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        called = node.node
        is_loop = isinstance(called.node, nodes.Name) and called.node.name == "loop"
        name = "docgen.cycle" if is_loop else f"docgen.method.{called.attr}"
        return _filter(called.node, name, node.args, node.kwargs)
    if isinstance(node, nodes.Concat):
        return _filter(node.nodes[0], "docgen.concat", node.nodes[1:])
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice):
        ends = (node.arg.start, node.arg.stop, node.arg.step)
        return _filter(node.node, "docgen.part", [end or nodes.Const(None) for end in ends])
    return node


def _filter(
    node: nodes.Node,
    name: str,
    args: list[nodes.Expr] | None = None,
    kwargs: list[nodes.Keyword] | None = None,
) -> nodes.Expr:
    return nodes.Filter(node, name, args or [], kwargs or [], None, None, lineno=node.lineno)
