"""The look of a run (`w:rPr`) → the same for letters of a complex script, and back for Latin ones.

Word sets Arabic, Bengali and their kin with a font, size and weight of their own (`w:cs`, `w:szCs`,
`w:bCs`, ECMA-376 part 1, 17.3.2.26), and reads a run from right to left where it says so (`w:rtl`).
"""

from copy import deepcopy

from docgen.model.language import Language
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of, put, without

LOOK, VAL = w("rPr"), w("val")
COMPLEX = frozenset({"Arab", "Hebr", "Beng", "Guru", "Deva", "Gujr", "Taml", "Telu", "Thai"})
TWINS = {"b": "bCs", "sz": "szCs"}
UNFIT = ("caps", "smallCaps", "spacing", "w", "kern", "fitText")
"""What has no meaning for joined letters, or pulls them apart."""


def is_complex(language: Language) -> bool:
    """Tell whether a language's letters have a font and size of their own in Word."""
    return language.script in COMPLEX


def word_tag(language: Language) -> str:
    """Give a language's tag as Word has it: with its country, without its script."""
    parts = language.locale.split("_")
    country = parts[-1] if len(parts) > 1 and parts[-1].isupper() else ""
    return f"{language.tag}-{country}" if country else language.tag


def name(look: Element, language: Language) -> None:
    """Say of Latin letters in which language they are."""
    put(look, "lang").set(VAL, word_tag(language))


def twinned(look: Element) -> None:
    """Let a look say of complex scripts what it says of Latin letters: bold, and the size."""
    for name, twin in TWINS.items():
        said = look.find(w(name))
        if said is not None:
            put(look, twin).attrib.update(said.attrib)


def set_font(look: Element, font: str) -> None:
    """Name the font of complex scripts where a look names fonts at all."""
    fonts = look.find(w("rFonts"))
    if fonts is not None and font:
        fonts.attrib.pop(w("cstheme"), "")
        fonts.set(w("cs"), font)


def to_complex(run: Element, *, rtl: bool) -> None:
    """Set a run as one of a complex script."""
    look = properties_of(run, "rPr")
    without(look, *UNFIT, "rtl", "cs")
    twinned(look)
    put(look, "rtl" if rtl else "cs")


def to_latin(run: Element) -> None:
    """Set a run as one of Latin letters."""
    look = run.find(LOOK)
    if look is not None:
        without(look, "rtl", "cs")
        if not len(look):
            run.remove(look)


def is_rtl(run: Element) -> bool:
    """Tell whether a run is read from right to left."""
    return run.find(f"{LOOK}/{w('rtl')}") is not None


def looks_of(run: Element) -> tuple[Element, Element, Element]:
    """Give runs that look like one, in each kind of script: Latin, right to left, Indic."""
    latin, rtl, indic = (bare(run) for _ in range(3))
    to_latin(latin)
    to_complex(rtl, rtl=True)
    to_complex(indic, rtl=False)
    return latin, rtl, indic


def bare(run: Element) -> Element:
    """Give a copy of a run with its look alone."""
    made = deepcopy(run)
    for child in [child for child in made if child.tag != LOOK]:
        made.remove(child)
    made.tail = None
    return made
