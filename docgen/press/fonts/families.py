"""The families of the set: as which of Word's fonts each serves, and for which scripts."""

from dataclasses import dataclass

UPRIGHT = ("Regular", "Bold")
SLANTING = ("Regular", "Italic", "Bold", "BoldItalic")


@dataclass(frozen=True, slots=True)
class Family:
    """A family; its letters are as wide as those of `like`, so that lines break as in Word.

    Its files end in its `styles`.
    """

    name: str
    serves: tuple[str, ...]
    like: tuple[str, ...] = ()
    styles: tuple[str, ...] = UPRIGHT

    @property
    def stem(self) -> str:
        """Give how the names of its files begin."""
        return self.name.replace(" ", "")


EUROPEAN = ("Latin", "Greek", "Cyrillic")
TALL = frozenset({"Arabic", "Bengali", "Gurmukhi"})
"""The scripts whose letters reach higher or lower than Latin ones do."""
FAMILIES = (
    Family("Arimo", (*EUROPEAN, "Hebrew"), ("Arial", "Helvetica", "Liberation Sans"), SLANTING),
    Family("Carlito", EUROPEAN, ("Calibri",), SLANTING),
    Family(
        "Tinos", (*EUROPEAN, "Hebrew"), ("Times New Roman", "Times", "Liberation Serif"), SLANTING
    ),
    Family("Caladea", ("Latin",), ("Cambria",), SLANTING),
    Family(
        "Cousine", (*EUROPEAN, "Hebrew"), ("Courier New", "Courier", "Liberation Mono"), SLANTING
    ),
    Family("Noto Sans Bengali", ("Bengali",)),
    Family("Noto Sans Gurmukhi", ("Gurmukhi",)),
    Family("Noto Naskh Arabic", ("Arabic",)),
    Family("Noto Nastaliq Urdu", ("Arabic",)),
    Family("Noto Sans Symbols 2", ("symbols",), styles=("Regular",)),
)
"""The first that has all of a text stands in where a font lacks it.

Naskh comes before Nastaliq, which is too high for lines that another font has set.
"""
LICENCE = "OFL-1.1"


def family_named(font: str) -> Family | None:
    """Give the family whose letters are as wide as those of one of Word's fonts, None for none."""
    return _NAMED.get(_spelt(font))


def is_tall(name: str) -> bool:
    """Tell whether the lines of a family of the set must be higher than Latin ones."""
    return any(family.name == name and not TALL.isdisjoint(family.serves) for family in FAMILIES)


def _spelt(font: str) -> str:
    return "".join(font.split()).casefold()


_NAMED = {_spelt(name): family for family in FAMILIES for name in (family.name, *family.like)}
