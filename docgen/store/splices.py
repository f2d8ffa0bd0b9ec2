"""A place in a YAML text and words for it → the text with them in it, nothing else moved."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

import yaml

from docgen.check.scalars import NULLS
from docgen.store.characters import indented
from docgen.store.nodes import LOADER

DOCUMENT_END = re.compile(r"^\.\.\.", re.MULTILINE)
COMMENT = re.compile(r"[ \t]+#")
INDENT = 2


@dataclass(frozen=True, slots=True)
class Source:
    """A text and its tree, whose marks count characters from the text's start."""

    text: str
    root: yaml.Node

    @property
    def newline(self) -> str:
        """Give the line ending that the text uses."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def put(self, start: int, end: int, words: str) -> str:
        """Give the text with `words` in place of what stands from `start` to `end`."""
        return self.text[:start] + words + self.text[end:]

    def put_lines(self, after: int, lines: str) -> str:
        """Give the text with lines of their own after the one in which `after` lies."""
        found = self.text.find("\n", after)
        if found < 0:
            return self.text + self.newline + lines + self.newline
        return self.put(found + 1, found + 1, lines + self.newline)


def source_of(text: str) -> Source:
    """Compose a text's tree; the text must be readable and hold fields."""
    return Source(text, cast("yaml.Node", yaml.compose(indented(text), Loader=LOADER)))


def with_item(text: str, path: tuple[str, ...], item: str) -> str:
    """Append an item, written on one line, to the list at a path; what lacks is made."""
    source = source_of(text)
    node, in_brackets = source.root, False
    for depth, step in enumerate(path):
        rest = path[depth + 1 :]
        in_brackets = in_brackets or _is_flow(node)
        found = _field(node, step)
        if found is None:
            return _new_field(source, node, (step, *rest), item, in_brackets=in_brackets)
        node = found[1]
        if _is_empty(node):
            return _filled(source, found, rest, item, in_brackets=in_brackets)
    return _with_another(source, node, item)


def with_fields(text: str, path: tuple[str | int, ...], fields: Mapping[str, str]) -> str:
    """Set fields, written on one line each, in the fields at a path; a number is a list's place."""
    for name, words in fields.items():
        source = source_of(text)
        text = _with_field(source, _node_at(source, path), name, words)
    return text


def without_fields(text: str, path: tuple[str | int, ...], names: Iterable[str]) -> str:
    """Take fields out of those at a path: their own words, and the lines that they had alone."""
    for name in names:
        source = source_of(text)
        text = _without_field(source, _node_at(source, path), name)
    return text


def _node_at(source: Source, path: tuple[str | int, ...]) -> yaml.Node:
    node = source.root
    for step in path:
        values = node.value
        node = (
            values[step]
            if isinstance(step, int)
            else next(value for key, value in values if key.value == step)
        )
    return node


def _field(node: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    return next(((key, value) for key, value in node.value if key.value == name), None)


def _is_flow(node: yaml.Node) -> bool:
    """Tell whether a list or fields stand in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _is_empty(node: yaml.Node) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return not node.style and node.value in NULLS
    return not node.value


def _with_another(source: Source, items: yaml.Node, item: str) -> str:
    last = items.value[-1]
    if _is_flow(items):
        at = _end_of(source, last)
        return source.put(at, at, f", {item}")
    return source.put_lines(_end_of(source, last), f"{' ' * _column(items)}- {item}")


def _filled(
    source: Source,
    field: tuple[yaml.Node, yaml.Node],
    rest: tuple[str, ...],
    item: str,
    *,
    in_brackets: bool,
) -> str:
    """Put the first item where `[]`, `{}` or nothing stands; a comment keeps its column."""
    key, empty = field
    start, end = empty.start_mark.index, empty.end_mark.index
    if in_brackets:
        return source.put(start, end, f"{' ' * (start == end)}{_inline(rest, item)}")
    before = len(source.text[:start].rstrip(" "))
    gap = " " * (end - before) if COMMENT.match(source.text, end) else ""
    bare = Source(source.put(before, end, gap), source.root)
    return bare.put_lines(before, _block(rest, item, _column(key), source.newline))


def _new_field(
    source: Source, above: yaml.Node, path: tuple[str, ...], item: str, *, in_brackets: bool
) -> str:
    name, rest = path[0], path[1:]
    if in_brackets:
        return _with_pair(source, above, f"{name}: {_inline(rest, item)}")
    column = _column(above)
    words = f"{' ' * column}{name}:{source.newline}" + _block(rest, item, column, source.newline)
    if above is source.root:
        return _at_the_end(source, words)
    return source.put_lines(_end_of(source, above), words)


def _at_the_end(source: Source, lines: str) -> str:
    """Put lines at the end of the text, behind the last comment."""
    found = DOCUMENT_END.search(source.text, _end_of(source, source.root))
    at = found.start() if found else len(source.text)
    broken = "" if source.text[:at].endswith("\n") else source.newline
    return source.put(at, at, broken + lines + source.newline)


def _with_field(source: Source, entry: yaml.Node, name: str, words: str) -> str:
    found = _field(entry, name)
    if found:
        start, end = found[1].start_mark.index, _end_of(source, found[1])
        return source.put(start, end, f"{' ' * (start == end)}{words}")
    if _is_flow(entry):
        return _with_pair(source, entry, f"{name}: {words}")
    return source.put_lines(_end_of(source, entry), f"{' ' * _column(entry)}{name}: {words}")


def _without_field(source: Source, entry: yaml.Node, name: str) -> str:
    place = next(place for place, (key, _) in enumerate(entry.value) if key.value == name)
    key, value = entry.value[place]
    start, end = key.start_mark.index, max(key.end_mark.index, _end_of(source, value))
    if not _is_flow(entry):
        start = source.text.rfind("\n", 0, start) + 1
        return source.put(start, (source.text.find("\n", end) + 1) or len(source.text), "")
    if place + 1 < len(entry.value):
        return source.put(start, entry.value[place + 1][0].start_mark.index, "")
    before = _end_of(source, entry.value[place - 1][1]) if place else start
    return source.put(before, end, "")


def _with_pair(source: Source, fields: yaml.Node, pair: str) -> str:
    if not fields.value:
        at = fields.start_mark.index + 1
        return source.put(at, at, pair)
    at = _end_of(source, fields.value[-1][1])
    return source.put(at, at, f", {pair}")


def _block(rest: tuple[str, ...], item: str, column: int, newline: str) -> str:
    """Write an item as a list's first, below fields that are missing above it."""
    lines = []
    for name in rest:
        column += INDENT
        lines.append(f"{' ' * column}{name}:")
    return newline.join([*lines, f"{' ' * (column + INDENT)}- {item}"])


def _inline(rest: tuple[str, ...], item: str) -> str:
    words = f"[{item}]"
    for name in reversed(rest):
        words = f"{{{name}: {words}}}"
    return words


def _column(node: yaml.Node) -> int:
    return int(node.start_mark.column)


def _end_of(source: Source, node: yaml.Node) -> int:
    """Give where a node's own words end, without the comments and lines behind it."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        written = source.text[start:end]
        return start + len(written.rstrip()) if node.style in {"|", ">"} else end
    if _is_flow(node) or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end_of(source, last[1] if isinstance(node, yaml.MappingNode) else last)
