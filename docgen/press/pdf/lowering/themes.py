"""The bytes of a theme → the fonts and colours that styles name by their place in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, a, local

# The script of a language whose letters the theme's fonts for complex scripts serve (20.1.4.1.16).
SCRIPTS = {
    "ar": "Arab",
    "bn": "Beng",
    "fa": "Arab",
    "gu": "Gujr",
    "he": "Hebr",
    "hi": "Deva",
    "pa": "Guru",
    "ps": "Arab",
    "ta": "Taml",
    "th": "Thai",
    "ur": "Arab",
}
COLOURS = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by the names that `w:rFonts` uses (17.18.96), colours `rrggbb` by their short names."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def font(self, name: str) -> str:
        """Give the font of a place such as `minorHAnsi`, `""` if the theme has none."""
        return self.fonts.get(name, "")

    def colour(self, name: str) -> str:
        """Give the colour of a place such as `accent1` or `text1`, `""` if there is none."""
        return self.colours.get(COLOURS.get(name, name), "")


def theme_of(data: bytes, complex_language: str = "") -> Theme:
    """Read a theme; the language (`w:themeFontLang`) chooses among fonts of complex scripts."""
    if not data:
        return Theme()
    root = markup.parse(data)
    fonts = {
        name: typeface
        for size in ("major", "minor")
        for element in root.iter(a(f"{size}Font"))
        for name, typeface in _fonts(size, element, complex_language).items()
        if typeface
    }
    scheme = next(root.iter(a("clrScheme")), None)
    colours = {} if scheme is None else {local(entry): _colour(entry) for entry in scheme}
    return Theme(fonts, {name: colour for name, colour in colours.items() if colour})


def _fonts(size: str, element: Element, language: str) -> dict[str, str]:
    latin, asian = _typeface(element, "latin"), _typeface(element, "ea")
    script = SCRIPTS.get(language.partition("-")[0].casefold(), "")
    own = (e.get("typeface", "") for e in element.iter(a("font")) if e.get("script") == script)
    complex_ = _typeface(element, "cs") or next(own, "")
    names = {"Ascii": latin, "HAnsi": latin, "EastAsia": asian, "Bidi": complex_}
    return {f"{size}{name}": typeface for name, typeface in names.items()}


def _typeface(element: Element, name: str) -> str:
    found = element.find(a(name))
    return "" if found is None else found.get("typeface", "")


def _colour(entry: Element) -> str:
    """Give a colour: as the theme says it, or as the system last showed it (20.1.2.3.33)."""
    for shade in entry:
        named = "lastClr" if local(shade) == "sysClr" else "val"
        return shade.get(named, "")
    return ""
