"""What may stand in a paragraph for lowering to read it: element by element, with its attributes.

Names without a prefix are Word's own (`w:`); an attribute of another element has none. What
lowering passes over, and why it may, is in `harmless.py`.
"""

from collections.abc import Mapping

from docgen.press.pdf.gate.naming import each

INLINE = "r hyperlink fldSimple sdt smartTag customXml dir bdo bookmarkStart"
SIGNS = """
    t tab br cr ptab noBreakHyphen softHyphen sym drawing fldChar instrText footnoteReference
    pgNum
"""
RUN_LOOKS = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike color spacing kern sz szCs highlight u
    shd vertAlign position rtl cs lang vanish
"""
PARAGRAPH_LOOKS = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs spacing ind
    contextualSpacing jc outlineLvl bidi rPr sectPr
"""
BORDER = "val color sz space themeColor"

CHILDREN: Mapping[str, str] = {
    "p": f"pPr {INLINE}",
    "hyperlink": INLINE,
    "fldSimple": INLINE,
    "dir": INLINE,
    "bdo": INLINE,
    "r": f"rPr {SIGNS}",
    "rPr": RUN_LOOKS,
    "pPr": PARAGRAPH_LOOKS,
    "numPr": "ilvl numId",
    "pBdr": "top left start bottom right end between bar",
    "tabs": "tab",
}

ATTRIBUTES: Mapping[str, str] = {
    **each("b bCs i iCs caps smallCaps strike dstrike vanish rtl cs", "val"),
    **each("keepNext keepLines pageBreakBefore widowControl bidi", "val"),
    **each("contextualSpacing jc outlineLvl pStyle rStyle ilvl numId", "val"),
    **each("sz szCs kern highlight vertAlign position", "val"),
    **each("top left start bottom right end between bar insideH insideV", BORDER),
    "rFonts": "ascii hAnsi cs asciiTheme hAnsiTheme cstheme",
    "color": "val themeColor",
    "u": "val color themeColor",
    "shd": "val color fill themeColor",
    "lang": "val bidi",
    "rPr/spacing": "val",
    "pPr/spacing": "before after line lineRule beforeAutospacing afterAutospacing",
    "ind": "left right start end hanging firstLine",
    "tabs/tab": "val pos leader",
    "framePr": "w h hRule hSpace vSpace wrap vAnchor hAnchor x xAlign y yAlign dropCap lines",
    "br": "type clear",
    "ptab": "alignment leader",
    "sym": "font char",
    "fldChar": "fldCharType",
    "fldSimple": "instr",
    "hyperlink": "r:id anchor",
    "bookmarkStart": "id name",
    "dir": "val",
    "bdo": "val",
    "footnoteReference": "id customMarkFollows",
}
