"""A YAML file as text with places: what a person typed, before anything is typed or judged."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in somebody's file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as typed; `plain` when it stood there without quotes."""

    text: str
    mark: Mark
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping, in the order of the file."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    mark: Mark

    def get(self, name: str) -> "Node | None":
        """Give the value under `name`, or None."""
        return next((node for key, node in self.entries if key.text == name), None)


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence, in the order of the file."""

    items: "tuple[Node, ...]"
    mark: Mark


Node = Scalar | Fields | Items

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file as read: its tree and the SHA-256 (hex) of its bytes."""

    file: str
    root: Fields
    digest: str


def node_at(root: Node, path: Path) -> Node:
    """Give the node at `path`, or the nearest one above it that exists."""
    node = root
    for step in path:
        below = _step(node, step)
        if below is None:
            return node
        node = below
    return node


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Fields):
        return node.get(str(step))
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
