"""A case's tree → every key that is ill-formed, points at nothing, or is listed twice."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from docgen.check.case_faults import told
from docgen.check.faults import LOOKED_AT, near, shown
from docgen.check.keys import PREFIXES, SORTS, TABLES, is_key, prefix_of
from docgen.check.places import below, grown, standing
from docgen.check.pointers import POINTERS, SOFT
from docgen.check.scalars import NULLS
from docgen.model.finding import Finding
from docgen.model.sheet import Fields, Path, Scalar

KEY_FORMS = grown(PREFIXES)
POINTING = grown(POINTERS)
LISTED = 12
LONG = 7

Known = Mapping[str, Mapping[str, object]]


def references(root: Fields) -> Iterator[Finding]:
    """Judge every key of a case and everything that points at one."""
    yield from _key_forms(root)
    yield from _pointers(root, known_keys(root))


def known_keys(root: Fields) -> Known:
    """Give, by prefix, what can be pointed at; a table that can't be read is left out."""
    known: dict[str, Mapping[str, object]] = {}
    for prefix, place in TABLES.items():
        node = below(root, *place.split("."))
        if isinstance(node, Fields):
            known[prefix] = {key.text: each for key, each in node.entries}
        elif node is None and (prefix != "st" or below(root, "school")):
            known[prefix] = {}
    return known


def _key_forms(root: Fields) -> Iterator[Finding]:
    for path, node, prefix in standing(root, KEY_FORMS):
        for key, _ in node.entries if isinstance(node, Fields) else ():
            if not is_key(key.text, prefix):
                names = {"key": shown(key.text), "prefix": prefix}
                yield told("key-form", (*path, key.text), key.mark, **names)


def _pointers(root: Fields, known: Known) -> Iterator[Finding]:
    seen: set[tuple[Path, str]] = set()
    for path, node, sorts in standing(root, POINTING):
        if isinstance(node, Scalar) and not (node.plain and node.text in NULLS):
            finding = _pointer(path, node, sorts, known)
            if finding:
                yield finding
            if isinstance(path[-1], int) and (path[:-1], node.text) in seen:
                yield told("key-twice", path, node.mark, key=shown(node.text))
            seen.add((path[:-1], node.text))


def _pointer(path: Path, node: Scalar, sorts: str, known: Known) -> Finding | None:
    """Judge one pointer; what may stand there is given by prefixes."""
    found = prefix_of(node.text)
    wanted = tuple(TABLES) if sorts == SOFT else tuple(sorts.split())
    if found in wanted and node.text in known.get(found, (node.text,)):
        return None
    if sorts == SOFT:
        wanted = (found,) if found in TABLES else ()
    return _astray(path, node, wanted, known) if wanted else None


def _astray(path: Path, node: Scalar, wanted: tuple[str, ...], known: Known) -> Finding:
    """Tell what is wrong with a pointer that doesn't lead where it should."""
    keys = list(chain.from_iterable(known.get(prefix, ()) for prefix in wanted))
    listed = ", ".join(keys[:LISTED]) or "none yet"
    names = {"key": shown(node.text), "sort": " or ".join(SORTS[prefix] for prefix in wanted)}
    found = prefix_of(node.text)
    if found and node.text in known.get(found, ()):
        return told("key-wrong-sort", path, node.mark, found=SORTS[found], keys=listed, **names)
    better = meant(node.text, keys)
    if better:
        return told("key-mistyped", path, node.mark, near=better, **names)
    return told("key-nowhere", path, node.mark, keys=listed, **names)


def meant(text: str, keys: list[str]) -> str | None:
    """Give the key that was meant: written otherwise, or a longer one mistyped."""
    bare = re.sub("[^a-z0-9]", "", text.casefold())
    alike = (key for key in islice(keys, LOOKED_AT) if key.replace("-", "") == bare)
    return next(alike, None) or (near(text, keys) if len(text) >= LONG else None)
