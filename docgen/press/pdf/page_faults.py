"""What a Word file's pages, settings and parts hold that the PDF press can't set as Word does."""

from docgen.model.finding import Faults, Wording

PAGES: Faults = {
    "pdf-columns": Wording(
        "{at}: text in columns (Layout, Columns).",
        "Choose Layout, Columns, One; or put the text into a table.",
    ),
    "pdf-section-continuous": Wording(
        "{at}: a section that begins on the same page, with other columns, margins or page "
        "numbers.",
        "Delete the section break, or choose Layout, Breaks, Next Page.",
    ),
    "pdf-section-page": Wording(
        "{at}: a section that begins on the next even or odd page, or in the next column.",
        "Choose Layout, Breaks, Next Page.",
    ),
    "pdf-page-borders": Wording(
        "{at}: a border around the page (Design, Page Borders).",
        "Choose Design, Page Borders, None.",
    ),
    "pdf-page-colour": Wording(
        "A page colour (Design, Page Colour), which Word doesn't print either.",
        "Choose Design, Page Colour, No Colour.",
    ),
    "pdf-line-numbers": Wording(
        "{at}: line numbers (Layout, Line Numbers).",
        "Choose Layout, Line Numbers, None.",
    ),
    "pdf-page-place": Wording(
        "{at}: the text stands in the middle or at the foot of the page.",
        "Choose Layout, Page Setup, Layout, Vertical Alignment: Top.",
    ),
    "pdf-page-size": Wording(
        "{at}: a page that is too small or too large, or whose margins leave no room.",
        "Choose Layout, Size, A4, and Layout, Margins, Normal.",
    ),
    "pdf-page-numbers": Wording(
        "{at}: page numbers of an uncommon kind ({format}).",
        "Choose Insert, Page Number, Format Page Numbers, and 1, 2, 3.",
    ),
    "pdf-page-grid": Wording(
        "{at}: letters or lines on a grid, or text that runs upwards or downwards (Layout, Page "
        "Setup).",
        "Choose Layout, Page Setup, Document Grid: No grid, and Text direction: Horizontal.",
    ),
    "pdf-mirrored": Wording(
        "{at}: indents or margins that change sides from page to page.",
        "Take away Mirror Indents (Home, Paragraph) and the right-hand gutter (Layout, Page "
        "Setup).",
    ),
    "pdf-older-layout": Wording(
        "The document is laid out as older programs did it ({what}); the PDF lays it out as "
        "Word does now.",
        "Choose File, Info, Convert, if Word offers it.",
    ),
    "pdf-setting": Wording(
        "A setting of the document changes its layout: {what}.",
        "{instead}",
    ),
    "pdf-document-part": Wording(
        "{at}: something is kept in a part of the file that is missing or can't be used ({what}).",
        "Open it in Word, let Word repair it, and save it.",
    ),
    "pdf-no-title": Wording(
        "The document has no title; no PDF can be accessible without one.",
        "In Word choose File, Info, and write a Title on the right.",
    ),
    "pdf-unknown": Wording(
        "{at}: something that docgen doesn't know: {what}.",
        "If it is some formatting, take it away (Home, Clear All Formatting); if it is an object, "
        "delete it.",
    ),
    "pdf-too-much": Wording(
        "The document is too large to be set: more than {limit} {what}.",
        "Split it into several documents.",
    ),
}
