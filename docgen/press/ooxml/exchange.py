"""A package's members and a picture → the members with it in, and what it replaced out."""

import posixpath
from collections.abc import Collection, Mapping
from itertools import count

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import RELATIONS, TYPES, R
from docgen.press.ooxml.package import CONTENT_TYPES
from docgen.press.ooxml.pictures import picture_of
from docgen.press.ooxml.relations import all_relations, relations_of, rels_name

NO_RELATIONS = f'<Relationships xmlns="{RELATIONS}"/>'.encode()


def free_key(members: Mapping[str, bytes], part: str) -> str:
    """Give a key for a relation that the part does not use yet."""
    return _free("rIdLetterhead{}", {relation.key for relation in relations_of(members, part)})


def picture_added(
    members: Mapping[str, bytes], part: str, key: str, picture: bytes, kind: str
) -> dict[str, bytes]:
    """Add a picture, its type and a relation from the part."""
    name = _free(f"word/media/letterhead{{}}.{kind}", members)
    types = markup.parse(members[CONTENT_TYPES])
    default = f"{{{TYPES}}}Default"
    if kind not in {entry.get("Extension", "").casefold() for entry in types.iter(default)}:
        entry = markup.element(default, Extension=kind, ContentType=f"image/{kind}")
        types.insert(0, entry)
    rels = markup.parse(members.get(rels_name(part), NO_RELATIONS))
    target = posixpath.relpath(name, posixpath.dirname(part))
    rels.append(
        markup.element(f"{{{RELATIONS}}}Relationship", Id=key, Type=f"{R}/image", Target=target)
    )
    changed = {CONTENT_TYPES: markup.bytes_of(types), rels_name(part): markup.bytes_of(rels)}
    return {**members, **changed, name: picture}


def entry_added(
    members: Mapping[str, bytes], part: str, entry: str | bytes
) -> tuple[dict[str, bytes], str]:
    """Add a relation from the part to a link's address or to a picture; give its key."""
    key = _free("rIdAdded{}", {relation.key for relation in relations_of(members, part)})
    if isinstance(entry, bytes):
        same = next((name for name, data in members.items() if data == entry), None)
        picture = picture_of(entry)
        kind = picture.kind if picture else ""
        if same is None or not same.startswith("word/media/"):
            return picture_added(members, part, key, entry, kind), key
        return {**members, **_related(members, part, key, f"/{same}", "image")}, key
    return {**members, **_related(members, part, key, entry, "hyperlink")}, key


def part_added(
    members: Mapping[str, bytes], owner: str, name: str, data: bytes, kind: tuple[str, str]
) -> dict[str, bytes]:
    """Add a part that another owns; `kind` is that of the relation and the type of its content."""
    types = markup.parse(members[CONTENT_TYPES])
    entry = {"PartName": f"/{name}", "ContentType": kind[1]}
    types.append(markup.element(f"{{{TYPES}}}Override", **entry))
    key = _free("rIdAdded{}", {relation.key for relation in relations_of(members, owner)})
    related = _related(members, owner, key, f"/{name}", kind[0])
    return {**members, **related, CONTENT_TYPES: markup.bytes_of(types), name: data}


def _related(
    members: Mapping[str, bytes], part: str, key: str, target: str, kind: str
) -> dict[str, bytes]:
    rels = markup.parse(members.get(rels_name(part), NO_RELATIONS))
    outside = {"TargetMode": "External"} if kind == "hyperlink" else {}
    names = {"Id": key, "Type": f"{R}/{kind}", "Target": target, **outside}
    rels.append(markup.element(f"{{{RELATIONS}}}Relationship", **names))
    return {rels_name(part): markup.bytes_of(rels)}


def relation_dropped(members: Mapping[str, bytes], part: str, key: str) -> dict[str, bytes]:
    """Take out a relation of a part, and its target if nothing else points there."""
    target = next((e.target for e in relations_of(members, part) if e.key == key), "")
    rels = markup.parse(members.get(rels_name(part), NO_RELATIONS))
    for entry in list(rels):
        if entry.get("Id") == key:
            rels.remove(entry)
    kept = {**members, rels_name(part): markup.bytes_of(rels)}
    if target in {relation.target for relation in all_relations(kept)}:
        return kept
    kept.pop(target, None)
    types = markup.parse(kept[CONTENT_TYPES])
    for entry in list(types):
        if entry.get("PartName", "").lstrip("/") == target:
            types.remove(entry)
    return {**kept, CONTENT_TYPES: markup.bytes_of(types)}


def _free(pattern: str, taken: Collection[str]) -> str:
    names = (pattern.format(number) for number in count(1))
    return next(name for name in names if name not in taken)
