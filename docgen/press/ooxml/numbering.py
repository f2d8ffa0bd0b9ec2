"""A body from another file → its lists numbered apart from those of the file it comes into."""

from collections.abc import Iterable, Mapping
from copy import deepcopy

from docgen.press.ooxml import markup
from docgen.press.ooxml.exchange import part_added
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import Package, package_of
from docgen.press.ooxml.relations import relations_of

NUM, ABSTRACT = w("num"), w("abstractNum")
NUM_KEY, ABSTRACT_KEY = w("numId"), w("abstractNumId")
VALUE = w("val")
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
NONE = f'<w:numbering xmlns:w="{w("")[1:-1]}"/>'.encode()


def carried_lists(
    asking: Iterable[Element], package: Package, members: Mapping[str, bytes]
) -> Mapping[str, bytes]:
    """Give the lists of a body and of its styles numbers that are free, and add them."""
    theirs = _tree(package.members, package.main)
    uses = [use for root in asking for use in root.iter(NUM_KEY) if use.get(VALUE) != "0"]
    if theirs is None or not uses:
        return {}
    main = package_of(members).main
    member = _member(members, main)
    tree = markup.parse(members[member] if member else NONE)
    wanted = dict.fromkeys(use.get(VALUE, "") for use in uses)
    keys = {key: _added(tree, theirs, key) for key in wanted}
    for use in uses:
        use.set(VALUE, keys[use.get(VALUE, "")])
    data = markup.bytes_of(tree)
    if member:
        return {member: data}
    return part_added(members, main, "word/numbering.xml", data, ("numbering", TYPE))


def _tree(members: Mapping[str, bytes], main: str) -> Element | None:
    member = _member(members, main)
    return markup.parse(members[member]) if member else None


def _member(members: Mapping[str, bytes], main: str) -> str:
    found = (e.target for e in relations_of(members, main) if e.kind == "numbering")
    return next((target for target in found if target in members), "")


def _added(tree: Element, theirs: Element, key: str) -> str:
    """Copy a list and the look it has; give its number, `0` (no list) if there is none."""
    num = next((each for each in theirs.iter(NUM) if each.get(NUM_KEY) == key), None)
    look = None if num is None else num.find(ABSTRACT_KEY)
    asked = "" if look is None else look.get(VALUE)
    abstract = next((e for e in theirs.iter(ABSTRACT) if e.get(ABSTRACT_KEY) == asked), None)
    if num is None or abstract is None:
        return "0"
    made, numbered = deepcopy(abstract), deepcopy(num)
    made.set(ABSTRACT_KEY, _free(tree, ABSTRACT, ABSTRACT_KEY))
    for child in list(made):
        if child.tag in {w("nsid"), w("tmpl"), w("styleLink"), w("numStyleLink")}:
            made.remove(child)
    for child in made.iter(w("pStyle")):
        child.getparent().remove(child)  # type: ignore[union-attr]
    numbered.set(NUM_KEY, _free(tree, NUM, NUM_KEY))
    lead = numbered.find(ABSTRACT_KEY)
    if lead is not None:
        lead.set(VALUE, made.get(ABSTRACT_KEY, ""))
    first = next(tree.iter(NUM), None)
    if first is None:
        tree.append(made)
    else:
        first.addprevious(made)
    last = list(tree.iter(NUM, ABSTRACT))[-1]
    last.addnext(numbered)
    return numbered.get(NUM_KEY, "0")


def _free(tree: Element, tag: str, name: str) -> str:
    taken = {each.get(name, "") for each in tree.iter(tag)}
    return str(max((int(one) for one in taken if one.isdigit()), default=0) + 1)
