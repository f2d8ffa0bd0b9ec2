"""A body's sections → their headers and footers, and a second body put before the first."""

from collections.abc import Mapping, Sequence

from docgen.press.ooxml import markup
from docgen.press.ooxml.exchange import part_added
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.names import Element, r, w
from docgen.press.ooxml.ordered import properties_of, put
from docgen.press.ooxml.paragraphs import PARAGRAPH
from docgen.press.ooxml.relations import relations_of, rels_name

Members = Mapping[str, bytes]
SECTION, REFERENCES = w("sectPr"), (w("headerReference"), w("footerReference"))
ID, TYPE, VALUE = r("id"), w("type"), w("val")
ON = frozenset({None, "1", "true", "on"})
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
STRUCTURAL = "{%"
FOOTER = f'<w:ftr xmlns:w="{w("")[1:-1]}"><w:p/></w:ftr>'.encode()


def sections_of(document: Element) -> list[Element]:
    """Give the properties of all sections, in order; a body without any gets one."""
    body = body_of(document)
    if body.find(SECTION) is None:
        body.append(markup.element(SECTION))
    return list(document.iter(SECTION))


def body_of(document: Element) -> Element:
    """Give the body of a document."""
    body = document.find(w("body"))
    if body is None:
        raise ValueError(document.tag)
    return body


def with_footers(
    members: Members, main: str, document: Element, *, even: bool
) -> tuple[dict[str, bytes], dict[str, Element]]:
    """Give the first section a footer for each kind of page that lacks one; the new ones too."""
    sections = sections_of(document)
    section, titles = sections[0], [each.find(w("titlePg")) for each in sections]
    kinds = ["default"]
    kinds += ["first"] if any(e is not None and e.get(VALUE) in ON for e in titles) else []
    kinds += ["even"] if even else []
    there = {each.get(TYPE) for each in section.iter(w("footerReference"))}
    changed, made = dict(members), {}
    for kind in kinds:
        if kind not in there:
            changed, member, key = part_beside(changed, main, "footer", FOOTER)
            attributes = {TYPE: kind, ID: key}
            section.insert(_after_references(section), _reference("footerReference", attributes))
            made[member] = markup.parse(FOOTER)
    return changed, made


def footers_of(members: Members, main: str, document: Element) -> tuple[str, ...]:
    """Give the members that hold the footers of a document's sections, each once."""
    targets = {each.key: each.target for each in relations_of(members, main)}
    used = (targets.get(each.get(ID, ""), "") for each in document.iter(w("footerReference")))
    return tuple(dict.fromkeys(member for member in used if member in members))


def own_parts(
    members: Members, main: str, document: Element
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Let a document's sections use copies of their headers and footers: members, old to new."""
    targets = {each.key: each.target for each in relations_of(members, main)}
    changed, keys, copies = dict(members), {}, {}
    for reference in document.iter(*REFERENCES):
        old = reference.get(ID, "")
        member = targets.get(old, "")
        if old not in keys and member in members:
            kind = "header" if reference.tag == REFERENCES[0] else "footer"
            changed, name, keys[old] = part_beside(changed, main, kind, members[member])
            copies[member] = name
            if rels_name(member) in changed:
                changed[rels_name(name)] = changed[rels_name(member)]
        reference.set(ID, keys.get(old, old))
    return changed, copies


def part_beside(
    members: Members, main: str, kind: str, data: bytes
) -> tuple[dict[str, bytes], str, str]:
    """Add a header or footer; give its name and the key of its relation too."""
    folder = main.rpartition("/")[0]
    taken = {name.casefold() for name in members}
    number = 1
    while f"{folder}/{kind}{number}.xml".casefold() in taken:
        number += 1
    name = f"{folder}/{kind}{number}.xml"
    changed = part_added(members, main, name, data, (kind, f"{WORD}{kind}+xml"))
    key = next(e.key for e in relations_of(changed, main) if e.target == name)
    return changed, name, key


def put_before(first: Element, second: Element) -> None:
    """Put the body of one document before that of another, which then begins on a new page."""
    sections = sections_of(second)
    blocks = list(body_of(second))
    ended(blocks[:-1], sections[-1], body_of(second))
    put(sections_of(first)[0], "type").set(VALUE, "nextPage")
    body = body_of(first)
    for at, block in enumerate(list(body_of(second))):
        body.insert(at, block)


def ended(blocks: Sequence[Element], section: Element, body: Element) -> None:
    """End the last section of a body with its last paragraph, or with one that takes no room."""
    last = blocks[-1] if blocks else None
    drop(section)
    if last is None or last.tag != PARAGRAPH or _is_structural(last) or _has_section(last):
        body.append(ending(section))
    else:
        properties = properties_of(last, "pPr")
        place = put(properties, "sectPr")
        properties.replace(place, section)


def ending(section: Element) -> Element:
    """Make a paragraph that takes next to no room and ends a section."""
    made, properties = markup.element(PARAGRAPH), markup.element(w("pPr"))
    spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
    attributes = {w(name): value for name, value in spacing.items()}
    properties.append(markup.element(w("spacing"), **attributes))
    properties.append(section)
    made.append(properties)
    return made


def _has_section(paragraph: Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _is_structural(paragraph: Element) -> bool:
    return any(STRUCTURAL in (text.text or "") for text in paragraph.iter(w("t")))


def _reference(name: str, attributes: Mapping[str, str]) -> Element:
    return markup.element(w(name), **attributes)


def _after_references(section: Element) -> int:
    return sum(child.tag in REFERENCES for child in section)
