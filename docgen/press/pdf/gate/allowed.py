"""The tables of what lowering reads and what is harmless → whether an element may stand somewhere.

An allow-list (element in its place, attribute of its element): what no table names is not allowed.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from docgen.press.ooxml.names import w
from docgen.press.pdf.gate import (
    blocks,
    harmless,
    pictures,
    sheets,
    text,
)
from docgen.press.pdf.gate.naming import qualified, qualified_all

CONTROL, CONTENT = w("sdt"), w("sdtContent")
WRAPPERS = frozenset({w("smartTag"), w("customXml")})
IN_CONTROL = "sdt in "
MOST_KEYS = 4096


def inside(context: str, tag: str) -> str:
    """Give the context of an element's children.

    Content controls and the like hold what may stand in their own place (clause 17.5.2).
    """
    if tag == CONTROL:
        return IN_CONTROL + context
    if tag == CONTENT:
        return context.removeprefix(IN_CONTROL)
    return context if tag in WRAPPERS else tag


@lru_cache(MOST_KEYS)
def is_allowed(context: str, tag: str) -> bool:
    """Tell whether an element may stand in a context."""
    place = CONTROL if context.startswith(IN_CONTROL) else context
    return tag in _CHILDREN.get(place, ())


@lru_cache(MOST_KEYS)
def odd_attributes(context: str, tag: str, attributes: tuple[str, ...]) -> tuple[str, ...]:
    """Give those attributes of an element that may not stand there."""
    known = _ATTRIBUTES.get((context, tag), _ATTRIBUTES.get(("", tag), _ANYWHERE))
    return tuple(name for name in attributes if name not in known)


@lru_cache(MOST_KEYS)
def passed(context: str, tag: str, *attributes: str) -> str | None:
    """Give the context of an element's children; None where it has to be judged more closely."""
    if not is_allowed(context, tag) or odd_attributes(context, tag, attributes):
        return None
    return None if tag in CLOSED else inside(context, tag)


def _children(tables: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for table in tables:
        for parent, words in table.items():
            found[qualified(parent)] = found.get(qualified(parent), frozenset()) | qualified_all(
                words
            )
    return found


def _attribute(element: str, name: str) -> str:
    """Give an attribute's full name: Word's own have its namespace, those of drawings none."""
    if ":" in name or ":" not in element:
        return qualified(name)
    return name


def _attributes(
    tables: Iterable[Mapping[str, str]],
) -> dict[tuple[str, str], frozenset[str]]:
    """Sort the attributes by context ("" for any) and element."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for table in tables:
        for key, words in table.items():
            context, _, element = key.rpartition("/")
            place = (qualified(context) if context else "", qualified(element))
            names_of = frozenset(_attribute(element, name) for name in words.split())
            found[place] = found.get(place, _ANYWHERE) | names_of
    return found


_TABLES = (text, blocks, pictures, sheets)
_ANYWHERE = qualified_all(harmless.ANYWHERE)
CLOSED = qualified_all(harmless.CLOSED)
_CHILDREN = _children(
    [*(table.CHILDREN for table in _TABLES), *(group.children for group in harmless.GROUPS)]
)
_ATTRIBUTES = _attributes(
    [*(table.ATTRIBUTES for table in _TABLES), *(group.attributes for group in harmless.GROUPS)]
)
