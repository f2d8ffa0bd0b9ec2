"""A paragraph's or run's own properties → what holds for it, by all styles under it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import Package
from docgen.press.pdf.lowering.draft import Shape
from docgen.press.pdf.lowering.kept import keep
from docgen.press.pdf.lowering.layers import (
    ORDER,
    Layers,
    ParagraphLook,
    TableLook,
    run_look,
    table_look,
)
from docgen.press.pdf.lowering.looks import Kept
from docgen.press.pdf.lowering.measures import is_on, points, value_of
from docgen.press.pdf.lowering.numbering import Level, Lists, lists_of
from docgen.press.pdf.lowering.properties import (
    RunFormat,
)
from docgen.press.pdf.lowering.reading import paragraph_format, run_format
from docgen.press.pdf.lowering.relations import target_of
from docgen.press.pdf.lowering.signatures import Signature, signature
from docgen.press.pdf.lowering.stylesheet import Chain, Sheet, sheet_of
from docgen.press.pdf.lowering.themes import Theme, theme_of
from docgen.press.pdf.lowering.typefaces import FontTable, font_table_of


@dataclass(eq=False)
class Styles:
    """The fixed parts of a template read, and what was reckoned from them before.

    Shared by all files with these parts, in several threads: values are only ever added. `tab` is
    the distance of tab stops that nobody set (17.15.1.25); `mark_moves`: a paragraph's mark goes
    on the page after a break (17.15.3.57). Others keep in `looks`, `shapes`, `labels`, `recalled`
    what they reckon from these parts.
    """

    sheet: Sheet
    lists: Lists
    theme: Theme
    fonts: FontTable
    settings: Element | None = None
    tab: float = 36
    mark_moves: bool = False
    looks: Kept = field(default_factory=dict)
    shapes: dict[tuple[ParagraphLook, float, bool], Shape] = field(default_factory=dict)
    labels: dict[tuple[RunFormat, Level], RunFormat] = field(default_factory=dict)
    recalled: dict[object, object] = field(default_factory=dict)
    _chains: dict[tuple[str, str], Chain] = field(default_factory=dict)
    _tables: dict[tuple[str, tuple[str, ...]], TableLook] = field(default_factory=dict)
    _paragraphs: dict[Signature, ParagraphLook] = field(default_factory=dict)
    _runs: dict[Signature, RunFormat] = field(default_factory=dict)

    def table_look(self, style: str, conditions: Iterable[str] = ()) -> TableLook:
        """Give what a table style says of text where these of its conditions hold (17.7.6)."""
        names = tuple(sorted({*conditions, "wholeTable"} & ORDER.keys(), key=ORDER.__getitem__))
        found = self._tables.get((style, names))
        if found is None:
            found = table_look(self.chain(style, "table"), names)
            keep(self._tables, (style, names), found)
        return found

    def table_styles(self, style: str) -> tuple[Element, ...]:
        """Give a table style and those it rests on, the lowest first; the default for `""`."""
        return tuple(each.element for each in self.chain(style, "table"))

    def chain(self, key: str, kind: str) -> Chain:
        """Give a style and those it rests on, the lowest first."""
        found = self._chains.get((key, kind))
        if found is None:
            found = self.sheet.chain(key, kind)
            keep(self._chains, (key, kind), found)
        return found

    def paragraph(self, properties: Element | None, table: TableLook) -> ParagraphLook:
        """Give what holds for a paragraph with these properties of its own."""
        key = (table, signature(properties))
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraph(properties, table)
            keep(self._paragraphs, key, found)
        return found

    def run(self, properties: Element | None, style: str, table: TableLook) -> RunFormat:
        """Give what holds for a run in a paragraph of a style (17.7.2)."""
        key = (table, style, signature(properties))
        found = self._runs.get(key)
        if found is None:
            found = self.resolved(run_format(properties, self.theme), style, table)
            keep(self._runs, key, found)
        return found

    def resolved(self, direct: RunFormat, style: str, table: TableLook) -> RunFormat:
        """Lay direct formatting of a run over all that lies under it."""
        character = self.chain(direct.style, "character") if direct.style else ()
        chains = (self.chain(style, "paragraph"), character)
        return run_look(direct, self.sheet.run, chains, table)

    def _paragraph(self, properties: Element | None, table: TableLook) -> ParagraphLook:
        direct = paragraph_format(properties)
        chain = self.chain(direct.style or "", "paragraph")
        own = run_format(None if properties is None else properties.find(w("rPr")), self.theme)
        mark = self.resolved(own, chain[-1].key if chain else "", table)
        return Layers(self.sheet, self.lists, table, chain).look(direct, mark)


def styles_of(package: Package) -> Styles:
    """Read the parts of a file that a template fixes; once for all files that have the same."""
    kinds = ("styles", "numbering", "theme", "settings", "fontTable")
    return _styles(*(_part(package, kind) for kind in kinds))


def forget_styles() -> None:
    """Let go of all that was read of files so far, and of what their paragraphs came to."""
    _styles.cache_clear()


def _part(package: Package, kind: str) -> bytes:
    return package.members.get(target_of(package, package.main, kind), b"")


@lru_cache(maxsize=16)
def _styles(styles: bytes, numbering: bytes, theme: bytes, settings: bytes, fonts: bytes) -> Styles:
    root = markup.parse(settings) if settings else None
    language = None if root is None else root.find(w("themeFontLang"))
    drawn = theme_of(theme, "" if language is None else language.get(w("bidi"), ""))
    sheet = sheet_of(styles, drawn)
    listed = {
        style.key: style.paragraph.numbering
        for style in sheet.styles.values()
        if style.kind == "numbering" and style.paragraph.numbering
    }
    return Styles(
        sheet,
        lists_of(numbering, drawn, listed),
        drawn,
        font_table_of(fonts),
        root,
        _tab(root),
        _mark_moves(root),
    )


def _tab(settings: Element | None) -> float:
    found = points(value_of(settings, "defaultTabStop"))
    return found if found is not None and found > 0 else 36


def _mark_moves(settings: Element | None) -> bool:
    compat = None if settings is None else settings.find(w("compat"))
    found = None if compat is None else compat.find(w("splitPgBreakAndParaMark"))
    return found is not None and is_on(found)
