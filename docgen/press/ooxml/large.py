"""Word's parts as any reader gets them → the same in large print (T-23).

18 point, headings in proportion, nothing smaller than 16; no italics, underlining or capitals;
lines as high as they need; tables that no longer fit set as blocks, one below the other. Where an
address stands in a frame on lines of an exact height, for the window of an envelope, it stays.
"""

from collections.abc import Iterable, Iterator, Mapping

from docgen.press.ooxml import markup
from docgen.press.ooxml.largeframes import moved_to_end
from docgen.press.ooxml.largelooks import Scale, emphasised, loosened, sized, spaced, straightened
from docgen.press.ooxml.largetables import refit
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of, put, without
from docgen.press.ooxml.package import package_of
from docgen.press.ooxml.paragraphs import PARAGRAPH, RUN, TABLE
from docgen.press.ooxml.relations import relations_of

VAL, STYLE = w("val"), f"{w('pPr')}/{w('pStyle')}"
FRAME, LINES = f"{w('pPr')}/{w('framePr')}", f"{w('pPr')}/{w('spacing')}"
SECTION = f"{w('pPr')}/{w('sectPr')}"
NUMBER = f"{w('pPr')}/{w('numPr')}"
SIZE = f"{w('rPr')}/{w('sz')}"
EXACT = "exact"
USUAL = 20
"""The size that Word takes where a file names none, in half points."""


def enlarge(members: Mapping[str, bytes], trees: Mapping[str, Element]) -> dict[str, bytes]:
    """Enlarge the trees in place; give the members with styles and lists enlarged."""
    changed = dict(members)
    main = package_of(members).main
    names = {e.kind: e.target for e in relations_of(members, main) if e.target in members}
    styles = _Styles(markup.parse(members[names["styles"]]) if "styles" in names else None)
    scale = Scale(styles.size_of(""))
    kept = {each for tree in trees.values() for each in _windowed(tree, styles)}
    windows = {styles.key_of(paragraph) for paragraph in kept}
    _fix(kept, styles)
    for tree in trees.values():
        for table in list(tree.iter(TABLE)):
            refit(table)
        for paragraph in tree.iter(PARAGRAPH):
            if paragraph not in kept:
                _enlarge(paragraph, scale)
                styles.unchain(paragraph)
        for height in tree.iter(w("trHeight")):
            loosened(height)
        moved_to_end(tree, kept)
    if styles.root is not None:
        styles.enlarge(scale, windows)
        changed[names["styles"]] = markup.bytes_of(styles.root)
    if "numbering" in names:
        changed[names["numbering"]] = _lists(members[names["numbering"]], scale)
    return changed


class _Styles:
    """The styles of a file, asked for sizes and heights of lines along what they rest on."""

    def __init__(self, root: Element | None) -> None:
        self.root = root
        found = () if root is None else root.iter(w("style"))
        self.by_key = {each.get(w("styleId"), ""): each for each in found}
        usual = (
            key
            for key, each in self.by_key.items()
            if each.get(w("type")) == "paragraph" and each.get(w("default")) in {"1", "true", "on"}
        )
        self.usual = next(usual, "")

    def key_of(self, paragraph: Element) -> str:
        named = paragraph.find(STYLE)
        return self.usual if named is None else named.get(VAL, self.usual)

    def unchain(self, paragraph: Element) -> None:
        """Let a list part from what follows: held together, large lines would fill a page."""
        beside = (paragraph.getprevious(), paragraph.getnext())
        keys = [self.key_of(each) for each in beside if each is not None]
        is_item = any(each.find(NUMBER) is not None for each in self._line(self.key_of(paragraph)))
        if is_item and self.key_of(paragraph) in keys:
            without(properties_of(paragraph, "pPr"), "keepNext")

    def size_of(self, key: str) -> int:
        """Give a style's size in half points; that of usual text for no key."""
        for style in self._line(key or self.usual):
            size = style.find(SIZE)
            if size is not None:
                return int(size.get(VAL, str(USUAL)))
        default = None if self.root is None else next(self.root.iter(w("rPrDefault")), None)
        size = None if default is None else next(default.iter(w("sz")), None)
        return USUAL if size is None else int(size.get(VAL, str(USUAL)))

    def is_exact(self, key: str) -> bool:
        """Tell whether a style's lines are of an exact height."""
        lines = (style.find(LINES) for style in self._line(key))
        said = (each.get(w("lineRule")) for each in lines if each is not None)
        return next((rule for rule in said if rule), "") == EXACT

    def enlarge(self, scale: Scale, windows: set[str]) -> None:
        """Enlarge all styles but those of addresses in windows."""
        root = self.root
        if root is None:
            return
        for key, style in self.by_key.items():
            if key not in windows - {self.usual}:
                _all_under(style, scale)
        default = next(root.iter(w("docDefaults")), None)
        if default is None:
            default = markup.element(w("docDefaults"))
            root.insert(0, default)
        looks = properties_of(properties_of(default, "rPrDefault"), "rPr")
        for name in ("sz", "szCs"):
            if looks.find(w(name)) is None:
                put(looks, name).set(VAL, str(USUAL))
        _all_under(default, scale)

    def _line(self, key: str) -> Iterator[Element]:
        seen: set[str] = set()
        while key in self.by_key and key not in seen:
            seen.add(key)
            yield self.by_key[key]
            above = self.by_key[key].find(w("basedOn"))
            key = "" if above is None else above.get(VAL, "")


def _windowed(tree: Element, styles: _Styles) -> Iterator[Element]:
    """Give the paragraphs of frames that stay: pictures, and lines of an exact height."""
    for paragraph in tree.iter(PARAGRAPH):
        if paragraph.find(FRAME) is not None:
            lines = paragraph.find(LINES)
            rule = None if lines is None else lines.get(w("lineRule"))
            is_exact = rule == EXACT or (rule is None and styles.is_exact(styles.key_of(paragraph)))
            if is_exact or next(paragraph.iter(w("drawing")), None) is not None:
                yield paragraph


def _fix(kept: Iterable[Element], styles: _Styles) -> None:
    """Write down the size of what stays as it is, where usual text lends it its size."""
    for paragraph in kept:
        if styles.key_of(paragraph) == styles.usual:
            for run in paragraph.iter(RUN):
                looks = properties_of(run, "rPr")
                for name in ("sz", "szCs"):
                    if looks.find(w(name)) is None:
                        put(looks, name).set(VAL, str(styles.size_of("")))


def _enlarge(paragraph: Element, scale: Scale) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is not None and not _ends_section(paragraph):
        spaced(properties, scale)
        straightened(properties)
        mark = properties.find(w("rPr"))
        if mark is not None:
            sized(mark, scale)
    for run in paragraph.iter(RUN):
        looks = run.find(w("rPr"))
        if looks is not None and next(run.iterancestors(PARAGRAPH)) is paragraph:
            emphasised(looks)
            sized(looks, scale)


def _ends_section(paragraph: Element) -> bool:
    """Tell a paragraph that does nothing else and is to take no room."""
    return paragraph.find(SECTION) is not None and paragraph.find(RUN) is None


def _all_under(element: Element, scale: Scale) -> None:
    for properties in element.iter(w("pPr")):
        spaced(properties, scale)
        straightened(properties)
    for looks in element.iter(w("rPr")):
        sized(looks, scale)


def _lists(data: bytes, scale: Scale) -> bytes:
    root = markup.parse(data)
    _all_under(root, scale)
    return markup.bytes_of(root)
