"""What lowering passes over because it changes nothing on paper, in groups with their reasons.

Names are written as in `text.py`. An element of `CLOSED` may hold whatever it likes, as
long as it holds no text of the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.press.pdf.gate.blocks import BLOCKS, CHILDREN, SIDES
from docgen.press.pdf.gate.naming import each
from docgen.press.pdf.gate.text import BORDER

ANYWHERE = """
    rsidR rsidRPr rsidRDefault rsidP rsidDel rsidSect rsidTr w14:paraId w14:textId xml:space
    mc:Ignorable
"""
"""Attributes of any element: who saved it when, names for programs, blanks to be kept."""

CLOSED = "sdtPr sdtEndPr smartTagPr customXmlPr fldData ffData a:extLst pic:extLst wp:extLst"
HOLDERS = (
    "p",
    "hyperlink",
    "fldSimple",
    "dir",
    "bdo",
    *(n for n in CHILDREN if CHILDREN[n].startswith(BLOCKS)),
)
MARKS = "bookmarkEnd proofErr permStart permEnd commentRangeStart commentRangeEnd"
RANGES = """
    customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
    customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart
    customXmlMoveToRangeEnd
"""


@dataclass(frozen=True, slots=True)
class Harmless:
    """Elements by where they stand, and attributes by their elements, with one reason."""

    reason: str
    children: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)


GROUPS = (
    Harmless(
        "Marks that Word sets for its own use: spelling, pages as last shown, who may edit; how a "
        "hidden mark, which is told, parts styles",
        {
            **dict.fromkeys(
                (*HOLDERS, "tbl", "tr", "tc", "body"),
                f"{MARKS} {RANGES}",
            ),
            "r": "lastRenderedPageBreak annotationRef",
            "rPr": "noProof specVanish",
        },
        {
            "proofErr": "type",
            "noProof": "val",
            "specVanish": "val",
            "permStart": "id edGrp ed colFirst colLast displacedByCustomXml",
            "permEnd": "id displacedByCustomXml",
            "commentRangeStart": "id displacedByCustomXml",
            "commentRangeEnd": "id displacedByCustomXml",
            **each(RANGES, "id author date"),
            "bookmarkStart": "colFirst colLast displacedByCustomXml",
            "bookmarkEnd": "id displacedByCustomXml",
        },
    ),
    Harmless(
        "What surrounds text for other programs; the text in it is read as if it stood alone",
        {
            **dict.fromkeys((*HOLDERS, "tbl", "tr", "tc"), "smartTagPr customXmlPr"),
            "sdt": "sdtPr sdtEndPr sdtContent",
            "fldSimple": "fldData",
            "fldChar": "fldData ffData",
        },
        {"smartTag": "uri element", "customXml": "uri element"},
    ),
    Harmless(
        "What is for the screen alone: tips, windows, web pages",
        {"rPr": "webHidden effect", "pPr": "divId", "trPr": "divId"},
        {
            "webHidden": "val",
            "effect": "val",
            "divId": "val",
            "hyperlink": "tooltip history tgtFrame docLocation",
        },
    ),
    Harmless(
        "Whether a field is to be reckoned anew; what it shows is judged by its instruction",
        {},
        {"fldSimple": "dirty fldLock", "fldChar": "dirty fldLock"},
    ),
    Harmless(
        "How a theme's colour is lightened: Word writes what comes of it beside",
        {},
        {
            **each(f"{SIDES} between bar color u", "themeTint themeShade"),
            "shd": "themeTint themeShade themeFill themeFillTint themeFillShade",
        },
    ),
    Harmless(
        "Fonts and language for East Asian letters, which no face of the set has (told where used)",
        {},
        {"rFonts": "eastAsia eastAsiaTheme hint", "lang": "eastAsia"},
    ),
    Harmless(
        "How wide the empty start or end of a row is; the table's grid says so too",
        {"trPr": "wBefore wAfter"},
        {"wBefore": "w type", "wAfter": "w type"},
    ),
    Harmless(
        "Rules for East Asian text and for grids of letters, of which there are none",
        {
            "pPr": "kinsoku overflowPunct topLinePunct autoSpaceDE autoSpaceDN adjustRightInd"
            " snapToGrid",
            "rPr": "snapToGrid",
        },
        each(
            "kinsoku overflowPunct topLinePunct autoSpaceDE autoSpaceDN adjustRightInd snapToGrid",
            "val",
        ),
    ),
    Harmless(
        "Where no words may be parted and no lines numbered: lowering does neither",
        {"pPr": "suppressAutoHyphens suppressLineNumbers"},
        {"suppressAutoHyphens": "val", "suppressLineNumbers": "val"},
    ),
    Harmless(
        "Other shapes of letters that the project's faces don't have (OpenType features)",
        {
            "rPr": "w14:ligatures w14:numForm w14:numSpacing w14:stylisticSets w14:cntxtAlts",
            "w14:stylisticSets": "w14:styleSet",
        },
        {
            **each("w14:ligatures w14:numForm w14:numSpacing w14:cntxtAlts", "w14:val"),
            "w14:styleSet": "w14:id w14:val",
        },
    ),
    Harmless(
        "What holds for floating text boxes, frames and tables alone, which are told themselves",
        {"pPr": "suppressOverlap textboxTightWrap", "tblPr": "tblOverlap"},
        {
            "suppressOverlap": "val",
            "textboxTightWrap": "val",
            "tblOverlap": "val",
            "framePr": "anchorLock",
        },
    ),
    Harmless(
        "What Word reckoned of a table style, which is reckoned anew; what led AutoFit to the grid",
        {
            "pPr": "cnfStyle",
            "trPr": "cnfStyle",
            "tcPr": "cnfStyle noWrap",
            "tblPr": "tblLayout",
            "tblPrEx": "tblW tblLayout tblLook",
        },
        {
            "cnfStyle": "val firstRow lastRow firstColumn lastColumn oddVBand evenVBand oddHBand"
            " evenHBand firstRowFirstColumn firstRowLastColumn lastRowFirstColumn"
            " lastRowLastColumn",
            "noWrap": "val",
            "tblLayout": "type",
        },
    ),
    Harmless(
        "Holders of what lowering reads: it looks through them",
        {
            "wp:inline": "a:graphic",
            "wp:anchor": "a:graphic wp:wrapTopAndBottom wp:wrapSquare wp:wrapTight wp:wrapThrough",
            "pic:pic": "pic:nvPicPr",
            "pic:nvPicPr": "pic:cNvPr pic:cNvPicPr",
            "pic:blipFill": "a:stretch",
            "a:stretch": "a:fillRect",
            "a:xfrm": "a:off a:ext",
        },
    ),
    Harmless(
        "Whether a picture lies over or under text that it covers; in the PDF text stays readable",
        {},
        {"wp:anchor": "behindDoc"},
    ),
    Harmless(
        "Numbers and lines of footnotes, which setting draws",
        {"r": "footnoteRef separator continuationSeparator"},
    ),
    Harmless(
        "What holds for columns, page borders and chapter numbers alone, which are told themselves",
        {"cols": "col", "sectPr": "bidi"},
        {
            "cols": "sep space equalWidth",
            "col": "w space",
            "pgBorders": "zOrder display offsetFrom",
            "pgNumType": "chapSep",
        },
    ),
    Harmless(
        "Names, locks and previews of pictures, and room around them where text runs around",
        {
            "wp:inline": "wp:effectExtent wp:cNvGraphicFramePr",
            "wp:anchor": "wp:effectExtent wp:cNvGraphicFramePr",
            "a:hlinkClick": "a:extLst",
            "wp:cNvGraphicFramePr": "a:graphicFrameLocks",
            "pic:cNvPr": "a:extLst",
            "pic:cNvPicPr": "a:picLocks a:extLst",
            "a:picLocks": "a:extLst",
            "pic:pic": "pic:extLst",
            "wp:wrapTight": "wp:wrapPolygon",
            "wp:wrapThrough": "wp:wrapPolygon",
            "wp:wrapPolygon": "wp:start wp:lineTo",
            "wp:wrapSquare": "wp:effectExtent",
            "wp:wrapTopAndBottom": "wp:effectExtent",
            "a:blip": "a:extLst",
            "a:prstGeom": "a:avLst",
            "pic:spPr": "a:noFill a:extLst",
        },
        {
            "wp:inline": "distT distB distL distR wp14:anchorId wp14:editId",
            "wp:anchor": "distT distB distL distR relativeHeight locked layoutInCell"
            " allowOverlap wp14:anchorId wp14:editId",
            "wp:effectExtent": "l t r b",
            "wp:docPr": "id name",
            "wp:wrapSquare": "wrapText distT distB distL distR",
            "wp:wrapTight": "wrapText distL distR",
            "wp:wrapThrough": "wrapText distL distR",
            "wp:wrapTopAndBottom": "distT distB",
            "wp:wrapPolygon": "edited",
            "wp:start": "x y",
            "wp:lineTo": "x y",
            "a:graphicFrameLocks": "noGrp noDrilldown noSelect noChangeAspect noMove noResize",
            "a:picLocks": "noGrp noSelect noRot noChangeAspect noMove noResize noEditPoints"
            " noAdjustHandles noChangeArrowheads noChangeShapeType noCrop",
            "pic:cNvPr": "id name descr title hidden",
            "pic:cNvPicPr": "preferRelativeResize",
            "pic:blipFill": "dpi rotWithShape",
            "pic:spPr": "bwMode",
            "a:blip": "cstate",
            "a:hlinkClick": "tooltip tgtFrame history",
            "a:off": "x y",
            "a:ext": "cx cy",
        },
    ),
    Harmless(
        "What else is said of constructs in the plain form that changes nothing (`named.py`)",
        {},
        {
            **each(
                "outline shadow emboss imprint em w textDirection textAlignment wordWrap hidden"
                " tcFitText hideMark oMath mirrorIndents rtlGutter",
                "val",
            ),
            **each("tl2br tr2bl", f"{BORDER} themeTint themeShade"),
            "bdr": f"{BORDER} themeTint themeShade shadow frame",
            "tblCellSpacing": "w type",
            "docGrid": "type linePitch charSpace",
            "legacy": "legacy legacySpace legacyIndent",
            "a:ln": "w cap cmpd algn",
            "wp14:sizeRelH": "relativeFrom",
            "wp14:sizeRelV": "relativeFrom",
        },
    ),
    Harmless(
        "Which paper the printer takes, what a form protects, how a page's size is called",
        {"sectPr": "paperSrc formProt noEndnote printerSettings"},
        {
            "paperSrc": "first other",
            "formProt": "val",
            "noEndnote": "val",
            "printerSettings": "r:id",
            "pgSz": "code orient",
        },
    ),
    Harmless(
        "How Word lists styles and lists, and what comes next when somebody types on",
        {
            "style": "aliases next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed"
            " qFormat locked personal personalCompose personalReply rsid",
            "abstractNum": "nsid multiLevelType tmpl name styleLink",
        },
        {
            **each(
                "aliases next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat"
                " locked personal personalCompose personalReply rsid nsid multiLevelType tmpl"
                " styleLink",
                "val",
            ),
            "style": "customStyle",
            "abstractNum": "w15:restartNumberingAfterBreak",
            "num": "w16cid:durableId",
            "lvl": "tplc tentative",
        },
    ),
)
