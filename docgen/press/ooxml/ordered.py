"""A parent of Word's XML and the name of a child → that child, at the place Word's schema gives.

Word refuses a file whose properties stand in another order (ECMA-376 part 1, annex A).
"""

from collections.abc import Mapping

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, local, w

RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
ORDER: Mapping[str, tuple[str, ...]] = {
    name: tuple(children.split())
    for name, children in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
        "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
        "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
        "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "rPr": RUN,
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize "
        "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
        "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
        "rtlGutter docGrid printerSettings sectPrChange",
    }.items()
}
"""The children of some elements as the schema orders them."""


def put(parent: Element, name: str) -> Element:
    """Give a child of properties; one that isn't there yet is made where it belongs."""
    found = parent.find(w(name))
    if found is not None:
        return found
    made = markup.element(w(name))
    order = ORDER[local(parent)]
    after = frozenset(order[order.index(name) + 1 :])
    places = (at for at, child in enumerate(parent) if local(child) in after)
    parent.insert(next(places, len(parent)), made)
    return made


def properties_of(element: Element, name: str) -> Element:
    """Give an element's properties (`pPr`, `rPr`, `tblPr`), made in front where it has none."""
    found = element.find(w(name))
    if found is None:
        found = markup.element(w(name))
        element.insert(0, found)
    return found


def without(parent: Element, *names: str) -> None:
    """Take children out of properties."""
    for child in [child for child in parent if local(child) in names]:
        parent.remove(child)
