"""Languages of several scripts, and Word files set in them, for tests."""

from docgen.model.language import Language
from docgen.press.ooxml import markup
from docgen.press.ooxml.members import read_members, write_members
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import package_of
from docgen.press.ooxml.parts import parts_of
from docgen.press.ooxml.scripts import written_in
from docgen.press.ooxml.scriptstyles import styles_with

URDU = Language(
    "ur", "Urdu", "اردو", "ur_PK", "rtl", "Arab", "Noto Nastaliq Urdu", "Noto Naskh Arabic"
)
ARABIC = Language("ar", "Arabic", "العربية", "ar", "rtl", "Arab", "Noto Naskh Arabic")
BENGALI = Language("bn", "Bengali", "বাংলা", "bn_BD", "ltr", "Beng", "Noto Sans Bengali")
PANJABI = Language("pa", "Panjabi", "ਪੰਜਾਬੀ", "pa_Guru_IN", "ltr", "Guru", "Noto Sans Gurmukhi")
POLISH = Language("pl", "Polish", "polski", "pl_PL", font="Arimo")
UKRAINIAN = Language("uk", "Ukrainian", "українська", "uk_UA", script="Cyrl", font="Arimo")
SHOWN = str.maketrans({"\u200f": "<", "\u200e": ">"})
"""Marks of direction as they stand in tests: RLM as `<`, LRM as `>`."""


def set_in(content: bytes, language: Language) -> bytes:
    """Set a whole Word file in a language; its words stay."""
    members = dict(read_members(content)[0])
    for part in parts_of(package_of(members)):
        root = markup.parse(members[part.member])
        written_in(root, language)
        members[part.member] = markup.bytes_of(root)
    return write_members(styles_with(members, [language]))


def runs_in(root: Element) -> list[tuple[str, str]]:
    """Give each run as its script (`rtl`, `cs`, or nothing) and its text, marks shown."""
    return [
        (_script(run), "".join(text.text or "" for text in run.findall(w("t"))).translate(SHOWN))
        for run in root.iter(w("r"))
    ]


def _script(run: Element) -> str:
    looks = (run.find(f"{w('rPr')}/{w(name)}") for name in ("rtl", "cs"))
    return next(
        (name for name, found in zip(("rtl", "cs"), looks, strict=True) if found is not None), ""
    )
