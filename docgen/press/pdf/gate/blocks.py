"""What may stand around paragraphs for lowering to read it: body, tables, sections, notes.

Names are written as in `text.py`.
"""

from collections.abc import Mapping

from docgen.press.pdf.gate.naming import each

BLOCKS = "p tbl sdt customXml bookmarkStart"
SIDES = "top left start bottom right end insideH insideV"
MARGINS = "top left start bottom right end"
WIDTH = "w type"

CHILDREN: Mapping[str, str] = {
    "document": "body",
    "body": f"{BLOCKS} sectPr",
    "hdr": BLOCKS,
    "ftr": BLOCKS,
    "footnotes": "footnote",
    "footnote": BLOCKS,
    "tbl": "tblPr tblGrid tr sdt customXml bookmarkStart",
    "tr": "tblPrEx trPr tc sdt customXml bookmarkStart",
    "tc": f"tcPr {BLOCKS}",
    "tblPr": "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders"
    " tblCellMar tblLook tblCaption tblDescription",
    "tblPrEx": "tblInd jc tblBorders tblCellMar",
    "tblBorders": SIDES,
    "tblCellMar": MARGINS,
    "tblGrid": "gridCol",
    "trPr": "gridBefore gridAfter cantSplit trHeight tblHeader jc",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "tcBorders": SIDES,
    "tcMar": MARGINS,
    "sectPr": "headerReference footerReference type pgSz pgMar pgBorders lnNumType pgNumType cols"
    " vAlign titlePg",
    "pgBorders": "top left bottom right",
}

ATTRIBUTES: Mapping[str, str] = {
    **each("tblStyle tblStyleRowBandSize tblStyleColBandSize bidiVisual", "val"),
    **each("tblCaption tblDescription gridBefore gridAfter cantSplit", "val"),
    **each("tblHeader gridSpan vMerge vAlign titlePg", "val"),
    **each("tblW tblInd tcW", WIDTH),
    **{f"{holder}/{side}": WIDTH for holder in ("tblCellMar", "tcMar") for side in MARGINS.split()},
    "sectPr/type": "val",
    "tblLook": "val firstRow lastRow firstColumn lastColumn noHBand noVBand",
    "gridCol": "w",
    "trHeight": "val hRule",
    "headerReference": "type r:id",
    "footerReference": "type r:id",
    "footnote": "id type",
    "pgSz": "w h",
    "pgMar": "top right bottom left header footer gutter",
    "pgNumType": "fmt start chapStyle",
    "cols": "num",
    "lnNumType": "countBy start distance restart",
}
