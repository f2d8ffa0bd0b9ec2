"""What a spreadsheet can get wrong before anybody looks at what it says, in a clerk's words."""

from dataclasses import replace

from docgen.errors import Reasons
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.sheet import Mark

ANEW = "Open it in the spreadsheet program and save it as an Excel workbook (.xlsx) or CSV UTF-8."

FILE_FAULTS: Faults = {
    "roster-empty": Wording(
        "There is nothing in this file.",
        "Export the spreadsheet once more.",
    ),
    "roster-kind": Wording(
        "This is no spreadsheet that docgen reads.",
        "It reads CSV, TSV, XLSX and ODS. " + ANEW,
    ),
    "roster-old-format": Wording(
        "This is a workbook of Excel before 2007, or one saved in its format.",
        ANEW,
    ),
    "roster-web-page": Wording(
        "This is a web page or an XML file that was given the name of a spreadsheet.",
        ANEW,
    ),
    "roster-password": Wording(
        "The workbook is locked with a password.",
        "Open it in the spreadsheet program, take the password off and save it.",
    ),
    "roster-damaged": Wording(
        "The workbook is damaged and can't be read.",
        ANEW,
    ),
    "roster-bomb": Wording(
        "Unpacked, the workbook would be far too large for a spreadsheet of people.",
        "Don't open it if you don't know where it comes from. Otherwise copy the rows into a new "
        "workbook and save that.",
    ),
    "roster-no-sheet": Wording(
        "No sheet that can be seen has anything on it.",
        "Unhide the sheet that holds the rows.",
    ),
    "roster-sheet-unknown": Wording(
        "The workbook has no visible sheet of that name.",
        "Name one of: {names}.",
    ),
    "roster-no-headings": Wording(
        "No row near the top looks like headings.",
        "Put a row over the data in which each column has its name, such as Forename.",
    ),
    "roster-no-rows": Wording(
        "There are headings, but no rows under them.",
        "See that the export has rows, and that they are not hidden.",
    ),
    "roster-quote-open": Wording(
        "A quotation mark opens in this row and is not closed, so the rows after it run into it.",
        "Take the single quotation mark out, or double it, and save the file.",
    ),
}
"""An E each: nothing (or nothing more) can be read."""

ROW_FAULTS: Faults = {
    "roster-quote": Wording(
        "A quotation mark stands where none can, so the columns of this row can't be told apart.",
        "Save the file from the spreadsheet program, which writes quotation marks double.",
    ),
    "roster-row-long": Wording(
        "This row has more cells than there are headings, so they have perhaps slipped.",
        "Look for a comma (or what sets the columns apart) inside a name or address, or for a "
        "column without a heading.",
    ),
    "roster-cell-error": Wording(
        "The cell under “{heading}” holds a fault of the spreadsheet instead of a value.",
        "Put the formula right, or type the value.",
    ),
    "roster-cell-formula": Wording(
        "The cell under “{heading}” holds a formula, and the file doesn't say what it gives.",
        "Open the file in the spreadsheet program and save it, or type the value.",
    ),
    "roster-cell-command": Wording(
        "The cell under “{heading}” begins as formulas and commands do.",
        "Type what is meant. Don't let a spreadsheet program run it.",
    ),
    "roster-cell-control": Wording(
        "The cell under “{heading}” holds a character that can't be printed.",
        "Type the cell's text anew.",
    ),
    "roster-cell-lost": Wording(
        "Letters of the cell under “{heading}” were lost before docgen read it.",
        "Type them anew, or export the file once more as CSV UTF-8 or as a workbook.",
    ),
    "roster-cell-garbled": Wording(
        "Letters with accents were garbled in the cell under “{heading}”.",
        "Type them anew, or export the file once more as CSV UTF-8 or as a workbook.",
    ),
    "roster-cell-long": Wording(
        "The cell under “{heading}” is longer than any cell of a spreadsheet can be.",
        "Shorten it, or look for a quotation mark that is not closed.",
    ),
    "roster-cell-date": Wording(
        "The cell under “{heading}” is set as a date, but its number is none.",
        "Type the date anew.",
    ),
    "roster-merged-across": Wording(
        "Cells of this row are merged across columns, so it can't be told what belongs where.",
        "Unmerge them and put each value in a cell of its own.",
    ),
}
"""An E each, which refuses the row."""

