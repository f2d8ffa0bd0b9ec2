"""A template of any make → the names that it asks values for, and what it does without them."""

from collections.abc import Iterator

from jinja2 import nodes

from docgen.model.mail import Need
from docgen.press.word import bench as benches
from docgen.press.word.bench import Bench
from docgen.press.word.lint.data import guarded
from docgen.press.word.shapes import FREE, Template
from docgen.press.word.structure import Found
from docgen.press.word.trouble import reject

ASKING = frozenset({"if", "elif"})
LIST = "[]"


def needs_of(template: Template) -> tuple[Need, ...]:
    """Give each name once, in reading order; raises `TemplateRejected` with all findings.

    A name that only leads to others (`pupil` beside `pupil.name`) is none of its own.
    """
    bench = benches.laid_out(template, FREE)
    benches.read(bench)
    reject(bench.place, bench.troubles)
    spared = guarded(bench.readings.values())
    uses = [(name.partition(LIST)[0], found) for found, name in _used(bench)]
    listed = {name.partition(LIST)[0] for _, name in _used(bench) if LIST in name}
    asked = {name for name, found in uses if found.said and found.said.word in ASKING}
    otherwise = {name for name, found in uses if name not in _asked_alone(found)}
    places: dict[str, str] = {}
    for name, found in uses:
        places.setdefault(name, found.place)
    return tuple(
        Need(
            name=name,
            where=where,
            may_lack=name in spared,
            may_be_empty=name in spared | asked,
            only_asked=name not in otherwise,
            listed=name in listed,
        )
        for name, where in places.items()
        if name in listed or not any(other.startswith(f"{name}.") for other in places)
    )


def _used(bench: Bench) -> Iterator[tuple[Found, str]]:
    for reading in bench.readings.values():
        yield from reading.used


def _asked_alone(found: Found) -> frozenset[str]:
    """Give the names of which a tag asks no more than whether there is anything."""
    first = found.said.tree.body[0] if found.said else None
    if not isinstance(first, nodes.If) or found.said is None:
        return frozenset()
    test = first.test if found.said.word == "if" else first.elif_[0].test
    return frozenset(_alone(test))


def _alone(test: nodes.Node) -> Iterator[str]:
    if isinstance(test, nodes.And | nodes.Or):
        yield from (*_alone(test.left), *_alone(test.right))
    elif isinstance(test, nodes.Not):
        yield from _alone(test.node)
    else:
        yield _dotted(test)


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "?"
