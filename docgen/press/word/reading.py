"""A part's tree → its tags read, healed and spelt anew, and every fault among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from docgen.press.ooxml.columns import fit_grid
from docgen.press.ooxml.heal import Change, drop, join_runs, quieten, replace
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.paragraphs import OBJECT, TABLE, Paragraph, atoms_of, paragraphs_of
from docgen.press.word.judging import Problem
from docgen.press.word.names import is_loop_name, names_said
from docgen.press.word.places import place_of, spoken
from docgen.press.word.shapes import PACK, Demands
from docgen.press.word.structure import UNITS, Blocks, Found, alone, taken_by
from docgen.press.word.syntax import read_tag
from docgen.press.word.tags import Loose, Tag, scan
from docgen.press.word.trouble import Trouble

MOST_TAGS = 5_000
TAIL = 40
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a tag stands: its paragraph, the place in words, and what it may say there."""

    paragraph: Paragraph
    place: str
    demands: Demands


@dataclass(frozen=True, slots=True)
class Reading:
    """A part's tags in order, the names that each uses, and its faults."""

    found: tuple[Found, ...]
    used: tuple[tuple[Found, str], ...]
    troubles: tuple[Trouble, ...]


def read_part(root: Element, story: str, demands: Demands = PACK) -> Reading:
    """Read a part; its tree is changed so that each right tag stands in one run, spelt anew."""
    quieten(root)
    items: list[Found | Trouble] = []
    before = ""
    for paragraph in list(paragraphs_of(root, story)):
        items.extend(islice(_read_paragraph(paragraph, before, demands), MOST_TAGS))
        if len(items) >= MOST_TAGS:
            limit = {"limit": str(MOST_TAGS)}
            many = Trouble("word-too-many-tags", spoken(paragraph.where), "", limit)
            return walked([many], demands)
        words = paragraph.words.strip()
        before = before if not words or words.startswith("{%") else words[-TAIL:]
    return walked(items, demands)


def _read_paragraph(
    paragraph: Paragraph, before: str, demands: Demands
) -> Iterator[Found | Trouble]:
    if "{" not in paragraph.text and "}" not in paragraph.text:
        return
    join_runs(paragraph.element)
    paragraph = _without_notes(_again(paragraph))
    words, where = paragraph.words, paragraph.where
    if len(words) > LONGEST:
        yield Trouble("word-paragraph-too-long", spoken(where), "", {"limit": str(LONGEST)})
        return
    changes: list[Change] = []
    for item in scan(paragraph.text):
        place = place_of(where, words, item.start, before)
        if isinstance(item, Loose):
            yield Trouble(item.rule, place, item.text)
        else:
            yield from read_found(item, Spot(paragraph, place, demands), changes)
    replace(paragraph, changes)


def read_found(tag: Tag, spot: Spot, changes: list[Change]) -> Iterator[Found | Trouble]:
    """Read one tag; how to spell it anew is added to `changes`."""
    paragraph, place = spot.paragraph, spot.place
    if OBJECT in tag.text:
        yield Trouble("word-tag-broken-up", place, tag.text.replace(OBJECT, ""), {})
        return
    said, problems = read_tag(tag, spot.demands)
    for rule, names in problems:
        yield Trouble(rule, place, tag.text, names)
    found = Found(tag, paragraph, place, said)
    if said is not None:
        closing = "}}" if tag.sign == "{{" else "%}"
        changes.append((tag.start, tag.end, f"{tag.sign}{tag.level} {said.clean} {closing}"))
    yield found
    if tag.level in UNITS and (tag.sign == "{%" or tag.level == "p"):
        for rule, names in alone(found):
            yield Trouble(rule, place, tag.text, names)


def _without_notes(paragraph: Paragraph) -> Paragraph:
    """Take the remarks out; one of its own paragraph, row or cell goes with that, if alone."""
    tags = (item for item in scan(paragraph.text) if isinstance(item, Tag))
    notes = [tag for tag in tags if tag.sign == "{#"]
    for found in (Found(tag, paragraph, "", None) for tag in notes if tag.level in UNITS):
        unit = taken_by(found)
        if unit is not None and not list(alone(found)):
            table = next(unit.iterancestors(TABLE), None)
            drop(unit)
            if found.tag.level == "tc" and table is not None:
                fit_grid(table)
            return Paragraph(paragraph.element, paragraph.where, ())
    replace(paragraph, [(tag.start, tag.end, "") for tag in notes])
    return _again(paragraph) if notes else paragraph


def _again(paragraph: Paragraph) -> Paragraph:
    return Paragraph(paragraph.element, paragraph.where, tuple(atoms_of(paragraph.element)))


def walked(items: Iterable[Found | Trouble], demands: Demands = PACK) -> Reading:
    """Go through the tags of a part, blocks opening and closing, for names and faults."""
    items = list(items)
    found = [item for item in items if isinstance(item, Found)]
    troubles = [item for item in items if isinstance(item, Trouble)]
    blocks = Blocks()
    used: list[tuple[Found, str]] = []
    for one in found:
        for name in names_said(one.said, blocks.scope) if one.said else ():
            if name.partition(".")[0] != "loop":
                used.append((one, name))
            elif not ("loop" in blocks.scope and is_loop_name(name, free=demands.free)):
                troubles.append(_trouble(one, ("word-loop-outside", {})))
        troubles += [_trouble(one, problem) for problem in blocks.meet(one)]
    troubles += [_trouble(one, problem) for one, problem in blocks.left_open()]
    return Reading(tuple(found), tuple(used), tuple(troubles))


def _trouble(found: Found, problem: Problem) -> Trouble:
    rule, names = problem
    return Trouble(rule, found.place, found.tag.text, names)
