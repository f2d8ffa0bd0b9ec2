"""What a Word file holds that the PDF press can't set as Word does; told in Word's words.

Ids of the text's constructs come first, then those of blocks; those of pages and of the file as a
whole stand in `page_faults.py`.
`{at}` is where it stands. Whether one stops the press is said
where it is remarked (`Remark.stops`).
"""

from docgen.errors import Reasons
from docgen.model.finding import Faults, Wording
from docgen.press.pdf.page_faults import PAGES

TEXT: Faults = {
    "pdf-tracked-changes": Wording(
        "{at}: changes are tracked; what was struck out and what was added stand side by side.",
        "In Word choose Review, Accept All Changes and Stop Tracking, and save.",
    ),
    "pdf-field": Wording(
        "{at}: a {field} field; only Word can work out what it shows.",
        "Click the field, press Ctrl+Shift+F9 to turn it into text, and save.",
    ),
    "pdf-control-empty": Wording(
        "{at}: a content control shows only its prompt (“Click or tap here to enter text”).",
        "Fill the control in; or right-click it, choose Remove Content Control, and delete the "
        "prompt.",
    ),
    "pdf-equation": Wording(
        "{at}: an equation (Insert, Equation).",
        "Write it as plain text.",
    ),
    "pdf-phonetic-guide": Wording(
        "{at}: small letters above the text that say how it sounds (Phonetic Guide).",
        "Select the text, choose Home, Phonetic Guide, and Clear Reading.",
    ),
    "pdf-text-effect": Wording(
        "{at}: a text effect ({effect}).",
        "Select the text and choose Home, Clear All Formatting; then format it anew without "
        "effects.",
    ),
    "pdf-text-border": Wording(
        "{at}: a border around letters.",
        "Select the text, choose Home, Borders, Borders and Shading, and None; a paragraph may "
        "have a border.",
    ),
    "pdf-text-shifted": Wording(
        "{at}: letters are raised, lowered, squeezed or widened ({effect}).",
        "Select the text, choose Home, Font, Advanced, and set Scale to 100 % and Position to "
        "Normal.",
    ),
    "pdf-text-direction": Wording(
        "{at}: the text runs upwards or downwards.",
        "Select it, choose Layout or Table Layout, Text Direction, and let it run across.",
    ),
    "pdf-east-asian-layout": Wording(
        "{at}: a layout for East Asian text ({effect}).",
        "Select the text, choose Home, Asian Layout, and take the layout away.",
    ),
    "pdf-underline-kind": Wording(
        "{at}: an underline of the kind {kind}; it is drawn as a single line.",
        "Select the text and choose Home, Underline, and the single line.",
    ),
    "pdf-glyph-missing": Wording(
        "{at}: no font of docgen's can show {characters}.",
        "Write it in other characters; “docgen fonts” tells what can be shown.",
    ),
    "pdf-font-replaced": Wording(
        "{at}: the font {font} is not one of docgen's; {instead} is taken.",
        "Choose Arial, Times New Roman, Calibri, Cambria or Courier New (Home, Font).",
    ),
    "pdf-symbol-unknown": Wording(
        "{at}: the sign {code} of the font {font} is not known.",
        "Choose Insert, Symbol, and a sign of the font (normal text).",
    ),
    "pdf-number-format": Wording(
        "{at}: numbers in the style {format}, which docgen doesn't write.",
        "Choose Home, Numbering, Define New Number Format, and one of 1, 2, 3; a, b, c; i, ii, "
        "iii.",
    ),
    "pdf-number-picture": Wording(
        "{at}: a picture serves as bullet.",
        "Choose Home, Bullets, and one of the plain signs.",
    ),
    "pdf-tab-kind": Wording(
        "{at}: a tab stop of the kind {kind}.",
        "Double-click the tab in the ruler, and choose Left, Centre or Right.",
    ),
    "pdf-link-target": Wording(
        "{at}: a link leads to {target}, which is no web page or e-mail address, nor a place "
        "in the document.",
        "Right-click the link, choose Edit Link, and give it an address.",
    ),
    "pdf-heading-jump": Wording(
        "{at}: a heading of level {level} follows {before}; a level is left out. The PDF takes "
        "the next level.",
        "Choose a heading one level below the one before it (Home, Styles).",
    ),
    "pdf-hidden-text": Wording(
        "{at}: hidden text; it isn't printed.",
        "Select it, choose Home, Font, and untick Hidden; or delete it.",
    ),
    "pdf-hidden-mark": Wording(
        "{at}: the end of a paragraph is hidden, so that it runs on in the next.",
        "Choose Home, Show All, select the paragraph's mark, choose Home, Font, and untick Hidden.",
    ),
}

