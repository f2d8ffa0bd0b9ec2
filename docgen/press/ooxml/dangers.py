"""A package's members → what in them reaches outside, runs, or hides another document."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from docgen.press.ooxml import markup
from docgen.press.ooxml.fields import instructions, judge_field
from docgen.press.ooxml.limits import MEGABYTE, Limits
from docgen.press.ooxml.members import Problem
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.pictures import picture_of
from docgen.press.ooxml.relations import Relation, all_relations

SAFE_LINK = re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE)
LINK_FIELD = re.compile(r'HYPERLINK\s++(?!\\l)"?([^"]+)', re.IGNORECASE)
MACRO_NAME = re.compile(r"vba(Project|Data)|\.docm$", re.IGNORECASE)
MACRO_TYPE = re.compile(r"macroEnabled|vbaProject|vbaData", re.IGNORECASE)
DOCUMENT_TYPE = re.compile(r"html|rtf|rfc822|text/plain|msword", re.IGNORECASE)
DOCUMENTS = frozenset({"aFChunk", "subDocument", "altChunk", "subDoc"})
MAIL_MERGE = w("mailMerge")
VML = "{urn:schemas-microsoft-com:vml}"
SUSPECT = ("{*}altChunk", "{*}subDoc", "{*}OLEObject", "{*}control", MAIL_MERGE, f"{VML}*")
NO_TREES: Mapping[str, Element] = {}
OBJECTS = frozenset(
    {"oleObject", "OLEObject", "package", "control", "activeXControlBinary", "object"}
)


def dangers(
    members: Mapping[str, bytes],
    types: Mapping[str, str],
    limits: Limits,
    trees: Mapping[str, Element] = NO_TREES,
) -> Iterator[Problem]:
    """Tell all that no letter needs and that could do harm; `trees` are members read already."""
    if any(map(MACRO_NAME.search, members)) or any(map(MACRO_TYPE.search, types.values())):
        yield "word-macros", {}
    for relation in all_relations(members):
        yield from _relation(relation)
    for name, data in members.items():
        if name.casefold().endswith(".rels"):
            continue
        if DOCUMENT_TYPE.search(types[name]):
            yield "word-embedded-document", {"kind": types[name]}
        elif name in trees:
            yield from _in_tree(trees[name])
        elif markup.is_xml(name, types[name]):
            yield from _kept_tree(data) if len(data) <= markup.SHORT else _tree(data)
        else:
            yield from _picture(name, data, limits)


def _relation(relation: Relation) -> Iterator[Problem]:
    kind, target = relation.kind, relation.target
    if kind in DOCUMENTS:
        yield "word-embedded-document", {"kind": kind}
    elif kind in OBJECTS:
        yield "word-embedded-object", {"kind": kind}
    elif relation.outside and kind != "hyperlink":
        yield "word-linked-file", {"kind": kind, "target": target}
    elif relation.outside and not SAFE_LINK.match(target):
        yield "word-odd-link", {"target": target}


def _tree(data: bytes) -> tuple[Problem, ...]:
    return tuple(_in_tree(markup.parse(data)))


_kept_tree = lru_cache(markup.MOST_KEPT)(_tree)


def _in_tree(root: Element) -> Iterator[Problem]:
    for element in root.iter(*SUSPECT):
        kind = local(element)
        if kind in {"altChunk", "subDoc"}:
            yield "word-embedded-document", {"kind": kind}
        elif kind in {"OLEObject", "control"}:
            yield "word-embedded-object", {"kind": kind}
        elif element.tag == MAIL_MERGE:
            yield "word-linked-file", {"kind": "mail merge", "target": "its list of people"}
        elif element.tag.startswith(VML) and element.get("src"):
            yield "word-linked-file", {"kind": "picture", "target": element.get("src")}
    for instruction in instructions(root):
        yield from _field(instruction)


def _field(instruction: str) -> Iterator[Problem]:
    rule, name = judge_field(instruction)
    if rule:
        yield rule, {"field": name}
    link = LINK_FIELD.match(instruction.strip())
    if link is not None and not SAFE_LINK.match(link[1]):
        yield "word-odd-link", {"target": link[1]}


def _picture(name: str, data: bytes, limits: Limits) -> Iterator[Problem]:
    picture = picture_of(data)
    pixels = picture.width * picture.height if picture else 0
    if len(data) > limits.picture or pixels > limits.pixels:
        yield (
            "word-picture-too-large",
            {
                "member": name,
                "limit": limits.picture // MEGABYTE,
                "pixels": limits.pixels // 1_000_000,
            },
        )