NOTES: Faults = {
    "roster-number-long": Wording(
        "The number has more than 15 figures; spreadsheets turn the others into noughts"
        " ({count} cells under “{heading}”).",
        "Set the column as text and type the numbers anew.",
    ),
    "roster-row-short": Wording(
        "Rows have fewer cells than there are headings ({count}); the rest count as empty.",
        "If a row was torn in two, join it again.",
    ),
    "roster-merged-down": Wording(
        "Cells under “{heading}” are merged over several rows; each of the rows was given the"
        " value ({count} cells).",
        "If it isn't meant for all of them, unmerge the cells.",
    ),
    "roster-formulas": Wording(
        "Cells under “{heading}” are worked out by formulas ({count} cells); what counts is what"
        " they gave when the file was last saved.",
        "If the file was changed by another program since, open it and save it first.",
    ),
    "roster-rows-hidden": Wording(
        "Rows that are hidden or filtered out were left out ({count}).",
        "Show them and save the file if they are meant to count.",
    ),
    "roster-columns-hidden": Wording(
        "The column “{heading}” is hidden and was left out.",
        "Show it and save the file if it is meant to count.",
    ),
    "roster-column-nameless": Wording(
        "A column has cells but no heading; it was left out ({count} cells).",
        "Give it a heading if it is meant to count.",
    ),
    "roster-unseen": Wording(
        "Cells under “{heading}” held signs that nobody sees (no width, or a possible hyphen);"
        " they were taken out ({count} cells).",
        "Nothing needs to be done.",
    ),
    "roster-heading-twice": Wording(
        "The heading “{heading}” stands over more than one column.",
        "Give each column a name of its own, such as Pupil forename and Contact forename.",
    ),
    "roster-encoding": Wording(
        "The file doesn't say how its letters are written; it was read as {encoding}.",
        "Look at the names with accents, first in row {row}. To be sure, save it as CSV UTF-8.",
    ),
    "roster-sheets": Wording(
        "The workbook has several sheets that can be seen; this one was read.",
        "Name another with --sheet. The others are: {names}.",
    ),
    "roster-macros": Wording(
        "The workbook holds macros; they were neither run nor kept.",
        "Nothing needs to be done.",
    ),
}
INFORMING = frozenset(
    {
        "roster-formulas",
        "roster-rows-hidden",
        "roster-columns-hidden",
        "roster-unseen",
        "roster-macros",
        "roster-merged-down",
        "roster-sheets",
    }
)
FAULTS: Faults = {**FILE_FAULTS, **ROW_FAULTS, **NOTES}

REASONS: Reasons = {
    "roster-unreadable": Wording(
        "{name} is damaged in its middle and can't be read to the end.",
        ANEW + " Nothing was made of it.",
    ),
    "roster-changed": Wording(
        "{name} was changed while it was being read.",
        "Save and close it, then run the command again.",
    ),
    "roster-same-file": Wording(
        "The marked copy can't take the place of the file itself.",
        "Name another file for it.",
    ),
    "roster-not-handed-back": Wording(
        "{name} can't be handed back marked: {why}",
        ANEW,
    ),
}


def refused(rule: str, place: Mark | None, **names: object) -> Finding:
    """Make an E."""
    return fault(FAULTS, rule, place, **names)


def remarked(rule: str, place: Mark | None, **names: object) -> Finding:
    """Make a W or an I."""
    severity = Severity.INFORMATION if rule in INFORMING else Severity.WARNING
    return replace(fault(FAULTS, rule, place, **names), severity=severity)
