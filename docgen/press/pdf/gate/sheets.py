"""What may stand in the sheets of a Word file for lowering to read it: styles and numbering.

Names are written as in `text.py`. Properties of paragraphs, runs and tables are allowed
in a style as they are in the text.
"""

from collections.abc import Mapping

from docgen.press.pdf.gate.naming import each

CHILDREN: Mapping[str, str] = {
    "styles": "docDefaults style",
    "numbering": "abstractNum num",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name basedOn pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "abstractNum": "numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
}

ATTRIBUTES: Mapping[str, str] = {
    **each("name basedOn numStyleLink start lvlRestart isLgl", "val"),
    **each("suff lvlPicBulletId lvlJc abstractNumId startOverride", "val"),
    "style": "type styleId default",
    "tblStylePr": "type",
    "abstractNum": "abstractNumId",
    "lvl": "ilvl",
    "numFmt": "val format",
    "lvlText": "val",
    "num": "numId",
    "lvlOverride": "ilvl",
}
