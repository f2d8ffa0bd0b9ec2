"""What a template can do that merges well and still reads badly; and how much each matters."""

from collections.abc import Mapping

from docgen.model.finding import Faults, Severity, Wording

FAULTS: Faults = {
    "word-no-title": Wording(
        "The document has no title; screen readers and e-mail programs announce the file's name.",
        "In Word choose File, Info, and write a Title on the right.",
    ),
    "word-fake-heading": Wording(
        "{at}: a short bold paragraph looks like a heading and isn't one; nobody can jump to it.",
        "Put the cursor into it and choose Heading 1 or Heading 2 (Home, Styles).",
    ),
    "word-heading-order": Wording(
        "{at}: a heading of level {level} follows {before}; a level is left out.",
        "Choose a heading one level below the one before it (Home, Styles).",
    ),
    "word-table-no-header": Wording(
        "{at}: no row of this table is marked as its heading, so screen readers can't say which "
        "column a cell belongs to, and a second page shows no headings.",
        "Write the headings into the first row, put the cursor there, and choose Table Layout, "
        "Repeat Header Rows.",
    ),
    "word-table-merged": Wording(
        "{at}: cells of this table are merged; screen readers then lose count of the columns.",
        "Split the cells (Table Layout, Split Cells), or make two tables of it.",
    ),
    "word-table-inside": Wording(
        "{at}: a table stands inside another table.",
        "Take the inner table out; use tab stops or indents for placing text.",
    ),
    "word-table-layout": Wording(
        "{at}: a table of a single column or row only places text; it is read out as a table.",
        "Take the text out of the table (Table Layout, Convert to Text), and give the paragraph "
        "a border or tab stops.",
    ),
    "word-row-clips": Wording(
        "{at}: this table row has an exact height; what doesn't fit in it is not printed.",
        "Choose Table Layout, Properties, Row, and set the height to “At least”.",
    ),
    "word-line-clips": Wording(
        "{at}: lines of exactly {height} points cut off letters of {size} points.",
        "Choose Home, Line Spacing Options, and set “Multiple” or “At least”.",
    ),
    "word-picture-clips": Wording(
        "{at}: lines of exactly {height} points show only a strip of the picture.",
        "Choose Home, Line Spacing Options, and set “Single” for the picture's paragraph.",
    ),
    "word-picture-no-alt": Wording(
        "{at}: a picture has no alternative text; who can't see it learns nothing of it.",
        "Right-click the picture, choose Edit Alt Text, and say what it shows, or tick Mark as "
        "decorative.",
    ),
    "word-picture-alt-empty-words": Wording(
        "{at}: a picture's alternative text is a file's name or made by Word, and says nothing.",
        "Right-click the picture, choose Edit Alt Text, and say what it shows.",
    ),
    "word-text-box": Wording(
        "{at}: a text box floats over the page; screen readers read it out of turn or not at all.",
        "Cut its text and paste it into the page; for an address block use a frame or a paragraph.",
    ),
    "word-no-language": Wording(
        "The template's styles have no language; spelling and screen readers have to guess it.",
        "Select all (Ctrl+A), choose Review, Language, Set Proofing Language, and Set As Default.",
    ),
    "word-language-other": Wording(
        "The language of {what} is {found}, not {wanted}; screen readers pronounce it so.",
        "Choose Review, Language, Set Proofing Language (for a style: Modify, Format, Language).",
    ),
    "word-blank-paragraphs": Wording(
        "{at}: {count} blank paragraphs make room; they move the text when values grow, and are "
        "read out as “blank”.",
        "Delete them, and set Spacing Before or After (Layout, Paragraph); for a new page choose "
        "Insert, Page Break.",
    ),
    "word-spaced-by-hand": Wording(
        "{at}: tabs or blanks in a row push the text into place; it moves when values grow.",
        "Set a tab stop where the text shall stand (click in the ruler), and press Tab once.",
    ),
    "word-typed-list": Wording(
        "{at}: the number or bullet is typed; the list can't be read out as one, and a line that "
        "falls away leaves a gap.",
        "Delete the sign, select the lines, and choose Home, Numbering or Bullets.",
    ),
    "word-link-no-style": Wording(
        "{at}: a link doesn't look like one.",
        "Select it and choose the style Hyperlink (Home, Styles).",
    ),
    "word-link-bare": Wording(
        "{at}: a long web address stands in the text; it is read out letter by letter.",
        "Write words that say where it leads, select them and choose Insert, Link; or give a "
        "shorter address.",
    ),
    "word-hidden-text": Wording(
        "{at}: hidden text goes out with every letter, and anybody can make it visible.",
        "Choose Home, Show/Hide ¶, and delete it; for a note to colleagues write {{# … #}}, which "
        "is left out.",
    ),
    "word-cell-tag-outside": Wording(
        "{at}: {tag} merges or shades a table cell, and stands in no table.",
        "Put it into the cell that it is about, before the cell's words.",
    ),
    "word-name-not-in-data": Wording(
        "{at}: the data has nothing called {what}.{nearest}",
        "Add it to the data, or correct the name in the template.",
    ),
    "word-data-unused": Wording(
        "The template never uses {what}, which the data has.",
        "Write {{{{ {what} }}}} where it shall stand, or leave it out of the data.",
    ),
    "word-more": Wording(
        "There are more than {limit} findings; the rest are not listed.",
        "Put these right and check again.",
    ),
}

INFORMATION = frozenset({"word-link-bare", "word-data-unused", "word-table-inside"})
ERRORS = frozenset({"word-cell-tag-outside", "word-name-not-in-data"})


def severity_of(rule: str) -> Severity:
    """Give how much a finding of this room matters: E refuses, W wants a look, I informs."""
    if rule in ERRORS:
        return Severity.ERROR
    return Severity.INFORMATION if rule in INFORMATION else Severity.WARNING


def rules() -> Mapping[str, Wording]:
    """Give all house rules, for tools that list them."""
    return FAULTS
