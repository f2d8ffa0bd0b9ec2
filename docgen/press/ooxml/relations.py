"""A member's `.rels` → what it points at, inside the package or outside."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import RELATIONS, Element


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer; `kind` is the last word of its type, `target` a member's name when inside."""

    key: str
    kind: str
    target: str
    outside: bool


def rels_name(member: str) -> str:
    """Give the name of the member that holds a member's relations (`""` for the package)."""
    folder, name = posixpath.split(member)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_of(members: Mapping[str, bytes], member: str) -> tuple[Relation, ...]:
    """Read what a member points at."""
    data = members.get(rels_name(member))
    if data is None:
        return ()
    folder = posixpath.dirname(member)
    return _kept(data, folder) if len(data) <= markup.SHORT else _read(data, folder)


def _read(data: bytes, folder: str) -> tuple[Relation, ...]:
    found = markup.parse(data).iter(f"{{{RELATIONS}}}Relationship")
    return tuple(_relation(entry, folder) for entry in found)


_kept = lru_cache(markup.MOST_KEPT)(_read)


def _relation(entry: Element, folder: str) -> Relation:
    target = entry.get("Target", "")
    outside = entry.get("TargetMode", "").casefold() == "external" or "://" in target
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = entry.get("Type", "").rpartition("/")[2]
    return Relation(entry.get("Id", ""), kind, target, outside)


def all_relations(members: Mapping[str, bytes]) -> tuple[Relation, ...]:
    """Read every pointer of the package, in the order of its members."""
    return tuple(
        relation
        for name in members
        if name.endswith(".rels")
        for relation in relations_of(members, _owner(name))
    )


def _owner(rels: str) -> str:
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
