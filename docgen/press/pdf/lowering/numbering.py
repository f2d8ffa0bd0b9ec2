"""The bytes of the numbering part → lists and their levels; a file's paragraphs → their numbers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.counts import LARGEST, written
from docgen.press.pdf.lowering.measures import count, is_on, value_of
from docgen.press.pdf.lowering.properties import ParagraphFormat, RunFormat
from docgen.press.pdf.lowering.reading import paragraph_format, run_format
from docgen.press.pdf.lowering.themes import Theme

LEVELS = 9
PLACES = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A level of a list (17.9.6); `index` counts from 0, `restart` is `w:lvlRestart`."""

    index: int
    start: int
    format: str
    text: str
    suffix: str
    align: str
    legal: bool
    picture: bool
    restart: int
    style: str
    paragraph: ParagraphFormat
    run: RunFormat


@dataclass(frozen=True, slots=True)
class List:
    """A numbered list: whose counters it shares, its levels, and where it starts anew."""

    shared: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


Lists = Mapping[str, List]


def lists_of(data: bytes, theme: Theme, styled: Mapping[str, str]) -> Lists:
    """Read the lists by their numbers; `styled` are numbers that list styles stand for."""
    if not data:
        return {}
    root = markup.parse(data)
    abstracts = {e.get(w("abstractNumId"), ""): e for e in root.iterchildren(w("abstractNum"))}
    nums = {e.get(w("numId"), ""): e for e in root.iterchildren(w("num"))}
    read = _Reader(abstracts, nums, styled, theme)
    return {key: read.list(num) for key, num in nums.items()}


@dataclass(slots=True)
class _Reader:
    abstracts: Mapping[str, Element]
    nums: Mapping[str, Element]
    styled: Mapping[str, str]
    theme: Theme
    known: dict[str, Mapping[int, Level]] = field(default_factory=dict)

    def list(self, num: Element) -> List:
        shared = self._abstract(value_of(num, "abstractNumId") or "")
        if shared not in self.known:
            found = self.abstracts.get(shared)
            self.known[shared] = {} if found is None else self._levels(found)
        levels, starts = dict(self.known[shared]), {}
        for override in num.iterchildren(w("lvlOverride")):
            index = count(override.get(w("ilvl"))) or 0
            start = count(value_of(override, "startOverride"))
            if start is not None:
                starts[index] = _number(start)
            levels.update(self._levels(override))
        return List(shared, levels, starts)

    def _abstract(self, key: str) -> str:
        """Follow a list that borrows the levels of a list style (17.9.21), not in rings."""
        for _ in range(LEVELS):
            link = value_of(self.abstracts.get(key), "numStyleLink")
            num = self.nums.get(self.styled.get(link or "", ""))
            if num is None:
                break
            key = value_of(num, "abstractNumId") or ""
        return key

    def _levels(self, element: Element) -> dict[int, Level]:
        levels = (self._level(level) for level in element.iterchildren(w("lvl")))
        return {level.index: level for level in levels if 0 <= level.index < LEVELS}

    def _level(self, element: Element) -> Level:
        index = count(element.get(w("ilvl"))) or 0
        start, restart = count(value_of(element, "start")), count(value_of(element, "lvlRestart"))
        legal = element.find(w("isLgl"))
        return Level(
            index=index,
            start=_number(0 if start is None else start),
            format=value_of(element, "numFmt") or "decimal",
            text=value_of(element, "lvlText") or "",
            suffix=value_of(element, "suff") or "tab",
            align=value_of(element, "lvlJc") or "left",
            legal=legal is not None and is_on(legal),
            picture=element.find(w("lvlPicBulletId")) is not None,
            restart=index if restart is None else restart,
            style=value_of(element, "pStyle") or "",
            paragraph=paragraph_format(element.find(w("pPr"))),
            run=run_format(element.find(w("rPr")), self.theme),
        )


def level_of(lists: Lists, key: str, index: int) -> Level | None:
    """Give a level of a list, None if there is no such list or level."""
    found = lists.get(key)
    return None if found is None else found.levels.get(index)


class Counters:
    """The numbers that a file's lists have come to; `asked` tells which were, in order."""

    def __init__(self, lists: Lists) -> None:
        """Begin all lists at their starts."""
        self.asked: list[tuple[str, int]] = []
        self._lists = lists
        self._values: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def next(self, key: str, index: int) -> tuple[str, str]:
        """Number the next paragraph of a list's level; give its label and a format not known."""
        self.asked.append((key, index))
        found = self._lists[key]
        level = found.levels[index]
        values = self._values.setdefault(found.shared, {})
        self._begin(key, found, values)
        values[index] = values[index] + 1 if index in values else _start(found, index)
        for deeper in [each for each in values if each > index]:
            below = found.levels.get(deeper)
            if below is None or index < below.restart:
                del values[deeper]
        return _label(found, level, values)

    def _begin(self, key: str, found: List, values: dict[int, int]) -> None:
        """Let a list that says where it starts do so where it is met first (17.9.26)."""
        if key not in self._met:
            self._met.add(key)
            for index in found.starts:
                values.pop(index, None)


def _label(found: List, level: Level, values: Mapping[int, int]) -> tuple[str, str]:
    if level.format == "bullet":
        return level.text, ""
    strange: list[str] = []

    def one(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        counted = found.levels.get(index, level)
        name = "decimal" if level.legal else counted.format
        value = values.get(index, _start(found, index))
        text = written(value, name)
        if text is None:
            strange.append(name)
        return str(value) if text is None else text

    return PLACES.sub(one, level.text), "".join(strange[:1])


def _start(found: List, index: int) -> int:
    level = found.levels.get(index)
    return found.starts.get(index, 1 if level is None else level.start)


def _number(value: int) -> int:
    return max(0, min(value, LARGEST))


def bound_level(levels: Iterable[Level], style: str) -> int:
    """Give the level that a paragraph style is bound to (17.9.23), the first if it is to none."""
    return next((level.index for level in levels if level.style == style), 0)