BLOCKS: Faults = {
    "pdf-text-box": Wording(
        "{at}: a text box (Insert, Text Box).",
        "Cut its text and paste it into the page; for an address block use a frame or a paragraph.",
    ),
    "pdf-shape": Wording(
        "{at}: a drawn shape (Insert, Shapes).",
        "Delete it; for a line give a paragraph a border, or put a picture in its place.",
    ),
    "pdf-chart": Wording(
        "{at}: a chart (Insert, Chart).",
        "Copy it, choose Paste Special, Picture (PNG), delete the chart, and say in the picture's "
        "alt text what it shows.",
    ),
    "pdf-smartart": Wording(
        "{at}: a SmartArt diagram (Insert, SmartArt).",
        "Copy it, choose Paste Special, Picture (PNG), delete the diagram, and say in the "
        "picture's alt text what it shows.",
    ),
    "pdf-object": Wording(
        "{at}: an object of another program, or a drawing of the old kind.",
        "Delete it, or put a picture of it in its place.",
    ),
    "pdf-word-art": Wording(
        "{at}: WordArt or a watermark (Design, Watermark).",
        "Choose Design, Watermark, Remove Watermark; write what it says into the header.",
    ),
    "pdf-newer-word": Wording(
        "{at}: something that only newer versions of Word know ({what}).",
        "Delete it, or save the document from Word as “Word Document (*.docx)” with “Maintain "
        "compatibility” ticked.",
    ),
    "pdf-picture-kind": Wording(
        "{at}: a picture of the kind {kind}.",
        "Save it as PNG or JPEG, and insert that.",
    ),
    "pdf-picture-damaged": Wording(
        "{at}: the file of a picture is damaged or empty.",
        "Delete the picture, and insert it anew from a file that opens in a picture program.",
    ),
    "pdf-picture-cmyk": Wording(
        "{at}: a JPEG picture in the four colours of a printing press (CMYK), as print shops "
        "give them.",
        "Save it in a picture program as PNG, or as JPEG in RGB, and insert that.",
    ),
    "pdf-picture-large": Wording(
        "{at}: a picture is larger than the page or the column it stands in, or reaches beyond "
        "the page; what is beyond the edge of the page is cut off.",
        "Choose Picture Format, and make it smaller (Size), or move it onto the page.",
    ),
    "pdf-picture-missing": Wording(
        "{at}: a picture is not in the file.",
        "Insert it anew (Insert, Pictures, This Device).",
    ),
    "pdf-picture-cropped": Wording(
        "{at}: a picture is cropped, turned or mirrored.",
        "Crop and turn it in a picture program, and insert it anew.",
    ),
    "pdf-picture-effect": Wording(
        "{at}: a picture with an effect or a recoloured one ({effect}).",
        "Choose Picture Format, Reset Picture.",
    ),
    "pdf-picture-place": Wording(
        "{at}: text runs around a picture, or it is placed in a way that docgen can't follow.",
        "Choose Picture Format, Wrap Text, In Line with Text.",
    ),
    "pdf-picture-link": Wording(
        "{at}: a picture leads to a web page.",
        "Right-click the picture, choose Link, Remove Link, and write the address as a link.",
    ),
    "pdf-picture-no-alt": Wording(
        "{at}: {picture} has no alternative text; who can't see it would learn nothing of it.",
        "Right-click the picture, choose View Alt Text, and say what it shows, or tick Mark as "
        "decorative.",
    ),
    "pdf-table-floating": Wording(
        "{at}: text runs around a table.",
        "Choose Table Layout, Properties, Text Wrapping: None.",
    ),
    "pdf-table-grid": Wording(
        "{at}: the widths of a table's columns are left to Word.",
        "Choose Table Layout, AutoFit, Fixed Column Width, and set the widths.",
    ),
    "pdf-table-size": Wording(
        "{at}: a table of more than {limit} columns.",
        "Make several tables of it.",
    ),
    "pdf-table-look": Wording(
        "{at}: a table's look that docgen doesn't draw ({what}).",
        "Take it away in Table Design, or set borders and shading of the cells themselves.",
    ),
    "pdf-row-low": Wording(
        "{at}: a table's row of exact height is too low for its text; what is below is cut off, "
        "as in Word.",
        "Choose Table Layout, Properties, Row, Row height is: At least.",
    ),
    "pdf-shading": Wording(
        "{at}: a shading with a pattern.",
        "Choose Borders and Shading, Shading, Pattern Style: Clear, and a fill.",
    ),
    "pdf-border-kind": Wording(
        "{at}: a border of the kind {kind}; it is drawn as a plain line.",
        "Choose Borders and Shading, and a single line.",
    ),
    "pdf-frame": Wording(
        "{at}: a frame that text runs beside, or that is placed in a way docgen can't follow.",
        "Right-click the frame, choose Format Frame, Text Wrapping: None, and give its place "
        "from the page.",
    ),
    "pdf-drop-cap": Wording(
        "{at}: a large first letter (Insert, Drop Cap).",
        "Choose Insert, Drop Cap, None.",
    ),
    "pdf-endnotes": Wording(
        "{at}: an endnote.",
        "Right-click it and choose Convert to Footnote.",
    ),
    "pdf-note-look": Wording(
        "{at}: footnotes numbered or placed in an uncommon way ({what}).",
        "Choose References, Footnotes, and the numbers 1, 2, 3 at the bottom of the page.",
    ),
    "pdf-comment": Wording(
        "{at}: a comment; it doesn't stand in the PDF.",
        "In Word choose Review, Delete, Delete All Comments in Document, and save.",
    ),
}

FAULTS: Faults = {**TEXT, **BLOCKS, **PAGES}

REASONS: Reasons = {
    "pdf-unsupported": Wording(
        "{place} can't be made a PDF as it is: {count} thing(s) in it stand in the way.",
        "Put right in Word what is listed; or have LibreOffice make the PDF: --engine office.",
    ),
    "pdf-too-large": Wording(
        "{place} is too large to be made a PDF.",
        "Split it into several documents.",
    ),
    "pdf-unreadable": Wording(
        "{place} can't be made a PDF: it can't be read as a Word document.",
        "Put right what is listed.",
    ),
}
