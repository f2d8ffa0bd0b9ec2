"""Constructs of Word that lowering doesn't read → the faults that tell them in Word's words.

Names are written as in `text.py`. A construct with a plain form is told only where it
stands in another: `w:position` of 0 raises nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element, local, w
from docgen.press.pdf.gate.naming import each
from docgen.press.pdf.lowering.measures import is_on, is_yes

TRACKED = """
    ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd
    rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange
    numberingChange cellIns cellDel cellMerge delText delInstrText
"""
DATES = "dayShort dayLong monthShort monthLong yearShort yearLong"
EFFECTS = "outline shadow emboss imprint"
NEWER_EFFECTS = "glow shadow reflection textOutline textFill scene3d props3d"
RECOLOURED = """
    alphaBiLevel alphaCeiling alphaFloor alphaInv alphaMod alphaModFix alphaRepl biLevel blur
    clrChange clrRepl duotone fillOverlay grayscl hsl lum tint
"""
DRAWN = "solidFill gradFill blipFill pattFill grpFill effectDag scene3d sp3d custGeom tile"
CHARACTERS = "startChars endChars leftChars rightChars hangingChars firstLineChars"
EDGES = "top left start bottom right end between bar insideH insideV"
LINES = "beforeLines afterLines"
RECTANGLE = "l t r b"

Plain = Callable[[Element], bool]


@dataclass(frozen=True, slots=True)
class Named:
    """The fault that tells a construct, what its message fills in, and whether it stops."""

    rule: str
    names: Mapping[str, str] = field(default_factory=dict)
    stops: bool = True
    plain: Plain | None = None


def _is_off(element: Element) -> bool:
    return not is_on(element)


def _says(*values: str, name: str = "val") -> Plain:
    """Make a test that an attribute has one of some values; "" stands for none."""
    return lambda element: element.get(w(name), "") in values


def holds_only(*names: str) -> Plain:
    """Make a test that an element holds nothing but elements of some names."""
    return lambda element: {local(child) for child in element} <= set(names)


def _is_clear(element: Element) -> bool:
    return element.get(w("fill"), "auto") == "auto"


def _is_not_legacy(element: Element) -> bool:
    return not is_yes(element.get(w("legacy")))


def _is_nought(element: Element) -> bool:
    return all(not (child.text or "").strip().strip("0") for child in element)


def _told(rule: str, word: str, names: Mapping[str, tuple[str, Plain | None]]) -> dict[str, Named]:
    """Make entries of one fault, which names each by a word of its own."""
    return {key: Named(rule, {word: said}, plain=plain) for key, (said, plain) in names.items()}


ELEMENTS: Mapping[str, Named] = {
    **each(TRACKED, Named("pdf-tracked-changes")),
    **each(DATES, Named("pdf-field", {"field": "date"})),
    **_told(
        "pdf-text-effect", "effect", {f"rPr/{name}": (name, _is_off) for name in EFFECTS.split()}
    ),
    **_told(
        "pdf-text-effect", "effect", {f"w14:{name}": (name, None) for name in NEWER_EFFECTS.split()}
    ),
    **_told(
        "pdf-text-shifted",
        "effect",
        {
            "rPr/w": ("Scale", _says("100", "100%")),
            "fitText": ("Fit Text", None),
        },
    ),
    **_told(
        "pdf-east-asian-layout",
        "effect",
        {
            "rPr/em": ("emphasis marks", _says("", "none")),
            "eastAsianLayout": ("two lines in one", None),
            "pPr/textAlignment": ("letters above or below the line", _says("auto", "baseline")),
            "pPr/wordWrap": ("words parted anywhere", is_on),
        },
    ),
    **_told(
        "pdf-table-look",
        "what",
        {
            **{
                f"{holder}/tblCellSpacing": ("room between cells", _says("0", name="w"))
                for holder in ("tblPr", "trPr", "tblPrEx")
            },
            "tblPr/shd": ("shading of the whole table", _is_clear),
            "tblPrEx/shd": ("shading of the whole table", _is_clear),
            "trPr/hidden": ("a hidden row", _is_off),
            "tcPr/tcFitText": ("text squeezed to fit a cell", _is_off),
            "tcPr/hideMark": ("a row that may be lower than its cells' marks", _is_off),
            "tcBorders/tl2br": ("a crossed-out cell", _says("nil", "none")),
            "tcBorders/tr2bl": ("a crossed-out cell", _says("nil", "none")),
            "hMerge": ("cells merged in a way of old programs", None),
        },
    ),
    **_told(
        "pdf-picture-effect",
        "effect",
        {
            **{f"a:{name}": ("recoloured", None) for name in RECOLOURED.split()},
            **{f"a:{name}": ("a drawn shape", None) for name in DRAWN.split()},
            "pic:spPr/a:ln": ("a border", holds_only("noFill")),
            "pic:spPr/a:effectLst": ("an effect", holds_only("noFill")),
            "pic:style": ("a style", None),
            "wp:anchor/wp14:sizeRelH": ("a size that follows the page", _is_nought),
            "wp:anchor/wp14:sizeRelV": ("a size that follows the page", _is_nought),
        },
    ),
    "ruby": Named("pdf-phonetic-guide"),
    "rPr/oMath": Named("pdf-equation", plain=_is_off),
    "r/commentReference": Named("pdf-comment", stops=False),
    "endnoteReference": Named("pdf-endnotes"),
    "endnoteRef": Named("pdf-endnotes"),
    "rPr/bdr": Named("pdf-text-border", plain=_says("", "none", "nil")),
    "pPr/mirrorIndents": Named("pdf-mirrored", plain=_is_off),
    **{
        f"{holder}/textDirection": Named("pdf-text-direction", plain=_says("lrTb", "lr"))
        for holder in ("pPr", "tcPr", "sectPr")
    },
    "tblpPr": Named("pdf-table-floating"),
    "a:hlinkClick": Named("pdf-picture-link"),
    "a:hlinkHover": Named("pdf-picture-link"),
    "sectPr/footnotePr": Named("pdf-note-look", {"what": "in this section"}, plain=holds_only()),
    "sectPr/endnotePr": Named("pdf-endnotes", stops=False),
    "sectPr/rtlGutter": Named("pdf-mirrored", plain=_is_off),
    "sectPr/docGrid": Named("pdf-page-grid", plain=_says("", "default", name="type")),
    "document/background": Named("pdf-page-colour", stops=False),
    "lvl/legacy": Named(
        "pdf-number-format",
        {"format": "of an older kind"},
        plain=_is_not_legacy,
    ),
}
"""By element; one that may have a plain form, or that doesn't stop, only in its own parent."""

ATTRIBUTES: Mapping[str, Named] = {
    **{
        f"{holder}@{name}": Named("pdf-east-asian-layout", {"effect": "indents or room in letters"})
        for holder, names in (("ind", CHARACTERS), ("spacing", LINES))
        for name in names.split()
    },
    **{
        f"{side}@{name}": Named("pdf-border-kind", {"kind": name})
        for side in EDGES.split()
        for name in ("shadow", "frame")
    },
    **{f"a:fillRect@{side}": Named("pdf-picture-cropped") for side in RECTANGLE.split()},
    "ptab@relativeTo": Named(
        "pdf-tab-kind", {"kind": "from the indent"}, plain=_says("margin", name="relativeTo")
    ),
    "wp:docPr@hidden": Named("pdf-picture-effect", {"effect": "hidden"}),
    "wp:anchor@hidden": Named("pdf-picture-effect", {"effect": "hidden"}),
}
"""By element and attribute; off or nought is the plain form of those that have no other."""

VALUES: Mapping[str, Named] = {
    "shd": Named("pdf-shading", plain=_says("", "clear", "nil", "solid")),
}
"""Elements that lowering reads, in all but their plain forms."""
