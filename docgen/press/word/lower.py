"""A part's tree with its tags in order → the source that Jinja compiles, by docxtpl's patterns."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from docxtpl import DocxTemplate

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.names import Element, local, w
from docgen.press.word.judging import refused
from docgen.press.word.shapes import PACK, Demands
from docgen.press.word.standard import HIDDEN
from docgen.press.word.structure import Found, taken_by
from docgen.press.word.syntax import CELLS, MERGERS, PERCENT, parsed
from docgen.press.word.tags import Tag, scan

Line = tuple[int, Found]
Key = tuple[str, str, str]
ENDS = frozenset({"bookmarkStart", "bookmarkEnd", "permStart", "permEnd"})
OF_MERGERS = re.compile(r"if loop\.first|else|endif|(\d+ \* )?loop\.length")


def lower(
    root: Element, found: Sequence[Found], demands: Demands = PACK
) -> tuple[str, tuple[Line, ...]] | None:
    """Give a part's source and the line of each tag; None if docxtpl would lose a tag.

    What docxtpl gives is held against the tags that were read, and judged once more whole.
    """
    _drop_halves(root, found)
    patched: str = DocxTemplate(BytesIO()).patch_xml(markup.text_of(root))
    tags = [item for item in scan(patched) if isinstance(item, Tag)]
    met = [(tag.sign, tag.level, tag.body) for tag in tags]
    owners = _owners(met, found)
    inner = replace(demands, filters=demands.filters | HIDDEN.keys())
    if owners is None or any(refused(parsed(patched, demands), inner)):
        return None
    return _lined(patched, tags, owners)


def _drop_halves(root: Element, found: Sequence[Found]) -> None:
    """Take out bookmarks of which one end would go with a tag's paragraph, cell or row."""
    going: set[str | None] = set()
    for one in found:
        unit = taken_by(one)
        if unit is not None:
            going |= {mark.get(w("id")) for mark in unit.iter() if local(mark) in ENDS}
    for mark in list(root.iter()) if going else ():
        if local(mark) in ENDS and mark.get(w("id")) in going:
            drop(mark)


def _owners(met: Sequence[Key], found: Sequence[Found]) -> list[Found] | None:
    """Give the tag that was read for each that docxtpl left; None where they differ.

    Only what merges cells may add tags of its own; tags of cells and text boxes may come earlier.
    """
    read = [one for one in found if one.said]
    expected = [_key(one) for one in read if not _merges(one)]
    if met == expected:
        return read
    extra = Counter(met) - Counter(expected)
    known = all(sign in {"{%", "{{"} and OF_MERGERS.fullmatch(body) for sign, _, body in extra)
    if Counter(expected) - Counter(met) or not known or (extra and not any(map(_merges, read))):
        return None
    waiting: dict[Key, deque[Found]] = defaultdict(deque)
    for one in read:
        waiting[_key(one)].append(one)
    owners: list[Found] = []
    for key in met:
        owners.append(waiting[key].popleft() if waiting[key] else (owners or read)[-1])
    return owners


def _key(one: Found) -> Key:
    said = one.said
    if said is None:
        raise TypeError(one.tag.text)
    if said.word in CELLS:
        return "{{", "", said.clean.removeprefix(said.word).strip()
    return one.tag.sign, "", said.clean


def _merges(one: Found) -> bool:
    return one.said is not None and one.said.word in MERGERS


def _lined(
    source: str, tags: Sequence[Tag], owners: Sequence[Found]
) -> tuple[str, tuple[Line, ...]]:
    """Break the source's lines inside its tags, so that each line tells its tag."""
    pieces: list[str] = []
    lines: list[Line] = []
    line, at = 1, 0
    for tag, one in zip(tags, owners, strict=True):
        line += source.count("\n", at, tag.start)
        lines.append((line, one))
        inside = source[tag.start : tag.end - 2].replace(PERCENT, "%")
        pieces += [source[at : tag.start], inside, "\n"]
        line += 1
        at = tag.end - 2
    return "".join((*pieces, source[at:])), tuple(lines)
