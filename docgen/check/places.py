"""Dotted patterns such as `contracts.*.parties.*` → the nodes of a tree that stand there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.model.sheet import Fields, Items, Node, Path, Scalar

ANY = "*"


@dataclass(slots=True)
class Branch:
    """The patterns that begin alike: what they mean if they end here, and how they go on."""

    meaning: str | None = None
    below: "dict[str, Branch]" = field(default_factory=dict)


def grown(patterns: Mapping[str, str]) -> Branch:
    """Grow one tree out of many patterns."""
    tree = Branch()
    for pattern, meaning in patterns.items():
        branch = tree
        for step in pattern.split("."):
            branch = branch.below.setdefault(step, Branch())
        branch.meaning = meaning
    return tree


def standing(node: Node, tree: Branch, path: Path = ()) -> Iterator[tuple[Path, Node, str]]:
    """Walk a node and a tree of patterns side by side; give each place that fits."""
    if tree.meaning is not None:
        yield path, node, tree.meaning
    if tree.below:
        for step, below in entries_of(node):
            for name in (str(step), ANY):
                if name in tree.below:
                    yield from standing(below, tree.below[name], (*path, step))


def entries_of(node: Node) -> Iterator[tuple[str | int, Node]]:
    """Give what stands directly below a node, with its step on a path."""
    if isinstance(node, Fields):
        yield from ((key.text, below) for key, below in node.entries)
    elif isinstance(node, Items):
        yield from enumerate(node.items)


def below(node: Node, *steps: str | int) -> Node | None:
    """Give the node under these very steps, or None."""
    for step in steps:
        found = next((each for name, each in entries_of(node) if name == step), None)
        if found is None:
            return None
        node = found
    return node


def text_of(node: Node, *steps: str | int) -> str:
    """Give the text under these steps; empty if there is none."""
    found = below(node, *steps)
    return found.text if isinstance(found, Scalar) else ""
