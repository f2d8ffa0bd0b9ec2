"""Styles one under the other, and what stands in a paragraph or run → what holds for it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen.press.pdf.lowering.numbering import Lists, bound_level, level_of
from docgen.press.pdf.lowering.properties import (
    NO_PARAGRAPH,
    NO_RUN,
    ParagraphFormat,
    RunFormat,
    laid_over,
)
from docgen.press.pdf.lowering.stylesheet import Chain, Sheet

TOGGLES = (
    "bold",
    "bold_complex",
    "italic",
    "italic_complex",
    "caps",
    "small_caps",
    "strike",
    "double_strike",
    "vanish",
)
CONDITIONS = """
    wholeTable band1Vert band2Vert band1Horz band2Horz firstCol lastCol firstRow lastRow
    neCell nwCell seCell swCell
"""
ORDER = {name: rank for rank, name in enumerate(CONDITIONS.split())}


@dataclass(frozen=True, slots=True, eq=False)
class TableLook:
    """What a table style and its conditions say of the text in a cell, the lowest first."""

    paragraphs: tuple[ParagraphFormat, ...] = ()
    run: RunFormat = NO_RUN


EMPTY_LOOK = TableLook()


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphLook:
    """What holds for a paragraph: its properties, its place in a list, the look of its mark.

    `outline` is its heading's level from 1, 0 for text; `numbering` the list's number, or `""`.
    """

    format: ParagraphFormat
    mark: RunFormat
    style: str
    numbering: str
    level: int
    outline: int
    is_title: bool

    @property
    def is_heading(self) -> bool:
        """Tell whether it is a heading, if it has words."""
        return self.is_title or self.outline > 0


def table_look(chain: Chain, names: Iterable[str]) -> TableLook:
    """Lay the conditions of a table style that hold over the style itself."""
    said = [(style.paragraph, style.run) for style in chain]
    said += [s.conditions[name] for name in names for s in chain if name in s.conditions]
    run = NO_RUN
    for _, upper in said:
        run = laid_over(run, upper)
    return TableLook(tuple(lower for lower, _ in said), run)


def run_look(
    direct: RunFormat, default: RunFormat, chains: tuple[Chain, Chain], table: TableLook
) -> RunFormat:
    """Lay direct formatting over character, paragraph and table style and the defaults (17.7.2).

    `chains` are those of the paragraph's style and of the run's.
    """
    levels = (table.run, *(_joined(chain) for chain in chains))
    found = default
    for level in levels:
        found = laid_over(found, level)
    return laid_over(_toggled(found, default, levels), direct)


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies under a paragraph: the defaults, a table's look, its style and those below."""

    sheet: Sheet
    lists: Lists
    table: TableLook
    chain: Chain

    def look(self, direct: ParagraphFormat, mark: RunFormat) -> ParagraphLook:
        """Lay a paragraph's own properties over these; `mark` is the look of its mark."""
        numbering, level = self._number(direct, self.chain)
        found = self.sheet.paragraph
        for layer in self._layers(direct, numbered=bool(numbering)):
            found = laid_over(found, layer)
        return ParagraphLook(
            format=found,
            mark=mark,
            style=self.chain[-1].key if self.chain else "",
            numbering=numbering,
            level=level,
            outline=_outline(found, self.chain),
            is_title=any(style.name == "title" for style in self.chain),
        )

    def _number(self, direct: ParagraphFormat, chain: Chain) -> tuple[str, int]:
        """Give the list and level that a paragraph ends up in (17.9.18); `""` for none."""
        key, level = "", 0
        for style in chain:
            said = style.paragraph
            key = key if said.numbering is None else said.numbering
            if said.level is not None:
                level = said.level
            elif said.numbering is not None and key in self.lists:
                level = bound_level(self.lists[key].levels.values(), style.key)
        key = key if direct.numbering is None else direct.numbering
        if direct.level is not None:
            level = direct.level
        elif direct.numbering is not None:
            level = 0
        return (key if level_of(self.lists, key, level) else ""), level

    def _layers(self, direct: ParagraphFormat, *, numbered: bool) -> list[ParagraphFormat]:
        """Give what is laid over the defaults; a list's indents lie under what names the list."""
        layers = list(self.table.paragraphs)
        for index, style in enumerate(self.chain):
            if numbered and _names_list(style.paragraph):
                layers += self._list_layer(NO_PARAGRAPH, self.chain[: index + 1])
            layers.append(style.paragraph)
        if numbered and _names_list(direct):
            layers += self._list_layer(direct, self.chain)
        return [*layers, direct]

    def _list_layer(self, direct: ParagraphFormat, chain: Chain) -> list[ParagraphFormat]:
        level = level_of(self.lists, *self._number(direct, chain))
        return [] if level is None else [level.paragraph]


def _names_list(said: ParagraphFormat) -> bool:
    return said.numbering is not None or said.level is not None


def _joined(chain: Chain) -> RunFormat:
    found = NO_RUN
    for style in chain:
        found = laid_over(found, style.run)
    return found


def _toggled(found: RunFormat, default: RunFormat, levels: Iterable[RunFormat]) -> RunFormat:
    """Switch toggle properties on where an odd number of the levels does (17.7.3)."""
    said: dict[str, bool] = {}
    for name in TOGGLES:
        values = [value for level in levels if (value := getattr(level, name)) is not None]
        if values:
            said[name] = bool(getattr(default, name)) or sum(values) % 2 == 1
    return replace(found, **said) if said else found  # type: ignore[arg-type]


def _outline(found: ParagraphFormat, chain: Chain) -> int:
    """Give a heading's level from 1, by its outline level or the name of its style (17.3.1.20)."""
    if found.outline is not None:
        return found.outline + 1 if 0 <= found.outline < BODY else 0
    names = (style.name for style in reversed(chain))
    digits = (name.removeprefix("heading ") for name in names if name.startswith("heading "))
    return next((int(digit) for digit in digits if digit in HEADINGS), 0)


BODY = 9
HEADINGS = frozenset("123456789")
