"""A member of a Word file → what it points at, by key; read once for the same bytes."""

from collections.abc import Mapping
from functools import lru_cache

from docgen.press.ooxml.package import Package
from docgen.press.ooxml.relations import Relation, relations_of, rels_name


def relations(package: Package, member: str) -> Mapping[str, Relation]:
    """Give what a member points at, by the keys that its elements name."""
    name = rels_name(member)
    data = package.members.get(name)
    return {} if data is None else _relations(member, name, data)


def target_of(package: Package, member: str, kind: str) -> str:
    """Give the member of a kind (`styles`, `theme`) that a member points at, `""` for none."""
    found = relations(package, member).values()
    return next((each.target for each in found if each.kind == kind and not each.outside), "")


@lru_cache(maxsize=128)
def _relations(member: str, name: str, data: bytes) -> Mapping[str, Relation]:
    return {relation.key: relation for relation in relations_of({name: data}, member)}
