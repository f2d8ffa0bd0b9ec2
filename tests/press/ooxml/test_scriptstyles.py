"""Styles, settings, fonts and properties of a file say how complex scripts look in it."""

import pytest
from scriptwork import BENGALI, POLISH, URDU
from wordfiles import SPACES, WORD, members, paras

from docgen.model.language import ENGLISH, Language
from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import package_of
from docgen.press.ooxml.relations import relations_of
from docgen.press.ooxml.scriptstyles import LANGUAGE, styles_with

STYLES = f"""<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Arial" w:cstheme="minorBidi"/><w:sz w:val="24"/><w:lang w:val="en-GB"/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:styleId="Title"><w:rPr><w:rFonts w:cs="Arial"/><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
</w:style></w:styles>""".encode()
SETTINGS = f'<w:settings {SPACES}><w:themeFontLang w:val="en-GB"/></w:settings>'.encode()
FONTS = f'<w:fonts {SPACES}><w:font w:name="Arial"/></w:fonts>'.encode()
CORE = (
    b'<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<dc:title>x</dc:title><dc:language>en-GB</dc:language></c:coreProperties>"
)
PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"


def package(*, fonts: bool = False, core: bytes = CORE) -> dict[str, bytes]:
    kinds = ("styles", "settings", *(("fontTable",) if fonts else ()))
    held = {"styles": STYLES, "settings": SETTINGS, "fontTable": FONTS}
    more = {f"word/{kind}.xml": (held[kind], f"{WORD}{kind}+xml") for kind in kinds}
    more["docProps/core.xml"] = (core, PROPERTIES)
    links = [(f"r{kind}", kind, f"{kind}.xml") for kind in kinds]
    return members(paras("a"), relations=links, more=more)


def said(changed: dict[str, bytes], member: str, name: str) -> list[Element]:
    return list(markup.parse(changed[member]).iter(w(name)))


def test_defaults_and_styles_name_the_font_size_and_weight_of_the_script() -> None:
    changed = styles_with(package(), [URDU])
    fonts = said(changed, "word/styles.xml", "rFonts")
    assert [each.get(w("cs")) for each in fonts] == ["Noto Nastaliq Urdu"] * 2
    assert [each.get(w("cstheme")) for each in fonts] == [None, None]
    assert [e.get(w("val")) for e in said(changed, "word/styles.xml", "szCs")] == ["24", "40"]
    assert len(said(changed, "word/styles.xml", "bCs")) == 2
    (language,) = said(changed, "word/styles.xml", "lang")
    assert (language.get(w("val")), language.get(w("bidi"))) == ("en-GB", "ur-PK")
    (named,) = said(changed, "word/settings.xml", "themeFontLang")
    assert named.get(w("bidi")) == "ur-PK"


@pytest.mark.parametrize("fonts", [False, True])
def test_a_machine_without_the_font_is_told_what_stands_in(*, fonts: bool) -> None:
    changed = styles_with(package(fonts=fonts), [BENGALI])
    changed = styles_with(changed, [BENGALI])
    package_of(changed)
    (part,) = (
        e.target for e in relations_of(changed, "word/document.xml") if e.kind == "fontTable"
    )
    (other,) = said(changed, part, "altName")
    assert other.get(w("val")) == "Nirmala UI"
    names = [each.get(w("name")) for each in said(changed, part, "font")]
    assert names == [*(["Arial"] if fonts else []), "Noto Sans Bengali"]


def test_a_font_that_every_machine_can_do_without_is_not_told() -> None:
    language = Language("he", "Hebrew", "עברית", "he_IL", "rtl", "Hebr", "Arimo")
    assert "word/fontTable.xml" not in styles_with(package(), [language])


def test_plain_letters_need_no_styles_of_their_own() -> None:
    before, changed = package(), styles_with(package(), [POLISH])
    assert {name for name in before if before[name] != changed[name]} == {"docProps/core.xml"}


@pytest.mark.parametrize(("language", "tag"), [(URDU, "ur-PK"), (POLISH, "pl-PL")])
def test_the_properties_name_the_language_in_which_the_file_begins(
    language: Language, tag: str
) -> None:
    changed = styles_with(package(), [language])
    assert markup.parse(changed["docProps/core.xml"]).findtext(LANGUAGE) == tag


def test_what_is_not_there_is_not_made() -> None:
    bare = package(core=CORE.replace(b"<dc:language>en-GB</dc:language>", b""))
    assert styles_with(bare, [POLISH]) == bare
    without = members(paras("a"))
    assert styles_with(without, [POLISH]) == without
    assert set(styles_with(without, [URDU])) - set(without) == {"word/fontTable.xml"}


def test_english_alone_changes_nothing() -> None:
    assert styles_with(package(), []) == package()
    assert styles_with(package(), [ENGLISH])["word/styles.xml"] == STYLES
