"""Names that a template uses and the values it would get → what lacks, and what is not used."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from docgen.model.values import Plain, Values
from docgen.press.word.names import Used, is_known, nearest
from docgen.press.word.reading import Reading

Use = tuple[str, str, Mapping[str, str]]

GUARD = re.compile(r"([\w.]+)\s*(?:is\s+(?:not\s+)?(?:un)?defined|\|\s*(?:default|d)\b)")


def names_in(values: Values) -> frozenset[str]:
    """Give the dotted names of all values; `[]` stands for each entry of a list."""
    return frozenset(name for key, value in values.items() for name in _names(key, value))


def guarded(readings: Iterable[Reading]) -> frozenset[str]:
    """Give the names that a template asks after or has an answer for when they are not there."""
    return frozenset(
        name
        for reading in readings
        for found, name in reading.used
        if _last(name) in {_last(guard) for guard in GUARD.findall(found.tag.text)}
    )


def lacking(used: Iterable[Used], values: Values, spared: Collection[str] = ()) -> Iterator[Use]:
    """Tell each use of a name that the data doesn't have; not of those in `spared`."""
    names = names_in(values)
    hollow = tuple(f"{name}[]" for name in _hollow("", values))
    for use in used:
        if not (use.name in spared or is_known(use.name, names) or use.name.startswith(hollow)):
            told = {"what": use.name, "nearest": nearest(use.name, names)}
            yield "word-name-not-in-data", use.where, told


def idle(used: Iterable[Used], values: Values) -> Iterator[Use]:
    """Tell what the template never uses, the outermost name of it alone."""
    asked = {use.name for use in used}
    for key, value in values.items():
        yield from _idle(key, value, asked)


def _idle(name: str, value: Plain, asked: set[str]) -> Iterator[Use]:
    touched = [each for each in asked if each == name or each.startswith((f"{name}.", f"{name}["))]
    if not touched:
        yield "word-data-unused", "", {"what": name}
    elif isinstance(value, Mapping) and name not in asked:
        for key, inner in value.items():
            yield from _idle(f"{name}.{key}", inner, asked)


def _names(name: str, value: Plain) -> Iterator[str]:
    yield name
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _names(f"{name}.{key}", inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield f"{name}[]"
        for inner in value:
            yield from _names(f"{name}[]", inner)


def _hollow(above: str, value: Plain) -> Iterator[str]:
    """Give the lists without entries: nothing can be said of what would be in them."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _hollow(f"{above}.{key}" if above else str(key), inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if not value:
            yield above
        for inner in value:
            yield from _hollow(f"{above}[]", inner)


def _last(name: str) -> str:
    return name.rpartition(".")[2].removesuffix("[]")
