"""Settings of a Word file: those that lowering reads, those that change nothing, those to be told.

Any other setting is told as unknown. Names are Word's own (`w:`) where they have no prefix.
"""

from collections.abc import Mapping

from docgen.press.pdf.gate.named import Named, holds_only

READ = """
    evenAndOddHeaders defaultTabStop compat doNotUseHTMLParagraphAutoSpacing
    splitPgBreakAndParaMark
"""
"""What lowering reads; compatibility settings stand in `w:compat` (clause 17.15.3)."""

HARMLESS: Mapping[str, str] = {
    "how Word shows, checks, saves and protects the file": """
        view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
        activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
        stylePaneSortMethod documentType documentProtection autoFormatOverride styleLockTheme
        styleLockQFSet writeProtection saveThroughXslt useXSLTWhenSaving saveXmlDataOnly
        saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml
        showXMLTags alwaysMergeEmptyNamespace savePreviewPicture doNotValidateAgainstSchema
        hideSpellingErrors hideGrammaticalErrors embedTrueTypeFonts embedSystemFonts
        saveSubsetFonts saveFormsData showEnvelope summaryLength clickAndTypeStyle
        defaultTableStyle doNotShadeFormData updateFields hdrShapeDefaults shapeDefaults
        doNotEmbedSmartTags captions readModeInkLockDown smartTagType schemaLibrary
        attachedSchema docVars rsids forceUpgrade doNotAutoCompressPictures
        displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
        drawingGridHorizontalSpacing drawingGridVerticalSpacing drawingGridHorizontalOrigin
        drawingGridVerticalOrigin doNotUseMarginsForDrawingGridOrigin
        doNotIncludeSubdocsInStats w14:docId w15:docId w15:chartTrackingRefBased
        w14:discardImageEditingData w14:conflictMode w14:defaultImageDpi
    """,
    "whether changes are tracked from now on; tracked changes themselves are told": """
        trackRevisions doNotTrackMoves doNotTrackFormatting revisionView
    """,
    "what holds for equations, notes at the end, lists in fields and East Asian text alone": """
        m:mathPr endnotePr decimalSymbol listSeparator characterSpacingControl noLineBreaksAfter
        noLineBreaksBefore strictFirstAndLastChars themeFontLang hyphenationZone
        consecutiveHyphenLimit doNotHyphenateCaps clrSchemeMapping
    """,
    "whether Word shows the page's colour; the colour itself is told": """
        displayBackgroundShape
    """,
    "what printers do with borders and fonts": """
        printPostScriptOverText printFractionalCharacterWidth printFormsData
    """,
    "the version of Word that a file is meant for, which lowering reads; marks of newer ones": """
        compatSetting useFELayout uiCompat97To2003 spaceForUL balanceSingleByteDoubleByteWidth
        doNotLeaveBackslashAlone useAltKinsokuLineBreakRules doNotUseEastAsianBreakRules
        displayHangulFixedWidth doNotSnapToGridInCell selectFldWithFirstOrLastChar
        cachedColBalance noColumnBalance doNotVertAlignInTxbx
    """,
}


def _layout(what: str, instead: str, *, stops: bool = True) -> Named:
    return Named("pdf-setting", {"what": what, "instead": instead}, stops=stops)


TOLD: Mapping[str, Named] = {
    "mirrorMargins": _layout("inner and outer margins", "Choose Layout, Margins, Normal."),
    "bookFoldPrinting": _layout("book fold", "Choose Layout, Page Setup, Multiple pages: Normal."),
    "bookFoldRevPrinting": _layout(
        "book fold", "Choose Layout, Page Setup, Multiple pages: Normal."
    ),
    "printTwoOnOne": _layout(
        "two pages on a sheet", "Choose Layout, Page Setup, Multiple pages: Normal."
    ),
    "gutterAtTop": _layout(
        "a gutter at the top", "Choose Layout, Page Setup, and set the gutter to 0."
    ),
    "autoHyphenation": _layout(
        "words are parted at the ends of lines", "Choose Layout, Hyphenation, None."
    ),
    "footnotePr": Named(
        "pdf-note-look", {"what": "in the whole document"}, plain=holds_only("footnote")
    ),
    "bordersDoNotSurroundHeader": _layout(
        "page borders", "Choose Design, Page Borders, None.", stops=False
    ),
    "bordersDoNotSurroundFooter": _layout(
        "page borders", "Choose Design, Page Borders, None.", stops=False
    ),
    "alignBordersAndEdges": _layout(
        "page borders", "Choose Design, Page Borders, None.", stops=False
    ),
}
"""Told where they are on; those that only matter with what is told anyway don't stop."""

OLDER = """
    adjustLineHeightInTable allowSpaceOfSameStyleInTable applyBreakingRules
    autofitToFirstFixedWidthCell autoSpaceLikeWord95 convMailMergeEsc doNotAutofitConstrainedTables
    doNotBreakConstrainedForcedTable doNotBreakWrappedTables doNotExpandShiftReturn
    doNotSuppressIndentation doNotSuppressParagraphBorders doNotUseIndentAsNumberingTabStop
    doNotVertAlignCellWithSp doNotWrapTextWithPunct footnoteLayoutLikeWW8
    forgetLastTabAlignment growAutofit layoutRawTableWidth layoutTableRowsApart
    lineWrapLikeWord6 mwSmallCaps noExtraLineSpacing noLeading noSpaceRaiseLower noTabHangInd
    printBodyTextBeforeHeader printColBlack shapeLayoutLikeWW8 showBreaksInFrames
    spacingInWholePoints subFontBySize suppressBottomSpacing
    suppressSpacingAtTopOfPage suppressSpBfAfterPgBrk suppressTopSpacing suppressTopSpacingWP
    swapBordersFacingPages truncateFontHeightsLikeWP6 ulTrailSpace underlineTabInNumList
    useAnsiKerningPairs useNormalStyleForList usePrinterMetrics useSingleBorderforContiguousCells
    useWord2002TableStyleRules useWord97LineBreakRules wpJustification wpSpaceWidth
    wrapTrailSpaces
"""
"""Ways of older programs to lay out text (clause 17.15.3); they move lines and lose nothing."""
