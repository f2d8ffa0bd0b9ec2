"""A body from another file → its styles under names of the file it comes into, and those added."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import count

from docgen.press.ooxml import markup
from docgen.press.ooxml.exchange import part_added
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import Package, package_of
from docgen.press.ooxml.relations import relations_of

USES = (w("pStyle"), w("rStyle"), w("tblStyle"))
LEADS = (w("basedOn"), w("next"), w("link"))
VALUE, KEY = w("val"), w("styleId")
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
NONE = f'<w:styles xmlns:w="{w("")[1:-1]}"/>'.encode()


def carried_styles(
    root: Element, theirs: Mapping[str, Element], members: Mapping[str, bytes]
) -> Mapping[str, bytes]:
    """Rename a body's styles to those of the same name; add to the file what it lacks."""
    main = package_of(members).main
    member = _member(members, main)
    tree = markup.parse(members[member] if member else NONE)
    keys = _keys(tree, theirs)
    for key, ours in keys.items():
        if not _has(tree, ours):
            tree.append(_copy(theirs[key], ours, keys))
    for element in root.iter(*USES):
        element.set(VALUE, keys.get(element.get(VALUE, ""), element.get(VALUE, "")))
    data = markup.bytes_of(tree)
    if member:
        return {member: data}
    return part_added(members, main, "word/styles.xml", data, ("styles", TYPE))


def used_styles(root: Element, package: Package) -> Mapping[str, Element]:
    """Give the styles that a body uses, and those that they rest on, by their keys."""
    theirs = {style.get(KEY, ""): style for style in _styles(package.members, package.main)}
    return {key: theirs[key] for key in _wanted(root, theirs)}


def _member(members: Mapping[str, bytes], main: str) -> str:
    found = (e.target for e in relations_of(members, main) if e.kind == "styles")
    return next((target for target in found if target in members), "")


def _styles(members: Mapping[str, bytes], main: str) -> Iterator[Element]:
    member = _member(members, main)
    return markup.parse(members[member]).iter(w("style")) if member else iter(())


def _wanted(root: Element, theirs: Mapping[str, Element]) -> list[str]:
    """Give the keys of the styles that a body uses, and of those that they rest on."""
    wanted: dict[str, None] = {}
    waiting = [element.get(VALUE, "") for element in root.iter(*USES)]
    while waiting:
        key = waiting.pop()
        if key in theirs and key not in wanted:
            wanted[key] = None
            waiting += [lead.get(VALUE, "") for lead in theirs[key].iter(*LEADS)]
    return list(wanted)


def _keys(tree: Element, theirs: Mapping[str, Element]) -> dict[str, str]:
    """Give our key for each style of theirs: that of our style of the same name, or a free one."""
    ours = {_name(style): style.get(KEY, "") for style in tree.iter(w("style"))}
    taken = set(ours.values())
    keys: dict[str, str] = {}
    for key in theirs:
        free = (key if number == 0 else f"{key}{number}" for number in count())
        name = _name(theirs[key])
        keys[key] = ours[name] if name in ours else next(k for k in free if k not in taken)
        taken.add(keys[key])
    return keys


def _name(style: Element) -> tuple[str, str]:
    named = style.find(w("name"))
    return style.get(w("type"), ""), "" if named is None else named.get(VALUE, "").casefold()


def _has(tree: Element, key: str) -> bool:
    return any(style.get(KEY) == key for style in tree.iter(w("style")))


def _copy(style: Element, key: str, keys: Mapping[str, str]) -> Element:
    made = deepcopy(style)
    made.set(KEY, key)
    made.attrib.pop(w("default"), "")
    for lead in made.iter(*LEADS):
        lead.set(VALUE, keys.get(lead.get(VALUE, ""), lead.get(VALUE, "")))
    return made
