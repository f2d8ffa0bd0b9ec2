"""A template's styles → how a paragraph or run looks, own settings before those of its styles."""

import re
from collections.abc import Iterator, Mapping

from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.paragraphs import PARAGRAPH

STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
OFF = frozenset({"0", "false", "off", "none"})
HEADING = re.compile(r"heading ([1-9])")
DEEPEST = 20
DEEPEST_LEVEL = 9
PLAIN_SIZE = 10.0
PROPERTIES, RUN_PROPERTIES = w("pPr"), w("rPr")
STYLE = f"{w('pPr')}/{w('pStyle')}"
HALF_POINTS, TWIPS = 2, 20


class Styles:
    """The styles of a template, by key; each setting is looked up from the nearest place on."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles' names and what each is based on."""
        found = [] if root is None else list(root.iter(w("style")))
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._normal = next((key for key, style in self._styles.items() if _is_normal(style)), "")
        self._defaults = [] if root is None else [*root.iter(w("rPrDefault"), w("pPrDefault"))]
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._known: dict[tuple[str, str, str], Element | None] = {}
        self._levels: dict[str, int] = {}

    @property
    def names(self) -> Mapping[str, str]:
        """Give the styles' names by key, in small letters."""
        return {key: _name(style) for key, style in self._styles.items()}

    def name_of(self, key: str) -> str:
        """Give a style's name in small letters."""
        return _name(self._styles[key]) if key in self._styles else ""

    def of_paragraph(self, element: Element, name: str) -> Element | None:
        """Give a paragraph's setting (`spacing`, `numPr`), its own or its style's."""
        properties = element.find(PROPERTIES)
        if properties is None:
            return self._of_style(self._normal, "pPr", name, self._default("pPr", name))
        own = properties.find(w(name))
        if own is not None:
            return own
        return self._of_style(style_of(element), "pPr", name, self._default("pPr", name))

    def of_run(self, run: Element, name: str) -> Element | None:
        """Give a run's setting (`b`, `sz`, `lang`), its own or its styles'."""
        properties = run.find(RUN_PROPERTIES)
        if properties is not None:
            own = properties.find(w(name))
            if own is not None:
                return own
            named = properties.find(w("rStyle"))
            key = named.get(w("val"), "") if named is not None else ""
            own = self._of_style(key, "rPr", name, None) if key in self._styles else None
            if own is not None:
                return own
        above = next(run.iterancestors(PARAGRAPH), None)
        key = style_of(above) if above is not None else ""
        return self._of_style(key, "rPr", name, self._default("rPr", name))

    def default(self, name: str) -> Element | None:
        """Give a setting of text as the template has it where nothing else is said."""
        return self._of_style(self._normal, "rPr", name, self._default("rPr", name))

    def of_style(self, key: str, name: str) -> Element | None:
        """Give a setting of text as a style or what it is based on has it."""
        return self._of_style(key, "rPr", name, None)

    def heading(self, element: Element) -> int:
        """Give a paragraph's level as a heading, from 1; 0 for text."""
        key = style_of(element)
        if key not in self._levels:
            names = (HEADING.fullmatch(_name(style)) for style in self.chain(key))
            self._levels[key] = next((int(each[1]) for each in names if each is not None), 0)
        if self._levels[key]:
            return self._levels[key]
        level = self.of_paragraph(element, "outlineLvl")
        number = level.get(w("val"), "9") if level is not None else "9"
        return int(number) + 1 if number.isdecimal() and int(number) < DEEPEST_LEVEL else 0

    def is_title(self, element: Element) -> bool:
        """Tell whether a paragraph is the document's title by its style."""
        return any(_name(style) == "title" for style in self.chain(style_of(element)))

    def size(self, run: Element) -> float:
        """Give the size of a run's letters in points."""
        found = self.of_run(run, "sz")
        size = number_of(found, "val") if found is not None else 0
        return size / HALF_POINTS if size else PLAIN_SIZE

    def exact(self, element: Element) -> float:
        """Give the height of a paragraph's lines in points if it is exact, else 0."""
        found = self.of_paragraph(element, "spacing")
        if found is None or found.get(w("lineRule")) != "exact":
            return 0
        return number_of(found, "line") / TWIPS

    def chain(self, key: str) -> tuple[Element, ...]:
        """Give a style and those it is based on; where it is unknown, the normal one."""
        key = key if key in self._styles else self._normal
        if key not in self._chains:
            self._chains[key] = tuple(self._walk(key))
        return self._chains[key]

    def _walk(self, key: str) -> Iterator[Element]:
        for _ in range(DEEPEST):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            above = style.find(w("basedOn"))
            key = above.get(w("val"), "") if above is not None else ""

    def _of_style(
        self, key: str, kind: str, name: str, otherwise: Element | None
    ) -> Element | None:
        """Give a setting of paragraphs (`pPr`) or text (`rPr`) by a style and its bases."""
        wanted = key, kind, name
        if wanted not in self._known:
            places = (style.find(f"{w(kind)}/{w(name)}") for style in self.chain(key))
            self._known[wanted] = next((each for each in places if each is not None), None)
        found = self._known[wanted]
        return found if found is not None else otherwise

    def _default(self, kind: str, name: str) -> Element | None:
        wanted = "", f"default {kind}", name
        if wanted not in self._known:
            places = (default.find(f"{w(kind)}/{w(name)}") for default in self._defaults)
            self._known[wanted] = next((each for each in places if each is not None), None)
        return self._known[wanted]


def styles_of(package: Package) -> Styles:
    """Read the styles of a template, if it has any."""
    member = next((name for name, kind in package.types.items() if kind == STYLES), None)
    return Styles(package.tree(member) if member is not None else None)


def style_of(element: Element) -> str:
    """Give the key of a paragraph's style."""
    found = element.find(STYLE)
    return found.get(w("val"), "") if found is not None else ""


def is_on(setting: Element | None) -> bool:
    """Tell whether a setting of yes or no says yes."""
    return setting is not None and setting.get(w("val"), "1").casefold() not in OFF


def number_of(element: Element, name: str) -> float:
    """Give a number that an attribute holds, or 0."""
    text = element.get(w(name), "")
    return float(text) if text.isdecimal() and text.isascii() else 0


def _is_normal(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default"), "").casefold() in {
        "1",
        "true",
        "on",
    }


def _name(style: Element) -> str:
    found = style.find(w("name"))
    return found.get(w("val"), "").casefold() if found is not None else ""
