"""What columns and cells of a spreadsheet of people can get wrong, in a clerk's words."""

from dataclasses import replace

from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.sheet import Mark

CORRECT = "Correct the cell"

COLUMN_FAULTS: Faults = {
    "column-none": Wording(
        "None of the columns is one that docgen knows.",
        "See that the row of headings is there, or say what each column holds: "
        '--map "Column=field".',
    ),
    "column-contacts": Wording(
        "Several contacts stand side by side in one row (columns {columns}).",
        "Export one row for each pupil and contact. To leave those contacts out, say so for "
        'each of these columns: --map "column {first}=ignore".',
    ),
    "column-two": Wording(
        "Columns {columns} seem to hold the same: {what}.",
        'Say which to leave out: --map "column {first}=ignore".',
    ),
    "column-missing": Wording(
        "No column holds {what}.",
        'Export it too, or say which column it is: --map "Column={field}".',
    ),
    "column-preferred": Wording(
        "The pupils' names are preferred names; letters need the legal ones.",
        "Export the legal forename and surname too.",
    ),
    "column-maybe-preferred": Wording(
        "The names in columns {columns} may be preferred names: exports like this one give "
        "those first.",
        "Compare some of them with the register, or export the columns named legal.",
    ),
    "column-unsure": Wording(
        "Column {column} may hold {what}, but its heading or its cells leave it open; it is "
        "not read.",
        'Say what it is: --map "column {column}={field}", or --map "column {column}=ignore".',
    ),
    "column-month-first": Wording(
        "Some dates in column {column} can only stand month first; those that could be read "
        "both ways are refused.",
        "Set the column as dates (year-month-day) and export it again.",
    ),
    "column-language": Wording(
        "No column says which language a contact reads, so all letters are in English.",
        "If that isn't so, add a column such as “Reads”.",
    ),
}
CELL_FAULTS: Faults = {
    "cell-name-missing": Wording(
        "The name of the {who} is missing.",
        "Write the full legal name.",
    ),
    "cell-name-unknown": Wording(
        "In place of the name of the {who} stands a word such as “unknown”.",
        "Write the full legal name.",
    ),
    "cell-name-preferred": Wording(
        "Only the preferred name of the pupil is there.",
        "Write the legal name; a preferred name never takes its place.",
    ),
    "cell-name-two": Wording(
        "The {what} of the {who} holds two people, and each gets a letter of their own.",
        "Give each of them a row with their own title and full name.",
    ),
    "cell-name-note": Wording(
        "The {what} of the {who} holds more than a name: figures, brackets or a note.",
        "Write the name alone; what the note says goes into its own column.",
    ),
    "cell-name-single": Wording(
        "The {who} seems to have one name only: the other is a filler, or the same again.",
        "Write the second name, or leave its cell empty. If there is only one name, accept this.",
    ),
    "cell-name-turned": Wording(
        "The name of the {who} stands surname first; it was turned round.",
        "Nothing needs to be done, unless the comma is a mistake.",
    ),
    "cell-title-differs": Wording(
        "The contact has one title in front of the name and another in the title's own column.",
        "Keep the right one.",
    ),
    "cell-date-form": Wording(
        "{what} is no date that can be read.",
        "Write year, month and day with hyphens, such as 2014-09-01.",
    ),
    "cell-date-impossible": Wording(
        "{what} is a day that there is not.",
        "Look it up and write it with hyphens, such as 2014-09-01.",
    ),
    "cell-date-ambiguous": Wording(
        "{what} can be read day first or month first, and its column has both.",
        "Write year, month and day with hyphens, such as 2014-09-01.",
    ),
    "cell-date-far": Wording(
        "{what} is a day that can't be meant.",
        "Correct the year.",
    ),
    "cell-date-short-year": Wording(
        "{what} has a year of two figures; the century was added.",
        "Write the year with four figures if that is wrong.",
    ),
    "cell-date-serial": Wording(
        "{what} is the number by which spreadsheets keep a day; it was turned into that day.",
        "Set the column as dates if that is wrong.",
    ),
    "cell-time-form": Wording(
        "The time of the meeting can't be read.",
        "Write hours and minutes, such as 15:30.",
    ),
    "cell-time-half": Wording(
        "The time of the meeting doesn't say whether it is before or after noon.",
        "Write hours and minutes on the 24-hour clock, such as 15:30, or add am or pm.",
    ),
    "cell-upn-form": Wording(
        "This can't be a UPN: it has a letter, then eleven figures, then a figure or letter.",
        f"{CORRECT}, or leave it empty. Until then it isn't used.",
    ),
    "cell-upn-check": Wording(
        "The UPN's first letter doesn't agree with its figures, so one of them is mistyped.",
        f"{CORRECT}, or leave it empty. Until then it isn't used.",
    ),
    "cell-year-form": Wording(
        "The year group can't be read, or is none of Reception to Year 13.",
        "Write R or a figure from 1 to 13.",
    ),
    "cell-relationship": Wording(
        "The relationship is no word that docgen knows, so it can't tell whether the contact "
        "is a parent.",
        "Write a word such as mother, father, step-parent, foster carer, grandparent or "
        "neighbour. If letters may say it as it stands, accept this.",
    ),
    "cell-yes-no": Wording(
        "{what} takes yes or no, and this is neither.",
        "Write yes or no, or leave the cell empty.",
    ),
    "cell-guard": Wording(
        "{what} takes yes or no, and this is neither; a letter could do harm.",
        "Write yes or no, or leave the cell empty.",
    ),
    "cell-lives-with": Wording(
        "Whether the pupil lives with the contact can't be read.",
        "Write yes, part or no.",
    ),
    "cell-priority": Wording(
        "The contact's priority is no figure.",
        "Write a figure such as 1, or leave the cell empty.",
    ),
    "cell-deceased": Wording(
        "The contact is marked as deceased; nothing is written to them.",
        "Nothing needs to be done.",
    ),
    "cell-no-letters": Wording(
        "The contact is marked as somebody who gets no letters.",
        "Nothing needs to be done.",
    ),
    "cell-protected": Wording(
        "The address says that it must not be told; the contact is taken as protected.",
        "Write the address to post to, and yes under a heading such as Protected.",
    ),
    "cell-address-street": Wording(
        "The address is a town and a postcode alone, without a house or a street.",
        "Write the house and the street, or the name of the house. If post reaches them so, "
        "accept this.",
    ),
    "cell-language": Wording(
        "{what} is no language that docgen knows by this name or code.",
        "Write one language's English name or its tag, such as Polish or pl.",
    ),
    "cell-language-several": Wording(
        "{what} names more than one language.",
        "Write the one that letters should be in.",
    ),
    "cell-variant": Wording(
        "The kind of print is none of standard, plain, easy and large.",
        "Write one of those, or leave the cell empty.",
    ),
    "cell-phone": Wording(
        "This can't be one telephone number; it isn't used.",
        "Write one number; set the column as text so that its noughts stay.",
    ),
    "cell-phone-zero": Wording(
        "The telephone number had lost the nought in front; it was put back.",
        "Set the column as text so that its noughts stay.",
    ),
    "cell-email": Wording(
        "This can't be one e-mail address; it isn't used.",
        "Write one address such as office@school.example.",
    ),
    "cell-attendance": Wording(
        "{what} is no whole number of sessions.",
        "Write figures alone, such as 68.",
    ),
    "cell-attendance-part": Wording(
        "Of the attendance figures some are missing, so none are used.",
        "Give sessions possible, attended, authorised and unauthorised, and the day they were "
        "taken.",
    ),
}
FAULTS: Faults = {**COLUMN_FAULTS, **CELL_FAULTS}
"""Most fundamental first: this is the order in which they are told."""

ASKED = frozenset({
    "column-maybe-preferred", "column-unsure", "column-month-first", "cell-name-single",
    "cell-title-differs", "cell-upn-form", "cell-upn-check", "cell-year-form",
    "cell-relationship", "cell-yes-no", "cell-lives-with", "cell-priority", "cell-protected",
    "cell-language", "cell-language-several", "cell-variant", "cell-attendance",
    "cell-attendance-part", "cell-address-street",
})  # fmt: skip
TOLD = frozenset({
    "column-language", "cell-name-turned", "cell-date-short-year", "cell-date-serial",
    "cell-deceased", "cell-no-letters", "cell-phone", "cell-phone-zero", "cell-email",
})  # fmt: skip


def severity_of(rule: str) -> Severity:
    """Give what a fault does: refuse, be asked about, or be told."""
    if rule in ASKED:
        return Severity.WARNING
    return Severity.INFORMATION if rule in TOLD else Severity.ERROR


def found(rule: str, place: Mark | None, **names: object) -> Finding:
    """Make a finding of this room, with its own severity."""
    return replace(fault(FAULTS, rule, place, **names), severity=severity_of(rule))
