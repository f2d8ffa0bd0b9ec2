"""A file's nodes ↔ plain data, as JSON can keep it: fields, lists, and every scalar a text."""

from collections.abc import Mapping, Sequence

from docgen.model.sheet import Fields, Items, Mark, Node, Scalar

Tree = str | Sequence["Tree"] | Mapping[str, "Tree"]


def tree_of(node: Node) -> Tree:
    """Give a node without its places."""
    if isinstance(node, Fields):
        return {key.text: tree_of(below) for key, below in node.entries}
    if isinstance(node, Items):
        return [tree_of(below) for below in node.items]
    return node.text


def node_of(tree: Tree, mark: Mark) -> Node:
    """Give a tree's node, all of it at one place; each scalar counts as written in quotes."""
    if isinstance(tree, str):
        return Scalar(tree, mark, plain=False)
    if isinstance(tree, Mapping):
        entries = tuple((Scalar(k, mark), node_of(below, mark)) for k, below in tree.items())
        return Fields(entries, mark)
    return Items(tuple(node_of(below, mark) for below in tree), mark)


def fields_of(tree: Tree, mark: Mark) -> Fields:
    """Give the fields that a tree must be; anything else has none."""
    node = node_of(tree, mark)
    return node if isinstance(node, Fields) else Fields((), mark)
