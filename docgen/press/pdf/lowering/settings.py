"""`word/settings.xml` → the few of its settings that change how blocks are placed."""

from dataclasses import dataclass
from functools import lru_cache

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.measures import VAL, count, is_on

OLDEST = 12  # what a file without a word about it is compatible with ([MS-DOCX] 2.3.1)


@dataclass(frozen=True, slots=True)
class Settings:
    """The Word version a file is laid out as, and two switches.

    `gaps_add`: the space after a paragraph and that before the next add up, instead of the larger
    counting (`w:doNotUseHTMLParagraphAutoSpacing`, 17.15.3.21).
    """

    compatibility: int = OLDEST
    even_differs: bool = False
    gaps_add: bool = False


@lru_cache(maxsize=32)
def settings_of(root: Element | None) -> Settings:
    """Read the root of the settings part, None for none."""
    if root is None:
        return Settings()
    compat = root.find(w("compat"))
    return Settings(
        _version(compat),
        _is_on(root, "evenAndOddHeaders"),
        _is_on(compat, "doNotUseHTMLParagraphAutoSpacing"),
    )


def _version(compat: Element | None) -> int:
    for setting in () if compat is None else compat.iterchildren(w("compatSetting")):
        if setting.get(w("name")) == "compatibilityMode":
            return count(setting.get(VAL)) or OLDEST
    return OLDEST


def _is_on(parent: Element | None, name: str) -> bool:
    found = None if parent is None else parent.find(w(name))
    return found is not None and is_on(found)
