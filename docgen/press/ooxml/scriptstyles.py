"""The fixed parts of a Word file and its languages → the same with fonts and sizes for both.

Styles, defaults, settings and the table of fonts say how complex scripts look; the runs that
`scripts` makes then need no more than their script.
"""

from collections.abc import Callable, Mapping, Sequence

from docgen.model.language import Language
from docgen.press.ooxml import markup
from docgen.press.ooxml.exchange import part_added
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of, put
from docgen.press.ooxml.package import package_of
from docgen.press.ooxml.parts import core_properties
from docgen.press.ooxml.relations import relations_of
from docgen.press.ooxml.scriptlooks import VAL, is_complex, set_font, twinned, word_tag

FONTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
NO_FONTS = f'<w:fonts xmlns:w="{w("")[1:-1]}"/>'.encode()
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
STAND_INS: Mapping[str, str] = {
    "Noto Nastaliq Urdu": "Urdu Typesetting",
    "Noto Naskh Arabic": "Arabic Typesetting",
    "Noto Sans Bengali": "Nirmala UI",
    "Noto Sans Gurmukhi": "Nirmala UI",
}
"""What Windows has for a machine that lacks one of our fonts."""


def styles_with(members: Mapping[str, bytes], languages: Sequence[Language]) -> dict[str, bytes]:
    """Give the members with what the languages need in styles, settings, fonts and properties."""
    changed = dict(members)
    for language in filter(is_complex, languages):
        _change(changed, "styles", language, _styles)
        _change(changed, "numbering", language, _looks)
        _change(changed, "settings", language, _settings)
        changed = _with_font(changed, language)
    for language in languages[:1]:
        _name(changed, language)
    return changed


def _styles(root: Element, language: Language) -> None:
    _looks(root, language)
    for default in root.iter(w("rPrDefault")):
        look = properties_of(default, "rPr")
        fonts = put(look, "rFonts")
        fonts.set(w("cs"), language.font)
        put(look, "lang").set(w("bidi"), word_tag(language))


def _looks(root: Element, language: Language) -> None:
    for look in root.iter(w("rPr")):
        set_font(look, language.font)
        twinned(look)


def _settings(root: Element, language: Language) -> None:
    for named in root.iter(w("themeFontLang")):
        named.set(w("bidi"), word_tag(language))


def _change(
    members: dict[str, bytes],
    kind: str,
    language: Language,
    change: Callable[[Element, Language], None],
) -> None:
    member = _member(members, kind)
    if member:
        root = markup.parse(members[member])
        change(root, language)
        members[member] = markup.bytes_of(root)


def _member(members: Mapping[str, bytes], kind: str) -> str:
    """Give the name of a part that belongs to the main one, `""` for none."""
    found = (e.target for e in relations_of(members, package_of(members).main) if e.kind == kind)
    return next((target for target in found if target in members), "")


def _with_font(members: dict[str, bytes], language: Language) -> dict[str, bytes]:
    """Say what stands in for a font where a machine has none of that name (17.8.3)."""
    if language.font not in STAND_INS:
        return members
    member = _member(members, "fontTable")
    root = markup.parse(members[member] if member else NO_FONTS)
    if language.font not in {font.get(w("name")) for font in root}:
        font = markup.element(w("font"), **{w("name"): language.font})
        font.append(markup.element(w("altName"), **{VAL: STAND_INS[language.font]}))
        root.append(font)
    data = markup.bytes_of(root)
    if member:
        return {**members, member: data}
    main = package_of(members).main
    return {
        **members,
        **part_added(members, main, "word/fontTable.xml", data, ("fontTable", FONTS)),
    }


def _name(members: dict[str, bytes], language: Language) -> None:
    """Say in the properties in which language the document begins."""
    member = core_properties(package_of(members))
    root = markup.parse(members[member]) if member else None
    named = None if root is None else root.find(LANGUAGE)
    if member and root is not None and named is not None:
        named.text = word_tag(language)
        members[member] = markup.bytes_of(root)
